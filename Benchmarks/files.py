"""Files: uploads and downloads against plain copies on the same disk, and the server's memory while bytes pass.

Peers: nginx, with PUT and GET by the same client, curl; and the bare copies `dd conv=fdatasync`, as durable as an upload is, and `cp`. An upload
is also hashed, and on the disk when it is answered; nginx does neither.
"""

import json
import os
import subprocess
import time
from contextlib import nullcontext
from pathlib import Path
from statistics import median

from rig.figures import paired_ratio
from rig.martlet import folder, martlet
from rig.nginx import find, nginx


def seconds(*command):
    began = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began, done.stdout


def curl(server, *arguments):
    return seconds("curl", "-sS", "--fail", "-H", "expect:", "-H", f"authorization: Bearer {server.key}", *arguments)


def upload(server, source, name):
    took, body = curl(server, "-F", f"path={name}", "-F", f"file=@{source}", f"{server.url}/v1/files")
    return took, json.loads(body)["id"]


class Peak:
    """The most memory that the server held, in MiB above what it held before."""

    def __init__(self, server):
        self.status = Path(f"/proc/{server.pid}/status")
        Path(f"/proc/{server.pid}/clear_refs").write_text("5")
        self.before = self.read("VmRSS")

    def read(self, name):
        (line,) = [line for line in self.status.read_text().splitlines() if line.startswith(name)]
        return int(line.split()[1]) / 1024

    def growth(self):
        return self.read("VmHWM") - self.before


def make(path, size):
    """Random bytes, so that no file system saves on them."""
    with path.open("wb") as file:
        for _ in range(size >> 20):
            file.write(os.urandom(1 << 20))
    return path


class Rounds:
    """Seconds of each way, round by round."""

    def __init__(self, size):
        self.size, self.times = size, {}

    def add(self, name, taken):
        self.times.setdefault(name, []).append(taken)

    def speed(self, name):
        return self.size / 1e6 / median(self.times[name])

    def report(self, report, ours, theirs, peer, aim=None):
        report.add(
            f"{ours} of {self.size >> 20} MiB", self.speed(ours), "MB/s", peer=self.speed(theirs), peer_name=peer,
            ratio=paired_ratio(self.times[theirs], self.times[ours]), aim=aim, of="ratio", at_least=True,
        )


def rates(report, server, place, size, rounds):
    source, copy = make(place / "source", size), place / "copy"
    measured = Rounds(size)
    with nginx(place / "peer") if find() else nullcontext() as peer:
        for number in range(rounds):
            with source.open("r+b") as file:  # other bytes, or they would be stored already
                file.write(os.urandom(16))
            measured.add("dd", seconds("dd", f"if={source}", f"of={copy}", "bs=1M", "conv=fdatasync")[0])
            copy.unlink()
            if peer:
                measured.add("put", seconds("curl", "-sS", "--fail", "-T", str(source), f"{peer}/copy")[0])
            took, id = upload(server, source, f"f{number}")
            measured.add("upload", took)
            measured.add("cp", seconds("cp", str(source), str(copy))[0])
            copy.unlink()
            if peer:
                measured.add("get", seconds("curl", "-sS", "--fail", "-o", str(copy), f"{peer}/copy")[0])
                copy.unlink()
            measured.add("download", curl(server, "-o", str(copy), f"{server.url}/v1/files/{id}/content")[0])
            copy.unlink()
            curl(server, "-X", "DELETE", f"{server.url}/v1/files/{id}")
    if peer:
        measured.report(report, "upload", "put", "nginx, not synced", aim=0.7)
        measured.report(report, "download", "get", "nginx", aim=0.7)
    else:
        report.note("nginx is not installed (apt-get install nginx-light): its figures are left out.")
    measured.report(report, "upload", "dd", "dd, synced")
    measured.report(report, "download", "cp", "cp")


def memory(report, server, place, size):
    source = make(place / "large", size)
    peak = Peak(server)
    _, id = upload(server, source, "large")
    report.add(f"memory more while {size >> 20} MiB are uploaded", peak.growth(), "MiB", aim=64)
    peak = Peak(server)
    curl(server, "-o", "/dev/null", f"{server.url}/v1/files/{id}/content")
    report.add(f"memory more while {size >> 20} MiB are downloaded", peak.growth(), "MiB", aim=64)


def measure(report, full):
    with folder() as place, martlet() as server:
        rates(report, server, place, 512 << 20, 7 if full else 3)
        memory(report, server, place, 2 << 30)

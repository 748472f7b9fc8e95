"""Files: uploads and downloads against plain copies on the same disk, and the server's memory while bytes pass.

Peers: for an upload `dd conv=fdatasync`, which makes the copy as durable as an upload is; for a download `cp`. The client is curl.
"""

import json
import os
import subprocess
import time
from pathlib import Path
from statistics import median

from rig.figures import paired_ratio
from rig.martlet import folder, martlet


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


def rates(report, server, place, size, rounds):
    source, copy = make(place / "source", size), place / "copy"
    ups, downs, durable, plain = [], [], [], []
    for number in range(rounds):
        with source.open("r+b") as file:  # other bytes, or they would be stored already
            file.write(os.urandom(16))
        durable.append(seconds("dd", f"if={source}", f"of={copy}", "bs=1M", "conv=fdatasync")[0])
        took, id = upload(server, source, f"f{number}")
        ups.append(took)
        copy.unlink()
        plain.append(seconds("cp", str(source), str(copy))[0])
        copy.unlink()
        downs.append(curl(server, "-o", str(copy), f"{server.url}/v1/files/{id}/content")[0])
        copy.unlink()
        curl(server, "-X", "DELETE", f"{server.url}/v1/files/{id}")
    speed = lambda times: size / 1e6 / median(times)
    for name, ours, theirs, peer in (("upload", ups, durable, "dd, synced"), ("download", downs, plain, "cp")):
        report.add(
            f"{name} of {size >> 20} MiB", speed(ours), "MB/s", peer=speed(theirs), peer_name=peer,
            ratio=paired_ratio(theirs, ours), aim=0.7, of="ratio", at_least=True,
        )


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

"""An archive of a run with 10,000 files: `POST /v1/runs/{id}/files/export` against `zip -0` of the same files.

The files are made in the runtime's workspace and collected, so the archive is read from the store as it is for a user.
"""

import os
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

from harness.api import Session
from rig.figures import paired_ratio
from rig.martlet import folder, martlet


def make(place, count, size):
    for number in range(count):
        (place / f"file-{number:05}.bin").write_bytes(os.urandom(size))


def collect(session, names):
    def one(name):
        session.api.post(f"/v1/runtimes/{session.id}/files/collect", {"runtimePath": name}, timeout=60).expect(200)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(one, names))


def zipped(place, target):
    """Seconds that the stock zip takes, until its archive is on the disk as ours is."""
    target.unlink(missing_ok=True)
    began = time.perf_counter()
    subprocess.run(["zip", "-0", "-q", "-r", str(target), "."], cwd=place, check=True)
    descriptor = os.open(target, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)
    return time.perf_counter() - began


def exported(session):
    began = time.perf_counter()
    file = session.api.post(f"/v1/runs/{session.run_id}/files/export", {}, timeout=300).expect(201)
    seconds = time.perf_counter() - began
    session.api.delete(f"/v1/files/{file['id']}").expect(200)
    return seconds


def workspace(server, session):
    """The folder that the runtime's files are collected from: the one that has what was staged."""
    boundary = "boundary"
    body = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="runtimePath"\r\n\r\nmark\r\n'
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="mark"\r\n\r\nmark\r\n--{boundary}--\r\n'
    ).encode()
    headers = {"content-type": f"multipart/form-data; boundary={boundary}"}
    session.api.post(f"/v1/runtimes/{session.id}/files/upload", body=body, headers=headers).expect(200)
    (mark,) = Path(server.data).rglob("mark")
    return mark.parent


def compare(report, server, count, size, rounds):
    with Session(server.api) as session, folder() as place:
        source = workspace(server, session)
        make(source, count, size)
        (source / "mark").unlink()
        for path in source.iterdir():
            path.chmod(0o644)
        collect(session, sorted(path.name for path in source.iterdir()))
        before = server.memory()
        times = {"export": [], "zip": []}
        for number in range(rounds):
            for name in ("export", "zip") if number % 2 else ("zip", "export"):
                seconds = exported(session) if name == "export" else zipped(source, place / "peer.zip")
                times[name].append(seconds)
        what = f"{count:,} files of {size / 1024:g} KiB"
        report.add(
            what, median(times["export"]), "s", peer=median(times["zip"]), peer_name="zip -0",
            ratio=paired_ratio(times["export"], times["zip"]),
        )
        report.add(f"{what}, memory more after it", server.memory() - before, "MiB", aim=64)


def measure(report, full):
    rounds = 7 if full else 3
    with martlet() as server:
        compare(report, server, 10_000, 4 * 1024, rounds)
    with martlet() as server:
        compare(report, server, 20, (100 if full else 25) * 1024 * 1024, rounds)

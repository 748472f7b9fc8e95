"""What the server costs by itself: memory idle and for each idle runtime, and the time to its first answer.

Peer of a runtime's share: the memory of the browser itself (PSS of all its processes).
"""

import time
from pathlib import Path
from statistics import median

from harness import process
from rig.martlet import folder, martlet

RUNTIMES = 8


def proportional(pids):
    """Memory in MiB of processes together, what they share counted once (PSS)."""
    total = 0
    for pid in pids:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total / 1024


def settled(server):
    """Resident memory once it has not grown for a second."""
    last, since = server.memory(), time.monotonic()
    while time.monotonic() - since < 1:
        time.sleep(0.1)
        now = server.memory()
        if now > last:
            since = time.monotonic()
        last = now
    return last


def starts(count):
    """Times to the first 200 in milliseconds, on new data folders and on one that exists."""
    new, again = [], []
    for _ in range(count):
        with folder() as place:
            with martlet(data=place) as server:
                new.append(server.started * 1e3)
            with martlet(data=place) as server:
                again.append(server.started * 1e3)
    return new, again


def measure(report, full):
    new, again = starts(20 if full else 7)
    report.add("start to the first 200, existing data, median", median(again), "ms", aim=150)
    report.add("start to the first 200, new data, median", median(new), "ms", aim=150)
    with martlet() as server:
        idle = settled(server)
        report.add("memory, idle", idle, "MiB", aim=60)
        runtimes = [server.api.create_runtime()["id"] for _ in range(RUNTIMES)]
        for runtime in runtimes:
            server.api.start(runtime)
        share = (settled(server) - idle) / RUNTIMES
        browsers = proportional(process.descendants(server.pid)) / RUNTIMES
        report.add("memory for each idle runtime, server's own", share, "MiB", peer=browsers, peer_name="its browser")
        for runtime in runtimes:
            server.api.stop(runtime)
        report.add("memory, idle after these", settled(server), "MiB")

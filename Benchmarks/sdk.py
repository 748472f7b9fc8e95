"""All events of a run of 1,000,000 by the Swift SDK, and how quickly the command line is there.

Peer: the official Python client over the same run, in turn with it, each in a process of its own.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from page import fill_runs
from rig.martlet import folder, martlet

EVENTS = 1_000_000
READ_BY_PYTHON = """
import json, os, sys, time
from bctrl import Bctrl
client = Bctrl(api_key=os.environ["MARTLET_API_KEY"], base_url=os.environ["MARTLET_BASE_URL"])
client.auth.whoami()
began = time.perf_counter()
count = 0
for event in client.runs.events.iter(sys.argv[1], limit=200):
    count += 1
    last = event["seq"]
seconds = time.perf_counter() - began
peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM:"))
print(json.dumps({"count": count, "last": last, "seconds": seconds, "peakKiB": int(peak)}))
"""


def read(command, server, run):
    """What a reader printed of itself."""
    environment = {**os.environ, "MARTLET_API_KEY": server.key, "MARTLET_BASE_URL": server.url}
    done = subprocess.run([*command, run], env=environment, capture_output=True, text=True, check=True)
    read = json.loads(done.stdout)
    if read["count"] != EVENTS or read["last"] != EVENTS:
        raise RuntimeError(f"{command[0]} read {read['count']:,} events")
    return read


def milliseconds(arguments, environment):
    began = time.perf_counter()
    subprocess.run([os.environ["MARTLET_BINARY"], *arguments], env=environment, stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - began) * 1e3


def measure(report, full):
    reader = Path(os.environ["MARTLET_BINARY"]).parent / "SDKBenchmark"
    if not reader.is_file():
        raise FileNotFoundError(f"{reader}: build it with `swift build -c release --product SDKBenchmark`")
    with folder() as place:
        run = fill_runs(report, place, [EVENTS])[EVENTS].run
        with martlet(data=place) as server:
            ours, theirs = [], []
            for _ in range(3 if full else 1):
                ours.append(read([str(reader)], server, run))
                theirs.append(read([sys.executable, "-c", READ_BY_PYTHON], server, run))
            rates = [median(EVENTS / one["seconds"] for one in side) for side in (ours, theirs)]
            report.add(
                "events.all, events a second", rates[0], "1/s", peer=rates[1], peer_name="Python client",
                ratio=rates[0] / rates[1], at_least=True, aim=1.0, of="ratio",
            )
            peaks = [max(one["peakKiB"] for one in side) / 1024 for side in (ours, theirs)]
            report.add(
                "events.all, greatest memory", peaks[0], "MiB", peer=peaks[1], peer_name="Python client",
                ratio=peaks[0] / peaks[1],
            )
            environment = {**os.environ, "MARTLET_API_KEY": server.key, "MARTLET_BASE_URL": server.url}
            rounds = 40 if full else 15
            for name, call in (("--version", ["--version"]), ("runs list", ["runs", "list", "--limit", "1"])):
                report.add(f"martlet {name}, median", median(milliseconds(call, environment) for _ in range(rounds)), "ms")

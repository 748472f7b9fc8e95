"""The folding of events into activity alone: time, rows and memory, without a browser or a server."""

import os
import re
import subprocess
from pathlib import Path


def measure(report, full):
    program = Path(os.environ["MARTLET_BINARY"]).with_name("FoldBenchmark")
    if not program.is_file():
        raise FileNotFoundError(f"{program}; build it first: swift build -c release --product FoldBenchmark")
    for events in (100_000, 1_000_000):
        said = subprocess.run([program, str(events)], check=True, capture_output=True, text=True).stdout
        found = {name: float(value) for name, value in re.findall(r"(\w+) ([\d.]+)", said)}
        report.add(f"time to fold {events} events", found["seconds"], "s")
        report.add(f"rows of {events} events", found["rows"], "rows")
        report.add(f"folded, {events} events", found["rate"], "events/s")
        report.add(f"memory that stays after {events} events", found["grown_mib"], "MiB", aim=16)

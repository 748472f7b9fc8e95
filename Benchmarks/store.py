"""The store's appends against GRDB alone, and its pages, without a server: Benchmarks/StoreBenchmark."""

import os
import re
import subprocess
from pathlib import Path

from rig.martlet import folder


def measure(report, full):
    program = Path(os.environ["MARTLET_BINARY"]).with_name("StoreBenchmark")
    if not program.is_file():
        raise FileNotFoundError(f"{program}; build it first: swift build -c release --product StoreBenchmark")
    with folder() as place:
        sizes = ["200000", "10000000"] if full else ["50000", "1000000"]
        said = subprocess.run([program, place, *sizes], check=True, capture_output=True, text=True).stdout
    for line in said.splitlines():
        report.note(line)
    for tasks, batch, ours, raw in re.findall(r"^ +(\d+) +(\d+) +(\d+) +(\d+) +[\d.]+$", said, re.MULTILINE):
        if batch in ("100", "1000"):
            report.add(
                f"appended, {tasks} runs at once, batches of {batch}", float(ours), "rows/s", peer=float(raw),
                peer_name="GRDB alone", ratio=float(ours) / float(raw), aim=0.8, of="ratio", at_least=True,
            )

"""Processor time of processes and all below them."""

import os
from pathlib import Path

from harness import process

TICK = os.sysconf("SC_CLK_TCK")


def seconds(root, alone=False):
    """What a process, and unless it is looked at alone its living descendants, have used so far."""
    total = 0
    for pid in {root} if alone else {root, *process.descendants(root)}:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        total += int(fields[11]) + int(fields[12])
    return total / TICK

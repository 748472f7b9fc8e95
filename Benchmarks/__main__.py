"""Measures Martlet against its peers, in pairs, in one run. `scripts/bench --help` says how to call it."""

import argparse
import importlib
import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# The server as a process, and the API's client, are those of the acceptance tests.
sys.path.insert(0, str(ROOT / "Tests/Acceptance"))
sys.dont_write_bytecode = True

BENCHMARKS = [
    "footprint", "cycle", "evaluate", "goto", "flood", "delay", "page", "replay", "store", "activity", "fold", "sdk",
    "recording", "live", "files", "recording_export", "captures", "export", "archive",
]


def arguments():
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of: {', '.join(BENCHMARKS)}; default: all")
    parser.add_argument("--full", action="store_true", help="longer: 10 million events instead of 1 million, more rounds")
    parser.add_argument("--binary", help="the server; default: MARTLET_BINARY, else .build/release/martlet")
    parser.add_argument("--json", metavar="FILE", help="also write the figures to a file")
    given = parser.parse_args()
    unknown = set(given.names) - set(BENCHMARKS)
    if unknown:
        parser.error(f"no such benchmark: {', '.join(unknown)}; there are: {', '.join(BENCHMARKS)}")
    return given


def main():
    given = arguments()
    binary = given.binary or os.environ.get("MARTLET_BINARY") or str(ROOT / ".build/release/martlet")
    if not Path(binary).is_file():
        sys.exit(f"bench: no server at {binary}. Build it first: swift build -c release")
    os.environ["MARTLET_BINARY"] = binary
    from rig.figures import Report

    report = Report()
    if "/debug/" in str(Path(binary).resolve()):
        report.note("This is a debug build: its figures say little.")
    failed = []
    for name in given.names or BENCHMARKS:
        benchmark = importlib.import_module(name)
        report.begin(name, benchmark.__doc__.splitlines()[0])
        try:
            benchmark.measure(report, given.full)
        except Exception as error:  # One that fails must not hide the others.
            report.note(f"FAILED: {type(error).__name__}: {error}")
            failed.append(name)
    if given.json:
        Path(given.json).write_text(json.dumps(report.rows(), indent=2) + "\n")
    missed = [f"{name}: {figure.name}" for name, figure in report.figures if figure.met is False]
    print(f"bench: {len(missed)} aims missed" + "".join(f"\n  {text}" for text in missed))
    # A slow machine is no failure; a benchmark that could not run is.
    sys.exit(f"bench: could not run: {', '.join(failed)}" if failed else 0)


if __name__ == "__main__":
    main()

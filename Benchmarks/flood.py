"""A page that logs 100,000 lines: Martlet until a reader has the last one, a bare observer until it has it.

The observer reads the browser's pipe, as the recorder does, with Runtime.enable, and only counts. Martlet's side ends when
the last line, committed, came out of the event stream. Neither side has another client that asked for console events.
"""

import time
from statistics import median

from harness.api import Session
from rig.browser import BareBrowser, Recipe
from rig.devtools import Client, WebSocketLine
from rig.figures import paired_ratio
from rig.martlet import martlet
from rig.stream import close_stream, open_stream

LINES = 100_000
SCRIPT = "for (let n = 1; n <= %d; n++) console.log(`flood line ${n} of a page that says more than anyone reads`)" % LINES
LAST = b"flood line %d " % LINES


def read_until(read, last, counted):
    """Reads until `last` came by; returns how often `counted` came by, and the moment."""
    count, rest = 0, b""
    while True:
        piece = read()
        if not piece:
            raise EOFError("the line ended before the last event")
        data = rest + piece
        count += data.count(counted)
        if last in data:
            return count, time.perf_counter()
        # What may be the beginning of either is looked at again; what was counted is not in it.
        keep = max(len(last), len(counted)) - 1
        rest = data[-keep:].rpartition(counted)[2] if counted in data[-keep:] else data[-keep:]


def bare(recipe):
    with BareBrowser(recipe, pipe=True) as browser:
        client = Client(browser.line)
        session = client.attach()
        client.call("Runtime.enable", session=session)
        began = time.perf_counter()
        client.evaluate(SCRIPT, session, wait=False)
        count, ended = read_until(browser.line.read, LAST, b'"Runtime.consoleAPICalled"')
        return ended - began, count


def ours(server):
    with Session(server.api) as session:
        client = Client(WebSocketLine(session.connect_url))
        page = client.attach()
        stream = open_stream(server.api, session.run_id)
        began = time.perf_counter()
        client.evaluate(SCRIPT, page, wait=False)
        _, ended = read_until(lambda: stream.read1(1 << 20), LAST, b"\n\n")
        close_stream(stream)
        client.close()
        session.stop()
        return ended - began, session.events("&type=console.message")


def in_order(events):
    """How many of the lines are in the record, and whether each is there once, in its place."""
    numbers = [int(e["data"]["text"].split()[2]) for e in events if e["data"]["text"].startswith("flood line ")]
    return len(numbers), numbers == list(range(1, LINES + 1))


def measure(report, full):
    with martlet() as server:
        with Session(server.api):
            recipe = Recipe.of(server.browser())
        taken, peer, found = [], [], []
        for _ in range(5 if full else 2):
            seconds, count = bare(recipe)
            peer.append(seconds)
            if count != LINES:
                report.note(f"the bare observer got {count:,} lines")
            seconds, events = ours(server)
            taken.append(seconds)
            found.append(in_order(events))
        report.add("lines in the record, fewest", min(n for n, _ in found), f"of {LINES:,}", aim=LINES, at_least=True)
        report.add("runs whose lines are all there once, in order", sum(ok for _, ok in found), f"of {len(found)}", aim=len(found), at_least=True)
        report.add(
            "lines a second, committed and read", LINES / median(taken), "1/s", peer=LINES / median(peer),
            peer_name="bare observer", ratio=paired_ratio(peer, taken), aim=0.95, of="ratio", at_least=True,
        )

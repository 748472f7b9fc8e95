"""The stream of an ended run of 100,000 events, and what a reader that stalls costs the server.

Peer of the replay: the same rows read from the database by SQLite alone, in this process.
"""

import sqlite3
import time
from statistics import median
from uuid import UUID

from flood import LAST, LINES, SCRIPT, read_until
from harness.api import Session
from page import fill_runs
from rig.devtools import Client, WebSocketLine
from rig.filler import position
from rig.martlet import folder, martlet
from rig.stream import close_stream, open_stream

EVENTS = 100_000


def replay(server, run):
    """Seconds until the end of the stream."""
    began = time.perf_counter()
    stream = open_stream(server.api, run)
    count, rest = 0, b""
    while piece := stream.read1(1 << 20):
        data = rest + piece
        count += data.count(b"event: run.event\n")
        rest = data[-20:].rpartition(b"\n")[2]
    close_stream(stream)
    if count != EVENTS or b"" != rest.strip():
        raise RuntimeError(f"{count:,} events came")
    return time.perf_counter() - began


def raw(database, run):
    """Seconds that SQLite alone needs for the rows."""
    began = time.perf_counter()
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    (number,) = connection.execute("SELECT number FROM runs WHERE id = ?", (UUID(run).bytes,)).fetchone()
    query = "SELECT position, milliseconds, json FROM events WHERE position > ? AND position < ? ORDER BY position"
    count = sum(1 for _ in connection.execute(query, (position(number, 0), position(number + 1, 0))))
    connection.close()
    if count != EVENTS:
        raise RuntimeError(f"{count:,} rows came")
    return time.perf_counter() - began


def flooded(server, stall):
    """The server's greatest memory in MiB during a flood that one reader follows, beside one that stalls if asked for."""
    with Session(server.api) as session:
        stalled = open_stream(server.api, session.run_id, buffer=4096) if stall else None
        client = Client(WebSocketLine(session.connect_url))
        stream = open_stream(server.api, session.run_id)
        client.evaluate(SCRIPT, client.attach(), wait=False)
        greatest = 0

        def read():
            nonlocal greatest
            greatest = max(greatest, server.memory())
            return stream.read1(1 << 20)

        read_until(read, LAST, b"\n\n")
        close_stream(stream)
        if stalled:
            close_stream(stalled)
        client.close()
    return greatest


def measure(report, full):
    with folder() as place:
        run = fill_runs(report, place, [EVENTS])[EVENTS].run
        with martlet(data=place) as server:
            taken, peer = [], []
            for _ in range(10 if full else 4):
                peer.append(raw(place / "martlet.sqlite", run))
                taken.append(replay(server, run))
            report.add(
                "events a second to one reader", EVENTS / median(taken), "1/s", peer=EVENTS / median(peer),
                peer_name="SQLite alone", ratio=median(peer) / median(taken), aim=50_000, at_least=True,
            )
            before = server.memory()
            stalled = [open_stream(server.api, run, buffer=4096) for _ in range(10)]
            greatest = max(sample(server) for _ in range(60))
            report.add("memory for ten stalled readers of an ended run", greatest - before, "MiB", aim=64)
            for stream in stalled:
                close_stream(stream)
            alone = max(flooded(server, stall=False) for _ in range(2))
            beside = flooded(server, stall=True)
            report.add(
                f"memory for a stalled reader of a flood of {LINES:,}", beside - alone, "MiB", peer=alone,
                peer_name="server, flood alone", aim=64,
            )


def sample(server):
    time.sleep(0.05)
    return server.memory()

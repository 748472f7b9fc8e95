"""From the page's console.log to the reader of the event stream, at 2,000 events a second.

Each line carries the browser's time. A watcher in a process of its own sees when a line is committed: it asks SQLite for the
run's last number every half millisecond (so its times are late by up to that). The peer is an observer at a bare browser's pipe.
"""

import json
import multiprocessing
import sqlite3
import time
from bisect import bisect_left
from statistics import median

from harness.api import Session
from rig.browser import BareBrowser, Recipe
from rig.devtools import Client, WebSocketLine
from rig.figures import percentile
from rig.filler import position
from rig.martlet import martlet
from rig.stream import close_stream, open_stream

RATE = 2000
SCRIPT = """
(() => {
    const began = performance.now(), count = %d;
    let said = 0;
    const timer = setInterval(() => {
        const due = Math.min(count, Math.floor((performance.now() - began) * %f));
        while (said < due) console.log(`delay ${++said} ${performance.timeOrigin + performance.now()} .`);
        if (said === count) { console.log('delay over'); clearInterval(timer); }
    }, 2);
})()
"""


def script(count):
    return SCRIPT % (count, RATE / 1000)


def read_pieces(read, last):
    """What came, piece by piece, with the times; nothing is looked into but for the end."""
    pieces, tail = [], b""
    while last not in tail:
        piece = read()
        if not piece:
            raise EOFError("the line ended before the last event")
        pieces.append((time.time() * 1e3, piece))
        tail = tail[-64:] + piece
    return pieces


def arrivals(pieces, separator):
    """Yields each message with the time at which its end arrived."""
    rest = b""
    for moment, piece in pieces:
        *messages, rest = (rest + piece).split(separator)
        for message in messages:
            yield moment, message


def said(message):
    """The page's time in a message, in milliseconds; None when it is not one of the lines."""
    at = message.find(b"delay ")
    words = message[at : at + 60].split(b" ")
    return float(words[2]) if at >= 0 and len(words) > 3 else None


def bare(recipe, count):
    with BareBrowser(recipe, pipe=True) as browser:
        client = Client(browser.line)
        session = client.attach()
        client.call("Runtime.enable", session=session)
        client.evaluate(script(count), session, wait=False)
        pieces = read_pieces(browser.line.read, b"delay over")
    return [moment - said(m) for moment, m in arrivals(pieces, b"\0") if said(m)]


def watch(database, run, results, stop):
    """In a process of its own: when each number was first seen committed."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True, isolation_level=None)
    (number,) = connection.execute("SELECT number FROM runs WHERE id = ?", (run,)).fetchone()
    find, span = "SELECT max(position) FROM events WHERE position < ?", (position(number + 1, 0),)
    numbers, times, version = [], [], None
    results.send("ready")
    while not stop.is_set():
        (now,) = connection.execute("PRAGMA data_version").fetchone()
        if now != version:
            version = now
            (last,) = connection.execute(find, span).fetchone()
            numbers.append(last - position(number, 0))
            times.append(time.time() * 1e3)
        time.sleep(0.0005)
    results.send((numbers, times))


def ours(server, count):
    spawn = multiprocessing.get_context("spawn")
    results, theirs = spawn.Pipe()
    stop = spawn.Event()
    with Session(server.api) as session:
        run = bytes.fromhex(session.run_id.replace("-", ""))
        watcher = spawn.Process(
            target=watch, args=(server.data / "martlet.sqlite", run, theirs, stop), daemon=True
        )
        watcher.start()
        results.recv()
        client = Client(WebSocketLine(session.connect_url))
        stream = open_stream(server.api, session.run_id)
        client.evaluate(script(count), client.attach(), wait=False)
        pieces = read_pieces(lambda: stream.read1(1 << 20), b"delay over")
        stop.set()
        committed = results.recv()
        close_stream(stream)
        client.close()
    return pieces, committed


def delays(pieces, committed):
    """From the page, and from the commit, to the reader."""
    numbers, times = committed
    from_page, from_commit = [], []
    for moment, message in arrivals(pieces, b"\n\n"):
        if (began := said(message)) is None:
            continue
        number = json.loads(message.partition(b"data: ")[2])["seq"]
        seen = bisect_left(numbers, number)
        from_page.append(moment - began)
        from_commit.append(max(0.0, moment - times[min(seen, len(times) - 1)]))
    return from_page, from_commit


def measure(report, full):
    count = RATE * (30 if full else 8)
    with martlet() as server:
        with Session(server.api):
            recipe = Recipe.of(server.browser())
        peer = bare(recipe, count)
        from_page, from_commit = delays(*ours(server, count))
        report.add("lines that arrived", len(from_page), f"of {count:,}", aim=count, at_least=True)
        report.add("commit to reader, median", median(from_commit), "ms", aim=10)
        report.add("commit to reader, p99", percentile(from_commit, 0.99), "ms", aim=50)
        for name, of in (("median", median), ("p99", lambda times: percentile(times, 0.99))):
            report.add(f"page to reader, {name}", of(from_page), "ms", peer=of(peer), peer_name="page to bare observer")

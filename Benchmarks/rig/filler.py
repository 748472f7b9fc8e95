"""Fills a stopped server's database with an ended run of any length, by copying the events of a real run.

Writes the schema of Sources/StoreSQLite/Migrations, past the server: ten million events through a browser would take hours.
"""

import os
import sqlite3
import time
import uuid

BATCH = 50_000


class EventIDs:
    """Ids as Sources/Model/Event+Numbering.swift makes them: time, the event's number, and bits of the run's id."""

    def __init__(self, run):
        self.tag = run.int & 0x3_FFFF_FFFF

    def text(self, number, milliseconds):
        bits = milliseconds << 80 | 7 << 76 | (number >> 28) << 64 | 2 << 62 | (number & 0xFFF_FFFF) << 34 | self.tag
        digits = f"{bits:032x}"
        return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


class Filled:
    """A run that was filled in: its id, and the ids of its events, which serve as cursors."""

    def __init__(self, run, milliseconds):
        self.run, self.milliseconds = str(run), milliseconds
        self.ids = EventIDs(run)

    def cursor(self, number):
        return self.ids.text(number, self.milliseconds)


def new_id():
    """A UUIDv7 of now."""
    chance = int.from_bytes(os.urandom(10), "big")
    tail = 7 << 76 | (chance >> 68) << 64 | 2 << 62 | chance & ((1 << 62) - 1)
    return uuid.UUID(int=(time.time_ns() // 1_000_000) << 80 | tail)


def split(json, event_id, number):
    """What stands before the id, between id and number, and after the number, of an event's text."""
    head, _, rest = json.partition(event_id.encode())
    middle, _, tail = rest.partition(b'"seq":%d,' % number)
    if not tail:
        raise RuntimeError(f"an event's text has another form than this filler knows: {json[:200]!r}")
    return head, middle + b'"seq":', b"," + tail


def fill(database, template_run, count):
    """Adds an ended run of `count` events, copies of the template run's in turn, and returns how to name them."""
    connection = sqlite3.connect(database, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        template = uuid.UUID(template_run)
        (source,) = connection.execute("SELECT number FROM runs WHERE id = ?", (template.bytes,)).fetchone()
        ids, rows = EventIDs(template), []
        query = "SELECT position & ?, kind, milliseconds, json FROM events WHERE position > ? AND position < ?"
        span = (position(1, 0) - 1, position(source, 0), position(source + 1, 0))
        for number, kind, milliseconds, json in connection.execute(query, span):
            rows.append((kind, milliseconds, *split(json, ids.text(number, milliseconds), number)))
        return _copy(connection, source, rows, count)
    finally:
        connection.close()


def position(run, number):
    """The key of an event, as Sources/StoreSQLite/EventPosition.swift makes it."""
    return run << 40 | number


def _copy_kinds(connection, source, run):
    """Gives the run kinds of its own; returns which one stands for which."""
    kinds = {}
    query = "SELECT number, type, status, pageID, contextID FROM event_kinds WHERE run = ?"
    for number, *parts in connection.execute(query, (source,)).fetchall():
        insert = "INSERT INTO event_kinds (run, type, status, pageID, contextID) VALUES (?, ?, ?, ?, ?)"
        kinds[number] = connection.execute(insert, (run, *parts)).lastrowid
    return kinds


def _copy(connection, source, rows, count):
    run = new_id()
    columns = "runtimeID, spaceID, status, failureCode, failureMessage, startedAt, finishedAt"
    number = connection.execute(
        f"INSERT INTO runs (id, {columns}, eventCount) SELECT ?, {columns}, ? FROM runs WHERE number = ?",
        (run.bytes, count, source),
    ).lastrowid
    kinds = _copy_kinds(connection, source, number)
    ids, latest = EventIDs(run), max(row[1] for row in rows)

    def events(first, last):
        for n in range(first, last + 1):
            kind, _, head, middle, tail = rows[(n - 1) % len(rows)]
            text = b"%b%b%b%d%b" % (head, ids.text(n, latest).encode(), middle, n, tail)
            yield position(number, n), kinds[kind], latest, text

    for first in range(1, count + 1, BATCH):
        connection.execute("BEGIN")
        last = min(first + BATCH - 1, count)
        connection.executemany("INSERT INTO events (position, kind, milliseconds, json) VALUES (?, ?, ?, ?)", events(first, last))
        connection.execute("COMMIT")
    return Filled(run, latest)

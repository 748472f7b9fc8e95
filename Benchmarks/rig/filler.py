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


def new_id():
    bits = int.from_bytes(os.urandom(16)) & ((1 << 74) - 1)
    return uuid.UUID(int=(time.time_ns() // 1_000_000) << 80 | 7 << 76 | (bits >> 62) << 64 | 2 << 62 | bits & ((1 << 62) - 1))


def split(json, event_id, number):
    """What stands before the id, between id and number, and after the number, of an event's text."""
    head, _, rest = json.partition(event_id.encode())
    middle, _, tail = rest.partition(b'"seq":%d,' % number)
    if not tail:
        raise RuntimeError(f"an event's text has another form than this filler knows: {json[:200]!r}")
    return head, middle + b'"seq":', b"," + tail


def fill(database, template_run, count, progress=lambda done: None):
    """Adds an ended run of `count` events, copies of the template run's in turn, and returns its id."""
    connection = sqlite3.connect(database, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        template = uuid.UUID(template_run)
        (source,) = connection.execute("SELECT number FROM runs WHERE id = ?", (template.bytes,)).fetchone()
        ids, rows = EventIDs(template), []
        query = "SELECT number, kind, milliseconds, json FROM events WHERE run = ? ORDER BY number"
        for number, kind, milliseconds, json in connection.execute(query, (source,)):
            rows.append((kind, milliseconds, *split(json, ids.text(number, milliseconds), number)))
        return _copy(connection, source, rows, count, progress)
    finally:
        connection.close()


def _copy(connection, source, rows, count, progress):
    run = new_id()
    columns = "runtimeID, spaceID, status, failureCode, failureMessage, startedAt, finishedAt"
    number = connection.execute(
        f"INSERT INTO runs (id, {columns}, eventCount) SELECT ?, {columns}, ? FROM runs WHERE number = ?",
        (run.bytes, count, source),
    ).lastrowid
    connection.execute(
        "INSERT INTO event_kinds SELECT ?, number, type, status, pageID, contextID FROM event_kinds WHERE run = ?",
        (number, source),
    )
    ids, latest = EventIDs(run), max(row[1] for row in rows)

    def events(first, last):
        for n in range(first, last + 1):
            kind, _, head, middle, tail = rows[(n - 1) % len(rows)]
            yield number, n, kind, latest, b"%b%b%b%d%b" % (head, ids.text(n, latest).encode(), middle, n, tail)

    for first in range(1, count + 1, BATCH):
        connection.execute("BEGIN")
        last = min(first + BATCH - 1, count)
        connection.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?)", events(first, last))
        connection.execute("COMMIT")
        progress(last)
    return str(run)

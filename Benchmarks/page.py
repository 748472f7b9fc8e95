"""A page of 100 events out of a long run over HTTP (1 million; with --full 10 million).

The run is a copy of a real run's events, written past the server (rig/filler.py). Pages begin at random places, on one kept
connection. Peers: the same in a run of 10,000 events, and /healthz, which is what the way itself costs.
"""

import random
import time
from statistics import median

from harness.api import Session
from playwright.sync_api import sync_playwright
from rig.figures import percentile
from rig.filler import fill
from rig.martlet import folder, martlet
from rig.site import Site
from rig.stream import KeptConnection

PAGE = 100


def template(server, site):
    """A run of some hundred events of the usual kinds, driven by Playwright."""
    with Session(server.api) as session, sync_playwright() as playwright:
        page = playwright.chromium.connect_over_cdp(session.connect_url).contexts[0].pages[0]
        for _ in range(5):
            page.goto(site.url("/shop"), wait_until="load")
        session.stop()
    return session.run_id


def fill_runs(report, place, sizes):
    """Runs of the given sizes in a data folder whose server has ended."""
    with martlet(data=place) as server, Site() as site:
        source = template(server, site)
    runs = {}
    for size in sizes:
        began = time.perf_counter()
        runs[size] = fill(place / "martlet.sqlite", source, size)
        report.note(f"a run of {size:,} events was written in {time.perf_counter() - began:.0f} s")
    return runs


def paths(filled, size, query, count):
    """Requests for pages behind random events."""
    choose = random.Random(1)
    for _ in range(count):
        cursor = filled.cursor(choose.randrange(1, size // 2 if query else size - PAGE))
        yield f"/v1/runs/{filled.run}/events?limit={PAGE}&cursor={cursor}{query}"


def milliseconds(connection, path):
    began = time.perf_counter()
    body = connection.get(path)
    return (time.perf_counter() - began) * 1e3, body


def measure(report, full):
    sizes = [10_000, 10_000_000 if full else 1_000_000]
    with folder() as place:
        runs = fill_runs(report, place, sizes)
        with martlet(data=place) as server:
            report.add("start on this database, to the first 200", server.started * 1e3, "ms")
            connection = KeptConnection(server.api)
            floor = median(milliseconds(connection, "/healthz")[0] for _ in range(500))
            report.add("GET /healthz, median", floor, "ms")
            for name, query in (("any events", ""), ("only console lines", "&type=console.message")):
                times = {size: [] for size in sizes}
                # In turn, so that both meet the same machine.
                for pair in zip(*(list(paths(runs[size], size, query, 1000)) for size in sizes)):
                    for size, path in zip(sizes, pair):
                        taken, body = milliseconds(connection, path)
                        times[size].append(taken)
                        if body.count(b'"seq":') != PAGE:
                            raise RuntimeError(f"{path} answered {body.count(b'seq')} events: {body[:300]!r}")
                small, large = (times[size] for size in sizes)
                report.add(
                    f"{PAGE} of {sizes[1]:,}, {name}, median", median(large), "ms", peer=median(small),
                    peer_name=f"of {sizes[0]:,}", ratio=median(large) / median(small), aim=None if query else 2.0,
                )
                report.add(f"{PAGE} of {sizes[1]:,}, {name}, p99", percentile(large, 0.99), "ms")
            connection.close()

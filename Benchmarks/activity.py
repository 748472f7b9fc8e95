"""The activity: how long a long run takes to fold, how soon a click is a row, and what it costs a script.

The delay is from the end of a Playwright click to the row on a live stream; a click settles 60 ms after the button came up, in case it
turns out to be a double click. The cost is that of the same script of clicks and fills on a server with activity against one without.
"""

import threading
import time
from statistics import median

from harness.api import Session
from harness import story
from playwright.sync_api import sync_playwright
from rig.figures import paired_ratio, percentile
from rig.martlet import martlet
from rig.stream import close_stream, open_stream

PAGE = """<!doctype html><title>Form</title><button>Save</button>""" + "".join(
    f"<label>Field {n} <input></label>" for n in range(10)
)


def connect(playwright, session):
    page = playwright.chromium.connect_over_cdp(session.connect_url).contexts[0].pages[0]
    page.goto("data:text/html," + PAGE)
    return page


def script(page, steps):
    """Clicks and fills in turn; the time of the whole."""
    began = time.perf_counter()
    for n in range(steps // 2):
        page.get_by_label(f"Field {n % 10}", exact=True).fill(f"text {n}")
        page.get_by_role("button", name="Save").click()
    return time.perf_counter() - began


def cost(report, rounds, steps):
    with martlet() as on, martlet(MARTLET_ACTIVITY="off") as off, sync_playwright() as playwright:
        with Session(on.api) as first, Session(off.api) as second:
            pages = [connect(playwright, session) for session in (first, second)]
            times = ([], [])
            for page in pages:
                script(page, 20)
            for n in range(rounds):
                for side in (0, 1) if n % 2 else (1, 0):
                    times[side].append(script(pages[side], steps))
                    time.sleep(0.2)
    report.add(
        f"{steps} clicks and fills", median(times[0]), "s", peer=median(times[1]), peer_name="activity off",
        ratio=paired_ratio(*times), aim=1.05, of="ratio",
    )


def delay(report, clicks):
    with martlet() as server, Session(server.api) as session, sync_playwright() as playwright:
        page = connect(playwright, session)
        response = open_stream(server.api, session.run_id, "?type=browser.click", rows="activity")
        came = []

        def follow():
            text = b""
            while text.count(b"event: run.activity") < clicks:
                piece = response.read1(65536)
                if not piece:
                    return
                came.extend([time.perf_counter()] * piece.count(b"event: run.activity"))
                text += piece

        reader = threading.Thread(target=follow)
        reader.start()
        done = []
        for _ in range(clicks):
            page.get_by_role("button", name="Save").click()
            done.append(time.perf_counter())
            time.sleep(0.15)
        reader.join(10)
        close_stream(response)
    delays = [(row - click) * 1e3 for click, row in zip(done, came)]
    report.add("click to row, median", median(delays), "ms", aim=100)
    report.add("click to row, 99 %", percentile(delays, 0.99), "ms")


FLOOD = """count => { for (let n = 0; n < count; n++) n % 50 ? console.log('line ' + n) : console.error('error ' + n) }"""


def record(events, **environment):
    """One run of so many events on a server of its own: seconds until it is sealed, MiB that the server grew, rows of its activity."""
    with martlet(**environment) as server, Session(server.api) as session, sync_playwright() as playwright:
        page = connect(playwright, session)
        before = server.memory()
        began = time.perf_counter()
        page.evaluate(FLOOD, events)
        session.stop()
        taken = time.perf_counter() - began
        return taken, server.memory() - before, len(story.activity(server.api, session.run_id, "&view=debug"))


def fold(report, events):
    """A page logs as fast as it can, every fiftieth line an error of its own, which becomes a row."""
    (seconds, grown, rows), (bare, bare_grown, _) = record(events), record(events, MARTLET_ACTIVITY="off")
    report.add(f"{events:,} events, recorded and folded", seconds, "s", peer=bare, peer_name="activity off", ratio=seconds / bare)
    report.add("rows", rows, "rows")
    report.add("memory on top", grown, "MiB", peer=bare_grown, peer_name="activity off")


def measure(report, full):
    fold(report, 100_000)
    delay(report, 200 if full else 60)
    cost(report, 10 if full else 5, 200)

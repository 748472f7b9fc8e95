"""Playwright's page.screenshot: with screenshots kept as files, and with that switched off.

Two servers, a page that changes before each picture, so that each is a file of its own; the servers take turns.
"""

import time
from statistics import median

from harness.api import Session
from harness.files import files_of
from harness.wait import until
from playwright.sync_api import sync_playwright
from rig.figures import paired_ratio
from rig.martlet import martlet

PAGE = """<style>body{font:20px sans-serif;background:linear-gradient(#def,#fed)}</style><h1>0</h1>
<script>document.body.append(...Array.from({length: 60}, (_, i) => Object.assign(document.createElement('p'), {textContent: 'Line ' + i + ' of a page as agents see it'})))</script>"""


def shoot(page, number, count):
    """Seconds for so many different screenshots."""
    spent = 0
    for turn in range(count):
        page.evaluate(f"document.querySelector('h1').textContent = '{number} {turn}'")
        began = time.perf_counter()
        page.screenshot()
        spent += time.perf_counter() - began
    return spent


def measure(report, full):
    rounds, count = (20, 20) if full else (10, 10)
    with martlet(MARTLET_CAPTURE_FILES="on") as on, martlet(MARTLET_CAPTURE_FILES="off") as off:
        with Session(on.api) as kept, Session(off.api) as left, sync_playwright() as playwright:
            pages = {}
            for name, session in (("on", kept), ("off", left)):
                browser = playwright.chromium.connect_over_cdp(session.connect_url)
                pages[name] = browser.contexts[0].pages[0]
                pages[name].set_content(PAGE)
                shoot(pages[name], "warm", 5)
            times = {"on": [], "off": []}
            for number in range(rounds):
                for name in ("on", "off") if number % 2 else ("off", "on"):
                    times[name].append(shoot(pages[name], number, count))
            expected = rounds * count + 5
            began = time.perf_counter()
            until(lambda: len(files_of(on.api, kept.run_id)) == expected, 60, "all screenshots as files")
            report.note(f"all {expected} screenshots were files {time.perf_counter() - began:.2f} s after the last one")
            report.add(
                "one screenshot", median(times["on"]) / count * 1e3, "ms", peer=median(times["off"]) / count * 1e3,
                peer_name="switched off", ratio=paired_ratio(times["on"], times["off"]), aim=1.03, of="ratio",
            )
            assert files_of(off.api, left.run_id) == []

"""page.goto of local pages: a recorded browser through Martlet against a bare one, side by side."""

import time
from statistics import median

from harness.api import Session
from playwright.sync_api import sync_playwright
from rig.browser import BareBrowser, Recipe
from rig.figures import paired_ratio
from rig.martlet import martlet
from rig.site import RESOURCES, Site

# Lets the side that was measured come to rest, or its last work would be counted against the other.
REST = 0.05


def milliseconds(page, url):
    began = time.perf_counter()
    page.goto(url, wait_until="load")
    taken = (time.perf_counter() - began) * 1e3
    time.sleep(REST)
    return taken


def alternate(ours, theirs, url, rounds):
    times = ([], [])
    for n in range(rounds):
        for side in (0, 1) if n % 2 else (1, 0):
            times[side].append(milliseconds((ours, theirs)[side], url))
    return times


def measure(report, full):
    rounds = 150 if full else 50
    with martlet() as server, Site() as site, Session(server.api) as session, sync_playwright() as playwright:
        with BareBrowser(Recipe.of(server.browser())) as bare:
            pages = [
                playwright.chromium.connect_over_cdp(url).contexts[0].pages[0] for url in (session.connect_url, bare.url)
            ]
            for path, name in (("/plain", "one document"), ("/shop", f"{RESOURCES} resources, 10 console lines")):
                alternate(*pages, site.url(path), 5)
                ours, theirs = alternate(*pages, site.url(path), rounds)
                report.add(
                    name, median(ours), "ms", peer=median(theirs), peer_name="bare",
                    ratio=paired_ratio(ours, theirs), aim=1.10, of="ratio",
                )
        session.stop()
        answers = session.events("&type=network.response")
        expected = (rounds + 5) * (RESOURCES + 2)
        report.add("responses in the record", len(answers), f"of {expected:,}", aim=expected, at_least=True)

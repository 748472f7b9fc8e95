"""Create, connect, goto, release: through Martlet against the bare browser.

Martlet: POST runtimes, start, connect_over_cdp(connectUrl), goto, stop, which returns when the record is sealed and the
browser and its folders are gone. Bare: start the same browser with a port, connect_over_cdp, goto, SIGTERM, wait, remove
the profile. One Playwright drives both, in turn.
"""

import asyncio
import time

from playwright.async_api import async_playwright
from rig.browser import BareBrowser
from rig.figures import paired_ratio, percentile
from rig.martlet import martlet
from rig.site import Site
from statistics import median


class Cycles:
    def __init__(self, server, recipe, playwright, url):
        self.server, self.recipe, self.playwright, self.url = server, recipe, playwright, url

    async def visit(self, address):
        browser = await self.playwright.chromium.connect_over_cdp(address)
        await browser.contexts[0].pages[0].goto(self.url)
        await browser.close()

    async def ours(self, parts=None):
        """Seconds of one cycle; `parts` gets those of its four steps."""
        began = time.perf_counter()
        runtime = await asyncio.to_thread(self.server.api.create_runtime)
        started = await asyncio.to_thread(self.server.api.start, runtime["id"])
        connected = time.perf_counter()
        await self.visit(started["connectUrl"])
        visited = time.perf_counter()
        await asyncio.to_thread(self.server.api.stop, runtime["id"])
        ended = time.perf_counter()
        if parts is not None:
            parts.append((connected - began, visited - connected, ended - visited))
        return ended - began

    async def bare(self, parts=None):
        began = time.perf_counter()
        browser = await asyncio.to_thread(BareBrowser, self.recipe)
        connected = time.perf_counter()
        await self.visit(browser.url)
        visited = time.perf_counter()
        await asyncio.to_thread(browser.stop)
        ended = time.perf_counter()
        if parts is not None:
            parts.append((connected - began, visited - connected, ended - visited))
        return ended - began


async def at_once(cycle, count):
    return await asyncio.gather(*(cycle() for _ in range(count)))


async def run(report, server, site, rounds, waves):
    recipe = server.recipe()
    async with async_playwright() as playwright:
        cycles = Cycles(server, recipe, playwright, site.url("/plain"))
        await cycles.bare()
        await cycles.ours()
        ours, theirs, our_parts, their_parts = [], [], [], []
        for _ in range(rounds):
            theirs.append(await cycles.bare(their_parts))
            ours.append(await cycles.ours(our_parts))
        report.add(
            "one after another, median", median(ours) * 1e3, "ms", peer=median(theirs) * 1e3, peer_name="bare",
            ratio=paired_ratio(ours, theirs), aim=1.25, of="ratio",
        )
        for n, step in enumerate(("create and start", "connect and goto", "release")):
            mine, peer = [p[n] * 1e3 for p in our_parts], [p[n] * 1e3 for p in their_parts]
            report.add(
                f"  {step}", median(mine), "ms", peer=median(peer), peer_name="bare", ratio=median(mine) / median(peer)
            )
        ours, theirs = [], []
        for _ in range(waves):
            theirs += await at_once(cycles.bare, 10)
            ours += await at_once(cycles.ours, 10)
        spread, peer = (percentile(times, 0.95) / median(times) for times in (ours, theirs))
        report.add(
            "ten at once, median", median(ours) * 1e3, "ms", peer=median(theirs) * 1e3, peer_name="bare",
            ratio=median(ours) / median(theirs),
        )
        report.add("ten at once, p95 / p50", spread, "", peer=peer, peer_name="bare", aim=1.4)


def measure(report, full):
    with martlet() as server, Site() as site:
        asyncio.run(run(report, server, site, rounds=60 if full else 20, waves=8 if full else 4))

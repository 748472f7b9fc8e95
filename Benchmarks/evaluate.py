"""Runtime.evaluate: through connectUrl, straight at the browser's port, and through a plain TCP splice.

All three reach the page of one runtime, so the browser is observed by the recorder in all three; what differs is the way.
"""

import time
from statistics import median
from urllib.parse import urlsplit

from harness.api import Session
from playwright.sync_api import sync_playwright
from rig.devtools import Client, WebSocketLine
from rig.figures import percentile
from rig.martlet import martlet
from rig.splice import Splice

CALLS = 100


def seconds(call, calls=CALLS):
    times = []
    for _ in range(calls):
        began = time.perf_counter()
        call()
        times.append(time.perf_counter() - began)
    return times


def rotate(ways, rounds):
    """Measures the ways in turn, beginning with another one in each round: the times of each way, round by round."""
    names = list(ways)
    times = {name: [] for name in names}
    for n in range(rounds):
        for name in names[n % len(names) :] + names[: n % len(names)]:
            times[name].append(seconds(ways[name]))
    return times


def flat(rounds):
    return [second * 1e3 for round in rounds for second in round]


def added(ours, theirs):
    """Milliseconds added at the median: the median over the rounds, each compared with its neighbour."""
    return median((median(a) - median(b)) * 1e3 for a, b in zip(ours, theirs, strict=True))


def compare(report, client, times, against):
    ours = flat(times["martlet"])
    for peer, name in against:
        theirs = flat(times[peer])
        aim = 0.10 if peer == "direct" else None
        report.add(f"{client}, added to {name}, median", added(times["martlet"], times[peer]), "ms", aim=aim)
        report.add(
            f"{client}, median", median(ours), "ms", peer=median(theirs), peer_name=name, ratio=median(ours) / median(theirs)
        )
        report.add(f"{client}, p99", percentile(ours, 0.99), "ms", peer=percentile(theirs, 0.99), peer_name=name)


def raw(report, addresses, rounds):
    clients = {name: Client(WebSocketLine(url)) for name, url in addresses.items()}
    sessions = {name: client.attach() for name, client in clients.items()}
    ways = {name: lambda c=clients[name], s=sessions[name]: c.evaluate("1", s) for name in clients}
    rotate(ways, 3)
    compare(report, "bare client", rotate(ways, rounds), [("direct", "direct"), ("splice", "TCP splice")])
    for client in clients.values():
        client.close()


def through_playwright(report, addresses, rounds):
    with sync_playwright() as playwright:
        browsers = {name: playwright.chromium.connect_over_cdp(addresses[name]) for name in ("martlet", "direct")}
        ways = {name: lambda p=browser.contexts[0].pages[0]: p.evaluate("1") for name, browser in browsers.items()}
        rotate(ways, 3)
        compare(report, "Playwright", rotate(ways, rounds), [("direct", "direct")])
        for browser in browsers.values():
            browser.close()


def measure(report, full):
    with martlet() as server, Session(server.api) as session:
        direct = server.direct_url()
        address = urlsplit(direct)
        with Splice(address.port) as splice:
            spliced = address._replace(netloc=f"127.0.0.1:{splice.port}").geturl()
            addresses = {"martlet": session.connect_url, "direct": direct, "splice": spliced}
            raw(report, addresses, rounds=100 if full else 30)
        through_playwright(report, addresses, rounds=40 if full else 12)

"""A tour of everything at once: tabs that run random programs whose every effect is known beforehand."""

import random

import pytest

from harness.site import key

TABS, STEPS = 5, 30

# Each step is awaited before the next, so that the order of what a tab's own page says is known.
STEP = {
    "log": "console.log('MARK');",
    "warn": "console.warn('MARK');",
    "error": "console.error('MARK');",
    "fetch": "await (await fetch('/echo/MARK')).text();",
    "missing": "await (await fetch('/status/404/MARK')).text();",
    "redirect": "await (await fetch('/redirect/2/MARK')).text();",
    "preflight": "await (await fetch('{OTHER}/cors/MARK', {headers: {'x-marker': '1'}})).text();",
    "throw": "await new Promise(r => { setTimeout(r, 5); setTimeout(() => { throw new Error('MARK') }) });",
    "reject": "Promise.reject(new Error('MARK')); await new Promise(r => setTimeout(r, 5));",
    "hash": "location.hash = 'MARK'; await new Promise(r => setTimeout(r, 5));",
    "dialog": "alert('MARK');",
    "frame": "await frame('{SITE}/inner?name=MARK', 'MARK');",
    "foreign": "await frame('{OTHER}/inner?name=MARK', 'MARK');",
    "worker": "await worker('MARK');",
    "popup": "await popup('MARK');",
}
HELPERS = """
    const said = mark => new Promise(resolve => {
        const hear = event => { if (event.data === mark) { removeEventListener('message', hear); resolve() } };
        addEventListener('message', hear);
    });
    const frame = (url, mark) => {
        const heard = said(mark);
        const element = document.createElement('iframe');
        element.src = url; document.body.append(element);
        return heard;
    };
    const popup = mark => { const heard = said(mark); open('/inner?name=' + mark); return heard };
    const worker = mark => new Promise(resolve => {
        new Worker('/worker.js?name=' + mark).onmessage = event => { event.target.terminate(); resolve() };
    });
"""
INNER = """
    const name = new URLSearchParams(location.search).get('name');
    console.log('inner ' + name);
    await (await fetch('/echo/inner-' + name)).text();
    (self.opener ?? self.parent ?? self).postMessage(name, '*');
"""
WORKER = """(async () => {
    const name = new URLSearchParams(location.search).get('name');
    console.log('inner ' + name);
    await (await fetch('/echo/inner-' + name)).text();
    postMessage(name);
})()"""


def program(tab, chance):
    """The steps of one tab, each with its mark."""
    kinds = list(STEP) + [chance.choice(list(STEP)) for _ in range(STEPS - len(STEP))]
    chance.shuffle(kinds)
    return [(kind, f"tab{tab}-{number}-{kind}") for number, kind in enumerate(kinds)]


@pytest.mark.parametrize("seed", range(3))
def test_a_tour(drive, site, seed):
    chance = random.Random(seed)
    programs = [program(tab, chance) for tab in range(TABS)]
    site.page("/inner", script=f"(async () => {{ {INNER} }})()")
    site.script("/worker.js", WORKER)
    urls = []
    for tab, steps in enumerate(programs):
        body = "".join(STEP[kind].replace("MARK", mark) for kind, mark in steps)
        urls.append(site.page(f"/tab{tab}", script=f"{HELPERS} (async () => {{ {body} window.done = true }})()"))

    def action(page):
        pages = [page] + [page.context.new_page() for _ in urls[1:]]
        for tab in pages:
            tab.on("dialog", lambda dialog: dialog.accept())
        for tab, url in zip(pages, urls):
            tab.goto(url, wait_until="commit")
        for tab in pages:
            tab.wait_for_function("() => window.done === true")

    record = drive(action)
    record.check_site(site)
    marks = {kind: [m for steps in programs for k, m in steps if k == kind] for kind in STEP}
    for tab, steps in enumerate(programs):
        said = [m for k, m in steps if k in ("log", "warn", "error")]
        assert record.console(f"tab{tab}-") == said, "console lines of a page, once and in order"
        thrown = [m for k, m in steps if k in ("throw", "reject")]
        mine = [d["message"] for d in record.data("page.error") if f"tab{tab}-" in d["message"]]
        assert len(mine) == len(thrown) and all(m in text for m, text in zip(thrown, mine))
        hashes = [urls[tab] + "#" + m for k, m in steps if k == "hash"]
        assert [d["url"] for d in record.data("navigation", "finished") if f"/tab{tab}#" in d["url"]] == hashes
        dialogs = [m for k, m in steps if k == "dialog"]
        assert [d["message"] for d in record.data("dialog", "started") if f"tab{tab}-" in d["message"]] == dialogs
    inner = marks["frame"] + marks["foreign"] + marks["worker"] + marks["popup"]
    assert sorted(record.console("inner ")) == sorted("inner " + m for m in inner)
    assert len(record.data("page.error")) == len(marks["throw"]) + len(marks["reject"])
    requests = record.requests(f":{site.port}")
    assert all(requests[key("GET", site.url(f"/redirect/{n}/{m}"))] == 1 for m in marks["redirect"] for n in (1, 2))
    assert all(requests[key("OPTIONS", site.other(f"/cors/{m}"))] == 1 for m in marks["preflight"])
    opened = {e["pageId"] for e in record.of("console.message") if e["data"]["text"][6:] in marks["popup"]}
    assert len(opened) == len(marks["popup"])

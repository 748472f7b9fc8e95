"""Rare kinds of requests and pages: each is on record once, like the common ones."""

import pytest

from harness.site import key
from harness.wait import until

DONE = "() => window.done === true"


def finish(page, url):
    page.goto(url)
    page.wait_for_function(DONE)


def test_an_event_source_ends_once(drive, site):
    site.add("/feed", "retry: 60000\ndata: one\n\ndata: two\n\n", "text/event-stream")
    url = site.page(
        "/listening",
        script="""let heard = 0; const source = new EventSource('/feed');
        source.onmessage = () => { if (++heard === 2) { source.close(); window.done = true } }""",
    )
    record = drive(lambda page: finish(page, url))
    record.check_site(site)
    assert record.requests()[key("GET", site.url("/feed"))] == 1


def test_hints_and_reports(drive, site):
    site.add(
        "/hinting",
        """<!doctype html><link rel=icon href='data:,'><link rel=preload as=fetch href=/echo/preload crossorigin>
        <link rel=modulepreload href=/preloaded.js><link rel=prefetch href=/echo/prefetch>
        <img srcset="/image/small 1x, /image/large 3x"><video src=/echo/video></video>
        <script>fetch('/echo/preload').then(r => r.text()).then(() => { window.done = true })</script>""",
    )
    site.script("/preloaded.js", "export default 1")

    def action(page):
        finish(page, site.url("/hinting"))
        until(lambda: site.reached("GET", "/echo/prefetch") and site.reached("GET", "/echo/video"))

    record = drive(action)
    record.check_site(site)


def test_the_last_words_of_a_page_that_is_left(drive, site):
    """Within one site. When a page goes to another site, Chromium lets go of the old one before its last words."""
    url = site.page(
        "/leaving",
        script="""onpagehide = () => {
            navigator.sendBeacon('/echo/beacon-at-end', 'x');
            fetch('/echo/kept-at-end', {method: 'POST', keepalive: true, body: 'y'});
            console.log('leaving now');
        }""",
    )

    def action(page):
        page.goto(url)
        page.goto(site.url("/echo/elsewhere"))
        until(lambda: site.reached("POST", "/echo/beacon-at-end") and site.reached("POST", "/echo/kept-at-end"))

    record = drive(action)
    record.check_site(site)
    assert record.console("leaving ") == ["leaving now"]


def test_frames_that_are_removed_while_they_load(drive, site):
    url = site.page(
        "/fickle",
        script="""(async () => {
            for (let n = 0; n < 5; n++) {
                const frame = document.createElement('iframe');
                frame.src = (n % 2 ? '{SITE}' : '{OTHER}') + '/slow/30/gone' + n;
                document.body.append(frame);
                window.frame = frame;
                await new Promise(resolve => { window.next = resolve });
                frame.remove();
            }
            window.done = true;
        })()""",
    )

    def action(page):
        page.goto(url, wait_until="commit")
        for n in range(5):
            until(lambda: site.reached("GET", f"/slow/30/gone{n}"))
            page.evaluate("next()")
        page.wait_for_function(DONE)

    record = drive(action)
    record.check_site(site)
    for n in range(5):
        assert record.end_of(f"/slow/30/gone{n}")["type"] == "network.failed"


def test_navigations_that_lead_nowhere(drive, site):
    url = site.page("/start", "<a id=none href=/status/204/none>none</a><meta http-equiv=refresh content='0;url=/target'>")
    site.page("/target", "<a id=none href=/status/204/none>none</a>", "window.done = true")

    def action(page):
        page.goto(url)
        page.wait_for_url("**/target")
        page.click("#none")
        until(lambda: site.reached("GET", "/status/204/none"))
        page.evaluate("setTimeout(() => { location = '/slow/30/stopped'; setTimeout(stop, 500) })")
        until(lambda: site.reached("GET", "/slow/30/stopped"))
        page.wait_for_function("() => !navigation.transition && window.done === true")

    record = drive(action)
    record.check_site(site)
    finished = [d["url"] for d in record.data("navigation", "finished") if d["url"].startswith("http")]
    assert finished == [url, site.url("/target")]


def test_pages_that_change_their_process_keep_their_id(drive, site):
    """A page goes from site to site and back, with opener isolation between."""
    one = site.page("/one", script="console.log('swap one')")
    site.page("/other", script="console.log('swap other')")
    site.add(
        "/apart",
        "<!doctype html><link rel=icon href='data:,'><script>console.log('swap apart')</script>",
        headers={"Cross-Origin-Opener-Policy": "same-origin"},
    )
    other = site.other("/other")

    def action(page):
        for url in (one, other, site.url("/apart"), one, other):
            page.goto(url)

    record = drive(action)
    record.check_site(site)
    assert record.console("swap ") == ["swap one", "swap other", "swap apart", "swap one", "swap other"]
    assert len({e["pageId"] for e in record.of("console.message")}) == 1


def test_what_a_content_policy_blocks(drive, site):
    site.add(
        "/strict",
        """<!doctype html><link rel=icon href='data:,'><script>
        console.log('policy first');
        fetch('/echo/blocked').catch(() => {}).then(() => { window.done = true })</script>""",
        headers={"Content-Security-Policy": "connect-src 'none'"},
    )
    record = drive(lambda page: finish(page, site.url("/strict")))
    # Chromium tells of such a fetch on the console only: the record has no request, or one that failed.
    blocked = {key("GET", site.url("/echo/blocked")): record.requests()[key("GET", site.url("/echo/blocked"))]}
    record.check_site(site, beyond=blocked)
    assert not site.reached("GET", "/echo/blocked")
    assert any("Content Security Policy" in d["text"] for d in record.data("console.message"))


def test_the_same_address_many_times(drive, site):
    url = site.page("/again", script="console.log('again line')")

    def action(page):
        for _ in range(5):
            page.goto(url)
        page.reload()

    record = drive(action)
    record.check_site(site)
    assert record.console("again ") == ["again line"] * 6
    assert [d["url"] for d in record.data("navigation", "finished") if d["url"] == url] == [url] * 6


@pytest.mark.parametrize("pages", [20])
def test_many_pages_at_once(drive, site, pages):
    url = site.page("/many", script="console.log('many line'); fetch('/echo/many').then(() => { window.done = true })")

    def action(page):
        page.goto(url)
        page.evaluate(f"for (let n = 0; n < {pages}; n++) open('/many?' + n, '_blank', 'noopener')")
        until(lambda: site.reached("GET", "/echo/many", pages + 1), 30)

    record = drive(action)
    record.check_site(site)
    assert record.console("many ") == ["many line"] * (pages + 1)
    assert len({e["pageId"] for e in record.of("console.message")}) == pages + 1

"""The record's requests against what the site counted."""

from collections import Counter

from harness.site import key
from harness.wait import until

DONE = "() => window.done === true"


def finish(page, url):
    page.goto(url)
    page.wait_for_function(DONE)


def test_every_kind_of_subresource_is_one_request_and_one_end(drive, site):
    body = """<link rel=stylesheet href=/style/a><img src=/image/a><script src=/code.js></script>
        <script type=module src=/module.js></script><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">"""
    site.script("/code.js", "window.code = 1")
    site.script("/module.js", "import '/imported.js'; await fetch('/echo/module'); window.done = true")
    site.script("/imported.js", "export default 1")
    url = site.page("/resources", body)
    record = drive(lambda page: finish(page, url))
    record.check_site(site)
    kinds = {d["url"].rpartition(str(site.port))[2]: d["resourceType"].lower() for d in record.data("network.request")}
    assert kinds["/resources"] == "document" and kinds["/style/a"] == "stylesheet" and kinds["/image/a"] == "image"
    assert kinds["/code.js"] == "script" and kinds["/imported.js"] == "script" and kinds["/echo/module"] == "fetch"


def test_methods_statuses_and_sizes(drive, site):
    """Most of these answers are never read by the page: Chromium then tells of a response, but never of its end."""
    url = site.page(
        "/methods",
        script="""(async () => {
            for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'HEAD'])
                await fetch('/echo/' + method.toLowerCase(), {method});
            for (const status of [201, 204, 400, 404, 418, 500, 503]) await fetch(`/status/${status}/s${status}`);
            await (await fetch('/bytes/5000/large')).text();
            await new Promise(resolve => {
                const request = new XMLHttpRequest();
                request.open('GET', '/echo/xhr'); request.onloadend = resolve; request.send();
            });
            window.done = true;
        })()""",
    )
    record = drive(lambda page: finish(page, url))
    record.check_site(site)
    for status in (201, 204, 400, 404, 418, 500, 503):
        assert record.end_of(f"/status/{status}/s{status}")["data"]["statusCode"] == status
    large = record.end_of("/bytes/5000/large")["data"]
    assert large["bytes"] >= 5000 and large["mimeType"] == "application/octet-stream"
    names = [e.get("name", "") for e in record.of("network.request") if e["data"]["url"].endswith("/echo/post")]
    assert names and names[0].startswith("POST") and "/echo/post" in names[0]


def test_each_hop_of_a_redirect_is_a_request_of_its_own(drive, site):
    url = site.page("/hops", script="fetch('/redirect/3/fetched').then(() => window.done = true)")

    def action(page):
        page.goto(site.url("/redirect/4/page"))
        finish(page, url)

    record = drive(action)
    record.check_site(site)
    for marker, hops in (("page", 4), ("fetched", 3)):
        chain = [(r, e) for r, e in record.exchanges() if r["data"]["url"].endswith("/" + marker)]
        assert [e["data"]["statusCode"] for _, e in chain] == [302] * hops + [200]
        assert len({r["data"]["requestId"] for r, _ in chain}) == 1
    finished = [d["url"] for d in record.data("navigation", "finished")]
    assert finished == [site.url("/echo/page"), url] or finished[1:] == [site.url("/echo/page"), url]


def test_a_redirect_loop_ends_as_failed(drive, site):
    url = site.page("/looping", script="fetch('/loop/a').catch(() => window.done = true)")
    record = drive(lambda page: finish(page, url))
    record.check_site(site)
    assert record.exchanges()[-1][1]["type"] == "network.failed"
    assert record.exchanges()[-1][1]["data"]["errorText"] == "net::ERR_TOO_MANY_REDIRECTS"


def test_failures_say_why(drive, site):
    url = site.page(
        "/failing",
        script="""(async () => {
            const swallow = promise => promise.then(r => r.text()).catch(() => {});
            await swallow(fetch('/reset/a'));
            await swallow(fetch('/cut/a'));
            await swallow(fetch('/cutchunk/a'));
            await swallow(fetch('http://127.0.0.1:9/refused'));
            await swallow(fetch('http://nowhere.invalid/unresolved'));
            await swallow(fetch('{OTHER}/echo/nocors'));
            window.done = true;
        })()""",
    )
    record = drive(lambda page: finish(page, url))
    seen = site.counts()
    # Chromium itself may ask again after a reset, which is then one request for it: compare the rest exactly.
    site.seen[key("GET", site.url("/reset/a"))] = 1
    record.check_site(site)
    assert seen[key("GET", site.url("/reset/a"))] >= 1
    assert record.end_of("/reset/a")["type"] == "network.failed"
    assert record.end_of("/cut/a")["data"]["errorText"] == "net::ERR_CONTENT_LENGTH_MISMATCH"
    assert record.end_of("/cutchunk/a")["type"] == "network.failed"
    assert "ERR_" in record.end_of("/refused")["data"]["errorText"]
    assert record.end_of("/unresolved")["data"]["errorText"] == "net::ERR_NAME_NOT_RESOLVED"
    assert record.end_of("/echo/nocors")["type"] == "network.failed"


def test_aborted_requests_are_failed_and_canceled(drive, site):
    url = site.page(
        "/aborting",
        script="""(async () => {
            const controller = new AbortController();
            const pending = fetch('/slow/30/aborted', {signal: controller.signal}).catch(() => window.done = true);
            window.abort = () => controller.abort();
        })()""",
    )

    def action(page):
        page.goto(url)
        until(lambda: site.reached("GET", "/slow/30/aborted"))
        page.evaluate("abort()")
        page.wait_for_function(DONE)

    record = drive(action)
    record.check_site(site)
    end = record.end_of("/slow/30/aborted")
    assert end["type"] == "network.failed" and end["data"]["canceled"] is True


def test_requests_still_open_when_the_run_stops_end_too(drive, site):
    url = site.page("/hanging", script="for (const n of [1, 2, 3]) fetch('/slow/60/hang' + n)")

    def action(page):
        page.goto(url)
        until(lambda: all(site.reached("GET", f"/slow/60/hang{n}") for n in (1, 2, 3)))

    record = drive(action)
    record.check_site(site)
    for n in (1, 2, 3):
        assert record.end_of(f"/slow/60/hang{n}")["type"] == "network.failed"


def test_a_preflight_is_a_request(drive, site):
    url = site.page(
        "/preflight",
        script="""(async () => {
            await fetch('{OTHER}/cors/simple');
            await fetch('{OTHER}/cors/asked', {headers: {'x-marker': '1'}});
            await fetch('{OTHER}/cors/put', {method: 'PUT', body: 'x'});
            await fetch('{OTHER}/echo/denied', {headers: {'x-marker': '1'}}).catch(() => {});
            window.done = true;
        })()""",
    )
    record = drive(lambda page: finish(page, url))
    # What the preflight denies is asked for by the page, but never sent.
    record.check_site(site, beyond={key("GET", site.other("/echo/denied")): 1})
    assert record.end_of("/echo/denied")["type"] == "network.failed"
    requests = record.requests(f":{site.port}")
    assert requests[key("OPTIONS", site.other("/cors/asked"))] == 1
    assert requests[key("OPTIONS", site.other("/cors/put"))] == 1
    assert requests[key("OPTIONS", site.other("/cors/simple"))] == 0
    assert requests[key("OPTIONS", site.other("/echo/denied"))] == 1


def test_what_comes_from_the_cache_is_marked(drive, site):
    url = site.page(
        "/caching",
        script="""(async () => {
            const read = async path => (await fetch(path)).text();
            await read('/cache/kept'); await read('/cache/kept'); await read('/cache/kept');
            await read('/etag/asked'); await read('/etag/asked');
            window.done = true;
        })()""",
    )
    record = drive(lambda page: finish(page, url))
    record.check_site(site)
    cached = [
        end["data"]["fromCache"] for request, end in record.exchanges() if request["data"]["url"].endswith("/cache/kept")
    ]
    assert cached == [False, True, True]
    assert site.counts()[key("GET", site.url("/etag/asked"))] == 2


def test_forms_beacons_and_sockets(drive, site):
    url = site.page(
        "/sending",
        "<form method=post action=/echo/form><input name=a value=b><button id=send>send</button></form>",
        """(async () => {
            navigator.sendBeacon('/echo/beacon', 'x');
            await fetch('/echo/kept', {method: 'POST', keepalive: true, body: 'y'});
            await new Promise(resolve => {
                const socket = new WebSocket('ws://' + location.host + '/ws/one');
                socket.onmessage = () => socket.send('hi');
                socket.onclose = resolve;
            });
            window.done = true;
        })()""",
    )

    def action(page):
        finish(page, url)
        until(lambda: site.reached("POST", "/echo/beacon"))
        page.click("#send")
        page.wait_for_url("**/echo/form")

    record = drive(action)
    record.check_site(site)
    assert record.end_of("/ws/one")["data"]["statusCode"] == 101
    assert record.end_of("/echo/form", "POST")["data"]["statusCode"] == 200


def test_a_burst_of_requests_loses_none(drive, site):
    url = site.page(
        "/burst",
        script="""(async () => {
            const all = [];
            for (let n = 0; n < 500; n++) all.push(fetch('/echo/burst' + n).then(r => r.text()));
            await Promise.all(all);
            window.done = true;
        })()""",
    )
    record = drive(lambda page: finish(page, url))
    record.check_site(site)
    burst = Counter({k: n for k, n in record.requests().items() if "/echo/burst" in k[2]})
    assert len(burst) == 500 and set(burst.values()) == {1}


def test_the_login_that_a_site_asks_for_is_one_request_and_one_end(drive, site):
    record = drive(lambda page: page.goto(site.url("/auth/locked")))
    record.check_site(site)
    assert record.end_of("/auth/locked")["data"]["statusCode"] == 401

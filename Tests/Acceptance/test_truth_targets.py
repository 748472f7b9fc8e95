"""Frames, workers, popups, contexts: whatever the browser opens is on record from its first line."""

import os
import time

from harness import process
from harness.record import Record
from harness.api import Session
from harness.cdp import CDP
from harness.site import key
from harness.wait import until

DONE = "() => window.done === true"


def test_frames_of_the_same_and_of_another_origin(drive, site):
    for name in ("same", "cross", "nested"):
        inner = "<iframe src='{SITE}/nested'></iframe>" if name == "cross" else ""
        site.page(
            f"/{name}",
            inner,
            f"console.log('frame {name}'); setTimeout(() => {{ throw new Error('error {name}') }});"
            f"fetch('/echo/from-{name}').then(() => top.postMessage('{name}', '*'))",
        )
    url = site.page(
        "/frames",
        """<iframe src=/same></iframe><iframe src='{OTHER}/cross'></iframe>
        <iframe srcdoc="<script>console.log('frame srcdoc')</script>"></iframe>""",
        """const heard = new Set();
        onmessage = event => { heard.add(event.data); window.done = heard.size === 3 }""",
    )
    record = drive(lambda page: (page.goto(url), page.wait_for_function(DONE)))
    record.check_site(site)
    assert sorted(record.console("frame ")) == ["frame cross", "frame nested", "frame same", "frame srcdoc"]
    errors = [d["message"] for d in record.data("page.error")]
    assert len(errors) == 3 and all(any(f"error {n}" in e for e in errors) for n in ("same", "cross", "nested"))
    finished = {(d["url"], d["mainFrame"]) for d in record.data("navigation", "finished")}
    assert {(url, True), (site.url("/same"), False), (site.other("/cross"), False)} <= finished
    assert (site.url("/nested"), False) in finished
    pages = {e["pageId"] for e in record.of("console.message") if e["data"]["text"].startswith("frame ")}
    assert len(pages) == 1, "what a frame does belongs to its page"


def test_dedicated_workers(drive, site):
    site.script("/imported.js", "console.log('worker imported')")
    site.script(
        "/worker.js",
        """console.log('worker first'); importScripts('/imported.js');
        setTimeout(() => { throw new Error('worker error') });
        const nested = new Worker('/inner.js');
        nested.onmessage = async () => { await fetch('/echo/worker'); postMessage('done') }""",
    )
    site.script("/inner.js", "console.log('worker inner'); fetch('/echo/inner').then(() => postMessage('done'))")
    url = site.page(
        "/workers",
        script="""const worker = new Worker('/worker.js');
        worker.onmessage = () => setTimeout(() => { window.done = true }, 50)""",
    )
    record = drive(lambda page: (page.goto(url), page.wait_for_function(DONE)))
    record.check_site(site)
    assert sorted(record.console("worker ")) == ["worker first", "worker imported", "worker inner"]
    errors = [d["message"] for d in record.data("page.error")]
    assert len(errors) == 1 and "worker error" in errors[0]


def test_a_shared_worker_is_counted_once(drive, site):
    site.script(
        "/shared.js",
        """console.log('shared first'); let ports = 0;
        onconnect = async event => {
            console.log('shared port ' + ++ports); await fetch('/echo/shared' + ports);
            event.ports[0].postMessage('done');
        }""",
    )
    script = "const w = new SharedWorker('/shared.js'); w.port.onmessage = () => { window.done = true }; w.port.start()"
    url, second = site.page("/one", script=script), site.page("/two", script=script)

    def action(page):
        page.goto(url)
        page.wait_for_function(DONE)
        other = page.context.new_page()
        other.goto(second)
        other.wait_for_function(DONE)

    record = drive(action)
    record.check_site(site)
    assert record.console("shared ") == ["shared first", "shared port 1", "shared port 2"]


def test_a_service_worker_is_counted_once(drive, site):
    site.script(
        "/service.js",
        """console.log('service first');
        oninstall = () => { console.log('service install'); skipWaiting() };
        onactivate = event => event.waitUntil(clients.claim());
        onfetch = event => {
            if (event.request.url.includes('/made-up')) event.respondWith(new Response('made'));
            if (event.request.url.includes('/echo/through')) event.respondWith(fetch(event.request));
        }""",
    )
    url = site.page(
        "/served",
        script="""(async () => {
            await navigator.serviceWorker.register('/service.js');
            await navigator.serviceWorker.ready;
            if (!navigator.serviceWorker.controller)
                await new Promise(resolve => { navigator.serviceWorker.oncontrollerchange = resolve });
            await fetch('/made-up'); await fetch('/echo/through'); await fetch('/echo/past');
            window.done = true;
        })()""",
    )
    again = site.page("/again", script="window.done = true")

    def action(page):
        page.goto(url)
        page.wait_for_function(DONE)
        page.goto(again)
        page.wait_for_function(DONE)

    record = drive(action)
    # The page's own request is answered by the worker, and what the worker sends on is a second one.
    beyond = {key("GET", site.url("/made-up")): 1, key("GET", site.url("/echo/through")): 1}
    record.check_site(site, beyond)
    assert record.console("service ") == ["service first", "service install"]


def test_a_popups_first_request_and_line_are_on_record(drive, site):
    for name in ("opened", "apart", "clicked", "brief"):
        then = "setTimeout(close)" if name == "brief" else f"new Image().src = '/image/{name}'"
        site.page(f"/{name}", script=f"console.log('popup {name}'); opener?.postMessage('{name}', '*'); {then}")
    url = site.page(
        "/opener",
        "<a id=link target=_blank href=/clicked>open</a>",
        """window.heard = []; onmessage = event => heard.push(event.data);
        window.openThem = () => { open('/opened'); open('/apart', '_blank', 'noopener'); open('/brief') }""",
    )

    def action(page):
        page.goto(url)
        page.evaluate("openThem()")
        page.wait_for_function("() => heard.includes('opened') && heard.includes('brief')")
        page.click("#link")
        for name in ("opened", "apart", "clicked"):
            until(lambda: site.reached("GET", f"/image/{name}"))

    record = drive(action)
    record.check_site(site)
    assert sorted(record.console("popup ")) == ["popup apart", "popup brief", "popup clicked", "popup opened"]
    pages = {e["pageId"] for e in record.of("console.message") if e["data"]["text"].startswith("popup ")}
    assert len(pages) == 4
    finished = {d["url"] for d in record.data("navigation", "finished")}
    assert {site.url(f"/{n}") for n in ("opened", "apart", "clicked", "brief")} <= finished


def test_no_popup_waits_for_the_record_until_it_gives_up(drive, server, site):
    site.page("/popup")
    other = "<a id=other href='{OTHER}/popup' target=_blank>o</a><a id=far href='{OTHER}/popup' target=_blank rel=opener>f</a>"
    url = site.page("/opener", "<a id=apart href=/popup target=_blank>a</a><a id=with href=/popup target=_blank rel=opener>b</a>" + other)

    def action(page):
        page.goto(url)
        for link in ("apart", "with", "other", "far") * 2:
            with page.expect_popup() as popup:
                page.click(f"#{link}")
            popup.value.wait_for_load_state()
            popup.value.close()

    given_up = "runs before it is recorded"
    before = server.log.read_text().count(given_up)
    drive(action).check_site(site)
    assert server.log.read_text().count(given_up) == before


def test_pages_in_new_contexts(drive, site):
    url = site.page("/context", script="console.log('context line'); fetch('/echo/context').then(() => { window.done = true })")

    def action(page):
        for _ in range(3):
            context = page.context.browser.new_context()
            other = context.new_page()
            other.goto(url)
            other.wait_for_function(DONE)
            context.close()

    record = drive(action)
    record.check_site(site)
    assert record.console("context ") == ["context line"] * 3
    assert len({e["contextId"] for e in record.of("console.message")}) == 3


def test_history_hashes_and_failed_navigations(drive, site):
    one = site.page("/one", "<p id=here>one</p>", title="One")
    two = site.page("/two", "two")

    def action(page):
        page.goto(one)
        page.evaluate("location.hash = 'here'")
        page.evaluate("history.pushState({}, '', '/pushed?x=1#deep')")
        page.evaluate("history.replaceState({}, '', '/replaced')")
        page.goto(two)
        page.go_back()
        page.goto(two)
        try:
            page.goto("http://127.0.0.1:9/refused")
        except Exception as error:
            assert "ERR_" in str(error)

    record = drive(action)
    finished = [d["url"] for d in record.data("navigation", "finished") if d["url"].startswith("http")]
    expected = [one, one + "#here", site.url("/pushed?x=1#deep"), site.url("/replaced"), two]
    assert finished[:5] == expected, finished
    assert finished[-1] == two or two in finished[5:], finished
    failed = record.data("navigation", "failed")
    assert [d["url"] for d in failed] == ["http://127.0.0.1:9/refused"] and "ERR_" in failed[0]["errorText"]
    assert any(e.get("name") == "One" or e["data"].get("title") == "One" for e in record.of("navigation"))


def test_a_crashed_page_is_a_page_crash(server, api, site, playwright):
    url = site.page("/alive", "alive")
    with Session(api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].new_page()
        page.goto(url)
        for pid in process.renderers_of(server.pid):
            os.kill(pid, 9)
        until(lambda: api.events(session.run_id, "&type=page.crash"), what="an event page.crash")
        assert api.run(session.run_id)["status"] == "active", "the browser itself lives"
        other = browser.contexts[0].new_page()
        other.goto(url)
        browser.close()
        session.stop()
    record = Record(api, session.run_id).check()
    assert record.data("page.crash")[0]["reason"]


def test_downloads_and_playwrights_own_api(drive, site, tmp_path):
    url = site.page(
        "/downloads",
        "<a id=file href=/download/report.bin>file</a><a id=blob download=made.txt>blob</a>"
        "<a id=endless href=/endless/never.bin>endless</a>",
        "blob.href = URL.createObjectURL(new Blob(['made here']))",
    )

    def action(page):
        page.goto(url)
        with page.expect_download() as download:
            page.click("#file")
        download.value.save_as(tmp_path / "report.bin")
        assert download.value.path().stat().st_size == (tmp_path / "report.bin").stat().st_size
        with page.expect_download() as download:
            page.click("#blob")
        assert download.value.path().read_text() == "made here"
        with page.expect_download() as download:
            page.click("#endless")
        download.value.cancel()
        assert download.value.failure() == "canceled"

    record = drive(action)
    expected = b"contents of report.bin\n" * 1000
    assert (tmp_path / "report.bin").read_bytes() == expected
    assert sorted(d["suggestedName"] for d in record.data("download", "started")) == [
        "made.txt", "never.bin", "report.bin",
    ]
    finished = {d["suggestedName"]: d["sizeBytes"] for d in record.data("download", "finished")}
    assert finished == {"report.bin": len(expected), "made.txt": 9}
    assert len(record.of("download", "failed")) == 1


def test_a_popup_waits_for_the_word_of_an_agent_that_is_slow(server, api, site):
    """It shares its opener's process, and would run at anybody's word: then the agent would miss how it begins."""
    site.page("/slow-popup", script="console.log('popup runs')")
    with Session(api) as session, CDP(session.connect_url) as client:
        opener = client.attach_page(site.page("/slow-opener"))
        until(lambda: client.evaluate(opener, "document.readyState") == "complete")
        client.call("Target.setAutoAttach", autoAttach=True, waitForDebuggerOnStart=True, flatten=True)
        # Not waited for: the opener stands still as long as its popup waits.
        client.send("Runtime.evaluate", opener, expression="open('/slow-popup') && 0", userGesture=True)

        def popup():
            client.call("Browser.getVersion")
            attached = [e["params"] for e in client.events if e["method"] == "Target.attachedToTarget"]
            return [a["sessionId"] for a in attached if a["waitingForDebugger"] and a["targetInfo"]["type"] == "page"]

        (theirs,) = until(popup, what="the popup")
        # The recorder was told at the same time, and has long been ready.
        recorded = until(lambda: len(api.get(f"/v1/runtimes/{session.id}/targets").expect(200)["data"]) == 3, what="three pages")
        time.sleep(1.5)
        assert recorded and not site.reached("GET", "/slow-popup")
        client.call("Runtime.runIfWaitingForDebugger", theirs)
        until(lambda: site.reached("GET", "/slow-popup"), 1, "the popup runs at once")
        session.stop()
    assert Record(api, session.run_id).check().console("popup ") == ["popup runs"]

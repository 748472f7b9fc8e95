"""The player of recordings, as a person uses it: in a frame of another origin, with nothing but the lease."""

import time

import pytest

from harness.api import Session
from harness.clockface import PAGE
from harness.record import moment
from harness.viewer import Viewer, launch
from harness.wait import until

# A picture may be this much older than the second it stands for: the clock page changes five times a second.
TOLERANCE = 0.45


@pytest.fixture(scope="module")
def browser(playwright):
    browser = launch(playwright)
    yield browser
    browser.close()


@pytest.fixture
def clock(site):
    site.add("/clock", PAGE)
    site.add("/other", "<title>Other</title><body style='background:#07f'><h1>Other page")
    return site


def lease(api, run, **body):
    return api.post(f"/v1/runs/{run}/recording", body).expect(200)


def ready(api, run):
    """A lease on the recording of an ended run, once it is ready."""
    return until(lambda: (got := lease(api, run))["status"] == "ready" and got, 20, "the recording is ready")


@pytest.fixture
def agent(playwright, api, clock):
    """A running agent on the clock page: `session`, `page`."""
    with Session(api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        session.page = browser.contexts[0].pages[0]
        session.page.goto(clock.url("/clock"))
        session.browser = browser
        yield session
        browser.close()


@pytest.fixture
def recorded(agent, api):
    """An ended run of about eight seconds of the clock."""
    agent.page.wait_for_timeout(3000)
    agent.page.click("#press")
    agent.page.evaluate("console.log('in the middle')")
    agent.page.wait_for_timeout(5000)
    agent.stop()
    return api.run(agent.run_id)


def test_any_second_shows_that_second(recorded, api, browser, clock):
    with Viewer(browser, clock, ready(api, recorded["id"])["url"], recorded) as viewer:
        viewer.wait_status("ready")
        until(lambda: viewer.seconds > 0.5, 5, "it plays at once")
        viewer.press("k")
        length = float(viewer.part("time").get_attribute("data-duration-seconds"))
        for fraction in (0.9, 0.5, 0.75, 0.99, 0.6, 0.4):
            viewer.seek(fraction)
            wanted = length * fraction
            viewer.wait_seconds(wanted - 0.1, wanted + 0.1)
            assert abs(viewer.pictured - viewer.seconds) < TOLERANCE, f"at {viewer.seconds}"
        assert viewer.problems == []


def test_the_keys(recorded, api, browser, clock):
    with Viewer(browser, clock, ready(api, recorded["id"])["url"] + "#t=2", recorded) as viewer:
        viewer.wait_seconds(2, 2)
        viewer.press("ArrowRight", "Shift+ArrowLeft", "Shift+ArrowLeft")
        viewer.wait_seconds(4.9, 5.1)
        assert abs(viewer.pictured - 5) < TOLERANCE
        viewer.press("5")
        before = until(lambda: abs(viewer.seconds - 5) > 0.05 and viewer.seconds, 5, "the middle")
        viewer.press(".")
        after = until(lambda: viewer.seconds > before and viewer.seconds, 5, "the next picture")
        assert after - before < 0.6
        assert abs(viewer.pictured - after) < TOLERANCE
        viewer.press(",", ",")
        until(lambda: viewer.seconds < before + 0.01, 5, "two pictures back")
        viewer.press("Home")
        viewer.wait_seconds(0, 0)
        viewer.press("?")
        assert viewer.part("help").is_visible()
        viewer.page.keyboard.press("Escape")
        viewer.press(" ")
        until(lambda: viewer.seconds > 0.3, 5, "it plays")
        viewer.press(" ")
        stopped = viewer.seconds
        viewer.page.wait_for_timeout(400)
        assert viewer.seconds - stopped < 0.1
        assert viewer.problems == []


@pytest.mark.parametrize("rate", [0.5, 2, 4])
def test_the_speeds_are_true(recorded, api, browser, clock, rate):
    with Viewer(browser, clock, ready(api, recorded["id"])["url"] + "#t=2", recorded) as viewer:
        viewer.wait_seconds(2, 2)
        viewer.part("rate").select_option(str(rate))
        viewer.press(" ")
        until(lambda: viewer.seconds > 2, 5, "it plays")
        began, at = time.monotonic(), viewer.seconds
        viewer.page.wait_for_timeout(1000)
        moved, passed = viewer.seconds - at, time.monotonic() - began
        assert moved == pytest.approx(rate * passed, rel=0.25, abs=0.15)
        assert abs(viewer.pictured - viewer.seconds) < TOLERANCE + 0.15 * rate


def test_a_run_that_goes_on_can_be_scrubbed_back(agent, api, browser, clock):
    agent.page.wait_for_timeout(2500)
    run = api.run(agent.run_id)
    got = lease(api, agent.run_id)
    assert got["status"] in ("preparing", "processing")
    with Viewer(browser, clock, got["url"], run) as viewer:
        viewer.wait_status("live")
        until(lambda: viewer.part("go-live").get_attribute("aria-pressed") == "true", 5, "it follows")
        until(lambda: viewer.pictured is not None, 10, "a picture")
        until(lambda: abs(viewer.pictured - viewer.seconds) < TOLERANCE, 5, "picture and clock agree")
        assert time.time() - viewer.begin - viewer.seconds < 4, "it is close to what happens now"
        early = viewer.seconds
        viewer.seek(0.3)
        until(lambda: viewer.seconds < early - 0.5, 5, "back")
        assert viewer.part("go-live").get_attribute("aria-pressed") == "false"
        until(lambda: abs(viewer.pictured - viewer.seconds) < TOLERANCE, 5, "the picture of that moment")
        viewer.part("go-live").click()
        until(lambda: time.time() - viewer.begin - viewer.seconds < 4, 5, "now again")
        agent.stop()
        viewer.wait_status("ready", 20)
        assert not viewer.part("go-live").is_visible()
        assert viewer.problems == []


def test_the_lists_are_in_step(recorded, api, browser, clock):
    clicked = next(i for i in activity(api, recorded["id"]) if i["type"] == "browser.click")
    with Viewer(browser, clock, ready(api, recorded["id"])["url"] + "#t=1", recorded) as viewer:
        viewer.wait_status("ready")
        row = viewer.part("activity").get_by_text("Press me")
        row.click()
        at = moment_of(clicked, recorded)
        viewer.wait_seconds(at - 0.05, at + 0.05)
        lit = viewer.part("activity").locator("[aria-current=true]")
        until(lambda: lit.count() == 1 and "Press me" in lit.inner_text(), 5, "the row is lit")
        viewer.part("tab-events").click()
        viewer.frame.get_by_role("button", name="Console").click()
        viewer.part("events").get_by_text("in the middle").click()
        assert viewer.part("details").is_visible() and "in the middle" in viewer.part("details").inner_text()
        assert viewer.problems == []


def test_a_long_list_draws_only_what_is_seen(agent, api, browser, clock):
    agent.page.evaluate("for (let i = 1; i <= 6000; i += 1) console.log('line', i)")
    agent.stop()
    run = api.run(agent.run_id)
    with Viewer(browser, clock, ready(api, run["id"])["url"] + "#t=0", run) as viewer:
        viewer.part("tab-events").click()
        events = viewer.part("events")
        until(lambda: "line 2" not in viewer.part("tab-events").inner_text() and events.locator(".row").count() > 5, 10, "rows")
        assert events.locator(".row").count() < 80
        until(lambda: events.locator(".row").first.get_attribute("aria-setsize") == str(run["counts"]["events"]), 20, "all")
        events.focus()
        viewer.page.keyboard.press("End")
        until(lambda: "stopped" in events.locator(".row").last.inner_text(), 10, "the last event")
        assert events.locator(".row").count() < 80
        viewer.part("tab-console").click()
        lines = viewer.part("console")
        viewer.part("console-find").fill("line 599")
        until(lambda: lines.locator(".row").count() == 11, 20, "line 599 and 5990 to 5999")
        assert "line 5999" in lines.locator(".row").last.inner_text()
        viewer.part("console-find").fill("nowhere")
        until(lambda: "No such lines." in viewer.frame.locator("#sheet-console").inner_text(), 20, "nothing")
        assert viewer.problems == []


def test_stillness_is_skipped_and_the_clock_stays_true(api, browser, site, playwright):
    site.add("/still", "<title>Still</title><body style='background:#fff'><h1>Nothing happens here")
    with Session(api) as session:
        agent = playwright.chromium.connect_over_cdp(session.connect_url)
        page = agent.contexts[0].pages[0]
        page.goto(site.url("/still"))
        page.wait_for_timeout(14_000)
        page.evaluate("document.body.style.background = '#000'")
        page.wait_for_timeout(1500)
        agent.close()
        session.stop()
        run = api.run(session.run_id)
    with Viewer(browser, site, ready(api, run["id"])["url"], run) as viewer:
        until(lambda: viewer.seconds > 0.1, 10, "it plays")
        began = time.monotonic()
        until(lambda: viewer.seconds > 10, 8, "the stillness is skipped")
        assert time.monotonic() - began < 8
        assert "of stillness" in viewer.part("notice").inner_text()
        black = "c => c.getContext('2d').getImageData(9, c.height - 9, 1, 1).data[0] < 60"
        assert not viewer.part("screen").evaluate(black), "what comes next has not come yet"
        until(lambda: viewer.part("screen").evaluate(black), 5, "the change is shown")
        viewer.seek(0.5)
        middle = viewer.seconds
        viewer.page.wait_for_timeout(1800)
        assert viewer.seconds < middle + 2.5, "stillness that was chosen is not skipped"


def test_after_the_server_was_killed(make_server, browser, playwright, clock):
    server = make_server()
    session = Session(server.api)
    started = server.api.start(session.id)
    agent = playwright.chromium.connect_over_cdp(started["connectUrl"])
    agent.contexts[0].pages[0].goto(clock.url("/clock"))
    agent.contexts[0].pages[0].wait_for_timeout(4000)
    killed = time.time()
    server.kill()
    server.start()
    run = server.api.run(started["runId"])
    got = ready(server.api, run["id"])
    with Viewer(browser, clock, got["url"], run) as viewer:
        viewer.wait_status("ready")
        viewer.press("End")
        until(lambda: viewer.pictured is not None, 5, "a picture")
        until(lambda: viewer.begin + viewer.pictured > killed - 1.2, 5, "the last committed picture")
        assert viewer.problems == []


def test_a_lost_server_is_said_and_found_again(make_server, browser, playwright, clock):
    server = make_server()
    session = Session(server.api)
    started = server.api.start(session.id)
    agent = playwright.chromium.connect_over_cdp(started["connectUrl"])
    agent.contexts[0].pages[0].goto(clock.url("/clock"))
    run = server.api.run(started["runId"])
    with Viewer(browser, clock, lease(server.api, run["id"])["url"], run) as viewer:
        until(lambda: viewer.pictured is not None, 10, "a picture")
        server.kill()
        viewer.wait_status("disconnected")
        assert viewer.pictured is not None, "what was seen stays"
        assert "Connection lost" in viewer.part("notice").inner_text()
        server.start()
        viewer.wait_status("ready", 20)
        viewer.press("Home")
        viewer.wait_seconds(0, 3)


def test_each_tab_is_a_track(agent, api, browser, clock):
    agent.page.wait_for_timeout(1500)
    second = agent.browser.contexts[0].new_page()
    second.goto(clock.url("/other"))
    second.bring_to_front()
    second.wait_for_timeout(2000)
    agent.stop()
    run = api.run(agent.run_id)
    with Viewer(browser, clock, ready(api, run["id"])["url"], run) as viewer:
        viewer.wait_status("ready")
        # At the very end the browser closes its tabs one by one.
        viewer.press("k")
        viewer.seek(0.9)
        tabs = viewer.part("tabs")
        until(lambda: tabs.get_by_role("tab").count() >= 3, 5, "both tabs and the one that follows")
        until(lambda: viewer.pictured is None, 5, "the other page in front")
        tabs.get_by_text("Clock", exact=True).click()
        until(lambda: viewer.pictured is not None, 5, "the clock's own track")
        assert abs(viewer.pictured - viewer.seconds) < 2.5, "a tab behind others may give no new pictures"
        tabs.get_by_role("tab", name="Follow").click()
        until(lambda: viewer.pictured is None, 5, "the tab in front again")


def test_the_parent_is_told_and_may_ask(recorded, api, browser, clock):
    with Viewer(browser, clock, ready(api, recorded["id"])["url"], recorded) as viewer:
        viewer.wait_status("ready")
        until(lambda: len(viewer.messages("bctrl:recording-time")) > 3, 5, "times")
        times = [m["seconds"] for m in viewer.messages("bctrl:recording-time")]
        assert times == sorted(times)
        assert viewer.messages("bctrl:recording-status")[-1]["status"] == "ready"
        viewer.tell({"type": "bctrl:recording-pause"})
        viewer.tell({"type": "bctrl:recording-seek", "seconds": 5.5})
        viewer.wait_seconds(5.5, 5.5)
        until(lambda: viewer.messages("bctrl:recording-time")[-1]["seconds"] == 5.5, 5, "the answer")


def test_a_lease_that_lapses_while_the_page_is_open(recorded, api, browser, clock):
    got = lease(api, recorded["id"], expiresInSeconds=4)
    with Viewer(browser, clock, got["url"], recorded) as viewer:
        viewer.wait_status("ready")
        viewer.wait_status("expired")
        assert "lapsed" in viewer.part("veil").inner_text()
        assert viewer.messages("bctrl:recording-status")[-1]["status"] == "expired"
        viewer.page.reload()
        assert "lapsed" in viewer.part("notice").inner_text()


def test_without_the_rest_of_the_page(recorded, api, browser, clock):
    with Viewer(browser, clock, ready(api, recorded["id"])["url"] + "?chrome=none&theme=dark", recorded) as viewer:
        until(lambda: viewer.pictured is not None, 10, "a picture")
        assert viewer.part("scrubber").is_visible() and viewer.part("time").is_visible()
        assert not viewer.part("activity").is_visible() and not viewer.part("tabs").is_visible()


@pytest.mark.parametrize("parent", ["blank page", "sandboxed frame"])
def test_the_default_lets_everyone_frame_it(recorded, api, browser, parent):
    url = ready(api, recorded["id"])["url"]
    sandbox = 'sandbox="allow-scripts"' if parent == "sandboxed frame" else ""
    page = browser.new_page()
    page.set_content(f'<iframe id="viewer" {sandbox} width="900" height="600" src="{url}"></iframe>')
    status = page.frame_locator("#viewer").get_by_test_id("status")
    until(lambda: status.get_attribute("data-status") == "ready", 10, "it plays")
    page.close()


# What the addresses say without a browser.


def path_of(url):
    return "/" + url.split("/", 3)[3]


def test_the_lease_of_the_contract(agent, api):
    now = time.time()
    got = lease(api, agent.run_id)
    assert set(got) >= {"url", "expiresAt", "status", "durationSeconds", "durationMs", "completeness", "leaseId"}
    assert 3595 < moment(got["expiresAt"]) - now < 3605
    assert got["durationMs"] == pytest.approx(got["durationSeconds"] * 1000, abs=1)
    assert lease(api, agent.run_id, expiresInSeconds=86400)["url"] != got["url"]
    for seconds in (0, -1, 86401, 1.5, "60", True):
        answer = api.post(f"/v1/runs/{agent.run_id}/recording", {"expiresInSeconds": seconds})
        assert answer.status == 400 and answer.json["details"]["field"] == "expiresInSeconds", seconds
    assert api.post("/v1/runs/nonsense/recording", {}).status == 404
    assert api.post(f"/v1/runs/{agent.run_id}/recording", {}, authorized=False).status == 401


def test_the_door_opens_one_run_for_one_purpose(recorded, api):
    path = path_of(lease(api, recorded["id"])["url"])
    token = path.rsplit("/", 1)[1]
    page = api.get(path, authorized=False)
    assert page.status == 200 and page.headers["content-type"].startswith("text/html")
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert "x-frame-options" not in page.headers and "set-cookie" not in page.headers
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "script-src 'self'" in policy and "unsafe" not in policy
    for beneath in ("/manifest", "/index", "/activity", "/events", "/activity/outline", "/events/outline"):
        assert api.get(path + beneath, authorized=False).status == 200, beneath
    for address in (f"/view/live/{token}", f"/view/recording/{token}x", f"/view/recording/{token}x/manifest"):
        assert api.get(address, authorized=False).status == 404, address
    bearer = {"authorization": f"Bearer {token}"}
    for address in (f"/v1/runs/{recorded['id']}", "/v1/runs", f"/v1/runs/{recorded['id']}/events/stream?access_token={token}"):
        assert api.get(address, authorized=False, headers=bearer).status == 401, address
    assert "There is nothing at this address" in api.get("/view/recording/none", authorized=False).body.decode()


def test_a_lapsed_address_says_so(recorded, api, server):
    path = path_of(lease(api, recorded["id"], expiresInSeconds=1)["url"])
    until(lambda: api.get(path, authorized=False).status == 410, 5, "it lapses")
    page = api.get(path, authorized=False)
    assert "lapsed" in page.body.decode() and page.headers["content-type"].startswith("text/html")
    data = api.get(path + "/manifest", authorized=False)
    assert data.status == 410 and data.code == "view.expired"
    assert path.rsplit("/", 1)[1] not in server.log.read_text(), "tokens reach no log"


def test_who_may_frame_is_a_setting(make_server, clock):
    server = make_server(environment={"MARTLET_FRAME_ANCESTORS": "https://app.example, 'self'"})
    with Session(server.api) as session:
        page = server.api.get(path_of(lease(server.api, session.run_id)["url"]), authorized=False)
    assert "frame-ancestors https://app.example 'self'" in page.headers["content-security-policy"]


def test_pictures_are_got_by_number_and_by_time(recorded, api):
    path = path_of(ready(api, recorded["id"])["url"])
    index = api.get(path + "/index?fromMs=3000&toMs=5000", authorized=False).expect(200)
    assert index["toMs"] == 5000 and index["before"][1] <= 3000 <= index["frames"][0][1] <= index["frames"][-1][1] < 5000
    assert index["next"][1] >= 5000
    number, ms = index["frames"][0]
    by_number = api.get(f"{path}/frames/{number}", authorized=False)
    by_time = api.get(f"{path}/frame?atMs={ms}", authorized=False)
    assert by_number.body == by_time.body and by_number.body[:2] == b"\xff\xd8"
    assert "immutable" in by_number.headers["cache-control"] and by_time.headers["cache-control"] == "no-store"
    assert by_time.headers["x-frame-number"] == str(number) and float(by_time.headers["x-frame-time"]) * 1000 == pytest.approx(ms)
    assert api.get(path + "/frames/999999", authorized=False).code == "frame.not_found"
    for bad in ("index?fromMs=-1", "index?toMs=x", "frame?atMs=1.5", "events?after=a", "events?limit=0"):
        assert api.get(f"{path}/{bad}", authorized=False).status == 400, bad


def activity(api, run):
    return api.get(f"/v1/runs/{run}/activity?limit=200").expect(200)["data"]


def moment_of(row, run):
    return moment(row["time"]) - moment(run["startedAt"])

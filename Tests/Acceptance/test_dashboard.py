"""The dashboard at `/`, as a person uses it."""

import json
import re
import time
import zipfile

import pytest

from harness.api import Session
from harness.cli import CLI
from harness.dashboard import Dashboard
from harness.wait import until


@pytest.fixture
def person(window_browser):
    """Makes people: `person(server)` is a window at the server's address."""
    made = []

    def make(server, **options):
        made.append(Dashboard(window_browser, server, **options))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def recorded(api, playwright, site):
    """An ended run with a request that fails, console lines, an error and a download."""
    site.add("/report.csv", "a,b\n1,2\n", headers={"content-disposition": "attachment; filename=report.csv"})
    page_url = site.page("/shop", "<h1>Shop</h1>", "console.log('shop opened'); setTimeout(() => { throw new Error('confetti') }, 50)")
    with Session(api, name="recorded shop") as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].pages[0]
        page.goto(page_url)
        page.evaluate("fetch('/gone').then(r => r.text())")
        page.wait_for_timeout(700)
        with page.expect_download() as download:
            page.evaluate("location.href = '/report.csv'")
        assert download.value.path()
        page.wait_for_timeout(700)
        browser.close()
        session.stop()
        yield session


# Signing in


def test_pages_hold_nothing_and_say_who_may_do_what(api):
    for path in ("/", "/runs", "/runs/anything", "/runtimes"):
        page = api.get(path, authorized=False)
        assert page.status == 200 and page.headers["content-type"].startswith("text/html"), path
        policy = page.headers["content-security-policy"]
        for directive in ("default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"):
            assert directive in policy
        assert "unsafe" not in policy and "http" not in policy
        assert page.headers["referrer-policy"] == "no-referrer" and page.headers["x-content-type-options"] == "nosniff"
        assert "set-cookie" not in page.headers and "access-control-allow-origin" not in page.headers
        assert api.post(path, {}, authorized=False).status == 405


def test_a_key_signs_in_and_is_kept_in_the_tab_alone(server, person):
    window = person(server).open("/runtimes")
    window.page.get_by_label("API key").fill("bctrl_wrong")
    window.page.keyboard.press("Enter")
    until(lambda: "not valid" in window.part("sign-in-problem").inner_text(), 10, "the refusal")
    window.page.get_by_label("API key").fill(server.key)
    window.page.keyboard.press("Enter")
    window.page.get_by_role("heading", name="Runtimes", exact=True).wait_for()
    window.page.reload()
    window.page.get_by_role("heading", name="Runtimes", exact=True).wait_for()
    assert window.context.cookies() == []
    assert window.page.evaluate("localStorage.length") == 0
    assert not [url for url in window.asked if server.key in url or "127.0.0.1" not in url]


def test_another_tab_of_the_browser_is_signed_in_too_until_one_signs_out(server, person):
    window = person(server).signed_in("/")
    second = window.context.new_page()
    second.goto(server.url + "/runtimes")
    second.get_by_role("heading", name="Runtimes", exact=True).wait_for()
    window.part("sign-out").click()
    window.part("sign-in").wait_for()
    second.get_by_test_id("sign-in").wait_for()
    assert server.api.get("/v1/auth/whoami").status == 200, "a key that was typed in stays good"


def test_a_link_signs_in_once(server, person, recorded):
    url = CLI(server).ok("runs", "open", recorded.run_id, "--print").out.strip()
    assert url.startswith(f"{server.url}/runs/{recorded.run_id}#code=")
    code = url.split("#code=")[1]
    window = person(server).open(url)
    window.shows("replay")
    assert window.page.url.split("#")[0] == f"{server.url}/runs/{recorded.run_id}" and code not in window.page.url
    assert not [asked for asked in window.asked if code in asked]
    keys = [key for key in server.api.get("/v1/api-keys").expect(200)["data"] if key["name"] == "dashboard"]
    assert keys and keys[0]["expiresAt"]
    assert code not in server.log.read_text() and server.key not in server.log.read_text()

    again = person(server).open(url)
    until(lambda: "used already" in again.part("sign-in-notice").inner_text(), 10, "why not")

    window.part("sign-out").click()
    window.part("sign-in").wait_for()
    left = [key["id"] for key in server.api.get("/v1/api-keys").expect(200)["data"]]
    assert keys[0]["id"] not in left, "the session's own key is revoked"


def test_codes_are_used_up_and_end_with_the_key_that_made_them(server):
    api = server.api
    wrong = api.post("/v1/dashboard/sessions", {"code": "x" * 43}, authorized=False)
    assert wrong.status == 401 and wrong.code == "auth.code_invalid"
    assert api.post("/v1/dashboard/sessions", {}, authorized=False).status == 400
    assert api.post("/v1/dashboard/links", {}, authorized=False).status == 401
    assert api.post("/v1/dashboard/links", {"runId": "nonsense"}).status == 400
    assert api.post("/v1/dashboard/links", {"runId": "01a224c3-2506-7000-a458-3f621da9b3b2"}).status == 404

    code = api.post("/v1/dashboard/links", {}).expect(201)["url"].split("#code=")[1]
    answer = api.post("/v1/dashboard/sessions", {"code": code}, authorized=False)
    session = answer.expect(201)
    assert answer.headers["cache-control"] == "no-store"
    bearer = {"authorization": f"Bearer {session['secret']}"}
    assert api.get("/v1/runs", authorized=False, headers=bearer).status == 200
    assert api.post("/v1/dashboard/sessions", {"code": code}, authorized=False).status == 401

    maker = api.post("/v1/api-keys", {"name": "maker", "expiresAt": "2099-01-01T00:00:00Z"}).expect(201)
    as_maker = {"authorization": f"Bearer {maker['secret']}"}
    made = api.post("/v1/dashboard/links", {}, authorized=False, headers=as_maker).expect(201)["url"]
    api.delete(f"/v1/api-keys/{maker['data']['id']}").expect(200)
    refused = api.post("/v1/dashboard/sessions", {"code": made.split("#code=")[1]}, authorized=False)
    assert refused.status == 401 and refused.code == "auth.code_invalid"


def test_a_revoked_session_ends_at_the_form(server, person):
    url = server.api.post("/v1/dashboard/links", {}).expect(201)["url"]
    window = person(server).open(url)
    window.part("sign-out").wait_for()
    session = json.loads(window.page.evaluate("sessionStorage.getItem('martlet.session')"))
    server.api.delete(f"/v1/api-keys/{session['keyId']}").expect(200)
    until(lambda: window.part("sign-in-notice").count() and "ended" in window.part("sign-in-notice").inner_text(), 15, "the notice")


def test_a_session_that_lapses_ends_at_the_form(server, person):
    soon = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 8))
    maker = server.api.post("/v1/api-keys", {"name": "maker", "expiresAt": soon}).expect(201)
    as_maker = {"authorization": f"Bearer {maker['secret']}"}
    url = server.api.post("/v1/dashboard/links", {}, authorized=False, headers=as_maker).expect(201)["url"]
    window = person(server).open(url)
    window.part("sign-out").wait_for()
    until(lambda: window.part("sign-in-notice").count() and "ended" in window.part("sign-in-notice").inner_text(), 25, "the notice")


# The list of runs


def test_runs_are_listed_and_kept_fresh(server, api, person, recorded):
    window = person(server).signed_in(f"/?runtime={recorded.id}")
    until(lambda: window.rows() == [(recorded.run_id, "stopped")], 10, "the ended run")
    text = window.part("runs").inner_text()
    assert "recorded shop" in text and str(api.run(recorded.run_id)["counts"]["events"]) in text
    started = api.start(recorded.id)["runId"]
    until(lambda: window.rows() == [(started, "active"), (recorded.run_id, "stopped")], 15, "the new run, by itself")
    api.stop(recorded.id)
    until(lambda: window.rows()[0] == (started, "stopped"), 15, "its end, by itself")
    window.page.get_by_role("link", name="Failed").click()
    window.part("empty").wait_for()
    window.page.get_by_role("link", name="All", exact=True).click()
    until(lambda: len(window.rows()) == 2, 10, "all again")
    window.part("runs").get_by_role("link").first.click()
    until(lambda: f"/runs/{started}" in window.page.url, 10, "the run's page")


def test_long_lists_come_page_by_page(make_server, person):
    server = make_server()
    runtime = server.api.create_runtime(name="busy")["id"]
    made = []
    for _ in range(27):
        made.append(server.api.start(runtime)["runId"])
        server.api.stop(runtime)
    window = person(server).signed_in("/")
    until(lambda: [run for run, _ in window.rows()] == made[:1:-1], 15, "the newest 25")
    window.part("older").click()
    until(lambda: [run for run, _ in window.rows()] == made[1::-1], 15, "the other two")
    window.page.go_back()
    until(lambda: len(window.rows()) == 25, 15, "the newest again")


def test_without_runs_it_says_how_to_begin(make_server, person):
    window = person(make_server()).signed_in("/")
    window.part("empty").wait_for()
    assert "martlet demo" in window.part("empty").inner_text()


def test_a_lost_server_is_said_and_found_again(make_server, person):
    server = make_server()
    window = person(server).signed_in("/")
    window.part("empty").wait_for()
    server.kill()
    until(lambda: "cannot be reached" in window.page.locator("#trouble").inner_text(), 15, "the trouble")
    server.start()
    until(lambda: not window.page.locator("#trouble").is_visible(), 20, "no trouble")


@pytest.mark.parametrize("query", ["runtime=nope", "cursor=bogus", "status=bogus"])
def test_a_list_that_cannot_be_is_said_to_be_none(server, person, query):
    window = person(server).signed_in("/?" + query)
    until(lambda: "no such list" in window.page.locator("main").inner_text(), 10, "the words")
    window.page.get_by_role("link", name="All runs").click()
    window.part("runs").or_(window.part("empty")).wait_for()


# One run


def test_an_ended_run_is_replayed_with_all_its_lists_in_step(server, person, recorded):
    window = person(server).signed_in(f"/runs/{recorded.run_id}#t=0.2")
    window.shows("replay")
    until(lambda: "recorded shop" in window.page.locator("h1").inner_text(), 10, "its name")
    seconds = lambda: float(window.view.get_by_test_id("time").get_attribute("data-seconds"))  # noqa: E731
    until(lambda: abs(seconds() - 0.2) < 0.01, 10, "the moment of the address")
    assert not window.part("take").is_visible() and not window.part("show-live").is_visible()

    window.page.evaluate("location.hash = '#t=0.1'")  # As an address that is typed or pasted over this one.
    until(lambda: abs(seconds() - 0.1) < 0.01 and window.page.url.endswith("#t=0.1"), 10, "the other moment of the address")

    window.view.get_by_test_id("tab-network").click()
    network = window.view.get_by_test_id("network")
    gone = network.locator(".row", has_text="/gone")
    gone.wait_for()
    assert "404" in gone.inner_text() and "GET" in gone.inner_text() and "fetch" in gone.inner_text()
    gone.click()
    until(lambda: gone.get_attribute("aria-current") == "true", 5, "the row is lit")
    assert seconds() > 0.2
    assert "/gone" in window.view.get_by_test_id("details").inner_text()
    until(lambda: f"#t={seconds():.2f}".rstrip("0") in window.page.url, 5, "the moment in the address")
    window.view.get_by_role("button", name="Failed", exact=True).click()
    until(lambda: network.locator(".row").count() >= 1 and "/shop" not in network.inner_text(), 10, "only what failed")
    window.view.get_by_role("button", name="Failed", exact=True).click()
    window.view.get_by_test_id("network-find").fill("SHOP")
    until(lambda: "/shop" in network.inner_text() and "/gone" not in network.inner_text(), 10, "only what has the word")

    window.view.get_by_test_id("tab-console").click()
    console = window.view.get_by_test_id("console")
    until(lambda: "shop opened" in console.inner_text(), 10, "the line")
    error = console.locator("[data-severity=error]", has_text="confetti")
    assert error.count() == 1
    window.view.get_by_role("button", name="Errors", exact=True).click()
    until(lambda: "shop opened" not in console.inner_text() and error.count() == 1, 10, "only errors")

    window.view.get_by_test_id("tab-files").click()
    with window.page.expect_download() as download:
        window.view.get_by_role("link", name="Download report.csv").click()
    assert download.value.path().read_text() == "a,b\n1,2\n"


def test_a_list_that_is_opened_while_the_clock_stands_still_is_at_the_moment(server, person, recorded):
    window = person(server).signed_in(f"/runs/{recorded.run_id}#t=999")
    window.shows("replay")
    for name in ["console", "events", "network", "activity"]:
        window.view.get_by_test_id(f"tab-{name}").click()
        rows = window.view.get_by_test_id(name).locator(".row:not(.waiting)")
        until(lambda: rows.count() > 0 and rows.last.get_attribute("aria-current") == "true", 10, f"the last of {name}")  # noqa: B023


def test_files_that_could_not_be_read_are_asked_for_again(server, person, recorded):
    window = person(server).signed_in("/runs")
    refused = []

    def refuse_twice(route):
        if len(refused) < 2:
            refused.append(route.abort())
        else:
            route.continue_()

    window.context.route(re.compile(r"/files(\?|$)"), refuse_twice)
    window.page.goto(f"{server.url}/runs/{recorded.run_id}")
    window.shows("replay")
    window.view.get_by_test_id("tab-files").click()
    window.view.get_by_role("link", name="Download report.csv").wait_for()
    assert len(refused) == 2


def test_a_lease_opens_the_files_of_its_own_run_only(server, api, recorded):
    base = "/" + api.post(f"/v1/runs/{recorded.run_id}/recording", {}).expect(200)["url"].split("/", 3)[3]
    listed = api.get(base + "/files", authorized=False).expect(200)["data"]
    assert [file["name"] for file in listed] == ["report.csv"] and "downloadUrl" not in listed[0]
    with Session(api) as other:
        foreign = "/" + api.post(f"/v1/runs/{other.run_id}/recording", {}).expect(200)["url"].split("/", 3)[3]
        assert api.get(f"{foreign}/files", authorized=False).expect(200)["data"] == []
        assert api.get(f"{foreign}/files/{listed[0]['id']}/content", authorized=False).status == 404
    content = api.get(f"{base}/files/{listed[0]['id']}/content", authorized=False)
    assert content.status == 200 and content.headers["content-disposition"].startswith("attachment")
    assert content.headers["content-type"] == "application/octet-stream"


def test_outlines_narrow_events_down(api, recorded):
    base = "/" + api.post(f"/v1/runs/{recorded.run_id}/recording", {}).expect(200)["url"].split("/", 3)[3]
    events = {event["seq"]: event for event in api.events(recorded.run_id)}

    def found(query):
        part = api.get(f"{base}/events/outline?after=0&{query}", authorized=False).expect(200)
        assert part["next"] is None
        return [events[number] for number in part["rows"][::3]]

    assert {e["type"] for e in found("type=network.response")} == {"network.response"}
    failed = found("type=network.response,network.failed&kind=failed")
    assert failed and all(e["type"] == "network.failed" or e["data"]["statusCode"] >= 400 for e in failed)
    assert [e["type"] for e in found("q=CONFETTI")] == ["page.error"]
    assert all(e["data"]["resourceType"] == "document" for e in found("kind=document"))
    assert found("q=no+such+words") == []
    assert api.get(f"{base}/events/outline?type=nonsense", authorized=False).status == 400
    assert api.get(f"{base}/events/outline?q={'x' * 256}", authorized=False).status == 400


def test_the_run_is_exported_as_an_archive(server, person, recorded, tmp_path):
    window = person(server).signed_in(f"/runs/{recorded.run_id}")
    window.shows("replay")
    with window.page.expect_download() as download:
        window.part("export-run").click()
    download.value.save_as(tmp_path / "run.zip")
    names = zipfile.ZipFile(tmp_path / "run.zip").namelist()
    assert any(name.endswith("report.csv") for name in names) and any("events" in name for name in names)


def test_an_active_run_is_watched_taken_over_and_replayed_at_its_end(server, stage, person, site):
    stage.page.goto(site.page("/red", "<body style='background:#e00'>", "document.onclick = () => document.body.style.background = '#07c'"))
    window = person(server).signed_in(f"/runs/{stage.run_id}")
    window.shows("live")
    live = window.view
    until(lambda: live.get_by_test_id("status").get_attribute("data-status") == "live", 15, "it is live")
    assert not live.get_by_test_id("control").is_visible(), "it may only watch"
    window.part("take").click()
    window.shows("steer")
    until(lambda: live.get_by_test_id("control").get_attribute("data-action") == "release", 15, "control is taken")
    assert not window.part("take").is_visible(), "the view has the button now"
    live.get_by_test_id("screen").click()
    until(lambda: stage.page.evaluate("document.body.style.background") == "rgb(0, 119, 204)", 10, "the click reached the page")
    live.get_by_test_id("control").click()
    window.part("show-replay").click()
    window.shows("replay")
    until(lambda: live.get_by_test_id("status").get_attribute("data-status") == "live", 15, "a replay of what goes on")
    window.part("show-live").click()
    window.shows("live")
    stage.stop()
    window.shows("replay", 20)
    assert not window.part("take").is_visible()


def test_leases_of_the_page_are_taken_back_when_it_is_left(server, api, person, recorded):
    window = person(server).signed_in(f"/runs/{recorded.run_id}")
    window.shows("replay")
    leases = lambda: api.get(f"/v1/runs/{recorded.run_id}/leases").expect(200)["data"]  # noqa: E731
    assert [lease for lease in leases() if not lease.get("revokedAt")]
    window.page.get_by_role("link", name="Runs", exact=True).click()
    until(lambda: all(lease.get("revokedAt") for lease in leases()), 10, "no lease is left")


def test_a_run_that_failed_says_why(make_server, person):
    server = make_server()
    with Session(server.api) as session:
        server.kill()
        server.start()
        window = person(server).signed_in(f"/runs/{session.run_id}")
        until(lambda: "The server ended while the run went on." in window.part("failure").inner_text(), 10, "why")
        assert "runtime.host_lost" in window.part("failure").inner_text()


def test_a_run_that_is_not_there(server, person):
    window = person(server).signed_in("/runs/nonsense")
    window.part("empty").wait_for()
    assert "no such run" in window.part("empty").inner_text()


# Runtimes


def test_runtimes_are_created_started_watched_and_stopped(server, api, person):
    window = person(server).signed_in("/runtimes")
    window.part("runtime-name").fill("made by hand")
    window.page.keyboard.press("Enter")
    row = window.part("runtimes").locator("tbody tr", has_text="made by hand")
    row.wait_for()
    row.get_by_role("button", name="Start made by hand").click()
    row.get_by_role("link", name="Watch").wait_for()
    runtime = row.get_attribute("data-runtime")
    assert api.get(f"/v1/runtimes/{runtime}").expect(200)["activeRunId"]
    row.get_by_role("button", name="Stop made by hand").click()
    row.get_by_role("button", name="Start made by hand").wait_for()
    until(lambda: row.get_attribute("data-status") in ("idle", "stopped"), 10, "it is stopped")
    api.delete(f"/v1/runtimes/{runtime}").expect(200)
    until(lambda: row.count() == 0, 10, "it is gone")
    window.page.get_by_role("link", name="Runs", exact=True).click()
    window.part("runs").locator("tbody tr", has_text="made by hand").click()
    # A run outlives its runtime, and keeps its name.
    window.page.get_by_role("link", name="made by hand").wait_for()


# Looks


@pytest.mark.parametrize("width", [360, 768, 1280, 2560])
def test_nothing_is_cut_off_at_any_width(server, person, recorded, width):
    window = person(server).signed_in("/")
    window.page.set_viewport_size({"width": width, "height": 800})
    for path in ("/", "/runtimes", f"/runs/{recorded.run_id}"):
        window.open(path)
        window.part("sign-out").wait_for()
        window.page.locator("#page table, #page iframe").first.wait_for()
        assert window.page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_text_stands_out_in_both_looks(server, person, recorded):
    """WCAG 2.2, 1.4.3: 4.5 to 1, measured on what is drawn."""
    script = """() => {
      const lum = (c) => { const [r, g, b] = c.map((v) => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
      const rgb = (c) => { const n = c.match(/[\\d.]+/g).map(Number); return { c: n.slice(0, 3), a: n[3] ?? 1 }; };
      const ground = (e) => { for (; e; e = e.parentElement) { const { c, a } = rgb(getComputedStyle(e).backgroundColor); if (a === 1) return c; } return [255, 255, 255]; };
      const bad = [];
      for (const e of document.querySelectorAll('body *')) {
        if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) || !e.checkVisibility()) continue;
        if (e.closest('noscript, .visually-hidden, .skip, option')) continue;
        const [one, two] = [lum(rgb(getComputedStyle(e).color).c), lum(ground(e))];
        const ratio = (Math.max(one, two) + .05) / (Math.min(one, two) + .05);
        if (ratio < 4.5) bad.push(`${e.textContent.trim().slice(0, 30)}: ${ratio.toFixed(2)}`);
      }
      return bad;
    }"""
    for scheme in ("light", "dark"):
        window = person(server, color_scheme=scheme).signed_in("/")
        for path in ("/", "/runtimes", f"/runs/{recorded.run_id}"):
            window.open(path)
            window.page.locator("#page table, #page iframe").first.wait_for()
            assert window.page.evaluate(script) == [], (scheme, path)

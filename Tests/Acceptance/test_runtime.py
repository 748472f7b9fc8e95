"""Runtimes: what they keep, how they look, what they may load, and how they end."""

import os
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest

from harness import process
from harness.api import Session
from harness.cdp import CDP
from harness.proxy import RecordingProxy
from harness.record import Record, moment
from harness.wait import until


def visit(playwright, connect_url, action):
    browser = playwright.chromium.connect_over_cdp(connect_url)
    try:
        page = browser.contexts[0].pages[0] if browser.contexts[0].pages else browser.contexts[0].new_page()
        return action(page)
    finally:
        browser.close()


@pytest.mark.parametrize("profile", [True, False], ids=["kept", "clean"])
def test_profiles(api, site, playwright, profile):
    url = site.page("/profile")
    runtime = api.create_runtime(config={"profile": profile})["id"]

    def write(page):
        page.goto(url)
        page.evaluate(
            "() => { document.cookie = 'kept=yes; max-age=3600'; localStorage.setItem('kept', 'yes'); return 1 }"
        )
        page.goto(site.url("/setcookie/server/side"))

    def read(page):
        page.goto(url)
        return page.evaluate("() => [document.cookie, localStorage.getItem('kept')]")

    visit(playwright, api.start(runtime)["connectUrl"], write)
    api.stop(runtime)
    cookies, stored = visit(playwright, api.start(runtime)["connectUrl"], read)
    api.stop(runtime)
    if profile:
        assert "kept=yes" in cookies and "server=side" in cookies and stored == "yes"
    else:
        assert cookies == "" and stored is None


def test_the_viewport_is_exact(api, playwright):
    with Session(api, config={"fingerprint": {"browser": "chrome", "viewport": {"width": 911, "height": 577}}}) as session:
        with CDP(session.connect_url) as cdp:
            page = cdp.attach_page()
            assert cdp.evaluate(page, "[innerWidth, innerHeight]") == [911, 577]
        config = api.get(f"/v1/runtimes/{session.id}").expect(200)["config"]
        assert config["fingerprint"]["viewport"] == {"width": 911, "height": 577}


@pytest.mark.parametrize(
    ("traffic", "blocked", "loaded"),
    [
        ({"blockResourceTypes": ["image"]}, ["/image/a"], ["/style/a", "/echo/fetch"]),
        ({"blockResourceTypes": ["image", "texttrack", "prefetch"]}, ["/image/a"], ["/echo/fetch"]),
        ({"urlBlocklist": ["*/echo/*"]}, ["/echo/fetch"], ["/image/a", "/style/a"]),
        ({"urlAllowlist": ["*/traffic", "*/style/*"]}, ["/image/a", "/echo/fetch"], ["/style/a"]),
        ({"saver": "high"}, ["/image/a"], ["/echo/fetch"]),
    ],
    ids=["types", "rare types", "blocklist", "allowlist", "saver"],
)
def test_network_traffic_is_really_blocked(drive, site, traffic, blocked, loaded):
    url = site.page(
        "/traffic",
        "<link rel=stylesheet href=/style/a><img src=/image/a>",
        "fetch('/echo/fetch').catch(() => {}).then(() => { window.done = true })",
    )

    def action(page):
        page.goto(url)
        page.wait_for_function("() => window.done === true")

    record = drive(action, config={"networkTraffic": traffic})
    for path in blocked:
        assert not site.reached("GET", path), path
        end = record.end_of(path)
        assert end["type"] == "network.failed" and end["data"]["blockedReason"], end
    for path in loaded:
        assert site.reached("GET", path), path


@pytest.mark.parametrize("credentials", [None, ("user", "p@ss:word")], ids=["open", "with password"])
def test_a_custom_proxy(api, drive, site, credentials):
    proxy = RecordingProxy(*(credentials or ()))
    config = {"proxy": {"type": "custom", "url": proxy.url}}
    if credentials:
        config["proxy"].update(username=credentials[0], password=credentials[1])
    url = site.page("/proxied", script="console.log('proxied line')")

    def action(page):
        page.goto(url)
        page.goto(site.url("/redirect/2/proxied"))

    try:
        record = drive(action, config=config)
        assert ("GET", url) in proxy.seen and len([s for s in proxy.seen if "proxied" in s[1]]) == 4
        record.check_site(site)
        assert record.console("proxied ") == ["proxied line"]
        runtime = api.get(f"/v1/runtimes/{record.run['runtimeId']}").expect(200)
        assert "p@ss" not in str(runtime) + str(record.events)
        assert runtime["config"]["proxy"]["hasPassword"] is bool(credentials)
    finally:
        proxy.close()


def test_an_agent_that_is_gone_lets_the_run_end(api, playwright):
    runtime = api.create_runtime(config={"idleTimeoutSeconds": 2})["id"]
    started = api.start(runtime)
    visit(playwright, started["connectUrl"], lambda page: page.evaluate("console.log('active')"))
    until(lambda: api.run(started["runId"])["status"] != "active", 15, "the idle end", every=0.2)
    record = Record(api, started["runId"]).check()
    assert record.run["status"] == "stopped" and record.events[-1]["data"]["reason"] == "idle_timeout"
    assert moment(record.run["finishedAt"]) - moment(record.run["startedAt"]) >= 2
    assert api.get(f"/v1/runtimes/{runtime}").expect(200)["status"] == "stopped"


def test_an_active_agent_keeps_the_run(api):
    runtime = api.create_runtime(config={"idleTimeoutSeconds": 2})["id"]
    started = api.start(runtime)
    with CDP(started["connectUrl"]) as cdp:
        page = cdp.attach_page()
        cdp.evaluate(page, "new Promise(r => setTimeout(r, 500))", awaitPromise=True)
        for _ in range(8):
            cdp.evaluate(page, "new Promise(r => setTimeout(r, 500))", awaitPromise=True)
        assert api.run(started["runId"])["status"] == "active"
    api.stop(runtime)


def test_more_than_the_cap_is_402(make_server):
    server = make_server(environment={"MARTLET_MAX_RUNTIMES": "2"})
    api = server.api
    runtimes = [api.create_runtime()["id"] for _ in range(3)]
    for runtime in runtimes[:2]:
        api.start(runtime)
    answer = api.post(f"/v1/runtimes/{runtimes[2]}/start")
    assert answer.status == 402 and answer.code == "browser.concurrent_quota_exceeded"
    assert api.get(f"/v1/runtimes/{runtimes[2]}").expect(200)["status"] == "stopped"
    api.stop(runtimes[0])
    assert api.start(runtimes[2])["started"] is True


def test_a_missing_browser_is_503_with_a_hint(make_server):
    server = make_server(environment={"MARTLET_CHROMIUM": "/nowhere/chromium"})
    runtime = server.api.create_runtime()["id"]
    answer = server.api.post(f"/v1/runtimes/{runtime}/start")
    assert answer.status == 503 and answer.code == "runtime.host_unavailable"
    assert "apt" in answer.json["hint"] and "chromium-headless-shell" in answer.json["hint"]
    assert server.api.get(f"/v1/runtimes/{runtime}").expect(200)["activeRunId"] is None
    assert server.healthy()


def test_starting_is_idempotent(api, site):
    runtime = api.create_runtime()["id"]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: api.start(runtime), range(8)))
    assert len({(a["runId"], a["connectUrl"]) for a in answers}) == 1
    assert sorted(a["started"] for a in answers) == [False] * 7 + [True]
    assert len(api.get(f"/v1/runs?runtimeId={runtime}").expect(200)["data"]) == 1
    key = {"idempotency-key": str(uuid.uuid4())}
    api.stop(runtime)
    stopped = api.stop(runtime)
    assert stopped["stopped"] is False and stopped["runId"] is None
    first = api.post(f"/v1/runtimes/{runtime}/start", headers=key).expect(200)
    assert first["started"] is True and first["runId"] != answers[0]["runId"]
    assert api.post(f"/v1/runtimes/{runtime}/start", headers=key).expect(200) == first
    with ThreadPoolExecutor(4) as pool:
        assert sorted(a["stopped"] for a in pool.map(lambda _: api.stop(runtime), range(4)))[-1] is True
    assert api.run(first["runId"])["status"] == "stopped"


def test_starts_and_stops_in_a_row_leave_nothing(server, api):
    before = set(server.browsers())
    runtime = api.create_runtime()["id"]
    for _ in range(5):
        run = api.start(runtime)["runId"]
        assert api.stop(runtime)["runId"] == run
        assert Record(api, run).check()
    assert set(server.browsers()) <= before


def test_pages_of_lists(api):
    space = api.post("/v1/spaces", {"name": "paged"}).expect(201)["id"]
    made = [api.create_runtime(spaceId=space, name=f"n{n}")["id"] for n in range(7)]
    listed, cursor = [], ""
    while True:
        page = api.get(f"/v1/runtimes?spaceId={space}&limit=3{cursor}").expect(200)
        listed += [r["id"] for r in page["data"]]
        assert len(page["data"]) <= 3
        if not page["nextCursor"]:
            break
        api.create_runtime(spaceId=space, name="late")
        cursor = f"&cursor={page['nextCursor']}"
    assert listed == made[::-1], "newest first, and what comes later does not shift a page"
    assert len(api.get(f"/v1/runtimes?spaceId={space}&limit=1000").expect(200)["data"]) == 9
    assert "config" not in api.get(f"/v1/runtimes?spaceId={space}").expect(200)["data"][0]


def test_several_clients_at_once(api, site, playwright):
    """Three clients drive one browser; each gets its own answers."""
    url = site.page("/many", script="console.log('many line')")
    with Session(api) as session:
        clients = [CDP(session.connect_url) for _ in range(3)]

        def work(cdp):
            page = cdp.attach_page(url)
            return [cdp.evaluate(page, f"{n} * 2") for n in range(200)]

        with ThreadPoolExecutor(3) as pool:
            results = list(pool.map(work, clients))
        assert results == [[n * 2 for n in range(200)]] * 3
        visit(playwright, session.connect_url, lambda page: page.goto(url))
        for cdp in clients:
            cdp.close()
        session.stop()
    record = Record(api, session.run_id).check()
    record.check_site(site)
    assert record.console("many ") == ["many line"] * 4


@pytest.mark.timeout(180)
def test_a_hundred_megabytes_both_ways(api):
    size = 100_000_000  # Chromium itself takes messages of up to 100 MiB.
    with Session(api) as session, CDP(session.connect_url) as cdp:
        page = cdp.attach_page()
        assert len(cdp.evaluate(page, f"'x'.repeat({size})", timeout=90)) == size
        assert cdp.evaluate(page, f"'{'y' * size}'.length", timeout=90) == size
        assert cdp.evaluate(page, "1 + 1") == 2


def test_half_open_and_rude_clients_hurt_nobody(api):
    with Session(api) as session:
        rude = [CDP(session.connect_url) for _ in range(5)]
        for cdp in rude:
            cdp.attach_page()
            cdp.socket.socket.shutdown(1)
        lazy = CDP(session.connect_url)
        lazy_page = lazy.attach_page()
        for _ in range(20):
            lazy.send("Runtime.evaluate", lazy_page, expression="'z'.repeat(5000000)", returnByValue=True)
        with CDP(session.connect_url) as cdp:
            page = cdp.attach_page()
            assert [cdp.evaluate(page, "2 + 2") for _ in range(50)] == [4] * 50
            cdp.socket.send("this is no JSON")
            cdp.socket.send('{"id": 1e400, "method": 7}')
        with CDP(session.connect_url) as cdp:
            assert cdp.call("Browser.getVersion")["product"]
        lazy.socket.socket.close()
    assert api.run(session.run_id)["status"] == "stopped"


@pytest.mark.parametrize("kind", ["alert('d')", "confirm('d')", "prompt('d')"])
def test_a_dialog_that_nobody_handles_is_dismissed(make_server, site, kind):
    server = make_server(environment={"MARTLET_DIALOG_TIMEOUT_SECONDS": "1"})
    with Session(server.api) as session, CDP(session.connect_url) as cdp:
        page = cdp.attach_page(site.page("/asking"))
        cdp.send("Runtime.evaluate", page, expression=kind)
        events = until(lambda: server.api.events(session.run_id, "&type=dialog&status=finished"), 10, "the dismissal")
        assert events[0]["data"]["accepted"] is False or kind.startswith("alert")
        assert cdp.evaluate(page, "1 + 1") == 2


def test_discovery_beside_the_address(api, playwright):
    with Session(api) as session:
        base = session.connect_url.replace("ws://", "http://")
        path = "/" + base.split("/", 3)[3]
        for suffix in ("/json/version", "/json/version/"):
            version = api.get(path + suffix, authorized=False).expect(200)
            assert version["Browser"] and version["webSocketDebuggerUrl"].startswith("ws://")
        with CDP(version["webSocketDebuggerUrl"]) as cdp:
            assert cdp.call("Browser.getVersion")["product"] == version["Browser"]
            target = cdp.call("Target.createTarget", url="about:blank")["targetId"]
            listed = api.get(path + "/json/list", authorized=False).expect(200)
            entry = next(t for t in listed if t["id"] == target)
            with CDP(entry["webSocketDebuggerUrl"]) as page:
                assert page.evaluate(None, "6 * 7") == 42
        assert api.get(path + "/json", authorized=False).expect(200)
        assert api.get(path + "/json/protocol", authorized=False).expect(200)["domains"]
        browser = playwright.chromium.connect_over_cdp(base)
        assert browser.contexts
        browser.close()


def test_the_address_is_the_same_on_every_read_and_dead_at_the_end(api, playwright):
    with Session(api) as session:
        again = api.start(session.id)
        assert again["started"] is False and again["connectUrl"] == session.connect_url
        detail = api.get(f"/v1/runtimes/{session.id}").expect(200)
        assert detail["connectUrl"] == session.connect_url and detail["protocol"] == "cdp"
        session.stop()
        assert "connectUrl" not in api.get(f"/v1/runtimes/{session.id}").expect(200)
        with pytest.raises(Exception, match="404"):
            playwright.chromium.connect_over_cdp(session.connect_url)


def test_waiting_for_a_run(api):
    with Session(api) as session:
        waited = api.post(f"/v1/runs/{session.run_id}/wait", {"timeoutMs": 200}).expect(200)
        assert waited["waitStatus"] == "timeout" and waited["retryAfterSeconds"] == 1
        assert waited["status"] == "active"
        found = []
        waiter = threading.Thread(
            target=lambda: found.append(api.post(f"/v1/runs/{session.run_id}/wait", {"timeoutSeconds": 20}).expect(200))
        )
        waiter.start()
        session.stop()
        waiter.join(10)
        assert found and found[0]["waitStatus"] == "completed" and found[0]["status"] == "stopped"


def test_the_browser_is_no_root_and_has_a_group_of_its_own(server, api):
    if os.geteuid() != 0:
        pytest.skip("only a server that is root changes the browser's user")
    with Session(api):
        for pid in server.browsers():
            status = open(f"/proc/{pid}/status").read()
            user = next(line.split()[1] for line in status.splitlines() if line.startswith("Uid:"))
            assert user != "0"
            assert os.getpgid(pid) != os.getpgid(server.pid)
            assert not any("--remote-debugging-address=0.0.0.0" in a for a in process.command_line(pid))


def test_idle_time_and_name_change_while_active(api):
    with Session(api) as session:
        changed = api.patch(f"/v1/runtimes/{session.id}", {"idleTimeoutSeconds": 77, "name": "renamed"}).expect(200)
        assert changed["name"] == "renamed" and changed["config"]["idleTimeoutSeconds"] == 77
    changed = api.patch(f"/v1/runtimes/{session.id}", {"config": {"profile": True}}).expect(200)
    assert changed["config"]["profile"] is True and changed["config"]["idleTimeoutSeconds"] == 77


def test_a_rename_during_a_start_leaves_the_runtime_active(api):
    runtime = api.create_runtime()["id"]
    with ThreadPoolExecutor() as pool:
        starting = pool.submit(api.start, runtime)
        number = 0
        while not starting.done():
            number += 1
            api.patch(f"/v1/runtimes/{runtime}", {"name": f"name {number}"}).expect(200)
        run = starting.result()["runId"]
    listed = {r["id"]: r for r in api.get("/v1/runtimes?status=active&limit=200").expect(200)["data"]}
    assert listed[runtime]["activeRunId"] == run and listed[runtime]["name"] == f"name {number}" and number > 2
    api.stop(runtime)
    stored = next(r for r in api.get("/v1/runtimes?limit=200").expect(200)["data"] if r["id"] == runtime)
    assert stored["name"] == f"name {number}" and stored["status"] == "stopped"


def test_changes_at_once_do_not_undo_each_other(api):
    runtime, space = api.create_runtime()["id"], api.post("/v1/spaces", {}).expect(201)["id"]
    with ThreadPoolExecutor() as pool:
        for number in range(1, 31):
            calls = [
                (f"/v1/runtimes/{runtime}", {"name": f"r{number}"}),
                (f"/v1/runtimes/{runtime}", {"idleTimeoutSeconds": 600 + number}),
                (f"/v1/spaces/{space}", {"name": f"s{number}"}),
                (f"/v1/spaces/{space}/environment", {"vault": {"allow": [f"v{number}/"]}}),
            ]
            for answer in pool.map(lambda call: api.patch(*call), calls):
                answer.expect(200)
            changed = api.get(f"/v1/runtimes/{runtime}").expect(200)
            assert (changed["name"], changed["config"]["idleTimeoutSeconds"]) == (f"r{number}", 600 + number)
            changed = api.get(f"/v1/spaces/{space}?include=environment").expect(200)
            assert changed["name"] == f"s{number}" and changed["environment"]["vault"]["allow"] == [f"v{number}/"]


def test_a_deleted_space_takes_its_runtimes_along(make_server):
    server = make_server()
    api, space = server.api, server.api.post("/v1/spaces", {}).expect(201)["id"]
    runtime = api.create_runtime(spaceId=space, config={"profile": True})["id"]
    run = api.start(runtime)["runId"]
    assert api.delete(f"/v1/spaces/{space}").code == "runtime.not_stopped"
    api.stop(runtime)
    profile = next(server.data.rglob(f"profiles/{runtime}"))
    api.delete(f"/v1/spaces/{space}").expect(200)
    assert not profile.exists()
    for answer in [
        api.get(f"/v1/runtimes/{runtime}"), api.patch(f"/v1/runtimes/{runtime}", {"name": "x"}), api.post(f"/v1/runtimes/{runtime}/start"),
    ]:
        assert answer.status == 404 and answer.code == "runtime.not_found"
    assert api.run(run)["status"] == "stopped"

"""Live views by their protocol: what a viewer is shown, what it may do, and what becomes of one that misbehaves."""

import json
import socket
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from harness.api import Session
from harness.cdp import CDP
from harness.live import Viewer
from harness.wait import until
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

FORM = """
<!doctype html><title>Form</title><meta charset="utf-8"><body style="margin:0">
<input id=a style="position:absolute;left:10px;top:10px;width:200px;height:30px" onpaste="window.pasted=true">
<select id=s style="position:absolute;left:10px;top:60px;width:200px;height:30px" onchange="window.chosen=this.value">
<option value=1>One<optgroup label=More><option value=2>Two<option value=3 disabled>Three</optgroup></select>
<button id=b style="position:absolute;left:10px;top:110px;width:200px;height:30px" onclick="window.clicks=(window.clicks||0)+1">Go</button>
<button id=d style="position:absolute;left:10px;top:160px;width:200px;height:30px" onclick="window.answer=prompt('Name?','x')">Ask</button>
<input id=f type=file multiple style="position:absolute;left:10px;top:210px;width:200px;height:30px"
 onchange="window.files=[...this.files].map(f=>f.name+':'+f.size).join()">
<p id=t style="position:absolute;left:10px;top:250px">Some text here</p>
"""


@pytest.fixture
def session(api):
    with Session(api) as session:
        yield session


def lease(session, **request):
    return session.api.post(f"/v1/runs/{session.run_id}/live", request).expect(200)


def form(cdp, site):
    site.add("/form", FORM)
    page = cdp.attach_page(site.url("/form"))
    until(lambda: cdp.evaluate(page, "document.readyState === 'complete' && !!document.getElementById('f')"))
    return page


# Leases.


def test_a_lease_has_the_contracts_answer_and_its_limits(api, session):
    answer = lease(session, control="input", expiresInSeconds=60)
    assert answer["url"].startswith("http") and answer["expiresAt"].endswith("Z") and answer["leaseId"]
    path = f"/v1/runs/{session.run_id}/live"
    for bad in ({"expiresInSeconds": 0}, {"expiresInSeconds": 86_401}, {"control": "all"}, {"agentInput": "x"}):
        assert api.post(path, bad).code == "request.invalid"
    assert api.post(path, {"expiresInSeconds": 86_400}).status == 200
    assert api.post("/v1/runs/0197aaaa-0000-7000-8000-000000000000/live", {}).code == "run.not_found"
    session.stop()
    assert api.post(path, {}).code == "run.live_not_active"


def test_the_official_client_opens_a_live_view(client, session):
    live = client.runs.live(session.run_id, control="none")
    assert live["url"] if isinstance(live, dict) else live.url


def test_a_forged_or_foreign_token_opens_nothing(api, session, server):
    url = lease(session)["url"]
    for token in ("x", "a" * 43, url.rsplit("/", 1)[1][:-1]):
        with pytest.raises(InvalidStatus) as error:
            connect(f"ws://127.0.0.1:{api.port}/view/live/{token}/socket")
        assert error.value.response.status_code == 404
    stream = api.post(f"/v1/runs/{session.run_id}/stream-lease", {}).expect(200)["accessToken"]
    with pytest.raises(InvalidStatus) as error:
        connect(f"ws://127.0.0.1:{api.port}/view/live/{stream}/socket")
    assert error.value.response.status_code == 404
    token = url.rsplit("/", 1)[1]
    assert api.get(f"/v1/runs/{session.run_id}", headers={"authorization": f"Bearer {token}"}).status == 401


def test_a_lease_that_lapses_while_open_closes_with_a_notice_and_then_answers_410(api, session):
    answer = lease(session, expiresInSeconds=2)
    with Viewer(answer["url"]) as viewer:
        assert viewer.message("ended")["reason"] == "expired"
        assert viewer.closed()[0] == 4002
    with pytest.raises(InvalidStatus) as error:
        Viewer(answer["url"])
    assert error.value.response.status_code == 410
    path = "/" + answer["url"].split("/", 3)[3]
    assert api.get(path + "/status", authorized=False).status == 410
    assert api.get(path, authorized=False).status == 410


def test_a_lease_taken_back_closes_its_viewers_alone(api, session):
    mine, other = lease(session, name="Ann"), lease(session)
    with Viewer(mine["url"]) as viewer, Viewer(other["url"]) as witness:
        listed = api.get(f"/v1/runs/{session.run_id}/leases").expect(200)["data"]
        assert {row["id"] for row in listed} >= {mine["leaseId"], other["leaseId"]}
        assert not any("token" in json.dumps(row) or "hash" in row for row in listed)
        revoked = api.delete(f"/v1/runs/{session.run_id}/leases/{mine['leaseId']}").expect(200)
        assert revoked["revokedAt"]
        assert viewer.message("ended")["reason"] == "revoked"
        assert viewer.closed()[0] == 4003
        witness.state_with(lambda state: state["viewers"] == 1)
    with pytest.raises(InvalidStatus) as error:
        Viewer(mine["url"])
    assert error.value.response.status_code == 410
    missing = api.delete(f"/v1/runs/{session.run_id}/leases/0197aaaa-0000-7000-8000-000000000000")
    assert missing.code == "lease.not_found"


def test_control_that_ends_with_its_lease_is_not_said_to_be_given_back(api, session):
    mine = lease(session, control="input", name="Ann")
    with Viewer(mine["url"]) as viewer:
        viewer.send("take")
        viewer.state_with(lambda state: state["control"]["mine"])
        api.delete(f"/v1/runs/{session.run_id}/leases/{mine['leaseId']}").expect(200)
        assert viewer.message("ended")["reason"] == "revoked"
    path = f"/v1/runs/{session.run_id}/activity?type=system.control_released"
    row = until(lambda: api.get(path).expect(200)["data"], what="the row")[0]
    assert row["message"] == "Ann lost control to the agent: the live view was revoked" and row["data"]["reason"] == "revoked"


# Watching.


def test_a_viewer_gets_the_state_and_the_last_frame_at_once(session, site):
    with CDP(session.connect_url) as cdp:
        form(cdp, site)
        with Viewer(lease(session, name="Ann")["url"]) as viewer:
            assert viewer.hello["runId"] == session.run_id and viewer.hello["control"] == "none"
            state = viewer.state_with(lambda state: any("/form" in page["url"] for page in state["pages"]))
            assert state["control"]["holder"] == "agent" and state["follows"]
            picture = viewer.wait(lambda: next((p for p in viewer.pictures if p.page == viewer.state["frontPageId"]), None))
            assert picture.jpeg[:2] == b"\xff\xd8" and picture.width > 0


def test_a_still_page_costs_nothing_and_watching_changes_nothing(session, site):
    with CDP(session.connect_url) as cdp:
        page = form(cdp, site)
        probe = "JSON.stringify([document.hasFocus(), innerWidth, innerHeight, document.visibilityState])"
        before = cdp.evaluate(page, probe)
        with Viewer(lease(session)["url"]) as viewer:
            viewer.picture()
            while viewer.poll(1.5):
                pass
            count = len(viewer.pictures)
            while viewer.poll(2):
                pass
            assert len(viewer.pictures) == count
            pages = [page["id"] for page in viewer.state["pages"]]
            front = viewer.state["frontPageId"]
            viewer.send("watch", pageId=next(id for id in pages if id != front))
            viewer.state_with(lambda state: not state["follows"])
            viewer.wait(lambda: viewer.pictures[-1].page != front)
            assert viewer.state["frontPageId"] == front
            assert [page["id"] for page in viewer.state["pages"]] == pages
        assert cdp.evaluate(page, probe) == before


MOVING = ("<canvas id=c></canvas><script>let n=0;const x=c.getContext('2d');(function f(){x.fillStyle=`hsl(${n++} 90% 50%)`;"
          "x.fillRect(0,0,300,150);requestAnimationFrame(f)})()</script>")


@pytest.mark.parametrize("recording", ["on", "off"])
def test_a_tab_that_a_viewer_picks_moves_as_the_front_one_does(make_server, site, recording):
    site.add("/moving", MOVING)
    site.add("/still", "<p>still</p>")
    with Session(make_server(environment={"MARTLET_RECORDING": recording}).api) as session, CDP(session.connect_url) as cdp:
        first = cdp.call("Target.createTarget", url=site.url("/moving"))["targetId"]
        for _ in range(5):
            cdp.call("Target.createTarget", url=site.url("/still"))
        with Viewer(lease(session)["url"]) as viewer:
            viewer.state_with(lambda state: len(state["pages"]) >= 6 and state["frontPageId"] != first)
            viewer.send("watch", pageId=first)

            def moves():
                shown = [picture.time for picture in viewer.pictures if picture.page == first]
                return len(shown) >= 8 and shown[-1] - shown[-8] < 4000

            viewer.wait(moves)


def test_a_tab_behind_that_a_person_drives_is_recorded_as_the_front_one_is(session, site):
    site.add("/moving", MOVING)
    site.add("/still", "<p>still</p>")
    with CDP(session.connect_url) as cdp:
        first = cdp.call("Target.createTarget", url=site.url("/moving"))["targetId"]
        cdp.call("Target.createTarget", url=site.url("/still"))
        with Viewer(lease(session, control="input")["url"]) as viewer:
            viewer.state_with(lambda state: len(state["pages"]) >= 2 and state["frontPageId"] != first)
            viewer.send("watch", pageId=first)
            viewer.wait(lambda: viewer.pictures and viewer.pictures[-1].page == first)
            kept = []

            def is_recorded():
                viewer.click(20, 20)
                newest = session.api.get(f"/v1/runs/{session.run_id}/frames?pageId={first}")
                if newest.status == 200 and (time := float(newest.headers["x-frame-time"])) not in kept:
                    kept.append(time)
                return len(kept) >= 8 and kept[-1] - kept[-8] < 4

            viewer.wait(is_recorded)


def test_watch_only_cannot_touch_anything(session, site):
    with CDP(session.connect_url) as cdp:
        page = form(cdp, site)
        with Viewer(lease(session)["url"]) as viewer:
            viewer.click(100, 125)
            viewer.type("x")
            viewer.send("take")
            viewer.send("navigate", action="to", url="about:blank")
            viewer.send("tab", action="open")
            for of in ("mouse", "key", "take", "navigate", "tab"):
                assert viewer.message("refused", of=of)["code"] == "watch_only"
            assert viewer.state["control"]["holder"] == "agent"
        assert cdp.evaluate(page, "window.clicks || 0") == 0
        assert cdp.evaluate(page, "a.value") == ""


# Driving.


def test_a_person_types_clicks_chooses_and_answers(session, site, api):
    with CDP(session.connect_url) as cdp:
        page = form(cdp, site)
        with Viewer(lease(session, control="input", name="Ann")["url"]) as viewer:
            viewer.state_with(lambda state: any("/form" in p["url"] and p["front"] for p in state["pages"]))
            viewer.wait(lambda: viewer.pictures and viewer.pictures[-1].page == viewer.state["frontPageId"])
            viewer.click(100, 25)
            viewer.state_with(lambda state: state["control"]["mine"] and state["control"]["name"] == "Ann")
            viewer.type("Hé")
            viewer.send("text", text="日本")
            viewer.send("compose", text="ko", selectionStart=2, selectionEnd=2)
            viewer.send("commit", text="こ")
            until(lambda: cdp.evaluate(page, "a.value") == "Hé日本こ")
            viewer.send("paste", text=" pasted")
            until(lambda: cdp.evaluate(page, "a.value") == "Hé日本こ pasted")
            assert cdp.evaluate(page, "window.pasted") is True
            viewer.press("a", "KeyA", modifiers=2)
            until(lambda: cdp.evaluate(page, "a.selectionEnd - a.selectionStart") == len("Hé日本こ pasted"))
            viewer.send("copy")
            assert viewer.message("clipboard")["text"] == "Hé日本こ pasted"

            viewer.click(100, 75)
            state = viewer.state_with(lambda state: state["select"])
            options = state["select"]["options"]
            assert [o["label"] for o in options] == ["One", "Two", "Three"]
            assert options[1]["group"] == "More" and options[2]["disabled"] and options[0]["selected"]
            viewer.send("select", id=state["select"]["id"], indexes=[1])
            until(lambda: cdp.evaluate(page, "window.chosen") == "2")
            viewer.state_with(lambda state: not state["select"])

            viewer.click(100, 175)
            dialog = viewer.state_with(lambda state: state["dialogs"])["dialogs"][0]
            assert (dialog["kind"], dialog["message"], dialog["defaultText"]) == ("prompt", "Name?", "x")
            viewer.send("dialog", id=dialog["id"], accept=True, text="Ödön")
            until(lambda: cdp.evaluate(page, "window.answer") == "Ödön")
            viewer.state_with(lambda state: not state["dialogs"])
            viewer.send("release")
            viewer.state_with(lambda state: state["control"]["holder"] == "agent")
        session.stop()
    rows = api.get(f"/v1/runs/{session.run_id}/activity?limit=200").expect(200)["data"]
    types = [row["type"] for row in rows]
    for type in ("system.live_view_opened", "system.control_taken", "system.control_released", "system.live_view_closed"):
        assert type in types, types
    assert any(row["data"].get("actor") == "person" and row["type"] == "browser.type" for row in rows), rows
    assert [row["data"]["actor"] for row in rows if row["type"] == "browser.select"] == ["person"], "the agent looked meanwhile"
    events = [event for event in session.events("&type=control")]
    assert [event["status"] for event in events] == ["started", "finished"]
    assert events[0]["data"]["name"] == "Ann" and events[0]["data"]["holder"] == "person"


def test_a_person_gives_files_to_a_page(session, site, api):
    with CDP(session.connect_url) as cdp:
        page = form(cdp, site)
        answer = lease(session, control="input")
        path = "/" + answer["url"].split("/", 3)[3]
        refused = api.post(path + "/uploads?name=a.txt", body=b"x", authorized=False)
        assert refused.code == "view.control_not_held"
        with Viewer(answer["url"]) as viewer:
            viewer.state_with(lambda state: any("/form" in p["url"] and p["front"] for p in state["pages"]))
            viewer.wait(lambda: viewer.pictures and viewer.pictures[-1].page == viewer.state["frontPageId"])
            viewer.click(60, 225)
            chooser = viewer.state_with(lambda state: state["fileChooser"])["fileChooser"]
            assert chooser["multiple"]
            ids = []
            for name, body in (("a%20b.txt", b"hello"), ("%C3%A9.bin", bytes(100_000))):
                sent = api.post(f"{path}/uploads?name={name}", body=body, authorized=False).expect(201)
                ids.append(sent["uploadId"])
            viewer.send("files", id=chooser["id"], uploadIds=ids)
            until(lambda: cdp.evaluate(page, "window.files") == "a b.txt:5,é.bin:100000")
            viewer.state_with(lambda state: not state["fileChooser"])


def test_a_page_reads_its_files_also_when_the_servers_umask_lets_nobody(make_server, site):
    with Session(make_server(umask=0o077).api) as session, CDP(session.connect_url) as cdp:
        page = form(cdp, site)
        answer = lease(session, control="input")
        with Viewer(answer["url"]) as viewer:
            viewer.state_with(lambda state: any("/form" in p["url"] and p["front"] for p in state["pages"]))
            viewer.wait(lambda: viewer.pictures and viewer.pictures[-1].page == viewer.state["frontPageId"])
            viewer.click(60, 225)
            chooser = viewer.state_with(lambda state: state["fileChooser"])["fileChooser"]
            path = "/" + answer["url"].split("/", 3)[3] + "/uploads?name=a.txt"
            sent = session.api.post(path, body=b"hello", authorized=False).expect(201)
            viewer.send("files", id=chooser["id"], uploadIds=[sent["uploadId"]])
            until(lambda: cdp.evaluate(page, "window.files") == "a.txt:5")
            assert cdp.evaluate(page, "f.files[0].text()", awaitPromise=True) == "hello"


def test_a_person_goes_back_opens_and_closes_tabs(session, site):
    with CDP(session.connect_url) as cdp:
        form(cdp, site)
        with Viewer(lease(session, control="input")["url"]) as viewer:
            viewer.state_with(lambda state: any("/form" in p["url"] and p["front"] for p in state["pages"]))
            front = viewer.state["frontPageId"]

            def at(page, text):
                return lambda state: any(p["id"] == page and text in p["url"] for p in state["pages"])

            viewer.send("navigate", action="to", url=site.url("/other"))
            viewer.state_with(at(front, "/other"))
            viewer.send("navigate", action="back")
            viewer.state_with(at(front, "/form"))
            viewer.send("navigate", action="to", url="file:///etc/passwd")
            assert viewer.message("refused", of="navigate")["code"] == "invalid"
            viewer.send("tab", action="open", url=site.url("/third"))
            state = viewer.state_with(lambda state: any("/third" in p["url"] and p["front"] for p in state["pages"]))
            third = state["frontPageId"]
            viewer.send("tab", action="activate", pageId=front)
            viewer.state_with(lambda state: state["frontPageId"] == front)
            viewer.send("tab", action="close", pageId=third)
            viewer.state_with(lambda state: all(p["id"] != third for p in state["pages"]))


def test_the_second_person_sees_who_drives_and_may_take_over(session, site):
    with CDP(session.connect_url) as cdp:
        page = form(cdp, site)
        with Viewer(lease(session, control="input", name="Ann")["url"]) as ann, Viewer(
            lease(session, control="input", name="Ben")["url"]
        ) as ben:
            ann.send("take")
            state = ben.state_with(lambda state: state["control"]["holder"] == "person")
            assert state["control"]["name"] == "Ann" and not state["control"]["mine"]
            stale = state["control"]["epoch"]
            ben.click(100, 125)
            assert ben.message("refused", of="mouse")["code"] == "control_held"
            ben.send("take")
            assert ann.message("notice", code="control_taken_over")
            state = ann.state_with(lambda state: state["control"]["name"] == "Ben")
            ann.click(100, 125, epoch=stale)
            assert ann.message("refused", of="mouse")["code"] == "control_held"
            ben.send("release")
            ann.state_with(lambda state: state["control"]["holder"] == "agent")
            ann.click(100, 125, epoch=stale)
            assert ann.message("refused", of="mouse")["code"] == "control_stale"
            assert cdp.evaluate(page, "window.clicks || 0") == 0
            epoch = ann.state["control"]["epoch"]
            ann.send("mouse", action="down", button="left", buttons=1, clickCount=1, epoch=epoch, **ann.point(100, 125))
            ann.state_with(lambda state: state["control"]["mine"])
            epoch = ann.state["control"]["epoch"]
            ann.send("mouse", action="up", button="left", clickCount=1, epoch=epoch, **ann.point(100, 125))
            until(lambda: cdp.evaluate(page, "window.clicks || 0") == 1)


def test_control_goes_back_to_the_agent_when_the_person_is_gone_for_long(session, site):
    with Viewer(lease(session, control="input", name="Ann")["url"]) as ann:
        ann.send("take")
        ann.state_with(lambda state: state["control"]["mine"])
    with Viewer(lease(session)["url"]) as witness:
        assert witness.state_with(lambda state: True)["control"]["holder"] == "person"
        witness.state_with(lambda state: state["control"]["holder"] == "agent")


# The agent meanwhile.


def test_held_input_of_an_agent_goes_on_after_the_release_and_its_handles_stay_good(session, site, playwright):
    site.add("/form", FORM)
    browser = playwright.chromium.connect_over_cdp(session.connect_url)
    page = browser.contexts[0].pages[0]
    page.goto(site.url("/form"))
    button = page.query_selector("#b")
    with Viewer(lease(session, control="input", agentInput="hold")["url"]) as viewer:
        viewer.send("take")
        viewer.state_with(lambda state: state["control"]["mine"])
        # A second thread releases while Playwright's click waits.
        import threading

        def release():
            time.sleep(1.5)
            viewer.send("release")

        thread = threading.Thread(target=release)
        assert page.title() == "Form" and page.evaluate("1 + 1") == 2
        thread.start()
        began = time.monotonic()
        button.click()
        assert time.monotonic() - began > 1.2, "the click did not wait"
        thread.join()
        assert page.evaluate("window.clicks") == 1
        page.fill("#a", "after")
        assert page.input_value("#a") == "after"
        assert page.goto(site.url("/form")).ok
    browser.close()


def test_refused_input_of_an_agent_is_a_clear_error_and_reads_go_on(session, site, playwright):
    site.add("/form", FORM)
    browser = playwright.chromium.connect_over_cdp(session.connect_url)
    page = browser.contexts[0].pages[0]
    page.goto(site.url("/form"))
    with Viewer(lease(session, control="input", agentInput="refuse")["url"]) as viewer:
        viewer.send("take")
        viewer.state_with(lambda state: state["control"]["mine"])
        with pytest.raises(Exception, match="A person has control of this browser"):
            page.goto(site.url("/other"))
        with pytest.raises(Exception, match="A person has control|Timeout"):
            page.click("#b", timeout=2000)
        assert page.title() == "Form" and page.evaluate("window.clicks || 0") == 0
        viewer.send("release")
        viewer.state_with(lambda state: state["control"]["holder"] == "agent")
        page.click("#b")
        assert page.evaluate("window.clicks") == 1
    browser.close()


def test_a_dialog_waits_for_the_person_longer_than_for_nobody(session, site):
    with CDP(session.connect_url) as cdp:
        page = form(cdp, site)
        with Viewer(lease(session, control="input")["url"]) as viewer:
            viewer.send("take")
            viewer.state_with(lambda state: state["control"]["mine"])
            cdp.send("Runtime.evaluate", page, expression="window.yes = confirm('Sure?')")
            dialog = viewer.state_with(lambda state: state["dialogs"])["dialogs"][0]
            time.sleep(6)
            while viewer.poll(0.1):
                pass
            assert viewer.state["dialogs"]
            viewer.send("dialog", id=dialog["id"], accept=True)
            viewer.state_with(lambda state: not state["dialogs"])
        until(lambda: cdp.evaluate(page, "window.yes") is True)


# Ends.


def test_the_end_of_the_run_is_told(api, session):
    answer = lease(session)
    with Viewer(answer["url"]) as viewer:
        viewer.picture()
        session.stop()
        assert viewer.message("ended")["reason"] == "stopped"
        assert viewer.closed()[0] == 4001
    with Viewer(answer["url"]) as late:
        assert late.message("ended")["reason"] == "stopped"
        assert late.closed()[0] == 4001
        assert late.state["run"]["status"] == "stopped"
    path = "/" + answer["url"].split("/", 3)[3]
    assert api.get(path + "/status", authorized=False).expect(200)["status"] == "stopped"


def test_a_crash_of_the_browser_and_of_a_tab_are_told(session):
    with Viewer(lease(session)["url"]) as viewer:
        viewer.picture()
        with CDP(session.connect_url) as cdp:
            page = cdp.attach_page()
            viewer.state_with(lambda state: len(state["pages"]) == 2)
            cdp.send("Page.crash", page)
            assert viewer.message("notice", code="page_crashed")
            viewer.state_with(lambda state: any(p["crashed"] for p in state["pages"]))
            cdp.send("Browser.crash")
            assert viewer.message("ended")["reason"] == "failed"
            assert viewer.closed()[0] == 4001


def test_a_tab_that_crashed_before_anybody_watched_is_told_as_crashed(session):
    with CDP(session.connect_url) as cdp:
        cdp.send("Page.crash", cdp.attach_page())
        until(lambda: session.events("&type=page.crash"), what="an event page.crash")
        with Viewer(lease(session)["url"]) as viewer:
            assert [page["crashed"] for page in viewer.state_with(lambda state: True)["pages"]] == [False, True]


# Those who misbehave.


@pytest.mark.parametrize(
    "send, code",
    [
        (lambda s: s.send("x" * 70_000), 1009),
        (lambda s: s.send("not json"), 1007),
        (lambda s: s.send("[]"), 1007),
        (lambda s: s.send(b"binary"), 1007),
        (lambda s: [s.send('{"type":"ping"}') for _ in range(5000)], 4008),
    ],
    ids=["giant", "no-json", "no-object", "binary", "flood"],
)
def test_a_viewer_that_breaks_the_rules_is_closed_alone(session, send, code):
    with Viewer(lease(session)["url"]) as good, Viewer(lease(session)["url"]) as bad:
        bad.state_with(lambda state: state["viewers"] == 2)
        try:
            send(bad.socket)
        except Exception:
            pass
        assert bad.closed()[0] == code
        good.state_with(lambda state: state["viewers"] == 1)
        good.send("ping", time=1)
        assert good.message("pong")["time"] == 1


@pytest.mark.parametrize(
    "frame, code",
    [
        (b"\x81\x02{}", 1002),
        (b"\xc1\x80\x00\x00\x00\x00", 1002),
        (b"\x83\x80\x00\x00\x00\x00", 1002),
        (b"\x81\x82\x00\x00\x00\x00\xff\xfe", 1007),
        (b"\x80\x80\x00\x00\x00\x00", 1002),
        (b"\x81\xff\x7f\xff\xff\xff\xff\xff\xff\xff\x00\x00\x00\x00", 1009),
    ],
    ids=["unmasked", "reserved-bit", "opcode", "utf8", "lone-continuation", "length"],
)
def test_broken_frames_are_told_by_their_code(api, session, frame, code):
    path = "/" + lease(session)["url"].split("/", 3)[3] + "/socket"
    with socket.create_connection(("127.0.0.1", api.port), timeout=10) as line:
        line.sendall(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{api.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        data = b""
        while b"\r\n\r\n" not in data:
            data += line.recv(65536)
        assert data.startswith(b"HTTP/1.1 101") and b"s3pPLMBiTxaQ9kYGzzhZRbK+xOo=" in data
        line.sendall(frame)
        while chunk := line.recv(65536):
            data += chunk
        assert b"\x88\x02" + code.to_bytes(2, "big") in data


def test_a_viewer_that_never_acknowledges_gets_two_frames_and_disturbs_nobody(session, site):
    site.add("/busy", "<body><h1 id=h>0</h1><script>setInterval(()=>h.textContent=Date.now(),50)</script>")
    with CDP(session.connect_url) as cdp:
        cdp.attach_page(site.url("/busy"))
        with Viewer(lease(session)["url"], acknowledges=False) as lazy, Viewer(lease(session)["url"]) as good:
            good.wait(lambda: len(good.pictures) >= 15)
            while lazy.poll(0.5):
                pass
            assert len(lazy.pictures) <= 2
            numbers = [picture.number for picture in good.pictures]
            assert numbers == sorted(set(numbers))


def test_twenty_viewers_see_the_same(session, site):
    with CDP(session.connect_url) as cdp:
        form(cdp, site)
        url = lease(session)["url"]
        urls = [url] * 8 + [lease(session)["url"] for _ in range(12)]
        viewers = [Viewer(url) for url in urls]
        with pytest.raises(AssertionError):
            Viewer(url)
        for viewer in viewers:
            viewer.state_with(lambda state: state["viewers"] == 20)
        front = viewers[0].state["frontPageId"]
        last = {viewer.wait(lambda v=viewer: v.pictures and v.pictures[-1].page == front and v.pictures[-1].number) for viewer in viewers}
        assert len(last) <= 2
        for viewer in viewers:
            viewer.socket.close()


# Human actions.


def test_a_person_does_what_an_agent_asks(api, session):
    path = f"/v1/runtimes/{session.id}/human-actions"
    assert api.get(path).code == "human_action.not_found"
    assert api.post(path, {}).code == "request.invalid"
    headers = {"idempotency-key": "k1"}
    action = api.post(path, {"message": "Type the code", "timeoutSeconds": 60}, headers=headers).expect(201)
    assert action["status"] == "requested" and action["runId"] == session.run_id and action["expiresAt"]
    assert api.post(path, {"message": "Type the code", "timeoutSeconds": 60}, headers=headers).expect(201) == action
    assert api.post(path, {"message": "Another"}).code == "human_action.already_pending"
    waited = api.post(path + "/wait", {"timeoutSeconds": 0.2}).expect(200)
    assert waited["waitStatus"] == "timeout" and waited["retryAfterSeconds"] == 1
    with Viewer(lease(session, control="input")["url"]) as viewer:
        shown = viewer.state_with(lambda state: state["humanAction"])["humanAction"]
        assert shown["message"] == "Type the code"
        viewer.send("take")
        viewer.state_with(lambda state: state["control"]["mine"])
        viewer.send("done")
        viewer.state_with(lambda state: not state["humanAction"] and state["control"]["holder"] == "agent")
    waited = api.post(path + "/wait", {"timeoutSeconds": 5}).expect(200)
    assert waited["waitStatus"] == "resolved" and waited["status"] == "completed" and waited["completedAt"]
    assert api.post(path + "/complete").expect(200)["status"] == "completed"
    assert api.post(path + "/cancel").code == "human_action.not_pending"


def test_an_action_that_many_complete_at_once_is_told_once(api, session):
    path = f"/v1/runtimes/{session.id}/human-actions"
    with ThreadPoolExecutor(8) as pool:
        for number in range(10):
            api.post(path, {"message": f"Do {number}"}).expect(201)
            for answer in pool.map(lambda _: api.post(path + "/complete"), range(8)):
                assert answer.expect(200)["status"] == "completed"
    session.stop()
    rows = api.get(f"/v1/runs/{session.run_id}/activity?view=debug&limit=200").expect(200)["data"]
    assert [row["type"] for row in rows if "human" in row["type"]] == [
        "system.human_action_requested", "system.human_action_completed",
    ] * 10


def test_human_actions_expire_are_cancelled_and_end_with_the_run(api, session):
    path = f"/v1/runtimes/{session.id}/human-actions"
    api.post(path, {"message": "Quick", "timeoutSeconds": 1}).expect(201)
    assert api.post(path + "/wait", {"timeoutSeconds": 10}).expect(200)["status"] == "expired"
    api.post(path, {"message": "Two"}).expect(201)
    assert api.post(path + "/cancel").expect(200)["status"] == "cancelled"
    api.post(path, {"message": "Three"}).expect(201)
    session.stop()
    assert api.get(path).expect(200)["status"] == "cancelled"
    assert api.post(path, {"message": "Four"}).code == "runtime.not_active"

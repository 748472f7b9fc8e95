"""The activity, read beside the script: every step is there, once, in order, named as a person would, and no password."""

import asyncio
import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
import pytest
import websockets

from harness.api import Session
from harness.sse import Stream
from harness.story import SECRET, activity, check, messages, untimed

def test_a_script_of_playwright_is_told_as_a_person_would(api, shop, playwright):
    with Session(api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].pages[0]
        page.goto(shop.url("/shop"))
        page.get_by_role("button", name="Add to basket").click()
        page.mouse.wheel(0, 500)
        page.wait_for_function("scrollY > 400")
        page.wait_for_timeout(600)
        with page.expect_popup() as popup:
            page.get_by_role("link", name="Care guide").click()
        popup.value.wait_for_load_state()
        popup.value.close()
        page.get_by_role("link", name="Sign in").click()
        page.get_by_label("Email").fill("ada@example.com")
        page.get_by_label("Password").press_sequentially(SECRET)
        page.get_by_label("One-time code").fill(SECRET)
        page.get_by_label("Remember me").check()
        page.get_by_label("Country").select_option("Spain")
        page.get_by_placeholder("Notes").press_sequentially("Grüße")
        page.get_by_label("Photo").set_input_files({"name": "me.png", "mimeType": "image/png", "buffer": b"x"})
        page.screenshot()
        page.get_by_role("button", name="Enter shop").click()
        page.wait_for_url("**/welcome")
        page.once("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Delete").click()
        page.locator("#menu").hover()
        page.wait_for_timeout(400)
        with page.expect_download() as download:
            page.get_by_role("link", name="Get report").click()
        download.value.path()
        page.locator("#card").drag_to(page.locator("#column"))
        page.reload()
        page.go_back()
        browser.close()
        session.stop()
    items = activity(api, session.run_id, "&view=debug")
    check(items)
    host = shop.url("")[len("http://") :].rstrip("/")
    told = [untimed(item["message"]) for item in items if item["category"] not in ("runtime", "system")]
    told = [message for message in told if "reset" not in message]
    assert told == [
        f'Opened "Paper & Pin" ({host}/shop)',
        'Clicked the "Add to basket" button',
        "Scrolled the page down",
        'Clicked the "Care guide" link',
        "A new tab opened",
        f'Opened "Care" ({host}/care)',
        'Closed the tab "Care"',
        'Clicked the "Sign in" link',
        f'Opened "Sign in" ({host}/login)',
        'Typed "ada@example.com" into the "Email" field',
        'Typed a hidden text into the "Password" field',
        'Typed a hidden text into the "One-time code" field',
        'Checked "Remember me"',
        'Chose "Spain" in the "Country" list',
        'Typed "Grüße" into the "Notes" field',
        'Put "me.png" into the "Photo" file field',
        'Took a screenshot of the page "Sign in"',
        'Clicked the "Enter shop" button',
        'Sent the "Sign in" form with "Enter shop"',
        f'Opened "Welcome" ({host}/welcome)',
        'Clicked the "Delete" button',
        'The page asked "Delete all?"; the agent accepted',
        'Pointed at "Menu"',
        'Clicked the "Get report" link',
        'Downloaded "report.csv" (4 kB)',
        'Dragged "Card" onto "Column"',
        f'Reloaded "Welcome" ({host}/welcome)',
        f'Went back to "Sign in" ({host}/login)',
    ]
    by_message = {untimed(item["message"]): item for item in items}
    click = by_message['Clicked the "Enter shop" button']
    assert by_message['Sent the "Sign in" form with "Enter shop"']["parentId"] == click["id"]
    assert by_message[f'Opened "Welcome" ({host}/welcome)']["parentId"] == click["id"]
    failed = [item for item in items if item["type"] == "network.failed"]
    assert len(failed) == 1 and failed[0]["data"]["count"] == 2
    numbers = {event["seq"] for event in session.events()}
    for item in items:
        events = item["data"].get("events")
        assert events is None or {events["from"], events["to"]} <= numbers


class Raw:
    """A bare CDP client."""

    def __init__(self, socket):
        self.socket, self.number = socket, 0

    async def call(self, method, params=None, session=None, wait=True):
        self.number += 1
        me = self.number
        message = {"id": me, "method": method, "params": params or {}} | ({"sessionId": session} if session else {})
        await self.socket.send(json.dumps(message))
        while wait:
            answer = json.loads(await asyncio.wait_for(self.socket.recv(), 20))
            if answer.get("id") == me:
                return answer.get("result", {})

    async def attach(self):
        targets = (await self.call("Target.getTargets"))["targetInfos"]
        page = next(target for target in targets if target["type"] == "page")
        return (await self.call("Target.attachToTarget", {"targetId": page["targetId"], "flatten": True}))["sessionId"]

    async def click(self, session, x, y, wait=True):
        for kind in ("mousePressed", "mouseReleased"):
            params = {"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1}
            await self.call("Input.dispatchMouseEvent", params, session, wait)

    async def go(self, session, url):
        await self.call("Page.navigate", {"url": url}, session)
        for _ in range(200):
            found = await self.call("Runtime.evaluate", {"expression": "document.readyState + location.href"}, session)
            if found["result"]["value"] == "complete" + url:
                return await asyncio.sleep(0.1)
            await asyncio.sleep(0.05)
        raise AssertionError(f"{url} did not load")


def drive_raw(api, steps):
    """Runs `steps(client, session)` over a bare connection, and returns the whole activity."""

    async def main(url):
        async with websockets.connect(url, max_size=None) as socket:
            client = Raw(socket)
            await steps(client, await client.attach())

    with Session(api) as session:
        # Playwright's own loop runs in this thread.
        with ThreadPoolExecutor() as pool:
            pool.submit(asyncio.run, main(session.connect_url)).result()
        session.stop()
    items = activity(api, session.run_id, "&view=debug")
    check(items)
    return items


def test_a_click_is_named_though_the_page_leaves_in_the_midst_of_it(api, shop):
    shop.add("/away", """<title>Away</title><body style="margin:0"><a style="display:block;height:200px" href="/login"
        onmousedown="location.href='/care'">Leave</a>""", "text/html")

    async def steps(client, session):
        await client.go(session, shop.url("/away"))
        await client.click(session, 50, 50)
        await asyncio.sleep(0.5)

    assert messages(drive_raw(api, steps), "browser.click") == ['Clicked the "Leave" link']


def test_frames_of_other_origins_and_closed_shadow_roots(api, shop):
    frame = """<title>f</title><body style="margin:0"><button style="display:block;width:200px;height:100px">Pay</button>
        <input style="display:block;width:200px;height:60px" type="password" aria-label="Code">"""
    shop.add("/pay", frame, "text/html")
    page = f"""<title>Frames</title><body style="margin:0">
        <iframe style="border:0;display:block" width="400" height="200" src="{shop.other('/pay')}"></iframe>
        <my-box style="display:block;height:100px"></my-box><script>customElements.define('my-box', class extends HTMLElement {{
        constructor() {{ super(); this.attachShadow({{mode: 'closed'}}).innerHTML = '<input style="width:200px;height:90px">'; }} }})</script>"""
    shop.add("/frames", page, "text/html")

    async def steps(client, session):
        await client.go(session, shop.url("/frames"))
        await asyncio.sleep(0.5)
        await client.click(session, 50, 50)
        await client.click(session, 50, 130)
        await client.call("Input.insertText", {"text": SECRET}, session)
        await client.click(session, 50, 250)
        await client.call("Input.insertText", {"text": SECRET}, session)
        await asyncio.sleep(0.2)

    items = drive_raw(api, steps)
    assert messages(items, "browser.click", "browser.type") == [
        'Clicked the "Pay" button',
        'Clicked the "Code" field',
        'Typed a hidden text into the "Code" field',
        'Clicked the "my-box" element',
        'Typed a hidden text into the "my-box" element',
    ]


def test_steps_by_script_are_the_agents(api, shop):
    async def steps(client, session):
        await client.go(session, shop.url("/login"))
        for script in (
            "e=document.querySelector('input');e.value='Bo';e.dispatchEvent(new Event('input',{bubbles:true}))",
            "document.querySelector('[type=checkbox]').click()",
            "document.querySelector('button').click()",
        ):
            await client.call("Runtime.evaluate", {"expression": script}, session)
            await asyncio.sleep(0.15)
        await asyncio.sleep(0.5)

    items = drive_raw(api, steps)
    rows = [item for item in items if item["type"] in ("browser.type", "browser.check", "browser.click")]
    assert [untimed(row["message"]) for row in rows] == [
        'Typed "Bo" into the "Email" field',
        'Checked "Remember me"',
        'Clicked the "Enter shop" button',
    ]
    assert all(row["data"]["actor"] == "agent" and row["data"]["byScript"] for row in rows)


def test_a_closed_tab_and_a_hanging_page_still_give_rows(api, shop):
    async def steps(client, session):
        await client.go(session, shop.url("/login"))
        await client.call("Runtime.evaluate", {"expression": "setTimeout(()=>{const t=Date.now();while(Date.now()-t<1500);},10)"}, session)
        await asyncio.sleep(0.1)
        await client.click(session, 5, 5, wait=False)
        await client.call("Input.insertText", {"text": SECRET}, session, wait=False)
        made = await client.call("Target.createTarget", {"url": shop.url("/care")})
        await client.call("Target.closeTarget", {"targetId": made["targetId"]})
        await asyncio.sleep(2.5)

    items = drive_raw(api, steps)
    assert len(messages(items, "browser.click")) == 1
    assert messages(items, "browser.tab_opened") == ["Opened a new tab"]
    assert len(messages(items, "browser.tab_closed")) == 1


def test_a_thousand_clicks_give_rows_and_no_stall(api, shop):
    shop.add("/plus", "<title>Plus</title><body style='margin:0'><button style='width:300px;height:200px'>Plus</button>", "text/html")

    async def steps(client, session):
        await client.go(session, shop.url("/plus"))
        for _ in range(1000):
            await client.click(session, 50, 50, wait=False)
        await client.call("Runtime.evaluate", {"expression": "1"}, session)
        await asyncio.sleep(1.5)

    items = drive_raw(api, steps)
    clicks = [item for item in items if item["type"] == "browser.click"]
    assert sum(item["data"].get("count", 1) for item in clicks) == 1000
    assert len(clicks) < 100


@pytest.mark.parametrize(
    "query,field",
    [
        ("view=all", "view"),
        ("category=sport", "category"),
        ("severity=fatal", "severity"),
        ("type=Browser.Click", "type"),
        ("fileId=x", "fileId"),
        ("invocationId=", "invocationId"),
        ("limit=0", "limit"),
        ("cursor=zzz", "cursor"),
    ],
)
def test_wrong_filters_are_refused_with_their_field(api, query, field):
    with Session(api) as session:
        for path in ("activity", "activity/stream"):
            answer = api.get(f"/v1/runs/{session.run_id}/{path}?{query}")
            assert answer.status == 400, (path, answer.body)
            assert answer.json["details"]["field"] == field


def test_filters_cursors_and_views(api, shop, playwright):
    with Session(api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].pages[0]
        page.goto(shop.url("/login"))
        page.get_by_label("Email").fill("a")
        browser.close()
        session.stop()
    normal, everything = activity(api, session.run_id), activity(api, session.run_id, "&view=debug")
    assert {item["type"] for item in everything} > {item["type"] for item in normal}
    assert activity(api, session.run_id, "&category=runtime") == [normal[0], normal[-1]]
    assert [item["type"] for item in activity(api, session.run_id, "&type=browser.type")] == ["browser.type"]
    assert activity(api, session.run_id, "&severity=error") == []
    assert activity(api, session.run_id, "&fileId=01a20af1-0258-7000-bc65-40b1a5dff4b9") == []
    rest = api.get(f"/v1/runs/{session.run_id}/activity?cursor={normal[0]['id']}").expect(200)["data"]
    assert rest == normal[1:]
    event = session.events()[-1]["id"]
    assert api.get(f"/v1/runs/{session.run_id}/activity?cursor={event}").status == 400


def test_a_stream_follows_replays_and_ends(api, shop, playwright):
    frames, delays = [], []

    def follow(run):
        for frame in Stream(api, f"/v1/runs/{run}/activity/stream?type=browser.click,browser.navigate").frames():
            frames.append(frame)
            delays.append(time.time())

    with Session(api) as session:
        reader = threading.Thread(target=follow, args=[session.run_id])
        reader.start()
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].pages[0]
        page.goto(shop.url("/shop"))
        page.get_by_role("link", name="Sign in").click()
        page.wait_for_url("**/login")
        page.wait_for_timeout(1000)
        live = list(frames)
        browser.close()
        session.stop()
        reader.join(10)
    items = activity(api, session.run_id, "&type=browser.click,browser.navigate")
    assert [frame.data for frame in live] == items, "all of it was there before the end"
    assert all(frame.event == "run.activity" and frame.id == frame.data["id"] for frame in frames[:-1])
    assert frames[-1].event == "run.ended"
    path = f"/v1/runs/{session.run_id}/activity/stream?type=browser.click,browser.navigate"
    again = list(Stream(api, path, {"Last-Event-ID": items[0]["id"]}).frames())
    assert [frame.data for frame in again[:-1]] == items[1:] and again[-1].event == "run.ended"
    unnamed = list(Stream(api, path + "&unnamed=1&limit=1").frames())
    assert [frame.event for frame in unnamed] == ["message"]
    lease = api.post(f"/v1/runs/{session.run_id}/stream-lease").expect(200)
    granted = Stream(api, f"{path}&access_token={lease['accessToken']}", authorized=False)
    assert [frame.data for frame in granted.frames()][:-1] == items


def test_a_killed_server_leaves_the_activity_whole(make_server, site, playwright):
    server = make_server()
    session = Session(server.api).__enter__()
    browser = playwright.chromium.connect_over_cdp(session.connect_url)
    browser.contexts[0].pages[0].goto(site.add("/here", "<title>Here</title>"))
    browser.contexts[0].pages[0].wait_for_timeout(300)
    before = activity(server.api, session.run_id)
    server.kill()
    server.start()
    after = activity(server.api, session.run_id)
    assert after[:-1] == before and after[-1]["type"] == "runtime.failed"

"""Presses and texts on pages of every making, by agents and by persons: each has its name."""

import pytest
from harness.cdp import CDP
from harness.live import Viewer
from harness.story import activity, check, untimed
from harness.wait import until

BUTTON = "<body style='margin:0'><button style='width:200px;height:100px'>Go</button>"
FRAME = "<!doctype html><title>Frame</title><body style='margin:0'><iframe style='border:0' width=300 height=200 {}></iframe>{}"


def written(page, site):
    page.set_content(BUTTON)


def written_over_a_page(page, site):
    page.goto(site.page("/plain"))
    page.evaluate("html => { document.open(); document.write(html); document.close() }", BUTTON)


def written_slowly(page, site):
    page.goto(site.page("/plain"))
    page.evaluate("html => { document.open(); setTimeout(() => { document.write(html); document.close() }, 50) }", BUTTON)
    page.wait_for_selector("button")


def filled(page, site):
    page.evaluate("html => { document.documentElement.innerHTML = html }", BUTTON)


def data(page, site):
    page.goto("data:text/html," + BUTTON)


def blob(page, site):
    page.goto(site.page("/plain"))
    page.evaluate("html => { location.href = URL.createObjectURL(new Blob([html], {type: 'text/html'})) }", BUTTON)
    page.wait_for_url("blob:**")


def javascript(page, site):
    page.goto(site.page("/plain"))
    page.evaluate("html => { window.made = html; location.href = 'javascript:made' }", BUTTON)
    page.wait_for_selector("button")


def framed(attributes, script=""):
    def make(page, site):
        site.add("/button", BUTTON)
        page.goto(site.add("/framed", FRAME.format(attributes, script)))
        page.frame_locator("iframe").locator("button").wait_for()

    return make


WRITE = f"<script>const inner = frames[0].document; inner.open(); inner.write(`{BUTTON}`); inner.close()</script>"
PAGES = {
    "set_content": written,
    "document.open": written_over_a_page,
    "document.open, written later": written_slowly,
    "about:blank, filled": filled,
    "data:": data,
    "blob:": blob,
    "javascript:": javascript,
    "frame": framed("src=/button"),
    "srcdoc frame": framed(f'srcdoc="{BUTTON}"'),
    "written frame": framed("", WRITE),
    "javascript: frame": framed("src=\"javascript:'" + BUTTON.replace("'", "") + "'\""),
    "sandboxed frame": framed(f'sandbox srcdoc="{BUTTON}"'),
}


def clicks(stage):
    items = activity(stage.api, stage.run_id)
    return [untimed(item["message"]) for item in items if item["type"] == "browser.click"]


@pytest.mark.parametrize("making", PAGES)
def test_a_click_is_named_whatever_made_the_page(stage, site, making):
    PAGES[making](stage.page, site)
    stage.page.mouse.click(50, 50)
    until(lambda: clicks(stage) == ['Clicked the "Go" button'], what="the agent's click")
    with Viewer(stage.live(control="input")) as viewer:
        viewer.click(50, 50)
        until(lambda: len(clicks(stage)) == 2, what="the person's click")
    assert clicks(stage)[1] == 'A person clicked the "Go" button'


def told(stage):
    stage.stop()
    check(activity(stage.api, stage.run_id, "&view=debug"))
    return [untimed(item["message"]) for item in activity(stage.api, stage.run_id) if item["category"] in ("browser", "file")]


def test_a_page_that_the_agent_writes_is_told_and_gives_its_title(stage):
    page = stage.page
    page.set_content("<title>Made</title><button>One</button>")
    page.get_by_role("button", name="One").click()
    page.set_content("<title>Again</title><label>Name <input></label>")
    page.get_by_label("Name").fill("Ada")
    page.screenshot()
    assert told(stage) == [
        'Wrote the page "Made" by script',
        'Clicked the "One" button',
        'Wrote the page "Again" by script',
        'Typed "Ada" into the "Name" field',
        'Took a screenshot of the page "Again"',
    ]


def test_a_person_types_on_a_page_that_the_agent_wrote(stage):
    stage.page.set_content("<body style='margin:0'><input aria-label=Name style='width:200px;height:60px'>")
    with Viewer(stage.live(control="input")) as viewer:
        viewer.click(50, 30)
        viewer.type("hi")
        until(lambda: "hi" == stage.page.evaluate("document.querySelector('input').value"), what="the text")
    assert told(stage)[1:] == ['A person clicked the "Name" field', 'A person typed "hi" into the "Name" field']


def test_what_an_agent_types_behind_a_person_is_the_agents(stage):
    page = stage.page
    page.set_content("<body style='margin:0'><input aria-label=Name style='width:200px;height:60px'>")
    with CDP(stage.connect_url) as agent, Viewer(stage.live(control="input", agentInput="hold")) as viewer:
        target = agent.call("Target.getTargets", filter=[{"type": "page"}])["targetInfos"][0]["targetId"]
        session = agent.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        viewer.send("take")
        viewer.state_with(lambda state: state["control"]["mine"])
        agent.send("Input.insertText", session, text="-agent")
        viewer.click(50, 30)
        viewer.type("person")
        until(lambda: "person" == page.evaluate("document.querySelector('input').value"), what="the person's text")
        viewer.send("release")
        until(lambda: "person-agent" == page.evaluate("document.querySelector('input').value"), what="the agent's text")
    assert [message for message in told(stage) if "yped" in message] == [
        'A person typed "person" into the "Name" field',
        'Typed "-agent" into the "Name" field',
    ]


def test_popups_of_every_making(stage, site):
    site.add("/button", BUTTON)
    page = stage.page
    page.goto(site.page("/opener"))
    for script in ("open('/button')", "window.other = open(''); other.document.write(html); other.document.close()",
                   "window.other = open(''); other.location = '/button'"):
        with page.expect_popup() as popup:
            page.evaluate("html => { " + script + " }", BUTTON)
        popup.value.get_by_role("button", name="Go").click()
        popup.value.close()
    assert [message for message in told(stage) if "licked" in message] == ['Clicked the "Go" button'] * 3


def test_controls_that_are_disabled(stage, site):
    page = stage.page
    page.goto(site.add("/off", "<title>Off</title><button disabled><span>Pay</span></button><fieldset disabled><input value=x aria-label=Name></fieldset>"))
    page.locator("span").click(force=True)
    page.locator("input").click(force=True)
    page.locator("button").dblclick(force=True)
    assert told(stage)[1:] == ['Clicked the "Pay" button, which is disabled', 'Clicked the "Name" field, which is disabled'] + [
        'Clicked the "Pay" button, which is disabled'] * 2


def test_pages_whose_scripts_are_off(api, stage, site):
    context = stage.page.context.browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.add("/plain", "<title>Plain</title><label>Name <input></label><button>Go</button>"))
    page.get_by_label("Name").press_sequentially("Ada")
    page.get_by_role("button", name="Go").click()
    context.close()
    host = site.url("").removeprefix("http://")
    assert told(stage) == ["Opened a new tab", f'Opened "Plain" ({host}/plain)', 'Typed "Ada" into the "Name" field', 'Clicked the "Go" button',
                           'Closed the tab "Plain"']


def test_taps_and_swipes(stage, site):
    page = stage.page
    page.goto(site.add("/touch", "<title>Touch</title><button>Go</button><p ontouchstart='event.preventDefault()'>Keep</p><div style='height:3000px'>"))
    line = page.context.new_cdp_session(page)
    line.send("Emulation.setTouchEmulationEnabled", {"enabled": True})

    def touch(*points):
        for number, (x, y) in enumerate(points):
            line.send("Input.dispatchTouchEvent", {"type": "touchMove" if number else "touchStart", "touchPoints": [{"x": x, "y": y}]})
        line.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    for element in ("button", "p"):
        box = page.locator(element).bounding_box()
        touch((box["x"] + 5, box["y"] + 5))
        page.wait_for_timeout(500)
    touch(*[(100, 400 - 20 * n) for n in range(12)])
    page.wait_for_function("scrollY > 50")
    assert told(stage)[1:] == ['Tapped the "Go" button', 'Tapped "Keep"', "Swiped over the page"]


EDITORS = """<!doctype html><title>Editors</title><label>Card number <input id=card></label><label>Plate <input id=plate></label>
<div id=note contenteditable aria-label=Note></div><script>
for (const field of document.querySelectorAll('input')) field.onkeydown = event => {
  if (event.key.length === 1) { event.preventDefault(); event.target.value += event.key.toUpperCase() + '-' } };
note.addEventListener('beforeinput', event => { event.preventDefault(); note.append(event.data) });
</script>"""


def test_fields_that_take_the_keys_themselves(stage, site):
    page = stage.page
    page.goto(site.add("/editors", EDITORS))
    page.get_by_label("Plate").press_sequentially("ab")
    page.get_by_label("Card number").press_sequentially("12")
    page.get_by_label("Note").press_sequentially("hey")
    page.wait_for_timeout(1600)
    assert told(stage)[1:] == [
        'Typed "A-B-" into the "Plate" field',
        'Typed a hidden text into the "Card number" field',
        'Typed "hey" into the "Note" field',
    ]


def test_prompts_history_and_pages_within_a_page(stage, site):
    page = stage.page
    links = "".join(f"<a href='/{name}' onclick='event.preventDefault();history.pushState(0,0,this.href);document.title=this.text'>{name}</a> "
                    for name in ("People", "Cards"))
    url = site.page("/board", links + "<button onclick='prompt(\"Name of the card?\")'>New</button><button onclick='prompt(\"Passphrase?\")'>Lock</button>")
    host = url.split("/")[2]
    site.page("/Cards", title="Cards")
    page.goto(url)
    page.get_by_role("link", name="People").click()
    page.get_by_role("link", name="Cards").click()
    for name in ("New", "Lock"):
        page.once("dialog", lambda dialog: dialog.accept("Send it"))
        page.get_by_role("button", name=name).click()
    page.goto(site.page("/last", title="Last"))
    page.go_back()
    page.go_forward()
    assert told(stage)[1:] == [
        'Clicked the "People" link',
        f'The page went on to "People" ({host}/People)',
        'Clicked the "Cards" link',
        f'The page went on to "Cards" ({host}/Cards)',
        'Clicked the "New" button',
        'The page asked "Name of the card?"; the agent answered "Send it"',
        'Clicked the "Lock" button',
        'The page asked "Passphrase?"; the agent answered with a hidden text',
        f'Opened "Last" ({host}/last)',
        f'Went back to "Cards" ({host}/Cards)',
        f'Went forward to "Last" ({host}/last)',
    ]


@pytest.mark.parametrize("origin", ["url", "other"])
def test_a_click_is_named_though_its_frame_is_gone_by_it(stage, site, origin):
    site.add("/leaving", BUTTON.replace("<button", "<button onmousedown='parent.postMessage(1, `*`)'"))
    source = getattr(site, origin)("/leaving")
    script = "<script>onmessage = () => document.querySelector('iframe').remove()</script>"
    page = stage.page
    page.goto(site.add("/framed", FRAME.format(f"src='{source}'", script)))
    page.frame_locator("iframe").locator("button").wait_for()
    page.mouse.click(50, 50)
    page.wait_for_selector("iframe", state="detached")
    assert [message for message in told(stage) if "licked" in message] == ['Clicked the "Go" button']


AWKWARD = """<div style="height:3000px"><form aria-label="" title="Advert" style="width:300px;height:200px;background:#eee" onsubmit="return false">
<input name="title" aria-label="Headline"><button>Publish</button></form></div>"""


def test_no_page_has_errors_of_ours(stage, site):
    page, errors = stage.page, []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(site.page("/awkward", AWKWARD))
    page.evaluate("() => { for (const one of [window, document]) for (const type of ['scroll', 'submit', 'change', 'input', 'drop', 'click']) "
                  "one.dispatchEvent(new Event(type)) }")
    page.get_by_role("button", name="Publish").click()
    page.locator("form").click(position={"x": 250, "y": 180})
    page.wait_for_timeout(300)  # what the script puts off has been done by then
    messages = told(stage)
    assert 'Tried to send the "Advert" form with "Publish"' in messages and 'Clicked the "Advert" form' in messages, messages
    assert errors == [] and stage.api.get(f"/v1/runs/{stage.run_id}/events?type=page.error").expect(200)["data"] == []

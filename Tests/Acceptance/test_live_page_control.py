"""Control by the page of a live view: an agent that asks for a person, people who only watch, people who take over from each other."""

import json

from harness.wait import until

CODE_PAGE = """
<style>body{font:20px sans-serif;margin:60px}input,button{font:inherit;padding:10px;display:block;margin:14px 0}</style>
<h1>One-time code</h1><form id=form><label>Code <input id=code inputmode=numeric autocomplete=one-time-code></label>
<button id=go>Continue</button></form><p id=said></p>
"""
CODE_SCRIPT = """
form.onsubmit = event => {
  event.preventDefault();
  said.textContent = code.value === '491276' ? 'Welcome, Ada' : 'Wrong code: ' + code.value;
};
"""
RECORDER = """
window.seen = [];
for (const name of ['mousemove', 'mousedown', 'mouseup', 'click', 'keydown', 'input', 'wheel', 'touchstart', 'focus'])
  addEventListener(name, event => seen.push(name), true);
"""


def test_a_person_types_the_one_time_code_and_the_agent_goes_on(stage, site, people):
    page = stage.page
    page.goto(site.page("/login", "<input id=user><button id=next onclick=\"location='/code'\">Next</button>", title="Log in"))
    site.page("/code", CODE_PAGE, CODE_SCRIPT, title="One-time code")
    page.fill("#user", "ada")
    page.click("#next")
    page.wait_for_selector("#code")
    actions = f"/v1/runtimes/{stage.id}/human-actions"
    asked = stage.api.post(actions, {"message": "Type the code from your phone, then press Continue."}).expect(201)

    viewer = people(stage.live(control="input", name="Ada")).sees_picture()
    request = viewer.page.get_by_test_id("human-action")
    until(lambda: "Type the code from your phone" in request.inner_text(), what="the request")
    viewer.take()
    viewer.click(page, "#code")
    viewer.keyboard.type("491276")
    viewer.keyboard.press("Enter")
    until(lambda: page.locator("#said").inner_text() == "Welcome, Ada", what="the code in the page")
    assert stage.api.get(actions).json["status"] == "requested"
    viewer.page.get_by_test_id("done").click()

    ended = stage.api.post(f"{actions}/wait", {"timeoutSeconds": 10}).expect(200)
    assert ended["waitStatus"] == "resolved" and ended["id"] == asked["id"] and ended["status"] == "completed"
    until(lambda: not request.is_visible(), what="the request gone")
    until(lambda: viewer.control.get_attribute("data-action") == "take", what="control back at the agent")
    page.click("h1")
    page.fill("#code", "the agent goes on")
    assert page.input_value("#code") == "the agent goes on"


def test_a_click_takes_control_and_the_agents_input_waits_for_the_release(stage, site, people):
    stage.page.goto(site.page("/form", "<input id=a style='width:400px;height:60px'><button id=b onclick='window.hit=1'>B</button>"))
    viewer = people(stage.live(control="input")).sees_picture()
    viewer.click(stage.page, "#a")
    until(lambda: viewer.control.get_attribute("data-action") == "release", what="control by a click")
    assert viewer.page.get_by_test_id("holder").get_attribute("data-holder") == "me"
    viewer.keyboard.type("mine")
    until(lambda: stage.page.input_value("#a") == "mine", what="the text")
    stage.page.evaluate("setTimeout(() => b.focus(), 0)")  # Reads and scripts stay alive.
    viewer.control.click()
    until(lambda: viewer.control.get_attribute("data-action") == "take", what="the release")
    stage.page.click("#b")
    assert stage.page.evaluate("window.hit") == 1


def test_a_passing_mouse_and_the_wheel_take_no_control(stage, site, people):
    stage.page.goto(site.page("/tall", "<div style='height:4000px'>tall</div>", RECORDER))
    viewer = people(stage.live(control="input")).sees_picture()
    box = viewer.screen.bounding_box()
    for step in range(20):
        viewer.mouse.move(box["x"] + 50 + step * 5, box["y"] + 50)
    viewer.mouse.wheel(0, 300)
    viewer.take()  # What came before this has been seen by now.
    assert stage.page.evaluate("seen") == [] and stage.page.evaluate("scrollY") == 0


def test_who_watches_can_touch_nothing(stage, site, people):
    stage.page.goto(site.page("/form", "<input id=a style='position:fixed;inset:0;width:100%'>", RECORDER))
    viewer = people(stage.live(control="none")).sees_picture()
    for name in ["control", "done", "file-input", "keyboard"]:
        assert not viewer.page.get_by_test_id(name).is_visible(), name
    for name in ["Back", "Forward", "Reload", "New tab", "Clipboard", "Keyboard"]:
        assert not viewer.page.get_by_role("button", name=name).is_visible(), name
    assert viewer.page.get_by_test_id("address").evaluate("field => field.readOnly")
    viewer.click(stage.page, "#a")
    viewer.keyboard.type("hello")
    viewer.mouse.wheel(0, 100)
    # A page that was changed by its visitor gets no further: the server refuses.
    refusals = viewer.window.frames[1].evaluate("""async () => {
      const socket = new WebSocket(location.href.replace(/^http/, 'ws').split('?')[0] + '/socket');
      const heard = [];
      socket.onmessage = ({data}) => typeof data === 'string' && heard.push(JSON.parse(data));
      await new Promise(resolve => socket.onopen = resolve);
      const messages = [{type: 'take'}, {type: 'text', text: 'x'}, {type: 'mouse', action: 'down', button: 'left', x: 9, y: 9, clickCount: 1},
        {type: 'navigate', action: 'to', url: 'http://example.invalid'}, {type: 'tab', action: 'open', url: 'about:blank'}, {type: 'done'}];
      for (const message of messages) socket.send(JSON.stringify(message));
      while (heard.filter(one => one.type === 'refused').length < messages.length) await new Promise(resolve => setTimeout(resolve, 20));
      return JSON.stringify(heard.filter(one => one.type === 'refused').map(one => [one.of, one.code]));
    }""")
    assert {code for _, code in json.loads(refusals)} == {"watch_only"}
    assert stage.page.evaluate("seen") == [] and stage.page.input_value("#a") == ""
    assert stage.api.get(f"/v1/runtimes/{stage.id}/targets").json["data"].__len__() == 1


def test_people_take_over_from_each_other_and_see_who_drives(stage, site, people):
    stage.page.goto(site.page("/form", "<input id=a style='width:400px;height:60px'>"))
    ada, grace = people(stage.live(control="input", name="Ada")), people(stage.live(control="input", name="Grace"))
    watcher = people(stage.live())
    for viewer in ada, grace, watcher:
        viewer.sees_picture()
    ada.take()
    until(lambda: "Ada in control" in grace.page.get_by_test_id("holder").inner_text(), what="Grace sees Ada")
    until(lambda: "Ada in control" in watcher.page.get_by_test_id("holder").inner_text(), what="the watcher sees Ada")
    grace.click(stage.page, "#a")
    grace.keyboard.type("no")
    until(lambda: "in control" in grace.page.get_by_test_id("notices").inner_text(), what="why nothing happens")
    assert stage.page.input_value("#a") == ""
    assert grace.control.inner_text() == "Take over control"
    grace.take()
    until(lambda: "Grace" in ada.page.get_by_test_id("notices").inner_text(), what="Ada is told")
    until(lambda: ada.page.get_by_test_id("holder").get_attribute("data-holder") == "person", what="Ada has lost it")
    grace.click(stage.page, "#a")
    grace.keyboard.type("yes")
    until(lambda: stage.page.input_value("#a") == "yes", what="Grace's text")


def test_the_keyboard_reaches_everything_and_is_not_trapped(stage, site, people):
    stage.page.goto(site.page("/form", "<input id=a>"))
    stage.page.focus("#a")
    viewer = people(stage.live(control="input")).sees_picture()
    focused = lambda: viewer.window.frames[1].evaluate("document.activeElement.dataset.testid ?? ''")  # noqa: E731
    viewer.page.get_by_test_id("address").focus()
    for _ in range(10):
        viewer.keyboard.press("Tab")
        if focused() == "keyboard":
            break
    assert focused() == "keyboard"
    assert viewer.page.locator("#stage").get_attribute("data-keyboard") == "reached"
    viewer.keyboard.press("Shift+Tab")
    assert focused() == "control"
    viewer.keyboard.press("Enter")  # Takes control, and the keyboard goes into the page.
    until(lambda: viewer.control.get_attribute("data-action") == "release", what="control")
    assert viewer.page.locator("#stage").get_attribute("data-keyboard") == "captured"
    viewer.keyboard.type("a")
    viewer.keyboard.press("Tab")
    until(lambda: stage.page.input_value("#a") == "a", what="the text")
    for key in "Control", "Alt":
        viewer.keyboard.down(key)
    for key in "Alt", "Control":
        viewer.keyboard.up(key)
    assert focused() == "control"

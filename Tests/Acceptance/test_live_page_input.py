"""What a person does in the page of a live view arrives in the browser: mouse, wheel, keys, scripts of the world, clipboard."""

import pytest

from harness.story import activity
from harness.wait import until

FIELD = "<textarea id=a style='font:24px monospace;width:700px;height:200px'></textarea>"


@pytest.fixture
def driver(stage, site, people):
    """A viewer in control of a page with one field, and the agent's page to read from."""

    def make(body=FIELD, script="", **options):
        stage.page.goto(site.page("/driven", body, script))
        viewer = people(stage.live(control="input"), **options).sees_picture().take()
        return viewer, stage.page

    return make


def text(page):
    return page.input_value("#a")


def put(page, text):
    """By a script: the agent's own input waits while a person has control."""
    page.evaluate("text => { a.value = text }", text)


def test_keys_shortcuts_and_caret(driver):
    viewer, page = driver()
    viewer.click(page, "#a")
    viewer.keyboard.type("Hello World")
    viewer.keyboard.press("Home")
    viewer.keyboard.press("Delete")
    viewer.keyboard.type("J")
    viewer.keyboard.press("End")
    viewer.keyboard.press("Shift+ArrowLeft")
    viewer.keyboard.press("Backspace")
    viewer.keyboard.press("Enter")
    viewer.keyboard.type("2")
    until(lambda: text(page) == "Jello Worl\n2", what="the edited text")
    viewer.keyboard.press("Control+a")
    viewer.keyboard.type("new")
    until(lambda: text(page) == "new", what="the replaced text")


def test_a_double_click_selects_a_word(driver):
    viewer, page = driver()
    put(page, "alpha beta gamma")
    x, y = viewer.spot(page, "#a", 0.02, 0.08)
    viewer.mouse.dblclick(x, y)
    selected = "[a.selectionStart, a.selectionEnd].join()"
    until(lambda: page.evaluate(selected) in ("0,5", "0,6"), what="the word selected")
    viewer.mouse.click(x, y, click_count=3)
    until(lambda: page.evaluate(selected) == "0,16", what="the line selected")


def test_text_of_an_input_method(driver):
    viewer, page = driver(script="""
      window.composed = [];
      for (const name of ['compositionstart', 'compositionupdate', 'compositionend'])
        a.addEventListener(name, event => composed.push(name + ':' + event.data));
    """)
    viewer.click(page, "#a")
    cdp = viewer.context.new_cdp_session(viewer.window)
    for stage in "に", "にほ", "にほん":
        cdp.send("Input.imeSetComposition", {"text": stage, "selectionStart": len(stage), "selectionEnd": len(stage)})
        until(lambda stage=stage: text(page) == stage, what=f"the composition {stage}")
    cdp.send("Input.insertText", {"text": "日本"})
    until(lambda: text(page) == "日本", what="the committed text")
    told = page.evaluate("composed")
    assert told[0].startswith("compositionstart") and told[-1] == "compositionend:日本"


def test_text_of_other_scripts_dead_keys_and_emoji(driver):
    viewer, page = driver()
    viewer.click(page, "#a")
    viewer.keyboard.insert_text("é")
    viewer.keyboard.insert_text("👩‍🚀")
    cdp = viewer.context.new_cdp_session(viewer.window)
    for key, code in [("п", "KeyG"), ("р", "KeyH"), ("ש", "KeyA"), ("ß", "Minus"), ("@", "KeyQ")]:
        modifiers = 3 if key == "@" else 0  # AltGr of Windows: Control and Alt.
        for action in "keyDown", "keyUp":
            cdp.send("Input.dispatchKeyEvent", {
                "type": action, "key": key, "code": code, "text": key if action == "keyDown" and not modifiers else "", "modifiers": modifiers,
            })  # fmt: skip
    until(lambda: text(page).startswith("é👩‍🚀прשß"), what="the text")


def test_drag_moves_what_is_dragged(driver):
    body = "<input type=range id=r min=0 max=100 value=0 style='width:600px;margin:80px'>" + FIELD
    viewer, page = driver(body)
    start, end = viewer.spot(page, "#r", 0.01), viewer.spot(page, "#r", 0.75)
    viewer.mouse.move(*start)
    viewer.mouse.down()
    viewer.mouse.move(*end, steps=8)
    viewer.mouse.move(end[0], 3)  # Out of the picture, over the tabs.
    viewer.mouse.up()
    until(lambda: 65 <= int(page.input_value("#r")) <= 85, what="the slider")
    viewer.mouse.move(*start)
    until(lambda: 65 <= int(page.input_value("#r")) <= 85, what="the slider let go")


def test_the_wheel_scrolls_the_page(driver):
    viewer, page = driver("<div style='height:5000px'>tall</div>")
    box = viewer.screen.bounding_box()
    viewer.mouse.move(box["x"] + 200, box["y"] + 200)
    viewer.mouse.wheel(0, 500)
    until(lambda: page.evaluate("scrollY") >= 400, what="the page scrolled")
    viewer.mouse.wheel(0, -5000)
    until(lambda: page.evaluate("scrollY") == 0, what="the page back at its top")


def test_the_other_buttons_and_the_cursor(driver):
    viewer, page = driver("<a id=l href=# style='display:inline-block;padding:60px'>link</a>", "window.menus=0; addEventListener('contextmenu', () => menus++)")
    viewer.mouse.move(*viewer.spot(page, "#l"))
    until(lambda: viewer.screen.evaluate("canvas => getComputedStyle(canvas).cursor") == "pointer", what="the cursor of a link")
    viewer.click(page, "#l", button="right")
    until(lambda: page.evaluate("menus") == 1, what="the page's own menu")


def test_a_finger_taps_and_scrolls(driver):
    viewer, page = driver("<button id=b style='width:300px;height:120px' onclick='window.taps=(window.taps||0)+1'>Tap</button><div style='height:5000px'></div>",
                          has_touch=True)
    viewer.window.touchscreen.tap(*viewer.spot(page, "#b"))
    until(lambda: page.evaluate("window.taps") == 1, what="the tap")
    cdp = viewer.context.new_cdp_session(viewer.window)
    box = viewer.screen.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.8
    cdp.send("Input.synthesizeScrollGesture", {"x": x, "y": y, "yDistance": -300, "gestureSourceType": "touch", "speed": 2000})
    until(lambda: page.evaluate("scrollY") > 100, what="the page scrolled by a finger")


def test_paste_in_and_copy_out(driver):
    viewer, page = driver(script="window.pastes = 0; a.addEventListener('paste', () => pastes++)")
    viewer.context.grant_permissions(["clipboard-read", "clipboard-write"])
    viewer.window.evaluate("navigator.clipboard.writeText('from the person ñ 漢')")
    viewer.click(page, "#a")
    viewer.keyboard.press("Control+v")
    until(lambda: text(page) == "from the person ñ 漢", what="the pasted text")
    assert page.evaluate("pastes") == 1
    put(page, "from the page")
    viewer.click(page, "#a")
    viewer.keyboard.press("Control+a")
    viewer.keyboard.press("Control+c")
    until(lambda: viewer.window.evaluate("navigator.clipboard.readText()") == "from the page", what="the copied text")
    viewer.keyboard.press("Control+x")
    until(lambda: text(page) == "", what="the cut text")


def test_copy_out_where_the_frame_may_not_use_the_clipboard(driver):
    viewer, page = driver(allow="")
    put(page, "only by hand")
    viewer.click(page, "#a")
    viewer.keyboard.press("Control+a")
    # Neither way to the clipboard works: the page is asked to say so, and gives the text to be copied by hand.
    viewer.window.frames[1].evaluate("document.execCommand = () => false")
    viewer.keyboard.press("Control+c")
    sheet = viewer.page.get_by_role("dialog", name="Clipboard")
    sheet.wait_for()
    assert sheet.locator("textarea").input_value() == "only by hand"


LINES = "\n".join(f"  line {number} <b>&amp;</b>  漢字\t| " for number in range(4_000))
FIELDS = {
    "textarea": "<textarea id=a style='width:700px;height:300px'></textarea>",
    "editable": "<div id=a contenteditable style='width:700px;height:300px;overflow:auto;white-space:pre-wrap'></div>",
    "plain": "<div id=a contenteditable=plaintext-only style='width:700px;height:300px;overflow:auto'></div>",
}
CONTENT = "a.value ?? a.innerText"
COUNTER = "window.pastes = []; a.addEventListener('paste', event => pastes.push(event.clipboardData.getData('text/plain').length))"


def paste(viewer, text):
    viewer.context.grant_permissions(["clipboard-read", "clipboard-write"])
    viewer.window.evaluate("text => navigator.clipboard.writeText(text)", text)
    viewer.keyboard.press("Control+v")


@pytest.mark.parametrize("field", FIELDS)
def test_thousands_of_lines_are_pasted_whole_and_at_once(driver, field):
    viewer, page = driver(FIELDS[field], COUNTER)
    viewer.click(page, "#a")
    paste(viewer, LINES)
    viewer.keyboard.type("!")  # Behind the paste, and not before the page can take it.
    until(lambda: page.evaluate(CONTENT).endswith("!"), 5, "all of the text")
    content = page.evaluate(CONTENT)
    # Where blanks collapse they are made such as do not.
    assert (content.replace("\u00a0", " ") if field == "plain" else content) == LINES + "!"
    assert page.evaluate("pastes") == [len(LINES)], "the page sees one paste"
    viewer.keyboard.press("Control+z")
    viewer.keyboard.press("Control+z")
    until(lambda: page.evaluate(CONTENT).strip() == "", what="the paste undone in one step")


@pytest.mark.parametrize("field", FIELDS)
def test_lines_that_are_pasted_into_a_text_are_told(driver, stage, field):
    viewer, page = driver(FIELDS[field])
    viewer.click(page, "#a")
    viewer.keyboard.type("[]")
    viewer.keyboard.press("ArrowLeft")
    viewer.keyboard.press("F2")
    paste(viewer, "two\nlines")
    until(lambda: "lines]" in page.evaluate(CONTENT), 5, "the lines")
    stage.stop()
    typed = [item["data"]["text"] for item in activity(stage.api, stage.run_id) if item["type"] == "browser.type"]
    assert typed == ["[]", "twolines" if field == "editable" else "two\nlines"]


def test_a_page_that_takes_the_paste_gets_it_once(driver):
    viewer, page = driver(script="a.addEventListener('paste', event => { event.preventDefault(); a.value = event.clipboardData.getData('text/plain').toUpperCase(); })")
    viewer.click(page, "#a")
    paste(viewer, "one\ntwo " * 20_000)
    until(lambda: text(page) == "ONE\nTWO " * 20_000, what="the page's own doing")


@pytest.mark.parametrize("policy", ["", "; trusted-types none"], ids=["policies", "no-policies"])
def test_lines_are_pasted_where_trusted_types_forbid_html(driver, site, stage, policy):
    viewer, _ = driver()
    csp = {"Content-Security-Policy": f"require-trusted-types-for 'script'{policy}"}
    body = f"<!doctype html>{FIELD}<textarea id=m maxlength=9 style='height:80px'></textarea>"
    viewer.page.get_by_test_id("address").fill(site.add("/strict", body, headers=csp))
    viewer.keyboard.press("Enter")
    page = stage.page
    page.wait_for_url("**/strict")
    until(lambda: "strict" in viewer.page.get_by_test_id("tabs").inner_text(), what="the page")
    viewer.click(page, "#a")
    paste(viewer, LINES)
    until(lambda: page.locator("#a").input_value() == LINES, 5, "all of the text")
    viewer.click(page, "#m")
    paste(viewer, "1234\n6789\nmore")
    until(lambda: page.locator("#m").input_value() == "1234\n6789", what="as much as the field takes")


def test_text_that_is_too_long_to_paste_is_refused_in_words(driver):
    viewer, page = driver()
    viewer.click(page, "#a")
    paste(viewer, "漢" * 400_000)
    until(lambda: "too long" in viewer.page.get_by_test_id("notices").inner_text(), what="the reason")
    viewer.keyboard.type("x")
    until(lambda: text(page) == "x", what="that nothing else came")


def test_long_text_is_pasted_whole(driver):
    viewer, page = driver()
    long = "".join(f"word {number} 漢字 " for number in range(5_000))  # More than one message holds.
    viewer.context.grant_permissions(["clipboard-read", "clipboard-write"])
    viewer.window.evaluate("text => navigator.clipboard.writeText(text)", long)
    viewer.click(page, "#a")
    viewer.keyboard.press("Control+v")
    until(lambda: len(text(page)) == len(long), 30, "all of the text")
    assert text(page) == long

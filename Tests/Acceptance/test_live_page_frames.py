"""Driving what lies in frames of other sites, which Chromium runs in processes of their own: payment fields, one-time codes, consent boxes."""

import pytest

from harness.wait import until

INNER = """
<style>body{margin:0;font:20px sans-serif}input,select,textarea,button{position:absolute;left:20px;width:260px;height:40px;font:inherit}</style>
<input id=a style="top:20px"><select id=s style="top:80px" onchange="window.chosen=this.value"><option>Berlin<option>Paris<option value=m>München</select>
<textarea id=t style="top:140px"></textarea><button id=b style="top:200px" onclick="said.textContent=prompt('Who?','Ada')">Ask</button>
<input id=f type=file style="top:260px" onchange="said.textContent=this.files[0].name"><p id=said style="position:absolute;top:300px"></p>
"""
OUTER = "<style>body{margin:0}iframe{position:absolute;border:7px solid #888}</style><iframe id=i style='left:90px;top:60px;width:640px;height:480px' src='%s'></iframe>"
# The frame of the other site lies in one of the page's own site, which lies in one of the other site.
NESTED = "<style>body{margin:0}iframe{position:absolute;border:5px solid #484}</style><iframe id=i style='left:30px;top:40px;width:400px;height:380px' src='%s'></iframe>"


@pytest.fixture(params=["frame", "nested"])
def framed(request, stage, site, people):
    """A viewer in control, the agent's page, and its frame of another site with fields in it."""
    site.page("/inner", INNER)
    inner = site.other("/inner")
    if request.param == "nested":
        site.page("/middle", NESTED % inner)
        site.page("/outer", NESTED.replace("#484", "#844") % site.url("/middle"))
        inner = site.other("/outer")
    stage.page.goto(site.page("/driven", OUTER % inner))
    frame = until(lambda: next((one for one in stage.page.frames if one.url.endswith("/inner")), None), what="the frame")
    frame.wait_for_selector("#said", state="attached")
    return people(stage.live(control="input")).sees_picture().take(), stage.page, frame


def spot(viewer, page, frame, selector):
    """Playwright tells boxes in frames by the page's own corner."""
    box = frame.locator(selector).bounding_box()
    width = page.evaluate("innerWidth")
    canvas = viewer.screen.bounding_box()
    scale = canvas["width"] / width
    return canvas["x"] + (box["x"] + box["width"] / 2) * scale, canvas["y"] + (box["y"] + box["height"] / 2) * scale, box["height"] * scale


def test_text_is_typed_composed_pasted_and_copied(framed):
    viewer, page, frame = framed
    viewer.context.grant_permissions(["clipboard-read", "clipboard-write"])
    viewer.mouse.click(*spot(viewer, page, frame, "#a")[:2])
    until(lambda: frame.evaluate("document.activeElement.id") == "a", what="the focus")
    viewer.keyboard.type("49")
    viewer.keyboard.insert_text("é")
    cdp = viewer.context.new_cdp_session(viewer.window)
    cdp.send("Input.imeSetComposition", {"text": "に", "selectionStart": 1, "selectionEnd": 1})
    cdp.send("Input.insertText", {"text": "日"})
    until(lambda: frame.input_value("#a") == "49é日", what="the text")
    viewer.window.evaluate("navigator.clipboard.writeText('first\\nsecond')")
    viewer.mouse.click(*spot(viewer, page, frame, "#t")[:2])
    viewer.keyboard.press("Control+v")
    until(lambda: frame.input_value("#t") == "first\nsecond", what="the pasted lines")
    viewer.keyboard.press("Control+a")
    viewer.keyboard.press("Control+x")
    until(lambda: viewer.window.evaluate("navigator.clipboard.readText()") == "first\nsecond", what="the copied text")
    until(lambda: frame.input_value("#t") == "", what="the cut text")


def test_a_select_box_is_drawn_where_the_frame_has_it(framed):
    viewer, page, frame = framed
    x, y, height = spot(viewer, page, frame, "#s")
    viewer.mouse.click(x, y)
    options = viewer.page.get_by_test_id("select").get_by_role("option")
    until(lambda: options.all_inner_texts() == ["Berlin", "Paris", "München"], what="the options")
    box = viewer.page.get_by_test_id("select").bounding_box()
    assert abs(box["y"] - (y + height / 2)) < 12, "the list lies beneath the box"
    assert abs(box["x"] + box["width"] / 2 - x) < 60, "the list lies at the box"
    options.filter(has_text="München").click()
    until(lambda: frame.evaluate("window.chosen") == "m", what="the choice")
    viewer.keyboard.press("Alt+ArrowDown")
    until(lambda: options.count() == 3, what="the options again, by the keyboard")
    assert abs(viewer.page.get_by_test_id("select").bounding_box()["y"] - (y + height / 2)) < 12
    viewer.keyboard.press("Home")
    viewer.keyboard.press("Enter")
    until(lambda: frame.evaluate("window.chosen") == "Berlin", what="the second choice")


def test_dialogs_and_files_reach_it(framed, tmp_path):
    viewer, page, frame = framed
    page.on("dialog", lambda dialog: None)
    viewer.mouse.click(*spot(viewer, page, frame, "#b")[:2])
    dialog = viewer.page.get_by_test_id("dialog")
    dialog.wait_for()
    dialog.locator("input").fill("Grace")
    viewer.keyboard.press("Enter")
    until(lambda: frame.evaluate("said.textContent") == "Grace", what="the answer")
    (tmp_path / "paper.txt").write_text("paper")
    x, y, _ = spot(viewer, page, frame, "#f")
    viewer.mouse.click(x, y)
    viewer.page.get_by_test_id("file-chooser").wait_for()
    viewer.page.get_by_test_id("file-input").set_input_files(tmp_path / "paper.txt")
    until(lambda: frame.evaluate("said.textContent") == "paper.txt", what="the file in the frame")

"""Drags and long presses, with real fingers and mice: one row each, that says what came of it and who did it."""

import pytest

from harness.story import activity, untimed
from harness.wait import until

PAGE = """<style>body{margin:0;font:20px sans-serif}div{position:absolute;width:160px;height:120px;background:#cde}#bin{left:500px;top:260px}</style>
<div id=box draggable=true>Parcel</div><div id=bin>Bin</div><button id=b style='position:absolute;left:40px;top:400px'>Menu</button>"""
SCRIPT = """
window.seen = [];
for (const name of ['dragstart', 'dragend', 'drop', 'contextmenu']) addEventListener(name, () => seen.push(name), true);
box.addEventListener('dragstart', event => event.dataTransfer.setData('text/plain', 'parcel'));
bin.addEventListener('dragover', event => event.preventDefault());
"""


def told(api, session):
    session.stop()
    items = activity(api, session.run_id)
    return [untimed(item["message"]) for item in items if item["type"] in ("browser.click", "browser.drag", "browser.press")]


def saw(page, what):
    until(lambda: what in page.evaluate("seen"), what=what)


def carry(mouse, start, end, pause):
    """Holds the mouse down for longer than a click takes, then drags."""
    mouse.move(*start)
    mouse.down()
    pause()
    mouse.move(start[0] + 10, start[1] + 10, steps=3)
    mouse.move(*end, steps=8)


def centre(page, selector):
    box = page.locator(selector).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_slow_drag_of_an_agent_is_one_row(api, stage, site):
    page = stage.page
    page.goto(site.page("/drag", PAGE, SCRIPT))
    carry(page.mouse, centre(page, "#box"), centre(page, "#bin"), lambda: page.wait_for_timeout(700))
    page.mouse.up()
    saw(page, "drop")
    assert told(api, stage) == ['Dragged "Parcel" onto "Bin"']


@pytest.fixture
def driver(stage, site, people):
    def make(**options):
        stage.page.goto(site.page("/drag", PAGE, SCRIPT))
        return people(stage.live(control="input"), **options).sees_picture().take(), stage.page

    return make


def test_a_slow_drag_of_a_person_is_one_row(api, stage, driver):
    viewer, page = driver()
    carry(viewer.mouse, viewer.spot(page, "#box"), viewer.spot(page, "#bin"), lambda: page.wait_for_timeout(700))
    viewer.mouse.up()
    saw(page, "drop")
    assert told(api, stage) == ['A person dragged "Parcel" onto "Bin"']


def test_a_drag_that_a_person_gives_up_is_no_click(api, stage, driver):
    viewer, page = driver()
    carry(viewer.mouse, viewer.spot(page, "#box"), viewer.spot(page, "#bin"), lambda: None)
    saw(page, "dragstart")
    viewer.keyboard.press("Escape")
    saw(page, "dragend")
    viewer.mouse.up()
    assert told(api, stage)[0] == 'A person dragged "Parcel", but dropped it nowhere'


def test_a_long_press_of_a_finger_is_a_right_click(api, stage, driver):
    viewer, page = driver(has_touch=True)
    x, y = viewer.spot(page, "#b")
    touch = viewer.context.new_cdp_session(viewer.window)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    saw(page, "contextmenu")
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert told(api, stage) == ['A person right-clicked the "Menu" button']


def test_a_file_that_an_agent_drops_by_script_is_put_where_it_is_dropped(stage, site):
    page = stage.page
    page.goto(site.page("/papers", "<div id=zone aria-label=Papers style='height:80px'>Drop here</div>", "zone.ondrop = event => { event.preventDefault(); window.got = event.dataTransfer.files[0].name }"))
    files = page.evaluate_handle("() => { const all = new DataTransfer(); all.items.add(new File(['x'], 'paper.txt')); return all }")
    page.dispatch_event("#zone", "drop", {"dataTransfer": files})
    assert page.evaluate("got") == "paper.txt"
    stage.stop()
    rows = [item for item in activity(stage.api, stage.run_id) if item["type"] in ("file.uploaded", "browser.drag")]
    assert [(row["message"], row["data"]["actor"]) for row in rows] == [('Dropped "paper.txt" onto "Papers"', "agent")]

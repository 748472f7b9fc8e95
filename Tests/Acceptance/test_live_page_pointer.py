"""Fingers and drags by the page of a live view: HTML drag and drop, pointers that carry, lists that scroll, gestures of two fingers."""

import itertools

import pytest

from harness.wait import until

DROP = """
<style>body{margin:0;font:20px sans-serif}#box,#bin{position:absolute;width:160px;height:120px;background:#cde}#box{left:40px;top:40px}#bin{left:500px;top:260px;background:#fec}</style>
<div id=box draggable=true>Parcel</div><div id=bin>Bin</div>
"""
DROP_SCRIPT = """
window.seen = [];
for (const name of ['dragstart', 'dragenter', 'dragover', 'dragleave', 'drop', 'dragend'])
  addEventListener(name, event => { if (seen.at(-1) !== name + ':' + event.target.id) seen.push(name + ':' + event.target.id); }, true);
box.addEventListener('dragstart', event => { event.dataTransfer.setData('text/plain', 'parcel 7'); event.dataTransfer.effectAllowed = 'move'; });
bin.addEventListener('dragover', event => { event.preventDefault(); event.dataTransfer.dropEffect = 'move'; });
bin.addEventListener('drop', event => { event.preventDefault(); window.dropped = event.dataTransfer.getData('text/plain'); bin.append(box); });
box.addEventListener('dragend', event => { window.effect = event.dataTransfer.dropEffect; });
"""
CARRY = """
<style>body{margin:0}#k{position:absolute;left:40px;top:40px;width:100px;height:100px;background:#cde;touch-action:none}</style><div id=k></div>
"""
CARRY_SCRIPT = """
window.kinds = new Set();
k.onpointerdown = event => { kinds.add(event.pointerType); k.setPointerCapture(event.pointerId); k.onpointermove = move => { k.style.left = move.clientX - 50 + 'px'; k.style.top = move.clientY - 50 + 'px'; }; };
k.onpointerup = () => { k.onpointermove = null; window.dropped = [k.style.left, k.style.top].join(); };
"""


@pytest.fixture
def driver(stage, site, people):
    def make(body, script="", **options):
        stage.page.goto(site.page("/driven", body, script))
        return people(stage.live(control="input"), **options).sees_picture().take(), stage.page

    return make


def drag(viewer, start, end, steps=8):
    viewer.mouse.move(*start)
    viewer.mouse.down()
    viewer.mouse.move(*end, steps=steps)


def drag_until(viewer, page, happening, start, end):
    """Drags, and goes on moving a little, as hands do, until something has happened."""
    drag(viewer, start, end)
    turn = itertools.count()

    def has_happened():
        viewer.mouse.move(end[0] + next(turn) % 3, end[1])
        return happening in page.evaluate("seen")

    until(has_happened, what=happening)


def test_what_is_dragged_is_dropped(driver):
    viewer, page = driver(DROP, DROP_SCRIPT)
    for turn in 1, 2:
        page.evaluate("document.body.append(box); window.dropped = null; seen.length = 0")
        drag_until(viewer, page, "dragover:bin", viewer.spot(page, "#box"), viewer.spot(page, "#bin"))
        viewer.mouse.up()
        until(lambda: page.evaluate("window.dropped") == "parcel 7", what=f"the drop, turn {turn}")
        until(lambda: page.evaluate("window.effect") == "move", what="the end of the drag")
    # Afterwards the mouse is a mouse again.
    page.evaluate("window.clicks = 0; bin.onclick = () => clicks++; 0")
    viewer.click(page, "#bin", y=0.9)
    until(lambda: page.evaluate("clicks") == 1, what="a click after the drags")


def test_a_drag_that_is_dropped_nowhere_ends(driver):
    viewer, page = driver(DROP, DROP_SCRIPT)
    drag_until(viewer, page, "dragstart:box", viewer.spot(page, "#box"), viewer.spot(page, "#bin", x=0.5, y=-0.8))
    viewer.mouse.up()
    until(lambda: "dragend:box" in page.evaluate("seen"), what="its end")
    assert page.evaluate("window.dropped") is None and page.evaluate("window.effect") == "none"


def test_selected_text_is_dragged_into_a_field(driver):
    viewer, page = driver("<p id=p style='font:30px monospace;margin:40px'>carry-me</p><input id=a style='font:30px monospace;margin:40px;width:500px'>")
    x, y = viewer.spot(page, "#p", 0.02)
    viewer.mouse.dblclick(x, y)
    until(lambda: page.evaluate("String(getSelection())").strip() == "carry", what="the selected word")
    drag(viewer, (x, y), viewer.spot(page, "#a", 0.2))
    viewer.mouse.up()
    until(lambda: page.input_value("#a").strip() == "carry", what="the text in the field")


def test_escape_gives_a_drag_up(driver):
    viewer, page = driver(DROP, DROP_SCRIPT)
    drag_until(viewer, page, "dragover:bin", viewer.spot(page, "#box"), viewer.spot(page, "#bin"))
    viewer.keyboard.press("Escape")
    until(lambda: "dragend:box" in page.evaluate("seen"), what="the drag given up")
    viewer.mouse.up()
    viewer.click(page, "#bin", y=0.9)
    assert page.evaluate("window.dropped") is None


def test_a_drag_is_given_up_when_control_goes_back(driver):
    viewer, page = driver(DROP, DROP_SCRIPT)
    drag_until(viewer, page, "dragover:bin", viewer.spot(page, "#box"), viewer.spot(page, "#bin"))
    viewer.control.evaluate("button => button.click()")
    until(lambda: viewer.control.get_attribute("data-action") == "take", what="the release")
    until(lambda: "dragend:box" in page.evaluate("seen"), what="the drag given up")
    assert page.evaluate("window.dropped") is None
    page.drag_and_drop("#box", "#bin")  # The agent drags by itself, as ever.
    assert page.evaluate("window.dropped") == "parcel 7"


def test_a_pointer_carries(driver):
    viewer, page = driver(CARRY, CARRY_SCRIPT)
    x, y = viewer.spot(page, "#k")
    scale = viewer.screen.bounding_box()["width"] / page.evaluate("innerWidth")
    drag(viewer, (x, y), (x + 300 * scale, y + 200 * scale))
    viewer.mouse.up()
    until(lambda: page.evaluate("window.dropped || ''"), what="the drop")
    left, top = (float(part[:-2]) for part in page.evaluate("window.dropped").split(","))
    assert abs(left - 340) < 4 and abs(top - 240) < 4
    assert page.evaluate("[...kinds]") == ["mouse"]


class Fingers:
    """Fingers on the viewer's window."""

    def __init__(self, viewer):
        self.cdp = viewer.context.new_cdp_session(viewer.window)

    def touch(self, kind, *points):
        """`points`: those that touch; of an end, those that leave (all when none is named). Each is a place, with a number before it if it is not the first."""
        points = [point if isinstance(point[1], tuple) else (index, point) for index, point in enumerate(points)]
        self.cdp.send("Input.dispatchTouchEvent", {
            "type": kind, "touchPoints": [{"x": x, "y": y, "id": index} for index, (x, y) in points],
        })  # fmt: skip

    def swipe(self, start, end, steps=8):
        self.touch("touchStart", start)
        for step in range(1, steps + 1):
            self.touch("touchMove", tuple(a + (b - a) * step / steps for a, b in zip(start, end)))
        self.touch("touchEnd")


def test_a_finger_carries(driver):
    viewer, page = driver(CARRY, CARRY_SCRIPT, has_touch=True)
    x, y = viewer.spot(page, "#k")
    scale = viewer.screen.bounding_box()["width"] / page.evaluate("innerWidth")
    Fingers(viewer).swipe((x, y), (x + 300 * scale, y + 200 * scale))
    until(lambda: page.evaluate("window.dropped || ''"), what="the drop")
    left, top = (float(part[:-2]) for part in page.evaluate("window.dropped").split(","))
    assert abs(left - 340) < 4 and abs(top - 240) < 4
    assert page.evaluate("[...kinds]") == ["touch"]


def test_two_fingers_are_two_fingers(driver):
    script = """
    window.most = 0; window.spread = [];
    const look = event => { event.preventDefault(); const [a, b] = event.touches; most = Math.max(most, event.touches.length);
      if (b) spread.push(Math.round(Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY))); };
    for (const name of ['touchstart', 'touchmove']) p.addEventListener(name, look, {passive: false});
    p.addEventListener('touchend', event => { window.left = event.touches.length; });
    """
    viewer, page = driver("<div id=p style='position:fixed;inset:0;touch-action:none'></div>", script, has_touch=True)
    fingers = Fingers(viewer)
    x, y = viewer.spot(page, "#p")
    fingers.touch("touchStart", (x - 50, y))
    fingers.touch("touchStart", (x - 50, y), (x + 50, y))
    for step in range(1, 9):
        fingers.touch("touchMove", (x - 50 - step * 10, y), (x + 50 + step * 10, y))
    fingers.touch("touchEnd", (1, (x + 130, y)))
    until(lambda: page.evaluate("window.left") == 1, what="one finger lifted")
    fingers.touch("touchEnd")
    until(lambda: page.evaluate("window.left") == 0, what="both fingers lifted")
    spread = page.evaluate("spread")
    assert page.evaluate("most") == 2 and spread[-1] > spread[0] * 2, spread


def test_a_finger_that_only_looks_takes_no_control_and_a_tap_does(stage, site, people):
    body = "<button id=b style='width:300px;height:120px' onclick='window.taps=(window.taps||0)+1'>Tap</button><input id=a><div style='height:5000px'></div>"
    stage.page.goto(site.page("/driven", body))
    viewer = people(stage.live(control="input"), has_touch=True).sees_picture()
    fingers = Fingers(viewer)
    x, y = viewer.spot(stage.page, "#b")
    fingers.swipe((x, y + 300), (x, y))
    assert viewer.control.get_attribute("data-action") == "take"
    fingers.touch("touchStart", (x, y))
    fingers.touch("touchEnd")
    until(lambda: stage.page.evaluate("window.taps") == 1, what="the tap")
    until(lambda: viewer.control.get_attribute("data-action") == "release", what="control")
    # A keyboard that is plugged in types where the finger has tapped.
    viewer.window.touchscreen.tap(*viewer.spot(stage.page, "#a"))
    until(lambda: stage.page.evaluate("document.activeElement.id") == "a", what="the focus")
    viewer.keyboard.type("abc")
    until(lambda: stage.page.input_value("#a") == "abc", what="the text")
    assert stage.page.evaluate("scrollY") == 0


def test_a_long_press_asks_for_the_menu(driver):
    viewer, page = driver("<div id=p style='position:fixed;inset:0'>press</div>", "window.menus = 0; addEventListener('contextmenu', () => menus++)", has_touch=True)
    fingers = Fingers(viewer)
    fingers.touch("touchStart", viewer.spot(page, "#p"))
    until(lambda: page.evaluate("menus") == 1, what="the page's own menu")
    fingers.touch("touchEnd")


def test_a_finger_opens_a_select_box_and_chooses(driver):
    viewer, page = driver("<select id=s style='font:24px sans-serif;margin:120px'><option>Berlin<option>Paris</select>", has_touch=True)
    viewer.window.touchscreen.tap(*viewer.spot(page, "#s"))
    paris = viewer.page.get_by_test_id("select").get_by_role("option", name="Paris")
    paris.wait_for()
    box = paris.bounding_box()
    viewer.window.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    until(lambda: page.input_value("#s") == "Paris", what="the choice")


FAR = """<style>body{margin:0}button{position:fixed;width:160px;height:60px}</style><button id=b style='right:20px;bottom:20px' onclick='window.hit=1'>Go</button>
<div id=p style='position:fixed;inset:0;z-index:-1'></div>"""
TOUCHES = "window.touches = []; for (const name of ['touchstart', 'touchend', 'click']) addEventListener(name, () => touches.push(name), true)"


def test_a_small_window_shows_a_part_in_full_size_and_fingers_move_it(driver):
    viewer, page = driver(FAR, TOUCHES, width=320, height=568, has_touch=True, device_scale_factor=2)
    fitted = viewer.screen.bounding_box()["width"]
    viewer.page.get_by_role("button", name="Zoom").click()
    wide = page.evaluate("innerWidth")
    until(lambda: abs(viewer.screen.bounding_box()["width"] - wide) < 2, what="the picture in full size")
    assert viewer.screen.evaluate("canvas => canvas.width") >= 2 * wide - 2, "drawn in device pixels"
    stage, corner = viewer.page.locator("#stage").bounding_box(), viewer.screen.bounding_box()
    assert abs(corner["x"] - stage["x"]) < 1, "nothing was touched yet: the page's beginning"
    fingers = Fingers(viewer)
    for _ in range(8):
        fingers.touch("touchStart", (150, 400))
        fingers.touch("touchStart", (150, 400), (200, 400))
        for step in range(1, 9):
            fingers.touch("touchMove", (150 - step * 16, 400 - step * 16), (200 - step * 16, 400 - step * 16))
        fingers.touch("touchEnd")
    x, y = viewer.spot(page, "#b")
    assert 0 < x < 320 and 0 < y < 568, "the corner is in sight"
    assert "click" not in page.evaluate("touches")
    viewer.window.touchscreen.tap(x, y)
    until(lambda: page.evaluate("window.hit") == 1, what="the tap")
    viewer.page.get_by_role("button", name="Zoom").click()
    until(lambda: abs(viewer.screen.bounding_box()["width"] - fitted) < 2, what="the whole picture")
    viewer.page.get_by_role("button", name="Zoom").click()
    x, y = viewer.spot(page, "#b")
    assert 0 < x < 320 and 0 < y < 568, "what was touched last is in sight"


def test_a_zoomed_picture_follows_the_mouse(driver):
    viewer, page = driver(FAR, width=500, height=500)
    viewer.page.get_by_role("button", name="Zoom").click()
    stage, button = viewer.page.locator("#stage").bounding_box(), page.locator("#b").bounding_box()
    width, height = page.evaluate("[innerWidth, innerHeight]")
    # A tenth from the window's edges the picture's edges are seen, and between them what lies between.
    where = lambda share, size, drawn: size * (share * drawn + (drawn - size) / 8) / (size + (drawn - size) * 1.25)  # noqa: E731
    across = stage["x"] + where((button["x"] + button["width"] / 2) / width, stage["width"], width)
    down = stage["y"] + where((button["y"] + button["height"] / 2) / height, stage["height"], height)
    viewer.mouse.move(across, down)
    x, y = viewer.spot(page, "#b")
    assert abs(x - across) < 3 and abs(y - down) < 3
    viewer.mouse.click(x, y)
    until(lambda: page.evaluate("window.hit") == 1, what="the click")

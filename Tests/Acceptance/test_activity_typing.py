"""What is typed, with presses and keys between: every step in its place, once."""

import pytest

from harness.api import Session
from harness.story import activity, untimed

PAGE = """<!doctype html><title>Desk</title>
<label>Search <input id="search"></label><label>To <input role="combobox" aria-expanded="false"></label>
<a href="#tip" style="display:block">Tips</a>
<label>Tip <input type="range" min="0" max="10" value="7"></label>
<fieldset><label><input type="radio" name="s" checked> Standard</label><label><input type="radio" name="s"> Express</label></fieldset>
<label>Day <input type="date" value="2026-05-17"></label><label>Copies <input type="number" value="2"></label><label>Due <input type="date"></label>
<div id="list" role="list" aria-label="Reviews" style="height:100px;overflow:auto"><div style="height:3000px">Reviews</div></div>
"""


def told(api, session):
    items = activity(api, session.run_id)
    return [untimed(item["message"]) for item in items if item["category"] == "browser"]


def test_presses_and_keys_end_what_was_typed(api, site, playwright):
    site.add("/desk", PAGE, "text/html; charset=utf-8")
    with Session(api) as session:
        page = playwright.chromium.connect_over_cdp(session.connect_url).contexts[0].pages[0]
        page.goto(site.url("/desk"))
        search = page.get_by_label("Search")
        search.fill("oil")
        search.click()
        page.keyboard.type(" lamp")
        page.keyboard.press("Control+A")
        page.keyboard.press("Delete")
        page.keyboard.type("shade")
        page.keyboard.press("Enter")
        session.stop()
    assert told(api, session)[1:] == [
        'Typed "oil" into the "Search" field',
        'Clicked the "Search" field',
        'Typed " lamp" into the "Search" field',
        'Pressed Control+A in the "Search" field',
        'Typed "shade" into the "Search" field',
        'Pressed Enter in the "Search" field',
    ]


def test_arrow_keys_that_set_a_field_are_what_they_set(api, site, playwright):
    site.add("/desk", PAGE, "text/html; charset=utf-8")
    with Session(api) as session:
        page = playwright.chromium.connect_over_cdp(session.connect_url).contexts[0].pages[0]
        page.goto(site.url("/desk"))
        page.get_by_label("Tip").focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        page.get_by_label("Standard").focus()
        page.keyboard.press("ArrowDown")
        page.get_by_label("Reviews").hover()
        page.mouse.wheel(0, 400)
        page.wait_for_function("document.querySelector('#list').scrollTop > 300")
        page.wait_for_timeout(600)
        session.stop()
    rows = told(api, session)[1:]
    # On a slow machine the mouse rests before the wheel turns, and that is told.
    rows = rows[:2] + [row for row in rows[2:] if row != 'Pointed at "Reviews"' or row is rows[-1]]
    assert rows == [
        'Set the "Tip" slider to "9"',
        'Chose "Express"',
        'Scrolled "Reviews" down',
    ]


BOX = "style='width:40px;font-size:24px'"
BOXES = {
    "by_length": "".join(f"<label>Digit {n} <input maxlength=1 {BOX}></label>" for n in range(1, 7)),
    "by_the_first": f"<div><input autocomplete=one-time-code {BOX}></div>" + f"<div><input {BOX}></div>" * 5,
}


@pytest.mark.parametrize("boxes", BOXES.values(), ids=BOXES)
def test_a_code_that_is_typed_into_boxes_is_hidden(api, site, playwright, boxes):
    next_box = "addEventListener('input', () => { const all = [...document.querySelectorAll('input')]; all[all.indexOf(document.activeElement) + 1]?.focus() })"
    url = site.page("/code", f"<h1>Enter the code we sent</h1><form>{boxes}</form><input id=city aria-label=City style='width:40px'>", next_box)
    with Session(api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].pages[0]
        page.goto(url)
        page.locator("input").first.click()
        page.keyboard.type("482913")
        page.fill("#city", "Ulm")
        browser.close()
        session.stop()
        rows = told(api, session)
    assert 'Typed "Ulm" into the "City" field' in rows
    assert sum("hidden" in row for row in rows) == 6
    assert not any(f'"{digit}"' in row for digit in "482913" for row in rows), rows


def test_sliders_dates_and_numbers_say_what_they_were_set_to(api, site, playwright):
    site.add("/desk", PAGE, "text/html; charset=utf-8")
    with Session(api) as session:
        page = playwright.chromium.connect_over_cdp(session.connect_url).contexts[0].pages[0]
        page.goto(site.url("/desk"))
        page.get_by_label("Tip").press("ArrowRight")
        width = page.get_by_label("Tip").bounding_box()["width"]
        page.get_by_label("Tip").click(position={"x": width / 2, "y": 5})
        page.get_by_label("Day").press("ArrowUp")
        page.get_by_label("Copies").press("ArrowUp")
        page.get_by_label("Due").press_sequentially("0517")
        page.get_by_label("Tip").fill("1")
        page.get_by_label("Due").press_sequentially("05172026")
        session.stop()
    assert [row for row in told(api, session) if not row.startswith(("Clicked", "Opened"))] == [
        'Set the "Tip" slider to "8"',
        'Set the "Tip" slider to "5"',
        'Set the "Day" field to "2026-06-17"',
        'Set the "Copies" field to "3"',
        'Typed into the "Due" field',
        'Set the "Tip" slider to "1"',
        'Set the "Due" field to "2026-05-17"',
    ]


def test_keys_that_move_and_choose_in_fields_are_told(api, site, playwright):
    site.add("/desk", PAGE, "text/html; charset=utf-8")
    with Session(api) as session:
        page = playwright.chromium.connect_over_cdp(session.connect_url).contexts[0].pages[0]
        page.goto(site.url("/desk"))
        page.get_by_label("To").press_sequentially("gr")
        for key in ("ArrowDown", "ArrowDown", "ArrowUp", "Enter"):
            page.keyboard.press(key)
        page.get_by_label("Search").fill("lamp")
        for key in ("Home", "ArrowRight", "ArrowRight", "ArrowRight", "Shift+End", "Alt+x"):
            page.keyboard.press(key)
        session.stop()
    place = 'in the "Search" field'
    assert told(api, session)[1:] == [
        'Typed "gr" into the "To" field',
        'Pressed ArrowDown in the "To" field 2 times',
        'Pressed ArrowUp in the "To" field',
        'Pressed Enter in the "To" field',
        'Typed "lamp" into the "Search" field',
        f"Pressed Home {place}",
        f"Pressed ArrowRight {place} 3 times",
        f"Pressed Shift+End {place}",
        f"Pressed Alt+X {place}",
    ]


def test_keys_that_are_held_are_told(api, site, playwright):
    site.add("/desk", PAGE, "text/html; charset=utf-8")
    with Session(api) as session:
        page = playwright.chromium.connect_over_cdp(session.connect_url).contexts[0].pages[0]
        page.goto(site.url("/desk"))
        page.keyboard.press("Control+Shift+K")
        page.keyboard.press("Control+K")
        page.get_by_label("Search").click(modifiers=["Shift"])
        page.get_by_label("Search").dblclick(modifiers=["Control", "Alt"])
        session.stop()
    clicks = [item["data"].get("modifiers") for item in activity(api, session.run_id) if item["type"] == "browser.click"]
    assert clicks == [["Shift"], ["Control", "Alt"]]
    assert told(api, session)[1:] == [
        "Pressed Control+Shift+K",
        "Pressed Control+K",
        'Clicked the "Search" field with Shift held',
        'Double-clicked the "Search" field with Control+Alt held',
    ]

"""What `text` of typing says: what was typed in one burst, in fields and editors, wherever it went."""

import pytest
from harness.api import Session
from harness.story import activity, untimed
from harness.wait import until

PAGE = """<!doctype html><title>Desk</title><label>Subject <input id="subject"></label><label>Email <input id="email" type="email"></label>
<label>Amount <input id="amount" type="number"></label><label>Notes <textarea id="notes"></textarea></label>
<div id="letter" contenteditable aria-label="Letter"></div><label>Plate <input id="plate"></label>
<script>plate.oninput = () => { plate.value = plate.value.toUpperCase().replace(/^([A-Z]{2})-?(?=.)/, '$1-') }</script>"""
FIELDS = ["Subject", "Email", "Notes", "Letter"]


class Desk:
    """The page, and what is told of it."""

    def __init__(self, api, session, page):
        self.api, self.session, self.page = api, session, page

    def rows(self):
        items = [item for item in activity(self.api, self.session.run_id) if item["category"] == "browser"]
        return [untimed(item["message"]) for item in items][1:]

    def settle(self, count):
        """Waits until so many rows are written."""
        until(lambda: len(self.rows()) >= count, what=f"{count} rows")

    def end(self):
        self.session.stop()
        return self.rows()


@pytest.fixture
def desk(api, site, playwright):
    site.add("/desk", PAGE, "text/html; charset=utf-8")
    with Session(api) as session:
        page = playwright.chromium.connect_over_cdp(session.connect_url).contexts[0].pages[0]
        page.goto(site.url("/desk"))
        yield Desk(api, session, page)


@pytest.mark.parametrize("name", FIELDS)
def test_what_was_told_is_not_told_again(desk, name):
    field, place = desk.page.get_by_label(name), f'into the "{name}" field'
    field.press_sequentially("One")
    desk.settle(1)
    field.press_sequentially("Two")
    desk.settle(2)
    desk.page.keyboard.press("Backspace")
    desk.page.keyboard.press("Backspace")
    desk.settle(3)
    field.fill("Once more")
    assert desk.end() == [f'Typed "One" {place}', f'Typed "Two" {place}', f'Deleted 2 characters in the "{name}" field', f'Typed "Once more" {place}']


@pytest.mark.parametrize("name", FIELDS)
def test_what_is_deleted_while_one_types_is_not_typed(desk, name):
    desk.page.get_by_label(name).press_sequentially("hello")
    for key in ("Backspace", "Backspace", "p"):
        desk.page.keyboard.press(key)
    assert desk.end() == [f'Typed "help" into the "{name}" field']


@pytest.mark.parametrize("name", FIELDS)
def test_a_text_that_is_gone_again_is_not_told(desk, name):
    desk.page.get_by_label(name).press_sequentially("ab")
    desk.page.keyboard.press("Backspace")
    desk.page.keyboard.press("Backspace")
    assert desk.end() == [f'Typed a text into the "{name}" field and deleted it again']


@pytest.mark.parametrize("name", FIELDS)
def test_a_text_that_is_typed_at_the_front(desk, name):
    field = desk.page.get_by_label(name)
    field.fill("ada and grace")
    desk.settle(1)
    field.press("Home")
    desk.page.keyboard.type("X ")
    assert [row for row in desk.end() if row.startswith("Typed")][1:] == [f'Typed "X " into the "{name}" field']


@pytest.mark.parametrize("name", ["Subject", "Notes"])
def test_texts_at_two_places_are_two_rows(desk, name):
    field = desk.page.get_by_label(name)
    field.fill("ada and grace")
    desk.settle(1)
    for place, text in ((3, " b."), (0, "x")):
        field.evaluate("(field, at) => field.setSelectionRange(at, at)", place)
        desk.page.keyboard.insert_text(text)
    assert desk.end()[1:] == [f'Typed " b." into the "{name}" field', f'Typed "x" into the "{name}" field']


def test_all_that_is_deleted_is_a_field_that_is_cleared(desk):
    field = desk.page.get_by_label("Subject")
    field.fill("One")
    desk.settle(1)
    field.fill("")
    desk.settle(2)
    assert desk.end() == ['Typed "One" into the "Subject" field', 'Cleared the "Subject" field']


@pytest.mark.parametrize("name", ["Notes", "Letter"])
def test_a_new_line_is_the_key_that_makes_it(desk, name):
    desk.page.get_by_label(name).press_sequentially("One")
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.type("Two")
    desk.page.keyboard.press("Enter")
    place = f'the "{name}" field'
    assert desk.end() == [f'Typed "One" into {place}', f"Pressed Enter in {place}", f'Typed "Two" into {place}', f"Pressed Enter in {place}"]


def test_what_a_page_makes_of_the_text_is_told(desk):
    desk.page.get_by_label("Plate").press_sequentially("ab12")
    assert desk.end() == ['Typed "AB-12" into the "Plate" field']


def test_a_number_before_another_one(desk):
    field = desk.page.get_by_label("Amount")
    field.fill("1")
    desk.settle(1)
    field.press("Home")
    desk.page.keyboard.type("5")
    rows = [row for row in desk.end() if row.startswith("Typed")]
    assert rows == ['Typed "1" into the "Amount" field', 'Typed "5" into the "Amount" field']


def test_a_picture_ends_what_was_typed(desk):
    field = desk.page.get_by_label("Subject")
    for text in ("One", "Two"):
        field.press_sequentially(text)
        desk.page.screenshot()
    typed = [row for row in desk.end() if row.startswith("Typed")]
    assert typed == ['Typed "One" into the "Subject" field', 'Typed "Two" into the "Subject" field']

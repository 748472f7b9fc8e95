"""What a headless browser does not draw, the page of a live view does: dialogs, select boxes, file choosers; and addresses and tabs."""

import pytest

from harness.wait import until


@pytest.fixture
def driver(stage, site, people):
    def make(body, script="", **options):
        stage.page.goto(site.page("/driven", body, script, title="Driven"))
        return people(stage.live(control="input"), **options).sees_picture().take(), stage.page

    return make


def here(page):
    page.context.cookies()  # Any call lets Playwright take in what the browser has told meanwhile.
    return page.url


def test_dialogs_are_drawn_and_answered(driver, stage):
    viewer, page = driver("<button id=b style='padding:40px'>Ask</button><p id=said></p>",
                          "b.onclick = () => { alert('Mind the gap'); said.textContent = [confirm('Sure?'), confirm('Really?'), prompt('Name?', 'Ada')].join() }")
    page.on("dialog", lambda dialog: None)  # The agent does not answer while a person has control.
    viewer.click(page, "#b")
    dialog = viewer.page.get_by_test_id("dialog")
    until(lambda: dialog.is_visible() and "Mind the gap" in dialog.inner_text(), what="the alert")
    assert dialog.get_by_role("button").all_inner_texts() == ["OK"]
    dialog.get_by_role("button", name="OK").click()
    until(lambda: "Sure?" in dialog.inner_text(), what="the first question")
    dialog.get_by_role("button", name="OK").click()
    until(lambda: "Really?" in dialog.inner_text(), what="the second question")
    viewer.keyboard.press("Escape")
    until(lambda: "Name?" in dialog.inner_text(), what="the prompt")
    assert dialog.locator("input").input_value() == "Ada"
    dialog.locator("input").fill("Grace 漢")
    viewer.keyboard.press("Enter")
    until(lambda: page.locator("#said").inner_text() == "true,false,Grace 漢", what="the answers")
    until(lambda: not dialog.is_visible(), what="the dialog gone")


SELECT = """<select id=s style="font:20px sans-serif;margin:200px 100px"><option>Berlin</option>
<optgroup label="France"><option>Paris</option><option disabled>Lyon</option></optgroup><option value=m>München</option></select>"""


def test_a_select_box_is_drawn_and_chosen_from(driver):
    viewer, page = driver(SELECT, "window.changes = 0; s.onchange = () => changes++")
    viewer.click(page, "#s")
    options = viewer.page.get_by_test_id("select").get_by_role("option")
    until(lambda: options.all_inner_texts() == ["Berlin", "Paris", "Lyon", "München"], what="the options")
    below, box = viewer.spot(page, "#s", 0.5, 1)[1], viewer.page.get_by_test_id("select").bounding_box()
    assert abs(box["y"] - below) < 20, "the list lies at the box"
    options.filter(has_text="Lyon").click(force=True)
    assert options.count() == 4, "a disabled option cannot be chosen"
    options.filter(has_text="München").click()
    until(lambda: page.input_value("#s") == "m" and page.evaluate("changes") == 1, what="the choice")
    until(lambda: options.count() == 0, what="the list gone")


def test_a_choice_that_is_clicked_twice_counts_once_and_nobody_complains(driver):
    viewer, page = driver(SELECT, "window.changes = 0; s.onchange = () => changes++")
    viewer.click(page, "#s")
    option = viewer.page.get_by_test_id("select").get_by_role("option").filter(has_text="Paris")
    option.wait_for()
    box = option.bounding_box()
    viewer.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    until(lambda: page.input_value("#s") == "Paris", what="the choice")
    viewer.click(page, "#s")  # What was refused would have been told before this comes.
    until(lambda: viewer.page.get_by_test_id("select").get_by_role("option").count() == 4, what="the options again")
    assert viewer.page.get_by_test_id("notices").inner_text() == "" and page.evaluate("changes") == 1


def test_a_select_box_by_the_keyboard(driver):
    viewer, page = driver(SELECT)
    viewer.click(page, "#s")
    options = viewer.page.get_by_test_id("select").get_by_role("option")
    until(lambda: options.count() == 4, what="the options")
    viewer.keyboard.type("pa")
    viewer.keyboard.press("Enter")
    until(lambda: page.input_value("#s") == "Paris", what="the choice by letters")
    viewer.keyboard.press("Alt+ArrowDown")
    until(lambda: options.count() == 4, what="the options again")
    viewer.keyboard.press("Escape")
    until(lambda: options.count() == 0, what="the list closed")
    assert page.input_value("#s") == "Paris"


@pytest.mark.parametrize("multiple", ["", "multiple"])
def test_files_of_the_persons_machine_go_into_the_page(driver, multiple, tmp_path):
    viewer, page = driver(f"<input id=f type=file {multiple} style='margin:100px'><pre id=said></pre>",
                          "f.onchange = async () => said.textContent = (await Promise.all([...f.files].map(async one => one.name + '=' + await one.text()))).join('|')")
    names = ["grün 漢.txt", "b.txt"][: 2 if multiple else 1]
    for name in names:
        (tmp_path / name).write_text(f"content of {name}")
    viewer.click(page, "#f", x=0.1)
    chooser = viewer.page.get_by_test_id("file-chooser")
    chooser.wait_for()
    viewer.page.get_by_test_id("file-input").set_input_files([tmp_path / name for name in names])
    wanted = "|".join(f"{name}=content of {name}" for name in names)
    until(lambda: page.locator("#said").inner_text() == wanted, what="the files in the page")
    until(lambda: not chooser.is_visible(), what="the chooser gone")


ZONE = """<div id=zone style='margin:100px;width:300px;height:100px;background:#def' role=region aria-label='Papers'>Drop here</div><pre id=said></pre>"""
DROPPED = """zone.ondragenter = zone.ondragover = event => event.preventDefault();
    zone.ondrop = async event => { event.preventDefault();
        said.textContent = (await Promise.all([...event.dataTransfer.files].map(async one => one.name + '=' + await one.text()))).join('|') }"""


@pytest.mark.parametrize("held", [True, False], ids=["in_control", "taking_control"])
def test_files_that_are_dropped_on_the_picture_are_dropped_on_the_page(driver, stage, tmp_path, held):
    viewer, page = driver(ZONE, DROPPED)
    if not held:
        viewer.control.click()
        until(lambda: viewer.control.get_attribute("data-action") == "take", what="control given back")
    names = ["grün 漢.txt", "b.txt"]
    for name in names:
        (tmp_path / name).write_text(f"content of {name}")
    x, y = viewer.spot(page, "#zone")
    data = {"items": [], "files": [str(tmp_path / name) for name in names], "dragOperationsMask": 1}
    window = viewer.context.new_cdp_session(viewer.window)
    for kind in ["dragEnter", "dragOver", "drop"]:
        window.send("Input.dispatchDragEvent", {"type": kind, "x": x, "y": y, "data": data})
    wanted = "|".join(f"{name}=content of {name}" for name in names)
    until(lambda: page.locator("#said").inner_text() == wanted, what="the files in the page")
    told = until(lambda: stage.api.get(f"/v1/runs/{stage.run_id}/activity?type=file.uploaded").expect(200)["data"], what="the row")
    assert [(row["message"], row["data"]["actor"]) for row in told] == [('A person dropped "grün 漢.txt", "b.txt" onto "Papers"', "person")]


def test_a_file_chooser_can_be_cancelled(driver):
    viewer, page = driver("<input id=f type=file style='margin:100px'>", "window.cancelled = 0; f.addEventListener('cancel', () => cancelled++)")
    viewer.click(page, "#f", x=0.1)
    viewer.page.get_by_test_id("file-chooser").get_by_role("button", name="Cancel").click()
    until(lambda: not viewer.page.get_by_test_id("file-chooser").is_visible(), what="the chooser gone")


def test_address_back_forward_and_reload(driver, site):
    viewer, page = driver("<p>first</p>")
    first, second = page.url, site.page("/second", "<p>second</p>", "window.loads = (window.loads || 0) + 1", title="Second")
    address = viewer.page.get_by_test_id("address")
    address.fill(second)
    address.press("Enter")
    until(lambda: here(page) == second and address.input_value() == second, what="the second page")
    viewer.page.get_by_role("button", name="Back", exact=True).click()
    until(lambda: here(page) == first, what="back")
    viewer.page.get_by_role("button", name="Forward", exact=True).click()
    until(lambda: here(page) == second, what="forward")
    loads = site.counts()
    viewer.screen.click(position={"x": 5, "y": 5})
    viewer.keyboard.press("Control+r")
    until(lambda: site.counts() != loads, what="the reload")


def test_an_address_that_may_not_be_opened_is_refused_in_words(driver):
    viewer, page = driver("<p>first</p>")
    before = here(page)
    address = viewer.page.get_by_test_id("address")
    address.fill("file:///etc/passwd")
    address.press("Enter")
    until(lambda: "http" in viewer.page.get_by_test_id("notices").inner_text(), what="the reason")
    assert here(page) == before


def test_an_address_that_cannot_be_opened_is_explained(driver, site):
    viewer, page = driver("<p>first</p>")
    address, veil, notices = (viewer.page.get_by_test_id(name) for name in ("address", "veil", "notices"))

    def go(typed):
        address.fill(typed)
        address.press("Enter")

    go("http://127.0.0.1:1/")
    until(lambda: "http://127.0.0.1:1/: browsers do not open this port." in veil.inner_text(), what="the reason")
    go("not a url")
    until(lambda: "“not a url” is no address" in notices.inner_text(), what="the notice")
    url = site.page("/fine", "<p>fine</p>")
    go(url.replace("http://", ""))
    until(lambda: here(page) == url and not veil.is_visible(), what="the page, over http")
    assert not notices.get_by_text("is no address").is_visible(), "what was said of the address before is over"


def test_a_new_tab_asks_for_its_address(driver, stage, site):
    """As in any browser; an address that is typed before the tab has come does not leave the tab before."""
    viewer, page = driver("<p>first</p>")
    first, second = here(page), site.page("/in-the-new-tab", "<p>second</p>")
    address = viewer.page.get_by_test_id("address")
    viewer.page.get_by_role("button", name="New tab", exact=True).click()
    assert address.input_value() == "" and address.evaluate("field => field === document.activeElement")
    viewer.keyboard.insert_text(second)
    viewer.keyboard.press("Enter")
    tabs = viewer.page.get_by_test_id("tabs").get_by_role("tab")
    until(lambda: tabs.count() == 2 and address.input_value() == second, what="the address in the new tab")
    assert here(page) == first


def test_tabs_open_activate_and_close(driver, stage):
    viewer, page = driver("<p>first</p>")
    tabs = viewer.page.get_by_test_id("tabs").get_by_role("tab")
    viewer.page.get_by_role("button", name="New tab", exact=True).click()
    until(lambda: tabs.count() == 2 and tabs.nth(1).get_attribute("aria-selected") == "true", what="a second tab in front")
    targets = lambda: stage.api.get(f"/v1/runtimes/{stage.id}/targets").json["data"]  # noqa: E731
    until(lambda: [one["active"] for one in targets()] == [False, True], what="the new tab in front in the browser")
    tabs.first.click()
    until(lambda: [one["active"] for one in targets()] == [True, False], what="the first tab in front in the browser")
    tabs.nth(1).get_by_role("button", name="Close").click()
    until(lambda: tabs.count() == 1 and len(targets()) == 1, what="the tab closed")

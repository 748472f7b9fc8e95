"""Screenshots and PDFs that agents take over CDP become files, byte for byte what the agent got."""

import base64
from concurrent.futures import ThreadPoolExecutor

import pytest

from harness.api import Session
from harness.cdp import CDP
from harness.files import activity_of, content_of, files_of, until_files
from harness.wait import until

TALL = "<body style='margin:0'><h1>Top</h1><div id=box style='height:4000px;background:linear-gradient(red,blue)'></div>"


@pytest.fixture
def session(api):
    with Session(api) as session:
        yield session


@pytest.fixture
def page(session, site, playwright):
    browser = playwright.chromium.connect_over_cdp(session.connect_url)
    page = browser.contexts[0].pages[0]
    page.goto(site.page("/tall", TALL))
    yield page
    browser.close()


def test_screenshots_of_every_kind_are_files(api, session, page):
    taken = [
        page.screenshot(),
        page.screenshot(full_page=True),
        page.locator("h1").screenshot(),
        page.screenshot(type="jpeg", quality=40),
    ]
    found = until_files(api, session.run_id, 4, type="screenshot")
    assert [content_of(api, file) for file in found] == taken
    assert [file["name"] for file in found] == [
        "screenshot-1.png", "screenshot-2.png", "screenshot-3.png", "screenshot-4.jpg",
    ]
    for file in found:
        assert (file["source"], file["runId"], file["runtimeId"]) == ("runtime", session.run_id, session.id)
        assert file["metadata"]["pageId"]
    assert found[0]["contentType"] == "image/png" and found[3]["contentType"] == "image/jpeg"


def test_the_rows_of_the_activity_name_the_files(api, session, page):
    page.screenshot()
    page.locator("h1").screenshot()
    found = until_files(api, session.run_id, 2, type="screenshot")
    rows = until(lambda: len(rows := activity_of(api, session.run_id, type="browser.screenshot")) == 2 and rows, 10)
    assert [row["fileId"] for row in rows] == [file["id"] for file in found]
    assert rows[0]["message"] == 'Took a screenshot of the page "/tall"'
    assert activity_of(api, session.run_id, fileId=found[1]["id"]) == [rows[1]]


def test_the_same_picture_is_one_file_and_one_row(api, session, page):
    first = page.screenshot()
    same = [page.screenshot() for _ in range(4)]
    assert same == [first] * 4, "the page does not stand still"
    page.evaluate("document.body.style.background = 'teal'; document.querySelector('h1').textContent = 'Other'")
    page.screenshot()
    found = until_files(api, session.run_id, 2, type="screenshot")
    assert len(found) == 2
    rows = until(
        lambda: len(rows := activity_of(api, session.run_id, type="browser.screenshot", view="debug")) == 6 and rows, 10
    )
    assert [row["fileId"] for row in rows] == [found[0]["id"]] * 5 + [found[1]["id"]]
    shown = activity_of(api, session.run_id, type="browser.screenshot")
    assert [row["fileId"] for row in shown] == [file["id"] for file in found]


def test_a_pdf_is_a_file_named_as_its_page(api, session, page):
    printed = page.pdf()
    (found,) = until_files(api, session.run_id, 1, type="pdf")
    assert printed.startswith(b"%PDF") and content_of(api, found) == printed
    assert (found["name"], found["contentType"]) == ("-tall.pdf", "application/pdf")
    (row,) = until(lambda: activity_of(api, session.run_id, type="browser.pdf"), 10)
    assert row["fileId"] == found["id"]


def test_pdfs_in_the_reply_and_as_a_stream(api, session, page):
    """A stream that is closed too early is none; the row says so."""
    with CDP(session.connect_url) as cdp:
        target = cdp.attach_page()
        inline = base64.b64decode(cdp.call("Page.printToPDF", session=target)["data"])
        (found,) = until_files(api, session.run_id, 1, type="pdf")
        assert content_of(api, found) == inline
        handle = cdp.call("Page.printToPDF", session=target, transferMode="ReturnAsStream")["stream"]
        cdp.call("IO.read", session=target, handle=handle, size=100)
        cdp.call("IO.close", session=target, handle=handle)
    rows = until(lambda: len(rows := activity_of(api, session.run_id, type="browser.pdf")) == 2 and rows, 15)
    assert rows[0]["fileId"] == found["id"] and "fileId" not in rows[1]
    assert rows[1]["data"]["fileNotKept"]
    assert len(files_of(api, session.run_id, type="pdf")) == 1


def test_a_screenshot_that_the_browser_refuses_failed(api, session, page):
    with CDP(session.connect_url) as cdp:
        target = cdp.attach_page()
        with pytest.raises(AssertionError):
            cdp.call("Page.captureScreenshot", session=target, format="bmp")
    (row,) = until(lambda: activity_of(api, session.run_id, type="browser.screenshot"), 10)
    assert row["status"] == "failed" and "fileId" not in row
    assert files_of(api, session.run_id) == []


def test_clients_at_once_are_told_apart(api, session, site):
    """Three clients use the same command ids at the same time, each with a page of its own."""

    def shoot(number):
        with CDP(session.connect_url) as cdp:
            url = site.page(f"/own/{number}", f"<h1>{number}</h1>")
            target = cdp.call("Target.createTarget", url=url)["targetId"]
            attached = cdp.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            until(lambda: cdp.evaluate(attached, "document.querySelector('h1')?.textContent") == str(number), 10)
            shots = []
            for turn in range(5):
                cdp.evaluate(attached, f"document.querySelector('h1').textContent = '{number} {turn}'")
                shots.append(base64.b64decode(cdp.call("Page.captureScreenshot", session=attached)["data"]))
            return target, shots

    with ThreadPoolExecutor(3) as pool:
        taken = dict(pool.map(shoot, range(3)))
    found = until_files(api, session.run_id, 15, type="screenshot")
    kept = {}
    for file in found:
        kept.setdefault(file["metadata"]["pageId"], []).append(content_of(api, file))
    assert kept == taken


def test_what_was_taken_last_is_kept_when_the_run_stops(api, session, page):
    taken = [page.screenshot(full_page=True), page.pdf()]
    session.stop()
    found = files_of(api, session.run_id)
    assert [content_of(api, file) for file in found] == taken
    rows = activity_of(api, session.run_id, category="browser")
    assert {row.get("fileId") for row in rows} >= {file["id"] for file in found}


def test_the_switch_turns_it_off(make_server, site, playwright):
    server = make_server(environment={"MARTLET_CAPTURE_FILES": "off"})
    with Session(server.api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].pages[0]
        page.goto(site.page("/off", TALL))
        page.screenshot()
        browser.close()
        session.stop()
        assert files_of(server.api, session.run_id) == []
        (row,) = activity_of(server.api, session.run_id, type="browser.screenshot")
        assert "fileId" not in row and "fileNotKept" not in row["data"]

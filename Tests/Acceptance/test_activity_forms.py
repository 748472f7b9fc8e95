"""Forms that are sent, and such as are not."""

import pytest
from harness.story import activity, untimed

FORM = """<form action="/done" aria-label="Order" {}><label>Name <input name="who" {}></label><button>Buy</button></form>"""
CHECKS = """<script>document.forms[0].addEventListener("submit", event => { event.stopPropagation(); if (!document.forms[0].who.value) event.preventDefault() })</script>"""
STRICT = """<script>document.forms[0].addEventListener("submit", event => { if (!event.target.checkValidity()) event.preventDefault() })</script>"""


def rows(stage):
    items = [item for item in activity(stage.api, stage.run_id) if item["type"] in ("browser.click", "browser.submit")]
    return [untimed(item["message"]) for item in items], [item["data"].get("prevented") for item in items]


@pytest.mark.parametrize("body,refusal", [
    (FORM.format("novalidate", "") + CHECKS, ""),
    (FORM.format("novalidate", "required") + STRICT, '; the "Name" field was not accepted'),
    (FORM.format("", "required"), '; the "Name" field was not accepted'),
])  # fmt: skip
def test_a_form_that_is_refused_is_not_told_as_sent(stage, site, body, refusal):
    site.page("/done", title="Done")
    page = stage.page
    page.goto(site.page("/order", body))
    page.get_by_role("button", name="Buy").click()
    page.get_by_label("Name").fill("Ada")
    page.get_by_role("button", name="Buy").click()
    page.wait_for_url("**/done?**")
    stage.stop()
    click = 'Clicked the "Buy" button'
    messages, prevented = rows(stage)
    assert messages == [click, f'Tried to send the "Order" form with "Buy"{refusal}', click, 'Sent the "Order" form with "Buy"']
    assert prevented == [None, True, None, None]


def test_enter_sends_a_form_or_is_refused(stage, site):
    page = stage.page
    page.goto(site.page("/order", FORM.format("", "required")))
    page.get_by_label("Name").press("Enter")
    page.get_by_label("Name").fill("Ada")
    page.get_by_label("Name").press("Enter")
    page.wait_for_url("**/done?**")
    stage.stop()
    assert rows(stage)[0] == ['Tried to send the "Order" form with "Buy"; the "Name" field was not accepted', 'Sent the "Order" form with "Buy"']


@pytest.mark.parametrize("sending", ["fetch('/order', {method: 'POST'})", "fetch('/order?q=' + new FormData(event.target).get('name'))",
                                     "setTimeout(() => { const call = new XMLHttpRequest(); call.open('PUT', '/order'); call.send() }, 200)"],
                         ids=["post", "get", "later"])  # fmt: skip
def test_a_form_that_the_page_sends_by_a_script_was_sent(stage, site, sending):
    page = stage.page
    page.goto(site.page("/order", FORM.format("", ""), f"document.forms[0].onsubmit = event => {{ event.preventDefault(); {sending} }}"))
    with page.expect_response("**/order*"):
        page.get_by_role("button", name="Buy").click()
    stage.stop()
    messages, prevented = rows(stage)
    assert messages[-1] == 'Sent the "Order" form with "Buy"' and prevented[-1] is None


def test_a_form_that_a_person_is_asked_about(stage, site):
    page, answers = stage.page, [True, False]
    page.on("dialog", lambda dialog: dialog.accept() if answers.pop() else dialog.dismiss())
    page.goto(site.page("/order", FORM.format("onsubmit='return confirm(`Sure?`)'", "")))
    for _ in range(2):
        page.get_by_role("button", name="Buy").click()
    page.goto(site.page("/last"))
    stage.stop()
    told = [message for message in rows(stage)[0] if "form" in message]
    assert told == ['Tried to send the "Order" form with "Buy"', 'Sent the "Order" form with "Buy"']


def test_a_form_that_closes_its_dialog_is_sent_nowhere(stage, site):
    page = stage.page
    page.goto(site.page("/hello", "<dialog open><form method=dialog><button>Got it</button></form></dialog>"))
    page.get_by_role("button", name="Got it").click()
    stage.stop()
    assert rows(stage)[0] == ['Clicked the "Got it" button']

"""Long scripts on a site as real ones are, each read beside its timeline: every step once, in order, named as a person would."""

from harness import market
from harness.story import SECRET, activity, check, untimed


def shop(page, site):
    """Looks for a lamp, buys it, and tracks it on the board, as Playwright's code generator writes such scripts."""
    page.goto(site.url("/market"))
    page.get_by_role("link", name="Lamps").hover()
    page.wait_for_timeout(200)
    page.get_by_role("link", name="Desk lamps").click()
    page.get_by_role("searchbox", name="Search lamps").fill("aurora")
    page.get_by_role("button", name="Search").click()
    page.get_by_label("In stock only").check()
    page.get_by_label("Sort by").select_option("Newest")
    page.get_by_label("Highest price").fill("120")
    page.mouse.wheel(0, 900)
    page.wait_for_function("scrollY > 600")
    page.wait_for_timeout(600)
    page.get_by_role("button", name="Load more").click()
    page.get_by_role("button", name="Quick view").click()
    page.get_by_role("button", name="Close").click()
    page.get_by_alt_text("Aurora desk lamp").click()
    page.get_by_label("Black").check()
    page.get_by_label("Quantity").fill("2")
    page.get_by_role("button", name="Add to basket").click()
    reviews = page.frame_locator("iframe[title=Reviews]")
    reviews.get_by_role("button", name="Helpful").click()
    reviews.get_by_label("Your review").press_sequentially("Very bright")
    page.get_by_role("link", name="View basket").click()
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Remove Aurora desk lamp").click()
    page.get_by_label("Coupon").fill("SPRING")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Apply").click()
    page.get_by_role("link", name="Check out").click()


def check_out(page):
    page.get_by_label("Full name").fill("Ada Lovelace")
    page.keyboard.press("Tab")
    page.keyboard.type("ada@example.com")
    page.get_by_label("Country").select_option(label="Norway")
    page.get_by_label("Express").check()
    page.get_by_label("Delivery date").fill("2026-12-24")
    page.get_by_label("It is a gift").check()
    page.get_by_label("Password").fill(SECRET)
    page.get_by_label("Proof of address").set_input_files({"name": "proof.txt", "mimeType": "text/plain", "buffer": b"x"})
    payment = page.frame_locator("iframe[title=Payment]")
    payment.get_by_label("Card number").press_sequentially(SECRET)
    payment.get_by_role("button", name="Use this card").click()
    page.get_by_label("I accept the terms").check()
    page.screenshot()
    page.get_by_role("button", name="Place order").click()
    page.wait_for_url("**/placed")
    with page.expect_popup() as receipt:
        page.get_by_role("button", name="Show receipt").click()
    receipt.value.get_by_role("button", name="Print").click()
    with receipt.value.expect_event("close"):
        receipt.value.get_by_role("button", name="Close window").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Invoice").click()
    download.value.path()


def board(page):
    page.get_by_role("link", name="People").click()
    page.get_by_role("link", name="Cards").click()
    page.get_by_role("button", name="More").hover()
    page.wait_for_timeout(200)
    page.get_by_role("menuitem", name="Archive done").click()
    page.get_by_text("Pack the lamp").drag_to(page.get_by_role("list", name="Done"))
    page.get_by_text("Print the label").hover()
    page.mouse.down()
    page.get_by_role("list", name="Done").hover()
    page.get_by_role("list", name="Done").hover()
    page.mouse.up()
    page.get_by_label("Note").click()
    page.keyboard.type("Call Grace")
    page.once("dialog", lambda dialog: dialog.accept("Send it"))
    page.get_by_role("button", name="New card").click()
    page.get_by_text("Send it").dblclick()
    page.close()


def odds_and_ends(page, site):
    """Failed navigations, a page of the script's own, and the way back."""
    page.get_by_role("link", name="Carrier").click()
    page.wait_for_timeout(300)
    page.goto(site.url("/board"))
    page.set_content("<title>Made</title><button>Made here</button>")
    page.get_by_role("button", name="Made here").click()
    page.get_by_role("button", name="Made here").click(button="right")
    page.goto(site.url("/market"))
    page.go_back()
    page.go_forward()
    page.reload()
    page.get_by_role("button", name="Quick view").click()


def expected(host):
    return [
        f'Opened "Lumen" ({host}/market)',
        'Pointed at the "Lamps" link',
        'Clicked the "Desk lamps" link',
        f'  Opened "Lumen" ({host}/market)',
        'Typed "aurora" into the "Search lamps" field',
        'Clicked the "Search" button',
        '  Sent the "Search" form',
        f'  Opened "Lumen" ({host}/market)',
        'Checked "In stock only"',
        'Chose "Newest" in the "Sort by" list',
        'Set the "Highest price" slider to "120"',
        "Scrolled the page down",
        'Clicked the "Load more" button',
        'Clicked the "Quick view" button',
        'Clicked the "Close" button',
        'Clicked the "Aurora desk lamp" link',
        f'  Opened "Aurora desk lamp" ({host}/lamp)',
        'Chose "Black"',
        'Typed "2" into the "Quantity" field',
        'Clicked the "Add to basket" button',
        'Clicked the "Helpful" button',
        'Typed "Very bright" into the "Your review" field',
        'Clicked the "View basket" link',
        f'  Opened "Basket" ({host}/basket)',
        'Clicked the "Remove Aurora desk lamp" button',
        '  The page asked "Remove the lamp?"; the agent declined',
        'Typed "SPRING" into the "Coupon" field',
        'Clicked the "Apply" button',
        '  The page said "That coupon has lapsed"; the agent closed it',
        'Clicked the "Check out" link',
        f'  Opened "Check out" ({host}/checkout)',
        'Typed "Ada Lovelace" into the "Full name" field',
        'Pressed Tab in the "Full name" field',
        'Typed "ada@example.com" into the "Email" field',
        'Chose "Norway" in the "Country" list',
        'Chose "Express"',
        'Set the "Delivery date" field to "2026-12-24"',
        'Checked "It is a gift"',
        'Typed a hidden text into the "Password" field',
        'Put "proof.txt" into the "Proof of address" file field',
        'Typed a hidden text into the "Card number" field',
        'Clicked the "Use this card" button',
        'Checked "I accept the terms"',
        'Took a screenshot of the page "Check out"',
        'Clicked the "Place order" button',
        '  Sent the "Check out" form with "Place order"',
        f'  Opened "Thank you" ({host}/placed)',
        'Clicked the "Show receipt" button',
        "  A new tab opened",
        f'    Opened "Receipt" ({host}/receipt)',
        'Clicked the "Print" button',
        'Clicked the "Close window" button',
        '  The tab "Receipt" closed',
        'Clicked the "Invoice" link',
        '  Downloaded "invoice.txt" (4 kB)',
        'Clicked the "Track it on the board" link',
        "  A new tab opened",
        f'    Opened "Board" ({host}/board)',
        'Clicked the "People" link',
        f'  The page went on to "People · Board" ({host}/board/people)',
        'Clicked the "Cards" link',
        f'  The page went on to "Cards · Board" ({host}/board/cards)',
        'Pointed at the "More" button',
        'Clicked the "Archive done" menu item',
        'Dragged "Pack the lamp" onto "Done"',
        'Dragged "Print the label" onto "Done"',
        'Clicked the "Note" field',
        'Typed "Call Grace" into the "Note" field',
        'Clicked the "New card" button',
        '  The page asked "Name of the card?"; the agent answered "Send it"',
        'Double-clicked "Send it"',
        'Closed the tab "Cards · Board"',
        'Clicked the "Carrier" link',
        "  Could not open 127.0.0.1:1/status: browsers do not open this port",
        f'Opened "Board" ({host}/board)',
        'Wrote the page "Made" by script',
        'Clicked the "Made here" button',
        'Right-clicked the "Made here" button',
        f'Opened "Lumen" ({host}/market)',
        f'Went back to "Board" ({host}/board)',
        f'Went forward to "Lumen" ({host}/market)',
        f'Reloaded "Lumen" ({host}/market)',
        'Clicked the "Quick view" button',
    ]


def outline(items):
    """The messages, what was caused by a step indented below it."""
    parents = {item["id"]: item.get("parentId") for item in items}

    def depth(item):
        parent, found = item.get("parentId"), 0
        while parent:
            parent, found = parents.get(parent), found + 1
        return found

    return ["  " * depth(item) + untimed(item["message"]) for item in items if item["category"] != "runtime"]


def test_a_long_script_is_told_as_a_person_would(api, stage, site):
    market.fill(site)
    page = stage.page
    shop(page, site)
    check_out(page)
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Track it").click()
    board(popup.value)
    odds_and_ends(page, site)
    stage.stop()
    check(activity(api, stage.run_id, "&view=debug"))
    assert outline(activity(api, stage.run_id)) == expected(site.url("").removeprefix("http://"))

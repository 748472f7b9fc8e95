"""The icons of tabs in a live view: what a page links to, fetched past the page, bounded, and a globe where there is none."""

import base64

from harness.api import Session
from harness.cdp import CDP
from harness.live import Viewer
from harness.record import Record
from harness.site import PNG
from harness.wait import until

SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><script>parent.stolen = 1</script><rect width='8' height='8' fill='#f00'/></svg>"


def linked(site, path, *links, title="Shop", headers=None):
    body = f"<!doctype html><title>{title}</title>{''.join(links)}<h1>{title}</h1>"
    return site.add(path, body, headers=headers)


def favicon(viewer, tab=0):
    """Where the icon of a tab comes from, once it is drawn; None for a globe."""
    look = "(strip, tab) => { const image = strip.children[tab]?.querySelector('img'); return image?.naturalWidth > 0 ? image.src : null; }"
    return viewer.page.get_by_test_id("tabs").evaluate(look, tab)


def test_a_page_shows_its_icon_and_the_site_is_asked_once(stage, site, people):
    site.add("/red.svg", SVG, "text/plain")
    stage.page.goto(linked(site, "/shop", "<link rel='shortcut icon' href='/red.svg' sizes='any'>", "<link rel=icon sizes=16x16 href=/small.png>"))
    viewer, other = (people(stage.live(control="input")).sees_picture() for _ in range(2))
    address = until(lambda: favicon(viewer), what="the icon")
    assert address.startswith(viewer.window.frames[1].url.split("?")[0] + "/icons/")
    assert until(lambda: favicon(other), what="the icon of the other viewer").rpartition("/")[2] == address.rpartition("/")[2]
    stage.page.goto(linked(site, "/second", "<link rel=icon href=/red.svg>", title="Second"))
    until(lambda: "Second" in viewer.page.get_by_test_id("tabs").inner_text(), what="the second page")
    assert favicon(viewer), "the same icon, without a gap"
    assert site.counts()[("GET", f"127.0.0.1:{site.port}", "/red.svg")] == 1
    assert not site.reached("GET", "/small.png") and not site.reached("GET", "/favicon.ico")
    # Whoever opens the picture by itself gets a picture, which runs nothing.
    answer = stage.api.get(address[address.index("/view") :], authorized=False)
    assert (answer.status, answer.headers["content-type"]) == (200, "image/svg+xml")
    assert "sandbox" in answer.headers["content-security-policy"] and answer.headers["x-content-type-options"] == "nosniff"
    for bad in "999", "x", "-1":
        assert stage.api.get(f"{address[address.index('/view') : address.rindex('/')]}/{bad}", authorized=False).status == 404


def test_without_a_link_the_usual_address_is_asked(stage, site, people):
    site.contents["/favicon.ico"] = (PNG, "image/vnd.microsoft.icon", {})
    stage.page.goto(linked(site, "/shop"))
    viewer = people(stage.live()).sees_picture()
    until(lambda: favicon(viewer), what="the icon")
    # A page of another site without one shows none.
    site.contents.pop("/favicon.ico")
    stage.page.goto(linked(site, "/bare", "<link rel=icon href='data:,'>").replace("127.0.0.1", "localhost"))
    until(lambda: favicon(viewer) is None, what="the globe")


def test_an_icon_in_the_page_itself_and_one_that_a_script_changes(stage, site, people):
    address = "data:image/png;base64," + base64.b64encode(PNG).decode()
    stage.page.goto(linked(site, "/shop", f"<link id=l rel=icon href='{address}'>"))
    viewer = people(stage.live()).sees_picture()
    first = until(lambda: favicon(viewer), what="the icon")
    stage.page.evaluate("svg => { l.href = 'data:image/svg+xml,' + encodeURIComponent(svg); document.title = '(1) Shop'; 0 }", SVG)
    until(lambda: favicon(viewer) not in (None, first), what="the new icon")


def test_what_is_no_icon_is_a_globe(stage, site, people):
    site.add("/page.html", "<!doctype html><script>1</script>")
    site.add("/giant.svg", SVG + "<!--" + "x" * 200_000 + "-->", "image/svg+xml")
    links = ["<link rel=icon href='/page.html'>", "<link rel=icon href='/giant.svg'>", "<link rel=icon href='javascript:stolen=1'>"]
    stage.page.goto(linked(site, "/shop", *links))
    viewer = people(stage.live()).sees_picture()
    until(lambda: site.reached("GET", "/favicon.ico"), what="the last try")
    until(lambda: "Shop" in viewer.page.get_by_test_id("tabs").inner_text(), what="the tab")
    assert favicon(viewer) is None and viewer.page.get_by_test_id("tabs").locator("svg").count() > 0


def test_an_icon_that_never_ends_is_given_up_and_the_page_notices_nothing(api, site):
    linked(site, "/shop", "<link rel=icon href='/endless/icon.png'>", "<script>navigator.serviceWorker?.getRegistrations()</script>")
    with Session(api) as session:
        with CDP(session.connect_url) as cdp:
            page = cdp.attach_page(site.url("/shop"))
            with Viewer(api.post(f"/v1/runs/{session.run_id}/live", {}).expect(200)["url"]) as viewer:
                until(lambda: site.reached("GET", "/endless/icon.png"), what="the icon asked for")
                until(lambda: site.reached("GET", "/favicon.ico"), 10, "the icon given up, and the usual address")
                viewer.send("ping", time=1)
                assert viewer.message("pong")
            assert cdp.evaluate(page, "performance.getEntriesByType('resource').length") == 0
        session.stop()
        record = Record(api, session.run_id).check()
        assert not [event for event in record.events if "icon" in str(event["data"].get("url", ""))]


def test_the_runs_network_rules_hold_for_icons_too(api, site):
    linked(site, "/shop", "<link rel=icon href='/red.svg'>")
    with Session(api, config={"networkTraffic": {"blockResourceTypes": ["image"]}}) as session, CDP(session.connect_url) as cdp:
        page = cdp.attach_page(site.url("/shop"))
        with Viewer(api.post(f"/v1/runs/{session.run_id}/live", {}).expect(200)["url"]) as viewer:
            viewer.state_with(lambda state: any("/shop" in page["url"] and page["title"] == "Shop" for page in state["pages"]))
            # The next icon is looked for when the search for this one is over.
            cdp.evaluate(page, f"document.querySelector('link').href = `data:image/svg+xml,{SVG}`; document.title = 'New'; 0")
            viewer.state_with(lambda state: any(page["favicon"] for page in state["pages"]))
        assert not site.reached("GET", "/red.svg") and not site.reached("GET", "/favicon.ico")


def test_nobody_watches_and_nothing_is_fetched(api, site, drive):
    site.add("/red.svg", SVG, "image/svg+xml")
    drive(lambda page: page.goto(linked(site, "/shop", "<link rel=icon href='/red.svg'>")))
    assert not site.reached("GET", "/red.svg") and not site.reached("GET", "/favicon.ico")

"""The page of a live view in a frame of another origin: picture, tabs, states, look."""

import pytest

from harness.wait import until

RED, GREEN, BLUE = (255, 0, 0), (0, 128, 0), (0, 0, 255)


def colored(site, path, color, title=None):
    return site.page(path, f"<style>html{{background:rgb{color}}}</style>", title=title or path)


def test_the_picture_is_there_at_once_and_follows_the_page(stage, site, people):
    stage.page.goto(colored(site, "/red", RED))
    viewer = people(stage.live())
    viewer.sees_picture().shows(RED)
    stage.page.goto(colored(site, "/blue", BLUE))
    viewer.shows(BLUE)


@pytest.mark.parametrize("ratio", [1, 1.5, 2])
@pytest.mark.parametrize("size", [(360, 640), (1280, 800), (2560, 1300)])
def test_the_picture_is_drawn_in_device_pixels_and_keeps_its_shape(stage, site, people, size, ratio):
    stage.page.goto(colored(site, "/green", GREEN))
    viewer = people(stage.live(), width=size[0], height=size[1], device_scale_factor=ratio)
    viewer.sees_picture().shows(GREEN)
    box = viewer.screen.bounding_box()
    pixels = viewer.screen.evaluate("canvas => [canvas.width, canvas.height]")
    assert abs(pixels[0] - box["width"] * ratio) < 1.5 and abs(pixels[1] - box["height"] * ratio) < 1.5
    inner = stage.page.evaluate("innerWidth / innerHeight")
    assert abs(pixels[0] / pixels[1] - inner) < 0.02
    assert box["x"] >= -1 and box["x"] + box["width"] <= size[0] + 1 and box["y"] + box["height"] <= size[1] + 1
    whole = viewer.page.locator("html")
    assert whole.evaluate("html => html.scrollWidth <= innerWidth && html.scrollHeight <= innerHeight")


def test_tabs_follow_the_browser(stage, site, people):
    stage.page.goto(colored(site, "/red", RED, "First page"))
    viewer = people(stage.live()).sees_picture()
    tabs = viewer.page.get_by_test_id("tabs").get_by_role("tab")
    until(lambda: tabs.all_inner_texts() and "First page" in tabs.first.inner_text(), what="the first tab")
    with stage.page.expect_popup() as opened:
        stage.page.evaluate(f"window.open('{colored(site, '/blue', BLUE, 'Second page')}'); 0")
    opened.value.wait_for_load_state()
    viewer.shows(BLUE)
    until(lambda: tabs.count() == 2 and tabs.nth(1).get_attribute("aria-selected") == "true", what="the second tab")
    assert viewer.page.get_by_test_id("address").input_value().endswith("/blue")
    opened.value.close()
    viewer.shows(RED)
    until(lambda: tabs.count() == 1, what="one tab")


def test_watching_another_tab_changes_nothing_in_the_browser(stage, site, people):
    stage.page.goto(colored(site, "/red", RED, "First page"))
    second = stage.page.context.new_page()
    second.goto(colored(site, "/blue", BLUE, "Second page"))
    second.bring_to_front()
    viewer = people(stage.live()).sees_picture()
    viewer.shows(BLUE)
    before = stage.api.get(f"/v1/runtimes/{stage.id}/targets").json["data"]
    viewer.page.get_by_role("tab", name="First page").click()
    viewer.shows(RED)
    assert stage.api.get(f"/v1/runtimes/{stage.id}/targets").json["data"] == before
    viewer.page.get_by_role("button", name="Follow").click()
    viewer.shows(BLUE)


def test_the_parent_is_told_what_goes_on(stage, site, people):
    address = stage.page.goto(colored(site, "/red", RED, "First page")).url
    viewer = people(stage.live(control="input", name="Ada")).sees_picture()
    assert viewer.told()[0]["status"] == "connecting"
    found = until(lambda: [one for one in viewer.told() if one["status"] == "live" and one["page"]], what="live")
    assert found[-1]["page"]["url"] == address
    assert found[-1]["runId"] == stage.run_id and found[-1]["mode"] == "input"
    assert found[-1]["control"] == {"holder": "agent", "mine": False, "name": None}
    viewer.take()
    until(lambda: viewer.told()[-1]["control"] == {"holder": "person", "mine": True, "name": "Ada"}, what="control")
    stage.stop()
    until(lambda: (viewer.told()[-1]["status"], viewer.told()[-1]["reason"]) == ("ended", "stopped"), what="the end")


def test_theme_and_chrome_are_chosen_by_the_address(stage, people):
    def ground(viewer):
        return sum(map(int, viewer.page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor.match(/\\d+/g)")))

    url = stage.live()
    light, dark = people(f"{url}?theme=light", color_scheme="dark"), people(f"{url}?theme=dark")
    auto, bare = people(f"{url}?theme=auto", color_scheme="dark"), people(f"{url}?chrome=none")
    for viewer in light, dark, auto, bare:
        viewer.sees_picture()
    assert ground(light) > 600 and ground(dark) < 150 and ground(auto) < 150
    assert light.page.get_by_test_id("tabs").is_visible()
    assert not bare.page.get_by_test_id("tabs").is_visible()
    assert not bare.page.get_by_test_id("address").is_visible()
    assert bare.status.is_visible()


def test_twenty_viewers_see_the_same(stage, site, people):
    stage.page.goto(colored(site, "/red", RED))
    viewers = [people(stage.live(), width=480, height=400) for _ in range(20)]
    for viewer in viewers:
        viewer.sees_picture().shows(RED)
    stage.page.goto(colored(site, "/blue", BLUE))
    for viewer in viewers:
        viewer.shows(BLUE)


def test_the_page_talks_to_its_own_server_alone(stage, site, people):
    viewer = people(stage.live(control="input"))
    asked = []
    viewer.window.on("request", lambda request: asked.append(request.url))
    viewer.window.reload()
    viewer.sees_picture()
    assert {url.split("/")[2] for url in asked} == {f"localhost:{site.port}", f"127.0.0.1:{stage.api.port}"}
    assert viewer.context.cookies() == []

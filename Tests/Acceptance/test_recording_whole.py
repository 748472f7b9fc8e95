"""One story of a tab switch, a popup, a resize and a long still stretch: frames, player and video show every second of it."""

import time

import pytest

from harness import clock
from harness.api import Session
from harness.clockstory import ClockStory, in_frames, in_player, in_video
from harness.recording import Recording
from harness.video import Video
from harness.viewer import Viewer, launch

HTML = "text/html; charset=utf-8"
POPUP = "<script>function pop() { window.open('/c', '_blank', 'width=900,height=400') }</script>"


@pytest.fixture
def pages(site):
    """Clocks with the marks 1 to 3, of which the second opens the third, and a still page, 4."""
    every = {"a": clock.clock(1), "b": clock.clock(2, POPUP), "c": clock.clock(3), "still": clock.still(4)}
    for name, html in every.items():
        site.add(f"/{name}", html, HTML)
    return site


@pytest.fixture
def browser(playwright):
    browser = launch(playwright)
    yield browser
    browser.close()


def play(context, site, story, still):
    """The story, up to its last scene, which the caller ends."""
    first = context.pages[0]
    first.goto(site.url("/a"))
    story.scene(1, 3.2)
    second = context.new_page()
    second.goto(site.url("/b"))
    story.scene(2, 3.2)
    with context.expect_page() as popup:
        second.evaluate("pop()")
    popup.value.wait_for_load_state()
    story.scene(3, 3.2)
    popup.value.close()
    second.set_viewport_size({"width": 760, "height": 900})
    story.scene(2, 3.2)
    if still:
        second.goto(site.url("/still"))
        story.scene(4, still, ticks=False)
    first.bring_to_front()


def check_everywhere(server, run_id, story, browser, site, folder):
    """Looks at each second in the frames, the player and the video; in all of them the same must be seen."""
    run, recording = server.api.run(run_id), Recording(server, run_id)
    start = recording.started_at
    assert story.check(start, in_frames(recording)) >= 8
    lease = server.api.post(f"/v1/runs/{run_id}/recording").expect(200)
    assert lease["status"] == "ready"
    with Viewer(browser, site, lease["url"], run) as viewer:
        viewer.wait_status("ready")
        viewer.press("k")
        assert story.check(start, in_player(viewer, recording)) >= 8
        assert viewer.problems == []
    file = server.api.post(f"/v1/runs/{run_id}/recording/export", {"format": "mp4"}, timeout=150).expect(201)
    film = Video.download(server.api, file, folder)
    assert story.check(start, in_video(film, recording), every=2) >= 4
    return lease


def test_every_second_of_a_run_with_a_long_still_stretch(server, pages, playwright, browser, tmp_path):
    story = ClockStory()
    with Session(server.api) as session:
        agent = playwright.chromium.connect_over_cdp(session.connect_url)
        play(agent.contexts[0], pages, story, still=62)
        story.scene(1, 3.2)
        agent.close()
        session.stop()
    lease = check_everywhere(server, session.run_id, story, browser, pages, tmp_path)
    assert lease["completeness"] == 1 and lease["durationSeconds"] > 78


@pytest.mark.parametrize("attempt", range(3))
def test_every_second_up_to_kill_9(make_server, pages, playwright, browser, tmp_path, attempt):
    server, story = make_server(), ClockStory()
    runtime = server.api.create_runtime()
    started = server.api.start(runtime["id"])
    agent = playwright.chromium.connect_over_cdp(started["connectUrl"])
    play(agent.contexts[0], pages, story, still=None)
    story.scene(1, 3.3 + attempt * 0.37)
    server.kill()
    killed = time.time()
    # What the last quarter of a second brought may be lost, and no more.
    story.cut(0.3)
    server.start()
    check_everywhere(server, started["runId"], story, browser, pages, tmp_path)
    recording = Recording(server, started["runId"])
    assert clock.read(recording.frame().body)[0] >= int(killed) - 1, "the last second that was shown is lost"

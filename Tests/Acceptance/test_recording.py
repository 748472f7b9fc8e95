"""The recording: what its pictures show at every second, in every weather."""

import os
import shutil
import signal
import subprocess
import time

import pytest

from harness import clock
from harness.api import Session
from harness.recording import Recording
from harness.wait import until

HTML = "text/html; charset=utf-8"


class Story:
    """What was in front when: each scene a span of seconds, a mark, and whether its clock ticks."""

    def __init__(self):
        self.scenes = []
        self.began = None

    def scene(self, mark, seconds, ticks=True):
        """Lets the page in front be for a while."""
        began = time.time()
        time.sleep(seconds)
        self.scenes.append((began, time.time(), mark, ticks))

    def check(self, recording):
        """Every whole second within each scene shows its mark and, when it ticks, that second."""
        start, looked = recording.started_at, 0
        for began, ended, mark, ticks in self.scenes:
            # Six tenths into a second: a clock that is a little late is not yet wrong.
            for second in range(int(began) + 1, int(ended)):
                if not began + 0.7 < second + 0.6 < ended - 0.1:
                    continue
                answer = recording.frame(second + 0.6 - start)
                shown, shown_mark = clock.read(answer.body)
                where = f"second {second - start:.1f}, frame at {answer.headers['x-frame-time']}"
                assert shown_mark == mark, f"{where}: mark {shown_mark}, not {mark}"
                assert not ticks or shown == second, f"{where}: shows {shown - second:+d} s"
                looked += 1
        assert looked >= 2 * len(self.scenes) - 2, "too few seconds were looked at"


def put(site, **pages):
    for name, html in pages.items():
        site.add(f"/{name}", html, HTML)


@pytest.fixture
def connect(playwright):
    opened = []

    def open_browser(session):
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        opened.append(browser)
        return browser.contexts[0]

    yield open_browser
    for browser in opened:
        browser.close()


def test_every_second_of_the_recording_shows_that_second(server, site, connect):
    opener = "<script>function pop() { window.open('/c', '_blank', 'width=900,height=400') }</script>"
    put(site, a=clock.clock(1), b=clock.clock(2, opener), c=clock.clock(3), d=clock.clock(4), e=clock.still(5))
    story = Story()
    with Session(server.api) as session:
        context = connect(session)
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
        story.scene(2, 3.2)
        second.set_viewport_size({"width": 760, "height": 900})
        story.scene(2, 3.2)
        second.goto(site.other("/d"))
        story.scene(4, 3.2)
        second.goto(site.url("/e"))
        story.scene(5, 5.2, ticks=False)
        first.bring_to_front()
        story.scene(1, 3.2)
        first_id = [line["id"] for line in Recording(server, session.run_id).journal() if line["type"] == "page"][0]
        session.stop()
        recording = Recording(server, session.run_id)
        story.check(recording)
        # The resize is in the picture, and the page behind kept its own track.
        began, ended, *_ = story.scenes[4]
        middle = recording.frame((began + ended) / 2 - recording.started_at)
        assert clock.size(middle.body) == (760, 900)
        behind = recording.frame(story.scenes[2][1] - recording.started_at, page=first_id)
        assert behind.headers["x-frame-page"] == first_id and clock.read(behind.body)[1] == 1
        assert recording.gaps() == []


def test_a_still_page_is_one_frame_and_keeps_its_length(server, site, connect):
    put(site, still=clock.still(7))
    with Session(server.api) as session:
        connect(session).pages[0].goto(site.url("/still"))
        recording = Recording(server, session.run_id)
        until(lambda: recording.shown()[1] == 7, 10, "the page in the recording")
        count = recording.frame_count()
        time.sleep(6)
        assert recording.frame_count() == count and count <= 3
        session.stop()
        run = server.api.run(session.run_id)
        assert run["durationSeconds"] > 6
        last = recording.frame(run["durationSeconds"] + 50)
        assert last.headers["x-frame-clamped"] == "end" and clock.read(last.body)[1] == 7
        assert abs(recording.journal()[-1]["t"] / 1000 - run["durationSeconds"]) < 0.01


def test_a_page_on_which_only_a_caret_blinks_is_still(server, site, connect):
    put(site, form="<title>Form</title><input id=name>")
    with Session(server.api) as session:
        page = connect(session).pages[0]
        page.goto(site.url("/form"))
        page.fill("#name", "Kim")
        recording = Recording(server, session.run_id)
        newest = lambda: float(recording.frame().headers["x-frame-time"])
        until(lambda: recording.get().status == 200, 10, "the first picture")
        until(lambda: time.time() - recording.started_at - newest() > 6, 40, "six seconds without a picture")
        page.evaluate("setTimeout(() => document.body.style.background = 'red', 300)")
        changed = time.time() - recording.started_at
        until(lambda: newest() > changed, 10, "the page that changes by itself")
        assert newest() < changed + 4


def test_a_burst_is_bounded_and_its_last_frame_is_there(server, site, connect):
    put(site, fast=clock.counter(9))
    with Session(server.api) as session:
        page = connect(session).pages[0]
        page.goto(site.url("/fast"))
        recording = Recording(server, session.run_id)
        until(lambda: recording.shown()[1] == 9, 10, "the page in the recording")
        before, began = recording.frame_count(), time.monotonic()
        time.sleep(4)
        rate = (recording.frame_count() - before) / (time.monotonic() - began)
        # A busy machine gets fewer: a sample that takes long is followed by a longer rest.
        assert 2 <= rate <= 11, f"{rate:.1f} frames a second"
        last = page.evaluate("stopped = true; new Promise(r => setTimeout(() => r(n), 100))")
        until(lambda: recording.shown()[0] == last, 5, f"the last frame of the burst ({last})")


def test_a_run_that_goes_on_is_read_up_to_now(server, site, connect):
    put(site, a=clock.clock(1))
    with Session(server.api) as session:
        connect(session).pages[0].goto(site.url("/a"))
        recording = Recording(server, session.run_id)
        for _ in range(3):
            second = int(time.time()) + 1
            until(lambda: recording.shown()[0] == second, 3, f"second {second}", every=0.05)
            assert time.time() - second < 1.5


def test_an_agents_own_screencast_goes_on_beside_ours(server, site, connect):
    put(site, fast=clock.counter(2))
    with Session(server.api) as session:
        context = connect(session)
        page = context.pages[0]
        page.goto(site.url("/fast"))
        cdp, numbers = context.new_cdp_session(page), []

        def take(frame):
            numbers.append(frame["metadata"]["timestamp"])
            cdp.send("Page.screencastFrameAck", {"sessionId": frame["sessionId"]})

        cdp.on("Page.screencastFrame", take)
        cdp.send("Page.startScreencast", {"format": "jpeg", "quality": 30})
        size = page.evaluate("[innerWidth, innerHeight, document.visibilityState, document.hasFocus()]")
        page.wait_for_timeout(2000)
        assert len(numbers) > 12, "the agent's own cast starves"
        assert page.evaluate("[innerWidth, innerHeight, document.visibilityState, document.hasFocus()]") == size
        assert clock.read(Recording(server, session.run_id).frame().body)[1] == 2


def test_the_journal_tells_addresses_and_titles_without_secrets(server, site, connect):
    put(site, titled="<title>Before</title><script>setTimeout(() => document.title = 'After', 200)</script>")
    with Session(server.api) as session:
        connect(session).pages[0].goto(site.url("/titled?token=verysecret"))
        recording = Recording(server, session.run_id)

        def titles():
            return [line["title"] for line in recording.journal() if line["type"] == "page"]

        until(lambda: titles()[-1] == "After", 10, "the title that came later")
        assert "verysecret" not in (recording.folder / "journal").read_text()
        urls = [line["url"] for line in recording.journal() if line["type"] == "page"]
        assert any("/titled?token=" in url for url in urls)


def test_twenty_tabs_are_in_the_recording_at_the_cost_of_a_few(server, site, connect):
    put(site, a=clock.clock(1), still=clock.still(3))
    with Session(server.api) as session:
        context = connect(session)
        for _ in range(19):
            context.new_page().goto(site.url("/still"))
        context.pages[0].goto(site.url("/a"))
        context.pages[0].bring_to_front()
        recording = Recording(server, session.run_id)
        until(lambda: recording.shown()[1] == 1, 10, "the front page")
        tracks = {line["id"] for line in recording.journal() if line["type"] == "page"}
        assert len(tracks) == 20
        for track in list(tracks)[:5]:
            assert recording.frame(page=track).headers["x-frame-page"] == track


def test_a_crashed_tab_is_a_stated_gap(server, site, connect):
    put(site, a=clock.clock(1), b=clock.clock(2))
    with Session(server.api) as session:
        context = connect(session)
        context.pages[0].goto(site.url("/a"))
        time.sleep(1.2)
        try:
            context.pages[0].goto("chrome://crash", timeout=3000)
        except Exception:  # the page is gone, which is what is wanted
            pass
        recording = Recording(server, session.run_id)
        until(lambda: "page_crashed" in recording.gaps(), 5, "the gap")
        context.new_page().goto(site.url("/b"))
        until(lambda: recording.shown()[1] == 2, 10, "the next page")
        assert [line["type"] for line in recording.journal() if line["type"].startswith("gap")] == ["gap", "gapEnd"]


def test_a_browser_that_hangs_is_a_stated_gap(make_server, site, connect):
    server = make_server()
    put(site, a=clock.clock(1))
    with Session(server.api) as session:
        connect(session).pages[0].goto(site.url("/a"))
        recording = Recording(server, session.run_id)
        browsers = server.browsers()
        for pid in browsers:
            os.kill(pid, signal.SIGSTOP)
        try:
            until(lambda: recording.gaps() == ["browser_hung"], 15, "the gap")
        finally:
            for pid in browsers:
                os.kill(pid, signal.SIGCONT)
        until(lambda: recording.journal()[-1]["type"] in ("gapEnd", "alive"), 10, "the gap's end")
        until(lambda: (recording.shown()[0] or 0) >= int(time.time()) - 1, 5, "pictures again")


@pytest.mark.parametrize("attempt", range(3))
def test_kill_9_leaves_a_recording_up_to_the_last_commit(make_server, site, playwright, attempt):
    server = make_server()
    put(site, a=clock.clock(1))
    runtime = server.api.create_runtime()
    started = server.api.start(runtime["id"])
    page = playwright.chromium.connect_over_cdp(started["connectUrl"]).contexts[0].pages[0]
    page.goto(site.url("/a"))
    story = Story()
    story.scene(1, 4.2 + attempt * 0.37)
    server.kill()
    killed = time.time()
    server.start()
    recording = Recording(server, started["runId"])
    # What the last quarter of a second brought may be lost, and no more.
    began, ended, mark, ticks = story.scenes[0]
    story.scenes = [(began, ended - 0.3, mark, ticks)]
    story.check(recording)
    last = float(recording.frame().headers["x-frame-time"]) + recording.started_at
    assert killed - last < 1.6, "the last second that was shown is lost"
    assert clock.read(recording.frame().body)[0] >= int(killed) - 1


def test_a_full_disk_ends_the_pictures_and_not_the_events(make_server, site, connect, root):
    if os.geteuid() != 0:
        pytest.skip("mounting a small file system needs root")
    disk = root / "small-disk-of-frames"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=96m,mode=755", "tmpfs", str(disk)], capture_output=True)
    if mounted.returncode:
        pytest.skip(f"this machine mounts no tmpfs: {mounted.stderr.decode().strip()}")
    try:
        server = make_server(data=disk / "data")
        put(site, a=clock.clock(1), b=clock.clock(2))
        with Session(server.api) as session:
            page = connect(session).pages[0]
            page.goto(site.url("/a"))
            recording = Recording(server, session.run_id)
            until(lambda: recording.shown()[1] == 1, 10, "the page in the recording")
            free = shutil.disk_usage(disk).free
            with (disk / "ballast").open("wb", buffering=0) as ballast:
                ballast.write(b"x" * (free - 6 * 1024 * 1024))
            until(lambda: "disk_full" in recording.gaps(), 10, "the gap")
            count = recording.frame_count()
            before = len(server.api.events(session.run_id))
            page.goto(site.url("/b"))
            until(lambda: len(server.api.events(session.run_id)) > before, 10, "events on a full disk")
            assert recording.frame_count() == count, "frames are written on a full disk"
            assert server.api.run(session.run_id)["status"] == "active"
            (disk / "ballast").unlink()
            until(lambda: recording.shown()[1] == 2, 15, "pictures after there is space again")
            assert [line["type"] for line in recording.journal() if line["type"].startswith("gap")] == ["gap", "gapEnd"]
        server.stop()
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=False)
        shutil.rmtree(disk, ignore_errors=True)


def test_recording_can_be_switched_off(server, make_server, site, connect):
    put(site, still=clock.still(7))
    with Session(server.api, config={"recording": {"enabled": False}}) as session:
        connect(session).pages[0].goto(site.url("/still"))
        recording = Recording(server, session.run_id)
        answer = recording.get()
        assert answer.status == 404 and answer.code == "recording.not_available"
        session.stop()
        assert not recording.folder.exists()
    runtime = server.api.get(f"/v1/runtimes/{session.id}").expect(200)
    assert runtime["config"]["recording"] == {"enabled": False}
    off = make_server(environment={"MARTLET_RECORDING": "off"})
    with Session(off.api) as session:
        assert Recording(off, session.run_id).get().status == 404
    with Session(off.api, config={"recording": {"enabled": True, "framesPerSecond": 2, "quality": 30}}) as session:
        until(lambda: Recording(off, session.run_id).get().status == 200, 10, "a recording of its own")


@pytest.mark.parametrize(
    "config", [{"framesPerSecond": 0}, {"framesPerSecond": 26}, {"quality": 101}, {"enabled": "yes"}, {"quality": 1.5}]
)
def test_bad_recording_config_is_refused(api, config):
    answer = api.post("/v1/runtimes", {"config": {"recording": config}})
    assert answer.status == 400 and answer.json["details"]["field"].startswith("config.recording.")


def test_bad_questions_get_plain_answers(server, site, connect):
    with Session(server.api) as session:
        recording = Recording(server, session.run_id)
        until(lambda: recording.get().status == 200, 10, "the first frame")
        first = recording.frame(-5)
        assert first.headers["x-frame-clamped"] == "start" and first.headers["content-type"] == "image/jpeg"
        assert recording.frame(1e300).headers["x-frame-clamped"] == "end"
        base = f"/v1/runs/{session.run_id}/frames"
        for text in ("x", "", "1e", "0x10", "nan", "inf", "1,5"):
            answer = server.api.get(f"{base}?at={text}")
            assert answer.status == 400 and answer.json["details"]["field"] == "at", text
        assert server.api.get(f"{base}?pageId=nothing").code == "target.not_found"
        assert server.api.get(f"{base}?at=0", authorized=False).status == 401
        assert server.api.get("/v1/runs/00000000-0000-7000-8000-000000000000/frames").code == "run.not_found"
        assert server.api.delete(f"/v1/runs/{session.run_id}/recording").code == "run.active"
        session.stop()
        assert server.api.delete(f"/v1/runs/{session.run_id}/recording").json["deleted"] is True
        assert not recording.folder.exists()
        assert recording.get(0).code == "recording.not_available"
        assert server.api.delete(f"/v1/runs/{session.run_id}/recording").status == 404


def test_a_script_without_pauses_leaves_its_pages_and_what_it_did_last(server, site, connect):
    put(site, **{f"s{mark}": clock.still(mark) for mark in range(1, 8)})
    with Session(server.api) as session:
        page = connect(session).pages[0]
        for mark in range(1, 8):
            page.goto(site.url(f"/s{mark}"))
            # At home for some 200 ms, and never still for the tenth of a second that a picture would wait for.
            for _ in range(10):
                page.mouse.click(5, 5)
                page.wait_for_timeout(15)
        session.stop()
    recording = Recording(server, session.run_id)
    seconds = server.api.run(session.run_id)["durationSeconds"]
    marks = [clock.read(recording.frame(n / 50).body)[1] for n in range(int(seconds * 50) + 2)]
    assert marks[-1] == 7, "the run ended with another page"
    assert set(range(1, 8)) <= set(marks)

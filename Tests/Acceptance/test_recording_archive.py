"""Archives of recordings: the log becomes video, the picture of each moment stays, and the bytes go."""

import io
import os
import sqlite3
import threading
import time
import zipfile

import pytest
from PIL import Image, ImageChops, ImageStat

from harness import clock, process
from harness.api import Session
from harness.clockface import PAGE
from harness.recording import Recording
from harness.video import Video, read
from harness.viewer import Viewer, launch
from harness.wait import until

HTML = "text/html; charset=utf-8"
# What is recorded is kept as a log; the next start of the server archives it.
LATER, NOW = {}, {"MARTLET_RECORDING_ARCHIVE_AFTER_HOURS": "0"}
FFMPEG_OF_OURS = """#!/bin/sh
echo "$@" >> {calls}
{first}
exec ffmpeg "$@"
"""


def record(server, playwright, site, story):
    """An ended run of what a story does with its first page: the run's id."""
    with Session(server.api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        story(browser.contexts[0])
        browser.close()
        session.stop()
    return session.run_id


def clock_story(site, seconds=4):
    site.add("/a", clock.clock(1), HTML)
    site.add("/b", clock.clock(2), HTML)

    def story(context):
        first = context.pages[0]
        first.goto(site.url("/a"))
        time.sleep(seconds)
        first.set_viewport_size({"width": 801, "height": 501})
        time.sleep(seconds / 2)
        second = context.new_page()
        second.goto(site.url("/b"))
        time.sleep(seconds / 2)

    return story


def restart(server, environment, ffmpeg=None):
    server.stop()
    server.environment = {**environment, **({"MARTLET_FFMPEG": str(ffmpeg)} if ffmpeg else {})}
    return server.start()


def names(recording):
    return sorted(path.name for path in recording.folder.iterdir())


def is_archive(recording):
    kinds = {name.split("-")[0] for name in names(recording)}
    return kinds == {"journal", "index", "groups", "pictures", "video"}


def wait_archived(recording, seconds=60):
    until(lambda: is_archive(recording), seconds, "the archive")


def encoders(server):
    return [pid for pid in process.descendants(server.pid) if process.command_line(pid)[:1] == ["ffmpeg"]]


def lease(server, run):
    return server.api.post(f"/v1/runs/{run}/recording").expect(200)


def beneath(server, run, path):
    base = "/" + lease(server, run)["url"].split("/", 3)[3]
    return server.api.get(base + path, authorized=False)


def facts(server, run):
    """What a recording tells of itself, but for what its pictures are kept as."""
    manifest = beneath(server, run, "/manifest").expect(200)
    pages = [track["pageId"] for track in manifest["tracks"]]
    paths = ["/index?fromMs=0"] + [f"/index?fromMs=0&pageId={page}" for page in pages]
    manifest.pop("expiresAt")
    manifest["recording"].pop("form")
    return manifest, [beneath(server, run, path).expect(200) for path in paths]


def likeness(one, other):
    """How far two pictures are apart, 0 to 255 on average."""
    pair = [Image.open(io.BytesIO(jpeg)).convert("L") for jpeg in (one, other)]
    assert pair[0].size == pair[1].size
    return ImageStat.Stat(ImageChops.difference(*pair)).mean[0]


@pytest.fixture
def archived(make_server, playwright, site):
    """A server with a run that was a log and is an archive now, and what was seen of the log."""
    server = make_server(environment=LATER)
    run = record(server, playwright, site, clock_story(site))
    recording = Recording(server, run)
    length = server.api.run(run)["durationSeconds"]
    before = {
        "facts": facts(server, run), "lease": lease(server, run),
        "frames": [(at / 4, recording.frame(at / 4)) for at in range(int(length * 4))],
    }
    restart(server, NOW)
    wait_archived(recording)
    return server, run, recording, before


def test_an_archive_shows_what_the_log_has_shown(archived):
    server, run, recording, before = archived
    assert facts(server, run) == before["facts"]
    for at, frame in before["frames"]:
        now = recording.frame(at)
        told = ("x-frame-time", "x-frame-number", "x-frame-page", "x-frame-timestamp", "content-type")
        assert [now.headers[name] for name in told] == [frame.headers[name] for name in told], at
        assert clock.read(now.body) == clock.read(frame.body), at
        assert likeness(now.body, frame.body) < 3, at
        number = now.headers["x-frame-number"]
        assert beneath(server, run, f"/frames/{number}").body == now.body
    assert {clock.size(frame.body) for _, frame in before["frames"]} >= {(801, 501)}
    answers = before["lease"], lease(server, run)
    assert [answer["form"] for answer in answers] == ["log", "archive"]
    assert [answer["status"] for answer in answers] == ["ready", "ready"]
    assert answers[0]["completeness"] == answers[1]["completeness"]
    assert answers[1]["sizeBytes"] == sum(path.stat().st_size for path in recording.folder.iterdir())
    assert answers[1]["sizeBytes"] < answers[0]["sizeBytes"]


def test_the_video_of_a_page_plays_by_itself(archived):
    server, run, recording, before = archived
    manifest, (_, first, *_) = before["facts"]
    video = Video(recording.folder / "video-000001.mkv")
    assert video.stream["codec_name"] == "h264"
    # A picture that is equal to the one before is not in it again.
    times = {ms for _, ms in first["frames"]} | {first["before"][1] if first["before"] else 0}
    assert set(video.times()) <= times | {0} and len(video.times()) > 3


def test_exports_of_an_archive(archived, tmp_path):
    server, run, recording, before = archived
    file = server.api.post(f"/v1/runs/{run}/recording/export", {}, timeout=150).expect(201)
    video = Video.download(server.api, file, tmp_path)
    assert video.seconds == pytest.approx(server.api.run(run)["durationSeconds"], abs=0.05)
    looked = 0
    for at, frame in before["frames"]:
        shown = clock.read(frame.body)
        if shown[0] and at > 1:
            assert read(video.at(at), clock.size(frame.body)) == shown, at
            looked += 1
    assert looked > 8
    name = {"name": "all.zip", "include": ["recording"]}
    file = server.api.post(f"/v1/runs/{run}/files/export", name, timeout=60).expect(201)
    archive = zipfile.ZipFile(io.BytesIO(server.api.get(f"/v1/files/{file['id']}/content").body))
    stored = {f"recording/{path.name}": path.read_bytes() for path in recording.folder.iterdir()}
    assert {name: archive.read(name) for name in archive.namelist() if name.startswith("recording/")} == stored


def test_the_player_of_an_archive(make_server, playwright, site):
    site.add("/clock", PAGE)
    server = make_server(environment=LATER)

    def story(context):
        context.pages[0].goto(site.url("/clock"))
        context.pages[0].wait_for_timeout(8000)

    run = record(server, playwright, site, story)
    restart(server, NOW)
    wait_archived(Recording(server, run))
    browser = launch(playwright)
    with Viewer(browser, site, lease(server, run)["url"], server.api.run(run)) as viewer:
        viewer.wait_status("ready")
        until(lambda: viewer.seconds > 0.5, 10, "it plays at once")
        viewer.press("k")
        length = float(viewer.part("time").get_attribute("data-duration-seconds"))
        for fraction in (0.9, 0.5, 0.75, 0.6, 0.4):
            viewer.seek(fraction)
            wanted = length * fraction
            viewer.wait_seconds(wanted - 0.1, wanted + 0.1)
            assert abs(viewer.pictured - viewer.seconds) < 0.45, f"at {viewer.seconds}"
        viewer.press("Home", "k")
        began, at = time.monotonic(), viewer.seconds
        until(lambda: viewer.seconds > at + 3, 10, "three seconds are played")
        assert time.monotonic() - began < 6, "it stutters"
        if folder := os.environ.get("MARTLET_SCREENSHOTS"):
            viewer.page.screenshot(path=f"{folder}/archive-player.png")
        assert viewer.problems == []
    browser.close()


@pytest.mark.parametrize("moment", [0.02, 0.3, 0.8, 1.3, 2.0])
def test_kill_9_in_the_middle_leaves_a_log_or_an_archive(make_server, playwright, site, moment):
    server = make_server(environment=LATER)
    run = record(server, playwright, site, clock_story(site))
    recording = Recording(server, run)
    frames = [(at / 2, clock.read(recording.frame(at / 2).body)) for at in range(12)]
    restart(server, NOW)
    until(lambda: "video-000001.mkv" in names(recording), 30, "the archiving has begun", every=0.005)
    time.sleep(moment)
    left = encoders(server)
    server.kill()
    until(lambda: not any(process.command_line(pid)[:1] == ["ffmpeg"] for pid in left), 5, "its ffmpeg is gone")
    server.environment = LATER
    server.start()
    assert [(at, clock.read(recording.frame(at).body)) for at, _ in frames] == frames
    restart(server, NOW)
    wait_archived(recording)
    assert [(at, clock.read(recording.frame(at).body)) for at, _ in frames] == frames


def test_who_watches_and_who_deletes_meanwhile(make_server, playwright, site):
    server = make_server(environment=LATER)
    runs = [record(server, playwright, site, clock_story(site, seconds)) for seconds in (3, 4)]
    watched, deleted = [Recording(server, run) for run in runs]
    restart(server, NOW)
    stopped, failures = threading.Event(), []

    def watch():
        while not stopped.is_set():
            for at in (1, 2.5, 4):
                answer = watched.get(at)
                if answer.status != 200:
                    failures.append(answer.body)

    watcher = threading.Thread(target=watch)
    watcher.start()
    wait_archived(watched)
    until(lambda: "video-000001.mkv" in names(deleted), 30, "the second one has begun", every=0.005)
    server.api.delete(f"/v1/runs/{runs[1]}/recording").expect(200)
    assert not deleted.folder.exists()
    stopped.set()
    watcher.join()
    assert failures == []
    assert lease(server, runs[1])["status"] == "not_available" and "form" not in lease(server, runs[1])
    server.api.delete(f"/v1/runs/{runs[0]}/recording").expect(200)
    assert not watched.folder.exists() and watched.get(1).code == "recording.not_available"
    time.sleep(0.5)
    assert not deleted.folder.exists(), "what was deleted has come again"


def test_a_stop_does_not_wait(make_server, playwright, site):
    server = make_server(environment=LATER)
    run = record(server, playwright, site, clock_story(site))
    recording = Recording(server, run)
    restart(server, NOW)
    until(lambda: "video-000001.mkv" in names(recording), 30, "the archiving has begun", every=0.005)
    began = time.monotonic()
    assert server.terminate() == 0
    assert time.monotonic() - began < 2
    assert "frames-000001" in names(recording) or is_archive(recording)


def test_archiving_runs_only_when_nobody_else_does(make_server, playwright, site):
    server = make_server(environment=LATER)
    run = record(server, playwright, site, clock_story(site))
    restart(server, NOW)

    pid = until(lambda: encoders(server), 30, "its ffmpeg", every=0.005)[0]
    assert os.getpriority(os.PRIO_PROCESS, pid) == 19
    assert os.getpriority(os.PRIO_PROCESS, server.pid) == 0
    wait_archived(Recording(server, run))


@pytest.mark.parametrize("environment", [LATER, {"MARTLET_RECORDING_ARCHIVE_AFTER_HOURS": "off"}, {"MARTLET_RECORDING_ARCHIVE_AFTER_HOURS": "1"}])
def test_only_what_is_old_enough_and_only_when_it_is_wanted(make_server, playwright, site, environment):
    server = make_server(environment=LATER)
    run = record(server, playwright, site, clock_story(site, 1))
    before = names(Recording(server, run))
    restart(server, environment)
    time.sleep(2)
    assert names(Recording(server, run)) == before
    assert lease(server, run)["form"] == "log"


@pytest.mark.parametrize("value", ["-1", "1.5", "soon", "1000000"])
def test_a_setting_that_cannot_be_used_is_told(make_server, value):
    server = make_server(start=False, environment={"MARTLET_RECORDING_ARCHIVE_AFTER_HOURS": value})
    with pytest.raises(AssertionError):
        server.start()
    assert "`recordingArchiveAfterHours` must be `off` or a whole number from 0 to 876000" in server.tail()


def test_without_ffmpeg_nothing_is_lost(make_server, playwright, site):
    server = make_server(environment=LATER)
    run = record(server, playwright, site, clock_story(site, 1))
    recording = Recording(server, run)
    shown = clock.read(recording.frame(1).body)
    missing = server.folder / "no-ffmpeg"
    restart(server, NOW, missing)
    until(lambda: "are not archived" in server.tail(), 20, "it is said")
    assert "frames-000001" in names(recording) and clock.read(recording.frame(1).body) == shown
    restart(server, NOW)
    wait_archived(recording)
    restart(server, NOW, missing)
    answer = recording.get(1)
    assert (answer.status, answer.code) == (503, "recording.ffmpeg_missing")
    assert beneath(server, run, "/manifest").expect(200)["recording"] == {"status": "ready", "form": "archive", "reason": None}
    missing.symlink_to("/usr/bin/ffmpeg")
    assert clock.read(recording.frame(1).body) == shown, "ffmpeg that is installed meanwhile is found"


def test_a_failure_is_told_once_and_does_not_loop(make_server, playwright, site):
    server = make_server(environment=LATER)
    run = record(server, playwright, site, clock_story(site, 1))
    recording = Recording(server, run)
    before = names(recording)
    calls, broken = server.folder / "calls", server.folder / "broken-ffmpeg"
    broken.write_text(FFMPEG_OF_OURS.format(calls=calls, first="exit 3"))
    broken.chmod(0o755)
    restart(server, NOW, broken)
    until(lambda: "Recording not archived" in server.tail(10_000), 20, "it is said")
    time.sleep(12)
    assert server.tail(10_000).count("Recording not archived") == 1, "it is tried again at once"
    assert names(recording) == before, "something is left of it"
    assert lease(server, run)["form"] == "log"


def test_a_video_without_all_pictures_does_not_take_the_logs_place(make_server, playwright, site):
    server = make_server(environment=LATER)
    run = record(server, playwright, site, clock_story(site))
    recording = Recording(server, run)
    before = names(recording)
    calls, forgetful = server.folder / "calls", server.folder / "forgetful-ffmpeg"
    # Makes a good video that lacks its third picture.
    forget = """case "$*" in *libx264*) args=$(printf '%s' "$*" | sed 's/format=yuvj420p,/select=not(eq(n\\\\,2)),format=yuvj420p,/')
exec ffmpeg $args ;; esac"""
    forgetful.write_text(FFMPEG_OF_OURS.format(calls=calls, first=forget))
    forgetful.chmod(0o755)
    restart(server, NOW, forgetful)
    until(lambda: "Recording not archived" in server.tail(10_000), 30, "it is said")
    assert names(recording) == before and lease(server, run)["form"] == "log"


def test_damaged_pictures_stay_holes(make_server, playwright, site):
    server = make_server(environment=LATER)
    run = record(server, playwright, site, clock_story(site))
    recording = Recording(server, run)
    segment = recording.folder / "frames-000001"
    index = (recording.folder / "index-000001").read_bytes()
    offset = int.from_bytes(index[64 + 3 * 64 + 4 :][:4], "little")
    damaged = bytearray(segment.read_bytes())
    damaged[offset + 100] ^= 8
    segment.write_bytes(damaged)
    number = int.from_bytes(index[64 + 3 * 64 + 24 :][:8], "little")
    time_ = int.from_bytes(index[64 + 3 * 64 + 16 :][:8], "little") / 1000
    before = recording.frame(time_)
    assert before.headers["x-frame-damaged"] == "1"
    restart(server, NOW)
    wait_archived(recording)
    after = recording.frame(time_)
    assert after.headers["x-frame-damaged"] == "1" and after.headers["x-frame-number"] == before.headers["x-frame-number"]
    assert beneath(server, run, f"/frames/{number}").status == 404


def test_an_archive_goes_when_its_time_is_over(archived):
    server, run, recording, _ = archived
    server.stop()
    with sqlite3.connect(server.data / "martlet.sqlite") as database:
        database.execute("UPDATE runs SET finishedAt = finishedAt - ?", (8 * 86_400_000,))
    server.start()
    until(lambda: not recording.folder.exists(), 20, "the bytes are gone")
    assert lease(server, run)["status"] == "not_available"


def test_a_full_disk_keeps_the_log(make_server, playwright, site, small_disk):
    disk = small_disk(96)
    server = make_server(environment=LATER, data=disk / "data")
    run = record(server, playwright, site, clock_story(site))
    recording = Recording(server, run)
    shown, before = clock.read(recording.frame(2).body), names(recording)
    server.stop()
    stat = os.statvfs(disk)
    with (disk / "ballast").open("wb", buffering=0) as ballast:
        ballast.write(b"x" * (stat.f_bavail * stat.f_frsize - 5 * 1024 * 1024))
    server.environment = NOW
    server.start()
    until(lambda: "No space to archive" in server.tail(10_000), 30, "it is said")
    assert names(recording) == before and clock.read(recording.frame(2).body) == shown
    (disk / "ballast").unlink()
    restart(server, NOW)
    wait_archived(recording)
    assert clock.read(recording.frame(2).body) == shown

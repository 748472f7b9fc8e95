"""Recordings as videos: each second shows that second, times are exact, and nothing is left of what is broken off."""

import hashlib
import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from harness import clock, process
from harness.api import Session
from harness.recording import Recording
from harness.site import Site
from harness.video import Video, read
from harness.viewer import launch
from harness.wait import until

HTML = "text/html; charset=utf-8"
ASYNC = {"prefer": "respond-async"}


class Recorded:
    """An ended run, and when which page was in front."""

    def __init__(self, server, playwright, site):
        self.scenes, self.sizes = [], {}
        for name, page in {"a": clock.clock(1), "b": clock.clock(2), "still": clock.still(3)}.items():
            site.add(f"/{name}", page, HTML)
        with Session(server.api) as session:
            browser = playwright.chromium.connect_over_cdp(session.connect_url)
            context = browser.contexts[0]
            first = context.pages[0]
            self.show(first, site.url("/a"), 1, 4)
            first.set_viewport_size({"width": 800, "height": 500})
            self.show(first, site.url("/a"), 1, 3)
            second = context.new_page()
            self.show(second, site.url("/b"), 2, 3)
            self.show(second, site.url("/still"), 3, 12)
            first.bring_to_front()
            self.show(first, site.url("/a"), 1, 3)
            browser.close()
            session.stop()
        self.run = server.api.run(session.run_id)
        self.recording = Recording(server, session.run_id)

    def show(self, page, url, mark, seconds):
        page.goto(url)
        began = time.time()
        time.sleep(seconds)
        self.scenes.append((began, time.time(), mark))

    def moments(self):
        """Moments well within the scenes: seconds since the run's start, the second that is shown, the mark."""
        start = self.recording.started_at
        for began, ended, mark in self.scenes:
            for second in range(int(began) + 1, int(ended)):
                if began + 0.7 < second + 0.6 < ended - 0.1:
                    yield second + 0.6 - start, second, mark


@pytest.fixture(scope="module")
def module_site():
    site = Site()
    yield site
    site.close()


@pytest.fixture(scope="module")
def recorded(shared_server, playwright, module_site):
    return Recorded(shared_server, playwright, module_site)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("videos")


def address(run):
    return f"/v1/runs/{run['id'] if isinstance(run, dict) else run}/recording/export"


def export(api, run, headers=None, status=201, **body):
    return api.post(address(run), body, headers=headers, timeout=150).expect(status)


def job(api, run, id):
    return api.get(f"{address(run)}/{id}").expect(200)


def encoders(server):
    return [pid for pid in process.descendants(server.pid) if process.command_line(pid)[:1] == ["ffmpeg"]]


@pytest.mark.parametrize("format", ["mp4", "webm"])
def test_each_second_of_the_video_shows_that_second(api, recorded, folder, format):
    file = export(api, recorded.run, format=format)
    assert (file["type"], file["contentType"]) == ("recording", f"video/{format}")
    assert file["runId"] == recorded.run["id"]
    video = Video.download(api, file, folder)
    content = open(video.path, "rb").read()
    assert file["sizeBytes"] == len(content)
    assert file["sha256"] == hashlib.sha256(content).hexdigest()
    assert video.stream["codec_name"] == {"mp4": "h264", "webm": "vp9"}[format]
    assert video.stream["pix_fmt"] == "yuv420p"
    assert video.seconds == pytest.approx(recorded.run["durationSeconds"], abs=0.05)
    looked = 0
    for moment, second, mark in recorded.moments():
        size = clock.size(recorded.recording.frame(moment).body)
        shown, shown_mark = read(video.at(moment), size)
        assert shown_mark == mark, f"at {moment:.1f}: mark {shown_mark}, not {mark}"
        assert mark == 3 or shown == second, f"at {moment:.1f}: {shown - second:+d} s"
        looked += 1
    assert looked > 12


def test_the_times_are_those_of_the_log(api, recorded, folder):
    video = Video.download(api, export(api, recorded.run), folder)
    lease = api.post(f"/v1/runs/{recorded.run['id']}/recording").expect(200)
    path = lease["url"].split("/", 3)[3]
    length = round(video.seconds * 1000)
    logged = {ms for _, ms in api.get(f"/{path}/index?fromMs=0&toMs={length}", authorized=False).expect(200)["frames"]}
    times = set(video.times())
    assert logged - {0} - times == set(), "pictures of the log that the video has not"
    rest = sorted(times - logged - {0, length - 1})
    before = [max(t for t in times if t < moment) for moment in rest]
    assert [moment - last for moment, last in zip(rest, before)] == [10_000] * len(rest), "pictures of no moment"
    assert rest, "a still stretch has a picture each ten seconds"


def test_the_same_is_made_once(api, recorded):
    first = export(api, recorded.run)
    again = export(api, recorded.run, format="mp4", headers={"idempotency-key": "the-same"})
    assert again["id"] == first["id"]
    assert export(api, recorded.run, format="mp4", headers={"idempotency-key": "the-same"})["id"] == first["id"]
    conflict = api.post(address(recorded.run), {"format": "webm"}, headers={"idempotency-key": "the-same"})
    assert (conflict.status, conflict.code) == (409, "idempotency.key_reused")
    files = api.get(f"/v1/runs/{recorded.run['id']}/files?type=recording").expect(200)["data"]
    assert sum(file["metadata"]["format"] == "mp4" and "pageId" not in file["metadata"] for file in files) == 1


def test_a_part_of_the_file(api, recorded):
    file = export(api, recorded.run)
    path = f"/v1/files/{file['id']}/content"
    part = api.get(path, headers={"range": "bytes=4-7"})
    assert (part.status, part.body) == (206, b"ftyp")
    outside = api.get(path, headers={"range": f"bytes={file['sizeBytes']}-"})
    assert outside.status == 416


def test_a_span(api, recorded, folder):
    moment, second, mark = list(recorded.moments())[1]
    file = export(api, recorded.run, fromSeconds=moment - 1, toSeconds=moment + 1.25)
    video = Video.download(api, file, folder)
    assert video.seconds == pytest.approx(2.25, abs=0.002)
    size = clock.size(recorded.recording.frame(moment).body)
    assert read(video.at(1), size) == (second, mark)
    assert "clamped" not in file["metadata"]


def test_a_span_beyond_the_run_is_clamped_and_says_so(api, recorded, folder):
    length = recorded.run["durationSeconds"]
    file = export(api, recorded.run, fromSeconds=length - 2, toSeconds=length + 100)
    assert file["metadata"]["clamped"] == ["toSeconds"]
    assert Video.download(api, file, folder).seconds == pytest.approx(2, abs=0.05)
    exact = export(api, recorded.run, fromSeconds=file["metadata"]["fromSeconds"], toSeconds=file["metadata"]["toSeconds"])
    assert exact["id"] == file["id"] and "clamped" not in exact["metadata"]
    again = export(api, recorded.run, fromSeconds=length - 2, toSeconds=length + 50)
    assert again["id"] == file["id"] and again["metadata"]["clamped"] == ["toSeconds"]
    whole = export(api, recorded.run, fromSeconds=-5)
    assert whole["id"] == export(api, recorded.run)["id"]


@pytest.mark.parametrize(
    "body, status, code",
    [
        ({"fromSeconds": 5, "toSeconds": 5}, 400, "request.invalid"),
        ({"fromSeconds": 100_000}, 400, "request.invalid"),
        ({"fromSeconds": "5"}, 400, "request.invalid"),
        ({"format": "avi"}, 400, "request.invalid"),
        ({"pageId": "nobody"}, 404, "target.not_found"),
    ],
)
def test_what_cannot_be_exported(api, recorded, body, status, code):
    answer = api.post(address(recorded.run), body)
    assert (answer.status, answer.code) == (status, code)
    assert api.post(address("00000000-0000-7000-8000-000000000000")).status == 404


def test_one_tab(api, recorded, folder):
    lease = api.post(f"/v1/runs/{recorded.run['id']}/recording").expect(200)
    manifest = api.get("/" + lease["url"].split("/", 3)[3] + "/manifest", authorized=False).expect(200)
    second = manifest["tracks"][1]
    video = Video.download(api, export(api, recorded.run, pageId=second["pageId"]), folder)
    assert video.seconds == pytest.approx(recorded.run["durationSeconds"], abs=0.05)
    assert max(video.at(1).getextrema()) < 30, "before the tab came there is nothing"
    # The tab went on behind the first one, which came back.
    moment, _, _ = next(m for m in recorded.moments() if m[2] == 3)
    size = clock.size(recorded.recording.frame(moment, second["pageId"]).body)
    assert read(video.at(moment), size)[1] == 3


def test_two_at_once_wait_for_each_other(server, api, recorded):
    spans, answers, most = [0, 0, 0.5, 1], [], 0
    threads = [
        threading.Thread(target=lambda s=s: answers.append((s, export(api, recorded.run, format="webm", fromSeconds=s, toSeconds=9))))
        for s in spans
    ]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        most = max(most, len(encoders(server)))
        time.sleep(0.01)
    assert most == 1, "one at a time unless set otherwise"
    assert len(answers) == 4
    assert len({file["id"] for _, file in answers}) == 3, "those who ask for the same get the same"


def test_progress_can_be_seen(api, recorded):
    began = export(api, recorded.run, headers=ASYNC, status=202, fromSeconds=0.25)
    assert began["status"] in ("queued", "running")
    assert began["url"].endswith(f"{address(recorded.run)}/{began['id']}")
    done = until(lambda: (now := job(api, recorded.run, began["id"]))["status"] == "finished" and now, 60, "it is made")
    assert done["progress"] == 1
    assert done["file"]["type"] == "recording"
    assert done["id"] in [one["id"] for one in api.get(address(recorded.run)).expect(200)["data"]]
    assert export(api, recorded.run, headers=ASYNC, fromSeconds=0.25)["id"] == done["file"]["id"]


def held(server, run, **body):
    """An export whose encoder has stopped in the middle of its work."""
    for attempt in range(20):
        began = export(server.api, run, headers=ASYNC, status=202, format="webm", fromSeconds=0.3 + attempt / 100, **body)
        while job(server.api, run, began["id"])["status"] in ("queued", "running"):
            for pid in encoders(server):
                try:
                    os.kill(pid, signal.SIGSTOP)
                except ProcessLookupError:
                    continue
                if job(server.api, run, began["id"])["status"] == "running":
                    return began, pid
    raise AssertionError("the encoder was always faster")


def test_an_export_can_be_cancelled(server, api, recorded):
    began, pid = held(server, recorded.run)
    api.delete(f"{address(recorded.run)}/{began['id']}").expect(200)
    until(lambda: not process.command_line(pid), 5, "the encoder is gone")
    until(lambda: job(api, recorded.run, began["id"])["status"] == "cancelled", 5, "it says so")
    assert not os.path.exists(f"/proc/{pid}"), "the encoder is a zombie"


def ended_run(server, playwright, site):
    site.add("/count", clock.counter(1), HTML)
    with Session(server.api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        browser.contexts[0].pages[0].goto(site.url("/count"))
        time.sleep(4)
        browser.close()
        session.stop()
    return session.run_id


def left(server):
    """Files below the data folder that belong to nothing."""
    return [f for f in server.data.rglob("*") if f.is_file() and (f.parent.name == "unfinished" or f.name.startswith(".video"))]


def test_a_kill_during_an_export_leaves_nothing(make_server, playwright, site):
    server = make_server()
    run = ended_run(server, playwright, site)
    _, pid = held(server, run)
    server.kill()
    until(lambda: not process.command_line(pid), 2, "the encoder dies with the server")
    server.start()
    assert left(server) == []
    assert server.api.get(f"/v1/runs/{run}/files?type=recording").expect(200)["data"] == []
    assert export(server.api, run)["sizeBytes"] > 1000


def test_a_stop_of_the_server_ends_exports(make_server, playwright, site):
    server = make_server()
    run = ended_run(server, playwright, site)
    _, pid = held(server, run)
    assert server.terminate() == 0
    until(lambda: not any(process.command_line(pid)), 2, "the encoder is gone")


def test_without_ffmpeg_only_exports_are_missing(make_server, playwright, site):
    server = make_server(environment={"MARTLET_FFMPEG": "/nowhere/ffmpeg"})
    run = ended_run(server, playwright, site)
    answer = server.api.post(address(run))
    assert (answer.status, answer.code) == (503, "recording.ffmpeg_missing")
    assert "/nowhere/ffmpeg" in answer.json["error"]
    assert "apt-get install ffmpeg" in answer.json["hint"]
    assert server.api.get(f"/v1/runs/{run}/frames?at=2").status == 200


def test_a_run_that_goes_on(server, api, playwright, site, folder):
    site.add("/a", clock.clock(1), HTML)
    site.add("/still", clock.still(3), HTML)
    with Session(api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].pages[0]
        for path in ("/a", "/still"):
            page.goto(site.url(path))
            began = time.time()
            first = export(api, session.run_id)
            time.sleep(1.5)
            second = export(api, session.run_id)
            between = time.time() - began
            lengths = [Video.download(api, file, folder).seconds for file in (first, second)]
            # Each shows the run until it was asked for, also where nothing moves.
            assert 1.45 < lengths[1] - lengths[0] < between
        browser.close()


def test_a_viewer_saves_the_video(server, api, playwright, recorded, folder):
    lease = api.post(f"/v1/runs/{recorded.run['id']}/recording").expect(200)
    browser = launch(playwright)
    try:
        page = browser.new_page(accept_downloads=True)
        page.goto(lease["url"])
        with page.expect_download(timeout=60_000) as download:
            page.get_by_test_id("export").click()
        path = folder / "saved.mp4"
        download.value.save_as(path)
        assert download.value.suggested_filename == "recording.mp4"
    finally:
        browser.close()
    assert Video(path).seconds == pytest.approx(recorded.run["durationSeconds"], abs=0.05)


def test_viewers_of_a_run_share_one_video_of_all_of_it(api, playwright, site):
    site.add("/a", clock.clock(1), HTML)
    with Session(api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        browser.contexts[0].pages[0].goto(site.url("/a"))
        until(lambda: api.get(f"/v1/runs/{session.run_id}/frames").status == 200, what="a picture")
        paths = ["/" + api.post(f"/v1/runs/{session.run_id}/recording").expect(200)["url"].split("/", 3)[3] for _ in range(2)]
        asked = [(path, span) for path in paths for span in ({}, {"toSeconds": 0.1}, {"fromSeconds": 0.1})]
        with ThreadPoolExecutor(len(asked)) as threads:
            jobs = list(threads.map(lambda one: api.post(f"{one[0]}/export", one[1], authorized=False).expect(200), asked))
        assert len({one["id"] for one in jobs}) == 1
        assert jobs[0]["fromSeconds"] == 0 and jobs[0]["toSeconds"] > 0.1
        browser.close()


def test_a_lease_opens_the_videos_of_its_run_only(api, recorded, playwright, server, site):
    other = ended_run(server, playwright, site)
    theirs = export(api, other)
    lease = api.post(f"/v1/runs/{recorded.run['id']}/recording").expect(200)
    path = "/" + lease["url"].split("/", 3)[3]
    state = api.post(f"{path}/export", authorized=False).expect(200)
    while state["status"] in ("queued", "running"):
        state = api.get(f"{path}/export/{state['id']}", authorized=False).expect(200)
    assert api.get(f"{path}/{state['file']['path']}", authorized=False).status == 200
    assert api.get(f"{path}/files/{theirs['id']}/content", authorized=False).status == 404
    workspace = api.get(f"/v1/runs/{recorded.run['id']}/files").expect(200)["data"]
    for file in (file for file in workspace if file["type"] != "recording"):
        assert api.get(f"{path}/files/{file['id']}/content", authorized=False).status == 404

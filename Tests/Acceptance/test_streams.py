"""Event streams that are cut and resumed: every event exactly once and in order, whatever happens to the connection."""

import random
import socket
import threading
import time
from urllib.parse import urlsplit

import pytest

from harness.api import API, Session
from harness.server import ROOT
from harness.sse import Stream, StreamRefused
from harness.wait import until

FLOOD = """() => { let n = 0; window.flooding = setInterval(() => {
    for (let i = 0; i < 20; i++) console.log('flood ' + n++); if (n >= %d) { clearInterval(flooding); window.done = true } }, 5) }"""


@pytest.fixture(scope="module")
def ended(shared_server, playwright):
    """A run that has ended, with some thousand events."""
    api = shared_server.api
    with Session(api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].new_page()
        page.evaluate("() => { for (let n = 0; n < 3000; n++) console.log('line ' + n + ' ' + 'é'.repeat(n % 90)) }")
        page.goto("data:text/html,<title>x</title>")
        browser.close()
        session.stop()
        yield session.run_id, session.events()


def data_frames(frames):
    return [f for f in frames if f.event == "run.event"]


def test_a_stream_of_an_ended_run_replays_it_all_and_closes(api, ended):
    run_id, events = ended
    stream = Stream(api, f"/v1/runs/{run_id}/events/stream")
    frames = list(stream.frames())
    assert stream.ended and [f.data for f in frames[:-1]] == events
    assert all(f.event == "run.event" and f.id == f.data["id"] for f in frames[:-1])
    assert frames[-1].event == "run.ended" and frames[-1].id is None
    assert set(frames[-1].data) == {"runId", "status", "finishedAt", "failure"}
    assert stream.headers["content-type"].startswith("text/event-stream")
    assert stream.headers["cache-control"] == "no-cache" and stream.headers["x-accel-buffering"] == "no"
    assert "content-encoding" not in stream.headers


@pytest.mark.parametrize("seed", range(20))
def test_twenty_cut_streams_of_an_ended_run(api, ended, seed):
    """Cut at random bytes, resumed in turn by cursor and by Last-Event-ID, half of them filtered."""
    run_id, events = ended
    chance = random.Random(seed)
    query = chance.choice(["", "type=console.message", "type=console.message,navigation&status=received"])
    kinds = {"": None, "type=console.message": {"console.message"}}.get(query, {"console.message"})
    expected = [e["id"] for e in events if kinds is None or e["type"] in kinds]
    got, last = [], None
    while True:
        headers, cursor = {}, ""
        if last and len(got) % 2:
            headers["last-event-id"] = last
        elif last:
            cursor = f"cursor={last}&"
        stream = Stream(api, f"/v1/runs/{run_id}/events/stream?{cursor}{query}", headers)
        for frame in stream.frames(cut_after=chance.randrange(1, 250_000)):
            if frame.event == "run.event":
                got.append(frame.id)
                last = frame.id
        if stream.ended:
            break
    assert got == expected


def test_cut_streams_during_a_live_flood(api, playwright):
    chance = random.Random(7)
    with Session(api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].new_page()
        readers = [[] for _ in range(4)]

        def read(got, seed):
            mine, last = random.Random(seed), None
            while True:
                cursor = f"?cursor={last}" if last else ""
                stream = Stream(api, f"/v1/runs/{session.run_id}/events/stream{cursor}")
                for frame in stream.frames(cut_after=mine.randrange(100, 400_000)):
                    if frame.event == "run.event":
                        got.append(frame.data)
                        last = frame.id
                if stream.ended:
                    return

        threads = [threading.Thread(target=read, args=(got, chance.random())) for got in readers]
        for thread in threads:
            thread.start()
        page.evaluate(FLOOD % 8000)
        page.wait_for_function("() => window.done === true")
        browser.close()
        session.stop()
        for thread in threads:
            thread.join(40)
            assert not thread.is_alive()
        events = session.events()
    for got in readers:
        assert got == events
    lines = [e["data"]["text"] for e in events if e["type"] == "console.message"]
    assert lines == [f"flood {n}" for n in range(8000)]


def test_a_live_reader_gets_each_event_soon(api, playwright):
    with Session(api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].new_page()
        arrived = {}

        def read():
            for frame in Stream(api, f"/v1/runs/{session.run_id}/events/stream?type=console.message").frames():
                if frame.event == "run.event":
                    arrived[frame.data["data"]["text"]] = time.monotonic()

        thread = threading.Thread(target=read)
        thread.start()
        for n in range(10):
            sent = time.monotonic()
            page.evaluate(f"console.log('soon {n}')")
            until(lambda: f"soon {n}" in arrived, 5)
            assert arrived[f"soon {n}"] - sent < 2
        browser.close()
        session.stop()
        thread.join(10)
        assert not thread.is_alive()


def test_a_limit_closes_without_the_end(api, ended):
    run_id, events = ended
    frames = list(Stream(api, f"/v1/runs/{run_id}/events/stream?limit=5").frames())
    assert [f.id for f in frames] == [e["id"] for e in events[:5]]
    frames = list(Stream(api, f"/v1/runs/{run_id}/events/stream?limit=5&cursor={frames[-1].id}").frames())
    assert [f.id for f in frames] == [e["id"] for e in events[5:10]]


def test_a_cursor_at_the_end_gives_only_the_end(api, ended):
    run_id, events = ended
    frames = list(Stream(api, f"/v1/runs/{run_id}/events/stream?cursor={events[-1]['id']}").frames())
    assert [f.event for f in frames] == ["run.ended"]


def test_a_silent_stream_has_a_heartbeat(api):
    with Session(api) as session:
        stream = Stream(api, f"/v1/runs/{session.run_id}/events/stream?type=download")
        began = time.monotonic()
        frame = next(stream.frames())
        assert frame.event == "heartbeat" and frame.id is None and set(frame.data) == {"time"}
        assert 3 < time.monotonic() - began < 13
        stream.close()


def test_a_lease_lets_a_browser_read_without_a_key(api, ended):
    run_id, events = ended
    lease = api.post(f"/v1/runs/{run_id}/stream-lease", {"expiresInSeconds": 60}).expect(200)
    assert "new EventSource(url)." in (ROOT / "docs/streaming.md").read_text()
    url = urlsplit(lease["url"])
    assert url.port == api.port and lease["accessToken"] in url.query
    frames = list(Stream(api, f"{url.path}?{url.query}", authorized=False).frames())
    assert [f.data for f in frames[: len(events)]] == events
    assert all(f.event == "message" for f in frames[: len(events)])
    assert not any(f.event == "heartbeat" for f in frames)
    assert api.key not in lease["accessToken"]
    other = api.post("/v1/runtimes", {}).expect(201)["id"]
    started = api.start(other)
    try:
        wrong = f"/v1/runs/{started['runId']}/events/stream?access_token={lease['accessToken']}"
        with pytest.raises(StreamRefused, match="40[13]"):
            Stream(api, wrong, authorized=False)
        assert api.get(f"/v1/runs/{run_id}?access_token={lease['accessToken']}", authorized=False).status == 401
    finally:
        api.stop(other)


def test_a_lease_ends(api, ended):
    run_id, _ = ended
    lease = api.post(f"/v1/runs/{run_id}/stream-lease", {"expiresInSeconds": 1}).expect(200)
    path = f"/v1/runs/{run_id}/events/stream?access_token={lease['accessToken']}"
    until(lambda: api.get(path, authorized=False).status == 401, 5, "the lease's end", every=0.2)


@pytest.mark.parametrize("how", ["cursor", "last-event-id"])
@pytest.mark.parametrize("value", ["nonsense", "00000000-0000-7000-8000-000000000000", "1"])
def test_a_wrong_place_to_resume_is_refused(api, ended, how, value):
    run_id, _ = ended
    path, headers = f"/v1/runs/{run_id}/events/stream", {}
    if how == "cursor":
        path += f"?cursor={value}"
    else:
        headers["last-event-id"] = value
    answer = api.get(path, headers=headers)
    assert answer.status == 400 and answer.code == "request.invalid"


def test_a_slow_reader_is_closed_or_held_back_and_resumes(server, api, playwright):
    """A reader that stops reading costs the server no memory, delays nobody, and loses nothing."""
    with Session(api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].new_page()
        lazy = socket.socket()
        lazy.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        lazy.connect(("127.0.0.1", api.port))
        lazy.sendall(
            f"GET /v1/runs/{session.run_id}/events/stream HTTP/1.1\r\nHost: 127.0.0.1:{api.port}\r\n"
            f"Authorization: Bearer {api.key}\r\n\r\n".encode()
        )
        assert lazy.recv(100).startswith(b"HTTP/1.1 200")
        before = resident_bytes(server.pid)
        page.evaluate("() => { for (let n = 0; n < 20000; n++) console.log('slow ' + n + 'x'.repeat(2000)) }")
        page.evaluate("console.log('slow last')")
        until(
            lambda: api.events(session.run_id, "&type=console.message")[-1:][0]["data"]["text"] == "slow last",
            60,
            "the last line on record",
            every=1,
        )
        grown = resident_bytes(server.pid) - before
        assert grown < 200 * 1024 * 1024, f"the server grew by {grown} bytes for a reader that reads nothing"
        lazy.close()
        browser.close()
        session.stop()
        stream = Stream(api, f"/v1/runs/{session.run_id}/events/stream")
        assert len(data_frames(stream.frames())) == api.run(session.run_id)["counts"]["events"]


def resident_bytes(pid):
    with open(f"/proc/{pid}/statm") as file:
        return int(file.read().split()[1]) * 4096


def test_a_stream_ends_with_its_lease_and_with_its_key(api):
    with Session(api) as session:
        made = api.post("/v1/api-keys", {"name": "reader"}).expect(201)
        lease = api.post(f"/v1/runs/{session.run_id}/stream-lease", {"expiresInSeconds": 1}).expect(200)
        path = f"/v1/runs/{session.run_id}/events/stream"
        streams = [
            Stream(API(api.port, made["secret"]), path),
            Stream(api, f"{path}?access_token={lease['accessToken']}", authorized=False),
        ]
        api.delete(f"/v1/api-keys/{made['data']['id']}").expect(200)
        for stream in streams:
            frames = list(stream.frames())
            assert stream.ended and frames and not any(frame.event == "run.ended" for frame in frames)
        assert api.get(f"/v1/runs/{session.run_id}").expect(200)["status"] == "active"

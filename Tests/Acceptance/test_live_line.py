"""Lines to viewers that are slow, or dead: each gets the newest picture that it can take, and nobody else notices."""

import time
from statistics import median

import pytest

from harness.api import Session
from harness.cdp import CDP
from harness.live import Viewer
from harness.relay import Relay
from harness.wait import until

# Pictures of some 60 KB, twenty a second.
BUSY = """<body style="margin:0;font:14px monospace;width:1280px"><div id=h></div><script>
const words = "pictures that are full of small letters need many bytes ".repeat(3);
setInterval(() => { h.textContent = Array.from({length: 60}, (_, i) => (Date.now() * (i + 7)).toString(36) + words).join(" "); }, 50)</script>"""


@pytest.fixture
def busy(api, site):
    site.add("/busy", BUSY)
    with Session(api) as session, CDP(session.connect_url) as cdp:
        page = cdp.attach_page(site.url("/busy"))
        until(lambda: cdp.evaluate(page, "document.readyState === 'complete'"), what="the page")
        session.lease = lambda: api.post(f"/v1/runs/{session.run_id}/live", {}).expect(200)["url"]
        yield session


def through(relay, url):
    return relay.url + "/" + url.split("/", 3)[3]


def watch(viewer, seconds):
    """Ages of the pictures in seconds, as they come."""
    ages, end = [], time.monotonic() + seconds
    while time.monotonic() < end:
        count = len(viewer.pictures)
        viewer.poll(0.5)
        ages += [time.time() - picture.time / 1000 for picture in viewer.pictures[count:]]
    return ages


def test_a_slow_line_gets_new_pictures_at_its_own_rate(api, busy):
    with Relay(api.port, rate=150_000) as relay:
        with Viewer(through(relay, busy.lease())) as slow, Viewer(busy.lease()) as fast:
            watch(slow, 3)
            watch(fast, 1)  # What has gathered meanwhile.
            first = fast.pictures[-1].number
            ages = watch(slow, 6)
            numbers = [picture.number for picture in slow.pictures]
            assert numbers == sorted(set(numbers))
            size = median(len(picture.jpeg) for picture in slow.pictures)
            most = 6 * 150_000 / size
            assert len(ages) > 0.4 * most, f"{len(ages)} pictures of {size} bytes"
            assert len(ages) < 1.3 * most
            # Two pictures are under way at most, and what the system's buffers hold.
            assert median(ages) < 4 * size / 150_000 + 0.5, ages
            # Nobody waits for the slow one.
            until(lambda: fast.poll(0.1) and fast.pictures[-1].number > first + 20, what="the fast line's pictures")


def test_a_line_that_gets_better_gets_more(api, busy):
    with Relay(api.port, rate=100_000) as relay:
        with Viewer(through(relay, busy.lease())) as viewer:
            watch(viewer, 3)
            before = len(watch(viewer, 4)) / 4
            relay.rate = 20_000_000
            # Each two seconds the line is given a quarter more than it took.
            until(lambda: len(watch(viewer, 2)) / 2 > 2 * before + 2, 20, f"more than {before} pictures a second")


def test_input_passes_on_a_slow_line(api, site):
    """What a person does is not behind pictures: they go the other way."""
    site.add("/busy", BUSY)
    with Session(api) as session, CDP(session.connect_url) as cdp:
        page = cdp.attach_page(site.url("/busy"))
        cdp.evaluate(page, "window.clicks = 0; addEventListener('mousedown', () => clicks++); 0")
        url = api.post(f"/v1/runs/{session.run_id}/live", {"control": "input"}).expect(200)["url"]
        with Relay(api.port, rate=60_000) as relay, Viewer(through(relay, url)) as viewer:
            viewer.picture()
            watch(viewer, 2)
            for count in range(1, 4):
                began = time.monotonic()
                viewer.click(200, 200)
                until(lambda count=count: cdp.evaluate(page, "clicks") == count, what="the click")
                assert time.monotonic() - began < 3


def test_a_viewer_that_never_acknowledges_is_closed_in_the_end(make_server, site):
    site.add("/busy", BUSY)
    server = make_server(environment={"MARTLET_VIEWER_TIMEOUT_SECONDS": "2"})
    with Session(server.api) as session, CDP(session.connect_url) as cdp:
        cdp.attach_page(site.url("/busy"))
        lease = lambda: server.api.post(f"/v1/runs/{session.run_id}/live", {}).expect(200)["url"]  # noqa: E731
        with Viewer(lease()) as good, Viewer(lease(), acknowledges=False) as lazy:
            began = time.monotonic()
            while lazy.close is None:
                good.poll(0.05)
                lazy.poll(0.05)
                assert time.monotonic() - began < 20
            assert lazy.close == (4009, "the viewer takes nothing") and len(lazy.pictures) == 2
            assert time.monotonic() - began > 1.5
            good.state_with(lambda state: state["viewers"] == 1)
            count = len(good.pictures)
            good.wait(lambda: len(good.pictures) > count + 5)

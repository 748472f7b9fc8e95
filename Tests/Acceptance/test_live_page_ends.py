"""The page of a live view says honestly what became of its line, its lease and the browser."""

import socket
import threading

from harness import process
from harness.api import Session
from harness.cdp import CDP
from harness.wait import until


def title(viewer):
    return viewer.page.get_by_test_id("veil").inner_text()


def test_the_run_stops(stage, people):
    viewer = people(stage.live(control="input")).sees_picture()
    stage.stop()
    viewer.reaches("ended")
    assert "run has ended" in title(viewer)
    assert not viewer.control.is_visible()
    late = people(viewer.window.frames[1].url)
    late.reaches("ended")


def test_the_browser_crashes(make_server, people):
    server = make_server()
    with Session(server.api) as session:
        url = server.api.post(f"/v1/runs/{session.run_id}/live", {}).expect(200)["url"]
        viewer = people(url).sees_picture()
        with CDP(session.connect_url) as cdp:
            cdp.send("Browser.crash")
        viewer.reaches("ended")
        assert "failed" in title(viewer)
        until(lambda: viewer.told()[-1]["reason"] == "failed", what="the parent is told")


def test_a_tab_crashes_and_is_loaded_again(stage, site, people):
    stage.page.goto(site.page("/fine", "<p>fine</p>"))
    viewer = people(stage.live(control="input")).sees_picture()
    watcher = people(stage.live()).sees_picture()
    with CDP(stage.connect_url) as cdp:
        cdp.send("Page.crash", cdp.attach_page())  # A page of its own; nobody waits for its answer.
    for one in viewer, watcher:
        until(lambda one=one: "tab crashed" in title(one), what="the words over the picture")
    assert watcher.page.get_by_role("button", name="Load it again").count() == 0
    viewer.page.get_by_role("button", name="Load it again").click()
    for one in viewer, watcher:
        until(lambda one=one: not one.page.get_by_test_id("veil").is_visible(), what="the picture again")


def test_the_lease_expires_while_it_is_open(stage, people):
    viewer = people(stage.live(control="input", expiresInSeconds=4)).sees_picture()
    until(lambda: "left" in viewer.page.get_by_test_id("countdown").inner_text(), what="the countdown", seconds=4)
    viewer.reaches("expired")
    assert "expired" in title(viewer)
    url = viewer.window.frames[1].url
    assert stage.api.get(url[url.index("/view") :], authorized=False).status == 410
    assert stage.run_id and stage.api.run(stage.run_id)["status"] == "active"


def test_the_lease_is_revoked_while_it_is_open(stage, people):
    lease = stage.api.post(f"/v1/runs/{stage.run_id}/live", {"control": "input"}).expect(200)
    viewer, other = people(lease["url"]).sees_picture(), people(stage.live()).sees_picture()
    stage.api.delete(f"/v1/runs/{stage.run_id}/leases/{lease['leaseId']}")
    viewer.reaches("revoked")
    other.reaches("live")


def test_an_address_that_never_was_says_so(stage, people):
    url = stage.live()
    viewer = people(url[:-6] + "aaaaaa")
    until(lambda: "nothing at this address" in viewer.page.locator("body").inner_text(), what="the words")


class Wire:
    """A TCP port in front of the server whose connections can be cut, or made silent."""

    def __init__(self, port):
        self.target = port
        self.open = []
        self.is_down = False
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            if self.is_down:
                client.close()
                continue
            server = socket.create_connection(("127.0.0.1", self.target))
            self.open += [client, server]
            for one, other in ((client, server), (server, client)):
                threading.Thread(target=self._pump, args=(one, other), daemon=True).start()

    def _pump(self, one, other):
        try:
            while data := one.recv(65536):
                other.sendall(data)
        except OSError:
            pass
        for end in one, other:
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def cut(self):
        self.is_down = True
        for end in self.open:
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def mend(self):
        self.is_down = False


def test_a_line_that_breaks_is_had_again(stage, site, people):
    wire = Wire(stage.api.port)
    stage.page.goto(site.page("/red", "<style>html{background:rgb(255,0,0)}</style>"))
    viewer = people(stage.live(control="input").replace(f":{stage.api.port}/", f":{wire.port}/")).sees_picture()
    viewer.shows((255, 0, 0))
    wire.cut()
    viewer.reaches("reconnecting")
    assert "out of date" in title(viewer)
    stage.page.goto(site.page("/blue", "<style>html{background:rgb(0,0,255)}</style>"))
    wire.mend()
    viewer.reaches("live")
    viewer.shows((0, 0, 255))
    assert not viewer.page.get_by_test_id("veil").is_visible()
    wire.listener.close()


def test_a_server_that_was_killed_and_comes_back_tells_what_became_of_the_run(make_server, people):
    server = make_server()
    with Session(server.api) as session:
        url = server.api.post(f"/v1/runs/{session.run_id}/live", {}).expect(200)["url"]
        viewer = people(url).sees_picture()
        server.kill()
        viewer.reaches("reconnecting")
        until(lambda: not process.naming(str(server.data)), 15, "the browser gone with its server")
        server.start()
        viewer.reaches("ended", 30)
        assert "failed" in title(viewer)

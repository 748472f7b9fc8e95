"""Live views: from a picture's swap time to the viewer, what viewers cost server, browser and page, and from a click to the page.

The delay's peer is a bare CDP reader of the screencast of a bare browser (JPEG, quality 60, acknowledged at once), on the same page. Times are those
that the browser gives its pictures. Costs are CPU time (/proc) of the server alone and of the browser with all its processes, with viewers in a process
of their own. How fast the page is, it says itself: frames a second of its own, each with some work.
"""

import json
import multiprocessing
import socket
import struct
import time
from statistics import median
from urllib.parse import urlsplit

from harness.api import Session
from rig import cpu
from rig.browser import BareBrowser
from rig.devtools import Client, WebSocketLine
from rig.figures import percentile
from rig.martlet import martlet

# Ten changes a second of a page with text, and a line that says when the last click came.
PAGE = """document.body.innerHTML = '<div id=n style="font:40px sans-serif"></div>' + '<p>Some text of a page.</p>'.repeat(40);
setInterval(() => { n.textContent = performance.now(); }, 100);
addEventListener('mousedown', () => { window.clicked = performance.timeOrigin + performance.now(); }, true); 1"""
# As many changes as the display takes.
ANIMATED = """document.body.innerHTML = '<div id=b style="position:absolute;width:200px;height:200px;background:#36c"></div>' + '<p>Some text of a page.</p>'.repeat(40);
const turn = now => { b.style.left = 300 + 250 * Math.sin(now / 300) + 'px'; requestAnimationFrame(turn); }; requestAnimationFrame(turn); 1"""
# Frames a second of the page, over so many milliseconds.
SPEED = """new Promise(done => { let count = 0, sum = 0; const began = performance.now();
const step = now => { for (let i = 0; i < 200000; i++) sum += Math.sqrt(i); count++;
  now - began < %d ? requestAnimationFrame(step) : done(count * 1000 / (now - began)); }; requestAnimationFrame(step); })"""
HEAD = struct.Struct(">BBHddHHffffffB")


class Socket:
    """A viewer with as little of its own as can be: frames are acknowledged and their times kept."""

    def __init__(self, url):
        address = urlsplit(url)
        self.socket = socket.create_connection((address.hostname, address.port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.sendall(
            f"GET {address.path}/socket HTTP/1.1\r\nHost: {address.netloc}\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        self.buffer = bytearray()
        while b"\r\n\r\n" not in self.buffer:
            self.more()
        del self.buffer[: self.buffer.index(b"\r\n\r\n") + 4]
        self.page, self.epoch = None, 0

    def more(self):
        piece = self.socket.recv(1 << 18)
        if not piece:
            raise EOFError("the live view was closed")
        self.buffer += piece

    def send(self, **message):
        data = json.dumps(message).encode()
        head = struct.pack("!BB", 0x81, 0x80 | len(data)) if len(data) < 126 else struct.pack("!BBH", 0x81, 0xFE, len(data))
        self.socket.sendall(head + b"\0\0\0\0" + data)

    def next(self):
        """The next frame's number and swap time, or None for another message."""
        while len(self.buffer) < 2:
            self.more()
        kind, size, head = self.buffer[0] & 0x0F, self.buffer[1] & 0x7F, 2
        if size > 125:
            head = 4 if size == 126 else 10
            while len(self.buffer) < head:
                self.more()
            size = int.from_bytes(self.buffer[2:head], "big")
        while len(self.buffer) < head + size:
            self.more()
        message = bytes(self.buffer[head : head + size])
        del self.buffer[: head + size]
        if kind == 9:
            self.socket.sendall(b"\x8a\x80\0\0\0\0")
        if kind == 1 and message.startswith(b'{"type":"state"'):
            self.epoch = json.loads(message)["control"]["epoch"]
        if kind != 2:
            return None
        fields = HEAD.unpack_from(message)
        self.send(type="ack", number=int(fields[3]))
        return int(fields[3]), fields[4]


def watch(url, seconds):
    """Delays in ms and frames a second of one viewer."""
    viewer = Socket(url)
    delays, end = [], time.time() + seconds
    while time.time() < end:
        frame = viewer.next()
        if frame:
            delays.append(time.time() * 1e3 - frame[1])
    viewer.socket.close()
    # The first is the last picture from before.
    return delays[1:]


def bare_delays(recipe, seconds, page=PAGE):
    with BareBrowser(recipe) as browser:
        client = Client(WebSocketLine(browser.url))
        session = client.attach()
        client.call("Page.enable", {}, session)
        client.evaluate(page, session)
        client.call("Page.startScreencast", {"format": "jpeg", "quality": 60}, session)
        delays, end = [], time.time() + seconds
        while time.time() < end:
            message = client.line.receive()
            if b'"Page.screencastFrame"' not in message[:80]:
                continue
            now = time.time() * 1e3
            params = json.loads(message)["params"]
            client.send("Page.screencastFrameAck", {"sessionId": params["sessionId"]}, session)
            delays.append(now - params["metadata"]["timestamp"] * 1e3)
        client.close()
    return delays[1:]


def crowd(urls, seconds, results):
    """Many viewers in one process; the frames that each got."""
    import selectors

    chooser = selectors.DefaultSelector()
    viewers = [Socket(url) for url in urls]
    counts = {viewer: 0 for viewer in viewers}
    for viewer in viewers:
        chooser.register(viewer.socket, selectors.EVENT_READ, viewer)
    results.put("open")
    end = time.time() + seconds
    while time.time() < end:
        for key, _ in chooser.select(0.2):
            viewer = key.data
            viewer.more()
            while whole(viewer.buffer):
                if viewer.next():
                    counts[viewer] += 1
    results.put(sorted(count / seconds for count in counts.values()))


def whole(buffer):
    if len(buffer) < 2:
        return False
    size, head = buffer[1] & 0x7F, 2
    if size > 125:
        head = 4 if size == 126 else 10
        if len(buffer) < head:
            return False
        size = int.from_bytes(buffer[2:head], "big")
    return len(buffer) >= head + size


def lease(server, session, **more):
    return server.api.post(f"/v1/runs/{session.run_id}/live", more).expect(200)["url"]


def speed_of(client, page):
    """Asks a page for its own frames a second."""
    params = {"expression": SPEED % 2000, "awaitPromise": True, "returnByValue": True}
    return lambda: client.call("Runtime.evaluate", params, page)["result"]["value"]


def cost(server, session, count, seconds, page_speed):
    """With so many viewers: cores of the server and of the browser, the median of the viewers' frames a second, and the page's own."""
    urls = []
    while len(urls) < count:
        urls += [lease(server, session)] * min(8, count - len(urls))
    results = multiprocessing.Queue()
    process = multiprocessing.Process(target=crowd, args=(urls, seconds + 4, results))
    if count:
        process.start()
        results.get()
    browser = server.browser()
    before, began = (cpu.seconds(server.pid, alone=True), cpu.seconds(browser)), time.time()
    time.sleep(seconds - 1)
    spent = time.time() - began
    used = [(after - first) / spent for first, after in zip(before, (cpu.seconds(server.pid, alone=True), cpu.seconds(browser)))]
    speed = page_speed()
    rates = results.get() if count else [0]
    if count:
        process.join()
    return *used, median(rates), speed


def clicks(url, client, session, count):
    """Milliseconds from the message to the page's event."""
    viewer = Socket(url)
    while not viewer.next():
        pass
    taken = []
    for _ in range(count):
        client.evaluate("window.clicked = 0", session)
        began = time.time() * 1e3
        viewer.send(type="mouse", action="down", button="left", buttons=1, clickCount=1, x=300, y=300)
        clicked = 0
        while not clicked:
            clicked = client.evaluate("window.clicked", session)
        viewer.send(type="mouse", action="up", button="left", buttons=0, clickCount=1, x=300, y=300)
        taken.append(clicked - began)
    viewer.socket.close()
    return taken[1:]


def measure(report, full):
    seconds = 20 if full else 8
    with martlet() as server:
        recipe = server.recipe()
        with Session(server.api) as session:
            client = Client(WebSocketLine(session.connect_url))
            page = client.attach()
            client.evaluate(PAGE, page)
            ours, bare = [], []
            for _ in range(3 if full else 2):
                ours += watch(lease(server, session), seconds)
                bare += bare_delays(recipe, seconds)
            report.add(
                "swap to viewer, median, added", median(ours) - median(bare), "ms", peer=median(bare),
                peer_name="bare screencast", aim=15,
            )
            report.add("swap to viewer, p95", percentile(ours, 0.95), "ms", peer=percentile(bare, 0.95), peer_name="bare")
            report.add("click to page, median", median(clicks(lease(server, session, control="input"), client, page, 30)), "ms")
            costs = {count: cost(server, session, count, seconds, speed_of(client, page)) for count in (0, 1, 20, 100)}
            report.add("server without viewers (it records)", costs[0][0], "cores")
            for count in (1, 20, 100):
                report.add(f"server with {count} viewers", costs[count][0], "cores", aim=1 if count == 100 else None)
                report.add(f"frames a second to each of {count}", costs[count][2], "1/s")
            report.add("server for each viewer, of 100", costs[100][0] - costs[0][0], "% of a core")
            report.add(
                "browser with 100 viewers", costs[100][1], "cores", peer=costs[1][1], peer_name="with one",
                ratio=costs[100][1] / costs[1][1], aim=1.05, of="ratio",
            )
            report.add(
                "page's own frames a second, 100 viewers", costs[100][3], "1/s", peer=costs[1][3], peer_name="with one",
                ratio=costs[100][3] / costs[1][3], aim=0.95, of="ratio", at_least=True,
            )
            client.evaluate(ANIMATED, page)
            animated, bare = watch(lease(server, session), seconds), bare_delays(recipe, seconds, ANIMATED)
            report.add(
                "frames a second, animated page (25 is the most)", len(animated) / seconds, "1/s", peer=len(bare) / seconds,
                peer_name="bare screencast",
            )
            client.close()

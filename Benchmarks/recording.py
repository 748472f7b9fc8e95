"""What recording costs: processor, disk, the agent's time; and how soon a picture is there.

Peer: the screencast of a bare browser, acknowledged at once and piped live into ffmpeg (libx264 veryfast). Only its browser and ffmpeg
are counted, not the client between them.
"""

import base64
import http.client
import json
import os
import random
import re
import shutil
import subprocess
import threading
import time
from pathlib import Path
from statistics import median

from harness.api import Session
from playwright.sync_api import sync_playwright
from rig import cpu
from rig.browser import BareBrowser, Recipe
from rig.devtools import Client, WebSocketLine
from rig.figures import paired_ratio, percentile
from rig.longlog import stretch
from rig.martlet import folder as temporary
from rig.martlet import martlet
from rig.site import Site
from rig.store import buyer

HOURS = 10
TEXT = "The quick brown fox jumps over the lazy dog and files a report about it. " * 6
CARDS = "".join(f"<div class=card><h3>Item {n}</h3><p>{TEXT}</p><button onclick='add({n})'>Add</button></div>" for n in range(40))
# Heavier than most pages: nothing but text, 110 kB a picture.
AGENT = f"""<title>Shop</title><style>body{{font:15px sans-serif;margin:0 24px}} .card{{border:1px solid #ccc;margin:8px;padding:8px}}
.card:nth-child(odd){{background:#eef}}</style><h1>Shop</h1><input id=q placeholder=Search><ul id=basket></ul>{CARDS}
<script>function add(n){{basket.insertAdjacentHTML('beforeend', '<li>Item ' + n)}}</script>"""
ANIMATED = f"""<body style="margin:0;font:20px sans-serif"><h1 id=h>0</h1><div id=b style="width:200px;height:200px;background:red;position:absolute">
</div><p>{TEXT * 5}</p><script>let n = 0; function f() {{ h.textContent = ++n; b.style.left = n * 3 % 1000 + 'px';
requestAnimationFrame(f) }} f()</script>"""


def agent_step(page, n):
    """About what an agent does in a second."""
    match n % 5:
        case 0: page.set_content(AGENT)
        case 1: page.mouse.wheel(0, 400)
        case 2: page.fill("#q", f"something {n}")
        case 3: page.locator("button").nth(n % 40).click()
        case 4: page.mouse.wheel(0, -400)


def agent(page, seconds):
    page.set_content(AGENT)
    began = time.monotonic()
    for n in range(int(seconds)):
        agent_step(page, n)
        page.wait_for_timeout(max(0, (began + n + 1 - time.monotonic()) * 1000))


def animated(page, seconds):
    page.set_content(ANIMATED)
    page.wait_for_timeout(seconds * 1000)


def share(root, script, page, seconds):
    """Percent of a core that a process tree uses while a script runs, and of that the root's own."""
    page.wait_for_timeout(1000)
    before, alone, began = cpu.seconds(root), cpu.seconds(root, alone=True), time.monotonic()
    script(page, seconds)
    taken = (time.monotonic() - began) / 100
    return (cpu.seconds(root) - before) / taken, (cpu.seconds(root, alone=True) - alone) / taken


def recorded(server, playwright, script, seconds, enabled):
    """The shares of server and browser and of the server alone, the bytes of the recording, and how long stop and first picture took."""
    with Session(server.api, config={"recording": {"enabled": enabled}}) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        used, own = share(server.pid, script, browser.contexts[0].pages[0], seconds)
        browser.close()
        session.stop()
        began = time.monotonic()
        answer = server.api.get(f"/v1/runs/{session.run_id}/frames?at={seconds / 2}")
        ready = (time.monotonic() - began) * 1e3
        assert answer.status == (200 if enabled else 404), answer.body
        folder = server.data / "recordings" / session.run_id
        size = sum(file.stat().st_size for file in folder.glob("*")) if enabled else 0
        return (used, own), size, ready, folder


class LiveEncoder:
    """The peer: a screencast of a bare browser's page into ffmpeg."""

    COMMAND = "ffmpeg -loglevel error -y -use_wallclock_as_timestamps 1 -f mjpeg -i - -c:v libx264 -preset veryfast -crf 28 -f mp4 -movflags frag_keyframe+empty_moov /dev/null"

    def __init__(self, url):
        self.ffmpeg = subprocess.Popen(self.COMMAND.split(), stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.client = Client(WebSocketLine(url))
        self.session = self.client.attach()
        self.client.call("Page.enable", session=self.session)
        self.client.send("Page.startScreencast", {"format": "jpeg", "quality": 60}, self.session)
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()

    def _read(self):
        try:
            while True:
                message = json.loads(self.client.line.receive())
                if message.get("method") == "Page.screencastFrame":
                    frame = message["params"]
                    self.client.send("Page.screencastFrameAck", {"sessionId": frame["sessionId"]}, self.session)
                    self.ffmpeg.stdin.write(base64.b64decode(frame["data"]))
        except (EOFError, OSError, ValueError):
            return

    def stop(self):
        self.ffmpeg.kill()
        self.ffmpeg.wait()
        self.client.close()


def bare(recipe, playwright, script, seconds, encodes):
    with BareBrowser(recipe) as browser:
        driven = playwright.chromium.connect_over_cdp(browser.url)
        page = driven.contexts[0].pages[0]
        encoder = LiveEncoder(browser.url) if encodes else None
        extra = cpu.seconds(encoder.ffmpeg.pid) if encoder else 0
        began = time.monotonic()
        used, _ = share(browser.process.pid, script, page, seconds)
        if encoder:
            used += (cpu.seconds(encoder.ffmpeg.pid) - extra) / (time.monotonic() - began) * 100
            encoder.stop()
        driven.close()
        return used


def measure_cpu(report, server, playwright, recipe, name, script, rounds, seconds, aim):
    ours, theirs, sizes, waits, folder = [], [], [], [], None
    for _ in range(rounds):
        (off, own_off), *_ = recorded(server, playwright, script, seconds, False)
        (on, own_on), size, ready, folder = recorded(server, playwright, script, seconds, True)
        base = bare(recipe, playwright, script, seconds, False)
        peer = bare(recipe, playwright, script, seconds, True)
        ours.append(on - off)
        theirs.append(peer - base)
        sizes.append(size / 1e6 / seconds * 60)
        waits.append(ready)
        report.note(f"{name}: without {off:.1f} % (server {own_off:.1f}), with {on:.1f} % (server {own_on:.1f}); bare {base:.1f} %, cast into ffmpeg {peer:.1f} % of a core")
    report.add(
        f"processor for recording, {name}", median(ours), "% core", peer=median(theirs), peer_name="cast into ffmpeg",
        ratio=median(ours) / max(0.1, median(theirs)), aim=aim,
    )
    return median(sizes), waits, folder


def door(server, run):
    """The address beneath which the player gets what it shows, and a connection to it."""
    lease = server.api.post(f"/v1/runs/{run}/recording").expect(200)
    return "/" + lease["url"].split("/", 3)[3], http.client.HTTPConnection("127.0.0.1", server.port)


def fetch(connection, path, **headers):
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    return answer, answer.read()


def measure_seek(report, server, run, count):
    """Random moments of a long recording, over one connection."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    times = []
    for _ in range(count):
        at = random.uniform(0, HOURS * 3600)
        began = time.perf_counter()
        answer, _ = fetch(connection, f"/v1/runs/{run}/frames?at={at:.3f}", authorization=f"Bearer {server.key}")
        times.append((time.perf_counter() - began) * 1e3)
        assert answer.status == 200 and abs(float(answer.headers["X-Frame-Time"]) - at) < 0.2
    report.add(f"moment to picture in {HOURS} hours, p95", percentile(times, 0.95), "ms", aim=100)


def measure_watching(report, server, run):
    """The whole index of a long recording, as a player reads it that plays from the first moment to the last."""
    path, connection = door(server, run)
    memory = []
    for begin in range(0, HOURS * 3_600_000, 30_000):
        answer, index = fetch(connection, f"{path}/index?fromMs={begin}&toMs={begin + 30_000}")
        assert answer.status == 200
        number = json.loads(index)["frames"][-1][0]
        assert fetch(connection, f"{path}/frames/{number}")[0].status == 200
        memory.append(server.memory())
    report.note(f"server while {HOURS} hours are watched: {memory[len(memory) // 10]:.1f} MiB after the first, {memory[-1]:.1f} at the end")
    report.add(f"memory more for watching {HOURS} hours", max(memory) - memory[len(memory) // 10], "MiB", aim=16)


def measure_long_log(report):
    """The log alone: the frames of ten hours, written and read."""
    program = Path(os.environ["MARTLET_BINARY"]).with_name("FrameLogBenchmark")
    if not program.is_file():
        raise FileNotFoundError(f"{program}; build it first: swift build -c release --product FrameLogBenchmark")
    with temporary() as place:
        said = subprocess.run([program, place / "log", str(HOURS)], check=True, capture_output=True, text=True).stdout
    found = {name: float(value) for name, value in re.findall(r"(\w+) ([\d.]+)", said)}
    report.add(f"frames of {HOURS} hours that are read of those written", found["read"] / found["frames"], "", aim=1, at_least=True)
    report.add("memory more for writing the second half of them", found["write_mib"], "MiB", aim=16)
    report.add("memory more for reading the second half of them", found["read_mib"], "MiB", aim=16)


def script_time(page, steps):
    page.set_content(AGENT)
    began = time.perf_counter()
    for n in range(1, steps):
        agent_step(page, n)
    return time.perf_counter() - began


def measure_agent(report, server, playwright, rounds):
    with Session(server.api, config={"recording": {"enabled": True}}) as on, Session(
        server.api, config={"recording": {"enabled": False}}
    ) as off:
        pages = [playwright.chromium.connect_over_cdp(s.connect_url).contexts[0].pages[0] for s in (on, off)]
        times = ([], [])
        for n in range(rounds):
            for side in (0, 1) if n % 2 else (1, 0):
                times[side].append(script_time(pages[side], 60) * 1e3)
                time.sleep(0.3)
    report.add(
        "a script of 60 steps without pauses", median(times[0]), "ms", peer=median(times[1]), peer_name="not recorded",
        ratio=paired_ratio(*times), aim=1.05, of="ratio",
    )


def measure(report, full):
    rounds, seconds = (5, 60) if full else (2, 20)
    measure_long_log(report)
    with martlet() as server, sync_playwright() as playwright, Site() as site:
        recipe = server.recipe()
        waits = []
        for name, script, aim in [("agent-like", buyer(site), 4), ("text-heavy", agent, 4), ("animated", animated, 25)]:
            size, more, folder = measure_cpu(report, server, playwright, recipe, name, script, rounds, seconds, aim)
            waits += more
            report.add(f"disk, {name}, 1280x720", size, "MB/min", **({} if script is animated else {"aim": 4}))
        report.add("stop's answer to the first picture, slowest", max(waits), "ms", aim=200)
        measure_agent(report, server, playwright, 10 if full else 5)
        count = stretch(folder, HOURS)
        server.stop()
        server.start()
        report.note(f"{count:,} frames of a run of {HOURS} hours, which come again and again from {seconds} seconds of real ones")
        measure_seek(report, server, folder.name, 1000 if full else 300)
        measure_watching(report, server, folder.name)
        shutil.rmtree(folder)

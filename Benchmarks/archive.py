"""What the archive form of a recording saves and costs: bytes, processor, likeness, and how soon a picture is there.

Peer: the log of the same recording.
"""

import re
import subprocess
import tempfile
import time
from pathlib import Path
from random import Random

from harness.wait import until
from playwright.sync_api import sync_playwright
from recording import agent, animated
from recording_export import record
from rig import cpu
from rig.figures import percentile
from rig.martlet import martlet


def size(folder):
    return sum(path.stat().st_size for path in folder.iterdir())


def frames(server, run):
    """Number and milliseconds of all pictures that the program shows."""
    length = server.api.run(run)["durationSeconds"]
    path = "/" + server.api.post(f"/v1/runs/{run}/recording", {}).expect(200)["url"].split("/", 3)[3]
    answer = server.api.get(f"{path}/index?fromMs=0&toMs={int(length * 1000)}", authorized=False).expect(200)
    return path, answer["frames"]


def fetch(server, path, numbers):
    """The pictures with these numbers, and how many milliseconds each took."""
    pictures, taken = [], []
    for number in numbers:
        answer = server.api.get(f"{path}/frames/{number}", authorized=False)
        assert answer.status == 200, answer.body
        pictures.append(answer.body)
        taken.append(answer.seconds * 1000)
    return pictures, taken


def likeness(ours, theirs):
    """SSIM (all planes) of pictures to others, one to one."""
    with tempfile.TemporaryDirectory() as place:
        for name, pictures in (("a", ours), ("b", theirs)):
            for number, jpeg in enumerate(pictures):
                (Path(place) / f"{name}{number:06d}.jpg").write_bytes(jpeg)
        inputs = [part for name in "ab" for part in ("-framerate", "25", "-i", f"{place}/{name}%06d.jpg")]
        command = ["ffmpeg", *inputs, "-lavfi", "[0:v][1:v]ssim", "-f", "null", "-"]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stderr
        return float(re.search(r"SSIM .*All:([0-9.]+)", said).group(1))


def restart(server, **environment):
    """The server again, on the same data: what it keeps in memory is gone."""
    server.stop()
    server.environment |= environment
    server.start()


def archive(server, folder):
    """Waits until a recording is archived. Returns the processor seconds of server and ffmpeg."""
    idle = cpu.seconds(server.pid, alone=True)
    until(lambda: not list(folder.glob("frames-*")), 600, "the archive")
    # ffmpegs that have ended are counted with their parent.
    fields = Path(f"/proc/{server.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return cpu.seconds(server.pid, alone=True) - idle + (int(fields[13]) + int(fields[14])) / cpu.TICK


def measure_script(report, playwright, name, script, seconds):
    with martlet() as server:
        run = record(server, playwright, script, seconds)
        folder = server.data / "recordings" / run
        minutes = server.api.run(run)["durationSeconds"] / 60
        before = size(folder)
        path, shown = frames(server, run)
        numbers = [number for number, _ in shown]
        originals, _ = fetch(server, path, numbers)
        restart(server, MARTLET_RECORDING_ARCHIVE_AFTER_HOURS="0")
        used, after = archive(server, folder), size(folder)
        report.add(f"bytes, {name}", after / 1e6 / minutes, "MB/min", peer=before / 1e6 / minutes, peer_name="log", ratio=after / before, aim=1 / 3, of="ratio")
        report.add(f"processor, {name}", used / minutes, "s/min")
        measure_seeks(report, server, run, name, numbers, originals)


def measure_seeks(report, server, run, name, numbers, originals):
    random = Random(7)
    # Each group of pictures is decoded once: seeks that are cold are those of a server that has just started.
    cold = []
    for _ in range(4):
        restart(server)
        path, _ = frames(server, run)
        starts = range(0, len(numbers), max(10, len(numbers) // 12))
        cold += fetch(server, path, [random.choice(numbers[start : start + 10]) for start in starts])[1]
    restart(server)
    path, _ = frames(server, run)
    pictures, warm = fetch(server, path, numbers)
    again = fetch(server, path, numbers[-30:])[1]
    report.add(f"seek to a picture nobody looked at, median, {name}", percentile(cold, 0.5), "ms")
    report.add(f"the same, p95, {name}", percentile(cold, 0.95), "ms", aim=300)
    report.add(f"playing on, a picture, median, {name}", percentile(warm, 0.5), "ms")
    report.add(f"the same, p95, {name}", percentile(warm, 0.95), "ms")
    report.add(f"pictures a second, one after another, {name}", 1000 * len(warm) / sum(warm), "1/s", aim=10, at_least=True)
    report.add(f"a picture that was looked at before, p95, {name}", percentile(again, 0.95), "ms")
    report.add(f"likeness to the log's pictures, {name}", likeness(pictures, originals), "SSIM", aim=0.96, at_least=True)


def measure(report, full):
    seconds = 60 if full else 30
    with sync_playwright() as playwright:
        measure_script(report, playwright, "agent-like page", agent, seconds)
        measure_script(report, playwright, "animated page", animated, seconds)

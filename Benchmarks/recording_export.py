"""What a video of a recording is worth and costs: likeness to its pictures, size, time to make it.

Peer: the settings with which screencasts are usually piped into ffmpeg while they run (libx264 veryfast, crf 28, JPEGs on a pipe), given the
same pictures. It gets each picture whatever its time, which is more than it keeps at its usual 25 a second.
"""

import json
import re
import subprocess
import tempfile
import time
from pathlib import Path

from harness.api import Session
from playwright.sync_api import sync_playwright
from recording import agent, animated
from rig.martlet import martlet
from rig.site import Site
from rig.store import buyer

PEER = "ffmpeg -v error -y -f mjpeg -framerate 25 -i - -fps_mode passthrough -c:v libx264 -preset veryfast -crf 28 -pix_fmt yuv420p"


def record(server, playwright, script, seconds):
    with Session(server.api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        script(browser.contexts[0].pages[0], seconds)
        browser.close()
        session.stop()
    return session.run_id


def export(server, run, format, folder):
    """The video, and how many seconds it took."""
    began = time.monotonic()
    file = server.api.post(f"/v1/runs/{run}/recording/export", {"format": format}, timeout=300).expect(201)
    took = time.monotonic() - began
    path = folder / f"{run}.{format}"
    path.write_bytes(server.api.get(f"/v1/files/{file['id']}/content", timeout=60).body)
    return path, took


def milliseconds(video):
    """When each picture of a video begins."""
    command = ["ffprobe", "-v", "error", "-of", "json", "-show_entries", "packet=pts_time", str(video)]
    packets = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)["packets"]
    return sorted(round(float(packet["pts_time"]) * 1000) for packet in packets)


def sources(server, run, times, folder):
    """The recording's own pictures of these moments, as a sequence of files."""
    for number, time_ in enumerate(times):
        jpeg = server.api.get(f"/v1/runs/{run}/frames?at={time_ / 1000:.3f}").body
        (folder / f"{number:06d}.jpg").write_bytes(jpeg)
    return str(folder / "%06d.jpg")


def likeness(video, pictures):
    """SSIM (all planes) of a video's pictures to the JPEGs they were made from, one to one."""
    graph = "[0:v]setpts=N/25/TB[a];[1:v]scale=out_range=tv,format=yuv420p,setpts=N/25/TB[b];[a][b]ssim"
    command = ["ffmpeg", "-i", str(video), "-framerate", "25", "-i", pictures, "-lavfi", graph, "-fps_mode", "passthrough", "-f", "null", "-"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    return float(re.search(r"SSIM .*All:([0-9.]+)", said).group(1))


def peer(folder, target):
    """The same pictures by the peer's settings; how many seconds that took."""
    jpegs = b"".join(path.read_bytes() for path in sorted(folder.glob("*.jpg")))
    began = time.monotonic()
    subprocess.run([*PEER.split(), str(target)], input=jpegs, check=True)
    return time.monotonic() - began


def measure_script(report, server, playwright, name, script, seconds):
    run = record(server, playwright, script, seconds)
    length = server.api.run(run)["durationSeconds"]
    with tempfile.TemporaryDirectory() as place:
        folder, jpegs = Path(place), Path(place) / "jpegs"
        jpegs.mkdir()
        video, took = export(server, run, "mp4", folder)
        pictures = sources(server, run, milliseconds(video), jpegs)
        theirs = folder / "peer.mp4"
        theirs_took = peer(jpegs, theirs)
        ours_like, theirs_like = likeness(video, pictures), likeness(theirs, pictures)
        size, theirs_size = (path.stat().st_size / 1e6 / length * 60 for path in (video, theirs))
        report.add(f"likeness of the MP4, {name}", ours_like, "SSIM", peer=theirs_like, peer_name="live crf 28", ratio=ours_like / theirs_like, aim=0.98, at_least=True)
        report.add(f"size of the MP4, {name}", size, "MB/min", peer=theirs_size, peer_name="live crf 28", ratio=size / theirs_size)
        report.add(f"time to make the MP4, {name}", took / length * 60, "s/min", peer=theirs_took / length * 60, peer_name="live crf 28", ratio=took / theirs_took)
        webm, took = export(server, run, "webm", folder)
        report.add(f"likeness of the WebM, {name}", likeness(webm, pictures), "SSIM", aim=0.98, at_least=True)
        report.add(f"size of the WebM, {name}", webm.stat().st_size / 1e6 / length * 60, "MB/min")
        report.add(f"time to make the WebM, {name}", took / length * 60, "s/min")


def measure(report, full):
    seconds = 60 if full else 20
    with martlet() as server, sync_playwright() as playwright, Site() as site:
        measure_script(report, server, playwright, "agent-like pages", buyer(site), seconds)
        measure_script(report, server, playwright, "text-heavy page", agent, seconds)
        measure_script(report, server, playwright, "animated page", animated, seconds)

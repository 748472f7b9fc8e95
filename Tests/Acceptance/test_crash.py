"""What is left after a kill, a crash or a full disk: everything that anybody has seen, and nothing that costs."""

import contextlib
import http.client
import os
import shutil
import subprocess
import threading
import time

import pytest

from harness import process
from harness.api import Session
from harness.record import Record
from harness.sse import Stream
from harness.wait import until

FLOOD = "setInterval(() => { for (let n = 0; n < 50; n++) console.log('flood ' + (window.n = (window.n ?? -1) + 1)) }, 2)"


def start_flood(server, playwright):
    runtime = server.api.create_runtime()
    started = server.api.start(runtime["id"])
    browser = playwright.chromium.connect_over_cdp(started["connectUrl"])
    browser.contexts[0].new_page().evaluate(FLOOD)
    return runtime["id"], started["runId"], browser


def read_until_cut(server, run_id, seen):
    """Collects what a reader saw before the server died."""
    try:
        for frame in Stream(server.api, f"/v1/runs/{run_id}/events/stream").frames():
            if frame.event == "run.event":
                seen.append(frame.data)
    except (OSError, http.client.HTTPException, AssertionError):  # killed in mid-frame
        return


def left_over(pids, ports, folder):
    """Processes, ports and run folders that are still there."""
    living = {pid: " ".join(process.command_line(pid))[:200] for pid in {*pids, *process.naming(str(folder))}}
    return (
        [f"process {pid}: {line}" for pid, line in living.items() if line]
        + [f"port {port}" for port in ports if process.listening(port)]
        + run_folders(folder)
    )


def expect_nothing_left(pids, ports, folder, seconds=2):
    deadline = time.monotonic() + seconds
    while left := left_over(pids, ports, folder):
        assert time.monotonic() < deadline, f"left after {seconds} s: {left}"


def run_folders(folder):
    """Folders that the browser worked in: they hold a profile's Local State or its DevTools port."""
    return [r for r, _, files in os.walk(folder) if "DevToolsActivePort" in files or "SingletonLock" in files]


@pytest.mark.parametrize("attempt", range(3))
def test_kill_9_in_mid_flood(make_server, playwright, attempt):
    server = make_server()
    runtime_id, run_id, browser = start_flood(server, playwright)
    seen = [[], []]
    readers = [threading.Thread(target=read_until_cut, args=(server, run_id, s)) for s in seen]
    for reader in readers:
        reader.start()
    until(lambda: all(len(s) > 1000 * (attempt + 1) for s in seen), 30, "a flood at the readers")
    browsers = process.descendants(server.pid)
    ports = process.listening_ports(browsers)
    assert browsers and ports
    server.kill()
    expect_nothing_left(browsers, ports, server.data)
    for reader in readers:
        reader.join(10)
        assert not reader.is_alive()

    server.start()
    record = Record(server.api, run_id)
    record.check_numbers()
    assert record.run["status"] == "failed" and record.run["failure"]["code"] == "runtime.host_lost"
    assert record.run["finishedAt"] and record.events[-1]["data"]["failure"]["code"] == "runtime.host_lost"
    for events in seen:
        assert record.events[: len(events)] == events, "an event that a reader saw is gone or changed"
    flood = record.console("flood ")
    assert flood == [f"flood {n}" for n in range(len(flood))]
    frames = list(Stream(server.api, f"/v1/runs/{run_id}/events/stream?cursor={seen[0][-1]['id']}").frames())
    assert [f.data for f in frames[:-1]] == record.events[len(seen[0]) :]
    assert frames[-1].data["failure"]["code"] == "runtime.host_lost"
    runtime = server.api.get(f"/v1/runtimes/{runtime_id}").expect(200)
    assert runtime["status"] in ("failed", "stopped") and runtime["activeRunId"] is None
    again = server.api.start(runtime_id)
    assert again["started"] is True and again["runId"] != run_id
    server.api.stop(runtime_id)


def test_a_lost_run_ends_no_sooner_than_its_last_step(make_server, playwright, site):
    server = make_server()
    runtime_id = server.api.create_runtime()["id"]
    started = server.api.start(runtime_id)
    run = f"/v1/runs/{started['runId']}"
    browser = playwright.chromium.connect_over_cdp(started["connectUrl"])
    page = browser.contexts[0].pages[0]
    page.goto(site.page("/typing", "<input id=a aria-label=First><input id=b aria-label=Second>"))
    last_event = server.api.events(started["runId"])[-1]["time"]
    for field in ["#a", "#b"]:
        page.fill(field, "text")
    typed = lambda: server.api.get(f"{run}/activity?type=browser.type").expect(200)["data"]  # noqa: E731
    until(lambda: len(typed()) == 2, 10, "the rows")
    server.kill()
    server.start()
    ended = server.api.get(run).expect(200)
    rows = server.api.get(f"{run}/activity").expect(200)["data"]
    assert [row["time"] for row in rows] == sorted(row["time"] for row in rows)
    assert rows[-1]["type"] == "runtime.failed" and "The server was lost" in rows[-1]["message"]
    assert ended["finishedAt"] >= typed()[-1]["time"] > last_event
    recording = server.api.post(f"{run}/recording", {}).expect(200)
    assert recording["durationSeconds"] == pytest.approx(ended["durationSeconds"], abs=0.01)


def test_kill_9_of_the_browser(make_server, playwright):
    server = make_server()
    runtime_id, run_id, _ = start_flood(server, playwright)
    everything = process.descendants(server.pid)
    browsers = server.browsers()
    assert browsers
    for pid in browsers:
        with contextlib.suppress(ProcessLookupError):  # the server was quicker with the rest of the group
            os.kill(pid, 9)
    until(lambda: server.api.run(run_id)["status"] == "failed", 10, "the run's failure")
    record = Record(server.api, run_id)
    record.check_numbers()
    assert record.run["failure"]["code"] == "browser.crashed" and record.run["failure"]["message"]
    assert record.events[-1]["status"] == "failed" and record.events[-1]["data"]["reason"] == "crash"
    until(lambda: not run_folders(server.data), 2, "the end of the run's folder")
    # The guard, if there is one, lives as long as the server.
    until(
        lambda: not [p for p in everything if "chrom" in " ".join(process.command_line(p)[:1])], 2, "the helpers' end"
    )
    assert server.api.start(runtime_id)["started"] is True
    server.api.stop(runtime_id)


def test_sigterm_seals_open_runs(make_server, playwright):
    server = make_server()
    _, run_id, _ = start_flood(server, playwright)
    stream = Stream(server.api, f"/v1/runs/{run_id}/events/stream")
    frames = []
    reader = threading.Thread(target=lambda: frames.extend(stream.frames()))
    reader.start()
    until(lambda: len(frames) > 100, 20)
    processes, ports = process.descendants(server.pid), process.listening_ports(process.descendants(server.pid))
    assert server.terminate() == 0, server.tail()
    reader.join(10)
    assert not reader.is_alive()
    expect_nothing_left(processes, ports, server.data)
    server.start()
    record = Record(server.api, run_id).check()
    assert record.run["status"] == "stopped" and record.run.get("failure") is None
    seen = [f.data for f in frames if f.event == "run.event"]
    assert record.events[: len(seen)] == seen


def test_sigterm_of_an_idle_server_is_quick_and_clean(make_server):
    server = make_server()
    assert server.terminate(5) == 0
    server.start()
    assert server.healthy()


def test_a_full_disk_fails_the_run_and_spares_the_server(make_server, playwright, root):
    if os.geteuid() != 0:
        pytest.skip("mounting a small file system needs root")
    disk = root / "small-disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m,mode=755", "tmpfs", str(disk)], capture_output=True)
    if mounted.returncode:
        pytest.skip(f"this machine mounts no tmpfs: {mounted.stderr.decode().strip()}")
    try:
        server = make_server(data=disk / "data")
        with (disk / "ballast").open("wb", buffering=0) as ballast:
            _, run_id, _ = start_flood(server, playwright)
            until(lambda: len(server.api.events(run_id)) > 500, 20)
            with pytest.raises(OSError):
                while True:
                    ballast.write(b"x" * 4096)
        until(lambda: server.api.run(run_id)["status"] == "failed", 30, "the run's failure")
        assert server.api.run(run_id)["failure"]["code"] == "storage.unavailable"
        stored = server.api.events(run_id)
        assert len(stored) > 500 and [e["seq"] for e in stored] == list(range(1, len(stored) + 1))
        assert server.healthy()
        until(lambda: not server.browsers(), 5, "the browser's end")
        (disk / "ballast").unlink()
        runtime = server.api.create_runtime()
        server.api.start(runtime["id"])
        server.api.stop(runtime["id"])
        server.stop()
        server.start()
        record = Record(server.api, run_id)
        assert record.events[: len(stored)] == stored and record.run["failure"]["code"] == "storage.unavailable"
        record.check_numbers()
        server.stop()
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=False)
        shutil.rmtree(disk, ignore_errors=True)


def test_an_empty_data_folder_of_root_will_do(make_server, root):
    folder = root / "given"
    folder.mkdir(mode=0o755)
    server = make_server(data=folder)
    with Session(server.api) as session:
        assert session.run_id


def test_the_first_start_makes_a_key_and_shows_it_once(make_server):
    server = make_server(key=None)
    kept = server.data / "admin.key"
    key = kept.read_text().strip()
    assert key.startswith("bctrl_") and kept.stat().st_mode & 0o777 == 0o600
    assert server.tail().count(key) == 1
    server.api.key = key
    server.api.get("/v1/auth/whoami").expect(200)
    server.stop()
    server.start()
    assert server.tail(10**6).count(key) == 1, "a second start does not print it again"
    server.api.get("/v1/auth/whoami").expect(200)

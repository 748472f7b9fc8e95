"""Settings of the JSON file, the key of the operator, and what the start says."""

import json
import os
import stat
import subprocess
import threading

import pytest

from harness.api import Session
from harness.recording import Recording
from harness.server import find_binary


def config(folder, content):
    folder.mkdir(exist_ok=True)
    path = folder / "config.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return str(path)


def refused(root, request, content):
    """What a server says that does not start with this file."""
    folder = root / f"settings-{abs(hash(request.node.name))}"
    command = [str(find_binary()), "serve", "--data-dir", str(folder), "--config", config(folder, content)]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("MARTLET_")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=30)
    assert done.returncode == 1, done
    return done.stderr


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ({"prot": 8080}, "`prot` must be left out"),
        ({"s3": {"bukket": "b"}}, "`s3.bukket` must be left out"),
        ({"host": 5}, "`host` must be a text"),
        ({"port": True}, "`port` must be a whole number"),
        ({"port": "eighty"}, "`port` must be a whole number"),
        ({"maxRuntimes": 2.5}, "`maxRuntimes` must be a whole number"),
        ({"maxRuntimes": None}, "`maxRuntimes` must be a whole number"),
        ({"recording": "no"}, "`recording` must be `on` or `off`"),
        ({"recording": 0}, "`recording` must be `on` or `off`"),
        ({"activity": []}, "`activity` must be `on` or `off`"),
        ({"recordingRetentionDays": False}, "`recordingRetentionDays` must be a whole number"),
        ({"recordingArchiveAfterHours": True}, "`recordingArchiveAfterHours` must be `off` or a whole number"),
        ({"allowedOrigins": [1]}, "`allowedOrigins` must be a list of texts"),
        ({"logLevel": "loud"}, "`logLevel` must be trace"),
        ("[]", "`config` must be a file with one JSON object"),
        ("{", "`config` must be a file with one JSON object"),
    ],
)
def test_a_file_that_cannot_be_used_stops_the_start(root, request, content, says):
    assert says in refused(root, request, content)


def test_false_is_off_and_leftovers_of_s3_may_stay(root, make_server):
    path = config(root / "settings-off", {
        "recording": False, "recordingArchiveAfterHours": False, "captureFiles": "off", "activity": True, "maxRuntimes": 3,
        "allowedOrigins": ["https://app.example"], "s3": {"bucket": "later"},
    })
    server = make_server(arguments=["--config", path])
    with Session(server.api) as session:
        session.stop()
        assert not Recording(server, session.run_id).folder.exists()
        assert server.api.get(f"/v1/runs/{session.run_id}/activity").expect(200)["data"]


def test_the_admin_key_is_never_readable_by_others(make_server):
    server = make_server(start=False, key=None)
    path = server.data / "admin.key"
    modes, ended = set(), threading.Event()

    def watch():
        while not ended.is_set():
            for name in os.listdir(server.data):
                if name.startswith("admin.key"):
                    try:
                        modes.add(stat.S_IMODE((server.data / name).stat().st_mode))
                    except FileNotFoundError:
                        pass

    watcher = threading.Thread(target=watch)
    watcher.start()
    before = os.umask(0)
    try:
        # What a start has left that was lost in the middle.
        (server.data / "admin.key.new").touch(0o644)
        os.chmod(server.data / "admin.key.new", 0o600)
        server.start()
    finally:
        os.umask(before)
        ended.set()
        watcher.join()
    assert modes == {0o600} and path.read_text().startswith("bctrl_")
    assert not (server.data / "admin.key.new").exists()


def test_an_address_of_ipv6_is_announced_as_one(make_server):
    server = make_server(start=False)
    server.arguments += ["--host", "::1"]
    try:
        server.start(seconds=3)
    except AssertionError:
        pass  # The harness asks at 127.0.0.1.
    assert f"http://[::1]:{server.port}," in server.tail()

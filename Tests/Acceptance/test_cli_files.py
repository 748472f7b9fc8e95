"""Files by the command line: up and down, whole or not at all."""

import json
import os
import re
import subprocess
import uuid
from zipfile import ZipFile

import pytest

from harness.api import Session
from harness.cli import CLI
from harness.relay import Relay
from harness.server import find_binary


def serves(server, path):
    return path in json.loads(server.api.get("/openapi.json").body)["paths"]


@pytest.fixture
def cli(server):
    if not serves(server, "/v1/files/{fileId}/content"):
        pytest.skip("this server keeps no files")
    return CLI(server)


@pytest.fixture
def stored(cli, tmp_path):
    """A file of 8 MB in the store, and its bytes."""
    local = tmp_path / "sent.bin"
    local.write_bytes(os.urandom(8_000_000))
    path = f"cli/{uuid.uuid4().hex}.bin"
    file = cli.ok("files", "upload", local, "--path", path, "--metadata", '{"order": 7}', "--json").json
    assert file["path"] == path and file["metadata"] == {"order": 7} and file["sizeBytes"] == 8_000_000
    again = cli("files", "upload", local, "--path", path)
    assert again.status == 5 and again.err.count("\n") == 1
    yield file, local.read_bytes()
    cli.ok("files", "delete", file["id"])
    assert cli("files", "get", file["id"]).status == 4


def test_a_run_that_is_not_there_has_no_files(cli):
    for command in (["files", "list", "--run", "nope"], ["runs", "get", "nope"], ["runs", "get", str(uuid.uuid4())]):
        answer = cli(*command)
        assert answer.status == 4 and "run" in answer.err, command


def test_up_and_down(cli, stored, tmp_path):
    file, content = stored
    folder = tmp_path / "got"
    folder.mkdir()
    terminal = cli.terminal("files", "download", file["id"], "--output", folder)
    assert terminal.wait() == 0
    assert "100%" in terminal.text and "8.0 MB" in terminal.text
    assert [p.name for p in folder.iterdir()] == [file["name"]]
    assert (folder / file["name"]).read_bytes() == content
    refused = cli("files", "download", file["id"], "--output", folder)
    assert refused.status == 5 and "--force" in refused.err
    quiet = cli.ok("files", "download", file["id"], "--output", folder, "--force")
    assert quiet.out == "" and quiet.err.count("\n") == 1, "no bar in a pipe"
    piped = cli.shell(f"martlet files download {file['id']} --output - | wc -c")
    assert piped.out.strip() == "8000000"
    assert file["id"] in cli.ok("files", "list", "--prefix", file["path"]).out
    assert cli.ok("files", "update", file["id"], "--name", "other.bin", "--json").json["name"] == "other.bin"


def test_several_files_need_a_folder_which_is_made(cli, stored, tmp_path):
    file, content = stored
    other = cli.ok("files", "upload", __file__, "--path", f"cli/{uuid.uuid4().hex}.py", "--json").json
    both = ("files", "download", file["id"], other["id"], "--output")
    refused = cli(*both, tmp_path / "out.pdf")
    assert refused.status == 2 and "need a folder" in refused.err and not (tmp_path / "out.pdf").exists()
    cli.ok(*both, f"{tmp_path}/made/for/them/")
    assert {p.name for p in (tmp_path / "made/for/them").iterdir()} == {file["name"], other["name"]}
    (tmp_path / "plain").touch()
    assert "cannot be made" in cli("files", "download", file["id"], "--output", f"{tmp_path}/plain/").err
    cli.ok("files", "delete", other["id"])


def test_a_pipe_that_does_not_block_gets_all(cli, stored):
    file, content = stored
    read, write = os.pipe()
    os.set_blocking(write, False)
    command = [str(find_binary()), "files", "download", file["id"], "--output", "-"]
    with subprocess.Popen(command, env=cli.environment, stdout=write) as writer, os.fdopen(read, "rb") as pipe:
        os.close(write)
        assert pipe.read() == content
    assert writer.returncode == 0


def test_ctrl_c_leaves_no_half_file(server, stored, tmp_path):
    file, _ = stored
    folder = tmp_path / "got"
    folder.mkdir()
    with Relay(server.port, [("stall", 3_000_000)]) as relay:
        terminal = CLI(server, MARTLET_BASE_URL=relay.url).terminal("files", "download", file["id"], "--output", folder)
        terminal.until("%")
        terminal.interrupt()
        assert terminal.wait(10) == 130
    assert list(folder.iterdir()) == []


def test_a_line_that_breaks_is_taken_up_where_it_broke(server, stored, tmp_path):
    file, content = stored
    with Relay(server.port, [("cut", 3_000_000), ("cut", 2_000_000)]) as relay:
        CLI(server, MARTLET_BASE_URL=relay.url).ok("files", "download", file["id"], "--output", tmp_path / "whole.bin")
        asked = b"".join(relay.requests).decode()
    assert (tmp_path / "whole.bin").read_bytes() == content
    offsets = [int(n) for n in re.findall(r"(?i)range: bytes=(\d+)-", asked)]
    assert len(offsets) == 2 and 0 < offsets[0] < offsets[1] < len(content)


@pytest.mark.parametrize("place", ["/nowhere/at/all.bin", "/proc/version"])
def test_a_place_that_cannot_be_written(cli, stored, place):
    done = cli("files", "download", stored[0]["id"], "--output", place, "--force")
    assert done.status == 1 and place in done.err and "Errno" not in done.err


def test_what_is_no_file_cannot_be_sent(cli, tmp_path):
    for path in (tmp_path / "missing.bin", tmp_path):
        done = cli("files", "upload", path)
        assert done.status == 1 and str(path) in done.err, done


def test_into_a_workspace_and_out_of_it(cli, api, stored):
    file, content = stored
    with Session(api, name=f"files-{uuid.uuid4().hex[:8]}") as session:
        assert "8.0 MB" in cli.ok("files", "stage", session.id, file["id"], "--runtime-path", "in/a.bin").out
        got = cli.ok("files", "collect", session.id, "in/a.bin", "--type", "result", "--json").json
        assert got["runId"] == session.run_id and got["type"] == "result" and got["sizeBytes"] == len(content)
        listed = cli.ok("files", "list", "--run", session.run_id, "--json").json
        assert [f["id"] for f in listed] == [got["id"]]
    missing = cli("files", "collect", session.id, "in/a.bin")
    assert missing.status == 5


def test_a_run_as_one_archive(server, cli, api, stored, tmp_path):
    if not serves(server, "/v1/runs/{runId}/files/export"):
        pytest.skip("this server makes no archives")
    with Session(api) as session:
        cli.ok("files", "stage", session.id, stored[0]["id"], "--runtime-path", "a.bin")
        cli.ok("files", "collect", session.id, "a.bin")
        session.stop()
    cli.ok("files", "export", session.run_id, "--name", "session-files", "--output", tmp_path / "session.zip")
    assert ZipFile(tmp_path / "session.zip").namelist() == ["files/a.bin", "manifest.json"]
    everything = [part for name in ("events", "activity", "recording") for part in ("--include", name)]
    cli.ok("files", "export", session.run_id, *everything, "--output", tmp_path / "run.zip")
    assert {"events.jsonl", "activity.jsonl", "recording/journal"} <= set(ZipFile(tmp_path / "run.zip").namelist())
    wrong = cli("files", "export", session.run_id, "--include", "dreams")
    assert wrong.status == 2 and "include" in wrong.err


def test_pictures_and_the_replay_of_a_run(server, api, site, tmp_path):
    if not serves(server, "/v1/runs/{runId}/frames"):
        pytest.skip("this server takes no pictures")
    cli = CLI(server)
    with Session(api) as session:
        api.post(f"/v1/runtimes/{session.id}/targets", {"uri": site.page("/seen", title="Seen")}).expect(201)
        session.stop()
    cli.ok("recording", "frame", session.run_id, "--output", tmp_path / "last.jpg")
    assert (tmp_path / "last.jpg").read_bytes()[:3] == b"\xff\xd8\xff"
    link = cli.ok("recording", "link", session.run_id, "--json").json
    assert link["url"].startswith("http") and link["leaseId"]
    assert f"/runs/{session.run_id}#code=" in cli.ok("runs", "open", session.run_id, "--print").out
    assert "/view/recording/" in cli.ok("runs", "open", session.run_id, "--replay", "--print").out
    assert "#code=" in cli.ok("open", "--print").out
    live = cli("runs", "open", session.run_id, "--live", "--print")
    assert live.status == 5 and "ended" in live.err
    cli.ok("recording", "delete", session.run_id)
    assert cli("recording", "frame", session.run_id, "--output", tmp_path / "gone.jpg").status == 4
    assert not (tmp_path / "gone.jpg").exists()

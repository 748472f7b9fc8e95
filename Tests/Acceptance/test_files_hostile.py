"""Paths that mean something else somewhere: contract errors everywhere, and nothing outside the data folder."""

import os
import shutil
import socket
import tempfile
from pathlib import Path

import pytest

from harness.api import Session
from harness.form import upload
from harness.wait import until

LONG = "n" * 10_000
HOSTILE = [
    "/", "/etc/passwd", "//etc/passwd", "..", "../x", "../../../../etc/passwd", "a/../../x", "a/..", ".", "./x", "a/./x", "a//x", "a/", "...", "a/.../x",
    "..\\..\\x", "a\\x", "\\\\host\\share\\x", "C:\\Windows\\x", "c:x", "CON", "nul.txt", "a/COM1", "LPT9.log", "AUX", "a\0b", "a\nb", "a\r\nb", "\x1b[2J",
    "a\x7fb", "a\x85b", "invoice\u202egpj.exe", "a\u200bb", "\ufeffa", "a\u2028b", "\uff0e\uff0e\uff0fx", "\u2024\u2024", "a\u2215b", "a\u2044b", "a\uff3cb",
    "x.", "x ", " x", LONG, "a/" + LONG, "a/" * 2100 + "x", "\u00e9" * 128, "/dev/zero", "/proc/self/environ", "\U000e0041x",
]
assert len(HOSTILE) >= 40


@pytest.fixture(scope="module")
def session(shared_server):
    with Session(shared_server.api) as session:
        yield session


def files_outside(server):
    """What lies beside the data folder: the log alone."""
    return {p.name for p in server.folder.iterdir()}


@pytest.mark.parametrize("path", HOSTILE, ids=[ascii(p)[:40] for p in HOSTILE])
def test_a_hostile_path_is_refused_wherever_it_stands(server, api, session, path):
    before = files_outside(server)
    file = upload(api, b"x", name="harmless").expect(201)
    runtime = f"/v1/runtimes/{session.id}/files"
    answers = {
        "upload, path": (upload(api, b"x", path=path.encode()), "storage_file.path_invalid"),
        "runtime upload, destinationPath": (upload(api, b"x", target=f"{runtime}/upload", destinationPath=path.encode()), "storage_file.path_invalid"),
        "runtime upload, runtimePath": (upload(api, b"x", target=f"{runtime}/upload", runtimePath=path.encode()), "runtime_file.path_invalid"),
        "stage": (api.post(f"{runtime}/stage", {"fileId": file["id"], "runtimePath": path}), "runtime_file.path_invalid"),
        "stage, name": (api.post(f"{runtime}/stage", {"fileId": file["id"], "name": path}), "runtime_file.path_invalid"),
        "collect": (api.post(f"{runtime}/collect", {"runtimePath": path}), "runtime_file.path_invalid"),
        "collect, destination": (api.post(f"{runtime}/collect", {"runtimePath": "x", "destinationPath": path}), "storage_file.path_invalid"),
        "update": (api.patch(f"/v1/files/{file['id']}", {"name": path}), "storage_file.path_invalid"),
    }
    for where, (answer, code) in answers.items():
        assert (answer.status, answer.code) == (400, code), f"{where}: {answer.body[:300]!r}"
    assert api.get(f"/v1/files?q={'x' * 3}{os.getpid()}").expect(200)["data"] == []
    assert files_outside(server) == before


@pytest.mark.parametrize("name", [p for p in HOSTILE if not set(p) & set("\0\r\n\x1b\x7f") and len(p) < 5000], ids=ascii)
def test_a_hostile_name_of_a_part_becomes_a_harmless_one(api, name):
    file = upload(api, b"x", name=name.replace("\\", "\\\\")).expect(201)
    assert "/" not in file["path"] and "\\" not in file["path"] and file["path"].strip(". ")
    assert file["name"] == file["name"].strip() and "\u202e" not in file["name"]


@pytest.fixture
def workspace(session, api):
    """The runtime's workspace, as the one who has root sees it."""
    file = upload(api, b"x", name="probe").expect(201)
    staged = api.post(f"/v1/runtimes/{session.id}/files/stage", {"fileId": file["id"], "runtimePath": "probe"}).expect(200)
    return Path(staged["absolutePath"]).parent


def test_what_leads_out_of_the_workspace_is_not_collected(session, api, workspace, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("secret")
    inside = workspace / "traps"
    inside.mkdir()
    (inside / "link").symlink_to(secret)
    (inside / "dangling").symlink_to("/nowhere")
    (inside / "folder").symlink_to(tmp_path)
    os.mkfifo(inside / "fifo")
    os.mknod(inside / "device", 0o20666, os.makedev(1, 5)) if os.geteuid() == 0 else None
    listener = socket.socket(socket.AF_UNIX)
    # The address of a socket has at most 107 bytes (unix(7)); the file may then be moved anywhere.
    short = tempfile.mktemp(dir="/tmp")
    listener.bind(short)
    shutil.move(short, inside / "socket")
    for path in ("link", "dangling", "folder/secret", "fifo", "device", "socket", "."):
        path = f"traps/{path}" if path != "." else "traps"
        answer = api.post(f"/v1/runtimes/{session.id}/files/collect", {"runtimePath": path}, timeout=5)
        assert (answer.status, answer.code) == (400, "runtime_file.path_invalid"), (path, answer.body)
    answer = api.post(f"/v1/runtimes/{session.id}/files/collect", {"runtimePath": "traps/nothing"})
    assert (answer.status, answer.code) == (404, "file.not_found")
    listener.close()


def test_staging_never_writes_through_a_link(session, api, workspace, tmp_path):
    target = tmp_path / "target"
    target.write_text("before")
    (workspace / "to-file").symlink_to(target)
    (workspace / "to-folder").symlink_to(tmp_path)
    (workspace / "is-folder").mkdir()
    file = upload(api, b"staged", name="f").expect(201)
    stage = lambda path: api.post(f"/v1/runtimes/{session.id}/files/stage", {"fileId": file["id"], "runtimePath": path})
    stage("to-file").expect(200)
    assert target.read_text() == "before" and (workspace / "to-file").read_bytes() == b"staged", "the link was replaced"
    assert stage("to-folder/new").code == "runtime_file.path_invalid" and not (tmp_path / "new").exists()
    assert stage("is-folder").code == "runtime_file.path_invalid" and stage("to-file/x").code == "runtime_file.path_invalid"
    assert [p.name for p in workspace.iterdir() if p.name.endswith(".part")] == []


def test_a_path_is_not_too_deep_to_be_removed(api):
    with Session(api) as session:
        file = upload(api, b"deep", name="f").expect(201)
        stage = lambda depth: api.post(
            f"/v1/runtimes/{session.id}/files/stage", {"fileId": file["id"], "runtimePath": "/".join("a" * depth)}
        )
        assert stage(600).code == "runtime_file.path_invalid" and stage(65).code == "runtime_file.path_invalid"
        staged = Path(stage(64).expect(200)["absolutePath"])
        session.stop()
        api.delete(f"/v1/runtimes/{session.id}").expect(200)
        until(lambda: not staged.parents[63].exists(), what="the workspace gone")


def test_a_runtimes_workspace_goes_with_it(api):
    with Session(api) as session:
        file = upload(api, b"kept over runs", name="f").expect(201)
        staged = api.post(f"/v1/runtimes/{session.id}/files/stage", {"fileId": file["id"]}).expect(200)
        path = Path(staged["absolutePath"])
        session.stop()
        assert path.read_bytes() == b"kept over runs"
        api.start(session.id)
        assert path.read_bytes() == b"kept over runs"
        session.stop()
        api.delete(f"/v1/runtimes/{session.id}").expect(200)
        until(lambda: not path.parent.exists(), what="the workspace gone")

"""Files in an S3 bucket: all that works on the disk works there, and what is wrong is said at the start."""

import hashlib
import io
import os
import signal
import subprocess
import time
import zipfile

import pytest
from bctrl import Bctrl

from harness.api import Session
from harness.files import content_of, until_files
from harness.moto import Moto
from harness.server import find_binary
from harness import process


@pytest.fixture(scope="module")
def moto(root):
    moto = Moto(root)
    moto.s3.create_bucket(Bucket="martlet-files")
    moto.lock()
    yield moto
    moto.stop()


@pytest.fixture
def s3_server(make_server, moto, request):
    return make_server(environment=moto.environment("martlet-files", MARTLET_S3_PREFIX=f"t/{abs(hash(request.node.name))}"))


def keys(moto, server, below="/blobs/"):
    prefix = server.environment["MARTLET_S3_PREFIX"] + below
    return [entry["Key"] for entry in moto.s3.list_objects_v2(Bucket="martlet-files", Prefix=prefix).get("Contents", [])]


def test_the_client_uploads_reads_and_deletes(s3_server, moto):
    client = Bctrl(api_key=s3_server.key, base_url=s3_server.url, timeout=60)
    for number, size in enumerate([0, 5, 20 * 1024 * 1024 + 3]):
        content = (hashlib.sha256(b"%d" % number).digest() * (size // 32 + 1))[:size]
        file = client.files.upload(file=content, filename=f"file-{number}.bin", path=f"in/file-{number}.bin")
        digest = hashlib.sha256(content).hexdigest()
        assert file["sha256"] == digest
        assert content_of(s3_server.api, file) == content
        key = f"{s3_server.environment['MARTLET_S3_PREFIX']}/blobs/{digest[:2]}/{digest[2:]}"
        assert moto.s3.get_object(Bucket="martlet-files", Key=key)["Body"].read() == content
        if size > 100:
            part = s3_server.api.get(f"/v1/files/{file['id']}/content", headers={"range": "bytes=8388600-8388615"})
            assert part.status == 206 and part.body == content[8388600:8388616]
        s3_server.api.delete(f"/v1/files/{file['id']}").expect(200)
    assert keys(moto, s3_server) == []


def test_a_run_is_exported(s3_server, moto, site, playwright):
    with Session(s3_server.api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].pages[0]
        page.goto(site.page("/s3", "<title>S3</title><h1>S3</h1>"))
        taken = page.screenshot()
        browser.close()
        session.stop()
        until_files(s3_server.api, session.run_id, 1, type="screenshot")
        file = s3_server.api.post(f"/v1/runs/{session.run_id}/files/export", {"include": ["events"]}, timeout=60).expect(201)
    archive = zipfile.ZipFile(io.BytesIO(content_of(s3_server.api, file)))
    assert archive.testzip() is None and archive.read("files/screenshot-1.png") == taken
    assert len(keys(moto, s3_server)) == 2
    # The spool is empty again.
    assert [path for path in (s3_server.data / "spool").rglob("*") if path.is_file()] == []


def test_a_restart_finds_the_files_and_frees_what_is_nobody_s(s3_server, moto):
    prefix = s3_server.environment["MARTLET_S3_PREFIX"]
    lost = f"{prefix}/blobs/ab/{'c' * 62}"
    moto.s3.put_object(Bucket="martlet-files", Key=lost, Body=b"lost")
    moto.s3.put_object(Bucket="martlet-files", Key=f"{prefix}/other.txt", Body=b"not ours")
    s3_server.stop()
    s3_server.start()
    assert lost not in keys(moto, s3_server)
    assert f"{prefix}/other.txt" in keys(moto, s3_server, below="/")


def refused(root, moto, name, environment):
    """What a server says that does not start."""
    folder = root / name
    folder.mkdir(exist_ok=True)
    started = subprocess.run(
        [str(find_binary()), "serve", "--port", str(process.free_port()), "--data-dir", str(folder)],
        env={**{k: v for k, v in os.environ.items() if not k.startswith(("AWS_", "MARTLET_"))}, **environment},
        capture_output=True, text=True, timeout=60,
    )
    assert started.returncode != 0
    said = started.stdout + started.stderr
    assert moto.secret_key not in said and "wrong-secret" not in said
    return said


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"MARTLET_S3_BUCKET": "no-such-bucket"}, "There is no bucket no-such-bucket"),
        ({"AWS_SECRET_ACCESS_KEY": "wrong-secret"}, "refuses these credentials"),
        ({"AWS_ACCESS_KEY_ID": "AKIAWRONG"}, "refuses these credentials"),
        ({"AWS_SECRET_ACCESS_KEY": ""}, "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"),
        ({"MARTLET_S3_ENDPOINT": "http://127.0.0.1:1"}, "http://127.0.0.1:1 did not answer"),
        ({"MARTLET_S3_ENDPOINT": "127.0.0.1"}, "s3.endpoint"),
        ({"MARTLET_S3_BUCKET": "A/../b"}, "s3.bucket"),
        ({"MARTLET_S3_PREFIX": "/x"}, "s3.prefix"),
        ({"MARTLET_FILES": "tape"}, "disk, s3"),
    ],
    ids=["bucket", "secret", "key", "none", "unreachable", "endpoint", "bucket name", "prefix", "kind"],
)
def test_what_is_wrong_is_said_at_the_start(root, moto, change, words):
    said = refused(root, moto, "refused", moto.environment("martlet-files", MARTLET_S3_PREFIX="refused") | change)
    assert words in said, said


def test_a_prefix_is_one_server_s_alone(root, moto, s3_server):
    prefix = s3_server.environment["MARTLET_S3_PREFIX"]
    said = refused(root, moto, "second", moto.environment("martlet-files", MARTLET_S3_PREFIX=prefix))
    assert "belongs to another data folder" in said


def test_a_bucket_that_falls_silent_does_not_hold_up_a_stop(root, make_server, playwright):
    moto = Moto(root)
    moto.s3.create_bucket(Bucket="silent")
    moto.lock()
    server = make_server(environment=moto.environment("silent"))
    try:
        with Session(server.api) as session:
            browser = playwright.chromium.connect_over_cdp(session.connect_url)
            page = browser.contexts[0].pages[0]
            moto.process.send_signal(signal.SIGSTOP)
            for number in range(6):
                page.set_content(f"<h1>{number}</h1>")
                page.screenshot()
            browser.close()
            began = time.monotonic()
            server.api.post(f"/v1/runtimes/{session.id}/stop", timeout=60).expect(200)
            assert time.monotonic() - began < 15
        rows = server.api.get(f"/v1/runs/{session.run_id}/activity?limit=200").expect(200)["data"]
        told = [row["data"].get("fileNotKept") for row in rows if row["type"] == "browser.screenshot"]
        assert len(told) == 6 and told[-1] == "the run ended before it was stored", told
    finally:
        moto.process.send_signal(signal.SIGCONT)
        server.stop()
        moto.stop()

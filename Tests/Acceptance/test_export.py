"""A run as one archive: opened with a stock unzip, whole, and equal to what the API says."""

import hashlib
import io
import json
import subprocess
import uuid
import zipfile

import pytest

from harness.api import Session
from harness.files import activity_of, content_of, files_of, until_files


@pytest.fixture
def finished(api, site, playwright):
    """A run with pictures, a PDF and a story, that has stopped."""
    with Session(api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].pages[0]
        page.goto(site.page("/story", "<title>Story: Grüße / 日本</title><h1>Once</h1><button>Go</button>"))
        page.click("button")
        for number in range(3):
            page.evaluate(f"document.querySelector('h1').textContent = 'Step {number}'")
            page.screenshot()
        page.pdf()
        browser.close()
        session.stop()
    return session


def export(api, session, status=201, headers=None, **request):
    return api.post(f"/v1/runs/{session.run_id}/files/export", request, headers=headers, timeout=120).expect(status)


def archive_of(api, file):
    return zipfile.ZipFile(io.BytesIO(content_of(api, file)))


def test_a_stock_unzip_opens_it(api, finished, tmp_path):
    file = export(api, finished)
    assert (file["name"], file["type"], file["source"]) == ("run-files.zip", "export", "runtime")
    assert (file["runId"], file["contentType"]) == (finished.run_id, "application/zip")
    path = tmp_path / "run.zip"
    path.write_bytes(content_of(api, file))
    assert hashlib.sha256(path.read_bytes()).hexdigest() == file["sha256"] and path.stat().st_size == file["sizeBytes"]
    for command in (["unzip", "-tqq", path], ["zip", "-qT", path], ["unzip", "-q", path, "-d", tmp_path / "out"]):
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    manifest = json.loads((tmp_path / "out/manifest.json").read_text())
    produced = {entry["id"]: entry for entry in files_of(api, finished.run_id) if entry["type"] != "export"}
    assert len(produced) == 4 and {entry["fileId"] for entry in manifest["files"]} == set(produced)
    for entry in manifest["files"]:
        content = (tmp_path / "out" / entry["name"]).read_bytes()
        assert content == content_of(api, produced[entry["fileId"]])
        assert hashlib.sha256(content).hexdigest() == entry["sha256"] and len(content) == entry["sizeBytes"]
        assert entry["createdAt"] == produced[entry["fileId"]]["createdAt"]
    assert manifest["format"] == "martlet.run-archive" and manifest["run"]["id"] == finished.run_id
    assert manifest["run"]["status"] == "stopped"


def test_events_and_activity_on_request(api, finished):
    plain = archive_of(api, export(api, finished))
    assert not {"events.jsonl", "activity.jsonl"} & set(plain.namelist())
    full = archive_of(api, export(api, finished, include=["events", "activity", "recording"]))
    assert full.testzip() is None
    events = [json.loads(line) for line in full.read("events.jsonl").splitlines()]
    assert events == api.events(finished.run_id)
    activity = [json.loads(line) for line in full.read("activity.jsonl").splitlines()]
    assert activity == activity_of(api, finished.run_id, view="debug")
    manifest = json.loads(full.read("manifest.json"))
    assert manifest["events"] == {"name": "events.jsonl", "count": len(events), "lastSeq": events[-1]["seq"]}
    assert manifest["activity"]["count"] == len(activity)
    listed = {entry["name"]: entry["sizeBytes"] for entry in manifest["recording"]["files"]}
    assert {name: full.getinfo(name).file_size for name in full.namelist() if name.startswith("recording/")} == listed


def test_types_and_names(api, finished):
    pictures = export(api, finished, name="pictures", type=["screenshot"])
    assert pictures["name"] == "pictures.zip"
    names = archive_of(api, pictures).namelist()
    assert names == [f"files/screenshot-{number}.png" for number in (1, 2, 3)] + ["manifest.json"]
    cli = export(api, finished, format="zip", name="run-files.zip", filter={"type": ["pdf"]})
    assert len(archive_of(api, cli).namelist()) == 2
    # An export never has earlier ones, even if it is asked for them.
    assert archive_of(api, export(api, finished, type=["export"])).namelist() == ["manifest.json"]
    again = export(api, finished, format="zip", name="run-files.zip")
    assert again["name"] == "run-files (3).zip", "a name that is taken gets a number"


def test_a_repeated_key_gives_the_first_answer(api, finished):
    headers = {"idempotency-key": str(uuid.uuid4())}
    first = export(api, finished, headers=headers)
    assert export(api, finished, headers=headers) == first
    assert export(api, finished, status=409, headers=headers, name="other.zip")["code"] == "idempotency.key_reused"
    key = str(uuid.uuid4())
    in_body = export(api, finished, idempotencyKey=key)
    assert export(api, finished, idempotencyKey=key) == in_body != first
    assert len(files_of(api, finished.run_id, type="export")) == 2


def test_the_official_client_exports(client, api, finished):
    file = client.runs.files.export(finished.run_id, name="by-client")
    assert (file["type"], file["name"]) == ("export", "by-client.zip")


def test_during_the_run(api, site, playwright):
    with Session(api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].pages[0]
        page.goto(site.page("/now", "<title>Now</title><h1>Now</h1>"))
        page.screenshot()
        until_files(api, session.run_id, 1, type="screenshot")
        file = export(api, session, include=["events", "activity", "recording"])
        archive = archive_of(api, file)
        assert archive.testzip() is None and "files/screenshot-1.png" in archive.namelist()
        assert json.loads(archive.read("manifest.json"))["run"]["status"] == "active"
        page.screenshot(full_page=True)
        browser.close()
        session.stop()
    (row,) = activity_of(api, session.run_id, type="file.exported")
    assert row["fileId"] == file["id"] and row["message"] == "Exported 1 file as run-files.zip"


@pytest.mark.parametrize(
    "request_body",
    [
        {"name": "a/b.zip"}, {"name": ""}, {"name": "n" * 256}, {"name": "..\\x"}, {"name": 7},
        {"type": "x" * 65}, {"include": ["video"]}, {"format": "tar"}, {"filter": 7}, {"name": "a\u0000b"},
    ],
    ids=str,
)
def test_what_is_refused(api, finished, request_body):
    answer = api.post(f"/v1/runs/{finished.run_id}/files/export", request_body)
    assert (answer.status, answer.code) == (400, "request.invalid"), answer.body
    assert files_of(api, finished.run_id, type="export") == []


@pytest.mark.parametrize(
    ("given", "name"),
    [("con", "_con.zip"), ("..", "...zip"), (" blank ", "blank .zip"), ("Grüße 日本", "Grüße 日本.zip"), ("n" * 255, "n" * 251 + ".zip")],
)
def test_a_name_that_no_system_likes_is_made_one(api, finished, given, name):
    assert export(api, finished, name=given, type=["none"])["name"] == name


def test_a_run_that_is_not_there(api):
    assert api.post(f"/v1/runs/{uuid.uuid4()}/files/export", {}).code == "run.not_found"
    assert api.post("/v1/runs/nonsense/files/export", {}).code == "run.not_found"

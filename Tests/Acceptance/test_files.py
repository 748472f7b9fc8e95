"""The store of files, by the official client where it has the call, else over plain HTTP."""

import hashlib
import http.client
import os
import uuid

import bctrl
import pytest
from bctrl import Bctrl

from harness.form import form, half_upload, send, upload
from harness.wait import until


def stored(server):
    """Names of all blobs, and what lies unfinished."""
    root = server.data / "files"
    blobs = [p for p in (root / "blobs").rglob("*") if p.is_file()]
    return blobs, list((root / "unfinished").iterdir())


@pytest.fixture
def space(client):
    return client.spaces.create(name=f"files {uuid.uuid4()}")["id"]


def test_a_file_lives_from_upload_to_delete(client, api, space):
    content = os.urandom(300_000)
    path = f"reports/{uuid.uuid4()}/may.csv"
    file = client.files.upload(file=content, filename="x.csv", path=path, metadata='{"month": 5}', space_id=space)
    assert file["path"] == path and file["name"] == "may.csv" and file["sizeBytes"] == len(content)
    assert file["source"] == "upload" and file["type"] == "upload" and file["spaceId"] == space
    assert file["metadata"] == {"month": 5} and file["contentType"] == "text/csv"
    assert file["sha256"] == hashlib.sha256(content).hexdigest() and "runId" not in file
    assert client.files.get(file["id"]) == file
    assert client.files.list(space_id=space)["data"] == [file]

    answer = api.get(file["downloadUrl"].split("/", 3)[3].join(["/", ""]))
    assert answer.status == 200 and answer.body == content
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == 'attachment; filename="may.csv"'
    assert answer.headers["content-length"] == str(len(content)) and answer.headers["x-content-type-options"] == "nosniff"

    changed = client.files.update(file["id"], name="juni.csv", metadata=None)
    assert changed["name"] == "juni.csv" and changed["metadata"] == {"month": 5}, "the client leaves null out"
    cleared = api.patch(f"/v1/files/{file['id']}", {"metadata": None}).expect(200)
    assert cleared["metadata"] is None and cleared["name"] == "juni.csv" and cleared["path"] == path

    assert client.files.delete(file["id"]) == {"id": file["id"], "deleted": True}
    with pytest.raises(bctrl.BctrlNotFoundError) as error:
        client.files.get(file["id"])
    assert error.value.code == "file.not_found"
    assert api.get(f"/v1/files/{file['id']}/content").code == "file.not_found"


def test_metadata_in_python_syntax_is_refused(client):
    with pytest.raises(bctrl.BctrlValidationError) as error:
        client.files.upload(file=b"x", filename="x", metadata={"month": 5})
    assert error.value.code == "request.invalid"


def test_lists_filter_page_and_fold(client, api, space):
    paths = ["a/x.txt", "a/b/y.txt", "a/b/c/z.pdf", "ab.txt", "top.txt"]
    made = {p: client.files.upload(file=p.encode(), filename="f", path=p, space_id=space) for p in paths}
    listed = lambda **query: [f["path"] for f in client.files.list(space_id=space, **query)["data"]]
    assert listed() == paths[::-1], "newest first"
    assert [f["path"] for f in client.files.iter(space_id=space, limit=2)] == paths[::-1]
    assert listed(prefix="a/") == ["a/b/c/z.pdf", "a/b/y.txt", "a/x.txt"] and listed(prefix="a") == paths[3::-1]
    assert listed(path="a/x.txt") == ["a/x.txt"] and listed(q="X.T") == ["a/x.txt"] and listed(q="%") == []
    assert listed(source="runtime") == [] and listed(source="upload") == paths[::-1]
    assert listed(type=["upload", "download"]) == paths[::-1] and listed(type="download") == []
    assert listed(run_id=str(uuid.uuid4())) == [] and listed(runtime_id=str(uuid.uuid4())) == []
    assert listed(created_after="2099-01-01T00:00:00Z") == []
    assert listed(created_after="2020-01-01T00:00:00Z") == paths[::-1]
    page = client.files.list(space_id=space, include="folders")
    assert [f["path"] for f in page["data"]] == ["top.txt", "ab.txt"]
    assert page["folders"] == [{
        "name": "a", "path": "a", "fileCount": 3, "totalBytes": sum(len(p) for p in paths[:3]),
        "lastCreatedAt": made["a/b/c/z.pdf"]["createdAt"],
    }]
    for prefix in ("a", "a/"):
        page = client.files.list(space_id=space, include="folders", prefix=prefix)
        assert [f["path"] for f in page["data"]] == ["a/x.txt"] and [f["path"] for f in page["folders"]] == ["a/b"]
    assert client.files.list(space_id=str(uuid.uuid4()))["data"] == []
    for query in ("limit=0", "createdAfter=yesterday", "source=x", "runId=x", "spaceId=x", "include=x", "cursor=x"):
        assert api.get(f"/v1/files?{query}").code == "request.invalid", query


def test_a_path_is_taken_once_among_those_who_share(client, space):
    client.files.upload(file=b"1", filename="f", path="a/f", space_id=space)
    with pytest.raises(bctrl.BctrlConflictError) as error:
        client.files.upload(file=b"2", filename="f", path="a/f", space_id=space)
    assert error.value.code == "storage_file.path_exists"
    shared = {"storage": {"namespace": f"n{uuid.uuid4()}"}}
    one, two = (client.spaces.create(name=n, environment=shared)["id"] for n in ("one", "two"))
    first = client.files.upload(file=b"1", filename="f", path="a/f", space_id=one)
    with pytest.raises(bctrl.BctrlConflictError):
        client.files.upload(file=b"2", filename="f", path="a/f", space_id=two)
    assert [f["id"] for f in client.files.list(space_id=two)["data"]] == [first["id"]]
    names = [client.files.upload(file=b"x", filename="same.txt", space_id=space)["path"] for _ in range(3)]
    assert names == ["same.txt", "same (2).txt", "same (3).txt"]
    with pytest.raises(bctrl.BctrlNotFoundError) as error:
        client.files.upload(file=b"1", filename="f", space_id=str(uuid.uuid4()))
    assert error.value.code == "space.not_found"


def test_the_same_bytes_are_stored_once_and_freed_with_the_last_file(make_server):
    server = make_server()
    content = os.urandom(1_000_000)
    ids = [upload(server.api, content, path=f"f{n}").expect(201)["id"] for n in range(3)]
    assert len(stored(server)[0]) == 1
    assert upload(server.api, content, path="f0").code == "storage_file.path_exists"
    for id in ids[:2]:
        server.api.delete(f"/v1/files/{id}").expect(200)
    assert server.api.get(f"/v1/files/{ids[2]}/content").body == content
    server.api.delete(f"/v1/files/{ids[2]}").expect(200)
    assert stored(server) == ([], []), "deletion frees the bytes"


RANGES = [
    ("bytes=0-0", 206, slice(0, 1)), ("bytes=5-9", 206, slice(5, 10)), ("bytes=990-", 206, slice(990, 1000)),
    ("bytes=-10", 206, slice(990, 1000)), ("bytes=-5000", 206, slice(0, 1000)), ("bytes=990-99999999999999999999", 206, slice(990, 1000)),
    ("bytes=1000-", 416, None), ("bytes=1000-2000", 416, None), ("bytes=-0", 416, None), ("bytes=9-5", 200, slice(0, 1000)),
    ("bytes=0-1,5-6", 200, slice(0, 1000)), ("lines=0-1", 200, slice(0, 1000)), ("bytes=a-b", 200, slice(0, 1000)), ("bytes=-", 200, slice(0, 1000)),
]


@pytest.mark.parametrize("header, status, part", RANGES, ids=[r[0] for r in RANGES])
def test_ranges(api, header, status, part):
    content = os.urandom(1000)
    file = upload(api, content).expect(201)
    answer = api.get(f"/v1/files/{file['id']}/content", headers={"range": header})
    assert answer.status == status
    if status == 416:
        assert answer.code == "range.not_satisfiable" and answer.headers["content-range"] == "bytes */1000"
        return
    assert answer.body == content[part] and answer.headers["accept-ranges"] == "bytes"
    if status == 206:
        assert answer.headers["content-range"] == f"bytes {part.start}-{part.stop - 1}/1000"
    head = api.request("HEAD", f"/v1/files/{file['id']}/content", headers={"range": header})
    assert head.status == status and head.body == b"" and head.headers["content-length"] == str(len(answer.body))


def test_conditions(api):
    content = os.urandom(1000)
    path = f"/v1/files/{upload(api, content).expect(201)['id']}/content"
    tag = api.get(path).headers["etag"]
    assert tag == f'"{hashlib.sha256(content).hexdigest()}"'
    for known in (tag, f"W/{tag}", f'"x", {tag}', "*"):
        answer = api.get(path, headers={"if-none-match": known})
        assert answer.status == 304 and answer.body == b"" and answer.headers["etag"] == tag
    assert api.get(path, headers={"if-none-match": '"x"'}).status == 200
    assert api.get(path, headers={"range": "bytes=0-9", "if-range": tag}).status == 206
    for stale in ('"x"', f"W/{tag}", "Wed, 21 Oct 2015 07:28:00 GMT"):
        assert api.get(path, headers={"range": "bytes=0-9", "if-range": stale}).body == content


@pytest.mark.parametrize("name, header", [
    ("plain.txt", 'attachment; filename="plain.txt"'),
    ("Übersicht (1).pdf", "attachment; filename=\"_bersicht (1).pdf\"; filename*=UTF-8''%C3%9Cbersicht%20%281%29.pdf"),
    ('a"b%.txt', "attachment; filename=\"a_b_.txt\"; filename*=UTF-8''a%22b%25.txt"),
    ("日本.txt", "attachment; filename=\"__.txt\"; filename*=UTF-8''%E6%97%A5%E6%9C%AC.txt"),
])
def test_names_reach_the_one_who_saves(api, name, header):
    file = upload(api, b"x", name=name.replace('"', "%22")).expect(201)
    file = api.patch(f"/v1/files/{file['id']}", {"name": name}).expect(200)
    assert api.get(f"/v1/files/{file['id']}/content").headers["content-disposition"] == header


def test_an_empty_file_and_an_empty_name(api):
    file = upload(api, b"", name="").expect(201)
    assert file["sizeBytes"] == 0 and file["name"].startswith("file")
    path = f"/v1/files/{file['id']}/content"
    assert api.get(path).body == b"" and api.get(path, headers={"range": "bytes=0-0"}).status == 416


def test_fields_that_nobody_knows_are_ignored(api):
    parts = [("other", b"1"), ("other", b"\xff"), ("attachment", b"x", "x.txt"), ("file", b"y", "f.txt"), ("", b"")]
    file = send(api, form(parts)).expect(201)
    assert api.get(f"/v1/files/{file['id']}/content").body == b"y"


def test_limits(make_server):
    server = make_server(environment={"MARTLET_MAX_FILE_BYTES": "1000", "MARTLET_MAX_SPACE_BYTES": "2500"})
    api = server.api
    upload(api, b"x" * 1000, path="a").expect(201)
    answer = upload(api, b"x" * 1001, path="b")
    assert answer.status == 413 and answer.code == "request.too_large"
    upload(api, b"y" * 1000, path="c").expect(201)
    answer = upload(api, b"z" * 501, path="d")
    assert answer.status == 402 and answer.code == "storage.quota_exceeded"
    upload(api, b"z" * 500, path="d").expect(201)
    other = api.post("/v1/spaces", {"name": "other"}).expect(201)["id"]
    upload(api, b"z" * 501, path="d", target=f"/v1/files?spaceId={other}").expect(201)
    with half_upload(api, 50_000_000_000, 10) as connection:
        assert connection.getresponse().status == 413, "an announced length is refused before its bytes come"
    blobs, unfinished = stored(server)
    assert len(blobs) == 4 and unfinished == []


def test_a_client_that_stops_leaves_nothing(make_server):
    server = make_server()
    with half_upload(server.api, 10_000_000, 3_000_000):
        until(lambda: stored(server)[1], what="the unfinished file")
    until(lambda: stored(server) == ([], []), what="nothing left of it")
    assert server.api.get("/v1/files").expect(200)["data"] == []


def test_a_killed_server_keeps_whole_files_only(make_server):
    server = make_server()
    kept = upload(server.api, b"whole" * 1000, path="kept").expect(201)
    with half_upload(server.api, 10_000_000, 3_000_000):
        until(lambda: stored(server)[1], what="the unfinished file")
        server.kill()
    stray = server.data / "files/blobs/ab" / ("c" * 62)
    stray.write_bytes(b"committed, and the row never came")
    server.start()
    blobs, unfinished = stored(server)
    assert [b.parent.name + b.name for b in blobs] == [kept["sha256"]] and unfinished == []
    assert server.api.get(f"/v1/files/{kept['id']}/content").body == b"whole" * 1000
    assert [f["id"] for f in server.api.get("/v1/files").expect(200)["data"]] == [kept["id"]]


BROKEN = {
    "no form": (b"{}", "application/json", 400), "no boundary": (b"x", "multipart/form-data", 400),
    "empty": (b"", "multipart/form-data; boundary=form-boundary", 400),
    "other boundary": (form([("file", b"x", "f")]), "multipart/form-data; boundary=other", 400),
    "no end": (form([("file", b"x", "f")], end=False), "multipart/form-data; boundary=form-boundary", 400),
    "no file": (form([("path", b"a")]), "multipart/form-data; boundary=form-boundary", 400),
    "two files": (form([("file", b"x", "f"), ("file", b"x", "f")]), "multipart/form-data; boundary=form-boundary", 400),
    "field twice": (form([("path", b"a"), ("path", b"b"), ("file", b"x", "f")]), "multipart/form-data; boundary=form-boundary", 400),
    "file in a field": (form([("path", b"a", "f"), ("file", b"x", "f")]), "multipart/form-data; boundary=form-boundary", 400),
    "field not UTF-8": (form([("path", b"\xff"), ("file", b"x", "f")]), "multipart/form-data; boundary=form-boundary", 400),
    "1000 parts": (form([("f%d" % n, b"x") for n in range(1000)]), "multipart/form-data; boundary=form-boundary", 413),
    "head without end": (b"--form-boundary\r\nX: " + b"x" * 100_000, "multipart/form-data; boundary=form-boundary", 413),
    "giant field": (form([("path", b"x" * 1_000_000), ("file", b"x", "f")]), "multipart/form-data; boundary=form-boundary", 413),
    "giant name": (form([("file", b"x", "n" * 10_000)]), "multipart/form-data; boundary=form-boundary", 413),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_broken_forms_and_bombs(api, server, kind):
    body, content_type, status = BROKEN[kind]
    answer = api.request("POST", "/v1/files", body=body, headers={"content-type": content_type})
    assert answer.status == status, answer.body
    assert answer.code == ("request.invalid" if status == 400 else "request.too_large")


def test_a_full_disk_is_said_and_leaves_nothing_half(make_server, small_disk):
    server = make_server(data=small_disk(48))
    kept = upload(server.api, os.urandom(4_000_000), path="kept").expect(201)
    answer = upload(server.api, os.urandom(60_000_000), path="too much")
    assert answer.status == 503 and answer.code == "storage.unavailable" and "disk is full" in answer.json["error"]
    blobs, unfinished = stored(server)
    assert [b.parent.name + b.name for b in blobs] == [kept["sha256"]] and unfinished == []
    upload(server.api, b"small", path="small").expect(201)
    assert server.api.get(f"/v1/files/{kept['id']}/content").status == 200


def test_the_client_of_the_day_finds_all_its_calls(server, client, api):
    """Arguments as its documentation shows them."""
    client = Bctrl(api_key=server.key, base_url=server.url)
    with client.runtimes.started_browser(name="all") as runtime:
        staged = client.runtimes.files.upload(runtime.id, file=b"a,b", filename="in.csv", runtime_path="in/in.csv")
        assert staged["runtimePath"] == "in/in.csv" and staged["sizeBytes"] == 3 and staged["runtimeId"] == runtime.id
        file = client.runtimes.files.collect(runtime.id, runtime_path="in/in.csv", metadata={"k": 1}, type="report")
        assert file["source"] == "runtime" and file["runId"] == runtime.run_id and file["metadata"] == {"k": 1}
        again = client.runtimes.files.stage(runtime.id, file_id=file["id"], runtime_path="copy.csv")
        assert again["name"] == "copy.csv" and again["expiresAt"] is None
        assert client.runtimes.files.list(runtime.id)["data"] == [file], "staged files are not listed"
        assert [f["id"] for f in client.runtimes.files.iter(runtime.id, type="report")] == [file["id"]]
        assert client.runs.files.list(runtime.run_id)["data"] == [file]
        assert client.runs.files.list(runtime.run_id, type="download")["data"] == []
    run = client.runs.get(runtime.run_id)
    assert run["counts"]["files"] == 1 and run["usage"]["filesBytes"] == 3
    with pytest.raises(bctrl.BctrlConflictError) as error:
        client.runtimes.files.stage(runtime.id, file_id=file["id"])
    assert error.value.code == "runtime.not_active"
    client.files.delete(file["id"])
    assert client.runs.get(runtime.run_id)["counts"]["files"] == 0

"""What the browser downloads becomes a file of the run by itself, whoever drives it and whatever they set."""

import contextlib
import hashlib
import os
import signal
import tempfile
from pathlib import Path

import pytest

from harness.api import Session
from harness.cdp import CDP
from harness.form import upload
from harness.record import Record
from harness.wait import until


def contents(name):
    """What the site sends for /download/NAME."""
    return f"contents of {name}\n".encode() * 1000


def finished(api, run_id):
    return [e for e in api.events(run_id, "&type=download") if e["status"] == "finished"]


def check_files(api, run_id, expected):
    """Every download is a file: the bytes, the links both ways, the row of the activity."""
    files = {f["name"]: f for f in api.get(f"/v1/runs/{run_id}/files?type=download").expect(200)["data"]}
    assert sorted(files) == sorted(expected)
    events = {e["data"].get("fileId"): e for e in finished(api, run_id)}
    rows = {r.get("fileId") for r in api.get(f"/v1/runs/{run_id}/activity?type=file.downloaded&limit=200").expect(200)["data"]}
    run = api.run(run_id)
    for name, content in expected.items():
        file = files[name]
        assert api.get(f"/v1/files/{file['id']}/content").body == content, name
        assert file["sha256"] == hashlib.sha256(content).hexdigest() and file["sizeBytes"] == len(content)
        assert file["source"] == "runtime" and file["type"] == "download" and file["runId"] == run_id
        assert file["runtimeId"] == run["runtimeId"] and file["path"] == f"runs/{run_id}/{name}"
        event = events[file["id"]]
        assert file["eventId"] == event["id"] and event["data"]["sizeBytes"] == len(content)
        assert file["id"] in rows, "the activity names the file"
    assert run["counts"]["files"] == len(expected) and run["usage"]["filesBytes"] == sum(map(len, expected.values()))
    return files


def test_with_playwrights_own_api_at_the_same_time(api, site, playwright, tmp_path):
    url = site.page("/playwright", "<a id=file href=/download/report.bin>file</a><a id=blob download=made.txt>blob</a>",
                    "blob.href = URL.createObjectURL(new Blob(['made here']))")
    with Session(api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].new_page()
        page.goto(url)
        for selector, name, content in (("#file", "report.bin", contents("report.bin")), ("#blob", "made.txt", b"made here")):
            with page.expect_download() as download:
                page.click(selector)
            download.value.save_as(tmp_path / name)
            assert (tmp_path / name).read_bytes() == content == download.value.path().read_bytes()
        browser.close()
        session.stop()
    check_files(api, session.run_id, {"report.bin": contents("report.bin"), "made.txt": b"made here"})
    Record(api, session.run_id).check()


def test_many_at_once_in_popups_and_contexts(api, site, playwright):
    names = [f"n{n}.bin" for n in range(12)]
    url = site.page("/many", "".join(f"<a class=d href=/download/{n} download></a>" for n in names[:8])
                    + "<a id=popup target=_blank href=/download/n8.bin>popup</a>", "")
    with Session(api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].new_page()
        page.goto(url)
        page.evaluate("document.querySelectorAll('.d').forEach(a => a.click())")
        page.click("#popup")
        for name in names[9:]:
            other = browser.new_context().new_page()
            other.goto(url)
            other.evaluate(f"location.href = '/download/{name}'")
        until(lambda: len(finished(api, session.run_id)) == 12, 20, "twelve downloads")
        browser.close()
        session.stop()
    check_files(api, session.run_id, {n: contents(n) for n in names})


def test_the_same_name_twice_and_hostile_names(api, site, playwright):
    hostile = ["..%2f..%2fetc%2fpasswd", "a%00b.txt", "%E2%80%AEgpj.exe", "CON", "%C3%9Cber%20sicht.pdf", "x" * 600 + ".bin"]
    script = "".join(
        f"{{ const a = document.createElement('a'); a.href = URL.createObjectURL(new Blob(['{n}'])); "
        f"a.download = decodeURIComponent('{name}'); document.body.append(a); a.click() }}" for n, name in enumerate(["same.txt", "same.txt", *hostile])
    )
    with Session(api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].new_page()
        page.goto(site.page("/hostile", ""))
        page.evaluate(script)
        until(lambda: len(finished(api, session.run_id)) == 2 + len(hostile), 20, "all downloads")
        browser.close()
        session.stop()
    files = api.get(f"/v1/runs/{session.run_id}/files").expect(200)["data"]
    names = {f["name"] for f in files}
    assert {"same.txt", "same (2).txt", "Über sicht.pdf"} <= names and len(files) == 2 + len(hostile)
    assert all("/" not in n and "\\" not in n and "\u202e" not in n and len(n.encode()) <= 255 for n in names)
    bodies = {api.get(f"/v1/files/{f['id']}/content").body for f in files}
    assert bodies == {str(n).encode() for n in range(2 + len(hostile))}


def test_a_raw_client_with_a_folder_of_its_own(api, site, tmp_path):
    """The last to set the behaviour wins in the browser; the file is kept all the same."""
    url = site.page("/raw", "<a id=file href=/download/raw.bin>file</a>")
    with Session(api) as session, CDP(session.connect_url) as client:
        page = client.attach_page(url)
        client.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path), eventsEnabled=True)
        until(lambda: client.evaluate(page, "document.readyState") == "complete")

        def downloaded():
            """Until ours is said again the browser may not write into the client's folder: such a download fails."""
            client.evaluate(page, "document.querySelector('#file').click()", userGesture=True)
            return finished(api, session.run_id)

        until(downloaded, what="the download", every=0.3)
        session.stop()
    for event in finished(api, session.run_id):
        assert api.get(f"/v1/files/{event['data']['fileId']}/content").body == contents("raw.bin")


@pytest.fixture
def folder():
    """One that the browser's user may write, too: until ours is said again the browser does."""
    with tempfile.TemporaryDirectory() as path:
        os.chmod(path, 0o777)
        yield Path(path)


@pytest.mark.parametrize("domain", ["Page", "Browser"])
def test_a_raw_clients_folder_gets_the_files_under_their_names(api, site, folder, domain):
    """As in plain Chromium; they stay when the run is gone."""
    url = site.page("/folder" + domain, "<a id=file href=/download/raw.bin>file</a>")
    with Session(api) as session, CDP(session.connect_url) as client:
        page = client.attach_page(url)
        client.call("Page.enable", page)
        to_page = {"session": page} if domain == "Page" else {"eventsEnabled": True}
        client.call(f"{domain}.setDownloadBehavior", behavior="allow", downloadPath=str(folder), **to_page)
        until(lambda: client.evaluate(page, "document.readyState") == "complete")
        for name in ("raw.bin", "raw (2).bin"):
            client.events.clear()
            client.evaluate(page, "document.querySelector('#file').click()", userGesture=True)
            client.event(f"{domain}.downloadProgress", lambda params: params["state"] == "completed")
            until(lambda name=name: (folder / name).exists(), what="the file")
            assert (folder / name).read_bytes() == contents("raw.bin")
        session.stop()
    files = {"raw.bin": contents("raw.bin"), "raw (2).bin": contents("raw.bin")}
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == files
    check_files(api, session.run_id, files)


def test_downloads_are_kept_after_a_client_that_set_a_folder_is_gone(api, site, tmp_path):
    url = site.page("/gone", "<a id=file href=/download/late.bin>file</a>")
    with Session(api) as session, CDP(session.connect_url) as client:
        page = client.attach_page(url)
        with CDP(session.connect_url) as other:
            other.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
        until(lambda: client.evaluate(page, "document.readyState") == "complete")
        client.evaluate(page, "document.querySelector('#file').click()", userGesture=True)
        until(lambda: finished(api, session.run_id), what="the download")
        session.stop()
    check_files(api, session.run_id, {"late.bin": contents("late.bin")})
    assert list(tmp_path.iterdir()) == []


def test_aborted_ones_are_stated_and_leave_no_file(api, site, playwright):
    url = site.page("/abort", "<a id=endless href=/endless/never.bin>endless</a><a id=cut href=/cutfile/cut.bin>cut</a>")
    with Session(api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].new_page()
        page.goto(url)
        with page.expect_download() as download:
            page.click("#endless")
        download.value.cancel()
        failed = lambda: [e for e in api.events(session.run_id, "&type=download") if e["status"] == "failed"]  # noqa: E731
        until(failed, what="failed")
        page.click("#cut")
        until(lambda: len(failed()) == 2, what="broken off by the server")
        with page.expect_download():
            page.click("#endless")
        browser.close()
        session.stop()
    failed = Record(api, session.run_id).of("download", "failed")
    assert [e["data"]["errorText"] for e in failed] == ["canceled", "interrupted", "interrupted"]
    assert all("fileId" not in e["data"] for e in failed)
    rows = api.get(f"/v1/runs/{session.run_id}/activity?type=file.downloaded").expect(200)["data"]
    assert {r["message"] for r in rows} == {'The download of "never.bin" was cancelled', 'The download of "cut.bin" broke off',
                                            'The download of "never.bin" broke off'}
    assert api.get(f"/v1/runs/{session.run_id}/files").expect(200)["data"] == []


def test_the_stop_waits_for_what_has_finished(api, site, playwright):
    """A large download, and a stop at once: the file is there when the stop answers."""
    size = 200_000_000
    url = site.page("/large", f"<a id=large download=large.bin href=/bytes/{size}/x>large</a>")
    with Session(api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].new_page()
        page.goto(url)
        with page.expect_download() as download:
            page.click("#large")
        download.value.path()
        session.stop()
        browser.close()
    events = finished(api, session.run_id)
    assert len(events) == 1 and events[0]["data"]["sizeBytes"] == size
    file = api.get(f"/v1/files/{events[0]['data']['fileId']}").expect(200)
    assert file["sha256"] == hashlib.sha256(b"x" * size).hexdigest() and file["eventId"] == events[0]["id"]
    assert api.run(session.run_id)["counts"]["events"] == len(api.events(session.run_id))


def test_what_cannot_be_kept_is_said_in_the_event(make_server, site, playwright):
    server = make_server(environment={"MARTLET_MAX_FILE_BYTES": "1000"})
    url = site.page("/limit", "<a id=file href=/download/large.bin>file</a>")
    with Session(server.api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].new_page()
        page.goto(url)
        with page.expect_download() as download:
            page.click("#file")
        assert download.value.path().read_bytes() == contents("large.bin"), "the agent's own copy is whole"
        event = until(lambda: finished(server.api, session.run_id), what="the download")[0]
        assert event["data"]["fileError"] == "request.too_large" and "fileId" not in event["data"]
        browser.close()
        session.stop()
    assert server.api.get("/v1/files").expect(200)["data"] == []


def test_a_staged_file_is_chosen_in_a_page(api, site, playwright):
    """By a raw client with the browser's path, and by Playwright."""
    url = site.page("/choose", "<input id=one type=file><input id=two type=file>", """
        for (const input of document.querySelectorAll('input')) input.onchange = async () =>
            console.log('chosen', input.id, input.files[0].name, await input.files[0].text())""")
    file = upload(api, b"the bytes", name="report.csv").expect(201)
    with Session(api) as session:
        staged = api.post(f"/v1/runtimes/{session.id}/files/stage", {"fileId": file["id"], "runtimePath": "in/r.csv"}).expect(200)
        with CDP(session.connect_url) as client:
            page = client.attach_page(url)
            until(lambda: client.evaluate(page, "document.readyState") == "complete")
            root = client.call("DOM.getDocument", page)["root"]["nodeId"]
            node = client.call("DOM.querySelector", page, nodeId=root, selector="#one")["nodeId"]
            client.call("DOM.setFileInputFiles", page, nodeId=node, files=[staged["absolutePath"]])
            until(lambda: [e for e in api.events(session.run_id, "&type=console.message") if "one" in e["data"]["text"]], what="chosen")
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].new_page()
        page.goto(url)
        page.set_input_files("#two", staged["absolutePath"])
        until(lambda: [e for e in api.events(session.run_id, "&type=console.message") if "two" in e["data"]["text"]], what="chosen")
        browser.close()
        session.stop()
    record = Record(api, session.run_id).check()
    assert record.console("chosen") == ["chosen one r.csv the bytes", "chosen two r.csv the bytes"]
    rows = api.get(f"/v1/runs/{session.run_id}/activity?fileId={file['id']}").expect(200)["data"]
    assert rows[0]["type"] == "file.staged", rows


def test_a_crashed_browser_keeps_what_had_finished(make_server, site, playwright):
    server = make_server()
    url = site.page("/crash", "<a id=file href=/download/before.bin>file</a>")
    with Session(server.api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        page = browser.contexts[0].new_page()
        page.goto(url)
        page.click("#file")
        until(lambda: finished(server.api, session.run_id), what="the download")
        for pid in server.browsers():
            with contextlib.suppress(ProcessLookupError):  # it takes its own helpers along
                os.kill(pid, signal.SIGKILL)
        until(lambda: server.api.run(session.run_id)["status"] == "failed", 20, "the run failed")
        browser.close()
    check_files(server.api, session.run_id, {"before.bin": contents("before.bin")})

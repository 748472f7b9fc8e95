"""Fixtures: the server as a process, a site that counts, a browser driver, and the logs of what failed."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from bctrl import Bctrl
from playwright.sync_api import sync_playwright

from harness.api import Session
from harness.live_page import LivePage
from harness.record import Record
from harness.server import Server
from harness.site import Site
from harness.story import fill

COLLECTED = pytest.StashKey[list]()


@pytest.fixture(scope="session")
def root():
    """A folder for servers. Not pytest's own: that one is closed to the user that the browser runs as."""
    with tempfile.TemporaryDirectory(prefix="martlet-acceptance-", ignore_cleanup_errors=True) as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture(scope="session")
def shared_server(root):
    server = Server(root / "shared", environment={"MARTLET_MAX_RUNTIMES": "16"}).start()
    yield server
    server.stop()


@pytest.fixture
def server(shared_server, request):
    """The server that most tests share; it must live when the test is over."""
    request.node.stash.setdefault(COLLECTED, []).append(shared_server)
    yield shared_server
    assert shared_server.process.poll() is None, "the server ended during the test"
    assert shared_server.healthy(), "the server no longer answers"


@pytest.fixture
def make_server(root, request):
    """Makes servers of the test's own: `make_server(environment={...})`, started and ended at the test's end."""
    made = []

    def make(start=True, **options):
        server = Server(root / f"{request.node.name.replace('/', '_')[:80]}-{len(made)}", **options)
        made.append(server)
        request.node.stash.setdefault(COLLECTED, []).append(server)
        return server.start() if start else server

    yield make
    for server in made:
        server.stop()


@pytest.fixture
def small_disk(root):
    """Mounts a file system of so many MiB for a server's data; gone at the test's end."""
    mounted = []

    def mount(megabytes):
        if os.geteuid() != 0:
            pytest.skip("mounting a small file system needs root")
        folder = Path(tempfile.mkdtemp(prefix="disk-", dir=root))
        options = f"size={megabytes}m,mode=755"
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True)
        if done.returncode:
            pytest.skip(f"this machine mounts no tmpfs: {done.stderr.decode().strip()}")
        mounted.append(folder)
        return folder

    yield mount
    for folder in mounted:
        subprocess.run(["umount", "-l", str(folder)], check=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.failed:
        for server in item.stash.get(COLLECTED, []):
            report.sections.append((f"log of {server.url} ({server.data})", server.tail()))
    return report


@pytest.fixture
def api(server):
    return server.api


@pytest.fixture
def client(server):
    """The official Python client, against our server."""
    return Bctrl(api_key=server.key, base_url=server.url, timeout=30)


@pytest.fixture
def site():
    site = Site()
    yield site
    site.close()


@pytest.fixture
def shop(site):
    return fill(site)


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture
def drive(api, playwright):
    """Runs `action(page)` in a fresh runtime through Playwright, stops it, and returns the checked record."""

    def run(action, **request):
        with Session(api, **request) as session:
            browser = playwright.chromium.connect_over_cdp(session.connect_url)
            try:
                page = browser.contexts[0].pages[0] if browser.contexts[0].pages else browser.contexts[0].new_page()
                page.set_default_timeout(15_000)
                action(page)
            finally:
                browser.close()
            session.stop()
        return Record(api, session.run_id).check()

    return run


@pytest.fixture(scope="session")
def window_browser(playwright):
    """A browser of the tests' own, in which people look at pages of the server."""
    path = os.environ.get("MARTLET_CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
    browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
    yield browser
    browser.close()


@pytest.fixture
def people(window_browser, site):
    """Makes viewers: `people(url)` opens a window with the view in a frame of another origin."""
    made = []

    def make(url, **options):
        made.append(LivePage(window_browser, site, url, **options))
        return made[-1]

    yield make
    for viewer in made:
        viewer.close()


@pytest.fixture
def stage(api, playwright):
    """A fresh runtime with an agent on it: `stage.page` drives, `stage.live(control="input")` gives a live view's address."""
    with Session(api) as session:
        browser = playwright.chromium.connect_over_cdp(session.connect_url)
        context = browser.contexts[0]
        session.page = context.pages[0] if context.pages else context.new_page()
        session.page.set_default_timeout(15_000)
        session.live = lambda **request: api.post(f"/v1/runs/{session.run_id}/live", request).expect(200)["url"]
        yield session
        browser.close()

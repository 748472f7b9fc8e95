"""The timeline of scripts of Puppeteer, Selenium and Playwright's asyncio API, read beside them. Others of Playwright are in test_activity.py
and test_activity_market.py."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from harness.api import API, Session
from harness.server import ROOT, find_binary
from harness.story import SECRET, activity, check, untimed

CLIENTS = Path(__file__).parent / "clients"


@pytest.fixture
def photo(root):
    """A file that the browser's own user may read."""
    path = root / "me.png"
    path.write_bytes(b"x")
    path.chmod(0o644)
    return path


def run(python, script, *arguments):
    done = subprocess.run(
        [python, CLIENTS / script, *map(str, arguments)], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]


def told(api, run_id):
    items = activity(api, run_id, "&view=debug")
    check(items)
    return [untimed(item["message"]) for item in items if item["category"] not in ("runtime", "system", "network")]


def expected(shop, drag):
    host = shop.url("")[len("http://") :].rstrip("/")
    return [
        f'Opened "Paper & Pin" ({host}/shop)',
        'Clicked the "Add to basket" button',
        'Clicked the "Sign in" link',
        f'Opened "Sign in" ({host}/login)',
        'Typed "ada@example.com" into the "Email" field',
        'Typed a hidden text into the "Password" field',
        'Checked "Remember me"',
        'Chose "Spain" in the "Country" list',
        'Typed "Grüße" into the "Notes" field',
        'Put "me.png" into the "Photo" file field',
        'Took a screenshot of the page "Sign in"',
        'Pressed Enter in the "Email" field',
        'Sent the "Sign in" form with "Enter shop"',
        f'Opened "Welcome" ({host}/welcome)',
        'Clicked the "Delete" button',
        'The page asked "Delete all?"; the agent accepted',
        'Pointed at "Menu"',
        'Clicked the "Get report" link',
        'Downloaded "report.csv" (4 kB)',
        *(['Dragged "Card" onto "Column"'] if drag else []),
        "Opened a new tab",
        f'Opened "Care" ({host}/care)',
        'Closed the tab "Care"',
        f'Reloaded "Welcome" ({host}/welcome)',
        f'Went back to "Sign in" ({host}/login)',
    ]


def test_a_script_of_puppeteer_is_told_step_by_step(api, shop, photo):
    # pyppeteer needs an old websockets: an environment of its own, made by scripts/test.
    python = Path(os.environ.get("MARTLET_PYPPETEER", ROOT / ".venv-pyppeteer/bin/python"))
    assert python.exists(), f"{python} is not there: scripts/test makes it"
    with Session(api) as session:
        run(python, "pyppeteer_script.py", session.connect_url, shop.url("").rstrip("/"), SECRET, photo)
        session.stop()
    assert told(api, session.run_id) == expected(shop, drag=False)


def test_a_script_of_asyncio_playwright_is_told_step_by_step(api, shop, photo):
    with Session(api) as session:
        run(sys.executable, "playwright_async_script.py", session.connect_url, shop.url("").rstrip("/"), SECRET, photo)
        session.stop()
    assert told(api, session.run_id) == expected(shop, drag=True)


@contextmanager
def forwarded(connect_url):
    """`martlet forward` of a run: its `host:port`."""
    command = [find_binary(), "forward", "--port", "0"]
    environment = os.environ | {"MARTLET_CONNECT_URL": connect_url}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            yield process.stdout.readline().split()[1]
        finally:
            process.terminate()


def test_a_script_of_selenium_is_told_step_by_step(api, shop, photo):
    with Session(api) as session, forwarded(session.connect_url) as address:
        run(sys.executable, "selenium_script.py", address, shop.url("").rstrip("/"), SECRET, photo)
        session.stop()
    assert told(api, session.run_id) == expected(shop, drag=True)


def test_a_forwarder_answers_only_to_names_of_this_machine(api):
    with Session(api) as session, forwarded(session.connect_url) as address:
        browser = API(int(address.split(":")[1]), "")
        assert "Chrome" in browser.get("/json/version").expect(200)["Browser"]
        assert browser.get("/json/version", headers={"host": "evil.example"}).status == 403
        assert browser.get("/json/version", headers={"origin": "http://evil.example"}).status == 403
        assert len(browser.get("/json/list").expect(200)) == 1


def test_a_forwarder_says_what_is_wrong():
    for arguments in (["ws://127.0.0.1:1/elsewhere"], ["wss://example.com/cdp/a/b"], ["nonsense"]):
        done = subprocess.run([find_binary(), "forward", *arguments], capture_output=True, text=True, timeout=20, check=False)
        assert done.returncode == 2 and "connectUrl" in done.stderr, done.stderr

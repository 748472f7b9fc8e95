"""The documentation as the server shows it: every page, its Markdown, its links, and what its examples print."""

import re
import subprocess
import sys
import os
import urllib.error
import urllib.request
from urllib.parse import urljoin

import pytest

from harness.server import ROOT
from harness.viewer import launch

PAGES = sorted(str(file.relative_to(ROOT / "docs"))[:-3] for file in (ROOT / "docs").rglob("*.md"))


def get(url):
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.read().decode(), answer.headers


@pytest.mark.parametrize("page", [page for page in PAGES if page != "README"])
def test_a_page_is_there_as_html_and_as_markdown(server, page):
    source = (ROOT / f"docs/{page}.md").read_text().rstrip()
    assert get(f"{server.url}/docs/{page}.md")[0] == source
    html, headers = get(f"{server.url}/docs/{page}")
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "<h1 id=" in html and "{{" not in html
    assert f'href="/docs/{page}" aria-current="page"' in html


def test_every_link_of_the_pages_leads_somewhere(server):
    seen, waiting = set(), [f"{server.url}/docs"]
    ids = {}
    wanted = set()
    while waiting:
        url = waiting.pop()
        if url in seen:
            continue
        seen.add(url)
        text, headers = get(url)
        if "html" not in headers["Content-Type"]:
            continue
        ids[url] = set(re.findall(r' id="([^"]+)"', text))
        for link in re.findall(r'(?:href|src)="([^"]+)"', text):
            address, _, anchor = urljoin(url, link.replace("&amp;", "&")).partition("#")
            if address.startswith(server.url):
                waiting.append(address)
                wanted |= {(address, anchor)} if anchor else set()
    assert len(ids) == len(PAGES)
    assert not [(address, anchor) for address, anchor in wanted if anchor not in ids.get(address, set())]


def test_language_models_get_a_list_and_one_text(server):
    text, _ = get(f"{server.url}/llms.txt")
    assert text.startswith("# Martlet\n\n> ")
    for link in re.findall(r"\]\((\S+)\)", text):
        assert get(link)[0]
    full, _ = get(f"{server.url}/llms-full.txt")
    assert all((ROOT / f"docs/{page}.md").read_text().rstrip() in full for page in PAGES if page != "README")


def test_an_unknown_page_is_an_error_that_says_where_to_look(server):
    with pytest.raises(urllib.error.HTTPError) as error:
        get(f"{server.url}/docs/nothing")
    assert error.value.code == 404 and "GET /docs" in error.value.read().decode()


def test_the_quick_start_in_python_works_as_printed(server):
    code = re.search(r"```python\n(.*?)```", (ROOT / "docs/quick-start.md").read_text(), re.S).group(1)
    done = subprocess.run(
        [sys.executable, "-c", code.replace("http://localhost:8787", server.url)],
        env={**os.environ, "KEY": server.key}, capture_output=True, text=True, timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert 'Clicked the "Concepts" link' in done.stdout


def test_a_person_reads_a_page(server, playwright):
    browser = launch(playwright)
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{server.url}/docs")
    page.get_by_role("navigation").get_by_role("link", name="Events").click()
    assert page.title().startswith("Events")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    browser.close()


def test_every_type_of_the_activity_is_in_its_table():
    rows = re.findall(r"^\| (`[a-z]+\.[^|]*) \|", (ROOT / "docs/activity.md").read_text(), re.M)
    told = set()
    for row in rows:
        first, *others = re.findall(r"`([a-z_.]+)`", row)
        told |= {first, *(first.split(".")[0] + other if other.startswith(".") else other for other in others)}
    errors = (ROOT / "docs/errors.md").read_text()
    sources = [file.read_text() for part in ("Activity", "LiveView", "ControlPlane") for file in (ROOT / "Sources" / part).rglob("*.swift")]
    literals = set(re.findall(r'"((?:browser|file|network|console|system)\.[a-z_]+)"', "\n".join(sources)))
    written = {name for name in literals if f"`{name}`" not in errors and not name.endswith(".id")}
    assert len(written) > 20 and written <= told, written - told

"""The Swift of the README and of docs/ is run, page by page, as a program of its own."""

import json
import subprocess

import pytest

from harness.cli import environment
from harness.server import ROOT, find_binary


def has_swift(path):
    return "```swift\n" in path.read_text()


PAGES = sorted(str(p.relative_to(ROOT)) for p in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")] if has_swift(p))
# What a page needs of the server beyond the spine.
NEEDS = {"docs/seed-calls.md": ["/v1/runs/{runId}/live", "/v1/runs/{runId}/recording", "/v1/runs/{runId}/files/export"]}


def run(*arguments, server=None):
    return subprocess.run(
        [str(find_binary().parent / "Snippets"), *arguments],
        env=environment(server), capture_output=True, text=True, timeout=90,
    )


def test_every_page_with_swift_is_there():
    assert run().stdout.split() == PAGES and PAGES


@pytest.mark.parametrize("page", PAGES)
def test_the_swift_of(page, server, api):
    described = json.loads(api.get("/openapi.json").body)["paths"]
    missing = [path for path in NEEDS.get(page, []) if path not in described]
    if missing:
        pytest.skip(f"this server has no {missing}")
    done = run(page, server=server)
    assert done.returncode == 0, done.stderr[-3000:]
    assert done.stdout.strip()

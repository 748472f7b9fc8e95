"""The pure modules of the viewers' pages, under node's own test runner (Playwright brings a node)."""

import os
import subprocess
from pathlib import Path

import playwright
import pytest

ROOT = Path(__file__).resolve().parents[2]
NODE = Path(playwright.__file__).parent / "driver" / "node"
SUITES = sorted((ROOT / "Tests/WebModules").glob("*.test.mjs"))


@pytest.mark.parametrize("suite", SUITES, ids=lambda path: path.name.removesuffix(".test.mjs"))
def test_modules(suite):
    environment = {"PATH": os.environ["PATH"], "NODE_NO_WARNINGS": "1"}
    done = subprocess.run(
        [NODE, "--test", "--test-reporter=tap", suite], capture_output=True, text=True, timeout=60, env=environment
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "# pass 0" not in done.stdout, "no test ran"


@pytest.mark.parametrize("folder", ["shared", "player", "dashboard"])
def test_pure_modules_are_tested(folder):
    """A module without any DOM has no reason not to be tested."""
    tested = "".join(suite.read_text() for suite in SUITES)
    assets = ROOT / "Sources/WebPages/Assets"
    pure = [m for m in (assets / folder).glob("*.js") if "Pure" in m.read_text().split("\n\n")[0]]
    assert pure
    for module in pure:
        assert f"/{folder}/{module.name}" in tested, f"{module.name} calls itself pure and has no test"

"""The pure modules of the web pages, tested by `node --test` on `Tests/WebPages`."""

import subprocess
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

ROOT = Path(__file__).resolve().parents[2]
# Playwright for Python comes with a Node of its own, so nobody has to install one.
NODE = compute_driver_executable()[0]


@pytest.mark.parametrize("folder", sorted(path.name for path in (ROOT / "Tests/WebPages").iterdir() if path.is_dir()))
def test_modules(folder):
    run = subprocess.run(
        [NODE, "--test", f"Tests/WebPages/{folder}/**/*.test.js"], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "tests 0" not in run.stdout

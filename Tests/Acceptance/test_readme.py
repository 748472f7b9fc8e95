"""What the README prints works as printed."""

import json
import os
import re
import subprocess
import sys

from harness.server import ROOT

README = (ROOT / "README.md").read_text()


def block(language, holding):
    blocks = re.findall(rf"```{language}\n(.*?)```", README, re.S)
    return next(b for b in blocks if holding in b)


def test_the_python_example(server):
    code = block("python", "connect_over_cdp").replace("http://localhost:8787", server.url)
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "KEY": server.key},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].startswith("1 ") and "runtime.lifecycle" in lines[0]
    assert any("console.message hello from the page" in line for line in lines)
    assert any("network.request GET /openapi.json" in line for line in lines)


def test_the_session_with_curl(server):
    ids, answers = {}, []
    prelude, *calls = block("sh", "export KEY").split("\n\n", 1)
    definition = next(line for line in prelude.splitlines() if line.startswith("call()"))
    for line in calls[0].strip().splitlines():
        for name, value in {"localhost:8787": f"127.0.0.1:{server.port}", **ids}.items():
            line = line.replace(name, value)
        if "events/stream" in line:
            line = line.replace(" -N ", " -N --max-time 1 ")
        done = subprocess.run(
            ["bash", "-c", f"{definition}\n{line}"], env={**os.environ, "KEY": server.key}, capture_output=True, timeout=30
        )
        answers.append(done.stdout.decode())
        if answers[-1].startswith("{"):
            answer = json.loads(answers[-1])
            assert "error" not in answer, (line, answer)
            ids.setdefault("RUNTIME", answer.get("id", answer.get("runtimeId", "")))
            if answer.get("runId"):
                ids["RUN"] = answer["runId"]
    assert answers[2].startswith("event: run.event\nid: ")
    assert any("/healthz" in json.dumps(e) for e in json.loads(answers[-1])["data"])

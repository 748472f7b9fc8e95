"""Live views, leases and human actions by the command line."""

import uuid

import pytest

from harness.api import Session
from harness.cli import CLI


@pytest.fixture
def session(api):
    with Session(api, name=f"live-{uuid.uuid4().hex[:8]}") as session:
        yield session


def test_a_live_view_is_given_and_taken_back(server, session):
    cli = CLI(server)
    live = cli.ok("live", "link", session.run_id, "--control", "input", "--expires-in", "10m", "--name", "Ada", "--json").json
    assert live["url"].startswith(server.url + "/view/live/")
    assert "Ada" in cli.ok("leases", "list", session.run_id).out
    cli.ok("leases", "revoke", session.run_id, live["leaseId"])
    assert cli.ok("leases", "list", session.run_id, "--json").json[0]["revokedAt"]
    terminal = cli.terminal("runs", "watch", session.run_id)
    terminal.until("picture: ")
    session.stop()
    assert terminal.wait() == 0 and "/view/live/" in terminal.text and "replay: " in terminal.text
    ended = cli("live", "link", session.run_id)
    assert ended.status == 5 and ended.err.startswith("martlet: ")


def test_a_person_is_asked(server, session):
    cli = CLI(server)
    assert cli.ok("human-actions", "create", session.id, "Solve it", "--timeout", "5m", "--json").json["status"] == "requested"
    assert cli("human-actions", "create", session.id, "Again").status == 5
    assert cli("human-actions", "wait", session.id, "--timeout", "1s").status == 9
    cli.ok("human-actions", "complete", session.id)
    assert cli.ok("human-actions", "wait", session.id, "--json").json["status"] == "completed"
    cli.ok("human-actions", "create", session.id, "Another")
    cli.ok("human-actions", "cancel", session.id)
    assert cli("human-actions", "wait", session.id).status == 1

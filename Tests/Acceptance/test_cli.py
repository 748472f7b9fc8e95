"""The command line in pipes and in a real terminal: what people read, what programs read, how it ends."""

import json
import re
import subprocess
import time
import uuid

import pytest

from harness.api import Session
from harness.cli import CLI
from harness.process import free_port

ESCAPE = "\x1b"
LONG = "/an/address/that/is/longer/than/what/a/narrow/terminal/shows/of/it"


@pytest.fixture
def cli(server):
    return CLI(server)


@pytest.fixture
def ended(api, site):
    """A run that has ended, of a runtime with a name of its own."""
    name = f"cli-{uuid.uuid4().hex[:8]}"
    with Session(api, name=name) as session:
        target = api.post(f"/v1/runtimes/{session.id}/targets", {"uri": site.page(LONG, title="A page")}).expect(201)
        assert target["active"]
        session.stop()
    session.name = name
    return session


# What is printed.


def test_tables_for_people_and_json_for_programs(cli, api, ended):
    plain = cli.ok("events", "list", ended.run_id)
    assert ESCAPE not in plain.out and plain.err == ""
    assert plain.lines[0].split() == ["#", "TIME", "(UTC)", "TYPE", "STATUS", "WHAT"]
    events = api.events(ended.run_id)
    assert len(plain.lines) == 1 + min(50, len(events))
    assert cli.ok("events", "list", ended.run_id, "--all", "--json").json == events
    lines = cli.ok("events", "list", ended.run_id, "--all", "--jsonl").lines
    assert [json.loads(line) for line in lines] == events
    told, asked = cli.ok("runs", "get", ended.run_id, "--json").json, api.run(ended.run_id)
    assert told["usage"].pop("computedAt") <= asked["usage"].pop("computedAt") and told == asked
    assert cli.ok("runs", "get", ended.run_id).lines[0].split() == ["id", ended.run_id]


def test_limit_all_and_filters(cli, ended):
    assert len(cli.ok("events", "list", ended.run_id, "--limit", 3, "--jsonl").lines) == 3
    kinds = cli.ok("events", "list", ended.run_id, "--type", "navigation", "--type", "runtime.lifecycle", "--json").json
    assert {event["type"] for event in kinds} == {"navigation", "runtime.lifecycle"}
    after = cli.ok("events", "list", ended.run_id, "--after", kinds[0]["id"], "--json").json
    assert after[0]["seq"] == kinds[0]["seq"] + 1
    assert cli.ok("runs", "list", "--runtime", ended.id, "--json").json[0]["id"] == ended.run_id
    assert cli.ok("runs", "list", "--runtime", ended.id, "--status", "failed", "--json").json == []


def test_colours_only_on_a_terminal_that_wants_them(server, ended):
    def shown(**more):
        terminal = CLI(server, **more).terminal("runs", "list", "--runtime", ended.id)
        assert terminal.wait() == 0
        return terminal.text

    assert f"{ESCAPE}[2mstopped{ESCAPE}[0m" in shown()
    assert ESCAPE not in shown(NO_COLOR="1") and ESCAPE not in shown(TERM="dumb")


def test_rows_end_where_the_terminal_does(server, ended):
    terminal = CLI(server, NO_COLOR="1").terminal("events", "list", ended.run_id, columns=80)
    assert terminal.wait() == 0
    lines = terminal.text.split("\r\n")
    assert max(map(len, lines)) <= 80 and any(line.endswith("…") for line in lines)


def test_a_page_cannot_steer_the_terminal(cli, api, drive, site):
    url = site.page("/evil", "<script>console.log('a\\u001b[31mred\\u0007 \\u202Egnidaer')</script>", title="Evil")
    record = drive(lambda page: page.goto(url))
    assert any("\x1b[31m" in json.dumps(e, ensure_ascii=False).encode().decode("unicode_escape") for e in record.events)
    out = cli.ok("events", "list", record.run["id"], "--all").out
    assert "red" in out and not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", out)


def test_a_runtime_by_its_name_and_the_latest_run(cli, ended):
    assert cli.ok("runtimes", "get", ended.name, "--json").json["id"] == ended.id
    started = cli.ok("runtimes", "start", ended.name, "--json").json
    assert cli.ok("runs", "get", "latest", "--json").json["id"] == started["runId"]
    assert cli.ok("targets", "open", ended.name, "about:blank#two", "--json").json["uri"] == "about:blank#two"
    assert f"Stopped {ended.id}; its run is {started['runId']}." in cli.ok("runtimes", "stop", ended.name).out
    assert "was stopped already" in cli.ok("runtimes", "stop", ended.name).out
    twin = cli.ok("runtimes", "create", "--name", ended.name, "--viewport", "801x602", "--idle-timeout", "5m", "--json").json
    assert twin["config"]["fingerprint"]["viewport"] == {"width": 801, "height": 602}
    assert twin["config"]["idleTimeoutSeconds"] == 300
    ambiguous = cli("runtimes", "get", ended.name)
    assert ambiguous.status == 5 and ended.id in ambiguous.err and twin["id"] in ambiguous.err
    cli.ok("runtimes", "delete", ended.id, twin["id"])


def test_spaces_and_keys(cli, server):
    space = cli.ok("spaces", "create", "from the terminal", "--json").json
    assert cli.ok("spaces", "rename", space["id"], "renamed", "--json").json["name"] == "renamed"
    changed = cli.ok("spaces", "environment", space["id"], "--set", '{"vault": {"allow": ["a/"]}}').json
    assert changed["vault"]["allow"] == ["a/"]
    cli.ok("spaces", "delete", space["id"])
    made = cli.ok("keys", "create", "ci", "--expires-in", "1h", "--json").json
    with_it = CLI(server, MARTLET_API_KEY=made["secret"])
    assert with_it.ok("whoami", "--json").json["keyId"] == made["data"]["id"]
    assert made["secret"] not in cli.ok("keys", "list", "--all").out
    cli.ok("keys", "delete", made["data"]["id"])
    assert with_it("whoami").status == 3


# Watching.


def test_a_run_is_watched_in_a_terminal(server, api, site):
    with Session(api, name="watched") as session:
        terminal = CLI(server).terminal("runs", "watch", session.run_id)
        terminal.until(f"run {session.run_id} of runtime watched, active")
        api.post(f"/v1/runtimes/{session.id}/targets", {"uri": site.page("/w", title="Watched")}).expect(201)
        terminal.until("tab")
        session.stop()
        assert terminal.wait() == 0
    assert re.search(r"stopped.* after [\d.]+ m?s, \d+ events", terminal.text), terminal.text


def test_a_list_is_watched_until_ctrl_c(server, api):
    terminal = CLI(server).terminal("runtimes", "list", "--watch", "--status", "active", "--limit", 200)
    terminal.until("NAME")
    with Session(api, name="comes-and-goes"):
        terminal.until("comes-and-goes")
    terminal.interrupt()
    assert terminal.wait(5) == 130


def test_ctrl_c_ends_a_stream_quietly(server, api):
    with Session(api) as session:
        terminal = CLI(server).terminal("events", "stream", session.run_id)
        terminal.until("runtime.lifecycle")
        began = time.monotonic()
        terminal.interrupt()
        assert terminal.wait(5) == 130 and time.monotonic() - began < 3
    assert "rror" not in terminal.text and "ancel" not in terminal.text


def test_watching_goes_on_when_the_server_is_killed_and_started_again(make_server):
    server = make_server()
    with Session(server.api) as session:
        terminal = CLI(server).terminal("events", "stream", session.run_id, "--jsonl", columns=4000)
        terminal.until("runtime.lifecycle")
        for number in range(3):
            server.api.post(f"/v1/runtimes/{session.id}/targets", {"uri": f"{server.url}/healthz?{number}"}).expect(201)
        terminal.until("healthz?2")
        server.kill()
        server.start()
        assert terminal.wait() == 0
        numbers = [json.loads(line)["seq"] for line in terminal.text.split("\r\n") if line]
        assert numbers == list(range(1, server.api.run(session.run_id)["counts"]["events"] + 1))


def test_a_reader_that_leaves_is_no_error(cli, ended):
    done = cli.shell(f"martlet events list {ended.run_id} --all --jsonl | head -1")
    assert len(done.lines) == 1 and done.err == ""
    assert done.status in (0, 141)


def test_a_full_disk_is_an_error(cli, ended):
    done = cli.shell(f"martlet events list {ended.run_id} --all --jsonl > /dev/full")
    assert done.status == 1 and done.err == "martlet: Standard output cannot be written: No space left on device.\n"


def test_an_empty_id_goes_nowhere(cli):
    done = cli("runs", "get", "")
    assert done.status == 2 and "empty" in done.err, done


def test_waiting_for_a_run(cli, api, ended):
    assert cli.ok("runs", "wait", ended.run_id, "--json").json["status"] == "stopped"
    with Session(api) as session:
        began = time.monotonic()
        late = cli("runs", "wait", session.run_id, "--timeout", "0.5s")
        assert late.status == 9 and 0.4 < time.monotonic() - began < 10


# How it ends.


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["runs", "get", str(uuid.uuid4())], 4, "There is no run"),
        (["runs", "get"], 2, "Missing expected argument"),
        (["runs", "list", "--limit", "0"], 2, "--limit must be 1 or more"),
        (["runs", "list", "--status", "sideways"], 2, "status"),
        (["runtimes", "get", "no-such-name"], 4, "No runtime has the name"),
        (["nonsense"], 2, "nonsense"),
        (["runs", "list", "--json", "--jsonl"], 2, "not both"),
        (["runtimes", "start"], 2, "Give a runtime, or --name"),
        (["runs", "wait", "latest", "--timeout", "soon"], 2, "soon"),
    ],
)
def test_exit_status_and_a_sentence(cli, arguments, status, says):
    done = cli(*arguments)
    assert done.status == status and says in done.err and done.out == "", done


def test_what_is_active_cannot_be_deleted(cli, api):
    with Session(api) as session:
        done = cli("runtimes", "delete", session.id)
        assert done.status == 5 and done.err.startswith("martlet: ")
        cli.ok("runtimes", "delete", session.id, "--force")


@pytest.mark.parametrize(
    ("more", "status", "says"),
    [
        ({"MARTLET_API_KEY": "bctrl_wrong"}, 3, "MARTLET_API_KEY"),
        ({"MARTLET_API_KEY": "with blanks"}, 2, "holds blanks"),
        ({"MARTLET_BASE_URL": "http://127.0.0.1:1"}, 6, "No server answers on http://127.0.0.1:1. Start one with `martlet serve`"),
        ({"MARTLET_BASE_URL": "localhost:8787"}, 2, "must be http://HOST:PORT"),
        ({"MARTLET_BASE_URL": "http://no-such-host.invalid"}, 6, "has no address"),
    ],
)
def test_wrong_key_and_wrong_address(server, more, status, says):
    done = CLI(server, **more)("runs", "list")
    assert done.status == status and says in done.err and "Error" not in done.err, done
    assert done.err.count("\n") == 1, "one sentence, no stack"


def test_a_plain_server_asked_by_https(server):
    done = CLI(server, MARTLET_BASE_URL=server.url.replace("http:", "https:"))("whoami")
    assert done.status == 6 and "does not speak TLS" in done.err


def test_what_is_no_martlet(server, site):
    page = CLI(server, MARTLET_BASE_URL=f"http://127.0.0.1:{site.port}")("whoami")
    assert page.status == 8 and "Check the address" in page.err, page


def test_the_local_servers_key_is_found(make_server):
    server = make_server(start=False, key=None)
    server.start()
    local = CLI(MARTLET_BASE_URL=server.url, MARTLET_DATA_DIR=str(server.data))
    assert local.ok("whoami").lines[0].split() == ["server", server.url]
    assert CLI(MARTLET_BASE_URL=server.url)("whoami", "--data-dir", server.data).status == 0
    nowhere = CLI(MARTLET_BASE_URL=server.url)("whoami", "--data-dir", "/nowhere")
    assert nowhere.status == 3 and "/nowhere/admin.key" in nowhere.err


def test_a_data_folder_is_asked_for_a_key_last_and_for_this_machine_alone(server, site, tmp_path):
    (tmp_path / "admin.key").write_text("bctrl_of_this_machine\n")
    assert CLI(server)("whoami", "--data-dir", tmp_path).status == 0, "the environment's key goes first"
    away = CLI(MARTLET_BASE_URL="http://foreign.invalid")("whoami", "--data-dir", tmp_path)
    assert away.status == 3 and "There is no API key for http://foreign.invalid" in away.err
    doctor = CLI(MARTLET_BASE_URL=server.url)("doctor", "--data-dir", tmp_path / "new", "--json")
    assert {f["subject"] for f in doctor.json} >= {"browser", "disk", "server"}


# Help.


def leaves(command, path=()):
    path = (*path, command["commandName"])
    below = [c for c in command.get("subcommands", []) if c["commandName"] != "help"]
    if not below:
        yield path, command
    for inner in below:
        yield from leaves(inner, path)


def test_every_command_says_what_it_does_and_how():
    dumped = CLI().ok("--experimental-dump-help").json["command"]
    found = list(leaves(dumped))
    assert len(found) > 45
    for path, command in found:
        assert command.get("abstract"), path
        for argument in command.get("arguments", []):
            assert argument.get("abstract") or argument.get("valueName") in ("help", "version"), (path, argument)
    for group in dumped["subcommands"]:
        if group.get("subcommands") and group["commandName"] not in ("help", "leases", "serve"):
            assert "Example" in group["discussion"], group["commandName"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completions(shell):
    script = CLI().ok("--generate-completion-script", shell).out
    assert "human-actions" in script and "runtimes" in script
    if shell == "bash":
        subprocess.run(["bash", "-n"], input=script.encode(), check=True)


# Doctor.


def test_the_doctor(server, cli):
    assert cli("doctor", "--data-dir", server.data, "--json").status == 0
    findings = {f["subject"]: f for f in cli.ok("doctor", "--json").json}
    assert findings["browser"]["grade"] == "ok" and "Chrom" in findings["browser"]["text"]
    assert findings["server"] == {"grade": "ok", "subject": "server", "text": findings["server"]["text"]}
    assert set(findings) == {
        "browser", "ffmpeg", "fonts", "sandbox", "disk", "shared memory", "open files", "memory", "server",
    }
    assert all(f["grade"] == "ok" or f["advice"] for f in findings.values())


def test_the_doctor_finds_what_is_wrong(server):
    port = free_port()
    done = CLI(server, MARTLET_BASE_URL=f"http://127.0.0.1:{port}")("doctor", "--chromium", "/nowhere/chromium", "--json")
    findings = {f["subject"]: f for f in done.json}
    assert done.status == 1 and findings["browser"]["grade"] == "bad" and "apt-get install" in findings["browser"]["advice"]
    assert findings["server"]["grade"] == "warning" and "martlet serve" in findings["server"]["advice"]
    wrong = CLI(server, MARTLET_API_KEY="bctrl_wrong")("doctor")
    assert wrong.status == 1 and "MARTLET_API_KEY" in wrong.out


def test_the_demo(cli):
    done = cli.ok("demo", timeout=90)
    assert "What happened:" in done.out and "Thank you" in done.out
    run = re.search(r"martlet runs get (\S+)", done.out).group(1)
    assert cli.ok("runs", "get", run, "--json").json["status"] == "stopped"

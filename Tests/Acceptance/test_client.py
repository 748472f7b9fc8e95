"""A real job with the official Python client, to the letter of what it sends and expects."""

import threading
import uuid

import bctrl
import pytest
from bctrl import Bctrl

from harness.record import Record
from harness.wait import until


def test_a_whole_job(client, api, site, playwright):
    url = site.page("/job", "<button id=go onclick=\"console.log('job clicked')\">go</button>", title="The job")
    space = client.spaces.create(name="jobs")
    runtime = client.runtimes.create(name="worker", space_id=space["id"], metadata={"order": 7})
    assert runtime["status"] == "stopped" and runtime["activeRunId"] is None and runtime["spaceId"] == space["id"]

    started = client.runtimes.start(runtime["id"], idempotency_key=str(uuid.uuid4()))
    assert started["started"] is True and started["protocol"] == "cdp" and started["status"] == "active"
    frames = []
    reader = threading.Thread(target=lambda: frames.extend(client.runs.events.stream(started["runId"])))
    reader.start()

    browser = playwright.chromium.connect_over_cdp(started["connectUrl"])
    page = browser.contexts[0].new_page()
    page.goto(url)
    page.click("#go")
    detail = client.runtimes.get(runtime["id"])
    assert detail["connectUrl"] == started["connectUrl"] and detail["metadata"] == {"order": 7}
    def shown():
        """The browser tells a page's title some time after its load."""
        targets = client.runtimes.targets.list(runtime["id"])["data"]
        assert sum(t["active"] for t in targets) == 1
        return any(t["uri"] == url and t["metadata"]["title"] == "The job" for t in targets)

    until(shown, 5, "the page's title among the targets")
    browser.close()

    stopped = client.runtimes.stop(runtime["id"])
    assert stopped == {"runtimeId": runtime["id"], "runId": started["runId"], "status": "stopped", "stopped": True}
    reader.join(20)
    assert not reader.is_alive(), "the stream ends with the run"
    assert frames[-1]["event"] == "run.ended" and frames[-1]["data"]["status"] == "stopped"
    assert frames[-1]["data"]["runId"] == started["runId"] and frames[-1]["data"]["failure"] is None
    streamed = [f["data"] for f in frames if f["event"] == "run.event"]
    assert [f["id"] for f in frames if f["event"] == "run.event"] == [e["id"] for e in streamed]

    run = client.runs.get(started["runId"])
    assert run["status"] == "stopped" and run["runtimeType"] == "browser" and run["durationSeconds"] > 0
    listed = list(client.runs.events.iter(started["runId"], limit=7))
    assert listed == streamed and run["counts"]["events"] == len(listed)
    record = Record(api, started["runId"]).check()
    record.check_site(site)
    assert record.console("job ") == ["job clicked"]
    page_of = client.runs.events.list(started["runId"], type=["navigation", "dialog"], limit=200)["data"]
    assert page_of and {e["type"] for e in page_of} == {"navigation"}

    assert [r["id"] for r in client.runs.iter(runtime_id=runtime["id"])] == [started["runId"]]
    assert [r["id"] for r in client.runtimes.runs.iter(runtime["id"])] == [started["runId"]]
    assert started["runId"] in [r["id"] for r in client.runs.list(status="completed", space_id=space["id"])["data"]]
    assert client.runs.wait(started["runId"], timeoutMs=1000)["waitStatus"] == "completed"
    usage = client.runs.usage(started["runId"])
    assert usage["billingStatus"] == "settled" and usage["creditsUsed"] is None and usage["runtimeSeconds"] > 0
    assert client.runtimes.delete(runtime["id"]) == {"id": runtime["id"], "deleted": True}
    assert client.runs.get(started["runId"])["id"] == started["runId"], "runs outlive their runtime"
    assert client.spaces.delete(space["id"])["deleted"] is True


def test_the_context_manager_starts_and_stops(client):
    with client.runtimes.started_browser(name="managed", config={"profile": False}) as runtime:
        assert client.runs.get(runtime.run_id)["status"] == "active"
        assert client.runs.get(runtime.run_id)["finishedAt"] is None
    assert client.runs.get(runtime.run_id)["status"] == "stopped"


def test_spaces_and_their_environment(client):
    space = client.spaces.create(name="first", environment={"storage": {"namespace": "shared"}})
    assert client.spaces.get(space["id"])["name"] == "first"
    assert client.spaces.environment.get(space["id"])["storage"]["namespace"] == "shared"
    client.spaces.environment.update(space["id"], vault={"allow": ["clients/"], "allowRawReads": False})
    environment = client.spaces.environment.get(space["id"])
    assert environment["storage"]["namespace"] == "shared" and environment["vault"]["allow"] == ["clients/"]
    assert client.spaces.update(space["id"], name="second")["name"] == "second"
    assert space["id"] in [s["id"] for s in client.spaces.iter(limit=2)]
    runtime = client.spaces.runtimes.create(space["id"], name="inside")
    assert runtime["spaceId"] == space["id"]
    assert [r["id"] for r in client.runtimes.list(space_id=space["id"])["data"]] == [runtime["id"]]
    client.runtimes.delete(runtime["id"])
    client.spaces.delete(space["id"])
    with pytest.raises(bctrl.BctrlNotFoundError) as error:
        client.spaces.get(space["id"])
    assert error.value.code == "space.not_found"


def test_targets(client, site):
    one, two = site.page("/one", title="One"), site.page("/two", title="Two")
    with client.runtimes.started_browser() as runtime:
        targets = client.runtimes.targets
        first = targets.create(runtime.id, uri=one)
        second = targets.create(runtime.id, uri=two, activate=False)
        assert first["type"] == "browser_page" and first["runtimeId"] == runtime.id
        active = {t["id"]: t["active"] for t in targets.list(runtime.id)["data"]}
        assert active[first["id"]] is True and active[second["id"]] is False
        assert targets.activate(runtime.id, second["id"])["active"] is True
        assert targets.get(runtime.id, first["id"])["active"] is False
        assert targets.delete(runtime.id, second["id"]) == {"id": second["id"], "deleted": True}
        with pytest.raises(bctrl.BctrlNotFoundError) as error:
            targets.get(runtime.id, second["id"])
        assert error.value.code == "target.not_found"
        for target in targets.list(runtime.id)["data"]:
            targets.delete(runtime.id, target["id"])
        left = targets.list(runtime.id)["data"]
        assert len(left) == 1 and left[0]["active"] and left[0]["uri"] == "about:blank"
    with pytest.raises(bctrl.BctrlConflictError) as error:
        client.runtimes.targets.list(runtime.id)
    assert error.value.code == "runtime.not_active"


def test_keys_are_shown_once_and_revoked_at_once(client, server):
    made = client.api_keys.create(name="for a test")
    secret, key = made["secret"], made["data"]
    assert secret.startswith("bctrl_") and len(secret) == 46 and secret.startswith(key["keyPrefix"])
    other = Bctrl(api_key=secret, base_url=server.url)
    assert other.auth.whoami()["keyId"] == key["id"]
    assert secret not in str(client.api_keys.list()) and key["id"] in [k["id"] for k in client.api_keys.iter()]
    client.api_keys.delete(key["id"])
    with pytest.raises(bctrl.BctrlAuthenticationError) as error:
        other.auth.whoami()
    assert error.value.code == "auth.required"


def test_who_am_i_has_exactly_the_fields_that_a_strict_client_knows(client):
    me = client.auth.whoami()
    assert set(me) == {
        "email", "scope", "organizationId", "subaccountId", "defaultSpaceId", "effectiveScope", "keyId", "plan",
    }
    assert set(me["effectiveScope"]) == {"scope", "organizationId", "subaccountId", "defaultSpaceId"}
    assert client.spaces.get(me["defaultSpaceId"])["id"] == me["defaultSpaceId"]


def test_help_and_usage_urls(client):
    assert client.help.get()["type"] if hasattr(client.help, "get") else True
    with client.runtimes.started_browser() as runtime:
        address = client.runs.events.stream_url(runtime.run_id, type=["navigation", "download"])
        assert address.endswith("/events/stream?type=navigation&type=download")


@pytest.mark.parametrize(
    ("call", "error", "code"),
    [
        (lambda c: c.runtimes.get(str(uuid.uuid4())), bctrl.BctrlNotFoundError, "runtime.not_found"),
        (lambda c: c.runs.get("no-uuid"), bctrl.BctrlNotFoundError, "run.not_found"),
        (lambda c: c.runtimes.create(name=""), bctrl.BctrlValidationError, "request.invalid"),
        (lambda c: c.runs.list(status="nonsense"), bctrl.BctrlValidationError, "request.invalid"),
        (lambda c: c.tools.list(), bctrl.BctrlNotFoundError, "route.not_found"),
        (lambda c: next(iter(c.runs.events.stream(str(uuid.uuid4())))), bctrl.BctrlNotFoundError, "run.not_found"),
    ],
    ids=["runtime", "run", "name", "status", "route", "stream"],
)
def test_errors_become_the_clients_exceptions(client, call, error, code):
    with pytest.raises(error) as caught:
        call(client)
    assert caught.value.code == code and caught.value.request_id
    assert caught.value.body["reasonClass"] and str(caught.value)


def test_a_wrong_key(server):
    with pytest.raises(bctrl.BctrlAuthenticationError):
        Bctrl(api_key="bctrl_wrong", base_url=server.url).auth.whoami()

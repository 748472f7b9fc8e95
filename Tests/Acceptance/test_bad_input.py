"""Requests that are wrong: each gets the contract's error body, quickly, and the server lives on."""

import json
import socket
import time
import uuid
from dataclasses import dataclass, field

import pytest

from harness.api import Session
from harness.wait import until

REASONS = {
    400: "invalid_input", 401: "unauthorized", 402: "capability_limit_exceeded", 403: "capability_denied",
    404: "not_found", 405: "invalid_input", 409: "conflict", 413: "invalid_input", 503: "upstream",
}
NOBODY = "0190a000-0000-7000-8000-000000000000"


@dataclass
class Bad:
    method: str
    path: str
    status: int
    code: str
    about: str | None = None
    json: object = None
    body: bytes | None = None
    headers: dict = field(default_factory=dict)
    authorized: bool = True

    def __str__(self):
        sent = json.dumps(self.json)[:40] if self.json is not None else repr(self.body)[:30] if self.body else ""
        return f"{self.method} {self.path[:50]} {sent}".strip()


def runtime(about, value, status=400, code="request.invalid"):
    """A wrong member of runtimes.create, named by its path."""
    body = value
    for part in reversed(about.split(".")):
        body = {part: body}
    return Bad("POST", "/v1/runtimes", status, code, about, json=body)


JSON_TYPE = {"content-type": "application/json"}
RUN, RUNTIME, SPACE = "{run}", "{runtime}", "{space}"

BAD = [
    # Who is asking.
    Bad("GET", "/v1/runs", 401, "auth.required", authorized=False),
    Bad("GET", "/v1/runs", 401, "auth.required", headers={"authorization": "Bearer bctrl_wrong"}),
    Bad("GET", "/v1/runs", 401, "auth.required", headers={"authorization": "Basic dXNlcjpwYXNz"}),
    Bad("GET", "/v1/runs", 401, "auth.required", headers={"authorization": "Bearer "}),
    Bad("POST", "/v1/runtimes", 401, "auth.required", json={}, authorized=False),
    Bad("GET", f"/v1/runs/{RUN}/events/stream", 401, "auth.required", authorized=False),
    Bad("GET", f"/v1/runs/{RUN}/events/stream?access_token=wrong", 401, "auth.required", authorized=False),
    # Where it goes.
    Bad("GET", "/v1/nothing", 404, "route.not_found"),
    Bad("GET", "/v2/runs", 404, "route.not_found"),
    Bad("GET", f"/v1/runs/{RUN}/recording", 405, "method.not_allowed"),
    Bad("GET", "/v1/tools", 404, "route.not_found"),
    Bad("GET", "/v1/runs/../../etc/passwd", 404, "route.not_found"),
    Bad("DELETE", "/v1/runs", 405, "method.not_allowed"),
    Bad("PUT", f"/v1/runtimes/{RUNTIME}", 405, "method.not_allowed", json={}),
    Bad("GET", f"/v1/runtimes/{RUNTIME}/start", 405, "method.not_allowed"),
    Bad("PATCH", f"/v1/runs/{RUN}", 405, "method.not_allowed", json={}),
    # Ids that name nothing.
    Bad("GET", f"/v1/runs/{NOBODY}", 404, "run.not_found"),
    Bad("GET", "/v1/runs/not-an-id", 404, "run.not_found"),
    Bad("GET", "/v1/runs/%00%ff", 404, "run.not_found"),
    Bad("GET", f"/v1/runs/{RUNTIME}", 404, "run.not_found"),
    Bad("GET", f"/v1/runs/{NOBODY}/events", 404, "run.not_found"),
    Bad("GET", f"/v1/runs/{NOBODY}/events/stream", 404, "run.not_found"),
    Bad("GET", f"/v1/runs/{NOBODY}/usage", 404, "run.not_found"),
    Bad("POST", f"/v1/runs/{NOBODY}/wait", 404, "run.not_found", json={}),
    Bad("GET", f"/v1/runtimes/{NOBODY}", 404, "runtime.not_found"),
    Bad("GET", "/v1/runtimes/" + "x" * 3000, 404, "runtime.not_found"),
    Bad("POST", f"/v1/runtimes/{NOBODY}/start", 404, "runtime.not_found"),
    Bad("POST", f"/v1/runtimes/{NOBODY}/stop", 404, "runtime.not_found"),
    Bad("DELETE", f"/v1/runtimes/{NOBODY}", 404, "runtime.not_found"),
    Bad("PATCH", f"/v1/runtimes/{NOBODY}", 404, "runtime.not_found", json={"name": "x"}),
    Bad("GET", f"/v1/runtimes/{NOBODY}/targets", 404, "runtime.not_found"),
    Bad("GET", f"/v1/spaces/{NOBODY}", 404, "space.not_found"),
    Bad("DELETE", f"/v1/spaces/{NOBODY}", 404, "space.not_found"),
    Bad("PATCH", f"/v1/spaces/{NOBODY}/environment", 404, "space.not_found", json={}),
    Bad("DELETE", "/v1/api-keys/nobody", 404, "api_key.not_found"),
    Bad("POST", "/v1/runtimes", 404, "space.not_found", json={"spaceId": NOBODY}),
    # Bodies.
    Bad("POST", "/v1/runtimes", 400, "request.invalid", body=b"{", headers=JSON_TYPE),
    Bad("POST", "/v1/runtimes", 400, "request.invalid", body=b"[]", headers=JSON_TYPE),
    Bad("POST", "/v1/runtimes", 400, "request.invalid", body=b"null", headers=JSON_TYPE),
    Bad("POST", "/v1/runtimes", 400, "request.invalid", body=b'"text"', headers=JSON_TYPE),
    Bad("POST", "/v1/runtimes", 400, "request.invalid", body=b'{"name":"\xff\xfe"}', headers=JSON_TYPE),
    Bad("POST", "/v1/runtimes", 400, "request.invalid", body=b'{"name":"a"}{"name":"b"}', headers=JSON_TYPE),
    Bad("POST", "/v1/runtimes", 400, "request.invalid", body=b"[" * 100_000, headers=JSON_TYPE),
    Bad("POST", "/v1/runtimes", 400, "request.invalid", body=b'{"a":' * 50_000 + b"1" + b"}" * 50_000, headers=JSON_TYPE),
    Bad("POST", "/v1/runtimes", 400, "request.invalid", body=b'{"name":NaN}', headers=JSON_TYPE),
    # Fields.
    runtime("name", ""),
    runtime("name", "x" * 121),
    runtime("name", 7),
    runtime("type", "desktop"),
    runtime("spaceId", "nonsense"),
    runtime("metadata", "text"),
    runtime("config", []),
    runtime("config.profile", "yes"),
    runtime("config.idleTimeoutSeconds", 0),
    runtime("config.idleTimeoutSeconds", 86_401),
    runtime("config.idleTimeoutSeconds", 1.5),
    runtime("config.idleTimeoutSeconds", 10**30),
    runtime("config.stealth", "invisible"),
    runtime("config.fingerprint.browser", "netscape"),
    runtime("config.networkTraffic.saver", "extreme"),
    Bad("POST", "/v1/runtimes", 400, "request.invalid", "config.networkTraffic.blockResourceTypes[0]",
        json={"config": {"networkTraffic": {"blockResourceTypes": ["soul"]}}}),
    runtime("config.networkTraffic.urlBlocklist", "not-a-list"),
    runtime("config.proxy", "ftp://proxy.example:21", code="proxy.invalid"),
    Bad("PATCH", f"/v1/runtimes/{RUNTIME}", 400, "request.invalid", "name", json={"name": None}),
    Bad("POST", "/v1/spaces", 400, "request.invalid", "name", json={"name": ["a"]}),
    Bad("POST", "/v1/api-keys", 400, "request.invalid", "expiresAt", json={"expiresAt": "tomorrow"}),
    Bad("POST", "/v1/api-keys", 400, "request.invalid", "expiresAt", json={"expiresAt": "2001-01-01T00:00:00Z"}),
    # Queries.
    Bad("GET", "/v1/runs?limit=0", 400, "request.invalid", "limit"),
    Bad("GET", "/v1/runs?limit=-5", 400, "request.invalid", "limit"),
    Bad("GET", "/v1/runs?limit=many", 400, "request.invalid", "limit"),
    Bad("GET", "/v1/runs?cursor=nonsense", 400, "request.invalid", "cursor"),
    Bad("GET", "/v1/runtimes?cursor=%FF", 400, "request.invalid"),
    Bad("GET", "/v1/runs?status=finished-ish", 400, "request.invalid", "status"),
    Bad("GET", f"/v1/runs/{RUN}/events?type=nonsense", 400, "request.invalid", "type"),
    Bad("GET", f"/v1/runs/{RUN}/events?status=nonsense", 400, "request.invalid", "status"),
    Bad("GET", f"/v1/runs/{RUN}/events?cursor=nonsense", 400, "request.invalid", "cursor"),
    Bad("GET", f"/v1/runs/{RUN}/events?limit=0", 400, "request.invalid", "limit"),
    Bad("GET", f"/v1/runs/{RUN}/events/stream?limit=0", 400, "request.invalid", "limit"),
    Bad("POST", f"/v1/runs/{RUN}/stream-lease", 400, "request.invalid", "expiresInSeconds", json={"expiresInSeconds": 0}),
    Bad("POST", f"/v1/runs/{RUN}/wait", 400, "request.invalid", "timeoutMs", json={"timeoutMs": "soon"}),
    # Headers.
    Bad("POST", f"/v1/runtimes/{RUNTIME}/start", 400, "request.invalid", "Idempotency-Key",
        headers={"idempotency-key": "x" * 201}),
    Bad("POST", f"/v1/runtimes/{RUNTIME}/start", 400, "request.invalid", "Idempotency-Key",
        headers={"idempotency-key": ""}),
    # States.
    Bad("GET", f"/v1/runtimes/{RUNTIME}/targets", 409, "runtime.not_active"),
    Bad("POST", f"/v1/runtimes/{RUNTIME}/targets", 409, "runtime.not_active", json={"uri": "about:blank"}),
]


@pytest.fixture(scope="module")
def known(shared_server):
    """Ids of a stopped runtime, its run and its space."""
    api = shared_server.api
    with Session(api) as session:
        session.stop()
        yield {"run": session.run_id, "runtime": session.id, "space": session.runtime["spaceId"]}


def check(answer, status, code, about=None):
    assert answer.status == status, f"{answer.status}: {answer.body[:500]!r}"
    assert answer.seconds < 2
    body = answer.json
    assert body["code"] == code and body["error"] and body["reasonClass"] == REASONS[status]
    assert body["requestId"] and answer.headers["x-request-id"] == body["requestId"]
    if about:
        assert body["details"]["field"] == about and about in body["error"]


def test_the_table_is_long_enough():
    assert len(BAD) >= 60


@pytest.mark.parametrize("bad", BAD, ids=str)
def test_a_bad_request(server, known, bad):
    path = bad.path
    for name, value in known.items():
        path = path.replace("{" + name + "}", value)
    options = {"json_body": bad.json, "body": bad.body, "headers": bad.headers, "authorized": bad.authorized}
    if bad.json is not None:
        options.pop("body")
    check(server.api.request(bad.method, path, timeout=5, **options), bad.status, bad.code, bad.about)


def test_an_enormous_body_is_refused_early(server):
    """Announced or not, the server does not read it all."""
    raw = connect(server)
    head = f"POST /v1/runtimes HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nAuthorization: Bearer {server.key}\r\n"
    raw.sendall(f"{head}Content-Type: application/json\r\nContent-Length: 10000000000\r\n\r\n".encode())
    assert answer_of(raw).startswith(b"HTTP/1.1 413")
    raw = connect(server)
    raw.sendall(f"{head}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n".encode())
    piece = b"10000\r\n" + b" " * 65536 + b"\r\n"
    sent = 0
    try:
        while sent < 256 * 1024 * 1024:
            raw.sendall(piece)
            sent += 65536
    except OSError:
        pass
    assert sent < 256 * 1024 * 1024, "the server reads without end"


@pytest.mark.parametrize(
    "text",
    [
        b"nonsense\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /v1/runs HTTP/1.1\r\n\r\n",
        b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X-A: b\r\n" * 20_000 + b"\r\n",
        b"POST /v1/runtimes HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"POST /v1/runtimes HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 200,
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ],
    ids=["words", "version", "no host", "long path", "many headers", "length", "chunk", "tls", "http2"],
)
def test_what_is_no_http(server, text):
    """Answered with an error or closed, within two seconds; never 500."""
    raw = connect(server)
    began = time.monotonic()
    try:
        raw.sendall(text)
        raw.shutdown(socket.SHUT_WR)
    except OSError:
        pass
    answer = answer_of(raw)
    assert time.monotonic() - began < 2
    assert not answer.startswith((b"HTTP/1.1 5", b"HTTP/1.1 2")) or b"HTTP/1.1 505" in answer[:12]


def test_an_upgrade_that_is_no_websocket_is_a_plain_request(server):
    answer = server.api.get("/healthz", headers={"connection": "Upgrade, HTTP2-Settings", "upgrade": "h2c"})
    assert answer.status == 200


def connect(server):
    return socket.create_connection(("127.0.0.1", server.port), timeout=5)


def answer_of(raw):
    try:
        return raw.recv(65536)
    except ConnectionResetError:
        return b""
    finally:
        raw.close()


def handshake(server, path, **headers):
    fields = {
        "Host": f"127.0.0.1:{server.port}", "Connection": "Upgrade", "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", **headers,
    }
    raw = connect(server)
    lines = [f"GET {path} HTTP/1.1", *(f"{k}: {v}" for k, v in fields.items()), "", ""]
    raw.sendall("\r\n".join(lines).encode())
    return answer_of(raw)


def status_and_code(answer):
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]), json.loads(body)["code"]


def test_the_browsers_door_is_guarded(server, api):
    with Session(api) as session:
        path = "/" + session.connect_url.split("/", 3)[3]
        prefix = path.rsplit("/", 1)[0]
        assert handshake(server, path).startswith(b"HTTP/1.1 101"), "without an Origin all is well"
        assert status_and_code(handshake(server, prefix + "/wrong")) == (401, "auth.required")
        assert status_and_code(handshake(server, f"/cdp/{NOBODY}/{path.rsplit('/', 1)[1]}")) == (404, "run.not_found")
        assert status_and_code(handshake(server, "/cdp/nonsense/wrong")) == (404, "run.not_found")
        assert status_and_code(handshake(server, path, Origin="https://evil.example")) == (403, "auth.forbidden")
        assert status_and_code(handshake(server, path, Host="evil.example")) == (403, "auth.forbidden")
        assert handshake(server, path, Host=f"localhost:{server.port}").startswith(b"HTTP/1.1 101")
        answer = api.get(prefix + "/wrong/json/version", authorized=False)
        assert answer.status == 401
        session.stop()
        assert status_and_code(handshake(server, path)) == (404, "run.not_found")


def test_a_key_of_idempotency_that_comes_back_with_another_request(api):
    first, second = api.create_runtime()["id"], api.create_runtime()["id"]
    key = {"idempotency-key": str(uuid.uuid4())}
    one = api.post(f"/v1/runtimes/{first}/start", headers=key).expect(200)
    assert api.post(f"/v1/runtimes/{first}/start", headers=key).expect(200) == one
    assert api.post(f"/v1/runtimes/{second}/start", headers=key).expect(200)["runtimeId"] == second, "a path is a scope"
    answer = api.post(f"/v1/runtimes/{first}/start", {"other": "body"}, headers=key)
    check(answer, 409, "idempotency.key_reused")
    api.stop(first), api.stop(second)


def test_an_active_runtime_is_not_changed_nor_deleted(api):
    with Session(api) as session:
        check(api.patch(f"/v1/runtimes/{session.id}", {"config": {"profile": True}}), 409, "runtime.not_stopped")
        check(api.delete(f"/v1/runtimes/{session.id}"), 409, "runtime.not_stopped")
        assert api.patch(f"/v1/runtimes/{session.id}", {"name": "new"}).expect(200)["name"] == "new"
        check(api.delete(f"/v1/spaces/{session.runtime['spaceId']}"), 409, "space.is_default")
        api.delete(f"/v1/runtimes/{session.id}?force=true").expect(200)
        until(lambda: api.run(session.run_id)["status"] == "stopped")


def test_a_request_has_one_id_in_the_answer_and_in_the_log(server):
    answer = server.api.get("/v1/runs/none")
    [line] = [line for line in server.log.read_text().splitlines() if answer.headers["x-request-id"] in line and " Request" in line]
    assert f"request.id={answer.headers['x-request-id']}" in line and line.count("request.id=") == 1


def test_methods_that_exist_are_named(api):
    answer = api.request("DELETE", "/v1/runs")
    assert answer.status == 405 and "GET" in answer.headers["allow"]


def test_nothing_is_written_outside_the_data_folder(make_server, root):
    server = make_server()
    before = {p for p in root.rglob("*") if server.data not in p.parents}
    for path in ("..%2F..%2Fescaped", "%2e%2e/%2e%2e/escaped", "....//escaped"):
        assert server.api.get(f"/v1/runs/{path}").status in (400, 404)
        assert server.api.post(f"/v1/runtimes/{path}/start").status in (400, 404)
    api = server.api
    with Session(api, name="../../escaped", metadata={"../escaped": "../../escaped"}):
        pass
    assert {p for p in root.rglob("*") if server.data not in p.parents} == before

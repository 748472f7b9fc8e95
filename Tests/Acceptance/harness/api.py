"""A bare HTTP client of the API: it sends what it is told, right or wrong, and measures the time."""

import http.client
import json
import time
from dataclasses import dataclass


@dataclass
class Answer:
    status: int
    headers: dict
    body: bytes
    seconds: float

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def code(self):
        return self.json.get("code")

    def expect(self, status):
        assert self.status == status, f"expected {status}, got {self.status}: {self.body[:2000]!r}"
        return self.json if self.body else None


class APIError(AssertionError):
    """An answer that the caller did not expect."""


class API:
    def __init__(self, port, key):
        self.port = port
        self.key = key

    def request(self, method, path, json_body=None, body=None, headers=None, timeout=30, authorized=True):
        """Sends one request on a connection of its own. `body` goes out as it is; `json_body` is encoded."""
        sent = {"authorization": f"Bearer {self.key}"} if authorized else {}
        if json_body is not None:
            body = json.dumps(json_body).encode()
            sent["content-type"] = "application/json"
        sent.update(headers or {})
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        began = time.monotonic()
        try:
            connection.request(method, path, body=body, headers=sent)
            response = connection.getresponse()
            content = response.read()
            return Answer(
                response.status,
                {k.lower(): v for k, v in response.getheaders()},
                content,
                time.monotonic() - began,
            )
        finally:
            connection.close()

    def get(self, path, **options):
        return self.request("GET", path, **options)

    def post(self, path, json_body=None, **options):
        return self.request("POST", path, json_body=json_body, **options)

    def patch(self, path, json_body, **options):
        return self.request("PATCH", path, json_body=json_body, **options)

    def delete(self, path, **options):
        return self.request("DELETE", path, **options)

    # The calls that most tests make.

    def create_runtime(self, **request):
        return self.post("/v1/runtimes", request).expect(201)

    def start(self, runtime_id):
        return self.post(f"/v1/runtimes/{runtime_id}/start").expect(200)

    def stop(self, runtime_id):
        return self.post(f"/v1/runtimes/{runtime_id}/stop").expect(200)

    def run(self, run_id):
        return self.get(f"/v1/runs/{run_id}").expect(200)

    def events(self, run_id, query="", limit=200):
        """All events of a run, page by page, oldest first."""
        found, cursor = [], None
        while True:
            path = f"/v1/runs/{run_id}/events?limit={limit}{query}" + (f"&cursor={cursor}" if cursor else "")
            page = self.get(path).expect(200)
            found += page["data"]
            cursor = page["nextCursor"]
            if not cursor:
                return found


class Session:
    """A runtime that is started on entering and stopped on leaving, unless the test has deleted it."""

    def __init__(self, api, **request):
        self.api = api
        self.runtime = api.create_runtime(**request)
        self.id = self.runtime["id"]

    def __enter__(self):
        started = self.api.start(self.id)
        self.run_id, self.connect_url = started["runId"], started["connectUrl"]
        return self

    def __exit__(self, *error):
        try:
            answer = self.api.post(f"/v1/runtimes/{self.id}/stop")
        except OSError:
            if error[0] is None:
                raise
            return
        assert answer.status in (200, 404) or error[0] is not None, answer.body

    def stop(self):
        return self.api.stop(self.id)

    def events(self, query=""):
        return self.api.events(self.run_id, query)

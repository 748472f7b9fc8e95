"""Reads a run's record and checks what must hold for every record, whatever the browser did."""

import re
import uuid
from collections import Counter, defaultdict
from datetime import datetime

from .site import key

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")

# Type: the statuses it may have, and what its data must hold (contract, section 6).
TYPES = {
    "runtime.lifecycle": ({"started", "stopped", "failed"}, ()),
    "navigation": ({"started", "finished", "failed"}, ("url", "frameId", "mainFrame")),
    "network.request": ({"started"}, ("requestId", "method", "url", "resourceType")),
    "network.response": ({"received"}, ("requestId", "url", "statusCode", "mimeType", "fromCache", "bytes")),
    "network.failed": ({"failed"}, ("requestId", "url", "errorText", "canceled")),
    "console.message": ({"received"}, ("level", "text")),
    "page.error": ({"failed"}, ("message",)),
    "page.crash": ({"failed"}, ("reason",)),
    "dialog": ({"started", "finished"}, ("dialogType", "message")),
    "download": ({"started", "finished", "failed"}, ("downloadId", "url")),
}
LEVELS = {"log", "info", "warning", "error", "debug"}


def moment(text):
    assert TIME.fullmatch(text), f"not a time of the contract: {text!r}"
    return datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


class Record:
    """All events of one run, with the run itself."""

    def __init__(self, api, run_id):
        self.run = api.run(run_id)
        self.events = api.events(run_id)

    def of(self, kind, status=None):
        return [e for e in self.events if e["type"] == kind and (status is None or e.get("status") == status)]

    def data(self, kind, status=None):
        return [e.get("data", {}) for e in self.of(kind, status)]

    def console(self, prefix):
        """The console texts that begin with `prefix`, in order."""
        return [d["text"] for d in self.data("console.message") if d["text"].startswith(prefix)]

    def requests(self, host=None):
        """How often each method, host and path was asked for."""
        keys = [key(d["method"], d["url"]) for d in self.data("network.request")]
        return Counter(k for k in keys if host is None or k[1].endswith(host))

    def exchanges(self):
        """Pairs of a request and what ended it, hop by hop. Fails when one has no end, or two."""
        open_requests, pairs = defaultdict(list), []
        for event in self.events:
            data = event.get("data", {})
            if event["type"] == "network.request":
                waiting = open_requests[data["requestId"]]
                assert not waiting, f"a request began before its last hop ended: {data}"
                waiting.append(event)
            elif event["type"] in ("network.response", "network.failed"):
                waiting = open_requests[data["requestId"]]
                assert waiting, f"an end without a request, or a second end: {event}"
                pairs.append((waiting.pop(), event))
        left = [e for waiting in open_requests.values() for e in waiting]
        assert not left, f"requests that never ended: {[e['data']['url'] for e in left]}"
        return pairs

    def end_of(self, path, method="GET"):
        """What ended the one request for a path."""
        found = [
            end
            for request, end in self.exchanges()
            if key(request["data"]["method"], request["data"]["url"])[::2] == (method, path)
        ]
        assert len(found) == 1, f"{len(found)} requests for {method} {path}"
        return found[0]

    def check(self):
        """Everything that must hold for any record of an ended run."""
        self.check_numbers()
        self.check_shapes()
        self.check_times()
        self.exchanges()
        self.check_pairs("dialog", lambda d: (d.get("dialogType"), d.get("message")))
        self.check_pairs("download", lambda d: d["downloadId"])
        return self

    def check_numbers(self):
        assert [e["seq"] for e in self.events] == list(range(1, len(self.events) + 1)), "numbers have a gap"
        ids = [e["id"] for e in self.events]
        assert len(set(ids)) == len(ids) and ids == sorted(ids), "ids must be unique and sort as the numbers"
        assert all(uuid.UUID(i).version == 7 for i in ids)
        assert self.events[0]["type"] == "runtime.lifecycle" and self.events[0]["status"] == "started"
        assert self.events[-1]["type"] == "runtime.lifecycle"
        if self.run["status"] != "active":
            assert self.events[-1]["status"] == self.run["status"]
            assert self.run["counts"]["events"] == len(self.events)

    def check_shapes(self):
        for event in self.events:
            statuses, fields = TYPES[event["type"]]
            assert event.get("status") in statuses, event
            missing = [f for f in fields if f not in event.get("data", {})]
            assert not missing, f"{missing} missing in {event}"
            if event["type"] == "console.message":
                assert event["data"]["level"] in LEVELS, event
            if event["type"] == "dialog" and event["status"] == "finished":
                assert isinstance(event["data"]["accepted"], bool), event
            if event["type"] in ("console.message", "page.error", "navigation", "dialog"):
                assert event.get("pageId") or "worker" in str(event).lower(), f"no pageId: {event}"

    def check_times(self):
        began, ended = moment(self.run["startedAt"]), moment(self.run["finishedAt"])
        assert began <= ended
        for event in self.events:
            assert began - 1 <= moment(event["time"]) <= ended + 1, f"outside the run: {event}"

    def check_pairs(self, kind, identity):
        """What starts ends exactly once."""
        started = Counter(identity(d) for d in self.data(kind, "started"))
        ended = Counter(identity(e["data"]) for e in self.of(kind) if e["status"] != "started")
        assert started == ended, f"{kind}: {started} began, {ended} ended"

    def check_site(self, site, beyond=None):
        """Every request that reached the site stands in the record once; no more, no less.

        Requests answered from the cache, and those in `beyond` (answered by a service worker, say), are in the record
        only.
        """
        recorded = self.requests(f":{site.port}")
        for request, end in self.exchanges():
            if end["data"].get("fromCache"):
                recorded[key(request["data"]["method"], request["data"]["url"])] -= 1
        recorded.subtract(beyond or {})
        recorded = +recorded
        seen = site.counts()
        assert recorded == seen, f"only in the record: {recorded - seen}; only at the site: {seen - recorded}"

"""A reader of event streams that can be cut at any byte."""

import http.client
import json
from dataclasses import dataclass


@dataclass
class Frame:
    event: str
    id: str | None
    data: object
    raw: bytes


class StreamRefused(AssertionError):
    """The stream was answered with another status than 200."""


def parse_frame(raw):
    """One frame, whose order of fields is fixed by the contract: event, id, data."""
    event, identifier, data, order = "message", None, [], []
    for line in raw.split(b"\n"):
        if not line or line.startswith(b":"):
            continue
        field, _, value = line.partition(b":")
        value = value[1:] if value.startswith(b" ") else value
        order.append(field)
        if field == b"event":
            event = value.decode()
        elif field == b"id":
            identifier = value.decode()
        elif field == b"data":
            data.append(value.decode())
    assert order == sorted(order, key=[b"event", b"id", b"data"].index), f"order of fields: {raw!r}"
    return Frame(event, identifier, json.loads("\n".join(data)) if data else None, raw)


class Stream:
    """Reads the frames of one connection. After its end, `ended` tells whether the server closed it."""

    def __init__(self, api, path, headers=None, authorized=True, timeout=30):
        self.connection = http.client.HTTPConnection("127.0.0.1", api.port, timeout=timeout)
        sent = {"accept": "text/event-stream"}
        if authorized:
            sent["authorization"] = f"Bearer {api.key}"
        sent.update(headers or {})
        self.connection.request("GET", path, headers=sent)
        self.response = self.connection.getresponse()
        self.headers = {k.lower(): v for k, v in self.response.getheaders()}
        if self.response.status != 200:
            body = self.response.read()
            self.close()
            raise StreamRefused(f"{self.response.status}: {body[:500]!r}")
        self.received = 0
        self.ended = False

    def frames(self, cut_after=None):
        """Yields complete frames until the server closes, or until `cut_after` bytes were read: then it hangs up."""
        buffer = b""
        try:
            while True:
                wanted = 65536 if cut_after is None else min(65536, cut_after - self.received)
                if wanted <= 0:
                    return
                piece = self.response.read1(wanted)
                if not piece:
                    self.ended = True
                    assert buffer == b"", f"the stream ended inside a frame: {buffer[:200]!r}"
                    return
                assert b"\r" not in piece, "line ends must be LF alone"
                self.received += len(piece)
                buffer += piece
                while b"\n\n" in buffer:
                    raw, _, buffer = buffer.partition(b"\n\n")
                    yield parse_frame(raw)
        finally:
            self.close()

    def close(self):
        sock = self.connection.sock
        self.connection.close()
        self.response.close()
        if sock is not None:
            sock.close()

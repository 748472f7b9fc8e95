"""Clients of the DevTools protocol with as little of their own as can be: blocking, one thread, no events kept."""

import base64
import json
import os
import socket
import struct
from urllib.parse import urlsplit


class Client:
    """Commands and their replies over a line; what else comes is dropped, or handed to `on_bytes` as it is."""

    def __init__(self, line):
        self.line = line
        self.number = 0

    def send(self, method, params=None, session=None):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params or {}}
        if session:
            message["sessionId"] = session
        self.line.send(json.dumps(message).encode())
        return self.number

    def call(self, method, params=None, session=None):
        """Sends, and waits for the reply."""
        number = self.send(method, params, session)
        begin = b'{"id":%d,' % number
        while True:
            message = self.line.receive()
            if message.startswith(begin):
                reply = json.loads(message)
                if "error" in reply:
                    raise RuntimeError(f"{method}: {reply['error']}")
                return reply["result"]

    def attach(self):
        """A session with the first page."""
        targets = self.call("Target.getTargets")["targetInfos"]
        page = next(t["targetId"] for t in targets if t["type"] == "page")
        return self.call("Target.attachToTarget", {"targetId": page, "flatten": True})["sessionId"]

    def evaluate(self, expression, session, wait=True):
        params = {"expression": expression, "returnByValue": True}
        if wait:
            return self.call("Runtime.evaluate", params, session)["result"].get("value")
        return self.send("Runtime.evaluate", params, session)

    def close(self):
        self.line.close()


class PipeLine:
    """The browser's pipe: messages end with a NUL."""

    def __init__(self, reads, writes):
        self.reads, self.writes = reads, writes
        self.buffer = b""

    def send(self, message):
        os.write(self.writes, message + b"\0")

    def receive(self):
        while b"\0" not in self.buffer:
            piece = self.read()
            if not piece:
                raise EOFError("the browser closed its pipe")
            self.buffer += piece
        message, _, self.buffer = self.buffer.partition(b"\0")
        return message

    def read(self):
        """Whatever there is, unparsed."""
        return os.read(self.reads, 1 << 20)

    def close(self):
        os.close(self.reads)
        os.close(self.writes)


class WebSocketLine:
    """RFC 6455, the client's side, for whole text messages."""

    def __init__(self, url):
        address = urlsplit(url)
        self.socket = socket.create_connection((address.hostname, address.port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            f"GET {address.path} HTTP/1.1\r\nHost: {address.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        self.buffer = b""
        while b"\r\n\r\n" not in self.buffer:
            self._more()
        head, _, self.buffer = self.buffer.partition(b"\r\n\r\n")
        if b" 101 " not in head.split(b"\r\n")[0]:
            raise RuntimeError(f"no upgrade: {head[:200]!r}")

    def _more(self):
        piece = self.socket.recv(1 << 18)
        if not piece:
            raise EOFError("the websocket was closed")
        self.buffer += piece

    def send(self, message):
        """Masked with zeros, which RFC 6455 allows a test and which costs nothing."""
        size = len(message)
        if size < 126:
            head = struct.pack("!BB", 0x81, 0x80 | size)
        elif size < 65536:
            head = struct.pack("!BBH", 0x81, 0xFE, size)
        else:
            head = struct.pack("!BBQ", 0x81, 0xFF, size)
        self.socket.sendall(head + b"\0\0\0\0" + message)

    def receive(self):
        while True:
            while len(self.buffer) < 2:
                self._more()
            size, head = self.buffer[1] & 0x7F, 2
            if size > 125:
                head = 4 if size == 126 else 10
                while len(self.buffer) < head:
                    self._more()
                size = int.from_bytes(self.buffer[2:head], "big")
            while len(self.buffer) < head + size:
                self._more()
            kind, message = self.buffer[0], self.buffer[head : head + size]
            self.buffer = self.buffer[head + size :]
            if kind == 0x81:
                return message

    def close(self):
        self.socket.close()

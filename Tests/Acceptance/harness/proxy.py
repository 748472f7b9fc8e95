"""A small HTTP proxy that records what goes through it, and may ask for a user and a password."""

import base64
import select
import socket
import threading
from urllib.parse import urlsplit


class RecordingProxy:
    def __init__(self, user=None, password=None):
        self.wanted = None
        if user:
            self.wanted = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
        self.seen = []
        self.refused = 0
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def _accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client):
        """One request a connection: a proxy for tests need not be fast."""
        with client:
            head = b""
            while b"\r\n\r\n" not in head:
                piece = client.recv(65536)
                if not piece:
                    return
                head += piece
            head, _, body = head.partition(b"\r\n\r\n")
            first, *lines = head.decode("latin-1").split("\r\n")
            headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines)}
            if self.wanted and headers.get("proxy-authorization") != self.wanted:
                self.refused += 1
                client.sendall(
                    b'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="proxy"\r\n'
                    b"Content-Length: 0\r\nConnection: close\r\n\r\n"
                )
                return
            method, target, version = first.split(" ")
            self.seen.append((method, target))
            if method == "CONNECT":
                host, _, port = target.rpartition(":")
                with socket.create_connection((host, int(port)), 5) as upstream:
                    client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                    self._pump(client, upstream)
                return
            parts = urlsplit(target)
            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            kept = [line for line in lines if not line.lower().startswith(("proxy-", "connection:"))]
            with socket.create_connection((parts.hostname, parts.port or 80), 5) as upstream:
                request = "\r\n".join([f"{method} {path} {version}", *kept, "Connection: close", "", ""])
                upstream.sendall(request.encode("latin-1") + body)
                self._pump(client, upstream)

    def _pump(self, one, other):
        peers = {one: other, other: one}
        while True:
            ready, _, _ = select.select([one, other], [], [], 30)
            if not ready:
                return
            for source in ready:
                data = source.recv(65536)
                if not data:
                    return
                peers[source].sendall(data)

    def close(self):
        self.listener.close()

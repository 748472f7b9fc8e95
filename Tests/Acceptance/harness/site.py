"""A web site for the tests that counts, by itself, every request that reaches it.

It listens on 127.0.0.1 and is reached under two names, so that one site can be two origins: `site.url("/x")` and
`site.other("/x")`. What a path does follows from its first part (see the methods `do_...` of `Handler`); the last part is a
marker that makes each request of a test unique. Pages and scripts are put there by the tests with `add`.
"""

import base64
import hashlib
import socket
import struct
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
WEBSOCKET_GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    @property
    def site(self):
        return self.server.site

    def log_message(self, *_):
        pass

    def _serve(self):
        path = self.path.partition("?")[0]
        self.site.count(self.command, self.headers.get("host", ""), self.path, dict(self.headers))
        length = int(self.headers.get("content-length") or 0)
        self.posted = self.rfile.read(length)
        if path in self.site.contents:
            body, kind, headers = self.site.contents[path]
            return self.answer(200, body, kind, headers)
        parts = path.strip("/").split("/")
        action = getattr(self, "on_" + parts[0], None)
        if action is None:
            return self.answer(404, b"not here")
        action(*parts[1:])

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_OPTIONS = _serve

    def answer(self, status, body=b"", kind="text/plain; charset=utf-8", headers=None):
        self.send_response(status)
        if status not in (204, 304):
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
        headers = {"Cache-Control": "no-store", **(headers or {})}
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD" and status not in (204, 304):
            self.wfile.write(body)

    # What the paths do.

    def on_echo(self, marker, *_):
        self.answer(200, f"echo {marker}".encode())

    def on_status(self, status, marker):
        self.answer(int(status), f"status {marker}".encode())

    def on_redirect(self, left, marker):
        """A chain of that many redirects that ends at /echo."""
        left = int(left)
        target = f"/redirect/{left - 1}/{marker}" if left > 1 else f"/echo/{marker}"
        self.answer(302, b"", headers={"Location": target})

    def on_loop(self, marker):
        self.answer(302, b"", headers={"Location": f"/loop/{marker}"})

    def on_slow(self, seconds, marker):
        self.site.closing.wait(float(seconds))
        try:
            self.answer(200, f"slow {marker}".encode())
        except OSError:
            self.close_connection = True

    def on_reset(self, marker):
        """The connection is reset after the request."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._hang_up()

    def on_cut(self, marker):
        """A body that ends before its announced length."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\ncut short")
        self.wfile.flush()
        self._hang_up()

    def on_cutchunk(self, marker):
        """A chunked body without its last chunk."""
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
        self.wfile.write(head + b"5\r\nhello\r\n")
        self.wfile.flush()
        self._hang_up()

    def _hang_up(self):
        self.close_connection = True
        self.rfile.close()
        self.connection.close()

    def on_cors(self, marker):
        """Allowed from other origins; asks for a preflight when the request is not simple."""
        self.answer(
            204 if self.command == "OPTIONS" else 200,
            f"cors {marker}".encode(),
            headers={
                "Access-Control-Allow-Origin": "*",
                "Access-Control-Allow-Headers": "x-marker, content-type",
                "Access-Control-Allow-Methods": "GET, POST, PUT",
                "Access-Control-Max-Age": "0",
            },
        )

    def on_cache(self, marker):
        self.answer(200, f"cached {marker}".encode(), headers={"Cache-Control": "public, max-age=3600"})

    def on_etag(self, marker):
        if self.headers.get("if-none-match") == '"v1"':
            return self.answer(304, headers={"ETag": '"v1"', "Cache-Control": "no-cache"})
        self.answer(200, f"etag {marker}".encode(), headers={"ETag": '"v1"', "Cache-Control": "no-cache"})

    def on_setcookie(self, name, value):
        self.answer(200, b"cookie set", headers={"Set-Cookie": f"{name}={value}; Max-Age=86400; Path=/"})

    def on_headers(self, marker):
        """What the browser sent, as text."""
        self.answer(200, str(self.headers).encode())

    def on_image(self, marker):
        self.answer(200, PNG, "image/png")

    def on_style(self, marker):
        self.answer(200, b"body { color: #123 }", "text/css")

    def on_bytes(self, size, marker):
        self.answer(200, b"x" * int(size), "application/octet-stream")

    def on_download(self, name):
        body = f"contents of {name}\n".encode() * 1000
        disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
        self.answer(200, body, "application/octet-stream", disposition)

    def on_endless(self, name):
        """A download that goes on until the browser hangs up."""
        self.wfile.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 1000000000\r\n"
            b'Content-Disposition: attachment; filename="' + name.encode() + b'"\r\n\r\n'
        )
        self.close_connection = True
        try:
            while not self.site.closing.wait(0.01):
                self.wfile.write(b"x" * 65536)
        except OSError:
            pass

    def on_cutfile(self, name):
        """A download that the server breaks off."""
        self.wfile.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 8000\r\n"
            b'Content-Disposition: attachment; filename="' + name.encode() + b'"\r\n\r\n' + b"x" * 3000
        )
        self.wfile.flush()
        self._hang_up()

    def on_auth(self, marker):
        if not self.headers.get("authorization"):
            return self.answer(401, b"who are you", headers={"WWW-Authenticate": 'Basic realm="test"'})
        self.answer(200, b"welcome")

    def on_ws(self, marker):
        """A WebSocket that greets, answers one message and closes."""
        key = self.headers.get("sec-websocket-key", "").encode()
        accept = base64.b64encode(hashlib.sha1(key + WEBSOCKET_GUID).digest())
        self.wfile.write(
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n" + b"\x81\x05hello"
        )
        self.wfile.flush()
        self.close_connection = True
        head = self.rfile.read(2)
        if len(head) == 2:
            self.rfile.read(4 + (head[1] & 0x7F))
            self.wfile.write(b"\x81\x05again\x88\x02\x03\xe8")
            self.wfile.flush()
            self.rfile.read(1)


class Site:
    def __init__(self):
        self.contents = {}
        self.seen = Counter()
        self.headers = {}
        self.lock = threading.Lock()
        self.closing = threading.Event()
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler, bind_and_activate=False)
        self.http.request_queue_size = 256
        self.http.daemon_threads = True
        self.http.server_bind()
        self.http.server_activate()
        self.http.handle_error = lambda *_: None
        self.http.site = self
        self.port = self.http.server_address[1]
        self.thread = threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self.thread.start()

    def count(self, method, host, path, headers):
        with self.lock:
            self.seen[key(method, f"http://{host}{path}")] += 1
            self.headers[path.partition("?")[0]] = headers

    def counts(self):
        with self.lock:
            return Counter(self.seen)

    def url(self, path=""):
        return f"http://127.0.0.1:{self.port}{path}"

    def other(self, path=""):
        """The same path under another origin (and another site, so that a frame gets a process of its own)."""
        return f"http://localhost:{self.port}{path}"

    def add(self, path, body, kind="text/html; charset=utf-8", headers=None):
        """Puts a page or script there. `{SITE}` and `{OTHER}` in it become the two origins."""
        body = body.replace("{SITE}", self.url()).replace("{OTHER}", self.other())
        self.contents[path] = (body.encode(), kind, headers or {})
        return self.url(path)

    def page(self, path, body="", script="", title=None):
        """A page with an icon of its own, so that the browser does not ask for one."""
        head = f"<title>{title or path}</title><link rel=icon href='data:,'>"
        tail = f"<script>{script}</script>" if script else ""
        return self.add(path, f"<!doctype html><html><head>{head}</head><body>{body}{tail}</body></html>")

    def script(self, path, body, headers=None):
        return self.add(path, body, "text/javascript; charset=utf-8", headers)

    def reached(self, method, path, times=1):
        """How often a path was asked for under either name."""
        with self.lock:
            return sum(n for k, n in self.seen.items() if k[0] == method and k[2] == path) >= times

    def close(self):
        self.closing.set()
        self.http.shutdown()
        self.http.server_close()


def key(method, url):
    """What identifies a request in a count: method, host and path. The query may hold secrets, so it is left out."""
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return (method, host.rpartition("@")[2], slash + path.partition("?")[0].partition("#")[0])

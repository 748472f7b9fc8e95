"""Readers of Martlet's HTTP that cost as little as can be, so that what they measure is the server."""

import http.client
import socket


def open_stream(api, run, query="", buffer=None, rows="events"):
    """The response of a run's stream of events or activity. `buffer`: the socket's receive buffer in bytes, for readers that stall."""
    connection = http.client.HTTPConnection("127.0.0.1", api.port, timeout=60)
    connection.connect()
    if buffer:
        connection.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
    connection.request("GET", f"/v1/runs/{run}/{rows}/stream{query}", headers={"Authorization": f"Bearer {api.key}"})
    response = connection.getresponse()
    if response.status != 200:
        raise RuntimeError(f"the stream answered {response.status}: {response.read()[:500]!r}")
    # The response alone does not keep the connection open.
    response.connection = connection
    return response


def close_stream(response):
    response.close()
    response.connection.close()


class KeptConnection:
    """Sends GET requests on one connection, and returns whole answers."""

    def __init__(self, api):
        self.socket = socket.create_connection(("127.0.0.1", api.port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.tail = f" HTTP/1.1\r\nHost: 127.0.0.1:{api.port}\r\nAuthorization: Bearer {api.key}\r\n\r\n"

    def get(self, path):
        self.socket.sendall(f"GET {path}{self.tail}".encode())
        answer = self.socket.recv(1 << 18)
        while b"\r\n\r\n" not in answer:
            answer += self.socket.recv(1 << 18)
        head, _, body = answer.partition(b"\r\n\r\n")
        if b" 200 " not in head.partition(b"\r\n")[0]:
            raise RuntimeError(f"{path}: {answer[:500]!r}")
        fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
        if b"content-length" in fields:
            while len(body) < int(fields[b"content-length"]):
                body += self.socket.recv(1 << 18)
            return body
        while not body.endswith(b"\r\n0\r\n\r\n"):
            body += self.socket.recv(1 << 18)
        return body

    def close(self):
        self.socket.close()

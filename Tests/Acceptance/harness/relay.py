"""A TCP line to the server that breaks, or stops, after so many bytes of an answer, or is slow."""

import socket
import threading
import time


class Relay:
    """`fates`: of the connections in order, ("cut", bytes) or ("stall", bytes); those after the last are whole.

    `rate`: bytes a second of answers on each connection; may be changed while they are open.
    """

    def __init__(self, port, fates=(), rate=None):
        self.target = port
        self.rate = rate
        self.fates = list(fates)
        self.requests = []
        self.open = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.listener.close()
        for side in self.open:
            side.close()

    def _accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            server = socket.socket()
            if self.rate:
                # What the system takes in advance would hide how slow the line is.
                server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            server.connect(("127.0.0.1", self.target))
            self.open += [client, server]
            # Only answers of content can be long enough to break.
            fate = self.fates[0] if self.fates else ("whole", 0)
            threading.Thread(target=self._up, args=(client, server), daemon=True).start()
            threading.Thread(target=self._down, args=(server, client, fate), daemon=True).start()

    def _up(self, client, server):
        try:
            while piece := client.recv(65536):
                self.requests.append(piece)
                server.sendall(piece)
        except OSError:
            pass

    def _down(self, server, client, fate):
        kind, limit = fate
        passed = 0
        try:
            while piece := server.recv(4096 if self.rate else 65536):
                if self.rate:
                    time.sleep(len(piece) / self.rate)
                if kind != "whole" and passed + len(piece) >= limit:
                    client.sendall(piece[: limit - passed])
                    self.fates.remove(fate)
                    if kind == "stall":
                        return
                    client.shutdown(socket.SHUT_RDWR)
                    return
                client.sendall(piece)
                passed += len(piece)
            client.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass

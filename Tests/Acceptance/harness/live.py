"""A bare viewer of a live view: the protocol of docs/live-view-protocol.md over a WebSocket, and nothing of its page."""

import json
import struct
import time
from dataclasses import dataclass

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

HEAD = struct.Struct(">BBHddHHffffffB")


@dataclass
class Picture:
    number: int
    time: float
    width: int
    height: int
    device_width: float
    device_height: float
    page: str
    jpeg: bytes

    @classmethod
    def read(cls, data):
        version, kind, head, number, when, width, height, dw, dh, _scale, _top, _x, _y, n = HEAD.unpack_from(data)
        assert (version, kind) == (1, 1), data[:8]
        page = data[HEAD.size : HEAD.size + n].decode()
        return cls(int(number), when, width, height, dw, dh, page, data[head:])


class Viewer:
    """Opens a lease's socket, acknowledges frames, and keeps what it was told."""

    def __init__(self, url, acknowledges=True, **options):
        self.socket = connect(url.replace("http", "ws", 1) + "/socket", max_size=None, compression=None, **options)
        self.acknowledges = acknowledges
        self.messages, self.pictures, self.state, self.close = [], [], None, None
        self.hello = self.wait(lambda: next((m for m in self.messages if m["type"] == "hello"), None))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, type, **members):
        self.socket.send(json.dumps({"type": type, **members}))

    def poll(self, timeout):
        """Takes one message; False when none came in the time given, or the line is closed."""
        try:
            data = self.socket.recv(timeout=timeout)
        except TimeoutError:
            return False
        except ConnectionClosed as error:
            self.close = (error.rcvd.code, error.rcvd.reason) if error.rcvd else (1006, "")
            return False
        if isinstance(data, bytes):
            picture = Picture.read(data)
            self.pictures.append(picture)
            if self.acknowledges:
                self.acknowledge(picture.number)
        else:
            message = json.loads(data)
            self.messages.append(message)
            if message["type"] == "state":
                self.state = message
        return True

    def acknowledge(self, number):
        try:
            self.send("ack", number=number)
        except ConnectionClosed:
            pass  # What it was closed for comes out of the next poll.

    def wait(self, found, timeout=15):
        """Reads until `found()` gives something."""
        end = time.monotonic() + timeout
        while True:
            value = found()
            if value:
                return value
            left = end - time.monotonic()
            assert left > 0, f"did not come in {timeout} s; last messages: {self.messages[-6:]}, close: {self.close}"
            if not self.poll(min(left, 1)) and self.close is not None:
                value = found()
                assert value, f"closed with {self.close} before it came; last messages: {self.messages[-6:]}"
                return value

    def message(self, type, **members):
        """The next message of a type with these members, from the oldest that was not asked for yet."""

        def find():
            for index, message in enumerate(self.messages):
                if message["type"] == type and all(message.get(k) == v for k, v in members.items()):
                    return self.messages.pop(index)
            return None

        return self.wait(find)

    def state_with(self, test):
        return self.wait(lambda: self.state if self.state and test(self.state) else None)

    def closed(self):
        return self.wait(lambda: self.close)

    def picture(self):
        """A picture of the watched page, to aim at."""
        return self.wait(lambda: self.pictures[-1] if self.pictures else None)

    # What a person does.

    def point(self, x, y):
        """CSS pixels of the page as pixels of the last picture."""
        picture = self.picture()
        return {"x": x * picture.width / picture.device_width, "y": y * picture.height / picture.device_height}

    def move(self, x, y, **more):
        self.send("mouse", action="move", **self.point(x, y), **more)

    def click(self, x, y, **more):
        place = self.point(x, y)
        self.send("mouse", action="move", **place, **more)
        self.send("mouse", action="down", button="left", buttons=1, clickCount=1, **place, **more)
        self.send("mouse", action="up", button="left", buttons=0, clickCount=1, **place, **more)

    def press(self, key, code="", modifiers=0):
        for action in ("down", "up"):
            self.send("key", action=action, key=key, code=code, modifiers=modifiers)

    def type(self, text):
        for letter in text:
            self.press(letter)

"""A bare CDP client over a WebSocket, for what Playwright will not do."""

import itertools
import json
from contextlib import ExitStack

from websockets.sync.client import connect


class CDP:
    """Sends commands one at a time; events that come in between are kept in `events`."""

    def __init__(self, url, **options):
        self.stack = ExitStack()
        self.socket = self.stack.enter_context(connect(url, max_size=None, compression=None, **options))
        self.numbers = itertools.count(1)
        self.events = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.stack.close()

    def send(self, method, session=None, **params):
        number = next(self.numbers)
        message = {"id": number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        self.socket.send(json.dumps(message))
        return number

    def call(self, method, session=None, timeout=30, **params):
        number = self.send(method, session, **params)
        while True:
            message = json.loads(self.socket.recv(timeout=timeout))
            if message.get("id") == number:
                assert "error" not in message, message["error"]
                return message["result"]
            self.events.append(message)

    def event(self, method, matches=lambda params: True, timeout=30):
        """The parameters of the first event of a method that matches, of those that have come or the next."""
        while True:
            while self.events:
                event = self.events.pop(0)
                if event["method"] == method and matches(event["params"]):
                    return event["params"]
            self.events.append(json.loads(self.socket.recv(timeout=timeout)))

    def attach_page(self, url="about:blank"):
        """Opens a page and returns its session."""
        target = self.call("Target.createTarget", url=url)["targetId"]
        return self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def evaluate(self, session, expression, **options):
        result = self.call("Runtime.evaluate", session, expression=expression, returnByValue=True, **options)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

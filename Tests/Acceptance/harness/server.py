"""The server under test, as a process of its own with its own data folder and log."""

import os
import signal
import subprocess
from pathlib import Path

from . import process
from .api import API
from .wait import until

ROOT = Path(__file__).resolve().parents[3]
KEY = "bctrl_" + "acceptance0" * 3 + "key0000"


def find_binary():
    """MARTLET_BINARY, else the debug build, else the release build."""
    named = os.environ.get("MARTLET_BINARY")
    candidates = [Path(named)] if named else [ROOT / ".build/debug/martlet", ROOT / ".build/release/martlet"]
    for candidate in candidates:
        if candidate.is_file():
            return candidate
    raise FileNotFoundError(f"No martlet binary at {', '.join(map(str, candidates))}: run `swift build` first.")


class Server:
    """Starts `martlet serve`, ends it in every way there is, and starts it again on the same data."""

    def __init__(self, folder, arguments=(), environment=None, key=KEY, data=None, umask=-1):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        # The folders above may be closed to others (pytest's are); the browser runs as another user.
        self.data = Path(data) if data else self.folder / "data"
        self.data.mkdir(parents=True, exist_ok=True)
        self.log = self.folder / "server.log"
        self.port = process.free_port()
        self.arguments = list(arguments)
        self.environment = dict(environment or {})
        self.key = key
        self.umask = umask
        self.process = None
        self.api = API(self.port, key)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self):
        return self.process.pid

    def start(self, seconds=20):
        """Returns once /healthz answers 200."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("MARTLET_", "BCTRL_"))}
        environment.update(self.environment)
        if self.key:
            environment["MARTLET_API_KEY"] = self.key
        command = [str(find_binary()), "serve", "--host", "127.0.0.1", "--port", str(self.port)]
        command += ["--data-dir", str(self.data), *self.arguments]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command,
                stdout=log,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                env=environment,
                umask=self.umask,
            )
        until(self._is_up, seconds, f"{self.url}/healthz")
        return self

    def _is_up(self):
        status = self.process.poll()
        assert status is None, f"the server ended with {status} at its start:\n{self.tail()}"
        return self.healthy()

    def healthy(self):
        try:
            return self.api.get("/healthz", timeout=2).status == 200
        except OSError:
            return False

    def kill(self):
        """kill -9: the server gets no chance to say goodbye."""
        self.process.kill()
        self.process.wait(10)

    def terminate(self, seconds=20):
        """SIGTERM; returns the exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(seconds)

    def stop(self):
        """Ends it whatever its state, for the end of a test."""
        if self.process and self.process.poll() is None:
            try:
                self.terminate()
            except subprocess.TimeoutExpired:
                self.kill()

    def tail(self, characters=3000):
        return self.log.read_text(errors="replace")[-characters:] if self.log.exists() else "(no log)"

    def browsers(self):
        return process.browsers_of(self.pid)

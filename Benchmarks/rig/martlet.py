"""Martlet under measurement: a server process on a data folder of its own."""

import json
import os
import shutil
import subprocess
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from harness import process
from harness.api import Session
from harness.server import Server

from .browser import Recipe


class Martlet(Server):
    """The server, with what the benchmarks ask of it beside the API. `started`: seconds from exec to the first 200."""

    def start(self, seconds=60):
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("MARTLET_", "BCTRL_"))}
        environment |= {"MARTLET_API_KEY": self.key, **self.environment}
        command = [os.environ["MARTLET_BINARY"], "serve", "--port", str(self.port), "--data-dir", str(self.data)]
        with self.log.open("ab") as log:
            began = time.perf_counter()
            self.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, env=environment
            )
            while not self.healthy():
                if self.process.poll() is not None or time.perf_counter() - began > seconds:
                    raise RuntimeError(f"the server did not start:\n{self.tail()}")
                time.sleep(0.001)
        self.started = time.perf_counter() - began
        return self

    def memory(self):
        """Resident memory in MiB."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        raise RuntimeError("the server is gone")

    def browser(self):
        """The process id of the one browser there is: its helpers carry no arguments of their own, but a title."""
        mains = [
            pid
            for pid in process.descendants(self.pid)
            if any(argument.startswith("--user-data-dir=") for argument in process.command_line(pid))
        ]
        (pid,) = mains
        return pid

    def direct_url(self):
        """The browser's own address, past Martlet: the loopback port on which its process listens."""
        (port,) = process.listening_ports([self.browser()])
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/version") as answer:
            return json.load(answer)["webSocketDebuggerUrl"]

    def recipe(self):
        """How Martlet starts its browsers here, learned from one."""
        with Session(self.api):
            return Recipe.of(self.browser())


@contextmanager
def folder():
    """A folder that the browser's user may enter too. TMPDIR says where."""
    name = tempfile.mkdtemp(prefix="martlet-bench-")
    Path(name).chmod(0o755)
    try:
        yield Path(name)
    finally:
        shutil.rmtree(name, ignore_errors=True)


@contextmanager
def martlet(data=None, **environment):
    """A running server, ended and removed at the end."""
    with folder() as place:
        server = Martlet(place, environment={"MARTLET_LOG_LEVEL": "warning", "MARTLET_MAX_RUNTIMES": "64", **environment}, data=data)
        server.start()
        try:
            yield server
        finally:
            server.stop()

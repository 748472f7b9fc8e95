"""The command line as people and scripts have it: in a pipe, and in a real pseudo-terminal."""

import fcntl
import json
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from dataclasses import dataclass

from .server import find_binary


def environment(server=None, **more):
    """A clean environment that names the server, and nothing of the caller's own."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("MARTLET_", "BCTRL_", "NO_COLOR", "DISPLAY"))}
    if server:
        kept |= {"MARTLET_BASE_URL": server.url, "MARTLET_API_KEY": server.key}
    return {**kept, "TERM": "xterm-256color", **more}


@dataclass
class Done:
    status: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def lines(self):
        return self.out.splitlines()


class CLI:
    def __init__(self, server=None, **more):
        self.environment = environment(server, **more)

    def __call__(self, *arguments, timeout=60, **options):
        """Runs one command with pipes at both ends."""
        done = subprocess.run(
            [str(find_binary()), *map(str, arguments)],
            env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=timeout, **options,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def ok(self, *arguments, **options):
        done = self(*arguments, **options)
        assert done.status == 0, (arguments, done)
        return done

    def shell(self, line, timeout=60):
        """A line of bash in which `martlet` is the command."""
        script = f"set -o pipefail; martlet() {{ {find_binary()} \"$@\"; }}; {line}"
        done = subprocess.run(["bash", "-c", script], env=self.environment, capture_output=True, timeout=timeout)
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def terminal(self, *arguments, columns=100):
        return Terminal([str(find_binary()), *map(str, arguments)], self.environment, columns)


class Terminal:
    """A command in a pseudo-terminal, with what it has written there so far."""

    def __init__(self, command, env, columns):
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            os.execve(command[0], command, env)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        self.text = ""

    def read(self, seconds=0.1):
        """Takes what comes within so many seconds; False at the end."""
        ready, _, _ = select.select([self.descriptor], [], [], seconds)
        if not ready:
            return True
        try:
            piece = os.read(self.descriptor, 65536)
        except OSError:
            return False
        self.text += piece.decode(errors="replace")
        return bool(piece)

    def until(self, text, seconds=20):
        limit = time.monotonic() + seconds
        while text not in self.text:
            assert time.monotonic() < limit, f"{text!r} did not come within {seconds} s: {self.text[-3000:]!r}"
            assert self.read() or text in self.text, f"ended without {text!r}: {self.text[-3000:]!r}"
        return self.text

    def interrupt(self):
        """Ctrl-C, as the terminal sends it."""
        os.write(self.descriptor, b"\x03")

    def wait(self, seconds=20):
        """The exit status, as a shell has it."""
        limit = time.monotonic() + seconds
        while self.read():
            if time.monotonic() > limit:
                os.kill(self.pid, signal.SIGKILL)
                raise AssertionError(f"did not end within {seconds} s: {self.text[-3000:]!r}")
        _, status = os.waitpid(self.pid, 0)
        os.close(self.descriptor)
        return os.waitstatus_to_exitcode(status)

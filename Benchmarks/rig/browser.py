"""The bare browser: the same program with the same switches, as the same user, without Martlet."""

import os
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from harness import process

from .devtools import PipeLine

# What belongs to one browser alone, and so is not taken over.
OWN = ("--remote-debugging-", "--user-data-dir=", "about:blank")


@dataclass
class Recipe:
    """How a browser is started."""

    program: str
    switches: list
    user: int
    group: int
    home: str

    @classmethod
    def of(cls, pid):
        """Of a running browser: read from /proc, so that the peer is what Martlet starts, whatever that is."""
        program, *rest = [argument for argument in process.command_line(pid) if argument]
        status = dict(
            line.split(":\t", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines() if ":\t" in line
        )
        return cls(
            program,
            [argument for argument in rest if not argument.startswith(OWN)],
            int(status["Uid"].split()[1]),
            int(status["Gid"].split()[1]),
            tempfile.gettempdir(),
        )


class BareBrowser:
    """A browser with a DevTools port, and with a DevTools pipe if asked for."""

    def __init__(self, recipe, pipe=False):
        self.recipe = recipe
        self.profile = tempfile.mkdtemp(prefix="martlet-bare-")
        switches = ["--remote-debugging-port=0", f"--user-data-dir={self.profile}"]
        # A file, not a pipe: the headless shell prints every console line, and waits when nobody reads.
        self.log = tempfile.TemporaryFile()
        # The browser reads commands from descriptor 3 and writes to 4.
        ends = [*os.pipe(), *os.pipe()] if pipe else []
        self.process = subprocess.Popen(
            [recipe.program, *recipe.switches, *switches, *(["--remote-debugging-pipe"] if pipe else []), "about:blank"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self.log,
            env={"PATH": os.environ["PATH"], "HOME": self.profile, "TMPDIR": self.profile},
            **self._as_user(),
            **({"preexec_fn": lambda: place(ends[0], ends[3]), "close_fds": False} if pipe else {}),
        )
        self.line = None
        if pipe:
            os.close(ends[0])
            os.close(ends[3])
            self.line = PipeLine(reads=ends[2], writes=ends[1])
        self.url = self._listening()

    def _as_user(self):
        if os.geteuid() != 0 or self.recipe.user == 0:
            return {}
        os.chown(self.profile, self.recipe.user, self.recipe.group)
        return {"user": self.recipe.user, "group": self.recipe.group, "extra_groups": []}

    def _listening(self):
        """The address of the browser's DevTools, as soon as it says so."""
        marker = b"DevTools listening on "
        while self.process.poll() is None:
            said = os.pread(self.log.fileno(), 1 << 16, 0)
            if marker in said and b"\n" in said.partition(marker)[2]:
                return said.partition(marker)[2].split()[0].decode()
            time.sleep(0.001)
        raise RuntimeError(f"the bare browser ended with {self.process.wait()}")

    def stop(self):
        """Returns when the browser and its profile are gone."""
        self.process.terminate()
        self.process.wait(20)
        self.log.close()
        if self.line:
            self.line.close()
        # Its helper processes may still be writing for some milliseconds.
        for _ in range(100):
            shutil.rmtree(self.profile, ignore_errors=True)
            if not os.path.exists(self.profile):
                return

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def place(reads, writes):
    """In the child: puts the pipe's ends at 3 and 4, by way of numbers that are out of the way."""
    high = (os.dup2(reads, 200), os.dup2(writes, 201))
    os.dup2(high[0], 3)
    os.dup2(high[1], 4)
    os.closerange(5, 256)

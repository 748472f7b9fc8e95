"""Builds and runs the plain TCP splice (splice.c), the peer of Martlet's proxy."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

SOURCE = Path(__file__).with_name("splice.c")


class Splice:
    """Listens on `port`, and joins what connects there with `target_port`. The compiler is Swift's clang, or any."""

    def __init__(self, target_port):
        self.folder = tempfile.mkdtemp(prefix="martlet-splice-")
        program = os.path.join(self.folder, "splice")
        compiler = shutil.which("clang") or shutil.which("cc")
        subprocess.run([compiler, "-O2", "-o", program, str(SOURCE)], check=True)
        self.process = subprocess.Popen(
            [program, str(target_port)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.port = int(self.process.stdout.readline())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()
        shutil.rmtree(self.folder)

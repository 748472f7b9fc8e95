"""nginx as a peer: it takes files by PUT and gives them by GET, with one process, as Debian sets it up."""

import os
import shutil
import subprocess
import time
from contextlib import contextmanager

from harness import process

CONFIGURATION = """
daemon off; master_process off; pid {place}/nginx.pid; error_log {place}/error.log;
events {{ }}
http {{
    access_log off; sendfile on; tcp_nopush on; default_type application/octet-stream;
    client_max_body_size 0; client_body_temp_path {place}/body; proxy_temp_path {place}/proxy;
    fastcgi_temp_path {place}/fastcgi; uwsgi_temp_path {place}/uwsgi; scgi_temp_path {place}/scgi;
    server {{ listen 127.0.0.1:{port}; root {place}/files; location / {{ dav_methods PUT; create_full_put_path on; }} }}
}}
"""


def find():
    """The program, or None. NGINX_PROGRAM names one that is not on the path."""
    return os.environ.get("NGINX_PROGRAM") or shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


@contextmanager
def nginx(place):
    """A server of the files in `place`/files; its address."""
    (place / "files").mkdir(parents=True)
    port = process.free_port()
    (place / "nginx.conf").write_text("user root;\n" * (os.geteuid() == 0) + CONFIGURATION.format(place=place, port=port))
    server = subprocess.Popen([find(), "-p", str(place), "-c", str(place / "nginx.conf")], stderr=subprocess.DEVNULL)
    try:
        url = f"http://127.0.0.1:{port}"
        while not process.listening(port):
            if server.poll() is not None:
                raise RuntimeError(f"nginx did not start: {(place / 'error.log').read_text()[-500:]}")
            time.sleep(0.01)
        yield url
    finally:
        server.terminate()
        server.wait(10)

"""A site in a process of its own, that answers from memory: its cost is small and the same for both sides."""

import asyncio
import multiprocessing
import random

from rig import store

RESOURCES = 30


def contents():
    """Paths with their bodies: /plain is one document of 20 kB; /shop asks for 30 things and logs 10 lines; /store is a shop to look at."""
    words = " ".join(f"<p>Line {n} of a page that is read by nobody.</p>" for n in range(400))
    noise = random.Random(1)
    icon = "<link rel=icon href='data:,'>"
    found = {"/plain": ("text/html", f"<!doctype html><title>Plain</title>{icon}{words}".encode())}
    tags = ""
    for n in range(RESOURCES):
        if n % 3 == 0:
            tags += f"<link rel=stylesheet href=/s{n}.css>"
            found[f"/s{n}.css"] = ("text/css", f".c{n} {{ color: rgb({n}, 0, 0) }}".encode() * 50)
        elif n % 3 == 1:
            tags += f"<script src=/s{n}.js></script>"
            found[f"/s{n}.js"] = ("text/javascript", f"console.log('script {n}', {{ n: {n} }});".encode())
        else:
            tags += f"<img src=/i{n}.svg width=20 height=20>"
            body = f"<svg xmlns='http://www.w3.org/2000/svg'><!-- {noise.randbytes(2000).hex()} --></svg>"
            found[f"/i{n}.svg"] = ("image/svg+xml", body.encode())
    found["/shop"] = ("text/html", f"<!doctype html><title>Shop</title>{icon}{tags}{words}".encode())
    found["/blank"] = ("text/html", f"<!doctype html><title>Blank</title>{icon}".encode())
    return found | store.pages()


def serve(ready):
    pages = contents()

    async def answer(reader, writer):
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                path = head.split(b" ", 2)[1].decode().partition("?")[0]
                kind, body = pages.get(path, ("text/plain", b"not here"))
                writer.write(
                    f"HTTP/1.1 {200 if path in pages else 404} .\r\nContent-Type: {kind}\r\n"
                    f"Cache-Control: no-store\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
                )
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def run():
        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        ready.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(run())


class Site:
    def __init__(self):
        ours, theirs = multiprocessing.Pipe()
        self.process = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs,), daemon=True)
        self.process.start()
        self.port = ours.recv()

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.join()

"""Forms as senders make them, right and wrong."""

import contextlib
import http.client
import json


def form(parts, boundary="form-boundary", end=True):
    """`parts`: (name, bytes) or (name, bytes, file name) or (name, bytes, file name, content type)."""
    body = b""
    for name, content, *file in parts:
        body += f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"'.encode()
        if file:
            body += f'; filename="{file[0]}"'.encode()
        if len(file) > 1:
            body += f"\r\nContent-Type: {file[1]}".encode()
        body += b"\r\n\r\n" + content + b"\r\n"
    return body + (f"--{boundary}--\r\n".encode() if end else b"")


def upload(api, content, name="file.bin", target="/v1/files", **fields):
    """Sends a file with text fields; the answer."""
    parts = [(k, v if isinstance(v, bytes) else str(v).encode()) for k, v in fields.items() if v is not None]
    return send(api, form(parts + [("file", content, name)]), target)


def send(api, body, target="/v1/files", boundary="form-boundary"):
    headers = {"content-type": f"multipart/form-data; boundary={boundary}"}
    return api.request("POST", target, body=body, headers=headers, timeout=120)


@contextlib.contextmanager
def half_upload(api, length, sent, target="/v1/files"):
    """An upload that announces `length` bytes of form and has sent only some of the file."""
    connection = http.client.HTTPConnection("127.0.0.1", api.port, timeout=30)
    begin = form([("file", b"", "half.bin")], end=False)[:-2]
    connection.putrequest("POST", target)
    connection.putheader("authorization", f"Bearer {api.key}")
    connection.putheader("content-type", "multipart/form-data; boundary=form-boundary")
    connection.putheader("content-length", str(length))
    connection.endheaders()
    connection.send(begin + b"x" * sent)
    try:
        yield connection
    finally:
        connection.close()


def big_upload(api, chunks, size, target="/v1/files", name="big.bin"):
    """Streams a file of `size` bytes without holding it."""
    begin = form([("file", b"", name)], end=False)[:-2]
    end = b"\r\n--form-boundary--\r\n"
    connection = http.client.HTTPConnection("127.0.0.1", api.port, timeout=300)
    connection.putrequest("POST", target)
    connection.putheader("authorization", f"Bearer {api.key}")
    connection.putheader("content-type", "multipart/form-data; boundary=form-boundary")
    connection.putheader("content-length", str(len(begin) + size + len(end)))
    connection.endheaders()
    connection.send(begin)
    for chunk in chunks:
        connection.send(chunk)
    connection.send(end)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    assert response.status in (200, 201), body[:500]
    return json.loads(body)

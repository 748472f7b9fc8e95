"""Writes a long recording from the frames of a short one, by the format's own page (docs/recording-format.md)."""

import json
import struct

HEAD = 64


def _table():
    for byte in range(256):
        value = byte
        for _ in range(8):
            value = value >> 1 ^ 0x82F63B78 if value & 1 else value >> 1
        yield value


TABLE = tuple(_table())


def crc32c(data):
    value = 0xFFFFFFFF
    for byte in data:
        value = value >> 8 ^ TABLE[(value ^ byte) & 0xFF]
    return value ^ 0xFFFFFFFF


def stretch(folder, hours, rate=10):
    """Makes the recording in `folder` so long: its frames come again and again, `rate` a second. Returns how many there are."""
    journal = (folder / "journal").read_bytes().splitlines(keepends=True)
    front = [json.loads(line[9:]) for line in journal if b'"type":"front"' in line][0]["page"]
    index = folder / f"index-{front:06d}"
    bytes_ = index.read_bytes()
    entries = [bytes_[at : at + HEAD] for at in range(HEAD, len(bytes_), HEAD)]
    count = int(hours * 3600 * rate)
    with index.open("wb") as out:
        out.write(bytes_[:HEAD])
        for n in range(count):
            entry = bytearray(entries[n % len(entries)][:60])
            struct.pack_into("<qq", entry, 16, n * 1000 // rate, n + 1)
            out.write(entry + struct.pack("<I", crc32c(entry)))
    kept = [line for line in journal if not any(kind in line for kind in (b'"gone"', b'"end"', b'"alive"'))]
    kept = [line for line in kept if b'"page":null' not in line]
    end = json.dumps({"t": int(hours * 3_600_000), "type": "end"}, separators=(",", ":")).encode()
    (folder / "journal").write_bytes(b"".join(kept) + b"%08x %b\n" % (crc32c(end), end))
    return count

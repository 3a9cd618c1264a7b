"""Writes a Word package: every part deflated, no clock in it, and no part deflated twice.

A letter shares all but a few parts with the next one. Python's zipfile would deflate them again
for every letter; here a part that was packed once is copied as it stands.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_VERSION, _DEFLATED, _UTF8_NAME = 20, 8, 0x800
_TIME, _DATE = 0, 0x21
"""Midnight of 1 January 1980, the first day that a zip file can hold."""
_OWNER_MAY_WRITE = 0o600 << 16


@dataclass(frozen=True)
class PackedPart:
    """A part with what a package stores of it."""

    content: bytes
    crc: int
    deflated: bytes


def packed(content: bytes) -> PackedPart:
    """The part ``content``, deflated."""
    deflater = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    return PackedPart(content, zlib.crc32(content), deflater.compress(content) + deflater.flush())


def zipped(
    parts: Mapping[str, bytes], order: Iterable[str], known: Mapping[str, PackedPart]
) -> bytes:
    """A zip file of ``parts`` in this order: the same bytes for the same parts.

    A part that is the very object that ``known`` holds under its name is not deflated again.
    """
    files: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name in order:
        part = known.get(name)
        if part is None or part.content is not parts[name]:
            part = packed(parts[name])
        local, central = _entries(name, part, at)
        files += [local, part.deflated]
        directory.append(central)
        at += len(local) + len(part.deflated)
    length, count = sum(map(len, directory)), len(directory)
    end = _END + struct.pack("<HHHHIIH", 0, 0, count, count, length, at, 0)
    return b"".join([*files, *directory, end])


def _entries(name: str, part: PackedPart, at: int) -> tuple[bytes, bytes]:
    """What stands before a part's bytes, and its line of the directory; it begins at ``at``."""
    encoded, flags = name.encode(), 0 if name.isascii() else _UTF8_NAME
    shared = struct.pack(
        "<HHHHHIIIHH", _VERSION, flags, _DEFLATED, _TIME, _DATE,
        part.crc, len(part.deflated), len(part.content), len(encoded), 0,
    )  # fmt: skip
    only_central = struct.pack("<HHHII", 0, 0, 0, _OWNER_MAY_WRITE, at)
    return (
        _LOCAL + shared + encoded,
        _CENTRAL + struct.pack("<H", _VERSION) + shared + only_central + encoded,
    )

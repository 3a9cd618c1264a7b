"""A message as Outlook saves it, with a different invented name in every place."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from benchmarks.planted import smallest
from benchmarks.planted.names import Places, Planted, names

_SECTOR = 512
_END, _FREE = 0xFFFFFFFE, 0xFFFFFFFF
_SMALLEST = 4096
"""Smaller streams would stand in another table; these are filled up with zeros instead."""


def planted() -> Planted:
    """The planted .msg file."""
    register, name = names()
    word = smallest.word(f"<w:p><w:r><w:t>{name('attached Word file')}</w:t></w:r></w:p>")
    page = f"<html><body><p>{name('text of the page')}</p></body></html>"
    text = f"{{\\rtf1 {name('text in Rich Text')}}}".encode()
    streams = [
        *(_text(tag, name(place)) for tag, place in _TEXTS.items()),
        ("__substg1.0_10130102", page.encode()),
        ("__substg1.0_10090102", _compressed(text)),
        ("__substg1.0_37010102", word),
        ("__substg1.0_0C190102", f"/O=X/CN={name('entry of an address book')}".encode()),
        ("__nameid_version1.0", name("other stream").encode()),
    ]
    return Planted("note.msg", compound(streams), register, VISIBLE, HIDDEN)


_TEXTS = {
    "0037001F": "subject", "1000001F": "text", "0C1A001F": "sender", "0C1F001F": "sender address",
    "0E04001F": "recipients", "0E03001F": "copies", "3001001F": "recipient",
    "39FE001F": "recipient address", "3707001F": "attachment name", "0E02001F": "hidden copies",
    "007D001F": "headers", "0070001F": "topic", "1035001F": "message id",
    "3708001F": "path of an attachment", "8005001F": "other property",
    "8013101F-00000000": "one of several values",
}  # fmt: skip


def _text(tag: str, text: str) -> tuple[str, bytes]:
    return f"__substg1.0_{tag}", text.encode("utf-16-le")


def _compressed(text: bytes) -> bytes:
    """Rich Text compressed without any copies: a byte of flags before every eight letters."""
    groups = [text[at : at + 8] for at in range(0, len(text), 8)]
    body = b"".join(b"\0" + group for group in groups)
    return struct.pack("<II4sI", len(body) + 12, len(text), b"LZFu", 0) + body


def compound(streams: Sequence[tuple[str, bytes]]) -> bytes:
    """A compound file with these streams, each in sectors of its own."""
    padded = [(name, body.ljust(_SMALLEST, b"\0")) for name, body in streams]
    sizes = [-(-len(body) // _SECTOR) for _, body in padded]
    directory_size = -(-(len(padded) + 1) * 128 // _SECTOR)
    used = directory_size + sum(sizes)
    tables = -(-used // (_SECTOR // 4 - 1)) + 1
    table = [0xFFFFFFFD] * tables + _chain(tables, directory_size)
    entries = [_entry("Root Entry", 5, _END, 0)]
    for (name, body), size in zip(padded, sizes, strict=True):
        entries.append(_entry(name, 2, len(table), len(body)))
        table += _chain(len(table), size)
    table += [_FREE] * (tables * _SECTOR // 4 - len(table))
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, tables, tables, 0, _SMALLEST, _END, 0, _END, 0, 0,
    )  # fmt: skip
    header += struct.pack("<108I", *range(1, tables), *[_FREE] * (109 - tables))
    sectors = b"".join(
        body.ljust(size * _SECTOR, b"\0") for (_, body), size in zip(padded, sizes, strict=True)
    )
    return (
        header + struct.pack(f"<{len(table)}I", *table)
        + b"".join(entries).ljust(directory_size * _SECTOR, b"\0") + sectors
    )  # fmt: skip


def _chain(start: int, size: int) -> list[int]:
    return [*range(start + 1, start + size), _END]


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    head = raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw), kind, 1)
    return (head + struct.pack("<III", _FREE, _FREE, _FREE)).ljust(116, b"\0") + struct.pack(
        "<IQ", start, size
    )


VISIBLE: Places = [
    ("subject", "subject"),
    ("text", "message"),
    ("sender", "sender"),
    ("sender address", "sender"),
    ("recipients", "recipient"),
    ("copies", "copy to"),
    ("recipient", "recipient"),
    ("recipient address", "recipient"),
    ("attachment name", "attachment name"),
    ("text of the page", "message as a web page: paragraph 1"),
]
HIDDEN: Places = [
    ("hidden copies", "hidden copy to"),
    ("headers", "way of the message"),
    ("topic", "thread topic"),
    ("message id", "id of the message"),
    ("path of an attachment", "path of an attachment"),
    ("other property", "property 8005 of the message"),
    ("one of several values", "property 8013 of the message"),
    ("text in Rich Text", "message as Rich Text: body, paragraph 1"),
    ("attached Word file", "attachment: body, paragraph 1"),
    ("entry of an address book", "property 0C19 of the message"),
    ("other stream", "stream __nameid_version1.0"),
]

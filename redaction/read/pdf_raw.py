"""Looks at the raw bytes of a PDF for what no object of its last revision holds any more."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Callable, Iterator

from redaction.read.gathering import Gathering
from redaction.read.pdf_objects import ObjectWalk
from redaction.read.pdf_strings import strings_in
from redaction.read.strings import readable_strings

MAX_REVISIONS = 12
_HEAD = 600
"""How many bytes before a stream its dictionary is looked for in."""
_MAX_UNPACKED = 20_000_000
_END = b"%%EOF"


def read_raw(content: bytes, walk: ObjectWalk) -> None:
    """Add strings of superseded or unlisted objects, and bytes before and after the PDF."""
    gathering = walk.gathering
    start = max(content.find(b"%PDF-"), 0)
    end = content.rfind(_END)
    gathering.add_hidden(readable_strings(content[:start], 3), "bytes before the PDF", "")
    if end >= 0:
        trailing = readable_strings(content[end + len(_END) :], 3)
        gathering.add_hidden(trailing, "bytes after the end of the PDF", "")
    left = [text for text in _raw_strings(content, walk) if text.strip() not in walk.known]
    gathering.add_hidden(left, "object that is no longer used (earlier revision)", "")


def _raw_strings(content: bytes, walk: ObjectWalk) -> Iterator[str]:
    position = 0
    between: list[bytes] = []
    for start, end in _streams(content):
        before = content[position:start]
        between.append(before)
        position = end
        head = before[-_HEAD:].rpartition(b" obj")[2]
        yield from _stream_strings(head, content[start:end], walk)
    between.append(content[position:])
    for piece in between:
        yield from strings_in(piece)


def _streams(content: bytes) -> Iterator[tuple[int, int]]:
    """Where the bytes of each stream begin and end."""
    position = content.find(b"stream")
    while position >= 0:
        start = position + len(b"stream")
        start += len(content[start : start + 2]) - len(content[start : start + 2].lstrip(b"\r\n"))
        end = content.find(b"endstream", start)
        if end < 0:
            return
        yield start, end
        position = content.find(b"stream", end + len(b"endstream"))


def _stream_strings(head: bytes, body: bytes, walk: ObjectWalk) -> Iterator[str]:
    """The strings of a stream that no object leads to, or of a container of objects."""
    container = b"/ObjStm" in head
    if not container and _digests(body) & walk.raw:
        return
    if b"/Image" in head or b"/FontFile" in head or b"/Length1" in head or b"/XRef" in head:
        return
    unpacked = _inflated(body) if b"FlateDecode" in head or body[:1] == b"x" else body
    walk.gathering.unpack(len(unpacked))
    yield from strings_in(unpacked)
    if not container and b" Tf" not in unpacked:
        yield from readable_strings(unpacked, 4)


def _digests(body: bytes) -> set[bytes]:
    """Digests of a stream's bytes, with and without the line end that may follow them."""
    variants = (body, body.removesuffix(b"\n"), body.removesuffix(b"\n").removesuffix(b"\r"))
    return {hashlib.sha256(each).digest() for each in variants}


def _inflated(body: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(body, _MAX_UNPACKED)
    except zlib.error:
        return b""


def read_revisions(
    content: bytes,
    visible: frozenset[str],
    gathering: Gathering,
    page_texts: Callable[[bytes], list[str]],
) -> None:
    """Add the lines of earlier revisions' pages with words that the last one does not show.

    ``page_texts`` gives the texts of a PDF's pages, none when it can't be read.
    """
    ends = [match.end() for match in re.finditer(_END, content)][:-1]
    if b"/Linearized" in content[:2048]:
        ends = ends[1:]
    for number, end in enumerate(ends[-MAX_REVISIONS:], 1):
        for page, text in enumerate(page_texts(content[:end]), 1):
            lines = [
                line for line in text.splitlines()
                if any(word not in visible for word in line.split())
            ]  # fmt: skip
            gathering.add_hidden(lines, f"earlier revision {number}, page {page}", "")
    if len(ends) > MAX_REVISIONS:
        why = f"only the last {MAX_REVISIONS} of {len(ends)} revisions were read"
        gathering.unread("earlier revisions", "", why)

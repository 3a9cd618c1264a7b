"""Strings in the raw syntax of PDF: literal, hexadecimal, comments, text operators."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Each pattern stops at the next opening bracket of its kind, so that none is tried from every
# position to the end: a hostile file could make that take hours.
_BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)
_FLAT = re.compile(rb"\([^()\\]*\)")
_HEX = re.compile(rb"(?<!<)<([0-9A-Fa-f\s]{4,})>(?!>)")
_COMMENT = re.compile(rb"(?:\A|(?<=[\r\n\s]))%([^\r\n]{3,})")
_SHOWN_TOGETHER = re.compile(rb"\[((?:[^\[\]\\()]|\\.|\((?:[^()\\]|\\.)*\))*)\]\s*TJ", re.DOTALL)
_MARKED = re.compile(rb"<<((?:(?!<<|BDC|DP|BT|ET).){0,4000}?)>>\s*(?:BDC|DP)\b", re.DOTALL)
_INLINE = re.compile(rb"\bBI\s((?:(?!\bBI\s).){0,2000}?)\sID\s", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"", b"f": b"", b"\n": b"", b"\r": b"",
            b"\r\n": b""}  # fmt: skip
_TEXTUAL = re.compile(r"[^\W\d_]{2}")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_ORDINARY_COMMENT = re.compile(rb"PDF-\d|%EOF|!PS|%\w+:|[\x80-\xff]{3,}")


def decoded(raw: bytes) -> str:
    """A PDF string's bytes as text: UTF-16 or UTF-8 by their mark, else Latin-1."""
    if raw[:2] in (b"\xfe\xff", b"\xff\xfe"):
        return raw.decode("utf-16", errors="ignore")
    if raw[:3] == b"\xef\xbb\xbf":
        return raw[3:].decode("utf-8", errors="ignore")
    if len(raw) > 3 and raw[::2].strip(b"\0") == b"":
        return raw.decode("utf-16-be", errors="ignore")
    return raw.decode("latin-1")


def strings_in(content: bytes) -> Iterator[str]:
    """The literal and hexadecimal strings in ``content`` that hold words, and its comments.

    Strings that one operator shows together are joined.
    """
    for together in _SHOWN_TOGETHER.finditer(content):
        yield from _wordy(b"".join(_unescaped(each) for each in _literals(together[1])))
    for literal in _literals(content):
        yield from _wordy(_unescaped(literal))
    for hexadecimal in _HEX.finditer(content):
        digits = re.sub(rb"\s", b"", hexadecimal[1])
        yield from _wordy(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii")))
    yield from comments_in(content)


def _literals(content: bytes) -> Iterator[bytes]:
    """The outermost bracketed strings, in one pass; of an unclosed one the flat strings in it."""
    depth = start = 0
    for bracket in _BRACKET.finditer(content):
        if bracket[0] == b"(":
            start = start if depth else bracket.start()
            depth += 1
        elif bracket[0] == b")" and depth:
            depth -= 1
            if not depth:
                yield content[start : bracket.end()]
    if depth:
        yield from (flat[0] for flat in _FLAT.finditer(content, start))


def comments_in(content: bytes) -> Iterator[str]:
    """The comments of PDF syntax, without the ones that every file has."""
    for comment in _COMMENT.finditer(content):
        if not _ORDINARY_COMMENT.match(comment[1]):
            yield from _wordy(comment[1])


def marked_strings(content: bytes) -> Iterator[str]:
    """The strings in the properties of marked content: replacement text, descriptions."""
    for marked in _MARKED.finditer(content):
        if b"(" in marked[1] or _HEX.search(marked[1]):
            yield from strings_in(marked[1])


def inline_picture_strings(content: bytes) -> Iterator[str]:
    """The strings in the properties of pictures that stand in a page's program itself."""
    for picture in _INLINE.finditer(content):
        yield from strings_in(picture[1])


def _unescaped(literal: bytes) -> bytes:
    if b"\\" not in literal:
        return literal[1:-1]
    return _ESCAPE.sub(_one, literal[1:-1])


def _one(match: re.Match[bytes]) -> bytes:
    escaped = match[1]
    if escaped[:1].isdigit() and escaped[:1] < b"8":
        return bytes([int(escaped, 8) & 0xFF])
    return _ESCAPES.get(escaped, escaped)


def _wordy(raw: bytes) -> Iterator[str]:
    text = decoded(raw).strip()
    if _TEXTUAL.search(text) and not _CONTROL.search(text):
        yield text

"""Every way in which the bytes of a file can be read as text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

from publication.residue.letters import BLOCK_TAG, INLINE_TAG
from redaction.errors import RedactionError
from redaction.read import read_content
from redaction.read.gathering import ExhaustedError, Gathering
from redaction.read.pictures import is_picture, read_picture

_MOST_LAYERS = 4
"""Encodings around each other; ours have two: escaped HTML in a feed or in JSON."""
_DELIMITERS = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>")
_TAG = re.compile(r"<[^>]*>")
_LONG_TAG = re.compile(r"<([^>]{12,})>")
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span"
    r"|strong|sub|sup|time|u|var|wbr)(?:\s[^>]*)?/?>",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([bfnrtv])|([/\"'\\]))")
_PERCENT = re.compile(r"%[0-9a-fA-F]{2}")


class UnsearchableError(Exception):
    """A file can't be looked into, so nobody can say that nothing is left in it."""


def texts(content: bytes) -> Iterator[str]:
    """Every way to read ``content``, which is not packed. Raises ``UnsearchableError``."""
    if content.startswith((b"%PDF", b"{\\rtf")):
        yield _read(content, "file.pdf" if content.startswith(b"%PDF") else "file.rtf")
    elif is_picture(content):
        yield _beside_the_pixels(content)
    for text in _decoded(content):
        yield from readings(text)


def readings(text: str, layers: int = _MOST_LAYERS) -> Iterator[str]:
    """``text`` without its markup, what stands in its tags, and both without their encodings."""
    for part in without_markup(text):
        yield part
        if layers:
            for simpler in {part, _unslashed(part), _unquoted(part)}:
                if simpler != part or "<" in part:
                    yield from readings(simpler, layers - 1)


def without_markup(text: str) -> tuple[str, ...]:
    """What a reader sees of HTML or XML, comments included, and the insides of its tags."""
    if "<" not in text:
        return (html.unescape(text),)
    bare = _DELIMITERS.sub(BLOCK_TAG, text)
    seen = _TAG.sub(BLOCK_TAG, _INLINE_TAG.sub(INLINE_TAG, bare))
    inside = "\n".join(_LONG_TAG.findall(bare))
    return tuple(html.unescape(part) for part in (seen, inside) if part)


def _decoded(content: bytes) -> Iterator[str]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield content.decode("utf-16", errors="replace")
    try:
        yield content.decode("utf-8")
    except UnicodeDecodeError:
        yield content.decode("latin-1")  # the letters of UTF-16 stand out too, zeros between them
        yield content.decode("utf-8", errors="replace")


def _unslashed(text: str) -> str:
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    four, two, blank, same = match.groups()
    return " " if blank else same or chr(int(four or two, 16))


def _unquoted(text: str) -> str:
    return unquote(text) if _PERCENT.search(text) else text


def _read(content: bytes, name: str) -> str:
    try:
        return "\n".join(passage.text for passage in read_content(name, content).passages)
    except RedactionError as error:
        raise UnsearchableError from error


def _beside_the_pixels(content: bytes) -> str:
    gathering = Gathering("picture")
    try:
        read_picture(content, "picture", "", gathering)
    except (RedactionError, ExhaustedError) as error:
        raise UnsearchableError from error
    return "\n".join(passage.text for passage in gathering.passages)


def plain_text(markup: str) -> str:
    """The text of HTML or Markdown without its tags."""
    return html.unescape(_TAG.sub(" ", markup))

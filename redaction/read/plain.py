"""Reads text files, whose offsets must stay those of the file itself."""

from __future__ import annotations

import codecs

from redaction.read.fold import fold
from redaction.read.gathering import Gathering


def decode(content: bytes) -> str:
    """``content`` as text: by its byte order mark, else UTF-8, else Windows-1252.

    A byte that Windows-1252 does not know becomes the replacement character; nothing raises.
    """
    if content.startswith(codecs.BOM_UTF8):
        return content[len(codecs.BOM_UTF8) :].decode("utf-8", errors="replace")
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return content.decode("utf-32", errors="replace")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def decode_as(content: bytes, charset: str) -> str:
    """``content`` in the character set that a stranger names, or as ``decode`` has it.

    Codecs that are no character sets of messages (some take time without end) are not used.
    """
    name = charset.strip().lower().replace("_", "-")
    if not name or name in _NO_CHARSETS or len(name) > 40:
        return decode(content)
    try:
        return content.decode(name)
    except (LookupError, ValueError):
        return decode(content)


_NO_CHARSETS = frozenset(
    {"punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined", "unknown-8bit"}
)


def read_plain(content: bytes, gathering: Gathering) -> None:
    """One passage with the whole file's text, exactly.

    Lines in which invisible characters or ligatures could hide a name are given once more,
    folded, as one hidden passage.
    """
    text = decode(content)
    if "\ufffd" in text:
        gathering.unread("text", gathering.file, "some of its bytes are no text")
    gathering.add_exactly(text, "text", gathering.file)
    changed = [line for line in text.splitlines() if not line.isascii() and fold(line) != line]
    gathering.add_hidden(
        (fold(line) for line in changed if fold(line) != line.replace("\u00a0", " ")),
        "text without its invisible characters",
        gathering.file,
    )

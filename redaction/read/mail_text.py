"""The text of a part of an e-mail, and files written into it the old way (uuencode)."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from email.message import Message

from redaction.read.plain import decode_as

_BEGIN = re.compile(r"^begin [0-7]{3,4} (.{1,200})$", re.MULTILINE)
_FLOWED = re.compile(r"(?<=\S) \n(?!>)")


def body_text(content: bytes, message: Message) -> str:
    """``content`` in the character set its header names, else as its bytes suggest.

    Lines that were broken for the way only (format=flowed) are joined again.
    """
    text = decode_as(content, str(message.get_content_charset() or ""))
    text = text.replace("\r\n", "\n")
    if "flowed" in str(message.get_param("format", "")).lower():
        text = _FLOWED.sub(" ", text)
    return text


def unpacked_uu(text: str) -> Iterator[tuple[str, bytes]]:
    """The names and contents of files that stand between "begin" and "end" lines."""
    begin = _BEGIN.search(text)
    while begin is not None:
        end = text.find("\nend", begin.end())
        if end < 0:
            return
        content = bytearray()
        for line in text[begin.end() : end].splitlines():
            try:
                content += binascii.a2b_uu(line)
            except (binascii.Error, ValueError):
                continue
        if content:
            yield begin[1].strip(), bytes(content)
        begin = _BEGIN.search(text, end)

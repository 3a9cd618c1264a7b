"""Reads a message as Outlook saves it (.msg): a compound file with a stream for each property.

Written after the published format descriptions [MS-OXMSG], [MS-OXPROPS] and, for compressed Rich
Text, [MS-OXRTFCP].
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from redaction.errors import RedactionError
from redaction.read.compound import Stream, read_streams
from redaction.read.embedded import is_known, read_embedded
from redaction.read.gathering import Gathering
from redaction.read.html import read_html_text
from redaction.read.plain import decode
from redaction.read.strings import readable_strings

_PROPERTY = re.compile(r"__substg1\.0_([0-9A-F]{4})([0-9A-F]{4})(?:-[0-9A-F]{8})?")
_SEEN = {
    "0037": "subject", "0E1D": "subject", "1000": "message", "0C1A": "sender", "0C1F": "sender",
    "5D01": "sender", "0042": "sender", "0065": "sender", "5D02": "sender", "0E04": "recipient",
    "0E03": "copy to", "3001": "recipient", "3003": "recipient", "39FE": "recipient",
    "3704": "attachment name", "3707": "attachment name",
}  # fmt: skip
_HIDDEN = {
    "0E02": "hidden copy to", "007D": "way of the message (headers)", "0070": "thread topic",
    "1035": "id of the message", "3A20": "recipient", "370D": "path of an attachment",
    "3708": "path of an attachment", "370C": "path of an attachment",
}  # fmt: skip
_DICTIONARY = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
    b"\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0"
    b"\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
"""What every compressed text begins with, by the format."""


def read_outlook(content: bytes, gathering: Gathering) -> None:
    """Every place of a .msg file. Raises RedactionError when it is broken."""
    try:
        streams = read_streams(content)
    except ValueError as error:
        raise RedactionError.because(
            gathering.file, "the file is broken or cut short", "Ask for the file again"
        ) from error
    read_properties(streams, gathering, gathering.file)


def is_outlook(streams: list[Stream]) -> bool:
    """Whether the streams of a compound file are those of a message."""
    return any(_PROPERTY.fullmatch(stream.name) for stream in streams)


def read_properties(streams: list[Stream], gathering: Gathering, part: str) -> None:
    """Add what each stream of a message holds, also of messages attached to it."""
    for stream in streams:
        match = _PROPERTY.fullmatch(stream.name)
        if match is None and not stream.name.startswith("__") and stream.content:
            gathering.unread("the file itself", part, "it holds more than a message does")
        if match is None:
            gathering.add_hidden(readable_strings(stream.content), f"stream {stream.name}", part)
        elif match[2] in ("001F", "101F"):
            _text(match[1], stream.content.decode("utf-16-le", errors="replace"), gathering, part)
        elif match[2] in ("001E", "101E"):
            _text(match[1], decode(stream.content), gathering, part)
        elif stream.content:
            _bytes(match[1], stream.content, gathering, part)


def _text(tag: str, text: str, gathering: Gathering, part: str) -> None:
    label = _SEEN.get(tag) or _HIDDEN.get(tag, f"property {tag} of the message")
    gathering.add(text.rstrip("\0"), label, part, hidden=tag not in _SEEN)


def _bytes(tag: str, content: bytes, gathering: Gathering, part: str) -> None:
    if tag == "1013":
        with gathering.named("message as a web page"):
            read_html_text(decode(content), gathering, part)
    elif tag == "1009":
        text = uncompressed(content)
        gathering.unpack(len(text))
        read_embedded(text, "message as Rich Text", part, gathering)
    elif tag == "3701":
        if not is_known(content):
            gathering.unread("attachment", part, "it is of a kind that can't be read")
        read_embedded(content, "attachment", part, gathering)
    else:
        strings = readable_strings(content)
        gathering.add_hidden(strings, f"property {tag} of the message", part)


def uncompressed(content: bytes) -> bytes:
    """Rich Text out of its compression: literal bytes, and copies from the last 4096."""
    if len(content) < 16 or content[8:12] != b"LZFu":
        return content[16:]
    window = bytearray(_DICTIONARY.ljust(4096, b"\0"))
    write, position, result = len(_DICTIONARY), 16, bytearray()
    content = content[: struct.unpack_from("<I", content)[0] + 4]
    while position < len(content):
        flags = content[position]
        position += 1
        for bit in range(8):
            if flags >> bit & 1:
                if position + 2 > len(content):
                    return bytes(result)
                token = struct.unpack_from(">H", content, position)[0]
                position += 2
                start, length = token >> 4, (token & 15) + 2
                if start == write % 4096:
                    return bytes(result)
                copied: Iterator[int] = (window[(start + step) % 4096] for step in range(length))
            else:
                copied = iter(content[position : position + 1])
                position += 1
            for byte in copied:
                result.append(byte)
                window[write % 4096] = byte
                write += 1
    return bytes(result)

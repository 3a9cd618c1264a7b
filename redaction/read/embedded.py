"""Reads one part of a package by what it holds: a picture, a file in a file, a web page, bytes."""

from __future__ import annotations

import email
import email.policy
import re

from redaction.errors import RedactionError
from redaction.read.compound import OLE_MAGIC, macro_source, read_streams
from redaction.read.fold import spell_out
from redaction.read.gathering import ExhaustedError, Gathering
from redaction.read.html import read_html_text
from redaction.read.package import MAX_ENTRIES, open_package
from redaction.read.pictures import is_picture, read_picture
from redaction.read.plain import decode
from redaction.read.strings import readable_strings

_PACKED = b"PK\x03\x04"
_HTML = re.compile(rb"<(?:!doctype\s+html|html|body|p|div)\b", re.IGNORECASE)
_MIME = re.compile(rb"\A[\w-]+:[^\n]*\n", re.IGNORECASE)
_RTF_NOISE = re.compile(r"\\'[0-9a-f]{2}|\\\*|\\[a-z]+-?\d* ?|[{}\r\n]", re.IGNORECASE)


def read_embedded(content: bytes, where: str, part: str, gathering: Gathering) -> None:
    """Add what ``content`` holds; what can't be looked into becomes a note, never an error.

    Only exhausted bounds raise: ExhaustedError.
    """
    if is_picture(content):
        read_picture(content, where, part, gathering)
    elif content.startswith(b"{\\rtf"):
        text = _RTF_NOISE.sub("", content.decode("cp1252", errors="replace"))
        gathering.add(text, where, part, hidden=True)
    elif content.startswith((_PACKED, OLE_MAGIC)) or b"%PDF-" in content[:1024]:
        with gathering.inside(where, part) as allowed:
            if allowed:
                _read_file_in_file(content, where, part, gathering)
    elif _MIME.match(content) and b"ontent-" in content[:4000]:
        _read_mime(content, where, part, gathering)
    elif _HTML.search(content[:2000]):
        with gathering.inside(where, part):
            read_html_text(decode(content), gathering, part)
    else:
        gathering.add_hidden(readable_strings(content, minimum=4), where, part)


def _read_file_in_file(content: bytes, where: str, part: str, gathering: Gathering) -> None:
    try:
        if content.startswith(OLE_MAGIC):
            _read_compound(content, part, gathering)
        elif content.startswith(_PACKED):
            from redaction.read.office import read_package

            read_package(open_package(content, gathering), gathering)
        else:
            from redaction.read.pdf import read_pdf

            read_pdf(content, gathering)
    except ExhaustedError:
        raise
    except (RedactionError, ValueError) as error:
        gathering.add_hidden(readable_strings(content), "raw bytes", part)
        why = error.problems[0].what if isinstance(error, RedactionError) else "it is broken"
        gathering.unread("the file itself", part, why)


def _read_compound(content: bytes, part: str, gathering: Gathering) -> None:
    for stream in read_streams(content):
        name = stream.name.strip("\x00\x01\x02\x03\x05")
        gathering.add(spell_out(name), "name of a stream", part, hidden=True)
        if stream.name == "EncryptedPackage":
            gathering.unread("the file itself", part, "it is protected by a password")
        source = macro_source(stream.content)
        gathering.add_hidden(readable_strings(source, minimum=4), f"macro {name}", part)
        packed = stream.content.find(_PACKED)
        if packed >= 0:
            read_embedded(stream.content[packed:], f"file in {name}", part, gathering)
        gathering.add_hidden(readable_strings(stream.content), f"stream {name}", part)


def _read_mime(content: bytes, where: str, part: str, gathering: Gathering) -> None:
    """A web archive (.mht) or a message: its headers and each of its parts, decoded."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    for position, piece in enumerate(message.walk()):
        if position > MAX_ENTRIES:
            raise ExhaustedError.because(gathering.file, f"the {where} holds too many parts")
        gathering.add_hidden([str(value) for value in piece.values()], where, part)
        body = piece.get_payload(decode=True)
        if isinstance(body, bytes) and body and not _MIME.match(body):
            read_embedded(body, where, part, gathering)

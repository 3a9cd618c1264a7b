"""Reads one part of a package by what it holds: a picture, a file in a file, a web page, bytes."""

from __future__ import annotations

import re

from redaction.errors import RedactionError
from redaction.read.compound import OLE_MAGIC, macro_source, read_streams
from redaction.read.fold import spell_out
from redaction.read.formats import FileFormat, is_message, package_kinds
from redaction.read.gathering import ExhaustedError, Gathering
from redaction.read.html import read_html_text
from redaction.read.package import open_package
from redaction.read.pictures import is_picture, read_picture
from redaction.read.plain import decode
from redaction.read.strings import readable_strings

_PACKED = b"PK\x03\x04"
_HTML = re.compile(rb"<(?:!doctype\s+html|html|body|p|div)\b", re.IGNORECASE)
_LOCKED = {
    b"\x78\x9f\x3e\x22": "it is a winmail.dat file of Outlook, which can't be read",
    b"\x1f\x8b": "it is a packed file (.gz), which is not unpacked",
    b"7z\xbc\xaf\x27\x1c": "it is a packed file (.7z), which is not unpacked",
    b"Rar!": "it is a packed file (.rar), which is not unpacked",
    b"BZh": "it is a packed file (.bz2), which is not unpacked",
    b"\xfd7zXZ": "it is a packed file (.xz), which is not unpacked",
}
_OLD_FORMATS = ("WordDocument", "Workbook", "Book", "PowerPoint Document")
_FILE_STARTS = re.compile(
    rb"PK\x03\x04|\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|%PDF-\d|\x89PNG\r\n|\xff\xd8\xff[\xdb\xe0\xe1]|\{\\rtf"
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read_embedded(content: bytes, where: str, part: str, gathering: Gathering) -> None:
    """Add what ``content`` holds; what can't be looked into becomes a note, never an error.

    Only exhausted bounds raise: ExhaustedError.
    """
    if is_picture(content):
        read_picture(content, where, part, gathering)
    elif _is_file(content):
        with gathering.inside(where, part) as allowed:
            if allowed:
                _read_file_in_file(content, part, gathering)
    elif _HTML.search(content[:2000]):
        with gathering.inside(where, part):
            read_html_text(decode(content), gathering, part)
    elif is_text(content):
        gathering.add(decode(content), where, part, hidden=True)
    else:
        for start, why in _LOCKED.items():
            if content.startswith(start):
                gathering.unread(where, part, why)
        gathering.add_hidden(readable_strings(content, minimum=4), where, part)


def file_start(content: bytes) -> int:
    """Where a file of a known kind begins in the bytes of an object; -1 when none does."""
    start = _FILE_STARTS.search(content)
    return -1 if start is None else start.start()


def is_known(content: bytes) -> bool:
    """Whether ``content`` is of a kind that is read as more than a heap of bytes."""
    known = is_picture(content) or _is_file(content) or is_text(content)
    return known or content.startswith(tuple(_LOCKED))


def is_text(content: bytes) -> bool:
    """Whether ``content`` looks like text: hardly a control character at its start."""
    head = content[:4096]
    return bool(head) and len(_CONTROL.findall(head)) * 100 < len(head)


def _is_file(content: bytes) -> bool:
    return (
        content.startswith((_PACKED, OLE_MAGIC, b"{\\rtf"))
        or b"%PDF-" in content[:1024]
        or (is_message(content) and b"ontent-" in content[:200_000])
    )


def _read_file_in_file(content: bytes, part: str, gathering: Gathering) -> None:
    try:
        if content.startswith(OLE_MAGIC):
            _read_compound(content, part, gathering)
        elif content.startswith(_PACKED):
            _read_packed(content, gathering)
        elif content.startswith(b"{\\rtf"):
            from redaction.read.rich_text import read_rtf

            read_rtf(content, gathering, part)
        elif is_message(content):
            from redaction.read.mail import read_message

            read_message(content, gathering, part)
        else:
            from redaction.read.pdf import read_pdf

            read_pdf(content, gathering)
    except ExhaustedError:
        raise
    except (RedactionError, ValueError) as error:
        gathering.add_hidden(readable_strings(content), "raw bytes", part)
        why = error.problems[0].what if isinstance(error, RedactionError) else "it is broken"
        gathering.unread("the file itself", part, why)


def _read_packed(content: bytes, gathering: Gathering) -> None:
    package = open_package(content, gathering)
    kinds = package_kinds(list(package.parts), package.parts.get("mimetype", b"").strip())
    if kinds and kinds[0] in (
        FileFormat.OPEN_TEXT, FileFormat.OPEN_SHEET, FileFormat.OPEN_SLIDES,
    ):  # fmt: skip
        from redaction.read.open_document import read_open_package

        read_open_package(package, gathering)
    else:
        from redaction.read.office import read_package

        read_package(package, gathering)


def _read_compound(content: bytes, part: str, gathering: Gathering) -> None:
    from redaction.read.outlook import is_outlook, read_properties

    streams = read_streams(content)
    if is_outlook(streams):
        read_properties(streams, gathering, part)
        return
    for stream in streams:
        if stream.name.startswith(_OLD_FORMATS):
            why = "it is a file of an old format (.doc, .xls, .ppt): only loose words are read"
            gathering.unread("the file itself", part, why)
        name = stream.name.strip("\x00\x01\x02\x03\x05")
        gathering.add(spell_out(name), "name of a stream", part, hidden=True)
        if stream.name == "EncryptedPackage":
            gathering.unread("the file itself", part, "it is protected by a password")
        source = macro_source(stream.content)
        gathering.add_hidden(readable_strings(source, minimum=4), f"macro {name}", part)
        inner = file_start(stream.content)
        if inner >= 0:
            read_embedded(stream.content[inner:], f"file in {name}", part, gathering)
        gathering.add_hidden(readable_strings(stream.content), f"stream {name}", part)

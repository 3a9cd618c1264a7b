"""A Word file as its parts: opened with bounds, refused with a reason, written without a clock."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping

from lxml import etree

from generator.word.packing import PackedPart, zipped
from generator.word.xml import CONTENT_TYPE_NAMESPACE
from redaction.errors import TemplateError

MOST_PARTS = 2_000
MOST_UNPACKED_BYTES = 60_000_000
"""Together, unpacked. Our own templates stay below one million."""
MOST_LISTED_BYTES = 2_000_000
"""Of a part that only lists other parts, such as the relationships."""

CONTENT_TYPES = "[Content_Types].xml"
MAIN_PART = "word/document.xml"

_ZIP_MAGIC = b"PK\x03\x04"
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_FLAG = 0x1
_ENCODING = re.compile(rb"""(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*["']([^"'>]*)""")
_SAVE_AGAIN = "Open it in Word, choose Save As, type “Word Document (.docx)”, and use that file"


def read_package(content: bytes, name: str) -> dict[str, bytes]:
    """The parts of the Word file ``content`` by name, in the file's order.

    ``name`` is what messages call it. Raises ``TemplateError`` for anything but a sound,
    unencrypted .docx without macros, and for a file that unpacks to more than the bounds above.
    """
    _refuse_other_formats(content, name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = _unpacked(package, name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
        raise TemplateError.because(name, "the file is damaged", _SAVE_AGAIN) from error
    _refuse_other_packages(parts, name)
    for part, xml in parts.items():
        if part.lower().endswith((".xml", ".rels")) and (fault := _strange(part, xml)):
            raise TemplateError.because(name, f"its part {part} {fault}", _SAVE_AGAIN)
    return parts


def write_package(
    parts: Mapping[str, bytes], known: Mapping[str, PackedPart] | None = None
) -> bytes:
    """The Word file of ``parts``: the same bytes for the same parts.

    ``known`` holds parts that were packed before: those that are still the same are copied.
    """
    ordered = sorted(parts, key=lambda part: (part != CONTENT_TYPES, part != "_rels/.rels", part))
    return zipped(parts, ordered, known or {})


def parse_part(xml: bytes, part: str, name: str) -> etree._Element:
    """The XML of one part, strictly: no entities, no network, no recovery, UTF-8 only."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, encoding="utf-8"
    )
    try:
        if b"<!DOCTYPE" in xml:
            raise ValueError("a document type")
        return etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        what = f"its part {part} is not sound XML"
        raise TemplateError.because(name, what, _SAVE_AGAIN) from error


def part_bytes(root: etree._Element) -> bytes:
    """A part as Word writes it: UTF-8 with a standalone declaration."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _strange(part: str, xml: bytes) -> str:
    """What is in a part that Word never writes and that attackers do; empty for a usual part."""
    if b"<!DOCTYPE" in xml:
        return "declares a document type, which Word never writes"
    if len(xml) > MOST_LISTED_BYTES and (part.endswith(".rels") or part == CONTENT_TYPES):
        return "lists far too much"
    declared = _ENCODING.match(xml)
    usual = declared is None or declared[1].lower() in (b"utf-8", b"us-ascii")
    begins = xml.removeprefix(b"\xef\xbb\xbf").lstrip()[:4]
    if part.startswith("word/") and not (usual and begins[:1] == b"<" and b"\0" not in begins):
        return "is not written in UTF-8, as Word writes it"
    return ""


def declare_picture_type(parts: dict[str, bytes], kind: str, name: str) -> None:
    """Say in the package that its parts ending in ``kind`` ("png") are pictures of that kind."""
    root = parse_part(parts[CONTENT_TYPES], CONTENT_TYPES, name)
    if any(entry.get("Extension") == kind for entry in root):
        return
    default = etree.Element(f"{{{CONTENT_TYPE_NAMESPACE}}}Default")
    default.set("Extension", kind)
    default.set("ContentType", f"image/{kind}")
    root.insert(0, default)
    parts[CONTENT_TYPES] = part_bytes(root)


def _refuse_other_formats(content: bytes, name: str) -> None:
    if content.startswith(_OLE_MAGIC):
        if _ENCRYPTED in content:
            raise TemplateError.because(
                name,
                "the file is protected with a password",
                "Open it in Word, choose File, Info, Protect Document, and remove the password",
            )
        raise TemplateError.because(
            name,
            "this is a Word file of the old format (.doc), or another Office file",
            _SAVE_AGAIN,
        )
    if not content.startswith(_ZIP_MAGIC):
        raise TemplateError.because(name, "this is not a Word file", _SAVE_AGAIN)


def _unpacked(package: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    members = [member for member in package.infolist() if not member.is_dir()]
    declared = sum(member.file_size for member in members)
    if len(members) > MOST_PARTS or declared > MOST_UNPACKED_BYTES:
        raise TemplateError.because(
            name, "the file unpacks to far more than a letter holds", "Make its pictures smaller"
        )
    if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
        raise TemplateError.because(name, "the file is protected with a password", _SAVE_AGAIN)
    if len({member.filename for member in members}) != len(members):
        raise TemplateError.because(name, "the file holds a part twice", _SAVE_AGAIN)
    return {member.filename: _read_bounded(package, member) for member in members}


def _read_bounded(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """One part's bytes, never more than its header declares."""
    with package.open(member) as stream:
        content = stream.read(member.file_size + 1)
    if len(content) != member.file_size:
        raise zipfile.BadZipFile("a part is longer or shorter than declared")
    return content


def _refuse_other_packages(parts: dict[str, bytes], name: str) -> None:
    kinds = parts.get(CONTENT_TYPES, b"")
    if b"macroEnabled" in kinds or any(part.lower().endswith("vbaproject.bin") for part in parts):
        raise TemplateError.because(name, "the file contains macros", _SAVE_AGAIN)
    if MAIN_PART not in parts or b"wordprocessingml.document.main+xml" not in kinds:
        what = (
            "an Excel workbook"
            if any(part.startswith("xl/") for part in parts)
            else (
                "a PowerPoint file"
                if any(part.startswith("ppt/") for part in parts)
                else "not a Word document"
            )
        )
        raise TemplateError.because(name, f"this is {what}", _SAVE_AGAIN)

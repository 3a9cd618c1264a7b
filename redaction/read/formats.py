"""Which format a file has, by its content; its name only says what it claims to be."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from enum import StrEnum
from pathlib import PurePath

from redaction.errors import RedactionError
from redaction.read.compound import OLE_MAGIC

_OUTLOOK_STREAM = "__substg1.0_".encode("utf-16-le")
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
READABLE = (
    "a Word (.docx), Excel (.xlsx), PowerPoint (.pptx), OpenDocument (.odt, .ods, .odp), Rich Text "
    "(.rtf), PDF, e-mail (.eml, .msg), HTML, Markdown (.md), CSV (.csv) or text (.txt) file"
)
"""The formats that can be read, in the words of every message."""


class FileFormat(StrEnum):
    """A format that can be read."""

    WORD = "Word"
    """A .docx package (also .docm, .dotx, .dotm)."""
    EXCEL = "Excel"
    """An .xlsx package (also .xlsm, .xltx, .xltm)."""
    POWERPOINT = "PowerPoint"
    """A .pptx package (also .pptm, .ppsx, .ppsm, .potx, .potm)."""
    OPEN_TEXT = "OpenDocument text"
    """An .odt package (also .ott)."""
    OPEN_SHEET = "OpenDocument spreadsheet"
    """An .ods package (also .ots)."""
    OPEN_SLIDES = "OpenDocument presentation"
    """An .odp package (also .otp)."""
    RICH_TEXT = "Rich Text"
    """An .rtf file."""
    PDF = "PDF"
    """A PDF file."""
    EMAIL = "e-mail"
    """A message as it was sent (.eml)."""
    OUTLOOK = "Outlook"
    """A message as Outlook saves it (.msg)."""
    MARKDOWN = "Markdown"
    """Text with Markdown marks."""
    HTML = "HTML"
    """A web page."""
    TEXT = "text"
    """Plain text, and tables as text (.csv, .tsv)."""

    @property
    def with_article(self) -> str:
        """The format with "a" or "an"."""
        return f"{'an' if self.value[0] in 'EOeH' else 'a'} {self.value}"


_SUFFIXES = {
    suffix: file_format
    for file_format, suffixes in {
        FileFormat.WORD: ".docx .docm .dotx .dotm",
        FileFormat.EXCEL: ".xlsx .xlsm .xltx .xltm",
        FileFormat.POWERPOINT: ".pptx .pptm .ppsx .ppsm .potx .potm",
        FileFormat.OPEN_TEXT: ".odt .ott",
        FileFormat.OPEN_SHEET: ".ods .ots",
        FileFormat.OPEN_SLIDES: ".odp .otp",
        FileFormat.RICH_TEXT: ".rtf",
        FileFormat.PDF: ".pdf",
        FileFormat.EMAIL: ".eml",
        FileFormat.OUTLOOK: ".msg",
        FileFormat.MARKDOWN: ".md .markdown",
        FileFormat.HTML: ".html .htm .xhtml",
        FileFormat.TEXT: ".txt .text .csv .tsv",
    }.items()
    for suffix in suffixes.split()
}
_FOLDERS = {
    "word/": FileFormat.WORD,
    "xl/": FileFormat.EXCEL,
    "ppt/": FileFormat.POWERPOINT,
}
_OPEN_KINDS = {
    b"application/vnd.oasis.opendocument.text": FileFormat.OPEN_TEXT,
    b"application/vnd.oasis.opendocument.spreadsheet": FileFormat.OPEN_SHEET,
    b"application/vnd.oasis.opendocument.presentation": FileFormat.OPEN_SLIDES,
}
_PACKAGES = frozenset({*_FOLDERS.values(), *_OPEN_KINDS.values()})
_TEXTUAL = frozenset({FileFormat.MARKDOWN, FileFormat.HTML, FileFormat.TEXT})
_HEADER = re.compile(rb"\A(?:[\x21-\x39\x3b-\x7e]{1,80}:|From )")
_ADDRESSED = re.compile(rb"^(?:from|to|subject|date|received|mime-version):", re.I | re.M)
_SAVE_ANEW = {
    ".doc": "Open it in Word, save it as a Word document (.docx), and use that file",
    ".xls": "Open it in Excel, save it as a workbook (.xlsx), and use that file",
    ".xlsb": "Open it in Excel, save it as a workbook (.xlsx), and use that file",
    ".ppt": "Open it in PowerPoint, save it as a presentation (.pptx), and use that file",
    ".zip": "Unpack it and check each file in it",
}


def format_of(file: str, content: bytes) -> FileFormat:
    """The format of ``content``; ``file`` is its name.

    Raises RedactionError when the file is empty, of a format that can't be read, protected by
    a password, or something other than what its name says.
    """
    if not content.strip(b"\0 \t\r\n\x0c\xef\xbb\xbf\xff\xfe"):
        raise RedactionError.because(file, "the file is empty", "Ask for the file again")
    suffix = PurePath(file).suffix.lower()
    claimed = _SUFFIXES.get(suffix)
    if claimed is None:
        raise RedactionError.because(
            file, "this kind of file can't be read", _SAVE_ANEW.get(suffix, f"Use {READABLE}")
        )
    actual = _actual(file, content, claimed)
    if actual is not claimed:
        raise RedactionError.because(
            file,
            f"its name says {claimed.value}, but it is {actual.with_article} file",
            "Give it its right ending, or ask for the file again",
        )
    return actual


def _actual(file: str, content: bytes, claimed: FileFormat) -> FileFormat:
    if content.startswith(OLE_MAGIC):
        if _OUTLOOK_STREAM in content:
            return FileFormat.OUTLOOK
        raise _old_office(file, content)
    if claimed is FileFormat.EMAIL and is_message(content):
        return claimed
    if b"%PDF-" in content[:1024]:
        return FileFormat.PDF
    if content.startswith(b"PK") or (
        claimed in _PACKAGES and zipfile.is_zipfile(io.BytesIO(content))
    ):
        return _packaged(file, content, claimed)
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return FileFormat.RICH_TEXT
    if claimed in _TEXTUAL:
        _refuse_binary(file, content)
        return claimed
    raise RedactionError.because(
        file, f"it is not {claimed.with_article} file, or it is broken", "Ask for the file again"
    )


def is_message(content: bytes) -> bool:
    """Whether ``content`` begins with the headers of an e-mail."""
    head = content[:200_000].lstrip(b"\xef\xbb\xbf\r\n \t")
    return bool(_HEADER.match(head)) and bool(_ADDRESSED.search(head))


def _old_office(file: str, content: bytes) -> RedactionError:
    if _ENCRYPTED_PACKAGE in content:
        return _protected(file)
    return RedactionError.because(
        file,
        "it is a file of an old Office format (.doc, .xls or .ppt)",
        "Open it, save it in the format of today (.docx, .xlsx or .pptx), and use that file",
    )


def _protected(file: str) -> RedactionError:
    return RedactionError.because(
        file,
        "it is protected by a password",
        "Open it with the password, take the password off, save it, and use that file",
    )


def _packaged(file: str, content: bytes, claimed: FileFormat) -> FileFormat:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            kinds = package_kinds(package.namelist(), _mimetype(package))
            if "encrypted-package" in package.namelist():
                raise _protected(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, RuntimeError) as error:
        raise RedactionError.because(
            file, "the file is broken or cut short", "Ask for the file again"
        ) from error
    if claimed in kinds:
        return claimed
    if kinds:
        return kinds[0]
    raise RedactionError.because(
        file, f"it is a zip file, not {claimed.with_article} file", _SAVE_ANEW[".zip"]
    )


def _mimetype(package: zipfile.ZipFile) -> bytes:
    try:
        with package.open("mimetype") as entry:
            return entry.read(100).strip()
    except (KeyError, zipfile.BadZipFile, zlib.error, EOFError):
        return b""


def package_kinds(names: list[str], mimetype: bytes) -> list[FileFormat]:
    """What a package with these entries can be; more than one when it was tampered with."""
    kinds = [
        kind
        for folder, kind in _FOLDERS.items()
        if "[Content_Types].xml" in names and any(name.startswith(folder) for name in names)
    ]
    if "content.xml" in names or "encrypted-package" in names:
        kind = _OPEN_KINDS.get(mimetype.removesuffix(b"-template"), FileFormat.OPEN_TEXT)
        kinds.append(kind)
    return kinds


def _refuse_binary(file: str, content: bytes) -> None:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    head = content[:4096]
    strange = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1b" for byte in head)
    if strange * 20 > len(head):
        raise RedactionError.because(
            file, "it holds something other than text", "Ask for the file again"
        )

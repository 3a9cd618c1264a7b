"""Which format a file has, by its content; its name only says what it claims to be."""

from __future__ import annotations

import io
import zipfile
from enum import StrEnum
from pathlib import PurePath

from redaction.errors import RedactionError

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS_WORD = "Open it in Word, save it as a Word document (.docx), and use that file"


class FileFormat(StrEnum):
    """A format that can be read."""

    WORD = "Word"
    """A .docx package (also .docm, .dotx, .dotm)."""
    PDF = "PDF"
    """A PDF file."""
    MARKDOWN = "Markdown"
    """Text with Markdown marks."""
    HTML = "HTML"
    """A web page."""
    TEXT = "text"
    """Plain text."""


_SUFFIXES = {
    ".docx": FileFormat.WORD,
    ".docm": FileFormat.WORD,
    ".dotx": FileFormat.WORD,
    ".dotm": FileFormat.WORD,
    ".pdf": FileFormat.PDF,
    ".md": FileFormat.MARKDOWN,
    ".markdown": FileFormat.MARKDOWN,
    ".html": FileFormat.HTML,
    ".htm": FileFormat.HTML,
    ".xhtml": FileFormat.HTML,
    ".txt": FileFormat.TEXT,
    ".text": FileFormat.TEXT,
}
_TEXTUAL = (FileFormat.MARKDOWN, FileFormat.HTML, FileFormat.TEXT)


def format_of(file: str, content: bytes) -> FileFormat:
    """The format of ``content``; ``file`` is its name.

    Raises RedactionError when the file is empty, of a format that can't be read, protected by
    a password, or something other than what its name says.
    """
    if not content.strip(b"\0 \t\r\n\x0c\xef\xbb\xbf\xff\xfe"):
        raise RedactionError.because(file, "the file is empty", "Ask for the file again")
    claimed = _SUFFIXES.get(PurePath(file).suffix.lower())
    if claimed is None:
        raise RedactionError.because(
            file,
            "this kind of file can't be read",
            "Use a Word (.docx), PDF, Markdown (.md), HTML or text (.txt) file",
        )
    actual = _actual(file, content, claimed)
    if actual is not claimed:
        raise RedactionError.because(
            file,
            f"its name says {claimed.value}, but it is a {actual.value} file",
            "Give it its right ending, or ask for the file again",
        )
    return actual


def _actual(file: str, content: bytes, claimed: FileFormat) -> FileFormat:
    if content.startswith(OLE_MAGIC):
        raise _old_office(file, content)
    if b"%PDF-" in content[:1024]:
        return FileFormat.PDF
    if content.startswith(b"PK") or (
        claimed is FileFormat.WORD and zipfile.is_zipfile(io.BytesIO(content))
    ):
        return _packaged(file, content)
    if content.startswith(b"{\\rtf"):
        raise RedactionError.because(file, "it is a Rich Text (.rtf) file", _SAVE_AS_WORD)
    if claimed in _TEXTUAL:
        _refuse_binary(file, content)
        return claimed
    raise RedactionError.because(
        file, f"it is not a {claimed.value} file, or it is broken", "Ask for the file again"
    )


def _old_office(file: str, content: bytes) -> RedactionError:
    if _ENCRYPTED_PACKAGE in content:
        return RedactionError.because(
            file,
            "it is protected by a password",
            "Open it with the password, take the password off, save it, and use that file",
        )
    return RedactionError.because(
        file, "it is a file of an old Office format (.doc, .xls or .ppt)", _SAVE_AS_WORD
    )


def _packaged(file: str, content: bytes) -> FileFormat:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise RedactionError.because(
            file, "the file is broken or cut short", "Ask for the file again"
        ) from error
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return FileFormat.WORD
    kind = _package_kind(names)
    raise RedactionError.because(file, f"it is {kind}, not a Word document", _remedy(kind))


def _package_kind(names: set[str]) -> str:
    if any(name.startswith("xl/") for name in names):
        return "an Excel workbook"
    if any(name.startswith("ppt/") for name in names):
        return "a PowerPoint presentation"
    if "mimetype" in names and "content.xml" in names:
        return "an OpenDocument file"
    return "a zip file"


def _remedy(kind: str) -> str:
    if kind == "a zip file":
        return "Unpack it and check each file in it"
    return "Save its content as a Word document (.docx) or PDF, and use that file"


def _refuse_binary(file: str, content: bytes) -> None:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    head = content[:4096]
    strange = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1b" for byte in head)
    if strange * 20 > len(head):
        raise RedactionError.because(
            file, "it holds something other than text", "Ask for the file again"
        )

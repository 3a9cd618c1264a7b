"""Reads a file as an adversary would: every place in it that could hold a name."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from redaction.errors import RedactionError
from redaction.read.fold import spell_out
from redaction.read.formats import FileFormat, format_of
from redaction.read.gathering import MAX_FILE_BYTES, Gathering
from redaction.read.reading import Reading, Unread

__all__ = ["Reading", "Unread", "read_content", "read_file"]


def read_file(path: Path) -> Reading:
    """Everything that can be read in the file at ``path``.

    Raises RedactionError when it can't be opened, is empty, too large, broken, protected by a
    password, made to exhaust the computer, or not of the format its name says.
    """
    return read_content(path.name, _content(path))


def read_content(file: str, content: bytes) -> Reading:
    """The same as ``read_file`` for bytes that are at hand; ``file`` is their file name."""
    gathering = Gathering(file)
    file_format = format_of(file, content)
    _reader(file_format)(content, gathering)
    if file_format is not FileFormat.TEXT:
        gathering.add(spell_out(Path(file).stem), "the file's own name", "", hidden=True)
    digest = hashlib.sha256(content).hexdigest()
    return Reading(file, digest, tuple(gathering.passages), tuple(gathering.unreads))


def _content(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise RedactionError.because(path.name, "is not a file", "Name the file to check")
        size = status.st_size
        if size <= MAX_FILE_BYTES:
            return path.read_bytes()
    except OSError as error:
        raise RedactionError.because(
            path.name, "the file can't be opened", "Look whether it is there and closed in Word"
        ) from error
    raise RedactionError.because(
        path.name,
        f"the file is larger than {MAX_FILE_BYTES // 1_000_000} MB",
        "Make its pictures smaller, or split it",
    )


_READERS = {
    FileFormat.WORD: "office_files.read_word",
    FileFormat.EXCEL: "office_files.read_excel",
    FileFormat.POWERPOINT: "office_files.read_powerpoint",
    FileFormat.OPEN_TEXT: "open_document.read_open_document",
    FileFormat.OPEN_SHEET: "open_document.read_open_document",
    FileFormat.OPEN_SLIDES: "open_document.read_open_document",
    FileFormat.RICH_TEXT: "rich_text.read_rich_text",
    FileFormat.PDF: "pdf.read_pdf",
    FileFormat.EMAIL: "mail.read_mail",
    FileFormat.OUTLOOK: "outlook.read_outlook",
    FileFormat.MARKDOWN: "markdown.read_markdown",
    FileFormat.HTML: "html.read_html",
    FileFormat.TEXT: "plain.read_plain",
}


def _reader(file_format: FileFormat) -> Callable[[bytes, Gathering], None]:
    """The reader of a format, imported only when a file needs it."""
    module, _, name = _READERS[file_format].partition(".")
    reader: Callable[[bytes, Gathering], None] = getattr(
        import_module(f"redaction.read.{module}"), name
    )
    return reader

"""Reads a PDF: the text of its pages, then every object, revision and stray byte."""

from __future__ import annotations

import io
import logging
import re

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from redaction.errors import RedactionError
from redaction.read.gathering import Gathering
from redaction.read.pdf_objects import ObjectWalk
from redaction.read.pdf_raw import read_raw, read_revisions
from redaction.read.pdf_streams import picture_places

MAX_PAGES = 3_000
_HYPHEN_BEFORE_SMALL = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\n(?=[a-zß-ÿ])")
_HYPHEN_BEFORE_CAPITAL = re.compile(r"(?<=[^\W\d_])[-\u2010]\n(?=[A-ZÀ-Þ])")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")

# What pypdf raises on files that are not what they should be.
_BROKEN = (
    PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, OSError,
    ArithmeticError, RecursionError, AssertionError, NotImplementedError,
)  # fmt: skip

# pypdf tells of every oddity of a file; the reader's findings are what a person needs.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(content: bytes, gathering: Gathering) -> None:
    """Every place of a PDF. Raises RedactionError when it is broken or needs a password."""
    reader = open_pdf(content, gathering)
    first = len(gathering.passages)
    read_pages(reader, gathering)
    words = frozenset(
        word for passage in gathering.passages[first:] for word in passage.text.split()
    )
    walk = ObjectWalk(reader, gathering, words)
    try:
        walk.picture_places = picture_places(reader)
    except _BROKEN:
        gathering.unread("pictures", "", "the list of pictures is broken")
    walk.read(_BROKEN)
    if reader.is_encrypted:
        why = "the file is encrypted, so that earlier revisions of it can't be read"
        gathering.unread("earlier revisions", "", why)
        return
    read_raw(content, walk)
    read_revisions(content, words, gathering, _page_texts)


def _page_texts(content: bytes) -> list[str]:
    """The texts of the pages of an earlier revision; none when it does not stand by itself."""
    try:
        return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    except _BROKEN:
        return []


def open_pdf(content: bytes, gathering: Gathering) -> PdfReader:
    """A reader of the PDF in ``content``, decrypted when an empty password is enough."""
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        protected = reader.is_encrypted and not reader.decrypt("")
        pages = 0 if protected else len(reader.pages)
    except ImportError as error:
        raise _password_error(gathering) from error
    except _BROKEN as error:
        raise RedactionError.because(
            gathering.file, "the file is broken or cut short", "Ask for the file again"
        ) from error
    if protected:
        raise _password_error(gathering)
    if pages > MAX_PAGES:
        raise RedactionError.because(
            gathering.file, f"it has more than {MAX_PAGES:,} pages", "Split it and check each part"
        )
    return reader


def _password_error(gathering: Gathering) -> RedactionError:
    return RedactionError.because(
        gathering.file,
        "it is protected by a password",
        "Open it with the password, print it to a new PDF without one, and use that file",
    )


def read_pages(reader: PdfReader, gathering: Gathering) -> None:
    """The visible text of each page, a passage per paragraph where blank lines show them."""
    for number, page in enumerate(reader.pages, 1):
        try:
            text = page.extract_text()
        except _BROKEN:
            gathering.unread(f"page {number}", f"page {number}", "its text is broken")
            continue
        blocks = [block for block in _BLANK_LINES.split(unhyphenated(text)) if block.strip()]
        for index, block in enumerate(blocks, 1):
            where = f"page {number}" if len(blocks) == 1 else f"page {number}, paragraph {index}"
            gathering.add(block, where, f"page {number}")


def unhyphenated(text: str) -> str:
    """``text`` with words joined that a line end cut in two."""
    return _HYPHEN_BEFORE_CAPITAL.sub("-", _HYPHEN_BEFORE_SMALL.sub("", text))

"""Reads a PDF: the text of its pages, then every object, revision and stray byte."""

from __future__ import annotations

import io
import logging
import re
from typing import Any

from pypdf import PageObject, PdfReader, apply_configuration
from pypdf.errors import DeprecationError, PyPdfError
from pypdf.generic import IndirectObject

from redaction.errors import RedactionError
from redaction.read.gathering import ExhaustedError, Gathering
from redaction.read.pdf_objects import ObjectWalk
from redaction.read.pdf_raw import read_raw, read_revisions
from redaction.read.pdf_sight import Box, PageSight
from redaction.read.pdf_streams import picture_places
from redaction.read.pdf_strings import strings_in

MAX_PAGES = 400
"""Following what is seen on a page takes a fiftieth of a second; nobody reads more in one go."""
MAX_STREAM_BYTES = 32_000_000
"""What one stream may unpack to: a page scanned at 300 dots an inch in colour has 26 million."""
MAX_OPERATIONS = 40_000_000
"""Ten thousand make a dense page; drawings that repeat each other can make billions."""
MAX_PAGE_BYTES = 10_000_000
"""A page of dense text takes a hundredth of it; a detailed map may take a tenth."""
_HYPHEN_BEFORE_SMALL = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\n(?=[a-zß-ÿ])")
_HYPHEN_BEFORE_CAPITAL = re.compile(r"(?<=[^\W\d_])[-\u2010]\n(?=[A-ZÀ-Þ])")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")

# What pypdf raises on files that are not what they should be.
_BROKEN = (
    PyPdfError, DeprecationError, ValueError, KeyError, TypeError, IndexError, AttributeError,
    OSError, ArithmeticError, RecursionError, AssertionError, NotImplementedError,
)  # fmt: skip

# pypdf tells of every oddity of a file; the reader's findings are what a person needs.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(content: bytes, gathering: Gathering) -> None:
    """Every place of a PDF. Raises RedactionError when it is broken or needs a password."""
    with apply_configuration(
        zlib_maximum_output_length=MAX_STREAM_BYTES, image_maximum_buffer_size=MAX_STREAM_BYTES
    ):
        _read_all(content, gathering)


def _read_all(content: bytes, gathering: Gathering) -> None:
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
    operations_left = MAX_OPERATIONS
    for number, page in enumerate(reader.pages, 1):
        if not _is_bearable(page, number, gathering):
            continue
        sight = PageSight(_visible_box(page), layers_off(reader, page), unapplied_redactions(page))
        try:
            text = page.extract_text(
                visitor_operand_before=sight.operation,
                visitor_operand_after=sight.after,
                visitor_text=sight.text,
            )
        except _BROKEN:
            text = _plain_text(page, number, gathering)
        operations_left -= sight.operations
        if operations_left < 0:
            raise ExhaustedError.because(
                gathering.file,
                "its pages draw more than can be followed",
                "Print it to a new PDF, and use that file",
            )
        if not text.strip():
            _note_unreadable(page, number, gathering)
        blocks = [block for block in _BLANK_LINES.split(unhyphenated(text)) if block.strip()]
        for index, block in enumerate(blocks, 1):
            where = f"page {number}" if len(blocks) == 1 else f"page {number}, paragraph {index}"
            gathering.add(block, where, f"page {number}")
        unseen: dict[str, list[str]] = {}
        for words, why in sight.unseen():
            unseen.setdefault(why, []).append(words)
        for why, texts in unseen.items():
            gathering.add_hidden(texts, f"{why}, page {number}", f"page {number}")


def _is_bearable(page: PageObject, number: int, gathering: Gathering) -> bool:
    """Whether a page's program is short enough to follow; counts what it unpacks to."""
    try:
        contents = page.get_contents()
        size = 0 if contents is None else len(contents.get_data())
    except _BROKEN:
        return True
    gathering.unpack(size)
    if size > MAX_PAGE_BYTES:
        where = f"page {number}"
        gathering.unread(where, where, "it takes more drawing than can be followed")
    return size <= MAX_PAGE_BYTES


def _plain_text(page: PageObject, number: int, gathering: Gathering) -> str:
    """The text of a page whose program is odd, without telling what of it is seen."""
    where = f"page {number}"
    try:
        text = page.extract_text()
    except _BROKEN:
        gathering.unread(where, where, "its text is broken")
        return ""
    gathering.unread(where, where, "which of its text can be seen is not known")
    return text


def _note_unreadable(page: PageObject, number: int, gathering: Gathering) -> None:
    """A page that draws text of which no letter is known, as where its font is missing."""
    try:
        contents = page.get_contents()
        drawn = [] if contents is None else strings_in(contents.get_data())
    except _BROKEN:
        return
    texts = [text for text in drawn if text.strip()]
    if texts:
        where = f"page {number}"
        gathering.unread(where, where, "its text is drawn in a font that can't be read")
        gathering.add_hidden(texts, f"text without a known font, {where}", where)


def _visible_box(page: PageObject) -> Box:
    try:
        box = page.cropbox
        return Box(float(box.left), float(box.bottom), float(box.right), float(box.top))
    except _BROKEN:
        return Box(-1e9, -1e9, 1e9, 1e9)


def unapplied_redactions(page: PageObject) -> tuple[Box, ...]:
    """The boxes of a page's redaction marks: what they cover is still in the file."""
    boxes: list[Box] = []
    try:
        for annotation in page.get("/Annots", ()):
            mark = annotation.get_object()
            if mark.get("/Subtype") == "/Redact":
                boxes.extend(_marked_boxes(mark))
    except _BROKEN:
        return tuple(boxes)
    return tuple(boxes[:1000])


def _marked_boxes(mark: Any) -> list[Box]:
    numbers = [float(each) for each in mark.get("/QuadPoints") or mark.get("/Rect") or ()][:8000]
    size = 8 if "/QuadPoints" in mark else 4
    groups = [numbers[at : at + size] for at in range(0, len(numbers) - size + 1, size)]
    return [Box(min(g[::2]), min(g[1::2]), max(g[::2]), max(g[1::2])) for g in groups]


def _entry(dictionary: Any, key: str) -> Any:
    """An entry of a dictionary with references followed; raises KeyError when there is none."""
    return dictionary[key].get_object()


def layers_off(reader: PdfReader, page: PageObject) -> frozenset[str]:
    """The names in a page's resources of layers that are off when the file is opened."""
    try:
        off = _entry(_entry(_entry(reader.root_object, "/OCProperties"), "/D"), "/OFF")
        layers = {each.idnum for each in off if isinstance(each, IndirectObject)}
        properties = _entry(_entry(page, "/Resources"), "/Properties")
        named = {name: properties.raw_get(name) for name in properties}
        return frozenset(
            name
            for name, layer in named.items()
            if isinstance(layer, IndirectObject) and layer.idnum in layers
        )
    except _BROKEN:
        return frozenset()


def unhyphenated(text: str) -> str:
    """``text`` with words joined that a line end cut in two."""
    return _HYPHEN_BEFORE_CAPITAL.sub("-", _HYPHEN_BEFORE_SMALL.sub("", text))

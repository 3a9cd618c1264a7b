"""Reads the streams of a PDF: pictures, metadata, attachments, scripts, forms, page programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PIL import Image
from pypdf import PageObject, PdfReader
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    StreamObject,
)

from redaction.read.embedded import read_attached
from redaction.read.marks import XmlPart, read_marks
from redaction.read.pdf_strings import (
    comments_in,
    inline_picture_strings,
    marked_strings,
    strings_in,
)
from redaction.read.pictures import is_picture, note_unseen, read_picture, read_pixels
from redaction.read.pixels import MAX_PIXELS, PixelsError
from redaction.read.safe_xml import UnsafeXmlError, parse_xml
from redaction.read.strings import readable_strings

if TYPE_CHECKING:
    from redaction.read.pdf_objects import ObjectWalk

_FONT_KINDS = frozenset({"/Type1C", "/CIDFontType0C", "/OpenType"})
_SKIPPED_TYPES = frozenset({"/XRef", "/ObjStm"})


def read_stream(walk: ObjectWalk, number: int, stream: StreamObject) -> None:
    """Add what one stream holds that is not text of a page."""
    part = f"object {number}"
    kind, subtype = str(stream.get("/Type", "")), str(stream.get("/Subtype", ""))
    if kind in _SKIPPED_TYPES or subtype in _FONT_KINDS or _is_numbers(stream):
        return
    if subtype == "/Image":
        _read_image(walk, number, stream)
        return
    content = stream.get_data()
    walk.gathering.unpack(len(content))
    if kind == "/EmbeddedFile":
        read_attached(content, "attachment", part, walk.gathering)
    elif content.lstrip()[:1] == b"<" or b"<x:xmpmeta" in content[:500]:
        _read_xml(walk, content, part)
    elif subtype == "/Form":
        _read_form(walk, stream, content)
    elif b"begincmap" in content:
        _note_all(walk, comments_in(content), "comment in the PDF")
    elif number not in walk.labels and _is_program(content):
        _read_program(walk, content)
    else:
        where = walk.labels.get(number, "data in the PDF")
        _note_all(walk, readable_strings(content, 4), where)


def _is_numbers(stream: StreamObject) -> bool:
    """Whether a stream is a function, a shading, a colour profile or a font."""
    return any(
        key in stream for key in ("/FunctionType", "/ShadingType", "/Length1", "/Alternate")
    ) or ("/N" in stream and "/Type" not in stream and "/Subtype" not in stream)


def _is_program(content: bytes) -> bool:
    return any(mark in content for mark in (b"BT", b" Tf", b" re", b" cm", b" Do", b"BMC", b"BDC"))


def _note_all(walk: ObjectWalk, texts: Iterable[str], where: str) -> None:
    for text in texts:
        walk.note(text, where)


def _read_image(walk: ObjectWalk, number: int, stream: StreamObject) -> None:
    where = walk.picture_places.get(number, f"picture (object {number})")
    if is_picture(stream._data):
        read_picture(stream._data, where, f"object {number}", walk.gathering)
    elif "/ImageMask" not in stream:
        _read_pixels(walk, stream, where, f"object {number}")


def _read_pixels(walk: ObjectWalk, stream: StreamObject, where: str, part: str) -> None:
    """A picture that is no file of its own: its pixels stand bare in the PDF."""
    try:
        width, height = int(stream.get("/Width", 0)), int(stream.get("/Height", 0))
        if width * height > MAX_PIXELS:
            raise PixelsError("it is too large")
        read_pixels(_decoded(stream), where, part, walk.gathering)
    except PixelsError as error:
        note_unseen(error, where, part, walk.gathering)


def _decoded(stream: StreamObject) -> Image.Image:
    try:
        picture: Image.Image = stream.decode_as_image()
    except Exception as error:  # a hostile picture can make any decoder raise anything
        raise PixelsError("it is broken") from error
    return picture


def _read_xml(walk: ObjectWalk, content: bytes, part: str) -> None:
    try:
        root = parse_xml(content.strip(b"\0 \r\n\t"))
    except UnsafeXmlError:
        _note_all(walk, readable_strings(content, 4), "metadata (XMP) or form data")
        return
    read_marks(XmlPart(root, part, "metadata (XMP) or form data"), walk.gathering)


def _read_program(walk: ObjectWalk, content: bytes) -> None:
    """A page's drawing program: its text is read with the page, the rest is here."""
    _note_all(walk, marked_strings(content), "replacement text (ActualText)")
    _note_all(walk, inline_picture_strings(content), "data of a picture in the page")
    if b"%" in content:
        _note_all(walk, comments_in(content), "comment in the PDF")
    for text in strings_in(content):
        walk.known.add(text)


def _read_form(walk: ObjectWalk, stream: StreamObject, content: bytes) -> None:
    """A drawing of its own; it may be used on a page, in an annotation, or not at all."""
    _read_program(walk, content)
    for line in form_text(walk, stream).splitlines():
        if any(word not in walk.visible for word in line.split()):
            walk.note(line, "text of a form, a stamp or an annotation")


def form_text(walk: ObjectWalk, stream: StreamObject) -> str:
    """The text that a form shows, read as if the form were a page."""
    page = PageObject(walk.reader)
    page[NameObject("/MediaBox")] = ArrayObject([FloatObject(n) for n in (0, 0, 1000, 1000)])
    resources = stream.get("/Resources")
    page[NameObject("/Resources")] = resources if resources is not None else DictionaryObject()
    page[NameObject("/Contents")] = stream
    return page.extract_text()


def picture_places(reader: PdfReader) -> dict[int, str]:
    """Object numbers of pictures to where they are: "picture 2 on page 3"."""
    places: dict[int, str] = {}
    for page_number, page in enumerate(reader.pages, 1):
        resources = page.get("/Resources")
        drawn = resources.get_object().get("/XObject") if resources is not None else None
        if drawn is None:
            continue
        count = 0
        for value in drawn.get_object().values():
            if isinstance(value, IndirectObject):
                count += 1
                places.setdefault(value.idnum, f"picture {count} on page {page_number}")
    return places

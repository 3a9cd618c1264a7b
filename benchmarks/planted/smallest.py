"""The smallest file of each packed format around the XML that matters to a test."""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.planted import excel, opendocument, powerpoint
from benchmarks.planted.packages import content_types, links, zipped

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_WORD_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(body: str, extra: Mapping[str, bytes] | None = None) -> bytes:
    """A .docx with ``body`` inside ``w:body``; ``extra`` parts are stored as they are."""
    return zipped({
        "[Content_Types].xml": content_types(_WORD, "word/document.xml"),
        "_rels/.rels": links({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {_WORD_NS}><w:body>{body}</w:body></w:document>",
        **(extra or {}),
    })  # fmt: skip


def workbook(sheet: str) -> bytes:
    """An Excel file with one sheet of this content."""
    book = '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets>'
    return zipped({
        "[Content_Types].xml": content_types(excel.MAIN, "xl/workbook.xml"),
        "_rels/.rels": links({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f"<workbook {excel.NS}>{book}</workbook>",
        "xl/_rels/workbook.xml.rels": links({"rId1": ("worksheet", "worksheets/sheet1.xml")}),
        "xl/worksheets/sheet1.xml": f"<worksheet {excel.NS}>{sheet}</worksheet>",
    })  # fmt: skip


def deck(shapes: str) -> bytes:
    """A PowerPoint file with one slide of these shapes."""
    ids = '<p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst><p:sldSz cx="9" cy="9"/>'
    return zipped({
        "[Content_Types].xml": content_types(powerpoint.MAIN, "ppt/presentation.xml"),
        "_rels/.rels": links({"rId1": ("officeDocument", "ppt/presentation.xml")}),
        "ppt/presentation.xml": f"<p:presentation {powerpoint.NS}>{ids}</p:presentation>",
        "ppt/_rels/presentation.xml.rels": links({"rId1": ("slide", "slides/slide1.xml")}),
        "ppt/slides/slide1.xml":
            f"<p:sld {powerpoint.NS}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>",
    })  # fmt: skip


def open_text(body: str, before: str = "") -> bytes:
    """An OpenDocument text with this body; ``before`` stands at the head of its XML."""
    return zipped({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"{before}<office:document-content {opendocument.NS}><office:body>"
            f"<office:text>{body}</office:text></office:body></office:document-content>",
    })  # fmt: skip

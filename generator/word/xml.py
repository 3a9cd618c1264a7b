"""The few things the generator needs to know of the XML inside a Word file."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
WORD_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
CONTENT_TYPE_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(tag: str) -> str:
    """The name of a Word element or attribute in lxml's form."""
    return f"{{{WORD}}}{tag}"


def paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs below ``root``, in the document's order."""
    yield from root.iter(w("p"))


def style_id(paragraph: etree._Element) -> str:
    """The id of a paragraph's style; empty for the default."""
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return str(style.get(w("val"), "")) if style is not None else ""


def rels_part(part: str) -> str:
    """The part that holds the relationships of ``part``."""
    folder, _, file = part.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


def without_repeats(root: etree._Element) -> etree._Element:
    """The same XML, in which no element declares a namespace again that its parents declare.

    lxml leaves such declarations out where an element is moved.
    """
    for child in list(root):
        root.append(child)
    return root


def mend(root: etree._Element) -> None:
    """Put back what Word insists on after parts were left out.

    A table without rows goes, a cell ends with a paragraph, and drawings have distinct numbers
    (from 1001, as docxtpl gives them).
    """
    for table in list(root.iter(w("tbl"))):
        parent = table.getparent()
        if table.find(w("tr")) is None and parent is not None:
            parent.remove(table)
    for cell in root.iter(w("tc"), w("hdr"), w("ftr")):
        if not len(cell) or cell[-1].tag != w("p"):
            etree.SubElement(cell, w("p"))
    for number, drawing in enumerate(root.iter(f"{{{WORD_DRAWING}}}docPr"), start=1001):
        drawing.set("id", str(number))

"""The page of a Word file: its size and margins, and which header and footer go where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from generator.pdf.declarations import is_on
from generator.word.package import MAIN_PART, parse_part
from generator.word.xml import RELATIONSHIPS, rels_part, w

_A4 = {"w": 11_906.0, "h": 16_838.0}
_MARGIN = 1_440.0
_EDGE = 708.0


@dataclass(frozen=True)
class Page:
    """Lengths in points. The parts are empty where a page has no such header or footer."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    header_edge: float
    """From the top of the paper to the header."""
    footer_edge: float
    header: str = ""
    footer: str = ""
    first_header: str = ""
    first_footer: str = ""
    first_differs: bool = False
    columns: int = 1
    column_gap: float = 0

    @property
    def text_width(self) -> float:
        """Between the margins."""
        return self.width - self.left - self.right


def page_of(parts: Mapping[str, bytes], name: str) -> Page:
    """The page of the document's last section, which is the whole document in most."""
    root = parse_part(parts[MAIN_PART], MAIN_PART, name)
    sections = list(root.iter(w("sectPr")))
    section = sections[-1] if sections else etree.Element(w("sectPr"))
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    title, columns = section.find(w("titlePg")), section.find(w("cols"))
    return Page(
        width=_length(size, "w", _A4["w"]),
        height=_length(size, "h", _A4["h"]),
        top=_length(margins, "top", _MARGIN),
        right=_length(margins, "right", _MARGIN),
        bottom=_length(margins, "bottom", _MARGIN),
        left=_length(margins, "left", _MARGIN),
        header_edge=_length(margins, "header", _EDGE),
        footer_edge=_length(margins, "footer", _EDGE),
        first_differs=title is not None and is_on(title),
        columns=_count(columns),
        column_gap=_length(columns, "space", _EDGE),
        **_references(parts, sections, name),
    )


def _references(
    parts: Mapping[str, bytes], sections: list[etree._Element], name: str
) -> dict[str, str]:
    """The header and footer parts; a section without its own has those of the one before."""
    rels = rels_part(MAIN_PART)
    if rels not in parts:
        return {}
    targets = {
        str(relation.get("Id")): f"word/{relation.get('Target')}".replace("word//word/", "word/")
        for relation in parse_part(parts[rels], rels, name)
    }
    fields = {
        ("headerReference", "default"): "header",
        ("footerReference", "default"): "footer",
        ("headerReference", "first"): "first_header",
        ("footerReference", "first"): "first_footer",
    }
    found: dict[str, str] = {}
    for section in sections:
        for reference in section:
            kind = (etree.QName(reference).localname, str(reference.get(w("type"), "default")))
            target = targets.get(str(reference.get(f"{{{RELATIONSHIPS}}}id")), "")
            if kind in fields and target in parts:
                found[fields[kind]] = target
    return found


def _count(columns: etree._Element | None) -> int:
    number = str(columns.get(w("num"), "1")) if columns is not None else "1"
    return int(number) if number.isascii() and number.isdigit() and int(number) else 1


def _length(element: etree._Element | None, name: str, otherwise: float) -> float:
    try:
        return (
            abs(float(element.get(w(name), otherwise))) / 20
            if element is not None
            else (otherwise / 20)
        )
    except ValueError:
        return otherwise / 20

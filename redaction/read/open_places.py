"""What an author calls the parts of an OpenDocument text, and which of them are out of sight."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from lxml import etree

from redaction.read.names import OpenNames as N
from redaction.read.open_styles import OpenStyles
from redaction.read.safe_xml import local_name, namespace
from redaction.read.word_styles import Look

_FEET = {
    "header": "header", "footer": "footer", "header-left": "header (even pages)", "footer-left":
    "footer (even pages)", "header-first": "header (first page)", "footer-first":
    "footer (first page)",
}  # fmt: skip
_TABLE_ASIDES = {
    "tracked-changes": "tracked change", "help-message": "hint", "error-message": "error message",
}  # fmt: skip
_SHAPES = frozenset(
    {
        "text-box", "custom-shape", "rect", "ellipse", "circle", "line", "polyline", "polygon",
        "path", "connector", "caption", "measure", "regular-polygon", "control",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Spot:
    """What surrounds a paragraph: where it is, and why its text can't be seen there."""

    place: str
    numbered: bool = False
    hidden: bool = False
    ground: Look = field(default_factory=Look)
    why: str = ""
    sheet: bool = False
    """Whether cells are called by letter and number."""
    shares_numbers: bool = False

    @property
    def named(self) -> str:
        """The place, with what hides it."""
        return f"{self.why}, {self.place}" if self.why else self.place

    def numbered_as(self, number: int) -> Spot:
        """The spot of paragraph ``number`` in it."""
        if not self.numbered:
            return self
        return replace(self, place=f"{self.place}, paragraph {number}")


def inside(element: etree._Element, spot: Spot, count: Counter[str], styles: OpenStyles) -> Spot:
    """The spot within ``element``; ``count`` numbers notes, tables, rows and columns."""
    name = local_name(element.tag)
    space = namespace(element.tag)
    if space == N.office.uri:
        return _in_office(element, name, spot)
    if space == N.table.uri:
        return _in_table(element, name, spot, count, styles)
    if space == N.draw.uri:
        return _in_drawing(element, name, spot, count, styles)
    if space == N.text.uri:
        return _in_text(element, name, spot, count)
    if space == N.show.uri and name == "notes":
        return Spot(f"speaker notes of {spot.place}", hidden=True)
    if space == N.style.uri:
        return _in_style(element, name, spot)
    if space == N.svg.uri:
        return replace(spot, shares_numbers=True)
    return replace(spot, shares_numbers=True)


def _in_office(element: etree._Element, name: str, spot: Spot) -> Spot:
    if name == "annotation":
        author = element.findtext(N.dc.creator) or "an unknown author"
        return Spot(f"comment by {author}, {spot.place}", hidden=True)
    if name == "spreadsheet":
        return replace(spot, sheet=True)
    return replace(spot, shares_numbers=True)


def _in_text(element: etree._Element, name: str, spot: Spot, count: Counter[str]) -> Spot:
    if name == "note":
        kind = str(element.get(N.text.note_class, "footnote"))
        citation = element.findtext(N.text.note_citation) or ""
        return Spot(f"{kind} {citation}".rstrip(), hidden=spot.hidden)
    if name == "section" and element.get(N.text.display) in ("none", "condition"):
        return replace(spot, hidden=True, why="hidden section", shares_numbers=True)
    if name == "tracked-changes":
        return Spot("deleted text", hidden=True)
    if name == "ruby-text":
        return replace(spot, place=f"text above the line in {spot.place}", numbered=False)
    return replace(spot, shares_numbers=True)


def _in_table(
    element: etree._Element, name: str, spot: Spot, count: Counter[str], styles: OpenStyles
) -> Spot:
    if name == "table":
        return _table(element, spot, count, styles)
    if name == "table-row":
        count["row"] += 1
        count["column"] = 0
        row = replace(spot, place=f"{spot.place}, row {count['row']}", shares_numbers=True)
        count["row"] += _repeats(element, "number-rows-repeated") - 1
        return _collapsed(element, row, "hidden row")
    if name in ("table-column",):
        first = count["columns"] + 1
        count["columns"] += _repeats(element, "number-columns-repeated")
        if element.get(N.table.visibility) in ("collapse", "filter"):
            for column in range(first, min(count["columns"], first + 1000) + 1):
                count[f"hidden column {column}"] = 1
    if name in ("table-cell", "covered-table-cell"):
        return _cell(element, spot, count, styles)
    if name in _TABLE_ASIDES:
        return Spot(_TABLE_ASIDES[name], hidden=True)
    return replace(spot, shares_numbers=True)


def _table(element: etree._Element, spot: Spot, count: Counter[str], styles: OpenStyles) -> Spot:
    count["table"] += 1
    hidden = styles.hides("table", element.get(N.table.style_name))
    if spot.sheet:
        title = f"{'hidden ' if hidden else ''}sheet {element.get(N.table.name, count['table'])}"
        return Spot(title, hidden=spot.hidden or hidden, sheet=True)
    place = f"table {count['table']}"
    place = place if spot.place == "body" else f"{spot.place}, {place}"
    return Spot(place, hidden=spot.hidden or hidden, why=spot.why)


def _cell(element: etree._Element, spot: Spot, count: Counter[str], styles: OpenStyles) -> Spot:
    count["column"] += 1
    column = count["column"]
    count["column"] += _repeats(element, "number-columns-repeated") - 1
    place = f"{spot.place}, column {column}"
    if spot.sheet:
        sheet, _, row = spot.place.rpartition(", row ")
        place = f"{sheet}, cell {_letters(column)}{row}"
    look = styles.look("table-cell", element.get(N.table.style_name))
    cell = Spot(place, hidden=spot.hidden, ground=look.under(spot.ground), why=spot.why)
    if count[f"hidden column {column}"]:
        return replace(cell, hidden=True, why="hidden column")
    return cell


def _collapsed(element: etree._Element, spot: Spot, why: str) -> Spot:
    if element.get(N.table.visibility) in ("collapse", "filter"):
        return replace(spot, hidden=True, why=why)
    return spot


def _in_drawing(
    element: etree._Element, name: str, spot: Spot, count: Counter[str], styles: OpenStyles
) -> Spot:
    if name == "page":
        count["slide"] += 1
        hidden = styles.hides("drawing-page", element.get(N.draw.style_name))
        title = f"{'hidden ' if hidden else ''}slide {count['slide']}"
        return Spot(title, hidden=hidden, ground=Look(shaded=True))
    if styles.is_off_page(element) and spot.place.startswith(("slide", "hidden slide")):
        return replace(spot, hidden=True, why="text off the slide", numbered=False)
    if name in _SHAPES and not spot.place.startswith(("slide", "hidden slide")):
        return Spot(
            f"text box in {spot.place}", hidden=spot.hidden, ground=Look(shaded=True), why=spot.why
        )
    return replace(spot, numbered=False)


def _in_style(element: etree._Element, name: str, spot: Spot) -> Spot:
    if name in _FEET:
        page = element.getparent()
        called = (
            ""
            if page is None
            else str(page.get(N.style.display_name) or page.get(N.style.name, ""))
        )
        return Spot(
            f"{_FEET[name]} of page style {called}", hidden=element.get(N.style.display) == "false"
        )
    if name == "master-page":
        return Spot(f"slide master {element.get(N.style.name, '')}")
    return replace(spot, shares_numbers=True)


def _repeats(element: etree._Element, name: str) -> int:
    count = str(element.get(f"{{{N.table.uri}}}{name}", "1"))
    return int(count) if count.isdecimal() and len(count) < 8 else 1


def _letters(column: int) -> str:
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

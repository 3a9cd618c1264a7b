"""The tables of a page: which cells head which, and a frame in which a wide one scrolls."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import html

from publication.report.places import Places
from publication.report.tree import elements, text_of
from redaction.errors import Problem

LABEL_CLASS = "form-label"
"""The label of a row in a form, as the board's own templates have them."""
_REMEDY = (
    "In Word: select its first row, then Table Layout, Repeat Header Rows; if it is no table but"
    " a way to place text, turn it into text (Table Layout, Convert to Text)"
)


def box_single_cells(tree: html.HtmlElement) -> None:
    """A table of a single cell is a box around text, not a table."""
    for table in elements(tree, "table"):
        cells = _cells(table)
        if len(cells) != 1:
            continue
        box = html.Element("div")
        box.set("class", "box")
        _replace(table, box)
        box.text = cells[0].text
        box.extend(list(cells[0]))


def mark_tables(tree: html.HtmlElement, where: Places) -> Iterator[Problem]:
    """Say of each header cell what it heads; a fault for each table without any."""
    for number, table in enumerate(elements(tree, "table"), start=1):
        _head_labelled_rows(table)
        _lift_header_rows(table)
        header = [cell for cell in _cells(table) if cell.tag == "th"]
        if not any(text_of(cell) for cell in header):
            yield Problem(where[table], "has no header row", _REMEDY)
        for cell in header:
            cell.set("scope", "col" if _is_in_head(cell) else "row")
        _caption(table)
        _wrap(table, f"Table {number}")


def _rows(table: html.HtmlElement) -> list[html.HtmlElement]:
    """The rows of the table itself, not of those within it."""
    rows: list[html.HtmlElement] = []
    for child in table:
        rows += [child] if child.tag == "tr" else child.findall("tr")
    return rows


def _cells(table: html.HtmlElement) -> list[html.HtmlElement]:
    return [cell for row in _rows(table) for cell in row if cell.tag in ("th", "td")]


def _is_in_head(cell: html.HtmlElement) -> bool:
    row = cell.getparent()
    group = None if row is None else row.getparent()
    return group is not None and group.tag == "thead"


def _head_labelled_rows(table: html.HtmlElement) -> None:
    """In a form without a header row, each label heads its row."""
    for cell in _cells(table):
        first = next(iter(cell), None)
        if cell.tag == "td" and first is not None and first.get("class") == LABEL_CLASS:
            del first.attrib["class"]
            cell.tag = "th"


def _lift_header_rows(table: html.HtmlElement) -> None:
    """Rows of header cells alone, above all others, are the table's head."""
    if table.find("thead") is not None:
        return
    rows = _rows(table)
    leading = 0
    while leading < len(rows) - 1 and all(cell.tag == "th" for cell in rows[leading]):
        leading += 1
    if not leading or len(rows[0]) < 2:
        return
    head = html.Element("thead")
    head.extend(rows[:leading])
    caption = table.find("caption")
    table.insert(0 if caption is None else 1, head)


def _caption(table: html.HtmlElement) -> None:
    """A caption paragraph above the table becomes the table's own."""
    before = table.getprevious()
    if before is None or before.tag != "p" or before.get("class") != "caption":
        return
    before.tag = "caption"
    del before.attrib["class"]
    table.insert(0, before)
    before.tail = None


def _wrap(table: html.HtmlElement, name: str) -> None:
    """A frame in which a wide table scrolls by itself, also from the keyboard."""
    caption = table.find("caption")
    label = text_of(caption) if isinstance(caption, html.HtmlElement) else name
    frame = html.Element("div")
    frame.attrib.update({"class": "table", "role": "region", "tabindex": "0", "aria-label": label})
    _replace(table, frame)
    frame.append(table)


def _replace(old: html.HtmlElement, new: html.HtmlElement) -> None:
    parent = old.getparent()
    assert parent is not None  # noqa: S101 - only the outer div has none
    new.tail, old.tail = old.tail, None
    parent.replace(old, new)

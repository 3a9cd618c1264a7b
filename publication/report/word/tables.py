"""The tables of a Word file: header rows, merged cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from publication.report.word.xml import switch, value, whole
from redaction.read.names import W
from redaction.read.word_styles import Look, cell_ground, table_ground

_PASSED_THROUGH = frozenset({W.sdt, W.sdtContent, W.customXml, W.ins, W.moveTo})
_WIDEST = 99
"""Columns that a cell may span."""


@dataclass
class _Cell:
    html: str
    across: int
    goes_on: bool
    down: int = 1


def table_html(
    table: etree._Element, ground: Look, inside: Callable[[etree._Element, Look], str]
) -> str:
    """The table as HTML; ``inside`` reads what is in a cell on its ground."""
    looks = table_ground(table).under(ground)
    rows = [row for row in _within(table, W.tr) if not _is_gone(row)]
    grid = [[_cell(each, looks, inside) for each in _within(row, W.tc)] for row in rows]
    _merge(grid)
    heads = _header_rows(rows)
    head = "".join(_row(cells, "th") for cells in grid[:heads])
    body = "".join(_row(cells, "td") for cells in grid[heads:])
    return f"<table>{f'<thead>{head}</thead>' if head else ''}<tbody>{body}</tbody></table>"


def _cell(cell: etree._Element, ground: Look, inside: Callable[..., str]) -> _Cell:
    properties = cell.find(W.tcPr)
    merged = None if properties is None else properties.find(W.vMerge)
    across = min(max(whole(value(properties, W.gridSpan), 1), 1), _WIDEST)
    goes_on = merged is not None and merged.get(W.val, "continue") == "continue"
    return _Cell(inside(cell, cell_ground(cell, ground)), across, goes_on)


def _merge(grid: list[list[_Cell]]) -> None:
    """A cell that goes on downwards takes in those below it."""
    above: dict[int, _Cell] = {}
    for cells in grid:
        column = 0
        for cell in list(cells):
            owner = above.get(column)
            if cell.goes_on and owner is not None and owner.across == cell.across:
                owner.down += 1
                owner.html += cell.html
                cells.remove(cell)
            else:
                above[column] = cell
            column += cell.across


def _header_rows(rows: list[etree._Element]) -> int:
    """How many rows Word repeats on every page; never all of them."""
    count = 0
    while count < len(rows) and switch(rows[count].find(W.trPr), W.tblHeader):
        count += 1
    return count if count < len(rows) else min(count, 1)


def _row(cells: list[_Cell], tag: str) -> str:
    return f"<tr>{''.join(_cell_html(cell, tag) for cell in cells)}</tr>"


def _cell_html(cell: _Cell, tag: str) -> str:
    across = f' colspan="{cell.across}"' if cell.across > 1 else ""
    down = f' rowspan="{cell.down}"' if cell.down > 1 else ""
    return f"<{tag}{across}{down}>{cell.html}</{tag}>"


def _is_gone(row: etree._Element) -> bool:
    """A row that is hidden, or deleted in a tracked change."""
    properties = row.find(W.trPr)
    return properties is not None and (
        bool(switch(properties, W.hidden)) or properties.find(W.del_) is not None
    )


def _within(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _PASSED_THROUGH:
            yield from _within(child, tag)

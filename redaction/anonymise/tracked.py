"""Accepts the tracked changes of a part: insertions stay, deletions and their authors go."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from redaction.anonymise.tree import drop, unwrap
from redaction.read.names import W
from redaction.read.safe_xml import local_name, namespace

_GONE = frozenset({W.del_, W.moveFrom})
_STAYS = frozenset({W.ins, W.moveTo})
_MARKERS = frozenset(
    {"cellIns", "cellMerge", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
     "moveToRangeEnd", "numberingChange", "delText", "delInstrText"}
)  # fmt: skip
_CHANGE = "tracked change accepted|tracked changes accepted"


def accept_changes(root: etree._Element, removed: Counter[str]) -> None:
    """Accept every tracked change under ``root`` and count them."""
    removed[_CHANGE] += sum(1 for _ in root.iter(*_GONE, *_STAYS, W.cellDel, W.cellIns))
    _drop_rows_and_cells(root)
    paragraphs = [
        paragraph for mark in root.iter(*_GONE) if (paragraph := _ended_by(mark)) is not None
    ]
    for element in list(root.iter(*_GONE)):
        drop(element)
    for element in list(root.iter(*_STAYS)):
        unwrap(element)
    for element in list(root.iter(etree.Element)):
        name = local_name(element.tag)
        tracked = name in _MARKERS or name.endswith("Change") or name.startswith("customXmlIns")
        if namespace(element.tag) == W.uri and (tracked or name.startswith("customXmlDel")):
            drop(element)
    for paragraph in reversed(paragraphs):
        _join_with_next(paragraph)


def _ended_by(mark: etree._Element) -> etree._Element | None:
    """The paragraph whose end ``mark`` deletes; None when it deletes something else."""
    ancestors = [each for _, each in zip(range(3), mark.iterancestors(), strict=False)]
    if [each.tag for each in ancestors] == [W.rPr, W.pPr, W.p]:
        return ancestors[2]
    return None


def _drop_rows_and_cells(root: etree._Element) -> None:
    for row in list(root.iter(W.tr)):
        properties = row.find(W.trPr)
        if properties is not None and properties.find(W.del_) is not None:
            drop(row)
    for mark in list(root.iter(W.cellDel)):
        properties = mark.getparent()
        cell = None if properties is None else properties.getparent()
        if cell is not None:
            drop(cell)
    for row in list(root.iter(W.tr)):
        if row.find(f".//{W.tc}") is None:
            drop(row)
    for table in list(root.iter(W.tbl)):
        if table.find(f".//{W.tr}") is None:
            drop(table)


def _join_with_next(paragraph: etree._Element) -> None:
    """Join a paragraph whose end was deleted with the one that follows it."""
    following = paragraph.getnext()
    if following is None or following.tag != W.p:
        return
    content = [child for child in paragraph if child.tag != W.pPr]
    position = 1 if following.find(W.pPr) is not None else 0
    following[position:position] = content
    drop(paragraph)

"""Reads the shapes of a slide, its notes or its master, paragraph by paragraph."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from lxml import etree

from redaction.read.gathering import Gathering
from redaction.read.names import A, P
from redaction.read.safe_xml import local_name
from redaction.read.walks import PartWalk

_TINY_HUNDREDTHS = 200
"""Text of two points or less can't be read on the slide."""
_SHAPES = frozenset({"sp", "grpSp", "graphicFrame", "pic", "cxnSp"})
_PROMPTS = frozenset(
    {
        "Click to edit Master title style", "Click to edit Master text styles", "Second level",
        "Click to edit Master subtitle style", "Third level", "Fourth level", "Fifth level",
        "Click icon to add picture", "‹#›", "<#>", "<number>",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Canvas:
    """The size of every slide, in English Metric Units."""

    width: int
    height: int


def read_shapes(
    root: etree._Element, part: str, title: str, canvas: Canvas | None, gathering: Gathering,
    walk: PartWalk, *, hidden: bool, prompts: bool = False,
) -> None:  # fmt: skip
    """Add a passage for each paragraph under ``root``, hidden where it can't be seen.

    ``prompts`` says that placeholders hold prompts, which a show leaves out, not text.
    """
    tables: dict[etree._Element, int] = {}
    cells: Counter[etree._Element] = Counter()
    for paragraph in root.iter(A.p):
        walk.taken.update(paragraph.iter())
        text = _text(paragraph)
        if not text.strip() or (prompts and _is_prompt(paragraph, text)):
            continue
        place = _table_place(paragraph, tables, cells)
        where = f"{title}, {place}" if place else title
        walk.places[paragraph] = where
        why = _why_unseen(paragraph, canvas, prompts=prompts)
        named = f"{why}, {where}" if why else where
        gathering.add(text, named, part, hidden=hidden or bool(why))


def _is_prompt(paragraph: etree._Element, text: str) -> bool:
    """Whether a paragraph of a master is PowerPoint's own, or only the number or the day."""
    return text.strip() in _PROMPTS or next(paragraph.iterchildren(A.r), None) is None


def _text(paragraph: etree._Element) -> str:
    pieces = []
    for element in paragraph.iter(A.t, A.br, A.tab):
        pieces.append("\n" if element.tag == A.br else element.text or "")
    return "".join(pieces)


def _table_place(
    paragraph: etree._Element, tables: dict[etree._Element, int], cells: Counter[etree._Element]
) -> str:
    cell = next(paragraph.iterancestors(A.tc), None)
    row = None if cell is None else cell.getparent()
    table = None if row is None else row.getparent()
    if cell is None or row is None or table is None:
        return ""
    number = tables.setdefault(table, len(tables) + 1)
    row_number = 1 + sum(1 for _ in row.itersiblings(A.tr, preceding=True))
    column = 1 + sum(1 for _ in cell.itersiblings(A.tc, preceding=True))
    return f"table {number}, row {row_number}, column {column}"


def _why_unseen(paragraph: etree._Element, canvas: Canvas | None, *, prompts: bool) -> str:
    shapes = [each for each in paragraph.iterancestors() if local_name(each.tag) in _SHAPES]
    if any(_said(shape, "cNvPr", "hidden") in ("1", "true") for shape in shapes):
        return "hidden shape"
    if canvas and shapes and _is_off(shapes[-1], canvas):
        return "text off the slide"
    if prompts and shapes and next(shapes[0].iter(P.ph), None) is not None:
        return "prompt"
    runs = list(paragraph.iter(A.rPr))
    if runs and all(_is_tiny(run) or _is_clear(run) for run in runs):
        return "letters that can't be seen"
    return ""


def _said(shape: etree._Element, element: str, attribute: str) -> str:
    """An attribute of a shape's own properties, not of a shape inside it."""
    for child in shape:
        for each in child.iterchildren():
            if local_name(each.tag) == element:
                return str(each.get(attribute, ""))
    return ""


def _is_off(shape: etree._Element, canvas: Canvas) -> bool:
    """Whether the outermost shape lies wholly beside the slide."""
    frame = next((each for each in shape.iter(A.xfrm, P.xfrm)), None)
    if frame is None:
        return False
    offset, size = frame.find(A.off), frame.find(A.ext)
    if offset is None or size is None:
        return False
    try:
        left, top = int(str(offset.get("x"))), int(str(offset.get("y")))
        width, height = int(str(size.get("cx"))), int(str(size.get("cy")))
    except ValueError:
        return False
    return left >= canvas.width or top >= canvas.height or left + width <= 0 or top + height <= 0


def _is_tiny(run: etree._Element) -> bool:
    size = str(run.get("sz", ""))
    return size.isdecimal() and int(size) <= _TINY_HUNDREDTHS


def _is_clear(run: etree._Element) -> bool:
    fill = run.find(A.solidFill)
    if run.find(A.noFill) is not None:
        return True
    return fill is not None and any(each.get("val") == "0" for each in fill.iter(A.alpha))

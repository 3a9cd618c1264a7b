"""Reads the shapes of a slide, its notes or its master, paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from redaction.read.gathering import Gathering
from redaction.read.names import A, P
from redaction.read.safe_xml import local_name, number
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
    shapes = _Shapes(root, canvas, prompts=prompts)
    for paragraph in root.iter(A.p):
        walk.taken.update(paragraph.iter())
        text = _text(paragraph)
        if not text.strip() or (prompts and _is_prompt(paragraph, text)):
            continue
        place = shapes.cell_place(paragraph)
        where = f"{title}, {place}" if place else title
        walk.places[paragraph] = where
        why = shapes.why_unseen(paragraph)
        named = f"{why}, {where}" if why else where
        gathering.add(text, named, part, hidden=hidden or bool(why))


def _is_prompt(paragraph: etree._Element, text: str) -> bool:
    """Whether a paragraph of a master is PowerPoint's own, or only the number or the day."""
    return text.strip() in _PROMPTS or next(paragraph.iterchildren(A.r), None) is None


def _text(paragraph: etree._Element) -> str:
    return "".join(
        "\n" if element.tag == A.br else element.text or ""
        for element in paragraph.iter(A.t, A.br, A.tab)
    )


class _Shapes:
    """What the shapes and table cells of one part say of the paragraphs in them."""

    def __init__(self, root: etree._Element, canvas: Canvas | None, *, prompts: bool) -> None:
        self._canvas = canvas
        self._prompts = prompts
        self._reasons: dict[etree._Element, str] = {}
        self._cells: dict[etree._Element, str] = {}
        for table, element in enumerate(root.iter(A.tbl), 1):
            for row, cells in enumerate(element.iterchildren(A.tr), 1):
                for column, cell in enumerate(cells.iterchildren(A.tc), 1):
                    self._cells[cell] = f"table {table}, row {row}, column {column}"

    def cell_place(self, paragraph: etree._Element) -> str:
        """The table cell that a paragraph is in; empty when it is in none."""
        cell = next(paragraph.iterancestors(A.tc), None)
        return "" if cell is None else self._cells.get(cell, "")

    def why_unseen(self, paragraph: etree._Element) -> str:
        """What keeps a paragraph out of sight; empty when it is seen."""
        for ancestor in paragraph.iterancestors():
            if local_name(ancestor.tag) in _SHAPES:
                if ancestor not in self._reasons:
                    self._reasons[ancestor] = self._reason(ancestor)
                if self._reasons[ancestor]:
                    return self._reasons[ancestor]
        runs = list(paragraph.iter(A.rPr))
        if runs and all(_is_tiny(run) or _is_clear(run) for run in runs):
            return "letters that can't be seen"
        return ""

    def _reason(self, shape: etree._Element) -> str:
        own = [each for child in shape for each in child.iterchildren()]
        if any(
            local_name(each.tag) == "cNvPr" and each.get("hidden") in ("1", "true") for each in own
        ):
            return "hidden shape"
        parent = shape.getparent()
        outermost = parent is None or local_name(parent.tag) not in _SHAPES
        if self._canvas and outermost and _is_off(shape, self._canvas):
            return "text off the slide"
        if self._prompts and any(each.find(P.ph) is not None for each in own):
            return "prompt"
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
    return number(run.get("sz"), _TINY_HUNDREDTHS + 1) <= _TINY_HUNDREDTHS


def _is_clear(run: etree._Element) -> bool:
    fill = run.find(A.solidFill)
    if run.find(A.noFill) is not None:
        return True
    return fill is not None and any(each.get("val") == "0" for each in fill.iter(A.alpha))

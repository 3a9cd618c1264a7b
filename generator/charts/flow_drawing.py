"""Draws a laid-out flow chart: each kind of box has its own shape, answers stand at their lines."""

from __future__ import annotations

from collections.abc import Iterator

from generator.charts.box import Box
from generator.charts.box_text import SLANT
from generator.charts.brackets import PlacedBracket
from generator.charts.colours import INK, PAPER, readable, tint
from generator.charts.drawing import Drawing, Label, Mark, Rounded, Shape, Stroke, rectangle
from generator.charts.flow_chart import NodeKind
from generator.charts.font import ASCENT, LINE_HEIGHT, text_width
from generator.charts.layout import ChartLayout
from generator.charts.routes import HEAD, Arrow

_HEAD_HALF = 3.2
_THIN, _THICK = 1.0, 1.75
_ANSWER_GAP, _ANSWER_PAD = 4.0, 1.5


def flow_drawing(layout: ChartLayout, accent: str) -> Drawing:
    """The drawing, its lines in the colour ``accent`` ("#1f3a5f")."""
    line = readable(accent)
    marks: list[Mark] = []
    for arrow in layout.arrows:
        marks += _arrow(arrow, line)
    for box in layout.boxes:
        marks += _box(box, line, layout.size)
    for arrow in layout.arrows:
        marks += _answer(arrow, layout.size)
    for bracket in layout.brackets:
        marks += _bracket(bracket, line, layout.size)
    return Drawing(layout.width, layout.height, tuple(marks))


def _box(box: Box, line: str, size: float) -> Iterator[Mark]:
    ground = PAPER
    match box.node.kind:
        case NodeKind.START | NodeKind.END:
            ground = tint(line)
            radius = min(box.height / 2, 14)
            yield Rounded(box.left, box.top, box.width, box.height, radius, ground, line, _THICK)
        case NodeKind.DECISION:
            yield _hexagon(box, line)
        case NodeKind.STEP:
            yield rectangle(
                box.left, box.top, box.width, box.height, fill=PAPER, edge=line, line=_THIN
            )
            if box.text.band[0]:
                yield rectangle(
                    box.left, box.top, *box.text.band, fill=tint(line), edge=line, line=_THIN
                )
    for text in box.text.lines:
        on = tint(line) if text.bold and box.node.kind is NodeKind.STEP else ground
        left, base = box.left + text.left, box.top + text.base
        yield Label(text.text, left, base, size, INK, on, text.bold)


def _hexagon(box: Box, line: str) -> Shape:
    middle = box.top + box.height / 2
    points = (
        (box.left, middle),
        (box.left + SLANT, box.top),
        (box.right - SLANT, box.top),
        (box.right, middle),
        (box.right - SLANT, box.bottom),
        (box.left + SLANT, box.bottom),
    )
    return Shape(points, PAPER, line, _THICK)


def _arrow(arrow: Arrow, line: str) -> Iterator[Mark]:
    x, y = arrow.points[-1]
    yield Stroke((*arrow.points[:-1], (x, y - HEAD)), line, _THIN)
    yield Shape(((x, y), (x - _HEAD_HALF, y - HEAD), (x + _HEAD_HALF, y - HEAD)), line, line, 0.25)


def _answer(arrow: Arrow, size: float) -> Iterator[Label]:
    if arrow.answer:
        (x, y), (next_x, _) = arrow.points[0], arrow.points[min(2, len(arrow.points) - 1)]
        wide = text_width(arrow.answer, size, bold=True)
        left = x - _ANSWER_GAP - wide if next_x < x else x + _ANSWER_GAP
        base = y + size * ASCENT + _ANSWER_PAD
        yield Label(arrow.answer, left, base, size, INK, PAPER, bold=True)


def _bracket(bracket: PlacedBracket, line: str, size: float) -> Iterator[Mark]:
    left, tick = bracket.left - bracket.tick, bracket.left
    ends = (
        (left, bracket.top),
        (tick, bracket.top),
        (tick, bracket.bottom),
        (left, bracket.bottom),
    )
    yield Stroke(ends, line, _THICK)
    tall = len(bracket.lines) * size * LINE_HEIGHT
    first = (bracket.top + bracket.bottom - tall) / 2 + size * ASCENT
    for number, text in enumerate(bracket.lines):
        base = first + number * size * LINE_HEIGHT
        yield Label(text, bracket.text_left, base, size, INK, PAPER, bold=True)

"""The text of a box of a flow chart: who acts, what is done, set in lines for a given width."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts.flow_chart import Node, NodeKind
from generator.charts.font import ASCENT, LINE_HEIGHT, balanced, text_width, wrapped

PADDING = 4.0
SLANT = 14.0
"""How far the points of a decision's hexagon stand out at the sides."""
WIDE = 270.0
"""From this width a box has its actor beside the text, else above it."""
ACTOR_SHARE = 0.27
"""Of a wide box."""
_BULLET, _HANGING = "•", 9.0


@dataclass(frozen=True)
class TextLine:
    """One line; ``left`` and ``base`` are measured from the corner of the box."""

    text: str
    left: float
    base: float
    bold: bool = False


@dataclass(frozen=True)
class BoxText:
    """The lines of a box, the height they need, and the band that its actor stands in."""

    lines: tuple[TextLine, ...]
    height: float
    band: tuple[float, float] = (0, 0)
    """Width and height of the actor's band in the top left corner; none in some kinds."""


def box_text(node: Node, width: float, size: float) -> BoxText:
    """The text of ``node`` in a box of ``width`` points, in letters of ``size`` points."""
    if node.kind is not NodeKind.STEP:
        return _centred(node, width, size)
    if not node.actor:
        return _stacked(node, width, size, band_height=0)
    if width >= WIDE:
        return _beside(node, width, size)
    actor = wrapped(node.actor, width - 2 * PADDING, size, bold=True)
    return _stacked(node, width, size, len(actor) * size * LINE_HEIGHT + PADDING)


def _beside(node: Node, width: float, size: float) -> BoxText:
    band = width * ACTOR_SHARE
    actor = wrapped(node.actor, band - 2 * PADDING, size, bold=True)
    text = _text_lines(node, band + PADDING, width - band - 2 * PADDING, size)
    tall = max(len(actor), len(text)) * size * LINE_HEIGHT
    height = tall + 2 * PADDING
    lines = _set_down([(line, PADDING) for line in actor], size, height, bold=True)
    return BoxText((*lines, *_set_down(text, size, height)), height, (band, height))


def _stacked(node: Node, width: float, size: float, band_height: float) -> BoxText:
    inner = width - 2 * PADDING
    actor = wrapped(node.actor, inner, size, bold=True) if band_height else ()
    text = _text_lines(node, PADDING, inner, size)
    below = len(text) * size * LINE_HEIGHT + 2 * PADDING
    above = _set_down([(line, PADDING) for line in actor], size, band_height, bold=True)
    lines = (*above, *_set_down(text, size, below, top=band_height))
    return BoxText(lines, band_height + below, (width if band_height else 0, band_height))


def _centred(node: Node, width: float, size: float) -> BoxText:
    side = PADDING + SLANT if node.kind is NodeKind.DECISION else PADDING + size / 2
    inner = width - 2 * side
    actor = balanced(node.actor, inner, size, bold=True)
    text = balanced(node.text, inner, size)
    points = _points(node, side, inner, size)
    height = (len(actor) + len(text) + len(points)) * size * LINE_HEIGHT + 2 * PADDING
    bold = [True] * len(actor) + [False] * len(text)
    middle = [
        (line, (width - text_width(line, size, bold=heavy)) / 2)
        for line, heavy in zip((*actor, *text), bold, strict=True)
    ]
    lines = _set_down([*middle, *points], size, height)
    heavy_lines = tuple(
        TextLine(line.text, line.left, line.base, bold=True) for line in lines[: len(actor)]
    )
    return BoxText((*heavy_lines, *lines[len(actor) :]), height)


def _text_lines(node: Node, left: float, width: float, size: float) -> list[tuple[str, float]]:
    lines = [(line, left) for line in wrapped(node.text, width, size)]
    return [*lines, *_points(node, left, width, size)]


def _points(node: Node, left: float, width: float, size: float) -> list[tuple[str, float]]:
    """The lines of a node's points, each with its left edge; a bullet begins a point."""
    lines: list[tuple[str, float]] = []
    for point in node.points:
        first, *others = wrapped(f"{_BULLET} {point}", width, size)
        rest = wrapped(" ".join(others), width - _HANGING, size)
        lines += [(first, left), *((line, left + _HANGING) for line in rest)]
    return lines


def _set_down(
    lines: list[tuple[str, float]],
    size: float,
    height: float,
    *,
    top: float = 0,
    bold: bool = False,
) -> tuple[TextLine, ...]:
    """The lines, one below the other, in the middle of ``height``."""
    tall = len(lines) * size * LINE_HEIGHT
    first = top + (height - tall) / 2 + size * (LINE_HEIGHT - 1) / 2 + size * ASCENT
    return tuple(
        TextLine(text, left, first + number * size * LINE_HEIGHT, bold)
        for number, (text, left) in enumerate(lines)
    )

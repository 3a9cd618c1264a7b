"""The brackets beside a flow chart: which steps a time limit covers, and what it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.charts.box import Box
from generator.charts.flow_chart import FlowChart
from generator.charts.font import LINE_HEIGHT, wrapped
from generator.charts.layers import Layers
from generator.context.printed import sentence

LANE = 70.0
"""The room of one bracket beside the boxes, in points."""
_LINE, _TICK, _TEXT = 12.0, 5.0, 17.0
"""From the lane's left edge: its line, the length of its ticks, its text."""


@dataclass(frozen=True)
class PlacedBracket:
    """A bracket's line at ``left`` from ``top`` to ``bottom``, and the lines of its text."""

    left: float
    top: float
    bottom: float
    tick: float
    lines: tuple[str, ...]
    text_left: float


def lanes(chart: FlowChart, found: Layers) -> list[int]:
    """The lane of each bracket, from 0: two that overlap never share one."""
    row_of = {place: at for at, row in enumerate(found.rows) for place in row}
    spans = [(row_of[one.first], row_of[one.last]) for one in chart.brackets]
    lane_of: list[int] = []
    for number, (first, last) in enumerate(spans):
        taken = {
            lane_of[other]
            for other, (begin, end) in enumerate(spans[:number])
            if begin <= last and first <= end
        }
        lane_of.append(next(lane for lane in range(number + 1) if lane not in taken))
    return lane_of


def placed_brackets(
    chart: FlowChart,
    lane_of: Sequence[int],
    boxes: Mapping[str, Box],
    room: float,
    size: float,
) -> tuple[PlacedBracket, ...]:
    """The brackets, right of the ``room`` that the boxes take."""
    placed = []
    for bracket, lane in zip(chart.brackets, lane_of, strict=True):
        left = room + lane * LANE + _LINE
        lines = wrapped(sentence(bracket.text), LANE - _TEXT, size, bold=True)
        top, bottom = boxes[bracket.first].top, boxes[bracket.last].bottom
        short = len(lines) * size * LINE_HEIGHT - (bottom - top)
        if short > 0:
            top, bottom = top - short / 2, bottom + short / 2
        placed.append(PlacedBracket(left, top, bottom, _TICK, lines, room + lane * LANE + _TEXT))
    return tuple(placed)

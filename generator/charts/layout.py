"""A flow chart laid out on one page: boxes in rows, ways that cross none of them, brackets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.charts.box import Box
from generator.charts.box_text import BoxText, box_text
from generator.charts.brackets import (
    LANE,
    PlacedBracket,
    lanes,
    placed_brackets,
)
from generator.charts.columns import Column, columns
from generator.charts.flow_chart import FlowChart
from generator.charts.layers import Layers, Place, layers
from generator.charts.routes import Arrow, arrows, channel_heights
from redaction.errors import TemplateError

SIZES = (10.5, 10.0, 9.5, 9.0)
"""The sizes of letters that are tried, in points; below the last nothing is easy to read."""
MOST_STRETCH = 9.0
"""By how many points a channel is made higher where the page has room."""
LEAST_WIDTH = 70.0
"""Of a box, in points: a long word still fits."""
EDGE = 1.0
"""Kept free above and below, for the width of lines."""


@dataclass(frozen=True)
class ChartLayout:
    """Everything of a chart in its place, in points from the top left; ``size`` of the letters."""

    width: float
    height: float
    size: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    brackets: tuple[PlacedBracket, ...]


def lay_out(chart: FlowChart, width: float, height: float) -> ChartLayout:
    """The chart in at most ``width`` by ``height`` points, in the largest letters that fit.

    Raises TemplateError where it fits in none, or too many boxes stand side by side.
    """
    found = layers(chart)
    narrowest = min(box.width for box in _placed(chart, found, width, SIZES[0], height).boxes)
    if narrowest < LEAST_WIDTH:
        raise TemplateError.because(
            f"flow chart {chart.id}",
            "too many boxes stand side by side",
            "Let fewer ways lead from one box, or take steps together",
        )
    for size in SIZES:
        placed = _placed(chart, found, width, size, height)
        if placed.height <= height:
            return placed
    raise TemplateError.because(
        f"flow chart {chart.id}",
        f"it does not fit on a page in letters of {SIZES[-1]:g} points",
        "Shorten its texts, or take steps together",
    )


def _placed(chart: FlowChart, found: Layers, width: float, size: float, most: float) -> ChartLayout:
    lane_of = lanes(chart, found)
    room = width - LANE * (max(lane_of, default=-1) + 1)
    placed = columns(chart, found, room)
    texts = {node.id: box_text(node, placed[node.id].width, size) for node in chart.nodes}
    tall = [_row_height(row, texts) for row in found.rows]
    channels = channel_heights(chart, found, placed)
    spare = most - 2 * EDGE - sum(tall) - sum(channels)
    if channels and spare > 0:
        stretch = min(MOST_STRETCH, spare / len(channels))
        channels = [channel + stretch for channel in channels]
    tops = _tops(tall, channels)
    boxes = _boxes(chart, found, placed, texts, tops)
    by_id = {box.node.id: box for box in boxes}
    return ChartLayout(
        width=width,
        height=tops[-1] + tall[-1] + EDGE,
        size=size,
        boxes=boxes,
        arrows=arrows(chart, found, placed, by_id, tops, tall),
        brackets=placed_brackets(chart, lane_of, by_id, room, size),
    )


def _row_height(row: Sequence[Place], texts: Mapping[str, BoxText]) -> float:
    return max(texts[place].height for place in row if isinstance(place, str))


def _tops(tall: Sequence[float], channels: Sequence[float]) -> list[float]:
    tops = [EDGE]
    for height, channel in zip(tall, channels, strict=False):
        tops.append(tops[-1] + height + channel)
    return tops


def _boxes(
    chart: FlowChart,
    found: Layers,
    placed: Mapping[Place, Column],
    texts: Mapping[str, BoxText],
    tops: Sequence[float],
) -> tuple[Box, ...]:
    boxes = []
    for row, top in zip(found.rows, tops, strict=True):
        for place in row:
            if isinstance(place, str):
                text, column = texts[place], placed[place]
                left = column.middle - column.width / 2
                boxes.append(Box(chart.node(place), left, top, column.width, text.height, text))
    return tuple(boxes)

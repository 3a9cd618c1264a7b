"""Where the boxes of each row stand from left to right: below what leads to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from generator.charts.flow_chart import FlowChart, NodeKind
from generator.charts.layers import Layers, Passage, Place

GAP = 14.0
"""Between two boxes of a row."""
PASSAGE = 12.0
"""The room that a way needs where it passes a row."""
_COMFORTABLE = 150.0
"""A box below many forks gets as much where its row has room."""
WIDEST = {
    NodeKind.START: 330.0,
    NodeKind.STEP: 420.0,
    NodeKind.DECISION: 330.0,
    NodeKind.END: 330.0,
}


@dataclass(frozen=True)
class Column:
    """The middle and the width of a place."""

    middle: float
    width: float


def columns(chart: FlowChart, found: Layers, width: float) -> dict[Place, Column]:
    """The column of every place, within ``width`` points."""
    slots = _slots(found, width)
    placed: dict[Place, Column] = {}
    for row in found.rows:
        widths = _widths(chart, row, slots, width)
        wanted = [_wanted(found, place, placed, slots, width) for place in row]
        middles = _apart(wanted, widths, width)
        for place, middle, wide in zip(row, middles, widths, strict=True):
            placed[place] = Column(middle, wide)
    return placed


def _slots(found: Layers, width: float) -> dict[Place, float]:
    """The share of the width that belongs to each place: divided at forks, joined again after."""
    slots: dict[Place, float] = {}
    for row in found.rows:
        for place in row:
            above = found.before(place)
            shares = (slots[one] / len(found.after(one)) for one in above)
            slots[place] = min(width, sum(shares)) if above else width
    return slots


def _widths(
    chart: FlowChart, row: Sequence[Place], slots: Mapping[Place, float], width: float
) -> list[float]:
    passages = sum(isinstance(place, Passage) for place in row)
    boxes = len(row) - passages
    free = width - (len(row) - 1) * GAP - passages * PASSAGE
    share = free / boxes if boxes else 0
    return [
        PASSAGE
        if isinstance(place, Passage)
        else min(WIDEST[chart.node(place).kind], share, max(slots[place] - GAP, _COMFORTABLE))
        for place in row
    ]


def _wanted(
    found: Layers,
    place: Place,
    placed: Mapping[Place, Column],
    slots: Mapping[Place, float],
    width: float,
) -> float:
    """Where the middle of a place would best be: below what leads to it, siblings side by side."""
    above = found.before(place)
    if not above:
        return width / 2
    if len(above) > 1:
        return fmean(placed[one].middle for one in above)
    siblings = found.after(above[0])
    step = slots[above[0]] / len(siblings)
    return placed[above[0]].middle + (siblings.index(place) - (len(siblings) - 1) / 2) * step


def _apart(wanted: Sequence[float], widths: Sequence[float], width: float) -> list[float]:
    """The middles nearest to ``wanted`` (least squares) that keep the places apart and inside."""
    starts, at = [], 0.0
    for wide in widths:
        starts.append(at + wide / 2)
        at += wide + GAP
    spare = width - (at - GAP)
    blocks: list[list[float]] = []
    for want, start in zip(wanted, starts, strict=True):
        blocks.append([want - start])
        while len(blocks) > 1 and fmean(blocks[-2]) > fmean(blocks[-1]):
            last = blocks.pop()
            blocks[-1] += last
    shifts = [fmean(block) for block in blocks for _ in block]
    return [
        start + min(max(shift, 0), max(spare, 0))
        for start, shift in zip(starts, shifts, strict=True)
    ]

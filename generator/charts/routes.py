"""The ways between the boxes: down, across in the channel between two rows, down again.

A way crosses a row only where room was kept for it, so that it never touches another box.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.charts.box import Box
from generator.charts.box_text import SLANT
from generator.charts.columns import Column
from generator.charts.drawing import Point
from generator.charts.flow_chart import FlowChart, NodeKind
from generator.charts.layers import Layers, Place, Route

HEAD = 6.0
"""The height of an arrow's head."""
_PLAIN, _ANSWERED = 12.0, 21.0
"""The least height of a channel: plain, and where an answer stands in it."""
_TRACK = 5.0
"""Between two lines across in one channel."""
_FROM_TOP, _ANSWER_FROM_TOP = 4.0, 13.0
_PORT_SHARE = 0.25
_STRAIGHT = 0.01


@dataclass(frozen=True)
class Arrow:
    """A way as a line with an arrow's head at its end; ``answer`` stands at its beginning."""

    source: str
    target: str
    answer: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class _Step:
    """A route's way through one channel, from one x to another."""

    route: Route
    begin: float
    end: float

    @property
    def across(self) -> bool:
        return abs(self.begin - self.end) > _STRAIGHT


def channel_heights(chart: FlowChart, found: Layers, placed: Mapping[Place, Column]) -> list[float]:
    """The least height of the channel below each row but the last."""
    heights = []
    for row in range(len(found.rows) - 1):
        steps = _steps(chart, found, placed, row)
        answered = any(step.route.answer and _begins(step, found, row) for step in steps)
        tracks = max(_tracks(steps, row).values(), default=-1) + 1
        heights.append((_ANSWERED if answered else _PLAIN) + max(0, tracks - 1) * _TRACK)
    return heights


def arrows(
    chart: FlowChart,
    found: Layers,
    placed: Mapping[Place, Column],
    boxes: Mapping[str, Box],
    tops: Sequence[float],
    tall: Sequence[float],
) -> tuple[Arrow, ...]:
    """Every way of the chart."""
    lines: dict[Route, list[Point]] = {route: [] for route in found.routes}
    for row in range(len(found.rows) - 1):
        steps = _steps(chart, found, placed, row)
        tracks = _tracks(steps, row)
        answered = any(step.route.answer and _begins(step, found, row) for step in steps)
        first = tops[row] + tall[row] + (_ANSWER_FROM_TOP if answered else _FROM_TOP)
        for step in steps:
            y = first + tracks.get(step, 0) * _TRACK
            begin = boxes[step.route.source].bottom
            line = lines[step.route]
            if not line:
                line.append((step.begin, begin))
            if step.across:
                line += [(step.begin, y), (step.end, y)]
    return tuple(
        Arrow(
            route.source,
            route.target,
            route.answer,
            (*line, (_end(route, placed), boxes[route.target].top)),
        )
        for route, line in lines.items()
    )


def _end(route: Route, placed: Mapping[Place, Column]) -> float:
    return placed[route.target].middle


def _begins(step: _Step, found: Layers, row: int) -> bool:
    return step.route.source in found.rows[row]


def _steps(
    chart: FlowChart, found: Layers, placed: Mapping[Place, Column], row: int
) -> list[_Step]:
    """Every route's way through the channel below ``row``."""
    steps = []
    for route in found.routes:
        for here, there in zip(route.places, route.places[1:], strict=False):
            if here in found.rows[row]:
                begin = _port(chart, found, placed, route) if here == route.source else None
                middle = placed[here].middle if begin is None else begin
                steps.append(_Step(route, middle, placed[there].middle))
    return steps


def _port(chart: FlowChart, found: Layers, placed: Mapping[Place, Column], route: Route) -> float:
    """Where a way leaves its box: in the middle, or at a side for each answer of a decision."""
    source = placed[route.source]
    if chart.node(route.source).kind is not NodeKind.DECISION:
        return source.middle
    half = source.width / 2 - SLANT
    rivals = [one for one in found.routes if one.source == route.source and one is not route]
    target, others = (
        placed[route.places[1]].middle,
        [placed[one.places[1]].middle for one in rivals],
    )
    if abs(target - source.middle) < half and all(abs(one - target) > half / 2 for one in others):
        return target
    side = 1 if all(target > one for one in others) else -1
    return source.middle + side * source.width * _PORT_SHARE


def _tracks(steps: Iterable[_Step], row: int) -> dict[_Step, int]:
    """The track of each line across: those of one fork or one meeting share theirs."""
    groups: dict[tuple[str, object], list[_Step]] = {}
    across = [step for step in steps if step.across]
    for step in across:
        groups.setdefault(_group(step, across), []).append(step)
    ordered = sorted(groups.values(), key=lambda group: (_span(group), group[0].route.source))
    tracks: dict[_Step, int] = {}
    spans: list[list[tuple[float, float]]] = []
    for group in ordered:
        left, right = _span(group)
        track = next(
            (
                at
                for at, taken in enumerate(spans)
                if all(right + _TRACK < begin or end + _TRACK < left for begin, end in taken)
            ),
            len(spans),
        )
        if track == len(spans):
            spans.append([])
        spans[track].append((left, right))
        tracks |= dict.fromkeys(group, track)
    return tracks


def _group(step: _Step, across: Sequence[_Step]) -> tuple[str, object]:
    meeting = sum(one.end == step.end for one in across) > 1
    return ("to", step.end) if meeting else ("from", (step.route.source, step.begin))


def _span(group: Sequence[_Step]) -> tuple[float, float]:
    ends = [x for step in group for x in (step.begin, step.end)]
    return min(ends), max(ends)

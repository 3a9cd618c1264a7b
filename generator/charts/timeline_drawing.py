"""Draws the timeline of a review: months across, a numbered mark a milestone, today marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import cos, pi, sin

from generator.charts.colours import INK, PAPER, readable
from generator.charts.drawing import Drawing, Label, Mark, Point, Shape, Stroke, rectangle
from generator.charts.font import ASCENT, LINE_HEIGHT, text_width
from generator.charts.milestones import Milestone, Standing
from generator.context.printed import MONTHS, DateText

SIZE = 9.0
"""Of the letters, in points."""
ROW = 12.0
_MARK = 4.0
_AXIS = 30.0
_FOOT = 20.0
_GAP = 4.0
_LEAST_MONTH = 34.0
"""The least distance of two months' names."""
_ROUND = 24
_OPEN = (Standing.DUE, Standing.AGREED, Standing.RUNNING)
_LINE = "#b4bcc8"
_SHORT = 3


@dataclass(frozen=True)
class _Axis:
    """Days across the drawing, from ``left`` to ``right``."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day is."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return self.left + share * (self.right - self.left)

    def months(self) -> list[date]:
        """The first days of the months that are named: all, or every second, third or sixth."""
        firsts = [self.first]
        while (following := _next_month(firsts[-1])) < self.last:
            firsts.append(following)
        room = (self.right - self.left) / max(len(firsts), 1)
        every = next(n for n in (1, 2, 3, 6, 12, 24, 60) if room * n >= _LEAST_MONTH or n == 60)
        return [day for day in firsts if (day.month - 1 + 12 * day.year) % every == 0]


@dataclass(frozen=True)
class _Placed:
    """A milestone in its lane: its mark at ``x``, its words from ``left``."""

    milestone: Milestone
    words: str
    x: float
    left: float
    lane: int


def timeline_drawing(
    milestones: Sequence[Milestone], as_of: date, width: float, accent: str
) -> Drawing:
    """The drawing of dated milestones, numbered in their order, ``width`` points wide."""
    line = readable(accent)
    axis = _axis(milestones, as_of, width)
    placed = _in_lanes(axis, milestones, width)
    lanes = max((one.lane for one in placed), default=-1) + 1
    bottom = _AXIS + lanes * ROW + _GAP
    marks: list[Mark] = [*_months(axis, bottom)]
    marks += _today(axis.x(as_of), as_of, bottom, width, line)
    for one in placed:
        middle = _AXIS + _GAP / 2 + (one.lane + 0.5) * ROW
        marks += _words(one, middle)
        marks += _mark(one.x, middle, one.milestone.standing, line)
    marks += _legend(bottom + _FOOT / 2, line)
    return Drawing(width, bottom + _FOOT, tuple(marks))


def described(milestones: Sequence[Milestone], as_of: date) -> str:
    """What the drawing shows, in words."""
    counts = {
        standing: sum(one.standing is standing for one in milestones) for standing in Standing
    }
    counted = ", ".join(f"{count} {standing}" for standing, count in counts.items() if count)
    if not milestones:
        return f"Timeline of the review on {DateText(as_of)}: no milestone has a day yet."
    first, last = DateText(milestones[0].on), DateText(milestones[-1].on)
    return (
        f"Timeline of the review on {DateText(as_of)}, from {first} to {last}: "
        f"{len(milestones)} milestones ({counted}). The table after it says the same."
    )


def _axis(milestones: Sequence[Milestone], as_of: date, width: float) -> _Axis:
    days = [as_of, *(one.on for one in milestones)]
    first = min(days).replace(day=1)
    return _Axis(first, _next_month(max(days)), _MARK, width - _MARK)


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)


def _months(axis: _Axis, bottom: float) -> Iterator[Mark]:
    for day in axis.months():
        x = axis.x(day)
        yield Stroke(((x, _AXIS - 4), (x, bottom)), _LINE, 0.5)
        text = f"{MONTHS[day.month - 1][:_SHORT]} {day.year % 100:02d}"
        if x + 2 + text_width(text, SIZE) <= axis.right:
            yield Label(text, x + 2, _AXIS - 6, SIZE, INK, PAPER)
    yield Stroke(((axis.left, _AXIS), (axis.right, _AXIS)), _LINE, 1)


def _in_lanes(axis: _Axis, milestones: Sequence[Milestone], width: float) -> list[_Placed]:
    """Each milestone in the uppermost lane in which it touches no other."""
    placed: list[_Placed] = []
    ends: list[list[tuple[float, float]]] = []
    for number, milestone in enumerate(milestones, start=1):
        words = _label(number, milestone)
        x, wide = axis.x(milestone.on), text_width(words, SIZE)
        left = x + _MARK + _GAP
        if left + wide > width:
            left = x - _MARK - _GAP - wide
        begin, end = min(left, x - _MARK) - _GAP, max(left + wide, x + _MARK) + _GAP
        lane = next(
            (at for at, taken in enumerate(ends) if all(end < b or e < begin for b, e in taken)),
            len(ends),
        )
        if lane == len(ends):
            ends.append([])
        ends[lane].append((begin, end))
        placed.append(_Placed(milestone, words, x, left, lane))
    return placed


def _label(number: int, milestone: Milestone) -> str:
    """The number, the day, and how it stands unless it is simply done."""
    day = f"{milestone.on.day} {MONTHS[milestone.on.month - 1][:_SHORT]}"
    done = milestone.standing is Standing.DONE
    return f"{number}: {day}" if done else f"{number}: {day}, {milestone.standing}"


def _base(middle: float) -> float:
    """The base line of text whose line is centred on ``middle``."""
    return middle - SIZE * LINE_HEIGHT / 2 + SIZE * (LINE_HEIGHT - 1) / 2 + SIZE * ASCENT


def _today(x: float, as_of: date, bottom: float, width: float, line: str) -> Iterator[Mark]:
    text = f"Today, {DateText(as_of)}"
    wide = text_width(text, SIZE, bold=True)
    yield Stroke(((x, 12), (x, bottom)), line, 1.5, dash=3)
    left = min(max(x - wide / 2, 0), width - wide)
    yield Label(text, left, SIZE, SIZE, INK, PAPER, bold=True)


def _words(one: _Placed, middle: float) -> Iterator[Mark]:
    """The words on a ground of their own, so that no line crosses them."""
    wide = text_width(one.words, SIZE)
    yield rectangle(
        one.left - 1, middle - ROW / 2 + 1, wide + 2, ROW - 2, fill=PAPER, edge=PAPER, line=0.25
    )
    yield Label(one.words, one.left, _base(middle), SIZE, INK, PAPER)


def _mark(x: float, y: float, standing: Standing, line: str) -> Iterator[Mark]:
    """A filled circle is done, an open one due; a triangle is overdue; others have their own."""
    match standing:
        case Standing.OVERDUE:
            points: tuple[Point, ...] = (
                (x, y - _MARK - 0.5), (x + _MARK + 0.5, y + _MARK), (x - _MARK - 0.5, y + _MARK),
            )  # fmt: skip
        case Standing.AGREED:
            points = ((x, y - _MARK - 1), (x + _MARK + 1, y), (x, y + _MARK + 1),
                      (x - _MARK - 1, y))  # fmt: skip
        case Standing.RUNNING:
            half = _MARK - 0.5
            points = ((x - half, y - half), (x + half, y - half), (x + half, y + half),
                      (x - half, y + half))  # fmt: skip
        case _:
            points = tuple(
                (x + _MARK * cos(2 * pi * n / _ROUND), y + _MARK * sin(2 * pi * n / _ROUND))
                for n in range(_ROUND)
            )
    yield Shape(points, PAPER if standing in _OPEN else line, line, 1.25)
    if standing is Standing.LATE:
        yield Stroke(((x - _MARK / 2, y), (x + _MARK / 2, y)), PAPER, 1.25)


def _legend(middle: float, line: str) -> Iterator[Mark]:
    x = 0.0
    for standing in Standing:
        yield from _mark(x + _MARK + 1, middle, standing, line)
        left = x + 2 * _MARK + _GAP + 1
        yield Label(str(standing), left, _base(middle), SIZE, INK, PAPER)
        x = left + text_width(str(standing), SIZE) + 4 * _GAP

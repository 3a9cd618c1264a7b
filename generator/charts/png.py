"""A drawing as PNG for Word, sharp in print: the same bytes for the same drawing."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise
from math import hypot

from PIL import Image, ImageDraw

from generator.charts.colours import PAPER
from generator.charts.drawing import Drawing, Label, Mark, Point, Rounded, Shape, Stroke
from generator.charts.font import DOTS_PER_POINT, font

_POINTS_PER_INCH = 72


def as_png(drawing: Drawing) -> bytes:
    """The drawing at ``DOTS_PER_POINT``."""
    size = (round(drawing.width * DOTS_PER_POINT), round(drawing.height * DOTS_PER_POINT))
    image = Image.new("RGB", size, PAPER)
    canvas = ImageDraw.Draw(image)
    for mark in drawing.marks:
        _paint(canvas, mark)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", dpi=(_POINTS_PER_INCH * DOTS_PER_POINT,) * 2)
    return buffer.getvalue()


def _paint(canvas: ImageDraw.ImageDraw, mark: Mark) -> None:
    match mark:
        case Shape():
            canvas.polygon([_dot(point) for point in mark.points], fill=mark.fill)
            _line(canvas, (*mark.points, mark.points[0]), mark.edge, mark.edge_width)
        case Rounded():
            corners = [
                _dot((mark.left, mark.top)),
                _dot((mark.left + mark.width, mark.top + mark.height)),
            ]
            canvas.rounded_rectangle(
                corners, mark.radius * DOTS_PER_POINT, mark.fill, mark.edge, _dots(mark.edge_width)
            )
        case Stroke():
            for piece in _dashes(mark):
                _line(canvas, piece, mark.colour, mark.width)
        case Label():
            canvas.text(
                _dot((mark.left, mark.base)),
                mark.text,
                fill=mark.colour,
                font=font(mark.size, mark.bold),
                anchor="ls",
            )


def _line(
    canvas: ImageDraw.ImageDraw, points: tuple[Point, ...], colour: str, width: float
) -> None:
    """A line; what is upright or level is filled dot by dot, so that neighbours meet exactly."""
    dots = _dots(width)
    for begin, end in pairwise(points):
        (left, top), (right, bottom) = sorted((_dot(begin), _dot(end)))
        if left == right or top == bottom:
            top, bottom = sorted((top, bottom))
            before, after = dots // 2, (dots - 1) // 2
            canvas.rectangle(
                (left - before, top - before, right + after, bottom + after), fill=colour
            )
        else:
            canvas.line((left, top, right, bottom), fill=colour, width=dots)


def _dashes(stroke: Stroke) -> Iterator[tuple[Point, ...]]:
    """The pieces of a line that are drawn: all of it, or its dashes."""
    if not stroke.dash:
        yield stroke.points
        return
    for (x, y), (to_x, to_y) in pairwise(stroke.points):
        length = hypot(to_x - x, to_y - y)
        count = max(1, round(length / (2 * stroke.dash)))
        for number in range(count):
            begin, end = number / count, (number + 0.5) / count
            yield (
                (x + (to_x - x) * begin, y + (to_y - y) * begin),
                (x + (to_x - x) * end, y + (to_y - y) * end),
            )


def _dot(point: Point) -> tuple[int, int]:
    return round(point[0] * DOTS_PER_POINT), round(point[1] * DOTS_PER_POINT)


def _dots(width: float) -> int:
    return max(1, round(width * DOTS_PER_POINT))

"""What a drawing is made of: shapes, lines and lines of text, in points from the top left."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class Shape:
    """A closed outline, filled and edged."""

    points: tuple[Point, ...]
    fill: str
    edge: str
    edge_width: float = 1


@dataclass(frozen=True)
class Rounded:
    """A rectangle with round corners."""

    left: float
    top: float
    width: float
    height: float
    radius: float
    fill: str
    edge: str
    edge_width: float = 1


@dataclass(frozen=True)
class Stroke:
    """An open line through some points; ``dash`` is the length of its dashes, 0 for none."""

    points: tuple[Point, ...]
    colour: str
    width: float = 1
    dash: float = 0


@dataclass(frozen=True)
class Label:
    """One line of text; ``left`` and ``base`` are where its base line begins."""

    text: str
    left: float
    base: float
    size: float
    colour: str
    on: str
    """The colour it stands on."""
    bold: bool = False


Mark = Shape | Rounded | Stroke | Label


@dataclass(frozen=True)
class Drawing:
    """A picture of ``width`` by ``height`` points; later marks lie over earlier ones."""

    width: float
    height: float
    marks: tuple[Mark, ...]


def rectangle(
    left: float, top: float, width: float, height: float, *, fill: str, edge: str, line: float = 1
) -> Shape:
    """A rectangle, as a shape."""
    right, bottom = left + width, top + height
    return Shape(((left, top), (right, top), (right, bottom), (left, bottom)), fill, edge, line)

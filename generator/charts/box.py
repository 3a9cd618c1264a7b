"""A box of a flow chart in its place on the page."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts.box_text import BoxText
from generator.charts.flow_chart import Node


@dataclass(frozen=True)
class Box:
    """A box in its place, with its text."""

    node: Node
    left: float
    top: float
    width: float
    height: float
    text: BoxText

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

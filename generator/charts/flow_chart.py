"""A flow chart of a procedure, in its own words, before anything of it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NodeKind(StrEnum):
    """What a box of a flow chart is; each kind has a shape of its own."""

    START = "start"
    """What sets everything going."""
    STEP = "step"
    """Someone does something."""
    DECISION = "decision"
    """A question that is answered with yes or no."""
    END = "end"
    """Where the chart stops or another one begins."""


@dataclass(frozen=True)
class Way:
    """Where it goes on; ``answer`` is "Yes" or "No" after a decision, else empty."""

    to: str
    answer: str = ""


@dataclass(frozen=True)
class Node:
    """One box: who does what. ``points`` is a short list that belongs to the text."""

    id: str
    kind: NodeKind
    text: str
    actor: str
    points: tuple[str, ...]
    ways: tuple[Way, ...]

    @property
    def whole_text(self) -> str:
        """The text with its points, in one sentence."""
        if not self.points:
            return self.text
        return f"{self.text} {'; '.join(self.points)}"


@dataclass(frozen=True)
class Bracket:
    """A time limit over all boxes from ``first`` to ``last``."""

    text: str
    first: str
    last: str


@dataclass(frozen=True)
class FlowChart:
    """The boxes in the order of the text, the brackets, and where the source has the chart."""

    id: str
    title: str
    citation: str
    nodes: tuple[Node, ...]
    brackets: tuple[Bracket, ...]
    note: str = ""

    def node(self, node_id: str) -> Node:
        """The box ``node_id``."""
        return next(node for node in self.nodes if node.id == node_id)

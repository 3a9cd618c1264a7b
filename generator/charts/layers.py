"""The rows of a flow chart: every way leads downwards, and room is kept for those that are long.

After K. Sugiyama, S. Tagawa and M. Toda, Methods for visual understanding of hierarchical system
structures (1981): layers by longest path, places held where a way passes a layer, and an order
in each layer that keeps the ways apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from graphlib import TopologicalSorter
from statistics import fmean

from generator.charts.flow_chart import FlowChart


@dataclass(frozen=True)
class Passage:
    """The place where the way ``source`` to ``target`` passes a row of boxes."""

    source: str
    target: str
    row: int


Place = str | Passage
"""A box by its id, or a passage."""


@dataclass(frozen=True)
class Route:
    """One way of the chart with every place it goes through, one to a row."""

    places: tuple[Place, ...]
    answer: str

    @property
    def source(self) -> str:
        """The box it begins at."""
        return str(self.places[0])

    @property
    def target(self) -> str:
        """The box it ends at."""
        return str(self.places[-1])


@dataclass(frozen=True)
class Layers:
    """The places of each row from left to right, and the routes between them."""

    rows: tuple[tuple[Place, ...], ...]
    routes: tuple[Route, ...]

    def before(self, place: Place) -> tuple[Place, ...]:
        """The places one row up from which a way leads to ``place``, each once."""
        found = (
            route.places[at - 1]
            for route in self.routes
            for at, one in enumerate(route.places)
            if at and one == place
        )
        return tuple(dict.fromkeys(found))

    def after(self, place: Place) -> tuple[Place, ...]:
        """The places one row down to which a way leads from ``place``, each once."""
        found = (
            route.places[at + 1]
            for route in self.routes
            for at, one in enumerate(route.places[:-1])
            if one == place
        )
        return tuple(dict.fromkeys(found))


def layers(chart: FlowChart) -> Layers:
    """The rows of a sound chart (see ``chart_faults``)."""
    row_of = _rows(chart)
    routes = tuple(
        Route(_places(node.id, way.to, row_of), way.answer)
        for node in chart.nodes
        for way in node.ways
    )
    rows: list[list[Place]] = [[] for _ in range(max(row_of.values()) + 1)]
    for node in chart.nodes:
        rows[row_of[node.id]].append(node.id)
    for route in routes:
        for place in route.places:
            if isinstance(place, Passage):
                rows[place.row].append(place)
    return _in_order(Layers(tuple(map(tuple, rows)), routes))


def _rows(chart: FlowChart) -> dict[str, int]:
    """The row of each box: one below the lowest box that leads to it."""
    before: dict[str, list[str]] = {node.id: [] for node in chart.nodes}
    for node in chart.nodes:
        for way in node.ways:
            before[way.to].append(node.id)
    row_of: dict[str, int] = {}
    for node_id in TopologicalSorter(before).static_order():
        row_of[node_id] = 1 + max((row_of[one] for one in before[node_id]), default=-1)
    return row_of


def _places(source: str, target: str, row_of: dict[str, int]) -> tuple[Place, ...]:
    between = range(row_of[source] + 1, row_of[target])
    return (source, *(Passage(source, target, row) for row in between), target)


def _in_order(found: Layers) -> Layers:
    """Each row in the order of the places above it; those of one place in the order of its ways."""
    rows = [found.rows[0]]
    for row in found.rows[1:]:
        position = {place: at for at, place in enumerate(rows[-1])}
        keys = {}
        for place in row:
            above = found.before(place)
            siblings = found.after(above[0])
            keys[place] = (
                fmean(position[one] for one in above),
                siblings.index(place) / len(siblings),
            )
        rows.append(tuple(sorted(row, key=lambda place: keys[place])))
    return Layers(tuple(rows), found.routes)

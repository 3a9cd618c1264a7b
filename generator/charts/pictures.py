"""The pictures of one document, each drawn when a template first asks for it by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from casework.deadlines import deadlines
from generator.charts.chart_file import chart_ids, chart_procedures, load_chart
from generator.charts.drawing import Drawing
from generator.charts.flow_drawing import flow_drawing
from generator.charts.in_words import description
from generator.charts.layout import lay_out
from generator.charts.milestones import milestones
from generator.charts.png import as_png
from generator.charts.timeline_drawing import described, timeline_drawing
from generator.word.pictures import DrawnPicture

if TYPE_CHECKING:
    from casework.load import OpenCase

TIMELINE = "review-timeline"
"""The name of the timeline's picture."""
CHART_WIDTH, CHART_HEIGHT = 499.0, 664.0
"""The room on a page of the layout "chart", below its title; in points."""


class CasePictures(Mapping[str, DrawnPicture]):
    """What can be drawn for a case on a day: the procedure's flow charts, and the timeline."""

    def __init__(self, open_case: OpenCase, as_of: date) -> None:
        """Nothing is drawn yet."""
        procedure, accent = open_case.procedure, open_case.board.accent_colour
        self._draw: dict[str, Callable[[], DrawnPicture]] = {
            chart_id: partial(_flow_chart, chart_id, procedure.id, accent)
            for chart_id in chart_ids()
            if procedure.id in chart_procedures(chart_id)
        }
        self._draw[TIMELINE] = partial(_timeline, open_case, as_of)
        self._drawn: dict[str, DrawnPicture] = {}

    def __getitem__(self, name: str) -> DrawnPicture:
        if name not in self._drawn:
            self._drawn[name] = self._draw[name]()
        return self._drawn[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._draw)

    def __len__(self) -> int:
        return len(self._draw)


def _flow_chart(chart_id: str, procedure_id: str, accent: str) -> DrawnPicture:
    chart = load_chart(chart_id, procedure_id)
    layout = lay_out(chart, CHART_WIDTH, CHART_HEIGHT)
    return _drawn(flow_drawing(layout, accent), description(chart))


def _timeline(open_case: OpenCase, as_of: date) -> DrawnPicture:
    case, procedure = open_case.case, open_case.procedure
    dated = milestones(case, procedure, deadlines(case, procedure, as_of), as_of).dated
    drawing = timeline_drawing(dated, as_of, CHART_WIDTH, open_case.board.accent_colour)
    return _drawn(drawing, described(dated, as_of))


def _drawn(drawing: Drawing, words: str) -> DrawnPicture:
    return DrawnPicture(as_png(drawing), drawing.width, drawing.height, words)

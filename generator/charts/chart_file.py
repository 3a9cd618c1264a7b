"""Reads a flow chart from its file in ``templates/charts`` for one procedure.

The file holds every procedure's version: an entry with ``only`` is there for those procedures
alone. Texts take the procedure's vocabulary (``{words.panel}``) and its limits
(``{limit.T32}``), so that the chart speaks its language and holds no number of its own; short
names of who acts stand in the file itself (``{name.chair}``).
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError

from casework.model.base import Id, Record, Text
from casework.procedure import Procedure
from casework.procedure_file import load_procedure
from generator.charts.chart_faults import faults
from generator.charts.chart_words import ChartWords
from generator.charts.flow_chart import Bracket, FlowChart, Node, NodeKind, Way
from generator.templates import templates_folder
from redaction.errors import Problem, TemplateError


class _Entry(Record):
    """What stands in the chart of every procedure, or of those alone that ``only`` names."""

    only: list[Id] = []

    def only_for(self, procedure_id: str) -> bool:
        """Whether the chart of this procedure has it."""
        return not self.only or procedure_id in self.only


class _NodeEntry(_Entry):
    """One ``[[node]]``; ``next`` names the boxes that follow, ``yes`` and ``no`` the answers."""

    id: Id
    kind: NodeKind = NodeKind.STEP
    text: Text
    actor: str = ""
    points: list[Text] = []
    next: list[Id] = []
    yes: str = ""
    no: str = ""

    def said(self, words: ChartWords) -> Node:
        """The box in the procedure's words."""
        answers = (Way(self.yes, "Yes"), Way(self.no, "No"))
        return Node(
            id=self.id,
            kind=self.kind,
            text=words.said(self.text),
            actor=words.said(self.actor),
            points=tuple(words.filled(point) for point in self.points),
            ways=(*(way for way in answers if way.to), *(Way(one) for one in self.next)),
        )


class _BracketEntry(_Entry):
    """One ``[[bracket]]``: the limit of ``rule`` over the boxes from ``first`` to ``last``.

    ``label`` says of what the limit is.
    """

    rule: Text
    label: str = ""
    first: Id
    last: Id

    def said(self, words: ChartWords) -> Bracket:
        """The bracket in the procedure's words."""
        text = words.filled(f"{self.label} {words.limit(self.rule)}".strip())
        return Bracket(text, self.first, self.last)


class _ChartFile(Record):
    """The whole file, by procedure: ``citation`` says where its document has the chart.

    ``name`` holds short names of who acts, ``note`` what stands below the chart.
    """

    id: Id
    title: Text
    citation: dict[Id, Text]
    name: dict[Id, dict[str, Text]] = {}
    note: dict[Id, Text] = {}
    node: list[_NodeEntry] = Field(min_length=1)
    bracket: list[_BracketEntry] = []


def charts_folder() -> Path:
    """Where the charts' files are."""
    return templates_folder() / "charts"


@cache
def chart_ids() -> tuple[str, ...]:
    """The ids of the flow charts, sorted."""
    return tuple(sorted(path.stem for path in charts_folder().glob("*.toml")))


@cache
def chart_procedures(chart_id: str) -> tuple[str, ...]:
    """The procedures whose document has this chart."""
    return tuple(_chart_file(charts_folder() / f"{chart_id}.toml").citation)


@cache
def load_chart(chart_id: str, procedure_id: str) -> FlowChart:
    """The chart in the words of one of the procedures that come with the program.

    Raises TemplateError with every fault of the file, or where the procedure has no such chart.
    """
    return read_chart(charts_folder() / f"{chart_id}.toml", load_procedure(procedure_id))


def read_chart(path: Path, procedure: Procedure) -> FlowChart:
    """The chart in the file ``path`` for ``procedure``; TemplateError lists every fault."""
    found = _chart_file(path)
    if procedure.id not in found.citation:
        raise TemplateError.because(
            path.name, f"the procedure {procedure.id} has no such chart", "Choose another document"
        )
    words = ChartWords(procedure, found.name.get(procedure.id, {}))
    chart = FlowChart(
        id=found.id,
        title=words.said(found.title),
        citation=f"{procedure.title}, {found.citation[procedure.id]}",
        nodes=tuple(entry.said(words) for entry in found.node if entry.only_for(procedure.id)),
        brackets=tuple(
            entry.said(words) for entry in found.bracket if entry.only_for(procedure.id)
        ),
        note=words.said(found.note.get(procedure.id, "")),
    )
    problems = [*words.unknown, *faults(chart)]
    if problems:
        raise TemplateError(Problem(path.name, what) for what in dict.fromkeys(problems))
    return chart


def _chart_file(path: Path) -> _ChartFile:
    try:
        found = _ChartFile.model_validate(tomllib.loads(path.read_text("utf-8")))
    except OSError as error:
        raise TemplateError.because(path.name, "there is no such chart") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TemplateError.because(path.name, str(error)) from error
    except ValidationError as error:
        raise TemplateError(
            Problem(f"{path.name}, {'.'.join(str(step) for step in fault['loc'])}", fault["msg"])
            for fault in error.errors()
        ) from error
    if found.id != path.stem:
        raise TemplateError.because(path.name, f'has the id "{found.id}"', "Use the file's name")
    return found

"""A flow chart as a numbered list of steps, for all who can't see it or would rather read."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts.flow_chart import FlowChart, Node, NodeKind
from generator.context.printed import sentence


@dataclass(frozen=True)
class StepInWords:
    """One step: its number, what is done, by whom (or nothing), and where it goes on."""

    number: int
    text: str
    actor: str
    onward: str
    """ "Go to 4." or "If yes: go to 4; if no: go to 7."; empty where the next step follows."""


def in_words(chart: FlowChart) -> tuple[StepInWords, ...]:
    """Every box of the chart, in the order of its file."""
    number_of = {node.id: number for number, node in enumerate(chart.nodes, start=1)}
    return tuple(
        StepInWords(
            number_of[node.id], _ended(node.whole_text), node.actor, _onward(node, number_of)
        )
        for node in chart.nodes
    )


def limits(chart: FlowChart) -> tuple[str, ...]:
    """The time limit of each bracket: "Steps 4 to 9: normally within 1 month."."""
    number_of = {node.id: number for number, node in enumerate(chart.nodes, start=1)}
    return tuple(
        f"Steps {number_of[one.first]} to {number_of[one.last]}: {one.text}."
        for one in chart.brackets
    )


def description(chart: FlowChart) -> str:
    """What the picture shows, in a few sentences, for its alternative text."""
    ends = [node.text.rstrip(":") for node in chart.nodes if node.kind is NodeKind.END]
    questions = [node.text for node in chart.nodes if node.kind is NodeKind.DECISION]
    parts = (
        f"Flow chart “{chart.title}” in {len(chart.nodes)} steps, from “{chart.nodes[0].text}” "
        f"to “{'” or “'.join(ends)}”.",
        *(f"It asks: {question}" for question in questions),
        *limits(chart),
        "The steps stand in words after the chart.",
    )
    return " ".join(parts)


def _ended(text: str) -> str:
    """The text with a full stop, unless it ends with a mark of its own."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _onward(node: Node, number_of: dict[str, int]) -> str:
    ways = [(way.answer, number_of[way.to]) for way in node.ways]
    if not ways:
        return ""
    if ways[0][0]:
        answers = (f"if {answer.lower()}: go to {number}" for answer, number in ways)
        return sentence("; ".join(answers)) + "."
    if [number for _, number in ways] == [number_of[node.id] + 1]:
        return ""
    return f"Go to {' and '.join(str(number) for _, number in ways)}."

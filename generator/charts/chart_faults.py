"""What is wrong with a flow chart before anyone draws it: ways that lead nowhere, and the like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from generator.charts.flow_chart import FlowChart, Node, NodeKind


def faults(chart: FlowChart) -> list[str]:
    """Every fault of the chart, in words; empty where it is sound."""
    found = [*_unknown_boxes(chart)]
    if found:
        return found
    return [*_wrong_kinds(chart), *_circles(chart), *_unreachable(chart)]


def _unknown_boxes(chart: FlowChart) -> Iterator[str]:
    times = Counter(node.id for node in chart.nodes)
    for node_id, count in times.items():
        if count > 1:
            yield f"the box “{node_id}” is there {count} times"
    for node in chart.nodes:
        for way in node.ways:
            if way.to not in times:
                yield f"the box “{node.id}” leads to “{way.to}”, which is not there"
    for bracket in chart.brackets:
        for end in (bracket.first, bracket.last):
            if end not in times:
                yield f"a bracket begins or ends at “{end}”, which is not there"


def _wrong_kinds(chart: FlowChart) -> Iterator[str]:
    starts = [node.id for node in chart.nodes if node.kind is NodeKind.START]
    if starts != [chart.nodes[0].id]:
        yield "the first box, and no other, must be the start"
    for node in chart.nodes:
        if not _ways_fit(node):
            yield f"the box “{node.id}” is a {node.kind}, which its ways on do not fit"


def _ways_fit(node: Node) -> bool:
    answers = [way.answer for way in node.ways]
    match node.kind:
        case NodeKind.DECISION:
            return answers == ["Yes", "No"]
        case NodeKind.END:
            return not answers
        case _:
            return bool(answers) and not any(answers)


def _circles(chart: FlowChart) -> Iterator[str]:
    sorter = TopologicalSorter({node.id: [way.to for way in node.ways] for node in chart.nodes})
    try:
        sorter.prepare()
    except CycleError as error:
        yield f"the boxes lead round in a circle: {', '.join(error.args[1])}"


def _unreachable(chart: FlowChart) -> Iterator[str]:
    reached = {chart.nodes[0].id}
    waiting = [chart.nodes[0].id]
    while waiting:
        following = {way.to for way in chart.node(waiting.pop()).ways} - reached
        reached |= following
        waiting += sorted(following)
    for node in chart.nodes:
        if node.id not in reached:
            yield f"no way leads to the box “{node.id}”"

"""Flow charts on the page: nothing overlaps, nothing is crossed, everything can be read."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.procedure_file import procedure_ids
from generator.charts.box import Box
from generator.charts.chart_file import chart_ids, chart_procedures, load_chart
from generator.charts.flow_chart import Bracket, FlowChart, Node, NodeKind, Way
from generator.charts.font import LINE_HEIGHT, text_width
from generator.charts.layout import SIZES, ChartLayout, lay_out
from generator.charts.pictures import CHART_HEIGHT, CHART_WIDTH
from generator.charts.routes import Arrow
from redaction.errors import TemplateError

CHARTS = [
    (chart_id, procedure)
    for chart_id in chart_ids()
    for procedure in chart_procedures(chart_id)
    if procedure in procedure_ids()
]
LEAST_SIZE = 9
"""Points; the charts are printed at their own size."""
SLACK = 0.01
WIDE = 1_500
"""Points: room for every box of any chart below in one row."""


def crossed(arrow: Arrow, box: Box) -> bool:
    """Whether a piece of the way runs through the inside of the box."""
    for (x, y), (to_x, to_y) in pairwise(arrow.points):
        left, right = sorted((x, to_x))
        top, bottom = sorted((y, to_y))
        if (
            right > box.left + SLACK
            and left < box.right - SLACK
            and bottom > box.top + SLACK
            and top < box.bottom - SLACK
        ):
            return True
    return False


def overlapping(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


def check(layout: ChartLayout) -> None:
    """Every rule of a laid-out chart."""
    boxes = {box.node.id: box for box in layout.boxes}
    assert [pair for pair in combinations(layout.boxes, 2) if overlapping(*pair)] == []
    for arrow in layout.arrows:
        assert [box.node.id for box in layout.boxes if crossed(arrow, box)] == []
        (x, y), (end_x, end_y) = arrow.points[0], arrow.points[-1]
        source, target = boxes[arrow.source], boxes[arrow.target]
        assert source.left < x < source.right
        assert y == pytest.approx(source.bottom)
        assert target.left < end_x < target.right
        assert end_y == pytest.approx(target.top)
        assert all(a == c or b == d for (a, b), (c, d) in pairwise(arrow.points))
        assert all(b <= d + SLACK for (_, b), (_, d) in pairwise(arrow.points))
    for box in layout.boxes:
        assert box.left >= -SLACK
        assert box.right <= layout.width + SLACK
        assert box.bottom <= layout.height
        check_text(box, layout.size)


def check_text(box: Box, size: float) -> None:
    """The lines lie inside their box, one below the other."""
    for line in box.text.lines:
        assert line.left >= 0
        assert line.left + text_width(line.text, size, bold=line.bold) <= box.width + SLACK
        assert size * 0.7 <= line.base <= box.height
    bases = [line.base for line in box.text.lines if not line.bold]
    steps = [after - before for before, after in pairwise(bases)]
    assert all(step == pytest.approx(size * LINE_HEIGHT) for step in steps)


@pytest.mark.parametrize(("chart_id", "procedure"), CHARTS)
def test_a_chart_fits_its_page_and_crosses_nothing(chart_id: str, procedure: str) -> None:
    """For every procedure, in letters that can be read."""
    layout = lay_out(load_chart(chart_id, procedure), CHART_WIDTH, CHART_HEIGHT)
    check(layout)
    assert layout.height <= CHART_HEIGHT
    assert layout.size >= LEAST_SIZE


@pytest.mark.parametrize(("chart_id", "procedure"), CHARTS)
def test_brackets_span_their_steps_and_keep_apart(chart_id: str, procedure: str) -> None:
    """Beside the boxes, from the first step's top to the last one's bottom."""
    chart = load_chart(chart_id, procedure)
    layout = lay_out(chart, CHART_WIDTH, CHART_HEIGHT)
    boxes = {box.node.id: box for box in layout.boxes}
    rightmost = max(box.right for box in layout.boxes)
    for bracket, placed in zip(chart.brackets, layout.brackets, strict=True):
        assert placed.left - placed.tick > rightmost
        assert placed.top <= boxes[bracket.first].top
        assert placed.bottom >= boxes[bracket.last].bottom
        for line in placed.lines:
            assert placed.text_left + text_width(line, layout.size, bold=True) <= layout.width
    for one, other in combinations(layout.brackets, 2):
        apart = one.bottom < other.top or other.bottom < one.top
        assert apart or one.left != other.left


def test_every_chart_of_ours_is_tested_for_a_procedure() -> None:
    """No chart is left out because its procedure is not there."""
    assert {chart_id for chart_id, _ in CHARTS} == set(chart_ids())
    assert {"flow-consideration", "flow-scr", "flow-other"} == set(chart_ids())


WORDS = st.lists(
    st.sampled_from(["a", "report", "of", "the", "case", "is", "sent", "to", "agencies"]),
    min_size=1,
)


@st.composite
def charts(draw: st.DrawFn) -> FlowChart:
    """A sound chart: every box leads downwards, some ways pass several rows, some meet."""
    count = draw(st.integers(2, 12))
    ways: list[set[int]] = [set() for _ in range(count)]
    for number in range(1, count):
        ways[draw(st.integers(max(0, number - 3), number - 1))].add(number)
    for _ in range(draw(st.integers(0, 3))):
        source = draw(st.integers(0, count - 2))
        ways[source].add(draw(st.integers(source + 1, count - 1)))
    nodes = []
    for number, targets in enumerate(ways):
        decision = number > 0 and len(targets) == 2 and draw(st.booleans())
        answers = ("Yes", "No") if decision else ("",) * len(targets)
        kind = NodeKind.DECISION if decision else NodeKind.STEP if targets else NodeKind.END
        nodes.append(
            Node(
                id=str(number),
                kind=NodeKind.START if number == 0 else kind,
                text=" ".join(draw(WORDS)),
                actor=" ".join(draw(WORDS)) if draw(st.booleans()) else "",
                points=tuple(draw(st.lists(st.just("one of a few points"), max_size=2))),
                ways=tuple(
                    Way(str(target), answer)
                    for target, answer in zip(sorted(targets), answers, strict=True)
                ),
            )
        )
    bracket = Bracket("within 2 months", "0", str(draw(st.integers(0, count - 1))))
    brackets = (bracket,) if draw(st.booleans()) else ()
    return FlowChart("any", "Any", "§1", tuple(nodes), brackets)


@given(charts())
@settings(max_examples=60, deadline=None)
def test_any_sound_chart_is_laid_out_cleanly(chart: FlowChart) -> None:
    """Forks, meetings and ways past several rows cross no box either."""
    check(lay_out(chart, WIDE, 20_000))


@given(charts())
@settings(max_examples=20, deadline=None)
def test_the_same_chart_is_laid_out_the_same(chart: FlowChart) -> None:
    """No chance in it."""
    assert lay_out(chart, WIDE, 20_000) == lay_out(chart, WIDE, 20_000)


def test_boxes_too_narrow_for_a_word_are_refused() -> None:
    """Nine ways from one box leave no room to read."""
    ends = [Node(str(n), NodeKind.END, "An end", "", (), ()) for n in range(1, 10)]
    start = Node("0", NodeKind.START, "Start", "", (), tuple(Way(end.id) for end in ends))
    with pytest.raises(TemplateError, match="side by side"):
        lay_out(FlowChart("wide", "Wide", "", (start, *ends), ()), CHART_WIDTH, CHART_HEIGHT)


def test_a_chart_that_does_not_fit_says_so() -> None:
    """Rather than letters too small to read, or a page that overflows."""
    steps = [
        Node(str(n), NodeKind.STEP, "A step of many " * 20, "Someone", (), (Way(str(n + 1)),))
        for n in range(1, 12)
    ]
    start = Node("0", NodeKind.START, "Start", "", (), (Way("1"),))
    end = Node("12", NodeKind.END, "End", "", (), ())
    chart = FlowChart("long", "Long", "", (start, *steps, end), ())
    with pytest.raises(TemplateError, match=f"letters of {min(SIZES):g} points"):
        lay_out(chart, CHART_WIDTH, CHART_HEIGHT)

"""Flow charts as data: sound for every procedure, in its words, with every fault named."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.limits import limit_words
from casework.procedure import Procedure
from casework.procedure_file import load_procedure, procedure_ids
from generator.charts.chart_file import (
    chart_ids,
    chart_procedures,
    charts_folder,
    load_chart,
    read_chart,
)
from generator.charts.flow_chart import NodeKind
from generator.charts.in_words import description, in_words, limits
from redaction.errors import TemplateError

PROCEDURE = "bnes-2016"
CHARTS = [
    (chart_id, procedure)
    for chart_id in chart_ids()
    for procedure in chart_procedures(chart_id)
    if procedure in procedure_ids()
]
SOUND = """
id = "own"
title = "Of the {words.panel}"
citation = {bnes-2016 = "App 3"}
name.bnes-2016.chair = "{words.board_short} Chair"

[[node]]
id = "a"
kind = "start"
text = "begin {limit.T32}"
next = ["b"]

[[node]]
id = "b"
kind = "decision"
actor = "{name.chair}"
text = "Well?"
yes = "c"
no = "d"

[[node]]
id = "c"
text = "Do these:"
points = ["one", "{words.review}"]
next = ["d"]

[[node]]
id = "d"
kind = "end"
text = "Stop"

[[node]]
id = "d"
kind = "end"
text = "Stop elsewhere"
only = ["bedfordshire-2007"]

[[bracket]]
rule = "T31"
label = "decision"
first = "a"
last = "b"
"""


@pytest.fixture
def procedure() -> Procedure:
    return load_procedure(PROCEDURE)


def written(folder: Path, text: str) -> Path:
    path = folder / "own.toml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(("chart_id", "procedure_id"), CHARTS)
def test_every_chart_is_sound_in_every_procedure_that_has_it(
    chart_id: str, procedure_id: str
) -> None:
    """Every word and limit is there, and the text alternative names every box."""
    chart = load_chart(chart_id, procedure_id)
    steps = in_words(chart)
    assert [step.number for step in steps] == list(range(1, len(chart.nodes) + 1))
    assert not any("{" in step.text + step.actor for step in steps)
    assert all(step.actor for step, node in zip(steps, chart.nodes, strict=True)
               if node.kind in (NodeKind.STEP, NodeKind.DECISION))  # fmt: skip
    assert chart.title in description(chart)


def test_charts_hold_no_number_of_their_own() -> None:
    """Every limit comes from a rule of the procedure."""
    numbers = ("one month", "1 month", "five", "5 ", "15", "six months", "6 months", "7 ")
    for path in charts_folder().glob("*.toml"):
        texts = [line for line in path.read_text("utf-8").splitlines() if line.startswith("text")]
        assert [line for line in texts if any(number in line for number in numbers)] == []


@pytest.mark.parametrize(("chart_id", "rule"), [("flow-consideration", "T31"), ("flow-scr", "T37")])
def test_a_bracket_says_the_limit_of_its_rule(
    chart_id: str, rule: str, procedure: Procedure
) -> None:
    """One month to decide and five to review, normally, as the procedure has it."""
    chart = load_chart(chart_id, PROCEDURE)
    wanted = f"normally {limit_words(procedure.rule(rule))}"
    assert [bracket.text for bracket in chart.brackets] == [wanted]
    assert wanted in limits(chart)[0]


def test_a_chart_speaks_the_words_of_its_procedure(tmp_path: Path, procedure: Procedure) -> None:
    """Vocabulary, limits and short names are put in; entries of other procedures left out."""
    chart = read_chart(written(tmp_path, SOUND), procedure)
    assert chart.title == "Of the Serious Case Review sub-group"
    assert [node.text for node in chart.nodes] == [
        "Begin within 5 working days",
        "Well?",
        "Do these:",
        "Stop",
    ]
    assert chart.node("b").actor == "LSCB Chair"
    assert chart.node("c").points == ("one", "Serious Case Review")
    assert chart.brackets[0].text == "decision normally within 1 month"
    assert chart.citation == f"{procedure.title}, App 3"


def test_the_text_alternative_says_who_does_what_and_where_it_goes_on(
    tmp_path: Path, procedure: Procedure
) -> None:
    """Answers name their steps; what simply follows needs no word."""
    steps = in_words(read_chart(written(tmp_path, SOUND), procedure))
    assert [(step.number, step.text, step.actor, step.onward) for step in steps] == [
        (1, "Begin within 5 working days.", "", ""),
        (2, "Well?", "LSCB Chair", "If yes: go to 3; if no: go to 4."),
        (3, "Do these: one; Serious Case Review.", "", ""),
        (4, "Stop.", "", ""),
    ]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('next = ["b"]', 'next = ["x"]', "leads to “x”, which is not there"),
        ('id = "c"', 'id = "a"', "the box “a” is there 2 times"),
        ('kind = "decision"\n', "", "is a step, which its ways on do not fit"),
        ('no = "d"\n', "", "is a decision, which its ways on do not fit"),
        ('kind = "end"\ntext = "Stop"', 'next = ["a"]\ntext = "Stop"', "round in a circle"),
        ('kind = "start"\n', "", "the first box, and no other, must be the start"),
        ('yes = "c"', 'yes = "d"', "no way leads to the box “c”"),
        ("{limit.T32}", "{limit.T99}", "has no rule “T99”"),
        ("{words.review}", "{words.revue}", "has nothing for “{words.revue}”"),
        ("{name.chair}", "{name.clerk}", "has nothing for “{name.clerk}”"),
        ("{words.review}", "{review", "has nothing for “{review”"),
        ('rule = "T31"', 'rule = "T99"', "has no rule “T99”"),
        ('last = "b"', 'last = "z"', "begins or ends at “z”"),
        ('id = "own"', 'id = "other"', 'has the id "other"'),
        ("points = ", "dots = ", "Extra inputs are not permitted"),
        ("[[bracket]]", "[[bracket", "own.toml"),
        ("bnes-2016 =", "bolton =", "has no such chart"),
    ],
)
def test_a_faulty_chart_says_what_is_wrong(
    tmp_path: Path, procedure: Procedure, old: str, new: str, says: str
) -> None:
    """Nothing faulty is ever drawn."""
    assert old in SOUND
    with pytest.raises(TemplateError, match=says.replace("(", r"\(")):
        read_chart(written(tmp_path, SOUND.replace(old, new, 1)), procedure)


def test_every_fault_of_a_chart_is_named_at_once(tmp_path: Path, procedure: Procedure) -> None:
    """So that one correction is enough."""
    text = SOUND.replace("{words.panel}", "{words.x}").replace("{limit.T32}", "{limit.T99}")
    with pytest.raises(TemplateError) as caught:
        read_chart(written(tmp_path, text), procedure)
    assert len(caught.value.problems) == 2


def test_a_chart_of_no_such_name_is_refused(tmp_path: Path, procedure: Procedure) -> None:
    """A mistyped id is no crash."""
    with pytest.raises(TemplateError, match="no such chart"):
        read_chart(tmp_path / "missing.toml", procedure)

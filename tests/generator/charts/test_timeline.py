"""The timeline: every milestone of a review in its place, as it stands on the day."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.deadlines import DeadlineStatus, deadlines
from casework.load import load_case
from generator.charts.colours import LEAST_CONTRAST, contrast
from generator.charts.drawing import Label, Shape, Stroke
from generator.charts.font import text_width
from generator.charts.milestones import Milestone, Milestones, Standing, how_it_stands, milestones
from generator.charts.timeline_drawing import SIZE, described, timeline_drawing

CASE = load_case(Path(__file__).parents[3] / "examples" / "cases" / "2007-03")
WIDTH = 499
DAYS = st.dates(date(2007, 3, 1), date(2008, 12, 31))


def on_day(as_of: date) -> Milestones:
    limits = deadlines(CASE.case, CASE.procedure, as_of)
    return milestones(CASE.case, CASE.procedure, limits, as_of)


def labels(found: list[Milestone] | tuple[Milestone, ...], as_of: date) -> list[Label]:
    drawing = timeline_drawing(found, as_of, WIDTH, "#1f3a5f")
    return [mark for mark in drawing.marks if isinstance(mark, Label)]


def test_milestones_stand_in_the_order_of_their_days() -> None:
    """Time limits and planned days together, each with where it comes from."""
    found = on_day(date(2007, 5, 10)).dated
    assert [one.on for one in found] == sorted(one.on for one in found)
    rules = {one.rule for one in found}
    assert {"T02, §5.3", "T07, §6", "terms of reference", "publication plan"} <= rules


@pytest.mark.parametrize(
    ("as_of", "rule", "expected"),
    [
        (date(2007, 5, 10), "T02", "Done (limit 25 April 2007)"),
        (date(2007, 5, 10), "T07", "Due"),
        (date(2007, 6, 21), "T07", "Overdue"),  # Thursday; due on Tuesday 19 June
        (date(2007, 9, 1), "T07", "Done late (limit 19 June 2007)"),
    ],
)
def test_a_milestone_says_how_it_stands_on_the_day(as_of: date, rule: str, expected: str) -> None:
    """Done, due, overdue or done late, by the same rules as the list of deadlines."""
    (found,) = (one for one in on_day(as_of).dated if one.rule.startswith(f"{rule},"))
    assert how_it_stands(found) == expected


def test_an_advance_copy_is_a_submission_to_the_national_body() -> None:
    """Working Together 2015 and 2018 know no other: a plan kept is not shown as overdue."""
    opened = load_case(Path(__file__).parents[3] / "examples" / "cases" / "2019-12")
    day = date(2021, 6, 1)
    limits = deadlines(opened.case, opened.procedure, day)
    found = milestones(opened.case, opened.procedure, limits, day).dated
    (submitted,) = (one for one in found if one.what.startswith("Reports submitted"))
    assert submitted.standing in (Standing.DONE, Standing.LATE)


def test_what_has_no_day_is_named_with_what_it_waits_for() -> None:
    """Nothing is left out of the plan."""
    (waiting,) = (text for text in on_day(date(2007, 5, 10)).undated if "(T13:" in text)
    assert "waits for the operations board meeting" in waiting


@given(DAYS)
@settings(max_examples=25, deadline=None)
def test_every_deadline_that_bears_on_the_review_is_in_the_plan(as_of: date) -> None:
    """On whatever day it is printed."""
    found = on_day(as_of)
    named = [one.rule.split(",")[0] for one in found.dated]
    known = {status.value for status in DeadlineStatus} - {"lapsed"}
    for limit in deadlines(CASE.case, CASE.procedure, as_of):
        if limit.status.value in known:
            undated = any(f"({limit.rule.id}:" in text for text in found.undated)
            assert (limit.rule.id in named) != undated


MILESTONES = st.lists(
    st.builds(
        Milestone,
        on=DAYS,
        what=st.just("something is done"),
        standing=st.sampled_from(Standing),
        limit=st.none(),
        rule=st.just("T01, §1"),
    ),
    max_size=24,
).map(lambda found: sorted(found, key=lambda one: one.on))


@given(MILESTONES, DAYS)
@settings(max_examples=40, deadline=None)
def test_nothing_of_the_drawing_overlaps_or_sticks_out(found: list[Milestone], as_of: date) -> None:
    """However crowded the days are."""
    drawing = timeline_drawing(found, as_of, WIDTH, "#1f3a5f")
    numbered = [one for one in labels(found, as_of) if one.text.split(":")[0].isdigit()]
    assert len(numbered) == len(found)
    for label in labels(found, as_of):
        assert label.left >= -1
        assert label.left + text_width(label.text, label.size, bold=label.bold) <= WIDTH + 1
        assert label.base <= drawing.height
        assert label.size >= SIZE
        assert contrast(label.colour, label.on) >= LEAST_CONTRAST
    for number, one in enumerate(numbered):
        for other in numbered[number + 1 :]:
            beside = (
                one.left + text_width(one.text, SIZE) < other.left
                or other.left + text_width(other.text, SIZE) < one.left
            )
            assert beside or abs(one.base - other.base) >= SIZE


def test_each_standing_has_a_mark_and_a_word_of_its_own() -> None:
    """Colour says nothing: forms and words do."""
    day = date(2007, 6, 1)
    marks = {}
    for standing in Standing:
        drawing = timeline_drawing(
            [Milestone(day, "x", standing, None, "T01")], day, WIDTH, "#1f3a5f"
        )
        at = next(i for i, m in enumerate(drawing.marks)
                  if isinstance(m, Label) and m.text.startswith("1: "))  # fmt: skip
        shape, after = drawing.marks[at + 1], drawing.marks[at + 2]
        assert isinstance(shape, Shape)
        left, top = min(x for x, _ in shape.points), min(y for _, y in shape.points)
        form = tuple((round(x - left, 1), round(y - top, 1)) for x, y in shape.points)
        marks[standing] = (form, shape.fill, isinstance(after, Stroke))
    assert len(set(marks.values())) == len(Standing)
    legend = {label.text for label in labels([], day)}
    assert {str(standing) for standing in Standing} <= legend


def test_today_is_marked_and_months_are_named() -> None:
    """The reader sees where the review is."""
    as_of = date(2007, 6, 15)
    found = [
        Milestone(as_of + timedelta(days=n), "x", Standing.DUE, None, "T01") for n in (-60, 90)
    ]
    texts = [label.text for label in labels(found, as_of)]
    assert "Today, 15 June 2007" in texts
    assert {"Apr 07", "Jun 07", "Sep 07"} <= set(texts)


def test_the_drawing_is_described_in_words() -> None:
    """For those who can't see it, with the counts of each standing."""
    as_of = date(2007, 6, 21)
    words = described(on_day(as_of).dated, as_of)
    assert "on 21 June 2007" in words
    assert "overdue" in words
    assert "no milestone has a day yet" in described([], as_of)

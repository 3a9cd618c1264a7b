"""The invented cases against the time limits of their procedures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from casework.clock import CaseOnADay
from casework.deadlines import DeadlineStatus, deadlines
from casework.load import OpenCase
from casework.procedure_file import load_procedure
from generator.context import context_for
from generator.plan import plan

NAMES = sorted(path.name for path in (Path(__file__).parents[2] / "examples/cases").iterdir())
STILL_OPEN = {
    # A joint review that is not yet published, and has neither a scoping meeting of its own nor,
    # so far, an action plan.
    "2008-04": {"T08", "T11", "T12", "T13", "T14", "T19"},
    # The review was handed over; whoever took it over plans to publish it in December 2020.
    "2018-11": {"T55", "T56", "T66", "T67"},
    # The improvement information must stay up until August 2021.
    "2020-02": {"T65"},
}
OVERDUE_ON_THE_WAY = [
    ("2007-03", "2007-06-25", "T07"),  # Monday; the housing association's review was due the 19th
    ("2010-02", "2010-10-18", "T21"),  # Monday; six months were over on Friday the 15th
    ("2010-11", "2010-08-26", "T20"),  # Thursday; records were to be secured on the 25th
    ("2016-05", "2016-05-26", "T38"),  # Thursday; the form said Wednesday the 25th
    ("2016-05", "2016-11-09", "T37"),  # Wednesday; five months were over on the 8th
    ("2018-11", "2018-12-03", "T52"),  # Monday; five working days were over on Friday the 30th
    ("2019-12", "2019-11-05", "T51"),  # Tuesday; fifteen working days were over on Monday the 4th
]


def last_day(case: OpenCase) -> date:
    """The day of the case's last event."""
    return max(event.on for event in case.case.events)


@pytest.mark.parametrize("name", NAMES)
def test_on_its_last_day_a_case_has_kept_or_outlived_every_limit(
    name: str, opened: Callable[[str], OpenCase]
) -> None:
    """Nothing is overdue, and nothing is open but what the case says is open."""
    case = opened(name)
    rows = deadlines(case.case, case.procedure, last_day(case))
    assert [row.rule.id for row in rows if row.status is DeadlineStatus.OVERDUE] == []
    assert {row.rule.id for row in rows if row.status.open} == STILL_OPEN.get(name, set())


@pytest.mark.parametrize("name", NAMES)
def test_on_its_last_day_no_date_that_the_board_set_is_left_overdue(
    name: str, opened: Callable[[str], OpenCase]
) -> None:
    """Whatever the terms of reference planned has happened, or is planned for later."""
    case = opened(name)
    planned = plan(case, ["review-timeline"], [], last_day(case))[0]
    milestones = context_for(case, planned).timeline.milestones
    assert milestones
    assert [one.what for one in milestones if "verdue" in one.how] == []


@pytest.mark.parametrize(("name", "day", "rule"), OVERDUE_ON_THE_WAY)
def test_something_is_overdue_on_the_way(
    name: str, day: str, rule: str, opened: Callable[[str], OpenCase]
) -> None:
    """On that day it is late, and on the case's last day it was met late."""
    case = opened(name)
    for when, status in (
        (date.fromisoformat(day), DeadlineStatus.OVERDUE),
        (last_day(case), DeadlineStatus.MET_LATE),
    ):
        rows = {row.rule.id: row for row in deadlines(case.case, case.procedure, when)}
        assert rows[rule].status is status


@pytest.mark.parametrize(
    "procedure",
    ["bedfordshire-2007", "leaflet-2010", "bolton-2010", "bnes-2016", "bnes-2019-wt2015",
     "bnes-2019-wt2018"],
)  # fmt: skip
def test_every_rule_of_a_procedure_arises_in_one_of_its_cases(
    procedure: str, all_opened: list[OpenCase]
) -> None:
    """Each has something to count from, in a review of a kind that it is for."""
    arisen = set()
    for case in all_opened:
        if case.procedure.id != procedure:
            continue
        view = CaseOnADay.of(case.case, case.procedure, last_day(case))
        borne = filter(view.bears_on, case.procedure.rules)
        arisen |= {rule.id for rule in borne if view.start(rule) is not None}
    assert {rule.id for rule in load_procedure(procedure).rules} - arisen == set()

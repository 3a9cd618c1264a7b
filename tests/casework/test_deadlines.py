"""Dates that a meeting or a form fixes, ranges, embargoes and minimum periods, case by case."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from casework.deadlines import Deadline, DeadlineStatus, deadlines
from casework.model.case import Case
from casework.procedure_file import load_procedure

BEDFORDSHIRE = "bedfordshire-2007"
BNES = "bnes-2016"
LAST_DAY = date(2019, 1, 1)


def day(text: str) -> date:
    """The date of "Friday 7 March 2008"; the weekday must be right."""
    found = datetime.strptime(text, "%A %d %B %Y").date()
    assert f"{found:%A}" == text.split()[0], text
    return found


def event(kind: str, on: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "on": day(on), **more}


def case(**fields: Any) -> Case:
    child = {"first_name": "Zebedee", "surname": "Quillfeather"}
    return Case.model_validate(
        {"reference": "2007-99", "board": "board.yaml", "child": child, **fields}
    )


def found(rule: str, procedure: str, as_of: date, **fields: Any) -> Deadline:
    every = deadlines(case(**fields), load_procedure(procedure), as_of)
    return next(deadline for deadline in every if deadline.rule.id == rule)


@pytest.mark.parametrize(
    ("procedure", "rule", "fields", "due"),
    [
        (
            BEDFORDSHIRE,
            "T07",
            {"terms_of_reference": {"schedule": {"reports_due": day("Friday 11 May 2007")}}},
            "Friday 11 May 2007",
        ),
        (
            BEDFORDSHIRE,
            "T08",
            {"terms_of_reference": {"schedule": {"briefing_meeting": day("Friday 13 April 2007")}}},
            "Friday 13 April 2007",
        ),
        (
            BEDFORDSHIRE,
            "T15",
            {
                "kind": "interagency_management_review",
                "terms_of_reference": {
                    "schedule": {"submission_to_board": day("Friday 29 June 2007")}
                },
            },
            "Friday 29 June 2007",
        ),
        (
            BNES,
            "T38",
            {"referral": {"information_required_by": day("Monday 9 May 2016")}},
            "Monday 9 May 2016",
        ),
    ],
)
def test_the_date_that_a_meeting_or_a_form_fixed_is_the_deadline(
    procedure: str, rule: str, fields: dict[str, Any], due: str
) -> None:
    events = [event("scoping_meeting", "Tuesday 3 April 2007")]
    assert found(rule, procedure, LAST_DAY, events=events, **fields).due == day(due)


@pytest.mark.parametrize(
    ("reports_due", "outside"),
    [
        ("Monday 30 April 2007", True),
        ("Tuesday 1 May 2007", False),
        ("Tuesday 15 May 2007", False),
        ("Wednesday 16 May 2007", True),
    ],
)
def test_a_report_date_outside_four_to_six_weeks_is_pointed_out(
    reports_due: str, outside: bool
) -> None:
    deadline = found(
        "T07",
        BEDFORDSHIRE,
        LAST_DAY,
        events=[event("scoping_meeting", "Tuesday 3 April 2007")],
        terms_of_reference={"schedule": {"reports_due": day(reports_due)}},
    )
    assert ("outside the range" in deadline.note) is outside
    assert deadline.earliest is None, "one day is fixed, no range is left"


def test_until_a_date_is_fixed_the_range_is_given_with_both_its_ends() -> None:
    meeting = event("scoping_meeting", "Tuesday 3 April 2007")
    deadline = found("T07", BEDFORDSHIRE, day("Tuesday 3 April 2007"), events=[meeting])
    assert (deadline.earliest, deadline.due) == (
        day("Tuesday 1 May 2007"),
        day("Tuesday 15 May 2007"),
    )


@pytest.mark.parametrize("rule", ["T12", "T40"])
def test_publication_is_held_back_until_the_last_proceedings_end(rule: str) -> None:
    procedure = BEDFORDSHIRE if rule == "T12" else BNES
    trial = {"kind": "criminal", "description": "trial", "concluded": date(2008, 1, 24)}
    inquest = {"kind": "inquest", "description": "inquest"}
    held = found(rule, procedure, date(2008, 2, 1), proceedings=[trial, inquest])
    assert held.status is DeadlineStatus.WAITING
    assert held.waiting_on == "the end of the court proceedings"
    over = found(
        rule,
        procedure,
        date(2008, 6, 1),
        proceedings=[trial, {**inquest, "concluded": day("Friday 9 May 2008")}],
    )
    assert (over.status, over.earliest) == (DeadlineStatus.MET, day("Friday 9 May 2008"))


def test_a_report_stays_up_until_twelve_months_are_over() -> None:
    """T33: what went up on 29 February 2016 may come down on 1 March 2017, never before."""
    events = [event("published", "Monday 29 February 2016")]
    running = found("T33", BNES, day("Tuesday 28 February 2017"), events=events)
    assert running.status is DeadlineStatus.RUNNING
    assert (running.earliest, running.days_left) == (day("Wednesday 1 March 2017"), 1)
    over = found("T33", BNES, day("Wednesday 1 March 2017"), events=events)
    assert over.status is DeadlineStatus.MET

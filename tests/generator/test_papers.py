"""Meetings, plans and exchanges as a template prints them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from functools import reduce
from typing import Any

import pytest

from generator.context import Context, context_for
from generator.context.printed import clock_time
from generator.plan import PlannedDocument
from generator.recipient import Recipient

DAY = date(2008, 3, 7)
WHOLE: dict[str, Any] = {
    "meetings": [
        {"kind": "panel", "on": date(2008, 2, 1), "place": "Reed House"},
        {"kind": "panel", "on": date(2008, 3, 10), "at": time(14, 30), "place": "Mill Hall"},
        {"kind": "panel", "on": date(2008, 4, 10), "place": "Too late"},
        {"kind": "board", "on": date(2008, 1, 9), "at": time(10), "chair": "Mei Larkspur"},
    ],
    "professionals": [
        {
            "id": "nurse",
            "name": "Ada Brightwater-Moss",
            "post": "School Nurse",
            "agency": "school",
            "interview": {"on": date(2008, 4, 2), "author": "Jo Vale", "topics": ["Training"]},
        }
    ],
    "proceedings": [
        {"kind": "criminal", "description": "Trial", "body": "Fen Crown Court"}
    ],
    "report_requests": [
        {"id": "asker", "name": "Kit Dunnock", "on": date(2009, 5, 1), "report": "Child W"}
    ],
    "specialist_reports": [{"id": "bones", "expert": "Dr Quill", "question": "How old?"}],
    "recommendation": {
        "outcome": "no_further_action", "reasons": "None met.", "by": "Panel chair", "on": DAY,
    },
    "media": {"lines": ["We are sorry."], "embargo_until": DAY, "embargo_at": time(0, 5)},
    "national_requests": [
        {"body": "csci", "on": date(2008, 1, 1), "about": "The older one"},
        {"body": "csci", "on": date(2008, 2, 1), "about": "The newer one"},
    ],
    "cross_border": {"board": "fenshire", "proposal": "a joint review"},
    "reviewer": {
        "name": "Dr Sedge",
        "requests": [{"on": date(2008, 1, 2), "what": "A draft", "by_when": DAY}],
        "contract": {"fee": "£9,000", "meetings": ["Briefing"]},
    },
    "recommendations": [
        {"number": "1", "text": "Share.", "actions": [
            {"what": "Train", "who": "Police", "agency": "police", "by_when": DAY},
            {"what": "Audit", "who": "Board", "by_when": DAY}]},
        {"number": "S1", "text": "Record.", "agency": "school"},
    ],
    "waivers": [
        {"rule": "T06", "agreed_by": "CSCI", "on": DAY, "reason": "Trial", "new_date": DAY}
    ],
}  # fmt: skip
BOARD = {"neighbouring_boards": [{"id": "fenshire", "name": "Fenshire Board"}]}

pytestmark = pytest.mark.usefixtures("letter_h")


@pytest.fixture
def context(make_case: Callable[..., Any], letter_h: Any) -> Callable[..., Context]:
    """The context for a recipient of a case with everything in it."""

    def build(**recipient: Any) -> Context:
        opened = make_case(board=BOARD, **WHOLE)
        return context_for(opened, PlannedDocument(letter_h, Recipient(**recipient), DAY))

    return build


def at(owner: Any, path: str) -> Any:
    def step(value: Any, name: str) -> Any:
        if name.isdigit():
            return value[int(name)]
        return value[name] if isinstance(value, dict) else getattr(value, name)

    return reduce(step, path.split("."), owner)


@pytest.mark.parametrize(
    ("path", "expected", "why"),
    [
        ("meetings.panel.place", "Mill Hall", "the next meeting, not the last or the one after"),
        ("meetings.panel.day", "Monday 10 March 2008", "with its weekday"),
        ("meetings.panel.time", "2.30 pm", "as people write it"),
        ("meetings.board.chair", "Mei Larkspur", "the latest where none is to come"),
        ("meetings.scoping.day", "", "nothing where there is none"),
        ("recommendation.outcome", "no further action", "in words"),
        ("media.embargo", "7 March 2008, 12.05 am", "five past midnight"),
        ("national_request.about", "The newer one", "the latest request"),
        ("national_request.body", "Commission for Social Care Inspection", "by its name"),
        ("cross_border.board", "Fenshire Board", "by its name"),
        ("reviewer.request.what", "A draft", "the latest request to the reviewer"),
        ("reviewer.contract.meetings.0", "Briefing", "the contract's own list"),
        ("recommendations.0.actions.1.what", "Audit", "the report's actions"),
        ("waivers.0.action", "Complete the review", "the rule's own words"),
        ("professionals.0.initials", "ABM", "made from the name"),
        ("copies", (), "none is out"),
    ],
)
def test_the_case_as_a_template_prints_it(
    context: Callable[..., Context], path: str, expected: object, why: str
) -> None:
    """Each fact in words, found where the catalogue's fields say."""
    assert expected == at(context().names(), path), why


@pytest.mark.parametrize(
    ("recipient", "path", "expected"),
    [
        ({"id": "nurse"}, "interview.day", "Wednesday 2 April 2008"),
        ({"id": "mother"}, "interview.day", ""),
        ({"proceeding": 0}, "proceeding.body", "Fen Crown Court"),
        ({}, "proceeding.body", ""),
        ({"id": "asker"}, "report_request.report", "Child W"),
        ({"id": "bones"}, "specialist.question", "How old?"),
        ({"agency": "police"}, "agency.actions.0.what", "Train"),
        ({"agency": "school"}, "agency.recommendations.0.text", "Record."),
        ({"agency": "school"}, "agency.actions", ()),
    ],
)
def test_what_is_the_recipients_own(
    context: Callable[..., Context], recipient: dict[str, Any], path: str, expected: object
) -> None:
    """One person's interview, request or actions never stand in another's letter."""
    assert expected == at(context(**recipient).names(), path)


@pytest.mark.parametrize(
    ("hour", "printed"),
    [(time(0), "12 am"), (time(9, 5), "9.05 am"), (time(12), "12 pm"), (time(23, 59), "11.59 pm")],
)
def test_a_time_of_day_is_printed_as_people_write_it(hour: time, printed: str) -> None:
    """Noon is 12 pm, midnight 12 am."""
    assert printed == clock_time(hour)

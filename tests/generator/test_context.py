"""The template context: exactly the agreed names, as they look on paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.context import Context, context_for
from generator.context.printed import DateText, weekday
from generator.plan import plan

DAY = date(2008, 3, 7)
NAMES = [
    "document",
    "board",
    "words",
    "procedure",
    "case",
    "child",
    "parents",
    "siblings",
    "relatives",
    "other_victims",
    "recipient",
    "agency",
    "agencies",
    "agency_ticks",
    "referral",
    "events",
    "due",
    "due_text",
    "decision",
    "criteria",
    "terms",
    "schedule",
    "panel",
    "reviewer",
    "link_person",
    "recommendations",
    "agency_recommendations",
    "proceedings",
    "key_issues",
    "publication",
    "chart",
    "timeline",
    "professionals",
    "meetings",
    "interview",
    "proceeding",
    "report_request",
    "specialist",
    "recommendation",
    "rapid_review",
    "learning",
    "distribution",
    "dissemination",
    "media",
    "waivers",
    "cross_border",
    "peer_challenge",
    "national_request",
    "transfer",
    "copies",
    "glossary",
    "checklist",
    "deadlines",
]

pytestmark = pytest.mark.usefixtures("letter_h")


@pytest.fixture
def context(open_case: Any) -> Context:
    return context_for(open_case, plan(open_case, ["bed-h"], ["police"], DAY)[0])


def test_the_context_has_exactly_the_agreed_names(context: Context) -> None:
    """Templates rely on these names and on no others."""
    assert set(NAMES) == set(context.names())


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("document.date", "7 March 2008"),
        ("document.reference", "2007-09"),
        ("board.address_line", "Reed House, Fenwater, ZZ9 9ZZ"),
        ("board.secure_email", ""),
        ("board.panel_chair.name", "Dr Ngozi Abara-Quill".removeprefix("Dr ")),
        ("child.full_name", "Zoë O’Neil-Adeyemi"),
        ("child.date_of_birth", "28 February 2001"),
        ("child.date_of_death", ""),
        ("child.nhs_number", "999 000 0018"),
        ("child.label", "Child W"),
        ("child.looked_after", ""),
        ("recipient.name", "Amara Okafor"),
        ("recipient.salutation", "Dear Ms Okafor"),
        ("recipient.organisation", "Fenwater Police"),
        ("agency.name", "Fenwater Police"),
        ("agency.samr_author", "Insp Jo Vale"),
        ("decision.outcome", ""),
        ("reviewer.name", ""),
        ("terms.version", "1"),
    ],
)
def test_fields_are_text_as_it_is_printed(context: Context, path: str, expected: str) -> None:
    """Dates in words, unknown things empty, mailboxes with their fallback."""
    value: Any = context
    for step in path.split("."):
        value = getattr(value, step)
    assert expected == str(value)


def test_people_are_listed_by_their_role(context: Context) -> None:
    """A parent is no relative, another victim is no family."""
    lists = (context.parents, context.relatives, context.other_victims, context.siblings)
    names = [[person.full_name for person in people] for people in lists]
    assert names == [["Siân O’Neil"], ["Folake Adeyemi"], ["Kit Marlowe-Khan"], []]


def test_only_agencies_involved_are_listed_in_the_cases_order(context: Context) -> None:
    """Housing is not involved; the school comes first in the case."""
    assert [agency.id for agency in context.agencies] == ["school", "police"]


def test_the_notification_form_has_its_seven_rows(context: Context) -> None:
    """B&NES 2016, App 1, section 3: ticked where an agency of that kind is involved."""
    ticked = [tick.label for tick in context.agency_ticks if tick.ticked == "☒"]
    assert len(context.agency_ticks) == 7
    assert ticked == ["Police", "School/Nursery"]


def test_events_and_limits_are_there_for_every_kind_and_rule(context: Context) -> None:
    """A template may ask for any event or rule; what is not known is empty."""
    assert context.events["decision"] == "7 March 2008"
    assert context.events["published"] == ""
    assert context.due_text["T04"] == "within 24 hours of the chair's decision"
    assert context.due["T02"] == "26 March 2008"


def test_the_latest_event_of_a_kind_counts(make_case: Callable[..., Any]) -> None:
    """A meeting that was moved has its last date."""
    days = [date(2008, 3, 1), date(2008, 3, 20), date(2008, 3, 12)]
    open_case = make_case(events=[{"kind": "scoping_meeting", "on": day} for day in days])
    context = context_for(open_case, plan(open_case, ["bed-h"], ["police"], days[1])[0])
    assert context.events["scoping_meeting"] == "20 March 2008"


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2008, 3, 19), ""),  # Wednesday: the board meets tomorrow
        (date(2008, 3, 20), "20 March 2008"),
        (date(2008, 4, 1), "20 March 2008"),
    ],
)
def test_what_is_only_planned_has_not_happened(
    make_case: Callable[..., Any], as_of: date, expected: str
) -> None:
    """A letter of the day before does not say that the board endorsed the report."""
    open_case = make_case(events=[{"kind": "endorsed", "on": date(2008, 3, 20)}])
    context = context_for(open_case, plan(open_case, ["bed-h"], ["police"], as_of)[0])
    assert expected == context.events["endorsed"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (DateText(date(2008, 2, 29)), "Friday 29 February 2008"),
        (DateText(None), ""),
        ("[MISSING: date]", "[MISSING: date]"),
    ],
)
def test_weekday_knows_dates_and_leaves_other_text(value: object, expected: str) -> None:
    """29 February 2008 was a Friday."""
    assert expected == weekday(value)

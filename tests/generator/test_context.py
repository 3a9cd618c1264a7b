"""The template context: exactly the agreed names, as they look on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from casework.model import AgencyKind, ProceedingKind
from generator.context import Context, context_for
from generator.context.printed import AGENCY_KINDS, PROCEEDINGS, DateText, month, weekday
from generator.plan import plan
from generator.recipient import Recipient

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
        ("agency.kind", "Police"),
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


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ("serious_case_review", "Serious Case Review"),
        ("near_miss_review", "near-miss review"),
        ("multi_agency_review", "interagency management review"),
        ("other_review", "interagency management review"),
        ("no_further_action", "no further action"),
    ],
)
def test_an_outcome_is_said_in_the_procedures_words(
    make_case: Callable[..., Any], outcome: str, expected: str
) -> None:
    """The procedure's own name of a review, and the time of the decision that the event gives."""
    made = {"outcome": outcome, "reasons": "As the panel found.", "by": "The chair"}
    event = {"kind": "decision", "on": DAY, "at": "14:30"}
    open_case = make_case(decision={**made, "on": DAY}, events=[event])
    context = context_for(open_case, plan(open_case, ["bed-h"], ["police"], DAY)[0])
    assert (context.decision.outcome_in_words, context.decision.time) == (expected, "2.30 pm")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (("Hilltop School", "2 Mill Lane"), ("2 Mill Lane",)),
        (("hilltop school ", "2 Mill Lane"), ("2 Mill Lane",)),
        (("Mill House", "Hilltop School"), ("Mill House", "Hilltop School")),
        ((), ()),
    ],
)
def test_an_address_does_not_say_the_organisation_twice(
    address: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    """The organisation stands above it already."""
    head = Recipient(name="Jo Vale", organisation="Hilltop School", address=address)
    assert head.address_lines == expected


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


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (DateText(date(2008, 2, 29)), "February 2008"),
        (DateText(None), ""),
        ("[MISSING: date]", "[MISSING: date]"),
    ],
)
def test_month_hides_the_day_and_leaves_other_text(value: object, expected: str) -> None:
    """A report for the public does not say on which day a child died."""
    assert expected == month(value)


def test_every_kind_has_words_that_name_no_one() -> None:
    """Agencies and proceedings are called by their kind where a name would tell too much."""
    assert set(AGENCY_KINDS) == set(AgencyKind)
    assert set(PROCEEDINGS) == set(ProceedingKind)


def test_proceedings_and_recommendations_are_known_by_kind(make_case: Callable[..., Any]) -> None:
    """The words are a reader's, not those of the case file."""
    open_case = make_case(
        proceedings=[{"kind": "nhs_incident", "description": "The trust's inquiry"}],
        recommendations=[{"number": "S1", "text": "Ring again.", "agency": "school"}],
    )
    context = context_for(open_case, plan(open_case, ["bed-h"], ["police"], DAY)[0])
    assert context.proceedings[0].kind == "Investigation of a serious incident in the NHS"
    assert context.agency_recommendations[0].kind == "School or nursery"


def test_a_report_that_was_amended_for_another_use_names_no_one(make_case: Any) -> None:
    """The overview report itself names the family (Bedfordshire LSCB 2007, §13)."""
    amended = {"document": "bed-h", "identifier": "training-1", "use": "Training",
               "changes": "Names", "approved_by": "Chair", "on": DAY}  # fmt: skip
    opened = make_case(amended_reports=[amended])
    letter = plan(opened, ["bed-h"], [], DAY)[0]
    report = letter.document.model_copy(update={"policy": "overview-report"})
    itself = replace(letter, document=report)
    changed = replace(itself, recipient=Recipient(amended=opened.case.amended_reports[0]))
    assert context_for(opened, itself).document.names_family == "Yes"
    assert context_for(opened, changed).document.names_family == ""

"""The list of documents: what exists, what is due, what data is missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from casework.register import EntryKind, Register
from generator.catalogue import DocumentType, load_catalogue
from generator.status import DocumentState, DocumentStatus, document_status

DECIDED = date(2008, 3, 7)


pytestmark = pytest.mark.usefixtures("letter_h")


@pytest.fixture
def row(register: Register, at: datetime) -> Callable[..., DocumentStatus]:
    """The row of letter H on a day, after these entries: (kind, recipient, draft)."""

    def build(open_case: Any, as_of: date, *entries: tuple[EntryKind, str, bool]) -> DocumentStatus:
        for kind, recipient, draft in entries:
            details = {"recipient": recipient, "draft": draft}
            register.record(kind, "bed-h", details, "Mei", at)
        return document_status(open_case, register.entries(), as_of)[0]

    return build


MADE, SENT = EntryKind.DOCUMENT_MADE, EntryKind.DOCUMENT_SENT


@pytest.mark.parametrize(
    ("as_of", "entries", "state"),
    [
        (date(2008, 3, 6), [], DocumentState.NOT_YET),
        (date(2008, 3, 7), [], DocumentState.DUE),
        (date(2008, 3, 20), [], DocumentState.OVERDUE),
        (date(2008, 3, 7), [(MADE, "police", False)], DocumentState.PARTLY),
        (date(2008, 3, 7), [(MADE, "police", True)], DocumentState.DUE),
        (
            date(2008, 3, 20),
            [(MADE, "police", False), (MADE, "school", False)],
            DocumentState.MADE,
        ),
        (
            date(2008, 3, 20),
            [(MADE, "police", False), (MADE, "school", False), (SENT, "police", False)],
            DocumentState.MADE,
        ),
        (
            date(2008, 3, 20),
            [(MADE, "police", False), (MADE, "school", False), (SENT, "police", False),
             (SENT, "school", False)],
            DocumentState.SENT,
        ),
    ],
)  # fmt: skip
def test_the_state_follows_the_case_and_the_register(
    open_case: Any, row: Any, as_of: date, entries: list[Any], state: DocumentState
) -> None:
    """The decision of 7 March 2008 wants letter H within 24 hours; drafts don't count."""
    assert state is row(open_case, as_of, *entries).state


def test_a_row_says_by_when_and_under_which_rule(open_case: Any, row: Any) -> None:
    """T04: 24 hours after the decision."""
    found = row(open_case, DECIDED)
    assert date(2008, 3, 8) == found.due
    assert "5.3" in found.rule_citation


def test_a_row_lists_missing_data_once(make_case: Any, row: Any) -> None:
    """The child's date of birth is missing for both letters: one line."""
    found = row(make_case(child={"first_name": "Zoë", "surname": "Fen"}), DECIDED)
    assert [field.label for field in found.missing] == ["child’s date of birth"]


def test_a_document_for_no_one_says_so(make_case: Any, row: Any) -> None:
    """No agency is involved yet."""
    assert DocumentState.NO_ONE is row(make_case(agencies=[]), DECIDED).state


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        (date(2008, 3, 7), DocumentState.NOT_YET),
        (date(2008, 8, 23), DocumentState.NOT_YET),
        (date(2008, 8, 24), DocumentState.DUE),
        (date(2008, 9, 8), DocumentState.OVERDUE),
    ],
)
def test_a_document_for_its_limit_waits_until_the_limit_comes_near(
    make_case: Any,
    register: Register,
    use_catalogue: Any,
    letter_h: DocumentType,
    as_of: date,
    state: DocumentState,
) -> None:
    """Updates, due six months after the meeting (Sun 7 Sep 2008): asked for a fortnight before."""
    update = DocumentType.model_validate(
        letter_h.model_dump()
        | {"id": "update", "trigger": "operations_board", "rules": ["T13"], "near_limit": True}
    )
    use_catalogue(update)
    case = make_case(
        decision={"outcome": "serious_case_review", "reasons": "x", "by": "y", "on": DECIDED},
        events=[{"kind": "operations_board", "on": DECIDED}],
    )
    (row,) = document_status(case, register.entries(), as_of)
    assert state is row.state


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        ("serious_case_review", DocumentState.NOT_NEEDED),
        ("no_further_action", DocumentState.DUE),
    ],
)
def test_a_document_for_another_decision_is_not_needed(
    make_case: Any,
    register: Register,
    use_catalogue: Any,
    letter_h: DocumentType,
    outcome: str,
    state: DocumentState,
) -> None:
    """The letter that says no review will be held goes out only then."""
    use_catalogue(
        DocumentType.model_validate(
            letter_h.model_dump() | {"rules": [], "outcomes": ["no_further_action"]}
        )
    )
    case = make_case(decision={"outcome": outcome, "reasons": "x", "by": "y", "on": DECIDED})
    (row,) = document_status(case, register.entries(), DECIDED)
    assert state is row.state


@pytest.mark.parametrize(
    ("meetings", "state"),
    [
        ([], DocumentState.DUE),
        ([date(2008, 2, 20)], DocumentState.DUE),
        ([date(2008, 3, 7)], DocumentState.NOT_NEEDED),
        ([date(2008, 2, 20), date(2008, 3, 10)], DocumentState.NOT_NEEDED),
        ([date(2008, 3, 12)], DocumentState.DUE),
    ],
)
def test_an_invitation_is_not_wanted_after_the_meeting(
    make_case: Any,
    register: Register,
    use_catalogue: Any,
    letter_h: DocumentType,
    meetings: list[date],
    state: DocumentState,
) -> None:
    """Decided on 7 March 2008, asked on the 11th: a meeting before the decision was another one."""
    invitation = DocumentType.model_validate(
        letter_h.model_dump() | {"id": "invitation", "rules": [], "until": "practitioners_met"}
    )
    use_catalogue(invitation)
    held = [{"kind": "practitioners_met", "on": day} for day in meetings]
    case = make_case(events=[{"kind": "decision", "on": DECIDED}, *held])
    (row,) = document_status(case, register.entries(), date(2008, 3, 11))
    assert state is row.state


def test_the_catalogue_ends_what_leads_up_to_a_meeting() -> None:
    """Invitations and agendas: of no use once the meeting was held."""
    ends = {one.id: one.until for one in load_catalogue().values() if one.until}
    assert ends["samr-briefing"] == "briefing_meeting"
    assert ends["practitioner-meeting"] == "practitioners_met"
    assert ends["bed-10"] == "debriefing"

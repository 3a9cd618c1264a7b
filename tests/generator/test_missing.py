"""What is missing is said, in words, with the place to fill it in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.catalogue import DocumentType, Recipients, document_type
from generator.context import context_for
from generator.missing import label_of, missing_fields, with_gaps
from generator.plan import PlannedDocument
from generator.recipient import Recipient
from generator.recipient_place import recipient_place
from generator.recipients import recipients_of

DAY = date(2008, 3, 7)

pytestmark = pytest.mark.usefixtures("letter_h")


def planned(open_case: Any, *fields: str, recipient: Recipient | None = None) -> PlannedDocument:
    base = document_type("bed-h")
    document = DocumentType.model_validate(
        base.model_dump() | {"fields": list(fields), "optional_fields": []}
    )
    return PlannedDocument(document, recipient or recipients_of(base, open_case)[1], DAY)


@pytest.mark.parametrize(
    ("path", "label", "file", "place"),
    [
        ("child.date_of_birth", "child’s date of birth", "case.yaml", "child.date_of_birth"),
        ("child.address_line", "child’s address", "case.yaml", "child.address"),
        ("child.nhs_number", "child’s NHS number", "case.yaml", "child.identifiers"),
        ("board.website", "board’s website", "board profile", "website"),
        ("reviewer.name", "reviewer’s name", "case.yaml", "reviewer.name"),
        ("decision.on", "decision: date", "case.yaml", "decision.on"),
        ("agency.records", "agency’s records", "case.yaml", "agencies.police.records"),
        (
            "events.scoping_meeting",
            "date of the event “scoping meeting”",
            "case.yaml",
            "events (kind: scoping_meeting)",
        ),
        (
            "schedule.reports_due",
            "schedule of the review: reports due",
            "case.yaml",
            "terms_of_reference.schedule.reports_due",
        ),
        ("recommendations", "the recommendations", "case.yaml", "recommendations"),
        ("panel.post", "panel post", "case.yaml", "panel.post"),
    ],
)
def test_an_empty_field_is_named_with_its_place(
    make_case: Callable[..., Any], path: str, label: str, file: str, place: str
) -> None:
    """The person reads what is missing and in which line of which file to put it."""
    child = {"first_name": "Zoë", "surname": "Fen"}
    open_case = make_case(child=child, events=[])
    one = planned(open_case, path)
    (gap,) = missing_fields(one, context_for(open_case, one))
    assert (label, file, place) == (gap.label, gap.file, gap.place)
    assert f"Fill in {place} in {file}" == gap.problem(one).remedy
    assert gap.problem(one).place == "bed-h to police"


@pytest.mark.parametrize(
    ("recipients", "recipient", "expected"),
    [
        ("chief_officers", Recipient("police", organisation_id="police", agency="police"),
         ("board profile", "agencies.police.chief_officer.address")),
        ("national_bodies", Recipient("ofsted", organisation_id="ofsted"),
         ("board profile", "national_bodies.ofsted.address")),
        ("successors", Recipient("dfe", organisation_id="dfe"),
         ("board profile", "national_bodies.dfe.address")),
        ("successors", Recipient("safeguarding-partners"), ("case.yaml", "transfer.address")),
        ("practitioners", Recipient("nurse", organisation_id="school", agency="school"),
         ("case.yaml", "professionals.nurse.address")),
        ("requesters", Recipient("student"), ("case.yaml", "report_requests.student.address")),
        ("family", Recipient("mother", relation="mother"), ("case.yaml", "family.mother.address")),
        ("chair", Recipient(), ("board profile", "chair.address")),
    ],
)  # fmt: skip
def test_the_place_of_an_address_is_that_of_the_kind_of_recipient(
    recipients: str, recipient: Recipient, expected: tuple[str, str]
) -> None:
    """A person who follows the remedy finds the field there."""
    document = document_type("bed-h").model_copy(update={"recipients": Recipients(recipients)})
    assert expected == recipient_place("address", PlannedDocument(document, recipient, DAY))


@pytest.mark.parametrize(
    "path",
    ["child.full_name", "events.decision", "recipient.name", "agencies", "agencies.name",
     "due.T04", "words.review", "board.address"],
)  # fmt: skip
def test_a_field_that_holds_something_is_not_missing(open_case: Any, path: str) -> None:
    """Text, dates, lists, and every member of a list."""
    one = planned(open_case, path)
    assert missing_fields(one, context_for(open_case, one)) == ()


def test_a_list_is_missing_a_field_where_any_member_lacks_it(open_case: Any) -> None:
    """The police have an author, the school has none."""
    one = planned(open_case, "agencies.samr_author")
    assert len(missing_fields(one, context_for(open_case, one))) == 1


@pytest.mark.parametrize(
    ("path", "printed"),
    [
        ("reviewer.name", "[MISSING: reviewer’s name]"),
        ("events.published", "[MISSING: date of the event “published”]"),
    ],
)
def test_a_draft_shows_the_gap_in_the_fields_place(open_case: Any, path: str, printed: str) -> None:
    """What is there stays; what is missing says so."""
    one = planned(open_case, path, "child.full_name")
    context = context_for(open_case, one)
    drafted = with_gaps(context, missing_fields(one, context))
    owner, name = path.split(".")
    found = drafted.names()[owner]
    assert printed == (found[name] if isinstance(found, dict) else getattr(found, name))
    assert context.child == drafted.child


def test_a_gap_in_an_empty_list_answers_to_any_field(open_case: Any) -> None:
    """A loop over nothing would hide the gap: it gets one member that is all gap."""
    one = planned(open_case, "recommendations.text", "agencies.samr_author")
    context = context_for(open_case, one)
    drafted = with_gaps(context, missing_fields(one, context))
    (only,) = drafted.recommendations
    assert str(only["text"]) == "[MISSING: recommendations text]"  # type: ignore[index]
    assert [agency.samr_author for agency in drafted.agencies] == [
        "[MISSING: agencies author]",
        "Insp Jo Vale",
    ]


def test_labels_are_words() -> None:
    """No underscore reaches a reader."""
    from generator.authoring.fields_used import all_fields

    assert not [path for path in all_fields() if "_" in label_of(path)]

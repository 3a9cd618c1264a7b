"""What a document needs and the case does not hold, said before anything is written."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.catalogue import Recipients
from generator.context.fields import Context
from generator.context.printed import words_of
from generator.filling.draft import gap_text
from generator.plan import PlannedDocument
from generator.recipient_place import BOARD_FILE, CASE_FILE, recipient_place
from redaction.errors import Problem

_OWNERS = {
    "child": "child’s",
    "board": "board’s",
    "recipient": "recipient’s",
    "agency": "agency’s",
    "reviewer": "reviewer’s",
    "link_person": "link person’s",
    "referral": "referral:",
    "decision": "decision:",
    "terms": "terms of reference:",
    "schedule": "schedule of the review:",
    "publication": "publication:",
    "case": "case",
    "procedure": "procedure’s",
    "document": "document’s",
    "meetings": "meeting:",
    "interview": "interview:",
    "proceeding": "proceedings:",
    "report_request": "request for the report:",
    "specialist": "specialist’s report:",
    "recommendation": "recommendation to the chair:",
    "rapid_review": "rapid review:",
    "media": "media strategy:",
    "cross_border": "other board’s part:",
    "peer_challenge": "peer challenge:",
    "national_request": "request of the national body:",
    "transfer": "transfer:",
}
_LAST_WORDS = {
    "full_name": "name",
    "address_line": "address",
    "gp": "GP",
    "nhs_number": "NHS number",
    "label": "pseudonym",
    "on": "date",
    "by": "by whom",
    "outcome_in_words": "outcome",
    "samr_author": "author",
}
_PLACES = {
    "child.full_name": "child.first_name",
    "child.address_line": "child.address",
    "child.nhs_number": "child.identifiers",
    "child.label": "pseudonyms",
    "board.address_line": "address",
    "publication.planned_day": "publication.planned",
    "referral.address_line": "referral.address",
    "decision.outcome_in_words": "decision.outcome",
    "recommendation.outcome_in_words": "recommendation.outcome",
    "terms.questions.answer": "terms_of_reference.answers",
    "terms.items.answer": "terms_of_reference.answers",
    "agency_recommendations": "recommendations",
    "parents": "family",
    "siblings": "family",
    "relatives": "family",
    "other_victims": "family",
    "learning": "learning",
    "distribution": "distribution",
    "dissemination": "dissemination",
    "national_request": "national_requests",
    "copies": "the numbered copies (casereview copies issue)",
}
_LISTS = {
    "parents": "the parents or carers",
    "siblings": "the brothers and sisters",
    "agencies": "the agencies involved",
    "panel": "the members of the panel",
    "criteria": "the answers to the criteria",
    "recommendations": "the recommendations",
    "agency_recommendations": "the recommendations of the agencies’ own reviews",
    "key_issues": "the key issues",
    "terms.questions.answer": "the answers to the scoping questions",
    "terms.items.answer": "what was agreed on the timetable",
    "proceedings": "the proceedings",
    "professionals": "the professionals involved",
    "learning": "the learning points",
    "distribution": "to whom each report is available",
    "dissemination": "the ways of passing the findings on",
    "waivers": "the time limits that were changed",
    "copies": "the numbered copies that are out",
    "agency.actions": "the actions that the agency owes",
    "agency.recommendations": "the recommendations of the agency’s own review",
    "rapid_review.learning": "the learning that can be shared at once",
    "rapid_review.improvements": "what might be improved",
    "media.lines": "the lines to take",
    "publication.improvements": "what should be improved",
    "transfer.contents": "what is handed over",
    "national_request.enclosures": "what is enclosed for the national body",
}


_PLURALS = {
    "proceeding": "proceedings",
    "report_request": "report_requests",
    "specialist": "specialist_reports",
    "national_request": "national_requests",
}
"""The lists of the case from which a document takes the one that is meant."""


@dataclass(frozen=True)
class MissingField:
    """A required field that is empty: its dotted path, its name for people, and where it goes."""

    path: str
    label: str
    file: str
    place: str

    def problem(self, planned: PlannedDocument) -> Problem:
        """As an error names it, for one planned document."""
        where = f"{planned.document.id}"
        if planned.recipient.id:
            where += f" to {planned.recipient.id}"
        return Problem(where, f"{self.label} is missing", f"Fill in {self.place} in {self.file}")


def missing_fields(planned: PlannedDocument, context: Context) -> tuple[MissingField, ...]:
    """The required fields of the document that are empty in its context, in the catalogue's order.

    A path that leads through a list (``recommendations.actions``) is missing where any member
    lacks it.
    """
    return tuple(
        MissingField(path, _label(path, planned), *_place_of(path, planned))
        for path in planned.document.fields
        if _is_empty(context.names(), path.split("."))
    )


def with_gaps(context: Context, gaps: Iterable[MissingField]) -> Context:
    """The context with a visible gap in place of every missing field, for a draft."""
    for gap in gaps:
        context = _filled(context, gap.path.split("."), gap_text(gap.label))
    return context


def _label(path: str, planned: PlannedDocument) -> str:
    if path.startswith("recipient.") and planned.document.recipients is Recipients.AGENCIES:
        return "the author of the agency’s report"
    return label_of(path)


def label_of(path: str) -> str:
    """A field in words: ``child.date_of_birth`` is "child’s date of birth"."""
    if path in _LISTS:
        return _LISTS[path]
    owner, _, rest = path.partition(".")
    if owner == "events":
        return f"date of the event “{words_of(rest)}”"
    if owner in ("due", "due_text"):
        return f"date due under rule {rest}"
    steps = [_LAST_WORDS.get(step, words_of(step)) for step in rest.split(".") if step]
    return " ".join([_OWNERS.get(owner, words_of(owner)), *steps])


def _place_of(path: str, planned: PlannedDocument) -> tuple[str, str]:
    """The file, and the place in it, where a person fills the field in."""
    owner, _, rest = path.partition(".")
    recipient = planned.recipient
    if owner == "board":
        return BOARD_FILE, _PLACES.get(path, rest)
    if path in _PLACES:
        return CASE_FILE, _PLACES[path]
    if owner == "recipient":
        return recipient_place(rest, planned)
    if owner == "document":
        return "the register", "the numbered copies (casereview copies issue)"
    if owner == "meetings":
        return CASE_FILE, f"meetings (kind: {rest.partition('.')[0]})"
    if owner == "interview":
        return CASE_FILE, f"professionals.{recipient.id}.interview.{rest}"
    if owner in _PLURALS:
        return CASE_FILE, f"{_PLURALS[owner]}.{rest}"
    if owner == "agency":
        return CASE_FILE, f"agencies.{recipient.agency}.{rest}"
    if owner == "events":
        return CASE_FILE, f"events (kind: {rest})"
    if owner in ("due", "due_text"):
        return CASE_FILE, "events"
    if owner in ("terms", "schedule"):
        return CASE_FILE, f"terms_of_reference.{'schedule.' * (owner == 'schedule')}{rest}"
    return CASE_FILE, rest if owner == "case" else path


def _is_empty(value: object, steps: list[str]) -> bool:
    if isinstance(value, tuple) and steps:
        return not value or any(_is_empty(member, steps) for member in value)
    if not steps:
        return not str(value).strip() if isinstance(value, str) else not value
    return _is_empty(_step(value, steps[0]), steps[1:])


def _step(value: object, name: str) -> object:
    if isinstance(value, Mapping):
        return value.get(name, "")
    return getattr(value, name)


def _filled(value: Any, steps: list[str], gap: str) -> Any:
    """``value`` with ``gap`` at every empty place that the steps lead to."""
    if isinstance(value, GapRecord):
        return value
    if isinstance(value, tuple):
        if not steps:
            return value or (GapRecord(gap),)
        return tuple(_filled(member, steps, gap) for member in value) or (GapRecord(gap),)
    if not steps:
        return value or gap
    inner = _filled(_step(value, steps[0]), steps[1:], gap)
    if isinstance(value, Mapping):
        return {**value, steps[0]: inner}
    return dataclasses.replace(value, **{steps[0]: inner})


class GapRecord(Mapping[str, "GapRecord"]):
    """Stands in a draft for the one member of an empty list: whatever is asked of it is the gap."""

    def __init__(self, gap: str) -> None:
        self._gap = gap

    def __getitem__(self, name: str) -> GapRecord:
        return self

    def __contains__(self, name: object) -> bool:
        return True

    def __iter__(self) -> Any:
        return iter(())

    def __len__(self) -> int:
        return 1

    def __str__(self) -> str:
        return self._gap

"""What exists of the case's documents, what is due, and what is missing for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from casework.clock import CaseOnADay
from casework.deadlines import Deadline, deadlines
from casework.register import Entry, EntryKind
from generator.catalogue import DocumentType, Form, load_catalogue
from generator.context import context_for
from generator.missing import MissingField, missing_fields
from generator.plan import PlannedDocument
from generator.recipients import NumberedCopy, Recipient, recipients_of

if TYPE_CHECKING:
    from casework.load import OpenCase


class DocumentState(StrEnum):
    """Where a document stands on a day."""

    SENT = "sent"
    """It is made for everyone, and recorded as sent to everyone."""
    MADE = "made"
    """It is made for everyone it is for."""
    PARTLY = "partly made"
    """It is made for some of those it is for."""
    OVERDUE = "overdue"
    """It is wanted, not made, and its last day is past."""
    DUE = "due"
    """What it answers to has happened, and it is not made."""
    NOT_YET = "not yet"
    """What it answers to has not happened."""
    ON_REQUEST = "on request"
    """No event asks for it; it is made when someone wants it."""
    NO_ONE = "for no one"
    """There is no one in this case to make it out to."""


@dataclass(frozen=True)
class DocumentStatus:
    """One row of the list of documents. ``due`` is the last day by the document's time rule."""

    document: DocumentType
    state: DocumentState
    recipients: tuple[Recipient, ...]
    made_for: tuple[str, ...]
    """The ids of the recipients it was made for; "" is that of a document made once."""
    last_made: date | None
    due: date | None
    rule_citation: str
    missing: tuple[MissingField, ...]


def document_status(
    open_case: OpenCase,
    entries: Sequence[Entry],
    as_of: date,
    copies: Sequence[NumberedCopy] = (),
) -> tuple[DocumentStatus, ...]:
    """A row for every document of the case's procedure, in the catalogue's order.

    ``entries`` are the register's; drafts don't count as made.
    """
    procedure = open_case.procedure
    limits = {one.rule.id: one for one in deadlines(open_case.case, procedure, as_of)}
    return tuple(
        _row(open_case, document, entries, as_of, copies, _limit(document, limits))
        for document in documents_of(open_case, as_of)
    )


def documents_of(open_case: OpenCase, as_of: date) -> Iterator[DocumentType]:
    """The documents with a template that this procedure has for this kind of review."""
    kind = CaseOnADay.of(open_case.case, open_case.procedure, as_of).review_kind()
    for document in load_catalogue().values():
        if document.form is not Form.TEMPLATE or open_case.procedure.id not in document.procedures:
            continue
        if not document.kinds or kind in document.kinds:
            yield document


def _limit(document: DocumentType, limits: Mapping[str, Deadline]) -> Deadline | None:
    """The earliest of the deadlines that the document's time rules make."""
    own = [limits[rule] for rule in document.rules if rule in limits]
    return min(own, key=lambda limit: limit.due or date.max, default=None)


def _row(
    open_case: OpenCase,
    document: DocumentType,
    entries: Sequence[Entry],
    as_of: date,
    copies: Sequence[NumberedCopy],
    limit: Deadline | None,
) -> DocumentStatus:
    recipients = tuple(recipients_of(document, open_case, copies))
    made = [e for e in entries if _tells(e, EntryKind.DOCUMENT_MADE, document)]
    sent = {e.details.get("recipient") for e in entries
            if _tells(e, EntryKind.DOCUMENT_SENT, document)}  # fmt: skip
    made_for = {str(entry.details.get("recipient", "")) for entry in made}
    wanted = {recipient.id for recipient in recipients}
    due = limit.due if limit else None
    if not wanted:
        state = DocumentState.NO_ONE
    elif wanted <= sent:
        state = DocumentState.SENT
    elif wanted <= made_for:
        state = DocumentState.MADE
    else:
        state = _unmade(open_case, document, as_of, due, bool(wanted & made_for))
    return DocumentStatus(
        document=document,
        state=state,
        recipients=recipients,
        made_for=tuple(sorted(made_for & wanted)),
        last_made=max((entry.at.date() for entry in made), default=None),
        due=due,
        rule_citation=limit.rule.citation if limit else "",
        missing=_missing(open_case, document, recipients, as_of, copies),
    )


def _tells(entry: Entry, kind: EntryKind, document: DocumentType) -> bool:
    return entry.kind is kind and entry.subject == document.id and not entry.details.get("draft")


def _unmade(
    open_case: OpenCase, document: DocumentType, as_of: date, due: date | None, some: bool
) -> DocumentState:
    if document.trigger is None:
        return DocumentState.PARTLY if some else DocumentState.ON_REQUEST
    happened = any(
        event.kind is document.trigger and event.on <= as_of for event in open_case.case.events
    )
    if not happened:
        return DocumentState.PARTLY if some else DocumentState.NOT_YET
    if due and due < as_of:
        return DocumentState.OVERDUE
    return DocumentState.PARTLY if some else DocumentState.DUE


def _missing(
    open_case: OpenCase,
    document: DocumentType,
    recipients: Sequence[Recipient],
    as_of: date,
    copies: Sequence[NumberedCopy],
) -> tuple[MissingField, ...]:
    """What any of its documents lacks, each thing once."""
    found: dict[MissingField, None] = {}
    for recipient in recipients:
        planned = PlannedDocument(document, recipient, as_of, tuple(copies))
        found |= dict.fromkeys(missing_fields(planned, context_for(open_case, planned)))
    return tuple(found)

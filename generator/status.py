"""What exists of the case's documents, what is due, and what is missing for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from casework.clock import CaseOnADay
from casework.deadlines import Deadline, DeadlineStatus, deadlines
from casework.register import Entry, EntryKind
from generator.addressees import NAMED_IN
from generator.catalogue import DocumentType, Form, load_catalogue
from generator.context import context_for
from generator.missing import MissingField, missing_fields
from generator.plan import PlannedDocument
from generator.recipient import NumberedCopy, Recipient
from generator.recipients import recipients_of

if TYPE_CHECKING:
    from casework.load import OpenCase


NEAR_DAYS = 14
"""Calendar days before its last day that a document is made which is not made earlier: a habit of
offices, not a rule of any procedure."""


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
    NOT_NEEDED = "not needed"
    """What it is for was done without it, or the chair's decision calls for another one."""
    ON_REQUEST = "on request"
    """No event asks for it; it is made when someone wants it."""
    NO_ONE = "for no one"
    """There is no one in this case to make it out to."""
    FOR_WHOM = "for whom?"
    """What it answers to has happened, and the case does not say to whom it goes."""

    @property
    def wanted(self) -> bool:
        """Whether it is to be made now."""
        return self in (DocumentState.OVERDUE, DocumentState.DUE, DocumentState.PARTLY)


@dataclass(frozen=True)
class DocumentStatus:
    """One row of the list of documents. ``due`` is the last day by the document's time rule."""

    document: DocumentType
    state: DocumentState
    recipients: tuple[Recipient, ...]
    made_for: tuple[str, ...]
    """The ids of the recipients it was made for; "" is that of a document made once."""
    sent_to: tuple[str, ...]
    """The ids of those to whom it is recorded as sent."""
    last_made: date | None
    due: date | None
    rule_citation: str
    """Of its time rule; without one, where the procedure asks for the document."""
    missing: tuple[MissingField, ...]

    @property
    def lacking(self) -> tuple[str, ...]:
        """The names of what is missing, each once."""
        return tuple(dict.fromkeys(field.label for field in self.missing))

    @property
    def to_make(self) -> tuple[Recipient, ...]:
        """Those for whom it is not made."""
        return tuple(one for one in self.recipients if one.id not in self.made_for)

    @property
    def to_send(self) -> tuple[Recipient, ...]:
        """Those for whom it is made, and to whom it is not recorded as sent."""
        return tuple(
            one for one in self.recipients if one.id in self.made_for and one.id not in self.sent_to
        )

    @property
    def already_sent(self) -> tuple[Recipient, ...]:
        """Those to whom it is recorded as sent."""
        return tuple(one for one in self.recipients if one.id in self.sent_to)


@dataclass(frozen=True)
class _Desk:
    """The case as the office sees it on a day: what happened, what is due, what was made."""

    view: CaseOnADay
    open_case: OpenCase
    limits: Mapping[str, Deadline]
    entries: Sequence[Entry]
    copies: tuple[NumberedCopy, ...]

    def recipients(self, kind: EntryKind, document: DocumentType) -> set[str]:
        """To whom the register says that ``document`` was made out, or sent; no drafts."""
        return {
            str(entry.details.get("recipient", ""))
            for entry in self.entries
            if _tells(entry, kind, document)
        }

    def limits_of(self, document: DocumentType) -> list[Deadline]:
        """The deadlines by the document's time rules, the earliest first."""
        own = [self.limits[rule] for rule in document.rules if rule in self.limits]
        return sorted(own, key=lambda limit: limit.due or date.max)

    def is_near(self, document: DocumentType) -> bool:
        """Whether the last day by the document's time rules is at most ``NEAR_DAYS`` away."""
        days = [limit.due for limit in self.limits_of(document) if limit.due]
        return bool(days) and (min(days) - self.view.as_of).days <= NEAR_DAYS


def document_status(
    open_case: OpenCase,
    entries: Sequence[Entry],
    as_of: date,
    copies: Sequence[NumberedCopy] = (),
) -> tuple[DocumentStatus, ...]:
    """A row for every document of the case's procedure, in the catalogue's order.

    ``entries`` are the register's; drafts don't count as made.
    """
    view = CaseOnADay.of(open_case.case, open_case.procedure, as_of)
    limits = {one.rule.id: one for one in deadlines(open_case.case, open_case.procedure, as_of)}
    desk = _Desk(view, open_case, limits, entries, tuple(copies))
    return tuple(_row(desk, document) for document in documents_of(view))


def documents_of(view: CaseOnADay) -> Iterator[DocumentType]:
    """The documents with a template that the procedure has for the case's kind of review."""
    kind = view.review_kind()
    for document in load_catalogue().values():
        if document.form is not Form.TEMPLATE or view.procedure.id not in document.procedures:
            continue
        if not document.kinds or kind in document.kinds:
            yield document


def _row(desk: _Desk, document: DocumentType) -> DocumentStatus:
    recipients = tuple(recipients_of(document, desk.open_case, desk.copies))
    wanted = {recipient.id for recipient in recipients}
    made_for = desk.recipients(EntryKind.DOCUMENT_MADE, document) & wanted
    sent_to = desk.recipients(EntryKind.DOCUMENT_SENT, document) & wanted
    limits = desk.limits_of(document)
    source = document.source_in(desk.view.procedure)
    made = [e for e in desk.entries if _tells(e, EntryKind.DOCUMENT_MADE, document)]
    return DocumentStatus(
        document=document,
        state=_state(desk, document, wanted, made_for, sent_to),
        recipients=recipients,
        made_for=tuple(sorted(made_for)),
        sent_to=tuple(sorted(sent_to)),
        last_made=max((entry.at.date() for entry in made), default=None),
        due=limits[0].due if limits else None,
        rule_citation=limits[0].rule.citation if limits else source,
        missing=_missing(desk, document, recipients),
    )


def _tells(entry: Entry, kind: EntryKind, document: DocumentType) -> bool:
    return entry.kind is kind and entry.subject == document.id and not entry.details.get("draft")


def _state(
    desk: _Desk, document: DocumentType, wanted: set[str], made_for: set[str], sent_to: set[str]
) -> DocumentState:
    if not wanted:
        called_for = document.recipients in NAMED_IN and _is_called_for(desk, document)
        return DocumentState.FOR_WHOM if called_for else DocumentState.NO_ONE
    if wanted <= sent_to:
        return DocumentState.SENT
    if wanted <= made_for:
        return DocumentState.MADE
    if document.trigger is None or (document.near_limit and not desk.limits_of(document)):
        return DocumentState.PARTLY if made_for else DocumentState.ON_REQUEST
    if not _is_called_for(desk, document):
        return DocumentState.PARTLY if made_for else DocumentState.NOT_YET
    if _is_settled(desk, document):
        return DocumentState.NOT_NEEDED
    if document.near_limit and not desk.is_near(document):
        return DocumentState.NOT_YET
    limits = desk.limits_of(document)
    if any(limit.status is DeadlineStatus.OVERDUE for limit in limits):
        return DocumentState.OVERDUE
    return DocumentState.PARTLY if made_for else DocumentState.DUE


def _is_called_for(desk: _Desk, document: DocumentType) -> bool:
    """Whether what it answers to has happened."""
    return any(event.kind is document.trigger for event in desk.view.happened)


def _is_settled(desk: _Desk, document: DocumentType) -> bool:
    """Whether what the document is for was done, or the chair decided on something else."""
    decision = desk.open_case.case.decision
    if document.outcomes and (decision is None or decision.outcome not in document.outcomes):
        return True
    if _comes_too_late(desk, document):
        return True
    limits = desk.limits_of(document)
    return bool(limits) and not any(limit.status.open for limit in limits)


def _comes_too_late(desk: _Desk, document: DocumentType) -> bool:
    """Whether what it leads up to has happened since what it answers to."""
    days = {event.kind: event.on for event in sorted(desk.view.happened, key=lambda one: one.on)}
    if document.until not in days or document.trigger not in days:
        return False
    return days[document.until] >= days[document.trigger]


def _missing(
    desk: _Desk, document: DocumentType, recipients: Sequence[Recipient]
) -> tuple[MissingField, ...]:
    """What any of its documents lacks, each thing once."""
    found: dict[MissingField, None] = {}
    for recipient in recipients:
        planned = PlannedDocument(document, recipient, desk.view.as_of, desk.copies)
        found |= dict.fromkeys(missing_fields(planned, context_for(desk.open_case, planned)))
    return tuple(found)

"""Which documents are to be made, and for whom: one planned document for each recipient."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from casework.model import FamilyRole
from generator.catalogue import DocumentType, Recipients, document_type, load_catalogue
from generator.recipients import NumberedCopy, Recipient, recipients_of
from redaction.errors import Problem, TemplateError

if TYPE_CHECKING:
    from casework.load import OpenCase

DOCX = ".docx"

_WHY_NO_ONE = {
    Recipients.CHIEF_OFFICERS: "no agency of the case is marked as involved",
    Recipients.AGENCIES: "no agency of the case is marked as involved",
    Recipients.FAMILY: "no member of the family has write_to: true",
    Recipients.OTHER_VICTIMS: f"no one of role {FamilyRole.OTHER_VICTIM} has write_to: true",
}


@dataclass(frozen=True)
class PlannedDocument:
    """One document for one recipient, as of a day."""

    document: DocumentType
    recipient: Recipient
    as_of: date

    @property
    def file_name(self) -> str:
        """``bed-h/2007-03-02-bed-h-police.docx``, below ``documents``: it names no one."""
        end = f"-{self.recipient.id}" if self.recipient.id else ""
        return f"{self.document.id}/{self.as_of.isoformat()}-{self.document.id}{end}{DOCX}"


def plan(
    open_case: OpenCase,
    ids: Sequence[str],
    to: Sequence[str],
    as_of: date,
    copies: Sequence[NumberedCopy] = (),
) -> tuple[PlannedDocument, ...]:
    """The documents ``ids`` for every recipient, or for those whom ``to`` names.

    ``to`` holds ids of agencies or people, or names. ``copies`` are the numbered copies that are
    out. Raises ``TemplateError`` with every fault: an unknown document, one of another procedure,
    one with no recipient, and a ``to`` that no document is addressed to.
    """
    problems: list[Problem] = []
    planned: list[PlannedDocument] = []
    known: list[Recipient] = []
    left_out: list[str] = []
    for document_id in dict.fromkeys(ids):
        try:
            document = document_type(document_id)
            _refuse_other_procedure(document, open_case.procedure.id)
            recipients = recipients_of(document, open_case, copies)
            known += recipients
            chosen = _chosen(document, recipients, to)
        except TemplateError as error:
            problems += error.problems
            continue
        planned += [PlannedDocument(document, recipient, as_of) for recipient in chosen]
        left_out += [] if chosen else [document_id]
    problems += _addressed_to_no_one(to, known, planned) or [
        Problem(document_id, "it is not addressed to any of those you named", "Make it by itself")
        for document_id in left_out
    ]
    if problems:
        raise TemplateError(problems)
    return tuple(planned)


def _refuse_other_procedure(document: DocumentType, procedure: str) -> None:
    if procedure in document.procedures:
        return
    has = [entry.id for entry in load_catalogue().values() if procedure in entry.procedures]
    raise TemplateError.because(
        document.id,
        f'this document is not part of the procedure "{procedure}" of this case',
        f"It belongs to {', '.join(document.procedures)}. This case can make: {', '.join(has)}",
    )


def _chosen(
    document: DocumentType, recipients: Sequence[Recipient], to: Sequence[str]
) -> list[Recipient]:
    if not recipients:
        raise TemplateError.because(
            document.id,
            f"there is no one to make it out to: {_WHY_NO_ONE[document.recipients]}",
            "Correct case.yaml, or leave this document out",
        )
    if not to:
        return list(recipients)
    return [recipient for recipient in recipients if any(map(recipient.answers_to, to))]


def _addressed_to_no_one(
    to: Iterable[str], known: Sequence[Recipient], planned: Sequence[PlannedDocument]
) -> list[Problem]:
    names = list(dict.fromkeys(recipient.id for recipient in known if recipient.id))
    problems = []
    for wanted in to:
        if any(entry.recipient.answers_to(wanted) for entry in planned):
            continue
        near = difflib.get_close_matches(wanted.lower(), names, n=1)
        remedy = f"Did you mean {near[0]}?" if near else f"Possible: {', '.join(names) or 'none'}"
        problems.append(Problem("", f'no chosen document is addressed to "{wanted}"', remedy))
    return problems

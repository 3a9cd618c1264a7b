"""Which documents are to be made, and for whom: one planned document for each recipient."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from casework.clock import CaseOnADay
from casework.model import FamilyRole
from generator.catalogue import DocumentType, Form, Recipients, document_type
from generator.recipient import NumberedCopy, Recipient
from generator.recipients import recipients_of
from redaction.errors import Problem, TemplateError

if TYPE_CHECKING:
    from casework.load import OpenCase

DOCX = ".docx"
GENERAL = "general"
"""The folder of documents that are made out to no one in particular, where each has one."""

_WHY_NO_ONE = {
    Recipients.CHIEF_OFFICERS: "no agency of the case is marked as involved",
    Recipients.AGENCIES: "no agency of the case is marked as involved",
    Recipients.FAMILY: "no member of the family has write_to: true",
    Recipients.OTHER_VICTIMS: f"no one of role {FamilyRole.OTHER_VICTIM} has write_to: true",
    Recipients.AGENCIES_ASKED: "the case lists no agencies",
    Recipients.BOARD_MEMBERS: "the board's profile lists no agencies",
    Recipients.PANEL_MEMBERS: "no members of the panel are listed",
    Recipients.REFERRER: "the referral does not say who made it",
    Recipients.REVIEWER: "there is no reviewer yet",
    Recipients.PRACTITIONERS: "no professional has write_to: true",
    Recipients.INTERVIEWEES: "no professional has an interview",
    Recipients.NATIONAL_BODIES: "the procedure names no national body",
    Recipients.OTHER_BOARD: "cross_border or peer_challenge names no neighbouring board whose"
    " chair stands in the board's profile",
    Recipients.COURTS: "no criminal, care or coroner's proceedings are listed",
    Recipients.PARALLEL_REVIEWS: "no other review is listed under proceedings",
    Recipients.HOMICIDE_REVIEWS: "no domestic homicide review is listed under proceedings",
    Recipients.INVESTIGATORS: "no open criminal proceedings are listed",
    Recipients.REQUESTERS: "no one is listed under report_requests",
    Recipients.SPECIALISTS: "no one is listed under specialist_reports",
    Recipients.SUCCESSORS: "transfer does not say who takes the review over",
    Recipients.COPY_HOLDERS: "no numbered copy is out",
}

_WHAT_TO_DO = {
    Recipients.SUCCESSORS: "Fill in transfer in case.yaml: to, address, on, state, contents",
    Recipients.COPY_HOLDERS: "Give them out first: casereview copies issue",
}
"""The remedy, where it is not in what the case says of itself."""


@dataclass(frozen=True)
class PlannedDocument:
    """One document for one recipient, as of a day."""

    document: DocumentType
    recipient: Recipient
    as_of: date
    copies: tuple[NumberedCopy, ...] = ()
    """The numbered copies of the case's reports that are out."""
    variant: str = ""
    """The further layout it is made in, such as large print; empty for its own."""
    by_recipient: bool = False
    """Whether it is put with the recipient's other documents, to be sent together."""

    @property
    def folder(self) -> str:
        """The folder it goes into: the document's id, or the recipient's."""
        return (self.recipient.id or GENERAL) if self.by_recipient else self.document.id

    @property
    def file_name(self) -> str:
        """``bed-h/2007-03-02-bed-h-police.docx``, below ``documents``: it names no one."""
        parts = (self.as_of.isoformat(), self.document.id, self.recipient.id, self.variant)
        return f"{self.folder}/{'-'.join(part for part in parts if part)}{DOCX}"

    @property
    def template(self) -> str:
        """The name of its template, without ending: ``leaflet-families.large-print``."""
        return f"{self.document.id}.{self.variant}" if self.variant else self.document.id


def planned_for(
    document: DocumentType,
    recipients: Iterable[Recipient],
    as_of: date,
    copies: Sequence[NumberedCopy],
    *,
    by_recipient: bool = False,
) -> list[PlannedDocument]:
    """``document`` for each recipient, in each of its layouts."""
    variants = ["", *document.layouts[1:]]
    return [
        PlannedDocument(document, recipient, as_of, tuple(copies), variant, by_recipient)
        for recipient in recipients
        for variant in variants
    ]


def plan(
    open_case: OpenCase,
    ids: Sequence[str],
    to: Sequence[str],
    as_of: date,
    copies: Sequence[NumberedCopy] = (),
    *,
    other_procedure: bool = False,
) -> tuple[PlannedDocument, ...]:
    """The documents ``ids`` for every recipient, or for those whom ``to`` names.

    ``to`` holds ids of agencies or people, or names. ``copies`` are the numbered copies that are
    out. ``other_procedure`` says that documents of other procedures are meant. Raises
    ``TemplateError`` with every fault: an unknown document, one of another procedure, one without
    a template or a recipient, and a ``to`` that no document is addressed to.
    """
    problems: list[Problem] = []
    planned: list[PlannedDocument] = []
    known: list[Recipient] = []
    left_out: list[str] = []
    for document_id in dict.fromkeys(ids):
        try:
            document = document_type(document_id)
            _refuse_without_template(document)
            if not other_procedure:
                _refuse_other_procedure(document, open_case.procedure.id)
                _refuse_other_kind(document, open_case, as_of)
            recipients = recipients_of(document, open_case, copies)
            known += recipients
            chosen = _chosen(document, recipients, to)
        except TemplateError as error:
            problems += error.problems
            continue
        planned += planned_for(document, chosen, as_of, copies)
        left_out += [] if chosen else [document_id]
    problems += _addressed_to_no_one(to, known, planned) or [
        Problem(document_id, "it is not addressed to any of those you named", "Make it by itself")
        for document_id in left_out
    ]
    if problems:
        raise TemplateError(problems)
    return tuple(planned)


def _refuse_without_template(document: DocumentType) -> None:
    if document.form is Form.TEMPLATE:
        return
    whole = f"it is part of {document.part_of}" if document.part_of else document.reason
    remedy = f"Make {document.part_of}" if document.part_of else "Nothing is to be made here"
    raise TemplateError.because(document.id, f"it is no document of its own: {whole}", remedy)


def _refuse_other_procedure(document: DocumentType, procedure: str) -> None:
    if procedure in document.procedures:
        return
    raise TemplateError.because(
        document.id,
        f'this document is not part of the procedure "{procedure}" of this case',
        f"It belongs to {', '.join(document.procedures)}. To see what this case can make:"
        " casereview documents CASE. If you do mean it: --other-procedure",
    )


def _refuse_other_kind(document: DocumentType, open_case: OpenCase, as_of: date) -> None:
    kind = CaseOnADay.of(open_case.case, open_case.procedure, as_of).review_kind()
    if not document.kinds or kind in document.kinds or kind is None:
        return
    kinds = " or ".join(one.value.replace("_", " ") for one in document.kinds)
    raise TemplateError.because(
        document.id,
        f"the kind of this case is {kind.value.replace('_', ' ')}, and it belongs to: {kinds}",
        "Correct kind in case.yaml. If you do mean it: --other-procedure",
    )


def _chosen(
    document: DocumentType, recipients: Sequence[Recipient], to: Sequence[str]
) -> list[Recipient]:
    if not recipients:
        raise TemplateError.because(
            document.id,
            f"there is no one to make it out to: {_WHY_NO_ONE[document.recipients]}",
            _WHAT_TO_DO.get(document.recipients, "Correct case.yaml, or leave this document out"),
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

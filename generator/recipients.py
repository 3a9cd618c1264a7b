"""Whom a document is made out to, worked out from the case and the board's profile."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from casework.model import (
    Agency,
    FamilyMember,
    FamilyRole,
    Involvement,
    ProceedingKind,
)
from generator import addressees
from generator.catalogue import DocumentType, Recipients
from generator.recipient import NumberedCopy, Recipient
from redaction.errors import TemplateError

if TYPE_CHECKING:
    from casework.load import OpenCase


def recipients_of(
    document: DocumentType, open_case: OpenCase, copies: Sequence[NumberedCopy] = ()
) -> list[Recipient]:
    """Everyone to whom ``document`` is made out in this case, in the case's order."""
    made_for = [
        *_READERS[document.recipients](document, open_case),
        *addressees.amended(document, open_case),
    ]
    if document.recipients is Recipients.COPY_HOLDERS:
        made_for = [*addressees.to_holders(document, copies), *made_for]
    return made_for


def involved_agencies(open_case: OpenCase) -> Iterator[tuple[Agency, Involvement]]:
    """The agencies involved in the case with their part in it, in the case's order.

    Raises ``TemplateError`` for an agency that the board's profile doesn't have.
    """
    agencies = {agency.id: agency for agency in open_case.board.agencies}
    for index, involvement in enumerate(open_case.case.agencies):
        if not involvement.involved:
            continue
        if involvement.agency not in agencies:
            raise TemplateError.because(
                f"agencies.{index}.agency",
                f'the board\'s profile has no agency "{involvement.agency}"',
                f"Known: {', '.join(agencies)}",
            )
        yield agencies[involvement.agency], involvement


def other_agencies(open_case: OpenCase) -> Iterator[tuple[Agency, Involvement]]:
    """The agencies of the case that are not known to be involved, in the case's order."""
    agencies = {agency.id: agency for agency in open_case.board.agencies}
    for involvement in open_case.case.agencies:
        if not involvement.involved and involvement.agency in agencies:
            yield agencies[involvement.agency], involvement


def written_to(open_case: OpenCase, victims: bool) -> list[FamilyMember]:
    """The people to whom the panel decided to write: the other victims, or the family."""
    return [
        member
        for member in open_case.case.family
        if member.write_to and (member.role is FamilyRole.OTHER_VICTIM) is victims
    ]


_COURTS = (ProceedingKind.CRIMINAL, ProceedingKind.INQUEST, ProceedingKind.CARE)
_REVIEWS = tuple(
    kind for kind in ProceedingKind if kind not in (*_COURTS, ProceedingKind.COURT_ORDER)
)
_READERS: dict[Recipients, Callable[[DocumentType, OpenCase], list[Recipient]]] = {
    Recipients.ONE: lambda document, case: [Recipient()],
    Recipients.CHAIR: lambda document, case: [
        addressees.to_officer(case.board.chair, "", case.board.name, case.board.address)
    ],
    Recipients.CHIEF_OFFICERS: lambda document, case: [
        addressees.to_officer(agency.chief_officer, agency.id, agency.name)
        for agency, _ in involved_agencies(case)
    ],
    Recipients.AGENCIES: lambda document, case: [
        addressees.to_author(*pair) for pair in involved_agencies(case)
    ],
    Recipients.AGENCIES_ASKED: lambda document, case: [
        addressees.to_officer(agency.chief_officer, agency.id, agency.name)
        for agency, _ in (*involved_agencies(case), *other_agencies(case))
    ],
    Recipients.BOARD_MEMBERS: lambda document, case: addressees.board_members(case),
    Recipients.PANEL_MEMBERS: lambda document, case: addressees.panel(case),
    Recipients.REFERRER: lambda document, case: addressees.referrer(case),
    Recipients.REVIEWER: lambda document, case: addressees.reviewer(case),
    Recipients.FAMILY: lambda document, case: [
        addressees.to_family(member) for member in written_to(case, victims=False)
    ],
    Recipients.OTHER_VICTIMS: lambda document, case: [
        addressees.to_family(member) for member in written_to(case, victims=True)
    ],
    Recipients.PRACTITIONERS: lambda document, case: [
        addressees.to_professional(person, case)
        for person in case.case.professionals
        if person.write_to
    ],
    Recipients.INTERVIEWEES: lambda document, case: [
        addressees.to_professional(person, case)
        for person in case.case.professionals
        if person.interview
    ],
    Recipients.NATIONAL_BODIES: addressees.national_bodies,
    Recipients.OTHER_BOARD: addressees.other_board,
    Recipients.COURTS: lambda document, case: addressees.proceedings(case, *_COURTS),
    Recipients.PARALLEL_REVIEWS: lambda document, case: addressees.proceedings(case, *_REVIEWS),
    Recipients.HOMICIDE_REVIEWS: lambda document, case: addressees.proceedings(
        case, ProceedingKind.DOMESTIC_HOMICIDE_REVIEW
    ),
    Recipients.INVESTIGATORS: lambda document, case: [
        recipient
        for recipient in addressees.proceedings(case, ProceedingKind.CRIMINAL)
        if not case.case.proceedings[recipient.proceeding or 0].concluded
    ],
    Recipients.REQUESTERS: lambda document, case: addressees.requesters(case),
    Recipients.SPECIALISTS: lambda document, case: addressees.specialists(case),
    Recipients.SUCCESSORS: addressees.successors,
    Recipients.COPY_HOLDERS: lambda document, case: [],
}

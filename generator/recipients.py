"""Whom a document is made out to, worked out from the case and the board's profile."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casework.model import (
    Agency,
    FamilyMember,
    FamilyRole,
    Involvement,
    Officer,
    ProceedingKind,
    Professional,
)
from casework.model.plans import AmendedReport
from generator.catalogue import DocumentType, Recipients
from redaction.errors import TemplateError

if TYPE_CHECKING:
    from casework.load import OpenCase


@dataclass(frozen=True)
class NumberedCopy:
    """One numbered copy of a document: "Copy 3 of 9", and who holds it."""

    document: str
    number: int
    of: int
    holder: str

    @property
    def label(self) -> str:
        """As the footer prints it."""
        return f"Copy {self.number} of {self.of}"


@dataclass(frozen=True)
class Recipient:
    """One recipient of a document.

    ``id`` is safe in a file name and names no one: an agency's or a person's id, ``copy-3``, or
    empty where a document is made once.
    """

    id: str = ""
    name: str = ""
    post: str = ""
    organisation: str = ""
    organisation_id: str = ""
    address: tuple[str, ...] = ()
    salutation: str = ""
    relation: str = ""
    agency: str = ""
    """The id of the agency that the document is about."""
    copy: NumberedCopy | None = None
    proceeding: int | None = None
    """The place, in the case's list, of the proceeding that the document is about."""
    amended: AmendedReport | None = None
    """The amended report that this document is."""
    first_name: str = ""

    def answers_to(self, wanted: str) -> bool:
        """Whether ``wanted`` is this recipient's id or name, or their organisation."""
        own = (self.id, self.name, self.organisation, self.organisation_id)
        return wanted.strip().casefold() in {text.casefold() for text in own if text}


def recipients_of(
    document: DocumentType, open_case: OpenCase, copies: Sequence[NumberedCopy] = ()
) -> list[Recipient]:
    """Everyone to whom ``document`` is made out in this case, in the case's order."""
    made_for = [
        *_READERS[document.recipients](document, open_case),
        *_amended(document, open_case),
    ]
    if document.recipients is Recipients.COPY_HOLDERS:
        made_for = [*_to_holders(document, copies), *made_for]
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


def salutation(name: str, title: str) -> str:
    """The words "Dear Ms Okafor" where a title is known, else "Dear" and the whole name."""
    if not title:
        return f"Dear {name}"
    return f"Dear {title} {name.removeprefix(title).split()[-1]}"


def _to_officer(
    officer: Officer, agency: str, organisation: str, address: Sequence[str] = ()
) -> Recipient:
    return Recipient(
        id=agency,
        name=officer.name,
        post=officer.post,
        organisation=organisation,
        organisation_id=agency,
        address=tuple(officer.address) or tuple(address),
        salutation=salutation(officer.name, officer.title),
        agency=agency,
    )


def _to_author(agency: Agency, involvement: Involvement) -> Recipient:
    author = involvement.samr_author
    return Recipient(
        id=agency.id,
        name=author,
        post=involvement.samr_author_post,
        organisation=agency.name,
        organisation_id=agency.id,
        address=tuple(agency.chief_officer.address),
        salutation=salutation(author, "") if author else "",
        agency=agency.id,
    )


def _to_family(member: FamilyMember) -> Recipient:
    return Recipient(
        id=member.id,
        name=member.full_name,
        address=tuple(member.address),
        salutation=salutation(member.full_name, "")
        if not member.title
        else f"Dear {member.title} {member.surname}",
        relation=member.relation,
        first_name=member.first_name,
    )


def _to_professional(person: Professional, open_case: OpenCase) -> Recipient:
    names = {agency.id: agency for agency in open_case.board.agencies}
    agency = names.get(person.agency)
    return Recipient(
        id=person.id,
        name=person.name,
        post=person.post,
        organisation=agency.name if agency else "",
        organisation_id=person.agency,
        address=tuple(person.address or (agency.chief_officer.address if agency else ())),
        salutation=salutation(person.name, person.title),
        agency=person.agency,
    )


def _proceedings(open_case: OpenCase, *kinds: ProceedingKind) -> list[Recipient]:
    return [
        Recipient(
            id=proceeding.id or f"proceeding-{number + 1}",
            name=proceeding.contact,
            post=proceeding.contact_post,
            organisation=proceeding.body,
            address=tuple(proceeding.address),
            salutation=salutation(proceeding.contact, "") if proceeding.contact else "",
            proceeding=number,
        )
        for number, proceeding in enumerate(open_case.case.proceedings)
        if proceeding.kind in kinds
    ]


def _national_bodies(document: DocumentType, open_case: OpenCase) -> list[Recipient]:
    """The bodies that the document's time rules name, else all of the procedure's."""
    procedure = open_case.procedure
    named = [body for rule in document.rules_of(procedure) for body in rule.bodies]
    addresses = {body.id: body for body in open_case.board.national_bodies}
    return [
        Recipient(
            id=body,
            name=procedure.national_bodies[body],
            address=tuple(addresses[body].address) if body in addresses else (),
            salutation="Dear colleague",
            organisation_id=body,
        )
        for body in dict.fromkeys(named or procedure.national_bodies)
    ]


def _other_board(document: DocumentType, open_case: OpenCase) -> list[Recipient]:
    case = open_case.case
    if document.id == "peer-challenge":
        concerned = case.peer_challenge.board if case.peer_challenge else ""
    else:
        concerned = case.cross_border.board if case.cross_border else ""
    return [
        _to_officer(board.chair, board.id, board.name)
        for board in open_case.board.neighbouring_boards
        if board.id == concerned and board.chair
    ]


def _panel(open_case: OpenCase) -> list[Recipient]:
    return [
        Recipient(
            id=f"panel-{number}",
            name=member.name,
            post=member.post,
            organisation=member.organisation,
            address=tuple(member.address),
            salutation=salutation(member.name, ""),
        )
        for number, member in enumerate(open_case.case.panel, start=1)
        if not member.withdrew
    ]


def _board_members(open_case: OpenCase) -> list[Recipient]:
    return [
        _to_officer(
            agency.representative or agency.deputy or agency.chief_officer,
            agency.id,
            agency.name,
            agency.chief_officer.address,
        )
        for agency in open_case.board.agencies
    ]


def _reviewer(open_case: OpenCase) -> list[Recipient]:
    person = open_case.case.reviewer
    if person is None:
        return []
    return [
        Recipient(
            name=person.name,
            post=person.post,
            organisation=person.organisation,
            address=tuple(person.address),
            salutation=salutation(person.name, person.title),
        )
    ]


def _referrer(open_case: OpenCase) -> list[Recipient]:
    made = open_case.case.referral
    if not made.name:
        return []
    return [
        Recipient(
            name=made.name,
            post=made.role,
            organisation=made.organisation,
            address=tuple(made.address),
            salutation=salutation(made.name, ""),
        )
    ]


def _requesters(open_case: OpenCase) -> list[Recipient]:
    return [
        Recipient(
            id=asked.id,
            name=asked.name,
            address=tuple(asked.address),
            salutation=salutation(asked.name, ""),
        )
        for asked in open_case.case.report_requests
    ]


def _specialists(open_case: OpenCase) -> list[Recipient]:
    return [
        Recipient(
            id=asked.id,
            name=asked.expert,
            post=asked.post,
            organisation=asked.organisation,
            address=tuple(asked.address),
            salutation=salutation(asked.expert, ""),
        )
        for asked in open_case.case.specialist_reports
    ]


def _successors(open_case: OpenCase) -> list[Recipient]:
    planned = open_case.case.transfer
    if planned is None:
        return []
    return [Recipient(name=planned.to, address=tuple(planned.address), salutation="Dear colleague")]


def _amended(document: DocumentType, open_case: OpenCase) -> list[Recipient]:
    return [
        Recipient(id=f"amended-{made.identifier}", name=made.use, amended=made)
        for made in open_case.case.amended_reports
        if made.document == document.id
    ]


def _to_holders(document: DocumentType, copies: Sequence[NumberedCopy]) -> list[Recipient]:
    numbered = document.copies_of or document.id
    held = [copy for copy in copies if copy.document == numbered]
    if not held:
        return [] if document.copies_of else [Recipient()]
    return [
        Recipient(id=f"copy-{copy.number}", name=copy.holder, copy=copy)
        for copy in sorted(held, key=lambda copy: copy.number)
    ]


_COURTS = (ProceedingKind.CRIMINAL, ProceedingKind.INQUEST, ProceedingKind.CARE)
_REVIEWS = tuple(
    kind for kind in ProceedingKind if kind not in (*_COURTS, ProceedingKind.COURT_ORDER)
)
_READERS: dict[Recipients, Callable[[DocumentType, OpenCase], list[Recipient]]] = {
    Recipients.ONE: lambda document, case: [Recipient()],
    Recipients.CHAIR: lambda document, case: [
        _to_officer(case.board.chair, "", case.board.name, case.board.address)
    ],
    Recipients.CHIEF_OFFICERS: lambda document, case: [
        _to_officer(agency.chief_officer, agency.id, agency.name)
        for agency, _ in involved_agencies(case)
    ],
    Recipients.AGENCIES: lambda document, case: [
        _to_author(*pair) for pair in involved_agencies(case)
    ],
    Recipients.AGENCIES_ASKED: lambda document, case: [
        _to_officer(agency.chief_officer, agency.id, agency.name)
        for agency, _ in (*involved_agencies(case), *other_agencies(case))
    ],
    Recipients.BOARD_MEMBERS: lambda document, case: _board_members(case),
    Recipients.PANEL_MEMBERS: lambda document, case: _panel(case),
    Recipients.REFERRER: lambda document, case: _referrer(case),
    Recipients.REVIEWER: lambda document, case: _reviewer(case),
    Recipients.FAMILY: lambda document, case: [
        _to_family(member) for member in written_to(case, victims=False)
    ],
    Recipients.OTHER_VICTIMS: lambda document, case: [
        _to_family(member) for member in written_to(case, victims=True)
    ],
    Recipients.PRACTITIONERS: lambda document, case: [
        _to_professional(person, case) for person in case.case.professionals if person.write_to
    ],
    Recipients.INTERVIEWEES: lambda document, case: [
        _to_professional(person, case) for person in case.case.professionals if person.interview
    ],
    Recipients.NATIONAL_BODIES: _national_bodies,
    Recipients.OTHER_BOARD: _other_board,
    Recipients.COURTS: lambda document, case: _proceedings(case, *_COURTS),
    Recipients.PARALLEL_REVIEWS: lambda document, case: _proceedings(case, *_REVIEWS),
    Recipients.HOMICIDE_REVIEWS: lambda document, case: _proceedings(
        case, ProceedingKind.DOMESTIC_HOMICIDE_REVIEW
    ),
    Recipients.INVESTIGATORS: lambda document, case: [
        recipient
        for recipient in _proceedings(case, ProceedingKind.CRIMINAL)
        if not case.case.proceedings[recipient.proceeding or 0].concluded
    ],
    Recipients.REQUESTERS: lambda document, case: _requesters(case),
    Recipients.SPECIALISTS: lambda document, case: _specialists(case),
    Recipients.SUCCESSORS: lambda document, case: _successors(case),
    Recipients.COPY_HOLDERS: lambda document, case: [],
}

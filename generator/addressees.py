"""The people and bodies of a case as those to whom documents are made out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
from generator.catalogue import DocumentType, Recipients
from generator.recipient import NumberedCopy, Recipient, salutation

if TYPE_CHECKING:
    from casework.load import OpenCase

SUCCESSORS = "safeguarding-partners"
"""Those who take over a board's unfinished review, as rules and events call them too."""
NAMED_IN = {
    Recipients.INTERVIEWEES: "professionals, with an interview",
    Recipients.REQUESTERS: "report_requests",
    Recipients.SPECIALISTS: "specialist_reports",
}
"""Where the case names those whom an event is about: whoever records the event must name them."""


def to_officer(
    officer: Officer, agency: str, organisation: str, address: Sequence[str] = ()
) -> Recipient:
    """The document made out to a person who holds an office."""
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


def to_author(agency: Agency, involvement: Involvement) -> Recipient:
    """The document made out to the author of an agency's own report."""
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


def to_family(member: FamilyMember) -> Recipient:
    """The document made out to a member of the family, or another victim."""
    return Recipient(
        id=member.id,
        name=member.full_name,
        address=tuple(member.address),
        salutation=_family_salutation(member),
        relation=member.relation,
        first_name=member.first_name,
    )


def _family_salutation(member: FamilyMember) -> str:
    """By title and surname; a brother or sister without a title by the first name."""
    if member.title:
        return f"Dear {member.title} {member.surname}"
    if member.role is FamilyRole.SIBLING:
        return f"Dear {member.first_name}"
    return salutation(member.full_name, "")


def to_professional(person: Professional, open_case: OpenCase) -> Recipient:
    """The document made out to a worker, at the address of their agency where they have none."""
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


def proceedings(open_case: OpenCase, *kinds: ProceedingKind) -> list[Recipient]:
    """Those who hold the proceedings of these kinds, in the case's order."""
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


def national_bodies(document: DocumentType, open_case: OpenCase) -> list[Recipient]:
    """The bodies that the document's time rules or the document name, else all there are."""
    procedure = open_case.procedure
    named = [body for rule in document.rules_of(procedure) for body in rule.bodies]
    named = named or document.bodies.get(procedure.id) or document.bodies.get("any") or []
    return _bodies(named or procedure.national_bodies, open_case)


def _bodies(ids: Iterable[str], open_case: OpenCase) -> list[Recipient]:
    """The national bodies of these ids that the procedure knows, each once."""
    known = open_case.procedure.national_bodies
    addresses = {body.id: body for body in open_case.board.national_bodies}
    return [
        Recipient(
            id=body,
            name=known[body],
            address=tuple(addresses[body].address) if body in addresses else (),
            salutation="Dear colleague",
            organisation_id=body,
        )
        for body in dict.fromkeys(ids)
        if body in known
    ]


def other_board(document: DocumentType, open_case: OpenCase) -> list[Recipient]:
    """The chair of the neighbouring board with which the document is concerned."""
    case = open_case.case
    if document.id == "peer-challenge":
        concerned = case.peer_challenge.board if case.peer_challenge else ""
    else:
        concerned = case.cross_border.board if case.cross_border else ""
    return [
        to_officer(board.chair, board.id, board.name)
        for board in open_case.board.neighbouring_boards
        if board.id == concerned and board.chair
    ]


def panel(open_case: OpenCase) -> list[Recipient]:
    """The members of the panel who have not withdrawn."""
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


def board_members(open_case: OpenCase) -> list[Recipient]:
    """Each agency's representative on the board, else its deputy or chief officer."""
    return [
        to_officer(
            agency.representative or agency.deputy or agency.chief_officer,
            agency.id,
            agency.name,
            agency.chief_officer.address,
        )
        for agency in open_case.board.agencies
    ]


def reviewer(open_case: OpenCase) -> list[Recipient]:
    """The independent reviewer, once there is one."""
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


def referrer(open_case: OpenCase) -> list[Recipient]:
    """Who referred the case, where it is known."""
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


def requesters(open_case: OpenCase) -> list[Recipient]:
    """Those who asked for a report that is no longer published."""
    return [
        Recipient(
            id=asked.id,
            name=asked.name,
            address=tuple(asked.address),
            salutation=salutation(asked.name, ""),
        )
        for asked in open_case.case.report_requests
    ]


def specialists(open_case: OpenCase) -> list[Recipient]:
    """The experts from whom the panel commissioned reports."""
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


def successors(document: DocumentType, open_case: OpenCase) -> list[Recipient]:
    """Those who take the review over, where it is handed over, and the bodies that get a copy."""
    planned = open_case.case.transfer
    if planned is None:
        return []
    partners = Recipient(
        id=SUCCESSORS,
        name=planned.to,
        address=tuple(planned.address),
        salutation="Dear colleague",
    )
    return [partners, *_bodies(document.bodies.get("any", ()), open_case)]


def amended(document: DocumentType, open_case: OpenCase) -> list[Recipient]:
    """The amended reports that were made from the document."""
    return [
        Recipient(id=f"amended-{made.identifier}", name=made.use, amended=made)
        for made in open_case.case.amended_reports
        if made.document == document.id
    ]


def to_holders(document: DocumentType, copies: Sequence[NumberedCopy]) -> list[Recipient]:
    """The holders of the numbered copies that are out; an unnumbered master where none is."""
    numbered = document.copies_of or document.id
    held = [copy for copy in copies if copy.document == numbered]
    if not held:
        return [] if document.copies_of else [Recipient()]
    return [
        Recipient(id=f"copy-{copy.number}", name=copy.holder, copy=copy)
        for copy in sorted(held, key=lambda copy: copy.number)
    ]

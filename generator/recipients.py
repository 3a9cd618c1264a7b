"""Whom a document is made out to, worked out from the case and the board's profile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casework.model import Agency, FamilyMember, FamilyRole, Involvement, Officer
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

    def answers_to(self, wanted: str) -> bool:
        """Whether ``wanted`` is this recipient's id or name, or their organisation."""
        own = (self.id, self.name, self.organisation, self.organisation_id)
        return wanted.strip().casefold() in {text.casefold() for text in own if text}


def recipients_of(
    document: DocumentType, open_case: OpenCase, copies: Sequence[NumberedCopy] = ()
) -> list[Recipient]:
    """Everyone to whom ``document`` is made out in this case, in the case's order."""
    match document.recipients:
        case Recipients.ONE:
            return [Recipient()]
        case Recipients.CHAIR:
            board = open_case.board
            return [_to_officer(board.chair, "", board.name, tuple(board.address))]
        case Recipients.CHIEF_OFFICERS:
            return [
                _to_officer(agency.chief_officer, agency.id, agency.name)
                for agency, _ in involved_agencies(open_case)
            ]
        case Recipients.AGENCIES:
            return [_to_author(*pair) for pair in involved_agencies(open_case)]
        case Recipients.FAMILY:
            return [_to_family(member) for member in written_to(open_case, victims=False)]
        case Recipients.OTHER_VICTIMS:
            return [_to_family(member) for member in written_to(open_case, victims=True)]
        case Recipients.COPY_HOLDERS:
            return _to_holders(document, copies)


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
    officer: Officer, agency: str, organisation: str, address: tuple[str, ...] = ()
) -> Recipient:
    return Recipient(
        id=agency,
        name=officer.name,
        post=officer.post,
        organisation=organisation,
        organisation_id=agency,
        address=tuple(officer.address) or address,
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
    )


def _to_holders(document: DocumentType, copies: Sequence[NumberedCopy]) -> list[Recipient]:
    held = [copy for copy in copies if copy.document == document.id]
    if not held:
        return [Recipient()]
    return [
        Recipient(id=f"copy-{copy.number}", name=copy.holder, copy=copy)
        for copy in sorted(held, key=lambda copy: copy.number)
    ]

"""Who and what a check of this case's documents protects, out of the case and its board."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from casework.load import OpenCase
from casework.model.board import Board, Officer
from casework.model.case import Case
from casework.model.people import Child, FamilyMember, FamilyRole
from redaction.values import Identifier, ProtectedPerson, ProtectedTerms, Role

REFERRER_ID = "case/referrer"
"""Ids with a "/" are made here; ids in case files have none, so that the two never meet."""

_FAMILY_ROLES = {
    FamilyRole.PARENT: Role.PARENT,
    FamilyRole.SIBLING: Role.SIBLING,
    FamilyRole.RELATIVE: Role.FAMILY,
    FamilyRole.OTHER_VICTIM: Role.OTHER_VICTIM,
}
_TITLES = frozenset({
    "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Professor", "Sir", "Dame", "Lord", "Lady",
    "Rev", "Revd", "Reverend", "Cllr", "Councillor", "Judge", "PC", "DC", "DS", "DI", "DCI", "DSI",
    "Constable", "Sergeant", "Inspector", "Superintendent", "Supt", "Detective", "Chief",
})  # fmt: skip
_AFTER_NAME = re.compile(r"\s*[,;:(/\d+].*|\s+[–—-]\s.*", re.DOTALL)
"""What may follow a name in a line such as "Orla Kinsella, Board Business Manager"."""
_POSTS = frozenset({
    "officer", "team", "desk", "unit", "manager", "chair", "director", "head", "nurse", "doctor",
    "police", "service", "services", "board", "panel", "office", "administrator", "secretary",
    "lead", "department", "duty", "helpline", "author", "adviser", "school", "council", "trust",
})  # fmt: skip


def protected_terms(open_case: OpenCase) -> ProtectedTerms:
    """Everyone and everything that identifies, with the labels of the case's pseudonyms.

    Everyone of the family, the professionals, and all who had to do with the review. Someone who
    comes up in several parts of the review is there once, in the part that protects most.
    Initials alone are not among the names: the finding of initials is redaction's business.
    """
    case = open_case.case
    family = _family(case)
    people = [*map(_family_member, family), *_workers(case, open_case.board)]
    labels = {pseudonym.person: pseudonym.label for pseudonym in case.pseudonyms}
    return ProtectedTerms(
        people=tuple(_labelled(person, labels) for person in people),
        addresses=_without_repeats(_addresses(open_case)),
        schools=_without_repeats([person.school for person in family]),
        gp=_without_repeats([case.child.gp]),
        hospitals=_without_repeats([case.child.hospital]),
        other_organisations=_without_repeats([case.child.regulated_setting]),
        identifiers=tuple(_identifiers(case)),
    )


def _family(case: Case) -> list[Child | FamilyMember]:
    return [case.child, *case.family]


def _family_member(person: Child | FamilyMember) -> ProtectedPerson:
    role = _FAMILY_ROLES[person.role] if isinstance(person, FamilyMember) else Role.CHILD
    whole = " ".join([person.first_name, *person.other_names, person.surname])
    return ProtectedPerson(
        id=person.id,
        role=role,
        full_name=person.full_name,
        known_as=_other_forms(
            person.full_name,
            [whole, *person.other_names, *person.former_names, *person.known_as],
        ),
        date_of_birth=person.date_of_birth,
        date_of_death=person.date_of_death,
    )


def _workers(case: Case, board: Board) -> list[ProtectedPerson]:
    """Professionals and everyone in the review, who is there once: where first met."""
    professionals = [
        ProtectedPerson(
            professional.id,
            Role.PROFESSIONAL,
            _without_titles(professional.name),
            _without_repeats(professional.known_as),
        )
        for professional in case.professionals
    ]
    met = {person.full_name.casefold() for person in professionals}
    others = []
    for person in [*_reviewers(case), *_officers(board), *_contacts(case)]:
        name = _without_titles(person.full_name)
        if name.casefold() not in met:
            met.add(name.casefold())
            others.append(replace(person, full_name=name))
    return professionals + others


def _reviewers(case: Case) -> Iterator[ProtectedPerson]:
    """Those who take part in the review, those who are protected most first."""
    if name := _name_in(case.referral.name):
        yield ProtectedPerson(REFERRER_ID, Role.REFERRER, name)
    if case.reviewer:
        yield ProtectedPerson("case/reviewer", Role.REVIEWER, case.reviewer.name)
    for involvement in case.agencies:
        if name := _name_in(involvement.samr_author):
            yield ProtectedPerson(f"{involvement.agency}/samr-author", Role.PANEL, name)
    for number, member in enumerate(case.panel, start=1):
        yield ProtectedPerson(f"case/panel-{number}", Role.PANEL, member.name)
    if case.link_person:
        yield ProtectedPerson("case/link-person", Role.PANEL, case.link_person.name)
    for specialist in case.specialist_reports:
        yield ProtectedPerson(f"case/specialist-{specialist.id}", Role.PANEL, specialist.expert)
    for professional in case.professionals:
        if professional.interview and (name := _clear_name_in(professional.interview.author)):
            yield ProtectedPerson(f"{professional.id}/interviewer", Role.PANEL, name)
    for asked in case.report_requests:
        yield ProtectedPerson(f"case/requester-{asked.id}", Role.REFERRER, asked.name)


def _offices(board: Board) -> list[tuple[str, Officer]]:
    """Everyone who holds an office in the profile, each with an id."""
    offices = [
        ("board/chair", board.chair),
        ("board/panel-chair", board.panel_chair),
        ("board/business-manager", board.business_manager),
        ("board/administrator", board.administrator),
    ]
    for agency in board.agencies:
        offices += [
            (f"{agency.id}/chief-officer", agency.chief_officer),
            (f"{agency.id}/deputy", agency.deputy),
            (f"{agency.id}/representative", agency.representative),
        ]
    offices += [(f"{other.id}/chair", other.chair) for other in board.neighbouring_boards]
    return [(id_, officer) for id_, officer in offices if officer is not None]


def _officers(board: Board) -> Iterator[ProtectedPerson]:
    for id_, officer in _offices(board):
        yield ProtectedPerson(id_, Role.PANEL, officer.name)


def _contacts(case: Case) -> Iterator[ProtectedPerson]:
    """Those whom a line of text names among other things, as far as it looks like a name."""
    for number, chronology in enumerate(case.chronologies, start=1):
        if name := _clear_name_in(chronology.completed_by):
            yield ProtectedPerson(f"case/chronology-author-{number}", Role.PANEL, name)
    for involvement in case.agencies:
        if name := _clear_name_in(involvement.contact):
            yield ProtectedPerson(f"{involvement.agency}/contact", Role.PROFESSIONAL, name)
    for number, proceeding in enumerate(case.proceedings, start=1):
        if name := _clear_name_in(proceeding.contact):
            yield ProtectedPerson(f"case/proceeding-{number}-contact", Role.PROFESSIONAL, name)


def _name_in(line: str) -> str:
    """The name at the start of ``line``, without the post or the number that may follow it."""
    return _AFTER_NAME.sub("", line).strip()


def _clear_name_in(line: str) -> str:
    """The name at the start of ``line``; empty where it may as well be a post or a team."""
    name = _name_in(line)
    words = name.split()
    is_name = len(words) > 1 and words[-1][0].isupper() and words[0][0].isupper()
    return name if is_name and not _POSTS & {word.casefold() for word in words} else ""


def _without_titles(name: str) -> str:
    """``name`` without "Dr" or "Superintendent", unless hardly a name would be left."""
    words = name.split()
    while len(words) > 2 and words[0].rstrip(".") in _TITLES:
        del words[0]
    return " ".join(words)


def _labelled(person: ProtectedPerson, labels: dict[str, str]) -> ProtectedPerson:
    return replace(person, label=labels.get(person.id, ""))


def _addresses(open_case: OpenCase) -> list[str]:
    """The family's homes, and the referrer's address unless it is one the board publishes."""
    case = open_case.case
    homes = [person.address for person in _family(case)] + case.child.previous_addresses
    homes += [asked.address for asked in case.report_requests if asked.address]
    offices = [officer.address for _, officer in _offices(open_case.board)]
    offices.append(open_case.board.address)
    if case.referral.address not in offices:
        homes.append(case.referral.address)
    return [", ".join(address) for address in homes]


def _identifiers(case: Case) -> Iterator[Identifier]:
    for person in _family(case):
        for identifier in person.identifiers:
            yield Identifier(identifier.type, identifier.value, person.id)
        yield from _reached_by(person.id, telephone=person.telephone)
    referral = case.referral
    yield from _reached_by(REFERRER_ID, telephone=referral.telephone, email=referral.email)


def _reached_by(person: str, *, telephone: str, email: str = "") -> Iterator[Identifier]:
    if telephone:
        yield Identifier("telephone number", telephone, person)
    if email:
        yield Identifier("e-mail address", email, person)


def _other_forms(full_name: str, names: list[str]) -> tuple[str, ...]:
    return tuple(name for name in _without_repeats(names) if name != full_name)


def _without_repeats(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))

"""The people and agencies of the template context."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from casework.model import AgencyKind, FamilyRole
from casework.model.case import Reviewer
from generator.context import papers, review
from generator.context.fields import (
    AgencyFields,
    AgencyTickFields,
)
from generator.context.people_fields import (
    ChildFields,
    LinkPersonFields,
    OfficerFields,
    PanelMemberFields,
    PersonFields,
    ProfessionalFields,
    ReviewerFields,
)
from generator.context.printed import AGENCY_KINDS, DateText, joined, yes_or_no
from generator.recipients import involved_agencies, other_agencies

if TYPE_CHECKING:
    from casework.load import OpenCase
    from casework.model import Agency, Case, FamilyMember, Involvement

NO_AGENCY = AgencyFields()
"""Stands in documents that are not made for an agency."""

_NO_REVIEWER = Reviewer(name="-")
TICKED, NOT_TICKED = "☒", "☐"

TICK_LABELS = {
    AgencyKind.CHILDRENS_SERVICES: "Children’s Services",
    AgencyKind.POLICE: "Police",
    AgencyKind.SCHOOL_OR_NURSERY: "School/Nursery",
    AgencyKind.HEALTH: "Health Services",
    AgencyKind.EDUCATION: "Education",
    AgencyKind.GP_SURGERY: "GP surgery",
    AgencyKind.OTHER: "Others (please specify)",
}
"""The rows of B&NES 2016, App 1, section 3, in the form's order."""


class Family(TypedDict):
    """The lists of people of the context, by its names."""

    parents: tuple[PersonFields, ...]
    siblings: tuple[PersonFields, ...]
    relatives: tuple[PersonFields, ...]
    other_victims: tuple[PersonFields, ...]


def child(case: Case) -> ChildFields:
    """The child, with every field as text."""
    subject = case.child
    nhs_numbers = [item.value for item in subject.identifiers if "nhs" in item.type.casefold()]
    return ChildFields(
        first_name=subject.first_name,
        surname=subject.surname,
        full_name=subject.full_name,
        other_names=joined([*subject.other_names, *subject.former_names]),
        known_as=joined(subject.known_as),
        date_of_birth=DateText(subject.date_of_birth),
        date_of_death=DateText(subject.date_of_death),
        gender=subject.gender,
        ethnicity=subject.ethnicity,
        religion=subject.religion,
        language=subject.language,
        address_line=joined(subject.address),
        previous_addresses="; ".join(joined(address) for address in subject.previous_addresses),
        school=subject.school,
        gp=subject.gp,
        hospital=subject.hospital,
        regulated_setting=subject.regulated_setting,
        normal_residence=subject.normal_residence,
        nhs_number=joined(nhs_numbers),
        looked_after=yes_or_no(subject.looked_after),
        child_protection_plan=subject.child_protection_plan,
        label=_labels(case).get(subject.id, ""),
    )


def family(case: Case) -> Family:
    """The members of the family by role, in the case's order."""

    def of(role: FamilyRole) -> tuple[PersonFields, ...]:
        labels = _labels(case)
        return tuple(
            _person(member, labels.get(member.id, ""))
            for member in case.family
            if member.role is role
        )

    return Family(
        parents=of(FamilyRole.PARENT),
        siblings=of(FamilyRole.SIBLING),
        relatives=of(FamilyRole.RELATIVE),
        other_victims=of(FamilyRole.OTHER_VICTIM),
    )


def professionals(open_case: OpenCase) -> tuple[ProfessionalFields, ...]:
    """The workers and managers who were involved with the family, in the case's order."""
    names = {agency.id: agency.name for agency in open_case.board.agencies}
    labels = _labels(open_case.case)
    return tuple(
        ProfessionalFields(
            name=person.name,
            initials=person.signed,
            post=person.post,
            agency=names.get(person.agency, person.agency),
            label=labels.get(person.id, ""),
        )
        for person in open_case.case.professionals
    )


def agencies(open_case: OpenCase) -> dict[str, AgencyFields]:
    """The agencies of the case by id, in the case's order; those involved come first."""
    listed = [*involved_agencies(open_case), *other_agencies(open_case)]
    return {agency.id: _agency(open_case.case, agency, part) for agency, part in listed}


def agency_ticks(open_case: OpenCase) -> tuple[AgencyTickFields, ...]:
    """The seven rows of the notification form, each ticked where such an agency is involved."""
    involved = list(involved_agencies(open_case))
    rows = []
    for kind, label in TICK_LABELS.items():
        of_kind = [(agency, part) for agency, part in involved if agency.kind is kind]
        names = [agency.name for agency, _ in of_kind]
        notes = [part.notes for _, part in of_kind]
        rows.append(
            AgencyTickFields(
                id=kind.value,
                label=label,
                ticked=TICKED if of_kind else NOT_TICKED,
                contact="; ".join(part.contact for _, part in of_kind if part.contact),
                notes="; ".join(text for text in [*names, *notes] if text),
            )
        )
    return tuple(rows)


def panel(case: Case) -> tuple[PanelMemberFields, ...]:
    """The members of the review panel."""
    return tuple(
        PanelMemberFields(
            name=member.name,
            post=member.post,
            organisation=member.organisation,
            co_opted=yes_or_no(member.co_opted),
            withdrew=DateText(member.withdrew),
            conflict=member.conflict,
            substitute=member.substitute,
        )
        for member in case.panel
    )


def reviewer(case: Case) -> ReviewerFields:
    """The independent reviewer; all empty before the appointment."""
    person = case.reviewer or _NO_REVIEWER
    return ReviewerFields(
        name=person.name if case.reviewer else "",
        post=person.post,
        organisation=person.organisation,
        independence=person.independence,
        email=person.email,
        qualifications=person.qualifications,
        disclosure_checked=DateText(person.disclosure_checked),
        references=person.references,
        interviewed=DateText(person.interviewed),
        contract=papers.contract(person),
        request=papers.reviewer_request(person),
    )


def link_person(case: Case) -> LinkPersonFields:
    """The family's contact; all empty where none was named."""
    person = case.link_person
    if person is None:
        return LinkPersonFields("", "", "", "")
    return LinkPersonFields(person.name, person.post, person.telephone, person.email)


def _person(member: FamilyMember, label: str) -> PersonFields:
    return PersonFields(
        full_name=member.full_name,
        relation=member.relation,
        gender=member.gender,
        date_of_birth=DateText(member.date_of_birth),
        address_line=joined(member.address),
        telephone=member.telephone,
        ethnicity=member.ethnicity,
        label=label,
    )


def _agency(case: Case, agency: Agency, part: Involvement) -> AgencyFields:
    officer = agency.chief_officer
    return AgencyFields(
        id=agency.id,
        name=agency.name,
        kind=AGENCY_KINDS[agency.kind],
        chief_officer=OfficerFields(
            officer.name, officer.post, officer.title, officer.telephone, officer.email
        ),
        records=tuple(part.records),
        samr_author=part.samr_author,
        samr_author_post=part.samr_author_post,
        contact=part.contact,
        files_secured=DateText(part.files_secured),
        notes=part.notes,
        samr_received=DateText(part.samr_received),
        recommendations=review.recommendations(case, agency.id),
        actions=review.actions_of(case, agency.id),
    )


def _labels(case: Case) -> dict[str, str]:
    return {pseudonym.person: pseudonym.label for pseudonym in case.pseudonyms}

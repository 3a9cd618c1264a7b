"""The fields of people that a template may use (see ``fields``)."""

from __future__ import annotations

from dataclasses import dataclass

from generator.context.paper_fields import ContractFields, ReviewerRequestFields
from generator.context.printed import DateText


@dataclass(frozen=True)
class OfficerFields:
    """A person who holds an office; printed whole, the name."""

    name: str = ""
    post: str = ""
    title: str = ""
    telephone: str = ""
    email: str = ""

    def __str__(self) -> str:
        return self.name


NO_OFFICER = OfficerFields()
"""Stands where no one holds the office."""


@dataclass(frozen=True)
class ChildFields:
    """The child whom the review is about. ``label`` is the pseudonym."""

    first_name: str
    surname: str
    full_name: str
    other_names: str
    known_as: str
    date_of_birth: DateText
    date_of_death: DateText
    gender: str
    ethnicity: str
    religion: str
    language: str
    address_line: str
    previous_addresses: str
    school: str
    gp: str
    hospital: str
    regulated_setting: str
    normal_residence: str
    nhs_number: str
    looked_after: str
    child_protection_plan: str
    label: str


@dataclass(frozen=True)
class PersonFields:
    """A member of the family, or another victim of abuse."""

    full_name: str
    relation: str
    gender: str
    date_of_birth: DateText
    address_line: str
    telephone: str
    ethnicity: str
    label: str


@dataclass(frozen=True)
class ProfessionalFields:
    """A worker or manager who was involved with the family."""

    name: str
    initials: str
    post: str
    agency: str
    label: str


@dataclass(frozen=True)
class RecipientFields:
    """Whom this document is made out to; ``relation`` is a family member's to the child.

    ``copy`` is the number of the copy of the overview report that the recipient holds.
    """

    name: str
    post: str
    organisation: str
    address: tuple[str, ...]
    salutation: str
    relation: str
    organisation_id: str
    copy: str
    first_name: str


@dataclass(frozen=True)
class PanelMemberFields:
    """A member of the review panel. ``withdrew`` is for a conflict of interest."""

    name: str
    post: str
    organisation: str
    co_opted: str
    withdrew: DateText
    conflict: str
    substitute: str


@dataclass(frozen=True)
class ReviewerFields:
    """The independent reviewer."""

    name: str
    post: str
    organisation: str
    independence: str
    email: str
    qualifications: str
    disclosure_checked: DateText
    references: str
    interviewed: DateText
    contract: ContractFields
    request: ReviewerRequestFields


@dataclass(frozen=True)
class LinkPersonFields:
    """Whom the family may ring or write to."""

    name: str
    post: str
    telephone: str
    email: str

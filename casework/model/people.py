"""The people of a case: the child, the family, the professionals."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from casework.model.base import Id, Record, Text
from casework.model.meetings import Interview


class Identifier(Record):
    """A number that belongs to a person: NHS number, UPN, case-system number."""

    type: Text
    value: Text


class Person(Record):
    """What is known of any member of the family."""

    first_name: Text
    surname: Text
    other_names: list[Text] = []
    """Middle and other given names."""
    former_names: list[Text] = []
    """Whole former names: a name before marriage or adoption."""
    known_as: list[Text] = []
    """Nicknames and short forms."""
    date_of_birth: date | None = None
    date_of_death: date | None = None
    gender: str = ""
    ethnicity: str = ""
    religion: str = ""
    language: str = ""
    address: list[Text] = []
    telephone: str = ""
    school: str = ""
    identifiers: list[Identifier] = []

    @property
    def full_name(self) -> str:
        """First name and surname."""
        return f"{self.first_name} {self.surname}"


class Child(Person):
    """The child whom the review is about."""

    id: Id = "child"
    previous_addresses: list[list[Text]] = []
    gp: str = ""
    hospital: str = ""
    looked_after: bool | None = None
    child_protection_plan: str = ""
    """The plan and its dates, or "none"; empty where not known."""
    regulated_setting: str = ""
    """The setting, where the incident happened in regulated provision."""
    normal_residence: str = ""
    """The area where the child normally lived."""


class FamilyRole(StrEnum):
    """What a person is to the child, as far as letters, forms and naming policies care."""

    PARENT = "parent"
    """A parent or carer."""
    SIBLING = "sibling"
    """A brother, sister, half- or step-sibling."""
    RELATIVE = "relative"
    """Any other member of the family or household."""
    OTHER_VICTIM = "other_victim"
    """Another victim of abuse, outside the family."""


class FamilyMember(Person):
    """A member of the family or household, or another victim of abuse."""

    id: Id
    relation: Text
    """To the child, in a word that a letter can use: "mother", "older sister", "grandmother"."""
    role: FamilyRole = FamilyRole.RELATIVE
    title: str = ""
    parental_responsibility: bool = False
    write_to: bool = False
    """Whether the panel decided to write to this person about the review."""


class Professional(Record):
    """A worker or manager who was involved with the family."""

    id: Id
    name: Text
    initials: str = ""
    """As in the agency's chronology; made from the name where not given."""
    post: Text
    agency: Id
    known_as: list[Text] = []
    title: str = ""
    address: list[Text] = []
    write_to: bool = False
    """Whether the panel writes to this person about the review."""
    interview: Interview | None = None

    @property
    def signed(self) -> str:
        """The initials as given, else the first letter of each part of the name."""
        return self.initials or "".join(part[0] for part in self.name.replace("-", " ").split())


class Pseudonym(Record):
    """The label that stands for a person in everything that others will read."""

    person: Id
    label: Text = Field(examples=["Child W", "Mother", "Social Worker 2"])

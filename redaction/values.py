"""What redaction takes in and gives back: passages, protected people, policies, findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Category(StrEnum):
    """What kind of identity a finding is about."""

    PERSON = "PERSON"
    """A name, in any form, of a person."""
    DATE = "DATE"
    """A date that helps to identify someone: a date of birth or death, or an exact day."""
    PLACE = "PLACE"
    """An address, a postcode or a place."""
    ORG = "ORG"
    """A school, a surgery, a hospital or another organisation."""
    CODE = "CODE"
    """An identifier: NHS number, telephone number, e-mail address, case number."""
    QUASI = "QUASI"
    """A detail that identifies in combination: an exact age, a rare condition."""
    HIDDEN = "HIDDEN"
    """Hidden content, or content that could not be looked into."""


class Severity(StrEnum):
    """What a finding means for publication."""

    BLOCK = "block"
    """The file can't be cleared while this is in it, unless a person waives it with a reason."""
    REVIEW = "review"
    """A person must look and decide."""
    NOTE = "note"
    """Worth knowing; permitted by the policy."""


class Verdict(StrEnum):
    """The outcome of a check: the most serious of its findings."""

    BLOCKED = "blocked"
    REVIEW = "review"
    CLEAR = "clear"


class Role(StrEnum):
    """Who a protected person is to the case; naming policies speak of these."""

    CHILD = "child"
    """The child (or a child) the review is about."""
    SIBLING = "sibling"
    """Another child of the family."""
    PARENT = "parent"
    """A parent or carer."""
    FAMILY = "family"
    """Any other member of the family or household."""
    OTHER_VICTIM = "other_victim"
    """Another victim of abuse, outside the family."""
    PROFESSIONAL = "professional"
    """A worker or manager who was involved with the family."""
    REFERRER = "referrer"
    """The person who referred the case."""
    PANEL = "panel"
    """A member of the review panel, its chair, or an agency's chief officer."""
    REVIEWER = "reviewer"
    """The independent reviewer who writes the report."""


class Treatment(StrEnum):
    """How a naming policy treats the people of one role."""

    NAMED = "named"
    """May be named."""
    REQUIRED = "required"
    """Must be named."""
    PSEUDONYM = "pseudonym"
    """Must not be named: a pseudonym stands instead."""
    INITIALS = "initials"
    """Initials only, with the key kept apart."""
    ROLE_ONLY = "role_only"
    """Must not be named: the post or the relationship stands instead."""


@dataclass(frozen=True)
class NamingPolicy:
    """Who may be named in one kind of document under one procedure, with its source."""

    id: str
    title: str
    citation: str
    public: bool
    treatments: dict[Role, Treatment] = field(default_factory=dict)
    every_detail: bool = False
    """Whether what a public report may keep (an exact day, an amount) is for review as well."""
    in_place_of_report: bool = False
    """Whether it is what becomes public where the report itself does not."""

    def treatment(self, role: Role) -> Treatment:
        """How this policy treats ``role``; a role it does not mention gets a pseudonym."""
        return self.treatments.get(role, Treatment.PSEUDONYM)

    def permits(self, role: Role) -> bool:
        """Whether a person of ``role`` may be named."""
        return self.treatment(role) in (Treatment.NAMED, Treatment.REQUIRED)

    def requires(self, role: Role) -> bool:
        """Whether a person of ``role`` must be named."""
        return self.treatment(role) is Treatment.REQUIRED


@dataclass(frozen=True)
class ProtectedPerson:
    """One person whose identity a check protects, as far as it is known."""

    id: str
    role: Role
    full_name: str
    known_as: tuple[str, ...] = ()
    date_of_birth: date | None = None
    date_of_death: date | None = None
    label: str = ""
    """The pseudonym that stands for the person ("Child W"); empty where none was given yet."""


@dataclass(frozen=True)
class Identifier:
    """A number or code that belongs to a person, such as an NHS number."""

    type: str
    value: str
    person: str = ""


@dataclass(frozen=True)
class ProtectedTerms:
    """Everything of one case that a check looks for by value."""

    people: tuple[ProtectedPerson, ...] = ()
    addresses: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    gp: tuple[str, ...] = ()
    hospitals: tuple[str, ...] = ()
    other_organisations: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True)
class Passage:
    """A stretch of text of a file, with its place.

    ``where`` is in an author's words ("footnote 3"), ``part`` names the part of the file that
    holds it ("word/footnotes.xml"). ``hidden`` says that a reader of the file would not see it.
    """

    text: str
    where: str
    part: str
    hidden: bool = False


@dataclass(frozen=True)
class Finding:
    """One place where a file could identify someone.

    ``start`` and ``end`` are offsets in Unicode code points in the passage that ``where`` and
    ``passage`` (its index in the reading) name. ``reasons`` say, in this order, what it is, under
    which rule it may not (or may) stand, and whether a reader would see it.
    """

    id: str
    category: Category
    severity: Severity
    text: str
    start: int
    end: int
    where: str
    part: str
    hidden: bool
    reasons: tuple[str, ...]
    recognisers: tuple[str, ...]
    suggestion: str = ""
    passage: int = 0
    entity: str = ""
    """The recogniser's entity type ("UK_POSTCODE"), of the detection that leads."""
    line: int = 0
    """The line of the passage, from 1, where the passage has several; else 0."""
    about: str = ""
    """Whose it is: the label of the protected person, or what stands for the organisation."""
    kinds: tuple[str, ...] = ()
    """The entity types of all its detections."""


@dataclass(frozen=True)
class Replacement:
    """Put ``text`` in place of the code points ``start`` to ``end`` of one passage."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class CheckResult:
    """What a check of one file found. ``sha256`` is of the file's exact bytes."""

    file: str
    sha256: str
    policy: NamingPolicy
    words: int
    passages: tuple[Passage, ...]
    findings: tuple[Finding, ...]
    knows_case: bool = True
    """Whether the check knew anyone of a case; without, only what identifies anyone was found."""

    @property
    def verdict(self) -> Verdict:
        """Blocked, for review, or clear: set by the most serious finding."""
        severities = {finding.severity for finding in self.findings}
        if Severity.BLOCK in severities:
            return Verdict.BLOCKED
        return Verdict.REVIEW if Severity.REVIEW in severities else Verdict.CLEAR

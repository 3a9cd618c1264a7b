"""A whole case: the facts of one ``case.yaml``."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from casework.model.base import Id, Record, Text
from casework.model.people import Child, FamilyMember, Professional, Pseudonym
from casework.model.review import (
    CriterionAnswer,
    Decision,
    Event,
    Proceeding,
    Recommendation,
    TermsOfReference,
    Waiver,
)


class ReviewKind(StrEnum):
    """The kinds of review a board holds."""

    SERIOUS_CASE_REVIEW = "serious_case_review"
    """A serious case review (until 2019)."""
    INTERAGENCY_MANAGEMENT_REVIEW = "interagency_management_review"
    """A review by the agencies' managers (Bedfordshire 2007 §12.1)."""
    NEAR_MISS_REVIEW = "near_miss_review"
    """A brief look at what nearly went wrong (Bedfordshire 2007 §12.3)."""
    MULTI_AGENCY_REVIEW = "multi_agency_review"
    """A partnership or other multi-agency review; also a board's local case review."""
    LOCAL_CHILD_SAFEGUARDING_PRACTICE_REVIEW = "local_child_safeguarding_practice_review"
    """A local review under Working Together 2018."""


class Status(StrEnum):
    """Where a case stands."""

    REFERRED = "referred"
    UNDER_CONSIDERATION = "under_consideration"
    IN_REVIEW = "in_review"
    ENDORSED = "endorsed"
    PUBLISHED = "published"
    DELAYED = "delayed"
    UNPUBLISHED = "unpublished"
    CLOSED = "closed"


class Referral(Record):
    """Who referred the case, when, and why."""

    date_of_referral: date | None = None
    date_of_notification: date | None = None
    information_required_by: date | None = None
    """The date printed on the request for agency case information (B&NES 2016, App 2)."""
    name: str = ""
    role: str = ""
    organisation: str = ""
    address: list[Text] = []
    telephone: str = ""
    email: str = ""
    outline: str = ""
    """Summary of the circumstances."""
    criteria: str = ""
    """How the criteria are met."""


class Involvement(Record):
    """What one agency of the board has to do with this case."""

    agency: Id
    involved: bool = True
    contact: str = ""
    notes: str = ""
    records: list[Text] = []
    """The record sets to be secured."""
    files_secured: date | None = None
    samr_author: str = ""
    samr_author_post: str = ""
    samr_received: date | None = None


class PanelMember(Record):
    """A member of the review panel."""

    name: Text
    post: Text
    organisation: Text


class Reviewer(Record):
    """The independent reviewer who writes the overview report."""

    name: Text
    post: str = ""
    organisation: str = ""
    email: str = ""
    independence: str = ""
    """Why the reviewer is independent of every agency involved."""


class LinkPerson(Record):
    """Whom the family may ring or write to about the review."""

    name: Text
    post: Text
    telephone: str = ""
    email: str = ""


class AgencyChronology(Record):
    """A chronology that an agency sent: a Word or Excel file in ``chronologies/``."""

    agency: Id
    file: Text
    completed_by: str = ""


class PublicationPlan(Record):
    """What the board intends to publish, and when."""

    title: str = ""
    """The public title; names no one and no place."""
    planned: date | None = None
    not_before: date | None = None
    themes: list[Text] = []
    response: str = ""
    """What the board has done, its impact and what more it will do."""


class Case(Record):
    """Everything one case file holds (``case.yaml``)."""

    reference: Text
    board: Text
    """Path of the board's profile, relative to the case file."""
    procedure: Id | None = None
    """The procedure this case runs under; the board's where not given."""
    kind: ReviewKind = ReviewKind.SERIOUS_CASE_REVIEW
    status: Status = Status.REFERRED
    linked_cases: list[Text] = []
    partner_boards: list[Id] = []
    """The boards that hold this review jointly with ours (Bedfordshire 2007, protocol)."""
    child: Child
    family: list[FamilyMember] = []
    professionals: list[Professional] = []
    pseudonyms: list[Pseudonym] = []
    referral: Referral = Referral()
    agencies: list[Involvement] = []
    panel: list[PanelMember] = []
    reviewer: Reviewer | None = None
    link_person: LinkPerson | None = None
    events: list[Event] = []
    proceedings: list[Proceeding] = []
    decision: Decision | None = None
    criteria: list[CriterionAnswer] = []
    terms_of_reference: TermsOfReference = TermsOfReference()
    chronologies: list[AgencyChronology] = []
    recommendations: list[Recommendation] = []
    waivers: list[Waiver] = []
    publication: PublicationPlan = PublicationPlan()
    key_issues: list[Text] = Field(default=[], description="The key issues the review found.")
    family_contribution: str = ""
    """How the family took part, and what they said, in words fit for a report."""

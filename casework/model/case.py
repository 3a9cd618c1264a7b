"""A whole case: the facts of one ``case.yaml``."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from casework.kinds import ReviewKind
from casework.model.base import Id, Record, Text
from casework.model.exchanges import (
    CrossBorder,
    NationalRequest,
    PeerChallenge,
    ReportRequest,
    ReviewerRequest,
    SpecialistReport,
    Transfer,
)
from casework.model.meetings import Meeting
from casework.model.people import Child, FamilyMember, Professional, Pseudonym
from casework.model.plans import (
    AmendedReport,
    Contract,
    Dissemination,
    Distribution,
    LearningPoint,
    MediaStrategy,
    PanelRecommendation,
    RapidReview,
)
from casework.model.review import (
    CriterionAnswer,
    Decision,
    Event,
    Proceeding,
    Recommendation,
    TermsOfReference,
    Waiver,
)


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
    other_children: str = ""
    """Other children who may be at risk, and what was done for them."""
    endorsed_by: str = ""
    """The agency's representative on the board, where the referral needs one."""
    information_wanted: list[Text] = []
    """What the panel asks agencies for before it decides."""


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
    address: list[Text] = []
    co_opted: bool = False
    withdrew: date | None = None
    """Because of a conflict of interest."""
    conflict: str = ""
    substitute: str = ""


class Reviewer(Record):
    """The independent reviewer who writes the overview report."""

    name: Text
    post: str = ""
    organisation: str = ""
    email: str = ""
    title: str = ""
    address: list[Text] = []
    independence: str = ""
    """Why the reviewer is independent of every agency involved."""
    qualifications: str = ""
    disclosure_checked: date | None = None
    """The enhanced criminal record check."""
    references: str = ""
    interviewed: date | None = None
    contract: Contract = Contract()
    requests: list[ReviewerRequest] = []


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
    """What the board has done: its answer to the findings."""
    impact: str = ""
    """What has changed for children because of it."""
    further_action: str = ""
    """What more the board will do."""
    web_address: str = ""
    """Where the report stands, or will."""
    not_publishing: str = ""
    """Why the board thinks that the report should not be published."""
    improvements: list[Text] = []
    """What should be improved, published in place of a report."""
    delay: str = ""
    """Why publication is delayed."""
    delayed_until: date | None = None


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
    recommendation: PanelRecommendation | None = None
    rapid_review: RapidReview = RapidReview()
    meetings: list[Meeting] = []
    specialist_reports: list[SpecialistReport] = []
    learning: list[LearningPoint] = []
    distribution: list[Distribution] = []
    dissemination: list[Dissemination] = []
    media: MediaStrategy = MediaStrategy()
    amended_reports: list[AmendedReport] = []
    cross_border: CrossBorder | None = None
    peer_challenge: PeerChallenge | None = None
    national_requests: list[NationalRequest] = []
    report_requests: list[ReportRequest] = []
    transfer: Transfer | None = None

"""The fields a template may use, and nothing else: lint and the sandbox both read this list.

Text that is not known is empty. A date prints as "7 March 2008" (``DateText``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from generator.context.chart_fields import ChartFields, TimelineFields
from generator.context.paper_fields import (
    ChecklistGroupFields,
    CopyFields,
    CrossBorderFields,
    DeadlineFields,
    DisseminationFields,
    DistributionFields,
    InterviewFields,
    LearningFields,
    MediaFields,
    MeetingFields,
    NationalRequestFields,
    PanelRecommendationFields,
    PeerChallengeFields,
    RapidReviewFields,
    ReportRequestFields,
    SpecialistFields,
    TermFields,
    TransferFields,
    WaiverFields,
)
from generator.context.people_fields import (
    NO_OFFICER,
    ChildFields,
    LinkPersonFields,
    OfficerFields,
    PanelMemberFields,
    PersonFields,
    ProfessionalFields,
    RecipientFields,
    ReviewerFields,
)
from generator.context.printed import NO_DATE, DateText
from generator.context.review_fields import (
    ActionFields,
    AgencyRecommendationFields,
    CriterionFields,
    DecisionFields,
    ProceedingFields,
    PublicationFields,
    RecommendationFields,
    ReferralFields,
    ScheduleFields,
    TermsFields,
)


@dataclass(frozen=True)
class DocumentFields:
    """The document that is being made."""

    id: str
    title: str
    date: DateText
    reference: str
    marking: str
    version: str
    """Of the terms of reference; empty for other documents."""
    copy: str
    """ "Copy 3 of 9"; empty where copies are not numbered."""
    copy_holder: str
    due: DateText
    """The last day by the document's own time rule."""
    due_text: str
    """The limit in words: "within 5 working days of the chair's decision"."""
    rule_citation: str
    """Where that rule stands."""
    names_family: str
    """ "Yes" where the procedure's naming policy lets this document name the family."""
    amended: str
    """The identifier of an amended report; empty for any other document."""


@dataclass(frozen=True)
class BoardFields:
    """The board, from its profile."""

    name: str
    short_name: str
    area: str
    address: tuple[str, ...]
    address_line: str
    telephone: str
    email: str
    secure_email: str
    website: str
    chair: OfficerFields
    panel_chair: OfficerFields
    business_manager: OfficerFields
    administrator: OfficerFields
    agencies: tuple[str, ...]
    safeguarding_partners: tuple[str, ...]
    staff_support: str
    complaints: str
    press_office: str


@dataclass(frozen=True)
class ProcedureFields:
    """The procedure that the case runs under. ``retention_months`` is a number in figures."""

    title: str
    regime: str
    source: str
    retention_months: str
    retention_citation: str


@dataclass(frozen=True)
class CaseFields:
    """The case as a whole. ``linked_cases`` is one line."""

    reference: str
    linked_cases: str
    family_contribution: str
    kind: str
    """The kind of review in words."""
    status: str


@dataclass(frozen=True)
class AgencyFields:
    """An agency of the case; ``actions`` are those that it owes by the overview report."""

    id: str = ""
    name: str = ""
    kind: str = ""
    """Such as "GP surgery", where the name would give the family away."""
    chief_officer: OfficerFields = NO_OFFICER
    records: tuple[str, ...] = ()
    samr_author: str = ""
    samr_author_post: str = ""
    contact: str = ""
    files_secured: DateText = NO_DATE
    notes: str = ""
    samr_received: DateText = NO_DATE
    recommendations: tuple[RecommendationFields, ...] = ()
    """Of its own review."""
    actions: tuple[ActionFields, ...] = ()


@dataclass(frozen=True)
class AgencyTickFields:
    """A row of section 3 of the notification form (B&NES 2016, App 1); ``id`` is the kind's."""

    id: str
    label: str
    ticked: str
    contact: str
    notes: str


@dataclass(frozen=True)
class Context:
    """Everything a template may print.

    ``events`` is by event kind (the latest of each that has happened), ``due`` and ``due_text``
    by rule id, ``meetings`` by kind of meeting (the next, else the latest), ``words`` the
    procedure's vocabulary. ``interview``, ``proceeding``, ``report_request`` and
    ``specialist`` are those of this document's recipient; ``learning`` and what follows is the
    case's.
    """

    document: DocumentFields
    board: BoardFields
    words: Mapping[str, str]
    procedure: ProcedureFields
    case: CaseFields
    child: ChildFields
    parents: tuple[PersonFields, ...]
    siblings: tuple[PersonFields, ...]
    relatives: tuple[PersonFields, ...]
    other_victims: tuple[PersonFields, ...]
    professionals: tuple[ProfessionalFields, ...]
    recipient: RecipientFields
    agency: AgencyFields
    agencies: tuple[AgencyFields, ...]
    agency_ticks: tuple[AgencyTickFields, ...]
    referral: ReferralFields
    events: Mapping[str, DateText]
    due: Mapping[str, DateText]
    due_text: Mapping[str, str]
    decision: DecisionFields
    criteria: tuple[CriterionFields, ...]
    terms: TermsFields
    schedule: ScheduleFields
    panel: tuple[PanelMemberFields, ...]
    reviewer: ReviewerFields
    link_person: LinkPersonFields
    recommendations: tuple[RecommendationFields, ...]
    agency_recommendations: tuple[AgencyRecommendationFields, ...]
    proceedings: tuple[ProceedingFields, ...]
    key_issues: tuple[str, ...]
    publication: PublicationFields
    chart: ChartFields
    timeline: TimelineFields
    meetings: Mapping[str, MeetingFields]
    interview: InterviewFields
    proceeding: ProceedingFields
    report_request: ReportRequestFields
    specialist: SpecialistFields
    recommendation: PanelRecommendationFields
    rapid_review: RapidReviewFields
    learning: tuple[LearningFields, ...]
    distribution: tuple[DistributionFields, ...]
    dissemination: tuple[DisseminationFields, ...]
    media: MediaFields
    waivers: tuple[WaiverFields, ...]
    cross_border: CrossBorderFields
    peer_challenge: PeerChallengeFields
    national_request: NationalRequestFields
    transfer: TransferFields
    copies: tuple[CopyFields, ...]
    glossary: tuple[TermFields, ...]
    checklist: tuple[ChecklistGroupFields, ...]
    deadlines: tuple[DeadlineFields, ...]

    def names(self) -> dict[str, object]:
        """The top-level names, as ``fill`` takes them."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

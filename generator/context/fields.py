"""The fields a template may use, and nothing else: lint and the sandbox both read this list.

Text that is not known is empty. A date prints as "7 March 2008" (``DateText``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from generator.context.printed import NO_DATE, DateText


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
    amended: str = ""
    """The identifier of an amended report; empty for other documents."""


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


@dataclass(frozen=True)
class ProcedureFields:
    """The procedure that the case runs under."""

    title: str
    regime: str


@dataclass(frozen=True)
class CaseFields:
    """The case as a whole. ``linked_cases`` is one line."""

    reference: str
    linked_cases: str
    family_contribution: str


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
    nhs_number: str
    looked_after: str
    child_protection_plan: str
    label: str


@dataclass(frozen=True)
class PersonFields:
    """A member of the family, or another victim of abuse."""

    full_name: str
    relation: str
    date_of_birth: DateText
    address_line: str
    telephone: str
    ethnicity: str
    label: str


@dataclass(frozen=True)
class RecipientFields:
    """Whom this document is made out to; ``relation`` is a family member's to the child."""

    name: str
    post: str
    organisation: str
    address: tuple[str, ...]
    salutation: str
    relation: str
    organisation_id: str


@dataclass(frozen=True)
class AgencyFields:
    """An agency involved in the case."""

    id: str = ""
    name: str = ""
    chief_officer: OfficerFields = OfficerFields()
    records: tuple[str, ...] = ()
    samr_author: str = ""
    samr_author_post: str = ""
    contact: str = ""
    files_secured: DateText = NO_DATE


@dataclass(frozen=True)
class AgencyTickFields:
    """A row of section 3 of the notification form (B&NES 2016, App 1)."""

    label: str
    ticked: str
    contact: str
    notes: str


@dataclass(frozen=True)
class ReferralFields:
    """Who referred the case, when and why."""

    date_of_referral: DateText
    date_of_notification: DateText
    name: str
    role: str
    organisation: str
    address_line: str
    telephone: str
    email: str
    outline: str
    criteria: str


@dataclass(frozen=True)
class DecisionFields:
    """The chair's decision; ``outcome`` in words."""

    outcome: str
    reasons: str
    by: str
    on: DateText


@dataclass(frozen=True)
class CriterionFields:
    """A criterion of the procedure and its answer: "Yes", "No" or "Not answered"."""

    text: str
    citation: str
    met: str
    evidence: str


@dataclass(frozen=True)
class AnswerFields:
    """A question that the terms of reference must answer."""

    number: str
    text: str
    answer: str


@dataclass(frozen=True)
class TermsFields:
    """The terms of reference."""

    version: str
    agreed: DateText
    period_from: DateText
    period_to: DateText
    questions: tuple[AnswerFields, ...]
    items: tuple[AnswerFields, ...]


@dataclass(frozen=True)
class ScheduleFields:
    """The dates and agreements that the scoping meeting fixed."""

    briefing_meeting: DateText
    briefing_chair: str
    briefing_panel_members: str
    reports_due: DateText
    presentation: DateText
    delay_action: str
    submission_to_board: DateText
    submission_to_national_body: DateText
    reviewer_process: str
    contract_negotiated_by: str


@dataclass(frozen=True)
class PanelMemberFields:
    """A member of the review panel."""

    name: str
    post: str
    organisation: str


@dataclass(frozen=True)
class ReviewerFields:
    """The independent reviewer."""

    name: str
    post: str
    organisation: str
    independence: str


@dataclass(frozen=True)
class LinkPersonFields:
    """Whom the family may ring or write to."""

    name: str
    post: str
    telephone: str
    email: str


@dataclass(frozen=True)
class ActionFields:
    """Who does what by when; ``status`` in words."""

    what: str
    who: str
    by_when: DateText
    outcome: str
    measure: str
    success_criteria: str
    status: str
    progress: str


@dataclass(frozen=True)
class RecommendationFields:
    """A recommendation of the overview report."""

    number: str
    text: str
    actions: tuple[ActionFields, ...]


@dataclass(frozen=True)
class AgencyRecommendationFields:
    """A recommendation of one agency's own review."""

    number: str
    text: str
    agency: str


@dataclass(frozen=True)
class ProceedingFields:
    """A court case, an inquest or another review; ``status`` in words."""

    description: str
    kind: str
    status: str


@dataclass(frozen=True)
class PublicationFields:
    """What the board intends to publish."""

    title: str
    planned: DateText
    response: str


@dataclass(frozen=True)
class ChartStepFields:
    """A step of a flow chart in words; ``onward`` says where it goes on, unless to the next."""

    number: str
    text: str
    actor: str
    onward: str


@dataclass(frozen=True)
class ChartFields:
    """The flow chart that the document is; all empty in other documents."""

    title: str = ""
    citation: str = ""
    note: str = ""
    limits: tuple[str, ...] = ()
    """The time limits that the chart's brackets show."""
    steps: tuple[ChartStepFields, ...] = ()


@dataclass(frozen=True)
class MilestoneFields:
    """A milestone of the review; ``how`` it stands in words, ``rule`` with its paragraph."""

    number: str
    date: DateText
    what: str
    how: str
    rule: str


@dataclass(frozen=True)
class TimelineFields:
    """The milestones in the order of their days, and in words those that have none yet."""

    milestones: tuple[MilestoneFields, ...] = ()
    undated: tuple[str, ...] = ()


@dataclass(frozen=True)
class Context:
    """Everything a template may print.

    ``events`` is by event kind (the latest of each), ``due`` and ``due_text`` by rule id,
    ``words`` the procedure's vocabulary.
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

    def names(self) -> dict[str, object]:
        """The top-level names, as ``fill`` takes them."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

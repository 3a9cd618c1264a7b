"""What happens to a case: events, decisions, terms of reference, recommendations."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum

from pydantic import Field

from casework.model.base import Id, Record, Text


class EventKind(StrEnum):
    """What can happen in a case; time rules count from these and are met by these."""

    INCIDENT = "incident"
    """The child died or was seriously harmed."""
    AWARE = "aware"
    """The local authority became aware of the incident."""
    REFERRAL_RECEIVED = "referral_received"
    """The case came to the board's chair."""
    NOTIFICATION = "notification"
    """A notification of the case was received or sent."""
    CONSULTED = "consulted"
    """The chair consulted the members of the review panel."""
    OTHER_CHILDREN_CONSIDERED = "other_children_considered"
    """Agencies considered whether other children are at risk."""
    INFORMATION_REQUESTED = "information_requested"
    """Agencies were asked for what they hold on the family."""
    INFORMATION_RECEIVED = "information_received"
    """An agency answered that request."""
    PANEL_MEETING = "panel_meeting"
    """The panel or sub-group met to consider the criteria."""
    RECOMMENDATION = "recommendation"
    """The panel recommended to the chair whether to review."""
    DECISION = "decision"
    """The chair decided whether to review."""
    CHIEF_OFFICERS_NOTIFIED = "chief_officers_notified"
    """Every chief officer or deputy was told of the decision."""
    NATIONAL_BODIES_NOTIFIED = "national_bodies_notified"
    """The national bodies named in ``to`` were told of the decision."""
    FILES_SECURED = "files_secured"
    """An agency secured its records."""
    FAMILY_TOLD = "family_told"
    """The family was told of the review."""
    REVIEWER_APPOINTED = "reviewer_appointed"
    """The independent reviewer was appointed."""
    SCOPING_MEETING = "scoping_meeting"
    """The scoping meeting fixed the terms of reference."""
    TERMS_OF_REFERENCE_SENT = "terms_of_reference_sent"
    """The terms of reference went to the chief officers."""
    BRIEFING_MEETING = "briefing_meeting"
    """The authors of the agencies' reports were briefed."""
    SAMR_RECEIVED = "samr_received"
    """An agency's management review arrived."""
    PRESENTATION_MEETING = "presentation_meeting"
    """The agencies' authors presented their reports to the panel."""
    DRAFT_RECEIVED = "draft_received"
    """A draft of the overview report arrived."""
    TO_CHIEF_OFFICERS = "to_chief_officers"
    """Chief officers got the overview report to check that it is fair."""
    BOARD_MEETING = "board_meeting"
    """The board considered the reports."""
    ENDORSED = "endorsed"
    """The board endorsed the reports."""
    COPIES_COLLECTED = "copies_collected"
    """The numbered copies were collected."""
    ACTION_PLAN_AGREED = "action_plan_agreed"
    """The action plan was agreed."""
    SUBMITTED = "submitted"
    """The reports went to the national bodies named in ``to``."""
    DEPARTMENTS_BRIEFED = "departments_briefed"
    """The government departments named in ``to`` had the chance to brief ministers."""
    ADVANCE_COPY_SENT = "advance_copy_sent"
    """A copy went to the national bodies named in ``to`` before publication."""
    NON_PUBLICATION_PROPOSED = "non_publication_proposed"
    """The board told the national bodies why it would not publish."""
    FAMILY_TOLD_OF_PUBLICATION = "family_told_of_publication"
    """The family and others affected were told what will be published and when."""
    OFFICER_IN_CASE_TOLD = "officer_in_case_told"
    """The officer in charge of a criminal investigation was told that the report exists."""
    MEDIA_STRATEGY_AGREED = "media_strategy_agreed"
    """The plan for answering the media was agreed."""
    EMBARGO_LIFTED = "embargo_lifted"
    """Whoever asked to hold back publication agreed to it."""
    PROCEEDINGS_ENDED = "proceedings_ended"
    """Court proceedings or an inquest ended."""
    PUBLISHED = "published"
    """The report was published."""
    WITHDRAWN = "withdrawn"
    """The report was taken down."""
    DEBRIEFING = "debriefing"
    """Practitioners were told the findings in person."""
    OPERATIONS_BOARD = "operations_board"
    """The operations board took on the action plan."""
    UPDATE_RECEIVED = "update_received"
    """Organisations said how their actions are going."""
    PROGRESS_REPORT = "progress_report"
    """The panel reported progress to the board."""
    COMPLETED = "completed"
    """The review was completed."""


class Event(Record):
    """Something that happened, or is planned where the date is still to come."""

    kind: EventKind
    on: date
    at: time | None = None
    """Time of day in Europe/London, where a rule counts hours."""
    agency: Id | None = None
    person: Id | None = None
    to: list[Id] = []
    """The national bodies or agencies it was sent to."""
    document: str = ""
    note: str = ""


class ProceedingKind(StrEnum):
    """Proceedings and reviews that run beside a case review."""

    CRIMINAL = "criminal"
    INQUEST = "inquest"
    CARE = "care"
    DOMESTIC_HOMICIDE_REVIEW = "domestic_homicide_review"
    SAFEGUARDING_ADULTS_REVIEW = "safeguarding_adults_review"
    NHS_INCIDENT = "nhs_incident"
    YOUTH_JUSTICE = "youth_justice"
    PRISONS_OMBUDSMAN = "prisons_ombudsman"
    COURT_ORDER = "court_order"
    """An order that restricts what may be published."""


class Proceeding(Record):
    """A court case, an inquest, a court order or another review."""

    kind: ProceedingKind
    description: Text
    started: date | None = None
    concluded: date | None = None
    restricts_publication: bool = False
    id: Id | None = None
    body: str = ""
    """Who holds it: a court, a coroner, a police force, another board."""
    contact: str = ""
    contact_post: str = ""
    address: list[Text] = []
    reference: str = ""
    may_be_shared: str = ""
    """What was agreed on sharing information, and in what order things are done."""


class Outcome(StrEnum):
    """What the chair may decide (Bedfordshire 2007 §4)."""

    SERIOUS_CASE_REVIEW = "serious_case_review"
    INTERAGENCY_MANAGEMENT_REVIEW = "interagency_management_review"
    NEAR_MISS_REVIEW = "near_miss_review"
    OTHER_REVIEW = "other_review"
    NO_FURTHER_ACTION = "no_further_action"


class Decision(Record):
    """The chair's decision on the case."""

    outcome: Outcome
    reasons: Text
    by: Text
    on: date
    wholly_independent: bool = False


class CriterionAnswer(Record):
    """Whether one criterion of the procedure is met, and why."""

    criterion: Id
    met: bool
    evidence: Text


class Schedule(Record):
    """The dates and agreements that the scoping meeting fixes (Bedfordshire 2007 §5.5)."""

    briefing_meeting: date | None = None
    briefing_chair: str = ""
    briefing_panel_members: list[Text] = []
    reports_due: date | None = None
    presentation: date | None = None
    overview_due: date | None = None
    """When the overview report and its executive summary are due; agreed at the presentation."""
    reviewer_process: str = ""
    contract_negotiated_by: str = ""
    delay_action: str = ""
    submission_to_board: date | None = None
    submission_to_national_body: date | None = None


class TermsOfReference(Record):
    """The scope of the review: an answer to each scoping question, by the question's id."""

    version: int = Field(default=1, ge=1)
    agreed: date | None = None
    period_from: date | None = None
    period_to: date | None = None
    answers: dict[Id, Text] = {}
    schedule: Schedule = Schedule()


class ActionStatus(StrEnum):
    """How far an action is."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"


class Action(Record):
    """Who does what by when, with what result, and how that will be known."""

    what: Text
    who: Text
    agency: Id | None = None
    """The agency that owes it, where one does."""
    by_when: date
    outcome: str = ""
    measure: str = ""
    """How it is monitored."""
    success_criteria: str = ""
    status: ActionStatus = ActionStatus.NOT_STARTED
    progress: str = ""
    """What was done and what changed, in words the public may read."""


class Recommendation(Record):
    """A recommendation of the overview report, or of one agency's own review."""

    number: Text
    text: Text
    agency: Id | None = None
    """The agency whose own review made it; none for the overview report's."""
    actions: list[Action] = []


class Waiver(Record):
    """A time limit that was changed, with whose agreement."""

    rule: Text
    agreed_by: Text
    on: date
    reason: Text
    new_date: date | None = None

"""What happens to a case: events, decisions, terms of reference, recommendations."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum

from pydantic import Field

from casework.kinds import ActionStatus
from casework.model.base import Id, Record, Text
from casework.model.event_kind import EventKind as EventKind


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
    """A criminal investigation or prosecution."""
    INQUEST = "inquest"
    """The coroner's investigation or inquest."""
    CARE = "care"
    """Care proceedings about a child of the family."""
    CIVIL = "civil"
    """Any other proceedings before a civil or family court."""
    DISCIPLINARY = "disciplinary"
    """Disciplinary action by an employer or a professional body."""
    CHILD_DEATH_REVIEW = "child_death_review"
    """The review that is held of every child's death."""
    DOMESTIC_HOMICIDE_REVIEW = "domestic_homicide_review"
    """A community safety partnership's review of a death through domestic violence."""
    SAFEGUARDING_ADULTS_REVIEW = "safeguarding_adults_review"
    """A safeguarding adults board's review."""
    PUBLIC_PROTECTION_REVIEW = "public_protection_review"
    """A review under the multi-agency public protection arrangements."""
    NHS_INCIDENT = "nhs_incident"
    """An investigation of a serious incident in the NHS."""
    YOUTH_JUSTICE = "youth_justice"
    """The Youth Justice Board's review of a serious incident."""
    PRISONS_OMBUDSMAN = "prisons_ombudsman"
    """The ombudsman's investigation of a death in custody."""
    INQUIRY = "inquiry"
    """An inquiry that a minister has asked for."""
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
    """What the chair, or the safeguarding partners, may decide."""

    SERIOUS_CASE_REVIEW = "serious_case_review"
    """A serious case review (until 2019)."""
    INTERAGENCY_MANAGEMENT_REVIEW = "interagency_management_review"
    """A review by the agencies' managers (Bedfordshire 2007 §12.1)."""
    NEAR_MISS_REVIEW = "near_miss_review"
    """A brief look at what nearly went wrong (Bedfordshire 2007 §12.3)."""
    MULTI_AGENCY_REVIEW = "multi_agency_review"
    """A partnership or other multi-agency review, for a case below the criteria."""
    LOCAL_CHILD_SAFEGUARDING_PRACTICE_REVIEW = "local_child_safeguarding_practice_review"
    """A local review under Working Together 2018."""
    OTHER_REVIEW = "other_review"
    """Another kind of review, such as one by a single agency."""
    NO_FURTHER_ACTION = "no_further_action"
    """No review; the referrer is told why."""


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
    replies_due: date | None = None
    """When the chief officers answer whether the draft report is fair to their organisations."""
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

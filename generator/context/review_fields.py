"""The fields of the review itself that a template may use (see ``fields``)."""

from __future__ import annotations

from dataclasses import dataclass

from generator.context.printed import NO_DATE, DateText


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
    other_children: str
    endorsed_by: str
    information_wanted: tuple[str, ...]
    information_required_by: DateText


@dataclass(frozen=True)
class DecisionFields:
    """The chair's decision.

    ``outcome`` is its name as templates compare it, ``outcome_in_words`` as the procedure says it.
    """

    outcome: str = ""
    outcome_in_words: str = ""
    reasons: str = ""
    by: str = ""
    on: DateText = NO_DATE
    time: str = ""
    wholly_independent: str = ""


@dataclass(frozen=True)
class CriterionFields:
    """A criterion of the procedure and its answer: "Yes", "No" or "Not answered"."""

    id: str
    group: str
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
    imr_items: tuple[AnswerFields, ...]
    """Of an interagency management review."""
    joint_items: tuple[AnswerFields, ...]
    """Of a joint review: what it must include."""
    joint_also: tuple[AnswerFields, ...]
    """What else the boards agree."""
    joint_end: tuple[AnswerFields, ...]
    """What they settle towards the end."""


@dataclass(frozen=True)
class ScheduleFields:
    """The dates and agreements that the scoping meeting fixed."""

    briefing_meeting: DateText
    briefing_chair: str
    briefing_panel_members: str
    reports_due: DateText
    presentation: DateText
    overview_due: DateText
    delay_action: str
    replies_due: DateText
    """When chief officers answer whether the draft is fair."""
    submission_to_board: DateText
    submission_to_national_body: DateText
    reviewer_process: str
    contract_negotiated_by: str


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
    kind: str
    """Of agency, where its name would give the family away."""


@dataclass(frozen=True)
class ProceedingFields:
    """A court case, an inquest or another review; ``kind`` and ``status`` in words."""

    description: str = ""
    kind: str = ""
    status: str = ""
    body: str = ""
    contact: str = ""
    reference: str = ""
    may_be_shared: str = ""
    started: DateText = NO_DATE
    concluded: DateText = NO_DATE
    restricts_publication: str = ""


@dataclass(frozen=True)
class PublicationFields:
    """What the board intends to publish."""

    title: str
    planned: DateText
    planned_day: str
    """With the weekday."""
    not_before: DateText
    response: str
    web_address: str
    not_publishing: str
    improvements: tuple[str, ...]
    delay: str
    delayed_until: DateText

"""The facts of the review itself in the template context."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from casework.model.review import EventKind, Outcome
from generator.context.printed import (
    AGENCY_KINDS,
    PROCEEDINGS,
    DateText,
    clock_time,
    joined,
    sentence,
    weekday,
    words_of,
    yes_or_no,
)
from generator.context.review_fields import (
    ActionFields,
    AgencyRecommendationFields,
    AnswerFields,
    CriterionFields,
    DecisionFields,
    ProceedingFields,
    PublicationFields,
    RecommendationFields,
    ReferralFields,
    ScheduleFields,
    TermsFields,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casework.load import OpenCase
    from casework.model import Action, Case, Proceeding
    from casework.procedure import Procedure, ScopingItem

NOT_ANSWERED = "Not answered"


def referral(case: Case) -> ReferralFields:
    """Who referred the case, when and why."""
    made = case.referral
    return ReferralFields(
        date_of_referral=DateText(made.date_of_referral),
        date_of_notification=DateText(made.date_of_notification),
        name=made.name,
        role=made.role,
        organisation=made.organisation,
        address_line=joined(made.address),
        telephone=made.telephone,
        email=made.email,
        outline=made.outline,
        criteria=made.criteria,
        other_children=made.other_children,
        endorsed_by=made.endorsed_by,
        information_wanted=tuple(made.information_wanted),
        information_required_by=DateText(made.information_required_by),
    )


def decision(case: Case, procedure: Procedure) -> DecisionFields:
    """The chair's decision; all empty before it."""
    made = case.decision
    if made is None:
        return DecisionFields()
    times = [event.at for event in case.events if event.kind is EventKind.DECISION]
    return DecisionFields(
        outcome=words_of(made.outcome),
        outcome_in_words=outcome_in_words(made.outcome, procedure),
        reasons=made.reasons,
        by=made.by,
        on=DateText(made.on),
        time=clock_time(times[-1]) if times else "",
        wholly_independent=yes_or_no(made.wholly_independent),
    )


def outcome_in_words(outcome: Outcome, procedure: Procedure) -> str:
    """What was decided or recommended, as the procedure calls it: a noun without article."""
    if outcome in (Outcome.SERIOUS_CASE_REVIEW, Outcome.LOCAL_CHILD_SAFEGUARDING_PRACTICE_REVIEW):
        return procedure.words["review"]
    if outcome is Outcome.NEAR_MISS_REVIEW:
        return "near-miss review"
    if outcome is Outcome.NO_FURTHER_ACTION:
        return words_of(outcome)
    return procedure.words["other_review"]


def criteria(case: Case, procedure: Procedure) -> tuple[CriterionFields, ...]:
    """Every criterion of the procedure with the case's answer to it."""
    answers = {answer.criterion: answer for answer in case.criteria}
    return tuple(
        CriterionFields(
            id=criterion.id,
            group=criterion.group,
            text=criterion.text,
            citation=criterion.citation,
            met=yes_or_no(answers[criterion.id].met) if criterion.id in answers else NOT_ANSWERED,
            evidence=answers[criterion.id].evidence if criterion.id in answers else "",
        )
        for criterion in procedure.criteria
    )


def terms(case: Case, procedure: Procedure) -> TermsFields:
    """The terms of reference: every scoping question and scheduling item, answered or not."""
    agreed = case.terms_of_reference
    return TermsFields(
        version=str(agreed.version),
        agreed=DateText(agreed.agreed),
        period_from=DateText(agreed.period_from),
        period_to=DateText(agreed.period_to),
        questions=_answered(procedure.scoping_questions, case),
        items=_answered(procedure.scheduling_items, case),
        imr_items=_answered(procedure.imr_items, case),
        joint_items=_answered(_joint(procedure, "must"), case),
        joint_also=_answered(_joint(procedure, "also"), case),
        joint_end=_answered(_joint(procedure, "end"), case),
    )


def _joint(procedure: Procedure, group: str) -> list[ScopingItem]:
    return [item for item in procedure.joint_items if item.group == group]


def schedule(case: Case) -> ScheduleFields:
    """What the scoping meeting fixed."""
    fixed = case.terms_of_reference.schedule
    return ScheduleFields(
        briefing_meeting=DateText(fixed.briefing_meeting),
        briefing_chair=fixed.briefing_chair,
        briefing_panel_members=joined(fixed.briefing_panel_members),
        reports_due=DateText(fixed.reports_due),
        presentation=DateText(fixed.presentation),
        overview_due=DateText(fixed.overview_due),
        delay_action=fixed.delay_action,
        replies_due=DateText(fixed.replies_due),
        submission_to_board=DateText(fixed.submission_to_board),
        submission_to_national_body=DateText(fixed.submission_to_national_body),
        reviewer_process=fixed.reviewer_process,
        contract_negotiated_by=fixed.contract_negotiated_by,
    )


def recommendations(case: Case, agency: str | None = None) -> tuple[RecommendationFields, ...]:
    """The recommendations of the overview report, or of an agency's own review, with actions."""
    return tuple(
        RecommendationFields(made.number, made.text, tuple(map(_action, made.actions)))
        for made in case.recommendations
        if made.agency == agency
    )


def actions_of(case: Case, agency: str) -> tuple[ActionFields, ...]:
    """The actions of the overview report's recommendations that the agency owes."""
    return tuple(
        _action(action)
        for made in case.recommendations
        if made.agency is None
        for action in made.actions
        if action.agency == agency
    )


def agency_recommendations(open_case: OpenCase) -> tuple[AgencyRecommendationFields, ...]:
    """The recommendations that the agencies' own reviews made."""
    names = {agency.id: agency.name for agency in open_case.board.agencies}
    kinds = {agency.id: AGENCY_KINDS[agency.kind] for agency in open_case.board.agencies}
    return tuple(
        AgencyRecommendationFields(
            number=made.number,
            text=made.text,
            agency=names.get(made.agency, made.agency),
            kind=kinds.get(made.agency, ""),
        )
        for made in open_case.case.recommendations
        if made.agency is not None
    )


def proceedings(case: Case, as_of: date) -> tuple[ProceedingFields, ...]:
    """The proceedings beside the review, as they stand on ``as_of``."""
    return tuple(_proceeding(one, as_of) for one in case.proceedings)


def proceeding(case: Case, number: int | None, as_of: date) -> ProceedingFields:
    """The proceeding of this place in the case's list; all empty where there is none."""
    if number is None:
        return ProceedingFields()
    return _proceeding(case.proceedings[number], as_of)


def _proceeding(one: Proceeding, as_of: date) -> ProceedingFields:
    return ProceedingFields(
        description=one.description,
        kind=PROCEEDINGS[one.kind],
        status=_status(one.started, one.concluded, as_of),
        body=one.body,
        contact=one.contact,
        reference=one.reference,
        may_be_shared=one.may_be_shared,
        started=DateText(one.started),
        concluded=DateText(one.concluded),
        restricts_publication=yes_or_no(one.restricts_publication),
    )


def publication(case: Case) -> PublicationFields:
    """What the board intends to publish."""
    intended = case.publication
    planned = DateText(intended.planned)
    return PublicationFields(
        title=intended.title,
        planned=planned,
        planned_day=weekday(planned),
        not_before=DateText(intended.not_before),
        response=intended.response,
        web_address=intended.web_address,
        not_publishing=intended.not_publishing,
        improvements=tuple(intended.improvements),
        delay=intended.delay,
        delayed_until=DateText(intended.delayed_until),
    )


def _answered(items: Iterable[ScopingItem], case: Case) -> tuple[AnswerFields, ...]:
    answers = case.terms_of_reference.answers
    return tuple(
        AnswerFields(str(number), item.text, answers.get(item.id, ""))
        for number, item in enumerate(items, start=1)
    )


def _action(action: Action) -> ActionFields:
    return ActionFields(
        what=action.what,
        who=action.who,
        by_when=DateText(action.by_when),
        outcome=action.outcome,
        measure=action.measure,
        success_criteria=action.success_criteria,
        status=sentence(words_of(action.status)),
        progress=action.progress,
    )


def _status(started: date | None, concluded: date | None, as_of: date) -> str:
    if concluded and concluded <= as_of:
        return f"concluded on {DateText(concluded)}"
    if started and started > as_of:
        return f"due to start on {DateText(started)}"
    return f"under way since {DateText(started)}" if started else "not concluded"

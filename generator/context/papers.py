"""Meetings, plans and exchanges in the template context."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from casework.deadlines import Deadline
from casework.limits import limit_sentence
from casework.model.meetings import MeetingKind
from generator.context.paper_fields import (
    ContractFields,
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
    ReviewerRequestFields,
    SpecialistFields,
    TransferFields,
    WaiverFields,
)
from generator.context.printed import DateText, clock_time, weekday, words_of, yes_or_no
from generator.context.review import outcome_in_words

if TYPE_CHECKING:
    from casework.load import OpenCase
    from casework.model import Board, Case
    from casework.model.case import Reviewer
    from casework.model.meetings import Meeting
    from casework.procedure import Procedure


def meetings(case: Case, as_of: date) -> dict[str, MeetingFields]:
    """The meeting of each kind: the next on or after ``as_of``, else the latest before it."""
    found = {}
    for kind in MeetingKind:
        of_kind = sorted((m for m in case.meetings if m.kind is kind), key=lambda m: m.on)
        coming = [meeting for meeting in of_kind if meeting.on >= as_of]
        chosen = coming[:1] or of_kind[-1:]
        found[kind.value] = _meeting(chosen[0]) if chosen else MeetingFields()
    return found


def _meeting(meeting: Meeting) -> MeetingFields:
    on = DateText(meeting.on)
    return MeetingFields(
        on=on,
        day=weekday(on),
        time=clock_time(meeting.at),
        place=meeting.place,
        chair=meeting.chair,
        agenda=tuple(meeting.agenda),
        reviewer_attends=yes_or_no(meeting.reviewer_attends),
    )


def interview(case: Case, professional: str) -> InterviewFields:
    """The interview to which the ``professional`` of this id is invited; empty where none is."""
    for person in case.professionals:
        planned = person.interview
        if person.id == professional and planned:
            on = DateText(planned.on)
            return InterviewFields(
                on=on,
                day=weekday(on),
                time=clock_time(planned.at),
                place=planned.place,
                author=planned.author,
                topics=tuple(planned.topics),
            )
    return InterviewFields()


def recommendation(case: Case, procedure: Procedure) -> PanelRecommendationFields:
    """What the panel recommended to the chair; all empty before."""
    made = case.recommendation
    if made is None:
        return PanelRecommendationFields()
    return PanelRecommendationFields(
        outcome=words_of(made.outcome),
        outcome_in_words=outcome_in_words(made.outcome, procedure),
        reasons=made.reasons,
        issues=made.issues,
        other_review=made.other_review,
        by=made.by,
        on=DateText(made.on),
    )


def rapid_review(case: Case) -> RapidReviewFields:
    """What the rapid review found."""
    found = case.rapid_review
    return RapidReviewFields(
        facts=found.facts,
        immediate_action=found.immediate_action,
        learning=tuple(found.learning),
        improvements=tuple(found.improvements),
        national_review=found.national_review,
    )


def contract(reviewer: Reviewer) -> ContractFields:
    """What was agreed with the reviewer."""
    agreed = reviewer.contract
    return ContractFields(
        agreed=DateText(agreed.agreed),
        fee=agreed.fee,
        expenses=agreed.expenses,
        draft_due=DateText(agreed.draft_due),
        report_due=DateText(agreed.report_due),
        meetings=tuple(agreed.meetings),
        extra_work=agreed.extra_work,
        delay=agreed.delay,
    )


def reviewer_request(reviewer: Reviewer) -> ReviewerRequestFields:
    """The latest written request to the reviewer; empty where there was none."""
    asked = max(reviewer.requests, key=lambda request: request.on, default=None)
    if asked is None:
        return ReviewerRequestFields()
    return ReviewerRequestFields(DateText(asked.on), asked.what, asked.why, DateText(asked.by_when))


def learning(case: Case) -> tuple[LearningFields, ...]:
    """The learning points."""
    return tuple(
        LearningFields(made.point, made.action, made.audience, made.shared)
        for made in case.learning
    )


def distribution(case: Case) -> tuple[DistributionFields, ...]:
    """To whom each report, or part of it, is available."""
    return tuple(
        DistributionFields(decided.what, decided.to, decided.condition)
        for decided in case.distribution
    )


def dissemination(case: Case) -> tuple[DisseminationFields, ...]:
    """The ways of passing the findings on."""
    return tuple(
        DisseminationFields(way.how, way.audience, way.lead, DateText(way.by_when))
        for way in case.dissemination
    )


def media(case: Case) -> MediaFields:
    """The media strategy."""
    plan = case.media
    embargo = ", ".join(
        part for part in (DateText(plan.embargo_until), clock_time(plan.embargo_at)) if part
    )
    return MediaFields(
        lead_agency=plan.lead_agency,
        spokesperson=plan.spokesperson,
        press_contact=plan.press_contact,
        lines=tuple(plan.lines),
        holding_statement=plan.holding_statement,
        embargo=embargo,
        before=plan.before,
        during=plan.during,
        after=plan.after,
    )


def waivers(case: Case, procedure: Procedure) -> tuple[WaiverFields, ...]:
    """The time limits that were changed, in the case's order."""
    return tuple(
        WaiverFields(
            rule=agreed.rule,
            action=procedure.rule(agreed.rule).action,
            citation=procedure.rule(agreed.rule).citation,
            agreed_by=agreed.agreed_by,
            on=DateText(agreed.on),
            reason=agreed.reason,
            new_date=DateText(agreed.new_date),
        )
        for agreed in case.waivers
    )


def cross_border(open_case: OpenCase) -> CrossBorderFields:
    """The part of another board in the review; empty where there is none."""
    joint = open_case.case.cross_border
    if joint is None:
        return CrossBorderFields()
    return CrossBorderFields(
        board=_board_name(open_case.board, joint.board),
        services=joint.services,
        proposal=joint.proposal,
        our_position=joint.our_position,
        their_position=joint.their_position,
    )


def peer_challenge(open_case: OpenCase) -> PeerChallengeFields:
    """The request to another board's chair; empty where there is none."""
    asked = open_case.case.peer_challenge
    if asked is None:
        return PeerChallengeFields()
    return PeerChallengeFields(
        board=_board_name(open_case.board, asked.board),
        summary=asked.summary,
        question=asked.question,
        reply_by=DateText(asked.reply_by),
    )


def _board_name(board: Board, board_id: str) -> str:
    names = {neighbour.id: neighbour.name for neighbour in board.neighbouring_boards}
    return names.get(board_id, board_id)


def national_request(open_case: OpenCase) -> NationalRequestFields:
    """The latest question or challenge of a national body; empty where there was none."""
    requests = open_case.case.national_requests
    asked = max(requests, key=lambda request: request.on, default=None)
    if asked is None:
        return NationalRequestFields()
    return NationalRequestFields(
        body=open_case.procedure.national_bodies.get(asked.body, asked.body),
        on=DateText(asked.on),
        about=asked.about,
        reply_by=DateText(asked.reply_by),
        answer=asked.answer,
        enclosures=tuple(asked.enclosures),
        final_decision=asked.final_decision,
        reasons=asked.reasons,
    )


def report_request(case: Case, requester: str) -> ReportRequestFields:
    """The request of the person with this id; empty for any other recipient."""
    for asked in case.report_requests:
        if asked.id == requester:
            return ReportRequestFields(DateText(asked.on), asked.report)
    return ReportRequestFields()


def specialist(case: Case, expert: str) -> SpecialistFields:
    """The report commissioned from the expert with this id; empty for any other recipient."""
    for asked in case.specialist_reports:
        if asked.id == expert:
            return SpecialistFields(
                asked.expert, asked.post, asked.organisation, asked.question, DateText(asked.due)
            )
    return SpecialistFields()


def transfer(case: Case) -> TransferFields:
    """The hand-over of an unfinished review; empty where there is none."""
    planned = case.transfer
    if planned is None:
        return TransferFields()
    return TransferFields(
        to=planned.to,
        on=DateText(planned.on),
        state=planned.state,
        contents=tuple(planned.contents),
        learning=planned.learning,
    )


def deadline(row: Deadline) -> DeadlineFields:
    """One deadline as a plan prints it."""
    standing = words_of(row.status.value)
    if row.met_on:
        standing = f"{standing} {DateText(row.met_on)}"
    elif row.waiting_on:
        standing = f"waiting for {row.waiting_on}"
    return DeadlineFields(
        rule=row.rule.id,
        action=row.rule.action,
        citation=row.rule.citation,
        limit=limit_sentence(row.rule),
        due=DateText(row.due or row.earliest),
        standing=standing,
    )

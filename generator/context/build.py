"""Builds the template context of one planned document from the case, the board and the rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from casework.deadlines import Deadline, deadlines
from casework.limits import limit_sentence
from casework.model import EventKind
from generator.context import chart, papers, people, review, standing
from generator.context.fields import (
    BoardFields,
    CaseFields,
    Context,
    DocumentFields,
    ProcedureFields,
)
from generator.context.paper_fields import CopyFields
from generator.context.people_fields import (
    OfficerFields,
    RecipientFields,
)
from generator.context.printed import DateText, joined, words_of, yes_or_no
from generator.plan import PlannedDocument
from generator.recipient import NumberedCopy, Recipient
from generator.recipients import involved_agencies
from redaction.values import Role

if TYPE_CHECKING:
    from casework.load import OpenCase
    from casework.model import Case, Officer
    from casework.procedure import Procedure
    from generator.catalogue import DocumentType


def context_for(open_case: OpenCase, planned: PlannedDocument) -> Context:
    """Everything that the template of ``planned`` may print."""
    case, procedure, as_of = open_case.case, open_case.procedure, planned.as_of
    agencies = people.agencies(open_case)
    limits = deadlines(case, procedure, as_of)
    return Context(
        document=_document(open_case, planned, limits),
        board=_board(open_case),
        words=dict(procedure.words),
        procedure=_procedure(procedure),
        case=_case(case),
        child=people.child(case),
        **people.family(case),
        professionals=people.professionals(open_case),
        recipient=_recipient(planned),
        agency=agencies.get(planned.recipient.agency, people.NO_AGENCY),
        agencies=tuple(agencies[one.id] for one, _ in involved_agencies(open_case)),
        agency_ticks=people.agency_ticks(open_case),
        referral=review.referral(case),
        events=_events(case, as_of),
        due=_due(procedure, limits),
        due_text={rule.id: limit_sentence(rule) for rule in procedure.rules},
        decision=review.decision(case, procedure),
        criteria=review.criteria(case, procedure),
        terms=review.terms(case, procedure),
        schedule=review.schedule(case),
        panel=people.panel(case),
        reviewer=people.reviewer(case),
        link_person=people.link_person(case),
        recommendations=review.recommendations(case),
        agency_recommendations=review.agency_recommendations(open_case),
        proceedings=review.proceedings(case, as_of),
        key_issues=tuple(case.key_issues),
        publication=review.publication(case),
        chart=chart.chart(planned.document.id, procedure),
        timeline=chart.timeline(case, procedure, limits, as_of),
        meetings=papers.meetings(case, as_of),
        interview=papers.interview(case, planned.recipient.id),
        proceeding=review.proceeding(case, planned.recipient.proceeding, as_of),
        report_request=papers.report_request(case, planned.recipient.id),
        specialist=papers.specialist(case, planned.recipient.id),
        recommendation=papers.recommendation(case, procedure),
        rapid_review=papers.rapid_review(case),
        learning=papers.learning(case),
        distribution=papers.distribution(case),
        dissemination=papers.dissemination(case),
        media=papers.media(case),
        waivers=papers.waivers(case, procedure),
        cross_border=papers.cross_border(open_case),
        peer_challenge=papers.peer_challenge(open_case),
        national_request=papers.national_request(open_case),
        transfer=papers.transfer(case),
        copies=tuple(CopyFields(copy.document, copy.label, copy.holder) for copy in planned.copies),
        glossary=standing.glossary(procedure),
        checklist=standing.checklist(case, procedure, as_of),
        deadlines=tuple(papers.deadline(limit) for limit in limits),
    )


def _document(
    open_case: OpenCase, planned: PlannedDocument, limits: Sequence[Deadline]
) -> DocumentFields:
    document, copy = planned.document, planned.recipient.copy
    own = [limit for limit in limits if limit.rule.id in document.rules]
    limit = own[0] if own else None
    return DocumentFields(
        id=document.id,
        title=document.titled(open_case.procedure.words),
        date=DateText(planned.as_of),
        reference=open_case.case.reference,
        marking=document.marking,
        version=_version(document, open_case.case),
        copy=copy.label if copy else "",
        copy_holder=copy.holder if copy else "",
        due=DateText(limit.due if limit else None),
        due_text=limit_sentence(limit.rule) if limit else "",
        rule_citation=limit.rule.citation if limit else "",
        names_family=_names_family(planned, open_case.procedure),
        amended=planned.recipient.amended.identifier if planned.recipient.amended else "",
    )


def _names_family(planned: PlannedDocument, procedure: Procedure) -> str:
    """As its naming policy has it; a report amended for another use names no one."""
    if planned.recipient.amended:
        return yes_or_no(None)
    policies = [policy for policy in procedure.policies if policy.id == planned.document.policy]
    return yes_or_no(any(policy.permits(Role.CHILD) for policy in policies) or None)


def _version(document: DocumentType, case: Case) -> str:
    return str(case.terms_of_reference.version) if document.kind == "terms" else ""


def _procedure(procedure: Procedure) -> ProcedureFields:
    return ProcedureFields(
        title=procedure.title,
        regime=procedure.regime,
        source=procedure.source,
        retention_months=str(procedure.retention.months),
        retention_citation=procedure.retention.citation,
    )


def _case(case: Case) -> CaseFields:
    return CaseFields(
        reference=case.reference,
        linked_cases=joined(case.linked_cases),
        family_contribution=case.family_contribution,
        kind=words_of(case.kind),
        status=words_of(case.status),
    )


def _board(open_case: OpenCase) -> BoardFields:
    board = open_case.board
    return BoardFields(
        name=board.name,
        short_name=board.short_name,
        area=board.area,
        address=tuple(board.address),
        address_line=joined(board.address),
        telephone=board.telephone,
        email=board.email,
        secure_email=board.secure_email,
        website=board.website,
        chair=_officer(board.chair),
        panel_chair=_officer(board.panel_chair or board.chair),
        business_manager=_officer(board.business_manager),
        administrator=_officer(board.administrator),
        agencies=tuple(agency.name for agency in board.agencies),
        safeguarding_partners=tuple(board.safeguarding_partners),
        staff_support=board.staff_support,
        complaints=board.complaints,
        press_office=board.press_office,
    )


def _officer(officer: Officer) -> OfficerFields:
    return OfficerFields(
        officer.name, officer.post, officer.title, officer.telephone, officer.email
    )


def _recipient(planned: PlannedDocument) -> RecipientFields:
    recipient = planned.recipient
    return RecipientFields(
        name=recipient.name,
        post=recipient.post,
        organisation=recipient.organisation,
        address=recipient.address_lines,
        salutation=recipient.salutation,
        relation=recipient.relation,
        organisation_id=recipient.organisation_id,
        copy=_copy_of(recipient, planned.copies),
        first_name=recipient.first_name,
    )


def _copy_of(recipient: Recipient, copies: Sequence[NumberedCopy]) -> str:
    """The label of the numbered copy that the recipient holds; empty where they hold none."""
    return next((copy.label for copy in copies if recipient.holds(copy)), "")


def _events(case: Case, as_of: date) -> dict[str, DateText]:
    """The latest event of each kind that has happened; a letter never tells of one to come."""
    latest: dict[EventKind, date] = {}
    for event in case.events:
        if event.on <= as_of:
            latest[event.kind] = max(event.on, latest.get(event.kind, event.on))
    return {kind.value: DateText(latest.get(kind)) for kind in EventKind}


def _due(procedure: Procedure, limits: Sequence[Deadline]) -> dict[str, DateText]:
    due = {rule.id: DateText(None) for rule in procedure.rules}
    return due | {limit.rule.id: DateText(limit.due) for limit in limits}

"""Builds the template context of one planned document from the case, the board and the rules."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from casework.deadlines import deadlines
from casework.limits import limit_sentence
from casework.model import EventKind
from generator.context import chart, people, review
from generator.context.fields import (
    BoardFields,
    CaseFields,
    Context,
    DocumentFields,
    OfficerFields,
    ProcedureFields,
    RecipientFields,
)
from generator.context.printed import DateText, joined
from generator.plan import PlannedDocument

if TYPE_CHECKING:
    from casework.load import OpenCase
    from casework.model import Case, Officer
    from generator.catalogue import DocumentType


def context_for(open_case: OpenCase, planned: PlannedDocument) -> Context:
    """Everything that the template of ``planned`` may print."""
    case, procedure = open_case.case, open_case.procedure
    agencies = people.agencies(open_case)
    return Context(
        document=_document(open_case, planned),
        board=_board(open_case),
        words=dict(procedure.words),
        procedure=ProcedureFields(procedure.title, procedure.regime),
        case=CaseFields(case.reference, joined(case.linked_cases), case.family_contribution),
        child=people.child(case),
        **people.family(case),
        recipient=_recipient(planned),
        agency=agencies.get(planned.recipient.agency, people.NO_AGENCY),
        agencies=tuple(agencies.values()),
        agency_ticks=people.agency_ticks(open_case),
        referral=review.referral(case),
        events=_events(case),
        due=_due(open_case, planned.as_of),
        due_text={rule.id: limit_sentence(rule) for rule in procedure.rules},
        decision=review.decision(case),
        criteria=review.criteria(case, procedure),
        terms=review.terms(case, procedure),
        schedule=review.schedule(case),
        panel=people.panel(case),
        reviewer=people.reviewer(case),
        link_person=people.link_person(case),
        recommendations=review.recommendations(case),
        agency_recommendations=review.agency_recommendations(open_case),
        proceedings=review.proceedings(case, planned.as_of),
        key_issues=tuple(case.key_issues),
        publication=review.publication(case),
        chart=chart.chart(planned.document.id, procedure),
        timeline=chart.timeline(open_case, planned.as_of),
    )


def _document(open_case: OpenCase, planned: PlannedDocument) -> DocumentFields:
    document, copy = planned.document, planned.recipient.copy
    return DocumentFields(
        id=document.id,
        title=document.title,
        date=DateText(planned.as_of),
        reference=open_case.case.reference,
        marking=document.marking,
        version=_version(document, open_case.case),
        copy=copy.label if copy else "",
        copy_holder=copy.holder if copy else "",
    )


def _version(document: DocumentType, case: Case) -> str:
    return str(case.terms_of_reference.version) if document.kind == "terms" else ""


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
        address=recipient.address,
        salutation=recipient.salutation,
        relation=recipient.relation,
        organisation_id=recipient.organisation_id,
    )


def _events(case: Case) -> dict[str, DateText]:
    latest: dict[EventKind, date] = {}
    for event in case.events:
        latest[event.kind] = max(event.on, latest.get(event.kind, event.on))
    return {kind.value: DateText(latest.get(kind)) for kind in EventKind}


def _due(open_case: OpenCase, as_of: date) -> dict[str, DateText]:
    due = {rule.id: DateText(None) for rule in open_case.procedure.rules}
    for deadline in deadlines(open_case.case, open_case.procedure, as_of):
        due[deadline.rule.id] = DateText(deadline.due)
    return due

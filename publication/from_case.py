"""The public facts about a report, taken from its case: the only way from one to the other."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

from casework.load import OpenCase
from casework.model import AgencyKind, Board, Recommendation
from publication.metadata import PublicAction, Publication, PublicRecommendation
from redaction.errors import PublicationError
from redaction.values import NamingPolicy, Role, Treatment

AGENCY_WORDS = {
    AgencyKind.CHILDRENS_SERVICES: "children's services",
    AgencyKind.POLICE: "the police",
    AgencyKind.SCHOOL_OR_NURSERY: "the school or nursery",
    AgencyKind.HEALTH: "the health service",
    AgencyKind.EDUCATION: "the education service",
    AgencyKind.GP_SURGERY: "the GP surgery",
    AgencyKind.OTHER: "another agency",
}
"""Agencies by their kind: a school's or a surgery's name says where the family lives."""


def publication_of(
    open_case: OpenCase, policy: NamingPolicy, file: Path, content: bytes, on: date
) -> Publication:
    """The public facts of the case's report ``file`` with ``content``, published ``on`` a day.

    Nothing of the case goes in but what the public page shows. Raises ``PublicationError`` if
    the case has no public title.
    """
    case = open_case.case
    if not case.publication.title:
        raise PublicationError.because(
            "case.yaml, publication.title",
            "the report has no public title",
            "Write one that names no person and no place",
        )
    labels = {pseudonym.person: pseudonym.label for pseudonym in case.pseudonyms}
    named = policy.treatment(Role.REVIEWER) is Treatment.REQUIRED and case.reviewer
    return Publication(
        reference=case.reference,
        title=case.publication.title,
        kind=case.kind,
        procedure_title=open_case.procedure.title,
        child_label=labels.get(case.child.id, ""),
        themes=list(case.publication.themes),
        key_issues=list(case.key_issues),
        recommendations=[_public(item, open_case.board) for item in case.recommendations],
        response=case.publication.response,
        impact=case.publication.impact,
        further_action=case.publication.further_action,
        reviewer=case.reviewer.name if named and case.reviewer else "",
        file=f"report{file.suffix.lower()}",
        sha256=sha256(content).hexdigest(),
        published=on,
        retention_months=open_case.procedure.retention.months,
        retention_citation=open_case.procedure.retention.citation,
        in_place_of_report=policy.in_place_of_report,
    )


def _public(item: Recommendation, board: Board) -> PublicRecommendation:
    agencies = {agency.id: AGENCY_WORDS[agency.kind] for agency in board.agencies}
    return PublicRecommendation(
        number=item.number,
        text=item.text,
        agency=agencies.get(item.agency, "") if item.agency else "",
        actions=[
            PublicAction(
                what=action.what,
                who=action.who,
                by_when=action.by_when,
                outcome=action.outcome,
                status=action.status,
                progress=action.progress,
            )
            for action in item.actions
        ],
    )

"""The case model: pydantic records of a board profile and a case file."""

from casework.model.board import Agency, AgencyKind, Board, NationalBody, Officer
from casework.model.case import Case, Involvement, LinkPerson, Referral, Reviewer
from casework.model.people import Child, FamilyMember, FamilyRole, Person, Professional
from casework.model.review import (
    Action,
    Event,
    EventKind,
    Proceeding,
    ProceedingKind,
    Recommendation,
    TermsOfReference,
)

__all__ = [
    "Action",
    "Agency",
    "AgencyKind",
    "Board",
    "Case",
    "Child",
    "Event",
    "EventKind",
    "FamilyMember",
    "FamilyRole",
    "Involvement",
    "LinkPerson",
    "NationalBody",
    "Officer",
    "Person",
    "Proceeding",
    "ProceedingKind",
    "Professional",
    "Recommendation",
    "Referral",
    "Reviewer",
    "TermsOfReference",
]

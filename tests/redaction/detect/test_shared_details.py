"""What several people share is judged with the roles of them all."""

from __future__ import annotations

from datetime import date

import pytest

from redaction.check import Checker
from redaction.values import (
    Identifier,
    NamingPolicy,
    Passage,
    ProtectedPerson,
    ProtectedTerms,
    Role,
    Severity,
    Treatment,
)

_DAY = date(1984, 6, 2)
_PEOPLE = (
    ProtectedPerson("mother", Role.PARENT, "Rhoswen Tamblyn", date_of_birth=_DAY),
    ProtectedPerson("worker", Role.PROFESSIONAL, "Oluchi O'Dell-Fraine", date_of_birth=_DAY),
)
_FAMILY_NAMED = NamingPolicy(
    id="overview-report",
    title="overview report",
    citation="invented procedure, para 13",
    public=False,
    treatments={Role.CHILD: Treatment.NAMED, Role.PARENT: Treatment.NAMED},
)


def _checker(people: tuple[ProtectedPerson, ...]) -> Checker:
    shared = tuple(Identifier("telephone number", "01632 960118", one.id) for one in people)
    return Checker(ProtectedTerms(people=people, identifiers=shared), _FAMILY_NAMED)


@pytest.mark.parametrize("people", [_PEOPLE, _PEOPLE[::-1]])
@pytest.mark.parametrize(
    ("text", "reason"),
    [("born on 2 June 1984", "one birthday"), ("ring 01632 960118", "one telephone")],
)
def test_what_two_people_share_needs_permission_for_both(
    people: tuple[ProtectedPerson, ...], text: str, reason: str
) -> None:
    """The mother may be named, the worker not: what is both people's is blocked, in any order."""
    found = _checker(people).look([Passage(text, "body", "")])
    assert [each.severity for each in found] == [Severity.BLOCK], reason


@pytest.mark.parametrize("written", ["Ms O'Dell", "ODell Fraine", "O. O'Dell", "O'Dell-Fraine"])
def test_a_double_surname_with_an_apostrophe_is_found_whole(written: str) -> None:
    """Either half with its apostrophe or without, alone or together, is one finding."""
    found = _checker(_PEOPLE).look([Passage(f"and {written} came", "body", "")])
    assert [(each.text, each.severity) for each in found] == [(written, Severity.BLOCK)]

"""One invented case, and ways to look at a text with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from redaction.check import Checker
from redaction.policy import STRICT
from redaction.values import (
    Finding,
    Identifier,
    NamingPolicy,
    Passage,
    ProtectedPerson,
    ProtectedTerms,
    Role,
    Treatment,
)

Look = Callable[[str], list[Finding]]


@pytest.fixture(scope="session")
def terms() -> ProtectedTerms:
    """A child, the family, professionals and places: all invented."""
    return ProtectedTerms(
        people=(
            ProtectedPerson(
                id="child",
                role=Role.CHILD,
                full_name="Ifeoma Grace Tamblyn-Okoye",
                known_as=("Iffy", "Baby T"),
                date_of_birth=date(2006, 11, 9),
                date_of_death=date(2007, 3, 14),
                label="Child W",
            ),
            ProtectedPerson("mother", Role.PARENT, "Rhoswen Tamblyn", label="Mother"),
            ProtectedPerson("father", Role.PARENT, "Chidubem Okoye", ("Dubem",), label="Father"),
            ProtectedPerson("grandfather", Role.FAMILY, "Seán O’Dálaigh", label="Grandfather"),
            ProtectedPerson("worker", Role.PROFESSIONAL, "Parveen Zaidan", label="Social Worker 1"),
            ProtectedPerson("visitor", Role.PROFESSIONAL, "Hope Hill", label="Health Visitor 1"),
            ProtectedPerson("reviewer", Role.REVIEWER, "Leopold Fanshawe", label="the reviewer"),
        ),
        addresses=("Flat 3, 27 Quillfeather Road, Harnmouth, HM9 4ZZ",),
        schools=("The Tolwick Primary School", "St Ebba’s Infant School"),
        gp=("Fennimore Surgery",),
        hospitals=("Harnmouth General Hospital",),
        other_organisations=("Little Wrens Playgroup",),
        identifiers=(
            Identifier("NHS number", "999 000 0018", "child"),
            Identifier("telephone number", "01632 960471", "mother"),
            Identifier("e-mail address", "rhos.t@post.example", "mother"),
            Identifier("case number", "LL-2007/0318", "child"),
        ),
    )


@pytest.fixture(scope="session")
def reviewer_named() -> NamingPolicy:
    """A public report that names its reviewer, and professionals by initials only."""
    return NamingPolicy(
        id="executive-summary",
        title="executive summary",
        citation="invented procedure, para 8.3",
        public=True,
        treatments={Role.REVIEWER: Treatment.REQUIRED, Role.PROFESSIONAL: Treatment.INITIALS},
    )


@pytest.fixture(scope="session")
def checker(terms: ProtectedTerms) -> Checker:
    """A checker for the case and a document that names nobody."""
    return Checker(terms, STRICT)


@pytest.fixture(scope="session")
def stranger() -> Checker:
    """A checker that knows no case: only what identifies anyone."""
    return Checker(ProtectedTerms(), STRICT)


@pytest.fixture(scope="session")
def look(checker: Checker) -> Look:
    """The findings in one text of the case."""
    return _looking_with(checker)


@pytest.fixture(scope="session")
def look_as_stranger(stranger: Checker) -> Look:
    """The findings in one text when no case is known."""
    return _looking_with(stranger)


def _looking_with(checker: Checker) -> Look:
    def findings(text: str) -> list[Finding]:
        passages: Sequence[Passage] = (Passage(text, "body", ""),)
        return checker.look(passages)

    return findings

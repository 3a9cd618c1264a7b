"""An age that is a child's age at death gives the date of birth away."""

from __future__ import annotations

from datetime import date

import pytest

from redaction.detect.life_ages import ages_at_death
from redaction.values import Category, Passage, ProtectedPerson, ProtectedTerms, Role, Severity

CHILD = ProtectedPerson(
    "child", Role.CHILD, "Wren Quillfeather", (), date(2006, 11, 9), date(2007, 3, 14), "Child W"
)
GIVEN = [
    ("She died aged {17 weeks}.", "weeks"),
    ("She died at the age of {125 days}.", "days"),
    ("a {four-month-old} baby", "months, in words"),
    ("She was just {seventeen weeks old} then.", "weeks, in words"),
    ("at {4 months of age} she", "months of age"),
]
NOT_GIVEN = [
    "She was seen at 16 weeks.",
    "The wait was for four months.",
    "aged 4",
    "within 17 weeks of the referral",
]


@pytest.mark.parametrize(("marked", "reason"), GIVEN)
def test_the_age_at_death_is_found(marked: str, reason: str) -> None:
    """In days, weeks or months, in figures or words."""
    text = marked.replace("{", "").replace("}", "")
    wanted = marked[marked.index("{") + 1 : marked.index("}")]
    assert [text[start:end] for start, end in ages_at_death(text, CHILD)] == [wanted], reason


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_another_time_is_not_it(text: str) -> None:
    """Other ages, and how long something took, say nothing of the birth."""
    assert list(ages_at_death(text, CHILD)) == []


def test_the_finding_says_whose_age_it_is() -> None:
    """It is for review, with the person it is about."""
    from redaction.check import Checker
    from redaction.policy import STRICT

    checker = Checker(ProtectedTerms((CHILD,)), STRICT)
    (found,) = checker.look([Passage("The baby died aged 17 weeks.", "body", "")])
    assert (found.category, found.severity, found.about) == (
        Category.QUASI, Severity.REVIEW, "Child W",
    )  # fmt: skip
    assert "the age at which Child W died" in found.reasons[0]

"""A report that must name its reviewer, and does not, is for review."""

from __future__ import annotations

from pathlib import Path

import pytest

from redaction.check import Checker
from redaction.values import CheckResult, NamingPolicy, ProtectedTerms, Severity, Verdict


def _check(
    text: str, suffix: str, terms: ProtectedTerms, policy: NamingPolicy, folder: Path
) -> CheckResult:
    path = folder / f"report{suffix}"
    path.write_text(text, "utf-8")
    return Checker(terms, policy).check(path)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("This review was written by Leopold Fanshawe.", True),
        ("The reviewer was Mr Fanshawe.", True),
        ("The reviewer met the family in March.", False),
        ("<!-- Leopold Fanshawe --> The reviewer met the family.", False),
    ],
)
def test_the_reviewer_must_be_named_where_a_reader_sees_it(
    text: str, named: bool, terms: ProtectedTerms, reviewer_named: NamingPolicy, tmp_path: Path
) -> None:
    """The finding says who is missing and by which rule."""
    result = _check(text, ".html", terms, reviewer_named, tmp_path)
    missing = [each for each in result.findings if each.entity == "NAME_MISSING"]
    assert bool(missing) is not named
    for finding in missing:
        assert finding.severity is Severity.REVIEW
        assert "the reviewer is not named" in finding.reasons[0]
        assert "invented procedure, para 8.3" in finding.reasons[1]


def test_nothing_is_missing_where_no_reviewer_is_known(
    reviewer_named: NamingPolicy, tmp_path: Path
) -> None:
    """Without a case nobody can say who must be named."""
    result = _check("Child W was seen.", ".txt", ProtectedTerms(), reviewer_named, tmp_path)
    assert result.verdict is Verdict.CLEAR
    assert not result.knows_case


def test_a_missing_name_is_nothing_to_replace(
    terms: ProtectedTerms, reviewer_named: NamingPolicy
) -> None:
    """An anonymised copy is not given a name."""
    assert Checker(terms, reviewer_named).replacements(["Child W was seen."]) == [[]]

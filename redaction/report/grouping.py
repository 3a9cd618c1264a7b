"""A check's findings as a person reads them: the same thing once, with all its places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from redaction.values import Category, CheckResult, Finding, Severity, Verdict

SEVERITIES = (Severity.BLOCK, Severity.REVIEW, Severity.NOTE)

HEADINGS = {
    Severity.BLOCK: "Must go before the file can be cleared",
    Severity.REVIEW: "A person must look and decide",
    Severity.NOTE: "Good to know",
}
NEXT_STEPS = {
    Verdict.BLOCKED: "Make an anonymised copy, or change the file, and check it again.",
    Verdict.REVIEW: "Look at each finding: change the file, or clear it with a reason for each.",
    Verdict.CLEAR: "Nothing was found that the policy forbids. A person must still read it once.",
}
KINDS = {
    Category.PERSON: "name",
    Category.DATE: "date",
    Category.PLACE: "place",
    Category.ORG: "organisation",
    Category.CODE: "number or contact",
    Category.QUASI: "detail",
    Category.HIDDEN: "not readable",
}
"""Categories in a reader's words."""


@dataclass(frozen=True)
class FindingGroup:
    """Findings of the same words, severity and category; ``findings`` in order of place."""

    severity: Severity
    category: Category
    text: str
    suggestions: tuple[str, ...]
    reasons: tuple[str, ...]
    findings: tuple[Finding, ...]


def grouped(result: CheckResult, severity: Severity) -> list[FindingGroup]:
    """The findings of one severity, those that are there most often first."""
    groups: dict[tuple[Category, str], list[Finding]] = {}
    for finding in result.findings:
        if finding.severity is severity:
            words = " ".join(finding.text.split()).casefold() or finding.where
            groups.setdefault((finding.category, words), []).append(finding)
    made = [_group(findings) for findings in groups.values()]
    return sorted(made, key=lambda group: -len(group.findings))


def counts(result: CheckResult) -> dict[Severity, int]:
    """How many findings there are of each severity."""
    counter = Counter(finding.severity for finding in result.findings)
    return {severity: counter[severity] for severity in SEVERITIES}


def plural(number: int, noun: str) -> str:
    """``number`` with ``noun`` in the right form: "1 finding", "2 findings"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _group(findings: Sequence[Finding]) -> FindingGroup:
    first = findings[0]
    return FindingGroup(
        severity=first.severity,
        category=first.category,
        text=" ".join(first.text.split()),
        suggestions=_once(finding.suggestion for finding in findings if finding.suggestion),
        reasons=_once(reason for finding in findings for reason in finding.reasons),
        findings=tuple(findings),
    )


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))

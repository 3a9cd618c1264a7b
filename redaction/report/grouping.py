"""A check's findings as a person reads them: everything about one identity together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from redaction.decide import HIDDEN_REASON
from redaction.report.strangers import one_name_each
from redaction.report.words import KINDS, found_by, noun, plural
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
NO_CASE = (
    "No case was given: only what identifies anyone was looked for. With --case or --terms the"
    " names, dates, addresses and numbers of a case are known as well."
)
HIDDEN = f"Hidden: {HIDDEN_REASON}."
"""What "hidden" beside a place means."""
_Key = tuple[str, ...]


@dataclass(frozen=True)
class WrittenForm:
    """Findings of the same words of one identity; ``findings`` in order of severity and place."""

    text: str
    severity: Severity
    reasons: tuple[str, ...]
    """Without that of hidden places: some places of the same words are hidden, and some not."""
    suggestions: tuple[str, ...]
    recognisers: tuple[str, ...]
    """In a reader's words."""
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class FindingGroup:
    """Everything about one identity, or of one kind; ``severity`` is that of the gravest.

    ``reasons`` and ``suggestions`` hold for every form of it; what holds for one form alone stands
    with that form.
    """

    severity: Severity
    title: str
    about: str
    """Whose it is; empty for strangers."""
    kind: str
    suggestions: tuple[str, ...]
    reasons: tuple[str, ...]
    forms: tuple[WrittenForm, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all forms."""
        return tuple(finding for form in self.forms for finding in form.findings)


def identities(result: CheckResult) -> list[FindingGroup]:
    """Every identity in ``result``, the gravest first, then the most frequent."""
    names = one_name_each(finding.text for finding in result.findings if _is_stranger(finding))
    groups: dict[_Key, list[Finding]] = {}
    for finding in result.findings:
        groups.setdefault(_key(finding, names), []).append(finding)
    return sorted(
        map(_group, groups.values()),
        key=lambda group: (SEVERITIES.index(group.severity), -len(group.findings)),
    )


def counts(result: CheckResult) -> dict[Severity, int]:
    """How many findings there are of each severity."""
    counter = Counter(finding.severity for finding in result.findings)
    return {severity: counter[severity] for severity in SEVERITIES}


def _gravity(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity)


def _is_stranger(finding: Finding) -> bool:
    return finding.category is Category.PERSON and not finding.about


def _key(finding: Finding, names: Mapping[str, str]) -> _Key:
    """Protected people and places by whose they are, strangers by name, days and notes by kind."""
    words = " ".join(finding.text.split()).casefold()
    if finding.about:
        return "of", finding.about
    if not words or finding.entity == "JIGSAW":
        return "at", finding.where, finding.reasons[0]
    if _is_stranger(finding):
        return "called", names[finding.text]
    if finding.severity is Severity.NOTE or finding.category is Category.DATE:
        return "of a kind", finding.severity.value, noun(finding)
    return "written", finding.category.value, words


def _group(findings: Sequence[Finding]) -> FindingGroup:
    by_text: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=_gravity):
        by_text.setdefault(" ".join(finding.text.split()).casefold(), []).append(finding)
    forms = sorted(map(_form, by_text.values()), key=_most_serious_and_frequent)
    shared = _in_all([form.reasons for form in forms])
    stand_ins = _in_all([form.suggestions for form in forms])
    return FindingGroup(
        severity=forms[0].severity,
        title=_title(findings, forms),
        about=findings[0].about,
        kind=", ".join(_once(KINDS[one.category] for form in forms for one in form.findings)),
        suggestions=stand_ins,
        reasons=shared,
        forms=tuple(_without(form, shared, stand_ins) for form in forms),
    )


def _title(findings: Sequence[Finding], forms: Sequence[WrittenForm]) -> str:
    first = findings[0]
    if first.about:
        return first.about
    if len(forms) > 1 and not _is_stranger(first):
        return plural(len(forms), noun(first))
    return max((form.text for form in forms), key=lambda text: len(text.split()), default="")


def _most_serious_and_frequent(form: WrittenForm) -> tuple[int, int]:
    return SEVERITIES.index(form.severity), -len(form.findings)


def _form(findings: Sequence[Finding]) -> WrittenForm:
    return WrittenForm(
        text=" ".join(findings[0].text.split()),
        severity=findings[0].severity,
        reasons=_once(
            reason for finding in findings for reason in finding.reasons if reason != HIDDEN_REASON
        ),
        suggestions=_once(finding.suggestion for finding in findings if finding.suggestion),
        recognisers=_once(found_by(name) for one in findings for name in one.recognisers),
        findings=tuple(findings),
    )


def _without(form: WrittenForm, reasons: Sequence[str], suggestions: Sequence[str]) -> WrittenForm:
    return replace(
        form,
        reasons=tuple(reason for reason in form.reasons if reason not in reasons),
        suggestions=tuple(each for each in form.suggestions if each not in suggestions),
    )


def _in_all(rows: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(reason for reason in rows[0] if all(reason in row for row in rows))


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))

"""The report to read and print: one HTML file that needs nothing else and runs nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from redaction.report.grouping import (
    HEADINGS,
    HIDDEN,
    NEXT_STEPS,
    NO_CASE,
    SEVERITIES,
    FindingGroup,
    WrittenForm,
    counts,
    identities,
)
from redaction.report.summary import summary
from redaction.report.words import place, plural
from redaction.values import CheckResult, Finding, Severity, Verdict

_CONTEXT = 110
"""Characters of the passage that are shown on either side of a finding."""
_VERDICTS = {
    Verdict.BLOCKED: "Blocked: not fit for publication",
    Verdict.REVIEW: "For review: a person must decide",
    Verdict.CLEAR: "Clear",
}
_SHORT = {
    Verdict.BLOCKED: "Blocked",
    Verdict.REVIEW: "For review",
    Verdict.CLEAR: "Clear",
}
_SIGNS = {Verdict.BLOCKED: "✕", Verdict.REVIEW: "?", Verdict.CLEAR: "✓"}
_NAMES = {Severity.BLOCK: "blocked", Severity.REVIEW: "for review", Severity.NOTE: "to note"}


@dataclass(frozen=True)
class _Place:
    """One finding in the words around it."""

    finding: Finding
    where: str
    before: str
    after: str


@dataclass(frozen=True)
class IndexRow:
    """A file in the index of a folder's reports; without ``counts`` it could not be checked."""

    file: str
    link: str = ""
    verdict: Verdict | None = None
    counts: tuple[int, ...] = ()
    problem: str = ""


def html_report(results: Sequence[CheckResult]) -> str:
    """A whole HTML page for all ``results``, marked confidential; no scripts, nothing fetched."""
    return _page("check.html", reports=[_report(result) for result in results])


def html_index(rows: Sequence[IndexRow], left_out: Sequence[str]) -> str:
    """The page that leads to the reports of ``rows``; ``left_out`` are files that are reports."""
    return _page(
        "index.html",
        total=plural(len(rows), "file"),
        left_out=left_out,
        rows=[
            {
                "file": row.file,
                "link": row.link,
                "verdict": row.verdict.value if row.verdict else "unread",
                "sign": _SIGNS[row.verdict] if row.verdict else "",
                "told": _SHORT[row.verdict] if row.verdict else row.problem,
                "numbers": list(zip(row.counts, _NAMES.values(), strict=False)),
            }
            for row in rows
        ],
    )


def _page(template: str, **values: object) -> str:
    style = _resource("check.css")
    return _template(template).render(
        style=Markup(style),  # noqa: S704 - our own file, and escaping would break it
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        **values,
    )


def _report(result: CheckResult) -> dict[str, object]:
    found = identities(result)
    return {
        "result": result,
        "verdict": _VERDICTS[result.verdict],
        "sign": _SIGNS[result.verdict],
        "next_step": NEXT_STEPS[result.verdict],
        "summary": summary(result),
        "warning": "" if result.knows_case else NO_CASE,
        "counts": [
            (severity, number, _NAMES[severity]) for severity, number in counts(result).items()
        ],
        "words": plural(result.words, "word"),
        "sections": [
            _section(result, severity, groups)
            for severity in SEVERITIES
            if (groups := [each for each in found if each.severity is severity])
        ],
    }


def _section(
    result: CheckResult, severity: Severity, groups: Sequence[FindingGroup]
) -> dict[str, object]:
    return {
        "severity": severity,
        "heading": HEADINGS[severity],
        "hidden": HIDDEN if any(one.hidden for group in groups for one in group.findings) else "",
        "groups": [_group(result, group) for group in groups],
        "total": plural(sum(len(group.findings) for group in groups), "finding"),
    }


def _group(result: CheckResult, group: FindingGroup) -> dict[str, object]:
    return {
        "title": group.title or group.findings[0].where,
        "is_text": any(form.text == group.title for form in group.forms),
        "kind": group.kind,
        "times": len(group.findings),
        "reasons": group.reasons,
        "suggestions": " or ".join(group.suggestions),
        "recognisers": "; ".join(
            dict.fromkeys(name for form in group.forms for name in form.recognisers)
        ),
        "forms": [_form(result, form, group) for form in group.forms],
    }


def _form(result: CheckResult, form: WrittenForm, group: FindingGroup) -> dict[str, object]:
    return {
        "text": "" if form.text == group.title else form.text,
        "severity": "" if form.severity is group.severity else _NAMES[form.severity],
        "reasons": form.reasons,
        "suggestions": " or ".join(form.suggestions),
        "places": [_place(result, finding) for finding in form.findings],
    }


def _place(result: CheckResult, finding: Finding) -> _Place:
    if finding.passage >= len(result.passages):
        return _Place(finding, place(finding), "", "")
    text = result.passages[finding.passage].text
    start, end = max(0, finding.start - _CONTEXT), min(len(text), finding.end + _CONTEXT)
    before, after = text[start : finding.start], text[finding.end : end]
    if start:
        before = "… " + before.partition(" ")[2]
    if end < len(text):
        after = after.rpartition(" ")[0] + " …"
    return _Place(finding, place(finding), before, after)


@cache
def _template(name: str) -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_resource(name))


@cache
def _resource(name: str) -> str:
    return files("redaction.report").joinpath(name).read_text(encoding="utf-8")

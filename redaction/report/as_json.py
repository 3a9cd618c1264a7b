"""The report that other programs read; its fields and their order are a contract."""

from __future__ import annotations

import json
from collections.abc import Sequence

from redaction.values import CheckResult, Finding


def json_report(results: Sequence[CheckResult], *, array: bool = False) -> str:
    """One JSON object for one result, an array for several, ending in a line feed.

    ``array`` asks for an array however many there are.
    """
    reports = [_report(result) for result in results]
    whole = reports[0] if len(reports) == 1 and not array else reports
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _report(result: CheckResult) -> dict[str, object]:
    return {
        "file": result.file,
        "sha256": result.sha256,
        "policy": result.policy.id,
        "verdict": result.verdict.value,
        "words": result.words,
        "findings": [_finding(finding) for finding in result.findings],
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "id": finding.id,
        "category": finding.category.value,
        "severity": finding.severity.value,
        "text": finding.text,
        "start": finding.start,
        "end": finding.end,
        "where": finding.where,
        "part": finding.part,
        "hidden": finding.hidden,
        "reasons": list(finding.reasons),
        "recognisers": list(finding.recognisers),
        "suggestion": finding.suggestion,
    }

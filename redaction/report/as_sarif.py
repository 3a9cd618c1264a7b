"""The report as SARIF 2.1.0 (OASIS, 2020), which code-review tools and editors can show.

A result's place is the file, with the region for text files, whose one passage is the whole file;
for other formats the place within the file stands as a logical location.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import PurePosixPath
from urllib.parse import quote

from redaction.report.words import found_by, noun
from redaction.values import CheckResult, Finding, Severity

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.BLOCK: "error", Severity.REVIEW: "warning", Severity.NOTE: "note"}
_TEXT_FILES = (".txt", ".text")


def sarif_report(results: Sequence[CheckResult]) -> str:
    """One SARIF log with one run for all ``results``; confidential like every report.

    Rules are the kinds of identity found, levels "error" for blocked, "warning" for review and
    "note". Regions count Unicode code points. No absolute path is told.
    """
    rules = _rules(results)
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "casereview check",
                        "semanticVersion": _version(),
                        "rules": rules,
                    }
                },
                "columnKind": "unicodeCodePoints",
                "artifacts": [_artifact(result) for result in results],
                "results": [
                    found
                    for at, result in enumerate(results)
                    for found in _results(result, at, numbers)
                ],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _version() -> str:
    try:
        return version("casereview")
    except PackageNotFoundError:
        return "0.0.0"


def _rules(results: Sequence[CheckResult]) -> list[dict[str, object]]:
    first: dict[str, Finding] = {}
    for result in results:
        for finding in result.findings:
            first.setdefault(_rule(finding), finding)
    return [
        {
            "id": entity,
            "shortDescription": {"text": noun(finding)},
            "fullDescription": {
                "text": "Found by looking for: "
                + "; ".join(found_by(name) for name in finding.recognisers)
            },
            "properties": {"category": finding.category.value},
        }
        for entity, finding in sorted(first.items())
    ]


def _rule(finding: Finding) -> str:
    """The recogniser's entity; the category where none stands behind it: "HIDDEN"."""
    return finding.entity or finding.category.value


def _artifact(result: CheckResult) -> dict[str, object]:
    return {
        "location": {"uri": _uri(result.file)},
        "hashes": {"sha-256": result.sha256},
        "properties": {
            "policy": result.policy.id,
            "verdict": result.verdict.value,
            "knowsCase": result.knows_case,
        },
    }


def _results(
    result: CheckResult, at: int, numbers: dict[object, int]
) -> Iterator[dict[str, object]]:
    is_text = PurePosixPath(result.file).suffix.lower() in _TEXT_FILES and result.passages
    lines = _line_starts(result.passages[0].text) if is_text else []
    place = {"artifactLocation": {"uri": _uri(result.file), "index": at}}
    for finding in result.findings:
        inside = lines and finding.text and not finding.passage
        region = {"region": _region(finding, lines)} if inside else {}
        yield _result(finding, {**place, **region}, numbers)


def _result(
    finding: Finding, place: Mapping[str, object], numbers: dict[object, int]
) -> dict[str, object]:
    rule = _rule(finding)
    told = f"“{finding.text}”: " if finding.text else ""
    instead = f" Write instead: {finding.suggestion}." if finding.suggestion else ""
    return {
        "ruleId": rule,
        "ruleIndex": numbers[rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{told}{'; '.join(finding.reasons)}.{instead}"},
        "locations": [
            {
                "physicalLocation": place,
                "logicalLocations": [{"fullyQualifiedName": finding.where}],
            }
        ],
        "partialFingerprints": {"identity/v1": _fingerprint(finding)},
        "properties": {"id": finding.id, "hidden": finding.hidden, "part": finding.part},
    }


def _line_starts(text: str) -> list[int]:
    return [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]


def _region(finding: Finding, starts: Sequence[int]) -> dict[str, int]:
    first, last = (bisect_right(starts, at) - 1 for at in (finding.start, finding.end - 1))
    return {
        "startLine": first + 1,
        "startColumn": finding.start - starts[first] + 1,
        "endLine": last + 1,
        "endColumn": finding.end - starts[last] + 1,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
    }


def _fingerprint(finding: Finding) -> str:
    """The same in the next check where the same words stand in the same place."""
    told = "\0".join([finding.entity, finding.text, finding.where, finding.part])
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()


def _uri(file: str) -> str:
    return quote(file, safe="/", errors="replace")

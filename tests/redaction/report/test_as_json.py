"""The JSON report keeps its contract, name by name and in order."""

from __future__ import annotations

import json
from dataclasses import replace

from redaction.report import json_report
from redaction.values import CheckResult


def test_one_file_gives_one_object_with_exactly_the_agreed_keys(blocked: CheckResult) -> None:
    """Order and names are what other programs rely on."""
    report = json.loads(json_report([blocked]))
    assert list(report) == ["file", "sha256", "policy", "verdict", "words", "findings"]
    assert [report[key] for key in ("sha256", "policy", "verdict", "words")] == [
        "ab" * 32,
        "public",
        "blocked",
        1234,
    ]
    for finding in report["findings"]:
        assert list(finding) == [
            "id", "category", "severity", "text", "start", "end", "where", "part", "hidden",
            "reasons", "recognisers", "suggestion",
        ]  # fmt: skip


def test_a_finding_is_written_in_plain_values(blocked: CheckResult) -> None:
    """Enumerations as their words, offsets as numbers, reasons as a list."""
    assert json.loads(json_report([blocked]))["findings"][0] == {
        "id": "F1",
        "category": "PERSON",
        "severity": "block",
        "text": "Rhoswen",
        "start": 0,
        "end": 7,
        "where": "body, paragraph 4",
        "part": "word/document.xml",
        "hidden": False,
        "reasons": ["a first name of a parent; not allowed"],
        "recognisers": ["CaseIdentityRecognizer"],
        "suggestion": "Mother",
    }


def test_several_files_give_an_array_in_their_order(
    blocked: CheckResult, clear: CheckResult
) -> None:
    """An array even where nothing was found; none at all for no file is an empty one."""
    reports = json.loads(json_report([clear, blocked]))
    assert [each["verdict"] for each in reports] == ["clear", "blocked"]
    assert reports[0]["findings"] == []
    assert json.loads(json_report([])) == []


def test_text_stays_readable_and_ends_with_a_line_feed(clear: CheckResult) -> None:
    """Accents are not escaped; the same result gives the same bytes."""
    report = json_report([replace(clear, file="Dálaigh 👶.txt")])
    assert "Dálaigh 👶.txt" in report
    assert report.endswith("}\n")
    assert report == json_report([replace(clear, file="Dálaigh 👶.txt")])

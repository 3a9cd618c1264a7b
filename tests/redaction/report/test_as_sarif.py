"""The SARIF report keeps the standard's structure and points at the words it tells of."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from redaction.report import sarif_report
from redaction.values import CheckResult, Passage


@pytest.fixture(scope="module")
def log(blocked: CheckResult, clear: CheckResult) -> Any:
    """The log of both results, the first as a text file."""
    return json.loads(sarif_report([replace(blocked, file="sub/näme 1.txt"), clear]))


def test_the_log_has_what_the_standard_requires(log: Any) -> None:
    """SARIF 2.1.0: version, one run, a tool with a name, rules with ids, results."""
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        assert len(result["locations"]) == 1


def test_levels_follow_the_severities(log: Any, blocked: CheckResult) -> None:
    """Blocked is an error, for review a warning."""
    levels = {"block": "error", "review": "warning", "note": "note"}
    results = log["runs"][0]["results"]
    wanted = [levels[finding.severity.value] for finding in blocked.findings]
    assert [each["level"] for each in results] == wanted


def test_paths_are_relative_references(log: Any) -> None:
    """No absolute path, no space, nothing that is no URI."""
    uris = [each["location"]["uri"] for each in log["runs"][0]["artifacts"]]
    assert uris == ["sub/n%C3%A4me%201.txt", "clear.txt"]
    assert "/tmp" not in json.dumps(log)  # noqa: S108 - a path that must not be told


def test_regions_of_a_text_file_are_those_of_its_words(blocked: CheckResult) -> None:
    """Lines and columns from one, in code points; also after an emoji and a line separator."""
    text = "👩🏽‍👧 one\u2028two\nthree Rhoswen\nfour"
    start = text.index("Rhoswen")
    finding = replace(blocked.findings[0], start=start, end=start + 7, text="Rhoswen")
    result = replace(
        blocked, file="a.txt", passages=(Passage(text, "text", "a.txt"),), findings=(finding,)
    )
    (told,) = json.loads(sarif_report([result]))["runs"][0]["results"]
    assert told["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 14,
        "charOffset": start, "charLength": 7,
    }  # fmt: skip


def test_a_place_in_a_word_file_is_told_in_words(blocked: CheckResult) -> None:
    """A package has no lines: the place stands as a logical location, with no region."""
    results = json.loads(sarif_report([blocked]))["runs"][0]["results"]
    for finding, result in zip(blocked.findings, results, strict=True):
        (place,) = result["locations"]
        assert "region" not in place["physicalLocation"]
        assert place["logicalLocations"] == [{"fullyQualifiedName": finding.where}]


def test_the_log_is_the_same_every_time(blocked: CheckResult) -> None:
    """The same results give the same bytes."""
    assert sarif_report([blocked]) == sarif_report([blocked])

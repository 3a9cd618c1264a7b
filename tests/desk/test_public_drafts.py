"""Formats of public documents, filled from the invented cases: none starts out naming anyone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

DRAFTS = [
    ("2007-03", "2007-07-01", "interim-learning"),
    ("2007-03", "2007-09-03", "exec-summary"),
    ("2007-03", "2008-03-03", "learning-brief"),
    ("2010-02", "2010-11-01", "exec-summary"),
    ("2010-02", "2010-11-01", "overview-report"),
    ("2010-02", "2010-05-20", "imr-2010"),
    ("2010-11", "2011-06-01", "exec-summary"),
    ("2010-11", "2011-06-01", "overview-report"),
    ("2016-05", "2017-06-01", "overview-wt2015"),
    ("2016-05", "2017-06-01", "response-document"),
    ("2016-09", "2017-01-20", "multi-agency-report"),
    ("2019-12", "2020-12-01", "lcspr-report"),
    ("2020-02", "2020-06-30", "improvement-info"),
]


@pytest.mark.parametrize(("name", "day", "document"), DRAFTS)
def test_a_format_for_the_public_blocks_nothing_of_its_own(
    run: Any, home: Path, name: str, day: str, document: str
) -> None:
    """What we fill in ourselves passes our own check; what is for a person to judge may remain."""
    case, out = home / "cases" / name, home / "out"
    made = run("make", document, "--case", case, "--as-of", day, "--out", out)
    assert made.code == 0, made.err
    files = sorted(out.rglob("*.docx"))
    assert files
    report = json.loads(
        run("check", *files, "--case", case, "--as", document, "--format", "json").out
    )
    checked = report if isinstance(report, list) else [report]
    blocked = [
        (file["file"], finding["text"], finding["where"])
        for file in checked
        for finding in file["findings"]
        if finding["severity"] == "block"
    ]
    assert blocked == []

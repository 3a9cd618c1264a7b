"""A file in, findings out: places, verdicts, the same result every time."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redaction.check import Checker
from redaction.errors import RedactionError
from redaction.policy import STRICT
from redaction.read.reading import Reading, Unread, UnreadKind
from redaction.terms import terms_json
from redaction.unread import unread_findings
from redaction.values import Category, NamingPolicy, ProtectedTerms, Severity, Verdict

REPORT = """# Child W 👩🏽‍👧 report — naïve café
Rhoswen Tamblyn (born 3 May 1981) lived at 27 Quillfeather Road, HM9 4ZZ.
Mrs Fennick from Harebell Primary School rang 07700 900456. Leopold Fanshawe wrote this.
Later Fennick wrote to Iffy’s father.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A text file with names, in UTF-8."""
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_a_check_says_which_bytes_it_looked_at(checker: Checker, report: Path) -> None:
    """Name, digest and length are those of the file; its folder is not told."""
    result = checker.check(report)
    assert result.file == "report.txt"
    assert result.sha256 == hashlib.sha256(report.read_bytes()).hexdigest()
    assert result.words == len(REPORT.split())
    assert result.verdict is Verdict.BLOCKED


def test_offsets_of_a_text_file_count_its_code_points(checker: Checker, report: Path) -> None:
    """Emoji and accents before a finding move it by their code points, not bytes."""
    result = checker.check(report)
    address = "27 Quillfeather Road, HM9 4ZZ"
    assert {each.text for each in result.findings} >= {"Rhoswen Tamblyn", "Iffy", address}
    for found in result.findings:
        assert REPORT[found.start : found.end] == found.text


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(before=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_offsets_hold_whatever_stands_before(checker: Checker, tmp_path: Path, before: str) -> None:
    """Any Unicode text before a name: the name is still found in its place."""
    path = tmp_path / "any.txt"
    text = f"Report. {before} | Rhoswen Tamblyn"
    path.write_text(text, encoding="utf-8", newline="")
    found = [each for each in checker.check(path).findings if each.passage == 0]
    names = [each for each in found if each.text == "Rhoswen Tamblyn"]
    assert [(each.start, each.end) for each in names] == [(len(text) - 15, len(text))]


def test_who_may_be_named_is_noted_with_the_source(
    terms: ProtectedTerms, reviewer_named: NamingPolicy, checker: Checker, report: Path
) -> None:
    """The reviewer is a note under a policy that names reviewers, and blocked under the strict."""

    def reviewer(checker: Checker) -> tuple[Severity, str]:
        findings = checker.check(report).findings
        (found,) = [each for each in findings if "Fanshawe" in each.text]
        return found.severity, "; ".join(found.reasons)

    severity, reason = reviewer(Checker(terms, reviewer_named))
    assert severity is Severity.NOTE
    assert "invented procedure, para 8.3" in reason
    severity, reason = reviewer(checker)
    assert severity is Severity.BLOCK
    assert STRICT.title in reason


def test_a_name_once_is_a_name_everywhere(checker: Checker, report: Path) -> None:
    """“Mrs Fennick” makes the bare “Fennick” further on a finding."""
    found = [each for each in checker.check(report).findings if "Fennick" in each.text]
    assert [each.text for each in found] == ["Mrs Fennick", "Fennick"]
    assert "elsewhere" in found[1].reasons[0]


def test_a_hidden_name_says_that_it_is_hidden(checker: Checker, tmp_path: Path) -> None:
    """A comment in HTML is found, blocked, and told as hidden."""
    page = tmp_path / "report.html"
    page.write_text("<p>Child W</p><!-- Rhoswen Tamblyn -->")
    (found,) = checker.check(page).findings
    assert (found.hidden, found.severity) == (True, Severity.BLOCK)
    assert "anyone who opens the file" in " ".join(found.reasons)


def test_what_could_not_be_read_is_a_finding() -> None:
    """Only a person can vouch for it: a picture is for review, a sealed part blocks."""
    unread = (
        Unread(
            "picture image1.png",
            "media/image1.png",
            "the pixels of a picture are not read",
            UnreadKind.PICTURE,
        ),
        Unread("attachment 2", "embeddings/2.bin", "it can't be opened"),
    )
    found = unread_findings(Reading("report.docx", "0" * 64, (), unread))
    assert [(each.category, each.severity, each.where) for each in found] == [
        (Category.HIDDEN, Severity.REVIEW, "picture image1.png"),
        (Category.HIDDEN, Severity.BLOCK, "attachment 2"),
    ]
    assert all(each.hidden and each.reasons for each in found)


def test_a_file_that_is_not_there_is_one_clear_error(checker: Checker, tmp_path: Path) -> None:
    """No file, no result."""
    with pytest.raises(RedactionError, match=r"absent\.txt"):
        checker.check(tmp_path / "absent.txt")


def test_a_file_without_anyone_is_clear(checker: Checker, tmp_path: Path) -> None:
    """Nothing in it that identifies, nothing found."""
    path = tmp_path / "report.md"
    path.write_text("# Summary\n\nChild W was seen by a social worker in March 2007.\n")
    result = checker.check(path)
    assert (result.words, result.findings, result.verdict) == (12, (), Verdict.CLEAR)


def test_allowed_words_never_silence_the_case(terms: ProtectedTerms, report: Path) -> None:
    """A board may allow “Mrs Fennick”, not the mother."""
    allowed: Mapping[str, str] = {"mrs fennick": "head of a public body", "rhoswen tamblyn": "no"}
    findings = Checker(terms, STRICT, allowed).check(report).findings
    by_text = {each.text: each.severity for each in findings}
    assert by_text["Mrs Fennick"] is Severity.NOTE
    assert by_text["Rhoswen Tamblyn"] is Severity.BLOCK


def test_the_same_file_gives_the_same_report_everywhere(
    terms: ProtectedTerms, report: Path, tmp_path: Path
) -> None:
    """Ids, order and every word are the same whatever Python’s hash seed is."""
    known = tmp_path / "terms.json"
    known.write_text(terms_json(terms), encoding="utf-8")
    program = (
        "import sys; from pathlib import Path; from redaction.check import Checker;"
        "from redaction.policy import STRICT; from redaction.report import json_report;"
        "from redaction.terms import load_terms;"
        "checker = Checker(load_terms(Path(sys.argv[1])).terms, STRICT);"
        "sys.stdout.buffer.write(json_report([checker.check(Path(sys.argv[2]))]).encode())"
    )
    reports = [
        subprocess.run(
            [sys.executable, "-c", program, known, report],
            capture_output=True,
            check=True,
            timeout=60,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert reports[0] == reports[1]
    ids = [each["id"] for each in json.loads(reports[0])["findings"]]
    assert ids == [f"F{number}" for number in range(1, len(ids) + 1)]
    assert len(ids) > 5

"""Clearances: exact bytes, every finding explained, and nothing of the text in the register."""

from __future__ import annotations

import hashlib
import sqlite3
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from casework.clearance import Clearance, Waived, find_clearance, record_clearance
from casework.register import EntryKind, Register
from redaction.errors import CaseError
from redaction.values import Category, CheckResult, Finding, NamingPolicy, Severity

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
SHA = hashlib.sha256(b"the report").hexdigest()
POLICY = NamingPolicy("executive-summary", "Executive summary", "§9.3", public=True)


def finding(id_: str, severity: Severity, text: str = "Saoirse", where: str = "body") -> Finding:
    return Finding(
        id=id_,
        category=Category.PERSON,
        severity=severity,
        text=text,
        start=0,
        end=len(text),
        where=where,
        part="word/document.xml",
        hidden=False,
        reasons=(),
        recognisers=(),
    )


def result(*findings: Finding, sha256: str = SHA) -> CheckResult:
    return CheckResult("received/summary.docx", sha256, POLICY, 100, (), findings)


MIXED = result(
    finding("F1", Severity.BLOCK),
    finding("F2", Severity.REVIEW, where="comment by saoirse Thorne"),
    finding("F3", Severity.REVIEW, text="Reedbed"),
    finding("F4", Severity.NOTE),
)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """A register not begun yet."""
    return Register(tmp_path / "register.db")


def test_a_clear_file_is_cleared_without_reasons(register: Register) -> None:
    """What comes back from the register is what was recorded."""
    cleared = record_clearance(register, result(), " Hamza Quill ", {}, AT, "bedfordshire-2007")
    assert cleared == Clearance(
        sha256=SHA,
        file="summary.docx",
        policy="executive-summary",
        by="Hamza Quill",
        on=date(2026, 3, 2),
        waived=(),
        procedure="bedfordshire-2007",
    )
    assert find_clearance(register, SHA) == cleared
    (entry,) = register.entries()
    assert (entry.kind, entry.subject, entry.at) == (EntryKind.CLEARED, "summary.docx", AT)


def test_every_waived_finding_is_kept_with_its_reason_but_not_its_text(
    register: Register, tmp_path: Path
) -> None:
    """One reason may go for all findings for review; a blocked one needs its own."""
    cleared = record_clearance(
        register, MIXED, "Hamza Quill", {"F1": "saoirse is a word here", "review": "looked at"}, AT
    )
    digest = hashlib.sha256(b"Saoirse").hexdigest()
    assert cleared.waived[:2] == (
        Waived("F1", Category.PERSON, "body", digest, "… is a word here"),
        Waived("F2", Category.PERSON, "comment by … Thorne", digest, "looked at"),
    )
    assert [waived.finding for waived in cleared.waived] == ["F1", "F2", "F3"]
    assert find_clearance(register, SHA) == cleared
    stored = (tmp_path / "register.db").read_bytes().lower()
    assert b"saoirse" not in stored
    assert b"reedbed" not in stored


@pytest.mark.parametrize(
    ("reasons", "by", "expected"),
    [
        ({}, "A", ["finding F1", "finding F2", "finding F3"]),
        ({"review": "looked at"}, "A", ["finding F1"]),
        ({"F1": "fine", "F2": "fine"}, "A", ["finding F3"]),
        ({"F1": " ", "review": ""}, "A", ["finding F1", "finding F2", "finding F3"]),
        ({"F1": "fine", "review": "fine", "F9": "?"}, "A", ["reason for F9"]),
        ({"F1": "fine", "review": "fine"}, " ", ["does not say who"]),
    ],
)
def test_what_is_not_explained_is_listed_and_nothing_recorded(
    register: Register, reasons: dict[str, str], by: str, expected: list[str]
) -> None:
    """All at once, by the finding's id, never with its text."""
    with pytest.raises(CaseError) as caught:
        record_clearance(register, MIXED, by, reasons, AT)
    problems = [str(problem) for problem in caught.value.problems]
    assert len(problems) == len(expected)
    assert all(part in problem for part, problem in zip(expected, problems, strict=True))
    assert "saoirse" not in str(caught.value).lower()
    assert register.entries() == []


def test_another_byte_is_not_cleared_and_the_latest_clearance_counts(register: Register) -> None:
    """A clearance is for one sha256; clearing again replaces it."""
    record_clearance(register, result(), "Hamza Quill", {}, AT)
    again = record_clearance(register, result(), "Tariq Lindqvist", {}, AT + timedelta(days=1))
    record_clearance(register, result(sha256="0" * 64), "Beatriz Lamb", {}, AT)
    assert find_clearance(register, SHA) == again
    assert find_clearance(register, "f" * 64) is None


def test_a_tampered_register_clears_nothing(register: Register, tmp_path: Path) -> None:
    """Looking for a clearance verifies the whole register first."""
    record_clearance(register, result(), "Hamza Quill", {}, AT)
    with sqlite3.connect(tmp_path / "register.db") as connection:
        connection.execute("DROP TRIGGER no_update")
        connection.execute("UPDATE entries SET by = 'Someone Else'")
    connection.close()
    with pytest.raises(CaseError, match="entry 1: was changed"):
        find_clearance(register, SHA)

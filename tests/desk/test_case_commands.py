"""``new``, ``validate`` and ``deadlines``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest


def test_validate_says_that_a_sound_case_is_in_order(run: Any, case: Path) -> None:
    """A sound case gives one line and exit code 0."""
    outcome = run("validate", case)
    assert outcome.code == 0
    assert "is in order" in outcome.out


def test_validate_lists_every_problem_with_line_and_remedy(run: Any, case: Path) -> None:
    """A wrong date and a misspelt field are both named, with their lines."""
    path = case / "case.yaml"
    text = path.read_text("utf-8")
    text = text.replace("date_of_birth: 2000-09-17", "date_of_birth: 31/02/2007", 1)
    path.write_text(text.replace("  surname: Adekunmi", "  surnmae: Adekunmi", 1), "utf-8")
    outcome = run("validate", case)
    assert outcome.code == 1
    assert '"31/02/2007" is not a date' in outcome.out
    assert "child.date_of_birth, line 14" in outcome.out
    assert "surname" in outcome.out


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("nothing there", None),
        ("empty file", b""),
        ("not text", b"\x00\xff\xfe\x00" * 100),
    ],
)
def test_a_file_that_cannot_be_read_is_one_error(
    run: Any, tmp_path: Path, name: str, content: bytes | None
) -> None:
    """Exit code 2, one line, no traceback."""
    path = tmp_path / "case.yaml"
    if content is not None:
        path.write_bytes(content)
    outcome = run("validate", path)
    assert outcome.code == 2
    assert outcome.err.startswith("casereview: ")
    assert "Traceback" not in outcome.err


def test_new_starts_a_case_that_says_what_to_fill_in(run: Any, home: Path) -> None:
    """A new case is there, references its schema, and is never overwritten."""
    folder = home / "cases" / "2026-01"
    board = home / "boards" / "larkshire.yaml"
    assert run("new", folder, "--board", board).code == 0
    assert (folder / "case.yaml").read_text("utf-8").startswith("# yaml-language-server: $schema=")
    outcome = run("validate", folder)
    assert outcome.code == 1
    assert "child.first_name" in outcome.out
    again = run("new", folder, "--board", board)
    assert again.code == 2


def test_deadlines_name_rule_source_and_days_left(run: Any, case: Path) -> None:
    """The administrator sees what is overdue, under which rule of which document."""
    outcome = run("deadlines", case, "--as-of", "20 June 2007")
    assert outcome.code == 1
    assert "overdue by 1 day" in outcome.out
    assert "Bedfordshire LSCB 2007, §6" in outcome.out


def test_deadlines_as_json_and_calendar(run: Any, case: Path, tmp_path: Path) -> None:
    """Programs get JSON, Outlook a calendar; neither names a person."""
    calendar = tmp_path / "deadlines.ics"
    outcome = run("deadlines", case, "--as-of", "2007-06-20", "--format", "json", "--ics", calendar)
    rows = {row["rule"]: row for row in json.loads(outcome.out)}
    assert rows["T07"]["status"] == "overdue"
    assert rows["T07"]["days_left"] == -1
    assert calendar.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"Adekunmi" not in calendar.read_bytes()


def test_a_date_that_is_none_is_refused(run: Any, case: Path) -> None:
    """A mistyped date says how to write one."""
    outcome = run("deadlines", case, "--as-of", "31/02/2007")
    assert outcome.code == 2
    assert "is not a date" in outcome.err


def test_a_new_board_says_what_to_fill_in(run: Any, tmp_path: Path) -> None:
    """The profile is there, with its schema, and a case started with it names each gap."""
    board = tmp_path / "boards" / "exampleton.yaml"
    assert run("new-board", board).code == 0
    assert (board.parent / "board.schema.json").is_file()
    assert run("new-board", board).code == 2
    refused = run("new", tmp_path / "case", "--board", board)
    assert refused.code == 2
    for field in ("name", "short_name", "area", "procedure", "address", "email", "chair.name"):
        assert f"{field}, line" in refused.err

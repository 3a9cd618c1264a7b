"""``register verify`` and ``show``."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def recorded(run: Any, case: Path) -> Path:
    """A case with letters in its register."""
    assert run("make", "bed-i", "--case", case, "--as-of", "2007-04-27").code == 0
    return case


def test_the_register_verifies_without_the_case_file(run: Any, recorded: Path) -> None:
    """A typing error in the case must not hide the record."""
    (recorded / "case.yaml").write_text("broken: [", "utf-8")
    outcome = run("register", "verify", recorded)
    assert outcome.code == 0
    assert "3 entries, unbroken" in outcome.out


def test_a_lost_register_is_noticed(run: Any, recorded: Path) -> None:
    """Documents without entries tell that there was one."""
    (recorded / "register.db").unlink()
    outcome = run("register", "verify", recorded)
    assert outcome.code == 1
    assert "gone" in outcome.out


def test_nothing_is_added_to_a_register_that_was_changed(run: Any, recorded: Path) -> None:
    """The command refuses, and the file stays as it was found."""
    with sqlite3.connect(recorded / "register.db") as database:
        triggers = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
        database.execute("UPDATE entries SET \"by\" = 'somebody else' WHERE number = 2")
    assert run("register", "verify", recorded).code == 1
    outcome = run("make", "bed-j", "--case", recorded, "--as-of", "2007-04-27")
    assert outcome.code == 2
    assert "entry 2" in outcome.err
    assert not (recorded / "documents" / "bed-j").exists()

"""What every command has in common."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desk.main import app

COMMAND = str(Path(sys.executable).with_name("casereview"))
HEAVY = ("presidio_analyzer", "spacy", "weasyprint", "sqlalchemy", "docxtpl", "mkdocs", "pydantic")


def commands() -> list[list[str]]:
    groups = [
        [group.name, command.name or ""]
        for group in app.registered_groups
        for command in (group.typer_instance.registered_commands if group.typer_instance else [])
        if group.name
    ]
    singles = [
        [command.name or (command.callback.__name__ if command.callback else "")]
        for command in app.registered_commands
    ]
    return [*singles, *groups]


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_every_command_explains_itself_with_an_example(run: Any, command: list[str]) -> None:
    """``--help`` ends well and shows how the command is used."""
    outcome = run(*command, "--help")
    assert outcome.code == 0
    assert "Example: casereview " + " ".join(command) in outcome.out


def test_help_loads_no_heavy_library() -> None:
    """The first thing a newcomer types answers at once."""
    script = f"import sys, desk.main; print([name for name in {HEAVY!r} if name in sys.modules])"
    printed = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert printed.stdout.strip() == "[]"


def test_a_mistyped_command_is_refused() -> None:
    """As a user runs it: exit code 2, no traceback."""
    outcome = subprocess.run([COMMAND, "validat"], capture_output=True, text=True, check=False)
    assert outcome.returncode == 2
    assert "Traceback" not in outcome.stderr


def test_a_fault_of_ours_shows_no_traceback_and_repeats_nothing(
    run: Any, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The unforeseen is one line with a place in the code, and no confidential word."""

    def fault(path: Path) -> None:
        raise ZeroDivisionError("Temilola")

    monkeypatch.setattr("casework.load.load_case", fault)
    outcome = run("documents", case)
    assert outcome.code == 2
    assert "ZeroDivisionError" in outcome.err
    assert "Temilola" not in outcome.err


def test_ctrl_c_is_one_line(run: Any, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Typer says nothing by itself, and a person wonders what became of the work."""

    def interrupted(path: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("casework.load.load_case", interrupted)
    outcome = run("status", case)
    assert outcome.code == 2
    assert outcome.err.splitlines() == [
        "casereview: stopped before the end. Nothing is half written; run it again"
    ]

"""The command line, run in this process, and a copy of the invented cases to run it on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from desk.main import main

EXAMPLES = Path(__file__).parents[2] / "examples"


@dataclass(frozen=True)
class Outcome:
    """What a command printed, and the code it exited with."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Runs ``casereview`` with the arguments given."""

    def run_command(*arguments: object) -> Outcome:
        capsys.readouterr()
        code = 0
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        printed = capsys.readouterr()
        return Outcome(code, printed.out, printed.err)

    return run_command


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with the invented boards and cases in it."""
    for name in ("boards", "cases"):
        shutil.copytree(EXAMPLES / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def case(home: Path) -> Path:
    """The complete invented case, free to change."""
    return home / "cases" / "2007-03"

"""A check never asks the network, and asks for nothing heavy before it is needed."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from redaction.check import Checker
from redaction.policy import STRICT
from redaction.values import ProtectedTerms, Severity


@pytest.mark.usefixtures("no_network")
def test_a_check_asks_no_network(terms: ProtectedTerms, tmp_path: Path) -> None:
    """Engine and check work with the network out of reach, e-mail and web addresses included."""
    report = tmp_path / "report.txt"
    report.write_text("Write to rhos.t@post.example or see https://board.example. NHS 999 000 0018")
    found = Checker(terms, STRICT).check(report).findings
    assert [each.severity for each in found] == [Severity.BLOCK, Severity.BLOCK, Severity.REVIEW]


def test_the_heavy_libraries_wait_until_a_check() -> None:
    """Importing the checker and making one is cheap: it loads neither Presidio nor spaCy."""
    program = (
        "import sys; from redaction.check import Checker; from redaction.policy import STRICT;"
        "from redaction.values import ProtectedTerms; Checker(ProtectedTerms(), STRICT);"
        "print(sorted({'presidio_analyzer', 'spacy', 'pypdf'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "[]\n"


def test_nothing_of_a_case_reaches_a_log(
    terms: ProtectedTerms, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """No library logs what it looks at, however talkative the program’s log is."""
    report = tmp_path / "report.txt"
    report.write_text("Rhoswen Tamblyn, 01632 960471")
    with caplog.at_level(logging.DEBUG):
        Checker(terms, STRICT).check(report)
    assert "Rhoswen" not in caplog.text
    assert "960471" not in caplog.text

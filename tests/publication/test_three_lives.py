"""Three reports over three years, through the command line, as the public sees the site."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desk.main import main

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORT = """# Child W: executive summary

## The review process and the organisations

Six agencies took part. The panel met seven times between April and August.

## The circumstances that led to the review

{sentence}

## Key issues

Each service recorded the missed appointment and closed its file.

## Recommendations

Treat a missed appointment as a child who was not brought.
"""
KEPT = "The lantern on the landing was never lit when anyone called at the house."
CORRECTED = "The ladder in the yard was carried away by nine neighbours before noon."
RIGHT = "The ladder in the yard was carried away by four neighbours before noon."
ASKED = "The kettle on the hearth was cold each time the doctor knocked that winter."
SENTENCES = (KEPT, CORRECTED, RIGHT, ASKED)


class Board:
    """A board's office with three invented cases, its folder of publications and its site."""

    def __init__(self, home: Path) -> None:
        self.home = home
        shutil.copytree(EXAMPLES / "boards", home / "boards")
        for name in ("2007-03", "2007-04", "2007-05"):
            shutil.copytree(EXAMPLES / "cases" / "2007-03", self.case(name))
            file = self.case(name) / "case.yaml"
            text = file.read_text("utf-8").replace("reference: 2007-03", f"reference: {name}", 1)
            file.write_text(text, "utf-8")

    def case(self, name: str) -> Path:
        return self.home / "cases" / name

    def run(self, *arguments: object, code: int = 0) -> None:
        """Runs ``casereview``; it must exit with ``code``."""
        try:
            main([str(argument) for argument in arguments])
            left = 0
        except SystemExit as leaving:
            left = int(leaving.code or 0)
        assert left == code, arguments

    def act(self, command: str, name: str, day: str, *more: object, code: int = 0) -> None:
        """Runs a command on a case and on the folder of publications, as on ``day``."""
        where = ("--case", self.case(name), "--publications", self.home / "publications")
        self.run(*command.split(), *more, *where, "--as-of", day, code=code)

    def cleared(self, name: str, sentence: str) -> Path:
        """A report with ``sentence``, cleared for this case."""
        path = self.home / f"version {SENTENCES.index(sentence)}" / "report.md"
        path.parent.mkdir()
        path.write_text(REPORT.format(sentence=sentence), "utf-8")
        clearing = ("--as", "executive-summary", "--by", "E. Roe", "--as-of", "2008-02-25")
        self.run("clear", path, "--case", self.case(name), *clearing)
        return path

    def night(self, day: str) -> set[str]:
        """The sentences that the public can read after the nightly job of ``day``."""
        folder, site = self.home / "publications", self.home / "site"
        self.run("site", "update", "--publications", folder, "--out", site, "--as-of", day)
        pages = [" ".join(page.read_text("utf-8").split()) for page in site.rglob("*.html")]
        return {sentence for sentence in SENTENCES if any(sentence in page for page in pages)}

    def kept(self) -> set[str]:
        """The sentences that are still anywhere in the folder of publications."""
        files = [path for path in (self.home / "publications").rglob("*") if path.is_file()]
        texts = [path.read_text("utf-8", "replace") for path in files]
        return {sentence for sentence in SENTENCES if any(sentence in text for text in texts)}


@pytest.fixture
def board(tmp_path: Path, capsys: Any) -> Iterator[Board]:
    """The office before anything was published."""
    yield Board(tmp_path)
    capsys.readouterr()


def test_three_reports_over_three_years(board: Board) -> None:
    """One kept and longer, one corrected, one withdrawn and published again when asked for."""
    act: Callable[..., None] = board.act
    first, second = board.cleared("2007-03", KEPT), board.cleared("2007-04", CORRECTED)
    third = board.cleared("2007-05", ASKED)
    act(
        "publish",
        "2007-03",
        "2008-02-26",
        first,
        "--on",
        "2008-03-05",
        "--keep-until",
        "2010-12-31",
    )
    act("publish", "2007-04", "2008-02-26", second, "--on", "2008-03-05")
    act("publish", "2007-05", "2008-02-26", third, "--on", "2008-03-10")
    assert board.night("2008-03-04") == set()
    assert board.night("2008-03-05") == {KEPT, CORRECTED}
    assert board.night("2008-03-10") == {KEPT, CORRECTED, ASKED}

    right = board.cleared("2007-04", RIGHT)
    act("correct", "2007-04", "2008-06-02", right, "--reason", "The number was wrong")
    assert board.kept() == {KEPT, RIGHT, ASKED}
    assert board.night("2008-06-02") == {KEPT, RIGHT, ASKED}

    order = ("--reason", "A court ordered it", "--authority", "Chair of the board")
    act("withdraw", "2007-05", "2008-09-01", code=2)
    act("withdraw", "2007-05", "2008-09-01", *order)
    assert board.kept() == {KEPT, RIGHT}
    assert board.night("2008-09-01") == {KEPT, RIGHT}

    assert board.night("2009-03-05") == {KEPT, RIGHT}
    assert board.night("2009-03-06") == {KEPT}
    assert board.kept() == {KEPT}

    act("publish", "2007-05", "2009-06-01", third, "--again", "It was asked for many times")
    assert board.night("2009-06-01") == {KEPT, ASKED}
    assert board.night("2010-06-01") == {KEPT, ASKED}
    assert board.night("2010-06-02") == {KEPT}
    assert board.night("2010-12-31") == {KEPT}
    assert board.night("2011-01-01") == set()
    assert board.kept() == set()


def test_a_register_takes_in_what_the_nightly_job_recorded(board: Board) -> None:
    """The next entry anchors the new head; a line cut off the end is found before and after."""
    report = board.cleared("2007-03", KEPT)
    board.act("publish", "2007-03", "2008-02-26", report, "--on", "2008-03-05")
    assert board.night("2009-03-06") == set()
    board.act("publish", "2007-03", "2009-06-01", report, "--again", "It was asked for")
    ledger = board.home / "publications" / "ledger.jsonl"
    lines = ledger.read_bytes().splitlines(keepends=True)
    assert len(lines) == 3
    order = ("--reason", "A court ordered it", "--authority", "The court")
    for kept in (2, 1):
        ledger.write_bytes(b"".join(lines[:kept]))
        board.act("withdraw", "2007-03", "2009-07-01", *order, code=2)
    ledger.write_bytes(b"".join(lines))
    board.act("suspend", "2007-03", "2009-07-01", *order)
    assert board.night("2009-07-01") == set()
    board.act("lift", "2007-03", "2009-08-01", *order)
    assert board.night("2010-07-02") == {KEPT}
    assert board.night("2010-07-03") == set()

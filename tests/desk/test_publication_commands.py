"""``publish``, ``withdraw``, ``publications`` and ``site build``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

REPORT = """# Child W: executive summary

## The review process and the organisations

Six agencies took part. The panel met seven times between April and August.

## The circumstances that led to the review

Child W needed medicine every day, and over two years most appointments were missed.

## Key issues

Each service recorded the missed appointment and closed its file.

## Recommendations

Treat a missed appointment as a child who was not brought.
"""
SENTENCE = "over two years most appointments were missed"
PUBLICATION_DAY = "2008-03-05"
TWELVE_MONTHS_AND_A_DAY = "2009-03-06"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report that names no one."""
    path = tmp_path / "report.md"
    path.write_text(REPORT, "utf-8")
    return path


@pytest.fixture
def published(run: Any, case: Path, report: Path, tmp_path: Path) -> Path:
    """A folder of publications with that report, published."""
    folder = tmp_path / "publications"
    clearing = ("--as", "executive-summary", "--by", "E. Roe", "--as-of", "2008-02-25")
    cleared = run("clear", report, "--case", case, *clearing)
    assert cleared.code == 0, cleared.err
    outcome = run(
        *("publish", report, "--case", case, "--publications", folder),
        *("--on", PUBLICATION_DAY, "--as-of", "2008-02-26"),
    )
    assert outcome.code == 0, outcome.out + outcome.err
    return folder


def site_text(folder: Path) -> str:
    return "\n".join(
        path.read_text("utf-8", "replace") for path in folder.rglob("*") if path.is_file()
    )


def test_a_report_that_nobody_cleared_is_not_published(
    run: Any, case: Path, report: Path, tmp_path: Path
) -> None:
    """The unmet condition comes with citation and remedy; nothing is written."""
    folder = tmp_path / "publications"
    outcome = run("publish", report, "--case", case, "--publications", folder, "--on", "2030-01-01")
    assert outcome.code == 1
    assert "unmet" in outcome.out
    assert "Bedfordshire LSCB 2007" in outcome.out
    assert not folder.exists()


def test_a_dry_run_tells_what_is_wrong_with_a_file_that_nobody_cleared(
    run: Any, case: Path, report: Path, tmp_path: Path
) -> None:
    """Every condition, and every fault of the file as a page, in one look; nothing is written."""
    report.write_text(f"{REPORT}\n\n#### Too deep\n\nA level was left out.\n", "utf-8")
    folder = tmp_path / "publications"
    where = ("--case", case, "--publications", folder, "--on", "2030-01-01")
    for more in ((), ("--dry-run",)):
        outcome = run("publish", report, *where, *more)
        assert outcome.code == 1
        for expected in ("unmet", "Bedfordshire LSCB 2007", "can't become a page", "Too deep"):
            assert expected in outcome.out
        assert not folder.exists()


def test_a_changed_byte_voids_the_clearance(run: Any, case: Path, published: Path) -> None:
    """What was cleared is exactly these bytes."""
    changed = published.parent / "changed.md"
    changed.write_text(REPORT + "\n", "utf-8")
    outcome = run("publish", changed, "--case", case, "--on", "2030-01-01", "--dry-run")
    assert outcome.code == 1


def test_a_report_is_on_the_site_for_twelve_months_and_then_gone(
    run: Any, published: Path, tmp_path: Path
) -> None:
    """Its sentence is there on the day, and nowhere twelve months and a day later."""
    for day, there in ((PUBLICATION_DAY, True), (TWELVE_MONTHS_AND_A_DAY, False)):
        out = tmp_path / f"site-{day}"
        built = run("site", "build", "--publications", published, "--as-of", day, "--out", out)
        assert built.code == 0, built.err
        assert (SENTENCE in site_text(out)) is there


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2008-03-04", "scheduled"),
        ("2008-03-05", "published"),
        ("2009-03-05", "published"),
        ("2009-03-06", "on_request"),
    ],
)
def test_publications_tell_the_state_on_any_day(
    run: Any, published: Path, day: str, state: str
) -> None:
    """The state is a function of the ledger and the day alone."""
    outcome = run("publications", "--publications", published, "--as-of", day, "--format", "json")
    assert [row["state"] for row in json.loads(outcome.out)] == [state]


def test_an_early_withdrawal_needs_reason_and_authority(
    run: Any, case: Path, published: Path
) -> None:
    """Twelve months are a floor; with both, the text leaves the folder at once."""
    command = ("withdraw", "--case", case, "--publications", published, "--as-of", "2008-06-02")
    assert run(*command).code == 2
    assert SENTENCE in site_text(published)
    taken = run(*command, "--reason", "A court asked for it", "--authority", "Chair of the board")
    assert taken.code == 0, taken.err
    assert SENTENCE not in site_text(published)


def test_a_withdrawn_report_comes_back_as_withdrawing_says(
    run: Any, case: Path, report: Path, published: Path
) -> None:
    """By publishing it again: in silence it is refused, with the option that the help names."""
    where = ("--case", case, "--publications", published)
    taken = run("withdraw", *where, "--as-of", "2009-06-01")
    assert taken.code == 0, taken.err
    assert "publish it --again" in " ".join(run("withdraw", "--help").out.split())
    back = ("publish", report, *where, "--as-of", "2009-07-01")
    refused = run(*back)
    assert (refused.code, "To bring it back, say why (--again)" in refused.err) == (2, True)
    assert run(*back, "--again", "It was asked for").code == 0
    listed = run("publications", "--publications", published, "--as-of", "2009-07-01")
    assert "published" in listed.out


def test_a_report_that_vanished_early_stops_the_build(
    run: Any, published: Path, tmp_path: Path
) -> None:
    """The old site stays, and the error says what is missing."""
    out = tmp_path / "site"
    options = ("--publications", published, "--out", out)
    assert run("site", "build", *options, "--as-of", "2008-03-05").code == 0
    for path in (published / "reports").rglob("report.md"):
        path.unlink()
    assert run("site", "build", *options, "--as-of", "2008-03-06").code == 2
    assert SENTENCE in site_text(out)

"""``place`` and ``remove``: learning briefs and leaflets, from the command line to the site."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from casework.load import load_case
from desk.publishing import publications_folder
from publication.folder import PublicationsFolder, aside_of
from publication.ledger import LedgerAction

SENTENCE = "Treat a missed appointment as a child who was not brought"
BRIEF = f"# What to do\n\n{SENTENCE}.\n\n## Whom to ask\n\nYour supervisor, on the same day.\n"
LEAFLET = "# Case reviews\n\nYou may be asked to talk with the author of a report.\n"
TOLD = ("--title", "Missed appointments", "--summary", "What to do when a child is not brought")


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "brief.md"
    path.write_text(BRIEF, "utf-8")
    return path


@pytest.fixture
def public(tmp_path: Path) -> Path:
    return tmp_path / "publications"


def _unpublished(case: Path, public: Path) -> None:
    """The board says in public that the report stays unpublished."""
    folder = publications_folder(public, load_case(case).board)
    PublicationsFolder(folder).ledger.append(
        LedgerAction.UNPUBLISHED,
        "2007-03",
        on=date(2008, 3, 1),
        recorded=datetime(2008, 3, 1, 12, tzinfo=UTC),
        by="Board",
        reason="A court forbids it.",
    )


def _cleared(run: Any, case: Path, file: Path) -> None:
    clearing = ("--as", "public", "--by", "E. Roe", "--reviewed", "Seen", "--as-of", "2008-03-03")
    outcome = run("clear", file, "--case", case, *clearing)
    assert outcome.code == 0, outcome.err


def test_a_cleared_brief_stands_on_the_site_until_it_is_removed(
    run: Any, case: Path, brief: Path, public: Path, tmp_path: Path
) -> None:
    """Each step says why it is refused while something is missing; then it is there for years."""
    place = ("place", brief, "--case", case, "--publications", public, *TOLD)
    day = ("--as-of", "2008-03-05")
    refused = run(*place, *day)
    assert refused.code == 2
    assert "nobody has cleared exactly these bytes" in refused.err
    assert "report 2007-03: is not public" in refused.err
    _unpublished(case, public)
    _cleared(run, case, brief)
    placed = run(*place, *day)
    assert placed.code == 0, placed.err
    assert "briefs/missed-appointments is placed" in placed.out
    again = run(*place, *day)
    assert "is on the site already" in again.err
    assert run(*place, *day, "--reason", "A clearer ending").code == 0
    site = tmp_path / "site"
    build = ("site", "build", "--publications", public, "--out", site, "--as-of")
    assert run(*build, "2018-03-05").code == 0
    assert SENTENCE in (site / "briefs" / "missed-appointments.html").read_text("utf-8")
    remove = ("remove", "briefs/missed-appointments", "--reason", "Out of date", *day)
    assert "is not of this case" in run(*remove, "--publications", public).err
    removed = run(*remove, "--publications", public, "--case", case)
    assert removed.code == 0, removed.err
    assert run(*build, "2018-03-05").code == 0
    assert not (site / "briefs").exists()
    assert run("register", "verify", case).code == 0


def test_a_leaflet_names_no_one(run: Any, home: Path, public: Path, tmp_path: Path) -> None:
    """Checked at once; the name found is not repeated, and nothing is placed."""
    leaflet = tmp_path / "leaflet.md"
    leaflet.write_text(LEAFLET + "\nKelly Hargreave told us what it was like.\n", "utf-8")
    board = home / "boards" / "larkshire.yaml"
    place = ("place", leaflet, "--board", board, "--publications", public, *TOLD)
    refused = run(*place, "--as-of", "2008-03-05")
    assert refused.code == 2
    assert "may identify someone" in refused.err
    assert "Kelly" not in refused.err
    leaflet.write_text(LEAFLET, "utf-8")
    assert run(*place, "--as-of", "2008-03-05").code == 0
    listing = ("publications", "--publications", public, "--as-of", "2018-03-05")
    assert "Missed appointments" in run(*listing).out
    (record,) = json.loads(run(*listing, "--format", "json").out)
    told = {name: record[name] for name in ("reference", "kind", "title", "state", "published")}
    assert told == {
        "reference": "leaflets/missed-appointments",
        "kind": "leaflet",
        "title": "Missed appointments",
        "state": "placed",
        "published": "2008-03-05",
    }
    reference = told["reference"]
    remove = ("remove", reference, "--reason", "Out of date", "--publications", public)
    assert run(*remove, "--as-of", "2018-03-05").code == 0
    (record,) = json.loads(run(*listing, "--format", "json").out)
    gone = tuple(record[name] for name in ("title", "state", "withdrawn", "reason"))
    assert gone == (None, "removed", "2018-03-05", "Out of date")


def test_a_report_and_a_leaflet_have_records_of_one_shape(
    run: Any, case: Path, home: Path, public: Path, tmp_path: Path
) -> None:
    """A program that reads the list needs no case for either."""
    _unpublished(case, public)
    leaflet = tmp_path / "leaflet.md"
    leaflet.write_text(LEAFLET, "utf-8")
    board = home / "boards" / "larkshire.yaml"
    day = ("--publications", public, "--as-of", "2008-03-05")
    assert run("place", leaflet, "--board", board, *day, *TOLD).code == 0
    report, leaflet_record = json.loads(run("publications", *day, "--format", "json").out)
    assert list(report) == list(leaflet_record)
    assert [report["kind"], leaflet_record["kind"]] == ["report", "leaflet"]


def test_a_flow_chart_of_ours_stands_as_it_is_made(
    run: Any, home: Path, public: Path, tmp_path: Path
) -> None:
    """None of its own words is in doubt."""
    made = tmp_path / "made"
    making = ("--case", home / "cases" / "2016-05", "--out", made, "--as-of", "2016-12-01")
    assert run("make", "flow-scr", *making).code == 0
    (chart,) = made.rglob("*.docx")
    place = ("place", chart, "--board", home / "boards" / "brockwater.yaml", *TOLD)
    placed = run(*place, "--publications", public, "--as-of", "2017-03-01")
    assert placed.code == 0, placed.err


def test_a_leaflet_stands_once_the_board_allows_its_words(
    run: Any, home: Path, public: Path, tmp_path: Path
) -> None:
    """Refused with the words in doubt, and then placed."""
    leaflet = tmp_path / "leaflet.md"
    leaflet.write_text(f"{LEAFLET}\nAsk for the Zindlewick form.\n", "utf-8")
    board = home / "boards" / "brockwater.yaml"
    place = ("place", leaflet, "--board", board, "--publications", public, *TOLD)
    refused = run(*place, "--as-of", "2017-03-01")
    assert (refused.code, "allowed_words" in refused.err) == (2, True)
    profile = board.read_text("utf-8")
    words = "allowed_words:\n  Zindlewick: the name of our form\n"
    board.write_text(profile.replace("allowed_words:\n", words), "utf-8")
    placed = run(*place, "--as-of", "2017-03-01")
    assert placed.code == 0, placed.err


@pytest.mark.parametrize("both", [True, False])
def test_case_or_board_says_what_the_document_is(
    run: Any, case: Path, home: Path, brief: Path, public: Path, both: bool
) -> None:
    """Neither or both is an error, and nothing is written."""
    given = ("--case", case, "--board", home / "boards" / "larkshire.yaml") if both else ()
    outcome = run("place", brief, *given, "--publications", public, *TOLD)
    assert (outcome.code, "exactly one of them" in outcome.err) == (2, True)
    assert not public.exists()


@pytest.mark.parametrize("command", ["place", "remove"])
def test_after_a_power_cut_the_next_command_on_a_leaflet_puts_the_folder_in_order(
    run: Any, home: Path, public: Path, tmp_path: Path, command: str
) -> None:
    """A version that waits aside, although the ledger has done with it, is in no one's way."""
    leaflet = tmp_path / "leaflet.md"
    leaflet.write_text(LEAFLET, "utf-8")
    reference = "leaflets/missed-appointments"
    placing = ("place", leaflet, "--board", home / "boards" / "larkshire.yaml", *TOLD)
    where = ("--publications", public, "--as-of", "2008-03-05", "--reason", "The procedure changed")
    assert run(*placing, *where).code == 0
    here = public / "standing" / "leaflets-missed-appointments"
    shutil.copytree(here, aside_of(here))
    leaflet.write_text(f"{LEAFLET}\nYou may bring a colleague.\n", "utf-8")
    done = run(*(placing if command == "place" else ("remove", reference)), *where)
    assert done.code == 0, done.err
    assert not aside_of(here).exists()


def test_nothing_is_removed_where_there_are_no_publications(run: Any, tmp_path: Path) -> None:
    """The error names the folder and what to do."""
    where = ("--publications", tmp_path / "nowhere", "--as-of", "2008-03-05")
    refused = run("remove", "leaflets/x", "--reason", "Out of date", *where)
    assert refused.code == 2
    assert "nowhere/board.json: is missing" in refused.err
    assert not (tmp_path / "nowhere").exists()

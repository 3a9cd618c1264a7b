"""The nightly job: what has had its time goes, all else stays, and a second run changes nothing."""

from __future__ import annotations

import multiprocessing
import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from publication.ledger import LedgerAction
from publication.report_state import PublicState
from publication.state import state_of
from publication.update import JOB, Update, update_site
from redaction.errors import PublicationError

ON = date(2008, 3, 5)
LAST = date(2009, 3, 5)
NIGHT = date(2009, 3, 6)


def update(shelf: Any, tmp_path: Path, day: date) -> Update:
    at = datetime.combine(day, time(0, 10), UTC)
    return update_site(shelf.folder.path, tmp_path / "site", day, at)


def test_the_text_stays_to_its_last_day_and_goes_that_night(
    shelf: Any, tmp_path: Path, tree: Any
) -> None:
    """The ledger says who removed it under which rule; the fingerprints outlive it."""
    shelf.publish("2007-03", ON)
    assert update(shelf, tmp_path, LAST).removed == ()
    assert shelf.folder.report_folder("2007-03").is_dir()
    done = update(shelf, tmp_path, NIGHT)
    assert done.removed == ("2007-03",)
    assert done.built is not None
    assert not shelf.folder.report_folder("2007-03").exists()
    assert shelf.folder.fingerprints()
    entry = shelf.folder.ledger.entries()[-1]
    assert (entry.action, entry.by, entry.citation) == (
        LedgerAction.WITHDRAWN,
        JOB,
        "B&NES 2016 §8.1",
    )
    for content in tree(tmp_path / "site").values():
        assert b"eleven occasions" not in content
    before = tree(tmp_path)
    assert update(shelf, tmp_path, NIGHT) == Update((), None)
    assert update(shelf, tmp_path, NIGHT + timedelta(days=30)) == Update((), None)
    assert tree(tmp_path) == before


def test_a_job_that_was_late_does_not_move_the_day_it_left_the_site(
    shelf: Any, tmp_path: Path
) -> None:
    """The public read that it is gone since the day after its last."""
    shelf.publish("2007-03", ON)
    update(shelf, tmp_path, date(2009, 6, 1))
    state = state_of(shelf.folder.ledger.entries(), "2007-03", date(2009, 6, 1))
    assert state is not None
    assert (state.state, state.since) == (PublicState.ON_REQUEST, NIGHT)


def test_a_report_that_waits_to_be_published_again_keeps_its_text(
    shelf: Any, tmp_path: Path
) -> None:
    """Until its new day it is on request, as before, and every night leaves it alone."""
    shelf.publish("2007-03", ON)
    update(shelf, tmp_path, NIGHT)
    again = date(2009, 6, 1)
    shelf.publish("2007-03", again)
    for day in (date(2009, 5, 30), date(2009, 5, 31)):
        assert update(shelf, tmp_path, day).removed == ()
        assert shelf.folder.report_folder("2007-03").is_dir()
    update(shelf, tmp_path, again)
    state = state_of(shelf.folder.ledger.entries(), "2007-03", again)
    assert state is not None
    assert state.state is PublicState.PUBLISHED


def test_what_the_board_keeps_longer_and_what_a_court_suspended_stays(
    shelf: Any, tmp_path: Path
) -> None:
    """Neither has had its time."""
    shelf.publish("2007-03", ON, keep_until=date(2012, 1, 1))
    shelf.publish("2007-05", ON, title="Learning from another review")
    order = {"reason": "Interim order", "authority": "The court"}
    shelf.folder.ledger.append(
        LedgerAction.SUSPENDED,
        "2007-05",
        on=date(2008, 6, 2),
        recorded=shelf.recorded,
        by="Office",
        **order,
    )
    assert update(shelf, tmp_path, date(2011, 12, 31)).removed == ()
    assert update(shelf, tmp_path, date(2012, 1, 2)).removed == ("2007-03",)
    assert shelf.folder.report_folder("2007-05").is_dir()


def test_only_a_change_that_shows_makes_a_new_site(shelf: Any, tmp_path: Path) -> None:
    """The day a scheduled report is due, a new telephone number, a new line in the ledger."""
    shelf.publish("2007-03", ON)
    assert update(shelf, tmp_path, ON - timedelta(days=2)).built
    assert update(shelf, tmp_path, ON - timedelta(days=1)).built is None
    assert update(shelf, tmp_path, ON).built
    board = shelf.folder.board_path
    board.write_text(board.read_text("utf-8").replace("960120", "960121"), "utf-8")
    assert update(shelf, tmp_path, ON).built
    assert update(shelf, tmp_path, ON).built is None


def test_nothing_is_removed_for_a_day_that_is_still_to_come(shelf: Any, tmp_path: Path) -> None:
    """A mistyped year must not cost a report its time."""
    shelf.publish("2007-03", ON)
    with pytest.raises(PublicationError, match="still to come"):
        update_site(shelf.folder.path, tmp_path / "site", NIGHT, datetime(2008, 4, 1, tzinfo=UTC))
    assert shelf.folder.report_folder("2007-03").is_dir()


@pytest.mark.parametrize("damage", ["ledger cut", "report edited"])
def test_a_folder_that_is_not_as_recorded_removes_nothing(
    shelf: Any, tmp_path: Path, tree: Any, damage: str
) -> None:
    """Also where no new site would be needed: the head of the ledger is in the old one."""
    shelf.publish("2007-03", ON)
    shelf.publish("2007-05", ON, title="Learning from another review")
    update(shelf, tmp_path, ON)
    if damage == "ledger cut":
        path = shelf.folder.ledger.path
        path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
    else:
        (shelf.folder.report_folder("2007-05") / "report.md").write_bytes(b"# Another\n")
    before = tree(tmp_path)
    for day in (ON, NIGHT):
        with pytest.raises(PublicationError):
            update(shelf, tmp_path, day)
    assert tree(tmp_path) == before


def _run(path: Path, out: Path, told: Any) -> None:
    done = update_site(path, out, NIGHT, datetime(2009, 3, 6, 0, 10, tzinfo=UTC))
    told.put((done.removed, done.built is not None))


def test_two_jobs_at_once_do_the_work_once(shelf: Any, tmp_path: Path) -> None:
    """The second waits, and then finds nothing to do."""
    shelf.publish("2007-03", ON)
    context = multiprocessing.get_context("fork")
    told = context.Queue()
    jobs = [
        context.Process(target=_run, args=(shelf.folder.path, tmp_path / "site", told))
        for _ in range(2)
    ]
    for job in jobs:
        job.start()
    answers = sorted(told.get(timeout=60) for _ in jobs)
    for job in jobs:
        job.join(60)
    assert [job.exitcode for job in jobs] == [0, 0]
    assert answers == [((), False), (("2007-03",), True)]
    assert len(shelf.folder.ledger.entries()) == 2


def test_the_examples_for_a_nightly_job_run_this_command() -> None:
    """Whatever else they hold, the command line in each is one that ``casereview`` takes."""
    deploy = Path(__file__).parents[2] / "site" / "deploy"
    for name in ("casereview.cron", "casereview-site.service", "ci-schedule.yml"):
        text = (deploy / name).read_text("utf-8")
        (arguments,) = re.findall(r"bin/casereview (site .*)", text)
        expected = "site update --publications /srv/casereview/publications --out /srv/www/reviews"
        assert arguments == expected, name

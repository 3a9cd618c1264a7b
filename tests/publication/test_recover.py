"""A power cut in the middle of publishing, correcting or withdrawing: killed before every step."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import sys
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from publication.folder import PublicationsFolder
from publication.intact import stored_reports
from publication.ledger import LedgerAction
from publication.metadata import Publication
from publication.recover import recover
from publication.state import states
from publication.withhold import text_fingerprints
from redaction.errors import PublicationError

ON = date(2008, 3, 5)
MOST_STEPS = 80
STEPS = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "open"}
Files = dict[str, bytes]


def _kill_before(step: int, inside: Path) -> None:
    """Let the system end this program before its ``step``-th change of a file ``inside``."""
    left = step

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        if event not in STEPS or (event == "open" and not _writes(arguments)):
            return
        named = isinstance(arguments[0], int | str) or str(inside) in str(arguments[0])
        if named:
            left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def _writes(arguments: tuple[Any, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))


def _do(folder: PublicationsFolder, action: LedgerAction, facts: Publication, files: Files) -> None:
    """What publishing, correcting and withdrawing do to the folder and the ledger."""
    around: AbstractContextManager[Any]
    if action is LedgerAction.WITHDRAWN:
        around = folder.purged(facts.reference, text_fingerprints(folder, facts.reference))
    else:
        around = folder.placed(facts, files)
    hashes = {} if action is LedgerAction.WITHDRAWN else _hashes(facts)
    if action is LedgerAction.PUBLISHED:
        hashes |= {"retention_months": 12, "citation": "A rule"}
    folder.ledger.append(
        action, facts.reference, on=date(2008, 6, 2), by="Office", reason="x", authority="y",
        recorded=datetime(2008, 6, 2, 10, tzinfo=UTC), around_writing=lambda _: around, **hashes,
    )  # fmt: skip


def _hashes(facts: Publication) -> dict[str, Any]:
    from hashlib import sha256

    return {
        "sha256": facts.sha256,
        "metadata_sha256": sha256(facts.to_json().encode()).hexdigest(),
    }


def _killed(step: int, folder: PublicationsFolder, *what: Any) -> None:
    _kill_before(step, folder.path)
    _do(folder, *what)


def packaged_as(shelf: Any, reference: str, title: str) -> tuple[Publication, Files]:
    """A report's facts and files, taken out of a folder where it was published."""
    shelf.publish(reference, ON, title=title)
    place = shelf.folder.report_folder(reference)
    files = {p.name: p.read_bytes() for p in place.iterdir() if p.name != "publication.json"}
    return shelf.folder.publication(reference), files


@pytest.mark.parametrize(
    "action", [LedgerAction.PUBLISHED, LedgerAction.CORRECTED, LedgerAction.WITHDRAWN]
)
def test_killed_before_any_step_the_folder_is_as_the_ledger_says(
    shelf: Any, tmp_path: Path, action: LedgerAction
) -> None:
    """The next command finds the version before or the one after, whole, and nothing beside."""
    start = tmp_path / "start"
    shutil.copytree(shelf.folder.path, start)
    facts, files = packaged_as(shelf, "2007-03", "The first title")
    if action is not LedgerAction.PUBLISHED:
        shutil.rmtree(start)
        shutil.copytree(shelf.folder.path, start)
        facts = facts.model_copy(update={"title": "The second title"})
    lines_before = len(PublicationsFolder(start).ledger.entries())
    seen = set()
    for step in range(MOST_STEPS):
        folder = PublicationsFolder(tmp_path / f"cut {step}")
        shutil.copytree(start, folder.path)
        program = multiprocessing.get_context("fork").Process(
            target=_killed, args=(step, folder, action, facts, files)
        )
        program.start()
        program.join(30)
        recover(folder)
        entries = folder.ledger.entries()
        seen.add(len(entries) - lines_before)
        stored_reports(folder, states(entries, date(2008, 6, 2)))
        names = [path.name for path in folder.path.rglob("*")]
        assert [name for name in names if name.endswith((".old", ".part"))] == []
        shutil.rmtree(folder.path)
        if program.exitcode == 0:
            break
        assert program.exitcode == -signal.SIGKILL
    assert program.exitcode == 0
    assert step > 5
    assert seen == {0, 1}


def test_two_versions_of_which_the_ledger_names_neither_are_one_clear_error(shelf: Any) -> None:
    """Nothing is thrown away then."""
    shelf.publish("2007-03", ON)
    place = shelf.folder.report_folder("2007-03")
    aside = place.with_name(".2007-03.old")
    shutil.copytree(place, aside)
    for each in (place, aside):
        (each / "publication.json").write_text("{}")
    with pytest.raises(PublicationError, match="not what the ledger names"):
        recover(shelf.folder)
    assert place.is_dir()
    assert aside.is_dir()

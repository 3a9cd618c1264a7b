"""The folder of publications after a program was killed in it: as the ledger says, by itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from casework.files import remove_leftovers
from publication.folder import ASIDE, UNFINISHED, PublicationsFolder, aside_of, put_back, slug
from publication.ledger import LedgerEntry, locked
from publication.metadata import FACTS
from publication.report_state import ReportState
from publication.standing.facts import FACTS as STANDING_FACTS
from publication.standing.state import StandingState, standing_states
from publication.state import states
from redaction.errors import PublicationError

_State = ReportState | StandingState


def recover(folder: PublicationsFolder) -> None:
    """Undo, or finish, what a killed program left; the ledger's last line says which.

    For programs that do not hold the folder. Raises ``PublicationError`` if the ledger is not
    intact, or if neither of a document's two versions is the one that it names.
    """
    with locked(folder.path):
        recover_held(folder, folder.ledger.entries())


def recover_held(folder: PublicationsFolder, entries: Sequence[LedgerEntry]) -> None:
    """``recover`` for a program that holds the folder and has read the ledger."""
    for place in (folder.path, folder.key_path.parent):
        remove_leftovers(place)
    # What is to be in the folder does not depend on the day.
    _recover_in(folder.reports, FACTS, lambda: states(entries, date.min))
    _recover_in(folder.standing, STANDING_FACTS, lambda: standing_states(entries, date.min))


def _recover_in(place: Path, facts: str, now: Callable[[], Sequence[_State]]) -> None:
    """Put every folder in ``place`` right, whose public facts are in the file ``facts``."""
    for unfinished in place.glob(f".*{UNFINISHED}"):
        shutil.rmtree(unfinished)
    waiting = sorted(place.glob(f".*{ASIDE}"))
    known = {slug(state.reference): state for state in now()} if waiting else {}
    for aside in waiting:
        name = aside.name.removeprefix(".").removesuffix(ASIDE)
        _settle(place / name, facts, known.get(name))


def _settle(target: Path, facts: str, state: _State | None) -> None:
    """Leave at ``target`` what the ledger names, and nothing beside it."""
    wanted = state.metadata_sha256 if state and state.text_kept else ""
    aside = aside_of(target)
    if _hash(target / facts) == wanted:
        shutil.rmtree(aside)
    elif _hash(aside / facts) == wanted:
        put_back(target)
    elif not wanted:
        shutil.rmtree(target, ignore_errors=True)
        shutil.rmtree(aside)
    else:
        raise PublicationError.because(
            target,
            f"and {aside.name} beside it are both not what the ledger names",
            "Put back the folder from the last backup",
        )


def _hash(file: Path) -> str:
    """The hash of the public facts in ``file``; empty if there are none."""
    return sha256(file.read_bytes()).hexdigest() if file.is_file() else ""

"""The standing documents in the folder of publications: none missing, foreign or edited."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from publication.folder import PublicationsFolder, slug
from publication.intact import StoredDocument, require_only, unedited
from publication.metadata import parsed, read_public
from publication.standing.facts import FACTS, Standing
from publication.standing.state import StandingState
from redaction.errors import Problem, PublicationError

_RESTORE = "Put back the folder from the last backup"


@dataclass(frozen=True)
class StoredStanding(StoredDocument):
    """A standing document as it lies in the folder ``place``."""

    facts: Standing
    place: Path

    @classmethod
    def at(cls, place: Path) -> Self:
        """The document in the folder ``place``. Raises ``PublicationError`` if unreadable."""
        return cls(read_public(Standing, place / FACTS), place)

    @property
    def public(self) -> Standing:
        """Its public facts."""
        return self.facts


def standing_folder(folder: PublicationsFolder, reference: str) -> Path:
    """Where the standing document ``reference`` and its facts lie."""
    return folder.standing / slug(reference)


def fingerprints_file(folder: PublicationsFolder, reference: str) -> Path:
    """Where the keyed hashes of the standing document ``reference`` lie once it is removed."""
    return folder.standing_fingerprints / f"{slug(reference)}.json"


def stored_standing(
    folder: PublicationsFolder, states: Sequence[StandingState]
) -> dict[str, StoredStanding]:
    """Every standing document whose text the folder keeps, by reference.

    Raises ``PublicationError`` with every difference between the folder and the ledger.
    """
    problems = [*_foreign(folder, states)]
    documents = {}
    for state in states:
        if not state.text_kept:
            problems += _left_over(folder, state)
            continue
        try:
            documents[state.reference] = read_standing(folder, state)
        except PublicationError as error:
            problems += error.problems
    if problems:
        raise PublicationError(problems)
    return documents


def read_standing(folder: PublicationsFolder, state: StandingState) -> StoredStanding:
    """One standing document. Raises ``PublicationError`` if it is not as the ledger says."""
    place = standing_folder(folder, state.reference)
    if not place.is_dir():
        raise PublicationError.because(
            state.reference, "has vanished from the folder", f"{_RESTORE}, or remove it"
        )
    facts = parsed(Standing, unedited(place, FACTS, state.metadata_sha256), place / FACTS)
    files = {facts.file: state.sha256, **facts.made}
    require_only(place, {FACTS, *files})
    for name, digest in files.items():
        unedited(place, name, digest)
    return StoredStanding(facts, place)


def _left_over(folder: PublicationsFolder, state: StandingState) -> Iterator[Problem]:
    if state.up:
        what = "was removed after the day that the site is to be built for"
        yield Problem(state.reference, what, "Build the site for today")
    place = standing_folder(folder, state.reference)
    if place.exists():
        what = f"was removed, but {place.relative_to(folder.path)} is still there"
        yield Problem(state.reference, what, "Delete that folder")
    if not fingerprints_file(folder, state.reference).is_file():
        yield Problem(
            state.reference,
            "has no fingerprints, by which forgotten copies of its text are found",
            "Put back the folder of fingerprints from the last backup",
        )


def _foreign(folder: PublicationsFolder, states: Sequence[StandingState]) -> Iterator[Problem]:
    known = {slug(state.reference) for state in states}
    may_hold = {
        folder.standing: known,
        folder.standing_fingerprints: {f"{name}.json" for name in known},
    }
    for place, names in may_hold.items():
        if not place.is_dir():
            continue
        for entry in sorted(os.scandir(place), key=lambda entry: entry.name):
            if entry.is_symlink() or entry.name not in names:
                yield Problem(
                    Path(entry.path).relative_to(folder.path).as_posix(),
                    "does not belong in the folder of publications",
                    "Standing documents get there by being placed; move this elsewhere",
                )

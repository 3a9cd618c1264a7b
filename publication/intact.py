"""The folder of publications read as a whole: nothing missing, nothing foreign, nothing edited."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from publication.folder import PublicationsFolder, slug
from publication.metadata import FACTS, Publication, parsed
from publication.page_file import PAGE, PDF, read_page
from publication.report.page import Report
from publication.report_state import PublicState, ReportState
from publication.residue import Fingerprints, fingerprints
from publication.standing.facts import Standing
from redaction.errors import Problem, PublicationError

_RESTORE = "Put back the folder from the last backup, or publish a correction"


class StoredDocument(ABC):
    """A document as it lies in the folder ``place``: its public facts and its files."""

    place: Path

    @property
    @abstractmethod
    def public(self) -> Publication | Standing:
        """Its public facts."""

    @property
    def made(self) -> Mapping[str, str]:
        """The sha256 of each file that was made of it, by name."""
        return self.public.made

    @property
    def pictures(self) -> tuple[str, ...]:
        """The names of its pictures' files."""
        return tuple(name for name in self.made if name not in (PAGE, PDF))

    def report(self) -> Report:
        """The page that was made of it. Raises ``PublicationError`` if it can't be read."""
        pictures = {name: stored_bytes(self.place, name) for name in self.pictures}
        return read_page(stored_bytes(self.place, PAGE), pictures)

    def fingerprints(self, key: bytes) -> Fingerprints:
        """Keyed hashes of all that is its own. Raises as ``report`` does."""
        return fingerprints(
            self.public.reference,
            (self.report().html, *self.public.texts()),
            (self.public.title,),
            (stored_bytes(self.place, name) for name in (self.public.file, *self.made)),
            key,
        )


@dataclass(frozen=True)
class StoredReport(StoredDocument):
    """A report as it lies in the folder ``place``."""

    publication: Publication
    place: Path

    @property
    def public(self) -> Publication:
        """Its public facts."""
        return self.publication


def stored_reports(
    folder: PublicationsFolder, states: Sequence[ReportState]
) -> dict[str, StoredReport]:
    """Every report whose text the folder keeps, by reference.

    Raises ``PublicationError`` with every difference between the folder and the ledger: a report
    that is missing, foreign, doubled or edited, and every file that does not belong there.
    """
    problems = [*_doubled(states), *_foreign(folder, states), *_gone_too_soon(states)]
    reports = {}
    for state in states:
        if not state.text_kept:
            problems += _left_over(folder, state)
            continue
        try:
            reports[state.reference] = _stored(folder, state)
        except PublicationError as error:
            problems += error.problems
    if problems:
        raise PublicationError(problems)
    return reports


def _stored(folder: PublicationsFolder, state: ReportState) -> StoredReport:
    place = folder.report_folder(state.reference)
    if not os.path.isdir(place):  # noqa: PTH112 - many thousands of times
        raise PublicationError.because(
            f"report {state.reference}",
            f"has vanished from the folder, though it may not before {state.earliest_withdrawal}",
            "Put back the folder from the last backup; to take the report down, withdraw it",
        )
    facts = unedited(place, FACTS, state.metadata_sha256)
    publication = parsed(Publication, facts, place / FACTS)
    files = {publication.file: state.sha256, **publication.made}
    require_only(place, {FACTS, *files})
    for name, digest in files.items():
        unedited(place, name, digest)
    return StoredReport(publication, place)


def require_only(place: Path, names: Collection[str]) -> None:
    """Raise ``PublicationError`` if there is anything in the folder ``place`` but ``names``."""
    foreign = {
        entry.name for entry in os.scandir(place) if entry.is_symlink() or entry.name not in names
    }
    if foreign:
        raise PublicationError.because(
            place / min(foreign), "is no file of what was published there", _RESTORE
        )


def unedited(place: Path, name: str, digest: str) -> bytes:
    """The file ``name`` in ``place``. Raises ``PublicationError`` if it has another ``digest``."""
    content = stored_bytes(place, name)
    if sha256(content).hexdigest() != digest:
        raise PublicationError.because(place / name, "is not the file that was published", _RESTORE)
    return content


def stored_bytes(place: Path, name: str) -> bytes:
    """The file ``name`` in ``place``. Raises ``PublicationError`` if it can't be read."""
    try:
        with open(f"{place}/{name}", "rb") as file:  # noqa: PTH123 - many thousands of times
            return file.read()
    except OSError as error:
        raise PublicationError.because(
            place / name, "is missing or can't be read", _RESTORE
        ) from error


def _gone_too_soon(states: Sequence[ReportState]) -> Iterator[Problem]:
    for state in states:
        if state.state is PublicState.PUBLISHED and not state.text_kept:
            yield Problem(
                f"report {state.reference}",
                "was withdrawn after the day that the site is to be built for",
                "Build the site for today",
            )


def _doubled(states: Sequence[ReportState]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for state in states:
        other = seen.setdefault(slug(state.reference), state.reference)
        if other != state.reference:
            yield Problem(
                f"report {state.reference}",
                f"has the same address as report {other}",
                "Give one of them another reference",
            )


def _left_over(folder: PublicationsFolder, state: ReportState) -> Iterator[Problem]:
    place = folder.report_folder(state.reference)
    if place.exists():
        yield Problem(
            f"report {state.reference}",
            f"is not to be kept, but {place.relative_to(folder.path)} is still there",
            "Delete that folder",
        )
    if state.withdrawn and not folder.fingerprints_path(state.reference).is_file():
        yield Problem(
            f"report {state.reference}",
            "has no fingerprints, by which forgotten copies of its text are found",
            "Put back the folder of fingerprints from the last backup",
        )


def _foreign(folder: PublicationsFolder, states: Sequence[ReportState]) -> Iterator[Problem]:
    """Every file that has no place in the folder; those of a document are looked at by hash.

    What is in the folders of the standing documents is looked at with those.
    """
    known = {slug(state.reference) for state in states}
    may_hold = {
        "": {"ledger.jsonl", "board.json", "reports", "standing", "fingerprints"},
        "fingerprints": {"key", "standing", *(f"{name}.json" for name in known)},
        "reports": known,
    }
    for inside, names in may_hold.items():
        place = folder.path / inside
        for entry in sorted(os.scandir(place), key=lambda entry: entry.name):
            if entry.is_symlink() or entry.name not in names:
                yield Problem(
                    (Path(inside) / entry.name).as_posix(),
                    "does not belong in the folder of publications",
                    "Reports get there by being published; move this elsewhere",
                )

"""The folder of publications read as a whole: nothing missing, nothing foreign, nothing edited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from publication.folder import FORMATS, PublicationsFolder, slug
from publication.metadata import Publication
from publication.report import Report
from publication.residue import Fingerprints, fingerprints
from publication.state import PublicState, ReportState
from redaction.errors import Problem, PublicationError

_RESTORE = "Put back the folder from the last backup, or publish a correction"


_REPORT_FILES = ("publication.json", *(f"report{suffix}" for suffix in FORMATS))


@dataclass(frozen=True)
class StoredReport:
    """A report as it lies in the folder: its public facts and exactly the cleared bytes."""

    publication: Publication
    content: bytes

    @property
    def suffix(self) -> str:
        """The kind of its file: ``.docx``, ``.md`` or ``.html``."""
        return Path(self.publication.file).suffix

    def fingerprints(self, report: Report, key: bytes) -> Fingerprints:
        """Keyed hashes of all that is the report's own; ``report`` is the page made of it."""
        return fingerprints(
            self.publication.reference,
            (report.text, *self.publication.texts()),
            (self.publication.title,),
            (self.content, *(image.content for image in report.images)),
            key,
        )


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
    if not place.is_dir():
        raise PublicationError.because(
            f"report {state.reference}",
            f"has vanished from the folder, though it may not before {state.earliest_withdrawal}",
            "Put back the folder from the last backup; to take the report down, withdraw it",
        )
    if sha256(_bytes(place / "publication.json")).hexdigest() != state.metadata_sha256:
        raise _edited(place / "publication.json")
    publication = folder.publication(state.reference)
    content = _bytes(place / publication.file)
    if len(list(place.iterdir())) != len(("publication.json", publication.file)):
        raise PublicationError.because(place, "holds more than one report", _RESTORE)
    if not publication.sha256 == state.sha256 == sha256(content).hexdigest():
        raise _edited(place / publication.file)
    return StoredReport(publication, content)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PublicationError.because(path, "is missing or can't be read", _RESTORE) from error


def _edited(path: Path) -> PublicationError:
    return PublicationError.because(
        path, "is not the file that was cleared and published", _RESTORE
    )


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
    known = {slug(state.reference) for state in states}
    for path in sorted(folder.path.rglob("*")):
        parts = path.relative_to(folder.path).parts
        if path.is_symlink() or not _belongs(parts, known):
            yield Problem(
                "/".join(parts),
                "does not belong in the folder of publications",
                "Reports get there by being published; move this elsewhere",
            )


def _belongs(parts: tuple[str, ...], known: set[str]) -> bool:
    """Whether a path has a place in the folder; a report's own files are looked at by hash."""
    match parts:
        case ("ledger.jsonl" | "board.json" | "reports" | "fingerprints",):
            return True
        case ("fingerprints", "key"):
            return True
        case ("fingerprints", name):
            return name.endswith(".json") and name.removesuffix(".json") in known
        case ("reports", name):
            return name in known
        case ("reports", name, file):
            return name in known and file in _REPORT_FILES
    return False

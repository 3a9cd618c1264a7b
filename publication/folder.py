"""The folder of publications: the only thing the public site is built from."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from casework.files import write_atomically
from publication.ledger import Ledger
from publication.metadata import FACTS, Publication, PublicBoard, read_public
from publication.residue import Fingerprints
from redaction.errors import PublicationError

FORMATS = (".docx", ".md", ".html")
"""The formats of a report that can become a page."""

UNFINISHED = ".part"
"""How the name of a report's folder ends while it is being written."""
ASIDE = ".old"
"""How it ends while it waits for the ledger's line."""
_KEY_BYTES = 32


@lru_cache(maxsize=20_000)
def slug(reference: str) -> str:
    """``reference`` as a folder's name and a part of a web address: ``SCR 2007/03`` → scr-2007-03.

    Raises ``PublicationError`` if nothing of it is left.
    """
    name = re.sub(r"[^a-z0-9]+", "-", reference.casefold()).strip("-")
    if not name:
        raise PublicationError.because(
            "reference", "has no letter and no digit", "Give the case a reference such as 2007-03"
        )
    return name


@dataclass(frozen=True)
class PublicationsFolder:
    """Where the ledger, the board's public contacts and the published reports lie.

    ``fingerprints/`` holds, for each report that was taken down or corrected, keyed hashes of
    its text: they outlive the text, so that a forgotten copy of it is still found.
    """

    path: Path

    @property
    def ledger(self) -> Ledger:
        """The ledger of this folder."""
        return Ledger(self.path / "ledger.jsonl")

    @property
    def board_path(self) -> Path:
        """The board's public contacts."""
        return self.path / "board.json"

    @property
    def key_path(self) -> Path:
        """The key of the fingerprints, in hexadecimal."""
        return self.path / "fingerprints" / "key"

    @property
    def reports(self) -> Path:
        """The folder that has one folder for each report."""
        return self.path / "reports"

    def report_folder(self, reference: str) -> Path:
        """Where the report ``reference`` and its ``publication.json`` lie."""
        return self.reports / slug(reference)

    def fingerprints_path(self, reference: str) -> Path:
        """Where the keyed hashes of earlier texts of the report ``reference`` lie."""
        return self.path / "fingerprints" / f"{slug(reference)}.json"

    @property
    def standing(self) -> Path:
        """The folder that has one folder for each standing document."""
        return self.path / "standing"

    @property
    def standing_fingerprints(self) -> Path:
        """The folder of the keyed hashes of standing documents that were removed."""
        return self.path / "fingerprints" / "standing"

    def board(self) -> PublicBoard:
        """The board's public contacts. Raises ``PublicationError`` if they can't be read."""
        return read_public(PublicBoard, self.board_path)

    def key(self) -> bytes:
        """The key of the fingerprints. Raises ``PublicationError`` if it can't be read."""
        try:
            return bytes.fromhex(self.key_path.read_text(encoding="ascii").strip())
        except (OSError, ValueError) as error:
            raise PublicationError.because(
                self.key_path,
                "the key of the fingerprints is missing or damaged",
                "Put back the folder from the last backup",
            ) from error

    def publication(self, reference: str) -> Publication:
        """The public facts of one report. Raises ``PublicationError`` if they can't be read."""
        return read_public(Publication, self.report_folder(reference) / FACTS)

    def fingerprints(self) -> tuple[Fingerprints, ...]:
        """The keyed hashes of every text that was public, in the order of their addresses."""
        paths = sorted((self.path / "fingerprints").rglob("*.json"))
        return tuple(read_public(Fingerprints, path) for path in paths)

    @contextmanager
    def placed(
        self,
        publication: Publication,
        files: Mapping[str, bytes],
        replaced: Fingerprints | None = None,
    ) -> Iterator[None]:
        """Write the report's folder whole, with ``files`` by name, in place of one that is there.

        ``replaced`` are the keyed hashes of that one, which are kept. If the block under it
        raises, or the writing does, the folder is as it was.
        """
        target = self.report_folder(publication.reference)
        whole = {**files, FACTS: publication.to_json().encode()}
        path = self.fingerprints_path(publication.reference)
        with placed_whole(target, whole, path, replaced):
            yield

    @contextmanager
    def purged(self, reference: str, fingerprints: Fingerprints) -> Iterator[None]:
        """Keep the keyed hashes of a report and remove everything else of it.

        If the block under it raises, or the writing does, the folder is as it was.
        """
        path = self.fingerprints_path(reference)
        with purged_whole(self.report_folder(reference), path, fingerprints):
            yield


@contextmanager
def placed_whole(
    target: Path, files: Mapping[str, bytes], path: Path, replaced: Fingerprints | None = None
) -> Iterator[None]:
    """Write the folder ``target`` with ``files`` by name, in place of one that is there.

    ``replaced`` are the keyed hashes of that one; the file ``path`` keeps them. If the block under
    it raises, or the writing does, both are as they were.
    """
    fresh = target.with_name(f".{target.name}{UNFINISHED}")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        fresh.mkdir(parents=True)
        for name, content in files.items():
            write_atomically(fresh / name, content)
        with remembered(path, replaced), _out_of_the_way(target):
            fresh.rename(target)
            yield
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


@contextmanager
def purged_whole(target: Path, path: Path, fingerprints: Fingerprints) -> Iterator[None]:
    """Write ``fingerprints`` to ``path`` and remove the folder ``target`` that they are of.

    If the block under it raises, or the writing does, both are as they were.
    """
    with remembered(path, fingerprints), _out_of_the_way(target):
        yield


@contextmanager
def remembered(path: Path, fingerprints: Fingerprints | None) -> Iterator[None]:
    """Keep ``fingerprints`` in the file ``path`` with those of earlier versions that it holds.

    If the block under it raises, the file is as it was. Without any nothing is written.
    """
    if fingerprints is None:
        yield
        return
    before = path.read_bytes() if path.exists() else None
    known = fingerprints.joined(read_public(Fingerprints, path)) if before else fingerprints
    try:
        path.parent.mkdir(exist_ok=True)
        write_atomically(path, known.model_dump_json() + "\n")
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        if before is not None:
            write_atomically(path, before)
        raise


@contextmanager
def _out_of_the_way(target: Path) -> Iterator[None]:
    """Take ``target`` away for good, or put it back if the block under it raises.

    Meanwhile it lies beside, or an empty folder does where there was none: by it, and by the
    ledger, ``publication.recover`` knows what to do if the program is killed in between.
    """
    aside = aside_of(target)
    if target.exists():
        target.rename(aside)
    else:
        aside.mkdir()
    try:
        yield
    except BaseException:
        put_back(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def aside_of(target: Path) -> Path:
    """Where a report's folder ``target`` waits while another takes its place."""
    return target.with_name(f".{target.name}{ASIDE}")


def put_back(target: Path) -> None:
    """Bring back what waits aside; nothing, where an empty folder waits."""
    aside = aside_of(target)
    shutil.rmtree(target, ignore_errors=True)
    if any(aside.iterdir()):
        aside.rename(target)
    else:
        aside.rmdir()


def open_publications(path: Path, board: PublicBoard, key: bytes) -> PublicationsFolder:
    """The folder of publications at ``path``, made if it is not there, with the board's contacts.

    ``key`` are 32 random bytes from the caller; a folder that has a key keeps its own. Raises
    ``PublicationError`` if the folder holds something else, or the key is too short.
    """
    folder = PublicationsFolder(path)
    if len(key) < _KEY_BYTES:
        raise PublicationError.because("key", f"is shorter than {_KEY_BYTES} bytes")
    if path.exists() and any(path.iterdir()) and not folder.board_path.exists():
        raise PublicationError.because(
            path, "is not a folder of publications", "Name an empty folder, or one that is new"
        )
    path.mkdir(parents=True, exist_ok=True)
    write_atomically(folder.board_path, board.model_dump_json(indent=2) + "\n")  # marks it ours
    folder.reports.mkdir(exist_ok=True)
    folder.key_path.parent.mkdir(exist_ok=True)
    if not folder.key_path.exists():
        write_atomically(folder.key_path, key.hex() + "\n")
    return folder

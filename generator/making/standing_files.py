"""The files that stand where documents are to be written: ours, somebody's work, or leftovers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from casework.files import (
    FileStamp,
    overwrite_unchanged,
    read_stamped,
    remove_leftovers,
    write_atomically,
)
from casework.register import Entry, EntryKind
from generator.making.ready import ReadyDocument
from redaction.errors import CaseError, Problem


@dataclass(frozen=True)
class Recorded:
    """What the register says was made: hashes of all files, and of the PDFs of each Word file."""

    files: frozenset[Any]
    documents: frozenset[tuple[Any, ...]]
    """Document, recipient and hash of the Word file."""
    pdfs: frozenset[tuple[Any, Any]]
    """Hash of the Word file and of its PDF."""

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Recorded:
        """What these entries say."""
        made = [entry for entry in entries if entry.kind is EntryKind.DOCUMENT_MADE]
        hashes = [(e.details.get("sha256"), e.details.get("pdf_sha256")) for e in made]
        return cls(
            files=frozenset(one for pair in hashes for one in pair if one),
            documents=frozenset(
                (e.subject, e.details.get("recipient", ""), e.details.get("sha256")) for e in made
            ),
            pdfs=frozenset(pair for pair in hashes if pair[1]),
        )

    def has(self, ready: ReadyDocument) -> bool:
        """Whether it says that these very bytes were made for this recipient."""
        planned = ready.planned
        return (planned.document.id, planned.recipient.id, ready.sha256) in self.documents


@dataclass
class StandingFiles:
    """The stamps of the files that are there, by their path, and what is recorded of them."""

    recorded: Recorded
    stamps: dict[Path, FileStamp] = field(default_factory=dict)

    def has_word(self, ready: ReadyDocument, path: Path) -> bool:
        """Whether the Word file stands at ``path``, byte for byte."""
        return path in self.stamps and self.stamps[path].sha256 == ready.sha256

    def has_all(self, ready: ReadyDocument, path: Path, *, pdf: bool) -> bool:
        """Whether nothing is left to do: the Word file, with ``pdf`` its PDF, and the record."""
        if not self.has_word(ready, path) or not self.recorded.has(ready):
            return False
        portable = path.with_suffix(".pdf")
        return self.has_pdf(ready, portable) if pdf or portable in self.stamps else True

    def has_pdf(self, ready: ReadyDocument, path: Path) -> bool:
        """Whether the PDF of this very Word file stands at ``path``."""
        return (ready.sha256, self.sha256(path)) in self.recorded.pdfs

    def sha256(self, path: Path) -> str:
        """The hash of the file at ``path``; empty where there is none."""
        return self.stamps[path].sha256 if path in self.stamps else ""

    def put(self, path: Path, content: bytes, sha256: str) -> None:
        """Put a file in its place whole, unless it stands there."""
        stamp = self.stamps.get(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        if stamp is None:
            write_atomically(path, content)
        elif stamp.sha256 != sha256:
            overwrite_unchanged(path, content, stamp)


def standing_files(
    ready: Sequence[ReadyDocument],
    folder: Path,
    recorded: Recorded,
    stopped: frozenset[str],
    is_new: Callable[[ReadyDocument, Path, FileStamp], bool],
) -> StandingFiles:
    """The files that stand where ``ready`` goes, below ``folder``; temporary ones are cleared.

    All of them must be as we made them: recorded, among the hashes of a run that was ``stopped``
    before it recorded them, or, where ``is_new`` says so, just what is to be made. ``CaseError``
    lists all that someone changed.
    """
    for place in dict.fromkeys(one.path(folder).parent for one in ready):
        remove_leftovers(place)
    standing = StandingFiles(recorded)
    problems = []
    for one in ready:
        path = one.path(folder)
        for file in (path, path.with_suffix(".pdf")):
            if not file.exists():
                continue
            stamp = standing.stamps[file] = read_stamped(file)[1]
            known = stamp.sha256 in recorded.files or stamp.sha256 in stopped
            if not known and not is_new(one, file, stamp):
                what = "someone changed this file after it was made, so it was not replaced"
                problems.append(Problem(str(file), what, "Rename it, or make into another folder"))
    if problems:
        raise CaseError(problems)
    return standing

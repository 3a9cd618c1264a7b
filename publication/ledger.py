"""The public record of what was published when: lines that are only added and prove each other.

What shows a forgery:

- an edited byte, a torn end, lines moved, doubled, put in or taken out between others: the file
  itself, since each line holds its own hash and the hash of the line before;
- whole lines cut off the end: an anchor of any line cut off;
- a consistent chain forged from some line on (whoever can write the file can compute it): an
  anchor of that line or of any later one, because each hash covers all lines before it.

Anchors are hashes kept elsewhere. A case's register has those of its own report's lines, a built
site the last line's it was built from. Lines after the last anchor, and anchors rewritten together
with the ledger, are proved by a backup only.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from casework.files import write_atomically
from redaction.errors import Problem, PublicationError

START = "0" * 64
"""What the first line names as the hash before it."""

_RESTORE = (
    "Put back the ledger from the last backup; if there is none, ask the IT officer to compare "
    "it with the register, which holds the hash of every line"
)
_MEND = (
    "Mend it: casereview mend --case CASE, with the case that was last published, corrected or "
    "withdrawn. It takes off the torn end only, and keeps it in a file of its own"
)


class LedgerAction(StrEnum):
    """What can happen to a report, or to a standing document, in public."""

    PUBLISHED = "published"
    """The board published the report, or set the day on which it will be."""
    CORRECTED = "corrected"
    """The published file, or what stands beside it, was replaced; its 12 months run on."""
    WITHDRAWN = "withdrawn"
    """The report was taken down and its text removed."""
    SUSPENDED = "suspended"
    """A court's order takes the report off the site; its text waits in the folder."""
    LIFTED = "lifted"
    """The order is over: the report is on the site again."""
    DELAYED = "delayed"
    """Publication waits, with the reason."""
    UNPUBLISHED = "unpublished"
    """The board decided not to publish, with the reason."""
    PLACED = "placed"
    """A standing document, a learning brief or a leaflet, came on the site without an end."""
    REPLACED = "replaced"
    """A standing document was replaced by a newer one at the same address."""
    REMOVED = "removed"
    """A standing document was taken off the site and its text removed."""

    @property
    def of_standing(self) -> bool:
        """Whether it happens to a standing document and not to a report."""
        return self in (LedgerAction.PLACED, LedgerAction.REPLACED, LedgerAction.REMOVED)


class LedgerEntry(BaseModel):
    """One line of the ledger. It holds nothing that could not be read by a stranger.

    ``on`` is the day it takes effect, ``recorded`` when it was written. ``sha256`` is of the
    cleared file's bytes and ``metadata_sha256`` of ``publication.json``. ``retention_months`` and
    ``citation`` say how long the procedure keeps the report up; ``keep_until`` is a later last
    day that the board chose. ``authority`` is who agreed to an early withdrawal, or which court
    ordered or lifted a suspension.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: int = Field(ge=1)
    action: LedgerAction
    reference: str = Field(min_length=1)
    on: date
    recorded: datetime
    by: str = Field(min_length=1)
    reason: str = ""
    authority: str = ""
    sha256: str = ""
    metadata_sha256: str = ""
    keep_until: date | None = None
    retention_months: int | None = Field(default=None, ge=1)
    citation: str = ""
    previous: str
    hash: str

    def line(self) -> str:
        """The entry as it stands in the file, without the line's end."""
        return canonical_json(self.model_dump(mode="json"))


@dataclass(frozen=True)
class Reading:
    """What could be read of a ledger, and what is wrong with it.

    ``torn`` are the bytes after the last line's end, where nothing else is wrong: neither in the
    lines before, nor by what was recorded elsewhere. ``unended`` is the entry that they are, if
    the line's end is all that they lack.
    """

    entries: tuple[LedgerEntry, ...]
    problems: tuple[Problem, ...] = ()
    torn: bytes = b""
    unended: LedgerEntry | None = None


AroundWriting = Callable[[Sequence[LedgerEntry]], contextlib.AbstractContextManager[object]]
"""What has to happen together with the writing of a line, or not at all."""


class Ledger:
    """The append-only file ``ledger.jsonl``; a missing file is an empty ledger."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def entries(self) -> tuple[LedgerEntry, ...]:
        """Every entry, oldest first. Raises ``PublicationError`` if the file is not intact."""
        return self.proved({})

    def proved(self, anchors: Mapping[int, str]) -> tuple[LedgerEntry, ...]:
        """Every entry, oldest first. Raises ``PublicationError`` with whatever ``verify`` finds."""
        reading = self.read(anchors)
        if reading.problems:
            raise PublicationError(reading.problems)
        return reading.entries

    def verify(self, anchors: Mapping[int, str] | None = None) -> tuple[Problem, ...]:
        """What is wrong with the file, by line; nothing if it is as it was written.

        ``anchors`` are hashes kept outside the file (by the register, by a built site), by the
        number of the entry: without them nobody could tell if the last lines were cut off.
        """
        return self.read(anchors or {}).problems

    def head(self) -> str:
        """The hash of the last line, to be kept elsewhere; zeros for an empty ledger."""
        entries = self.entries()
        return entries[-1].hash if entries else START

    def append(
        self,
        action: LedgerAction,
        reference: str,
        *,
        on: date,
        recorded: datetime,
        by: str,
        around_writing: AroundWriting = contextlib.nullcontext,
        **details: Any,
    ) -> LedgerEntry:
        """Add one entry and return it; ``details`` are the other fields of ``LedgerEntry``.

        Two programs may append at once: each waits for the other. The file is replaced whole, so
        that a power cut leaves the old or the new one. ``around_writing`` gets all entries with
        the new one last; it is entered before the line is written and left after it, while the
        ledger is locked. If entering it raises, nothing is written; if writing fails, it is told.
        Raises ``PublicationError`` if the ledger is not intact.
        """
        with locked(self.path.parent):
            entries = self.entries()
            entry = chained(
                entries[-1] if entries else None,
                action=action,
                reference=reference,
                on=on,
                recorded=recorded,
                by=by,
                **details,
            )
            lines = [earlier.line() for earlier in (*entries, entry)]
            with around_writing((*entries, entry)):
                write_atomically(self.path, "".join(f"{line}\n" for line in lines))
        return entry

    def read(self, anchors: Mapping[int, str]) -> Reading:
        """Whatever can be read; ``problems`` are those of ``verify``.

        After a line that can't be read, nothing more is said of those behind it.
        """
        content = self.path.read_bytes() if self.path.exists() else b""
        *lines, torn = content.split(b"\n")
        entries: list[LedgerEntry] = []
        for number, line in enumerate(lines, start=1):
            entry, what = _checked(line, entries)
            if entry is None:
                return Reading(tuple(entries), (self._problem(number, what),))
            entries.append(entry)
        unended, _ = _checked(torn, entries)
        known = [*entries, unended] if unended else entries
        lost = self._missing(known, anchors)
        if lost or not torn:
            return Reading(tuple(entries), lost)
        what = "is torn off in the middle, as by a power cut"
        problem = self._problem(len(lines) + 1, what, _MEND)
        return Reading(tuple(entries), (problem,), torn, unended)

    def _missing(
        self, entries: Sequence[LedgerEntry], anchors: Mapping[int, str]
    ) -> tuple[Problem, ...]:
        hashes = {entry.number: entry.hash for entry in entries}
        what = "is not the line that was recorded elsewhere when it was written"
        return tuple(
            self._problem(number, what)
            for number, anchor in sorted(anchors.items())
            if hashes.get(number) != anchor
        )

    def _problem(self, number: int, what: str, remedy: str = _RESTORE) -> Problem:
        return Problem(f"{self.path.name}, line {number}", what, remedy)


_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def canonical_json(record: Mapping[str, Any]) -> str:
    """The one way to write a record as JSON: sorted keys, no spaces, UTF-8 as it is."""
    return _CANONICAL.encode(record)


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold ``folder`` for this program alone; another that wants it waits.

    The lock is on the folder itself: no lock file is left behind, and it ends with the program.
    """
    import fcntl  # not on Windows, where reading the ledger must still work

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def chained(before: LedgerEntry | None, **fields: Any) -> LedgerEntry:
    """The entry with ``fields`` that follows ``before``, the last one, if there is any.

    Raises ``PublicationError`` with every field that can't be.
    """
    number = before.number + 1 if before else 1
    previous = before.hash if before else START
    try:
        unsigned = LedgerEntry(number=number, previous=previous, **fields, hash="")
    except ValidationError as error:
        raise PublicationError(
            Problem(f"ledger entry, {'.'.join(map(str, fault['loc']))}", fault["msg"])
            for fault in error.errors()
        ) from error
    return unsigned.model_copy(update={"hash": _digest(unsigned.model_dump(mode="json"))})


def _digest(record: dict[str, Any]) -> str:
    """The hash of an entry whose fields are ``record``: of its line without the hash."""
    signed = {name: value for name, value in record.items() if name != "hash"}
    return hashlib.sha256(canonical_json(signed).encode()).hexdigest()


def _checked(line: bytes, before: Sequence[LedgerEntry]) -> tuple[LedgerEntry | None, str]:
    """The entry in ``line``, which must follow ``before``, or what is wrong with it."""
    try:
        entry = LedgerEntry.model_validate_json(line)
    except ValidationError:
        return None, "can't be read as an entry"
    record = entry.model_dump(mode="json")
    if canonical_json(record).encode() != line or entry.hash != _digest(record):
        return None, "was changed after it was written"
    previous = before[-1].hash if before else START
    if entry.number != len(before) + 1 or entry.previous != previous:
        return None, "does not follow the line before it: lines were moved, added or taken out"
    return entry, ""

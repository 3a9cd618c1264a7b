"""The register: what happened to a case's documents, only ever added to, each entry chained."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, select, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import NullPool

from casework.register_table import ENTRIES, PROTECTION, add_only
from redaction.errors import CaseError, Problem

_BUSY_SECONDS = 30
"""How long a writer waits for another one to finish."""


class EntryKind(StrEnum):
    """What can happen to a document."""

    DOCUMENT_MADE = "document_made"
    """A document was written from the case."""
    DOCUMENT_SENT = "document_sent"
    """A document went to someone."""
    COPY_ISSUED = "copy_issued"
    """A numbered copy was handed to its holder."""
    COPY_RETURNED = "copy_returned"
    """A numbered copy came back."""
    CHECKED = "checked"
    """A file was checked for what could identify someone."""
    CLEARED = "cleared"
    """A person cleared the exact bytes of a file."""
    PUBLISHED = "published"
    """A report was published."""
    WITHDRAWN = "withdrawn"
    """A report was taken down."""
    OVERRIDDEN = "overridden"
    """Someone with the authority set a condition or a time limit aside."""


@dataclass(frozen=True)
class Entry:
    """One entry. ``number`` counts from 1; ``hash`` covers all else, ``previous`` included."""

    number: int
    kind: EntryKind
    subject: str
    details: dict[str, Any]
    by: str
    at: datetime
    previous: str
    hash: str


class Register:
    """The register in the SQLite file at ``path_or_url``, made when the first entry is recorded.

    A URL must begin with ``sqlite:///``. Any number of processes may read and record at once.
    Every method raises ``CaseError`` if the file is not a register or can't be used.
    """

    def __init__(self, path_or_url: Path | str) -> None:
        url = _url(path_or_url)
        self._path = Path(url.database or "")
        self._engine = _engine(url)
        self._sound = False

    def record(
        self, kind: EntryKind, subject: str, details: dict[str, Any], by: str, at: datetime
    ) -> Entry:
        """Add an entry and return it. ``details`` holds JSON values only.

        Raises ``CaseError`` if the register was tampered with: nothing is added to it then.
        """
        self.require_sound()
        written = {
            "kind": kind.value,
            "subject": _storable(subject),
            "details": json.dumps(details, sort_keys=True, allow_nan=False),
            "by": _storable(by),
            "at": at.isoformat(),
        }
        with self._transaction("BEGIN IMMEDIATE") as connection:
            if not self._has_entries(connection):
                add_only(connection)
            last = connection.execute(
                select(ENTRIES.c.number, ENTRIES.c.hash).order_by(ENTRIES.c.number.desc()).limit(1)
            ).first()
            number, previous = (last.number + 1, last.hash) if last else (1, "")
            row = {"number": number, **written, "previous": previous}
            row["hash"] = _hash(row)
            connection.execute(ENTRIES.insert().values(row))
        return _entry(row)

    def require_sound(self) -> None:
        """Raise ``CaseError`` if the register was tampered with.

        It is verified once: what this object itself adds later is sound.
        """
        if not self._sound and (problems := self.verify()):
            raise CaseError(problems)
        self._sound = True

    def entries(self, kind: EntryKind | None = None) -> list[Entry]:
        """All entries, or those of one kind, oldest first; none while nothing was recorded."""
        if not self._is_begun():
            return []
        with self._transaction("BEGIN") as connection:
            rows = self._rows(connection)
        try:
            entries = [_entry(row) for row in rows]
        except (TypeError, ValueError) as error:
            raise CaseError(self.verify()) from error
        return [entry for entry in entries if kind is None or entry.kind is kind]

    def head(self) -> str:
        """The hash of the last entry, which stands for the whole register; empty without one."""
        entries = self.entries()
        return entries[-1].hash if entries else ""

    def verify(self, anchors: Iterable[str] = ()) -> list[Problem]:
        """What is wrong with the register, by entry number; an empty list where nothing is.

        Proves that no entry was edited, put in, put elsewhere or taken out between others. That
        entries were cut off the end shows as long as the file's own count was left alone. Whoever
        rewrites the whole file can hide that, and can compute a new chain: only ``anchors``,
        heads noted outside the file, show it.
        """
        if not self._is_begun():
            return [_lost(anchor) for anchor in anchors]
        with self._transaction("BEGIN") as connection:
            if not self._has_entries(connection):
                if self._is_begun():
                    return [Problem(str(self._path), "holds no entries table", _RESTORE)]
                return [_lost(anchor) for anchor in anchors]  # its first entry was rolled back
            rows = self._rows(connection)
            counted = connection.execute(
                text("SELECT seq FROM sqlite_sequence WHERE name = 'entries'")
            ).scalar()
            protection = connection.execute(
                text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            ).all()
        problems = [*_chain_problems(rows), *_count_problems(rows, counted)]
        if {row.name: row.sql for row in protection} != PROTECTION:
            problems.append(
                Problem("register", "its protection against changes was removed", _RESTORE)
            )
        heads = {row["hash"] for row in rows}
        return problems + [_lost(anchor) for anchor in anchors if anchor not in heads]

    def _is_begun(self) -> bool:
        """Whether a first entry was recorded; a file that a stopped program left empty is none."""
        return self._path.exists() and self._path.stat().st_size > 0

    def _has_entries(self, connection: Connection) -> bool:
        tables = inspect(connection).get_table_names()
        if tables and ENTRIES.name not in tables:
            raise CaseError.because(self._path, "is not a register", "Check that it is this file")
        return bool(tables)

    def _rows(self, connection: Connection) -> list[dict[str, Any]]:
        if not self._has_entries(connection):
            return []
        found = connection.execute(select(ENTRIES).order_by(ENTRIES.c.number))
        return [dict(row) for row in found.mappings()]

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                connection.exec_driver_sql(begin)
                yield connection
                connection.commit()
        except DBAPIError as error:
            raise CaseError(_database_problem(self._path, str(error.orig))) from error


_RESTORE = "Keep the file as it is and compare it with the backups"


def _url(path_or_url: Path | str) -> URL:
    if isinstance(path_or_url, Path) or "://" not in path_or_url:
        return URL.create("sqlite", database=str(path_or_url))
    try:
        url = make_url(path_or_url)
    except ArgumentError as error:
        raise CaseError.because("register", "its address can't be read", _USE_FILE) from error
    if url.get_backend_name() != "sqlite" or not url.database:
        raise CaseError.because("register", "can only be kept in a SQLite file", _USE_FILE)
    return url


_USE_FILE = "Give the path of a file, such as register.db"


def _engine(url: URL) -> Engine:
    # Without a pool no file stays open; without the driver's own transactions ours begin as we say.
    engine = create_engine(
        URL.create("sqlite", database=url.database),
        poolclass=NullPool,
        connect_args={"timeout": _BUSY_SECONDS, "isolation_level": None},
    )

    @event.listens_for(engine, "connect")
    def _read_damaged_text(connection: Any, _record: Any) -> None:
        connection.text_factory = lambda stored: stored.decode("utf-8", "surrogateescape")

    return engine


def _storable(written: str) -> str:
    """``written`` without what UTF-8 can't hold, such as the odd bytes of a file's name."""
    return written.encode("utf-8", "replace").decode()


def _hash(row: dict[str, Any]) -> str:
    fields = ("number", "kind", "subject", "details", "by", "at", "previous")
    canonical = json.dumps([row[field] for field in fields], separators=(",", ":"), default=repr)
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(
        number=row["number"],
        kind=EntryKind(row["kind"]),
        subject=row["subject"],
        details=json.loads(row["details"]),
        by=row["by"],
        at=datetime.fromisoformat(row["at"]),
        previous=row["previous"],
        hash=row["hash"],
    )


def _chain_problems(rows: list[dict[str, Any]]) -> Iterator[Problem]:
    expected, previous = 1, ""
    for row in rows:
        number = row["number"]
        if number != expected:
            yield Problem(_span(expected, number - 1), "missing from the register", _RESTORE)
        elif row["previous"] != previous:
            yield Problem(f"entry {number}", "does not follow the entry before it", _RESTORE)
        if row["hash"] != _hash(row):
            yield Problem(f"entry {number}", "was changed after it was recorded", _RESTORE)
        expected, previous = number + 1, row["hash"]


def _count_problems(rows: list[dict[str, Any]], counted: Any) -> Iterator[Problem]:
    last = rows[-1]["number"] if rows else 0
    if not isinstance(counted, int) or counted < last:
        if rows or counted is not None:
            yield Problem("register", "its count of entries was changed", _RESTORE)
    elif counted > last:
        yield Problem(_span(last + 1, counted), "missing from the register's end", _RESTORE)


def _span(first: int, last: int) -> str:
    return f"entry {first}" if first == last else f"entries {first} to {last}"


def _lost(anchor: str) -> Problem:
    return Problem(
        "register", f"the entry noted elsewhere as {anchor[:12]} is not in it any more", _RESTORE
    )


def _database_problem(path: Path, reason: str) -> Problem:
    if "locked" in reason:
        return Problem(str(path), "is being written by someone else", "Try again in a minute")
    if "not a database" in reason or "malformed" in reason or "no such column" in reason:
        return Problem(str(path), "is not a register, or is damaged", _RESTORE)
    return Problem(
        str(path),
        f"can't be used: {reason}",
        "Check that the folder exists and that you may change it",
    )

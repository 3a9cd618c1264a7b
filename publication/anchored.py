"""The folder of publications as a case's register remembers it, and what the register takes in."""

from __future__ import annotations

from pathlib import Path

from casework.register import EntryKind, Register
from publication.folder import PublicationsFolder
from publication.ledger import LedgerEntry
from publication.recover import recover
from redaction.errors import PublicationError


def remembered(register: Register) -> dict[int, str]:
    """The hashes of the ledger's lines that ``register`` holds, by number."""
    entries = [*register.entries(EntryKind.PUBLISHED), *register.entries(EntryKind.WITHDRAWN)]
    return {entry.details["ledger_number"]: entry.details["ledger_head"] for entry in entries}


def as_remembered(publications: Path, register: Register) -> PublicationsFolder:
    """The folder, if its ledger still holds every line that the register remembers."""
    folder = PublicationsFolder(publications)
    problems = folder.ledger.verify(remembered(register))
    if problems:
        raise PublicationError(problems)
    return in_order(publications)


def in_order(publications: Path) -> PublicationsFolder:
    """The folder, with whatever a killed program left in it undone or finished.

    Raises ``PublicationError`` if it is no folder of publications, or as ``recover`` does.
    """
    folder = PublicationsFolder(publications)
    folder.board()  # says clearly where this is no folder of publications
    recover(folder)
    return folder


def record_entry(register: Register, kind: EntryKind, entry: LedgerEntry) -> None:
    """Anchor the ledger's head in the register."""
    details = {
        "action": entry.action.value,
        "on": entry.on.isoformat(),
        "sha256": entry.sha256,
        "ledger_number": entry.number,
        "ledger_head": entry.hash,
    }
    register.record(kind, entry.reference, details, entry.by, entry.recorded)

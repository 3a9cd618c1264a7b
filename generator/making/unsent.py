"""Finds the files of a document that were made and are not recorded as sent."""

from __future__ import annotations

from pathlib import Path

from casework.files import read_stamped
from casework.register import Entry, EntryKind, Register
from redaction.errors import CaseError, Problem


def unsent_files(register: Register, documents: Path, document: str) -> list[Path]:
    """The files of ``document`` for everyone to whom it was made out and not yet sent.

    They are looked for below the folder ``documents``, wherever they were put there. Raises
    ``CaseError`` where there is none to send, and for each that is not found.
    """
    wanted = _latest_unsent(register, document)
    if not wanted:
        raise CaseError.because(
            document,
            "nothing is made that is not recorded as sent",
            f"Make it first: casereview make {document}. To see what was sent: register show",
        )
    files = [_find(entry, documents) for entry in wanted]
    problems = [
        Problem(
            str(entry.details["file"]),
            f"is not below {documents}",
            "Name the file itself",
        )
        for entry, file in zip(wanted, files, strict=True)
        if file is None
    ]
    if problems:
        raise CaseError(problems)
    return [file for file in files if file is not None]


def _latest_unsent(register: Register, document: str) -> list[Entry]:
    """The latest entry of each file of ``document`` that was made and not sent; no drafts."""
    sent = {
        entry.details.get("recipient", "")
        for entry in register.entries(EntryKind.DOCUMENT_SENT)
        if entry.subject == document
    }
    latest: dict[tuple[str, str], Entry] = {}
    for entry in register.entries(EntryKind.DOCUMENT_MADE):
        recipient = str(entry.details.get("recipient", ""))
        if entry.subject == document and not entry.details.get("draft") and recipient not in sent:
            latest[recipient, str(entry.details.get("variant", ""))] = entry
    return list(latest.values())


def _find(entry: Entry, documents: Path) -> Path | None:
    """The file of ``entry``; of several with its name, the one that is as it was made."""
    found = sorted(documents.rglob(str(entry.details["file"])))
    same = (file for file in found if read_stamped(file)[1].sha256 == entry.details["sha256"])
    return next(same, found[0] if found else None)

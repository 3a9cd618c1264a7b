"""Recording that a document was sent; a draft never can be."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from casework.files import read_stamped
from casework.register import Entry, EntryKind, Register
from redaction.errors import CaseError


def record_sent(register: Register, file: Path, to: str, by: str, at: datetime) -> Entry:
    """Record that ``file``, exactly as it was made, went to ``to``.

    Raises ``CaseError`` for a draft, and for a file that was not made from the case or was
    changed since.
    """
    sha256 = read_stamped(file)[1].sha256
    made = [
        entry
        for entry in register.entries(EntryKind.DOCUMENT_MADE)
        if sha256 in (entry.details.get("sha256"), entry.details.get("pdf_sha256"))
    ]
    if not made:
        raise CaseError.because(
            file,
            "the register has no document with exactly these bytes",
            "Make the document again, or record what was sent as a file of its own",
        )
    if made[-1].details.get("draft"):
        raise CaseError.because(
            file,
            "this is a draft, and a draft can't be recorded as sent",
            "Fill in what is missing and make the document without --draft",
        )
    details = {"sha256": sha256, "recipient": made[-1].details.get("recipient", ""), "to": to}
    return register.record(EntryKind.DOCUMENT_SENT, made[-1].subject, details, by, at)

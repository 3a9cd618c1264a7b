"""Recording that documents were sent; a draft never can be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from casework.files import read_stamped
from casework.register import Entry, EntryKind, Register
from generator.catalogue import document_type, load_catalogue
from generator.making.page_limit import refuse_too_long
from redaction.errors import CaseError, CasereviewError, Problem


def record_sent(
    register: Register, files: Sequence[Path], to: str, by: str, at: datetime
) -> tuple[Entry, ...]:
    """Record that ``files`` went to ``to``, or each to the recipient it was made for.

    A file that someone finished by hand after it was made is recorded as it is, as edited.
    Raises ``CaseError`` with every problem, and records nothing then: a draft, a file that was
    not made from the case, one that was recorded before.
    """
    found: list[tuple[str, dict[str, Any]]] = []
    problems: list[Problem] = []
    for file in files:
        try:
            found.append(_sending(register, file, to))
        except CasereviewError as error:
            problems += error.problems
    if problems:
        raise CaseError(problems)
    return tuple(
        register.record(EntryKind.DOCUMENT_SENT, document, details, by, at)
        for document, details in found
    )


def _sending(register: Register, file: Path, to: str) -> tuple[str, dict[str, Any]]:
    """The document that ``file`` is, and what the register will say of its sending."""
    content, stamp = read_stamped(file)
    sha256 = stamp.sha256
    made = _made(register, file, sha256)
    if made.details.get("draft"):
        raise CaseError.because(
            file,
            "this is a draft, and a draft can't be recorded as sent",
            "Fill in what is missing and make the document without --draft",
        )
    if made.subject in load_catalogue():
        refuse_too_long(document_type(made.subject), content, file.name)
    details = {
        "file": file.name,
        "sha256": sha256,
        "edited": sha256 not in _hashes(made),
        "recipient": made.details.get("recipient", ""),
        "to": to,
    }
    for earlier in register.entries(EntryKind.DOCUMENT_SENT):
        if earlier.details == details:
            when = f"it was recorded as sent on {earlier.at:%d %B %Y}"
            raise CaseError.because(file, when, "If it went to someone else too, say to whom: --to")
    return made.subject, details


def _made(register: Register, file: Path, sha256: str) -> Entry:
    """The entry of the making of ``file``: of these bytes, else of this name."""
    made = register.entries(EntryKind.DOCUMENT_MADE)
    same = [entry for entry in made if sha256 in _hashes(entry)]
    named = [entry for entry in made if Path(str(entry.details.get("file"))).stem == file.stem]
    if not same and not named:
        raise CaseError.because(
            file,
            "the register knows no document of these bytes or this name",
            "Make it with casereview make; a file that was renamed gets its name back",
        )
    return (same or named)[-1]


def _hashes(made: Entry) -> tuple[object, object]:
    return made.details.get("sha256"), made.details.get("pdf_sha256")

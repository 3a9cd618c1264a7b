"""Numbered copies: who holds which copy of a report, and whether it came back.

Bedfordshire 2007 §13: every copy of the overview report is numbered, its holder is recorded, and
the copies are collected once the report is endorsed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from casework.register import Entry, EntryKind, Register
from generator.catalogue import document_type, load_catalogue
from generator.recipient import NumberedCopy
from redaction.errors import CaseError, Problem, TemplateError


@dataclass(frozen=True)
class CopyRecord:
    """A numbered copy with what the register says of it."""

    copy: NumberedCopy
    issued: date
    returned: date | None = None
    note: str = ""

    @property
    def out(self) -> bool:
        """Whether the copy is still with its holder."""
        return self.returned is None


def issue(
    register: Register, document_id: str, holders: Sequence[str], by: str, at: datetime
) -> tuple[NumberedCopy, ...]:
    """Number a copy of ``document_id`` for each holder, and record it.

    Numbers go on from the last one and are never used again. Raises ``TemplateError`` for a
    document without numbered copies, ``CaseError`` where a holder is empty or still has one.
    """
    _require_numbered(document_id)
    records = [record for record in listing(register) if record.copy.document == document_id]
    names = [" ".join(holder.split()) for holder in holders]
    _refuse_second_copies(names, records)
    last = max((record.copy.number for record in records), default=0)
    copies = tuple(
        NumberedCopy(document_id, number, last + len(names), holder)
        for number, holder in enumerate(names, start=last + 1)
    )
    for copy in copies:
        details = {"number": copy.number, "of": copy.of, "holder": copy.holder}
        register.record(EntryKind.COPY_ISSUED, document_id, details, by, at)
    return copies


def take_back(
    register: Register, document_id: str, number: int, by: str, at: datetime, note: str = ""
) -> CopyRecord:
    """Record that copy ``number`` came back, or with a ``note`` why it stays out.

    Raises ``CaseError`` where there is no such copy, or it came back before.
    """
    place = f"{document_id}, copy {number}"
    issued = [record for record in listing(register) if record.copy.document == document_id]
    found = [record for record in issued if record.copy.number == number]
    if not found:
        numbers = [str(record.copy.number) for record in issued]
        raise CaseError.because(
            place, "no such copy was issued", f"Issued: {', '.join(numbers) or 'none'}"
        )
    if not found[0].out:
        raise CaseError.because(place, f"it came back on {found[0].returned}", "Nothing to do")
    details = {"number": number, "holder": found[0].copy.holder, "note": note}
    register.record(EntryKind.COPY_RETURNED, document_id, details, by, at)
    return CopyRecord(found[0].copy, found[0].issued, at.date(), note)


def listing(register: Register) -> tuple[CopyRecord, ...]:
    """Every numbered copy that was issued, by document and number."""
    returned = {_key(entry): entry for entry in register.entries(EntryKind.COPY_RETURNED)}
    records = []
    for entry in register.entries(EntryKind.COPY_ISSUED):
        back = returned.get(_key(entry))
        copy = NumberedCopy(
            entry.subject, entry.details["number"], entry.details["of"], entry.details["holder"]
        )
        records.append(
            CopyRecord(
                copy,
                issued=entry.at.date(),
                returned=back.at.date() if back else None,
                note=back.details.get("note", "") if back else "",
            )
        )
    return tuple(sorted(records, key=lambda record: (record.copy.document, record.copy.number)))


def copies_out(register: Register) -> tuple[NumberedCopy, ...]:
    """The numbered copies that are with their holders: those that ``plan`` makes documents for."""
    return tuple(record.copy for record in listing(register) if record.out)


def _key(entry: Entry) -> tuple[str, int]:
    return entry.subject, entry.details["number"]


def _require_numbered(document_id: str) -> None:
    if document_type(document_id).numbered_copies:
        return
    numbered = [entry.id for entry in load_catalogue().values() if entry.numbered_copies]
    raise TemplateError.because(
        document_id, "its copies are not numbered", f"Numbered are: {', '.join(numbered) or 'none'}"
    )


def _refuse_second_copies(names: Sequence[str], records: Sequence[CopyRecord]) -> None:
    problems = []
    held = {record.copy.holder.casefold(): record.copy.number for record in records if record.out}
    for place, name in enumerate(names):
        if not name:
            problems.append(Problem("", "a holder has no name", "Name who gets each copy"))
        elif name.casefold() in held:
            what = f"already holds copy {held[name.casefold()]}"
            problems.append(Problem(name, what, "Take that copy back first"))
        elif name.casefold() in {other.casefold() for other in names[:place]}:
            problems.append(Problem(name, "is listed twice", "List each holder once"))
    if not names:
        problems.append(Problem("", "no holder was given", "Name who gets each copy"))
    if problems:
        raise CaseError(problems)

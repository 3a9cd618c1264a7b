"""What ``make`` and ``copies issue`` share: make documents, show progress, say where they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from casework.files import write_atomically
from casework.load import OpenCase
from casework.register import Entry, Register
from desk.progress import progress
from desk.tables import tell_all_due
from generator.making.all_due import all_due, lacking
from generator.making.changes import Change, ChangeKind, corrections
from generator.making.copies import copies_out
from generator.making.covering_list import NAME as COVERING_LIST
from generator.making.covering_list import covering_list
from generator.making.make import MadeDocument, changes, make
from generator.plan import PlannedDocument, planned_for
from generator.recipient import NumberedCopy
from generator.status import DocumentStatus, document_status

SENDING = "to-send"
"""The folder, below a case's documents, of what is laid out for sending, by day."""


def make_with_progress(
    opened: OpenCase,
    planned: Sequence[PlannedDocument],
    register: Register,
    *,
    by: str,
    at: datetime,
    pdf: bool,
    draft: bool,
    out: Path | None = None,
) -> tuple[MadeDocument, ...]:
    """Make ``planned`` and print each file's path. Raises what ``make`` raises."""
    with progress("Making documents", len(planned)) as advance:
        made = make(
            opened,
            planned,
            register=register,
            by=by,
            at=at,
            pdf=pdf,
            draft=draft,
            out=out,
            progress=lambda document: advance(document.path.name),
        )
    for document in made:
        print(document.path)
        if document.pdf_path:
            print(document.pdf_path)
    return made


def make_all_due(
    opened: OpenCase,
    register: Register,
    as_of: date,
    *,
    by: str,
    at: datetime,
    pdf: bool,
    out: Path | None = None,
) -> bool:
    """Make everything due on ``as_of``, with a covering list; whether something lacks data.

    What was made before and says the same is left alone. What changed since it was made is made
    again, and what changed since it was sent is only named. The list covers the whole folder, so
    also what an earlier run of the day put there. Raises as ``generator.making.make.make``.
    """
    copies, entries = copies_out(register), register.entries()
    rows = document_status(opened, entries, as_of, copies)
    planned = all_due(rows, as_of, copies)
    since = list(zip(planned, changes(opened, planned, entries), strict=True))
    waiting = [pair for pair in since if pair[1].kind is not ChangeKind.UNCHANGED]
    folder = out or opened.documents_folder / SENDING / as_of.isoformat()
    if waiting:
        to_make = [one for one, _ in waiting]
        make_with_progress(
            opened, to_make, register, by=by, at=at, pdf=pdf, draft=False, out=folder
        )
    listed = [pair for pair in since if (folder / pair[0].file_name).is_file()]
    if listed and (waiting or not (folder / COVERING_LIST).exists()):
        list_file = covering_list(opened, listed, {row.document.id: row.due for row in rows})
        write_atomically(folder / COVERING_LIST, list_file)
        print(folder / COVERING_LIST)
    incomplete = lacking(rows)
    tell_all_due(since, incomplete, _changed_after_sending(opened, rows, entries, as_of, copies))
    return bool(incomplete)


def _changed_after_sending(
    opened: OpenCase,
    rows: Sequence[DocumentStatus],
    entries: Sequence[Entry],
    as_of: date,
    copies: Sequence[NumberedCopy],
) -> list[tuple[PlannedDocument, Change]]:
    """The documents that were sent and say what is not so any more, each with what that is."""
    sent = [
        one
        for row in rows
        for one in planned_for(row.document, row.already_sent, as_of, copies)
        if not row.missing
    ]
    found = zip(sent, changes(opened, sent, entries), strict=True)
    return [
        (one, replace(change, fields=fields))
        for one, change in found
        if (fields := corrections(one, change))
    ]

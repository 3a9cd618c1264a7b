"""What is due now for everyone, planned in one go and laid out for sending."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from generator.plan import PlannedDocument, planned_for
from generator.recipient import NumberedCopy, Recipient
from generator.status import DocumentStatus


def all_due(
    rows: Iterable[DocumentStatus], as_of: date, copies: Sequence[NumberedCopy]
) -> tuple[PlannedDocument, ...]:
    """The documents to make now: wanted and not made, or made and not yet sent.

    What is made and not sent is among them so that it is made again if its data changed. Left
    out is what lacks data (``lacking``). One folder for each recipient, in the catalogue's order.
    """
    planned = [
        one
        for row in rows
        if not row.missing
        for one in planned_for(row.document, _waiting(row), as_of, copies, by_recipient=True)
    ]
    folders = list(dict.fromkeys(one.folder for one in planned))
    return tuple(sorted(planned, key=lambda one: folders.index(one.folder)))


def _waiting(row: DocumentStatus) -> tuple[Recipient, ...]:
    return (*row.to_make, *row.to_send) if row.state.wanted else row.to_send


def lacking(rows: Iterable[DocumentStatus]) -> tuple[DocumentStatus, ...]:
    """The documents that are wanted now and can't be made, because data is missing."""
    return tuple(row for row in rows if row.state.wanted and row.missing)

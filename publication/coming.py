"""The days on which something changes for a report in public, as a list and as a calendar."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from casework.calendar_lines import Entry, entries_of, escaped
from casework.calendar_update import brought_up_to_date, calendar_text
from publication.metadata import PublicBoard
from publication.report_state import PublicState, ReportState

_UID_DIGITS = 12
"""Hexadecimal digits for the board, and as many for the report's day."""


class Change(StrEnum):
    """What a day means for a report."""

    PUBLISHED = "is published"
    LAST_DAY = "has its last day on the site"
    MAY_COME_DOWN = "may come down from this day, and is kept longer"


@dataclass(frozen=True)
class ReportDay:
    """A day of one report."""

    on: date
    reference: str
    change: Change
    citation: str


def days_of(row: ReportState) -> Iterator[ReportDay]:
    """Every day that is fixed for a report, past ones too; none while it is suspended."""
    if row.state not in (PublicState.SCHEDULED, PublicState.PUBLISHED, PublicState.ON_REQUEST):
        return
    kept_longer = row.floor and row.last_day and row.last_day > row.floor
    days = {
        Change.PUBLISHED: row.published,
        Change.MAY_COME_DOWN: row.earliest_withdrawal if kept_longer else None,
        Change.LAST_DAY: row.last_day,
    }
    for change, on in days.items():
        if on is not None:
            yield ReportDay(on, row.reference, change, row.citation)


def coming_days(rows: Iterable[ReportState], as_of: date) -> tuple[ReportDay, ...]:
    """The days of all reports from ``as_of`` on, the next one first."""
    days = [each for row in rows for each in days_of(row) if each.on >= as_of]
    return tuple(sorted(days, key=lambda each: (each.on, each.reference, each.change)))


def to_ics(rows: Iterable[ReportState], board: PublicBoard, as_of: date, earlier: str = "") -> str:
    """The days of all reports as a calendar (RFC 5545) for the board's office.

    ``earlier`` is the calendar written before, if it is there: what did not change stays as it
    was, and what is no longer so is taken back. It is confidential: it names days to come.
    """
    written = [_entry(each, board) for row in rows for each in days_of(row)]
    before = {entry.uid: entry for entry in entries_of(earlier)}
    entries = brought_up_to_date(written, before, _own(board), as_of)
    return calendar_text(entries, "publications", f"{board.short_name}: published reports")


def _entry(each: ReportDay, board: PublicBoard) -> Entry:
    summary = escaped(f"{each.reference}: {each.change.value}")
    lines = (
        f"DTSTART;VALUE=DATE:{each.on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{each.on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{summary}",
        f"DESCRIPTION:{escaped(each.citation)}",
        "CLASS:CONFIDENTIAL",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "STATUS:CONFIRMED",
    )
    uid = f"{_own(board)}{_digits(each.reference, each.change.name)}@casereview.invalid"
    return Entry(uid, lines)


def _own(board: PublicBoard) -> str:
    return _digits(board.name, "publications")


def _digits(*words: str) -> str:
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:_UID_DIGITS]

"""A case's deadlines as a calendar file (RFC 5545, RFC 5546) that Outlook and others import.

The calendar leaves the case folder, so it names no one: it holds the case reference, what is to
be done, and the rule it comes from. Whoever imports it again gets every entry brought up to date:
an entry keeps its UID, and a later one has a higher SEQUENCE, which is how Outlook tells which of
two is the newer. What is met, or no longer applies, is therefore written too, and says so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date, timedelta

from casework.calendar_lines import Entry, entries_of, escaped
from casework.calendar_update import brought_up_to_date, calendar_text
from casework.deadlines import Deadline, DeadlineStatus
from casework.model.board import Board
from casework.model.case import Case
from casework.procedure import Direction

_UID_DIGITS = 12
"""Hexadecimal digits for the case, and as many for the rule."""


def to_ics(
    deadlines: Iterable[Deadline], case: Case, board: Board, as_of: date, earlier: str = ""
) -> str:
    """The calendar of ``case`` as it stands on ``as_of``.

    One all-day event for each deadline that has a day: the last day, or, of a minimum period,
    the first day after it. What is open has a reminder one day before; what is met or has lapsed
    (see ``casework.deadlines.lapsed``) says so in its title and has none. ``earlier`` is the
    calendar that was written before, if it is there: its entries stay as they were where nothing
    changed, and those that have no day any more are taken back. Lines end with CR LF.
    """
    rows = [(deadline, _day(deadline)) for deadline in deadlines]
    written = [_entry(row, day, case, board) for row, day in rows if day is not None]
    before = {entry.uid: entry for entry in entries_of(earlier)}
    entries = brought_up_to_date(written, before, _digits(board.name, case.reference), as_of)
    return calendar_text(entries, "deadlines", f"Case {case.reference}: deadlines")


def _day(deadline: Deadline) -> date | None:
    """The day of an event; None where there is no day to do it by."""
    if deadline.rule.direction is Direction.AT_LEAST:
        waiting = deadline.status is DeadlineStatus.WAITING
        return None if waiting else deadline.earliest or deadline.due
    return deadline.due


def _entry(deadline: Deadline, day: date, case: Case, board: Board) -> Entry:
    rule = deadline.rule
    summary = escaped(f"{case.reference}: {_what(deadline)}")
    lines = [
        f"ORGANIZER;CN={_quoted(board.short_name)}:mailto:{_mailbox(board)}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{summary}",
        f"DESCRIPTION:{escaped(f'Rule {rule.id}, {rule.citation}')}",
        "CLASS:CONFIDENTIAL",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        f"STATUS:{'CANCELLED' if deadline.status is DeadlineStatus.LAPSED else 'CONFIRMED'}",
    ]
    if deadline.status.open:
        lines += ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D"]
        lines += [f"DESCRIPTION:{summary}", "END:VALARM"]
    return Entry(_uid(rule.id, case, board), tuple(lines))


def _what(deadline: Deadline) -> str:
    action = deadline.rule.action
    match deadline.status:
        case DeadlineStatus.MET | DeadlineStatus.MET_LATE:
            return f"Done: {action}"
        case DeadlineStatus.LAPSED:
            return f"No longer applies: {action}"
        case DeadlineStatus.RUNNING:
            return f"{action} (may end from today)"
    if deadline.due_at is not None:
        return f"{action} (by {deadline.due_at:%H:%M})"
    return action


def _uid(rule: str, case: Case, board: Board) -> str:
    return f"{_digits(board.name, case.reference)}{_digits(rule)}@casereview.invalid"


def _digits(*words: str) -> str:
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:_UID_DIGITS]


def _mailbox(board: Board) -> str:
    return "".join(letter for letter in board.email if letter.isprintable() and letter != " ")


def _quoted(text: str) -> str:
    """A parameter's value in the quotes that a comma or colon in it needs."""
    plain = "".join(letter for letter in text if letter.isprintable() and letter != '"')
    return f'"{plain}"'

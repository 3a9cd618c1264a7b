"""A case's open deadlines as a calendar file (RFC 5545) that Outlook and others import.

The calendar leaves the case folder, so it names no one: it holds the case reference, what is to
be done, and the rule it comes from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from casework.deadlines import Deadline, DeadlineStatus
from casework.model.board import Board
from casework.model.case import Case

_LONGEST_LINE = 75
"""Octets of one line, its end not counted; longer content goes on in the next line."""

_UID_DIGITS = 24


def to_ics(deadlines: Iterable[Deadline], case: Case, board: Board, as_of: date) -> str:
    """The calendar of what is open in ``case`` as it stands on ``as_of``.

    One all-day event for each deadline that is not met and has a day: the last day, or, of a
    minimum period that is running, the first day after it. Each has a reminder one day before.
    An event keeps its UID for as long as its case and rule do, so that a later import moves it
    instead of adding a second one. Lines end with CR LF, as the standard has it.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//casereview//deadlines//EN"]
    lines += ["CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for deadline in deadlines:
        day = _day(deadline)
        if day is not None:
            lines += _event(deadline, day, case, board, as_of)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _day(deadline: Deadline) -> date | None:
    """The day of an event, None where there is nothing to do, or no day to do it by."""
    if deadline.status is DeadlineStatus.RUNNING:
        return deadline.earliest
    return deadline.due if deadline.status.open else None


def _event(deadline: Deadline, day: date, case: Case, board: Board, as_of: date) -> Iterator[str]:
    summary = _escaped(f"{case.reference}: {_what(deadline)}")
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(deadline, case, board)}"
    yield f"DTSTAMP:{as_of:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{summary}"
    yield f"DESCRIPTION:{_escaped(f'Rule {deadline.rule.id}, {deadline.rule.citation}')}"
    yield "CLASS:CONFIDENTIAL"
    yield "TRANSP:TRANSPARENT"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D", f"DESCRIPTION:{summary}")
    yield from ("END:VALARM", "END:VEVENT")


def _what(deadline: Deadline) -> str:
    if deadline.status is DeadlineStatus.RUNNING:
        return f"{deadline.rule.action} (may end from today)"
    if deadline.due_at is not None:
        return f"{deadline.rule.action} (by {deadline.due_at:%H:%M})"
    return deadline.rule.action


def _uid(deadline: Deadline, case: Case, board: Board) -> str:
    key = "\n".join((board.name, case.reference, deadline.rule.id))
    return f"{hashlib.sha256(key.encode()).hexdigest()[:_UID_DIGITS]}@casereview.invalid"


def _escaped(text: str) -> str:
    text = "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
    for character in ("\\", ";", ","):
        text = text.replace(character, f"\\{character}")
    return text


def _folded(line: str) -> Iterator[str]:
    """``line`` in pieces of at most 75 octets, never cut inside a character."""
    piece, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _LONGEST_LINE:
            yield piece
            piece, size = " ", 1
        piece += character
        size += octets
    yield piece

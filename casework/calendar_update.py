"""A calendar brought up to date: what changed since the last export, and what is taken back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from casework.calendar_lines import Entry, escaped, folded

_FIRST_DAY = date(2000, 1, 1)
"""SEQUENCE counts from this day, so that nothing need be remembered from one export to the next."""
_CHANGES_A_DAY = 100
"""How many changed exports of one day SEQUENCE has room for."""


def brought_up_to_date(
    written: Sequence[Entry], before: Mapping[str, Entry], own: str, as_of: date
) -> tuple[Entry, ...]:
    """``written``, each as it was ``before`` where nothing changed, and what is taken back.

    Taken back is what the calendar before held under a UID that begins with ``own``, and
    ``written`` does not.
    """
    kept = [_dated(entry, as_of, before.get(entry.uid)) for entry in written]
    return (*kept, *_taken_back(before, {entry.uid for entry in written}, own, as_of))


def calendar_text(entries: Sequence[Entry], made_by: str, name: str) -> str:
    """A whole calendar file; ``made_by`` is the part of the program, lines end with CR LF."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//casereview//{made_by}//EN"]
    lines += ["CALSCALE:GREGORIAN", "METHOD:PUBLISH", f"X-WR-CALNAME:{escaped(name)}"]
    lines += [line for entry in entries for line in entry.lines()]
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def _dated(entry: Entry, as_of: date, before: Entry | None) -> Entry:
    if before is not None and before.content == entry.content:
        return before
    return entry.at(as_of, max(_sequence(as_of), before.sequence + 1 if before else 0))


def _taken_back(
    before: Mapping[str, Entry], known: Collection[str], own: str, as_of: date
) -> Iterator[Entry]:
    for uid, entry in before.items():
        if uid in known or not uid.startswith(own):
            continue
        sequence = max(_sequence(as_of), entry.sequence + 1)
        yield entry if entry.cancelled else entry.taken_back().at(as_of, sequence)


def _sequence(as_of: date) -> int:
    return (as_of - _FIRST_DAY).days * _CHANGES_A_DAY

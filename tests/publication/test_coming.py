"""What changes for which report on which day, as a list and in the office's calendar."""

from __future__ import annotations

from datetime import date
from typing import Any

from publication.coming import Change, coming_days, to_ics
from publication.ledger import LedgerAction
from publication.state import states

ON = date(2008, 3, 5)


def rows(shelf: Any, day: date) -> Any:
    return states(shelf.folder.ledger.entries(), day)


def test_the_days_to_come_are_told_in_their_order(shelf: Any) -> None:
    """Publication, the last day, and where the board keeps it longer, when it may come down."""
    shelf.publish("2007-03", ON)
    shelf.publish("2007-05", date(2008, 4, 1), keep_until=date(2010, 1, 1))
    seen = [(day.on, day.reference, day.change) for day in coming_days(rows(shelf, ON), ON)]
    assert seen == [
        (date(2008, 3, 5), "2007-03", Change.PUBLISHED),
        (date(2008, 4, 1), "2007-05", Change.PUBLISHED),
        (date(2009, 3, 5), "2007-03", Change.LAST_DAY),
        (date(2009, 4, 2), "2007-05", Change.MAY_COME_DOWN),
        (date(2010, 1, 1), "2007-05", Change.LAST_DAY),
    ]
    later = date(2009, 3, 6)
    assert [day.reference for day in coming_days(rows(shelf, later), later)] == ["2007-05"] * 2


def test_the_calendar_stays_as_it_is_until_something_changes(shelf: Any) -> None:
    """A day that passes is no change; what no longer holds is taken back."""
    shelf.publish("2007-03", ON)
    board = shelf.folder.board()
    first = to_ics(rows(shelf, date(2008, 3, 1)), board, date(2008, 3, 1))
    assert first == to_ics(rows(shelf, date(2008, 3, 1)), board, date(2008, 3, 1))
    assert "DTSTART;VALUE=DATE:20090305\r\n" in first
    assert to_ics(rows(shelf, date(2009, 6, 1)), board, date(2009, 6, 1), first) == first
    shelf.folder.ledger.append(
        LedgerAction.SUSPENDED,
        "2007-03",
        on=date(2008, 6, 2),
        recorded=shelf.recorded,
        by="Office",
        reason="Interim order",
        authority="The court",
    )
    after = to_ics(rows(shelf, date(2008, 6, 2)), board, date(2008, 6, 2), first)
    assert after.count("STATUS:CANCELLED") == 2
    assert sorted(_uids(after)) == sorted(_uids(first))


def _uids(calendar: str) -> list[str]:
    return [line for line in calendar.split("\r\n") if line.startswith("UID:")]

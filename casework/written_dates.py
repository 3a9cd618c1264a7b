"""Dates as people in Britain write them, to suggest how the case file writes them."""

from __future__ import annotations

import calendar
import re
from datetime import date

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if number}
_SHORT_MONTHS = {name[:3]: number for name, number in _MONTHS.items()}
_NUMBERS = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})\s*[/.\- ]?\s*(\d{1,2})\s*[/.\- ]?\s*(\d{1,2})", re.ASCII)
_WORDS = re.compile(
    r"(?:[a-z]+day,?\s+)?(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+([a-z]+)\.?,?\s+(\d{4})", re.ASCII
)
_EXAMPLE = "Write the year, the month and the day, such as 2006-11-09"


def date_remedy(written: str) -> str:
    """How to write ``written`` (day first, as in Britain) in the case file's form.

    An impossible day of a month gets the month's last day as an example, never as a fact.
    """
    parts = _parts(" ".join(written.lower().split()))
    if parts is None:
        return _EXAMPLE
    year, month, day = parts
    if not (1 <= month <= 12 and 1 <= day <= 31 and year >= 1):
        return _EXAMPLE
    last = calendar.monthrange(year, month)[1]
    suggestion = date(year, month, min(day, last)).isoformat()
    if day <= last:
        return f"Write it as {suggestion}"
    return f"Write it as {suggestion} if the month's last day is meant"


def _parts(written: str) -> tuple[int, int, int] | None:
    if match := _NUMBERS.fullmatch(written):
        day, month, year = match.groups()
        return int(year), int(month), int(day)
    if match := _YEAR_FIRST.fullmatch(written):
        year, month, day = match.groups()
        return int(year), int(month), int(day)
    if match := _WORDS.fullmatch(written):
        day, name, year = match.groups()
        number = _MONTHS.get(name) or _SHORT_MONTHS.get(name)
        return (int(year), number, int(day)) if number else None
    return None

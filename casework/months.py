"""Months as the procedures count them; they need no calendar of holidays."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


def add_months(start: date, number: int) -> date:
    """The same day of the month ``number`` months on (or back), else that month's last day."""
    years, month = divmod(start.month - 1 + number, 12)
    year = start.year + years
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def first_day_after_months(start: date, number: int) -> date:
    """The first day on which a period of at least ``number`` months from ``start`` is over.

    Never early: 12 months from 29 February 2024 last to the end of 28 February 2025, so that
    what went up then may come down on 1 March 2025.
    """
    return add_months(start, number) + timedelta(days=1)

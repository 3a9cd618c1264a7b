"""The calendar of England and Wales: working days, months, and hours in Europe/London.

One convention everywhere: the day of the trigger is day 0 and is not counted, forwards or back.
Bank holidays are computed by the ``holidays`` package, one-off days included, so that dates of
any year can be counted, the years of old cases too.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

LONDON = ZoneInfo("Europe/London")
"""The clock by which hours are counted."""

_SATURDAY = 5


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of England and Wales in ``year``, substitute days included."""
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def is_working_day(day: date) -> bool:
    """Whether ``day`` is Monday to Friday and no bank holiday of England and Wales."""
    return day.weekday() < _SATURDAY and day not in bank_holidays(day.year)


def add_working_days(start: date, number: int) -> date:
    """The working day ``number`` working days after ``start``, or before it where negative.

    ``start`` is not counted and need not be a working day; 0 gives ``start`` itself. "At least
    seven working days before 14 March" is ``add_working_days(date(..., 3, 14), -7)``: the last
    day on which it can be done.
    """
    step = timedelta(days=1 if number > 0 else -1)
    day = start
    for _ in range(abs(number)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def london(day: date, at: time) -> datetime:
    """The moment at which London's clocks show ``at`` on ``day``."""
    return datetime.combine(day, at, tzinfo=LONDON)


def add_hours(start: datetime, number: int) -> datetime:
    """The moment ``number`` whole hours after ``start``, in London's time.

    Hours are hours that pass: 24 of them from noon on the day before the clocks go forward end
    at 13:00 British Summer Time. ``start`` must have a time zone.
    """
    return (start.astimezone(UTC) + timedelta(hours=number)).astimezone(LONDON)

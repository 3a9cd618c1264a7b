"""How facts look on paper: dates, yes and no, joined lists, limits in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class DateText(str):
    """A date as it is printed ("7 March 2008") that still knows which day it is.

    Empty, with ``day`` none, where the date is not known.
    """

    __slots__ = ("day",)
    day: date | None

    def __new__(cls, day: date | None) -> DateText:
        """The printed form of ``day``."""
        text = f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""
        printed = super().__new__(cls, text)
        printed.day = day
        return printed


NO_DATE = DateText(None)


def weekday(value: object) -> str:
    """The filter ``weekday``: "Friday 7 March 2008"; any other text stays as it is."""
    if isinstance(value, DateText) and value.day:
        return f"{WEEKDAYS[value.day.weekday()]} {value}"
    return str(value)


def clock_time(at: time | None) -> str:
    """The time of day as people write it: "10 am", "2.30 pm"; empty where it is not known."""
    if at is None:
        return ""
    minutes = f".{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes} {'am' if at.hour < 12 else 'pm'}"


def joined(parts: Iterable[str]) -> str:
    """The parts on one line, separated by commas."""
    return ", ".join(part.strip() for part in parts if part.strip())


def yes_or_no(answer: bool | None) -> str:
    """The word "Yes" or "No"; empty where it is not known."""
    return "" if answer is None else "Yes" if answer else "No"


def words_of(name: str) -> str:
    """A name from a data file in words: ``in_progress`` gives "in progress"."""
    return name.replace("_", " ")


def sentence(text: str) -> str:
    """The text with a capital letter to begin with."""
    return text[:1].upper() + text[1:]

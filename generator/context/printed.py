"""How facts look on paper: dates, yes and no, joined lists, limits in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

from casework.model import AgencyKind, ProceedingKind

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

AGENCY_KINDS = {
    AgencyKind.CHILDRENS_SERVICES: "Children’s services",
    AgencyKind.POLICE: "Police",
    AgencyKind.SCHOOL_OR_NURSERY: "School or nursery",
    AgencyKind.HEALTH: "Health service",
    AgencyKind.EDUCATION: "Education service",
    AgencyKind.GP_SURGERY: "GP surgery",
    AgencyKind.OTHER: "Other organisation",
}
"""What stands for an agency where its name would give the family away."""

PROCEEDINGS = {
    ProceedingKind.CRIMINAL: "Criminal proceedings",
    ProceedingKind.INQUEST: "Inquest",
    ProceedingKind.CARE: "Care proceedings",
    ProceedingKind.CIVIL: "Other court proceedings",
    ProceedingKind.DISCIPLINARY: "Disciplinary action",
    ProceedingKind.CHILD_DEATH_REVIEW: "Child death review",
    ProceedingKind.DOMESTIC_HOMICIDE_REVIEW: "Domestic homicide review",
    ProceedingKind.SAFEGUARDING_ADULTS_REVIEW: "Safeguarding adults review",
    ProceedingKind.PUBLIC_PROTECTION_REVIEW: "Review of public protection arrangements",
    ProceedingKind.NHS_INCIDENT: "Investigation of a serious incident in the NHS",
    ProceedingKind.YOUTH_JUSTICE: "Review of a serious incident in youth justice",
    ProceedingKind.PRISONS_OMBUDSMAN: "Investigation by the Prisons and Probation Ombudsman",
    ProceedingKind.INQUIRY: "Inquiry asked for by a minister",
    ProceedingKind.COURT_ORDER: "Court order on what may be published",
}
"""What stands for proceedings where more would give the family away."""


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


def month(value: object) -> str:
    """The filter ``month``: "March 2008", where the day would tell who it is; else the text."""
    if isinstance(value, DateText) and value.day:
        return f"{MONTHS[value.day.month - 1]} {value.day.year}"
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


def sentence(text: object) -> str:
    """The filter ``sentence``: the text with a capital letter to begin with."""
    return str(text)[:1].upper() + str(text)[1:]


PRINT_FILTERS = {"month": month, "sentence": sentence, "weekday": weekday}
"""The filters that our templates have beside those of Jinja."""

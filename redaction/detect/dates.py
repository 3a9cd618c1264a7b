"""Dates in every written form of a British report, with what each may mean."""

# ruff: noqa: SIM905 - lists of words are easier to read and to change as words

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_UNITS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_ORDINALS = {word: number for number, word in enumerate(_UNITS, start=1)}
_ORDINALS |= {f"twenty-{word}": 20 + number for number, word in enumerate(_UNITS[:9], start=1)}
_ORDINALS |= {"thirtieth": 30, "thirty-first": 31}

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_ORDINAL = "|".join(sorted((word.replace("-", "[- ]") for word in _ORDINALS), reverse=True))
_DAY = rf"(?:(?P<day>0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th))?|(?P<word>{_ORDINAL}))"
_YEAR = r"(?P<year>(?:19|20)\d\d|'?\d\d(?![\d:.,/]*\d))"
_JOIN = r"[\s,.\-/]{1,3}"

_DAY_FIRST = re.compile(
    rf"\b{_DAY}(?:\s+day)?(?:{_JOIN}|\s?)(?:of\s+)?(?:the\s+)?{_MONTH}(?:(?:{_JOIN})?{_YEAR})?(?![a-z\d])",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH}\s+(?:the\s+)?{_DAY}(?!\d)(?:{_JOIN}{_YEAR})?(?![a-z\d])", re.IGNORECASE
)
_NUMBERS = re.compile(
    r"(?<![\d./-])(?P<first>\d{1,2})\s?(?P<by>[./-])\s?(?P<second>\d{1,2})\s?(?P=by)\s?"
    r"(?P<year>(?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)"
)
_YEAR_FIRST = re.compile(
    r"(?<![\d./-])(?P<year>(?:19|20)\d\d)(?P<by>[./-])(?P<second>\d{1,2})(?P=by)(?P<first>\d{1,2})(?!\d)"
)
_RUN_TOGETHER = re.compile(r"(?<!\d)\d{8}(?!\d)")


@dataclass(frozen=True)
class WrittenDate:
    """A day as written at ``start`` to ``end``.

    ``year`` is None where it isn't given, and below 100 where only two digits of it are;
    ``american`` marks the second reading of 11/9/06, month first.
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None
    american: bool = False

    def means(self, day: date) -> bool:
        """Whether this is ``day``, with its year."""
        year = day.year % 100 if self.year is not None and self.year < 100 else day.year
        return (self.year, self.month, self.day) == (year, day.month, day.day)

    def is_anniversary(self, day: date) -> bool:
        """Whether this is the day and month of ``day``, without a year."""
        return (self.year, self.month, self.day) == (None, day.month, day.day)


@lru_cache(maxsize=4)
def written_dates(text: str) -> tuple[WrittenDate, ...]:
    """Every exact day written in ``text``; one that can be read in two ways is there twice."""
    found = [*_in_words(text), *_in_numbers(text), *_run_together(text)]
    return tuple(sorted(found, key=lambda written: (written.start, -written.end, written.american)))


def _in_words(text: str) -> Iterator[WrittenDate]:
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text):
            month, year = match["month"], match["year"]
            if month == "may" and year is None:
                continue  # the verb: "the second may have"
            word = match["word"]
            day = int(match["day"]) if word is None else _ORDINALS[word.lower().replace(" ", "-")]
            number = _MONTHS.index(month.lower()[:3]) + 1
            yield WrittenDate(match.start(), match.end(), day, number, _year(year))


def _in_numbers(text: str) -> Iterator[WrittenDate]:
    for pattern in (_NUMBERS, _YEAR_FIRST):
        for match in pattern.finditer(text):
            first, second = int(match["first"]), int(match["second"])
            year = _year(match["year"])
            if 1 <= first <= 31 and 1 <= second <= 12:
                yield WrittenDate(match.start(), match.end(), first, second, year)
            if first != second and 1 <= second <= 31 and 1 <= first <= 12:
                yield WrittenDate(match.start(), match.end(), second, first, year, american=True)


def _run_together(text: str) -> Iterator[WrittenDate]:
    for match in _RUN_TOGETHER.finditer(text):
        digits = match[0]
        for year, month, day in (
            (digits[:4], digits[4:6], digits[6:]),
            (digits[4:], digits[2:4], digits[:2]),
        ):
            if 1900 <= int(year) <= 2099 and 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
                yield WrittenDate(match.start(), match.end(), int(day), int(month), int(year))


def _year(written: str | None) -> int | None:
    return None if written is None else int(written.lstrip("'"))

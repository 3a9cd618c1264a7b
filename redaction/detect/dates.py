"""Dates in every written form of a British report, with what each may mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from redaction.detect.date_patterns import (
    ALONE,
    BARE,
    CONTEXT,
    DAY_FIRST,
    DAYS_BEFORE,
    MISREAD,
    MONTH_FIRST,
    MONTH_MENTION,
    MONTHS,
    NEAR_ALONE,
    NEAR_NUMBERS,
    NEAR_WORDS,
    NUMBERED,
    NUMBERS,
    ORDINALS,
    ROMAN,
    ROMAN_MONTH,
    RUN_TOGETHER,
    SPACED,
    WELSH,
    WELSH_MONTHS,
    YEAR_FIRST,
)
from redaction.detect.pattern import windows


@dataclass(frozen=True)
class WrittenDate:
    """A day as written at ``start`` to ``end``.

    ``year`` is None where it isn't given, and below 100 where only two digits of it are;
    ``american`` marks the second reading of 11/9/06, month first. Each day of a range or a list
    ("3-5 May 2016") has the stretch of the whole.
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
    found = {
        *_in_words(text),
        *_in_welsh(text),
        *_in_numbers(text),
        *_run_together(text),
        *_alone(text),
    }
    return tuple(sorted(found, key=lambda written: (written.start, -written.end, written.american)))


def _matches(pattern: re.Pattern[str], text: str, near: str) -> Iterator[re.Match[str]]:
    for start, end in windows(text, near):
        yield from pattern.finditer(text, start, end)


def _in_words(text: str) -> Iterator[WrittenDate]:
    for pattern in (DAY_FIRST, MONTH_FIRST):
        for match in _matches(pattern, text, NEAR_WORDS):
            month, year = match["month"], _year(match["year"])
            word = match["word"]
            if year is None and _is_a_word(text, match):
                continue  # "the second may have", "a second march"
            day = (
                _figure(match["day"]) if word is None else ORDINALS[word.lower().replace(" ", "-")]
            )
            number = MONTHS.index(month.lower()[:3]) + 1
            start, more = match.start(), _others(text, match.start(), pattern is DAY_FIRST)
            if more:
                start = more[0]
            for each in (day, *more[1:]):
                yield WrittenDate(start, match.end(), each, number, year)


def _in_welsh(text: str) -> Iterator[WrittenDate]:
    for match in WELSH.finditer(text):
        month = WELSH_MONTHS.split("|").index(match["month"]) + 1
        yield WrittenDate(
            match.start(), match.end(), int(match["day"]), month, _year(match["year"])
        )


def bare_days(text: str) -> Iterator[tuple[int, int]]:
    """Days and months in numbers without a year: "27/1", "16/05".

    One that might be a fraction, a score or a number of days ("3/7") counts only in a text that
    writes two others so that can be nothing else.
    """
    found = [
        match
        for start, end in windows(text, r"\d/\d")
        for match in BARE.finditer(text, start, end)
        if match[0] != "24/7"
        and not NUMBERED.search(text, max(0, match.start() - 12), match.start())
    ]
    sure = [match for match in found if int(match["day"]) > 12 or "0" in (match[0][0], match[2][0])]
    return (match.span() for match in (found if len(sure) > 1 else sure))


def _is_a_word(text: str, match: re.Match[str]) -> bool:
    if match["month"] == "may":
        return match["word"] is not None or text[match.end() : match.end() + 1] not in "\n;,:.)-/"
    return match["month"] == "march" and match["word"] is not None


def _others(text: str, start: int, day_first: bool) -> tuple[int, ...]:
    """Where a list of days that ends at ``start`` begins, and its days; empty where none is."""
    before = DAYS_BEFORE.search(text, max(0, start - 50), start) if day_first else None
    if before is None or "\n" in before[0] or before[0].rstrip().endswith(","):
        return ()  # "Version 3, 4 May" is no list
    days = [
        _figure(each) for each in re.findall(r"(?i)\b[\dOoIl]{1,2}(?=\b|st|nd|rd|th)", before[0])
    ]
    return (before.start(), *(day for day in days if 1 <= day <= 31))


def _in_numbers(text: str) -> Iterator[WrittenDate]:
    for pattern in (NUMBERS, ROMAN_MONTH, SPACED, YEAR_FIRST):
        for match in _matches(pattern, text, NEAR_NUMBERS):
            roman = ROMAN.get(match["second"].lower()) if pattern is ROMAN_MONTH else None
            if pattern is ROMAN_MONTH and roman is None:
                continue
            if NUMBERED.search(text, max(0, match.start() - 12), match.start()):
                continue
            first, second = _figure(match["first"]), roman or _figure(match["second"])
            year = _year(match["year"])
            if 1 <= first <= 31 and 1 <= second <= 12:
                yield WrittenDate(match.start(), match.end(), first, second, year)
            if roman is None and first != second and 1 <= second <= 31 and 1 <= first <= 12:
                yield WrittenDate(match.start(), match.end(), second, first, year, american=True)


def _run_together(text: str) -> Iterator[WrittenDate]:
    for match in RUN_TOGETHER.finditer(text):
        digits = match[0]
        for year, month, day in (
            (digits[:4], digits[4:6], digits[6:]),
            (digits[4:], digits[2:4], digits[:2]),
        ):
            if 1900 <= int(year) <= 2099 and 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
                yield WrittenDate(match.start(), match.end(), int(day), int(month), int(year))


def lone_days(text: str) -> Iterator[tuple[int, int]]:
    """Days without a month, by what stands around them: "on the 12th he was hurt"."""
    return (match.span("day") for match in _matches(ALONE, text, NEAR_ALONE))


def _alone(text: str) -> Iterator[WrittenDate]:
    for start, end in lone_days(text):
        before = text[max(0, start - CONTEXT) : start].rpartition("\x00")[2]
        month = _last(MONTH_MENTION.finditer(before))
        if month is not None:
            number = MONTHS.index(month["month"].lower()[:3]) + 1
            day = int(text[start : end - 2])
            yield WrittenDate(start, end, day, number, _year(month["year"]))


def _last(matches: Iterable[re.Match[str]]) -> re.Match[str] | None:
    found = None
    for found in matches:  # noqa: B007 - the last one is wanted
        pass
    return found


def _figure(written: str) -> int:
    return int(written.translate(MISREAD))


def _year(written: str | None) -> int | None:
    return None if written is None else int(written.lstrip("'"))

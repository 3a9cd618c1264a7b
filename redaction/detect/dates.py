"""Dates in every written form of a British report, with what each may mean."""

# ruff: noqa: SIM905 - lists of words are easier to read and to change as words

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from redaction.detect.pattern import windows

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_UNITS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_ORDINALS = {word: number for number, word in enumerate(_UNITS, start=1)}
_ORDINALS |= {f"twenty-{word}": 20 + number for number, word in enumerate(_UNITS[:9], start=1)}
_ORDINALS |= {"thirtieth": 30, "thirty-first": 31}
_ROMAN = {
    word: number
    for number, word in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), start=1)
}
_MISREAD = str.maketrans("OoIl", "0011")
"""Letters that a scanner reads for digits."""

_MONTH_WORD = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_MONTH = rf"(?P<month>{_MONTH_WORD})\.?"
_ORDINAL = "|".join(sorted((word.replace("-", "[- ]") for word in _ORDINALS), reverse=True))
_FIGURES = r"(?=[Oo1l I]?\d)(?:[0Oo]?[1-9]|[12lI][\dOoIl]|3[01OIl])"
_DAY = rf"(?:(?P<day>{_FIGURES})(?:\s?(?:st|nd|rd|th))?|(?P<word>{_ORDINAL}))"
_YEAR = r"(?P<year>(?:19|20)\d\d|'?\d\d(?![\d:.,/]*\d))"
_JOIN = r"[\s,.\-/·_]{1,3}"
_BY = r"[./\-·_]"

_DAY_FIRST = re.compile(
    rf"\b{_DAY}(?:\s+day)?(?:{_JOIN}|\s?)(?:of\s+)?(?:the\s+)?{_MONTH}(?:(?:{_JOIN})?{_YEAR})?"
    rf"(?![a-z\d])",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH}\s+(?:the\s+)?{_DAY}(?!\d)(?:{_JOIN}{_YEAR})?(?![a-z\d])", re.IGNORECASE
)
_DAYS_BEFORE = re.compile(
    rf"(?<![\w./:£$-])(?:{_FIGURES}(?:\s?(?:st|nd|rd|th))?\s?(?:,|-|/|&|\band\b|\bto\b|\bor\b"
    rf"|\buntil\b)"
    r"\s?(?:and\s|to\s|the\s){0,2}){1,5}$",
    re.IGNORECASE,
)
"""What stands before "5 May 2016" in "3-5 May 2016", "3 and 5 May", "1st, 3rd and 5th May"."""
_NUMBERS = re.compile(
    rf"(?<![\w./\-£])(?P<first>(?=[Oo1l]?\d)[\dOol]{{1,2}})\s?(?P<by>{_BY})\s?"
    rf"(?P<second>[01Ool]?\d)\s?(?P=by)\s?"
    r"(?P<year>(?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)"
)
_ROMAN_MONTH = re.compile(
    r"(?<![\w./\-])(?P<first>\d{1,2})\s?(?P<by>[./\-])\s?(?P<second>[ivx]{1,4})\s?(?P=by)\s?"
    r"(?P<year>(?:19|20)\d\d|\d\d)(?![\w/-]|\.\d)",
    re.IGNORECASE,
)
_SPACED = re.compile(
    r"(?<![\w./-])(?P<first>0[1-9]|[12]\d|3[01]) (?P<second>0[1-9]|1[0-2]) (?P<year>(?:19"
    r"|20)\d\d)(?![\w/-])"
)
_YEAR_FIRST = re.compile(
    r"(?<![\d./-])(?P<year>(?:19|20)\d\d)(?P<by>[./-])(?P<second>\d{1,2})(?P=by)"
    r"(?P<first>\d{1,2})(?!\d)"
)
_RUN_TOGETHER = re.compile(r"(?<!\d)\d{8}(?!\d)")
_NUMBERED = re.compile(
    r"(?:para(?:graph)?s?|sections?|chapters?|version|v|ver|figure|table|rule|part|standard|clause"
    r"|schedule|release|appendix|annex|step|item|criteri(?:on|a))\.?\s?$",
    re.IGNORECASE,
)
"""Before 4.12.13 these say that it is a place in a book."""
_ALONE = re.compile(
    r"\b(?:(?:on|by|until|from|of|since|to|and|or|till|before|after)\sthe|since|until)\s"
    r"(?P<day>(?:[12]?\d|3[01])(?:st|nd|rd|th))(?=[.,;:)\n]|\s[-(]|$|\s(?:he|she|they|it|we|the"
    r"|a|an|no|when|and|at|in|his|her|their|but"
    r"|after"
    r"|before|where|there|both|social|staff|police|mother|father|child|nobody|neither)\b"
    r"|\s(?-i:[A-Z])[a-z]+\s(?:[A-Z][a-z]+\s)?(?:was|is|rang|had|has|rang|came|went|said|told"
    r"|saw|did|took|made|called"
    r"|\w+ed)\b)",
    re.IGNORECASE,
)
"""A day without its month: "on the 12th he was hurt"."""
_MONTH_MENTION = re.compile(
    r"\b(?P<month>January|February|March|April|May|June|July|August|September|October|November"
    r"|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?:\s(?P<year>(?:19|20)\d\d))?"
)
_CONTEXT = 400
"""Characters before a lone day in which its month must stand."""

_NEAR_WORDS = rf"(?i:(?<![a-z])(?:{_MONTH_WORD})(?![a-z]))"
_NEAR_NUMBERS = rf"\d\d \d\d (?:19|20)\d\d|\d\s?{_BY}\s?[\dOolivxIVX]{{1,4}}\s?{_BY}"
_NEAR_ALONE = r"(?i:\b(?:the|since|until)\s\d\d?(?:st|nd|rd|th)\b)"


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
    found = {*_in_words(text), *_in_numbers(text), *_run_together(text), *_alone(text)}
    return tuple(sorted(found, key=lambda written: (written.start, -written.end, written.american)))


def _matches(pattern: re.Pattern[str], text: str, near: str) -> Iterator[re.Match[str]]:
    for start, end in windows(text, near):
        yield from pattern.finditer(text, start, end)


def _in_words(text: str) -> Iterator[WrittenDate]:
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in _matches(pattern, text, _NEAR_WORDS):
            month, year = match["month"], _year(match["year"])
            word = match["word"]
            if year is None and _is_a_word(text, match):
                continue  # "the second may have", "a second march"
            day = (
                _figure(match["day"]) if word is None else _ORDINALS[word.lower().replace(" ", "-")]
            )
            number = _MONTHS.index(month.lower()[:3]) + 1
            start, more = match.start(), _others(text, match.start(), pattern is _DAY_FIRST)
            if more:
                start = more[0]
            for each in (day, *more[1:]):
                yield WrittenDate(start, match.end(), each, number, year)


def _is_a_word(text: str, match: re.Match[str]) -> bool:
    if match["month"] == "may":
        return match["word"] is not None or text[match.end() : match.end() + 1] not in "\n;,:.)-/"
    return match["month"] == "march" and match["word"] is not None


def _others(text: str, start: int, day_first: bool) -> tuple[int, ...]:
    """Where a list of days that ends at ``start`` begins, and its days; empty where none is."""
    before = _DAYS_BEFORE.search(text, max(0, start - 50), start) if day_first else None
    if before is None or "\n" in before[0] or before[0].rstrip().endswith(","):
        return ()  # "Version 3, 4 May" is no list
    days = [
        _figure(each) for each in re.findall(r"(?i)\b[\dOoIl]{1,2}(?=\b|st|nd|rd|th)", before[0])
    ]
    return (before.start(), *(day for day in days if 1 <= day <= 31))


def _in_numbers(text: str) -> Iterator[WrittenDate]:
    for pattern in (_NUMBERS, _ROMAN_MONTH, _SPACED, _YEAR_FIRST):
        for match in _matches(pattern, text, _NEAR_NUMBERS):
            roman = _ROMAN.get(match["second"].lower()) if pattern is _ROMAN_MONTH else None
            if pattern is _ROMAN_MONTH and roman is None:
                continue
            if _NUMBERED.search(text, max(0, match.start() - 12), match.start()):
                continue
            first, second = _figure(match["first"]), roman or _figure(match["second"])
            year = _year(match["year"])
            if 1 <= first <= 31 and 1 <= second <= 12:
                yield WrittenDate(match.start(), match.end(), first, second, year)
            if roman is None and first != second and 1 <= second <= 31 and 1 <= first <= 12:
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


def lone_days(text: str) -> Iterator[tuple[int, int]]:
    """Days without a month, by what stands around them: "on the 12th he was hurt"."""
    return (match.span("day") for match in _matches(_ALONE, text, _NEAR_ALONE))


def _alone(text: str) -> Iterator[WrittenDate]:
    for start, end in lone_days(text):
        before = text[max(0, start - _CONTEXT) : start].rpartition("\x00")[2]
        month = _last(_MONTH_MENTION.finditer(before))
        if month is not None:
            number = _MONTHS.index(month["month"].lower()[:3]) + 1
            day = int(text[start : end - 2])
            yield WrittenDate(start, end, day, number, _year(month["year"]))


def _last(matches: Iterable[re.Match[str]]) -> re.Match[str] | None:
    found = None
    for found in matches:  # noqa: B007 - the last one is wanted
        pass
    return found


def _figure(written: str) -> int:
    return int(written.translate(_MISREAD))


def _year(written: str | None) -> int | None:
    return None if written is None else int(written.lstrip("'"))

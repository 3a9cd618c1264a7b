"""Months with years, years, spans of days, times of day and periods."""

from __future__ import annotations

from redaction.detect.everything.spelling import ABOUT, MONTH, NUMBER, YEAR
from redaction.detect.pattern import ANY_CASE, EXACT_CASE, LIKELY, UkPatternRecognizer

_PART = (
    r"(?:(?:the\s)?(?:very\s)?(?:beginning|end|middle|start|first\shalf|second\shalf)\sof\s"
    r"|(?:early|late)\s|mid-)?"
)
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)"
_WHEN = rf"(?:{MONTH}|{_SEASON})"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_STATUTE = r"(?:Act|Law|Code|Convention|Constitution|Protocol|Decree|Ordinance|Rules|Regulation)s?"
_POINT = rf"(?:{_DAY}\s(?:of\s)?)?(?:{MONTH}(?:,?\s{YEAR})?|{YEAR})"
_UNIT = r"(?:minute|hour|day|week|fortnight|month|year|decade)s?(?:'s?)?"
_THEN = r"\s?(?:,|and|or|to|until|-|as\swell\sas)\s?(?:and\s|or\s)?(?:on\s)?(?:the\s)?"


class MonthAndYearRecognizer(UkPatternRecognizer):
    """A month or season of a year: "June 1994", "the end of May 2001", "summer of 1987"."""

    ENTITY = "MONTH_AND_YEAR"
    PATTERNS = (
        (
            "month and year",
            rf"(?<![\d]\s)(?<!\w){_PART}{_WHEN}(?:\s?(?:and|to|-|or)\s?{_WHEN})?(?:\sof)?,?\s{YEAR}\b",
            LIKELY,
        ),
    )
    FLAGS = EXACT_CASE


class YearRecognizer(UkPatternRecognizer):
    """A year or school year by itself, but no year of a statute."""

    ENTITY = "YEAR"
    PATTERNS = (
        (
            "year",
            rf"(?<![\d/.,:§-])(?<!\b(?:{_STATUTE}|[Nn]os?\.|§|Articles?|[Ss]ections?|Rule|p\.|pp\.)"
            rf"\s(?:of\s)?(?:the\s)?)\b{_PART}{YEAR}(?:\s?[-/]\s?(?:{YEAR}|\d\d))?s?\b"
            rf"(?![/:]|[.,]\d)(?!\s(?:\p{{L}}{{1,20}}\s){{0,4}}{_STATUTE}\b)",
            LIKELY,
        ),
    )
    FLAGS = EXACT_CASE


class DateSpanRecognizer(UkPatternRecognizer):
    """Days that share a month or a year, and "between" two days: each is a date."""

    ENTITY = "DATE_SPAN"
    PATTERNS = (
        (
            "days together",
            rf"(?<![\d§/.,]\s?)(?<!Articles?\s|Rules?\s)\b(?:{_DAY}(?:\s{MONTH})?{_THEN}){{1,12}}"
            rf"{_DAY}\s(?:of\s)?{MONTH}(?:,?\s{YEAR})?\b",
            LIKELY,
        ),
        ("day of May", rf"(?<![\d§/.,]\s?)\b{_DAY}\sMay\b", LIKELY),
        (
            "from a day to another",
            rf"\b(?:[Bb]etween|[Ff]rom|[Pp]eriod)\s{_POINT}\s(?:and|to|until|-)\s{_POINT}\b",
            LIKELY,
        ),
    )
    FLAGS = EXACT_CASE


class ClockTimeRecognizer(UkPatternRecognizer):
    """A time of day: "6.40 p.m.", "12 noon", "at 18:05"."""

    ENTITY = "CLOCK_TIME"
    PATTERNS = (
        (
            "half of the day",
            r"(?<![\d.])\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b\.?|noon|midnight|o'clock)",
            LIKELY,
        ),
        ("twenty-four hours", r"(?<![\d.:])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])", LIKELY),
        ("called hours", r"(?<![\d.])(?:[01]?\d|2[0-3])[.:]?[0-5]\d\s?(?:hours|hrs)\b", LIKELY),
    )
    FLAGS = ANY_CASE


class PeriodRecognizer(UkPatternRecognizer):
    """How long something lasted or when it was by the count: "two years and one month"."""

    ENTITY = "PERIOD"
    PATTERNS = (
        (
            "counted time",
            rf"(?<![\d.,])\b{ABOUT}(?:{NUMBER}(?:\sand\sa\shalf|\sto\s{NUMBER})?|several)[\s-]"
            rf"(?:calendar\s|working\s)?{_UNIT}"
            rf"(?:,?\s(?:and\s)?(?:{NUMBER}|a)\s{_UNIT}){{0,3}}(?![\p{{L}}])",
            LIKELY,
        ),
        (
            "for life",
            r"\b(?:life\s(?:imprisonment|sentence)|death\s(?:penalty|sentence))\b",
            LIKELY,
        ),
    )
    FLAGS = ANY_CASE

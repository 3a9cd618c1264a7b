"""Money, measures, shares and counts."""

from __future__ import annotations

from redaction.detect.everything.lists import either, entries
from redaction.detect.everything.spelling import ABOUT, DIGITS, NUMBER, NUMBER_WORD
from redaction.detect.pattern import ANY_CASE, EXACT_CASE, LIKELY, UkPatternRecognizer

_CODE = either(word for word in entries("currencies") if word.isupper())
_WORD = either(word for word in entries("currencies") if not word.isupper())
_IN_BRACKETS = rf"(?:\s\((?:{_CODE}|{_WORD}|£|€|\$)(?:\)|[\s;,]))?"

_LONG_UNIT = (
    r"(?:(?:square\s|cubic\s)?(?:met(?:re|er)s?|kilomet(?:re|er)s?|centimet(?:re|er)s?"
    r"|millimet(?:re|er)s?|hectares?|acres?|miles?|kilos?|kilogram(?:me)?s?|gram(?:me)?s?"
    r"|tons?|tonnes?|litres?))"
)
_SHORT_UNIT = r"(?:km(?:/h)?|cm|mm|m²|m|sq\.\s?m|ha|kg|mg|ml|g)"

_ALONE = r"(?<![\d.,/§]|§\s)\b"
"""A number that is no part of a longer one, nor that of a paragraph."""
_NO_NOUN = either(
    ("and", "are", "as", "does", "for", "from", "had", "has", "is", "the", "was", "were", "with")
)
_TIME = either(("days", "hours", "minutes", "months", "others", "proceedings", "weeks", "years"))


class MoneyRecognizer(UkPatternRecognizer):
    """A sum of money in any currency, in figures or words, with its second figure in brackets."""

    ENTITY = "MONEY"
    PATTERNS = (
        ("code and sum", rf"{ABOUT}\b(?-i:{_CODE})\s?(?:{NUMBER}){_IN_BRACKETS}", LIKELY),
        ("sign and sum", rf"{ABOUT}[£€$]\s?(?:{NUMBER})(?:k|m|bn)?\b", LIKELY),
        (
            "sum and currency",
            rf"{ABOUT}(?<![\d.,/])\b(?:{NUMBER})\s(?:[\p{{L}}]{{3,12}}\s){{0,2}}"
            rf"(?:{_WORD}\b(?:\ssterling)?|(?-i:{_CODE})\b){_IN_BRACKETS}",
            LIKELY,
        ),
    )
    FLAGS = ANY_CASE


class MeasureRecognizer(UkPatternRecognizer):
    """A length, an area, a weight, a speed."""

    ENTITY = "MEASURE"
    PATTERNS = (
        (
            "figures and unit",
            rf"{ABOUT}{_ALONE}(?:{DIGITS})(?:\sx\s(?:{DIGITS}))?"
            rf"\s?(?:{_LONG_UNIT}|{_SHORT_UNIT})(?![\p{{L}}\d])",
            LIKELY,
        ),
        ("words and unit", rf"\b{NUMBER_WORD}\s{_LONG_UNIT}\b", LIKELY),
    )
    FLAGS = EXACT_CASE


class CountRecognizer(UkPatternRecognizer):
    """How many people, plots or hearings, and shares of a hundred."""

    ENTITY = "COUNT"
    PATTERNS = (
        ("others", rf"{_ALONE}(?:{NUMBER})(?=\sother\b)", LIKELY),
        (
            "many of anything",
            rf"(?<!\b[Nn]o\.\s){_ALONE}(?:\d{{1,3}}(?:,\d{{3}})+|\d{{2,3}})\s"
            rf"(?:(?!{_NO_NOUN}\s)\p{{Ll}}{{3,15}}\s)?(?!(?:{_TIME}|{_NO_NOUN})\b)\p{{Ll}}{{3,15}}s\b",
            LIKELY,
        ),
        ("share", rf"{ABOUT}(?<![\d.,])\b(?:{NUMBER})\s?(?:%|per\scent\b|percent\b)", LIKELY),
        (
            "counted",
            rf"{ABOUT}{_ALONE}(?:{NUMBER})(?:\s(?:to|or)\s(?:{NUMBER}))?\s"
            rf"(?:(?:other|further|different|more)\s)?{either(entries('counted'))}\b",
            LIKELY,
        ),
    )
    FLAGS = ANY_CASE

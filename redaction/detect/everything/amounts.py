"""Money, measures, shares and counts."""

from __future__ import annotations

from redaction.detect.everything.lists import either, entries
from redaction.detect.everything.spelling import ABOUT, DIGITS, NUMBER, NUMBER_WORD
from redaction.detect.pattern import ANY_CASE, EXACT_CASE, LIKELY, UkPatternRecognizer

_CODE = either(word for word in entries("currencies") if word.isupper())
_WORD = either(word for word in entries("currencies") if not word.isupper())
_IN_BRACKETS = rf"(?:\s\((?:{_CODE}|{_WORD}|£|€|\$)(?:\)|[\s;,]))?"
_UNIT = (
    r"(?:(?:square|cubic|sq\.|kilo|centi|milli)\s?)?"
    r"(?:met(?:re|er)s?|kilomet(?:re|er)s?|centimet(?:re|er)s?|millimet(?:re|er)s?|km(?:/h)?|cm"
    r"|mm|m|m²|sq\.\sm|hectares?|ha|acres?|miles?|kg|kilos?|kilogram(?:me)?s?|gram(?:me)?s?|g"
    r"|tons?|tonnes?|litres?|mg|ml)"
)
_COUNTED = (
    r"(?:persons?|people|men|women|hearings?|plots?(?:\sof\sland)?|shares?|houses?|flats?"
    r"|apartments?|rooms?|employees|workers|officers|detainees|prisoners|inmates|accused"
    r"|defendants|witnesses|landowners|villagers|envelopes|letters|parcels|children|brothers"
    r"|sisters|siblings|occasions|decisions|requests|copies|pages|bullets|shots|votes|cows"
    r"|vehicles|cars|photographs|pupils|students|members|residents|families|households)"
)


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
    )  # fmt: skip
    FLAGS = ANY_CASE


class MeasureRecognizer(UkPatternRecognizer):
    """A length, an area, a weight, a speed."""

    ENTITY = "MEASURE"
    PATTERNS = (
        (
            "figures and unit",
            rf"{ABOUT}(?<![\d.,/§]|§\s)\b(?:{DIGITS})(?:\sx\s(?:{DIGITS}))?\s?{_UNIT}(?![\p{{L}}\d])",
            LIKELY,
        ),
        ("words and unit", rf"\b{NUMBER_WORD}\s(?:square\s|cubic\s)?(?:met(?:re|er)s|kilomet(?:re|er)s"
         r"|hectares|acres|miles|kilos|kilogram(?:me)?s|gram(?:me)?s|tons|tonnes|litres)\b", LIKELY),
    )  # fmt: skip
    FLAGS = EXACT_CASE


class CountRecognizer(UkPatternRecognizer):
    """How many people, plots or hearings, and shares of a hundred."""

    ENTITY = "COUNT"
    PATTERNS = (
        ("others", rf"(?<![\d.,/§]|§\s)\b(?:{NUMBER})(?=\sother\b)", LIKELY),
        ("many", r"(?<![\d.,/§]|§\s|No\.\s|no\.\s)\b(?:\d{1,3}(?:,\d{3})+|\d{2,3})\s(?:(?!(?:was|were|are|has|had|and|for|the|with|from)\s)\p{Ll}{3,15}\s)?"
         r"(?!(?:days|weeks|months|years|hours|minutes|others|proceedings|was|is|as|has|does)\b)\p{Ll}{3,15}s\b", LIKELY),
        ("share", rf"{ABOUT}(?<![\d.,])\b(?:{NUMBER})\s?(?:%|per\scent\b|percent\b)", LIKELY),
        (
            "counted",
            rf"{ABOUT}(?<![\d.,/§]|§\s)\b(?:{NUMBER})(?:\s(?:to|or)\s(?:{NUMBER}))?\s"
            rf"(?:(?:other|further|different|more)\s)?(?:{_COUNTED}|suspects|individuals|applicants|hectares)\b",
            LIKELY,
        ),
    )  # fmt: skip
    FLAGS = ANY_CASE

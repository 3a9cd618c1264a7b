"""Recogniser of ages so exact that they give a date of birth."""

from __future__ import annotations

from redaction.detect.pattern import LIKELY, UkPatternRecognizer
from redaction.detect.uk.numbers_in_words import NUMBER, ORDINAL

_UNIT = r"(?:days?|weeks?|wks?|months?|mths?|hours?|hrs?|fortnights?)"
_YEARS = r"(?:years?|yrs?|y)"
_MONTHS = r"(?:months?|mths?|mos?|m)"
_HALF = r"(?:[\s-]and[\s-]a[\s-](?:half|quarter))?"
_ABOUT = (
    r"(?:(?:only|just\s(?:under|over)|just|not\squite|not\syet|nearly|almost|about|around|barely|approximately"
    r"|approx\.?|some|over)\s)?"
)
_ANYONE = (
    r"(?<!\b(?:under|over|below|above|than|least|most|to|between|until|up to|every|all|from|per)\s)"
    r"(?<![\d-]-)"
)
"""Not after words that make it a bound: "children under 18 months old"."""
_HOW_LONG = (
    r"(?<!\b(?:for|of|over|after|within|last|lasted|next|past|every|in|took|nearly|than|under|least"
    r"|following|previous|period|about|almost|further|another|first)\s)"
)
_BABY = r"(?:baby|infant|child|boy|girl|twins?|sibling|son|daughter|he|she)"
_CLINICAL = r"\d{1,2}/(?:52|12|7)"


class ExactAgeRecognizer(UkPatternRecognizer):
    """An age in hours, days, weeks or months: "aged 16 weeks", "a 7-week-old", "16/52 old"."""

    ENTITY = "EXACT_AGE"
    NEAR = r"/(?:52|12|7|40)\b|\d(?:[yYmM]|\s[yYmM]\b|\s?\+\s?\d)"
    NEAR_WORDS = r"(?:day|week|wk|month|mth|hour|hr|fortnight)s?\b|gestation|premature"
    PATTERNS = (
        (
            "aged",
            rf"\b(?:aged?|age\s(?:of|was|is))\s(?:of\s)?{_ABOUT}{NUMBER}{_HALF}[\s-]?{_UNIT}(?:,?\s"
            rf"(?:and\s)?{NUMBER}\s{_UNIT})?(?:[\s-](?:old|of\sage))?\b",
            LIKELY,
        ),
        (
            "old",
            rf"{_ANYONE}\b{_ABOUT}{NUMBER}{_HALF}[\s-]?{_UNIT}(?:,?\s"
            rf"(?:and\s)?{NUMBER}\s{_UNIT})?'?[\s-](?:old\b|of\sage\b)",
            LIKELY,
        ),
        (
            "years and months",
            rf"{_HOW_LONG}\b(?:aged\s)?{NUMBER}\s?{_YEARS},?\s(?:and\s)?{NUMBER}\s?(?:months?|mths?|weeks|days)"
            r"(?:[\s-](?:old|of\sage))?\b(?!\s(?:reviews?|checks?|plan|period|later|sentence"
            r"|custod|imprisonment|earlier|ago|before|after))",
            LIKELY,
        ),
        (
            "aged in short",
            rf"\baged?:?\s\d{{1,2}}\s?{_YEARS}[\s,]{{0,2}}(?:and\s)?\d{{1,2}}\s?{_MONTHS}\b"
            rf"(?:\sold\b)?",
            LIKELY,
        ),
        (
            "months and a half",
            rf"{_HOW_LONG}\b{NUMBER}\sand\sa\s(?:half|quarter)\s(?:months|mths)\b(?!\s(?:later|earlier|ago"
            r"|before|after))",
            LIKELY,
        ),
        (
            "who was so old",
            rf"\b(?:he|she|who|twins?|(?-i:\p{{Lu}}\p{{Ll}}{{2,15}}))\s(?:was|is|were)\s"
            r"(?:then\s|by\sthen\s|just\s|only\s){0,2}\K"
            rf"{NUMBER}\s(?:days|weeks|months)(?=[.,;)])",
            LIKELY,
        ),
        (
            "older than another by",
            rf"\b{NUMBER}\s(?:days|weeks|months)\s(?:older|younger|early|premature|overdue|pregnant)\b",
            LIKELY,
        ),
        ("years and twelfths", r"\b\d{1,2}\s?(?:years?|yrs?|y)\s(?:and\s)?\d{1,2}/12\b", LIKELY),
        (
            "weeks and days of gestation",
            r"\b\d\d\s?\+\s?\d\s?(?:weeks?|wks?)\b(?:\sgestation)?",
            LIKELY,
        ),
        ("day of life", rf"\bday\s{NUMBER}\sof\slife\b", LIKELY),
        ("born at weeks and days", r"\bat\s\K\d\d\s?\+\s?\d\b", LIKELY),
        ("premature", rf"\b{NUMBER}[\s-]weeks?(?=\s(?:premature|prem|gestation)\b)", LIKELY),
        (
            "baby of",
            rf"\b(?:baby|infant|newborn|child|boy|girl)\sof\s\K{_ABOUT}{NUMBER}{_HALF}\s{_UNIT}\b",
            LIKELY,
        ),
        ("aged in months", r"\baged?\s\d{1,2}\s?m\b", LIKELY),
        ("in short", r"\b\d{1,2}\s?y(?:rs?)?\s?\d{1,2}\s?(?:m|mths?)\b", LIKELY),
        (
            "after a name or in a cell",
            rf"(?:(?-i:\b\p{{Lu}}\p{{Ll}}{{2,20}}),\s|[;|]\s|\bbaby\s)\K{NUMBER}\s(?:days|weeks|wks|months|mths)"
            r"(?=\s?[,;|.)\n])",
            LIKELY,
        ),
        ("after its label", rf"\bage\b[^:\n]{{0,20}}:\s\K{NUMBER}\s{_UNIT}\b", LIKELY),
        ("in brackets", rf"\(\K{NUMBER}\s(?:days|weeks|wks|months|mths)(?=\))", LIKELY),
        ("clinical, now", rf"\bnow\s\K{_CLINICAL}(?![\d/])", LIKELY),
        ("baby girl of", rf"\bbaby\s(?:girl|boy)\sof\s{NUMBER}\s{_UNIT}\b", LIKELY),
        (
            "a month old",
            rf"\b(?:he|she|they)\s(?:was|were)\s(?:just\s|only\s)?an?\s{_UNIT}\sold\b",
            LIKELY,
        ),
        ("clinical, old", rf"(?<![\d/]){_CLINICAL}(?:[\s-](?:old|of\sage))\b", LIKELY),
        (
            "clinical, of a baby",
            rf"\b(?:aged?|{_BABY}\s(?:of|at|now|was|is)|{_BABY})\s\(?\K{_CLINICAL}(?![\d/])",
            LIKELY,
        ),
        (
            "after a baby",
            rf"\b(?:baby|infant|twins?|girl|boy)\b[^.;\n]{{0,30}},\s\K{NUMBER}\s(?:days|weeks|wks)"
            r"(?=[.;\n])",
            LIKELY,
        ),
        ("in short, alone", r"(?<=[,;.|]\s)\d{1,3}\s?(?:wks|mths)(?=\s?[.,;|\n])", LIKELY),
        ("days, alone", r"(?<=[.;|]\s)\d{1,3}\s(?:days|weeks|months)(?=\s?[.;|])", LIKELY),
        (
            "day of a life",
            rf"\bon\s(?:his|her|their)\s(?:{ORDINAL}|\d{{2,3}}(?:st|nd|rd|th))\sday\b"
            r"(?!\s(?:of|at|in|on)\b)",
            LIKELY,
        ),
        (
            "clinical, before a baby",
            rf"(?<![\d/]){_CLINICAL}(?=\s(?:(?:fe)?male\s)?{_BABY}\b)",
            LIKELY,
        ),
        (
            "gestation",
            rf"\b(?:\d{{1,2}}(?:\s?\+\s?\d)?|{NUMBER})(?:\sweeks?'?(?:\sand\s{NUMBER}\sdays)?"
            rf"|/40)(?:\s(?:of\s)?|-)(?:gestation|pregnant)\b",
            LIKELY,
        ),
        ("gestation in short", r"(?<![\d/])\d{2}(?:\s?\+\s?\d)?/40\b", LIKELY),
        (
            "at",
            rf"\bat\s(?:just\s|only\s|about\s|nearly\s)?{NUMBER}{_HALF}\s(?:days|weeks|wks"
            rf"|months|mths|hours)(?:\sold|\sof\sage)?\b"
            r"(?!'|\s(?:intervals?|notice|apart|or\s(?:more|less)|a\stime|gestation|pregnan))",
            LIKELY,
        ),
        (
            "born at",
            rf"\bborn\s(?:prematurely\s)?\Kat\s{NUMBER}(?:\s?\+\s?\d)?\sweeks\b(?:\sgestation)?",
            LIKELY,
        ),
    )

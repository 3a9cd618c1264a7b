"""How an exact day is written in a British report: words, figures, lists, a scanner's slips."""

# ruff: noqa: SIM905 - lists of words are easier to read and to change as words

from __future__ import annotations

import re

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_UNITS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ORDINALS = {word: number for number, word in enumerate(_UNITS, start=1)}
ORDINALS |= {f"twenty-{word}": 20 + number for number, word in enumerate(_UNITS[:9], start=1)}
ORDINALS |= {"thirtieth": 30, "thirty-first": 31}
ROMAN = {
    word: number
    for number, word in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), start=1)
}
MISREAD = str.maketrans("OoIl", "0011")
"""Letters that a scanner reads for digits."""

_MONTH_WORD = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
MONTH = rf"(?P<month>{_MONTH_WORD})\.?"
_ORDINAL = "|".join(sorted((word.replace("-", "[- ]") for word in ORDINALS), reverse=True))
_FIGURES = r"(?=[OoIl]?\d)(?:[0Oo]?[1-9]|[12lI][\dOoIl]|3[01OIl])"
_DAY = rf"(?:(?P<day>{_FIGURES})(?:\s?(?:st|nd|rd|th))?|(?P<word>{_ORDINAL}))"
_NEXT_DAY = rf"(?:st|nd|rd|th)\b|\s(?:of\s)?(?:{_MONTH_WORD})\b"
_YEAR = rf"(?P<year>(?:19|20)\d\d|'?\d\d(?![\d:.,/]*\d)(?!{_NEXT_DAY}))"
"""Two digits are no year where they are the day of the next date: "6 Feb, 20 March"."""
_JOIN = r"[\s,.\-/·_]{1,3}"
_BY = r"[./\-·_]"

DAY_FIRST = re.compile(
    rf"(?<!\d\.)\b{_DAY}(?:\s+day)?(?:{_JOIN}|\s?)(?:of\s+)?(?:the\s+)?{MONTH}(?:(?:{_JOIN})?{_YEAR})?"
    rf"(?![a-z\d])",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(
    rf"\b{MONTH}(?<!(?:uary|arch|pril|june|july|gust|mber|ober)\.)(?<!\bmay\.)\s+(?:the\s+)?{_DAY}(?!\d)(?:{_JOIN}{_YEAR})?(?![a-z\d])",
    re.IGNORECASE,
)
DAYS_BEFORE = re.compile(
    rf"(?<![\w./:£$-])(?:{_FIGURES}(?:\s?(?:st|nd|rd|th))?\s?(?:,|-|/|&|\band\b|\bto\b|\bor\b"
    rf"|\buntil\b)"
    r"\s?(?:and\s|to\s|the\s){0,2}){1,5}$",
    re.IGNORECASE,
)
"""What stands before "5 May 2016" in "3-5 May 2016", "3 and 5 May", "1st, 3rd and 5th May"."""
NUMBERS = re.compile(
    rf"(?:(?<![\w./\-£])|(?<=\d\d-)(?=\d{{1,2}}[./]))(?P<first>(?=[Oo1l]?\d)[\dOol]{{1,2}})\s?"
    rf"(?P<by>{_BY})\s?"
    rf"(?P<second>[01Ool]?\d)\s?(?P=by)\s?(?P<year>(?:19|20)\d\d|\d\d)(?![\d/]|-"
    rf"(?!\d{{1,2}}[./])|\.\d)"
)
ROMAN_MONTH = re.compile(
    r"(?<![\w./\-])(?P<first>\d{1,2})\s?(?P<by>[./\-])\s?(?P<second>[ivx]{1,4})\s?(?P=by)\s?"
    r"(?P<year>(?:19|20)\d\d|\d\d)(?![\w/-]|\.\d)",
    re.IGNORECASE,
)
SPACED = re.compile(
    r"(?<![\w./-])(?P<first>0[1-9]|[12]\d|3[01]) (?P<second>0[1-9]|1[0-2]) (?P<year>(?:19"
    r"|20)\d\d)(?![\w/-])"
)
YEAR_FIRST = re.compile(
    r"(?<![\d./-])(?P<year>(?:19|20)\d\d)(?P<by>[./-])(?P<second>\d{1,2})(?P=by)"
    r"(?P<first>\d{1,2})(?!\d)"
)
RUN_TOGETHER = re.compile(r"(?<!\d)\d{8}(?!\d)")
NUMBERED = re.compile(
    r"\b(?:para(?:graph)?s?|sections?|chapters?|version|v|ver|figure|table|rule|part|standard|clause"
    r"|schedule|release|appendix|annex|step|item|criteri(?:on|a))\.?\s?$",
    re.IGNORECASE,
)
"""Before 4.12.13 these say that it is a place in a book."""
ALONE = re.compile(
    r"\b(?:(?:on|by|until|from|of|since|to|and|or|till|before|after)\sthe|since|until)\s"
    r"(?P<day>(?:[12]?\d|3[01])(?:st|nd|rd|th))(?=[.,;:)\n]|\s[-(]|$|\s(?:he|she|they|it|we|the"
    r"|a|an|no|when|and|at|in|his|her|their|but|after"
    r"|before|where|there|both|social|staff|police|mother|father|child|nobody|neither)\b"
    r"|\s(?-i:[A-Z])[a-z]+\s(?:[A-Z][a-z]+\s)?(?:was|is|rang|had|has|rang|came|went|said|told"
    r"|saw|did|took|made|called|\w+ed)\b)",
    re.IGNORECASE,
)
"""A day without its month: "on the 12th he was hurt"."""
MONTH_MENTION = re.compile(
    r"\b(?P<month>January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?:\s(?P<year>(?:19|20)\d\d))?"
)
CONTEXT = 400
"""Characters before a lone day in which its month must stand."""

WELSH_MONTHS = (
    "Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr"
)
WELSH = re.compile(
    rf"\b(?P<day>[12]?\d|3[01])(?:af|ail|ain|eg|ed|fed)?\s(?:o\s)?(?P<month>{WELSH_MONTHS})\b"
    r"(?:\s(?P<year>(?:19|20)\d\d))?"
)
BARE = re.compile(
    r"(?<![\w/.,£-])(?P<day>0?[1-9]|[12]\d|3[01])/(?P<month>0?[1-9]|1[0-2])(?![\w/%]|[.,-]\d)"
)
"""A day and a month in numbers and no year: "27/1"; small ones may be a fraction or a score."""
NEAR_WORDS = rf"(?i:(?<![a-z])(?:{_MONTH_WORD})(?![a-z]))"
NEAR_NUMBERS = rf"\d\d \d\d (?:19|20)\d\d|\d\s?{_BY}\s?[\dOolivxIVX]{{1,4}}\s?{_BY}"
NEAR_ALONE = r"(?i:\b(?:the|since|until)\s\d\d?(?:st|nd|rd|th)\b)"

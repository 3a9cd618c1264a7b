"""Pieces of patterns that several recognisers of this folder share."""

from __future__ import annotations

CAPITAL = r"\p{Lu}[\p{L}\p{M}'\u2019-]{1,40}"
"""A word that opens with a capital."""

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
YEAR = r"(?:1[5-9]|20)\d\d"

_SMALL = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
NUMBER_WORD = rf"(?:(?:{_TENS})(?:[ -](?:{_SMALL}))?|{_SMALL})(?:\s(?:hundred|thousand|million))?"
DIGITS = r"\d{1,3}(?:[,. ]\d{3}){1,6}(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,2})?"
NUMBER = rf"(?:{DIGITS}|{NUMBER_WORD})(?:\s(?:hundred|thousand|million|billion))?"
ABOUT = (
    r"(?:(?:about|approximately|approx\.|around|nearly|almost|over|more\sthan|less\sthan|at\sleast"
    r"|at\smost|some|up\sto)\s)?"
)
"""What may stand before a number and belongs to it."""

"""Houses, wards and pubs in the short forms of a draft."""

from __future__ import annotations

import re

from redaction.detect.net.lists import entries
from redaction.detect.word_led import WordLed

_PUB = "|".join(entries("pub_words"))
_HOUSE = (
    WordLed(
        r"(?:at|through|outside|into|opposite|behind|inside|past) "
        r"((?:number|no\.?) \d{1,3}[a-z]?)\b"
    ),
    WordLed(r"(?:of|from) ((?:number|no\.) \d{1,3}[a-z]?)(?=[,.;)])"),
    re.compile(r", ((?:number|no\.) \d{1,3}[a-z]?)(?=[,.;)])"),
    WordLed(
        r"(?:attends?|attended|visit(?:s|ed)?|address:?|at|to|of|home:) "
        r"(\d{1,3}[A-Za-z]? [A-Z][a-z]{4,20}(?:[- ][A-Z]?[a-z]{1,9}){0,2})\b(?! (?:\d{4}|[A-Z]))"
    ),
    re.compile(r", ((?:Flat|Room) \d{1,4}[A-Za-z]?)\b"),
    WordLed(r"[Ff]lat \d{1,4}[A-Za-z]?(?:, [A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}){1,3}"),
    WordLed(
        r"(?i:address|venue)\b[^:\n]{0,12}: ?[\"']?"
        r"((?:[A-Z0-9][\w'-]*[\"']?(?: |, ?)){1,9}[A-Z0-9][\w'-]*)"
    ),
)
"""Whose house: "the neighbour at number 29", "attends 14B Skellgate"."""
_WARD = (
    WordLed(r"[Ww]ard: ([A-Z][a-z]{3,15})\b"),
    WordLed(r"hmp (?:& yoi )?[a-z]{4,15}\b"),
    WordLed(r"HMP & YOI [A-Z][a-z]+(?: [A-Z][a-z]+)?"),
    WordLed(r"Royal [A-Z][a-z]{3,15}\b(?! College)"),
    WordLed(
        r"(?:at|to|from|in|outside|above|behind|near|by|past|opposite|into"
        r"|(?:landlord|landlady|yard|back|front|park|barmaid|manager) of) "
        rf"(the (?:{_PUB})(?: (?:and|&) [A-Z][a-z]+)?)\b(?! ?[A-Z])"
    ),
    re.compile(r"(?<!\w)[A-Z][\w']+ the (?:Chemist|Bakers?|Butchers?|Grocers?)\b"),
    WordLed(r"Our Lady(?: [A-Z][a-z]+){0,3}(?: of (?:the )?[A-Z][a-z]+)?"),
    WordLed(r"Ysbyty [A-Z][a-z]+(?: [A-Z][a-z]+){0,2}"),
)
PATTERNS = (("UNLISTED_PLACE", _HOUSE), ("UNLISTED_ORGANISATION", _WARD))
"""The entity that they show, and the patterns: of each the last group, or the whole, is it."""

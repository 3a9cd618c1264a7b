"""Houses, wards and pubs in the short forms of a draft."""

from __future__ import annotations

import re

from redaction.detect.net.lists import entries

_PUB = "|".join(entries("pub_words"))
_HOUSE = (
    re.compile(
        r"(?<=\bat )(?:number|no\.?) \d{1,3}[a-z]?\b"
        r"|(?:(?<=\bof )|(?<=\bfrom )|(?<=\w, ))(?:number|no\.) \d{1,3}[a-z]?(?=[,.;)])"
    ),
    re.compile(
        r"\b(?:attends?|attended|visit(?:s|ed)?|address:?|at|to|of|home:) "
        r"(\d{1,3}[A-Za-z]? [A-Z][a-z]{4,20}(?:[- ][A-Z]?[a-z]{1,9}){0,2})\b(?! (?:\d{4}|[A-Z]))"
    ),
    re.compile(r"(?<=, )(?:Flat|Room) \d{1,4}[A-Za-z]?\b"),
    re.compile(r"\b[Ff]lat \d{1,4}[A-Za-z]?(?:, [A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}){1,3}"),
    re.compile(
        r"(?i:\baddress|\bvenue)\b[^:\n]{0,12}: ?[\"']?"
        r"((?:[A-Z0-9][\w'-]*[\"']?(?: |, ?)){1,9}[A-Z0-9][\w'-]*)"
    ),
)
"""Whose house: "the neighbour at number 29", "attends 14B Skellgate"."""
_WARD = (
    re.compile(r"\b[Ww]ard: ([A-Z][a-z]{3,15})\b"),
    re.compile(r"\bhmp (?:& yoi )?[a-z]{4,15}\b"),
    re.compile(r"\bHMP & YOI [A-Z][a-z]+(?: [A-Z][a-z]+)?"),
    re.compile(r"\bRoyal [A-Z][a-z]{3,15}\b(?! College)"),
    re.compile(
        r"\b(?:at|to|from|in|outside|above|behind|near|by|past|opposite|into"
        r"|(?:landlord|landlady|yard|back|front|park|barmaid|manager) of) "
        rf"(the (?:{_PUB})(?: (?:and|&) [A-Z][a-z]+)?)\b(?! ?[A-Z])"
    ),
    re.compile(r"\b[A-Z][\w']+ the (?:Chemist|Baker|Butcher|Bakers|Butchers|Grocers?)\b"),
    re.compile(r"\bOur Lady of (?:the )?[A-Z][a-z]+"),
    re.compile(r"\bYsbyty [A-Z][a-z]+(?: [A-Z][a-z]+){0,2}"),
)
PATTERNS = (("UNLISTED_PLACE", _HOUSE), ("UNLISTED_ORGANISATION", _WARD))
"""The entity that they show, and the patterns: of each the last group, or the whole, is it."""

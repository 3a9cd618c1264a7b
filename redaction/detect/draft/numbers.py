"""Days, numbers and addresses in short forms, which only a draft has."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBER = (
    re.compile(r"(?<![\d-])\d{3} \d{3} \d{4}(?![\d-])"),  # written like an NHS number
    re.compile(r"(?<![\d/.:,-])\d{7,10}(?![\d/:,-])"),
    re.compile(r"(?<![\w/-])(?!ACT|SOA)[A-Z]{2,5}[ /-]?\d{5,9}(?![\w-])"),
    re.compile(r"(?<![\w/.-])\d{2,4}[-/]\d{5,8}(?![\w-])"),
    re.compile(r"\b(?:[A-Z]{3,6} )?\d{2,5} of \d{1,2}/?\d{2}/?\d{2}\b"),  # CAD 882 of 240219
    re.compile(r"\b[A-Z]{3,6} \d{3,5}/\d{1,2}[A-Z]{3}\d{2}\b"),  # CAD 8812/10JAN13
    re.compile(r"\b(?:PC|WPC|DC|WDC|PS|DS|PCSO|SC)\b[^.\n(]{0,25}\((\d{3,5})\)"),
    re.compile(
        r"\b(?:[Rr]ef(?:erence)?|REF|[Ll]og|[Bb]leep|[Ee]nding|PIN|pin|[Nn]iche)\.?:? ?"
        r"(?=[\w/-]{3})(?=[\w/-]*\d)[A-Za-z0-9][\w-]*(?:/[\w-]+)*"
    ),
)
_DAY = (
    re.compile(
        r"\b(?:for|till|until|by|night,|tomorrow,|yesterday,|today,) "
        r"(\d{1,2}(?:st|nd|rd|th))\b(?= ?[.,;:?!)\n]|\Z)"
    ),
    re.compile(r"\bthe \d{1,2}(?:st|nd|rd|th)\b(?= ?[.,;:?!)\n]|\Z)"),
)
_HOUSE = (
    re.compile(
        r"(?<=\bat )(?:number|no\.?) \d{1,3}[a-z]?\b"
        r"|(?:(?<=\bof )|(?<=\bfrom )|(?<=neighbour, ))(?:number|no\.) \d{1,3}[a-z]?(?=[,.;)])"
    ),
    re.compile(
        r"\b(?:attends?|attended|visit(?:s|ed)?|address:?|at|to|of|home:) "
        r"(\d{1,3}[A-Za-z]? [A-Z][a-z]{4,20}(?:[- ][A-Z]?[a-z]{1,9}){0,2})\b(?! (?:\d{4}|[A-Z]))"
    ),
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
    re.compile(r"\bYsbyty [A-Z][a-z]+(?: [A-Z][a-z]+){0,2}"),
)
_KINDS = (
    ("UK_RECORD_NUMBER", _NUMBER),
    ("UK_DATE", _DAY),
    ("UNLISTED_PLACE", _HOUSE),
    ("UNLISTED_ORGANISATION", _WARD),
)


def numbered(text: str) -> Iterator[tuple[int, int, str]]:
    """From and to where such a thing stands in ``text``, and the entity that it is."""
    for entity, patterns in _KINDS:
        for pattern in patterns:
            for hit in pattern.finditer(text):
                yield *hit.span(hit.lastindex or 0), entity

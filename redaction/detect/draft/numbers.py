"""Days and numbers in short forms, which only a draft has."""

from __future__ import annotations

import re

_NUMBER = (
    re.compile(r"(?<![\d-])\d{3} \d{3} \d{4}(?![\d-])"),  # written like an NHS number
    re.compile(r"(?<![\d/.:,-])\d{7,10}(?![\d/:,-])"),
    re.compile(r"(?<![\w/-])(?!ACT|SOA)[A-Z]{2,5}[ /-]?\d{5,9}(?![\w-])"),
    re.compile(r"(?<![\w/.-])(?:[A-Z]{3,6} )?\d{2,4}[-/]\d{5,8}(?![\w-])"),
    re.compile(r"(?<![\w/.-])[A-Z]{2,4} \d{1,4}(?:/\d{1,4}){1,3}(?![\w/-])"),  # OB 44/07/113
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
PATTERNS = (("UK_RECORD_NUMBER", _NUMBER), ("UK_DATE", _DAY))
"""The entity that they show, and the patterns: of each the last group, or the whole, is it."""

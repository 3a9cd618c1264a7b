"""Days and numbers in short forms, which only a draft has."""

from __future__ import annotations

from redaction.detect.word_led import WordLed

_NUMBER = (
    WordLed(r"(?<![\d-])\d{3} \d{3} \d{4}(?![\d-])"),  # written like an NHS number
    WordLed(r"(?<![\d/.:,-])[A-Z]{0,2}\d{7,10}(?![\d/:,-])"),
    WordLed(r"(?<![\w/-])(?!ACT|SOA)[A-Z]{2,5}[ /-]?\d{5,9}(?![\w-])"),
    WordLed(r"(?<![\w/.-])(?:[A-Z]{3,6} )?\d{2,4}[-/]\d{5,8}(?![\w-])"),
    WordLed(  # OB 44/07/113, but not DOB 03/03/2008 or BP 110/70
        r"(?<![\w/.-])(?!BP )[A-Z]{2,4} (?!(?:[0-2]?\d|3[01])/(?:0?\d|1[0-2])/(?:\d\d){1,2}\b)"
        r"\d{1,4}(?:/\d{1,4}){1,3}(?![\w/-])"
    ),
    WordLed(r"(?<![\w/-])[A-Z]\d{5,8}(?![\w-])"),
    WordLed(r"[Cc]ollar (?:number |no\.? )?\d{3,5}\b"),
    WordLed(
        r"(?:PC|WPC|DC|WDC|PS|DS|PCSO|SC|Sgt|Sergeant|Constable)\b[^.\n(]{0,25}"
        r"\(((?:no\. ?|[A-Z]{1,2} ?)?\d{2,5})\)"
    ),
    WordLed(r"(?:[A-Z]{3,6} )?\d{2,5} of \d{1,2}/?\d{2}/?\d{2}\b"),  # CAD 882 of 240219
    WordLed(r"[A-Z]{3,6} \d{3,5}/\d{1,2}[A-Z]{3}\d{2}\b"),  # CAD 8812/10JAN13
    WordLed(
        r"(?:[Rr]ef(?:erence)?|REF|[Ll]og|[Bb]leep|[Ee]nding|PIN|pin|[Nn]iche)\.?:? ?"
        r"(?=[\w/-]{3})(?=[\w/-]*\d)[A-Za-z0-9][\w-]*(?:/[\w-]+)*"
    ),
)
_DAY = (
    WordLed(
        r"(?:for|till|until|by|night,|tomorrow,|yesterday,|today,) "
        r"(\d{1,2}(?:st|nd|rd|th))\b(?= ?[.,;:?!)\n]|\Z)"
    ),
    WordLed(r"the \d{1,2}(?:st|nd|rd|th)\b(?= ?[.,;:?!)\n]|\Z)"),
    WordLed(
        r"(?:by|for|until|till|on|since) (the \d{1,2}(?:st|nd|rd|th))\b"
        r"(?!-| (?:centile|century|birthday|floor|week|day|of|percentile|anniversary))"
    ),
)
PATTERNS = (("UK_RECORD_NUMBER", _NUMBER), ("UK_DATE", _DAY))
"""The entity that they show, and the patterns: of each the last group, or the whole, is it."""

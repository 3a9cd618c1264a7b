"""How reports write small numbers, for the patterns of ages and families."""

from __future__ import annotations

_TENS = r"(?:twenty|thirty|forty)(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?"
NUMBER = (
    r"(?:\d{1,3}(?:\s?[½¼¾]|\.5|\s?\d[/⁄]\d)?|one|two|three|four|five|six|seven|eight|nine|ten"
    rf"|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|{_TENS})"
)
"""A number up to three digits, or up to forty-nine in words."""
ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth"
    r"|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|\d{1,2}(?:st"
    r"|nd|rd|th))"
)

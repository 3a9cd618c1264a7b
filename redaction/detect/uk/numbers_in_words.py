"""How reports write small numbers, for the patterns of ages and families."""

# ruff: noqa: SIM905 - lists of words are easier to read and to change as words

from __future__ import annotations

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40}
_IN_TENS = rf"(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_UNITS[1:10])}))?"
NUMBER = (
    r"(?:\d{1,3}(?:\s?[½¼¾]|\.5|\s?\d[/⁄]\d)?|"
    rf"{'|'.join(_UNITS[1:])}|{_IN_TENS})"
)
"""A number up to three digits, or up to forty-nine in words."""
ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth"
    r"|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|\d{1,2}(?:st"
    r"|nd|rd|th))"
)


def whole_number(written: str) -> int | None:
    """The value of a NUMBER; None where it is no whole one ("6½")."""
    if written.isdigit():
        return int(written)
    tens, _, units = written.lower().replace("-", " ").partition(" ")
    if tens in _TENS:
        return _TENS[tens] + (_UNITS.index(units) if units in _UNITS else 0)
    return _UNITS.index(tens) if tens in _UNITS else None

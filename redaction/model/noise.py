"""The ways in which names are written badly: all capitals, none, a slip of the finger."""

from __future__ import annotations

from random import Random

from redaction.model.example import PERSON, Example, joined, pieces

_SHOUTED, _WHISPERED, _NAMES_SHOUTED, _SLIPS, _CURLY = 0.06, 0.06, 0.03, 0.06, 0.3
"""How often a text is all capitals, all small letters, and so on."""
_LONG_ENOUGH = 4


def noisy(example: Example, chance: Random) -> Example:
    """``example`` as someone in a hurry may have typed it; most are left alone."""
    parts = pieces(example)
    if chance.random() < _SLIPS:
        parts = [(slip(text, chance) if label == PERSON else text, label) for text, label in parts]
    if chance.random() < _CURLY:
        parts = [(text.replace("'", "’"), label) for text, label in parts]
    way = chance.random()
    if way < _SHOUTED:
        parts = [(text.upper(), label) for text, label in parts]
    elif way < _SHOUTED + _WHISPERED:
        parts = [(text.lower(), label) for text, label in parts]
    elif way < _SHOUTED + _WHISPERED + _NAMES_SHOUTED:
        parts = [(text.upper() if label == PERSON else text, label) for text, label in parts]
    return joined(parts)


def slip(text: str, chance: Random) -> str:
    """``text`` with one letter left out, doubled or swapped with the next."""
    if len(text) < _LONG_ENOUGH:
        return text
    at = chance.randrange(1, len(text) - 1)
    way = chance.randrange(3)
    if way == 0:
        return text[:at] + text[at + 1 :]
    if way == 1:
        return text[:at] + text[at] + text[at:]
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]

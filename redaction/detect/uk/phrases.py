"""Phrases from a list beside this module."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from redaction.detect.word_led import WordLed
from redaction.word_list import entries_of


class Phrases:
    """The phrases of the file ``name``; ``find`` takes time in proportion to the text."""

    def __init__(self, name: str) -> None:
        phrases = sorted(entries_of(Path(__file__).parent / name), key=len, reverse=True)
        either = "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in phrases)
        self._search = WordLed(rf"(?<!-)(?:{either})(?![\w-])", re.IGNORECASE)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where one of the phrases stands, whole and in any case, the longest at each place."""
        return (match.span() for match in self._search.finditer(text))

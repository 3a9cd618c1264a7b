"""Phrases from a list beside this module."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from redaction.detect.word_led import word_places
from redaction.word_list import entries_of

_FIRST = re.compile(r"[^\W_]+")


class Phrases:
    """The phrases of the file ``name``; ``find`` takes time in proportion to the text."""

    def __init__(self, name: str) -> None:
        phrases: defaultdict[str, list[str]] = defaultdict(list)
        for phrase in entries_of(Path(__file__).parent / name):
            phrases[_FIRST.findall(phrase)[0].lower()].append(phrase)
        self._by_first = {first: _any_of(each) for first, each in phrases.items()}

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where one of the phrases stands, whole and in any case, the longest at each place."""
        starts = sorted(
            (start, first)
            for word, places in word_places(text).items()
            if (first := word.lower()) in self._by_first
            for start in places
        )
        end = 0
        for start, first in starts:
            match = self._by_first[first].match(text, start) if start >= end else None
            if match is not None:
                yield match.span()
                end = match.end()


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    either = "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in longest_first)
    return re.compile(rf"\b(?<!-)(?:{either})(?![\w-])", re.IGNORECASE)

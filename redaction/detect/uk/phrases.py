"""Phrases from a list beside this module, looked for by their rarest word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from redaction.word_list import entries_of

_WORD = re.compile(r"[^\W_]+")


class Phrases:
    """The phrases of the file ``name``; ``find`` takes time in proportion to the text."""

    def __init__(self, name: str) -> None:
        self._by_key: dict[str, list[str]] = {}
        for phrase in entries_of(Path(__file__).parent / name):
            key = max(_WORD.findall(phrase), key=len)
            self._by_key.setdefault(key, []).append(phrase)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where one of the phrases stands, whole and in any case, the longest at each place."""
        low = text.lower()
        if len(low) != len(text):  # a letter of another length in small: offsets must hold
            low = "".join(each if len(each.lower()) > 1 else each.lower() for each in text)
        keys = self._by_key.keys() & words(low)
        phrases = sorted((phrase for key in keys for phrase in self._by_key[key]), key=len)
        if not phrases:
            return
        either = "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in reversed(phrases))
        for match in re.finditer(rf"(?<![\w-])(?:{either})(?![\w-])", low):
            yield match.span()


@lru_cache(maxsize=4)
def words(low: str) -> frozenset[str]:
    """The words of a text in small letters."""
    return frozenset(_WORD.findall(low))

"""Patterns that begin with a word, tried only where a word stands that could begin them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

import regex

_WORD = re.compile(r"[^\W_]+")
_REMEMBERED = 50_000
"""Words of which a pattern remembers whether they could begin it."""


class WordLed:
    r"""Finds ``pattern``, which begins with a letter or digit, at the beginnings of words.

    As ``re.compile(rf"\b(?:{pattern})", flags)`` would, but sooner: each different word of a
    text is asked once whether it could begin a match, and the pattern is tried at those alone.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._whole = re.compile(rf"\b(?:{pattern})", flags)
        self._begun = regex.compile(rf"(?:{pattern})", flags)
        self._begins: dict[str, bool] = {}

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in ``text``, in order, apart from each other."""
        starts = [
            start
            for word, places in _word_starts(text).items()
            if self._may_begin(word)
            for start in places
        ]
        end = 0
        for start in sorted(starts):
            match = self._whole.match(text, start) if start >= end else None
            if match is not None:
                yield match
                end = match.end()

    def _may_begin(self, word: str) -> bool:
        known = self._begins.get(word)
        if known is None:
            if len(self._begins) >= _REMEMBERED:
                self._begins.clear()
            known = self._begun.match(word, partial=True) is not None
            self._begins[word] = known
        return known


@lru_cache(maxsize=4)
def _word_starts(text: str) -> dict[str, list[int]]:
    """Where each different word of ``text``, as it is written, begins."""
    starts: defaultdict[str, list[int]] = defaultdict(list)
    for match in _WORD.finditer(text):
        starts[match[0]].append(match.start())
    return dict(starts)

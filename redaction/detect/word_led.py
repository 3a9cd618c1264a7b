"""Patterns that begin with a word, tried only where a word stands that could begin them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

import regex

_WORD = re.compile(r"[^\W_]+")
_REMEMBERED = 50_000
"""Words of which it is remembered which patterns they could begin."""
_TEXTS = 64
"""Texts of which it is remembered where each pattern could begin: a document's batches, in turn."""
_PREFIX = 3
"""Letters of a word that rule most patterns out."""


class WordLed:
    r"""Finds ``pattern``, which begins with a letter or digit, at the beginnings of words.

    As ``re.compile(rf"\b(?:{pattern})", flags)`` would, but sooner: each different word of a
    text is asked once which of all such patterns it could begin, and they are tried there alone.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._whole = re.compile(rf"\b(?:{pattern})", flags)
        self._begun = regex.compile(rf"(?:{pattern})", flags)
        self.number = len(_EVERY)
        _EVERY.append(self)
        _forget()

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in ``text``, in order, apart from each other."""
        end = 0
        for start in sorted(_starts(text).get(self.number, ())):
            match = self._whole.match(text, start) if start >= end else None
            if match is not None:
                yield match
                end = match.end()

    def may_begin_with(self, letters: str) -> bool:
        """Whether a match could begin with ``letters``."""
        return self._begun.match(letters, partial=True) is not None


_EVERY: list[WordLed] = []


@lru_cache(maxsize=_TEXTS)
def _starts(text: str) -> dict[int, list[int]]:
    """Where each pattern could begin in ``text``, by its number."""
    words: defaultdict[str, list[int]] = defaultdict(list)
    for match in _WORD.finditer(text):
        words[match[0]].append(match.start())
    starts: defaultdict[int, list[int]] = defaultdict(list)
    for word, places in words.items():
        for number in _led_by(word):
            starts[number] += places
    return dict(starts)


@lru_cache(maxsize=_REMEMBERED)
def _led_by(word: str) -> tuple[int, ...]:
    """The numbers of the patterns that ``word``, as it is written, could begin."""
    if len(word) <= _PREFIX:
        return tuple(each.number for each in _EVERY if each.may_begin_with(word))
    return tuple(at for at in _led_by(word[:_PREFIX]) if _EVERY[at].may_begin_with(word))


def _forget() -> None:
    _starts.cache_clear()
    _led_by.cache_clear()

"""Patterns that begin with a word, tried only where a word stands that could begin them."""

# ruff: noqa: SIM905 - lists of words are easier to read and to change as words

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

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
    ``whole``, if given, is tried instead: the same pattern, compiled by the module regex.
    """

    def __init__(
        self, pattern: str, flags: int = 0, whole: regex.Pattern[str] | None = None
    ) -> None:
        self._whole = whole or re.compile(rf"\b(?:{pattern})", flags)
        self._begun = regex.compile(rf"(?:{pattern})", flags)
        self.number = len(_EVERY)
        _EVERY.append(self)

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


@cache
def rarely_led(pattern: str, flags: int) -> WordLed | None:
    r"""``pattern``, of the module regex, at the words that could begin it, if those are rare.

    None where it does not begin with ``\b`` and a letter or digit, or with a common word. The same
    for all who ask: recognisers are made anew for each case.
    """
    if not pattern.startswith(r"\b"):
        return None
    whole = regex.compile(pattern, flags)
    if any(whole.match(f"a{sign}", 1, partial=True) for sign in _SIGNS):
        return None
    if any(whole.match(word, partial=True) for word in _COMMON):
        return None
    return WordLed(pattern[2:], flags, whole)


_SIGNS = "\n !\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~£€§°•–—‘’“”"
_COMMON = (
    "the a an of to and in was her his he she with for on at had is were that by as be from not "
    "they this but been who their or which child mother father family school 1 20 2009"
).split()
_EVERY: list[WordLed] = []
_LED: dict[str, tuple[tuple[int, ...], int]] = {}
"""By word: the numbers of the patterns that it could begin, of the first so many."""


@lru_cache(maxsize=_TEXTS)
def word_places(text: str) -> dict[str, list[int]]:
    """Where each different word of ``text``, as it is written, begins."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for match in _WORD.finditer(text):
        places[match[0]].append(match.start())
    return dict(places)


def _starts(text: str) -> dict[int, list[int]]:
    """Where each pattern could begin in ``text``, by its number."""
    return _starts_of(text, len(_EVERY))


@lru_cache(maxsize=_TEXTS)
def _starts_of(text: str, many: int) -> dict[int, list[int]]:
    """The same for the first ``many`` patterns."""
    if len(_LED) > _REMEMBERED:
        _LED.clear()
    starts: defaultdict[int, list[int]] = defaultdict(list)
    for word, places in word_places(text).items():
        led, asked = _LED.get(word, ((), 0))
        for number in led if asked == many else _led_by(word, many):
            starts[number] += places
    return dict(starts)


def _led_by(word: str, many: int) -> tuple[int, ...]:
    """The numbers of those of the first ``many`` patterns that ``word`` could begin.

    What could not begin with a word's first letter, or first three, is not asked about the word.
    """
    led, asked = _LED.get(word, ((), 0))
    if asked < many:
        likely: Iterable[int] = range(many)
        if len(word) > 1:
            likely = _led_by(word[:_PREFIX] if len(word) > _PREFIX else word[0], many)
        led += tuple(at for at in likely if at >= asked and _EVERY[at].may_begin_with(word))
        _LED[word] = led, many
    return led

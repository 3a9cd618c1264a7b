"""What a check need not ask about: the board's own words, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from redaction.errors import Problem, RedactionError

_WORD = re.compile(r"[^\W_]+")
_QUOTE = re.compile("[’‘ʼ`]")
_POSSESSIVE = re.compile(r"['’‘ʼ`]s?(?![^\W_])", re.IGNORECASE)
_Word = tuple[int, int, str]
"""Start and end of a word, and the word in lower case."""


@dataclass(frozen=True)
class Pardon:
    """An allowed phrase where it stands in a text, code points ``start`` to ``end``."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True)
class _Phrase:
    """The words of a phrase in lower case, what stands between them, and why it is allowed."""

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    reason: str


class AllowedWords:
    """Phrases with their reasons, in any case and spacing, after "the" and in the possessive.

    Raises RedactionError for every phrase without a reason; the reason is what a reader of the
    report has to go by.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        problems = [
            Problem("allowed words", f'"{phrase}" has no reason', "Say why it identifies no one")
            for phrase, reason in words.items()
            if phrase.strip() and not reason.strip()
        ]
        if problems:
            raise RedactionError(problems)
        self._lengths: dict[str, list[int]] = {}
        self._phrases: dict[tuple[str, ...], list[_Phrase]] = {}
        for text, reason in words.items():
            phrase = _phrase(text, reason)
            if phrase.words:
                self._phrases.setdefault(phrase.words, []).append(phrase)
        for phrase_words in sorted(self._phrases, key=len, reverse=True):
            lengths = self._lengths.setdefault(phrase_words[0], [])
            if len(phrase_words) not in lengths:
                lengths.append(len(phrase_words))

    def places(self, text: str) -> tuple[Pardon, ...]:
        """Where the phrases stand in ``text``, in order, the longest where several do."""
        if not self._phrases:
            return ()
        words = [(hit.start(), hit.end(), hit[0].casefold()) for hit in _WORD.finditer(text)]
        found: list[Pardon] = []
        at = 0
        while at < len(words):
            phrase = self._phrase_at(text, words, at)
            if phrase is not None:
                found.append(_pardon(text, words, at, phrase))
            at += len(phrase.words) if phrase else 1
        return tuple(found)

    def _phrase_at(self, text: str, words: Sequence[_Word], at: int) -> _Phrase | None:
        for length in self._lengths.get(words[at][2], ()):
            here = words[at : at + length]
            for phrase in self._phrases.get(tuple(word for _, _, word in here), ()):
                between = (text[before[1] : after[0]] for before, after in pairwise(here))
                if phrase.gaps == tuple(map(_gap, between)):
                    return phrase
        return None


def _phrase(text: str, reason: str) -> _Phrase:
    hits = list(_WORD.finditer(text))
    gaps = tuple(_gap(text[before.end() : after.start()]) for before, after in pairwise(hits))
    return _Phrase(tuple(hit[0].casefold() for hit in hits), gaps, reason)


def _gap(between: str) -> str:
    return " ".join(_QUOTE.sub("'", between).split()) if between.strip() else " "


def _pardon(text: str, words: Sequence[_Word], at: int, phrase: _Phrase) -> Pardon:
    """The phrase from word ``at`` on, with "the" before it and the possessive after it."""
    start, end = words[at][0], words[at + len(phrase.words) - 1][1]
    if at and words[at - 1][2] == "the" and start - words[at - 1][1] == 1:
        start = words[at - 1][0]
    possessive = _POSSESSIVE.match(text, end)
    return Pardon(start, possessive.end() if possessive else end, phrase.reason)

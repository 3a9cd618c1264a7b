"""Initials that stand for people whose names the document has too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from redaction.detect.net.acting import acts
from redaction.detect.net.grammar import AUXILIARIES
from redaction.detect.net.lists import words as listed
from redaction.detect.net.tokens import Words
from redaction.detect.word_led import WordLed

_MOST = 4
_DOTTED = re.compile(r"(?<![\w.])(?:[A-Z]\. ?){1,2}[A-Z]\.(?!\w)")
_JOINED = re.compile(r"(?<![\w\-.])[A-Z](?:-[A-Z]){1,2}(?![\w\-])")
_TITLED = WordLed(r"(?:Mr|Mrs|Ms|Miss|Dr|Fr|Sr|PC|DC|DS|Prof)\.? ([A-W])(?![\w&/-]|\.\w)")
_SMALL_TITLED = WordLed(r"(?:mr|mrs|ms|miss|dr) ([b-hj-w])(?![\w'&/-])")
_ONE = re.compile(r"(?<![\w.'/])(?<![A-Z][a-z] )([B-HJ-W])(?:\.(?=,? [a-z]|'s)|(?='s [a-z]))")
_NOTED = re.compile(r"\[([A-Z]{2,4})(?=[\]:,]| note| comment| to )")
_LABEL = WordLed(
    r"(?:Child|Children|Sibling|Person|Baby|Boy|Girl|Adult|Mother|Father|Family|Brother|Sister|Twin"
    r"|Infant|Parent|Carer|Worker|School)(?:ren)? ([A-Z])\b(?![.'])"
)
_PARENTS = frozenset("MF")
"""Letters that stand for Mother and Father."""


class Initials:
    """Where a text writes initials of the people ``known`` names them by."""

    def __init__(self, known: Iterable[str], texts: Iterable[str]) -> None:
        labels = {hit[1] for text in texts for hit in _LABEL.finditer(text)}
        self._known = frozenset(known)
        self._free = self._known - labels

    def spans(self, words: Words) -> Iterator[tuple[int, int]]:
        """Characters from and to which initials of someone stand."""
        if not self._known:
            return
        yield from self._in_words(words)
        for pattern in (_DOTTED, _JOINED, _NOTED):
            for hit in pattern.finditer(words.text):
                letters = hit[hit.lastindex or 0]
                if re.sub(r"[^A-Z]", "", letters) in self._known:
                    yield hit.span(hit.lastindex or 0)
        yield from self._alone(words.text, _TITLED.finditer(words.text), self._known)
        yield from self._alone(words.text, _SMALL_TITLED.finditer(words.text), self._known)
        yield from self._alone(words.text, _ONE.finditer(words.text), self._free)

    @staticmethod
    def _alone(
        text: str, hits: Iterable[re.Match[str]], known: frozenset[str]
    ) -> Iterator[tuple[int, int]]:
        """Those of ``hits`` whose one letter is ``known``."""
        for hit in hits:
            if hit[1].upper() in known and not _is_labelled(text, hit.start()):
                yield hit.span()

    def _in_words(self, words: Words) -> Iterator[tuple[int, int]]:
        for at in words.capitals:
            token = words.tokens[at]
            if token.written not in self._known or words.is_code(at):
                continue
            if len(token.written) == 1:
                told = token.written in self._free - _PARENTS and self._alone_acts(words, at)
            else:
                body = token.word in listed("abbreviations")
                told = not body or (acts(words, at) and token.word not in listed("roles"))
            if told and token.written not in ("A", "I"):
                yield token.start, token.end

    @staticmethod
    def _alone_acts(words: Words, at: int) -> bool:
        acting = acts(words, at) or words.word(at + 1) in AUXILIARIES | {"did", "does"}
        return acting and words.beside(at) and not words.capital(at - 1)


def initials_of(name: Sequence[str]) -> Iterator[str]:
    """The initials by which notes may speak of the bearer of a name; of one word its letter."""
    letters = ["".join(piece[0] for piece in part.split("-") if piece) for part in name[:_MOST]]
    for many in range(1, len(letters) + 1):
        for chosen in combinations(letters, many):
            yield "".join(chosen).upper()


def _is_labelled(text: str, start: int) -> bool:
    """Whether a capitalised word of a label stands before: "Appendix B. the"."""
    before = re.search(r"([^\W\d_]+) \Z", text[max(0, start - 20) : start])
    return before is not None and before[1][0].isupper()

"""Abbreviations that a document spells out: "Joint Assessment Framework (JAF)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_SHORT = r"(?P<short>[A-Z][A-Z0-9]{2,8})"
_IN_BRACKETS = re.compile(rf" \({_SHORT}s?\)")
_ITS_WORDS = re.compile(r"[^\n(;|]{6,110}\Z")
_LONGEST = 110
_BEFORE_ITS_WORDS = re.compile(
    rf"(?:^|[\n(;|•] ?){_SHORT}(?: ?[:=]| [-–]) (?P<words>[^\n;|]{{6,110}})"
)
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 0.6
"""Of its letters so many begin words: "of" and the inside of a long word give the others."""


def spelt_out(texts: Iterable[str]) -> frozenset[str]:
    """The words in capitals that ``texts`` spell out, in small letters."""
    return frozenset(short for text in texts for short in _in_one(text))


def _in_one(text: str) -> Iterator[str]:
    for hit in _IN_BRACKETS.finditer(text):
        before = _ITS_WORDS.search(text[max(0, hit.start() - _LONGEST) : hit.start()])
        words = _WORD.findall(before[0]) if before else []
        if any(_begins(hit["short"], words[at:]) for at in range(len(words))):
            yield hit["short"].lower()
    for hit in _BEFORE_ITS_WORDS.finditer(text):
        words = _WORD.findall(hit["words"])
        if words[:1] in (["a"], ["an"], ["the"]):
            words = words[1:]
        if _begins(hit["short"], words):
            yield hit["short"].lower()


def _begins(short: str, words: list[str]) -> bool:
    """Whether most letters of ``short`` begin ``words``, in order; the first word its first."""
    letters = [letter for letter in short.lower() if letter.isalpha()]
    if not words or words[0][0].lower() != letters[0] or not words[0][0].isupper():
        return False
    matched, at = 0, 0
    for word in words:
        if at < len(letters) and word[0].lower() in letters[at:]:
            at += letters[at:].index(word[0].lower()) + 1
            matched += 1
    return matched >= _LEAST * len(letters) and matched > 1

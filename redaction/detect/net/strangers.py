"""Initials of people whose names the document does not have: "J.B. told staff", "KR said"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redaction.detect.net.acting import acts
from redaction.detect.net.after import told_after
from redaction.detect.net.lists import words as listed
from redaction.detect.net.tokens import Words
from redaction.detect.net.vocabulary import Kind, kind

_DOTTED = re.compile(r"(?<![\w.&])[A-Z]\.(?:(?:O'|Mc)?[A-Z]\.){1,2}(?!\w)")
_PLAIN = re.compile(r"[A-Z](?:Mc|O')?[A-Z]L?")
_LONGER = re.compile(r"[A-Z]{3}")
"""Three letters, which are more often a body's or a form's; only a draft asks."""
_MIXED = re.compile(r"(?<![\w.&-])[A-Z](?:Mc|Mac|Fitz|O'|ap|ab)[A-Z](?![\w'])")
"""Initials with the beginning of a family name: "GMcN"."""
_MOST_LETTERS = 5
_IN_BRACKETS = re.compile(r"\(([A-Z]{2,5})s?\)")
_SPELT_OUT = re.compile(r"\b([A-Z]{2,5})(?: ?[:=]| -) (?:an? |the )?([A-Za-z])")
_FEWEST = 3
"""Dotted initials in a document that shows that it writes of people so."""
_ONE = re.compile(r"(?<![\w.'/&])([B-HJ-LN-Z])\.(?=,? [a-z]|'s)")


class StrangersInitials:
    """Where the texts of one document write of someone by initials alone."""

    def __init__(self, texts: Sequence[Words]) -> None:
        spelt_out = {short for words in texts for short in explained(words.text)}
        self._plain = {
            words.written(at)
            for words in texts
            for at in words.capitals
            if len(words.tokens[at].written) <= _MOST_LETTERS
            and may_be_initials(words, at, spelt_out)
            and (acts(words, at) or told_after(words, at))
        }
        many = sum(len(dotted(words.text)) for words in texts)
        self._single = many >= _FEWEST

    def spans(self, words: Words) -> Iterator[tuple[int, int]]:
        """Characters from and to which someone's initials stand."""
        yield from dotted(words.text)
        yield from (hit.span() for hit in _MIXED.finditer(words.text))
        for at in words.capitals if self._plain else ():
            token = words.tokens[at]
            if token.written in self._plain and not words.is_code(at):
                yield token.start, token.end
        if self._single:
            yield from (hit.span() for hit in _ONE.finditer(words.text))


def dotted(text: str) -> list[tuple[int, int]]:
    """Where initials with dots stand in ``text`` that are no abbreviation: "J.B."."""
    return [hit.span() for hit in _DOTTED.finditer(text) if not _is_abbreviation(hit[0])]


def _is_abbreviation(dotted: str) -> bool:
    word = dotted.replace(".", "").lower()
    return word in listed("dotted_abbreviations") or (
        len(word) > 2 and word in listed("abbreviations")
    )


def may_be_initials(words: Words, at: int, spelt_out: set[str], *, draft: bool = False) -> bool:
    """Whether word ``at`` is letters that may stand for someone; ``spelt_out`` ones do not."""
    written = words.written(at)
    fits = _PLAIN.fullmatch(written) or (draft and _LONGER.fullmatch(written))
    if not fits or written in spelt_out or words.is_code(at):
        return False
    word = written.lower()
    if word in listed("abbreviations") or word in listed("roles") or words.line(at).shouted:
        return False
    return kind(word) is not Kind.SAFE and words.word(at - 1) not in ("the", "a", "an")


def explained(text: str) -> Iterator[str]:
    """Abbreviations that the text gives in brackets, or spells out after a colon or dash."""
    yield from _IN_BRACKETS.findall(text)
    for short, first in _SPELT_OUT.findall(text):
        if first.upper() == short[0]:
            yield short

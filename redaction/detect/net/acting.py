"""Whether what follows a word is what only people do, or what is done to people alone."""

from __future__ import annotations

from redaction.detect.net.grammar import AUXILIARIES, HELPERS, QUANTITIES
from redaction.detect.net.lists import words as listed
from redaction.detect.net.tokens import Words
from redaction.detect.words import TITLES

_SAYS = frozenset({"said", "says", "told", "asked", "cried", "rang", "thinks", "thought", "felt"})
_SPOKE = frozenset({"spoke", "spoken", "talked", "speaking"})
_REACH = 3
"""Words between a name and the telling one: "Hope had not been seen"."""


def acts(words: Words, at: int) -> bool:
    """Whether word ``at`` is the subject of what only people do or are."""
    if not words.beside(at) or words.capital(at + 1):
        return False
    after = words.word(at + 1)
    if _is_deed(after):
        return True
    ahead = _ahead(words, at + 1)
    if after in AUXILIARIES:
        return words.word(at) not in QUANTITIES and _is_done(after, ahead)
    if after in HELPERS:
        return any(_is_deed(word) or _is_deed_in_base_form(word) for word in ahead[:2])
    return after == "and" and ahead[:1] in (["his"], ["her"], ["their"])


def speaks(words: Words, at: int) -> bool:
    """Whether the small word ``at``, which opens a sentence or a clause, is said to say something.

    "dawn cried", "spoke to sue": of words that are names only in careless notes.
    """
    before = words.word(at - 1)
    if before == "to" and words.word(at - 2) in _SPOKE:
        return words.beside(at - 1)
    if words.beside(at - 1) and before != "and":
        return False
    return words.beside(at) and words.word(at + 1) in _SAYS


def _is_done(auxiliary: str, ahead: list[str]) -> bool:
    """Whether "was seen", "had been told" or the like; the words between are helpers."""
    while ahead and ahead[0] in HELPERS:
        ahead = ahead[1:]
    if not ahead:
        return False
    deed = auxiliary in ("has", "had") and _is_deed(ahead[0])
    return deed or ahead[0] in listed("passives") or ahead[0] in TITLES


def _is_deed(word: str) -> bool:
    return word in listed("person_verbs")


def _is_deed_in_base_form(word: str) -> bool:
    """Such as "want", after "did not"."""
    return any(_is_deed(word + ending) for ending in ("s", "es", "ed", "d"))


def _ahead(words: Words, at: int) -> list[str]:
    ahead = []
    for near in range(at, at + _REACH):
        if not words.beside(near):
            break
        ahead.append(words.word(near + 1))
    return ahead

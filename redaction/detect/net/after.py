"""What stands after a word and says that it is a person: "Frost, the landlord", "Angel (5)"."""

from __future__ import annotations

import re

from redaction.detect.net.lists import names
from redaction.detect.net.lists import words as listed
from redaction.detect.net.tokens import Words

_FAMILY = frozenset(
    {
        "family",
        "household",
        "siblings",
        "brothers",
        "sisters",
        "twins",
        "boys",
        "girls",
        "household's",
    }
)
_AGE = re.compile(
    r" \((?:aged? )?\d{1,2}(?: (?:years?|months?|weeks?|days?)(?: old)?)?(?:, \w+)?\)"
    r"|,? (?:then |now |then aged |aged )\d{1,2}\b|, \d{1,2}, "
    r"|,? \(?d\.?o\.?b\b|, born \d"
)
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "our", "my"})
_REACH = 4
"""Words after "Frost, a" among which the post or relation stands."""


def told_after(words: Words, at: int) -> bool:
    """Whether an age, a relation or a post after word ``at`` makes it somebody's name."""
    return (
        _has_family(words, at)
        or _is_apposed(words, at)
        or _AGE.match(words.text, words.tokens[at].end) is not None
        or _is_noted(words, at)
        or _is_before_first_name(words, at)
    )


def _has_family(words: Words, at: int) -> bool:
    """Of "the Bright family"; but "the Somali family" names a people."""
    if not words.beside(at) or words.word(at + 1) not in _FAMILY or words.opens(at):
        return False
    return words.word(at) not in listed("peoples") and words.word(at) not in listed(
        "report_capitals"
    )


def _is_apposed(words: Words, at: int) -> bool:
    if words.gap(at) not in (", ", " ("):
        return False
    after = words.word(at + 1)
    if after == "who" or after == "whose":
        return True
    if after not in _ARTICLES:
        return False
    for near in range(at + 2, at + 2 + _REACH):
        if not words.beside(near - 1):
            return False
        if words.word(near) in listed("relations") or words.word(near) in listed("roles"):
            return words.written(near).islower()
    return False


def _is_noted(words: Words, at: int) -> bool:
    """Notes leave the verb out: "Angel seen with mother", "Summer asleep"."""
    if not words.beside(at) or words.word(at) not in names("given"):
        return False
    return words.written(at + 1).islower() and words.word(at + 1) in listed("passives")


def _is_before_first_name(words: Words, at: int) -> bool:
    """Of a family name that leads: "STORM, Ryan"."""
    if words.gap(at) != ", " or not words.written(at).isupper() or words.line(at).shouted:
        return False
    after = words.written(at + 1)
    return words.word(at + 1) in names("given") and after[:1].isupper() and not after.isupper()

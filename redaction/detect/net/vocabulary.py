"""What kind of word a word is: ordinary, a name, both, or neither."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from redaction.detect.net.lists import english, names, words
from redaction.detect.plain import folded

_SAFE_LISTS = (
    "report_words", "title_words", "report_capitals", "calendar", "peoples", "lands", "medicines",
    "brands",
)  # fmt: skip
_ENDINGS = ("s", "es", "d", "ed", "ing", "er", "ers", "ly", "ness", "able", "ally", "like", "less")
_BEGINNINGS = (
    "non", "un", "re", "co", "pre", "post", "over", "under", "mis", "inter", "anti", "sub", "multi",
    "self", "semi", "step", "half", "ex", "de", "dis", "out", "micro", "neuro", "psycho", "cyber",
)  # fmt: skip
_SHORTEST_STEM = 4
_SECOND_NAMES = frozenset(
    {"mae", "may", "rose", "ann", "anne", "jo", "lee", "leigh", "lou", "jane", "grace", "marie",
     "ray", "rae", "jay", "sue", "beth", "joy"}
)  # fmt: skip
"""The second half of a double first name: "Lily-Mae"."""


class Kind(StrEnum):
    """What a word is by its spelling alone."""

    SAFE = "safe"
    """An ordinary word, or one that everybody may write: "review", "Ofsted", "Polish"."""
    EITHER = "either"
    """An ordinary word that is also a name: "Hope", "Brown", "Jordan"."""
    NAME = "name"
    """Someone's name and nothing else."""
    UNKNOWN = "unknown"
    """Nothing that is known."""


@cache
def kind(word: str) -> Kind:
    """The kind of ``word``: small letters, no possessive ending; hyphens join words."""
    plain = folded(word).text if not word.isascii() else word
    if "-" in plain and plain not in safe_words():
        return _of_compound(plain)
    named = is_name(plain)
    if not _is_ordinary(plain, named):
        return Kind.NAME if named else Kind.UNKNOWN
    return Kind.EITHER if named and plain not in words("report_capitals") else Kind.SAFE


def is_name(word: str) -> bool:
    """Whether ``word`` is a first name or a family name that the lists of names know."""
    return word in names("given") or word in names("family")


@cache
def safe_words() -> frozenset[str]:
    """The words of our own safe lists."""
    return frozenset().union(*map(words, _SAFE_LISTS))


@cache
def _common_words() -> frozenset[str]:
    """English words that are written in small letters too."""
    return english() - words("proper_words") - words("names_not_words")


def _is_ordinary(word: str, named: bool) -> bool:
    if word in safe_words() or word in _common_words():
        return True
    return not named and word not in words("proper_words") and _is_derived(word)


def _is_derived(word: str) -> bool:
    """Whether it is an ordinary word with a common beginning or ending."""
    common = _common_words()
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if (
            stem != word
            and len(stem) >= _SHORTEST_STEM
            and (stem in common or stem + "e" in common)
        ):
            return True
    for beginning in _BEGINNINGS:
        rest = word.removeprefix(beginning)
        if rest != word and len(rest) >= _SHORTEST_STEM and rest in common:
            return True
    return False


def _of_compound(word: str) -> Kind:
    kinds = {kind(part) for part in word.split("-") if len(part) > 1}
    for worst in (Kind.NAME, Kind.UNKNOWN):
        if worst in kinds:
            return worst
    first, *_, last = word.split("-")
    double = first in names("given") and last in _SECOND_NAMES
    return Kind.EITHER if double or kinds == {Kind.EITHER} else Kind.SAFE

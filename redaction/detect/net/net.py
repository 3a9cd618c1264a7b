"""Which words of a text may name someone or somewhere, though no list of the case has them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from redaction.detect.net.acting import acts, speaks
from redaction.detect.net.after import told_after
from redaction.detect.net.bodies import is_of_reports
from redaction.detect.net.grammar import COLOURS, DETERMINERS, SMALL_VERBS
from redaction.detect.net.lists import names
from redaction.detect.net.lists import words as listed
from redaction.detect.net.tokens import Words
from redaction.detect.net.uses import Sign, introduced, is_capital_of_use, sign
from redaction.detect.net.vocabulary import Kind, kind
from redaction.detect.words import TITLES

_LONGEST_ACRONYM = 4
_LONGEST_UNKNOWN_ACRONYM = 5
"""Longer ones that no list knows are more often surnames, as the police write them."""
_SHORTEST_SMALL_NAME = 3
_SURE_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr"})


class Found(StrEnum):
    """Why a word is held."""

    KNOWN = "known"
    """Someone's name and nothing else."""
    USED = "used"
    """An ordinary word in the use of a name."""
    UNKNOWN = "unknown"
    """No word that is known."""


@dataclass(frozen=True)
class Held:
    """Word ``at`` of a text, held by the net."""

    at: int
    found: Found


def held(words: Words, safe: Collection[int]) -> list[Held]:
    """The words that the net holds, in order; ``safe`` are those of safe phrases."""
    return [
        Held(at, found)
        for at, token in enumerate(words.tokens)
        if _may_be_held(token.written) and (found := _look(words, at, safe))
    ]


@lru_cache(maxsize=50_000)
def _may_be_held(written: str) -> bool:
    """Whether a word that is ``written`` so is worth a look, as most small ones are not."""
    if not written[0].isupper():
        return len(written) >= _SHORTEST_SMALL_NAME and kind(written.lower()) is not Kind.SAFE
    return len(written) > 1 and (written.isupper() or not _is_mixed_abbreviation(written))


def _look(words: Words, at: int, safe: Collection[int]) -> Found | None:
    token = words.tokens[at]
    written = token.written
    if not written[0].isupper():
        return _in_small_letters(words, at)
    if at in safe or words.is_code(at):
        return None
    return _in_capitals(words, at) if written.isupper() else _by_kind(words, at)


def _by_kind(words: Words, at: int) -> Found | None:
    if words.word(at - 1) == "child" and words.word(at) in COLOURS:
        return None
    known = kind(words.word(at))
    if known is Kind.NAME:
        return Found.KNOWN
    if known is Kind.UNKNOWN:
        return Found.UNKNOWN
    if known is Kind.EITHER:
        return Found.USED if sign(words, at) >= Sign.DOUBT else None
    titled = words.word(at - 1) in _SURE_TITLES and words.gap(at - 1) in (" ", ". ")
    return Found.USED if titled or _odd_capital(words, at) else None


def _odd_capital(words: Words, at: int) -> bool:
    """An ordinary word with a capital of its own, used as a name: "Kettle said"."""
    word = words.word(at)
    if word in listed("report_capitals") or word in listed("roles") or word in listed("relations"):
        return False
    if not is_capital_of_use(words, at) or word in listed("peoples") or word in listed("calendar"):
        return False
    before = words.capital(at - 1) and words.beside(at - 1) and not words.opens(at - 1)
    if before and (kind(words.word(at - 1)) is Kind.SAFE or words.written(at - 1).isupper()):
        return False
    if is_of_reports(word) and words.word(at - 1) not in listed("name_givers"):
        return False
    if introduced(words, at) or told_after(words, at):
        return not (words.capital(at + 1) and words.beside(at))
    return acts(words, at) and words.word(at - 1) not in DETERMINERS and not is_of_reports(word)


def _in_small_letters(words: Words, at: int) -> Found | None:
    word = words.word(at)
    known = kind(word)
    if known is Kind.NAME and _is_given(word):
        abbreviated = word in listed("abbreviations") and not introduced(words, at)
        return None if abbreviated or words.is_code(at) else Found.KNOWN
    if known is Kind.EITHER and _is_given(word) and speaks(words, at):
        return Found.USED
    if words.is_code(at):
        return None
    if introduced(words, at) and (known is not Kind.EITHER or words.word(at - 1) in TITLES):
        return Found.UNKNOWN if known is Kind.UNKNOWN else Found.KNOWN
    return Found.KNOWN if _after_first_name(words, at) else None


def _is_given(word: str) -> bool:
    return any(part in names("given") for part in word.split("-"))


def _after_first_name(words: Words, at: int) -> bool:
    """The family name after a first name in small letters: "danielle hackett"."""
    before = words.word(at - 1)
    if not words.beside(at - 1) or words.tokens[at - 1].possessive or words.capital(at - 1):
        return False
    if words.word(at) in listed("person_verbs") or words.word(at) in SMALL_VERBS:
        return False
    return (kind(before) is Kind.NAME and _is_given(before)) or (
        kind(before) is not Kind.SAFE and introduced(words, at - 1)
    )


def _in_capitals(words: Words, at: int) -> Found | None:
    """Of a word in capitals only: abbreviations and headings are safe, names are not."""
    word = words.word(at)
    if word in listed("abbreviations") and not _shouted_name(words, at):
        return None
    known = kind(word)
    if known is Kind.NAME:
        short = len(word) < _LONGEST_ACRONYM and not words.line(at).shouted
        return None if short and not _beside_capital_name(words, at) else Found.KNOWN
    if known is Kind.EITHER:
        return Found.USED if sign(words, at) >= Sign.SURE else None
    if known is Kind.SAFE or (len(word) <= _LONGEST_ACRONYM and not words.line(at).shouted):
        return None
    if len(word) <= _LONGEST_ACRONYM and not _VOWELS & set(word):
        return None
    long = len(word) > _LONGEST_UNKNOWN_ACRONYM
    return Found.UNKNOWN if long or words.line(at).shouted or _is_someone(words, at) else None


def _is_someone(words: Words, at: int) -> bool:
    """Whether a short word in capitals among small letters is no abbreviation: a surname."""
    return (
        introduced(words, at)
        or acts(words, at)
        or told_after(words, at)
        or _beside_capital_name(words, at)
        or words.tokens[at].possessive
    )


_VOWELS = frozenset("aeiouy")


def _shouted_name(words: Words, at: int) -> bool:
    """A name that is also an abbreviation, beside another name in capitals: "SAM HOLT"."""
    if kind(words.word(at)) is not Kind.NAME or not words.line(at).shouted:
        return False
    return _beside_capital_name(words, at)


def _beside_capital_name(words: Words, at: int) -> bool:
    return any(
        words.capital(near) and kind(words.word(near)) in (Kind.NAME, Kind.UNKNOWN)
        for near, beside in ((at - 1, words.beside(at - 1)), (at + 1, words.beside(at)))
        if beside
    )


def _is_mixed_abbreviation(written: str) -> bool:
    """An abbreviation in part in small letters: "GPs", "CiC", "SENCo", "Mash"."""
    word = written.lower()
    capitals = sum(map(str.isupper, written))
    if written[:-1].isupper() and written[-1] == "s":
        return True
    if word in listed("abbreviations"):
        return capitals > 1 or (
            len(word) >= _LONGEST_ACRONYM and kind(word) in (Kind.SAFE, Kind.UNKNOWN)
        )
    return capitals > 1 and len(written) <= _LONGEST_ACRONYM

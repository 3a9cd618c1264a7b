"""Names in the small letters of someone who writes all names so: "dean hit musa", "mrs day"."""

# ruff: noqa: SIM905 - lists of words are easier to read and to change as words

from __future__ import annotations

from collections.abc import Iterator

from redaction.detect.net.acting import acts
from redaction.detect.net.grammar import AUXILIARIES, DETERMINERS, HELPERS, SMALL_VERBS
from redaction.detect.net.known import Known
from redaction.detect.net.lists import names
from redaction.detect.net.lists import words as listed
from redaction.detect.net.tokens import Words
from redaction.detect.net.uses import in_calendar, introduced
from redaction.detect.net.vocabulary import Kind, kind

_FEWEST = 3
"""Sure names in small letters in a document of someone who writes them so."""
_SHORTEST, _SHORTEST_SURE = 3, 4
_SURE_TITLES = frozenset("mr mrs ms dr sgt sergeant pc dc ds wpc".split())
_PRONOUNS = frozenset("i he she it we you they me him her us them u who".split())
_NO_NAMES = _PRONOUNS | SMALL_VERBS | AUXILIARIES | HELPERS | DETERMINERS
_NOT_AFTER = frozenset(
    "the a an this that these those his her their its our my your some any no every each".split()
)
_TOLD = frozenset("asked told tell rang phoned texted by".split())


def small_names(words: Words, known: Known) -> Iterator[tuple[int, int]]:
    """Where names stand small, if their writer writes names that are ``known`` so."""
    if _writes_names_small(words, known):
        for at, token in enumerate(words.tokens):
            if token.written.islower() and _is_name(words, at, known):
                titled = words.word(at - 1) in listed("titles_small") and words.beside(at - 1)
                yield words.tokens[at - titled].start, token.end


def _writes_names_small(words: Words, known: Known) -> bool:
    small = (
        token.word in known.sure and len(token.word) >= _SHORTEST_SURE and token.written.islower()
        for token in words.tokens
    )
    return sum(small) >= _FEWEST


def _is_name(words: Words, at: int, known: Known) -> bool:
    word = words.word(at)
    if len(word) < _SHORTEST or words.is_code(at):
        return False
    before = words.word(at - 1) if words.beside(at - 1) or words.gap(at - 1) == ". " else ""
    if word in listed("calendar") and in_calendar(words, at) and before not in _TOLD:
        return False
    if before in listed("titles_small") and not _is_ordinary_verb(word):
        return before in _SURE_TITLES or kind(word) is not Kind.SAFE
    if before in _NOT_AFTER or word in _PRONOUNS or word in listed("report_capitals"):
        return False
    if kind(word) is Kind.NAME:
        return word not in listed("abbreviations")
    if kind(word) is Kind.UNKNOWN:
        return acts(words, at)
    if word in SMALL_VERBS and before not in _TOLD:
        return word in known.capitals and _has_done(words, at)
    if word in known.capitals:
        return word not in _NO_NAMES
    given = kind(word) is Kind.EITHER and word in names("given")
    return given and (acts(words, at) or _is_met(words, at, known, before))


def _is_met(words: Words, at: int, known: Known, before: str) -> bool:
    """Whether it stands where people do: "told jan", "faith and kacper", "june is eighty one"."""
    if before == "and":
        return words.word(at - 2) in known.sure
    if before in _TOLD or introduced(words, at):
        return True
    after = words.word(at + 1) if words.beside(at) else ""
    if after == "and":
        return words.word(at + 2) in known.sure
    return words.opens(at) and after in AUXILIARIES


def _is_ordinary_verb(word: str) -> bool:
    """Such as after "told miss" where the name is left out: "miss said"."""
    return word in _NO_NAMES or word in listed("person_verbs") or word in listed("passives")


def _has_done(words: Words, at: int) -> bool:
    """Of "will brought him", "hope had been": no verb is followed so."""
    after = words.word(at + 1)
    done = after in listed("person_verbs") or after in ("was", "had", "is", "has")
    return words.beside(at) and done

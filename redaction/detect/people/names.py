"""A name's parts and every form in which a report may write it."""

# ruff: noqa: SIM905 - lists of words are easier to read and to change as words

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, product

from redaction.detect.plain import folded, plain
from redaction.detect.words import ORDINARY_WORDS, REPORT_WORDS, TITLES
from redaction.values import ProtectedPerson

_PARTICLES = frozenset(
    "van von der den de la le du di da dos das del della al el ul bin bint binti ibn abu ap ab st "
    "mac mc o ter ten".split()
)
_NOUNS = frozenset(
    "baby infant child boy girl twin uncle aunt auntie aunty nan nana nanna gran granny grandad "
    "grandpa grandma mum mam dad canon pastor imam father mother sister brother".split()
)
"""Of "Baby T" only the two together are a name."""
_MOST_SPELLINGS = 64
"""Combinations of one name's spellings that are looked for; no real name has more."""
_LETTERS = re.compile(r"[^\W\d_]+")


class FormKind(StrEnum):
    """Which form of a name a text used."""

    WHOLE = "the whole name"
    """First name and surname, in any order, with or without what is between."""
    WITH_INITIALS = "initials with the surname"
    """"J. Okafor", "Okafor, J"."""
    GIVEN = "a first name"
    """A first or middle name alone."""
    SURNAME = "the surname"
    """The surname alone, or one half of a double surname."""
    KNOWN_AS = "a nickname or other name"
    """A nickname, a short form, a former name."""
    INITIALS = "the initials"
    """Initials alone."""
    VARIANT_WHOLE = "the surname with a short form or another spelling of the first name"
    """"Kathy Okafor" of Katherine Okafor."""
    VARIANT = "a short form or another spelling of the first name"
    """"Kathy" of Katherine; also a transliteration: "Mohamed" of Muhammad."""


@dataclass(frozen=True)
class Form:
    """One way to write one person's name: folded lower-case ``words`` in their order."""

    words: tuple[str, ...]
    kind: FormKind
    person: ProtectedPerson

    @property
    def ordinary(self) -> bool:
        """Whether every word of it is an ordinary word or a single letter."""
        return all(
            len(word) == 1 or word in ORDINARY_WORDS or word in REPORT_WORDS for word in self.words
        )


@dataclass(frozen=True)
class NameParts:
    """A name taken apart: given names in order, and the surname with its particles."""

    given: tuple[str, ...]
    surname: str

    @property
    def initials(self) -> tuple[str, ...]:
        """The first letters of all given names and of the surname, lower case, folded."""
        names = (*self.given, self.surname) if self.surname else self.given
        return tuple(word[0] for name in names if (word := _squeezed(name)))


def letters(text: str) -> tuple[str, ...]:
    """The runs of letters in ``text``, folded to basic Latin, lower case."""
    return tuple(_LETTERS.findall(folded(plain(text).text).text.lower()))


def name_parts(name: str) -> NameParts:
    """``name`` taken apart: "Dr Ana van der Berg", "Okafor, Amara Grace", "Amara"."""
    if "," in name:
        surname, _, given = name.partition(",")
        return NameParts(_without_titles(given.split()), surname.strip())
    words = _without_titles(name.split())
    if len(words) < 2:
        return NameParts(words, "")
    start = len(words) - 1
    while start > 1 and "".join(letters(words[start - 1])) in _PARTICLES:
        start -= 1
    return NameParts(words[:start], " ".join(words[start:]))


def all_initials(person: ProtectedPerson) -> frozenset[str]:
    """The first letter of every part of every name of ``person``, in upper case."""
    names = [name_parts(name) for name in (person.full_name, *person.known_as)]
    whole = {letter for parts in names for letter in parts.initials}
    halves = {word[0] for name in (person.full_name, *person.known_as) for word in letters(name)}
    return frozenset(letter.upper() for letter in whole | halves)


def name_forms(person: ProtectedPerson) -> tuple[Form, ...]:
    """Every form of every name of ``person``, longest first, none twice."""
    forms = dict.fromkeys(_forms_of_full_name(person))
    forms |= dict.fromkeys(_forms_of_nicknames(person))
    first_kind: dict[tuple[str, ...], Form] = {}
    for form in forms:
        first_kind.setdefault(form.words, form)
    return tuple(sorted(first_kind.values(), key=lambda form: (-len(form.words), form.words)))


def _forms_of_full_name(person: ProtectedPerson) -> Iterator[Form]:
    parts = name_parts(person.full_name)
    yield from _forms_of_parts(person, parts)
    if parts.surname and len(parts.initials) <= 4:
        for initials in sorted(_all_initials(parts)):
            yield Form(("".join(initials),), FormKind.INITIALS, person)
            yield Form(initials, FormKind.INITIALS, person)


def _all_initials(parts: NameParts) -> set[tuple[str, ...]]:
    """The initials a report may use: with and without middle names, a double surname as both."""
    given = parts.initials[:-1]
    halves = tuple(half[0] for half in _halves(parts.surname))
    surnames = {parts.initials[-1:], halves} - {()}
    return {(*first, *last) for first in (given, given[:1]) for last in surnames}


def _forms_of_nicknames(person: ProtectedPerson) -> Iterator[Form]:
    surname = name_parts(person.full_name).surname
    for name in person.known_as:
        parts = name_parts(name)
        if parts.surname:
            yield from _forms_of_parts(person, parts)
            continue
        for words in _spellings(name):
            yield Form(words, FormKind.KNOWN_AS, person)
        if surname:
            yield from _together(person, NameParts(parts.given, surname))


def _forms_of_parts(person: ProtectedPerson, parts: NameParts) -> Iterator[Form]:
    if parts.surname:
        yield from _together(person, parts)
    alone = FormKind.GIVEN if parts.surname else FormKind.KNOWN_AS
    for name in parts.given:
        if _squeezed(name) not in _NOUNS and len(_squeezed(name)) > 1:
            for words in _spellings(name):
                yield Form(words, alone, person)
    if len(_squeezed(parts.surname)) > 1:
        yield from _surname_alone(person, parts.surname)


def _together(person: ProtectedPerson, parts: NameParts) -> Iterator[Form]:
    """First name and surname, in both orders, with the middle names whole, short or left out."""
    first, *middle = parts.given or ("",)
    middles = {tuple(middle), (), tuple(name[0] for name in middle)}
    for surname in surname_spellings(parts.surname):
        for between in middles:
            for given in _sequences((first, *between)):
                yield Form((*given, *surname), FormKind.WHOLE, person)
                yield Form((*surname, *given), FormKind.WHOLE, person)
        yield from _glued(person, first, surname)
        yield from _initialled(person, parts, surname)


def _glued(person: ProtectedPerson, first: str, surname: tuple[str, ...]) -> Iterator[Form]:
    """As in file names and accounts: amaraokafor, okaforamara, aokafor, okafora."""
    whole, family = _squeezed(first), "".join(surname)
    if not whole or not family:
        return
    for words in (whole + family, family + whole):
        yield Form((words,), FormKind.WHOLE, person)
    if len(family) >= 4:
        yield Form((whole[0] + family,), FormKind.WITH_INITIALS, person)
        if whole[0] != "s":  # "okoyes" is the family, not an account of Sade's
            yield Form((family + whole[0],), FormKind.WITH_INITIALS, person)


def _initialled(
    person: ProtectedPerson, parts: NameParts, surname: tuple[str, ...]
) -> Iterator[Form]:
    given = parts.initials[:-1]
    for initials in {given, given[:1], ("".join(given),)} - {()}:
        yield Form((*initials, *surname), FormKind.WITH_INITIALS, person)
        yield Form((*surname, *initials), FormKind.WITH_INITIALS, person)


def _surname_alone(person: ProtectedPerson, surname: str) -> Iterator[Form]:
    for words in surname_spellings(surname):
        yield Form(words, FormKind.SURNAME, person)


def surname_spellings(surname: str) -> set[tuple[str, ...]]:
    """The spellings of a surname, and of each half of a double one, as words in lower case."""
    doubles = re.split(r"[\s\-]+", plain(surname).text)
    found = _spellings(surname) | set(_sequences(doubles))
    for half in (*_halves(surname), *(half for half in doubles if len(_squeezed(half)) > 3)):
        found |= _spellings(half)
    return found


def _halves(surname: str) -> tuple[str, ...]:
    """The parts of a surname that are names of their own: both of "Ash-Elm", "Ash" of "O'Ash"."""
    pieces = [_squeezed(piece) for piece in re.split(r"[\s\-']+", plain(surname).text)]
    if len(pieces) < 2:
        return ()
    return tuple(piece for piece in pieces if len(piece) >= 3 and piece not in _PARTICLES)


def _spellings(name: str) -> set[tuple[str, ...]]:
    """A name as its separate words and as one word: ("smith", "jones") and ("smithjones",)."""
    words = letters(name)
    return {words, ("".join(words),)} if words else set()


def _sequences(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    spellings = [sorted(_spellings(name)) for name in names if letters(name)]
    for choice in islice(product(*spellings), _MOST_SPELLINGS):
        yield tuple(word for words in choice for word in words)


def _squeezed(name: str) -> str:
    return "".join(letters(name))


def _without_titles(words: list[str]) -> tuple[str, ...]:
    while len(words) > 1 and "".join(letters(words[0])) in TITLES:
        words = words[1:]
    return tuple(word for word in words if letters(word))

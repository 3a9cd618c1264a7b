"""The case's own addresses, organisations and identifiers, as patterns with what they mean."""

# ruff: noqa: SIM905 - lists of words are easier to read and to change as words

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from redaction.detect.detection import Certainty
from redaction.detect.plain import folded, plain
from redaction.detect.words import ORDINARY_WORDS
from redaction.pseudonyms import organisation_labels
from redaction.values import Category, Identifier, ProtectedTerms, Role

_START, _END = r"(?<![^\W_])", r"(?![^\W_])"
_BETWEEN = r"[\s,.'\-]{1,4}"
_ABBREVIATED = {
    "street": "st", "road": "rd", "avenue": "ave?", "close": "cl", "drive": "drv?", "lane": "ln",
    "court": "ct", "crescent": "cres", "gardens": "gdns?", "place": "pl", "square": "sq",
    "terrace": "terr?", "grove": "gr", "saint": "st", "st": "saint", "apartment": "apt",
    "mount": "mt", "north": "n", "south": "s", "east": "e", "west": "w",
}  # fmt: skip
_STREETS = frozenset(
    "street road avenue close drive lane court crescent gardens place square terrace grove way "
    "walk rise hill mews row green park view mount st rd ave cl dr".split()
)
_KINDS_OF_BODY = frozenset(
    "the a of and for at school primary infant infants junior nursery preschool pre playgroup "
    "academy college secondary high grammar community special first middle lower upper surgery "
    "medical centre center practice health clinic hospital infirmary general royal district "
    "university children childrens s church england c e ce rc catholic trust nhs foundation group "
    "house family county cottage gp doctors early years day care".split()
)
_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", re.IGNORECASE)
_TELEPHONE = re.compile(r"0\d{9,10}")
_LOCAL = re.compile(r"(?:02\d|01\d1|011\d|01\d{3})(\d{6,8})")
"""Landline numbers by area: in London 8 digits follow it, in big cities 7, elsewhere mostly 6."""
_CHILD = (Role.CHILD,)
_HOME = "an address of the case"


@dataclass(frozen=True)
class CaseTerm:
    """A pattern to look for in folded text, and what it means where it is found."""

    pattern: re.Pattern[str]
    entity: str
    category: Category
    reason: str
    suggestion: str
    roles: tuple[Role, ...]
    certainty: Certainty = Certainty.SURE
    about: str = ""
    """Whose it is, by label."""


def case_terms(terms: ProtectedTerms) -> tuple[CaseTerm, ...]:
    """Patterns for everything in ``terms`` but names and dates."""
    found = [*_addresses(terms), *_organisations(terms), *_identifiers(terms)]
    # A blank line of a case, or one without letters, would be found between any two characters.
    real = [term for term in found if term.pattern.match("") is None]
    first: dict[tuple[str, str, tuple[Role, ...]], CaseTerm] = {}
    for term in real:
        first.setdefault((term.pattern.pattern, term.entity, term.roles), term)
    return tuple(first.values())


def _addresses(terms: ProtectedTerms) -> Iterator[CaseTerm]:
    for address in terms.addresses:
        postcode = _POSTCODE.search(address)
        if postcode:
            pattern = rf"{_START}{postcode[1]}[\s\-]{{0,3}}{postcode[2]}{_END}"
            yield _place(pattern, "the postcode of an address of the case", "[postcode]")
            if len(postcode[1]) > 2:
                yield _maybe_place(postcode[1].upper(), "the district of a postcode of the case")
        lines = [line.strip() for line in re.split(r"[,\n]", _POSTCODE.sub("", address))]
        lines = [line for line in lines if line]
        if len(lines) > 1:
            whole = _phrase(" ".join(lines))
            yield _place(f"{_START}{whole}{_END}", "an address of the case", "[address]")
        for line in lines:
            yield from _line(line, first=line is lines[0])


def _line(line: str, *, first: bool) -> Iterator[CaseTerm]:
    """A line of an address: a street with or without its number, or the name of a house."""
    number = re.match(
        r"(?:flat|unit|apartment)?\s*\d+[a-z]?\b[\s,/\-]*(?:\d+[a-z]?\b[\s,]*)?", line, re.I
    )
    street = line[number.end() :].strip() if number else line
    words = street.lower().split()
    if len(words) > 1 and words[-1].strip(".") in _STREETS:
        optional = rf"(?:{_phrase(number[0].strip())}{_BETWEEN})?" if number else ""
        pattern = f"{_START}{optional}{_phrase(street)}{_END}"
        yield _place(pattern, "the street of an address of the case", "[address]")
        own = " ".join(_words(street)[:-1])
        if len(own) > 3 and own.lower() not in ORDINARY_WORDS:
            yield _maybe_place(own, "the name of a street of the case")
    elif len(words) > 1 and (first or number):
        yield _place(f"{_START}{_phrase(line)}{_END}", "an address of the case", "[address]")
    elif first and len(line) > 3 and line.isalpha() and line.lower() not in ORDINARY_WORDS:
        yield _maybe_place(line, "the name of a house of the case")


def _place(pattern: str, reason: str, suggestion: str) -> CaseTerm:
    compiled = re.compile(pattern, re.IGNORECASE)
    return CaseTerm(compiled, "CASE_PLACE", Category.PLACE, reason, suggestion, _CHILD, about=_HOME)


def _maybe_place(name: str, reason: str) -> CaseTerm:
    """A part of an address that may be something else; only with a capital."""
    compiled = re.compile(rf"{_START}(?=[A-Z])(?i:{_phrase(name)}){_END}")
    return CaseTerm(
        compiled, "CASE_PLACE", Category.PLACE, reason, "[place]", _CHILD, Certainty.DOUBTFUL, _HOME
    )


def _organisations(terms: ProtectedTerms) -> Iterator[CaseTerm]:
    for name, label in organisation_labels(terms).items():
        words = _words(name)
        the = f"(?:the{_BETWEEN})?" if len(words) > 1 and words[0].lower() == "the" else ""
        rest = " ".join(words[1:]) if the else name
        whole = re.compile(f"{_START}{the}{_phrase(rest)}{_END}", re.IGNORECASE)
        yield _organisation(whole, "an organisation of the case", label)
        own = _distinctive(words)
        if not own or own == words:
            continue
        kinds = "|".join(_phrase(word) for word in words[words.index(own[-1]) + 1 :])
        if kinds:
            short = rf"{_phrase(' '.join(own))}(?:{_BETWEEN}(?:{kinds})){{1,6}}"
            pattern = re.compile(f"{_START}{short}{_END}", re.IGNORECASE)
            yield _organisation(pattern, "an organisation of the case, by a short form", label)
        if len(own) > 1 or (len(own[0]) > 3 and own[0].lower() not in ORDINARY_WORDS):
            alone = re.compile(rf"{_START}(?=[A-Z0-9])(?i:{_phrase(' '.join(own))}){_END}")
            reason = "part of the name of an organisation of the case"
            yield _organisation(alone, reason, label, Certainty.DOUBTFUL)


def _organisation(
    pattern: re.Pattern[str], reason: str, label: str, sure: Certainty = Certainty.SURE
) -> CaseTerm:
    return CaseTerm(pattern, "CASE_ORGANISATION", Category.ORG, reason, label, _CHILD, sure, label)


def _distinctive(words: list[str]) -> list[str]:
    """The first run of words that are the name's own: "Tolwick" of "The Tolwick Primary School"."""
    own: list[str] = []
    for word in words:
        plain_word = re.sub(r"[^a-z0-9]", "", word.lower())
        if plain_word in _KINDS_OF_BODY:
            if own and own != ["St"]:
                break
            own = []
            continue
        own.append(word)
    return own


def _identifiers(terms: ProtectedTerms) -> Iterator[CaseTerm]:
    people = {person.id: person for person in terms.people}
    for identifier in terms.identifiers:
        owner = people.get(identifier.person)
        role = owner.role if owner else Role.CHILD
        of = owner.label if owner and owner.label else "the case"
        for pattern, certainty in _identifier_patterns(identifier):
            yield CaseTerm(
                re.compile(pattern, re.IGNORECASE),
                "CASE_CODE",
                Category.CODE,
                f"the {identifier.type} of {of}",
                f"[{identifier.type}]",
                (role,),
                certainty,
                owner.label if owner else "",
            )


def _identifier_patterns(identifier: Identifier) -> Iterator[tuple[str, Certainty]]:
    """The characters of the value with any spacing; telephone numbers also with +44 or local."""
    value = folded(plain(identifier.value).text).text.strip()
    squeezed = "".join(character for character in value if character.isalnum())
    if len(squeezed) < 3:
        return
    if "@" in value:
        yield f"{_START}{_mailbox(value)}{_END}", Certainty.SURE
    elif _TELEPHONE.fullmatch(squeezed):
        rest = _spaced(squeezed[1:])
        abroad = r"(?<!\d)(?:\(?\+?(?:00)?44\)?[\s\-]{0,3})?(?:\(?0\)?[\s\-]?)?"
        yield rf"{abroad}{rest}(?!\d)", Certainty.SURE
        if local := _LOCAL.fullmatch(squeezed):
            yield rf"(?<!\d){_spaced(local[1])}(?!\d)", Certainty.DOUBTFUL
    else:
        yield f"{_START}{_spaced(squeezed)}{_END}", Certainty.SURE


def _mailbox(address: str) -> str:
    """An e-mail address, also as written against robots: "a.b (at) c dot example"."""
    spoken = {"@": r"\s?[\[({]?(?:@|at)[\])}]?\s?", ".": r"\s?[\[({]?(?:\.|dot)[\])}]?\s?"}
    return "".join(spoken.get(character, re.escape(character)) for character in address)


def _spaced(characters: str) -> str:
    return r"[\s\-./()]{0,3}".join(re.escape(character) for character in characters)


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", folded(plain(name).text).text)


def _phrase(name: str) -> str:
    """A pattern for the words of ``name`` with any spacing, apostrophe and abbreviation."""
    patterns = []
    for word in _words(name):
        written = re.escape(word).replace("'", "'?")
        short = _ABBREVIATED.get(word.lower())
        patterns.append(f"(?:{written}|{short})" if short else written)
    return _BETWEEN.join(patterns)

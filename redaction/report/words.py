"""What recognisers, kinds of finding and numbers of them are called in a reader's words."""

from __future__ import annotations

import re

from redaction.values import Category, Finding

KINDS = {
    Category.PERSON: "name",
    Category.DATE: "date",
    Category.PLACE: "place",
    Category.ORG: "organisation",
    Category.CODE: "number or contact",
    Category.QUASI: "detail",
    Category.HIDDEN: "part that can't be read",
}
"""Categories in a reader's words."""

_NOUNS = {
    "CASE_ORGANISATION": "organisation of the case",
    "JIGSAW": "combination of details",
    "NAME_MISSING": "missing name",
    "TITLED_NAME": "name",
    "UK_DATE": "exact day",
    "UK_LIFE_DATE": "date of birth or death",
    "UNREAD_PICTURE": "picture that a person has to look at",
    "UNREAD_SKIMMED": "picture that a program read",
}
"""Entities whose suggestion does not say what they are."""

_RECOGNISERS = {
    "CaseIdentityRecognizer": "the names and other terms of the case",
    "spread": "stands elsewhere in this document as a name",
    "unread": "what no program can look into",
    "jigsaw": "details that together point to one family",
    "required names": "names that the procedure wants",
    "NhsRecognizer": "NHS numbers, by their check digit",
    "UkNinoRecognizer": "National Insurance numbers",
    "IpRecognizer": "addresses of computers",
    "SpacyRecognizer": "the name model",
}
"""Recognisers whose class name does not say well what they look for."""

_CAPITALS = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+")
_NOT_SAID = frozenset({"recognizer", "recogniser", "uk", "offline", "in", "words"})


def found_by(recogniser: str) -> str:
    """What ``recogniser`` looks for: "StreetAddressRecognizer" is "street address"."""
    if recogniser in _RECOGNISERS:
        return _RECOGNISERS[recogniser]
    if recogniser.islower():
        return recogniser
    words = [word if word.isupper() else word.lower() for word in _CAPITALS.findall(recogniser)]
    said = [word for word in words if word.lower() not in _NOT_SAID]
    return " ".join(said) or recogniser


def noun(finding: Finding) -> str:
    """What was found, as a noun: "postcode", "date of birth", "exact day"."""
    if finding.entity in _NOUNS:
        return _NOUNS[finding.entity]
    stand_in = finding.suggestion
    if stand_in.startswith("[") and stand_in.endswith("]"):
        return stand_in[1:-1]
    return KINDS[finding.category]


def place(finding: Finding) -> str:
    """Where it stands, in words: "footnote 3", "text, line 12"."""
    return f"{finding.where}, line {finding.line}" if finding.line else finding.where


def plural(number: int, singular: str) -> str:
    """``number`` with ``singular`` in the right form: "1 finding", "2 dates of birth"."""
    if number == 1:
        return f"1 {singular}"
    head, joined, rest = _head(singular)
    return f"{number:,} {_plural(head)}{joined}{rest}"


def _head(noun: str) -> tuple[str, str, str]:
    """The words that take the plural, and what follows: "date" and " of birth"."""
    for joint in (" of ", " that ", " or ", " on "):
        head, joined, rest = noun.partition(joint)
        if joined:
            return head, joined, rest
    return noun, "", ""


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"

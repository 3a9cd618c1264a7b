"""What stands in for a protected term: the same label for the same person, everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from redaction.detect.people.names import all_initials
from redaction.values import ProtectedPerson, ProtectedTerms, Role

_BY_LETTER = {Role.CHILD: "Child", Role.OTHER_VICTIM: "Young Person"}
_BY_NUMBER = {
    Role.SIBLING: "Sibling",
    Role.PARENT: "Parent",
    Role.FAMILY: "Family Member",
    Role.PROFESSIONAL: "Professional",
    Role.REFERRER: "Referrer",
    Role.PANEL: "Panel Member",
    Role.REVIEWER: "Reviewer",
}
_LETTERS = "WZXYVTQUKNGLRPHBFDSCMEJOAI"
"""Letters for labels, those that begin few names first; O and I, which look like digits, late."""


def with_labels(terms: ProtectedTerms) -> ProtectedTerms:
    """``terms`` with a label for everyone who has none; given labels are kept.

    Children get a letter that begins none of their own names (nor, as long as there are letters,
    any child's name), everyone else the number of their role: "Child W", "Sibling 1", "Parent 2".
    No two people share a label. The same terms always get the same labels.
    """
    taken = {person.label.casefold() for person in terms.people if person.label}
    children = [person for person in terms.people if person.role in _BY_LETTER]
    all_letters = frozenset[str]().union(*(all_initials(child) for child in children))
    labelled = []
    for person in terms.people:
        label = person.label or next(
            label for label in _labels(person, all_letters) if label.casefold() not in taken
        )
        taken.add(label.casefold())
        labelled.append(replace(person, label=label))
    return replace(terms, people=tuple(labelled))


def organisation_labels(terms: ProtectedTerms) -> dict[str, str]:
    """What stands in for each school, surgery, hospital and other organisation of ``terms``."""
    kinds = (
        ("School", terms.schools),
        ("GP Surgery", terms.gp),
        ("Hospital", terms.hospitals),
        ("Organisation", terms.other_organisations),
    )
    labels: dict[str, str] = {}
    for kind, names in kinds:
        for number, name in enumerate(dict.fromkeys(names), start=1):
            labels.setdefault(name, f"{kind} {number}")
    return labels


def _labels(person: ProtectedPerson, all_letters: frozenset[str]) -> Iterator[str]:
    """Labels for ``person``, best first, without end."""
    noun = _BY_LETTER.get(person.role)
    if noun is not None:
        own = all_initials(person)
        free = [letter for letter in _LETTERS if letter not in own]
        yield from (f"{noun} {letter}" for letter in free if letter not in all_letters)
        yield from (f"{noun} {letter}" for letter in free)
    number = 1
    while True:
        yield f"{noun or _BY_NUMBER[person.role]} {number}"
        number += 1

"""First names that may stand for one another: short forms, spellings, transliterations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from redaction.detect.people.names import (
    Form,
    FormKind,
    letters,
    name_parts,
    surname_spellings,
)
from redaction.values import ProtectedPerson
from redaction.word_list import entries_of


def same_names(name: str) -> frozenset[str]:
    """Other names that may stand for the first name ``name`` (folded, lower case)."""
    return _families().get(name, frozenset()) - {name}


def variant_forms(person: ProtectedPerson) -> Iterator[Form]:
    """The forms of ``person``'s name with another first name that may stand for theirs."""
    surname = name_parts(person.full_name).surname
    own = [name_parts(name) for name in (person.full_name, *person.known_as)]
    for first in dict.fromkeys("".join(letters(parts.given[0])) for parts in own if parts.given):
        for other in sorted(same_names(first)):
            yield Form((other,), FormKind.VARIANT, person)
            for family in sorted(surname_spellings(surname)) if surname else ():
                yield Form((other, *family), FormKind.VARIANT_WHOLE, person)
                yield Form((*family, other), FormKind.VARIANT_WHOLE, person)


@cache
def _families() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for line in entries_of(Path(__file__).parent / "data" / "same_name.txt"):
        family = line.split()
        for name in family:
            found[name].update(family)
    return {name: frozenset(others) for name, others in found.items()}

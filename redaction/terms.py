"""The protected terms as a file of their own, for an author who must not have the case folder."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from redaction.errors import Problem, RedactionError
from redaction.values import Identifier, ProtectedPerson, ProtectedTerms, Role

MOST_BYTES = 5_000_000
"""No terms file is larger: a case has dozens of names, not millions."""


_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Text that says something."""
ROLE_WORDS = {
    Role.PARENT: ("mother", "father", "parent", "stepmother", "stepfather", "carer", "partner"),
    Role.SIBLING: ("brother", "sister", "sibling", "half-brother", "half-sister"),
    Role.CHILD: ("child", "subject", "baby", "infant"),
    Role.REVIEWER: ("reviewer", "independent_author"),
    Role.PANEL: ("panel", "chair", "chief"),
    Role.REFERRER: ("referrer",),
    Role.FAMILY: (
        "family", "grandmother", "grandfather", "aunt", "uncle", "cousin", "relative", "friend",
    ),
}  # fmt: skip
"""Words by which other programs' files may tell a person's role; any other is a professional's."""


@dataclass(frozen=True)
class TermsFile:
    """What a terms file holds; ``procedure`` is the id of the case's procedure, or empty.

    ``allowed_words`` (phrase: reason) and ``language_model`` are the board's, as ``Checker`` takes
    them.
    """

    terms: ProtectedTerms
    procedure: str = ""
    allowed_words: dict[str, str] = field(default_factory=dict)
    language_model: str = ""


class _Part(BaseModel):
    """A part of the file: other keys are left alone, and null says no more than a missing key."""

    model_config = ConfigDict(extra="ignore")

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, written: object) -> object:
        if not isinstance(written, dict):
            return written
        return {key: value for key, value in written.items() if value is not None}


class _Person(_Part):
    """A person as the file writes them; only the name is needed."""

    id: str = ""
    role: str = ""
    full_name: str = Field(min_length=1)
    known_as: list[str] = []
    date_of_birth: date | None = None
    date_of_death: date | None = None
    label: str = ""


class _Identifier(_Part):
    """An identifier as the file writes it."""

    type: str = ""
    value: str = Field(min_length=1)
    person: str = ""


class _Terms(_Part):
    """The whole file: every key may be missing."""

    procedure: str = ""
    allowed_words: dict[_Text, _Text] = {}
    language_model: str = ""
    people: list[_Person] = []
    addresses: list[str] = []
    schools: list[str] = []
    gp: list[str] = []
    hospitals: list[str] = []
    other_organisations: list[str] = []
    identifiers: list[_Identifier] = []


def load_terms(path: Path) -> TermsFile:
    """The protected terms in the JSON file at ``path``.

    Raises RedactionError with every problem; none of them repeats what the file says.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise RedactionError.because(path.name, "is too large to be a terms file")
        content = path.read_bytes()
    except OSError as error:
        raise RedactionError.because(path, "can't be read", "Check the file's name") from error
    try:
        written = _Terms.model_validate_json(content)
    except ValidationError as error:
        raise RedactionError(_problems(path.name, error)) from error
    return TermsFile(
        _terms(written), written.procedure, written.allowed_words, written.language_model
    )


def terms_json(
    terms: ProtectedTerms,
    procedure: str = "",
    allowed_words: Mapping[str, str] | None = None,
    language_model: str = "",
) -> str:
    """``terms`` as ``load_terms`` reads them, with a line for each thing.

    ``allowed_words`` and ``language_model`` stand in it only where there are any.
    """
    board = {"allowed_words": dict(allowed_words or {}), "language_model": language_model}
    written: dict[str, object] = {
        "procedure": procedure,
        "people": [_person_record(person) for person in terms.people],
        "addresses": list(terms.addresses),
        "schools": list(terms.schools),
        "gp": list(terms.gp),
        "hospitals": list(terms.hospitals),
        "other_organisations": list(terms.other_organisations),
        "identifiers": [
            {"type": each.type, "value": each.value, "person": each.person}
            for each in terms.identifiers
        ],
        **{key: value for key, value in board.items() if value},
    }
    return json.dumps(written, indent=2, ensure_ascii=False) + "\n"


def _terms(written: _Terms) -> ProtectedTerms:
    return ProtectedTerms(
        people=tuple(_people(written.people)),
        addresses=tuple(written.addresses),
        schools=tuple(written.schools),
        gp=tuple(written.gp),
        hospitals=tuple(written.hospitals),
        other_organisations=tuple(written.other_organisations),
        identifiers=tuple(
            Identifier(each.type, each.value, each.person) for each in written.identifiers
        ),
    )


def _people(written: Sequence[_Person]) -> Iterator[ProtectedPerson]:
    told = Counter(_told(each) for each in written)
    met: Counter[str] = Counter()
    for number, each in enumerate(written, 1):
        label = _told(each)
        met[label] += 1
        numbered = f"{label} {met[label]}" if label and told[label] > 1 else label
        yield ProtectedPerson(
            id=each.id or f"person-{number}",
            role=_role(each.role),
            full_name=each.full_name,
            known_as=tuple(each.known_as),
            date_of_birth=each.date_of_birth,
            date_of_death=each.date_of_death,
            label=each.label or numbered,
        )


def _told(written: _Person) -> str:
    """A role told in a word of its own ("mother") can stand for the person: "Mother"."""
    words = written.role.replace("_", " ").split()
    if written.label or "_".join(words).casefold() in {role.value for role in Role}:
        return ""
    return " ".join(word[:1].upper() + word[1:] for word in words)


def _role(word: str) -> Role:
    """The role that ``word`` tells; without any, a member of the family."""
    plain = word.strip().casefold().replace(" ", "_")
    if plain in {role.value for role in Role}:
        return Role(plain)
    spoken = set(plain.replace("-", "_").split("_")) | {plain}
    for role, words in ROLE_WORDS.items():
        if spoken & set(words):
            return role
    return Role.PROFESSIONAL if plain else Role.FAMILY


def _person_record(person: ProtectedPerson) -> dict[str, object]:
    def iso(day: date | None) -> str | None:
        return day.isoformat() if day else None

    return {
        "id": person.id,
        "role": person.role.value,
        "full_name": person.full_name,
        "known_as": list(person.known_as),
        "date_of_birth": iso(person.date_of_birth),
        "date_of_death": iso(person.date_of_death),
        "label": person.label,
    }


def _problems(name: str, error: ValidationError) -> Iterator[Problem]:
    for fault in error.errors(include_input=False, include_context=False, include_url=False):
        place = ".".join(str(step) for step in fault["loc"])
        if fault["type"] == "json_invalid":
            yield Problem(name, "is not JSON", 'Make it with "casereview terms"')
        else:
            yield Problem(f"{name}, {place}", fault["msg"], "Correct this line of the file")

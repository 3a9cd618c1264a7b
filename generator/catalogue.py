"""The catalogue: which documents there are, for whom, when, and what each of them needs."""

from __future__ import annotations

import difflib
import tomllib
from enum import StrEnum
from functools import cache

from pydantic import Field, ValidationError, field_validator

from casework.model.base import Id, Record, Text
from casework.model.review import EventKind
from generator.templates import templates_folder
from redaction.errors import Problem, TemplateError

CATALOGUE_FILE = "catalogue.toml"


class Kind(StrEnum):
    """What sort of document it is, in the letters of the board's own lists."""

    LETTER = "letter"
    FORM = "form"
    REPORT = "report"
    PLAN = "plan"
    TERMS = "terms"
    """Terms of reference, a protocol or a contract."""
    NOTIFICATION = "notification"
    """A notification to a national body."""
    LEAFLET = "leaflet"
    REGISTER = "register"
    CHECKLIST = "checklist"
    MEETING = "meeting"
    """An agenda, a record or a minute."""


class Recipients(StrEnum):
    """Whom a document is made out to: one Word file for each of them."""

    ONE = "one"
    """A single document, made out to no one in particular."""
    CHAIR = "chair"
    """A single document, made out to the chair of the board."""
    CHIEF_OFFICERS = "chief_officers"
    """One for the chief officer of every agency involved."""
    AGENCIES = "agencies"
    """One for every agency involved, made out to the author of its own report."""
    FAMILY = "family"
    """One for every member of the family to whom the panel decided to write."""
    OTHER_VICTIMS = "other_victims"
    """One for every other victim of abuse to whom the panel decided to write."""
    COPY_HOLDERS = "copy_holders"
    """One for every numbered copy that is out; an unnumbered master where none is."""


class DocumentType(Record):
    """One entry of the catalogue: a document that the board can make.

    ``fields`` are dotted paths of the template context that must hold something before the
    document is made; ``optional_fields`` are the others that its template uses.
    """

    id: Id
    title: Text
    kind: Kind
    procedures: list[Id] = Field(min_length=1)
    """The procedures that have this document."""
    source: Text
    """Where the procedure asks for it."""
    sender: Text
    """Who sends or signs it, in words."""
    recipients: Recipients = Recipients.ONE
    trigger: EventKind | None = None
    """The event after which it is wanted; none where it is made on request."""
    rule: str = ""
    """The time rule (``T04``) that says by when; empty where the sources set no limit."""
    fields: list[Text] = []
    optional_fields: list[Text] = []
    policy: str = ""
    """The naming policy of the procedure that a check of this document uses."""
    marking: str = ""
    """The protective marking in its header; empty for what anyone may read."""
    numbered_copies: bool = False
    """Whether every copy carries a number and is recorded with its holder."""

    @field_validator("fields", "optional_fields")
    @classmethod
    def _no_field_twice(cls, paths: list[str]) -> list[str]:
        if len(set(paths)) != len(paths):
            raise ValueError("a field is listed twice")
        return paths


class _CatalogueFile(Record):
    """The whole of ``catalogue.toml``."""

    document: list[DocumentType]


@cache
def load_catalogue() -> dict[str, DocumentType]:
    """Every document by its id, in the catalogue's order.

    Raises ``TemplateError`` with every fault of the file.
    """
    path = templates_folder() / CATALOGUE_FILE
    try:
        entries = _CatalogueFile.model_validate(tomllib.loads(path.read_text("utf-8"))).document
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TemplateError.because(path.name, str(error)) from error
    except ValidationError as error:
        raise TemplateError(_faults(error)) from error
    catalogue = {entry.id: entry for entry in entries}
    if len(catalogue) != len(entries):
        raise TemplateError.because(path.name, "two documents have the same id")
    return catalogue


def document_type(document_id: str) -> DocumentType:
    """The catalogue's entry for ``document_id``; ``TemplateError`` names the nearest known ids."""
    catalogue = load_catalogue()
    if document_id in catalogue:
        return catalogue[document_id]
    near = difflib.get_close_matches(document_id.lower(), catalogue, n=3, cutoff=0.5)
    known = "Did you mean " + " or ".join(near) if near else "Known: " + ", ".join(catalogue)
    raise TemplateError.because(
        "", f'there is no document "{document_id}"', f"{known}?" if near else known
    )


def _faults(error: ValidationError) -> list[Problem]:
    return [
        Problem(f"{CATALOGUE_FILE}, {'.'.join(str(step) for step in fault['loc'])}", fault["msg"])
        for fault in error.errors()
    ]

"""The catalogue: which documents there are, for whom, when, and what each of them needs."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from pydantic import Field, ValidationError, field_validator

from casework.kinds import ReviewKind
from casework.model.base import Id, Record, Text
from casework.model.review import EventKind, Outcome
from casework.procedure import Procedure, TimeRule
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
    PAGE = "page"
    """A page of the public site."""
    DIAGRAM = "diagram"
    CHECKLIST = "checklist"
    MEETING = "meeting"
    """An agenda, a record or a minute."""


class Form(StrEnum):
    """In what form the board has a document of its procedure."""

    TEMPLATE = "template"
    """A Word template of its own."""
    PART = "part"
    """A part of another document, which ``part_of`` names."""
    REGISTER = "register"
    """Kept as a register; ``reason`` says where."""
    PAGE = "page"
    """A page of the public site."""
    EXTERNAL = "external"
    """It belongs to another body's system; ``reason`` says to whose."""


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
    AGENCIES_ASKED = "agencies_asked"
    """One for every agency of the case, involved or not yet known to be."""
    BOARD_MEMBERS = "board_members"
    """One for every agency's representative on the board."""
    PANEL_MEMBERS = "panel_members"
    """One for every member of the panel who has not withdrawn."""
    REFERRER = "referrer"
    """A single document, made out to who referred the case."""
    REVIEWER = "reviewer"
    """A single document, made out to the independent reviewer."""
    FAMILY = "family"
    """One for every member of the family to whom the panel decided to write."""
    OTHER_VICTIMS = "other_victims"
    """One for every other victim of abuse to whom the panel decided to write."""
    PRACTITIONERS = "practitioners"
    """One for every professional to whom the panel decided to write."""
    INTERVIEWEES = "interviewees"
    """One for every professional whom an agency's author interviews."""
    NATIONAL_BODIES = "national_bodies"
    """One for every national body that must get it."""
    OTHER_BOARD = "other_board"
    """A single document, made out to the chair of the neighbouring board concerned."""
    COURTS = "courts"
    """One for every criminal investigation, inquest or care case beside the review."""
    PARALLEL_REVIEWS = "parallel_reviews"
    """One for every other review beside this one."""
    HOMICIDE_REVIEWS = "homicide_reviews"
    """One for every domestic homicide review beside this one."""
    INVESTIGATORS = "investigators"
    """One for the officer in charge of every open criminal investigation."""
    REQUESTERS = "requesters"
    """One for everyone who asked for a report that is no longer published."""
    SPECIALISTS = "specialists"
    """One for every expert from whom the panel commissioned a report."""
    SUCCESSORS = "successors"
    """One for those who take over an unfinished review, and for each national body concerned."""
    COPY_HOLDERS = "copy_holders"
    """One for every numbered copy that is out; an unnumbered master where none is."""


class DocumentType(Record):
    """One entry of the catalogue: a document that the board can make.

    ``fields`` are dotted paths of the template context that must hold something before the
    document is made; ``optional_fields`` are the others that its template uses.
    """

    id: Id
    title: Text
    """``{review}`` and the like stand for the procedure's words."""
    kind: Kind
    form: Form = Form.TEMPLATE
    procedures: list[Id] = Field(min_length=1)
    """The procedures that have this document."""
    source: Text
    """Where the procedure asks for it."""
    sender: Text
    """Who sends or signs it, in words."""
    recipients: Recipients = Recipients.ONE
    bodies: dict[str, list[Id]] = {}
    """By procedure (or "any"), the national bodies that get it where its time rules name none."""
    part_of: Id | None = None
    """The document that it is a part of."""
    reason: str = ""
    """Why it has no template of its own, and where it is to be found."""
    kinds: list[ReviewKind] = []
    """The kinds of review it belongs to; empty where to every kind."""
    outcomes: list[Outcome] = []
    """The decisions of the chair after which it is wanted; empty where after any."""
    trigger: EventKind | None = None
    """The event after which it is wanted; none where it is made on request."""
    until: EventKind | None = None
    """The event after which it comes too late, such as the meeting that it invites to."""
    rules: list[Text] = []
    """The time rules (``T04``) that say by when: those that the case's procedure has."""
    near_limit: bool = False
    """Whether it is wanted only when the last day by its time rules comes near."""
    fields: list[Text] = []
    optional_fields: list[Text] = []
    policy: str = ""
    """The naming policy of the procedure that a check of this document uses."""
    marking: str = ""
    """The protective marking in its header; empty for what anyone may read."""
    numbered_copies: bool = False
    """Whether every copy carries a number and is recorded with its holder."""
    copies_of: Id | None = None
    """The document whose numbered copies this one goes with, such as a receipt."""
    layouts: list[Text] = []
    """The layouts it comes in, the first being its own; empty where it has only that."""
    page_limit: int = 0
    """The most sides of A4 of its final version; 0 where there is no limit."""

    def titled(self, words: Mapping[str, str]) -> str:
        """The title in a procedure's ``words``."""
        return self.title.format_map(words)

    def rules_of(self, procedure: Procedure) -> list[TimeRule]:
        """Those of the document's time rules that ``procedure`` has."""
        return [rule for rule in procedure.rules if rule.id in self.rules]

    def source_in(self, procedure: Procedure) -> str:
        """The part of ``source`` that is in the procedure's own papers; all where none is named."""
        papers = {rule.citation.partition(",")[0] for rule in procedure.rules}
        parts = self.source.split("; ")
        return "; ".join(part for part in parts if part.partition(",")[0] in papers) or self.source

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

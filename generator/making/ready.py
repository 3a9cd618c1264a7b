"""Planned documents with everything checked and filled in, before anything is written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.charts.pictures import CasePictures
from generator.context import Context, context_for
from generator.filling.compiled import prepared_template
from generator.filling.fill import fill
from generator.making.changes import Fingerprint, fingerprint
from generator.making.spool import Place, Spool
from generator.missing import missing_fields, with_gaps
from generator.plan import PlannedDocument
from generator.templates import TemplateFile, find_template
from generator.word.letterhead import Letterhead, letterhead_of
from redaction.errors import Problem, TemplateError

if TYPE_CHECKING:
    from casework.load import OpenCase

DRAFT_ENDING = "-draft"


@dataclass(frozen=True)
class ReadyDocument:
    """A planned document that can be written. ``sha256`` is of its Word file."""

    planned: PlannedDocument
    fingerprint: Fingerprint
    own_template: bool
    """Whether the template is the board's rather than ours."""
    draft: bool
    sha256: str
    kept: Place
    """Where the spool keeps the Word file."""

    def path(self, folder: Path) -> Path:
        """Where the Word file goes."""
        path = folder / self.planned.file_name
        return path.with_stem(path.stem + DRAFT_ENDING) if self.draft else path


class Preparation:
    """Fills in the documents of a case, one after the other, into a spool.

    Notes every problem of them. Raises ``CaseError`` where the board's logo can't be used.
    """

    def __init__(self, open_case: OpenCase, spool: Spool, *, draft: bool) -> None:
        self._open_case = open_case
        self._spool = spool
        self._draft = draft
        self._letterhead: Letterhead = letterhead_of(open_case.board, open_case.board_path)
        self._templates: dict[str, TemplateFile] = {}
        self._pictures: dict[date, CasePictures] = {}
        self._problems: dict[Problem, None] = {}

    def ready(self, planned: Iterable[PlannedDocument]) -> tuple[ReadyDocument, ...]:
        """The documents, filled in; ``TemplateError`` with every problem of all of them."""
        ready = [one for each in planned if (one := self._one(each)) is not None]
        if self._problems:
            raise TemplateError(self._problems)
        return tuple(ready)

    def _one(self, planned: PlannedDocument) -> ReadyDocument | None:
        try:
            template = self._template(planned)
            context = self._context(planned)
            return self._filled(planned, template, context) if context is not None else None
        except TemplateError as error:
            self._problems |= dict.fromkeys(error.problems)
            return None

    def _template(self, planned: PlannedDocument) -> TemplateFile:
        if planned.template not in self._templates:
            board, path = self._open_case.board, self._open_case.board_path
            self._templates[planned.template] = find_template(planned.template, board, path)
        template = self._templates[planned.template]
        prepared_template(template.content, template.path.name, self._letterhead)
        return template

    def _context(self, planned: PlannedDocument) -> Context | None:
        """The context with its gaps filled; none where a final document has gaps."""
        context = context_for(self._open_case, planned)
        gaps = missing_fields(planned, context)
        if gaps and not self._draft:
            self._problems |= dict.fromkeys(gap.problem(planned) for gap in gaps)
            return None
        return with_gaps(context, gaps)

    def _pictures_on(self, as_of: date) -> CasePictures:
        if as_of not in self._pictures:
            self._pictures[as_of] = CasePictures(self._open_case, as_of)
        return self._pictures[as_of]

    def _filled(
        self, planned: PlannedDocument, template: TemplateFile, context: Context
    ) -> ReadyDocument:
        word = fill(
            template.content,
            context.names(),
            name=template.path.name,
            as_of=planned.as_of,
            letterhead=self._letterhead,
            pictures=self._pictures_on(planned.as_of),
            draft=self._draft,
        )
        return ReadyDocument(
            planned=planned,
            fingerprint=fingerprint(planned, context, template.content, self._letterhead),
            own_template=template.own,
            draft=self._draft,
            sha256=hashlib.sha256(word).hexdigest(),
            kept=self._spool.keep(word),
        )

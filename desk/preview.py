"""A document filled with an invented case, so that a template can be looked at by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from casework.load import OpenCase, load_case
from desk.examples_folder import examples_folder
from generator.catalogue import DocumentType, Form
from generator.charts.pictures import CasePictures
from generator.context import context_for
from generator.filling.fill import fill
from generator.missing import missing_fields, with_gaps
from generator.plan import PlannedDocument
from generator.recipient import NumberedCopy
from generator.recipients import recipients_of
from generator.templates import find_template
from generator.word.letterhead import letterhead_of
from redaction.errors import TemplateError


def preview(document: DocumentType, own: Path | None = None) -> bytes:
    """The Word file of ``document``, filled with the invented case that lacks least for it.

    ``own`` is a board's template to look at instead of ours. What the case lacks shows as a
    marked gap. Raises ``TemplateError`` for a document without a template, and for a faulty one.
    """
    if document.form is not Form.TEMPLATE:
        raise TemplateError.because(document.id, "it has no template of its own", document.reason)
    opened, planned = min(_candidates(document), key=_gaps)
    template = find_template(document.id, opened.board, opened.board_path)
    content, name = (own.read_bytes(), own.name) if own else (template.content, template.path.name)
    context = context_for(opened, planned)
    gaps = missing_fields(planned, context)
    return fill(
        content,
        with_gaps(context, gaps).names(),
        name=name,
        as_of=planned.as_of,
        letterhead=letterhead_of(opened.board, opened.board_path),
        pictures=CasePictures(opened, planned.as_of),
        draft=bool(gaps),
    )


def _candidates(document: DocumentType) -> Iterator[tuple[OpenCase, PlannedDocument]]:
    """The document for its first recipient in each invented case; cases of its procedures first."""
    opened = [load_case(path) for path in sorted((examples_folder() / "cases").iterdir())]
    fitting = [one for one in opened if one.procedure.id in document.procedures]
    for case in fitting or opened:
        copies = (NumberedCopy(document.copies_of or document.id, 1, 1, case.board.chair.post),)
        for recipient in recipients_of(document, case, copies)[:1]:
            yield case, PlannedDocument(document, recipient, _last_day(case), copies)


def _last_day(case: OpenCase) -> date:
    """The day of the last event of a case, on which most of its facts are known."""
    return max(event.on for event in case.case.events)


def _gaps(candidate: tuple[OpenCase, PlannedDocument]) -> int:
    opened, planned = candidate
    return len(missing_fields(planned, context_for(opened, planned)))

"""Make documents: everything is checked first, then each file is written whole and recorded."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casework.files import read_stamped, write_atomically
from casework.register import EntryKind, Register
from generator.context import Context, context_for
from generator.fill import compile_template, fill
from generator.letterhead import letterhead_of
from generator.missing import missing_fields, with_gaps
from generator.plan import PlannedDocument
from generator.templates import TemplateFile, find_template
from redaction.errors import CaseError, CasereviewError, Problem, TemplateError

if TYPE_CHECKING:
    from casework.load import OpenCase

DRAFT_ENDING = "-draft"


@dataclass(frozen=True)
class MadeDocument:
    """A document as it was written. ``sha256`` is of the Word file's bytes."""

    planned: PlannedDocument
    path: Path
    sha256: str
    pdf_path: Path | None = None
    pdf_sha256: str = ""
    draft: bool = False


@dataclass(frozen=True)
class _Ready:
    """A planned document with all it needs, checked and not yet written."""

    planned: PlannedDocument
    template: TemplateFile
    context: Context
    path: Path


def make(
    open_case: OpenCase,
    planned: Sequence[PlannedDocument],
    *,
    register: Register,
    by: str,
    at: datetime,
    pdf: bool = False,
    draft: bool = False,
    out: Path | None = None,
    progress: Callable[[MadeDocument], None] = lambda made: None,
) -> tuple[MadeDocument, ...]:
    """Write the planned documents into ``out``, or the case's ``documents``, and record them.

    Before the first file is written, the missing fields and faulty templates of all documents
    are found, and raised together as ``TemplateError``; with ``draft`` missing fields become
    visible gaps instead. A file that someone changed since it was made is never overwritten
    (``CaseError``). Each file appears whole or not at all. ``progress`` is told of each document.
    """
    folder = out or open_case.documents_folder
    ready = _checked(open_case, planned, folder, draft)
    _refuse_to_overwrite(ready, register, pdf)
    made = []
    for one in ready:
        document = _written(open_case, one, pdf=pdf, draft=draft)
        _record(register, open_case, one, document, by, at)
        progress(document)
        made.append(document)
    return tuple(made)


def rendered(open_case: OpenCase, planned: PlannedDocument, *, draft: bool = False) -> bytes:
    """The Word file of one planned document, not written anywhere."""
    ready = _checked(open_case, [planned], Path(), draft)[0]
    return _word_bytes(open_case, ready, draft)


def _checked(
    open_case: OpenCase, planned: Sequence[PlannedDocument], folder: Path, draft: bool
) -> list[_Ready]:
    """Every planned document with its template and context, or every problem of them at once."""
    ready: list[_Ready] = []
    problems: list[Problem] = []
    for one in planned:
        try:
            template = find_template(one.document.id, open_case.board, open_case.board_path)
            compile_template(template.content, template.path.name)
            context = context_for(open_case, one)
        except TemplateError as error:
            problems += error.problems
            continue
        gaps = missing_fields(one, context)
        if gaps and not draft:
            problems += [gap.problem(one) for gap in gaps]
        ready.append(
            _Ready(one, template, with_gaps(context, gaps), _path_of(one, folder, draft))
        )
    if problems:
        raise TemplateError(dict.fromkeys(problems))
    return ready


def _path_of(planned: PlannedDocument, folder: Path, draft: bool) -> Path:
    path = folder / planned.file_name
    return path.with_stem(path.stem + DRAFT_ENDING) if draft else path


def _refuse_to_overwrite(ready: Iterable[_Ready], register: Register, pdf: bool) -> None:
    ours = {
        entry.details.get(key)
        for entry in register.entries(EntryKind.DOCUMENT_MADE)
        for key in ("sha256", "pdf_sha256")
    }
    problems = []
    for one in ready:
        for path in (one.path, one.path.with_suffix(".pdf"))[: 2 if pdf else 1]:
            if path.exists() and read_stamped(path)[1].sha256 not in ours:
                what = "someone changed this file after it was made, so it was not replaced"
                problems.append(Problem(str(path), what, "Rename it, or make into another folder"))
    if problems:
        raise CaseError(problems)


def _written(open_case: OpenCase, ready: _Ready, *, pdf: bool, draft: bool) -> MadeDocument:
    word = _word_bytes(open_case, ready, draft)
    portable = _pdf_bytes(word, ready) if pdf else b""
    ready.path.parent.mkdir(parents=True, exist_ok=True)
    pdf_path = ready.path.with_suffix(".pdf")
    if pdf:
        write_atomically(pdf_path, portable)
    write_atomically(ready.path, word)
    return MadeDocument(
        planned=ready.planned,
        path=ready.path,
        sha256=hashlib.sha256(word).hexdigest(),
        pdf_path=pdf_path if pdf else None,
        pdf_sha256=hashlib.sha256(portable).hexdigest() if pdf else "",
        draft=draft,
    )


def _word_bytes(open_case: OpenCase, ready: _Ready, draft: bool) -> bytes:
    return fill(
        ready.template.content,
        ready.context.names(),
        name=ready.template.path.name,
        as_of=ready.planned.as_of,
        letterhead=letterhead_of(open_case.board, open_case.board_path),
        draft=draft,
    )


def _pdf_bytes(word: bytes, ready: _Ready) -> bytes:
    from generator.pdf import word_to_pdf  # heavy: loads Pango, only where a PDF is wanted

    try:
        return word_to_pdf(word, name=ready.planned.document.id)
    except CasereviewError as error:
        raise TemplateError(error.problems) from error


def _record(
    register: Register,
    open_case: OpenCase,
    ready: _Ready,
    made: MadeDocument,
    by: str,
    at: datetime,
) -> None:
    recipient, template = ready.planned.recipient, ready.template
    details: dict[str, Any] = {
        "file": ready.path.name,
        "sha256": made.sha256,
        "pdf_sha256": made.pdf_sha256,
        "recipient": recipient.id,
        "as_of": ready.planned.as_of.isoformat(),
        "procedure": open_case.procedure.id,
        "template_sha256": hashlib.sha256(template.content).hexdigest(),
        "own_template": template.own,
        "copy": recipient.copy.number if recipient.copy else 0,
        "draft": made.draft,
    }
    register.record(EntryKind.DOCUMENT_MADE, ready.planned.document.id, details, by, at)

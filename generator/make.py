"""Make documents: everything is checked first, then each file is written whole and recorded."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casework.files import FileStamp, overwrite_unchanged, read_stamped, write_atomically
from casework.register import EntryKind, Register
from generator.charts.pictures import CasePictures
from generator.context import Context, context_for
from generator.fill import compile_template, fill
from generator.letterhead import Letterhead, letterhead_of
from generator.missing import missing_fields, with_gaps
from generator.plan import PlannedDocument
from generator.templates import TemplateFile, find_template
from redaction.errors import CaseError, Problem, TemplateError

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
    letterhead: Letterhead
    pictures: CasePictures
    draft: bool

    def word(self) -> bytes:
        """The Word file."""
        return fill(
            self.template.content,
            self.context.names(),
            name=self.template.path.name,
            as_of=self.planned.as_of,
            letterhead=self.letterhead,
            pictures=self.pictures,
            draft=self.draft,
        )

    def path(self, folder: Path) -> Path:
        """Where the Word file goes."""
        path = folder / self.planned.file_name
        return path.with_stem(path.stem + DRAFT_ENDING) if self.draft else path


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
    (``CaseError``). Each file appears whole or not at all. A PDF that was made earlier goes when
    its Word file changes and no new PDF is wanted. ``progress`` is told of each document.
    """
    register.require_sound()
    folder = out or open_case.documents_folder
    ready = _checked(open_case, planned, draft)
    stamps = _stamps(ready, folder, register)
    for one in ready:
        one.word()  # what can't be filled shows before anything is written
    made = []
    for one in ready:
        word = one.word()
        portable = _pdf(word, one.planned.document.id) if pdf else None
        document = _written(one, one.path(folder), word, portable, stamps)
        register.record(
            EntryKind.DOCUMENT_MADE,
            one.planned.document.id,
            _details(open_case, one, document),
            by,
            at,
        )
        progress(document)
        made.append(document)
    return tuple(made)


def rendered(open_case: OpenCase, planned: PlannedDocument, *, draft: bool = False) -> bytes:
    """The Word file of one planned document, not written anywhere."""
    return _checked(open_case, [planned], draft)[0].word()


def _checked(open_case: OpenCase, planned: Sequence[PlannedDocument], draft: bool) -> list[_Ready]:
    """Every planned document with its template and context, or every problem of them at once."""
    letterhead = letterhead_of(open_case.board, open_case.board_path)
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
        filled, pictures = with_gaps(context, gaps), CasePictures(open_case, one.as_of)
        ready.append(_Ready(one, template, filled, letterhead, pictures, draft))
    if problems:
        raise TemplateError(dict.fromkeys(problems))
    return ready


def _stamps(ready: Sequence[_Ready], folder: Path, register: Register) -> dict[Path, FileStamp]:
    """The files that stand where the documents go; all of them must be as we made them."""
    ours = {
        entry.details.get(key)
        for entry in register.entries(EntryKind.DOCUMENT_MADE)
        for key in ("sha256", "pdf_sha256")
    }
    stamps: dict[Path, FileStamp] = {}
    problems = []
    for one in ready:
        path = one.path(folder)
        for file in (path, path.with_suffix(".pdf")):
            if not file.exists():
                continue
            stamps[file] = read_stamped(file)[1]
            if stamps[file].sha256 not in ours and not _is_new(one, file, stamps[file]):
                what = "someone changed this file after it was made, so it was not replaced"
                problems.append(Problem(str(file), what, "Rename it, or make into another folder"))
    if problems:
        raise CaseError(problems)
    return stamps


def _is_new(ready: _Ready, file: Path, stamp: FileStamp) -> bool:
    """Whether the file is the one to be made: written before, and the recording failed."""
    word = ready.word()
    content = word if file.suffix != ".pdf" else _pdf(word, ready.planned.document.id)
    return hashlib.sha256(content).hexdigest() == stamp.sha256


def _written(
    ready: _Ready,
    path: Path,
    word: bytes,
    portable: bytes | None,
    stamps: dict[Path, FileStamp],
) -> MadeDocument:
    """Put the files in place, the PDF first: where it fails, the Word file is as it was."""
    sha256, pdf_path = hashlib.sha256(word).hexdigest(), path.with_suffix(".pdf")
    path.parent.mkdir(parents=True, exist_ok=True)
    if portable is not None:
        _put(pdf_path, portable, stamps)
    elif pdf_path in stamps and (path not in stamps or stamps[path].sha256 != sha256):
        pdf_path.unlink()
    _put(path, word, stamps)
    return MadeDocument(
        planned=ready.planned,
        path=path,
        sha256=sha256,
        pdf_path=pdf_path if portable is not None else None,
        pdf_sha256=hashlib.sha256(portable).hexdigest() if portable is not None else "",
        draft=ready.draft,
    )


def _put(path: Path, content: bytes, stamps: dict[Path, FileStamp]) -> None:
    if path in stamps:
        overwrite_unchanged(path, content, stamps[path])
    else:
        write_atomically(path, content)


def _pdf(word: bytes, name: str) -> bytes:
    from generator.pdf import word_to_pdf  # loads Pango, which only a PDF needs

    return word_to_pdf(word, name=name)


def _details(open_case: OpenCase, ready: _Ready, made: MadeDocument) -> dict[str, Any]:
    """What the register keeps of a made document."""
    recipient, template = ready.planned.recipient, ready.template
    return {
        "file": made.path.name,
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

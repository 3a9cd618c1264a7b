"""Make documents: everything is checked first, then each file is written whole and recorded."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casework.files import FileStamp
from casework.register import Entry, EntryKind, Register
from generator.making.batch import WordFile, pdfs
from generator.making.changes import Change, change_since
from generator.making.ready import Preparation, ReadyDocument
from generator.making.spool import Spool
from generator.making.standing_files import Recorded, StandingFiles, standing_files
from generator.making.unrecorded import Unrecorded
from generator.plan import PlannedDocument

if TYPE_CHECKING:
    from casework.load import OpenCase


@dataclass(frozen=True)
class MadeDocument:
    """A document as it was written. ``sha256`` is of the Word file's bytes."""

    planned: PlannedDocument
    path: Path
    sha256: str
    pdf_path: Path | None = None
    pdf_sha256: str = ""
    draft: bool = False
    unchanged: bool = False
    """Whether it stood there already, made and recorded before: then nothing was done."""


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

    Before the first file is written, all documents are filled in: missing fields and faulty
    templates are found, and raised together as ``TemplateError``; with ``draft`` missing fields
    become visible gaps instead. A file that someone changed since it was made is never
    overwritten (``CaseError``); one that stands there as it would be made is left alone, and not
    recorded again. Each file appears whole or not at all. A PDF that was made earlier goes when
    its Word file changes and no new PDF is wanted. ``progress`` is told of each document.

    Memory does not grow with the number of documents. Many PDFs are set by several processes;
    what is written, and in what order, is the same.
    """
    register.require_sound()
    folder = out or open_case.documents_folder
    recorded = Recorded.of(register.entries(EntryKind.DOCUMENT_MADE))
    with Spool(open_case.folder) as spool, Unrecorded(folder) as unrecorded:
        ready = Preparation(open_case, spool, draft=draft).ready(planned)
        is_new = partial(_is_new, spool)
        standing = standing_files(ready, folder, recorded, unrecorded.earlier, is_new)
        writer = _Writer(folder, standing, unrecorded, spool, pdf)
        made = []
        with closing(writer.written(ready)) as written:
            for one, document in written:
                if not document.unchanged:
                    subject, details = one.planned.document.id, _details(open_case, one, document)
                    register.record(EntryKind.DOCUMENT_MADE, subject, details, by, at)
                    unrecorded.recorded()
                progress(document)
                made.append(document)
        replaced = {stamp.sha256 for stamp in standing.stamps.values()}
        unrecorded.settle(replaced.union(*((one.sha256, one.pdf_sha256) for one in made)))
    return tuple(made)


def rendered(open_case: OpenCase, planned: PlannedDocument, *, draft: bool = False) -> bytes:
    """The Word file of one planned document, not written anywhere."""
    with Spool(open_case.folder) as spool:
        ready = Preparation(open_case, spool, draft=draft).ready([planned])
        return spool.read(ready[0].kept)


def changes(
    open_case: OpenCase,
    planned: Sequence[PlannedDocument],
    entries: Sequence[Entry],
    *,
    draft: bool = False,
) -> tuple[Change, ...]:
    """What changed in each planned document since it was last made; nothing is written.

    ``entries`` are the register's. A document whose only difference is its date is unchanged.
    Raises ``TemplateError`` as ``make`` does.
    """
    with Spool(open_case.folder) as spool:
        ready = Preparation(open_case, spool, draft=draft).ready(planned)
    return tuple(change_since(entries, one.planned, one.fingerprint, draft=draft) for one in ready)


@dataclass(frozen=True)
class _Writer:
    """Puts what is ready into its place."""

    folder: Path
    standing: StandingFiles
    unrecorded: Unrecorded
    spool: Spool
    pdf: bool

    def written(
        self, ready: Sequence[ReadyDocument]
    ) -> Generator[tuple[ReadyDocument, MadeDocument], None, None]:
        """Each document once its files are in their place."""
        self.unrecorded.add(one.sha256 for one in ready if not self._is_there(one))
        missing = (one for one in ready if not self._is_there(one)) if self.pdf else ()
        with closing(pdfs(self._word_file(one) for one in missing)) as portable:
            for one in ready:
                yield one, self._there(one) if self._is_there(one) else self._put(one, portable)

    def _is_there(self, ready: ReadyDocument) -> bool:
        return self.standing.has_all(ready, ready.path(self.folder), pdf=self.pdf)

    def _word_file(self, ready: ReadyDocument) -> WordFile:
        return WordFile(ready.planned.document.id, self.spool.read(ready.kept))

    def _there(self, ready: ReadyDocument) -> MadeDocument:
        path = ready.path(self.folder)
        pdf_path = path.with_suffix(".pdf") if self.pdf else None
        sha256 = self.standing.sha256(pdf_path) if pdf_path else ""
        return _made(ready, path, pdf_path, sha256, unchanged=True)

    def _put(self, ready: ReadyDocument, portable: Iterator[bytes]) -> MadeDocument:
        """Put the files in place, the PDF first: where it fails, the Word file is as it was."""
        path = ready.path(self.folder)
        pdf_path, pdf_sha256 = path.with_suffix(".pdf"), ""
        if self.pdf:
            content = next(portable)
            pdf_sha256 = hashlib.sha256(content).hexdigest()
            self.unrecorded.add([pdf_sha256])
            self.unrecorded.writing()
            self.standing.put(pdf_path, content, pdf_sha256)
        elif pdf_path in self.standing.stamps and not self.standing.has_pdf(ready, pdf_path):
            pdf_path.unlink()
        self.unrecorded.writing()
        self.standing.put(path, self.spool.read(ready.kept), ready.sha256)
        return _made(ready, path, pdf_path if self.pdf else None, pdf_sha256)


def _made(
    ready: ReadyDocument,
    path: Path,
    pdf_path: Path | None,
    pdf_sha256: str,
    *,
    unchanged: bool = False,
) -> MadeDocument:
    return MadeDocument(
        planned=ready.planned,
        path=path,
        sha256=ready.sha256,
        pdf_path=pdf_path,
        pdf_sha256=pdf_sha256,
        draft=ready.draft,
        unchanged=unchanged,
    )


def _is_new(spool: Spool, ready: ReadyDocument, file: Path, stamp: FileStamp) -> bool:
    """Whether the file is the one to be made: written before, and the recording failed."""
    if file.suffix != ".pdf":
        return stamp.sha256 == ready.sha256
    word = WordFile(ready.planned.document.id, spool.read(ready.kept))
    return hashlib.sha256(next(pdfs([word]))).hexdigest() == stamp.sha256


def _details(open_case: OpenCase, ready: ReadyDocument, made: MadeDocument) -> dict[str, Any]:
    """What the register keeps of a made document."""
    planned = ready.planned
    return {
        "file": made.path.name,
        "sha256": made.sha256,
        "pdf_sha256": made.pdf_sha256,
        "recipient": planned.recipient.id,
        "variant": planned.variant,
        "as_of": planned.as_of.isoformat(),
        "procedure": open_case.procedure.id,
        "own_template": ready.own_template,
        "copy": planned.recipient.copy.number if planned.recipient.copy else 0,
        "draft": made.draft,
        **ready.fingerprint.details(),
    }

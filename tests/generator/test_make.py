"""Making documents: all is checked first, files appear whole, the register knows them."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from casework.register import EntryKind, Register
from generator.making import batch
from generator.making.make import MadeDocument, make, rendered
from generator.making.sending import record_sent
from generator.plan import plan
from redaction.errors import CaseError, TemplateError

DAY = date(2008, 3, 7)
TEXT = "{{ recipient.salutation }}, about {{ child.full_name }} born {{ child.date_of_birth }}"

pytestmark = pytest.mark.usefixtures("letter_h")


@pytest.fixture
def with_letter(own_templates: Callable[..., Any], word: Callable[..., bytes]) -> Any:
    """The invented case of a board with its own letter H."""
    return own_templates({"bed-h": word(TEXT)})


@pytest.fixture
def run(register: Register, at: datetime) -> Callable[..., tuple[MadeDocument, ...]]:
    def run_make(open_case: Any, *to: str, **options: Any) -> tuple[MadeDocument, ...]:
        planned = plan(open_case, ["bed-h"], list(to), options.pop("as_of", DAY))
        return make(open_case, planned, register=register, by="Mei Larkspur", at=at, **options)

    return run_make


def files_below(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_one_letter_for_each_chief_officer(with_letter: Any, run: Any, read_word: Any) -> None:
    """In the case's documents, by catalogue id and date."""
    told: list[str] = []
    made = run(with_letter, progress=lambda one: told.append(one.planned.recipient.id))
    assert told == ["school", "police"]
    assert files_below(with_letter.documents_folder) == [
        "bed-h/2008-03-07-bed-h-police.docx",
        "bed-h/2008-03-07-bed-h-school.docx",
    ]
    printed = read_word(made[1].path.read_bytes()).paragraphs[0].text
    assert printed == "Dear Ms Okafor, about Zoë O’Neil-Adeyemi born 28 February 2001"


def test_the_register_knows_what_was_made(
    with_letter: Any, run: Any, register: Register, at: datetime
) -> None:
    """Which bytes, from which template, for whom, as of when, by whom."""
    made = run(with_letter, "police")[0]
    (entry,) = register.entries(EntryKind.DOCUMENT_MADE)
    template = (with_letter.board_path.parent / "own" / "bed-h.docx").read_bytes()
    assert ("bed-h", "Mei Larkspur", at) == (entry.subject, entry.by, entry.at)
    details = dict(entry.details)
    assert len(details.pop("content_sha256")) == len(details.pop("letterhead_sha256")) == 64
    assert "child.full_name" in details.pop("fields")
    assert {
        "file": "2008-03-07-bed-h-police.docx",
        "sha256": hashlib.sha256(made.path.read_bytes()).hexdigest(),
        "pdf_sha256": "",
        "recipient": "police",
        "variant": "",
        "as_of": "2008-03-07",
        "procedure": "bedfordshire-2007",
        "template_sha256": hashlib.sha256(template).hexdigest(),
        "own_template": True,
        "copy": 0,
        "draft": False,
    } == details


def test_all_missing_data_is_listed_before_anything_is_written(
    own_templates: Any, word: Any, run: Any, register: Register
) -> None:
    """Both letters lack the date of birth and the event; nothing exists afterwards."""
    child = {"first_name": "Zoë", "surname": "Fen"}
    open_case = own_templates({"bed-h": word(TEXT)}, child=child, events=[])
    with pytest.raises(TemplateError) as caught:
        run(open_case)
    assert [(problem.place, problem.what) for problem in caught.value.problems] == [
        ("bed-h to school", "child’s date of birth is missing"),
        ("bed-h to school", "date of the event “decision” is missing"),
        ("bed-h to police", "child’s date of birth is missing"),
        ("bed-h to police", "date of the event “decision” is missing"),
    ]
    assert not open_case.documents_folder.exists()
    assert not register.entries()


def test_a_draft_is_made_and_can_never_be_sent(
    own_templates: Any, word: Any, run: Any, read_word: Any, register: Register, at: datetime
) -> None:
    """The gap is visible, the name of the file says draft, the register refuses."""
    child = {"first_name": "Zoë", "surname": "Fen"}
    open_case = own_templates({"bed-h": word(TEXT)}, child=child)
    made = run(open_case, "police", draft=True)[0]
    assert made.path.name == "2008-03-07-bed-h-police-draft.docx"
    text = "\n".join(p.text for p in read_word(made.path.read_bytes()).paragraphs)
    assert "DRAFT – NOT FOR SENDING" in text
    assert "[MISSING: child’s date of birth]" in text
    with pytest.raises(CaseError, match="draft can't be recorded as sent"):
        record_sent(register, [made.path], "Amara Okafor", "Mei", at)


def test_a_document_is_recorded_as_sent_as_it_is(
    with_letter: Any, run: Any, register: Register, at: datetime
) -> None:
    """The bytes that were made, or what somebody made of them since; never a stranger's file."""
    made = run(with_letter, "police")[0]
    entry = record_sent(register, [made.path], "Amara Okafor", "Mei", at)[0]
    assert ("bed-h", made.sha256, "police", False) == (
        entry.subject,
        entry.details["sha256"],
        entry.details["recipient"],
        entry.details["edited"],
    )
    made.path.write_bytes(made.path.read_bytes() + b" ")
    assert record_sent(register, [made.path], "", "Mei", at)[0].details["edited"]
    with pytest.raises(CaseError, match="no document of these bytes or this name"):
        record_sent(register, [made.path.rename(made.path.with_name("x.docx"))], "", "Mei", at)


def test_making_again_gives_the_same_bytes(with_letter: Any, run: Any) -> None:
    """Word and PDF, in the same place: our own file may be replaced."""
    first = run(with_letter, "police", pdf=True)[0]
    second = run(with_letter, "police", pdf=True)[0]
    assert (first.sha256, first.pdf_sha256) == (second.sha256, second.pdf_sha256)
    assert first.pdf_path is not None
    assert first.pdf_path.read_bytes().startswith(b"%PDF-1.7")


def test_a_letter_edited_in_word_is_never_overwritten(with_letter: Any, run: Any) -> None:
    """Someone's work is not lost; the remedy says what to do."""
    made = run(with_letter, "police")[0]
    made.path.write_bytes(b"edited by hand")
    with pytest.raises(CaseError, match="someone changed this file"):
        run(with_letter)
    assert made.path.read_bytes() == b"edited by hand"
    assert files_below(with_letter.documents_folder) == ["bed-h/2008-03-07-bed-h-police.docx"]


def test_a_faulty_template_stops_the_batch_before_anything_is_written(
    own_templates: Any, word: Any, run: Any
) -> None:
    """The error names the template and the paragraph."""
    open_case = own_templates({"bed-h": word("fine", "{{ child.nmae }} {{ broken(")})
    with pytest.raises(TemplateError, match=r"bed-h.docx, paragraph 2"):
        run(open_case)
    assert not open_case.documents_folder.exists()


def test_a_failure_half_way_leaves_no_half_document(
    with_letter: Any, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The PDF fails for the second: the first is whole, of the second there is nothing."""
    whole = batch._pdf

    def fail(file: batch.WordFile) -> bytes:
        if b"Okafor" in zipfile.ZipFile(io.BytesIO(file.content)).read("word/document.xml"):
            raise TemplateError.because("police", "the PDF could not be set")
        return whole(file)

    monkeypatch.setattr(batch, "_pdf", fail)
    with pytest.raises(TemplateError):
        run(with_letter, pdf=True)
    assert files_below(with_letter.documents_folder) == [
        "bed-h/2008-03-07-bed-h-school.docx",
        "bed-h/2008-03-07-bed-h-school.pdf",
    ]


def test_a_crash_while_writing_leaves_no_half_file(
    with_letter: Any, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk gives an error and neither a file nor a rest of one."""

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CaseError, match="no space left"):
        run(with_letter, "police")
    assert files_below(with_letter.documents_folder) == []


def test_another_folder_can_be_given(with_letter: Any, run: Any, tmp_path: Path) -> None:
    """``--out`` leaves the case's folder alone."""
    run(with_letter, "police", out=tmp_path / "out")
    assert files_below(tmp_path / "out") == ["bed-h/2008-03-07-bed-h-police.docx"]
    assert not with_letter.documents_folder.exists()


def test_a_document_can_be_rendered_without_being_written(with_letter: Any) -> None:
    """For a preview: the same bytes that would be made."""
    planned = plan(with_letter, ["bed-h"], ["police"], DAY)[0]
    assert rendered(with_letter, planned) == rendered(with_letter, planned)
    assert not with_letter.documents_folder.exists()


def test_a_pdf_never_outlives_its_word_file(with_letter: Any, run: Any) -> None:
    """Word and PDF never differ in content: an older PDF goes when the Word file changes."""
    made = run(with_letter, "police", pdf=True)[0]
    run(with_letter, "police")
    assert made.pdf_path.exists()
    template = with_letter.board_path.parent / "own" / "bed-h.docx"
    document = Document(template)
    document.add_paragraph("A new line")
    document.save(str(template))
    run(with_letter, "police")
    assert not made.pdf_path.exists()


def test_a_file_whose_recording_failed_can_be_made_again(
    with_letter: Any, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The register was locked after the file was written: the next run goes through."""

    def locked(*_: Any) -> None:
        raise CaseError.because("register", "is locked")

    with monkeypatch.context() as patched:
        patched.setattr(Register, "record", locked)
        with pytest.raises(CaseError, match="locked"):
            run(with_letter, "police", pdf=True)
    assert len(run(with_letter, "police", pdf=True)) == 1

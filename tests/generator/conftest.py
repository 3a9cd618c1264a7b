"""An invented board and case, and Word files made on the spot."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from casework.load import OpenCase
from casework.model import Board, Case
from casework.procedure_file import load_procedure
from casework.register import Register
from generator.catalogue import DocumentType

BOARD: dict[str, Any] = {
    "name": "Fenwater Safeguarding Children Board",
    "short_name": "Fenwater SCB",
    "area": "Fenwater",
    "procedure": "bedfordshire-2007",
    "address": ["Reed House", "Fenwater", "ZZ9 9ZZ"],
    "telephone": "01632 960001",
    "email": "office@fenwater.example",
    "chair": {
        "name": "Ngozi Abara-Quill",
        "title": "Dr",
        "post": "Chair",
        "address": ["Reed House"],
    },
    "business_manager": {"name": "Piotr Wren", "post": "Business Manager"},
    "administrator": {"name": "Mei Larkspur", "post": "Administrator"},
    "agencies": [
        {
            "id": "police",
            "name": "Fenwater Police",
            "kind": "police",
            "chief_officer": {
                "name": "Amara Okafor",
                "title": "Ms",
                "post": "Chief Constable",
                "address": ["1 Beacon Lane", "Fenwater", "ZZ9 1ZZ"],
            },
        },
        {
            "id": "school",
            "name": "Sedge & Rush Primary School",
            "kind": "school_or_nursery",
            "chief_officer": {"name": "Dewi Harrow-Singh", "post": "Chair of Governors"},
        },
        {
            "id": "housing",
            "name": "Fen Homes",
            "kind": "other",
            "chief_officer": {"name": "Ruth Tallow", "post": "Chief Executive"},
        },
    ],
}
LETTER_H: dict[str, Any] = {
    "id": "bed-h",
    "title": "Letter H",
    "kind": "letter",
    "procedures": ["bedfordshire-2007"],
    "source": "Bedfordshire 2007 §5.3",
    "sender": "Chair of the review panel",
    "recipients": "chief_officers",
    "trigger": "decision",
    "rules": ["T04"],
    "marking": "OFFICIAL – SENSITIVE",
    "fields": ["recipient.name", "child.full_name", "child.date_of_birth", "events.decision"],
}
CASE: dict[str, Any] = {
    "reference": "2007-09",
    "board": "board.yaml",
    "child": {
        "first_name": "Zoë",
        "surname": "O’Neil-Adeyemi",
        "date_of_birth": date(2001, 2, 28),
        "identifiers": [{"type": "NHS number", "value": "999 000 0018"}],
    },
    "family": [
        {
            "id": "mother",
            "first_name": "Siân",
            "surname": "O’Neil",
            "relation": "mother",
            "role": "parent",
            "title": "Ms",
            "write_to": True,
        },
        {"id": "gran", "first_name": "Folake", "surname": "Adeyemi", "relation": "grandmother"},
        {
            "id": "friend",
            "first_name": "Kit",
            "surname": "Marlowe-Khan",
            "relation": "friend",
            "role": "other_victim",
            "write_to": True,
        },
    ],
    "agencies": [
        {"agency": "school", "records": ["Pupil file"], "contact": "Head teacher"},
        {"agency": "police", "samr_author": "Insp Jo Vale", "samr_author_post": "Review officer"},
        {"agency": "housing", "involved": False},
    ],
    "events": [
        {"kind": "referral_received", "on": date(2008, 2, 27)},
        {"kind": "decision", "on": date(2008, 3, 7)},
    ],
    "pseudonyms": [{"person": "child", "label": "Child W"}],
}


@pytest.fixture
def use_catalogue(monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, DocumentType]]:
    """Put these documents in the place of the catalogue's."""

    def use(*documents: DocumentType) -> dict[str, DocumentType]:
        entries = {document.id: document for document in documents}
        for module in ("catalogue", "making.copies", "status"):
            monkeypatch.setattr(f"generator.{module}.load_catalogue", lambda: entries)
        return entries

    return use


@pytest.fixture
def letter_h(use_catalogue: Callable[..., dict[str, DocumentType]]) -> DocumentType:
    """A catalogue of letter H alone, with few fields: ours may come to need more."""
    letter = DocumentType.model_validate(LETTER_H)
    use_catalogue(letter)
    return letter


@pytest.fixture
def make_case(tmp_path: Path) -> Callable[..., OpenCase]:
    """An open case in ``tmp_path``; changes to the case and the board by keyword."""

    def build(board: dict[str, Any] | None = None, **changes: Any) -> OpenCase:
        profile = Board.model_validate(BOARD | (board or {}))
        case = Case.model_validate(CASE | changes)
        folder = tmp_path / "case"
        folder.mkdir(exist_ok=True)
        return OpenCase(
            folder=folder,
            path=folder / "case.yaml",
            case=case,
            board=profile,
            board_path=tmp_path / "board.yaml",
            procedure=load_procedure(profile.procedure),
        )

    return build


@pytest.fixture
def open_case(make_case: Callable[..., OpenCase]) -> OpenCase:
    """The invented case as it is."""
    return make_case()


@pytest.fixture
def own_templates(tmp_path: Path, make_case: Callable[..., OpenCase]) -> Callable[..., OpenCase]:
    """The invented case of a board with templates of its own: content by document id."""

    def build(templates: dict[str, bytes], **changes: Any) -> OpenCase:
        folder = tmp_path / "own"
        folder.mkdir(exist_ok=True)
        for document_id, content in templates.items():
            (folder / f"{document_id}.docx").write_bytes(content)
        board = {"template_folder": "own"} | changes.pop("board", {})
        return make_case(board=board, **changes)

    return build


@pytest.fixture
def word() -> Callable[..., bytes]:
    """A Word file with these paragraphs, and a header, footer and table where given."""

    def build(
        *paragraphs: str, header: str = "", footer: str = "", rows: tuple[tuple[str, ...], ...] = ()
    ) -> bytes:
        document = Document()
        for text in paragraphs:
            document.add_paragraph(text)
        if rows:
            table = document.add_table(rows=0, cols=len(rows[0]))
            for row in rows:
                cells = table.add_row().cells
                for cell, text in zip(cells, row, strict=True):
                    cell.text = text
        section = document.sections[0]
        if header:
            section.header.paragraphs[0].text = header
        if footer:
            section.footer.paragraphs[0].text = footer
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    return build


@pytest.fixture
def read_word() -> Callable[[bytes], Any]:
    """A Word file's bytes opened with python-docx."""
    return lambda content: Document(io.BytesIO(content))


@pytest.fixture
def repack() -> Callable[..., bytes]:
    """A Word file with parts changed (a function of the old bytes), or added (bytes)."""

    def with_parts(content: bytes, changes: dict[str, Any]) -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
            for name in old.namelist():
                change = changes.get(name)
                new.writestr(name, change(old.read(name)) if callable(change) else old.read(name))
            for name, added in changes.items():
                if not callable(added):
                    new.writestr(name, added)
        return target.getvalue()

    return with_parts


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """A register with nothing in it yet."""
    return Register(tmp_path / "register.db")


@pytest.fixture
def at() -> datetime:
    """The moment at which the tests record things."""
    return datetime(2008, 3, 7, 12, 0, tzinfo=UTC)

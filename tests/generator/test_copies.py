"""Numbered copies (Bedfordshire 2007 §13): issue, take back, list, and print the number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from casework.register import Register
from generator.catalogue import DocumentType
from generator.making.copies import copies_out, issue, listing, take_back
from generator.making.make import make
from generator.plan import plan
from redaction.errors import CaseError, TemplateError

DAY = date(2008, 3, 7)
REPORT = DocumentType.model_validate(
    {
        "id": "numbered",
        "title": "A numbered report",
        "kind": "report",
        "procedures": ["bedfordshire-2007"],
        "source": "Bedfordshire 2007 §13",
        "sender": "Reviewer",
        "recipients": "copy_holders",
        "numbered_copies": True,
    }
)
PLAIN = DocumentType.model_validate(
    REPORT.model_dump() | {"id": "plain", "recipients": "one", "numbered_copies": False}
)


@pytest.fixture(autouse=True)
def _catalogue(use_catalogue: Callable[..., Any]) -> None:
    use_catalogue(REPORT, PLAIN)


def test_numbers_go_on_and_are_never_used_again(register: Register, at: datetime) -> None:
    """Copy 2 came back; the next one is number 4."""
    first = issue(register, "numbered", ["Ada Fen", "Bo Reed", "Cy Sedge"], "Mei", at)
    take_back(register, "numbered", 2, "Mei", at)
    second = issue(register, "numbered", ["Bo Reed"], "Mei", at)
    assert [copy.label for copy in first] == ["Copy 1 of 3", "Copy 2 of 3", "Copy 3 of 3"]
    assert [copy.label for copy in second] == ["Copy 4 of 4"]


def test_the_list_shows_who_holds_what_and_what_came_back(register: Register, at: datetime) -> None:
    """With the dates of both."""
    issue(register, "numbered", ["Ada Fen", "Bo  Reed "], "Mei", at)
    take_back(register, "numbered", 1, "Mei", at, note="shredded")
    rows = [(r.copy.number, r.copy.holder, r.issued, r.returned, r.note) for r in listing(register)]
    assert rows == [
        (1, "Ada Fen", DAY, DAY, "shredded"),
        (2, "Bo Reed", DAY, None, ""),
    ]
    assert [copy.holder for copy in copies_out(register)] == ["Bo Reed"]


@pytest.mark.parametrize(
    ("holders", "says"),
    [
        ([], "no holder"),
        (["Ada Fen", "ada fen"], "listed twice"),
        (["  "], "no name"),
        (["Bo Reed"], "already holds copy 1"),
    ],
)
def test_a_copy_needs_one_holder(
    register: Register, at: datetime, holders: list[str], says: str
) -> None:
    """Nothing is recorded when any holder is wrong."""
    issue(register, "numbered", ["Bo Reed"], "Mei", at)
    with pytest.raises(CaseError, match=says):
        issue(register, "numbered", holders, "Mei", at)
    assert len(listing(register)) == 1


def test_a_copy_comes_back_once(register: Register, at: datetime) -> None:
    """And only if it was issued."""
    issue(register, "numbered", ["Ada Fen"], "Mei", at)
    with pytest.raises(CaseError, match="Issued: 1"):
        take_back(register, "numbered", 7, "Mei", at)
    take_back(register, "numbered", 1, "Mei", at)
    with pytest.raises(CaseError, match="came back on 2008-03-07"):
        take_back(register, "numbered", 1, "Mei", at)


def test_only_documents_with_numbered_copies_have_them(register: Register, at: datetime) -> None:
    """The error says which have."""
    with pytest.raises(TemplateError, match="Numbered are: numbered"):
        issue(register, "plain", ["Ada Fen"], "Mei", at)


def test_every_footer_of_every_copy_carries_its_number(
    own_templates: Callable[..., Any],
    word: Callable[..., bytes],
    read_word: Any,
    register: Register,
    at: datetime,
) -> None:
    """In Word and on every page of the PDF, with the holder."""
    import pypdf

    template = word(*["text"] * 120, footer="{{ document.copy }}: {{ document.copy_holder }}")
    open_case = own_templates({"numbered": template})
    issue(register, "numbered", ["Ada Fen", "Bo Reed"], "Mei", at)
    planned = plan(open_case, ["numbered"], [], DAY, copies_out(register))
    made = make(open_case, planned, register=register, by="Mei", at=at, pdf=True)
    assert [one.planned.recipient.id for one in made] == ["copy-1", "copy-2"]
    for number, (one, holder) in enumerate(zip(made, ("Ada Fen", "Bo Reed"), strict=True), 1):
        expected = f"Copy {number} of 2: {holder}"
        section = read_word(one.path.read_bytes()).sections[0]
        assert expected == section.footer.paragraphs[0].text
        assert one.pdf_path is not None
        pages = pypdf.PdfReader(one.pdf_path).pages
        assert len(pages) > 1
        assert all(expected in page.extract_text() for page in pages)

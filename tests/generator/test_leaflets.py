"""Leaflets: two sides of one sheet, plain words, in every procedure that has them."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest
import textstat
from docx import Document

from casework.load import OpenCase, load_case
from casework.procedure_file import load_procedure
from generator.authoring.leaflet import LEAFLET
from generator.catalogue import Kind, load_catalogue
from generator.context import context_for
from generator.filling.fill import fill
from generator.pdf import word_to_pdf
from generator.plan import plan
from generator.templates import templates_folder
from generator.word.letterhead import letterhead_of

DAY = date(2007, 5, 10)
CASE = load_case(Path(__file__).parents[2] / "examples" / "cases" / "2007-03")
FOLDED = [
    (document.id, procedure)
    for document in load_catalogue().values()
    if LEAFLET in document.layouts
    for procedure in document.procedures
]
FAMILIES = [pair for pair in FOLDED if pair[0] == "leaflet-families"]
HARDEST_GRADE = 6.5
"""Flesch–Kincaid grade: about the reading of a child of 11 or 12."""


def filled(document_id: str, procedure: str, layout: str = "") -> bytes:
    opened: OpenCase = replace(CASE, procedure=load_procedure(procedure))
    planned = plan(opened, [document_id], [], DAY)[0]
    name = f"{document_id}.{layout}.docx" if layout else f"{document_id}.docx"
    return fill(
        (templates_folder() / name).read_bytes(),
        context_for(opened, planned).names(),
        name=name,
        as_of=DAY,
        letterhead=letterhead_of(opened.board, opened.board_path),
    )


def paragraphs(content: bytes) -> list[str]:
    return [p.text for p in Document(io.BytesIO(content)).paragraphs if p.text.strip()]


def test_a_leaflet_is_made_folded_and_in_large_print() -> None:
    """Who orders one gets both, to hand out what the reader needs."""
    planned = plan(CASE, ["leaflet-families"], [], DAY)
    assert [one.template for one in planned] == ["leaflet-families", "leaflet-families.large-print"]


def test_the_leaflets_of_the_procedures_are_all_there() -> None:
    """None of the four is forgotten, and each comes in large print too."""
    leaflets = {"leaflet-practitioners", "leaflet-families", "leaflet-workers"}
    assert {document_id for document_id, _ in FOLDED} == {*leaflets, "leaflet-professionals"}
    for document_id, _ in FOLDED:
        document = load_catalogue()[document_id]
        assert document.kind is Kind.LEAFLET
        assert document.layouts == [LEAFLET, "large-print"]


@pytest.mark.parametrize(("document_id", "procedure"), FOLDED)
def test_a_leaflet_is_one_sheet_in_every_procedure(document_id: str, procedure: str) -> None:
    """Two pages of A4 across; no side runs over into the next."""
    content = filled(document_id, procedure)
    reader = pypdf.PdfReader(io.BytesIO(word_to_pdf(content, name=document_id)))
    assert len(reader.pages) == 2
    assert all(page.mediabox.width > page.mediabox.height for page in reader.pages)
    assert sides(reader) == headings(content)


def headings(content: bytes) -> list[int]:
    """How many headings each side has, as the Word file's column breaks divide them."""
    counts = [0]
    for paragraph in Document(io.BytesIO(content)).paragraphs:
        if 'w:type="column"' in paragraph._p.xml:
            counts.append(0)
        counts[-1] += str(paragraph.style.name if paragraph.style else "").startswith("Heading")
    return counts


def sides(reader: pypdf.PdfReader) -> list[int]:
    """How many headings each side of the printed sheet has."""
    counts = []
    for page in reader.pages:
        halves = {False: 0, True: 0}

        def note(
            text: str,
            scale: list[float],
            at: list[float],
            font: dict[str, Any] | None,
            size: float,
            halves: dict[bool, int] = halves,
            middle: float = float(page.mediabox.width) / 2,
        ) -> None:
            large = abs(scale[0] * at[0] * size) == pytest.approx(13.5, abs=0.1)
            if text.strip() and large:
                halves[scale[0] * at[4] > middle] += 1

        page.extract_text(visitor_text=note)
        counts += [halves[False], halves[True]]
    return counts


@pytest.mark.parametrize(("document_id", "procedure"), FOLDED)
def test_large_print_says_the_same(document_id: str, procedure: str) -> None:
    """In the order of reading, and whole."""
    back, *inside = _by_side(filled(document_id, procedure))
    whole = [text for side in (*inside, back) for text in side]
    assert paragraphs(filled(document_id, procedure, "large-print")) == whole


def _by_side(content: bytes) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for paragraph in Document(io.BytesIO(content)).paragraphs:
        if 'w:type="column"' in paragraph._p.xml:
            found.append([])
        if paragraph.text.strip():
            found[-1].append(paragraph.text)
    return found


@pytest.mark.parametrize(("document_id", "procedure"), FAMILIES)
def test_families_can_read_their_leaflet(document_id: str, procedure: str) -> None:
    """Its sentences, without headings and addresses, ask no more than a child of 11 or 12 can."""
    document = Document(io.BytesIO(filled(document_id, procedure)))
    texts = [
        paragraph.text
        for paragraph in document.paragraphs
        if paragraph.style is not None
        and paragraph.style.name in ("Body Text", "List Bullet")
        and paragraph.text.strip()
    ]
    sentences = " ".join(text if text[-1] in ".?!:" else f"{text}." for text in texts)
    assert len(sentences.split()) > 300
    assert textstat.flesch_kincaid_grade(sentences) <= HARDEST_GRADE


@pytest.mark.parametrize(("document_id", "procedure"), FOLDED)
def test_a_leaflet_speaks_the_words_of_its_procedure(document_id: str, procedure: str) -> None:
    """The review has the procedure's name, and no case is named."""
    text = "\n".join(paragraphs(filled(document_id, procedure)))
    assert load_procedure(procedure).words["review"] in text
    assert CASE.case.child.first_name not in text
    assert CASE.case.reference not in text

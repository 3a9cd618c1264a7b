"""Reports that the procedure limits to so many sides of A4 are not final beyond them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.authoring.author import author
from generator.catalogue import DocumentType, document_type
from generator.making.page_limit import refuse_too_long
from generator.pdf import word_to_pdf
from generator.templates import templates_folder
from redaction.errors import TemplateError

HOUSE_STYLE = (templates_folder() / "house-style.docx").read_bytes()
MANAGEMENT_REPORT = document_type("imr-report")


def word(sides: int) -> bytes:
    body = "\n\n[page break]\n\n".join(f"Side {number + 1}." for number in range(sides))
    return author(f"---\ntitle: R\nlayout: report\n---\n\n{body}\n", HOUSE_STYLE)


def pdf(sides: int) -> bytes:
    return word_to_pdf(word(sides), name="report.docx")


@pytest.mark.parametrize(
    ("sides", "made", "name"),
    [(12, word, "report.docx"), (12, pdf, "report.pdf"), (12, pdf, "REPORT.PDF")],
)
def test_twelve_sides_are_allowed(sides: int, made: Callable[[int], bytes], name: str) -> None:
    """Bedfordshire LSCB 2007, §12.2: no more than twelve sides of A4."""
    refuse_too_long(MANAGEMENT_REPORT, made(sides), name)


@pytest.mark.parametrize(("made", "name"), [(word, "report.docx"), (pdf, "report.pdf")])
def test_a_longer_report_is_refused(made: Callable[[int], bytes], name: str) -> None:
    """With its sides, the limit, where that stands, and by how much to shorten it."""
    with pytest.raises(TemplateError) as caught:
        refuse_too_long(MANAGEMENT_REPORT, made(14), name)
    (problem,) = caught.value.problems
    assert problem.place == name
    assert "has 14 sides of A4, and may have at most 12 (Bedfordshire LSCB 2007" in problem.what
    assert problem.remedy.startswith("Shorten it by 2")


def test_where_the_procedure_has_no_limit_nothing_is_counted() -> None:
    """So that nothing is read either."""
    unlimited: DocumentType = MANAGEMENT_REPORT.model_copy(update={"page_limit": 0})
    refuse_too_long(unlimited, b"not a Word file", "report.docx")


@pytest.mark.parametrize("name", ["report.docx", "report.pdf"])
def test_what_can_t_be_counted_is_refused(name: str) -> None:
    """One clear error for a damaged file."""
    with pytest.raises(TemplateError):
        refuse_too_long(MANAGEMENT_REPORT, b"damaged", name)

"""What stays on one page with what follows."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from generator.authoring import author
from generator.blocks import parse
from generator.keeping import lead_ins
from generator.pdf import word_to_pdf

HOUSE_STYLE = (Path(__file__).parents[2] / "templates" / "house-style.docx").read_bytes()
FRONT = "---\ntitle: Try\nlayout: report\n---\n\n"
TABLE = "[table 50 50]\n| A | B |\n| --- | --- |\n| 1 | 2 |\n"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"These were found:\n\n{TABLE}", {0}),
        ("These were found:\n\n- One\n- Two\n", {0}),
        ("These were found:\n{%p for x in panel %}\n- One\n{%p endfor %}\n", {0}),
        ("A sentence. \n\n- One\n", set()),  # leads in nothing
        ("These were found:\n\nA sentence.\n", set()),
        ("The last words.\n\n[Closing] Yours sincerely\n", {0}),
        ("Before.\n\nThe last words.\n\n[Contact Box] Questions\n", {1}),
        ("# A heading:\n\n- One\n", set()),  # its style does it
    ],
)
def test_what_leads_in_is_kept_with_what_follows(text: str, kept: set[int]) -> None:
    """A sentence that ends in a colon, and the last before the end of a letter or page."""
    assert kept == lead_ins(parse(FRONT + text).blocks)


def pages(text: str) -> list[str]:
    content = word_to_pdf(author(FRONT + text, HOUSE_STYLE), name="try")
    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


@pytest.mark.parametrize("lines", range(38, 50))
def test_a_heading_over_rows_never_ends_a_page(lines: int) -> None:
    """Whatever stands above it: its first row is on its page, in the PDF as in Word."""
    rows = "".join(f"| {n} | x |\n" for n in range(lines))
    text = f"[table 50 50]\n| A | B |\n| --- | --- |\n{rows}| **Group** ||\n| first | of it |\n"
    assert [page for page in pages(text) if "Group" in page and "first" in page]


@pytest.mark.parametrize("lines", range(34, 50))
def test_a_table_at_the_end_leaves_no_empty_page(lines: int) -> None:
    """Word wants a paragraph after a table; it alone is no reason for a page."""
    rows = "".join(f"| {n} | x |\n" for n in range(lines))
    last = pages(f"[table 50 50]\n| A | B |\n| --- | --- |\n{rows}")[-1]
    assert f"{lines - 1} x" in " ".join(last.split())


def test_word_keeps_them_too(tmp_path: Path) -> None:
    """It is set in the Word file, which people print more often."""
    path = tmp_path / "try.docx"
    path.write_bytes(author(f"{FRONT}These were found:\n\n{TABLE}", HOUSE_STYLE))
    (paragraph,) = [p for p in Document(str(path)).paragraphs if p.text.endswith("found:")]
    assert paragraph.paragraph_format.keep_with_next

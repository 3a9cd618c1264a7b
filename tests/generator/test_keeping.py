"""What stays together on a page: no page begins or ends with a lone line."""

from __future__ import annotations

import io
import re

import pypdf
import pytest
from docx import Document
from docx.shared import Pt

from generator.authoring.author import author
from generator.authoring.blocks import parse
from generator.authoring.keeping import KEEP, KEEP_NOT, LAST_ROWS, keeping, kept_rows
from generator.pdf import word_to_pdf
from generator.templates import templates_folder

HOUSE_STYLE = (templates_folder() / "house-style.docx").read_bytes()
FRONT = "---\ntitle: T\nlayout: letter\n---\n\n"
AROUND_A_PAGE = range(20, 48)
"""So many lines, of whatever kind here, end before, at and after the end of the first page."""


def pages(body: str) -> list[str]:
    content = word_to_pdf(author(FRONT + body, HOUSE_STYLE), name="t.docx")
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def test_a_form_never_leaves_a_lone_row_nor_an_empty_page() -> None:
    """Wherever the form ends, its last page has the last rows, and every page has some."""
    lengths = set()
    for number in AROUND_A_PAGE:
        rows = "".join(f"| ? Row {row} | |\n" for row in range(number))
        printed = [len(re.findall(r"Row \d+", page)) for page in pages(f"[form 50 50]\n{rows}")]
        lengths.add(len(printed))
        assert sum(printed) == number
        assert printed[-1] >= LAST_ROWS
    assert lengths == {1, 2}


@pytest.mark.parametrize("words", ["[Closing] Yours sincerely", "[Signature] A. Chair"])
def test_no_page_begins_with_the_end_of_a_letter(words: str) -> None:
    """At least the last paragraph comes with the closing words, and they with the names."""
    lengths = set()
    for number in AROUND_A_PAGE:
        lines = "".join(f"Line {line}.\n\n" for line in range(number))
        signed = "[Closing] Yours sincerely\n\n[Signature] A. Chair\n[Signature] Post\n"
        printed = pages(lines + signed)
        lengths.add(len(printed))
        last = next(page for page in printed if "Post" in page)
        assert f"Line {number - 1}." in last
        assert words.partition("] ")[2] in last
    assert lengths == {1, 2}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Last sentence.\n\n[Closing] Yours sincerely\n", KEEP),
        ("{%p endif %}\n[Closing] Yours sincerely\n", ""),
        ("[Form Note] About the table above.\n\n# Next\n", KEEP_NOT),
        ("[Form Note] About what follows.\n\nText.\n", ""),
        ("One.\n\nTwo.\n", ""),
    ],
)
def test_what_a_paragraph_says_of_staying_with_the_next(text: str, expected: str) -> None:
    """Only where its style does not say it."""
    block, after = parse(FRONT + text).blocks
    assert expected == keeping(block, after)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("[form 50 50]\n" + "| ? a | |\n" * 7, {3, 4, 5}),
        ("[form 50 50]\n| ? a | |\n{%tr if x %}\n| ? b | |\n{%tr endif %}\n| ? c | |\n", {0, 2}),
        ("[form 50 50]\n{%tr for x in y %}\n| ? b | |\n{%tr endfor %}\n| ? c | |\n", set()),
        ("[table 50 50]\n| a | b |\n| c | d |\n", set()),
    ],
)
def test_the_last_rows_of_a_form_stay_together(table: str, expected: set[int]) -> None:
    """All but the last keep with the next; a list of any length does not."""
    (block,) = parse(FRONT + table).blocks
    assert expected == kept_rows(block)  # type: ignore[arg-type]


def test_the_next_lines_of_a_tick_box_hang() -> None:
    """Words after a tick box stand under each other, not under the box; a lone box does not."""
    body = "[form 50 50]\n| ⟦tick a.b: ☐⟧ Yes, it is ¶ Plain | ⟦tick c.d: ☐⟧ |\n"
    cells = Document(io.BytesIO(author(FRONT + body, HOUSE_STYLE))).tables[0].rows[0].cells
    styles = [paragraph.style.name for cell in cells for paragraph in cell.paragraphs]
    assert styles == ["Form Tick", "Form Answer", "Form Answer"]


def test_the_paragraph_after_a_last_table_makes_no_page() -> None:
    """Word insists on one; where a loop or a condition ends with the table it is a tall one."""
    document = Document()
    document.add_table(rows=1, cols=1).cell(0, 0).text = "Only row"
    document.add_paragraph().paragraph_format.space_before = Pt(700)
    saved = io.BytesIO()
    document.save(saved)
    content = word_to_pdf(saved.getvalue(), name="t.docx")
    assert len(pypdf.PdfReader(io.BytesIO(content)).pages) == 1

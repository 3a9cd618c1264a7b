"""The layouts of the house style: their pages, their looks, and the sides of a leaflet."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.author import author, pack
from generator.authoring.blocks import Block, ColumnBreak, PageBreak, Paragraph
from generator.authoring.layouts import sections, styles_of_layout, text_width
from generator.authoring.leaflet import as_folded, as_read
from generator.authoring.text import docx_text, style_names, word_parts
from generator.templates import templates_folder
from redaction.errors import TemplateError

HOUSE_STYLE = (templates_folder() / "house-style.docx").read_bytes()
LAYOUTS = sections(word_parts(HOUSE_STYLE, "house style"))
TINY = {"After Table", "After Last Table", "Page Break", "Column Break"}
"""Styles of empty paragraphs."""
BODY_SIZE, LEAST_LARGE_PRINT = 18, 14


def made(layout: str, *lines: str) -> bytes:
    body = "\n\n".join(lines or ("Text.",))
    return author(f"---\ntitle: A title\nlayout: {layout}\n---\n\n{body}\n", HOUSE_STYLE)


def leaflet(*sides: str) -> bytes:
    return made("leaflet", "\n\n[column break]\n\n".join(sides))


@pytest.mark.parametrize(
    ("layout", "landscape", "columns"),
    [
        ("letter", False, 1),
        ("report", False, 1),
        ("form", False, 1),
        ("standing", False, 1),
        ("chart", False, 1),
        ("large-print", False, 1),
        ("landscape", True, 1),
        ("leaflet", True, 2),
    ],
)
def test_a_layout_is_a_page(layout: str, landscape: bool, columns: int) -> None:
    """A4, upright or across, with its columns; Word opens it."""
    content = leaflet("a", "b", "c", "d") if layout == "leaflet" else made(layout)
    section = Document(io.BytesIO(content)).sections[-1]
    assert (section.orientation is WD_ORIENT.LANDSCAPE) is landscape
    sides = (section.page_width, section.page_height)
    assert sorted(round(side.mm) for side in sides if side) == [210, 297]
    cols = section._sectPr.xpath("./w:cols/@w:num")
    assert (int(cols[0]) if cols else 1) == columns


def test_every_layout_is_one_that_is_tested_here() -> None:
    """A new layout needs a test."""
    assert set(LAYOUTS) == {
        "letter",
        "report",
        "form",
        "standing",
        "chart",
        "large-print",
        "landscape",
        "leaflet",
    }


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_a_template_has_the_styles_of_its_layout_alone(layout: str) -> None:
    """The looks of other layouts do not clutter Word's list of styles."""
    content = leaflet("a", "b", "c", "d") if layout == "leaflet" else made(layout)
    names = style_names(word_parts(content, layout)).values()
    assert [name for name in names if name.split(" ")[0] in LAYOUTS] == []


def test_large_print_is_large_upright_and_plain() -> None:
    """18 points and more, nothing smaller than 14 even in the footer, and no italics."""
    document = Document(io.BytesIO(made("large-print")))
    sizes = {}
    for style in document.styles:
        if style.type is WD_STYLE_TYPE.PARAGRAPH:
            base = style
            while base.font.size is None and base.base_style is not None:
                base = base.base_style
            sizes[style.name] = base.font.size.pt
            assert not style.font.italic
    assert sizes["Body Text"] == BODY_SIZE
    assert {name: size for name, size in sizes.items()
            if size < LEAST_LARGE_PRINT and name not in TINY} == {}  # fmt: skip
    assert sizes["Heading 1"] > sizes["Heading 2"] > sizes["Heading 3"] > BODY_SIZE


def test_a_layouts_look_changes_no_other_layout() -> None:
    """Letters stay as they are."""
    sizes = {
        layout: Document(io.BytesIO(made(layout))).styles["Normal"].font.size
        for layout in ("letter", "large-print")
    }
    assert sizes["letter"] != sizes["large-print"]


def test_a_layouts_style_that_is_named_after_nothing_is_refused() -> None:
    """A mistyped name is found when templates are made, not in print."""
    parts = word_parts(HOUSE_STYLE, "house style")
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(
        b'"large-print Body Text"', b'"large-print Boddy Text"'
    )
    with pytest.raises(TemplateError, match='style "large-print Boddy Text"'):
        author("---\ntitle: A\nlayout: letter\n---\n\nText.\n", pack(parts))


def test_laying_over_keeps_what_the_layout_does_not_change() -> None:
    """A heading in large print is still bold, coloured and kept with its text."""
    parts = word_parts(HOUSE_STYLE, "house style")
    styles = styles_of_layout(parts, "large-print", LAYOUTS).decode()
    heading = re.search(r'<w:style [^>]*w:styleId="Heading1">.*?</w:style>', styles, re.DOTALL)
    assert heading is not None
    assert '<w:sz w:val="48"/>' in heading[0]
    assert all(
        kept in heading[0] for kept in ("<w:b/>", "<w:keepNext/>", '<w:color w:val="1F3A5F"')
    )
    assert heading[0].index("<w:keepNext/>") < heading[0].index("<w:spacing")


def test_columns_share_the_width_of_the_page() -> None:
    """A picture or table in a leaflet is as wide as its side."""
    both = text_width(LAYOUTS["landscape"], "x")
    assert text_width(LAYOUTS["leaflet"], "x") < both / 2


SIDES = st.lists(
    st.lists(st.sampled_from([Paragraph("Body Text", "a"), PageBreak()]), max_size=3),
    min_size=4,
    max_size=4,
)


@given(SIDES)
def test_folding_is_undone_by_reading(sides: list[list[Block]]) -> None:
    """The text form shows a leaflet in the order in which people read it."""
    blocks: list[Block] = []
    for number, side in enumerate(sides):
        blocks += [ColumnBreak()] * bool(number) + side
    folded = as_folded(tuple(blocks), "leaflet")
    assert as_read(folded, "leaflet") == tuple(blocks)
    assert folded[: len(sides[3])] == tuple(sides[3])
    assert as_folded(tuple(blocks), "letter") == tuple(b for side in sides for b in side)


def test_the_back_of_a_leaflet_is_printed_left_of_its_front(tmp_path: Path) -> None:
    """And its text form still begins with the front."""
    path = tmp_path / "l.docx"
    path.write_bytes(leaflet("Front", "Left", "Right", "Back"))
    texts = [p.text for p in Document(str(path)).paragraphs if p.text.strip()]
    assert texts == ["Back", "Front", "Left", "Right"]
    assert docx_text(path).split("---\n\n")[1].split("\n\n[column break]\n\n") == [
        "Front",
        "Left",
        "Right",
        "Back\n",
    ]


@pytest.mark.parametrize("sides", [("a",), ("a", "b", "c"), ("a", "b", "c", "d", "e")])
def test_a_leaflet_needs_its_four_sides(sides: tuple[str, ...]) -> None:
    """Otherwise the fold would be in the wrong place."""
    with pytest.raises(
        TemplateError, match=f"a leaflet has 4 sides, and this text has {len(sides)}"
    ):
        leaflet(*sides)


def test_large_print_takes_the_same_text_in_one_column(tmp_path: Path) -> None:
    """The column breaks of a leaflet are left out."""
    path = tmp_path / "l.docx"
    path.write_bytes(made("large-print", "Front", "[column break]", "Inside"))
    assert "column break" not in docx_text(path)
    assert "Front\n\nInside" in docx_text(path)


def test_a_reports_footer_names_copy_and_amendment() -> None:
    """Numbered copies carry their number, amended reports their identifier, on every page."""
    document = Document(io.BytesIO(made("report")))
    for footer in (document.sections[0].first_page_footer, document.sections[0].footer):
        text = "".join(paragraph.text for paragraph in footer.paragraphs)
        for field in ("document.copy", "document.copy_holder", "document.amended"):
            assert f"{{{{ {field} }}}}" in text
            assert f"{{% if {field.removesuffix('_holder')} %}}" in text


def test_standing_documents_carry_no_case_reference() -> None:
    """A glossary or a leaflet belongs to no case."""
    for layout in ("standing", "large-print"):
        section = Document(io.BytesIO(made(layout))).sections[0]
        footers = (section.first_page_footer, section.footer)
        text = "".join(p.text for footer in footers for p in footer.paragraphs)
        assert "reference" not in text

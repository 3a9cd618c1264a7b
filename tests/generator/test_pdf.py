"""PDF from Word: tagged, titled, the same text, headers and footers on every page."""

from __future__ import annotations

import base64
import contextlib
import io
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pypdf
import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from generator.authoring.author import author
from generator.filling.fill import fill
from generator.pdf import setting, word_to_pdf
from generator.templates import templates_folder
from redaction.errors import TemplateError

DAY = date(2008, 3, 7)
HOUSE_STYLE = (templates_folder() / "house-style.docx").read_bytes()
SHEET_WIDTH = 842
"""A4 across, in points."""
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def as_pdf(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return word_to_pdf(buffer.getvalue(), name="t.docx")


def opened(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def elements(reader: pypdf.PdfReader) -> Iterator[dict[str, Any]]:
    """The structure elements of a tagged PDF, in reading order."""

    root: Any = reader.trailer["/Root"]

    def walk(node: Any) -> Iterator[dict[str, Any]]:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                yield from walk(child)
        elif isinstance(node, dict) and "/S" in node:
            yield node
            yield from walk(node.get("/K", []))

    yield from walk(root["/StructTreeRoot"]["/K"])


def tags(content: bytes) -> list[str]:
    return [element["/S"] for element in elements(opened(content))]


def table_document() -> Any:
    document = Document()
    table = document.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, (("Who", "What"), ("Police", "Review")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))
    return document


def test_the_pdf_is_tagged_titled_and_in_english(word: Callable[..., bytes]) -> None:
    """PDF/UA-1: marked, a language, a title that viewers show, a structure tree."""
    names = {
        "document": type("D", (), {"title": "Letter H"}),
        "board": type("B", (), {"name": "F"}),
    }
    made = fill(word("Hello"), names, name="t", as_of=DAY)
    reader = opened(word_to_pdf(made, name="t"))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Letter H", "F")
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_headings_lists_and_paragraphs_keep_their_kind() -> None:
    """A screen reader can jump between headings and count list items."""
    document = Document()
    document.add_heading("One", 1)
    document.add_heading("Two", 2)
    document.add_paragraph("text")
    document.add_paragraph("a", style="List Bullet")
    document.add_paragraph("b", style="List Bullet")
    found = tags(as_pdf(document))
    wanted = [tag for tag in found if tag in ("/H1", "/H2", "/P", "/L", "/LI")]
    assert wanted == ["/H1", "/H2", "/P", "/L", "/LI", "/LI"]


def test_header_rows_and_form_labels_head_their_cells() -> None:
    """A repeated row is a head with columns; a cell in the style Form Label heads its row."""
    document = table_document()
    style = document.styles.add_style("Form Label", 1)
    document.tables[0].rows[1].cells[0].paragraphs[0].style = style
    found = list(elements(opened(as_pdf(document))))
    scopes = [element["/A"]["/Scope"] for element in found if element["/S"] == "/TH"]
    assert scopes == ["/Column", "/Column", "/Row"]
    assert {"/THead", "/TBody"} <= {element["/S"] for element in found}


def test_a_long_table_repeats_its_head() -> None:
    """On every page the columns are named."""
    document = table_document()
    for number in range(120):
        document.tables[0].add_row().cells[0].text = f"row {number}"
    pages = opened(as_pdf(document)).pages
    assert len(pages) > 1
    assert all("Who" in page.extract_text() for page in pages)


def test_headers_footers_and_page_numbers_are_on_every_page() -> None:
    """With the fields PAGE and NUMPAGES counted anew."""
    document = Document()
    for _ in range(150):
        document.add_paragraph("text")
    section = document.sections[0]
    section.header.paragraphs[0].text = "OFFICIAL – SENSITIVE"
    footer = section.footer.paragraphs[0]
    footer.add_run("Page ")
    for code, after in (("PAGE", " of "), ("NUMPAGES", "")):
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), f" {code} ")
        footer._p.append(field)
        footer.add_run(after)
    pages = opened(as_pdf(document)).pages
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        text = page.extract_text()
        assert "OFFICIAL – SENSITIVE" in text
        assert f"Page {number} of {len(pages)}" in " ".join(text.split())


def test_the_first_page_has_its_own_header() -> None:
    """The letterhead once, a short header from the second page on."""
    document = Document()
    for _ in range(100):
        document.add_paragraph("text")
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "LETTERHEAD"
    section.header.paragraphs[0].text = "CONTINUED"
    first, second, *_ = (page.extract_text() for page in opened(as_pdf(document)).pages)
    assert ("LETTERHEAD" in first, "CONTINUED" in first) == (True, False)
    assert ("LETTERHEAD" in second, "CONTINUED" in second) == (False, True)


def test_a_tall_header_pushes_the_text_down_as_in_word() -> None:
    """No line of the text lies under the header."""
    document = Document()
    for number in range(120):
        document.add_paragraph(f"line {number}")
    header = document.sections[0].header
    for number in range(12):
        header.add_paragraph(f"header line {number}")
    page = opened(as_pdf(document)).pages[1]
    places: list[tuple[float, str]] = []
    page.extract_text(visitor_text=lambda text, _cm, tm, _f, _s: places.append((tm[5], text)))
    heights = [y for y, text in places if text.startswith("header line")]
    lines = [y for y, text in places if text.startswith("line")]
    assert max(heights) < min(lines)


def test_pictures_keep_their_description() -> None:
    """Alternative text reaches the PDF."""
    document = Document()
    document.add_picture(io.BytesIO(PIXEL), width=Mm(10))
    next(document.element.iter(qn("wp:docPr"))).set("descr", "A bird over hills")
    found = [e for e in elements(opened(as_pdf(document))) if e["/S"] == "/Figure"]
    assert [str(element["/Alt"]) for element in found] == ["A bird over hills"]


def test_numbered_lists_count_as_word_counts() -> None:
    """A list goes on after a paragraph in between."""
    document = Document()
    for text, style in (("a", "List Number"), ("note", "Normal"), ("b", "List Number")):
        document.add_paragraph(text, style=style)
    text = " ".join(opened(as_pdf(document)).pages[0].extract_text().split())
    assert "1." in text
    assert "2." in text


def test_hidden_text_stays_hidden_and_all_other_text_is_there() -> None:
    """Word and PDF never differ in content."""
    document = Document()
    paragraph = document.add_paragraph("seen ")
    paragraph.add_run("secret").font.hidden = True
    paragraph.add_run(" also & <seen>").font.color.rgb = RGBColor(200, 0, 0)
    text = opened(as_pdf(document)).pages[0].extract_text()
    assert "secret" not in text
    assert "seen  also & <seen>" in text


def test_the_page_is_as_in_word() -> None:
    """A landscape page stays one."""
    document = Document()
    document.add_paragraph("wide")
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    box = opened(as_pdf(document)).pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (842, 595)


def test_the_same_word_file_gives_the_same_bytes(word: Callable[..., bytes]) -> None:
    """No clock and no random number."""
    made = fill(word("Hello", footer="x"), {}, name="t", as_of=DAY)
    assert word_to_pdf(made, name="t") == word_to_pdf(made, name="t")


def test_nothing_is_fetched_from_the_network(repack: Any) -> None:
    """A linked picture is left out, and no one is asked for it."""
    relation = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>'
    )
    document = Document()
    document.add_paragraph("text")
    document.add_picture(io.BytesIO(PIXEL))
    blip = next(document.element.iter(qn("a:blip")))
    blip.set(qn("r:link"), "rId99")
    del blip.attrib[qn("r:embed")]
    buffer = io.BytesIO()
    document.save(buffer)
    part = "word/_rels/document.xml.rels"
    linked = repack(
        buffer.getvalue(), {part: lambda old: old.replace(b"</Relationships>", relation)}
    )
    with pytest.raises(TemplateError, match="can't be made into a PDF"):
        word_to_pdf(linked, name="t.docx")


def test_dangerous_links_are_dropped() -> None:
    """Only web and mail addresses become links."""
    document = Document()
    paragraph = document.add_paragraph()
    for target in ("javascript:alert(1)", "https://fenwater.example/"):
        link = OxmlElement("w:hyperlink")
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        link.set(qn("r:id"), document.part.relate_to(target, kind, is_external=True))
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = f"link to {target[:5]} "
        run.append(text)
        link.append(run)
        paragraph._p.append(link)
    content = as_pdf(document)
    page = opened(content).pages[0]
    targets = [str(a.get_object()["/A"]["/URI"]) for a in page.get("/Annots", [])]
    assert targets == ["https://fenwater.example/"]
    assert "link to javas" in page.extract_text()


@pytest.mark.parametrize(
    "name",
    [
        'O\'Neil & Sons <Ltd> "Fen"',
        "Zoë Łukasz-Ó Briain",
        "Zoe\u0308 A\u0301ron",
        "Ṣọlá Nguyễn Thị",
        "‘Seán’ “Bridie” – x",
        "{{ not a tag }} {% if %}",
        "ﬁn Ⅷ",
    ],
)
def test_every_character_of_a_name_is_in_the_pdf(word: Callable[..., bytes], name: str) -> None:
    """As it is, for readers who search and for readers who listen."""
    made = fill(word("Dear {{ who }},"), {"who": name}, name="t", as_of=DAY)
    assert opened(word_to_pdf(made, name="t")).pages[0].extract_text() == f"Dear {name},"


@pytest.mark.parametrize("name", ["שרה כהן", "محمد علي", "名前", "क्षत्रिय", "Ana 👩\u200d👧 Fen"])
def test_a_name_is_printed_or_the_missing_font_is_named(
    word: Callable[..., bytes], name: str
) -> None:
    """Never boxes in its place."""
    made = fill(word("Dear {{ who }},"), {"who": name}, name="t", as_of=DAY)
    with contextlib.suppress(TemplateError):
        assert "Dear" in opened(word_to_pdf(made, name="letter")).pages[0].extract_text()
        return
    with pytest.raises(TemplateError) as caught:
        word_to_pdf(made, name="letter")
    fault = str(caught.value)
    assert "letter: no font on this computer has the characters" in fault
    assert any(char in fault for char in name if not char.isspace())


def test_threads_set_the_same_pdfs_as_one(word: Callable[..., bytes]) -> None:
    """What is kept from one PDF to the next is shared by threads."""
    made = [fill(word("{{ n }}"), {"n": "x" * n}, name="t", as_of=DAY) for n in range(1, 9)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda one: word_to_pdf(one, name="t"), made))
    assert [word_to_pdf(one, name="t") for one in made] == together


def test_without_pango_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """An administrator can pass the message on to IT."""
    import builtins

    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *args, **kwargs)

    setting.weasyprint.cache_clear()
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(TemplateError, match=r"libpango-1\.0-0"):
        word_to_pdf(b"", name="t")
    monkeypatch.undo()
    setting.weasyprint.cache_clear()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04 broken"])
def test_what_is_no_word_file_gives_a_clear_error(content: bytes) -> None:
    """Never a traceback."""
    with pytest.raises(TemplateError):
        word_to_pdf(content, name="t.docx")


def test_the_sides_of_a_leaflet_stand_on_two_pages() -> None:
    """Back and front outside, the two sides inside, each in its half of the sheet."""
    text = "---\ntitle: L\nlayout: leaflet\n---\n\n# Front\n\n[column break]\n\n# Left\n\n"
    text += "[column break]\n\n# Right\n\n[column break]\n\n# Back\n"
    reader = opened(word_to_pdf(author(text, HOUSE_STYLE), name="t.docx"))
    places = []
    for page in reader.pages:
        found: dict[str, str] = {}

        def note(
            text: str,
            scale: list[float],
            at: list[float],
            *_: Any,
            found: dict[str, str] = found,
        ) -> None:
            if text.strip():
                found[text.strip()] = "right" if scale[0] * at[4] > SHEET_WIDTH / 2 else "left"

        page.extract_text(visitor_text=note)
        places.append(found)
        assert round(float(page.mediabox.width)) == SHEET_WIDTH
    assert places == [{"Back": "left", "Front": "right"}, {"Left": "left", "Right": "right"}]


@pytest.mark.parametrize(("layout", "size"), [("standing", 11), ("large-print", 18)])
def test_the_pdf_has_the_letters_of_the_layout(layout: str, size: float) -> None:
    """Large print is as large in the PDF as in Word."""
    made = author(f"---\ntitle: L\nlayout: {layout}\n---\n\nPlain text.\n", HOUSE_STYLE)
    page = opened(word_to_pdf(made, name="t.docx")).pages[0]
    sizes = []
    page.extract_text(
        visitor_text=lambda text, scale, at, _, points: (
            sizes.append(abs(scale[0] * at[0] * points)) if "Plain" in text else None
        )
    )
    assert sizes == [pytest.approx(size, abs=0.1)]


@pytest.mark.parametrize("width", [290, 320])
def test_bold_text_does_not_break_a_line_early(width: int) -> None:
    """A line ends where it is full, whatever is bold in it; the widths in points once failed."""
    document = Document()
    section, font = document.sections[0], document.styles["Normal"].font
    section.page_width, section.left_margin, section.right_margin = Pt(width + 40), Pt(20), Pt(20)
    font.name, font.size = "Arial", Pt(10.5)
    paragraph = document.add_paragraph()
    paragraph.add_run("Your own dear report.").bold = True
    paragraph.add_run(" An author who had no part in the case writes the agency’s review.")
    first_line = opened(as_pdf(document)).pages[0].extract_text().split("\n")[0]
    assert first_line.startswith("Your own dear report. An author who had")


def test_ticks_are_a_list_with_ticks() -> None:
    """A list of any sign is a list to a screen reader, and shows its sign."""
    text = "---\ntitle: L\nlayout: standing\n---\n\n[Tick] one\n\n[Tick] two\n"
    made = word_to_pdf(author(text, HOUSE_STYLE), name="t.docx")
    assert [tag for tag in tags(made) if tag in ("/L", "/LI")] == ["/L", "/LI", "/LI"]
    assert opened(made).pages[0].extract_text().count("✓") == 2

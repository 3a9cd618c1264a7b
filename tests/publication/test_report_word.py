"""A cleared Word file as a page: its structure, and nothing that Word itself does not show."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from publication.report.convert import convert
from publication.report.page import Report
from redaction.errors import PublicationError

MARK = "quagmire"
"""A word that stands only in what must not survive."""


def everything(report: Report) -> str:
    """All that is made of a file, as text."""
    return report.html + report.text + "".join(item.text for item in report.contents)


def test_a_word_report_becomes_a_page(word_report: Callable[..., bytes]) -> None:
    """Its headings, its table with a header row, its picture with the description."""
    report = convert(word_report(), ".docx")
    assert [each.text for each in report.contents] == ["What happened", "The first months"]
    assert report.html.count('<th scope="col">') == 2
    assert 'alt="A timeline of four moves"' in report.html
    assert "four times within one year" in report.text


@pytest.mark.parametrize(
    ("fault", "place"),
    [
        ({"header_row": False}, 'table 1, under heading "The first months"'),
        ({"described": False}, 'picture 1, under heading "The first months"'),
        ({"deep": True}, 'heading "The first months"'),
    ],
)
def test_faults_of_a_word_report_are_found(
    word_report: Callable[..., bytes], fault: dict[str, bool], place: str
) -> None:
    """As those of any other file."""
    with pytest.raises(PublicationError) as caught:
        convert(word_report(**fault), ".docx")
    assert [problem.place for problem in caught.value.problems] == [place]


def test_what_a_template_asks_the_author_for_is_never_published() -> None:
    """Its grey lines, each with what to do; an empty one does no harm."""

    def grey(document: docx.document.Document) -> None:
        document.styles.add_style("Guidance", WD_STYLE_TYPE.PARAGRAPH)
        for text in ("Say what was learned.", "", "The circumstances " * 9):
            document.add_paragraph(text, style="Guidance")

    with pytest.raises(PublicationError) as caught:
        convert(word(grey), ".docx")
    first, second = caught.value.problems
    assert first.place == 'paragraph "Say what was learned."'
    assert second.place.endswith('…"')


def word(change: Callable[[docx.document.Document], None]) -> bytes:
    document = docx.Document()
    document.add_paragraph("Before it.")
    change(document)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def hidden_run(document: docx.document.Document) -> None:
    document.add_paragraph("Kept ").add_run(MARK).font.hidden = True


def hidden_style(document: docx.document.Document) -> None:
    style = document.styles.add_style("Unseen", WD_STYLE_TYPE.CHARACTER)
    style.font.hidden = True
    document.add_paragraph("Kept ").add_run(MARK, style="Unseen")


def hidden_row(document: docx.document.Document) -> None:
    table = document.add_table(3, 2)
    for row in table.rows:
        for cell in row.cells:
            cell.text = "Kept"
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    table.rows[2]._tr.get_or_add_trPr().append(OxmlElement("w:hidden"))
    table.rows[2].cells[0].text = MARK


def deleted_run(document: docx.document.Document) -> None:
    paragraph = document.add_paragraph("Kept ")
    run = paragraph.add_run(MARK)
    text = run._r.find(qn("w:t"))
    assert text is not None
    text.tag = qn("w:delText")
    deletion = OxmlElement("w:del")
    run._r.addprevious(deletion)
    deletion.append(run._r)


def comment(document: docx.document.Document) -> None:
    paragraph = document.add_paragraph("Kept")
    document.add_comment(paragraph.runs, text=MARK, author=MARK)


def header(document: docx.document.Document) -> None:
    document.sections[0].header.paragraphs[0].text = MARK


def properties(document: docx.document.Document) -> None:
    document.core_properties.author = MARK
    document.core_properties.title = MARK


def link_to_the_desk(document: docx.document.Document) -> None:
    part = document.part
    target = f"file:///S:/{MARK}/case.docx"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), part.relate_to(target, kind, is_external=True))
    paragraph = document.add_paragraph()
    link.append(paragraph.add_run("see the file")._r)
    paragraph._p.append(link)


@pytest.mark.parametrize(
    "change",
    [
        hidden_run,
        hidden_style,
        hidden_row,
        deleted_run,
        comment,
        header,
        properties,
        link_to_the_desk,
    ],
    ids=lambda change: change.__name__,
)
def test_what_word_does_not_print_does_not_come_to_light(
    change: Callable[[docx.document.Document], None],
) -> None:
    """Nor do notes between colleagues, or where the file lies."""
    report = convert(word(change), ".docx")
    assert MARK not in everything(report)
    assert "Before it." in report.text


def test_the_labels_of_a_form_head_their_rows() -> None:
    """A report format of the board begins with such a form, and has no header row in it."""

    def form(document: docx.document.Document) -> None:
        document.styles.add_style("Form Label", WD_STYLE_TYPE.PARAGRAPH)
        table = document.add_table(rows=1, cols=2)
        table.cell(0, 0).paragraphs[0].text = "Child"
        table.cell(0, 0).paragraphs[0].style = "Form Label"
        table.cell(0, 1).paragraphs[0].text = "Child W"

    page = convert(word(form), ".docx").html
    assert '<th scope="row"><p>Child</p></th>' in page
    assert "form-label" not in page


def marked(document: docx.document.Document) -> None:
    """A protective marking, as the board's formats have it."""
    document.styles.add_style("Marking", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph(f"OFFICIAL – {MARK}", style="Marking")


def empty_field(document: docx.document.Document) -> None:
    """A form field that still shows its placeholder."""
    field, properties = OxmlElement("w:sdt"), OxmlElement("w:sdtPr")
    alias, content = OxmlElement("w:alias"), OxmlElement("w:sdtContent")
    alias.set(qn("w:val"), "Version")
    properties.extend([alias, OxmlElement("w:showingPlcHdr")])
    paragraph = document.add_paragraph("Click to enter text")._p
    paragraph.addprevious(field)
    content.append(paragraph)
    field.extend([properties, content])


@pytest.mark.parametrize(
    ("leave", "place"),
    [(marked, "the protective marking"), (empty_field, 'the field "Version"')],
)
def test_what_a_format_holds_for_its_author_is_refused(
    leave: Callable[[docx.document.Document], None], place: str
) -> None:
    """Neither a marking nor "Click to enter text" is for the public; no text is repeated."""
    with pytest.raises(PublicationError) as caught:
        convert(word(leave), ".docx")
    assert [problem.place for problem in caught.value.problems] == [place]
    assert MARK not in str(caught.value)

"""Reading a form back: what a person typed, and nothing else, from files of any origin."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.authoring.author import author, pack
from generator.authoring.text import word_parts
from generator.controls import read_controls
from generator.filling.fill import fill
from generator.templates import templates_folder
from redaction.errors import TemplateError

FRONT = "---\ntitle: A form to try\nlayout: form\n---\n\n"
HOUSE_STYLE = (templates_folder() / "house-style.docx").read_bytes()
LETTERHEAD = {
    "board": dict.fromkeys(
        ("name", "short_name", "address_line", "telephone", "email", "website"), "Fenwater"
    ),
    "document": dict.fromkeys(("title", "date", "reference", "marking"), "R"),
}
TEMPLATE = author(
    FRONT
    + "⟦text one: {{ one }}⟧ and ⟦long several: {{ several }}⟧\n\n"
    + "⟦date day: {{ day }}⟧ ⟦choice pick (Yes; No): {{ pick }}⟧ ⟦tick box: {{ box }}⟧\n",
    HOUSE_STYLE,
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PROPERTIES = '<w:tag w:val="a"/><w:text/>'


def returned(**values: str) -> dict[str, str]:
    facts = {"one": "", "several": "", "day": "", "pick": "", "box": "☐", **values}
    return read_controls(
        fill(TEMPLATE, {**LETTERHEAD, **facts}, name="form", as_of=date(2008, 3, 7))
    )


def word_file(body: str) -> bytes:
    """A Word file with this body, as another program may have written it."""
    parts = word_parts(TEMPLATE, "form")
    head = f'<w:document xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/'
    head += 'markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/'
    document = f'{head}wordml"><w:body>{body}</w:body></w:document>'
    return pack({**parts, "word/document.xml": document.encode()})


def control(content: str, properties: str = PROPERTIES) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(content: str) -> str:
    return f"<w:p>{content}</w:p>"


@pytest.mark.parametrize(
    "value",
    [
        "O’Neil & Sons <Ltd> \"Fen\" 'x'",
        "שלום, Zoë e\u0301 \u0644\u0627",
        "  spaces kept  ",
        "{{ no tag }} {% if %}",
        "Click to enter text",
        "☒",
        "7 March 2008",
        "👩‍👧",
    ],
)
@pytest.mark.parametrize("field", ["one", "several", "day", "pick"])
def test_what_was_filled_in_is_read_back(field: str, value: str) -> None:
    """Character for character, whatever the field."""
    assert returned(**{field: value}) == {
        "one": "", "several": "", "day": "", "pick": "", "box": "☐", field: value,
    }  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), max_size=40))
def test_any_text_is_read_back(value: str) -> None:
    """Except that a field with nothing but spaces is an empty one."""
    expected = value if value.strip() else ""
    read = returned(one=value, several=value)
    assert (read["one"], read["several"]) == (expected, expected)


@pytest.mark.parametrize("value", ["one\ntwo", "one\n\ntwo\tthree"])
def test_lines_are_read_back_as_lines(value: str) -> None:
    """Also from a field that was meant for one."""
    assert (returned(several=value)["several"], returned(one=value)["one"]) == (value, value)


@pytest.mark.parametrize("box", ["☒", "☐"])
def test_a_box_is_read_as_it_looks(box: str) -> None:
    """Ticked or not."""
    assert returned(box=box)["box"] == box


X, Y = run("x"), run("y")
TRACKED = (
    f"<w:ins>{X}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
    f"<w:moveFrom>{Y}</w:moveFrom>"
)
BOX = '<w:tag w:val="a"/><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (paragraph(control(X)), {"a": "x"}),
        (control(paragraph(X) + paragraph(Y)), {"a": "x\ny"}),
        (f"<w:tbl><w:tr>{control(f'<w:tc>{paragraph(X)}</w:tc>')}</w:tr></w:tbl>", {"a": "x"}),
        (paragraph(control(X) + control(Y)), {"a": "x", "a#2": "y"}),
        (paragraph(control(X, f"{PROPERTIES}<w:showingPlcHdr/>")), {"a": ""}),
        (paragraph(control(X, f'{PROPERTIES}<w:showingPlcHdr w:val="0"/>')), {"a": "x"}),
        (paragraph(control(TRACKED)), {"a": "x"}),
        (f"<w:del>{paragraph(control(X))}</w:del>", {}),
        (paragraph(control(X, "<w:text/>")), {}),
        (paragraph(control(X, '<w:tag w:val="p"/><w:picture/>')), {}),
        (control(paragraph(control(X)), '<w:tag w:val="outer"/>'), {"a": "x"}),
        (paragraph(f"<mc:AlternateContent><mc:Fallback>{control(X)}</mc:Fallback>"
                   "</mc:AlternateContent>"), {}),
        (paragraph(control(run("?"), BOX)), {"a": "☒"}),
        (paragraph(control(run("☐"), BOX)), {"a": "☐"}),
        (paragraph(""), {}),
    ],
)  # fmt: skip
def test_word_may_have_rearranged_the_form(body: str, expected: dict[str, str]) -> None:
    """Controls around paragraphs and cells, copied rows, tracked changes, other controls."""
    assert read_controls(word_file(body)) == expected


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "not a Word file"),
        (b"%PDF-1.7", "not a Word file"),
        (b"PK\x03\x04 broken", "damaged"),
        (word_file("<w:p>"), "not sound XML"),
        (word_file("<w:sdt>" * 400 + "</w:sdt>" * 400), "not sound XML"),
        (word_file(f"<w:p>{run('x' * 20_000_001)}</w:p>"), "far too long"),
    ],
)
def test_what_is_no_form_is_refused(content: bytes, says: str) -> None:
    """With one sentence, whoever sent it."""
    with pytest.raises(TemplateError, match=says):
        read_controls(content, "returned.docx")

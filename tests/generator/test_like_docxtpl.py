"""The same document as docxtpl's own, byte for byte, and docxtpl's own objects printed by it."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, Listing, RichText, RichTextParagraph
from jinja2 import Environment, StrictUndefined

from casework.load import load_case
from generator.catalogue import load_catalogue
from generator.context import context_for
from generator.context.printed import PRINT_FILTERS
from generator.filling.fill import fill
from generator.plan import plan
from generator.templates import find_template
from redaction.errors import CasereviewError, TemplateError

DAY = date(2017, 3, 7)
CASES = Path(__file__).resolve().parents[2] / "examples" / "cases"
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
CONTENT_CONTROL = b"<w:sdt>"

Word = Callable[..., bytes]


def by_docxtpl(template: bytes, names: dict[str, Any]) -> bytes:
    """The document as docxtpl makes it: open, render, save."""
    document = DocxTemplate(io.BytesIO(template))
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    environment.filters |= PRINT_FILTERS
    document.render(names, environment, autoescape=True)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def part_of(word: bytes, part: str = "word/document.xml") -> bytes:
    return zipfile.ZipFile(io.BytesIO(word)).read(part)


@pytest.mark.parametrize("case", sorted(folder.name for folder in CASES.iterdir()))
def test_our_templates_give_what_docxtpl_gives(case: str) -> None:
    """Every document of an example case; form fields are finished after docxtpl's part."""
    opened = load_case(CASES / case)
    compared = []
    for document in load_catalogue():
        try:
            planned = plan(opened, [document], [], DAY)[0]
        except CasereviewError:
            continue
        template = find_template(planned.template, opened.board, opened.board_path).content
        if CONTENT_CONTROL in part_of(template):
            continue
        names = context_for(opened, planned).names()
        ours = fill(template, names, name=document, as_of=DAY)
        assert part_of(by_docxtpl(template, names)) == part_of(ours), document
        compared.append(document)
    assert compared


@pytest.mark.parametrize(
    "text",
    [
        ["{{ name }}", "{{name}}", "a{{ name }}b"],
        ["{{ rows|length }} {{ 'x' ~ name }} {{ rows|join(', ') }} {{ name if rows else 'no' }}"],
        ["{%p for one in rows %}", "{{ loop.index }} {{ one }}", "{%p endfor %}"],
        ["{%p if name %}", "yes", "{%p else %}", "no", "{%p endif %}"],
        ["a {%- if name %}b{% endif -%} c"],
        ["a {# nothing #} b", "{#p gone #}", "c"],
        ["{{ lines }}", "{{ tabs }}", "\t{{ lines }}"],
        ["{{ odd }} & < > \" '"],
        ["‘{{ name }}’ “{% if name == “Zoë” %}x{% endif %}”"],
        ["{{r rich }}", "{{ listing }}", "{{p rich_paragraph }}"],
    ],
    ids=["prints", "expressions", "loop", "choice", "trim", "remarks", "breaks", "odd", "quotes",
         "objects"],
)  # fmt: skip
def test_what_docxtpl_does_in_paragraphs_still_works(word: Word, text: list[str]) -> None:
    """To the byte, with the same values."""
    template = word(*text)
    names = {
        "name": "Zoë",
        "rows": ("one", "two & three"),
        "lines": "a\nb\n\nc",
        "tabs": "a\tb",
        "odd": 'O\'Neil & Sons <"x"> {{ no }}',
        "rich": RichText("bold & red", bold=True, color="ff0000"),
        "listing": Listing("a\nb\ac"),
        "rich_paragraph": RichTextParagraph("whole", parastyle="Normal"),
    }
    ours = fill(template, names, name="t.docx", as_of=DAY)
    assert part_of(by_docxtpl(template, names)) == part_of(ours)


@pytest.mark.parametrize(
    "rows",
    [
        (("{%tr for one in rows %}", ""), ("{{ one }}", "x"), ("{%tr endfor %}", "")),
        (("{%tc for one in rows %}", "{{ one }}", "{%tc endfor %}"),),
        (("{%tc if not rows %}", "x", "{%tc endif %}"), ("a", "b", "c")),
        (("{% colspan rows|length %}{{ name }}", "b"),),
        (("{% cellbg colour %}{{ name }}", "b"),),
        (("{%tr for one in rows %}", ""), ("{% vm %}{{ name }}", "{{ one }}"),
         ("{%tr endfor %}", "")),
        (("{%tc for one in rows %}", "{% hm %}{{ name }}", "{%tc endfor %}"),),
    ],
    ids=["rows", "cells", "fewer cells", "span", "background", "vertical merge",
         "horizontal merge"],
)  # fmt: skip
def test_what_docxtpl_does_in_tables_still_works(
    word: Word, rows: tuple[tuple[str, ...], ...]
) -> None:
    """Rows, cells, merged cells and their columns."""
    template = word("x", rows=rows)
    names = {"rows": ("one", "two", "three", "four"), "name": "Zoë", "colour": "ff0000"}
    ours = fill(template, names, name="t.docx", as_of=DAY)
    assert part_of(by_docxtpl(template, names)) == part_of(ours)


@pytest.fixture
def with_picture(word: Word, tmp_path: Path) -> tuple[bytes, dict[str, Any]]:
    """A template that prints a picture in its text, with the values for it."""
    template = word("{{ name }} {{ picture }}", header="{{ name }}")
    (tmp_path / "pixel.png").write_bytes(PIXEL)
    document = DocxTemplate(io.BytesIO(template))
    picture = InlineImage(document, str(tmp_path / "pixel.png"), width=Mm(10))
    return template, {"name": "Zoë", "picture": picture}


def test_a_picture_of_docxtpls_is_put_in_by_docxtpl(
    with_picture: tuple[bytes, dict[str, Any]], read_word: Any
) -> None:
    """Its bytes are in the file, the rest is filled as ever, and properties are ours."""
    template, names = with_picture
    made = fill(template, names, name="t.docx", as_of=DAY)
    assert PIXEL in {part_of(made, name) for name in zipfile.ZipFile(io.BytesIO(made)).namelist()}
    document = read_word(made)
    assert len(document.inline_shapes) == 1
    assert document.paragraphs[0].text.startswith("Zoë")
    assert document.sections[0].header.paragraphs[0].text == "Zoë"
    assert b"2017-03-07T00:00:00Z" in part_of(made, "docProps/core.xml")


def test_what_is_wrong_beside_such_a_picture_is_named_as_ever(
    with_picture: tuple[bytes, dict[str, Any]],
) -> None:
    """docxtpl would say a line of its own source, or drop the text."""
    template, names = with_picture
    with pytest.raises(TemplateError, match=r"t\.docx, paragraph 1"):
        fill(template, names | {"name": object()}, name="t.docx", as_of=DAY)


def test_a_picture_that_cant_be_read_is_one_clear_error(word: Word) -> None:
    """The file that the object names is not there."""
    template = word("{{ picture }}")
    picture = InlineImage(DocxTemplate(io.BytesIO(template)), "no such file.png")
    with pytest.raises(TemplateError, match="docxtpl can't print one of its objects"):
        fill(template, {"picture": picture}, name="t.docx", as_of=DAY)


def test_the_template_of_such_an_object_is_checked_too(word: Word, tmp_path: Path) -> None:
    """The object brings a document of its own, which could ask for what ours may not."""
    (tmp_path / "pixel.png").write_bytes(PIXEL)
    hostile = DocxTemplate(io.BytesIO(word("{{ ''.__class__ }} {{ picture }}")))
    names = {"picture": InlineImage(hostile, str(tmp_path / "pixel.png"))}
    with pytest.raises(TemplateError, match="underscore"):
        fill(word("{{ picture }}"), names, name="t.docx", as_of=DAY)

"""Filling templates: right text, refused programs, clear errors, the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.context.people_fields import (
    OfficerFields,
)
from generator.context.printed import DateText
from generator.filling.fill import fill
from redaction.errors import TemplateError

DAY = date(2008, 3, 7)

Word = Callable[..., bytes]


def filled_text(read_word: Callable[[bytes], Any], template: bytes, **names: object) -> list[str]:
    document = read_word(fill(template, names, name="letter.docx", as_of=DAY))
    return [paragraph.text for paragraph in document.paragraphs]


@pytest.mark.parametrize(
    "name",
    [
        'O\'Neil & Sons <Ltd> "Fen"',
        "Zoë Łukasz-Ó Briain",
        "a &amp; b",
        "{{ not a tag }}",
        "{% if %}",
        "名前 אבג",
        "שרה כהן",
        "محمد علي",
        "Ṣọlá Nguyễn Thị",
        "Zoe\u0308 A\u0301ron",
        "Ana 👩\u200d👧 Fen",
        "𝔄da ﬁn Ⅷ",
        "a\u00a0b\u00adc\u202ed",
        "‘Seán’ “Bridie” – “x”",
        "<w:t>",
    ],
)
def test_prints_every_character_of_a_name_as_it_is(word: Word, read_word: Any, name: str) -> None:
    """Ampersands, brackets, quotes and braces in a name are data, not markup."""
    assert [f"Dear {name},"] == filled_text(read_word, word("Dear {{ who }},"), who=name)


@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=60))
def test_any_text_gives_a_sound_document(text: str) -> None:
    """No text in a case can break the document that it is printed in."""
    from docx import Document

    buffer = BytesIO()
    document = Document()
    document.add_paragraph("[{{ text }}]")
    document.save(buffer)
    made = fill(buffer.getvalue(), {"text": text}, name="t.docx", as_of=DAY)
    printed = Document(BytesIO(made)).paragraphs[0].text
    assert printed.startswith("[")
    assert printed.endswith("]")


def test_dates_print_with_their_weekday_on_demand(word: Word, read_word: Any) -> None:
    """7 March 2008 was a Friday."""
    template = word("{{ on }} / {{ on|weekday }} / {{ unknown|weekday }}")
    printed = filled_text(read_word, template, on=DateText(DAY), unknown=DateText(None))
    assert printed == ["7 March 2008 / Friday 7 March 2008 / "]


def test_loops_choices_and_objects_print(word: Word, read_word: Any) -> None:
    """Paragraph loops repeat the paragraph; an officer prints as the name."""
    template = word(
        "{%p for officer in officers %}",
        "{{ loop.index }}. {{ officer }}{% if officer.post %}, {{ officer.post }}{% endif %}",
        "{%p endfor %}",
        "{{ missing or 'Not known' }}",
    )
    officers = (OfficerFields("Ada Fen", "Chair"), OfficerFields("Bo Reed"))
    printed = filled_text(read_word, template, officers=officers, missing="")
    assert printed == ["1. Ada Fen, Chair", "2. Bo Reed", "Not known"]


def test_rows_repeat_and_an_empty_table_goes(word: Word, read_word: Any) -> None:
    """A row loop gives one row each; a table that loses all its rows is taken out."""
    rows = (("{%tr for a in items %}", ""), ("{{ a }}", "x"), ("{%tr endfor %}", ""))
    template = word("before", rows=rows)
    document = read_word(fill(template, {"items": ("1", "2")}, name="t.docx", as_of=DAY))
    assert [[c.text for c in r.cells] for r in document.tables[0].rows] == [["1", "x"], ["2", "x"]]
    assert not read_word(fill(template, {"items": ()}, name="t.docx", as_of=DAY)).tables


def test_a_cell_that_loses_its_text_keeps_a_paragraph(word: Word, repack: Any) -> None:
    """Word can't open a cell without a paragraph."""
    template = word("x", rows=(("PLACE",),))
    one = b"<w:p><w:r><w:t>{%p if a %}</w:t></w:r></w:p><w:p><w:r><w:t>text</w:t></w:r></w:p>"
    three = one + b"<w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p>"
    whole = b"<w:p><w:r><w:t>PLACE</w:t></w:r></w:p>"
    template = repack(template, {"word/document.xml": lambda xml: xml.replace(whole, three)})
    made = fill(template, {"a": ""}, name="t.docx", as_of=DAY)
    xml = zipfile.ZipFile(BytesIO(made)).read("word/document.xml")
    assert b"</w:tcPr><w:p/></w:tc>" in xml


def test_header_and_footer_are_filled(word: Word, read_word: Any) -> None:
    """Tags work in headers and footers too."""
    template = word("x", header="{{ a }}", footer="{{ b }}")
    document = read_word(fill(template, {"a": "Top", "b": "Copy 3 of 9"}, name="t", as_of=DAY))
    section = document.sections[0]
    assert (
        section.header.paragraphs[0].text,
        section.footer.paragraphs[0].text,
    ) == ("Top", "Copy 3 of 9")


def test_line_breaks_and_tabs_of_the_case_become_words_own(word: Word, read_word: Any) -> None:
    """A two-line text of the case stays on two lines."""
    assert filled_text(read_word, word("{{ x }}"), x="a\nb\tc") == ["a\nb\tc"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_however_a_line_ends_it_ends(word: Word, read_word: Any, end: str) -> None:
    """Text from Windows, from an old Mac, and pasted from Word or a web page."""
    assert filled_text(read_word, word("[{{ x }}]"), x=f"1 Fen Lane{end}Town") == [
        "[1 Fen Lane\nTown]"
    ]


@pytest.mark.parametrize(
    ("paragraphs", "place", "says"),
    [
        (["ok", "{{ child.frist_name }}"], "paragraph 2", "did you mean “first_name”?"),
        (["ok", "{{ chidl.first_name }}"], "paragraph 2", "did you mean “child”?"),
        (["ok", "{% if child %} text"], "paragraph 2", "never ended"),
        (["{% if child %}", "text", "{% endif %}"], "paragraph 1", "ends in another"),
        (["{%p if child %}", "text", "{% endif %}"], "paragraph 3", "same letters"),
        (["text {% endfor %}"], "paragraph 1", "ends nothing"),
        (["a", "b", "{{ child.first_name"], "paragraph 3", "no whole tag"),
        (["a", "{{ child.first_name }"], "paragraph 2", "no whole tag"),
        (["a", "{{ child.first_name + }}"], "paragraph 2", ""),
    ],
)
def test_a_fault_is_named_with_its_paragraph(
    word: Word, paragraphs: list[str], place: str, says: str
) -> None:
    """The message says which template, which paragraph with its text, what, and what to do."""
    with pytest.raises(TemplateError) as caught:
        fill(word(*paragraphs), {"child": {"first_name": "Zoë"}}, name="letter.docx", as_of=DAY)
    problem = caught.value.problems[0]
    assert problem.place.startswith(f"letter.docx, {place} (“")
    assert says in problem.what
    assert problem.remedy


def test_every_fault_of_a_template_is_listed_at_once(word: Word) -> None:
    """Two paragraphs at fault are two problems."""
    with pytest.raises(TemplateError) as caught:
        fill(word("{{ a() }}", "{% set b = 1 %}"), {}, name="t.docx", as_of=DAY)
    assert len(caught.value.problems) == 2


def test_tags_that_word_split_or_spaced_are_put_right(
    word: Word, read_word: Any, repack: Any
) -> None:
    """Word splits a tag typed in two goes; a space slips in before "p"."""
    split = b"{{ chi</w:t></w:r><w:proofErr w:type='spellEnd'/><w:r><w:rPr><w:b/></w:rPr><w:t>ld }}"
    template = word("{{ child }} is here", "{% p if child %}", "yes", "{%p endif %}")
    template = repack(
        template, {"word/document.xml": lambda xml: xml.replace(b"{{ child }}", split)}
    )
    assert filled_text(read_word, template, child="Zoë") == ["Zoë is here", "yes"]


def test_the_same_inputs_give_the_same_bytes(word: Word) -> None:
    """No clock, no random number, no order of a set is in the file."""
    template = word("Dear {{ who }}", header="{{ who }}")
    first, second = (fill(template, {"who": "A"}, name="t", as_of=DAY) for _ in range(2))
    assert first == second
    package = zipfile.ZipFile(BytesIO(first))
    assert {(1980, 1, 1, 0, 0, 0)} == {info.date_time for info in package.infolist()}


@pytest.mark.usefixtures("letter_h")
def test_properties_name_the_board_and_the_day_only(open_case: Any, word: Word) -> None:
    """Nothing of the template's author or machine is in the properties."""
    from generator.context import context_for
    from generator.plan import plan

    planned = plan(open_case, ["bed-h"], ["police"], DAY)[0]
    names = context_for(open_case, planned).names()
    made = fill(word("x"), names, name="t", as_of=DAY)
    package = zipfile.ZipFile(BytesIO(made))
    core = package.read("docProps/core.xml").decode()
    assert "docProps/app.xml" not in package.namelist()
    assert "<dc:creator>Fenwater Safeguarding Children Board</dc:creator>" in core
    assert "<dc:language>en-GB</dc:language>" in core
    assert "2008-03-07T00:00:00Z" in core
    assert "python-docx" not in core


def test_a_draft_is_marked_and_its_gaps_are_highlighted(word: Word, read_word: Any) -> None:
    """The banner is on every page; the gap alone is yellow."""
    template = word("Born {{ born }} in Fenwater", header="{{ born }}")
    names = {"born": "[MISSING: child’s date of birth]"}
    document = read_word(fill(template, names, name="t", as_of=DAY, draft=True))
    runs = document.paragraphs[0].runs
    assert [(run.text, run.font.highlight_color is not None) for run in runs] == [
        ("Born ", False),
        ("[MISSING: child’s date of birth]", True),
        (" in Fenwater", False),
    ]
    assert document.sections[0].header.paragraphs[0].text == "DRAFT – NOT FOR SENDING"


def test_a_draft_without_headers_carries_the_banner_in_its_text(word: Word, read_word: Any) -> None:
    """A template that has no header still can't make an unmarked draft."""
    document = read_word(fill(word("x"), {}, name="t", as_of=DAY, draft=True))
    assert [p.text for p in document.paragraphs] == ["DRAFT – NOT FOR SENDING", "x"]

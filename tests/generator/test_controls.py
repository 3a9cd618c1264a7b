"""Form fields: written as Word content controls, filled, finished, printed."""

from __future__ import annotations

import io
import string
from datetime import date
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.authoring.author import author, pack
from generator.authoring.blocks import parse, show
from generator.authoring.lint import lint
from generator.authoring.text import docx_text, word_parts
from generator.context.printed import DateText
from generator.controls import Control, ControlKind, finish_controls, pieces, show_control
from generator.filling.draft import gap_text
from generator.filling.fill import fill
from generator.pdf import word_to_pdf
from generator.templates import templates_folder
from generator.word.xml import w
from redaction.errors import TemplateError

HOUSE_STYLE = (templates_folder() / "house-style.docx").read_bytes()
FRONT = "---\ntitle: A form to try\nlayout: form\n---\n\n"
DAY = date(2008, 3, 7)
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
LETTERHEAD = {
    "board": dict.fromkeys(
        ("name", "short_name", "address_line", "telephone", "email", "website"), "Fenwater"
    ),
    "document": dict.fromkeys(("title", "date", "reference", "marking"), "R"),
}
FORM = """\
[form 40 60]
| ? First name | ⟦text child.first_name: {{ name }}⟧ |
| ? Born | ⟦date child.date_of_birth: {{ born }}⟧ |
| ? Sex | ⟦choice child.gender (Female; Male; Not known (yet)): {{ gender }}⟧ |
| ? Comments | [Form Writing Space] ⟦long office.comments: {{ comments }}⟧ |
| ? Outcome | ⟦tick office.yes: {{ tick }}⟧ Fits ¶ ⟦tick office.no: ☐⟧ Does **not** fit |

[table 40 10 50]
| Agency | Tick | Notes |
| --- | --- | --- |
{%tr for row in rows %}
| ? {{ row.label }} | ⟦tick agency.{{ row.id }}.known: {{ row.tick }}⟧ | ⟦long agency.{{ row.id }}.notes: {{ row.notes }}⟧ |
{%tr endfor %}

Signed ⟦text office.signed: ⟧ on ⟦date office.signed_on: ⟧
"""  # noqa: E501
ROWS = (
    {"id": "police", "label": "Police", "tick": "☒", "notes": "One\nTwo"},
    {"id": "gp", "label": 'GP "surgery" & more', "tick": "☐", "notes": ""},
)
FACTS: dict[str, object] = {
    "name": "Zoë", "born": DateText(DAY), "gender": "Male", "comments": "", "tick": "☒",
    "rows": ROWS,
}  # fmt: skip

ids = st.from_regex(r"[a-z][a-z0-9_]{0,8}(\.[a-z0-9_-]{1,8}){0,2}", fullmatch=True)
words = st.text(alphabet=string.ascii_letters + "’é 0", min_size=1).map(
    lambda text: " ".join(text.split()) or "x"
)
tags = st.sampled_from(["{{ child.first_name }}", "{% if a %}{{ b|upper }}{% endif %}"])
contents = st.one_of(st.just(""), words, tags, words.map(lambda text: f"**{text}**"))


@st.composite
def controls(draw: st.DrawFn) -> Control:
    kind = draw(st.sampled_from(ControlKind))
    content = draw(contents)
    options: tuple[str, ...] = ()
    if kind is ControlKind.TICK:
        content = draw(st.sampled_from(["☐", "☒", "{{ row.ticked }}"]))
    if kind is ControlKind.CHOICE:
        options = tuple(draw(st.lists(words, min_size=1, max_size=3, unique=True)))
        content = draw(st.sampled_from(["", options[0], "{{ child.gender }}"]))
    return Control(kind, draw(ids), content, options)


def made(text: str = FORM, *, draft: bool = False, **facts: object) -> bytes:
    template = author(FRONT + text, HOUSE_STYLE)
    return fill(template, {**LETTERHEAD, **FACTS, **facts}, name="form.docx", as_of=DAY,
                draft=draft)  # fmt: skip


def body_of(content: bytes) -> etree._Element:
    return etree.fromstring(word_parts(content, "form.docx")["word/document.xml"])


def sdts(content: bytes) -> dict[str, etree._Element]:
    """The controls of a Word file by their ids."""
    return {str(value_of(sdt, "tag")): sdt for sdt in body_of(content).iter(w("sdt"))}


def text_in(sdt: etree._Element) -> str:
    return "".join(text.text or "" for text in sdt.iter(w("t")))


def value_of(sdt: etree._Element, name: str, attribute: str = "val") -> str | None:
    """A property of a control; none where it has no such property or the property no such value."""
    found = sdt.find(f"{w('sdtPr')}/{w(name)}")
    return None if found is None else found.get(w(attribute))


def is_placeholder(sdt: etree._Element) -> bool:
    return sdt.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None


@given(st.lists(st.one_of(words, controls()), min_size=1, max_size=6))
def test_what_is_shown_is_read_back(parts: list[str | Control]) -> None:
    """Every field of a paragraph, and the words between them, survive text, Word and text."""
    line = "x" + " ".join(part if isinstance(part, str) else show_control(part) for part in parts)
    read = [part for part in pieces(line, "line 1") if isinstance(part, Control)]
    assert read == [part for part in parts if isinstance(part, Control)]
    text = f"{FRONT}[form 100]\n| {line} |\n"
    assert show(parse(text)) == text


def test_a_form_reads_back_from_word_as_its_text(tmp_path: Path) -> None:
    """Nothing of a field is lost between the text and the Word file, twice the same bytes."""
    path = tmp_path / "form.docx"
    path.write_bytes(author(FRONT + FORM, HOUSE_STYLE))
    assert docx_text(path) == FRONT + FORM
    assert author(docx_text(path), HOUSE_STYLE) == path.read_bytes()


def test_other_spacing_is_put_right() -> None:
    """Whoever types the text need not mind spaces; an empty box is not ticked."""
    text = show(parse(FRONT + "⟦text a:  x ⟧ ⟦tick b:⟧ ⟦choice c (X;Y ; ):⟧\n"))
    assert text == FRONT + "⟦text a: x⟧ ⟦tick b: ☐⟧ ⟦choice c (X; Y): ⟧\n"


@pytest.mark.parametrize(
    ("field", "says"),
    [
        ("⟦text a: x", "begins with ⟦ and ends with ⟧"),
        ("x⟧", "begins with ⟦ and ends with ⟧"),
        ("⟦text a: ⟦date b: ⟧⟧", "not inside another"),
        ("⟦text a.b⟧", "is no form field"),
        ("⟦number a: 1⟧", "is no form field"),
        ("⟦text : x⟧", "is no form field"),
        ("⟦text a b: x⟧", "not made of letters"),
        ("⟦text 1a: x⟧", "not made of letters"),
        ("⟦text " + "a" * 65 + ": x⟧", "longer than 64 characters"),
        ("⟦text a (X; Y): ⟧", "no list of choices"),
        ("⟦choice a: X⟧", "nothing to choose from"),
        ("⟦choice a (): X⟧", "nothing to choose from"),
        ("⟦choice a (X; X): X⟧", "the same choice twice"),
        ("⟦choice a (X; Y): Z⟧", "“Z” is not one of its choices"),
        ("⟦tick a: yes⟧", "a tick box holds"),
        ("**bold ⟦text a: ⟧**", "inside bold text"),
        ("⟦text a: **x⟧ **y", "bold begins inside it"),
    ],
)
@pytest.mark.parametrize("line", ["{}", "[form 100]\n| {} |"])
def test_a_faulty_field_is_refused_with_its_line(line: str, field: str, says: str) -> None:
    """In a paragraph and in a cell."""
    text = FRONT + "First line.\n\n" + line.format(field) + "\n"
    number = 8 + line.count("\n")
    with pytest.raises(TemplateError, match=says) as caught:
        parse(text)
    assert caught.value.problems[0].place.startswith(f"line {number}")


ORDER = {
    "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label "
    "tabIndex text richText date dropDownList comboBox checkbox",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing kern sz szCs highlight "
    "u shd vertAlign rtl lang",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "date": "dateFormat lid storeMappedDataAs calendar",
    "checkbox": "checked checkedState uncheckedState",
}
"""ISO/IEC 29500-1, A.1, and [MS-DOCX] 2.6.1.10, as far as our forms go."""


@pytest.mark.parametrize("draft", [False, True])
def test_word_finds_everything_in_the_order_it_insists_on(draft: bool) -> None:
    """Properties in the schema's order, distinct numbers, the newer names declared."""
    root = body_of(made(draft=draft, comments=gap_text("the comments"), name=gap_text("a name")))
    for element in root.iter():
        name = etree.QName(element).localname
        if name in ORDER:
            places = [ORDER[name].split().index(etree.QName(child).localname) for child in element]
            assert places == sorted(set(places))
    numbers = [number.get(w("val")) for number in root.iter(w("id"))]
    assert len(set(numbers)) == len(numbers) == 12
    assert root.get(f"{COMPATIBILITY}Ignorable") == "w14"
    assert all(len(content) for content in root.iter(w("sdtContent")))


def test_a_text_without_boxes_declares_nothing_new() -> None:
    """Templates that hold no tick box stay as they were."""
    root = body_of(author(FRONT + "⟦text a: x⟧\n", HOUSE_STYLE))
    assert set(root.nsmap) == {"w", "r"}


def test_word_shows_the_words_beside_a_field_above_it() -> None:
    """The row's label, the column's heading, what a box is about, else the id."""
    labels = {control_id: value_of(sdt, "alias") for control_id, sdt in sdts(made()).items()}
    assert labels == {
        "child.first_name": "First name",
        "child.date_of_birth": "Born",
        "child.gender": "Sex",
        "office.comments": "Comments",
        "office.yes": "Fits",
        "office.no": "Does not fit",
        "agency.police.known": "Police, Tick",
        "agency.police.notes": "Police, Notes",
        "agency.gp.known": 'GP "surgery" & more, Tick',
        "agency.gp.notes": 'GP "surgery" & more, Notes',
        "office.signed": "Office signed",
        "office.signed_on": "Office signed on",
    }


def test_labels_and_ids_are_never_longer_than_word_takes() -> None:
    """Even where the case makes them long."""
    rows = ({"id": "x" * 80, "label": "y" * 80, "tick": "☐", "notes": ""},)
    for name in ("alias", "tag"):
        values = [one.get(w("val"), "") for one in body_of(made(rows=rows)).iter(w(name))]
        assert max(map(len, values)) == 64


@pytest.mark.parametrize("value", ["", " "])
@pytest.mark.parametrize(
    ("field", "says"),
    [
        ("⟦text a: {{ value }}⟧", "Click to enter text"),
        ("⟦long a: {{ value }}⟧", "Click to enter text"),
        ("⟦date a: {{ value }}⟧", "Click to choose a date"),
        ("⟦choice a (X; Y): {{ value }}⟧", "Choose"),
    ],
)
def test_a_field_that_stays_empty_says_what_to_do(field: str, says: str, value: str) -> None:
    """In grey, and Word knows that it is no answer."""
    sdt = sdts(made(f"{field}\n", value=value))["a"]
    assert (text_in(sdt), is_placeholder(sdt)) == (says, True)
    (content,) = sdt.iter(w("sdtContent"))
    assert [colour.get(w("val")) for colour in content.iter(w("color"))] == ["666666"]


def test_a_field_that_was_filled_in_is_no_placeholder() -> None:
    """A date knows its day, a box that it is ticked, a list what was chosen."""
    found = sdts(made())
    filled = {key for key, sdt in found.items() if not is_placeholder(sdt)}
    assert filled == {
        "child.first_name", "child.date_of_birth", "child.gender", "office.yes", "office.no",
        "agency.police.known", "agency.police.notes", "agency.gp.known",
    }  # fmt: skip
    day = value_of(found["child.date_of_birth"], "date", "fullDate")
    assert day == "2008-03-07T00:00:00Z"
    ticked = {key: sdt.find(f".//{W14}checked") for key, sdt in found.items()}
    assert {key: mark.get(f"{W14}val") for key, mark in ticked.items() if mark is not None} == {
        "office.yes": "1",
        "office.no": "0",
        "agency.police.known": "1",
        "agency.gp.known": "0",
    }
    assert value_of(found["child.gender"], "dropDownList", "lastValue") == "Male"


@pytest.mark.parametrize("text", ["about 2008", "31 February 2008", gap_text("a date")])
def test_a_text_that_is_no_day_gives_no_day(text: str) -> None:
    """It stays as it is, for a person to put right."""
    sdt = sdts(made(born=text))["child.date_of_birth"]
    assert (text_in(sdt), value_of(sdt, "date", "fullDate")) == (text, None)


def test_a_value_that_is_not_on_the_list_is_kept_and_added() -> None:
    """No fact of a case is lost because a form did not think of it."""
    sdt = sdts(made(gender="Non-binary & other"))["child.gender"]
    items = [item.get(w("displayText")) for item in sdt.iter(w("listItem"))]
    assert items == ["Female", "Male", "Not known (yet)", "Non-binary & other"]
    assert text_in(sdt) == "Non-binary & other"


def test_choices_may_be_fields_and_stand_once() -> None:
    """The same word for two choices, or none, leaves one."""
    text = "⟦choice a ({{ one }}; {{ two }}; Other): ⟧\n"
    (sdt,) = sdts(made(text, one="Review", two="Review")).values()
    assert [item.get(w("value")) for item in sdt.iter(w("listItem"))] == ["Review", "Other"]


def test_finishing_twice_changes_nothing() -> None:
    """A file that is filled in and finished is finished."""
    root = body_of(made())
    before = etree.tostring(root)
    finish_controls(root)
    assert etree.tostring(root) == before


def test_the_same_case_gives_the_same_bytes() -> None:
    """Numbers of fields come from their order, not from chance."""
    assert made() == made()


def test_gaps_of_a_draft_are_highlighted_inside_fields() -> None:
    """In text, in a box and in a date."""
    gap = gap_text("a fact")
    root = body_of(made(draft=True, name=f"before {gap} after", born=gap, tick=gap))
    marked = {
        "".join(text.text or "" for text in run.iter(w("t")))
        for sdt in root.iter(w("sdtContent"))
        for run in sdt.iter(w("r"))
        if run.find(f"{w('rPr')}/{w('highlight')}") is not None
    }
    assert marked == {gap}
    assert text_in(sdts(made(name=f"before {gap} after"))["child.first_name"]) == (
        f"before {gap} after"
    )


def wrapped(sdt_level: str, tag: str, content: str) -> bytes:
    """A form as Word writes it: the control around the whole paragraph or the whole cell."""
    properties = (
        f'<w:sdtPr><w:tag w:val="{tag}"/><w:id w:val="-77"/><w:showingPlcHdr/><w:text/></w:sdtPr>'
    )
    paragraph = (
        '<w:p><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
        f"<w:t>{content}</w:t></w:r></w:p>"
    )
    cell = f"<w:tc><w:tcPr/>{paragraph}</w:tc>"
    inner = paragraph if sdt_level == "paragraph" else cell
    sdt = f"<w:sdt>{properties}<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{sdt}</w:tr></w:tbl><w:p/>"
    parts = word_parts(author(FRONT + "x\n", HOUSE_STYLE), "x")
    body = sdt if sdt_level == "paragraph" else table
    document = parts["word/document.xml"].replace(b"<w:body>", f"<w:body>{body}".encode())
    return pack({**parts, "word/document.xml": document})


@pytest.mark.parametrize("level", ["paragraph", "cell"])
def test_fields_that_word_itself_made_work_too(tmp_path: Path, level: str) -> None:
    """A tag typed into Word's placeholder is filled in and is no placeholder any more."""
    template = wrapped(level, "a.{{ key }}", "{{ value }}")
    path = tmp_path / "own.docx"
    path.write_bytes(template)
    assert lint(wrapped(level, "a.{{ child.first_name }}", "{{ child.surname }}"), "own") == ()
    names = {**LETTERHEAD, "key": "b", "value": "Zoë"}
    found = sdts(fill(template, names, name="own", as_of=DAY))["a.b"]
    assert (text_in(found), is_placeholder(found)) == ("Zoë", False)
    assert next(found.iter(w("rStyle")), None) is None
    empty = sdts(fill(template, {**names, "value": ""}, name="own", as_of=DAY))["a.b"]
    assert text_in(empty) == "Click to enter text"
    assert is_placeholder(empty)


def test_a_field_around_a_cell_reads_as_one_inside_it(tmp_path: Path) -> None:
    """No cell is lost in the text of a board's own template."""
    path = tmp_path / "own.docx"
    path.write_bytes(wrapped("cell", "a.b", "x"))
    assert "| [Body Text] ⟦text a.b: ⟧ |" in docx_text(path)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("⟦text a.{{ chid.id }}: x⟧", "did you mean “child”?"),
        ("⟦text a: {{ child.nmae }}⟧", "child.nmae"),
        ("⟦choice a ({{ words.revew.x }}; Y): Y⟧", "words.revew.x"),
        ("⟦text a: {{ child.first_name⟧", "belongs to no whole tag"),
        ("{% if child.gp %}⟦text a: x{% endif %}⟧", "on the other side of a form field’s edge"),
        ("⟦text a: {% if child.gp %}x⟧", "never ended"),
        ("⟦text a: {{ child.__class__ }}⟧", "underscore"),
    ],
)
def test_faults_inside_fields_are_named_with_their_paragraph(line: str, says: str) -> None:
    """In the text, the id, the label and the choices of a field."""
    problems = lint(author(f"{FRONT}First.\n\n{line}\n", HOUSE_STYLE), "own.docx")
    assert problems
    assert problems[0].place.startswith("own.docx, paragraph 2 (“")
    assert says in problems[0].what


def test_a_choice_of_words_around_a_field_leaves_it_out_whole() -> None:
    """``{% if %}`` before a field and ``{% endif %}`` after it."""
    text = "{% if known %}⟦text a: {{ name }}⟧{% endif %}⟦text b: {{ name|upper }}⟧\n"
    assert set(sdts(made(text, known=""))) == {"b"}
    assert set(sdts(made(text, known="yes"))) == {"a", "b"}


def test_quotes_in_a_tag_of_an_id_are_no_trouble() -> None:
    """Word's XML writes them differently in ids than in text."""
    assert set(sdts(made('⟦text a.{{ name if name > "A" else "b" }}: ⟧\n', name="Q"))) == {"a.Q"}


def test_too_many_tags_in_ids_are_refused() -> None:
    """They cost as much time as those that are seen."""
    field = "⟦text a.{{ name }}.{{ name }}: ⟧ "
    with pytest.raises(TemplateError, match="far too long"):
        made(f"{field * 1600}\n")


def as_printed(content: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(word_to_pdf(content, name="form.docx"))).pages
    return "\n".join(page.extract_text() for page in pages)


def test_what_is_in_a_field_prints() -> None:
    """Names, dates, choices, lines and boxes."""
    printed = as_printed(made(comments="First line\nSecond line"))
    for text in ("Zoë", "7 March 2008", "Male", "First line\nSecond line", "☒ Fits", "☐ Does not"):
        assert text in printed


def test_an_empty_field_prints_as_room_to_write() -> None:
    """On paper nobody can click."""
    printed = as_printed(made(name="", born="", gender=""))
    assert "Click" not in printed
    assert "Choose" not in printed
    page = pypdf.PdfReader(io.BytesIO(word_to_pdf(made(), name="form.docx"))).pages[0]
    places: dict[str, float] = {}

    def note(text: str, _cm: object, tm: list[float], _font: object, _size: object) -> None:
        places.setdefault(text.strip(), tm[4])

    page.extract_text(visitor_text=note)
    assert places["on"] - places["Signed"] > 100


@settings(max_examples=30, deadline=None)
@given(st.lists(controls(), min_size=1, max_size=5))
def test_any_form_becomes_a_sound_word_file(parts: list[Control]) -> None:
    """Whatever fields stand on it, the text comes back from Word."""
    text = f"{FRONT}[form 100]\n| x {' '.join(map(show_control, parts))} |\n"
    root = body_of(author(text, HOUSE_STYLE))
    assert len(list(root.iter(w("sdt")))) == len(parts)
    numbers = [one.get(w("val")) for one in root.iter(w("id"))]
    assert numbers == [str(number) for number in range(1, len(parts) + 1)]

"""Templates from strangers: each trick is refused soon, with its file and its paragraph."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.filling.fill import fill
from redaction.errors import TemplateError

DAY = date(2008, 3, 7)
SECONDS = 5
"""A refusal takes a few hundredths; the limit leaves room for a busy machine."""
NAMES = {
    "child": {"first_name": "Zoë"},
    "name": "Zoë",
    "many": tuple(range(1000)),
    "long": "x" * 100_000,
}
X = "x" * 400

Word = Callable[..., bytes]

# From the advisories on Jinja's sandbox (str.format and format_map, CVE-2016-10745 and
# CVE-2019-10906; formats called indirectly, CVE-2024-56326; xmlattr, CVE-2024-22195 and
# CVE-2024-34064; attr, CVE-2025-27516) and from collections of what worked elsewhere.
ESCAPES = [
    ("{{ '{0.__class__}'.format(name) }}", "call nothing"),
    ("{{ '{a.__class__}'.format_map(child) }}", "call nothing"),
    ("{{ '%s'|format(name) }}", "No filter named 'format'"),
    ("{{ ('{}'|attr('format'))(name) }}", "call nothing"),
    ("{{ ['{0.__class__}'.format]|map('call') }}", "No filter named 'map'"),
    ("{% for f in ['{}'.format] %}{{ f(name) }}{% endfor %}", "call nothing"),
    ("{{ name|xmlattr }}", "No filter named 'xmlattr'"),
    ("{{ {'a b': 1}|xmlattr }}", "“dict” is not allowed"),
    ("{{ name|attr('__class__') }}", "No filter named 'attr'"),
    (r"{{ name|attr('\x5f\x5fclass\x5f\x5f') }}", "No filter named 'attr'"),
    ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "call nothing"),
    ("{{ ''.__class__.__mro__ }}", "underscore"),
    ("{{ name['__class__'] }}", "underscore"),
    (r"{{ name['\x5f\x5fclass\x5f\x5f'] }}", "underscore"),
    ("{{ name['__cla' ~ 'ss__'] }}", "no field “__class__”"),
    ("{{ name['ssalc'|upper] }}", "no field “SSALC”"),
    ("{{ child.items }}", "no field “items”"),
    ("{{ name.upper }}", "no field “upper”"),
    ("{{ self }}", "no field “self”"),
    ("{{ many.count }}", "no field “count”"),
    ("{{ cycler.__init__.__globals__ }}", "underscore"),
    ("{{ lipsum.__globals__['os'].popen('id') }}", "call nothing"),
    ("{{ joiner }}", "no field “joiner”"),
    ("{{ namespace(a=1) }}", "call nothing"),
    ("{{ dict(a=1) }}", "call nothing"),
    ("{{ self._TemplateReference__context }}", "underscore"),
    ("{{ config.items() }}", "call nothing"),
    ("{{ url_for.__globals__ }}", "underscore"),
    ("{{ get_flashed_messages }}", "no field"),
    ("{{ caller() }}", "call nothing"),
    ("{{ super() }}", "call nothing"),
    ("{{ varargs }}", "no field “varargs”"),
    ("{{ gettext('x') }}", "call nothing"),
    ("{{ _budget }}", "underscore"),
    ("{{ name|_counted }}", "underscore"),
    ("{% for a in many %}{{ loop._iterable }}{% endfor %}", "underscore"),
    ("{% for a in many %}{{ loop.cycle(1) }}{% endfor %}", "call nothing"),
    ("{% for a in many %}{{ loop.nextitem }}{% endfor %}", "no field “nextitem”"),
    ("{% for a in many %}{{ loop }}{% endfor %}", "not one field but several"),
    ("{% for a in many recursive %}{{ a }}{% endfor %}", "recursive"),
    ("{% for a in many if a.__class__ %}{% endfor %}", "underscore"),
    ("{{ child }}", "not one field but several"),
    ("{{ name is callable }}", "No test named 'callable'"),
    ("{{ name is sameas name }}", "No test named 'sameas'"),
    ("{{ name|groupby('__class__') }}", "No filter named 'groupby'"),
    ("{{ many|sum(attribute='__class__') }}", "“keyword” is not allowed"),
    ("{{ many|join(attribute='__class__') }}", "“keyword” is not allowed"),
    ("{{ many|join(', ', '__class__') }}", "positional argument"),
    ("{{ name|safe }}", "No filter named 'safe'"),
    ("{{ name|tojson }}", "No filter named 'tojson'"),
    ("{% include '/etc/passwd' %}", "“include” is not allowed"),
    ("{% import 'os' as os %}", "“import” is not allowed"),
    ("{% from 'os' import system %}", "“fromimport” is not allowed"),
    ("{% extends 'x' %}", "“extends” is not allowed"),
    ("{% block a %}{% endblock %}", "“block” is not allowed"),
    ("{% macro a() %}{% endmacro %}", "define no macros"),
    ("{% call a() %}{% endcall %}", "call nothing"),
    ("{% filter upper %}{% endfilter %}", "“filterblock” is not allowed"),
    ("{% set a = 1 %}", "set nothing"),
    ("{% set a %}{% endset %}", "“assignblock” is not allowed"),
    ("{% do name %}", "unknown tag 'do'"),
    ("{% with a = 1 %}{% endwith %}", "“with” is not allowed"),
    ("{% autoescape false %}{{ name }}{% endautoescape %}", "not allowed"),
    ("{% debug %}", "unknown tag 'debug'"),
    ("{{ name|shout }}", "No filter named 'shout'"),
    ("{% raw %}{{ name }}{% endraw %}", "send the tags themselves"),
]
# What would take a computer's memory or its time; arithmetic on constants would even be done
# when the template is compiled.
BOMBS = [
    ("{{ 'a' * 999999999 }}", "compute nothing"),
    ("{{ [0] * 999999999 }}", "compute nothing"),
    ("{{ 9 ** 9 ** 9 }}", "compute nothing"),
    ("{{ '%099999999d' % 1 }}", "compute nothing"),
    ("{{ 7 // 0 }}", "compute nothing"),
    ("{{ name|center(99999999) }}", "No filter named 'center'"),
    ("{{ name|indent(99999999) }}", "No filter named 'indent'"),
    ("{{ range(999999999) }}", "call nothing"),
    ("{{ name[::-1] }}", "no slices"),
    ("{{ " + "9" * 5000 + " }}", "a tag in it is far too long"),
    ("{{ '" + "x" * 5000 + "' }}", "a tag in it is far too long"),
    ("{{ name" + " " * 3000 + "}}", "a tag in it is far too long"),
    ("{% colspan" + " " * 900 + "%x %}", "far too many spaces"),
    ("{{ " + "(" * 400 + "1" + ")" * 400 + " }}", "far too involved"),
    ("{{ " + "[" * 450 + "]" * 450 + " }}", "far too involved"),
    ("{{ " + "not " * 240 + "name }}", "far too involved"),
    ("{{ name" + ".a" * 480 + " }}", "far too involved"),
    ("{{ name" + "|upper" * 150 + " }}", "far too involved"),
    ("{{ " + "name if name else " * 50 + "name }}", "far too involved"),
    ("{{ " + " and ".join(["name"] * 110) + " }}", "far too involved"),
    ("{% if name %}" * 16 + "{% endif %}" * 16, "inside more than 15 others"),
    ("{% for a in many %}" * 16 + "{% endfor %}" * 16, "inside more than 15 others"),
    ("{% for a in many %}{% for b in many %}x{% endfor %}{% endfor %}", "far too many steps"),
    (f"{{% for a in many %}}{{{{ '{X}' ~ long }}}}{{% endfor %}}", "far too long"),
    ("{% for a in many %}{{ long|upper }}{% endfor %}", "far too long"),
    ("{% for a in many %}{% if long|upper == 'X' %}{% endif %}{% endfor %}", "too long texts"),
    ("{{ long|join(long) }}", "far too many steps"),
    ("{{ many|join(long) }}", "far too long texts"),
    (f"{{% for a in many %}}{{{{ '{chr(92)}n{chr(92)}n{chr(92)}n' * 1 }}}}{{% endfor %}}",
     "compute nothing"),
    ("{% for a in many %}{{ '" + r"\n" * 300 + "' }}{% endfor %}", "far too long"),
    ("".join(f"{{% for {new} in [{'~'.join([old] * 90)}] %}}"
             for old, new in zip(["name", *"abcdefghi"], "abcdefghij", strict=True))
     + "{{ j }}" + "{% endfor %}" * 10, "far too long texts"),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "says"), ESCAPES + BOMBS, ids=lambda text: text[:40])
def test_every_trick_is_refused_soon_with_its_paragraph(word: Word, tag: str, says: str) -> None:
    """One clear error, no traceback of Jinja's, and no long wait."""
    template, started = word("First.", tag), time.monotonic()
    with pytest.raises(TemplateError) as caught:
        fill(template, NAMES, name="letter.docx", as_of=DAY)
    assert time.monotonic() - started < SECONDS
    assert says in str(caught.value)
    assert caught.value.problems[0].place.startswith("letter.docx, paragraph 2 (“")


@pytest.mark.parametrize("where", ["header", "footer"])
def test_headers_and_footers_are_no_way_round(word: Word, where: str) -> None:
    """The part is named with the paragraph."""
    with pytest.raises(TemplateError, match=f"letter.docx, page {where}, paragraph 1"):
        fill(word("x", **{where: "{{ name.__class__ }}"}), NAMES, name="letter.docx", as_of=DAY)


@pytest.mark.parametrize(
    "attribute", ["{{ ''.__class__ }}", "{{ 9 ** 9 ** 9 }}", "{% set a = 1 %}"]
)
def test_tags_in_the_xml_itself_are_no_way_round(word: Word, repack: Any, attribute: str) -> None:
    """An attribute that no one sees on the page is read as strictly as the text."""
    with_tag = f'<w:p w:rsidR="{attribute}"><w:r><w:t>{{{{ name }}}}</w:t>'.encode()
    change = lambda xml: xml.replace(b"<w:p><w:r><w:t>PLACE</w:t>", with_tag)  # noqa: E731
    template = repack(word("PLACE"), {"word/document.xml": change})
    with pytest.raises(TemplateError, match=r"letter\.docx, "):
        fill(template, NAMES, name="letter.docx", as_of=DAY)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["{{ name }}" * 50_000],
        ["{{ name }}"] * 4_000,
        ["{ " * 500_000 + "{{ name }}"],
        ["{" * 40_000 + "{{ name }}"],
        ["{% " * 9_999],
        ["{#" * 5_000 + "#}"],
        ["{% colspan " * 500 + "%x %}" * 500],
        ["{{ name }} " + "{%- " * 1_000 + "-%}" * 1_000],
    ],
    ids=["one paragraph", "many", "braces", "more braces", "begun", "remarks", "spans", "dashes"],
)
def test_a_monstrous_template_is_refused_soon(word: Word, paragraphs: list[str]) -> None:
    """Already the translation into a template is bounded."""
    template, started = word(*paragraphs), time.monotonic()
    with pytest.raises(TemplateError):
        fill(template, NAMES, name="letter.docx", as_of=DAY)
    assert time.monotonic() - started < SECONDS


@pytest.mark.parametrize("size", [40_000, 3_000_000])
def test_long_data_is_filled_in_or_refused_with_its_paragraph(word: Word, size: int) -> None:
    """A text of the case that is longer than any document is no reason to hang."""
    names, started = {"text": "line\n" * (size // 5)}, time.monotonic()
    if size < 100_000:
        assert fill(word("{{ text }}"), names, name="letter.docx", as_of=DAY)
    else:
        with pytest.raises(TemplateError, match=r"letter\.docx, paragraph 1"):
            fill(word("{{ text }}"), names, name="letter.docx", as_of=DAY)
    assert time.monotonic() - started < SECONDS


@pytest.mark.parametrize(
    ("paragraphs", "place"),
    [
        (["fine", "{%p if name %}", "{{ name }}"], "paragraph 2 (“{%p if name %}”)"),
        (["{% if name %}", "{% endif %}"], "paragraph 1 (“{% if name %}”)"),
        (["{%tr for a in many %}", "x", "{%tr endfor %}"], ""),
    ],
)
def test_what_would_break_the_document_is_said_before(
    word: Word, paragraphs: list[str], place: str
) -> None:
    """A tag that begins here and ends elsewhere would leave a file that Word can't open."""
    with pytest.raises(TemplateError) as caught:
        fill(word(*paragraphs), NAMES, name="letter.docx", as_of=DAY)
    assert caught.value.problems[0].place.startswith(f"letter.docx, {place}")


CODE = "</w:t></w:r><w:r><w:instrText>{}</w:instrText></w:r><w:r><w:t>"
MARK = '</w:t></w:r><w:r><w:fldChar w:fldCharType="{}"/></w:r><w:r><w:t>'
BEGIN, SEPARATE, END = (MARK.format(kind) for kind in ("begin", "separate", "end"))


@pytest.mark.parametrize(
    ("field", "says"),
    [
        (BEGIN + CODE.format('DDEAUTO c:\\x.exe "a"') + END, "(DDEAUTO)"),
        (BEGIN + CODE.format(" dde") + CODE.format("auto x ") + SEPARATE + "x" + END, "(DDEAUTO)"),
        (BEGIN + CODE.format("INCLUDEPICTURE x.png") + SEPARATE + "x" + END, "(INCLUDEPICTURE)"),
        (BEGIN + BEGIN + CODE.format("QUOTE 68 68 69") + END + CODE.format(" x") + END, "computed"),
        (BEGIN + CODE.format("IF 1=1 ") + BEGIN + CODE.format("LINK x") + END + END, "(LINK)"),
        ('</w:t></w:r><w:fldSimple w:instr="INCLUDETEXT x"/><w:r><w:t>', "(INCLUDETEXT)"),
        (BEGIN + CODE.format("MACROBUTTON x"), "(MACROBUTTON)"),
    ],
)
def test_fields_of_word_that_reach_out_are_refused(
    word: Word, repack: Any, field: str, says: str
) -> None:
    """Word would ask the recipient, and then fetch a file or start a program."""
    change = lambda xml: xml.replace(b"PLACE", field.encode())  # noqa: E731
    template = repack(word("First.", "PLACE"), {"word/document.xml": change})
    with pytest.raises(TemplateError) as caught:
        fill(template, NAMES, name="letter.docx", as_of=DAY)
    problem = caught.value.problems[0]
    assert problem.place.startswith("letter.docx, paragraph 2")
    assert says in problem.what


@pytest.mark.parametrize(
    "field",
    [
        BEGIN + CODE.format(" PAGE ") + SEPARATE + "1" + END,
        BEGIN + CODE.format('HYPERLINK "https://example.org"') + SEPARATE + "x" + END,
        BEGIN + CODE.format("IF ") + BEGIN + CODE.format("PAGE") + END + CODE.format("=1") + END,
        BEGIN + CODE.format("TOC") + SEPARATE + BEGIN + CODE.format("PAGEREF x") + END + END,
        END,
    ],
)
def test_other_fields_of_word_stay(word: Word, repack: Any, field: str) -> None:
    """Page numbers, links and tables of contents."""
    change = lambda xml: xml.replace(b"PLACE", field.encode())  # noqa: E731
    template = repack(word("PLACE"), {"word/document.xml": change})
    assert fill(template, NAMES, name="letter.docx", as_of=DAY)


@pytest.mark.parametrize("mode", ["External", "external"])
def test_what_every_reader_would_fetch_is_refused(word: Word, repack: Any, mode: str) -> None:
    """A picture on a server says who opened the letter, and when."""
    picture = (
        '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/image" Target="http://tracker.example/x.png" TargetMode="{mode}"/>'
        "</Relationships>"
    ).encode()
    change = lambda xml: xml.replace(b"</Relationships>", picture)  # noqa: E731
    template = repack(word("x"), {"word/_rels/document.xml.rels": change})
    with pytest.raises(TemplateError, match=r"fetches something from outside the file \(image\)"):
        fill(template, NAMES, name="letter.docx", as_of=DAY)


def test_a_picture_that_is_not_in_the_file_is_said(word: Word, repack: Any) -> None:
    """Word would say that the file is damaged, and not why."""
    change = lambda xml: xml.replace(b"<w:sectPr", b'<w:hyperlink r:id="rId99"/><w:sectPr')  # noqa: E731
    with pytest.raises(TemplateError, match=r"a picture or link in it is not in the file \(rId99"):
        fill(repack(word("{{ name }}"), {"word/document.xml": change}), NAMES, name="t", as_of=DAY)


BOMB = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-7", "cp037"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/header1.xml", "word/styles.xml"])
def test_entities_are_refused_in_every_alphabet(
    word: Word, repack: Any, part: str, encoding: str
) -> None:
    """A part that hides its document type from a search for it is none that Word writes."""

    def bomb(xml: bytes) -> bytes:
        text = xml.decode().partition("?>")[2].strip()
        declared = f'<?xml version="1.0" encoding="{encoding}"?>'
        head, _, rest = (declared + BOMB + text).partition(">")
        return (f"{head}>" + rest.replace("PLACE", "&c;")).encode(encoding)

    template = repack(word("PLACE {{ name }}", header="PLACE"), {part: bomb})
    with pytest.raises(TemplateError) as caught:
        fill(template, NAMES, name="letter.docx", as_of=DAY)
    assert "letter.docx" in str(caught.value)


@pytest.mark.parametrize(
    "broken",
    [b"", b"<w:document", b"\0" * 100, b"<a/><b/>", b"not xml", b"<w:document>&b;</w:document>"],
)
def test_broken_xml_is_one_clear_error(word: Word, repack: Any, broken: bytes) -> None:
    """With the file and the part."""
    template = repack(word("x"), {"word/document.xml": lambda _: broken})
    with pytest.raises(TemplateError, match=r"letter\.docx: its part word/document\.xml"):
        fill(template, NAMES, name="letter.docx", as_of=DAY)


@pytest.mark.parametrize("part", ["word/huge.xml", "word/_rels/document.xml.rels"])
def test_a_zip_bomb_is_never_unpacked(word: Word, part: str) -> None:
    """Neither one that says how large it is, nor a list of a million entries."""
    buffer = io.BytesIO(word("x"))
    with zipfile.ZipFile(io.BytesIO(buffer.getvalue())) as old:
        contents = {name: old.read(name) for name in old.namelist()}
    contents[part] = b"<a/>" * (20_000_000 if part.endswith(".xml") else 1_000_000)
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in contents.items():
            new.writestr(name, content)
    started = time.monotonic()
    with pytest.raises(TemplateError, match=r"letter\.docx: (the file unpacks|its part)"):
        fill(buffer.getvalue(), NAMES, name="letter.docx", as_of=DAY)
    assert time.monotonic() - started < SECONDS


def test_all_tricks_together_take_no_memory(word: Word) -> None:
    """What was refused is not kept."""
    resource = pytest.importorskip("resource")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for tag, _ in BOMBS:
        with pytest.raises(TemplateError):
            fill(word(tag), NAMES, name="letter.docx", as_of=DAY)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 200_000, f"{grown} kilobytes"

"""Every corner of a Word file: what Word prints is on the page, or is sent back by its place."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from lxml import html

from publication.report.convert import convert
from redaction.errors import PublicationError
from redaction.read import read_content

Make = Callable[[Any], str]
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def begun(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


ENDED = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
DELETED_MARK = "<w:rPr><w:del/></w:rPr>"
MERGED = '<w:vMerge w:val="restart"/>'
DROP_CAP = '<w:framePr w:dropCap="drop"/>'

CARRIED: dict[str, tuple[Make, str]] = {
    "a list of three levels goes on after a paragraph": (
        lambda w: "".join(
            [w.listed("A", 2), w.listed("B", 2, 1), w.listed("C", 2, 2), w.p("x"), w.listed("D", 2)]
        ),
        '<ol><li>A<ol type="a"><li>B<ol type="i"><li>C</li></ol></li></ol></li></ol>'
        '<p>x</p><ol start="2"><li>D</li></ol>',
    ),
    "a list begins where its author said": (
        lambda w: w.listed("A", 5) + w.listed("B", 5),
        '<ol start="7"><li>A</li><li>B</li></ol>',
    ),
    "bullets within bullets, and by style": (
        lambda w: w.listed("A", 1) + w.listed("B", 1, 1) + w.p("C", "Bul"),
        "<ul><li>A<ul><li>B</li></ul></li><li>C</li></ul>",
    ),
    "numbers of headings and paragraphs": (
        lambda w: w.p("A", "N1") + w.listed("B", 3, 1) + w.p("C", "N1") + w.listed("D", 3, 1),
        '<h2 id="section-1-a">1 A</h2><p>1.1 B</p><h2 id="section-2-c">2 C</h2><p>2.1 D</p>',
    ),
    "numbers with words": (
        lambda w: w.listed("A", 4) + w.listed("B", 4),
        "<p>Recommendation 1: A</p><p>Recommendation 2: B</p>",
    ),
    "headings by name, by outline, and none": (
        lambda w: w.p("T", "Title") + w.p("A", "H1") + w.p("B", "Deep") + w.p("C", "Plain"),
        '<p class="report-title">T</p><h2 id="section-a">A</h2><h3 id="section-b">B</h3><p>C</p>',
    ),
    "merged cells and a caption": (
        lambda w: w.p("Cap", "Cap")
        + w.table(
            w.row("A", "B", "C", head=True),
            w.row(w.cell("D", MERGED), w.cell("E", '<w:gridSpan w:val="2"/>')),
            w.row(w.cell("", "<w:vMerge/>"), "F", "G"),
        ),
        '<div class="table" role="region" tabindex="0" aria-label="Cap"><table>'
        "<caption>Cap</caption>"
        '<thead><tr><th scope="col"><p>A</p></th><th scope="col"><p>B</p></th>'
        '<th scope="col"><p>C</p></th></tr></thead><tbody><tr><td rowspan="2"><p>D</p></td>'
        '<td colspan="2"><p>E</p></td></tr><tr><td><p>F</p></td><td><p>G</p></td></tr></tbody>'
        "</table></div>",
    ),
    "a table of one cell is a box": (
        lambda w: w.table(w.row("A")),
        '<div class="box"><p>A</p></div>',
    ),
    "emphasis": (
        lambda w: w.paragraph(
            w.run("A", "<w:b/>") + w.run("B", "<w:i/>") + w.run("C", "<w:strike/>")
            + w.run("2", '<w:vertAlign w:val="superscript"/>')
            + w.run("D", '<w:rStyle w:val="Strong"/>')
            + w.run("E", '<w:rStyle w:val="Strong"/><w:b w:val="0"/>')
        ),
        "<p><strong>A</strong><em>B</em><s>C</s><sup>2</sup><strong>D</strong>E</p>",
    ),
    "signs": (
        lambda w: w.paragraph(
            "<w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t><w:softHyphen/><w:t>D</w:t>"
            '<w:noBreakHyphen/><w:t>E</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
            + w.run("ü", '<w:rFonts w:ascii="Wingdings"/>')
        ),
        "<p>A B<br>CD\u2011E✓✓</p>",
    ),
    "another language, another direction": (
        lambda w: w.paragraph(w.run("A ") + w.run("Croeso", '<w:lang w:val="cy-GB"/>'))
        + w.paragraph(w.run("B"), properties="<w:bidi/>"),
        '<p>A <span lang="cy-GB">Croeso</span></p><p dir="rtl">B</p>',
    ),
    "how a word is spoken": (
        lambda w: w.paragraph(
            f"<w:r><w:ruby><w:rt>{w.run('b')}</w:rt><w:rubyBase>{w.run('A')}</w:rubyBase></w:ruby></w:r>"
        ),
        "<p>A (b)</p>",
    ),
    "a reference to a paragraph": (
        lambda w: w.paragraph('<w:bookmarkStart w:id="1" w:name="_Ref1"/>' + w.run("A"))
        + w.paragraph(w.field(r"REF _Ref1 \h", "B")),
        '<p><a id="in-Ref1"></a>A</p><p><a href="#in-Ref1">B</a></p>',
    ),
    "a link by field, without its tracker": (
        lambda w: w.paragraph(w.field('HYPERLINK "https://a.example/?utm_id=x&amp;b=1"', "A")),
        '<p><a href="https://a.example/?b=1">A</a></p>',
    ),
    "the list of contents stays behind": (
        lambda w: w.p("Contents", "H1")
        + w.paragraph(begun("TOC") + w.run("A 3"), "TOC1") + w.p("B 4") + w.paragraph(ENDED)
        + w.p("A", "H1"),
        '<h2 id="section-a">A</h2>',
    ),
    "a box for a tick": (
        lambda w: w.paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox>'
            "</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
            + ENDED + w.run(" A")
        ),
        "<p>☒ A</p>",
    ),
    "a text box once, though Word writes it twice": (
        lambda w: w.paragraph(w.run("A") + w.shape(w.p("B"))),
        '<p>A</p><div class="box"><p>B</p></div>',
    ),
    "a line across the page": (lambda w: w.paragraph(w.shape(form="line")) + w.p("A"), "<p>A</p>"),
    "an equation in one line": (
        lambda w: w.paragraph("<m:oMath><m:r><m:t>x = 1</m:t></m:r></m:oMath>"),
        "<p>x = 1</p>",
    ),
    "tracked changes as if accepted": (
        lambda w: w.paragraph(
            w.run("A ") + "<w:del><w:r><w:delText>B</w:delText></w:r></w:del>"
            f"<w:ins>{w.run('C ')}</w:ins><w:moveFrom>{w.run('D')}</w:moveFrom>",
            properties=DELETED_MARK,
        )
        + w.p("E"),
        "<p>A C E</p>",
    ),
    "a large first letter": (
        lambda w: w.p("T", properties=DROP_CAP) + w.p("he end"),
        "<p>The end</p>",
    ),
    "content controls and smart tags": (
        lambda w: f"<w:sdt><w:sdtContent>{w.p('A')}</w:sdtContent></w:sdt>"
        + w.paragraph(f"<w:smartTag>{w.run('B')}</w:smartTag><w:sdt><w:sdtContent>{w.run('C')}"
                      "</w:sdtContent></w:sdt>"),
        "<p>A</p><p>BC</p>",
    ),
    "hidden text": (
        lambda w: w.paragraph(w.run("A") + w.run("B", '<w:rStyle w:val="Unseen"/>')),
        "<p>A</p>",
    ),
    "a version that an older Word shows": (
        lambda w: w.paragraph(
            '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx/></mc:Choice>'
            "<mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        ),
        "<p>☺</p>",
    ),
    "columns, page breaks, proofing marks": (
        lambda w: w.paragraph(w.run("A") + '<w:r><w:br w:type="page"/></w:r><w:proofErr/>')
        + '<w:sectPr><w:cols w:num="2"/></w:sectPr>',
        "<p>A</p>",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("make", "page"), CARRIED.values(), ids=CARRIED)
def test_what_word_prints_is_on_the_page(word: ModuleType, make: Make, page: str) -> None:
    """In the form that HTML has for it, and nothing else."""
    made = convert(word.word_file(make(word)), ".docx").html
    assert re.sub(r"\n+(?=<|$)|(?<=>)\n+", "", made) == page


@pytest.mark.parametrize("make", [make for make, _ in CARRIED.values()], ids=CARRIED)
def test_what_the_check_saw_is_on_the_page(word: ModuleType, make: Make) -> None:
    """Word for word, but for the list of contents, which a page has of its own."""
    content = word.word_file(make(word))
    page: Any = html.fromstring(f"<div>{convert(content, '.docx').html}</div>")
    shown = squeezed(page.text_content())
    for passage in read_content("report.docx", content).passages:
        if not passage.hidden and "Contents" not in passage.text and " 3" not in passage.text:
            assert squeezed(passage.text) in shown or passage.text == "B 4"


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u2011\xad✓ü\uf0fc()-]+", "", text)


SENT_BACK: dict[str, tuple[Make, str]] = {
    "a chart": (lambda w: w.paragraph(w.drawing(CHART, "<c:chart/>")), "chart 1"),
    "a shape that may cover something": (lambda w: w.paragraph(w.shape()), "drawn shape 1"),
    "a group of shapes": (
        lambda w: w.paragraph(w.drawing(
            "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
            "<wpg:wgp><wps:wsp><wps:spPr/></wps:wsp></wpg:wgp>",
        )),
        "drawn shape 1",
    ),
    "a shape of the old kind": (
        lambda w: w.paragraph("<w:r><w:pict><v:oval/></w:pict></w:r>"),
        "drawn shape 1",
    ),
    "an equation": (
        lambda w: w.paragraph(
            "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num></m:f></m:oMath>"
        ),
        "equation 1",
    ),
    "a sign of a rare font": (
        lambda w: w.paragraph('<w:r><w:sym w:font="Rare" w:char="F0FC"/></w:r>'),
        "symbol 1",
    ),
    "a sign that does not exist": (
        lambda w: w.paragraph('<w:r><w:sym w:font="Rare" w:char="FFFFFFFF"/></w:r>'),
        "symbol 1",
    ),
    "a page number": (
        lambda w: w.paragraph(w.field("PAGEREF _Ref1", "12")),
        "reference to a page 1",
    ),
    "a reference that leads nowhere": (
        lambda w: w.paragraph(w.field("REF x", "Error! Reference source not found.")),
        "cross-reference 1",
    ),
    "white text": (lambda w: w.paragraph(w.run("A", '<w:color w:val="FFFFFF"/>')), "text 1"),
    "tiny text": (lambda w: w.paragraph(w.run("A", '<w:sz w:val="2"/>')), "text 1"),
    "blacked out text": (
        lambda w: w.paragraph(w.run("A", '<w:highlight w:val="black"/>')),
        "text 1",
    ),
    "text in its ground's colour": (
        lambda w: w.paragraph(
            w.run("A", '<w:color w:val="112233"/><w:shd w:val="clear" w:fill="112233"/>')
        ),
        "text 1",
    ),
    "a file within the file": (lambda _: '<w:altChunk r:id="x"/>', "file within the file 1"),
    "a picture that is not there": (lambda w: w.paragraph(w.picture("gone")), "picture 1"),
    "a picture without a description": (
        lambda w: w.paragraph(w.picture(description=" ")), "picture 1",
    ),
    "a bold line like a heading": (
        lambda w: w.paragraph(w.run("A b", "<w:b/>")) + w.p("Text."), 'paragraph "A b"',
    ),
    "a table without a head": (lambda w: w.table(w.row("A", "B"), w.row("C", "D")), "table 1"),
    "a table in a table": (
        lambda w: w.table(
            w.row("A", "B", head=True), w.row(w.cell_of(w.table(w.row("C", "D"))), "E")
        ),
        "table 2",
    ),
    "something that nobody knows": (
        lambda w: w.paragraph("<w:r><w:novelty/></w:r>"), "element of the kind novelty 1",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("make", "place"), SENT_BACK.values(), ids=SENT_BACK)
def test_what_can_not_be_shown_is_sent_back(word: ModuleType, make: Make, place: str) -> None:
    """With the heading that its author finds it under, and what to do."""
    content = word.word_file(word.p("Findings", "H1") + make(word), pictures={"pic": word.png()})
    with pytest.raises(PublicationError) as caught:
        convert(content, ".docx")
    (problem,) = caught.value.problems
    expected = place if "paragraph" in place else f'{place}, under heading "Findings"'
    assert (problem.place, bool(problem.remedy)) == (expected, True)


def test_notes_of_both_kinds_lead_there_and_back(word: ModuleType) -> None:
    """Each kind has its own list and numbers; a note may have several paragraphs."""
    mark = '<w:r><w:{}Reference w:id="{}"/></w:r>'
    body = word.paragraph(word.run("A") + mark.format("footnote", 5) + mark.format("endnote", 2))
    report = convert(
        word.word_file(
            body,
            footnotes=f'<w:footnote w:id="5">{word.p("B")}{word.p("C")}</w:footnote>',
            endnotes=f'<w:endnote w:id="2">{word.p("D")}</w:endnote>',
        ),
        ".docx",
    )
    page: Any = html.fromstring(f"<div>{report.html}</div>")
    assert [each.text for each in report.contents] == ["Footnotes", "Endnotes"]
    assert page.xpath("//sup/a/text()") == ["[1]", "[i]"]
    assert page.xpath("//ol[@class='notes']/li[1]/p/text()") == ["B", "C ", "D "]
    inside = [link[1:] for link in page.xpath("//a/@href")]
    assert len(inside) == 4
    assert all(len(page.xpath(f"//*[@id='{target}']")) == 1 for target in inside)


def test_a_heading_with_a_note_is_its_words_alone(word: ModuleType) -> None:
    """In the list of contents, and in its anchor."""
    mark = '<w:r><w:footnoteReference w:id="5"/></w:r>'
    body = word.paragraph(word.run("Findings") + mark, "H1")
    notes = f'<w:footnote w:id="5">{word.p("B")}</w:footnote>'
    first = convert(word.word_file(body, footnotes=notes), ".docx").contents[0]
    assert (first.text, first.anchor) == ("Findings", "section-findings")


def test_what_is_cropped_away_does_not_come_to_light(word: ModuleType) -> None:
    """Nor does the rest of a turned picture; a decoration needs no description."""
    crop = '<a:srcRect l="50000" b="25000"/>'
    body = word.paragraph(word.picture(crop=crop))
    (image,) = convert(word.word_file(body, pictures={"pic": word.png()}), ".docx").images
    assert (image.width, image.height) == (30, 30)
    body = word.paragraph(word.picture(description="", decorative=True))
    page = convert(word.word_file(body, pictures={"pic": word.png()}), ".docx").html
    assert 'alt="" role="presentation"' in page


def test_a_link_to_a_desk_is_text(word: ModuleType) -> None:
    """A public one stays."""
    link = '<w:hyperlink r:id="{}">{}</w:hyperlink>'
    body = word.paragraph(link.format("a", word.run("A")) + link.format("b", word.run("B")))
    links = {"a": "file:///S:/case.docx", "b": "https://guidance.example/"}
    page = convert(word.word_file(body, links=links), ".docx").html.strip()
    assert page == '<p>A<a href="https://guidance.example/">B</a></p>'


@pytest.mark.parametrize("part", ["document", "styles", "numbering", "footnotes"])
def test_a_broken_part_is_one_error(word: ModuleType, part: str) -> None:
    """Whichever it is; the file has to be saved anew."""
    broken = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word.word_file(word.p("A")))) as whole,
        zipfile.ZipFile(broken, "w") as package,
    ):
        for name in whole.namelist():
            cut = name == f"word/{part}.xml"
            package.writestr(name, whole.read(name)[:-9] if cut else whole.read(name))
    with pytest.raises(PublicationError, match="save it anew") as caught:
        convert(broken.getvalue(), ".docx")
    assert len(caught.value.problems) == 1


def test_500_pages_are_read_in_seconds(word: ModuleType) -> None:
    """Twenty in a tenth of a second."""
    page = word.p("Part", "H1") + word.p("The nurse saw the child. " * 90) + word.listed("A", 1)
    table = word.table(word.row("A", "B", head=True), *[word.row("C", "D")] * 9)
    content = word.word_file((page + table) * 500)
    started = time.process_time()
    assert len(convert(content, ".docx").contents) == 500
    assert time.process_time() - started < 5

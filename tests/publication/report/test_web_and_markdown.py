"""Web pages and Markdown as people make them: what a browser or a preview shows is kept."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from publication.report.convert import convert
from publication.report.indents import with_deep_lists
from publication.report.sanitise import public_link
from redaction.errors import PublicationError


def page_of(text: str, suffix: str) -> str:
    return re.sub(r"\s*\n\s*", "", convert(text.encode(), suffix).html)


MARKDOWN = {
    "two blanks a level": (
        "- a\n  - b\n    - c\n- d",
        "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>",
    ),
    "four blanks a level": (
        "- a\n    - b\n- c",
        "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>",
    ),
    "bullets in numbers": (
        "1. a\n   - b\n2. c",
        "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>",
    ),
    "a list right below a line": ("Text:\n- a\n- b", "<p>Text:</p><ul><li>a</li><li>b</li></ul>"),
    "a second paragraph in an item": (
        "- a\n\n  b\n- c",
        "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>",
    ),
    "a number that begins a line": ("In\n1\\. a", "<p>In1. a</p>"),
    "a rule": ("a\n\n* * *\n\nb", "<p>a</p><hr><p>b</p>"),
    "code": ("```\n- a\n  - b\n```", "<pre><code>- a- b</code></pre>"),
    "struck out": ("~~a~~ b", "<p><s>a</s> b</p>"),
    "a definition": ("a\n: b", "<dl><dt>a</dt><dd>b</dd></dl>"),
    "a link by reference": (
        "[a][1]\n\n[1]: https://b.example/",
        '<p><a href="https://b.example/">a</a></p>',
    ),
    "raw emphasis": ("<b>a</b> <i>b</i>", "<p><b>a</b> <i>b</i></p>"),
    "a line that is broken": ("a  \nb", "<p>a<br>b</p>"),
}


@pytest.mark.parametrize(("text", "page"), MARKDOWN.values(), ids=MARKDOWN)
def test_markdown_is_read_as_previews_show_it(text: str, page: str) -> None:
    """Lists above all, which everybody indents in another way."""
    assert page_of(text, ".md") == page


@given(st.lists(st.sampled_from(["- a", "  - b", "    c", "", "text", "1. d", "```", "\te"])))
def test_indenting_loses_no_word(lines: list[str]) -> None:
    """And doing it twice is doing it once."""
    text = "\n".join(lines)
    once = with_deep_lists(text)
    assert once.split() == text.split()
    assert with_deep_lists(once).split() == once.split()


PAGES = {
    "containers are paragraphs": (
        "<div>a</div><div>b <p>c</p> d</div>",
        "<p>a</p><p>b </p><p>c</p><p> d</p>",
    ),
    "text by itself": ("a<p>b</p>c <b>d</b>", "<p>a</p><p>b</p><p>c <b>d</b></p>"),
    "a cell with a container": (
        "<table><tr><th>a</th><th>b</th></tr><tr><td><div>c</div></td><td>d</td></tr></table>",
        '<div class="table" role="region" tabindex="0" aria-label="Table 1"><table>'
        '<thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>'
        "<tbody><tr><td><p>c</p></td><td>d</td></tr></tbody></table></div>",
    ),
    "a row that its first cell heads": (
        "<table><tr><th>a</th><td>b</td></tr></table>",
        '<div class="table" role="region" tabindex="0" aria-label="Table 1"><table>'
        '<tbody><tr><th scope="row">a</th><td>b</td></tr></tbody></table></div>',
    ),
    "details are open": ("<details><summary>a</summary>b</details>", "<p>a</p><p>b</p>"),
    "an anchor by name": (
        '<p><a name="x">a</a></p><p><a href="#x">b</a></p>',
        '<p><a id="in-x">a</a></p><p><a href="#in-x">b</a></p>',
    ),
    "an anchor on a heading": (
        '<h1 id="x">a</h1><p><a href="#x">b</a></p>',
        '<h2 id="section-a"><a id="in-x"></a>a</h2><p><a href="#in-x">b</a></p>',
    ),
    "a quotation in the line": ("<p><q>a</q> <del>b</del></p>", "<p><q>a</q> <del>b</del></p>"),
    "a list that begins later": (
        '<ol start="4" type="a"><li>a</li></ol>',
        '<ol start="4" type="a"><li>a</li></ol>',
    ),
    "hidden by a style sheet": (
        "<style><!-- .x, p > .y { color: red; display: none } --></style>"
        "<p>a<span class=x>b</span><b class=y>c</b></p>",
        "<p>a</p>",
    ),
    "hidden from print alone": (
        "<style>@media print { p { display: none } }</style><p>a</p>",
        "<p>a</p>",
    ),
}


@pytest.mark.parametrize(("text", "page"), PAGES.values(), ids=PAGES)
def test_a_web_page_is_what_its_visitors_see(text: str, page: str) -> None:
    """Words stay apart, anchors stay where they are, hidden text stays hidden."""
    assert page_of(f"<!doctype html><body>{text}", ".html") == page


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("https://www.google.com/url?q=https://www.gov.uk/x&sa=D&ust=1", "https://www.gov.uk/x"),
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.gov.uk%2Fa&data=x",
            "https://www.gov.uk/a",
        ),
        ("https://www.google.com/url?q=javascript:alert(1)", None),
        ("https://www.google.com/url?q=https://board.sharepoint.com/x", None),
        ("https://www.gov.uk/x?page=2&utm_id=3", "https://www.gov.uk/x?page=2"),
        ("http://127.1/", None),
        ("http://0x7f.1/", None),
        ("http://[2001:db8::1]/", None),
        ("mailto:reviews@board.example?cc=x@y.example", "mailto:reviews@board.example"),
    ],
)
def test_a_link_leads_where_its_author_meant(address: str, public: str | None) -> None:
    """Not by way of those who note the reader, nor to a computer by its number."""
    assert public_link(address) == public


@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_a_picture_beside_the_file_is_sent_back(suffix: str) -> None:
    """It is not among the bytes that were cleared."""
    text = "<h1>Findings</h1>\n\n<p>a</p>\n\n<img alt='A chart' src='images/chart.png'>\n"
    with pytest.raises(PublicationError) as caught:
        convert(text.encode(), suffix)
    (problem,) = caught.value.problems
    assert problem.place == 'picture 1, under heading "Findings"'
    assert problem.what == "is not in the file"


def test_notes_of_a_web_page_from_word_lead_there_and_back() -> None:
    """Word names its anchors, and puts the notes into containers of their own."""
    text = (
        '<div><p>Text<a href="#_ftn1" name="_ftnref1">[1]</a></p></div><div><hr>'
        '<div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Note</p></div></div>'
    )
    page: Any = html.fromstring(f"<div>{convert(text.encode(), '.html').html}</div>")
    inside = [link[1:] for link in page.xpath("//a/@href")]
    assert len(inside) == 2
    assert all(len(page.xpath(f"//*[@id='{target}']")) == 1 for target in inside)

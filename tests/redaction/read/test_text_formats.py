"""Plain text keeps its offsets; Markdown and HTML give up what their pages don't show."""

from __future__ import annotations

import pytest

from redaction.read import read_content

MARKDOWN = """---
author: Zorvfront
---
# Zorv**head**ing

A [link](https://x.example/Zorvtarget "Zorvtitle") and ![Zorvalt](a.png).

<!-- Zorvcomment -->

- Zorvitem[^1]

[unused]: https://x.example "Zorvdefinition"

[^1]: Zorvnote
"""
HTML = """<!doctype html><html lang="en"><head><title>Zorvtitle</title>
<meta name="author" content="Zorvmeta"><style>.zorvstyle { color: red }</style></head>
<body data-note="Zorvdata"><h1>Zorv<b>head</b>ing</h1><p hidden>Zorvhidden</p>
<p style="display: none">Zorvnone</p><p>Seen <span hidden>Zorvspan</span> here</p>
<!-- Zorvcomment --><img src="Zorvfile.png" alt="Zorvalt" title="Zorvtip">
<a href="mailto:Zorv%6Cink@x.example" aria-label="Zorvlabel">mail</a>
<script>var a = "Zorvscript"</script><input type="hidden" value="Zorvvalue">
<template><p>Zorvtemplate</p></template><table><tr><td>Zorvcell</td></tr></table></body></html>"""


def found(file: str, text: str, name: str) -> dict[str, bool]:
    """Where a reading has ``name``, and whether it is hidden there."""
    reading = read_content(file, text.encode())
    return {each.where: each.hidden for each in reading.passages if name in each.text}


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Zoë ﬁrst".encode(), "Zoë ﬁrst"),
        ("\ufeffZoë".encode(), "Zoë"),
        ("Zoë".encode("utf-16"), "Zoë"),
        ("Zoë said “no”".encode("cp1252"), "Zoë said “no”"),
        (b"one\r\n\r\ntwo\n", "one\r\n\r\ntwo\n"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "Windows", "line ends"],
)
def test_plain_text_is_one_passage_exactly_as_it_stands(content: bytes, text: str) -> None:
    """Offsets of findings are offsets in the file."""
    passages = [each for each in read_content("a.txt", content).passages if not each.hidden]
    assert [each.text for each in passages] == [text]


def test_invisible_characters_in_plain_text_hide_no_name() -> None:
    """A line with them is given once more without them."""
    reading = read_content("a.txt", "Zor\u200bvann went\nhome\n".encode())
    assert [(each.text, each.hidden) for each in reading.passages] == [
        ("Zor\u200bvann went\nhome\n", False),
        ("Zorvann went", True),
    ]


@pytest.mark.parametrize(
    ("name", "where", "hidden"),
    [
        ("Zorvheading", "heading 1", False),
        ("Zorvitem", "list item 1", False),
        ("Zorvnote", "paragraph 2", False),
        ("Zorvfront", "front matter", True),
        ("Zorvtarget", "link target", True),
        ("Zorvtitle", "tooltip", True),
        ("Zorvalt", "picture description (alt text)", True),
        ("Zorvcomment", "comment in the source", True),
        ("Zorvdefinition", "link definition", True),
    ],
)
def test_markdown_is_read_as_page_and_as_source(name: str, where: str, hidden: bool) -> None:
    """What the page shows is visible, the rest of the source hidden."""
    places = found("a.md", MARKDOWN, name)
    assert places.get(where, places) == hidden


@pytest.mark.parametrize(
    ("name", "where", "hidden"),
    [
        ("Zorvtitle", "page title 1", False),
        ("Zorvheading", "heading 1", False),
        ("Zorvcell", "table cell 1", False),
        ("Zorvmeta", "page property", True),
        ("zorvstyle", "hidden text", True),
        ("Zorvdata", "attribute data-note", True),
        ("Zorvhidden", "hidden text", True),
        ("Zorvnone", "hidden text", True),
        ("Zorvspan", "hidden text", True),
        ("Zorvcomment", "comment in the source", True),
        ("Zorvfile", "file address", True),
        ("Zorvalt", "picture description (alt text)", True),
        ("Zorvtip", "tooltip", True),
        ("Zorvlink", "link target", True),
        ("Zorvlabel", "attribute aria-label", True),
        ("Zorvscript", "hidden text", True),
        ("Zorvvalue", "form value", True),
        ("Zorvtemplate", "hidden text", True),
    ],
)
def test_html_is_read_as_page_and_as_source(name: str, where: str, hidden: bool) -> None:
    """What a visitor sees is visible, the rest of the source hidden."""
    places = found("a.html", HTML, name)
    assert places.get(where, places) == hidden


def test_visible_words_are_counted() -> None:
    """The count of words is what a reader would count."""
    assert read_content("a.md", b"# One two\n\nthree <!-- four -->\n").words == 3


@pytest.mark.parametrize("depth", [300, 20_000])
def test_html_nested_without_end_is_read(depth: int) -> None:
    """The parser gives up somewhere; the source is still searched."""
    text = "<div>" * depth + "Zorvdeep" + "</div>" * depth
    assert found("a.html", text, "Zorvdeep")

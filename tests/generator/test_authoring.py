"""The text form of a template and the Word file it makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.authoring.author import author
from generator.authoring.blocks import parse, show
from generator.authoring.text import docx_text
from generator.templates import templates_folder
from redaction.errors import TemplateError

HOUSE_STYLE = (templates_folder() / "house-style.docx").read_bytes()
FRONT = "---\ntitle: A letter: to try\nlayout: letter\n---\n\n"


@pytest.mark.parametrize(
    "body",
    [
        "Plain text, **bold** within it.\n",
        "# One\n\n## Two\n\n### Three\n",
        "- first\n- second\n\n1. one\n2. two\n\nBetween.\n\n1. a new list\n",
        "[Address] {{ recipient.name }}\n[Address] {{ recipient.post }}\n",
        "Before\n{%p if child.date_of_death %}\nInside\n{%p endif %}\nAfter\n",
        "One line<br>and the next\n\n[page break]\n\nOn a new page\n",
        "\\# not a heading\n",
        "[table 30 70]\n| Who | What |\n| --- | --- |\n{%tr for p in panel %}\n"
        "| {{ p.name }} | {{ p.post }} |\n{%tr endfor %}\n",
        "[form 40 60]\n| ? Label | one ¶ two |\n| ? Over both columns ||\n| ? Empty | |\n",
        "[table 50 50]\n| a bar \\| here | {{ child.gender|upper }} |\n",
        "[form 100]\n| [Form Writing Space] |\n",
    ],
)
def test_what_a_text_makes_reads_back_as_the_same_text(tmp_path: Path, body: str) -> None:
    """Nothing of a template is lost between its text and its Word file."""
    made = tmp_path / "made.docx"
    made.write_bytes(author(FRONT + body, HOUSE_STYLE))
    assert docx_text(made) == FRONT + body
    assert show(parse(FRONT + body)) == FRONT + body


def test_the_same_text_makes_the_same_bytes() -> None:
    """No clock and no chance in a template."""
    text = FRONT + "# Heading\n\n1. one\n2. two\n"
    assert author(text, HOUSE_STYLE) == author(text, HOUSE_STYLE)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Hello\n", "does not begin with a title and a layout"),
        ("---\ntitle: A\n---\n\nHello\n", '"layout:" is missing'),
        (FRONT.replace("layout: letter", "layout: poster"), 'no layout "poster"'),
        (FRONT + "[No Such Style] Hello\n", 'style "No Such Style"'),
        (FRONT + "| a | b |\n", "a table row stands outside a table"),
        (FRONT + "[table 50 50]\n| only one |\n", "the row has 1 columns and its table 2"),
        (FRONT + "[form 50 50]\n\nText\n", "the table has no rows"),
    ],
)
def test_a_faulty_text_is_refused_and_says_what_is_wrong(text: str, says: str) -> None:
    """One clear error, with the line or the name."""
    with pytest.raises(TemplateError, match=says):
        author(text, HOUSE_STYLE)


def test_every_style_that_the_house_style_lacks_is_named_at_once() -> None:
    """So that one correction is enough."""
    with pytest.raises(TemplateError) as caught:
        author(FRONT + "[Wrong One] a\n\n[Wrong Two] b\n", HOUSE_STYLE)
    assert [problem.place for problem in caught.value.problems] == [
        'style "Wrong One"',
        'style "Wrong Two"',
    ]


@pytest.mark.parametrize("content", [b"", b"not a Word file", b"PK\x03\x04broken"])
def test_what_is_no_word_file_is_refused(tmp_path: Path, content: bytes) -> None:
    """With one sentence and no traceback."""
    broken = tmp_path / "broken.docx"
    broken.write_bytes(content)
    with pytest.raises(TemplateError, match="not a Word document"):
        docx_text(broken)

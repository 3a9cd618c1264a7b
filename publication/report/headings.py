"""The headings of a page: in order, each with an anchor; and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from publication.report.faults import shortened
from publication.report.page import Heading
from publication.report.tree import HEADINGS, elements, heading_text, text_of
from redaction.errors import Problem

_FIRST_LEVEL = 2
"""The page's title is the only heading of level 1."""
_MOST_WORDS = 12
"""A bold line of more words is a sentence that the author stresses."""
_SENTENCE = re.compile(r"[.,;:!?…”’\")]$")


def contents_of(tree: html.HtmlElement) -> tuple[Heading, ...]:
    """All headings, each with an anchor of its own from now on."""
    taken: set[str] = set()
    contents = []
    for heading in elements(tree, *HEADINGS):
        text = heading_text(heading)
        anchor = _anchor(text, taken)
        heading.set("id", anchor)
        contents.append(Heading(_level(heading), anchor, text))
    return tuple(contents)


def drop_empty_headings(tree: html.HtmlElement) -> None:
    """A heading without words is none; a picture in it stays."""
    for heading in elements(tree, *HEADINGS):
        if not heading_text(heading):
            heading.tag = "p"
            if not len(heading):
                heading.drop_tree()


def shift_headings(tree: html.HtmlElement) -> Iterator[Problem]:
    """Start at level 2, whatever level the author started at; a fault for each skipped level."""
    headings = list(elements(tree, *HEADINGS))
    if not headings:
        return
    shift = _FIRST_LEVEL - min(_level(heading) for heading in headings)
    before = _FIRST_LEVEL - 1
    for heading in headings:
        level = _level(heading) + shift
        if level > before + 1:
            yield Problem(
                f'heading "{shortened(heading_text(heading))}"',
                f"is of level {level - shift} but the one before it is not of the level above",
                "In Word: give it the heading style one level below the heading it belongs to",
            )
        before = level
        heading.tag = f"h{min(level, 6)}"


def false_headings(tree: html.HtmlElement) -> Iterator[Problem]:
    """A fault for each bold line that looks like a heading and is none for a screen reader."""
    for paragraph in tree.iterchildren("p"):
        after, before = paragraph.getnext(), paragraph.getprevious()
        if not _looks_like_one(paragraph) or after is None or after.tag in HEADINGS:
            continue
        if not _looks_like_one(after) and (before is None or not _looks_like_one(before)):
            yield Problem(
                f'paragraph "{shortened(text_of(paragraph))}"',
                "looks like a heading, and a screen reader doesn't know it",
                "In Word: give it a heading style; if it is none, take off the bold",
            )


def _looks_like_one(paragraph: html.HtmlElement) -> bool:
    text = text_of(paragraph)
    if paragraph.tag != "p" or paragraph.get("class") or not re.search(r"[^\W\d_]", text):
        return False
    bold = "".join(text_of(each) for each in paragraph.iterchildren("strong", "b"))
    return bold == text and len(text.split()) <= _MOST_WORDS and not _SENTENCE.search(text)


def _anchor(text: str, taken: set[str]) -> str:
    base = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:60].strip("-")
    base = f"section-{base}" if base else "section"
    anchor, number = base, 2
    while anchor in taken:
        anchor, number = f"{base}-{number}", number + 1
    taken.add(anchor)
    return anchor


def _level(heading: html.HtmlElement) -> int:
    return int(str(heading.tag)[1])

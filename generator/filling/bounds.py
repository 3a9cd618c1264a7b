"""How many, how long and how deep the tags of a template may be, each fault with its paragraph.

The bounds are far beyond any real letter. Without them a template could keep a computer busy for
hours before its first tag is looked at: docxtpl's translation takes time with the square of their
number, and with the cube of the spaces in one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from generator.filling.tags import TAG, Tag, tag_count, tags_of, tidy
from redaction.errors import Problem

MOST_PART_BYTES = 5_000_000
"""Of the XML of one part; our longest template stays below two hundred thousand."""
MOST_TAGS = 3_000
"""In one part."""
MOST_BRACES = 20_000
"""In one part, in tags or not: Word writes some of its own."""
MOST_TAG_CHARACTERS = 1_000
MOST_NESTED = 15
"""Loops and choices inside each other."""

_SPACES = re.compile(r"\s{50}")
_SHORTEN = "Shorten it"


def is_monstrous(xml: bytes, root: etree._Element) -> bool:
    """Whether a part is longer, or has more tags, than any document of a board."""
    if len(xml) > MOST_PART_BYTES or tag_count(root) > MOST_TAGS:
        return True
    return etree.tostring(root, encoding="unicode").count("{") > MOST_BRACES


def boundless_tags(root: etree._Element, part: str) -> Iterator[Problem]:
    """The tags of a part that are too long, or nested too deeply; its tags must be whole."""
    tags = tags_of(root, part)
    yield from _too_long(root, tags)
    yield from _too_deep(tags)


def _too_long(root: etree._Element, tags: Sequence[Tag]) -> Iterator[Problem]:
    places = {tag.text: tag.place for tag in reversed(tags)}
    for match in TAG.finditer(etree.tostring(root, encoding="unicode")):
        place = places.get(tidy(match[0]), "document")
        if len(match[0]) > MOST_TAG_CHARACTERS:
            yield Problem(place, "a tag in it is far too long", _SHORTEN)
        elif _SPACES.search(match[0]):
            yield Problem(place, "a tag in it has far too many spaces", "Take them out")


def _too_deep(tags: Sequence[Tag]) -> Iterator[Problem]:
    depth = 0
    for tag in tags:
        if tag.keyword in ("for", "if"):
            depth += 1
            if depth == MOST_NESTED + 1:
                what = f"{tag.text} stands inside more than {MOST_NESTED} others"
                yield Problem(tag.place, what, "Make two documents of it, or leave some out")
        elif tag.keyword in ("endfor", "endif"):
            depth -= 1

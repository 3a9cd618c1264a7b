"""A template part as Jinja source, in which every fault can be traced to its paragraph.

docxtpl turns Word's XML into a Jinja template. Here every tag is put on a line of its own (the
line break lies inside the tag, where it means nothing), so that a line number names a tag and
the tag its paragraph.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

from docxtpl import DocxTemplate
from lxml import etree

from generator.controls.finish import unmark_placeholders
from generator.filling.tags import TAG, Tag, part_words, tags_of, tidy

_docxtpl = DocxTemplate(io.BytesIO())
"""Only for its translation of Word XML into Jinja and back, which keeps no state."""
_BREAK = re.compile("[\t\n\a\f]")
_PARAGRAPH = re.compile("<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)
"""Paragraphs as docxtpl finds them, which only looks into those with a break."""


@dataclass(frozen=True)
class TemplateSource:
    """The Jinja source of one part: the tag ``lines[n]`` begins on line n + 2 of ``text``."""

    part: str
    text: str
    lines: tuple[tuple[str, str], ...]
    """Each tag of ``text`` with its place."""

    def place(self, line: int | None) -> str:
        """Where the tag on ``line`` of the source stands: the part, the paragraph and its text."""
        index = (line or 0) - 2
        if 0 <= index < len(self.lines):
            return self.lines[index][1]
        return part_words(self.part).rstrip(", ") or "document"

    def tag(self, line: int | None) -> str:
        """The tag on ``line`` of the source; empty where there is none."""
        index = (line or 0) - 2
        return self.lines[index][0] if 0 <= index < len(self.lines) else ""


def template_source(root: etree._Element, part: str) -> TemplateSource:
    """The Jinja source of a part of a Word file whose split tags were joined."""
    unmark_placeholders(root)
    tags = tags_of(root, part)
    xml = etree.tostring(root, encoding="unicode").replace("\n", " ")
    patched = TAG.sub(lambda match: match[0].replace("&quot;", '"'), _docxtpl.patch_xml(xml))
    text = TAG.sub(lambda match: f"{match[1]}\n{match[2]}{match[3]}", patched)
    return TemplateSource(part, text, _lines(patched, tags))


def finished_xml(rendered: str) -> str:
    """The rendered source as Word XML: line breaks and tabs of the data become Word's own."""
    if not _BREAK.search(rendered):
        return rendered
    return _PARAGRAPH.sub(
        lambda match: (
            str(_docxtpl.resolve_listing(match[0])) if _BREAK.search(match[0]) else match[0]
        ),
        rendered,
    )


def with_counted_columns(xml: str) -> etree._Element:
    """Sound Word XML in which every table has as many columns as its longest row has cells."""
    fixed: etree._Element = _docxtpl.fix_tables(xml)
    return fixed


def _lines(patched: str, tags: tuple[Tag, ...]) -> tuple[tuple[str, str], ...]:
    """Each tag of the source with its place.

    docxtpl adds and moves tags for merged cells; then places are found by the tag's text.
    """
    found = [tidy(match.group(0)) for match in TAG.finditer(patched)]
    if len(found) == len(tags):
        return tuple((text, tag.place) for text, tag in zip(found, tags, strict=True))
    places = {tag.text: tag.place for tag in reversed(tags)}
    return tuple((text, places.get(text, "document")) for text in found)

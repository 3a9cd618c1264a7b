"""What the styles of a Word file say of a paragraph: heading, title, caption, list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from publication.report.word.xml import switch, value, whole
from redaction.read.names import W

_HEADING = re.compile(r"heading ([1-9])")
_ROLES = {
    "title": "report-title",
    "subtitle": "report-subtitle",
    "caption": "caption",
    "form label": "form-label",
    "guidance": "guidance",
    "quote": "quote",
    "intense quote": "quote",
    "toc heading": "toc",
    "table of figures": "toc",
    "marking": "marking",
} | {f"toc {level}": "toc" for level in range(1, 10)}
_DEEPEST = 6
_BODY_TEXT = 9
"""The outline level, counted from 0, of what is no heading."""


@dataclass(frozen=True)
class Numbered:
    """The list of a paragraph and its level, from 0."""

    list_id: str
    level: int


class Styles:
    """The styles of ``word/styles.xml``, each with those that it is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        styles = [] if root is None else list(root.iterchildren(W.style))
        self._styles = {str(style.get(W.styleId, "")): style for style in styles}
        defaults = [style for style in styles if style.get(W.default) in ("1", "true")]
        self._default = next(
            (str(each.get(W.styleId)) for each in defaults if each.get(W.type) == "paragraph"), ""
        )
        self._roles: dict[str, str] = {}

    def role(self, paragraph: etree._Element) -> str:
        """What the paragraph is: "h1" to "h6", "caption" and so on; empty for body text."""
        properties = paragraph.find(W.pPr)
        outline = value(properties, W.outlineLvl)
        if outline:
            return _heading(whole(outline, _BODY_TEXT))
        style_id = value(properties, W.pStyle) or self._default
        if style_id not in self._roles:
            self._roles[style_id] = next(filter(None, map(_role, self._chain(style_id))), "")
        return self._roles[style_id].replace("body", "")

    def numbered(self, paragraph: etree._Element) -> Numbered | None:
        """The list that the paragraph is in, by itself or by its style."""
        properties = paragraph.find(W.pPr)
        chain = self._chain(value(properties, W.pStyle) or self._default)
        list_id = level = ""
        for each in (properties, *(style.find(W.pPr) for style in chain)):
            list_id = list_id or value(each, W.numPr, W.numId)
            level = level or value(each, W.numPr, W.ilvl)
        return Numbered(list_id, whole(level)) if list_id not in ("", "0") else None

    def emphasis(self, run: etree._Element, name: str) -> bool:
        """Whether the switch ``name`` is on for a run, by itself or by its own style."""
        properties = run.find(W.rPr)
        if properties is None:
            return False
        own = switch(properties, name)
        if own is not None:
            return own
        style_id = value(properties, W.rStyle)
        styles = self._chain(style_id) if style_id else iter(())
        found = (switch(style.find(W.rPr), name) for style in styles)
        return bool(next((on for on in found if on is not None), False))

    def _chain(self, style_id: str) -> Iterator[etree._Element]:
        for _ in range(20):
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style
            style_id = value(style, W.basedOn)


def _role(style: etree._Element) -> str:
    name = value(style, W.name).casefold()
    heading = _HEADING.fullmatch(name)
    if heading:
        return _heading(int(heading[1]) - 1)
    outline = value(style, W.pPr, W.outlineLvl)
    if name in _ROLES:
        return _ROLES[name]
    return _heading(whole(outline, _BODY_TEXT)) or "body" if outline else ""


def _heading(outline: int) -> str:
    return f"h{min(outline + 1, _DEEPEST)}" if outline < _BODY_TEXT else ""

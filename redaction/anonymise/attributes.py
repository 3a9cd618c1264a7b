"""The attributes and link targets of a copy that a name could stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from lxml import etree

from redaction.anonymise.parts import KeptPart
from redaction.anonymise.spots import Spot
from redaction.anonymise.tree import drop, unwrap
from redaction.read.fold import spell_out
from redaction.read.marks import free_attributes, is_keyword
from redaction.read.names import R, W
from redaction.values import Replacement

# Styles and bookmarks have been renamed, or are spots of their own.
_SETTLED = frozenset(
    {W.style, W.aliases, W.pStyle, W.rStyle, W.tblStyle, W.basedOn, W.next, W.link, W.bookmarkStart,
     W.numStyleLink, W.styleLink}
)  # fmt: skip


def attribute_spots(part: KeptPart, removed: Counter[str]) -> Iterator[Spot]:
    """A spot for each attribute of ``part`` that is not a setting, and for each outside link."""
    if part.root is None:
        return
    for element, name, value in free_attributes(part.root):
        parent = element.getparent()
        of_style = element.tag == W.name and parent is not None and parent.tag == W.style
        settled = of_style or element.tag in _SETTLED or name in (W.anchor, W.instr)
        if not settled and not is_keyword(element, name, value):
            yield AttributeSpot(element, name, value)
    for identifier in sorted(part.outside):
        yield LinkSpot(part, identifier, removed)


class AttributeSpot(Spot):
    """An attribute, spelt out; when a name is found in it, its value becomes the clean words."""

    def __init__(self, element: etree._Element, name: str, value: str) -> None:
        super().__init__(spell_out(unquote(value)), self._splice)
        self._element = element
        self._name = name
        self._words = self.text

    def _splice(self, start: int, end: int, text: str) -> None:
        self._words = self._words[:start] + text + self._words[end:]
        self._element.set(self._name, self._words)


class LinkSpot(Spot):
    """The target of a link to outside; when a name is found in it, the link goes."""

    def __init__(self, part: KeptPart, identifier: str, removed: Counter[str]) -> None:
        super().__init__(spell_out(unquote(part.outside[identifier])), _nothing_to_write)
        self._part = part
        self._identifier = identifier
        self._removed = removed

    def replace(self, replacements: Sequence[Replacement]) -> None:
        """Take the link out when there is anything to replace; the linked text stays."""
        root = self._part.root
        if not replacements or root is None:
            return
        del self._part.outside[self._identifier]
        self._removed["link to a telling address|links to telling addresses"] += 1
        for element in list(root.iter(etree.Element)):
            if element.get(R.id) == self._identifier:
                unwrap(element) if element.tag == W.hyperlink else drop(element)


def _nothing_to_write(start: int, end: int, text: str) -> None:
    """A link is taken out as a whole; no part of its target is written."""

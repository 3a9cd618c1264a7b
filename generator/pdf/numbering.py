"""The numbers of a Word file's lists, counted as Word counts them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from generator.pdf.declarations import Css, paragraph_css, run_css, value
from generator.word.package import parse_part
from generator.word.xml import w

NUMBERING_PART = "word/numbering.xml"
BULLET = "bullet"
_QUOTES = "'\\"
"""Would end the bullet in the style sheet."""
CSS_FORMATS = {
    "decimal": "decimal", "lowerLetter": "lower-alpha", "upperLetter": "upper-alpha",
    "lowerRoman": "lower-roman", "upperRoman": "upper-roman", BULLET: "disc", "none": "none",
}  # fmt: skip


@dataclass(frozen=True)
class ListPlace:
    """Where a paragraph stands in a list: the list's number, the level from 0, its own number."""

    list_id: str
    level: int
    format: str
    number: int
    indent: float
    """In points, beyond that of the level above."""
    marker: Css
    """The look of the bullet or number."""
    bullet: str = "•"


@dataclass(frozen=True)
class Level:
    """One level of a list; ``indent`` in points from the margin."""

    format: str = BULLET
    start: int = 1
    indent: float = 18.0
    marker: Css = field(default_factory=dict)
    bullet: str = "•"


@dataclass
class Numbering:
    """Counts the paragraphs of lists in the document's order."""

    lists: Mapping[str, Mapping[int, Level]]
    _counters: dict[str, dict[int, int]] = field(default_factory=dict)

    def fork(self) -> Numbering:
        """The counts as they are now; what is counted in one of the two is not in the other."""
        counted = {key: dict(counters) for key, counters in self._counters.items()}
        return Numbering(self.lists, counted)

    def next_place(self, numbered: etree._Element) -> ListPlace | None:
        """The place of the next paragraph with this ``w:numPr``; none where it is in no list."""
        list_id = _child(numbered, "numId") or "0"
        level = int(_child(numbered, "ilvl") or 0)
        levels = self.lists.get(list_id)
        if list_id == "0" or levels is None:
            return None
        at = levels.get(level, Level())
        counters = self._counters.setdefault(list_id, {})
        counters[level] = counters.get(level, at.start - 1) + 1
        for deeper in [other for other in counters if other > level]:
            del counters[deeper]
        above = levels[level - 1].indent if level - 1 in levels else 0.0
        kind = CSS_FORMATS.get(at.format, "decimal")
        indent = max(at.indent - above, 0.0)
        return ListPlace(list_id, level, kind, counters[level], indent, at.marker, at.bullet)


def numbering(parts: Mapping[str, bytes], name: str) -> Numbering:
    """The lists that a Word file defines."""
    if NUMBERING_PART not in parts:
        return Numbering({})
    root = parse_part(parts[NUMBERING_PART], NUMBERING_PART, name)
    abstract = {str(one.get(w("abstractNumId"))): one for one in root.iter(w("abstractNum"))}
    lists = {}
    for one in root.iter(w("num")):
        model = abstract.get(_child(one, "abstractNumId") or "")
        levels = _levels(model) if model is not None else {}
        for override in one.iter(w("lvlOverride")):
            start = _child(override, "startOverride")
            level = int(override.get(w("ilvl"), "0"))
            levels |= _levels(override)
            if start and level in levels:
                levels[level] = replace(levels[level], start=int(start))
        lists[str(one.get(w("numId")))] = levels
    return Numbering(lists)


def _levels(parent: etree._Element) -> dict[int, Level]:
    return {int(level.get(w("ilvl"), "0")): _level(level) for level in parent.findall(w("lvl"))}


def _level(level: etree._Element) -> Level:
    indents = paragraph_css(level.find(w("pPr")))
    marker = {name: text for name, text in run_css(level.find(w("rPr"))).items()
              if name in ("color", "font-weight")}  # fmt: skip
    return Level(
        format=_child(level, "numFmt") or "decimal",
        start=int(_child(level, "start") or 1),
        indent=float(indents.get("margin-left", "18pt").removesuffix("pt")),
        marker=marker,
        bullet=_bullet(_child(level, "lvlText")),
    )


def _bullet(text: str) -> str:
    """The sign of a list; a round one for the private letters of Word's symbol fonts."""
    return text if len(text) == 1 and text.isprintable() and text not in _QUOTES else "•"


def _child(parent: etree._Element, child: str) -> str:
    found = parent.find(w(child))
    return value(found) if found is not None else ""

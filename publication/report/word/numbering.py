"""The numbers that Word writes before paragraphs, counted as Word counts them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from publication.report.word.styles import Numbered
from publication.report.word.xml import switch, value, whole
from redaction.read.names import W

_HTML_TYPES = {
    "decimal": "1", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I",
}  # fmt: skip
_ROMAN = {
    1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl",
    10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i",
}  # fmt: skip
_REFERENCE = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class Label:
    """What stands before a paragraph.

    ``kind`` is ``ul`` for a bullet, ``ol`` for a number that HTML's lists can show (as ``type``),
    ``text`` for any other; ``number`` is the paragraph's own, ``text`` all that Word writes.
    """

    kind: str
    level: int
    text: str
    number: int = 0
    type: str = "1"


@dataclass(frozen=True)
class _Level:
    format: str
    text: str
    start: int
    legal: bool


@dataclass(frozen=True)
class _List:
    counted_with: str
    levels: Mapping[int, _Level]
    restarts: Mapping[int, int]


@dataclass
class Numbering:
    """Counts the paragraphs of all lists in the document's order."""

    root: etree._Element | None
    _lists: dict[str, _List] = field(init=False)
    _counters: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Read what lists there are."""
        self._lists = {} if self.root is None else _read_lists(self.root)

    def label(self, place: Numbered) -> Label | None:
        """What Word writes before the next paragraph at ``place``; None if nothing."""
        one = self._lists.get(place.list_id)
        level = one.levels.get(place.level) if one else None
        if one is None or level is None:
            return None
        numbers = self._count(one, place)
        text = _REFERENCE.sub(
            lambda found: _shown(one, numbers, level, int(found[1]) - 1), level.text
        )
        if level.format == "bullet":
            return Label("ul", place.level, "") if text.strip() else None
        if not text.strip():
            return None
        simple = re.fullmatch(rf"\(?%{place.level + 1}[.)]?", level.text.strip())
        kind = "ol" if simple and level.format in _HTML_TYPES else "text"
        style = _HTML_TYPES.get(level.format, "1")
        return Label(kind, place.level, text.strip(), numbers[place.level], style)

    def _count(self, one: _List, place: Numbered) -> dict[int, int]:
        numbers = self._counters.setdefault(one.counted_with, {})
        if place.list_id not in self._begun:
            self._begun.add(place.list_id)
            numbers |= {level: start - 1 for level, start in one.restarts.items()}
        for above in range(place.level):
            if above in one.levels:
                numbers.setdefault(above, one.levels[above].start)
        start = one.levels[place.level].start
        numbers[place.level] = numbers.get(place.level, start - 1) + 1
        for deeper in [level for level in numbers if level > place.level]:
            del numbers[deeper]
        return numbers


def formatted(number: int, style: str) -> str:
    """``number`` in one of Word's formats; in digits where the format is not known."""
    match style:
        case "lowerLetter" | "upperLetter" if number > 0:
            letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letters if style == "lowerLetter" else letters.upper()
        case "lowerRoman" | "upperRoman" if 0 < number < 4000:
            roman = _roman(number)
            return roman if style == "lowerRoman" else roman.upper()
        case "decimalZero":
            return f"{number:02}"
        case "none":
            return ""
    return str(number)


def _shown(one: _List, numbers: Mapping[int, int], level: _Level, wanted: int) -> str:
    model = one.levels.get(wanted)
    if model is None:
        return ""
    return formatted(numbers.get(wanted, model.start), "decimal" if level.legal else model.format)


def _roman(number: int) -> str:
    text = ""
    for worth, letters in _ROMAN.items():
        while number >= worth:
            text, number = text + letters, number - worth
    return text


def _read_lists(root: etree._Element) -> dict[str, _List]:
    models = {str(one.get(W.abstractNumId)): one for one in root.iterchildren(W.abstractNum)}
    by_style = {value(one, W.styleLink): one for one in models.values()}
    lists = {}
    for one in root.iterchildren(W.num):
        model = models.get(value(one, W.abstractNumId))
        linked = value(model, W.numStyleLink)
        model = by_style.get(linked, model) if linked else model
        if model is not None:
            lists[str(one.get(W.numId))] = _list(one, model)
    return lists


def _list(one: etree._Element, model: etree._Element) -> _List:
    levels, restarts = _levels(model), {}
    for override in one.iterchildren(W.lvlOverride):
        levels |= _levels(override)
        start = value(override, W.startOverride)
        if start:
            restarts[whole(str(override.get(W.ilvl)))] = whole(start, 1)
    return _List(str(model.get(W.abstractNumId)), levels, restarts)


def _levels(parent: etree._Element) -> dict[int, _Level]:
    return {
        whole(str(level.get(W.ilvl))): _Level(
            value(level, W.numFmt) or "decimal",
            value(level, W.lvlText),
            whole(value(level, W.start), 1),
            bool(switch(level, W.isLgl)),
        )
        for level in parent.iterchildren(W.lvl)
    }

"""Says of the styles of an OpenDocument file what they let a reader see."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from redaction.read.names import OpenNames as N
from redaction.read.word_styles import Look

_WHITE = frozenset({"#ffffff", "white"})
_POINTS = re.compile(r"(\d{1,3}(?:\.\d{1,4})?)pt")
_TINY_POINTS = 2.0
_LENGTH = re.compile(r"(-?\d{1,6}(?:\.\d{1,9})?)(cm|mm|in|pt)")
_UNITS = {"cm": 72 / 2.54, "mm": 7.2 / 2.54, "in": 72.0, "pt": 1.0}


class OpenStyles:
    """The styles of a document, by family ("text", "paragraph", "table-cell") and name."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        self._page: tuple[float, float] | None = None
        for root in roots:
            for page in root.iter(N.style.page_layout_properties):
                sides = _length(page.get(N.fo.page_width)), _length(page.get(N.fo.page_height))
                if sides[0] and sides[1]:
                    known = self._page or (0.0, 0.0)
                    self._page = max(sides[0], known[0]), max(sides[1], known[1])
            for style in root.iter(N.style.style):
                key = str(style.get(N.style.family, "")), str(style.get(N.style.name, ""))
                self._styles.setdefault(key, style)

    @property
    def names(self) -> frozenset[str]:
        """The names by which styles are referred to."""
        return frozenset(name for _, name in self._styles)

    def look(self, family: str, name: str | None, depth: int = 0) -> Look:
        """What a style says of visibility, with the styles it is based on; at most 20 deep."""
        key = (family, name or "")
        if key in self._looks:
            return self._looks[key]
        style = self._styles.get(key)
        if style is None or depth > 20:
            return Look()
        own = _own_look(style)
        parent = style.get(N.style.parent_style_name)
        if parent:
            own = own.under(self.look(family, str(parent), depth + 1))
        self._looks[key] = own
        return own

    def is_off_page(self, shape: etree._Element) -> bool:
        """Whether a shape with a position lies wholly beside the page."""
        left, top = _length(shape.get(N.svg.x)), _length(shape.get(N.svg.y))
        if left is None or top is None or not self._page:
            return False
        width, height = (
            _length(shape.get(N.svg.width)) or 0.0,
            _length(shape.get(N.svg.height)) or 0.0,
        )
        beside = left >= self._page[0] or left + width <= 0
        return beside or top >= self._page[1] or top + height <= 0

    def hides(self, family: str, name: str | None) -> bool:
        """Whether a style keeps a sheet or a slide out of sight."""
        style = self._styles.get((family, name or ""))
        if style is None:
            return False
        return any(
            each.get(N.table.display) == "false" or each.get(N.show.visibility) == "hidden"
            for each in style
        )


def _length(value: str | None) -> float | None:
    """A length in points; nothing where none is said."""
    match = _LENGTH.fullmatch(value or "")
    return None if match is None else float(match[1]) * _UNITS[match[2]]


def _own_look(style: etree._Element) -> Look:
    look = Look()
    for properties in style:
        if not isinstance(properties.tag, str):
            continue
        ground = str(properties.get(N.fo.background_color, "")).lower()
        shaded = None if not ground else ground not in ("transparent", *_WHITE)
        own = Look(shaded=shaded)
        if properties.tag == N.style.text_properties:
            own = _text_look(properties, shaded=shaded)
        look = own.under(look)
    return look


def _text_look(properties: etree._Element, *, shaded: bool | None) -> Look:
    display = properties.get(N.text.display)
    colour = properties.get(N.fo.color)
    size = _POINTS.fullmatch(str(properties.get(N.fo.font_size, "")))
    return Look(
        vanish=None if display is None else display == "none",
        white=None if colour is None else str(colour).lower() in _WHITE,
        tiny=None if size is None else float(size[1]) <= _TINY_POINTS,
        shaded=shaded,
    )

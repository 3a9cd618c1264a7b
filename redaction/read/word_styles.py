"""Says of a run of a Word file whether a reader of the page would see it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from redaction.read.names import W

_TINY_HALF_POINTS = 4
"""Text of two points or less can't be read on the page."""
_WHITE = frozenset({"FFFFFF", "WHITE"})
_OFF = frozenset({"0", "false", "off"})


@dataclass(frozen=True)
class Look:
    """What of a run's formatting decides whether it is seen; None is "not said here"."""

    vanish: bool | None = None
    white: bool | None = None
    tiny: bool | None = None
    shaded: bool | None = None

    def under(self, base: Look) -> Look:
        """What this look says, and what ``base`` says elsewhere."""
        return Look(
            base.vanish if self.vanish is None else self.vanish,
            base.white if self.white is None else self.white,
            base.tiny if self.tiny is None else self.tiny,
            base.shaded if self.shaded is None else self.shaded,
        )

    @property
    def unseen(self) -> bool:
        """Hidden text, tiny text, or white text on an unshaded ground."""
        return bool(self.vanish or self.tiny or (self.white and not self.shaded))


class StyleSheet:
    """The looks that the styles of ``word/styles.xml`` give to text."""

    def __init__(self, root: etree._Element | None) -> None:
        styles = [] if root is None else list(root.iter(W.style))
        self._elements = {str(style.get(W.styleId, "")): style for style in styles}
        self._looks: dict[str, Look] = {}

    def look(self, style_id: str, depth: int = 0) -> Look:
        """The look of a style with those it is based on; at most 20 deep."""
        known = self._looks.get(style_id)
        if known is not None:
            return known
        style = self._elements.get(style_id)
        if style is None or depth > 20:
            return Look()
        own = look_of(style.find(W.rPr)).under(_ground(style.find(W.pPr)))
        base = style.find(W.basedOn)
        if base is not None:
            own = own.under(self.look(str(base.get(W.val, "")), depth + 1))
        self._looks[style_id] = own
        return own

    def run_look(self, run: etree._Element, paragraph: Look) -> Look:
        """The look of a run in a paragraph whose own look is ``paragraph``."""
        properties = run.find(W.rPr)
        if properties is None:
            return paragraph
        own = look_of(properties)
        style = properties.find(W.rStyle)
        if style is not None:
            own = own.under(self.look(str(style.get(W.val, ""))))
        return own.under(paragraph)

    def paragraph_look(self, paragraph: etree._Element, ground: Look) -> Look:
        """The look that a paragraph gives to its runs, on the ``ground`` of its table cell."""
        properties = paragraph.find(W.pPr)
        if properties is None:
            return ground
        own = _ground(properties)
        style = properties.find(W.pStyle)
        if style is not None:
            own = own.under(self.look(str(style.get(W.val, ""))))
        return own.under(ground)


def look_of(properties: etree._Element | None) -> Look:
    """The look that the run properties ``w:rPr`` give by themselves."""
    if properties is None:
        return Look()
    look = _ground(properties)
    for child in properties:
        if child.tag in (W.vanish, W.specVanish):
            look = replace(look, vanish=child.get(W.val) not in _OFF)
        elif child.tag == W.color:
            look = replace(look, white=_is_white(child))
        elif child.tag == W.sz:
            look = replace(look, tiny=_is_tiny(str(child.get(W.val, ""))))
        elif child.tag == W.highlight:
            look = replace(look, shaded=child.get(W.val) not in ("none", "white"))
    return look


def cell_ground(cell: etree._Element, table_look: Look) -> Look:
    """The ground of a table cell, over that of its table."""
    return _ground(cell.find(W.tcPr)).under(table_look)


def table_ground(table: etree._Element) -> Look:
    """The ground of a table; one with a style counts as shaded, for white headings are usual."""
    properties = table.find(W.tblPr)
    if properties is None:
        return Look()
    styled = properties.find(W.tblStyle)
    return Look(shaded=True) if styled is not None else _ground(properties)


def _ground(properties: etree._Element | None) -> Look:
    shading = None if properties is None else properties.find(W.shd)
    if shading is None:
        return Look()
    fill = str(shading.get(W.fill, "auto")).upper()
    patterned = shading.get(W.val, "clear") not in ("clear", "nil")
    return Look(shaded=patterned or fill not in {"AUTO", *_WHITE})


def _is_white(colour: etree._Element) -> bool:
    theme = colour.get(W.themeColor)
    if theme is not None:
        return theme in ("background1", "light1") and colour.get(W.themeShade) is None
    return str(colour.get(W.val, "")).upper() in _WHITE


def _is_tiny(half_points: str) -> bool:
    return half_points.isdecimal() and int(half_points) <= _TINY_HALF_POINTS

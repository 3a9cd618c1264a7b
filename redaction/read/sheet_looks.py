"""Says of a cell's style whether its content is seen, and whether its number is a date."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from lxml import etree

from redaction.read.names import S
from redaction.read.safe_xml import number

_WHITE = frozenset({"FFFFFFFF", "00FFFFFF"})
_BUILT_IN_DATES = frozenset([*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)])
_LITERALS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DATE_LETTER = re.compile(r"[dmyhs]", re.IGNORECASE)
_LAST_DAY = 2_958_465
"""31 December 9999, the last date Excel knows."""


class CellLooks:
    """The looks of a workbook's cell styles, by their number (the ``s`` of a cell)."""

    def __init__(self, styles: etree._Element | None, *, since_1904: bool = False) -> None:
        self._epoch = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)
        self._dates: set[int] = set()
        self._unseen: set[int] = set()
        if styles is not None:
            self._learn(styles)

    def is_unseen(self, style: str) -> bool:
        """Whether a format that shows nothing, or white letters on no ground, hides the cell."""
        return number(style, -1) in self._unseen

    def shown(self, value: str, style: str) -> str:
        """A cell's number as Excel shows it: as a date where its style says so."""
        if number(style, -1) not in self._dates:
            return value
        try:
            days = float(value)
        except ValueError:
            return value
        if not 0 < days <= _LAST_DAY:
            return value
        moment = self._epoch + timedelta(seconds=round(days * 86_400))
        if days < 1:
            return f"{moment:%H:%M}"
        time = f"{moment:%H:%M}" if days % 1 else ""
        return f"{moment.day} {moment:%B} {moment.year} {time}".rstrip()

    def _learn(self, styles: etree._Element) -> None:
        formats = {
            str(each.get("numFmtId", "")): str(each.get("formatCode", ""))
            for each in styles.iter(S.numFmt)
        }
        fonts = [_is_white(font) for font in styles.findall(f"{S.fonts}/{S.font}")]
        fills = [_is_filled(fill) for fill in styles.findall(f"{S.fills}/{S.fill}")]
        for position, look in enumerate(styles.findall(f"{S.cellXfs}/{S.xf}")):
            identifier = str(look.get("numFmtId", "0"))
            code = formats.get(identifier, "")
            built_in = number(identifier, -1) in _BUILT_IN_DATES
            if built_in or _DATE_LETTER.search(_LITERALS.sub("", code)):
                self._dates.add(position)
            white = _at(fonts, look.get("fontId")) and not _at(fills, look.get("fillId"))
            if white or code.replace(" ", "") in (";;;", ";;"):
                self._unseen.add(position)


def _at(values: list[bool], index: str | None) -> bool:
    position = number(index, -1)
    return 0 <= position < len(values) and values[position]


def _is_white(font: etree._Element) -> bool:
    colour = font.find(S.color)
    return colour is not None and (
        str(colour.get("rgb", "")).upper() in _WHITE or colour.get("theme") == "0"
    )


def _is_filled(fill: etree._Element) -> bool:
    pattern = fill.find(S.patternFill)
    if pattern is None:
        return fill.find(S.gradientFill) is not None
    ground = pattern.find(S.fgColor)
    white = ground is not None and str(ground.get("rgb", "")).upper() in _WHITE
    return pattern.get("patternType", "none") != "none" and not white

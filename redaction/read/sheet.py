"""Reads one sheet of a workbook: its cells, formulas, choice lists, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from redaction.read.gathering import Gathering
from redaction.read.names import S
from redaction.read.safe_xml import local_name, number
from redaction.read.sheet_looks import CellLooks
from redaction.read.walks import PartWalk

if TYPE_CHECKING:
    from redaction.read.workbook import SharedStrings

_ON = frozenset({"1", "true"})
_COLUMNS = 16_384
_MAX_FORMULA = 8_192
"""What Excel allows, of columns and of letters."""
_QUOTED = re.compile(r'"((?:[^"]|""){0,1000})"')
_SHEET = re.compile(r"'((?:[^']|''){0,100})'!")
_WORD_OF_FORMULA = re.compile(r"(?<![\w.$])[^\W\d]\w{2,60}(?![\w(!])")
_HEADER_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-F]{6}|K\d\d[+-]\d{3}|\d{1,3}|[A-Z&])')
_NAMES_OF_FOOT = {
    "oddHeader": "header", "evenHeader": "header (even pages)", "firstHeader":
    "header (first page)", "oddFooter": "footer", "evenFooter": "footer (even pages)",
    "firstFooter": "footer (first page)",
}  # fmt: skip
_PROMPTS = {
    "promptTitle": "hint", "prompt": "hint", "errorTitle": "error message",
    "error": "error message",
}  # fmt: skip


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook: its part, and its title ("hidden sheet Payments")."""

    part: str
    title: str
    hidden: bool = False


class SheetReader:
    """Reads the cells of one sheet, each a passage with its place."""

    def __init__(
        self, sheet: Sheet, strings: SharedStrings, looks: CellLooks, gathering: Gathering
    ) -> None:
        self._sheet = sheet
        self._strings = strings
        self._looks = looks
        self._gathering = gathering
        self._walk = PartWalk(title=sheet.title)
        self._hidden_columns = bytearray(_COLUMNS + 1)

    def read(self, root: etree._Element) -> PartWalk:
        """Add the sheet's passages; the walk says what was taken."""
        for column in root.iter(S.col):
            if column.get("hidden") in _ON or column.get("width") == "0":
                first, last = number(column.get("min")), min(number(column.get("max")), _COLUMNS)
                self._hidden_columns[first : last + 1] = b"\1" * max(last + 1 - first, 0)
        for row in root.iter(S.row):
            hidden = row.get("hidden") in _ON or row.get("ht") == "0"
            for position, cell in enumerate(row.iterchildren(S.c), 1):
                self._cell(cell, position, row_hidden=hidden)
        self._headers(root)
        self._validations(root)
        return self._walk

    def _cell(self, cell: etree._Element, position: int, *, row_hidden: bool) -> None:
        reference = str(cell.get("r", ""))
        where = f"{self._sheet.title}, cell {reference or position}"
        self._walk.taken.update(cell.iterdescendants())
        column = _column_number(reference) or position
        why = self._why_hidden(cell, column, row_hidden=row_hidden)
        text = self._text(cell)
        place = f"{where} ({why})" if why else where
        self._add(text, place, hidden=bool(why) or self._sheet.hidden)
        formula = cell.find(S.f)
        if formula is not None and formula.text:
            words = "\n".join(_words_of(formula.text))
            self._add(words, f"formula, {where}", hidden=True)

    def _why_hidden(self, cell: etree._Element, column: int, *, row_hidden: bool) -> str:
        if row_hidden:
            return "hidden row"
        if self._hidden_columns[min(column, _COLUMNS)]:
            return "hidden column"
        return "letters that can't be seen" if self._looks.is_unseen(str(cell.get("s", ""))) else ""

    def _text(self, cell: etree._Element) -> str:
        inline = cell.find(S.is_)
        if inline is not None:
            return "".join(run.text or "" for run in inline.iter(S.t))
        value = cell.findtext(S.v) or ""
        kind = cell.get("t", "n")
        if kind == "s":
            return self._strings.text(value.strip())
        return self._looks.shown(value, str(cell.get("s", ""))) if kind == "n" else value

    def _headers(self, root: etree._Element) -> None:
        for block in root.iter(S.headerFooter):
            for element in block:
                name = _NAMES_OF_FOOT.get(local_name(element.tag))
                if name and element.text:
                    self._walk.taken.add(element)
                    text = _HEADER_CODE.sub(" ", element.text)
                    self._add(text, f"{name} of {self._sheet.title}", hidden=self._sheet.hidden)

    def _validations(self, root: etree._Element) -> None:
        """Choice lists and hints; the newer kind of list keeps its formula one level down."""
        for rule in root.iter("{*}dataValidation"):
            where = f"{self._sheet.title}, cell {rule.get('sqref', '')}".removesuffix(", cell ")
            formulas = [
                "".join(str(text) for text in each.itertext())
                for each in rule
                if local_name(each.tag) in ("formula1", "formula2")
            ]
            self._walk.taken.update(each for each in rule.iter() if each is not rule)
            words = [word for formula in formulas for word in _words_of(formula)]
            self._add("\n".join(words), f"choice list, {where}", hidden=True)
            for name, label in _PROMPTS.items():
                self._add(str(rule.get(name, "")), f"{label}, {where}", hidden=True)

    def _add(self, text: str, where: str, *, hidden: bool) -> None:
        self._gathering.add(text, where, self._sheet.part, hidden=hidden)


def _words_of(formula: str) -> Iterator[str]:
    """The texts in quotes, the sheets and the defined names that a formula speaks of."""
    formula, beyond = formula[:_MAX_FORMULA], formula[_MAX_FORMULA:]
    yield from (text.replace('""', '"') for text in _QUOTED.findall(formula) if text.strip())
    if beyond:
        yield beyond
    rest = _QUOTED.sub(" ", formula)
    yield from (name.replace("''", "'") for name in _SHEET.findall(rest))
    rest = _SHEET.sub(" ", rest)
    yield from (word for word in _WORD_OF_FORMULA.findall(rest) if not _CELL.fullmatch(word))


_CELL = re.compile(r"[A-Z]{1,3}\d+|TRUE|FALSE", re.IGNORECASE)


def _column_number(reference: str) -> int:
    column = 0
    for letter in reference[:3]:
        if not "A" <= letter <= "Z":
            break
        column = column * 26 + ord(letter) - 64
    return column

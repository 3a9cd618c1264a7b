"""Walks the text of one part of a Word file, paragraph by paragraph, with its place in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from redaction.read.gathering import Gathering
from redaction.read.names import MC, A, M, W
from redaction.read.word_pieces import Piece, Sight, unseen_stretches
from redaction.read.word_styles import Look, StyleSheet, cell_ground, table_ground

_PROPERTIES = frozenset(
    {W.pPr, W.rPr, W.sectPr, W.tblPr, W.tblGrid, W.trPr, W.tcPr, W.sdtPr, W.sdtEndPr, W.tblPrEx}
)
_TEXTS = frozenset({W.t, W.delText, M.t})
_SPACES = {
    W.tab: "\t", W.br: "\n", W.cr: "\n", W.noBreakHyphen: "-", W.ptab: "\t",
}  # fmt: skip
_HIDDEN_SHAPE = re.compile(r"visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)


@dataclass(frozen=True)
class Setting:
    """What surrounds a paragraph: where it is, and whether its text can be seen there."""

    place: str
    numbered: bool = False
    hidden: bool = False
    ground: Look = field(default_factory=Look)
    sight: Sight = Sight.PLAIN
    by: str = ""


@dataclass
class _Field:
    """A field that began; its instruction until it shows its result."""

    place: str
    instruction: list[str] = field(default_factory=list)
    shows_result: bool = False


@dataclass
class Story:
    """One walk over one part. Adds a passage per paragraph and notes which texts it took.

    ``places`` says of each paragraph element where it is, ``taken`` lists the elements whose
    text is in a passage, so that a later walk over the whole part can find the rest.
    """

    gathering: Gathering
    part: str
    styles: StyleSheet
    places: dict[etree._Element, str] = field(default_factory=dict)
    taken: set[etree._Element] = field(default_factory=set)
    _fields: list[_Field] = field(default_factory=list)

    def read(self, container: etree._Element, setting: Setting) -> None:
        """Read every paragraph in ``container``."""
        self._blocks(container, setting, Counter())
        while self._fields:
            self._end_field()

    def _blocks(self, container: etree._Element, setting: Setting, count: Counter[str]) -> None:
        for child in container:
            if child.tag == W.p:
                count["paragraph"] += 1
                self._paragraph(child, _numbered(setting, count["paragraph"]))
            elif child.tag == W.tbl:
                count["table"] += 1
                self._table(child, setting, count["table"])
            elif child.tag not in _PROPERTIES and isinstance(child.tag, str):
                self._blocks(child, _tracked(child, setting), count)

    def _table(self, table: etree._Element, setting: Setting, number: int) -> None:
        place = f"table {number}"
        if setting.place != "body":
            place = f"{setting.place}, {place}"
        ground = table_ground(table)
        for row_number, row in enumerate(_within(table, W.tr), 1):
            row_setting = _row_setting(row, setting)
            for column, cell in enumerate(_within(row, W.tc), 1):
                where = f"{place}, row {row_number}, column {column}"
                look = cell_ground(cell, ground)
                inside = replace(row_setting, place=where, numbered=False, ground=look)
                self._blocks(cell, inside, Counter())

    def _paragraph(self, paragraph: etree._Element, setting: Setting) -> None:
        self.places[paragraph] = setting.place
        pieces: list[Piece] = []
        look = self.styles.paragraph_look(paragraph, setting.ground)
        self._inline(paragraph, replace(setting, ground=look), pieces)
        visible = "".join(piece.text for piece in pieces if piece.seen)
        self.gathering.add(visible, setting.place, self.part, hidden=setting.hidden)
        for stretch in unseen_stretches(pieces):
            where = f"{stretch.words}, {setting.place}"
            self.gathering.add(stretch.text, where, self.part, hidden=True)

    def _inline(self, parent: etree._Element, setting: Setting, pieces: list[Piece]) -> None:
        for child in parent:
            tag = child.tag
            if tag in _TEXTS:
                self.taken.add(child)
                pieces.append(self._piece(child.text or "", setting))
            elif tag in _SPACES:
                pieces.append(self._piece(_SPACES[str(tag)], setting))
            elif tag == W.sym:
                pieces.append(self._piece(_symbol(child), setting))
            elif tag == W.r:
                self._inline(child, self._run_setting(child, setting), pieces)
            elif tag == W.rt:
                self._above(child, setting)
            elif tag == W.txbxContent:
                self._text_box(child, setting)
            elif tag == A.p:
                self._drawn_paragraph(child, setting)
            elif tag == W.fldChar:
                self._field_mark(child, setting)
            elif tag in (W.instrText, W.delInstrText):
                self._instruction(child, setting)
            elif tag == MC.AlternateContent:
                self._alternatives(child, setting, pieces)
            elif tag not in _PROPERTIES and isinstance(tag, str):
                self._inline(child, _tracked(child, setting), pieces)

    def _piece(self, text: str, setting: Setting) -> Piece:
        if any(not each.shows_result for each in self._fields):
            return Piece(text, Sight.HIDDEN)
        return Piece(text, setting.sight, setting.by)

    def _run_setting(self, run: etree._Element, setting: Setting) -> Setting:
        deleted = setting.sight is Sight.DELETED
        if not deleted and self.styles.run_look(run, setting.ground).unseen:
            return replace(setting, sight=Sight.HIDDEN)
        return setting

    def _above(self, guide: etree._Element, setting: Setting) -> None:
        """The small text above a word that says how it is spoken; not a part of the line."""
        pieces: list[Piece] = []
        self._inline(guide, setting, pieces)
        where = f"text above the line in {setting.place}"
        text = "".join(piece.text for piece in pieces)
        hidden = setting.hidden or not all(piece.seen for piece in pieces)
        self.gathering.add(text, where, self.part, hidden=hidden)

    def _text_box(self, content: etree._Element, setting: Setting) -> None:
        inside = Setting(f"text box in {setting.place}", hidden=setting.hidden, by=setting.by)
        if setting.sight is not Sight.PLAIN or _shape_hidden(content):
            inside = replace(inside, hidden=True)
        self._blocks(content, inside, Counter())

    def _drawn_paragraph(self, paragraph: etree._Element, setting: Setting) -> None:
        texts = list(paragraph.iter(A.t))
        self.taken.update((paragraph, *texts))
        text = "".join(element.text or "" for element in texts)
        self.gathering.add(text, f"drawing in {setting.place}", self.part, hidden=setting.hidden)

    def _alternatives(self, element: etree._Element, setting: Setting, pieces: list[Piece]) -> None:
        """Read the first alternative; keep of the others only text that the first lacks."""
        first, *others = [child for child in element if isinstance(child.tag, str)] or [element]
        start = len(self.gathering.passages)
        own: list[Piece] = []
        self._inline(first, setting, own)
        shown = {passage.text for passage in self.gathering.passages[start:]}
        shown.add("".join(piece.text for piece in own))
        pieces.extend(own)
        for other in others:
            start = len(self.gathering.passages)
            rest: list[Piece] = []
            self._inline(other, replace(setting, hidden=True), rest)
            found = self.gathering.passages[start:]
            self.gathering.passages[start:] = [each for each in found if each.text not in shown]
            text = "".join(piece.text for piece in rest)
            if text not in shown:
                place = f"other version of what stands in {setting.place}"
                self.gathering.add(text, place, self.part, hidden=True)

    def _field_mark(self, mark: etree._Element, setting: Setting) -> None:
        kind = mark.get(W.fldCharType)
        if kind == "begin":
            self._fields.append(_Field(setting.place))
        elif kind == "separate" and self._fields:
            self._fields[-1].shows_result = True
        elif kind == "end" and self._fields:
            self._end_field()

    def _instruction(self, element: etree._Element, setting: Setting) -> None:
        self.taken.add(element)
        if not self._fields:
            self._fields.append(_Field(setting.place, shows_result=True))
        self._fields[-1].instruction.append(element.text or "")

    def _end_field(self) -> None:
        ended = self._fields.pop()
        text = "".join(ended.instruction)
        if text.strip() and not DULL_INSTRUCTION.fullmatch(text.strip()):
            where = f"field instruction, {ended.place}"
            self.gathering.add(text, where, self.part, hidden=True)


DULL_INSTRUCTION = re.compile(
    r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION|TOC|PAGEREF|REF|NOTEREF|SEQ|STYLEREF|FORMCHECKBOX|"
    r"FORMTEXT|FORMDROPDOWN|SHAPE)(?:\s+(?:\\[a-z*#@!]|\"[\d\-,; ]*\"|\d+(?:-\d+)?|part\d+|"
    r"MERGEFORMAT|CHARFORMAT|_(?:Toc|Ref|Hlk)\d+|ARABIC|ROMAN|Figure|Table|\"?Heading \d\"?))*\s*",
    re.IGNORECASE,
)
"""Field instructions that only Word's own words make up."""


def _numbered(setting: Setting, number: int) -> Setting:
    if not setting.numbered:
        return setting
    return replace(setting, place=f"{setting.place}, paragraph {number}")


def _tracked(element: etree._Element, setting: Setting) -> Setting:
    """The setting inside ``element``, which may be a tracked insertion or deletion."""
    author = str(element.get(W.author, "")) or "an unknown author"
    if element.tag in (W.del_, W.moveFrom):
        return replace(setting, sight=Sight.DELETED, by=author)
    if element.tag in (W.ins, W.moveTo) and setting.sight is Sight.PLAIN:
        return replace(setting, sight=Sight.INSERTED, by=author)
    return setting


def _row_setting(row: etree._Element, setting: Setting) -> Setting:
    properties = row.find(W.trPr)
    if properties is None:
        return setting
    if properties.find(W.hidden) is not None:
        return replace(setting, sight=Sight.HIDDEN)
    deleted = properties.find(W.del_)
    return setting if deleted is None else _tracked(deleted, setting)


def _within(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or cells of a row, through wrappers but not into nested tables."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif isinstance(child.tag, str) and child.tag not in (W.tbl, W.p, W.tc):
            yield from _within(child, tag)


def _symbol(element: etree._Element) -> str:
    try:
        return chr(int(str(element.get(W.char, "")), 16))
    except (ValueError, OverflowError):
        return ""


def _shape_hidden(content: etree._Element) -> bool:
    for ancestor in content.iterancestors():
        if ancestor.tag == W.p:
            return False
        if _HIDDEN_SHAPE.search(str(ancestor.get("style", ""))):
            return True
        if any(child.get("hidden") in ("1", "true") for child in ancestor):
            return True
    return False

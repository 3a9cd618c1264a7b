"""The text of one paragraph: runs with their emphasis, links, notes, symbols, pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from lxml import etree

from publication.report.word.drawing import Drawn
from publication.report.word.fields import Fields
from publication.report.word.looks import Looks
from publication.report.word.package import Part
from publication.report.word.symbols import SYMBOL_FONTS, symbol_of
from publication.report.word.xml import text_in
from redaction.read.names import MC, M, R, W

_CONTAINERS = frozenset({W.ins, W.moveTo, W.smartTag, W.customXml, W.sdtContent, W.bdo, W.dir})
_SPACES = {W.tab: " ", W.ptab: " ", W.noBreakHyphen: "\u2011", W.softHyphen: ""}
_BREAKS = {W.br, W.cr}
_SILENT = frozenset(
    {
        W.pPr, W.rPr, W.sdtPr, W.sdtEndPr, W.del_, W.delText, W.moveFrom, W.delInstrText,
        W.proofErr, W.bookmarkEnd, W.commentRangeStart, W.commentRangeEnd, W.commentReference,
        W.annotationRef, W.footnoteRef, W.endnoteRef, W.separator, W.continuationSeparator,
        W.lastRenderedPageBreak, W.permStart, W.permEnd, W.customXmlPr, W.smartTagPr, W.fldData,
        W.moveFromRangeStart, W.moveFromRangeEnd, W.moveToRangeStart, W.moveToRangeEnd,
        W.customXmlInsRangeStart, W.customXmlInsRangeEnd, W.customXmlDelRangeStart,
        W.customXmlDelRangeEnd, W.ffData,
    }
)  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """A piece of a paragraph: its HTML, how it is emphasised, the address that it links to."""

    html: str
    marks: tuple[str, ...] = ()
    link: str = ""


@dataclass
class Inline:
    """Reads the paragraphs of one part; ``boxes`` collects the text boxes found on the way."""

    part: Part
    looks: Looks
    fields: Fields
    drawn: Drawn
    note: Callable[[etree._Element], str]
    """The mark of the note that a reference leads to."""
    boxes: list[etree._Element] = field(default_factory=list)

    def html(self, paragraph: etree._Element) -> str:
        """The inside of a paragraph."""
        return _joined(self._pieces(paragraph, ""))

    def _pieces(self, parent: etree._Element, link: str) -> Iterator[Piece]:
        for child in parent:
            tag = child.tag
            if tag == W.r:
                yield from self._run(child, link)
            elif tag == W.hyperlink:
                yield from self._pieces(child, self._address(child))
            elif tag == W.sdt:
                yield from self._pieces(child, link)
            elif tag == W.fldSimple:
                self.fields.simple(str(child.get(W.instr, "")))
                yield from self._pieces(child, link)
                self.fields.end()
            elif tag == W.bookmarkStart:
                yield from self._bookmark(child)
            elif tag in (M.oMath, M.oMathPara):
                yield from self._equation(child)
            elif tag == MC.AlternateContent:
                yield from self._pieces(self.drawn.alternative(child), link)
            elif tag in _CONTAINERS:
                yield from self._pieces(child, link)
            elif tag not in _SILENT and isinstance(tag, str):
                self.drawn.unknown(child)

    def _run(self, run: etree._Element, link: str) -> Iterator[Piece]:
        if self.looks.vanishes(run):
            return
        marks = self.looks.marks(run)
        for html in self._inside(run):
            if html and self.fields.shown:
                yield Piece(html, marks, link or self.fields.link)

    def _inside(self, run: etree._Element) -> Iterator[str]:
        for child in run:
            tag = child.tag
            if tag == W.t:
                yield self._text(run, child.text or "")
            elif tag in _SPACES:
                yield _SPACES[str(tag)]
            elif tag in _BREAKS:
                yield "<br>" if child.get(W.type, "textWrapping") == "textWrapping" else " "
            elif tag == W.sym:
                yield self._symbol(str(child.get(W.font)), str(child.get(W.char)))
            elif tag == W.fldChar:
                yield self.fields.mark(child)
            elif tag == W.instrText:
                self.fields.instruction(child.text or "")
            elif tag in (W.footnoteReference, W.endnoteReference):
                yield self.note(child)
            elif tag in (W.drawing, W.pict, W.object):
                yield self._picture(child)
            elif tag == W.ruby:
                yield self._with_reading(child)
            elif tag == MC.AlternateContent:
                yield from self._inside(self.drawn.alternative(child))
            elif tag == W.r:
                yield from self._inside(child)
            elif tag not in _SILENT and isinstance(tag, str):
                self.drawn.unknown(child)

    def _text(self, run: etree._Element, text: str) -> str:
        if not self.fields.shown:
            return ""
        font = self.looks.font(run)
        if font in SYMBOL_FONTS:
            return "".join(self._symbol(font, f"{ord(letter):X}") for letter in text)
        self.looks.refuse_unreadable(run, text)
        self.fields.check(text)
        return escape(text, quote=False)

    def _symbol(self, font: str, code: str) -> str:
        found = symbol_of(font, code)
        if not found:
            self.drawn.faults.add(
                "symbol",
                f"is of the font {font}, which other devices don't have",
                "In Word: put a common sign or a word in its place",
            )
        return escape(found, quote=False)

    def _picture(self, element: etree._Element) -> str:
        if not self.fields.shown:
            return ""
        pictures, boxes = self.drawn.read(element, self.part)
        self.boxes.extend(boxes)
        return pictures

    def _with_reading(self, ruby: etree._Element) -> str:
        """A word with the small text above it that says how it is spoken."""
        base, above = (text_in(ruby.find(tag), W.t) for tag in (W.rubyBase, W.rt))
        return escape(f"{base} ({above})" if above.strip() else base, quote=False)

    def _equation(self, equation: etree._Element) -> Iterator[Piece]:
        """One without structure is text; any other only a picture can show."""
        structured = any(child.tag in (M.e, M.num, M.deg) for child in equation.iter())
        if structured:
            self.drawn.faults.drawn("equation")
        else:
            yield Piece(escape(text_in(equation, M.t), quote=False))

    def _bookmark(self, bookmark: etree._Element) -> Iterator[Piece]:
        name = str(bookmark.get(W.name, ""))
        if name in self.fields.targets:
            yield Piece(f'<a id="{escape(name)}"></a>')

    def _address(self, link: etree._Element) -> str:
        anchor = str(link.get(W.anchor, ""))
        target = self.part.links.get(str(link.get(R.id, "")))
        if target is None:
            return f"#{anchor}" if anchor else ""
        return f"{target.target}#{anchor}" if anchor else target.target


def _joined(pieces: Iterator[Piece]) -> str:
    html = []
    for link, linked in groupby(pieces, lambda piece: piece.link):
        inner = "".join(
            _marked("".join(piece.html for piece in alike), marks)
            for marks, alike in groupby(linked, lambda piece: piece.marks)
        )
        html.append(f'<a href="{escape(link)}">{inner}</a>' if link and inner.strip() else inner)
    return "".join(html)


def _marked(html: str, marks: tuple[str, ...]) -> str:
    if not html.strip():
        return html
    opening = "".join(f"<{mark}>" for mark in marks)
    closing = "".join(f"</{mark.split()[0]}>" for mark in reversed(marks))
    return f"{opening}{html}{closing}"

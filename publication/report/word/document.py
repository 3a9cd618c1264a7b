"""The whole way through a Word file: its body, its text boxes, its notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from publication.report.faults import Faults
from publication.report.unfinished import unfinished
from publication.report.word.blocks import Block, joined
from publication.report.word.drawing import Drawn
from publication.report.word.fields import Fields, targets
from publication.report.word.inline import Inline
from publication.report.word.looks import Looks
from publication.report.word.notes import Notes
from publication.report.word.numbering import Numbering
from publication.report.word.package import Part, WordFile, open_word_file
from publication.report.word.styles import Styles
from publication.report.word.tables import table_html
from publication.report.word.xml import switch
from redaction.errors import Problem
from redaction.read.names import MC, M, W
from redaction.read.word_styles import Look, StyleSheet

_CONTAINERS = frozenset({W.sdt, W.sdtContent, W.customXml, W.ins, W.moveTo, W.smartTag})
_SILENT = frozenset(
    {
        W.sectPr, W.sdtPr, W.sdtEndPr, W.customXmlPr, W.tcPr, W.bookmarkStart, W.bookmarkEnd,
        W.proofErr, W.permStart, W.permEnd, W.commentRangeStart, W.commentRangeEnd, W.moveFrom,
        W.del_, W.moveFromRangeStart, W.moveFromRangeEnd, W.moveToRangeStart, W.moveToRangeEnd,
        W.customXmlInsRangeStart, W.customXmlInsRangeEnd, W.customXmlDelRangeStart,
        W.customXmlDelRangeEnd,
    }
)  # fmt: skip
_OF_CONTENTS = {"contents", "table of contents", "list of figures", "list of tables"}
_TAG = re.compile(r"<sup><a href=\"#(?:foot|end)note-.*?</sup>|<[^>]*>")


def word_html(content: bytes) -> tuple[str, list[Problem]]:
    """The HTML of a Word file, and what in it can't become a page.

    Hidden text, deleted text, comments, headers and the list of contents are not in it. Raises
    ``PublicationError`` if the file can't be read.
    """
    file = open_word_file(content)
    story = _Story.of(file)
    body = file.main.root.find(W.body)
    html = "" if body is None else joined(story.blocks(body, Look()))
    notes = [story.notes_html(notes) for notes in (story.footnotes, story.endnotes)]
    styles = file.part("styles")
    left = unfinished(file.main.root, None if styles is None else styles.root)
    return "\n".join([html, *notes]), [*left, *story.faults.problems]


@dataclass
class _Story:
    """What is known while reading; ``inline`` reads the paragraphs of the part at hand."""

    file: WordFile
    styles: Styles
    numbering: Numbering
    faults: Faults
    fields: Fields
    looks: Looks
    footnotes: Notes
    endnotes: Notes
    inline: Inline = field(init=False)
    _carried: str = ""
    """What goes before the next paragraph: a drop cap, or text whose paragraph mark is deleted."""

    @classmethod
    def of(cls, file: WordFile) -> _Story:
        """The state before the first paragraph of ``file``."""
        parts = {
            kind: file.part(kind)
            for kind in ("styles", "numbering", "settings", "footnotes", "endnotes")
        }
        roots = {kind: None if part is None else part.root for kind, part in parts.items()}
        faults, styles = Faults(), Styles(roots["styles"])
        texts = [
            file.main.root,
            *(root for kind in ("footnotes", "endnotes") if (root := roots[kind]) is not None),
        ]
        story = cls(
            file,
            styles,
            Numbering(roots["numbering"]),
            faults,
            Fields(faults, targets(*texts)),
            Looks(styles, StyleSheet(roots["styles"]), faults),
            Notes.of("footnote", parts["footnotes"], roots["settings"]),
            Notes.of("endnote", parts["endnotes"], roots["settings"]),
        )
        story.inline = story._inline_of(file.main)
        return story

    def blocks(self, container: etree._Element, ground: Look) -> list[Block]:
        """What is in the body, a cell, a text box or a note."""
        blocks: list[Block] = []
        for child in container:
            tag = child.tag
            if tag == W.p:
                self._paragraph(child, ground, blocks)
            elif tag == W.tbl:
                blocks.append(Block(table_html(child, ground, self._inside)))
            elif tag == MC.AlternateContent:
                blocks += self.blocks(self.inline.drawn.alternative(child), ground)
            elif tag in _CONTAINERS:
                blocks += self.blocks(child, ground)
            elif tag not in _SILENT and isinstance(tag, str):
                self._other(child, blocks)
        if self._carried:
            blocks.append(Block(_element("", "", self._carried)))
            self._carried = ""
        return blocks

    def notes_html(self, notes: Notes) -> str:
        """The list of footnotes or endnotes."""
        if notes.part is None:
            return ""
        self.inline = self._inline_of(notes.part)
        self.faults.heading = f"{notes.kind.capitalize()}s"
        texts = [
            "" if note is None else joined(self.blocks(note, Look())) for note in notes.content()
        ]
        return notes.list_html(texts)

    def _inside(self, cell: etree._Element, ground: Look) -> str:
        return joined(self.blocks(cell, ground))

    def _inline_of(self, part: Part) -> Inline:
        return Inline(part, self.looks, self.fields, Drawn(self.file, self.faults), self._note)

    def _note(self, reference: etree._Element) -> str:
        notes = self.footnotes if reference.tag == W.footnoteReference else self.endnotes
        return notes.mark(reference)

    def _paragraph(self, paragraph: etree._Element, ground: Look, blocks: list[Block]) -> None:
        role = self.styles.role(paragraph)
        self.looks.ground = ground
        self.looks.enter(paragraph, heading=role.startswith("h"))
        began_in_list = self.fields.in_list
        outside, self.inline.boxes = self.inline.boxes, []
        html = self._carried + self.inline.html(paragraph)
        boxes, self.inline.boxes = self.inline.boxes, outside
        self._carried = ""
        if role == "toc" or began_in_list or self.fields.in_list:
            _drop_heading_of_contents(blocks)
        elif _runs_on(paragraph):
            self._carried = html
        else:
            blocks.extend(self._finished(paragraph, role, html.strip()))
        for box in boxes:
            inside = self._inside(box, Look(shaded=True))
            blocks.append(Block(f"<table><tr><td>{inside}</td></tr></table>"))

    def _finished(self, paragraph: etree._Element, role: str, html: str) -> Iterator[Block]:
        place = self.styles.numbered(paragraph)
        label = self.numbering.label(place) if place else None
        if not html:
            return
        direction = ' dir="rtl"' if switch(paragraph.find(W.pPr), W.bidi) else ""
        if role.startswith("h"):
            number = f"{label.text} " if label and label.text else ""
            self.faults.heading = number + _TAG.sub("", html)
            yield Block(f"<{role}{direction}>{number}{html}</{role}>")
        elif label and label.kind != "text":
            yield Block(html, label)
        else:
            html = f"{label.text} {html}" if label else html
            yield Block(_element(role, direction, html))

    def _other(self, element: etree._Element, blocks: list[Block]) -> None:
        if element.tag in (M.oMathPara, M.oMath):
            self.faults.drawn("equation")
        elif element.tag in (W.altChunk, W.subDoc):
            self.faults.add(
                "file within the file",
                "is shown by Word and is not a part of this one",
                "In Word: select all, copy it into a new document, and save that",
            )
        else:
            self.inline.drawn.unknown(element)


def _element(role: str, direction: str, html: str) -> str:
    if role == "quote":
        return f"<blockquote><p{direction}>{html}</p></blockquote>"
    kind = f' class="{role}"' if role else ""
    return f"<p{kind}{direction}>{html}</p>"


def _runs_on(paragraph: etree._Element) -> bool:
    """Whether the next paragraph goes on in the same line."""
    properties = paragraph.find(W.pPr)
    if properties is None:
        return False
    frame = properties.find(W.framePr)
    drops = frame is not None and frame.get(W.dropCap) in ("drop", "margin")
    return drops or properties.find(f"{W.rPr}/{W.del_}") is not None


def _drop_heading_of_contents(blocks: list[Block]) -> None:
    """The words above a list of contents go with it."""
    if blocks and _TAG.sub("", blocks[-1].html).strip().casefold() in _OF_CONTENTS:
        blocks.pop()

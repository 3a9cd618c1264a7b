"""Compile the text form of a template into a Word file in the house style.

The house style is a Word file itself: its styles, its lists and its letterheads are taken as they
are. Its body shows one section for each layout, which begins with a paragraph in the style
"Layout Name"; the section's header, footer and page are the layout (see ``layouts``).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from xml.sax.saxutils import escape

from lxml import etree

from generator.authoring.blocks import (
    LABEL,
    NUMBERED,
    Block,
    Cell,
    ColumnBreak,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Table,
    TableKind,
    TextForm,
    parse,
)
from generator.authoring.keeping import KEEP, keeping, kept_rows
from generator.authoring.layouts import sections, styles_of_layout, text_width
from generator.authoring.leaflet import as_folded
from generator.authoring.text import (
    AFTER_LAST_TABLE,
    AFTER_TABLE,
    FORM_ANSWER,
    FORM_TABLE,
    FORM_TICK,
    PICTURE_STYLE,
    W,
    parse_part,
    style_names,
    word_parts,
)
from generator.controls.finish import finish_controls
from generator.controls.labels import label_of, plain
from generator.controls.syntax import Control, pieces
from generator.controls.word import ROOT_ATTRIBUTES, control_xml
from generator.word.pictures import placeholder, put_placeholders
from redaction.errors import Problem, TemplateError

HOUSE_STYLE = "house-style.docx"
PAGE_BREAK_STYLE, COLUMN_BREAK_STYLE = "Page Break", "Column Break"
WRITING_SPACE = "Form Writing Space"
TABLE_STYLES = {TableKind.TABLE: "Board Table", TableKind.FORM: FORM_TABLE}
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_INLINE = re.compile(r"(\*\*|<br>|\t|\[pages?\])")
_TICK_LINE = re.compile(r"⟦tick [^⟧]*⟧ +\S")
_FIELDS = {"[page]": "PAGE", "[pages]": "NUMPAGES"}
_DOCUMENT, _NUMBERING, _STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
_RELATIONS, _TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"


def author(text: str, house_style: bytes) -> bytes:
    """The Word template that ``text`` describes, in the house style; the same bytes every time.

    Raises TemplateError where the text is faulty, or names a style or layout that the house
    style does not have.
    """
    form = parse(text)
    parts = word_parts(house_style, HOUSE_STYLE)
    layouts = sections(parts)
    if form.layout not in layouts:
        raise TemplateError.because(
            "the text's second line",
            f'the house style has no layout "{form.layout}"',
            "Use one of: " + ", ".join(layouts),
        )
    section = layouts[form.layout]
    parts[_STYLES] = styles_of_layout(parts, form.layout, layouts)
    writer = BlockWriter(parts, text_width(section, HOUSE_STYLE))
    blocks = as_folded(form.blocks, form.layout)
    body = writer.write(blocks) + etree.tostring(section, encoding="unicode")
    parts[_DOCUMENT] = _document(body)
    parts[_NUMBERING] = writer.numbering()
    put_placeholders(parts, blocks)
    parts["docProps/core.xml"] = _properties(form)
    return pack(_without_other_letterheads(parts, section))


def pack(parts: dict[str, bytes]) -> bytes:
    """A Word package of ``parts``, the same bytes for the same parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(member, content)
    return target.getvalue()


@dataclass(frozen=True)
class Beside:
    """What stands beside a form field in a table: its row's label, its column's heading."""

    row: str = ""
    column: str = ""


NOTHING = Beside()


@dataclass
class BlockWriter:
    """Writes blocks as WordprocessingML with the styles and lists of a house style.

    ``width`` is the width of the text in twentieths of a point.
    """

    parts: dict[str, bytes]
    width: int
    _style_ids: dict[str, str] = field(init=False)
    _numbering: etree._Element = field(init=False)
    _list: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self._style_ids = {name: key for key, name in style_names(self.parts).items()}
        self._numbering = parse_part(self.parts, _NUMBERING)

    def write(self, blocks: Iterable[Block]) -> str:
        """The blocks' XML; TemplateError lists every style that the house style lacks."""
        blocks = tuple(blocks)
        unknown = sorted(set(_styles_used(blocks)) - self._style_ids.keys())
        if unknown:
            raise TemplateError(
                Problem(
                    f'style "{name}"',
                    "the house style does not have it",
                    "Correct its name, or add the style to the house style in Word",
                )
                for name in unknown
            )
        written = "".join(
            self._block(block, keeping(block, after)) for block, after in pairwise([*blocks, None])
        )
        if not blocks or not isinstance(blocks[-1], Table):
            return written
        return written.removesuffix(self._empty(AFTER_TABLE)) + self._empty(AFTER_LAST_TABLE)

    def numbering(self) -> bytes:
        """The lists' part, with every numbered list that was written."""
        return _serialise(self._numbering)

    def _block(self, block: Block | None, kept: str) -> str:
        match block:
            case PageBreak():
                return self._break(PAGE_BREAK_STYLE, "page")
            case ColumnBreak():
                return self._break(COLUMN_BREAK_STYLE, "column")
            case Picture():
                style = f'<w:pStyle w:val="{self._style_ids[PICTURE_STYLE]}"/>'
                return _p(style, placeholder(block.name, self.width))
            case Paragraph():
                return self._paragraph(block, kept=kept)
            case Table():
                return self._table(block)
            case None:
                return ""

    def _break(self, style: str, kind: str) -> str:
        properties = f'<w:pStyle w:val="{self._style_ids[style]}"/>'
        return _p(properties, f'<w:r><w:br w:type="{kind}"/></w:r>')

    def _empty(self, style: str) -> str:
        return _p(f'<w:pStyle w:val="{self._style_ids[style]}"/>', "")

    def _paragraph(self, paragraph: Paragraph, beside: Beside = NOTHING, *, kept: str = "") -> str:
        style = FORM_TICK if _is_tick_line(paragraph) else paragraph.style
        properties = f'<w:pStyle w:val="{self._style_ids[style]}"/>{kept}'
        if paragraph.style == NUMBERED:
            if paragraph.number == 1:
                self._list = self._new_list()
            number = f'<w:ilvl w:val="0"/><w:numId w:val="{self._list}"/>'
            properties += f"<w:numPr>{number}</w:numPr>"
        return _p(properties, _content(paragraph.text, beside))

    def _new_list(self) -> int:
        """The id of a new numbered list that begins at 1."""
        lists = self._numbering.findall(f"{W}num")
        model = next(one for one in lists if one.get(f"{W}numId") == self._numbered_model())
        abstract = model.find(f"{W}abstractNumId")
        added = etree.SubElement(self._numbering, f"{W}num")
        number = max(int(one.get(f"{W}numId", "0")) for one in lists) + 1
        added.set(f"{W}numId", str(number))
        etree.SubElement(added, f"{W}abstractNumId").set(
            f"{W}val", abstract.get(f"{W}val", "0") if abstract is not None else "0"
        )
        override = etree.SubElement(added, f"{W}lvlOverride")
        override.set(f"{W}ilvl", "0")
        etree.SubElement(override, f"{W}startOverride").set(f"{W}val", "1")
        return number

    def _numbered_model(self) -> str:
        styles = parse_part(self.parts, "word/styles.xml")
        path = f"{W}style[@{W}styleId='{self._style_ids[NUMBERED]}']/{W}pPr/{W}numPr/{W}numId"
        found = styles.find(path)
        return found.get(f"{W}val", "") if found is not None else ""

    def _table(self, table: Table) -> str:
        widths = [self.width * width // 100 for width in table.widths]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        style = self._style_ids[TABLE_STYLES[table.kind]]
        header = int(any(row.header for row in table.rows))
        look = f'w:val="{"0620" if header else "0600"}" w:firstRow="{header}" w:lastRow="0" '
        look += 'w:firstColumn="0" w:lastColumn="0"'
        properties = (
            f'<w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblLook {look} w:noHBand="1" w:noVBand="1"/>'
        )
        headings = _headings(table)
        kept = kept_rows(table)
        rows = "".join(
            self._row(row, widths, headings, keep=number in kept)
            for number, row in enumerate(table.rows)
        )
        return (
            f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
            + self._empty(AFTER_TABLE)
        )

    def _row(self, row: Row, widths: list[int], headings: list[str], *, keep: bool) -> str:
        spacious = any(p.style == WRITING_SPACE for cell in row.cells for p in cell.paragraphs)
        properties = ("" if spacious else "<w:cantSplit/>") + ("<w:tblHeader/>" * row.header)
        cells, at, label = "", 0, ""
        for cell in row.cells:
            label = _label(cell) or label
            width = sum(widths[at : at + cell.span])
            beside = Beside(label, headings[at])
            cells += self._cell(cell, width, beside, header=row.header, keep=keep)
            at += cell.span
        return (
            "<w:tr>" + (f"<w:trPr>{properties}</w:trPr>" if properties else "") + f"{cells}</w:tr>"
        )

    def _cell(self, cell: Cell, width: int, beside: Beside, *, header: bool, keep: bool) -> str:
        properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        if cell.span > 1:
            properties += f'<w:gridSpan w:val="{cell.span}"/>'
        if not header and any(p.style == LABEL for p in cell.paragraphs):
            properties += '<w:shd w:val="clear" w:color="auto" w:fill="EEF2F6"/>'
        paragraphs = "".join(
            self._paragraph(paragraph, beside, kept=KEEP * keep) for paragraph in cell.paragraphs
        )
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"


def _p(properties: str, runs: str) -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _content(text: str, beside: Beside) -> str:
    """The runs and the form fields of a paragraph."""
    written = ""
    for part, after in pairwise([*pieces(text, "a form field"), ""]):
        if isinstance(part, Control):
            following = after if isinstance(after, str) else ""
            label = label_of(part, beside.row, beside.column, following)
            written += control_xml(part, label, _runs(part.content))
        else:
            written += _runs(part)
    return written


def _is_tick_line(paragraph: Paragraph) -> bool:
    """Whether it is a tick box with words after it, which may need a second line."""
    ticked = _TICK_LINE.match(paragraph.text)
    return ticked is not None and paragraph.style == FORM_ANSWER


def _headings(table: Table) -> list[str]:
    """The heading of each column, from the table's header row; empty where it has none."""
    for row in table.rows:
        if row.header:
            return [text for cell in row.cells for text in [_words(cell)] * cell.span]
    return [""] * len(table.widths)


def _label(cell: Cell) -> str:
    return _words(cell) if any(p.style == LABEL for p in cell.paragraphs) else ""


def _words(cell: Cell) -> str:
    return " ".join(plain(paragraph.text) for paragraph in cell.paragraphs).strip()


def _runs(text: str) -> str:
    """The runs of a paragraph: a tag never lies in more than one."""
    runs, bold = "", False
    for part in _INLINE.split(text):
        mark = "<w:rPr><w:b/></w:rPr>" if bold else ""
        if part == "**":
            bold = not bold
        elif part == "<br>":
            runs += f"<w:r>{mark}<w:br/></w:r>"
        elif part == "\t":
            runs += f"<w:r>{mark}<w:tab/></w:r>"
        elif part in _FIELDS:
            runs += _field(_FIELDS[part])
        elif part:
            runs += f'<w:r>{mark}<w:t xml:space="preserve">{escape(part)}</w:t></w:r>'
    return runs


def _field(code: str) -> str:
    kinds = ("begin", "separate", "end")
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds)
    instruction = f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
    return f"{begin}{instruction}{separate}<w:r><w:t>1</w:t></w:r>{end}"


def _styles_used(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.style
        elif isinstance(block, Table):
            yield from (
                p.style for row in block.rows for cell in row.cells for p in cell.paragraphs
            )


def _document(body: str) -> bytes:
    namespaces = f"{_NAMESPACES} {ROOT_ATTRIBUTES}" if "<w14:" in body else _NAMESPACES
    root = etree.fromstring(f"<w:document {namespaces}><w:body>{body}</w:body></w:document>")
    finish_controls(root)
    return _serialise(root)


def _properties(form: TextForm) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(form.title)}</dc:title><dc:language>en-GB</dc:language>"
        f"<cp:category>{escape(form.layout)}</cp:category></cp:coreProperties>"
    ).encode()


def _without_other_letterheads(
    parts: dict[str, bytes], section: etree._Element
) -> dict[str, bytes]:
    """The package less the headers and footers that the layout does not use."""
    used = {str(reference.get(f"{_R}id")) for reference in section if reference.get(f"{_R}id")}
    relations, types = parse_part(parts, _RELATIONS), parse_part(parts, _TYPES)
    dropped = set()
    for relation in list(relations):
        kind = str(relation.get("Type")).rsplit("/", 1)[-1]
        if kind in ("header", "footer") and relation.get("Id") not in used:
            dropped.add(f"word/{relation.get('Target')}")
            relations.remove(relation)
    for override in list(types):
        if str(override.get("PartName")).removeprefix("/") in dropped:
            types.remove(override)
    changed = {_RELATIONS: _serialise(relations), _TYPES: _serialise(types)}
    return {name: changed.get(name, part) for name, part in parts.items() if name not in dropped}


def _serialise(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

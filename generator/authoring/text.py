"""A Word file as text, so that a change to a template can be read in a diff."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from generator.authoring.blocks import (
    BODY,
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
    show,
)
from generator.authoring.leaflet import as_read
from generator.controls.inline import clear_placeholders, closing, move_inside, opening
from generator.word.xml import WORD_DRAWING
from redaction.errors import TemplateError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DC = "{http://purl.org/dc/elements/1.1/}"
CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
FORM_TABLE = "Board Form"
FORM_ANSWER, FORM_TICK = "Form Answer", "Form Tick"
"""A plain line of a form's cell; one that begins with a tick box, whose next lines hang."""
AFTER_TABLE, AFTER_LAST_TABLE = "After Table", "After Last Table"
PICTURE_STYLE = "Picture"
MOST_UNPACKED = 64_000_000
"""A template whose parts unpack to more bytes than this is not read."""
_PLAIN_STYLES = {"Normal": BODY, FORM_TICK: FORM_ANSWER}
_SPACE_STYLES = (BODY, AFTER_TABLE, AFTER_LAST_TABLE)
_FIELDS = {"PAGE": "[page]", "NUMPAGES": "[pages]"}


def docx_text(path: Path) -> str:
    """The body of the Word file at ``path`` in the text form of ``generator.authoring.blocks``.

    Raises TemplateError where the file can't be read as a Word document.
    """
    return show(read_form(word_parts(path.read_bytes(), path.name), path.name))


def word_parts(content: bytes, place: str) -> dict[str, bytes]:
    """The parts of a Word package by name, in the package's order.

    Raises TemplateError for what is not a Word document, is damaged, or unpacks beyond bounds.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            members = package.infolist()
            if sum(member.file_size for member in members) > MOST_UNPACKED:
                raise TemplateError.because(
                    place, "the file unpacks to too much to be a template", "Save it again in Word"
                )
            parts = {member.filename: package.read(member) for member in members}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise _not_word(place) from error
    if "word/document.xml" not in parts:
        raise _not_word(place)
    return parts


def parse_part(parts: dict[str, bytes], name: str) -> etree._Element:
    """The root element of one part, read without entities or network."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(parts[name], parser)
    except (KeyError, etree.XMLSyntaxError) as error:
        raise TemplateError.because(
            name, "this part of the Word file is missing or damaged", "Save the file again in Word"
        ) from error


def style_names(parts: dict[str, bytes]) -> dict[str, str]:
    """The names of the styles by their ids, as Word shows them ("Heading 1")."""
    names = {}
    for style in parse_part(parts, "word/styles.xml").iter(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None:
            shown = name.get(f"{W}val", "")
            names[style.get(f"{W}styleId", "")] = re.sub(
                r"^(heading|header|footer)\b", lambda match: match[0].capitalize(), shown
            )
    return names


def read_form(parts: dict[str, bytes], place: str) -> TextForm:
    """The title, layout and blocks of a Word package."""
    body = parse_part(parts, "word/document.xml").find(f"{W}body")
    if body is None:
        raise _not_word(place)
    move_inside(body)
    clear_placeholders(body)
    title = layout = ""
    if "docProps/core.xml" in parts:
        core = parse_part(parts, "docProps/core.xml")
        title = core.findtext(f"{DC}title") or ""
        layout = core.findtext(f"{CP}category") or ""
    blocks = tuple(_blocks(body, style_names(parts)))
    return TextForm(title, layout, as_read(blocks, layout))


def _blocks(container: etree._Element, styles: dict[str, str]) -> Iterator[Block]:
    counts: dict[str, int] = {}
    for element in container:
        if element.tag == f"{W}tbl":
            yield _table(element, styles)
        elif element.tag == f"{W}p":
            if element.find(f"{W}r/{W}br[@{W}type='page']") is not None:
                yield PageBreak()
                continue
            if element.find(f"{W}r/{W}br[@{W}type='column']") is not None:
                yield ColumnBreak()
                continue
            paragraph = _paragraph(element, styles, counts)
            if paragraph.style == PICTURE_STYLE and (name := _picture_name(element)):
                yield Picture(name)
                continue
            if paragraph.text or paragraph.style not in _SPACE_STYLES:
                yield paragraph


def _paragraph(
    element: etree._Element, styles: dict[str, str], counts: dict[str, int]
) -> Paragraph:
    style = styles.get(_value(element, f"{W}pPr/{W}pStyle"), BODY)
    style = _PLAIN_STYLES.get(style, style)
    text = _text(element)
    if style != NUMBERED:
        return Paragraph(style, text)
    number = _value(element, f"{W}pPr/{W}numPr/{W}numId")
    counts[number] = counts.get(number, 0) + 1
    return Paragraph(style, text, counts[number])


def _picture_name(paragraph: etree._Element) -> str:
    properties = next(paragraph.iter(f"{{{WORD_DRAWING}}}docPr"), None)
    return properties.get("name", "") if properties is not None else ""


def _text(paragraph: etree._Element) -> str:
    """The text of a paragraph: ``**`` where bold begins and ends, form fields in their marks."""
    parts, bold, field = [], False, False
    for event, element in etree.iterwalk(paragraph, events=("start", "end")):
        if element.tag == f"{W}sdt":
            parts.append("**" * bold + (opening if event == "start" else closing)(element))
            bold = False
        elif event == "end":
            continue
        elif element.tag == f"{W}r" and _is_bold(element) != bold and _has_text(element):
            bold = not bold
            parts.append("**")
        elif element.tag == f"{W}t" and not field:
            parts.append(element.text or "")
        elif element.tag == f"{W}tab" and _parent_tag(element) == f"{W}r":
            parts.append("\t")
        elif element.tag == f"{W}br":
            parts.append("<br>")
        elif element.tag == f"{W}instrText":
            parts.append(_FIELDS.get((element.text or "").split(" ")[0].strip(), ""))
        elif element.tag == f"{W}fldChar":
            field = element.get(f"{W}fldCharType") != "end"
    return "".join(parts) + ("**" if bold else "")


def _is_bold(run: etree._Element) -> bool:
    mark = run.find(f"{W}rPr/{W}b")
    return mark is not None and mark.get(f"{W}val", "1") not in ("0", "false")


def _has_text(run: etree._Element) -> bool:
    return any(text.text for text in run.iter(f"{W}t"))


def _parent_tag(element: etree._Element) -> str:
    parent = element.getparent()
    return str(parent.tag) if parent is not None else ""


def _table(element: etree._Element, styles: dict[str, str]) -> Table:
    style = styles.get(_value(element, f"{W}tblPr/{W}tblStyle"), "")
    kind = TableKind.FORM if style == FORM_TABLE else TableKind.TABLE
    columns = [int(column.get(f"{W}w", "0")) for column in element.iter(f"{W}gridCol")]
    total = sum(columns) or 1
    widths = tuple(round(100 * column / total) for column in columns)
    rows = tuple(_row(row, styles) for row in element.findall(f"{W}tr"))
    return Table(kind, widths, rows)


def _row(element: etree._Element, styles: dict[str, str]) -> Row:
    header = element.find(f"{W}trPr/{W}tblHeader") is not None
    return Row(tuple(_cell(cell, styles) for cell in element.findall(f"{W}tc")), header)


def _cell(element: etree._Element, styles: dict[str, str]) -> Cell:
    counts: dict[str, int] = {}
    paragraphs = tuple(_paragraph(p, styles, counts) for p in element.iter(f"{W}p"))
    return Cell(paragraphs, int(_value(element, f"{W}tcPr/{W}gridSpan") or "1"))


def _value(element: etree._Element, path: str) -> str:
    found = element.find(path)
    return found.get(f"{W}val", "") if found is not None else ""


def _not_word(place: str) -> TemplateError:
    return TemplateError.because(
        place, "this is not a Word document (.docx)", "Save it in Word as a Word document (.docx)"
    )

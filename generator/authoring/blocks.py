r"""The text form of a Word template: headings, paragraphs, lists and tables as lines of text.

The form reads like Markdown and is what a change to a template is compared in:

    ---
    title: Letter to a chief officer
    layout: letter
    ---

    # Heading              ## Heading 2             ### Heading 3
    - bullet               1. numbered              [page break]
    [Style Name] text      plain text               {%p for x in y %}
    [column break]         between the sides of a leaflet; other layouts leave it out
    [picture NAME]         a picture that is drawn when the document is made

    [table 30 70]          widths in per cent; [form 30 70] is a form
    | Header | Header |
    | --- | --- |          the row above repeats on every page
    {%tr for x in y %}     a row that only carries a tag
    | ? Label | answer ||  "?" marks a label, "||" a cell over two columns, " ¶ " two paragraphs

``**bold**`` is bold, ``<br>`` a new line in a paragraph, ``\`` before a mark takes it literally.

Fields of a form, anywhere in a paragraph (``generator.controls.syntax``):

    ⟦text ID: …⟧   ⟦long ID: …⟧   ⟦date ID: …⟧   ⟦tick ID: ☐⟧   ⟦choice ID (First; Second): …⟧
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.controls.syntax import pieces, show_control
from redaction.errors import TemplateError

BODY = "Body Text"
PREFIXES = {"# ": "Heading 1", "## ": "Heading 2", "### ": "Heading 3", "- ": "List Bullet"}
NUMBERED = "List Number"
LABEL = "Form Label"
TABLE_HEADER = "Table Header"
TIGHT_STYLES = ("List Bullet", NUMBERED, "Address", "Reference", "Signature")
"""Styles whose paragraphs stand on following lines, with no empty line between."""
PARAGRAPH_MARK = " ¶ "
PAGE_BREAK, COLUMN_BREAK = "[page break]", "[column break]"
_TABLE_LINE = re.compile(r"\[(table|form)((?: \d+)+)\]")
_STYLED = re.compile(r"\[([A-Z][A-Za-z0-9 ]*)\] ?(.*)", re.DOTALL)
_PICTURE_LINE = re.compile(r"\[picture ([a-z0-9-]+)\]")
_NUMBER = re.compile(r"(\d+)\. (.*)", re.DOTALL)
_SPECIAL = re.compile(r"#{1,3} |- |\d+\. |\[|\||\? |---$|\\|\{%tr")
_CELL_PARTS = re.compile(r"\\.|\{\{.*?\}\}|\{%.*?%\}|\||[^\\|{]+|.", re.DOTALL)


class TableKind(StrEnum):
    """How a table looks and what its plain cells are."""

    TABLE = "table"
    """A table of rows under a header row."""
    FORM = "form"
    """Labels with room for answers."""

    @property
    def cell_style(self) -> str:
        """The paragraph style of a plain cell."""
        return "Table Text" if self is TableKind.TABLE else "Form Answer"


@dataclass(frozen=True)
class Paragraph:
    """One paragraph in a named style; ``number`` is its place in a numbered list, from 1."""

    style: str
    text: str
    number: int = 0


@dataclass(frozen=True)
class Cell:
    """One cell of a table, over ``span`` columns."""

    paragraphs: tuple[Paragraph, ...]
    span: int = 1


@dataclass(frozen=True)
class Row:
    """One row of a table; a header row repeats on every page."""

    cells: tuple[Cell, ...]
    header: bool = False

    @property
    def tag(self) -> str:
        """The ``{%tr %}`` tag that this row carries and nothing else; empty for other rows."""
        first = self.cells[0].paragraphs[0].text if len(self.cells) == 1 else ""
        return first if first.startswith("{%tr") else ""


@dataclass(frozen=True)
class Table:
    """A table; ``widths`` are its columns' shares in per cent."""

    kind: TableKind
    widths: tuple[int, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True)
class ColumnBreak:
    """What follows stands on the next side of a leaflet."""


@dataclass(frozen=True)
class Picture:
    """A picture by the name under which it is drawn when the document is made."""

    name: str


Block = Paragraph | Table | PageBreak | ColumnBreak | Picture


@dataclass(frozen=True)
class TextForm:
    """A whole template: its title, the house style's layout it uses, and its blocks."""

    title: str
    layout: str
    blocks: tuple[Block, ...]


def parse(text: str) -> TextForm:
    """Read the text form; raises TemplateError naming the line of the first fault."""
    lines = list(enumerate(text.splitlines(), start=1))
    facts, body = _front_matter(lines)
    return TextForm(facts["title"], facts["layout"], tuple(_blocks(body)))


def show(form: TextForm) -> str:
    """Print the text form; ``parse`` reads it back to an equal value."""
    front = f"---\ntitle: {form.title}\nlayout: {form.layout}\n---\n\n"
    return front + show_blocks(form.blocks)


def show_blocks(blocks: tuple[Block, ...]) -> str:
    """Print blocks alone, without a title."""
    printed = []
    for before, block in zip((None, *blocks), blocks, strict=False):
        if before is not None:
            printed.append("\n" if _tight(before, block) else "\n\n")
        printed.append(_show_block(block))
    return "".join(printed) + "\n"


def _front_matter(lines: list[tuple[int, str]]) -> tuple[dict[str, str], list[tuple[int, str]]]:
    end = next((n for n, line in lines[1:] if line == "---"), 0)
    if not lines or lines[0][1] != "---" or not end:
        raise TemplateError.because(
            "line 1",
            "the text does not begin with a title and a layout between two lines of ---",
            "Begin it with: ---, title: …, layout: …, ---",
        )
    facts = dict(line.split(": ", 1) for _, line in lines[1 : end - 1] if ": " in line)
    for name in ("title", "layout"):
        if name not in facts:
            raise TemplateError.because(
                f"lines 1 to {end}", f'"{name}:" is missing', f'Add a line "{name}: …"'
            )
    return facts, lines[end:]


def _blocks(lines: list[tuple[int, str]]) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        number, line = lines[at]
        at += 1
        if table := _TABLE_LINE.fullmatch(line):
            end = at
            while end < len(lines) and lines[end][1].startswith(("|", "{%tr")):
                end += 1
            widths = tuple(int(width) for width in table[2].split())
            yield _table(TableKind(table[1]), widths, lines[at:end], number)
            at = end
        elif line.startswith(("|", "{%tr")):
            raise TemplateError.because(
                f"line {number}",
                "a table row stands outside a table",
                "Put a line such as [table 30 70] above the table's first row",
            )
        elif line == PAGE_BREAK:
            yield PageBreak()
        elif line == COLUMN_BREAK:
            yield ColumnBreak()
        elif picture := _PICTURE_LINE.fullmatch(line):
            yield Picture(picture[1])
        elif line:
            yield _paragraph(line, BODY, number)


def _paragraph(line: str, plain: str, line_number: int) -> Paragraph:
    read = _in_style(line, plain)
    parts = pieces(read.text, f"line {line_number}")
    text = "".join(part if isinstance(part, str) else show_control(part) for part in parts)
    return Paragraph(read.style, text, read.number)


def _in_style(line: str, plain: str) -> Paragraph:
    for prefix, style in PREFIXES.items():
        if line.startswith(prefix):
            return Paragraph(style, line.removeprefix(prefix))
    if numbered := _NUMBER.fullmatch(line):
        return Paragraph(NUMBERED, numbered[2], int(numbered[1]))
    if line.startswith("? "):
        return Paragraph(LABEL, line.removeprefix("? "))
    if styled := _STYLED.fullmatch(line):
        return Paragraph(styled[1], styled[2])
    return Paragraph(plain, line.removeprefix("\\"))


def _table(
    kind: TableKind, widths: tuple[int, ...], lines: list[tuple[int, str]], start: int
) -> Table:
    headers = {n - 1 for n, line in lines if _is_separator(line)}
    rows = tuple(
        _row(kind, line, len(widths), n, header=n in headers)
        for n, line in lines
        if not _is_separator(line)
    )
    if not rows:
        raise TemplateError.because(
            f"line {start}", "the table has no rows", "Write its rows on the next lines"
        )
    return Table(kind, widths, rows)


def _is_separator(line: str) -> bool:
    return re.fullmatch(r"\|(?: --- \|)+", line) is not None


def _row(kind: TableKind, line: str, columns: int, number: int, *, header: bool) -> Row:
    if line.startswith("{%tr"):
        return Row((Cell((Paragraph(kind.cell_style, line),), columns),))
    plain = TABLE_HEADER if header else kind.cell_style
    cells: list[Cell] = []
    for text in _split_cells(line):
        if text == "" and cells:
            cells[-1] = Cell(cells[-1].paragraphs, cells[-1].span + 1)
            continue
        parts = text.strip(" ").split(PARAGRAPH_MARK)
        cells.append(Cell(tuple(_paragraph(part, plain, number) for part in parts)))
    if (wide := sum(cell.span for cell in cells)) != columns:
        raise TemplateError.because(
            f"line {number}",
            f"the row has {wide} columns and its table {columns}",
            "Give every row as many cells as the table's first line has widths",
        )
    return Row(tuple(cells), header)


def _split_cells(line: str) -> list[str]:
    """The texts between the bars of a row; bars inside tags and escaped bars are text."""
    cells, current = [], ""
    for part in _CELL_PARTS.findall(line.rstrip()[1:]):
        if part == "|":
            cells.append(current)
            current = ""
        else:
            current += "|" if part == "\\|" else part
    return cells


def _tight(before: Block, block: Block) -> bool:
    if not isinstance(before, Paragraph) or not isinstance(block, Paragraph):
        return False
    if before.text.startswith("{%p") or block.text.startswith("{%p"):
        return True
    return before.style == block.style and block.style in TIGHT_STYLES


def _show_block(block: Block) -> str:
    match block:
        case PageBreak():
            return PAGE_BREAK
        case ColumnBreak():
            return COLUMN_BREAK
        case Picture():
            return f"[picture {block.name}]"
        case Paragraph():
            return _show_paragraph(block, BODY)
        case Table():
            return _show_table(block)


def _show_paragraph(paragraph: Paragraph, plain: str) -> str:
    if paragraph.style == plain:
        return ("\\" if _SPECIAL.match(paragraph.text) else "") + paragraph.text
    if paragraph.style == NUMBERED and paragraph.number:
        return f"{paragraph.number}. {paragraph.text}"
    if paragraph.style == LABEL:
        return f"? {paragraph.text}"
    for prefix, style in PREFIXES.items():
        if paragraph.style == style:
            return prefix + paragraph.text
    return f"[{paragraph.style}] {paragraph.text}".rstrip(" ")


def _show_table(table: Table) -> str:
    lines = [f"[{table.kind} {' '.join(str(width) for width in table.widths)}]"]
    for row in table.rows:
        lines.append(row.tag or _show_row(table.kind, row))
        if row.header:
            lines.append("|" + " --- |" * len(table.widths))
    return "\n".join(lines)


def _show_row(kind: TableKind, row: Row) -> str:
    plain = TABLE_HEADER if row.header else kind.cell_style
    return "|" + "".join(_show_cell(cell, plain) for cell in row.cells)


def _show_cell(cell: Cell, plain: str) -> str:
    parts = [_show_paragraph(paragraph, plain) for paragraph in cell.paragraphs]
    text = _escape_bars(PARAGRAPH_MARK.join(parts))
    return (f" {text} " if text else " ") + "|" * cell.span


def _escape_bars(text: str) -> str:
    parts = _CELL_PARTS.findall(text)
    return "".join("\\|" if part == "|" else part for part in parts)

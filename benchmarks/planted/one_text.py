"""Writes one line of text as a file of each format, cut into runs however a test wants."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from html import escape

from benchmarks.planted import excel, opendocument, plain_word, powerpoint
from benchmarks.planted.packages import content_types, links, zipped

Runs = Sequence[str]


def text(runs: Runs) -> bytes:
    """Plain text, Markdown and tables."""
    return "".join(runs).encode()


def html(runs: Runs) -> bytes:
    """A web page with a paragraph of spans."""
    spans = "".join(f"<span>{_lines(run, '<br>')}</span>" for run in runs)
    return f"<html><body><p>{spans}</p></body></html>".encode()


def word(runs: Runs) -> bytes:
    """A Word file with a paragraph of runs."""
    return plain_word.build(
        "<w:p>" + "".join(f"<w:r>{_word_texts(run)}</w:r>" for run in runs) + "</w:p>"
    )


def _word_texts(run: str) -> str:
    texts = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in run.split("\n"))
    return "<w:br/>".join(texts)


def workbook(runs: Runs) -> bytes:
    """An Excel file with one cell of rich text."""
    cell = "".join(f"<r><t>{escape(run)}</t></r>" for run in runs)
    sheet = f'<sheetData><row r="1"><c r="A1" t="inlineStr"><is>{cell}</is></c></row></sheetData>'
    book = '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets>'
    return zipped({
        "[Content_Types].xml": content_types(excel.MAIN, "xl/workbook.xml"),
        "_rels/.rels": links({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f"<workbook {excel.NS}>{book}</workbook>",
        "xl/_rels/workbook.xml.rels": links({"rId1": ("worksheet", "worksheets/sheet1.xml")}),
        "xl/worksheets/sheet1.xml": f"<worksheet {excel.NS}>{sheet}</worksheet>",
    })  # fmt: skip


def slides(runs: Runs) -> bytes:
    """A PowerPoint file with one paragraph on one slide."""
    lines = "<a:br/>".join
    body = "".join(
        lines(f"<a:r><a:t>{escape(line)}</a:t></a:r>" for line in run.split("\n")) for run in runs
    )
    shape = f"<p:sp><p:txBody><a:p>{body}</a:p></p:txBody></p:sp>"
    ids = '<p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst>'
    return zipped({
        "[Content_Types].xml": content_types(powerpoint.MAIN, "ppt/presentation.xml"),
        "_rels/.rels": links({"rId1": ("officeDocument", "ppt/presentation.xml")}),
        "ppt/presentation.xml": f"<p:presentation {powerpoint.NS}>{ids}</p:presentation>",
        "ppt/_rels/presentation.xml.rels": links({"rId1": ("slide", "slides/slide1.xml")}),
        "ppt/slides/slide1.xml": f"<p:sld {powerpoint.NS}><p:cSld><p:spTree>{shape}</p:spTree>"
            "</p:cSld></p:sld>",
    })  # fmt: skip


def open_text(runs: Runs) -> bytes:
    """An OpenDocument text with a paragraph of spans."""
    spans = "".join(f"<text:span>{_lines(run, '<text:line-break/>')}</text:span>" for run in runs)
    return zipped({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {opendocument.NS}><office:body><office:text>"
            f"<text:p>{spans}</text:p></office:text></office:body></office:document-content>",
    })  # fmt: skip


def rich_text(runs: Runs) -> bytes:
    """A Rich Text file with a paragraph of groups."""
    groups = "".join("{\\b " + "".join(map(_rtf, run)) + "}" for run in runs)
    return f"{{\\rtf1\\ansi {groups}\\par}}".encode("ascii")


def _rtf(letter: str) -> str:
    if letter == "\n":
        return "\\line "
    return letter if letter.isascii() else f"\\u{ord(letter)}?"


def mail(runs: Runs) -> bytes:
    """A message in base 64, as plain text."""
    head = "From: a@x.example\r\nSubject: Note\r\nContent-Type: text/plain; charset=utf-8\r\n"
    body = base64.encodebytes("".join(runs).encode())
    return f"{head}Content-Transfer-Encoding: base64\r\n\r\n".encode() + body


def mail_as_page(runs: Runs) -> bytes:
    """A message in quoted-printable, as a web page."""
    head = "From: a@x.example\r\nSubject: Note\r\nContent-Type: text/html; charset=utf-8\r\n"
    body = "=\r\n".join(f"={byte:02X}" for byte in html(runs))
    return f"{head}Content-Transfer-Encoding: quoted-printable\r\n\r\n{body}".encode()


def pdf(runs: Runs) -> bytes:
    """A PDF of the web page."""
    from weasyprint import HTML

    return bytes(HTML(string=html(runs).decode()).write_pdf())


def _lines(run: str, between: str) -> str:
    return between.join(escape(line) for line in run.split("\n"))


WRITERS: dict[str, Callable[[Runs], bytes]] = {
    "note.txt": text, "note.csv": text, "note.md": text, "note.html": html, "note.docx": word,
    "note.xlsx": workbook, "note.pptx": slides, "note.odt": open_text, "note.rtf": rich_text,
    "note.eml": mail, "page.eml": mail_as_page, "note.pdf": pdf,
}  # fmt: skip
"""How to write a file, by its name."""

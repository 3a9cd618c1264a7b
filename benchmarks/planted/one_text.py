"""Writes one line of text as a file of each format, cut into runs however a test wants."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from html import escape

from benchmarks.planted import smallest

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
    return smallest.word(
        "<w:p>" + "".join(f"<w:r>{_word_texts(run)}</w:r>" for run in runs) + "</w:p>"
    )


def _word_texts(run: str) -> str:
    texts = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in run.split("\n"))
    return "<w:br/>".join(texts)


def workbook(runs: Runs) -> bytes:
    """An Excel file with one cell of rich text."""
    cell = "".join(f"<r><t>{escape(run)}</t></r>" for run in runs)
    return smallest.workbook(
        f'<sheetData><row r="1"><c r="A1" t="inlineStr"><is>{cell}</is></c></row></sheetData>'
    )


def slides(runs: Runs) -> bytes:
    """A PowerPoint file with one paragraph on one slide."""
    lines = "<a:br/>".join
    body = "".join(
        lines(f"<a:r><a:t>{escape(line)}</a:t></a:r>" for line in run.split("\n")) for run in runs
    )
    return smallest.deck(f"<p:sp><p:txBody><a:p>{body}</a:p></p:txBody></p:sp>")


def open_text(runs: Runs) -> bytes:
    """An OpenDocument text with a paragraph of spans."""
    spans = "".join(f"<text:span>{_lines(run, '<text:line-break/>')}</text:span>" for run in runs)
    return smallest.open_text(f"<text:p>{spans}</text:p>")


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

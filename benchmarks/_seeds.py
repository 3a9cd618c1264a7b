"""One small valid file of every format that a check reads, with an invented name in it."""

from __future__ import annotations

import io
import sys
from email.message import EmailMessage
from pathlib import Path

import docx
import openpyxl
from openpyxl.comments import Comment
from weasyprint import HTML

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.planted.one_text import WRITERS

NAME = "Rhoswen Quillfeather"
TEXT = f"The health visitor saw {NAME} on Tuesday. Nobody asked why the visits had ended."
_PAGE = f'<html lang="en"><title>Summary</title><h1>Summary</h1><p title="{NAME}">{TEXT}</p></html>'
_FROM_ONE_LINE = ("note.pptx", "note.odt")


def seeds() -> dict[str, bytes]:
    """The files by their names."""
    return {
        "report.docx": _word(),
        "report.pdf": HTML(string=_PAGE).write_pdf(pdf_variant="pdf/ua-1"),
        "report.xlsx": _workbook(),
        **{name.replace("note", "report"): WRITERS[name]([TEXT]) for name in _FROM_ONE_LINE},
        "report.rtf": rf"{{\rtf1\ansi{{\info{{\author {NAME}}}}}\pard {TEXT}\par}}".encode(),
        "report.eml": _message(),
        "report.html": _PAGE.encode(),
        "report.md": f"# Summary\n\n{TEXT}\n\n<!-- {NAME} -->\n\n| A | B |\n|---|---|\n".encode(),
        "report.txt": f"SUMMARY\n\n{TEXT}\n".encode(),
    }


def _word() -> bytes:
    document, out = docx.Document(), io.BytesIO()
    document.add_heading("Summary")
    paragraph = document.add_paragraph(TEXT)
    document.add_comment(paragraph.runs, text=f"{NAME} again", author=NAME, initials="RQ")
    document.sections[0].header.paragraphs[0].text = NAME
    document.core_properties.author = NAME
    document.save(out)
    return out.getvalue()


def _workbook() -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = TEXT
    sheet["B2"].comment = Comment(NAME, NAME)
    book.create_sheet("Notes").sheet_state = "hidden"
    book["Notes"]["A1"] = NAME
    book.save(out)
    return out.getvalue()


def _message() -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = f"{NAME} <office@board.example>", "author@board.example"
    message["Subject"] = f"About {NAME}"
    message.set_content(TEXT)
    message.add_alternative(_PAGE, subtype="html")
    message.add_attachment(TEXT.encode(), "text", "plain", filename="note.txt")
    return message.as_bytes()

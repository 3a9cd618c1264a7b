"""One small valid file of every format that a check reads, with an invented name in it."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import docx
import openpyxl
from openpyxl.comments import Comment
from weasyprint import HTML

NAME = "Rhoswen Quillfeather"
TEXT = f"The health visitor saw {NAME} on Tuesday. Nobody asked why the visits had ended."
_PAGE = f'<html lang="en"><title>Summary</title><h1>Summary</h1><p title="{NAME}">{TEXT}</p></html>'
_ODF = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">'
    f"<office:body><office:text><text:p>{TEXT}</text:p></office:text></office:body>"
    "</office:document-content>"
)
_SLIDE = (
    '<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:cSld><p:spTree><p:sp>'
    f"<p:txBody><a:p><a:r><a:t>{TEXT}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>"
)
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_MANIFEST = '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'


def seeds() -> dict[str, bytes]:
    """The files by their names."""
    return {
        "report.docx": _word(),
        "report.pdf": HTML(string=_PAGE).write_pdf(pdf_variant="pdf/ua-1"),
        "report.xlsx": _workbook(),
        "report.pptx": _packed({"[Content_Types].xml": _TYPES, "ppt/slides/slide1.xml": _SLIDE}),
        "report.odt": _packed(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": _ODF,
                "META-INF/manifest.xml": _MANIFEST,
            }
        ),
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


def _packed(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()

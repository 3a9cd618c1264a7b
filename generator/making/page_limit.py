"""Some reports may not be longer than the procedure says: their sides are counted on the PDF."""

from __future__ import annotations

import io

from generator.catalogue import DocumentType
from redaction.errors import TemplateError


def refuse_too_long(document: DocumentType, content: bytes, name: str) -> None:
    """Raise ``TemplateError`` where ``content`` has more sides of A4 than ``document`` may have.

    ``content`` is a Word or a PDF file, as the ending of ``name`` says. Bedfordshire 2007 §12.2
    allows the report of an interagency management review twelve; the number stands in the
    catalogue.
    """
    if not document.page_limit:
        return
    sides = sides_of(content, name)
    if sides > document.page_limit:
        raise TemplateError.because(
            name,
            f"it has {sides} sides of A4, and may have at most {document.page_limit}"
            f" ({document.source})",
            f"Shorten it by {sides - document.page_limit}; until then it is only a draft",
        )


def sides_of(content: bytes, name: str) -> int:
    """How many pages a PDF file has, or the PDF of a Word file."""
    from pypdf import PdfReader  # loaded only for the documents that have a limit
    from pypdf.errors import PyPdfError

    from generator.pdf import word_to_pdf

    is_pdf = name.lower().endswith(".pdf")
    try:
        return len(
            PdfReader(io.BytesIO(content if is_pdf else word_to_pdf(content, name=name))).pages
        )
    except PyPdfError as error:
        raise TemplateError.because(
            name, "it can't be read as a PDF file", "Make the PDF again from the Word file"
        ) from error

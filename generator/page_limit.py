"""Some reports may not be longer than the procedure says: their sides are counted on the PDF."""

from __future__ import annotations

import io

from generator.catalogue import DocumentType
from redaction.errors import TemplateError


def refuse_too_long(document: DocumentType, word: bytes, name: str) -> None:
    """Raise ``TemplateError`` where ``word`` has more sides of A4 than ``document`` may have.

    ``name`` is what the message calls the file. Bedfordshire 2007 §12.2 allows the report of an
    interagency management review twelve; the number stands in the catalogue.
    """
    if not document.page_limit:
        return
    sides = sides_of(word, name)
    if sides > document.page_limit:
        raise TemplateError.because(
            name,
            f"it has {sides} sides of A4, and may have at most {document.page_limit}"
            f" ({document.source})",
            f"Shorten it by {sides - document.page_limit}; until then it is only a draft",
        )


def sides_of(word: bytes, name: str) -> int:
    """How many pages the PDF of a Word file has."""
    from pypdf import PdfReader  # loaded only for the documents that have a limit

    from generator.pdf import word_to_pdf

    return len(PdfReader(io.BytesIO(word_to_pdf(word, name=name))).pages)

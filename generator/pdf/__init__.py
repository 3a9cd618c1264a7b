"""PDF from a filled Word file, with the same content and the same look."""

from generator.pdf.convert import word_to_pdf

__all__ = ["word_to_pdf"]

"""A Word file as HTML: what Word prints, with its structure, and nothing that it hides."""

from publication.report.word.document import word_html

__all__ = ["word_html"]

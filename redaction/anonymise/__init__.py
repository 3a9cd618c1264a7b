"""Makes an anonymised copy of a Word file: names replaced, everything hidden left out."""

from __future__ import annotations

from redaction.anonymise.word import Anonymised, Find, anonymise_word

__all__ = ["Anonymised", "Find", "anonymise_word"]

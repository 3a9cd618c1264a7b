"""The search of a finished site for text that may not be there, also after the text is deleted."""

from publication.residue.fingerprints import Fingerprints, fingerprints
from publication.residue.remember import Searched
from publication.residue.search import PublicTexts, search
from publication.residue.texts import plain_text
from publication.residue.words import words

__all__ = [
    "Fingerprints",
    "PublicTexts",
    "Searched",
    "fingerprints",
    "plain_text",
    "search",
    "words",
]

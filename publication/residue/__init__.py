"""Gone means gone: what is withheld is known by keyed values and looked for on the whole site."""

from publication.residue.fingerprints import Fingerprints, fingerprints
from publication.residue.readings import plain_text
from publication.residue.search import PublicTexts, search

__all__ = ["Fingerprints", "PublicTexts", "fingerprints", "plain_text", "search"]

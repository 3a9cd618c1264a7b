"""Where pages are made: unchanged ones are taken over from the old site, the others are new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from itertools import repeat
from pathlib import Path

from publication.metadata import PublicBoard
from publication.pages.made import MadePage
from publication.pages.render import Page, render
from publication.pages.taken_over import taken_over

_ALONE = 100
"""Pages up to which one process is sooner done than several."""
_BATCH = 50
"""Pages that a process is given at a time."""


@dataclass(frozen=True)
class Press:
    """Makes pages of ``board`` in the folder ``fresh`` by the MkDocs project ``theme``.

    A page of the site in ``old`` is taken over if it is, byte for byte, the one that was made
    ``before`` and would be made the same again: ``sources`` stands for the board, the templates
    and the program that fills them.
    """

    board: PublicBoard
    sources: str
    theme: Path
    fresh: Path
    old: Path
    before: Mapping[str, MadePage]

    def make(self, pages: Sequence[Page], processes: int = 1) -> dict[str, MadePage]:
        """Make ``pages``, over so many ``processes`` if they are many; what was made, by path.

        Raises ``PublicationError`` if what a page shows can't be read, ``OSError`` if a page
        can't be written.
        """
        keys = {page.path: self._key(page) for page in pages}
        made = {path: self.before[path] for path, key in keys.items() if self._stands(path, key)}
        anew = [page for page in pages if page.path not in made]
        for page, digest in zip(anew, self._rendered(anew, processes), strict=True):
            made[page.path] = MadePage(key=keys[page.path], sha256=digest)
        return made

    def _rendered(self, pages: Sequence[Page], processes: int) -> list[str]:
        """The sha256 of each page, in order."""
        where = self.board, self.theme / "mkdocs.yml", self.fresh
        if processes == 1 or len(pages) <= _ALONE:
            return render(pages, *where)
        batches = [pages[at : at + _BATCH] for at in range(0, len(pages), _BATCH)]
        with ProcessPoolExecutor(processes) as pool:
            digests = pool.map(render, batches, *map(repeat, where))
            return [digest for batch in digests for digest in batch]

    def _stands(self, path: str, key: str) -> bool:
        """Whether the old page is as it was made, and would be again; it is then in ``fresh``."""
        known = self.before.get(path)
        if known is None or known.key != key:
            return False
        return taken_over(path, self.old, self.fresh, known.sha256)

    def _key(self, page: Page) -> str:
        """What stands for all that ``page`` is made from."""
        parts = self.sources, page.template, page.path, page.title, page.made_from
        return sha256("\0".join(parts).encode()).hexdigest()

"""Which paragraphs of a template stay on one page with what follows, so that none ends a page.

Headings do so by their style. A sentence that leads in a list or a table has no style of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.blocks import BODY, NUMBERED, Block, Paragraph, Table

_LISTS = ("List Bullet", NUMBERED)
_ENDINGS = ("Closing", "Contact Box")
"""The end of a letter, and of a page for the public: never on a page by themselves."""


def lead_ins(blocks: Sequence[Block]) -> frozenset[int]:
    """The places of the paragraphs of plain text that lead in what follows them."""
    shown = [(n, block) for n, block in enumerate(blocks) if not _is_tag(block)]
    pairs = pairwise(shown)
    return frozenset(n for (n, block), (_, after) in pairs if _leads_in(block, after))


def _is_tag(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.text.startswith("{%p")


def _leads_in(block: Block, after: Block) -> bool:
    if not isinstance(block, Paragraph) or block.style != BODY:
        return False
    if isinstance(after, Paragraph) and after.style in _ENDINGS:
        return True
    listed = isinstance(after, Table) or (isinstance(after, Paragraph) and after.style in _LISTS)
    return listed and block.text.endswith(":")

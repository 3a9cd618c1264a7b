"""The sides of a leaflet: written in the order of reading, printed in the order of the fold.

A leaflet is a sheet of A4 that is folded once. Its text has the front, the two sides inside and
the back, with a column break between them; on the paper the back stands left of the front.
"""

from __future__ import annotations

from generator.authoring.blocks import Block, ColumnBreak
from redaction.errors import TemplateError

LEAFLET = "leaflet"
"""The layout's name in the house style."""
SIDES = 4


def as_folded(blocks: tuple[Block, ...], layout: str) -> tuple[Block, ...]:
    """The blocks in the order in which they stand on the paper.

    The back of a folded sheet is printed left of its front. Other layouts have no column breaks.
    """
    if layout != LEAFLET:
        return tuple(block for block in blocks if not isinstance(block, ColumnBreak))
    *inside, back = _sides(blocks)
    return _joined([back, *inside])


def as_read(blocks: tuple[Block, ...], layout: str) -> tuple[Block, ...]:
    """The blocks of a Word file in the order in which they are read: ``as_folded`` undone."""
    if layout != LEAFLET or sum(isinstance(block, ColumnBreak) for block in blocks) == 0:
        return blocks
    back, *inside = _sides(blocks)
    return _joined([*inside, back])


def _sides(blocks: tuple[Block, ...]) -> list[tuple[Block, ...]]:
    sides: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, ColumnBreak):
            sides.append([])
        else:
            sides[-1].append(block)
    if len(sides) != SIDES:
        raise TemplateError.because(
            "the text",
            f"a leaflet has {SIDES} sides, and this text has {len(sides)}",
            "Put [column break] between the front, the two sides inside and the back",
        )
    return [tuple(side) for side in sides]


def _joined(sides: list[tuple[Block, ...]]) -> tuple[Block, ...]:
    first, *others = sides
    joined = list(first)
    for side in others:
        joined += [ColumnBreak(), *side]
    return tuple(joined)

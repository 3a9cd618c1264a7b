"""Texts joined to batches that are looked at together, and the way back to each text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

_PIECE = 20_000
"""Characters that are looked at together; bounds what one hostile stretch of text can cost."""
_OVERLAP = 300
_WALL = "\n\x00\n"
"""Stands between passages that are looked at together; nothing that is found reaches across.

Its character is one that no plain or folded view leaves out and no pattern takes for a gap.
"""


@dataclass(frozen=True)
class Piece:
    """A stretch of text number ``index`` that begins at its character ``offset``."""

    index: int
    offset: int
    text: str
    last: bool
    """Whether the text ends with it."""


class Batch:
    """Some ``pieces`` as one ``text``."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.text = _WALL.join(piece.text for piece in pieces)
        self._pieces = pieces
        lengths = (len(piece.text) + len(_WALL) for piece in pieces)
        self._starts = list(accumulate(lengths, initial=0))

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Which text ``start`` to ``end`` is of, and how much further on it is there.

        None where it reaches across a wall, or where a cut goes through it: the piece before or
        after has it whole.
        """
        number = bisect_right(self._starts, start) - 1
        piece, first = self._pieces[number], self._starts[number]
        last = first + len(piece.text)
        cut = (piece.offset and start == first) or (not piece.last and end == last)
        return None if cut or end > last else (piece.index, piece.offset - first)


def batches(texts: Iterable[str]) -> Iterator[Batch]:
    """``texts`` in as few batches as may be; a longer one is cut to pieces that overlap."""
    waiting: list[Piece] = []
    size = 0
    for piece in _pieces(texts):
        if waiting and size + len(piece.text) > _PIECE:
            yield Batch(waiting)
            waiting, size = [], 0
        waiting.append(piece)
        size += len(piece.text)
    if waiting:
        yield Batch(waiting)


def _pieces(texts: Iterable[str]) -> Iterator[Piece]:
    """What one cut breaks, the next piece has whole."""
    for index, text in enumerate(texts):
        offset = 0
        while offset + _PIECE < len(text):
            yield Piece(index, offset, text[offset : offset + _PIECE], last=False)
            offset += _PIECE - _OVERLAP
        yield Piece(index, offset, text[offset:], last=True)

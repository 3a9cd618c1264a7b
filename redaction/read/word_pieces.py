"""The pieces of a paragraph, and the words that a reader of the page would not see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Sight(StrEnum):
    """How a piece of text stands on the page."""

    PLAIN = "plain"
    """Seen."""
    INSERTED = "inserted"
    """Seen; a tracked change that can be rejected."""
    DELETED = "deleted text"
    """A tracked deletion, or the place that moved text came from."""
    HIDDEN = "hidden text"
    """Hidden, white on white, tiny, or inside a field."""


@dataclass(frozen=True)
class Piece:
    """A run of a paragraph's text. ``by`` names the author of a tracked change."""

    text: str
    sight: Sight = Sight.PLAIN
    by: str = ""

    @property
    def seen(self) -> bool:
        """Whether the piece is part of the text on the page."""
        return self.sight in (Sight.PLAIN, Sight.INSERTED)


@dataclass(frozen=True)
class Stretch:
    """Unseen words, and what they are in an author's words."""

    text: str
    words: str


def unseen_stretches(pieces: list[Piece]) -> Iterator[Stretch]:
    """The deleted and the hidden stretches of a paragraph, widened to whole words.

    A name may be half seen and half hidden, so the letters that touch a stretch belong to it.
    """
    sights = {piece.sight for piece in pieces}
    if Sight.DELETED in sights:
        kept = [piece for piece in pieces if piece.sight in (Sight.PLAIN, Sight.DELETED)]
        yield from _stretches(kept, Sight.DELETED)
    if Sight.HIDDEN in sights:
        kept = [piece for piece in pieces if piece.sight is not Sight.DELETED]
        yield from _stretches(kept, Sight.HIDDEN)
    if Sight.INSERTED in sights:
        yield from _words_before_insertion(pieces)


def _stretches(pieces: list[Piece], sight: Sight) -> Iterator[Stretch]:
    text = "".join(piece.text for piece in pieces)
    for start, end, by in _ranges(pieces, sight):
        if text[start:end].strip():
            words = f"{sight.value} (tracked change by {by})" if by else sight.value
            yield Stretch(_widened(text, start, end), words)


def _ranges(pieces: list[Piece], sight: Sight) -> list[tuple[int, int, str]]:
    """Where neighbouring pieces of ``sight`` stand in the joined text, and who made them."""
    ranges: list[tuple[int, int, str]] = []
    position = 0
    for piece in pieces:
        end = position + len(piece.text)
        if piece.sight is sight:
            if ranges and ranges[-1][1] == position:
                ranges[-1] = (ranges[-1][0], end, ranges[-1][2])
            else:
                ranges.append((position, end, piece.by))
        position = end
    return ranges


def _words_before_insertion(pieces: list[Piece]) -> Iterator[Stretch]:
    """Words that an insertion cut in two: rejecting it brings them back."""
    text = "".join(piece.text for piece in pieces if piece.sight is Sight.PLAIN)
    position = 0
    cuts: set[int] = set()
    for piece in pieces:
        if piece.sight is Sight.PLAIN:
            position += len(piece.text)
        elif piece.sight is Sight.INSERTED:
            cuts.add(position)
    for cut in sorted(cuts):
        if 0 < cut < len(text) and not (text[cut - 1].isspace() or text[cut].isspace()):
            yield Stretch(_widened(text, cut, cut), "text before a tracked insertion")


def _widened(text: str, start: int, end: int) -> str:
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end]

"""What holds at one point of a Rich Text file: where text goes, and whether it is seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from redaction.read.word_pieces import Piece, Sight

_TINY_HALF_POINTS = 4


@dataclass
class Collector:
    """Where text goes until its destination ends: pieces of a paragraph, or hexadecimal digits."""

    kind: str
    where: str
    hidden: bool
    pieces: list[Piece] = field(default_factory=list)
    binary: list[bytes] = field(default_factory=list)
    author: str = ""

    @property
    def text(self) -> str:
        """All of it, seen or not."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class State:
    """The state of a group; a group inside starts with a copy of it."""

    collector: Collector
    code_page: str = "cp1252"
    fallback: int = 1
    """How many characters after a Unicode one are for old programs."""
    vanish: bool = False
    deleted: bool = False
    revised: bool = False
    author: int = 0
    deleter: int = 0
    white: bool = False
    shaded: bool = False
    paragraph_shaded: bool = False
    cell_shaded: bool = False
    tiny: bool = False
    starred: bool = False
    fresh: bool = True
    """Whether nothing but the star came in this group yet."""

    def inside(self) -> State:
        """The state at the start of a group in this one; quicker than a copy."""
        return State(
            self.collector, self.code_page, self.fallback, self.vanish, self.deleted, self.revised,
            self.author, self.deleter, self.white, self.shaded, self.paragraph_shaded,
            self.cell_shaded, self.tiny,
        )  # fmt: skip

    def plain(self) -> None:
        """Take character formatting off."""
        self.vanish = self.deleted = self.revised = False
        self.white = self.shaded = self.tiny = False

    def sight(self) -> Sight:
        """Whether text at this point is seen."""
        if self.deleted:
            return Sight.DELETED
        on_ground = self.shaded or self.paragraph_shaded or self.cell_shaded
        if self.vanish or self.tiny or (self.white and not on_ground):
            return Sight.HIDDEN
        return Sight.INSERTED if self.revised else Sight.PLAIN

    def size(self, half_points: int | None) -> None:
        """Note the size of letters."""
        self.tiny = half_points is not None and 0 < half_points <= _TINY_HALF_POINTS


def _setter(name: str) -> Callable[[State, int], None]:
    def set_value(state: State, number: int) -> None:
        setattr(state, name, bool(number))

    return set_value


def _numbers(name: str) -> Callable[[State, int], None]:
    def set_value(state: State, number: int) -> None:
        setattr(state, name, number)

    return set_value


def _pard(state: State, _: int) -> None:
    state.paragraph_shaded = False


FORMATS: dict[str, Callable[[State, int], None]] = {
    "v": _setter("vanish"), "deleted": _setter("deleted"), "revised": _setter("revised"),
    "revauth": _numbers("author"), "revauthdel": _numbers("deleter"), "uc": _numbers("fallback"),
    "fs": State.size, "plain": lambda state, _: state.plain(), "pard": _pard,
    "trowd": lambda state, _: setattr(state, "cell_shaded", False),
}  # fmt: skip
"""Control words that change the state, each with what it does to it."""

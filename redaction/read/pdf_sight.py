"""Tells which text of a PDF page a reader can't see: invisible, white, covered, off the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

_INVISIBLE = "invisible text"
_COVERED = "text under a box"
_UNAPPLIED = "text under an unapplied redaction"
_LAYER = "text in a layer that is switched off"
_SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})
_FILLS = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"})
_ENDS_OF_PATH = frozenset({b"n", b"S", b"s", *_FILLS})
_TINY_POINTS = 1.5
_WHITE_FROM = 0.97
_SAME_WORDS = 15
"""Points between two hidden stretches of a line that still belong together."""
_MAX_COVERS = 2_000
"""Of a page with more boxes (a map, a plan) the last ones painted count; they lie on top."""


@dataclass(frozen=True)
class Box:
    """A rectangle in the page's points."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def could_cover(self) -> bool:
        """Whether the box is large enough to hide a word."""
        return self.right - self.left > 4 and self.top - self.bottom > 3

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in the box."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


@dataclass(frozen=True)
class _State:
    """What of the graphics state decides whether text is seen."""

    white: bool = False
    mode: int = 0
    size: float = 12.0


@dataclass
class _Shown:
    """One show operation: from ``left`` to ``right`` at height ``y``, and why it is unseen."""

    order: int
    left: float
    y: float
    right: float
    why: str


@dataclass
class PageSight:
    """Watches pypdf extract a page; pass its two methods as visitors.

    ``page`` is the visible box of the page, ``layers_off`` the names of the page's resources
    that belong to layers which are switched off.
    """

    page: Box
    layers_off: frozenset[str] = frozenset()
    redactions: tuple[Box, ...] = ()
    """Where text was marked to be removed, and never was."""
    _state: _State = field(default_factory=_State)
    _stack: list[_State] = field(default_factory=list)
    _marked: list[bool] = field(default_factory=list)
    _path: list[Box] = field(default_factory=list)
    _covers: list[tuple[int, Box]] = field(default_factory=list)
    _pending: list[_Shown] = field(default_factory=list)
    _chunks: list[tuple[str, list[_Shown]]] = field(default_factory=list)
    operations: int = 0
    """How many operations the page took."""

    def operation(self, operator: bytes, operands: Sequence[Any], cm: Any, tm: Any) -> None:
        """Follow one operation of the page's program, before pypdf does."""
        self.operations += 1
        if operator in _SHOWS:
            self._show(cm, tm)
        elif operator == b"q":
            self._stack.append(self._state)
        elif operator == b"Q" and self._stack:
            self._state = self._stack.pop()
        elif operator in (b"BDC", b"BMC"):
            off = len(operands) > 1 and str(operands[1]) in self.layers_off
            self._marked.append(off and str(operands[0]) == "/OC")
        elif operator == b"EMC" and self._marked:
            self._marked.pop()
        elif operator == b"re" and len(operands) >= 4:
            self._path.append(_placed([float(number) for number in operands[:4]], cm))
        elif operator in _ENDS_OF_PATH:
            if operator in _FILLS:
                painted = [(self.operations, box) for box in self._path if box.could_cover]
                self._covers = [*self._covers, *painted][-_MAX_COVERS:]
            self._path.clear()
        else:
            self._set(operator, operands)

    def _set(self, operator: bytes, operands: Sequence[Any]) -> None:
        if operator in (b"g", b"rg", b"k", b"sc", b"scn"):
            numbers = [float(each) for each in operands if isinstance(each, (int, float))]
            if len(numbers) == 4:
                white = max(numbers) <= 1 - _WHITE_FROM
            else:
                white = bool(numbers) and min(numbers) >= _WHITE_FROM
            self._state = replace(self._state, white=white)
        elif operator == b"Tr" and operands:
            self._state = replace(self._state, mode=int(operands[0]))
        elif operator == b"Tf" and len(operands) > 1:
            self._state = replace(self._state, size=abs(float(operands[1])))

    def _show(self, cm: Any, tm: Any) -> None:
        x, y = _point(float(tm[4]), float(tm[5]), cm)
        scale = abs(float(tm[3]) or float(tm[1])) * (abs(float(cm[3]) or float(cm[1])))
        size = self._state.size * scale
        why = ""
        if any(self._marked):
            why = _LAYER
        elif self._state.mode in (3, 7) or size < _TINY_POINTS or not self.page.holds(x, y):
            why = _INVISIBLE
        elif self._state.white:
            why = "" if self._on_a_box(x, y + size / 3) else _INVISIBLE
        self._pending.append(_Shown(self.operations, x, y + size / 3, x, why))

    def _on_a_box(self, x: float, y: float) -> bool:
        """Whether something was painted under white text, so that it can be seen."""
        return any(box.holds(x, y) for _, box in self._covers)

    def after(self, operator: bytes, operands: Sequence[Any], cm: Any, tm: Any) -> None:
        """Note where a show operation ended."""
        if operator in _SHOWS and self._pending:
            self._pending[-1].right = _point(float(tm[4]), float(tm[5]), cm)[0]

    def text(self, text: str, cm: Any, tm: Any, font: Any, size: Any) -> None:
        """Take the text that the operations since the last call showed."""
        if text.strip():
            self._chunks.append((text, self._pending))
            self._pending = []

    def unseen(self) -> Iterator[tuple[str, str]]:
        """Each text that can't be seen with what hides it, in the order of the page."""
        for text, shown in self._chunks:
            left = min((each.left for each in shown), default=0.0)
            right = max((each.right for each in shown), default=0.0)
            ranges = [found for each in shown for found in self._hidden_ranges(each)]
            for start, end, why in _merged(ranges):
                yield _words_between(text, left, right, start, end), why

    def _hidden_ranges(self, shown: _Shown) -> Iterator[tuple[float, float, str]]:
        if shown.why:
            yield shown.left, max(shown.right, shown.left), shown.why
            return
        for order, box in self._covers:
            overlaps = box.left < max(shown.right, shown.left + 1) and box.right > shown.left
            if order > shown.order and overlaps and box.bottom <= shown.y <= box.top:
                yield max(box.left, shown.left), min(box.right, shown.right), _COVERED
        for box in self.redactions:
            right = max(shown.right, shown.left + 1)
            if box.left < right and box.right > shown.left and box.bottom <= shown.y <= box.top:
                yield max(box.left, shown.left), min(box.right, right), _UNAPPLIED


def _merged(ranges: list[tuple[float, float, str]]) -> list[tuple[float, float, str]]:
    """Neighbouring ranges that are hidden alike, as one."""
    merged: list[tuple[float, float, str]] = []
    for start, end, why in sorted(ranges):
        if merged and merged[-1][2] == why and start <= merged[-1][1] + _SAME_WORDS:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end), why)
        else:
            merged.append((start, end, why))
    return merged


def _point(x: float, y: float, cm: Any) -> tuple[float, float]:
    return (
        x * float(cm[0]) + y * float(cm[2]) + float(cm[4]),
        x * float(cm[1]) + y * float(cm[3]) + float(cm[5]),
    )


def _placed(rectangle: list[float], cm: Any) -> Box:
    x, y, width, height = rectangle
    corners = [_point(x, y, cm), _point(x + width, y + height, cm)]
    xs, ys = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _words_between(text: str, left: float, right: float, start: float, end: float) -> str:
    """The words of a line from ``left`` to ``right`` that stand between two places on it.

    Widths of letters differ, so a word more on either side is taken rather than one too few.
    """
    if right <= left or (start <= left and end >= right):
        return text
    scale = len(text) / (right - left)
    first = max(int((start - left) * scale) - 1, 0)
    last = min(int((end - left) * scale) + 2, len(text))
    while first > 0 and not text[first - 1].isspace():
        first -= 1
    while last < len(text) and not text[last].isspace():
        last += 1
    return text[first:last]

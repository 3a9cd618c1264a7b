"""The tables of a Rich Text file: fonts with their character sets, and colours."""

from __future__ import annotations

from redaction.read.rtf_places import CODE_PAGES
from redaction.read.rtf_state import State

_WHITE = (255, 255, 255)
TABLE_WORDS = frozenset(
    {
        "f", "fcharset", "ansicpg", "mac", "red", "green", "blue", "cf", "cb", "highlight",
        "chcbpat", "cbpat", "clcbpat",
    }
)  # fmt: skip
"""Control words that fill a table or refer to one."""


class Tables:
    """What fonts and colours are by number; control words are followed as they come."""

    def __init__(self) -> None:
        self._colour: list[int] = []
        self._colours: list[tuple[int, ...]] = []
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._page = "cp1252"

    def end_colours(self, count: int) -> None:
        """Keep the colour that was described, and ``count`` - 1 empty ones."""
        self._colours.extend([tuple(self._colour)] * count)
        self._colour = []

    def follow(self, word: str, number: int, state: State) -> None:
        """Do what one of ``TABLE_WORDS`` says, to the tables or to the state."""
        if word in ("red", "green", "blue"):
            self._colour = [number] if word == "red" else [*self._colour[:2], number]
        elif word == "cf":
            state.white = self._colour_of(number) == _WHITE
        elif word == "cbpat":
            state.paragraph_shaded = self._is_ground(number)
        elif word == "clcbpat":
            state.cell_shaded = state.cell_shaded or self._is_ground(number)
        elif word in ("cb", "highlight", "chcbpat"):
            state.shaded = self._is_ground(number)
        else:
            self._code_page(word, number, state)

    def _code_page(self, word: str, number: int, state: State) -> None:
        if word == "f":
            self._font = number
        elif word == "fcharset":
            self._fonts[self._font] = CODE_PAGES.get(number, "")
        else:
            self._page = "mac_roman" if word == "mac" else _known_page(number, self._page)
            self._font = -1
        state.code_page = self._fonts.get(self._font) or self._page

    def _colour_of(self, number: int) -> tuple[int, ...]:
        return self._colours[number] if 0 <= number < len(self._colours) else ()

    def _is_ground(self, number: int) -> bool:
        return number > 0 and self._colour_of(number) not in ((), _WHITE)


def _known_page(number: int, otherwise: str) -> str:
    try:
        b"a".decode(f"cp{number}")
    except LookupError:
        return otherwise
    return f"cp{number}"

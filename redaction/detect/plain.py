"""A plain view of a text, in which tricks of writing are undone, with the way back.

Invisible characters, full-width letters, curly quotes and odd spaces hide a name from a search but
not from a reader. Both views here keep, for every character, its place in the text they came from.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

_INVISIBLE = frozenset(
    {"\u00ad", "\u034f", "\u061c", "\u115f", "\u1160", "\u17b4", "\u17b5", "\u3164"}
)
_ODD = {
    "‘": "'",
    "’": "'",
    "ʼ": "'",
    "′": "'",
    "`": "'",
    "´": "'",
    "“": '"',
    "”": '"',
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "–": "-",
    "—": "-",
    "−": "-",
    "\u2028": "\n",
    "\u2029": "\n",
    "\r": " ",
    "\v": "\n",
    "\f": "\n",
}
_NO_DECOMPOSITION = {
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ħ": "h", "Ħ": "H",
    "ı": "i", "ŧ": "t", "Ŧ": "T", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE",
    "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
}  # fmt: skip
_LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕԁһԛԝвкмнтАВЕКМНОРСТУХІЈЅοανικρτυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijsdhqwbkmhtABEKMHOPCTYXIJSoavikptuABEZHIKMNOPTYX",
)
"""Cyrillic and Greek letters that look like Latin ones, Cyrillic ones in both cases."""


_TO_CHANGE = re.compile("[^\x0e-\x7e]")
"""Everything but ASCII letters, digits and signs, which stand for themselves."""


@dataclass(frozen=True)
class PlainText:
    """``text``, and for each of its characters the place it has in the original."""

    text: str
    places: tuple[int, ...] | None
    length: int = field(default=0)
    """Code points of the original; ``places`` is None where nothing moved."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the original that ``start`` to ``end`` of this text stand for."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1

    def position(self, place: int) -> int:
        """Where in this text the original's code point ``place`` (or the next kept one) is."""
        return place if self.places is None else bisect_left(self.places, place)


def plain(text: str) -> PlainText:
    """``text`` without invisible characters, in compatible letters, plain quotes and dashes."""
    if text.isascii() and "\r" not in text and "\v" not in text and "\f" not in text:
        return PlainText(text, None, len(text))
    return _mapped(text, _plain_character)


@lru_cache(maxsize=8)
def folded(text: str) -> PlainText:
    """The plain view, further in basic Latin letters of the same case.

    Accents and look-alike letters of other alphabets are undone. Every layer asks for the same few
    stretches of text in turn, so the last ones are kept.
    """
    if text.isascii():
        return PlainText(text, None, len(text))
    return _mapped(text, _folded_character)


def _mapped(text: str, change: Callable[[str], str]) -> PlainText:
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for hit in _TO_CHANGE.finditer(text):
        place = hit.start()
        changed = change(hit[0])
        parts += text[at:place], changed
        places.extend(range(at, place))
        places.extend([place] * len(changed))
        at = place + 1
    parts.append(text[at:])
    places.extend(range(at, len(text)))
    return PlainText("".join(parts), tuple(places), len(text))


@lru_cache(maxsize=4096)
def _plain_character(character: str) -> str:
    if character in _ODD:
        return _ODD[character]
    if character in _INVISIBLE or unicodedata.category(character) in ("Cf", "Co"):
        return ""
    if character.isspace():
        return character if character in "\n\t" else " "
    compatible = unicodedata.normalize("NFKC", character)
    return " " if compatible.isspace() else compatible


@lru_cache(maxsize=4096)
def _folded_character(character: str) -> str:
    character = _plain_character(character)
    if character in _NO_DECOMPOSITION:
        return _NO_DECOMPOSITION[character]
    base = "".join(
        part for part in unicodedata.normalize("NFKD", character) if not unicodedata.combining(part)
    )
    return base.translate(_LOOK_ALIKES)

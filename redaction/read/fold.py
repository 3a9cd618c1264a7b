"""Text as a reader perceives it: no invisible characters, no ligatures, so that no name hides."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

# Soft hyphen, combining grapheme joiner, Arabic and Mongolian marks, zero-width characters,
# direction marks, invisible operators, variation selectors, byte order mark, tag characters.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e01ef]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True)
class Folded:
    """A folded text and, per code point, where it came from in the original.

    Code point ``i`` of ``text`` stands for ``original[starts[i]:ends[i]]``.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def fold(text: str) -> str:
    """``text`` in Unicode NFKC, without soft hyphens, zero-width and control characters."""
    if text.isascii() and not _CONTROL.search(text):
        return text
    return _CONTROL.sub("", unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)))


def fold_with_origins(text: str) -> Folded:
    """The same as ``fold``, remembering which original code points each one stands for."""
    if text.isascii() and not _CONTROL.search(text):
        return Folded(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        piece = fold(text[start:end])
        pieces.append(piece)
        starts.extend([start] * len(piece))
        ends.extend([end] * len(piece))
    return Folded("".join(pieces), tuple(starts), tuple(ends))


def _clusters(text: str) -> list[tuple[int, int]]:
    """The ranges of a base character with its combining and invisible followers."""
    bounds: list[int] = []
    for index, character in enumerate(text):
        if index == 0 or not (unicodedata.combining(character) or _INVISIBLE.match(character)):
            bounds.append(index)
    bounds.append(len(text))
    return list(pairwise(bounds))


_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bFitz)(?=[A-ZÀ-Þ])")
_LETTERS_THEN_DIGIT = re.compile(r"(?<=[^\W\d_]{3})(?=\d)|(?<=\d)(?=[^\W\d_]{3})")


def spell_out(identifier: str) -> str:
    """An identifier as words: ``OkoroReport_v2`` becomes ``Okoro Report v2``.

    For names that programs demand without spaces: bookmarks, styles, files, link targets.
    """
    spaced = _CAMEL.sub(" ", fold(identifier).replace("_", " "))
    return _LETTERS_THEN_DIGIT.sub(" ", spaced).strip()

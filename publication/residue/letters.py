"""A text as its letters and digits alone: no space, mark, tag or line break hides a sentence."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]

INLINE_TAG, BLOCK_TAG = "\x01", "\x02"
"""What stands for a tag inside a line of text, and for any other, where markup was read."""

_PLANE = 0x10000
"""Letters beyond the first plane that have no simpler form are passed over."""
_JOINERS = "'’ʼ\u00ad\u200b\u200c\u200d\u2060\ufeff" + INLINE_TAG
_BLOCK_ENDS = '\n|"“”–—·•()<>={}[]' + BLOCK_TAG
_SENTENCE_ENDS = '.!?;:…|"“”•·<>={}[]' + BLOCK_TAG
_SPLITS = (
    _SENTENCE_ENDS,  # a sentence over several lines, partly bold
    _SENTENCE_ENDS + INLINE_TAG + "\n",  # a sentence on its own line, without an end
    _BLOCK_ENDS,  # a heading with a colon in it
    _SENTENCE_ENDS + _BLOCK_ENDS + INLINE_TAG + ",'‘’/_&#?+",  # a title in a reference or a path
)


@dataclass(frozen=True)
class Letters:
    """``codes`` of the letters in a row, as they are compared: without case and accents."""

    codes: NDArray[np.uint16]
    _points: NDArray[np.integer]
    _kept: NDArray[np.bool_]

    def units(self) -> tuple[Places, Places]:
        """Where the pieces begin and end that ends of sentences, tags and line breaks make.

        They are counted in letters; there are several ways to split, and pieces come repeatedly.
        """
        split = [self._split(ends) for ends in _SPLITS]
        starts, ends = zip(*split, strict=True)
        return np.concatenate(starts), np.concatenate(ends)

    def sentences(self) -> tuple[Places, Places]:
        """Where sentences begin and end, also those over several lines."""
        return self._split(_SENTENCE_ENDS)

    def _split(self, ends: str) -> tuple[Places, Places]:
        count = np.concatenate(([0], np.cumsum(self._kept)))
        cuts = count[:-1][_table(ends)[self._points]]
        return np.concatenate(([0], cuts)), np.concatenate((cuts, count[-1:]))

    def words(self) -> Places:
        """For every letter, how many words began up to it."""
        breaks = np.cumsum(~self._kept & ~_table(_JOINERS)[self._points])[self._kept]
        return np.cumsum(np.diff(breaks, prepend=-1) > 0)


def letters(text: str) -> Letters:
    """The letters and digits of ``text``."""
    points = _points(text)
    folded = _folding()[points]
    kept = folded > 0
    return Letters(folded[kept], points, kept)


def _points(text: str) -> NDArray[np.integer]:
    if text.isascii():
        return np.frombuffer(text.encode("ascii"), np.uint8)
    simple = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ẞ", "ss"))
    points = np.frombuffer(simple.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.minimum(points, _PLANE - 1)


@cache
def _folding() -> NDArray[np.uint16]:
    """For every character the letter that it is compared as, or 0."""
    characters = (chr(point) for point in range(_PLANE))
    return np.array(
        [ord(each.casefold()[0]) if each.isalnum() else 0 for each in characters], np.uint16
    )


@cache
def _table(characters: str) -> NDArray[np.bool_]:
    table = np.zeros(_PLANE, np.bool_)
    table[[ord(each) for each in characters]] = True
    return table

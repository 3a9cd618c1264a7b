"""Keyed values of runs of letters, and the few of them by which any copy of a text is found.

From every ``_CHOICE`` windows in a row the one with the least value is kept ("winnowing":
Schleimer, Wilkerson and Aiken, SIGMOD 2003). Two texts that have ``LONG`` letters in a row in
common have such windows in common, and so the least of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from hashlib import shake_256

import numpy as np
from numpy.typing import NDArray

from publication.residue.letters import Letters, Places

WINDOW = 24
"""Letters of a window: about five words. What is shorter is anyone's, or a title."""
_CHOICE = 13
LONG = WINDOW + _CHOICE - 1
"""Letters in a row, about eight words, whose copy is always found."""
SHORTEST = 6
"""Letters of the shortest title that is looked for: "Child W"."""

_LETTERS = 0x10000
_PIECE = 1 << 18
"""Letters that are worked on at once; more take too much memory."""

Values = NDArray[np.uint64]


class KeyedValues:
    """Values of 64 bits that nobody can work out without the key.

    A run's value is the sum of its letters' values times powers of a number, all of them drawn
    from the key, mixed at the end; so the values of all windows of a text take one pass.
    """

    def __init__(self, key: bytes) -> None:
        drawn = shake_256(b"residue" + key).digest(8 * (_LETTERS + 3))
        numbers = np.frombuffer(drawn, np.uint64)
        self._letters = numbers[:_LETTERS]
        base, self._first, self._second = numbers[_LETTERS:] | np.uint64(1)
        self._powers = _powers(int(base))
        self._inverses = _powers(pow(int(base), -1, 1 << 64))

    def chosen(self, text: Letters) -> Values:
        """The values by which ``text`` is looked through: of windows, and of every short unit.

        They come in no order, and some of them twice.
        """
        windows = [_least(windows) for windows in self.windows(text)]
        short = [values for _, _, values in self.short_units(text)]
        return np.concatenate([np.empty(0, np.uint64), *windows, *short])

    def of_sentences(self, text: Letters) -> Values:
        """The values of the chosen windows inside each sentence of ``text``.

        None reaches from a sentence into the next: how a common sentence goes on is chance.
        """
        found = [np.empty(0, np.uint64)]
        for start, end in zip(*text.sentences(), strict=True):
            if end - start >= LONG:
                sentence = text.codes[start:end]
                found += [_least(windows) for windows in self._windows_of(sentence, WINDOW)]
        return np.concatenate(found)

    def windows(self, text: Letters, length: int = WINDOW) -> Iterator[Values]:
        """The values of every run of ``length`` letters of ``text``, piece by piece."""
        return self._windows_of(text.codes, length)

    def _windows_of(self, codes: NDArray[np.uint16], length: int) -> Iterator[Values]:
        for start in range(0, len(codes), _PIECE):
            sums = self._sums(codes[start : start + _PIECE + LONG])
            if len(sums) > length:
                differences = sums[length:] - sums[:-length]
                yield self._mixed(differences * self._powers[: len(differences)])

    def short_units(self, text: Letters) -> Iterator[tuple[Places, Places, Values]]:
        """Units that are too short for windows: their starts, their ends, their values."""
        starts, ends = text.units()
        short = (ends - starts >= SHORTEST) & (ends - starts < LONG)
        starts, ends = starts[short], ends[short]
        for first in range(0, len(text.codes), _PIECE):
            here = (starts >= first) & (starts < first + _PIECE)
            sums = self._sums(text.codes[first : first + _PIECE + LONG])
            from_, to = starts[here] - first, ends[here] - first
            values = self._mixed((sums[to] - sums[from_]) * self._powers[from_])
            yield starts[here], ends[here], values

    def whole(self, text: Letters) -> int:
        """The value of a text of fewer than ``LONG`` letters as one run."""
        sums = self._sums(text.codes)
        return int(self._mixed(sums[-1:] - sums[:1])[0])

    def _sums(self, codes: NDArray[np.uint16]) -> Values:
        sums = np.zeros(len(codes) + 1, np.uint64)
        np.cumsum(self._letters[codes] * self._inverses[: len(codes)], out=sums[1:])
        return sums

    def _mixed(self, values: Values) -> Values:
        values = (values ^ (values >> np.uint64(32))) * self._first
        values = (values ^ (values >> np.uint64(29))) * self._second
        mixed: Values = values ^ (values >> np.uint64(32))
        return mixed


@lru_cache(maxsize=2)
def keyed_values(key: bytes) -> KeyedValues:
    """The values under ``key``, made once in a process."""
    return KeyedValues(key)


def _powers(base: int) -> Values:
    powers = np.full(_PIECE + LONG + 1, base, np.uint64)
    powers[0] = 1
    return np.cumprod(powers)


def _least(values: Values) -> Values:
    """The least of every ``_CHOICE`` values in a row, repetitions left out."""
    if len(values) < _CHOICE:
        return values[:0]
    span = 1
    while span * 2 <= _CHOICE:
        values, span = np.minimum(values[:-span], values[span:]), span * 2
    rest = _CHOICE - span
    values = np.minimum(values[: len(values) - rest], values[rest:])
    return values[np.concatenate(([True], values[1:] != values[:-1]))]

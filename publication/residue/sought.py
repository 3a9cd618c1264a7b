"""What must not be found on a site, ready for looking up millions of values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from publication.residue.fingerprints import Fingerprints
from publication.residue.letters import letters
from publication.residue.readings import readings
from publication.residue.values import WINDOW, Values, keyed_values

_MOST_FLAG_BITS = 24
"""A table of 16 MB, of which the texts of 1,000 reports flag a tenth."""


class Sought:
    """The values of the ``withheld`` reports under ``key``."""

    def __init__(self, withheld: Sequence[Fingerprints], key: bytes) -> None:
        self._withheld = withheld
        self._keyed = keyed_values(key)
        self._values = _Flagged([item.values() for item in withheld])
        self._lengths = {value: length for item in withheld for length, value in item.phrases}

    def among(self, values: Values) -> Values:
        """The sought ones among ``values``, each once."""
        return self._values.among(values)

    def without(self, found: Values, texts: Iterable[str]) -> Values:
        """Those of ``found`` that are in none of ``texts``; it stops when none is left."""
        lengths = {WINDOW, *(self._lengths.get(value, WINDOW) for value in found.tolist())}
        asked, left = _Flagged([found]), found
        for text in texts:
            if not len(left):
                break
            for part in map(letters, readings(text)):
                for length in lengths:
                    for values in self._keyed.windows(part, length):
                        here = asked.among(values)
                        left = np.setdiff1d(left, here, assume_unique=True) if len(here) else left
        return left

    def owners(self, values: Values) -> dict[int, set[str]]:
        """For each of ``values`` the references of the reports that it is of."""
        owners: dict[int, set[str]] = {value: set() for value in values.tolist()}
        for item in self._withheld:
            for value in np.intersect1d(values, item.values()).tolist():
                owners[value].add(item.reference)
        return owners


class _Flagged:
    """A set of values, with a table that tells at once of nearly all others that they are not."""

    def __init__(self, parts: Sequence[Values]) -> None:
        self._values = np.unique(np.concatenate([np.empty(0, np.uint64), *parts]))
        bits = min(_MOST_FLAG_BITS, max(8, len(self._values).bit_length() + 4))
        self._shift = np.uint64(64 - bits)
        self._flags = np.zeros(1 << bits, np.bool_)
        self._flags[self._values >> self._shift] = True

    def among(self, values: Values) -> Values:
        few: Values = values[self._flags[values >> self._shift]]
        if not len(few):
            return few
        places = np.searchsorted(self._values, few)
        places[places == len(self._values)] = 0
        found: Values = few[self._values[places] == few]
        return np.unique(found) if len(found) > 1 else found

"""What must not be found, ready for looking up: first by value, then for certain by hash."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from publication.residue.fingerprints import RECORD, Fingerprints
from publication.residue.words import Values, digest, row_values

_LOW_BITS = np.uint32(8)


class _Rows:
    """The rows of one length of all reports."""

    def __init__(self, records: Sequence[NDArray[Any]], owners: Sequence[int]) -> None:
        owner = np.repeat(np.array(owners, np.uint32), [len(each) for each in records])
        joined, first = np.unique(np.concatenate(records).view("V12"), return_index=True)
        rows = joined.view(RECORD)
        order = np.argsort(rows["value"], kind="stable")
        self._values: Values = np.ascontiguousarray(rows["value"][order])
        self._digests = np.ascontiguousarray(rows["digest"][order])
        self._owners = owner[first][order]
        self._first_bits = np.zeros(1 << 24, dtype=bool)
        self._first_bits[self._values >> _LOW_BITS] = True

    def places(self, values: Values) -> NDArray[np.intp]:
        """Where in ``values``, those of the rows of a text, one is among these."""
        maybe = np.flatnonzero(self._first_bits[values >> _LOW_BITS])
        if not len(maybe):
            return maybe
        at = np.searchsorted(self._values, values[maybe])
        at[at == len(self._values)] = 0
        same: NDArray[np.bool_] = self._values[at] == values[maybe]
        found: NDArray[np.intp] = maybe[same]
        return found

    def owner(self, value: int, hashed: bytes) -> int | None:
        """The number of the first report that has the row with this value and hash."""
        wanted = np.uint32(value)  # another type would have all the values copied
        first = int(np.searchsorted(self._values, wanted))
        last = int(np.searchsorted(self._values, wanted, side="right"))
        same = (at for at in range(first, last) if self._digests[at].tobytes() == hashed)
        return next((int(self._owners[at]) for at in same), None)


class Sought:
    """The ``withheld`` reports' rows of words and files."""

    def __init__(self, withheld: Sequence[Fingerprints], key: bytes) -> None:
        self._key = key
        self._references = [each.reference for each in withheld]
        records: defaultdict[int, list[NDArray[Any]]] = defaultdict(list)
        owners: defaultdict[int, list[int]] = defaultdict(list)
        for number, each in enumerate(withheld):
            for length, rows in each.records().items():
                records[length].append(rows)
                owners[length].append(number)
        self._rows = {length: _Rows(records[length], owners[length]) for length in records}

    def places(self, values: Values) -> NDArray[np.intp]:
        """Where among words with ``values`` a row may begin; wrong once in millions."""
        found = [rows.places(row_values(values, length)) for length, rows in self._rows.items()]
        return np.concatenate(found) if found else np.zeros(0, np.intp)

    def found(self, row: Sequence[str], values: Values) -> Iterator[tuple[bytes, str]]:
        """The hash of each row that stands in the words ``row``, and whose report it is of."""
        for length, rows in self._rows.items():
            in_row = row_values(values, length)
            for at in rows.places(in_row):
                hashed = digest(row[at : at + length], self._key)
                owner = rows.owner(int(in_row[at]), hashed)
                if owner is not None:
                    yield hashed, self._references[owner]

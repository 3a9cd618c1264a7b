"""Keyed hashes of one report: by them its text is found, and can't be read."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from publication.residue.words import SHINGLE_WORDS, WordValues, digest, row_values, words

RECORD = np.dtype([("value", "<u4"), ("digest", "V8")])
"""Of one row of words: the value that is looked up first, and the hash that tells for certain."""


class Fingerprints(BaseModel):
    """What is kept of the report ``reference``.

    ``rows`` are records of rows of words in base64, by the number of words in a row: every eight
    of its text, and whole titles that are shorter. ``files`` are sha256 of its files.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    reference: str
    rows: dict[int, str]
    files: tuple[str, ...]

    def records(self) -> Mapping[int, NDArray[Any]]:
        """The records by the number of words in a row. Raises ``ValueError`` if damaged."""
        return {
            length: np.frombuffer(base64.b64decode(packed, validate=True), RECORD)
            for length, packed in self.rows.items()
        }


def fingerprints(
    reference: str, texts: Iterable[str], titles: Iterable[str], files: Iterable[bytes], key: bytes
) -> Fingerprints:
    """The fingerprints of a report with ``texts``, ``titles`` and the bytes of ``files``."""
    values = WordValues(key)
    rows = [(words(text), SHINGLE_WORDS) for text in texts]
    short = [(row, len(row)) for row in map(words, titles) if 0 < len(row) < SHINGLE_WORDS]
    found: dict[int, set[tuple[int, bytes]]] = {}
    for row, length in (*rows, *short):
        for start, value in enumerate(row_values(values.of(row), length).tolist()):
            hashed = digest(row[start : start + length], key)
            found.setdefault(length, set()).add((value, hashed))
    return Fingerprints(
        reference=reference,
        rows={length: _packed(found[length]) for length in sorted(found)},
        files=tuple(sorted(sha256(content).hexdigest() for content in files)),
    )


def _packed(records: Iterable[tuple[int, bytes]]) -> str:
    ordered = np.array(sorted(records), dtype=RECORD)
    return base64.b64encode(ordered.tobytes()).decode()

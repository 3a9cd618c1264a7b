"""Words as they are compared, and their keyed values: a row of words has a value in no time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

SHINGLE_WORDS = 8
"""Eight words in a row are the report's own; fewer are anyone's."""

Values = NDArray[np.uint32]
"""One keyed value for each word, or for each row of words."""

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile(r"['’ʼ\u00ad\u200b-\u200d\u2060\ufeff]")
_DIGEST_BYTES = 8
_ODD = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
_HALF = np.uint64(32)


def words(text: str) -> list[str]:
    """The words of ``text`` as they are compared: without case, accents' forms and apostrophes."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _WORD.findall(_APOSTROPHE.sub("", plain.casefold()))


def digests(row: Sequence[str], length: int, key: bytes) -> Iterator[bytes]:
    """The keyed hash of every ``length`` words in a row: by it they are told for certain."""
    for start in range(len(row) - length + 1):
        yield digest(row[start : start + length], key)


def digest(row: Sequence[str], key: bytes) -> bytes:
    """The keyed hash of the words ``row``, 8 bytes."""
    return blake2b(" ".join(row).encode(), key=key, digest_size=_DIGEST_BYTES).digest()


class WordValues:
    """Keyed values of words, remembered: by them a row of words is told fast and nearly surely."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._known: dict[str, int] = {}

    def of(self, row: Sequence[str]) -> Values:
        """The value of each word of ``row``."""
        known = self._known
        try:
            return np.array([known[word] for word in row], dtype=np.uint32)
        except KeyError:
            for word in set(row) - known.keys():
                hashed = blake2b(word.encode(), key=self._key, digest_size=4).digest()
                known[word] = int.from_bytes(hashed, "little")
        return np.array([known[word] for word in row], dtype=np.uint32)


def row_values(values: Values, length: int) -> Values:
    """The value of every ``length`` words in a row, in order, of words with ``values``."""
    count = max(0, len(values) - length + 1)
    total = np.zeros(count, dtype=np.uint64)
    for offset in range(length):
        total *= _ODD
        total += values[offset : offset + count]
    total ^= total >> _HALF
    total *= _MIX
    mixed: NDArray[Any] = total >> _HALF
    return mixed.astype(np.uint32)

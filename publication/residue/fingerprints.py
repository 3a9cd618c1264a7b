"""Fingerprints of a report: by them its text is found after it is deleted, and can't be read."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from hashlib import sha256

import numpy as np
from pydantic import BaseModel, ConfigDict, field_validator

from publication.residue.letters import Letters, letters
from publication.residue.readings import without_markup
from publication.residue.values import LONG, SHORTEST, KeyedValues, Values, keyed_values

FEWEST_WORDS = 5
"""Words of the shortest sentence or heading that is looked for; fewer are anyone's."""


class Fingerprints(BaseModel):
    """Keyed values of one report: whoever has the key as well can test guesses, no one else.

    ``windows`` are of the text's chosen windows (base64 of 64-bit numbers, the lowest byte
    first), ``phrases`` of titles and of whole sentences that are too short for a window, each
    with its number of letters; ``files`` are sha256 of the report's file and its pictures.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    reference: str
    windows: str
    phrases: tuple[tuple[int, int], ...]
    files: tuple[str, ...]

    @field_validator("windows")
    @classmethod
    def _whole_numbers(cls, windows: str) -> str:
        try:
            whole = len(base64.b64decode(windows, validate=True)) % 8 == 0
        except ValueError:
            whole = False
        if not whole:
            raise ValueError("are damaged")
        return windows

    def values(self) -> Values:
        """All values that may not be found, in no order."""
        phrases = [value for _, value in self.phrases]
        files = [file_value(digest) for digest in self.files]
        return np.concatenate((self.window_values(), np.array(phrases + files, np.uint64)))

    def window_values(self) -> Values:
        """The values of the windows."""
        return np.frombuffer(base64.b64decode(self.windows), "<u8").astype(np.uint64)

    def joined(self, other: Fingerprints) -> Fingerprints:
        """The fingerprints of two versions of the same report."""
        windows = np.union1d(self.window_values(), other.window_values())
        return Fingerprints(
            reference=self.reference,
            windows=_packed(windows),
            phrases=tuple(sorted({*self.phrases, *other.phrases})),
            files=tuple(sorted({*self.files, *other.files})),
        )


def fingerprints(
    reference: str, texts: Iterable[str], titles: Iterable[str], files: Iterable[bytes], key: bytes
) -> Fingerprints:
    """The fingerprints of a report with ``texts`` (HTML or plain) and the bytes of ``files``."""
    keyed = keyed_values(key)
    read = [letters(part) for text in texts for part in without_markup(text)]
    named = [letters(title) for title in titles]
    phrases = [*(each for text in read for each in _short_sentences(text, keyed)),
               *(each for title in named for each in _short_title(title, keyed))]  # fmt: skip
    return Fingerprints(
        reference=reference,
        windows=_packed(_all_windows(read + named, keyed)),
        phrases=tuple(sorted(set(phrases))),
        files=tuple(sorted({sha256(content).hexdigest() for content in files})),
    )


def file_value(digest: str) -> int:
    """The value that stands for a file with this sha256 among the values of texts."""
    return int(digest[:16], 16)


def _all_windows(texts: Iterable[Letters], keyed: KeyedValues) -> Values:
    none = np.empty(0, np.uint64)
    return np.unique(np.concatenate([none, *(keyed.of_sentences(text) for text in texts)]))


def _packed(values: Values) -> str:
    return base64.b64encode(values.astype("<u8").tobytes()).decode("ascii")


def _short_sentences(text: Letters, keyed: KeyedValues) -> Iterator[tuple[int, int]]:
    begun = text.words()
    for starts, ends, values in keyed.short_units(text):
        words = begun[ends - 1] - begun[starts] + 1
        chosen = words >= FEWEST_WORDS
        yield from zip((ends - starts)[chosen].tolist(), values[chosen].tolist(), strict=True)


def _short_title(title: Letters, keyed: KeyedValues) -> Iterator[tuple[int, int]]:
    if SHORTEST <= len(title.codes) < LONG:
        yield len(title.codes), keyed.whole(title)

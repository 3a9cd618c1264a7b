"""What is in files, as keyed values, worked out over the cores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from hashlib import sha256
from pathlib import Path

import numpy as np

from casework.processors import processors
from publication.residue.fingerprints import file_value
from publication.residue.letters import letters
from publication.residue.readings import UnsearchableError, readings, texts
from publication.residue.unpack import unpacked, wholly_packed
from publication.residue.values import Values, keyed_values

_FEW = 100
"""Files that one process has read before others have started."""
_TOGETHER = 32


def values_of(content: bytes, key: bytes) -> Values:
    """All by which the text, titles and pictures in ``content`` can be found, sorted.

    Raises ``UnsearchableError``.
    """
    keyed = keyed_values(key)
    found = [np.empty(0, np.uint64)]
    for part in unpacked(content):
        found.append(np.array([file_value(sha256(part).hexdigest())], np.uint64))
        if not wholly_packed(part):
            found += [keyed.chosen(letters(text)) for text in set(texts(part))]
    return np.unique(np.concatenate(found))


def values_of_text(text: str, key: bytes) -> Values:
    """The same for a text that is at hand, such as a file's name."""
    keyed = keyed_values(key)
    return np.unique(np.concatenate([keyed.chosen(letters(part)) for part in readings(text)]))


def values_of_files(paths: Sequence[Path], key: bytes) -> Iterator[Values | None]:
    """``values_of`` every file, in order; None for one that can't be searched."""
    one = partial(_values_of_file, key=key)
    cores = processors()
    if len(paths) < _FEW or cores == 1:
        yield from map(one, paths)
        return
    with ProcessPoolExecutor(cores) as pool:
        yield from pool.map(one, paths, chunksize=_TOGETHER)


def _values_of_file(path: Path, key: bytes) -> Values | None:
    try:
        return values_of(path.read_bytes(), key)
    except UnsearchableError:
        return None

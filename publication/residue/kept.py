"""What was found in each file of the site that stands, kept outside it for the next search."""

from __future__ import annotations

import json
import mmap
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import blake2b, sha256
from pathlib import Path
from typing import IO

import numpy as np

from publication.residue.values import Values

_SEAL_BYTES = 32
_INDEX_BYTES = 8


class KeptValues:
    """The values of files by the sha256 of their bytes, as the last search left them at ``path``.

    There are none if they were kept by another version or under another key, or if a byte of the
    file is not as it was written. ``renewed`` keeps those that are asked for or added, and no
    other: what left the site leaves this file too.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self._body, self._index = _opened(path, key)

    def __contains__(self, digest: str) -> bool:
        return digest in self._index

    def __getitem__(self, digest: str) -> Values:
        start, count = self._index[digest]
        return np.frombuffer(self._body, "<u8", count, start)

    @contextmanager
    def renewed(self) -> Iterator[Keeping]:
        """A new file, put in place of the old one at the end of the block. Raises ``OSError``."""
        fresh = self._path.with_name(f"{self._path.name}.part")
        try:
            with fresh.open("wb") as file:
                keeping = Keeping(file, _seal(self._key))
                yield keeping
                keeping.close()
            with suppress(OSError):  # the next search is slower then, and no less right
                fresh.replace(self._path)
        finally:
            fresh.unlink(missing_ok=True)


class Keeping:
    """A file of kept values that is being written."""

    def __init__(self, file: IO[bytes], seal: blake2b) -> None:
        self._file = file
        self._seal = seal
        self._index: dict[str, tuple[int, int]] = {}
        self._at = 0

    def add(self, digest: str, values: Values) -> None:
        """Keep ``values`` for the file with this sha256."""
        if digest not in self._index:
            self._index[digest] = (self._at, len(values))
            self._write(values.astype("<u8").tobytes())

    def close(self) -> None:
        """Write the index and the seal."""
        index = json.dumps(self._index).encode()
        self._write(index + len(index).to_bytes(_INDEX_BYTES, "big"))
        self._file.write(self._seal.digest())

    def _write(self, content: bytes) -> None:
        self._seal.update(content)
        self._at += self._file.write(content)


def _opened(path: Path, key: bytes) -> tuple[bytes | mmap.mmap, dict[str, tuple[int, int]]]:
    try:
        with path.open("rb") as file:
            body = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):  # there is none, or it is empty
        return b"", {}
    end = len(body) - _SEAL_BYTES
    seal = _seal(key)
    with memoryview(body) as view:
        seal.update(view[: max(end, 0)])
    if seal.digest() != body[max(end, 0) :]:
        return b"", {}
    size = int.from_bytes(body[end - _INDEX_BYTES : end], "big")
    return body, json.loads(body[end - _INDEX_BYTES - size : end - _INDEX_BYTES])


def _seal(key: bytes) -> blake2b:
    return blake2b(key=key, digest_size=_SEAL_BYTES, person=_version())


@cache
def _version() -> bytes:
    """Stands for the way in which files are read now."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    return sha256(b"".join(path.read_bytes() for path in sources)).digest()[:16]

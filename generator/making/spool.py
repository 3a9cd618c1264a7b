"""Keeps the filled files of a batch between checking and writing, out of memory."""

from __future__ import annotations

import tempfile
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

MOST_IN_MEMORY = 4_000_000
"""Bytes of a batch that are kept in memory; a larger one goes to a file."""


class Place(NamedTuple):
    """Where a file stands in the spool, in bytes."""

    start: int
    length: int


class Spool:
    """Files one after the other, in a file without a name that goes with the program.

    It lies in ``folder``, because what it holds is confidential and belongs with the case.
    """

    def __init__(self, folder: Path) -> None:
        self._file = tempfile.SpooledTemporaryFile(MOST_IN_MEMORY, dir=str(folder))  # noqa: SIM115
        self._end = 0

    def __enter__(self) -> Self:
        """The spool itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Forget everything."""
        self._file.close()

    def keep(self, content: bytes) -> Place:
        """Take a file in."""
        place = Place(self._end, len(content))
        self._file.seek(place.start)
        self._file.write(content)
        self._end += place.length
        return place

    def read(self, place: Place) -> bytes:
        """The file at ``place``."""
        self._file.seek(place.start)
        return bytes(self._file.read(place.length))

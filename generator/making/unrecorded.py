"""Remembers which files a run is about to write, until the register has recorded them.

A run that is stopped between writing a file and recording it leaves a file that the register does
not know. Without this note the next run, with other data, would take it for somebody's work.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from redaction.errors import CaseError

NAME = ".unrecorded"
_HASH = re.compile(r"[0-9a-f]{64}")


class Unrecorded:
    """The note in ``folder``: the hash of each file, a line each.

    It is there while documents are made, and after a run that was stopped between writing a file
    and recording it: use it in a ``with`` statement.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self.earlier = self._read()
        """The hashes of files of runs that were stopped."""
        self._writing = False

    def __enter__(self) -> Self:
        """The note itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Throw the note away where the register knows every file after all."""
        if not self._writing and not self.earlier:
            self.settle(())

    def settle(self, hashes: Iterable[str]) -> None:
        """All files of this run are recorded, and those with ``hashes`` are of no concern more.

        What is left of earlier runs stays noted as long as it is there.
        """
        self.earlier = self.earlier.difference(hashes)
        if self.earlier:
            self.earlier &= {
                hashlib.sha256(file.read_bytes()).hexdigest()
                for file in self._path.parent.glob("*/*")
                if file.suffix in (".docx", ".pdf") and file.is_file()
            }
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
        if self.earlier:
            self.add(sorted(self.earlier))

    def _read(self) -> frozenset[str]:
        """The note's lines; one that was cut off is no hash."""
        try:
            lines = self._path.read_text("ascii", "replace").splitlines()
        except OSError:
            return frozenset()
        return frozenset(line for line in lines if _HASH.fullmatch(line))

    def add(self, hashes: Iterable[str]) -> None:
        """Note files that may be written from now on; ``CaseError`` where that fails."""
        lines = "".join(f"\n{one}\n" for one in hashes)
        if not lines:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="ascii") as file:
                file.write(lines)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise CaseError.because(
                self._path.parent,
                f"nothing can be written there: {(error.strerror or 'unknown').lower()}",
                "Check that the folder exists and that you may change it",
            ) from error

    def writing(self) -> None:
        """The files of a document are written now."""
        self._writing = True

    def recorded(self) -> None:
        """The register knows them."""
        self._writing = False

"""What was read in files that were searched before: an unchanged one is not read again.

It lies beside the site, never in it, and knows only files that are on the site at this time: with
the next building after a withdrawal, what was read of the report is gone as well.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from casework.files import write_atomically
from publication.residue.words import Values


@dataclass
class Searched:
    """The values of the words of each file by its sha256, and the fingerprints sought in all.

    ``sought`` are sha256 of the fingerprints.
    """

    values: dict[str, Values] = field(default_factory=dict)
    sought: frozenset[str] = frozenset()

    @classmethod
    def read(cls, path: Path) -> Searched:
        """What the file ``path`` holds; nothing if it is missing or damaged."""
        try:
            with np.load(path, allow_pickle=False) as stored:
                names, ends, values = stored["names"], stored["ends"], stored["values"]
                sought = frozenset(stored["sought"].tolist())
        except (OSError, ValueError, KeyError, EOFError, TypeError, AttributeError, BadZipFile):
            return cls()
        if values.dtype != np.uint32 or len(names) != len(ends):
            return cls()
        parts = np.split(values, ends[:-1]) if len(ends) else []
        return cls(dict(zip(names.tolist(), parts, strict=True)), sought)

    def write(self, path: Path) -> None:
        """Keep it in the file ``path``. Raises ``CaseError`` if that can't be written."""
        names = sorted(self.values)
        parts: Mapping[str, Values] = self.values
        joined = [parts[name] for name in names]
        written = io.BytesIO()
        np.savez(
            written,
            names=np.array(names, dtype="U64"),
            ends=np.cumsum([len(part) for part in joined], dtype=np.int64),
            values=np.concatenate(joined) if joined else np.zeros(0, np.uint32),
            sought=np.array(sorted(self.sought), dtype="U64"),
        )
        write_atomically(path, written.getvalue())

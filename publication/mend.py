"""A ledger whose last line is torn made whole again, where nothing that was complete is lost."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from casework.files import write_atomically
from publication.folder import PublicationsFolder
from publication.ledger import Reading, locked


@dataclass(frozen=True)
class Mended:
    """How many lines the ledger has now, and the file that keeps the torn bytes.

    ``kept`` is None where no bytes were taken off: the last line lacked its end only, or nothing.
    """

    lines: int
    kept: Path | None = None


def mend_ledger(publications: Path, anchors: Mapping[int, str]) -> Mended:
    """Take the torn end off the ledger of the folder ``publications``; a whole one stays as it is.

    The torn bytes go into a file beside the folder, in which nothing foreign may lie. A last line
    that lacks nothing but its end gets that end. ``anchors`` are the hashes that registers and
    built sites remember, by number. Raises ``PublicationError``, and changes nothing, if one of
    them says that the torn line was complete, or if anything else is wrong with the ledger.
    """
    folder = PublicationsFolder(publications)
    folder.board()  # says clearly where this is no folder of publications
    with locked(folder.path):
        reading = folder.ledger.read(anchors)
        if not reading.torn:
            return Mended(len(folder.ledger.proved(anchors)))
        kept = None if reading.unended else _kept(folder, reading)
        entries = [*reading.entries, *([reading.unended] if reading.unended else [])]
        lines = "".join(f"{entry.line()}\n" for entry in entries)
        write_atomically(folder.ledger.path, lines)
    return Mended(len(entries), kept)


def _kept(folder: PublicationsFolder, reading: Reading) -> Path:
    """The file with the torn bytes; its name has their hash, so that it never hides another's."""
    digest = hashlib.sha256(reading.torn).hexdigest()[:8]
    number = len(reading.entries) + 1
    name = f"{folder.path.resolve().name}-torn-line-{number}-{digest}.txt"
    path = folder.path.resolve().with_name(name)
    write_atomically(path, reading.torn)
    return path

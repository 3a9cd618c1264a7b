"""The search of a finished site for text that may not be there, also after the text is deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Self

import numpy as np

from publication.residue.fingerprints import Fingerprints, file_value
from publication.residue.kept import KeptValues
from publication.residue.searched import values_of_files, values_of_text
from publication.residue.sought import Sought
from publication.residue.values import Values
from redaction.errors import Problem

_LEAK = "holds text, a title or a picture of report {}, which is not public"
_CLOSED = "can't be searched for text that is not public"
_REMEDY = "The site was not replaced. Tell the IT officer, and name this place"


@dataclass(frozen=True)
class PublicTexts:
    """What may be public in its own right: words that a withheld report shares with it, no leak.

    ``common`` are the board's own words, ``near`` gives the texts that the file with this path on
    the site was made of, ``every`` all that is public, each of them HTML or plain; ``files`` are
    sha256 of the files that are.
    """

    common: Callable[[], Iterable[str]]
    near: Callable[[str], Iterable[str]]
    every: Callable[[], Iterable[str]]
    files: frozenset[str]


def search(
    folder: Path,
    withheld: Sequence[Fingerprints],
    public: PublicTexts,
    key: bytes,
    kept: Path | None = None,
) -> tuple[Problem, ...]:
    """Where files under ``folder``, or their names, hold text or files of ``withheld`` reports.

    Every file is read that is not public as a whole, packed or hidden; one that can't be is a
    problem. In the file ``kept``, outside the site, stays what was found in each file, so that
    the next search reads only those that changed and finds the same. The problems never repeat
    the text.
    """
    if not withheld:
        if kept:
            with suppress(OSError):
                kept.unlink(missing_ok=True)
        return ()
    sought = Sought(withheld, key)
    site = _Site.read(folder, public.files, sought, key, kept)
    left = site.without_public(sought, public)
    owners = sought.owners(left) if len(left) else {}
    leaks = {
        (place, reference)
        for place, here in (site.places(left, key) if owners else ())
        for value in here.tolist()
        for reference in owners[value]
    }
    return (
        *(Problem(name, _CLOSED, _REMEDY) for name in site.closed),
        *(Problem(place, _LEAK.format(reference), _REMEDY) for place, reference in sorted(leaks)),
    )


@dataclass(frozen=True)
class _Site:
    """``names`` of files and folders, files that are ``closed``, and sought values found."""

    names: tuple[str, ...]
    closed: tuple[str, ...]
    in_names: Values
    in_files: dict[str, Values]

    @classmethod
    def read(
        cls, folder: Path, public: frozenset[str], sought: Sought, key: bytes, kept: Path | None
    ) -> Self:
        """All of the site but files that are public as a whole."""
        paths = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*"))}
        digests = {name: _digest(path) for name, path in paths.items() if path.is_file()}
        files = {digest: paths[name] for name, digest in digests.items() if digest not in public}
        found = {
            digest: sought.among(values) if values is not None else None
            for digest, values in _values(files, key, kept)
        }
        in_names = sought.among(values_of_text("\n".join(paths), key))
        searched = [(name, found[digest]) for name, digest in digests.items() if digest in found]
        return cls(
            tuple(paths),
            tuple(name for name, values in searched if values is None),
            in_names,
            {name: values for name, values in searched if values is not None},
        )

    def without_public(self, sought: Sought, public: PublicTexts) -> Values:
        """What was found and is in no public text. No more of those are read than must be."""
        found = np.unique(np.concatenate([self.in_names, *self.in_files.values()]))
        files = np.fromiter((file_value(digest) for digest in public.files), np.uint64)
        left = sought.without(np.setdiff1d(found, files), public.common())
        for name, here in self.in_files.items():
            if len(left) and len(_common(here, left)):
                left = sought.without(left, public.near(name))
        return sought.without(left, public.every()) if len(left) else left

    def places(self, left: Values, key: bytes) -> Iterator[tuple[str, Values]]:
        """Where values that may not be are, with those that are there."""
        in_each_name = ((name, values_of_text(name, key)) for name in self.names)
        for name, values in chain(self.in_files.items(), in_each_name):
            here = _common(values, left)
            if len(here):
                yield _speakable(name, left, key), here


def _values(
    files: Mapping[str, Path], key: bytes, kept: Path | None
) -> Iterator[tuple[str, Values | None]]:
    """The values of files by their sha256, read where they are not ``kept``."""
    if kept is None:
        yield from zip(files, values_of_files(list(files.values()), key), strict=True)
        return
    before = KeptValues(kept, key)
    new = {digest: path for digest, path in files.items() if digest not in before}
    known = ((digest, before[digest]) for digest in files if digest not in new)
    read = zip(new, values_of_files(list(new.values()), key), strict=True)
    with before.renewed() as keeping:
        for digest, values in chain(known, read):
            if values is not None:
                keeping.add(digest, values)
            yield digest, values


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _speakable(name: str, left: Values, key: bytes) -> str:
    """The path of a file, or of its nearest folder whose name tells nothing."""
    path = PurePosixPath(name)
    while path.name and len(
        np.intersect1d(values_of_text(path.as_posix(), key), left, assume_unique=True)
    ):
        path = path.parent
    return name if path.as_posix() == name else f"{path.as_posix()}/ (a name in it)"


def _common(some: Values, others: Values) -> Values:
    """What is in both; each value is in either once."""
    return np.intersect1d(some, others, assume_unique=True)

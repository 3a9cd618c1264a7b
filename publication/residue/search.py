"""The search itself: every file, every way to read it, for every report that may not be there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import numpy as np

from publication.residue.fingerprints import Fingerprints
from publication.residue.remember import Searched
from publication.residue.sought import Sought
from publication.residue.texts import readings
from publication.residue.words import Values, WordValues, words
from redaction.errors import Problem

_ALONE = 200
"""Files up to which one process is sooner done than several."""
_BATCH = 100


@dataclass(frozen=True)
class PublicTexts:
    """What may be public in its own right: words that a withheld report shares with it, no leak.

    ``common`` are the board's own words, ``near`` gives the texts that the file with this path on
    the site was made of, ``every`` all that is public, ``files`` are sha256 of the files that are.
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
    before: Searched | None = None,
) -> tuple[tuple[Problem, ...], Searched]:
    """Where files under ``folder`` hold text or files of the ``withheld`` reports.

    Packed files, PDF files, pictures' remarks and hidden folders are searched too, and the names
    of files. A file that was searched ``before``, and is byte for byte the same, is looked at for
    what was not withheld then. The problems name file and reference and never repeat the text.
    Second is what was read, for the next time.
    """
    before = before or Searched()
    named = {_fingerprint(each): each for each in withheld}
    files = {_name(folder, path): path for path in sorted(folder.rglob("*")) if path.is_file()}
    digests = {name: sha256(path.read_bytes()).hexdigest() for name, path in files.items()}
    of_ours = {name for name, digest in digests.items() if digest in public.files}
    known = {name for name in files.keys() - of_ours if digests[name] in before.values}
    fresh = sorted(files.keys() - of_ours - known)
    read = dict(_read([(name, files[name]) for name in fresh], key))
    values = {**read, **{name: before.values[digests[name]] for name in sorted(known)}}
    looking = _Looking(files, values, public, key)
    new = [each for name, each in named.items() if name not in before.sought]
    leaks = {
        *_foreign_files(digests, public, withheld),
        *looking.leaks(fresh, list(named.values())),
        *looking.leaks(sorted(known), new),
        *looking.leaks_in_names(list(named.values())),
    }
    problems = tuple(_problem(name, reference) for name, reference in sorted(leaks))
    read_now = {digests[name]: found for name, found in values.items()}
    return problems, Searched(read_now, frozenset(named))


def _foreign_files(
    digests: Mapping[str, str], public: PublicTexts, withheld: Sequence[Fingerprints]
) -> Iterator[tuple[str, str]]:
    """Files that are a file of a withheld report, and of no public one."""
    owners = {digest: each.reference for each in withheld for digest in each.files}
    for name, digest in digests.items():
        if digest in owners and digest not in public.files:
            yield name, owners[digest]


class _Looking:
    """One search: the files, what was read in them, and what is public."""

    def __init__(
        self,
        files: Mapping[str, Path],
        values: Mapping[str, Values],
        public: PublicTexts,
        key: bytes,
    ) -> None:
        self._files = files
        self._values = values
        self._public = public
        self._key = key
        self._word_values = WordValues(key)

    def leaks(
        self, names: Sequence[str], withheld: Sequence[Fingerprints]
    ) -> Iterator[tuple[str, str]]:
        """The names of those files that hold text of ``withheld``, each with the reference."""
        if withheld and names:
            sought = Sought(withheld, self._key)
            allowed = _Allowed(self._public, lambda texts: self._hashes(sought, texts))
            for name in self._suspects(names, sought):
                texts = readings(self._files[name].read_bytes())
                yield from self._leaks_in(name, texts, sought, allowed)

    def leaks_in_names(self, withheld: Sequence[Fingerprints]) -> Iterator[tuple[str, str]]:
        """The same for what the files are called."""
        sought = Sought(withheld, self._key)
        allowed = _Allowed(self._public, lambda texts: self._hashes(sought, texts))
        every = words("\n".join(self._files))
        if len(sought.places(self._word_values.of(every))):
            for name in self._files:
                yield from self._leaks_in(name, [name], sought, allowed)

    def _suspects(self, names: Sequence[str], sought: Sought) -> Iterator[str]:
        """The files that may hold something, looked at many at a time."""
        for at in range(0, len(names), _BATCH):
            batch = names[at : at + _BATCH]
            parts = [self._values[name] for name in batch]
            ends = np.cumsum([len(part) for part in parts])
            places = sought.places(np.concatenate(parts))
            for number in np.unique(np.searchsorted(ends, places, side="right")).tolist():
                yield batch[number]

    def _leaks_in(
        self, name: str, texts: Iterable[str], sought: Sought, allowed: _Allowed
    ) -> Iterator[tuple[str, str]]:
        found = self._found(sought, texts)
        for may_be_public in (allowed.common, lambda: allowed.near(name), allowed.every):
            if not found:
                return
            free = may_be_public()
            found = {each for each in found if each[0] not in free}
        yield from {(name, owner) for _, owner in found}

    def _found(self, sought: Sought, texts: Iterable[str]) -> set[tuple[bytes, str]]:
        rows = map(words, texts)
        return {each for row in rows for each in sought.found(row, self._word_values.of(row))}

    def _hashes(self, sought: Sought, texts: Iterable[str]) -> frozenset[bytes]:
        return frozenset(hashed for hashed, _ in self._found(sought, texts))


class _Allowed:
    """The hashes of what is public, made when they are first needed."""

    def __init__(
        self, public: PublicTexts, hashes: Callable[[Iterable[str]], frozenset[bytes]]
    ) -> None:
        self._public = public
        self._hashes = hashes

    @cached_property
    def _common(self) -> frozenset[bytes]:
        return self._hashes(self._public.common())

    @cached_property
    def _every(self) -> frozenset[bytes]:
        return self._hashes(self._public.every())

    def common(self) -> frozenset[bytes]:
        """Of the board's own words."""
        return self._common

    def near(self, name: str) -> frozenset[bytes]:
        """Of what the file ``name`` was made of."""
        return self._hashes(self._public.near(name))

    def every(self) -> frozenset[bytes]:
        """Of all that is public."""
        return self._every


def _read(files: Sequence[tuple[str, Path]], key: bytes) -> Iterable[tuple[str, Values]]:
    """The values of the words of each file, over all the cores if there are many."""
    if len(files) <= _ALONE:
        return _values_of(files, key)
    batches = [files[at : at + _BATCH] for at in range(0, len(files), _BATCH)]
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    with ProcessPoolExecutor(workers) as pool:
        found = pool.map(_values_of, batches, [key] * len(batches))
        return [each for batch in found for each in batch]


def _values_of(files: Sequence[tuple[str, Path]], key: bytes) -> list[tuple[str, Values]]:
    word_values = WordValues(key)
    return [
        (name, np.concatenate([word_values.of(words(text)) for text in readings(content)]))
        for name, content in ((name, path.read_bytes()) for name, path in files)
    ]


def _name(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()


def _fingerprint(each: Fingerprints) -> str:
    return sha256(each.model_dump_json().encode()).hexdigest()


def _problem(name: str, reference: str) -> Problem:
    return Problem(
        name,
        f"holds text, a title or a picture of report {reference}, which is not public",
        "The site was not replaced. Tell the IT officer, and name this file",
    )

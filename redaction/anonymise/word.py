"""Writes the anonymised copy: reads the package, cleans its parts, replaces, packs it afresh."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from redaction.anonymise.attributes import attribute_spots
from redaction.anonymise.crop import settle_pictures
from redaction.anonymise.left_out import leave_out_pictures
from redaction.anonymise.parts import KeptPart, kept_parts, pack
from redaction.anonymise.settle import settle
from redaction.anonymise.spots import Spot, paragraph_spots
from redaction.anonymise.styles import style_spots
from redaction.errors import RedactionError
from redaction.read.formats import FileFormat, format_of
from redaction.read.gathering import MAX_FILE_BYTES, Gathering
from redaction.read.package import open_package
from redaction.values import Replacement

Find = Callable[[Sequence[str]], Sequence[Sequence[Replacement]]]
"""Gets all texts that the copy would keep, gives the replacements for each of them."""


@dataclass(frozen=True)
class Anonymised:
    """What was done: how many replacements, and in words what was left out of the copy."""

    replacements: int
    removed: tuple[str, ...]


def anonymise_word(
    source: Path, out: Path, find: Find, *, overwrite: bool = False, keep_pictures: bool = False
) -> Anonymised:
    """Write a copy of the Word file ``source`` to ``out`` without names and without hidden parts.

    Tracked changes are accepted, comments, properties, hidden text, macros and embedded objects
    are left out, and each text that stays goes through ``find``. A picture's description stands
    in its place, because pixels may hold a name, unless ``keep_pictures`` says that someone has
    looked. The same input gives the same bytes. Raises RedactionError when ``source`` can't be
    read, when ``out`` is the source, or when ``out`` exists and ``overwrite`` is false; nothing
    is written then.
    """
    _refuse_target(source, out, overwrite=overwrite)
    content, anonymised = anonymised_content(
        source.name, _content(source), find, keep_pictures=keep_pictures
    )
    _write(out, content)
    return anonymised


def anonymised_content(
    file: str, content: bytes, find: Find, *, keep_pictures: bool = False
) -> tuple[bytes, Anonymised]:
    """The same as ``anonymise_word`` for bytes: the copy's bytes and what was done."""
    if format_of(file, content) is not FileFormat.WORD:
        raise RedactionError.because(
            file, "only Word files can be anonymised", "Use the Word file it was made from"
        )
    package = open_package(content, Gathering(file))
    removed: Counter[str] = Counter()
    parts = kept_parts(file, package, removed)
    settle(parts, removed)
    if not keep_pictures:
        leave_out_pictures(parts, removed)
    settle_pictures(parts, removed)
    spots = [spot for part in parts for spot in _spots(part, removed)]
    spots.extend(style_spots([part.root for part in parts if part.root is not None]))
    found = find([spot.text for spot in spots])
    count = 0
    for spot, replacements in zip(spots, found, strict=True):
        spot.replace(replacements)
        count += len(replacements)
    return pack(parts), Anonymised(count, _in_words(removed))


def _spots(part: KeptPart, removed: Counter[str]) -> list[Spot]:
    if part.root is None:
        return []
    return [*paragraph_spots(part.root), *attribute_spots(part, removed)]


def _in_words(removed: Counter[str]) -> tuple[str, ...]:
    """What was removed, counted: a key "comment|comments" gives "1 comment" or "3 comments"."""
    words: list[str] = []
    for key, count in sorted((+removed).items()):
        singular, _, plural = key.partition("|")
        words.append(f"{count} {singular if count == 1 else plural or singular}")
    return tuple(words)


def _content(source: Path) -> bytes:
    try:
        if source.stat().st_size <= MAX_FILE_BYTES:
            return source.read_bytes()
    except OSError as error:
        raise RedactionError.because(
            source.name, "the file can't be opened", "Look whether it is there and closed in Word"
        ) from error
    raise RedactionError.because(
        source.name, f"the file is larger than {MAX_FILE_BYTES // 1_000_000} MB", "Split it"
    )


def _refuse_target(source: Path, out: Path, *, overwrite: bool) -> None:
    if out.resolve() == source.resolve() or (out.exists() and out.samefile(source)):
        raise RedactionError.because(
            out.name, "the copy would overwrite the file itself", "Give the copy another name"
        )
    if out.exists() and not overwrite:
        raise RedactionError.because(
            out.name, "a file of this name exists already", "Give the copy another name"
        )
    if not out.parent.is_dir():
        raise RedactionError.because(
            out.name, "its folder does not exist", "Make the folder first, or choose another"
        )


def _write(out: Path, content: bytes) -> None:
    """Write all of ``content`` or nothing."""
    handle, temporary = tempfile.mkstemp(prefix=".anonymised-", dir=out.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(out)
    except OSError as error:
        raise RedactionError.because(
            out.name, "the copy can't be written", "Look whether the folder may be written to"
        ) from error
    finally:
        Path(temporary).unlink(missing_ok=True)

"""The word lists of this folder, and those of names that the name model is trained with."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path

from redaction.model.lists import family_names, given_names
from redaction.word_list import entries_of

_HERE = Path(__file__).parent / "data"
_ENGLISH = "frequency_dictionary_en_82_765.txt"


@cache
def entries(name: str) -> tuple[str, ...]:
    """The entries of the list ``name``."""
    return entries_of(_HERE / f"{name}.txt")


@cache
def words(name: str) -> frozenset[str]:
    """The entries of the list ``name``, in small letters."""
    return frozenset(entry.lower() for entry in entries(name))


@cache
def names(kind: str) -> frozenset[str]:
    """The ``kind`` ("given" or "family") names of all peoples, in small letters."""
    if kind == "family":
        return frozenset(name.lower() for name in family_names())
    listed = frozenset(name.lower() for name in given_names())
    return listed | words("short_names") | words("word_names")


@cache
def english() -> frozenset[str]:
    """The 82,834 words, names among them, of symspellpy's English list, in small letters.

    It is read without importing the package, which would take longer than reading the list.
    """
    found = importlib.util.find_spec("symspellpy")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("symspellpy, which brings the list of English words")
    path = Path(found.submodule_search_locations[0]) / _ENGLISH
    return frozenset(path.read_text("utf-8-sig").split()[::2])

"""The word lists of this folder, and those of names that the name model is trained with."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent / "data"
_NAMES = Path(__file__).parents[2] / "model" / "data"
_ENGLISH = "frequency_dictionary_en_82_765.txt"


@cache
def entries(name: str) -> tuple[str, ...]:
    """The entries of the list ``name``, one a line; empty lines and lines with # are left out."""
    return _lines(_HERE / f"{name}.txt")


@cache
def words(name: str) -> frozenset[str]:
    """The entries of the list ``name``, in small letters."""
    return frozenset(entry.lower() for entry in entries(name))


@cache
def names(kind: str) -> frozenset[str]:
    """The ``kind`` ("given" or "family") names of all peoples, in small letters."""
    listed = frozenset(_lines(_NAMES / f"{kind}_names.txt", lower=True))
    return listed | words("short_names") | words("word_names") if kind == "given" else listed


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


def _lines(path: Path, *, lower: bool = False) -> tuple[str, ...]:
    text = path.read_text("utf-8")
    lines = (text.lower() if lower else text).split("\n")
    return tuple(line for line in lines if line and line[0] != "#")

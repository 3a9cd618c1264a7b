"""The word lists of this folder, as pieces of regular expressions."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import regex

from redaction.word_list import entries_of

_HERE = Path(__file__).parent / "data"


class Nation(NamedTuple):
    """What a country is called, and what its people and things are."""

    lands: tuple[str, ...]
    peoples: tuple[str, ...]


@cache
def entries(name: str) -> tuple[str, ...]:
    """The entries of the list ``name``."""
    return entries_of(_HERE / f"{name}.txt")


@cache
def nations() -> tuple[Nation, ...]:
    """The countries of the world, with the adjectives and nouns of their peoples."""
    halves = (line.split(" | ") for line in entries("nations"))
    return tuple(Nation(_parts(lands), _parts(peoples)) for lands, peoples in halves)


def either(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, the longest first, with any gap between their parts."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(_flexible(word) for word in longest_first)})"


def _flexible(words: str) -> str:
    return r"\s{1,2}".join(regex.escape(word) for word in words.split())


def _parts(listed: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in listed.split(","))

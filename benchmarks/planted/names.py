"""Invented names, a different one for every place, and what a planted file is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Name = Callable[[str], str]
Places = list[tuple[str, str]]


@dataclass(frozen=True)
class Planted:
    """A file with a name in every place of its format that can hold one.

    ``names`` gives the name by place. ``visible`` and ``hidden`` give, for every place, how a
    reading should call it: the beginning of a visible place, a part of a hidden one.
    """

    file: str
    content: bytes
    names: dict[str, str]
    visible: Places
    hidden: Places


def names() -> tuple[dict[str, str], Name]:
    """A register of places to invented names, and the function that gives each place its own."""
    planted: dict[str, str] = {}

    def name(place: str) -> str:
        if place not in planted:
            rest, consonant = divmod(len(planted), 20)
            end, vowel = divmod(rest, 5)
            letters = "bcdfghjklmnpqrstvwxz"[consonant] + "aeiou"[vowel] + "nld"[end]
            planted[place] = f"Zorv{letters}"
        return planted[place]

    return planted, name

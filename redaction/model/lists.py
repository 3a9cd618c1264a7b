"""The lists of names that the model is trained with, for whoever else wants to know a name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("data")
_HEADING = "# "


@cache
def given_names() -> frozenset[str]:
    """Given names of British families of every descent, as they are written in a sentence."""
    return _all("given_names")


@cache
def family_names() -> frozenset[str]:
    """Family names of British families of every descent; some have two words ("Dela Cruz")."""
    return _all("family_names")


@cache
def by_heading(name: str) -> dict[str, tuple[str, ...]]:
    """The lines of the list ``name`` under the heading ("# Polish") they stand; order is kept."""
    groups: dict[str, list[str]] = {}
    group: list[str] = []
    for line in (_DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(_HEADING):
            group = groups.setdefault(line.removeprefix(_HEADING), [])
        elif line:
            group.append(line)
    return {heading: tuple(entries) for heading, entries in groups.items()}


def _all(name: str) -> frozenset[str]:
    return frozenset(entry for entries in by_heading(name).values() for entry in entries)

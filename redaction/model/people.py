"""Made-up people: given and family names put together by chance, written as people write them."""

# ruff: noqa: SIM905 - lists of words are easier to read and to change as words

from __future__ import annotations

import zlib
from functools import cache
from random import Random

from redaction.model.lists import by_heading

_HELD_OUT_OF = 10
_TITLES = (
    *("Mr", "Mrs", "Ms", "Miss", "Dr") * 4,
    *"Mr. Mrs. Ms. Dr. Prof Professor Rev Fr Pastor Imam Cllr Judge HHJ".split(),
    *"PC WPC DC PS DS DI Sgt Nurse Sister SW HV CPN Auntie Uncle".split(),
)
_ENGLISH = 0.3
"""How often a name is drawn from the first, English list; else every descent is as likely."""


def is_held_out(name: str) -> bool:
    """Whether the model never sees ``name`` in training: one name in ten, always the same."""
    return zlib.crc32(name.encode()) % _HELD_OUT_OF == 0


class People:
    """Draws names; ``held_out`` draws only those that are never trained on."""

    def __init__(self, chance: Random, *, held_out: bool = False) -> None:
        self._chance = chance
        self._given = _drawn_from("given_names", held_out)
        self._family = _drawn_from("family_names", held_out)

    def given(self) -> str:
        """A given name; sometimes two, or one with a hyphen."""
        name = self._chance.choice(self._group(self._given))
        if self._chance.random() < 0.02:
            return f"{name}-{self._chance.choice(self._group(self._given))}"
        return name

    def family(self) -> str:
        """A family name; sometimes two with a hyphen."""
        name = self._chance.choice(self._group(self._family))
        if self._chance.random() < 0.06:
            return f"{name}-{self._chance.choice(self._group(self._family))}"
        return name

    def full(self) -> str:
        """A person's name in one of the forms that reports, registers and notes use."""
        given, family, form = self.given(), self.family(), self._chance.random()
        if form < 0.70:
            return f"{given} {family}"
        if form < 0.80:
            return f"{given} {self.given()} {family}"
        if form < 0.84:
            return f"{given} {self.initial()} {family}"
        if form < 0.89:
            return f"{self.initial()} {family}"
        if form < 0.92:
            return f"{given} {family.upper()}"
        if form < 0.95:
            return f"{family.upper()}, {given}"
        return f"{self.initial()}{self.initial()} {family}".replace("..", ".")

    def title(self) -> str:
        """What stands before a family name and is no part of it."""
        return self._chance.choice(_TITLES)

    def initial(self) -> str:
        """A letter, with or without its stop."""
        letter = self._chance.choice("ABCDEFGHIJKLMNOPRSTUVWYZ")
        return letter + "." * (self._chance.random() < 0.4)

    def _group(self, groups: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
        if self._chance.random() < _ENGLISH:
            return groups[0]
        return self._chance.choice(groups)


@cache
def _drawn_from(name: str, held_out: bool) -> tuple[tuple[str, ...], ...]:
    groups = (
        tuple(entry for entry in entries if is_held_out(entry) is held_out)
        for entries in by_heading(name).values()
    )
    return tuple(group for group in groups if group)

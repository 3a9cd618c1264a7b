"""Sentences of case reviews, chronologies, logs and letters, filled with made-up names.

``data/sentences.txt`` holds the sentences and ``data/grammar.txt`` what may stand in a slot; both
may have slots in turn. What fills a slot of ``_LABELLED`` is a name, as is what stands in [ ].
"""

# ruff: noqa: SIM905 - lists of words are easier to read and to change as words

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

from redaction.model.example import ORG, PERSON, PLACE, Example, joined
from redaction.model.lists import by_heading
from redaction.model.people import People

_LABELLED = {
    **dict.fromkeys(("full", "given", "family", "plain", "short", "listed", "nick"), PERSON),
    **dict.fromkeys(("place", "street", "address", "country"), PLACE),
    **dict.fromkeys(
        "school nursery hospital surgery charity council station carehome church company club "
        "centre court prison force boardname newspaper cafe".split(),
        ORG,
    ),
}
_PART = re.compile(r"\{(\w+)\}|\[([^\]]*)\]")
_MONTHS = ("January February March April May June July August September October November "
           "December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec").split()  # fmt: skip

_Parts = Iterator[tuple[str, str | None]]


class Sentences:
    """Fills sentences by ``chance``; ``held_out`` takes those and the names never trained on."""

    def __init__(self, chance: Random, *, held_out: bool = False) -> None:
        self._chance = chance
        self._people = People(chance, held_out=held_out)
        self._grammar = by_heading("grammar")
        name = "heldout_sentences" if held_out else "sentences"
        self._sentences = [line for lines in by_heading(name).values() for line in lines]
        self._slots: dict[str, Callable[[], str]] = {
            "full": self._people.full,
            "given": self._people.given,
            "family": self._people.family,
            "givenname": self._people.given,
            "familyname": self._people.family,
            "initial": self._people.initial,
            "title": self._people.title,
            "date": self._date,
            "dob": self._date,
            "year": lambda: str(chance.randint(1988, 2025)),
            "time": self._time,
            "n": lambda: str(chance.randint(1, 30)),
            "n1": lambda: str(chance.randint(1, 9)),
            "house": lambda: f"{chance.randint(1, 220)}{chance.choice(['', '', '', 'a', 'B'])}",
        }

    def all(self) -> Iterator[Example]:
        """Each sentence once, in the order of the file."""
        for sentence in self._sentences:
            yield joined(self._sentence(sentence))

    def place(self) -> str:
        """A made-up or real place alone."""
        return "".join(piece for piece, _ in self._filled("{place}", None))

    def passages(self) -> Iterator[Example]:
        """Without end: one to four sentences drawn by chance, in a paragraph or as lines."""
        while True:
            drawn = self._chance.choices(self._sentences, k=self._chance.choice((1, 1, 2, 3, 4)))
            between = self._chance.choice((" ", " ", " ", "\n", "\n\n"))
            parts: list[tuple[str, str | None]] = []
            for sentence in drawn:
                parts += [(between, None)] * bool(parts)
                parts += self._sentence(sentence)
            yield joined(parts)

    def _sentence(self, text: str) -> _Parts:
        """``text`` filled, with a capital where a slot such as "the social worker" opens it."""
        opens = True
        for piece, label in self._filled(text, None):
            yield (
                (piece[:1].upper() + piece[1:] if opens and text.startswith("{") else piece),
                label,
            )
            opens = opens and not piece

    def _filled(self, text: str, label: str | None) -> _Parts:
        """``text`` with its slots filled, cut where a label begins or ends; the outer one holds."""
        at = 0
        for part in _PART.finditer(text):
            yield text[at : part.start()], label
            slot, literal = part.groups()
            if slot is None:
                yield literal, label or PERSON
            elif slot == "titled":
                yield f"{self._people.title()} ", label
                yield self._people.family(), label or PERSON
            else:
                inner = label or _LABELLED.get(slot)
                filled = self._filled(self._draw(slot), inner)
                if inner and not label:
                    yield "".join(piece for piece, _ in filled), inner
                else:
                    yield from filled
            at = part.end()
        yield text[at:], label

    def _draw(self, slot: str) -> str:
        draw = self._slots.get(slot)
        return draw() if draw else self._chance.choice(self._grammar[slot])

    def _date(self) -> str:
        day, month, year = (
            self._chance.randint(1, 28),
            self._chance.randint(1, 12),
            self._chance.randint(1988, 2025),
        )
        name = _MONTHS[month - 1]
        return self._chance.choice(
            (
                f"{day:02}/{month:02}/{year}",
                f"{day}.{month}.{year % 100:02}",
                f"{day} {name} {year}",
                f"{day}th {name} {year}",
                f"{day} {name}",
                f"{name} {year}",
                f"{day:02}-{name[:3]}-{year % 100:02}",
            )
        )

    def _time(self) -> str:
        hour, minute = self._chance.randint(0, 23), self._chance.randint(0, 59)
        return self._chance.choice(
            (f"{hour:02}:{minute:02}", f"{hour:02}{minute:02} hrs", f"{hour % 12 or 12}pm")
        )

"""What of a file can't be carried to a page: each with its place and the way to mend it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from redaction.errors import Problem

_SHOWN_CHARACTERS = 60
_DRAW = (
    "In Word: select all of it, copy it, paste it as a picture (Paste Special, PNG), delete the"
    " original, and give the picture an alt text that says what it shows"
)


@dataclass
class Faults:
    """The problems found so far, and where in the report the reading is."""

    problems: list[Problem] = field(default_factory=list)
    heading: str = ""
    """The words of the last heading."""
    _counts: Counter[str] = field(default_factory=Counter)

    def add(self, thing: str, what: str, remedy: str) -> None:
        """Note that the next ``thing`` ("chart") has the fault ``what``."""
        self._counts[thing] += 1
        place = f"{thing} {self._counts[thing]}"
        self.problems.append(Problem(under(place, self.heading), what, remedy))

    def drawn(self, thing: str) -> None:
        """Note something drawn that only a picture can show."""
        self.add(thing, "can't be shown on a page as it is", _DRAW)


def under(place: str, heading: str) -> str:
    """``place`` with the heading that an author finds it under."""
    return f'{place}, under heading "{shortened(heading)}"' if heading else place


def shortened(text: str) -> str:
    """The beginning of a text, enough to find it by."""
    return text if len(text) <= _SHOWN_CHARACTERS else f"{text[:_SHOWN_CHARACTERS].rstrip()}…"

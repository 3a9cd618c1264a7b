"""The lines of a calendar file: folding, escaping, and reading one's own entries back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

_LONGEST_LINE = 75
"""Octets of one line, its end not counted; longer content goes on in the next line."""
_TIMES = ("DTSTAMP:", "LAST-MODIFIED:", "SEQUENCE:")
_ALARM = ("BEGIN:VALARM", "END:VALARM")
_SEQUENCE = re.compile(r"\d{1,9}", re.ASCII)
_CANCELLED = "STATUS:CANCELLED"
_NO_LONGER = "No longer applies: "


@dataclass(frozen=True)
class Entry:
    """One VEVENT: its ``content`` is every line but its UID and its place in time.

    ``stamp`` is the day it was last changed on; ``sequence`` counts its changes upwards.
    """

    uid: str
    content: tuple[str, ...]
    stamp: str = ""
    sequence: int = 0

    @property
    def cancelled(self) -> bool:
        """Whether it was taken back."""
        return _CANCELLED in self.content

    def at(self, day: date, sequence: int) -> Entry:
        """The entry as changed on ``day``."""
        return replace(self, stamp=f"{day:%Y%m%d}T000000Z", sequence=sequence)

    def taken_back(self) -> Entry:
        """The entry as one that no longer applies: no reminder, and its title says so."""
        content = tuple(_title(line) for line in _without_alarm(self.content))
        others = (line for line in content if not line.startswith("STATUS:"))
        return replace(self, content=(*others, _CANCELLED))

    def lines(self) -> Iterator[str]:
        """Its lines, not yet folded."""
        yield "BEGIN:VEVENT"
        yield f"UID:{self.uid}"
        yield f"DTSTAMP:{self.stamp}"
        yield f"LAST-MODIFIED:{self.stamp}"
        yield f"SEQUENCE:{self.sequence}"
        yield from self.content
        yield "END:VEVENT"


def _title(line: str) -> str:
    if not line.startswith("SUMMARY:") or _NO_LONGER in line:
        return line
    reference, colon, action = line.partition(": ")
    return f"{reference}{colon}{_NO_LONGER}{action}"


def _without_alarm(content: tuple[str, ...]) -> tuple[str, ...]:
    if _ALARM[0] not in content or _ALARM[1] not in content:
        return content
    return content[: content.index(_ALARM[0])] + content[content.index(_ALARM[1]) + 1 :]


def entries_of(text: str) -> Iterator[Entry]:
    """The entries of a calendar that was written here; what can't be read is passed over."""
    lines: list[str] | None = None
    for line in text.replace("\r\n", "\n").replace("\n ", "").split("\n"):
        if line == "BEGIN:VEVENT":
            lines = []
        elif line == "END:VEVENT" and lines is not None:
            if (entry := _entry(lines)) is not None:
                yield entry
            lines = None
        elif lines is not None:
            lines.append(line)


def _entry(lines: list[str]) -> Entry | None:
    values = {line.partition(":")[0]: line.partition(":")[2] for line in lines}
    sequence = values.get("SEQUENCE", "")
    if not (values.get("UID") and _SEQUENCE.fullmatch(sequence)):
        return None
    content = (line for line in lines if not line.startswith(("UID:", *_TIMES)))
    return Entry(values["UID"], tuple(content), values.get("DTSTAMP", ""), int(sequence))


def escaped(text: str) -> str:
    """``text`` as the value of a property, on one line."""
    text = "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
    for character in ("\\", ";", ","):
        text = text.replace(character, f"\\{character}")
    return text


def folded(line: str) -> Iterator[str]:
    """``line`` in pieces of at most 75 octets, never cut inside a character."""
    piece, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _LONGEST_LINE:
            yield piece
            piece, size = " ", 1
        piece += character
        size += octets
    yield piece

"""Marked texts, and how much of what is marked a check finds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

KINDS = ("PERSON", "DATE", "PLACE", "ORG", "CODE", "QUASI")
DEBATABLE = "?"
_MARK = re.compile(r"\{([A-Z]+|\?)\|([^{}|]*)\}")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_TITLE = re.compile(
    r"(?:mr|mrs|ms|miss|mx|dr|doctor|prof|professor|sir|rev|revd|pc|wpc|pcso|dc|ds|ps|di|dci|sgt"
    r"|sergeant|inspector|nurse|sister|judge|hhj|dj|lady|lord|father)",
    re.IGNORECASE,
)
"""A title beside a name may be left uncovered."""
_JOINING = re.compile(r"the|of|a|an|and|in|on|at", re.IGNORECASE)
"""So may words that only join."""


@dataclass(frozen=True)
class Span:
    """Characters ``start`` to ``end`` of a text, of one kind."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class MarkedText:
    """A text without its marks, and what was marked in it, in order of place."""

    name: str
    text: str
    spans: tuple[Span, ...]

    @property
    def words(self) -> int:
        """How many words the text has."""
        return len(self.text.split())


def read_marked(path: Path) -> MarkedText:
    """The text at ``path``, marked as ``{KIND|words}``.

    Raises ValueError, with the place, for a mark of an unknown kind or one that isn't closed.
    """
    parts: list[str] = []
    spans: list[Span] = []
    written, at, length = path.read_text("utf-8"), 0, 0
    for mark in _MARK.finditer(written):
        if mark[1] not in (*KINDS, DEBATABLE):
            raise ValueError(f"{path.name}: unknown kind {mark[1]}")
        before = written[at : mark.start()]
        parts += [before, mark[2]]
        start = length + len(before)
        length = start + len(mark[2])
        spans.append(Span(mark[1], start, length))
        at = mark.end()
    text = "".join([*parts, written[at:]])
    if set(text) & set("{}|"):
        line = next(line for line in text.splitlines() if set(line) & set("{}|"))
        raise ValueError(f"{path.name}: a mark is not closed: {line[:60]}")
    return MarkedText(path.name, text, tuple(spans))


def words_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The words of ``text`` between two places."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        yield Span("", match.start(), match.end())


def covered(found: Iterable[Span]) -> set[int]:
    """Every character that is in one of ``found``."""
    return {at for span in found for at in range(span.start, span.end)}


def is_found(text: str, span: Span, characters: set[int]) -> bool:
    """Whether every telling word of ``span`` is covered whole; a possessive's end need not be."""
    telling = [
        word
        for word in words_of(text, span.start, span.end)
        if not _JOINING.fullmatch(text[word.start : word.end])
        and (span.kind != "PERSON" or not _TITLE.fullmatch(text[word.start : word.end]))
    ]
    words = telling or list(words_of(text, span.start, span.end))
    return all(
        characters.issuperset(range(word.start, word.start + len(_bare(text, word))))
        for word in words
    )


def _bare(text: str, word: Span) -> str:
    return re.sub(r"['’]s$", "", text[word.start : word.end])

"""A text and what in it is a name: the form in which every source of training data arrives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

PERSON, PLACE, ORG = LABELS = ("PERSON", "PLACE", "ORG")


@dataclass(frozen=True)
class Span:
    """Characters ``start`` to ``end`` of a text are a name of the kind ``label``."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Example:
    """A text with its names in order, none inside another."""

    text: str
    spans: tuple[Span, ...]


def joined(parts: Iterable[tuple[str, str | None]]) -> Example:
    """One example of pieces of text, each with the label it carries, or none."""
    text, spans = "", []
    for piece, label in parts:
        if label and piece:
            spans.append(Span(len(text), len(text) + len(piece), label))
        text += piece
    return Example(text, tuple(spans))


def pieces(example: Example) -> list[tuple[str, str | None]]:
    """The opposite of ``joined``."""
    parts: list[tuple[str, str | None]] = []
    at = 0
    for span in example.spans:
        parts.append((example.text[at : span.start], None))
        parts.append((example.text[span.start : span.end], span.label))
        at = span.end
    parts.append((example.text[at:], None))
    return [part for part in parts if part[0]]

"""One text of a document as the net sees it, looked at once and used by every step."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from weakref import WeakValueDictionary

from redaction.detect.detection import Detection
from redaction.detect.net.phrases import cited_spans, phrase_spans
from redaction.detect.net.tokens import Words
from redaction.detect.plain import folded


class Text:
    """A text in plain view, in Latin letters, and in words; offsets are those of the plain view."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._view = folded(text)
        self.words = Words(self._view.text)

    def written(self, detection: Detection) -> str:
        """What ``detection`` marks, in basic Latin letters."""
        start, end = self.latin(detection.start, detection.end)
        return self._view.text[start:end]

    def latin(self, start: int, end: int) -> tuple[int, int]:
        """The characters of its words that ``start`` to ``end`` of the text are."""
        return self._view.position(start), self._view.position(end - 1) + 1

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the text that ``start`` to ``end`` of its words stand for."""
        return self._view.span(start, end)

    @cached_property
    def safe_words(self) -> frozenset[int]:
        """The words that a safe phrase or a citation explains, by their number."""
        return frozenset(at for span in self._safe_spans for at in self.words.inside(*span))

    @cached_property
    def safe(self) -> frozenset[int]:
        """The characters that a safe phrase or a citation explains."""
        return places(self.span(*span) for span in self._safe_spans)

    @cached_property
    def cited(self) -> tuple[str, ...]:
        """The citations of authors in it."""
        return tuple(self.words.text[start:end] for start, end in self._cited_spans)

    @cached_property
    def _safe_spans(self) -> list[tuple[int, int]]:
        return [*phrase_spans(self.words), *self._cited_spans]

    @cached_property
    def _cited_spans(self) -> list[tuple[int, int]]:
        return list(cited_spans(self.words))


_READ: WeakValueDictionary[str, Text] = WeakValueDictionary()


def read(text: str) -> Text:
    """``text``, in plain view, as the net sees it: the same for all who hold it at one time.

    Presidio hands its recognisers a text alone, and what they saw of it is wanted again.
    """
    seen = _READ.get(text)
    if seen is None:
        seen = _READ[text] = Text(text)
    return seen


def places(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Every character of ``spans``."""
    return frozenset(place for start, end in spans for place in range(start, end))


def spans_of(detections: Iterable[Detection]) -> Iterable[tuple[int, int]]:
    """From and to where each of ``detections`` stands."""
    return ((each.start, each.end) for each in detections)

"""The base of our pattern recognisers, so that each is only its patterns and context words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

import regex
from presidio_analyzer import (
    AnalysisExplanation,
    EntityRecognizer,
    Pattern,
    PatternRecognizer,
    RecognizerResult,
)
from presidio_analyzer.nlp_engine import NlpArtifacts

from redaction.detect.word_led import WordLed, rarely_led

ANY_CASE = regex.DOTALL | regex.MULTILINE | regex.IGNORECASE
EXACT_CASE = regex.DOTALL | regex.MULTILINE

SURE = 0.9
"""Score of a pattern that hardly ever means anything else."""
LIKELY = 0.6
"""Score of a pattern that a person must look at."""
WITH_CONTEXT = 0.2
"""Score of a pattern that counts only beside a word of the recogniser's context."""
THRESHOLD = 0.4
"""Results below this score are dropped."""

_BEFORE, _AFTER = 90, 60
"""Characters around what a recogniser needs in which its patterns are tried."""
_LONGEST_WORD = 40

_LABEL = (
    r"(?:[\s-]{1,3}(?:person|client|patient|unique|case|registration|reg|reference|ref|record|file"
    r"|pin|id|identifier|numbers?|num|nos?|nr)\b\.?){0,4}"
    r"(?:\s(?:is|was|of|as|being))?(?:[\s:.,#(=\-]{1,5}|[:=][ \t]{1,30})"
)


def called(words: str, number: str) -> str:
    """A pattern for ``number`` after ``words`` that call it so; only the number is the result."""
    return rf"\b(?:{words}){_LABEL}\K(?:{number})"


class UkPatternRecognizer(PatternRecognizer):  # type: ignore[misc]
    """A recogniser whose patterns stand in its class: ``ENTITY``, ``PATTERNS``, ``CONTEXT``.

    Its patterns are Presidio's and can be used as such. Looking for ``NEAR`` and ``NEAR_WORDS``
    first, something cheap that no match is without, spares it most of an ordinary text.
    """

    COUNTRY_CODE = "uk"
    ENTITY: ClassVar[str]
    PATTERNS: ClassVar[tuple[tuple[str, str, float], ...]]
    """Name, regular expression and score of each pattern."""
    CONTEXT: ClassVar[tuple[str, ...]] = ()
    """Words near a match that raise its score."""
    FLAGS: ClassVar[int] = ANY_CASE
    NEAR: ClassVar[str] = ""
    """A regular expression for what stands in or close to every match."""
    NEAR_WORDS: ClassVar[str] = ""
    """The same for words' beginnings, in any case; both empty: anything may match anywhere."""

    def __init__(self, supported_language: str = "en") -> None:
        super().__init__(
            supported_entity=self.ENTITY,
            patterns=[Pattern(*pattern) for pattern in self.PATTERNS],
            context=list(self.CONTEXT),
            supported_language=supported_language,
            global_regex_flags=self.FLAGS,
        )
        self._led, self._searches = [], []
        for name, pattern, score in self.PATTERNS:
            led = rarely_led(pattern, self.FLAGS)
            if led is not None:
                self._led.append((name, led, score))
            else:
                self._searches.append((name, regex.compile(pattern, self.FLAGS), score))

    def analyze(
        self,
        text: str,
        entities: list[str],
        nlp_artifacts: NlpArtifacts | None = None,
        regex_flags: int | None = None,
    ) -> list[RecognizerResult]:
        """Presidio's results, each stretch once with its best score."""
        best: dict[tuple[int, int], tuple[float, str]] = {}
        for name, score, match in self._matches(text):
            span = self.stretch(name, text, *match.span())
            if span is not None and (span not in best or best[span][0] < score):
                best[span] = score, name
        return [result(self, *span, *why) for span, why in best.items()]

    def _matches(self, text: str) -> Iterator[tuple[str, float, re.Match[str]]]:
        """Of each pattern, by its name and with its score."""
        for name, led, score in self._led:
            for match in led.finditer(text):
                yield name, score, match
        for start, end in windows(text, self.NEAR, self.NEAR_WORDS) if self._searches else ():
            for name, search, score in self._searches:
                for match in search.finditer(text, start, end):
                    yield name, score, match

    def stretch(self, name: str, text: str, start: int, end: int) -> tuple[int, int] | None:
        """What of a match of pattern ``name`` counts; None where it is not one after all."""
        return start, end


@lru_cache(maxsize=128)
def windows(text: str, near: str, words: str = "") -> tuple[tuple[int, int], ...]:
    """The stretches of ``text`` around what matches ``near``, or ``words`` where a word begins.

    They are apart from each other and in order; the whole text where both are empty.
    """
    if not near and not words:
        return ((0, len(text)),)
    found: list[tuple[int, int]] = []
    for start, end in _near(text, near, words):
        start, end = start - _BEFORE, end + _AFTER
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(_whole_words(text, found))


def _near(text: str, near: str, words: str) -> list[tuple[int, int]]:
    spans = [match.span() for match in _compiled(near).finditer(text)] if near else []
    if words:
        spans += (match.span() for match in _word_led(words).finditer(text))
    return sorted(spans)


def _whole_words(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in spans:
        start, end = max(0, start), min(len(text), end)
        left, right = max(0, start - _LONGEST_WORD), min(len(text), end + _LONGEST_WORD)
        while start > left and text[start - 1].isalnum():
            start -= 1
        while end < right and text[end].isalnum():
            end += 1
        yield start, end


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@lru_cache(maxsize=256)
def _word_led(pattern: str) -> WordLed:
    return WordLed(pattern, re.IGNORECASE)


def result(
    recogniser: EntityRecognizer,
    start: int,
    end: int,
    score: float,
    pattern: str = "",
    entity: str = "",
) -> RecognizerResult:
    """Presidio's result of ``recogniser``, of its only entity unless another is named.

    It carries an explanation, which Presidio's own enhancer of context writes into.
    """
    return RecognizerResult(
        entity_type=entity or recogniser.supported_entities[0],
        start=start,
        end=end,
        score=score,
        analysis_explanation=AnalysisExplanation(recogniser.name, score, pattern_name=pattern),
        recognition_metadata={
            RecognizerResult.RECOGNIZER_NAME_KEY: recogniser.name,
            RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: recogniser.id,
        },
    )

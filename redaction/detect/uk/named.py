"""Walks back from a word such as "School" over the name before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from redaction.detect.pattern import LIKELY, result
from redaction.detect.uk.kinds import LEADS, is_kind, plain_word
from redaction.detect.word_led import WordLed

_REACH = 90
"""Characters before a head in which its name must stand."""
_MOST = 7
"""Words of a name, without its head."""
CONNECTORS = frozenset(
    {"and", "of", "the", "&", "upon", "on", "le", "la", "de", "under", "with", "by", "in"}
)
_STOPS = (",", ";", ":", "!", "?", ")", "]", '"')
_AIDED = frozenset({"(VA)", "(VC)", "(Aided)", "(RC)", "(CE)"})
"""How a school is kept up, in the middle of its name."""
_WORDS = re.compile(r"\S+")
_LABEL = re.compile(
    r"\s?(?:\d{1,2}\b(?!\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|[./-]\d)|[A-Z]\b"
    r"(?!['.&]))"
)
"""After a head, the number or letter of a label: "School 1", "Hospital B"."""


def name_before(text: str, head: int, connectors: frozenset[str] = CONNECTORS) -> int | None:
    """Where the name begins that ends just before ``head``; None where there is none.

    A name is words with capitals, perhaps joined by "and" or "of the"; one of them at least must
    say more than the kind of thing.
    """
    low = max(0, head - _REACH)
    line = max(text.rfind("\n", low, head), text.rfind("\x00", low, head)) + 1
    words = [match.span() for match in _WORDS.finditer(text, max(low, line), head)]
    if not words or words[-1][1] == head:
        return None
    kept = _walk(text, words, connectors)
    while kept and _leads(text, kept):
        kept.pop()
    if not kept or not _distinct(text, kept):
        return None
    return _without_opening(text, kept[-1][0])


def _walk(
    text: str, words: list[tuple[int, int]], connectors: frozenset[str]
) -> list[tuple[int, int]]:
    """The words of the name, the last first; those that join only where a capital precedes."""
    kept: list[tuple[int, int]] = []
    joining: list[tuple[int, int]] = []
    for start, end in reversed(words[-_MOST - 3 :]):
        word = text[start:end]
        if word in _AIDED:
            continue
        stopped = word.endswith(_STOPS) or (word.endswith(".") and len(word) > 3)
        if stopped and word != "St.":
            break
        first = word.lstrip("(\"'[")[:1]
        if first.isupper():
            if plain_word(word) in LEADS:
                break
            kept += [*joining, (start, end)]
            joining = []
            if first != word[:1] or len(kept) >= _MOST:
                break
        elif word in connectors and len(joining) < 2 and (kept or word in ("and", "&")):
            if _only_a_kind(text, kept) and (
                word == "the" or (word == "of" and not _of_a_church(text, start))
            ):
                break  # "Records of the Primary Care Trust"
            joining.append((start, end))
        else:
            break
    return kept


def _only_a_kind(text: str, kept: list[tuple[int, int]]) -> bool:
    return bool(kept) and all(is_kind(text[start:end]) for start, end in kept)


def _of_a_church(text: str, of: int) -> bool:
    """Whether "Church" stands before the "of" at ``of``: "Church of England Primary School"."""
    return text.endswith(("Church", " C"), 0, of - 1)


def _leads(text: str, kept: list[tuple[int, int]]) -> bool:
    start, end = kept[-1]
    return plain_word(text[start:end]) in LEADS or text[start:end] in CONNECTORS


def _distinct(text: str, kept: list[tuple[int, int]]) -> bool:
    telling = [text[start:end] for start, end in kept if not is_kind(text[start:end])]
    telling = [
        word for word in telling if word not in CONNECTORS and sum(map(str.isalpha, word)) > 1
    ]
    if len(kept) == 1 and telling and _opens(text, kept[0][0]):
        return not telling[0].lower().endswith(("ing", "ed", "ly"))
    return bool(telling)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence or a line begins at ``start``."""
    before = text[max(0, start - 2) : start].rstrip(" ")
    return not before or before[-1] in ".!?:;\n\x00•-"


def opens(text: str, start: int) -> bool:
    """Whether a sentence or a line begins at ``start``: a capital there says nothing."""
    return _opens(text, start)


def _without_opening(text: str, start: int) -> int:
    while text[start] in "(\"'[":
        start += 1
    return start


class NamedRecognizer(EntityRecognizer):  # type: ignore[misc]
    """Whatever has a name and one of the heads of its class."""

    COUNTRY_CODE = "uk"
    ENTITY: ClassVar[str]
    HEADS: ClassVar[WordLed]
    """The last words of the name of such a thing, in title case or in capitals."""
    SMALL_HEADS: ClassVar[WordLed | None] = None
    """The same in small letters: "Harebell school"."""
    WHOLE: ClassVar[WordLed | None] = None
    """Names whose head comes first: "Crown Court at Harnmouth"."""

    def __init__(self, supported_language: str = "en") -> None:
        super().__init__(supported_entities=[self.ENTITY], supported_language=supported_language)

    def load(self) -> None:
        """Nothing to load."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Presidio's results, those that overlap as one."""
        return [result(self, start, end, LIKELY) for start, end in merged(sorted(self.found(text)))]

    def found(self, text: str) -> Iterator[tuple[int, int]]:
        """From and to where each such name stands; they may overlap."""
        for match in self.HEADS.finditer(text):
            start = name_before(text, match.start())
            if (
                start is not None
                and self.counts(text, start, match)
                and not _LABEL.match(text, match.end())
            ):
                yield start, match.end()
        if self.SMALL_HEADS is not None:
            for match in self.SMALL_HEADS.finditer(text):
                start = name_before(text, match.start())
                if (
                    start is not None
                    and not opens(text, start)
                    and not _LABEL.match(text, match.end())
                ):
                    yield start, match.end()
        if self.WHOLE is not None:
            yield from (match.span() for match in self.WHOLE.finditer(text))

    def counts(self, text: str, start: int, head: re.Match[str]) -> bool:
        """Whether a name at ``start`` with this head is one of the thing."""
        return True


def merged(
    spans: list[tuple[int, int]], text: str = "", between: str = ""
) -> Iterator[tuple[int, int]]:
    """``spans``, in order, those that overlap (or have only ``between`` between them) as one."""
    kept: tuple[int, int] | None = None
    for start, end in spans:
        if kept is not None and (start < kept[1] or (between and text[kept[1] : start] == between)):
            kept = kept[0], max(kept[1], end)
            continue
        if kept is not None:
            yield kept
        kept = start, end
    if kept is not None:
        yield kept

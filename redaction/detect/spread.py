"""What one place of a document says about another: a name once is a name everywhere."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from redaction.detect.detection import Detection
from redaction.detect.entities import ENTITIES
from redaction.detect.people.names import letters
from redaction.detect.words import ORDINARY_WORDS, REPORT_WORDS, TITLES

RECOGNISER = "spread"

_NAME = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")
_SHORTEST = 3


def spread(texts: Sequence[str], found: list[list[Detection]]) -> None:
    """Adds to ``found`` (and takes from it) what only the whole document tells.

    A name that stands somewhere with its title is found wherever it stands without. A word that
    looks like a misspelt name isn't one if the document also writes it in small letters.
    """
    _drop_ordinary(texts, found)
    names = _names_with_titles(texts, found)
    if not names:
        return
    either = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
    pattern = re.compile(rf"(?<![^\W_])(?=[^\W\d_])(?i:{either})(?![^\W_])")
    for text, detections in zip(texts, found, strict=True):
        titled = sorted(
            (each.start, each.end) for each in detections if each.entity == "TITLED_NAME"
        )
        detections.extend(
            again for again in _elsewhere(text, pattern) if not _inside(again, titled)
        )


def _elsewhere(text: str, pattern: re.Pattern[str]) -> Iterator[Detection]:
    entity = ENTITIES["TITLED_NAME"]
    for hit in pattern.finditer(text):
        if hit[0][0].isupper():
            yield Detection(
                entity="TITLED_NAME",
                category=entity.category,
                weight=entity.weight,
                start=hit.start(),
                end=hit.end(),
                recogniser=RECOGNISER,
                reason="stands elsewhere in this document as someone's name",
                suggestion=entity.suggestion,
            )


def _inside(detection: Detection, spans: list[tuple[int, int]]) -> bool:
    """Whether one of ``spans`` (sorted) holds ``detection``."""
    at = bisect_right(spans, detection.start, key=itemgetter(0)) - 1
    return at >= 0 and detection.end <= spans[at][1]


def _names_with_titles(texts: Sequence[str], found: Sequence[Iterable[Detection]]) -> set[str]:
    names = set()
    for text, detections in zip(texts, found, strict=True):
        for detection in detections:
            if detection.entity == "TITLED_NAME":
                names.update(_NAME.findall(text[detection.start : detection.end]))
    return {name for name in names if _is_distinctive(name)}


def _is_distinctive(name: str) -> bool:
    word = "".join(letters(name))
    ordinary = word in ORDINARY_WORDS or word in REPORT_WORDS or word in TITLES
    return len(word) >= _SHORTEST and not ordinary and not name.isupper()


def _drop_ordinary(texts: Sequence[str], found: list[list[Detection]]) -> None:
    """Takes out misspellings that are ordinary words of the document."""
    suspects = {
        text[detection.start : detection.end].lower()
        for text, detections in zip(texts, found, strict=True)
        for detection in detections
        if detection.misspelt
    }
    if not suspects:
        return
    either = "|".join(map(re.escape, sorted(suspects)))
    pattern = re.compile(rf"(?<![^\W_])(?:{either})(?![^\W_])")
    ordinary = {hit[0] for text in texts for hit in pattern.finditer(text)}
    for text, detections in zip(texts, found, strict=True):
        detections[:] = [
            detection
            for detection in detections
            if not (
                detection.misspelt and text[detection.start : detection.end].lower() in ordinary
            )
        ]

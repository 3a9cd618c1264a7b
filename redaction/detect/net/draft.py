"""What a text that names people asks about besides: there a doubtful word is more likely a name.

A report that is fit to be published names hardly anyone. Where a document names many, odd capitals
("Puffin", "the Tuns"), short letters ("VC to chase") and the days of the board's own life are for
its author to look at too; in an anonymised one they would be false alarms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from redaction.detect.detection import Detection
from redaction.detect.entities import ENTITIES
from redaction.detect.net.bodies import is_of_reports
from redaction.detect.net.document import Text, places, spans_of
from redaction.detect.net.known import Known
from redaction.detect.net.lists import names
from redaction.detect.net.short_for import short_for
from redaction.detect.net.strangers import explained, may_be_initials
from redaction.detect.net.uses import is_capital_of_use
from redaction.detect.net.vocabulary import Kind, kind
from redaction.values import Severity

RECOGNISER = "draft"

_FEWEST = 12
"""Different names in a document that names people; anonymised ones have a few at most."""
_NAMING = frozenset({"CASE_PERSON", "LISTED_NAME", "TITLED_NAME"})
_SHORTEST = 3
_ORDINARY = (Kind.SAFE, Kind.EITHER)
_LONGEST_INITIALS = 3
_HOUSE = re.compile(
    r"(?<=\bat )(?:number|no\.?) \d{1,3}[a-z]?\b|(?<=\bof )(?:number|no\.) \d{1,3}[a-z]?(?=[,.;)])"
    r"|(?<=neighbour, )(?:number|no\.) \d{1,3}[a-z]?(?=[,.;)])"
)
"""Whose house: "the neighbour at number 29"."""
_PRISON = re.compile(r"\bhmp (?:& yoi )?[a-z]{4,15}\b")


def find_in_draft(texts: Sequence[Text], found: list[list[Detection]], known: Known) -> None:
    """Adds to ``found`` what is doubtful in ``texts``, which name people that are ``known``."""
    beginnings = _beginnings(known)
    shortened = {short for text in texts for short in explained(text.words.text)}
    for text, detections in zip(texts, found, strict=True):
        held = places(spans_of(detections))
        detections[:] = map(_of_the_board, detections)
        letters = short_for(text.words.text, known.initials)
        spans = [
            *_odd_capitals(text),
            *_initials(text, shortened),
            *_shortened(text, beginnings),
            *(text.span(*span) for span in letters),
        ]
        detections += [_detection(*span) for span in spans if not held.issuperset(range(*span))]
        for pattern, name in ((_HOUSE, "UNLISTED_PLACE"), (_PRISON, "UNLISTED_ORGANISATION")):
            hits = pattern.finditer(text.words.text)
            detections += [_detection(*text.span(*hit.span()), name) for hit in hits]


def names_people(texts: Sequence[Text], found: Sequence[Sequence[Detection]]) -> bool:
    """Whether a document is one that names people, and so none to be published as it is."""
    named = {
        text.written(each).lower()
        for text, detections in zip(texts, found, strict=True)
        for each in detections
        if each.entity in _NAMING
    }
    return len(named) >= _FEWEST


def _of_the_board(detection: Detection) -> Detection:
    if detection.entity != "UK_PROCESS_DATE":
        return detection
    reason = f"{detection.reason}, in a document that names people"
    return replace(detection, weight=Severity.REVIEW, reason=reason)


def _odd_capitals(text: Text) -> Iterator[tuple[int, int]]:
    """Ordinary words with a capital that nothing gives them; neighbours are one, "the Red Lion"."""
    words, start, last = text.words, -1, -2
    for at in range(len(words) + 1):
        odd = at < len(words) and words.tokens[at].written[0].isupper() and _is_odd(text, at)
        if odd and last == at - 1 and words.beside(last):
            last = at
            continue
        if start >= 0:
            led = words.capital(start - 1) and words.beside(start - 1) and start > 1
            first = start - 1 if led and words.word(start - 2) == "the" else start
            more = words.capital(last + 1) and words.beside(last) and not words.opens(last + 1)
            yield text.span(words.tokens[first].start, words.tokens[last + more].end)
        start, last = (at, at) if odd else (-1, -2)


def _is_odd(text: Text, at: int) -> bool:
    words = text.words
    word, written = words.word(at), words.written(at)
    if len(word) < _SHORTEST or not written[1:].islower():
        return False
    if is_of_reports(word) or kind(word) not in _ORDINARY or words.is_code(at):
        return False
    if words.gap(at) == " (" and word in names("given"):
        return True
    return is_capital_of_use(words, at) and text.span(*words.tokens[at][:2])[0] not in text.safe


def _initials(text: Text, shortened: set[str]) -> Iterator[tuple[int, int]]:
    words = text.words
    for at, token in enumerate(words.tokens):
        short = 1 < len(token.written) <= _LONGEST_INITIALS and token.written[0].isupper()
        if short and may_be_initials(words, at, shortened):
            yield text.span(token.start, token.end)


def _beginnings(known: Known) -> frozenset[str]:
    """What is no word, and how a name that is known begins: "dev", of Devinder."""
    cut = {name[:end] for name in known.sure for end in range(_SHORTEST, len(name))}
    return frozenset(word for word in cut if kind(word) is Kind.UNKNOWN)


def _shortened(text: Text, beginnings: frozenset[str]) -> Iterator[tuple[int, int]]:
    for token in text.words.tokens:
        if token.word in beginnings:
            yield text.span(token.start, token.end)


def _detection(start: int, end: int, name: str = "UNLISTED_WORD") -> Detection:
    entity = ENTITIES[name]
    return Detection(
        entity=name,
        category=entity.category,
        weight=entity.weight,
        start=start,
        end=end,
        recogniser=RECOGNISER,
        reason=f"{entity.reason}, in a document that names people",
        suggestion=entity.suggestion,
        certainty=entity.certainty,
    )

"""Looks through a document that names people: there a doubtful word is more likely a name.

A report that is fit to be published names hardly anyone. Where a document names many, odd capitals
("Puffin", "the Tuns"), short letters ("VC to chase") and the days of the board's own life are for
its author to look at too; in an anonymised one they would be false alarms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redaction.detect.detection import Detection
from redaction.detect.draft.called import called
from redaction.detect.draft.letters import short_for
from redaction.detect.draft.numbers import PATTERNS as NUMBERS
from redaction.detect.draft.places import PATTERNS as PLACES
from redaction.detect.draft.small import small_names
from redaction.detect.draft.whole import grown
from redaction.detect.entities import ENTITIES
from redaction.detect.net.abbreviations import spelt_out
from redaction.detect.net.bodies import is_of_reports
from redaction.detect.net.document import Text, places, spans_of
from redaction.detect.net.grammar import COLOURS, DETERMINERS, SMALL_VERBS
from redaction.detect.net.known import Known
from redaction.detect.net.lists import names
from redaction.detect.net.lists import words as listed
from redaction.detect.net.strangers import dotted, may_be_initials
from redaction.detect.net.tokens import Words
from redaction.detect.net.uses import is_capital_of_use
from redaction.detect.net.vocabulary import Kind, kind
from redaction.values import Severity

RECOGNISER = "draft"

_FEWEST = 12
"""Different names, or initials, in a document that names people; others have a few at most."""
_NAMING = frozenset({"CASE_PERSON", "LISTED_NAME", "TITLED_NAME"})
_SHORTEST = 3
_ORDINARY = (Kind.SAFE, Kind.EITHER)
_LONGEST_INITIALS = 3


def find_in_draft(texts: Sequence[Text], found: list[list[Detection]], known: Known) -> None:
    """Adds to ``found`` what is doubtful in ``texts``, which name people that are ``known``."""
    beginnings = _beginnings(known)
    shortened = {short.upper() for short in spelt_out(text.words.text for text in texts)}
    for text, detections in zip(texts, found, strict=True):
        held = places(spans_of(detections))
        detections[:] = map(_of_the_board, detections)
        words = text.words
        spans = [
            *_odd_capitals(text),
            *_initials(words, shortened, known),
            *_shortened(words, beginnings),
            *short_for(words.text, known.initials),
            *called(text, known),
            *small_names(words, known),
        ]
        of_people = ((start, end, "UNLISTED_WORD") for start, end in spans)
        for start, end, entity in (*of_people, *_short_forms(words.text)):
            place = text.span(start, end)
            if not held.issuperset(range(*place)):
                detections.append(_detection(*place, entity))
        detections += [
            _detection(*text.span(start, end), entity)
            for start, end, entity in grown(text, detections)
        ]


def names_people(texts: Sequence[Text], found: Sequence[Sequence[Detection]]) -> bool:
    """Whether a document is one that names people, and so none to be published as it is."""
    named = {
        text.written(each).lower()
        for text, detections in zip(texts, found, strict=True)
        for each in detections
        if each.entity in _NAMING
    }
    lettered = {
        text.words.text[start:end] for text in texts for start, end in dotted(text.words.text)
    }
    return len(named | lettered) >= _FEWEST


def _short_forms(text: str) -> Iterator[tuple[int, int, str]]:
    for entity, patterns in (*NUMBERS, *PLACES):
        for pattern in patterns:
            yield from ((*hit.span(hit.lastindex or 0), entity) for hit in pattern.finditer(text))


def _of_the_board(detection: Detection) -> Detection:
    if detection.entity != "UK_PROCESS_DATE":
        return detection
    reason = f"{detection.reason}, in a document that names people"
    return detection._replace(weight=Severity.REVIEW, reason=reason)


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
            yield words.tokens[first].start, words.tokens[last + more].end
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
    if words.opens(at) and kind(word) is Kind.EITHER and word in names("given"):
        return _opens_as_name(words, at)
    return is_capital_of_use(words, at) and text.span(*words.tokens[at][:2])[0] not in text.safe


def _opens_as_name(words: Words, at: int) -> bool:
    """Of "Dolly from play took him": no verb or time, nor a word of a title line."""
    word, line = words.word(at), words.line(at)
    if word in SMALL_VERBS or word in COLOURS or word in listed("calendar"):
        return False
    return words.beside(at) and not words.capital(at + 1) and not line.shouted and not line.titled


def _initials(words: Words, shortened: set[str], known: Known) -> Iterator[tuple[int, int]]:
    for at in words.capitals:
        token = words.tokens[at]
        if not 1 < len(token.written) <= _LONGEST_INITIALS:
            continue
        if may_be_initials(words, at, shortened, draft=True) or _of_known(words, at, known):
            yield token.start, token.end


def _of_known(words: Words, at: int, known: Known) -> bool:
    """Initials of someone whose name is there, though an abbreviation too: "manages NB"."""
    word, written = words.word(at), words.written(at)
    if written not in known.initials or word in listed("roles") or words.is_code(at):
        return False
    return words.word(at - 1) not in DETERMINERS and not words.gap(at).startswith(":")


def _beginnings(known: Known) -> frozenset[str]:
    """What is no word, and how a name that is known begins: "dev", of Devinder."""
    cut = {name[:end] for name in known.sure for end in range(_SHORTEST, len(name))}
    return frozenset(word for word in cut if kind(word) is Kind.UNKNOWN)


def _shortened(words: Words, beginnings: frozenset[str]) -> Iterator[tuple[int, int]]:
    return ((token.start, token.end) for token in words.tokens if token.word in beginnings)


def _detection(start: int, end: int, name: str) -> Detection:
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

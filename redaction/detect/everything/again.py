"""What one place of a document says about another: aliases, surnames, places that return."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex

from redaction.detect.detection import Detection
from redaction.detect.everything.lists import entries
from redaction.detect.net.vocabulary import Kind, kind

PLACES = frozenset({"PLACE_BY_USE", "PLACE_OF_WORK", "UNLISTED_PLACE"})
_SHORTEST = 4
_LETTERS = regex.compile(r"[\p{L}\p{M}'-]+")
_SURE_NAMES = frozenset({"INITIALLED_NAME", "TITLED_NAME", "LISTED_NAME"})
_DOUBTFUL_NAMES = frozenset({"UNLISTED_WORD", "SHORT_NAME"})
_BODIES = frozenset({"NAMED_BODY", "UNLISTED_ORGANISATION", "LOCAL_SERVICE"})
_ALIAS = regex.compile(
    r"\((?:[^()\n\"]{0,40}[\s:])?\"(?:the\s)?(?P<name>\p{L}[\p{L}\s-]{2,30})\"\)"
)
_ALIAS_WITHIN = 60


def settle_names(texts: Sequence[str], found: list[list[Detection]]) -> None:
    """A doubtful word that is part of a name elsewhere in the document is no longer doubtful."""
    names = frozenset(
        part
        for text, detections in zip(texts, found, strict=True)
        for each in detections
        if each.entity in _SURE_NAMES
        for part in _LETTERS.findall(text[each.start : each.end])
        if len(part) >= _SHORTEST and part[0].isupper()
    )
    for text, detections in zip(texts, found, strict=True):
        for at, each in enumerate(detections):
            words = _LETTERS.findall(text[each.start : each.end])
            if each.entity in _DOUBTFUL_NAMES and not names.isdisjoint(words):
                reason = "stands elsewhere in this document as a name"
                detections[at] = each._replace(entity="INITIALLED_NAME", reason=reason)


def find_aliases(texts: Sequence[str], found: list[list[Detection]]) -> None:
    """What a body is called for short (“the University”) is a finding wherever it stands."""
    for text, detections in zip(texts, found, strict=True):
        models = dict(_aliases(text, detections))
        if models:
            detections.extend(
                models[hit[0]]._replace(entity="SHORT_NAME", start=hit.start(), end=hit.end())
                for hit in _standing_alone(models).finditer(text)
            )


def _aliases(text: str, detections: Sequence[Detection]) -> Iterator[tuple[str, Detection]]:
    for each in detections:
        if each.entity not in _BODIES:
            continue
        after = _ALIAS.search(text, each.end, each.end + _ALIAS_WITHIN)
        alias = after or _ALIAS.search(text, each.start, each.end)
        if alias is not None and _is_of_a_body(alias["name"]):
            yield alias["name"], each


def _is_of_a_body(name: str) -> bool:
    if name.startswith("applicant"):
        return False
    return {name, f"the {name}"}.isdisjoint(entries("court_language"))


def _standing_alone(names: Iterable[str]) -> regex.Pattern[str]:
    either_name = "|".join(sorted(map(regex.escape, names), key=lambda name: (-len(name), name)))
    return regex.compile(rf"(?<![\p{{L}}-])(?:{either_name})(?![\p{{L}}])")


def _names_one(part: str) -> bool:
    """Whether ``part`` is more than an ordinary word with a capital: not "Practice", "Area"."""
    return part in entries("regions") or kind(part.lower()) is not Kind.SAFE


def find_places(texts: Sequence[str], found: list[list[Detection]], home: frozenset[str]) -> None:
    """A place that is one by what stands around it is found wherever it stands."""
    places = {
        part: each
        for text, detections in zip(texts, found, strict=True)
        for each in detections
        if each.entity in PLACES
        for part in regex.split(r",\s|\s\(|\)|\sand\s", text[each.start : each.end])
        if len(part) >= _SHORTEST and part[0].isupper() and part not in home and _names_one(part)
    }
    if not places:
        return
    again = _standing_alone(places)
    for text, detections in zip(texts, found, strict=True):
        held = {place for each in detections for place in range(each.start, each.end)}
        detections.extend(
            next(iter(places.values()))._replace(entity="PLACE_BY_USE", start=start, end=end)
            for start, end in (hit.span() for hit in again.finditer(text))
            if not held.issuperset(range(start, end))
        )

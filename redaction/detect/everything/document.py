"""What the whole document says of a detail: the home country, the court, places again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import regex

from redaction.detect.detection import Detection
from redaction.detect.everything.bodies import says_only_its_kind
from redaction.detect.everything.lists import Nation, either, entries, nations
from redaction.detect.net.settle import NET

_PLACES = frozenset({"PLACE_BY_USE", "PLACE_OF_WORK", "UNLISTED_PLACE"})
_OF_HOME = frozenset({"COUNTRY", "NATIONALITY", "REGION", *_PLACES, *NET})
_OF_COURT = frozenset(
    {
        "NAMED_BODY",
        "STATE_BODY",
        "SHORT_NAME",
        "INITIALLED_NAME",
        "TITLED_NAME",
        "REGION",
        *_PLACES,
        *NET,
    }
)
_STATE = regex.compile(
    r"^(?:the\s)?(?:[Ff]ederal\s|[Dd]emocratic\s)?(?:Republic|Kingdom|Federation)\sof\s"
)
_DAYS = frozenset({"YEAR", "UK_DATE", "UK_LIFE_DATE", "DATE_SPAN", "MONTH_AND_YEAR"})
_COURT_DAY = regex.compile(
    r",?\s(?:when\sProtocol\sNo|the\sCourt\schanged\sthe\scomposition|the\sdate\son\swhich\sProtocol)"
)
"""What follows a day on which the deciding court itself changed, as many judgments tell."""
_DEFAULT = "United Kingdom"
_SHORTEST = 4
_JOINING = regex.compile(r"\b(?:of|the|and|for|in)\b|'s\b")
_LETTERS = regex.compile(r"[\p{L}\p{M}'-]+")
_SURE_NAMES = frozenset({"INITIALLED_NAME", "TITLED_NAME", "LISTED_NAME"})
_PERHAPS_BODIES = frozenset({"UK_STREET_ADDRESS", "UNLISTED_ORGANISATION", "UNLISTED_PLACE"})
_BODIES = frozenset({"NAMED_BODY", "UNLISTED_ORGANISATION", "LOCAL_SERVICE"})
_ALIAS = regex.compile(
    r"\((?:[^()\n\"]{0,40}[\s:])?\"(?:the\s)?(?P<name>\p{L}[\p{L}\s-]{2,30})\"\)"
)
_ALIAS_WITHIN = 60
_DOUBTFUL_NAMES = frozenset({"UNLISTED_WORD", "SHORT_NAME"})
_ELSEWHERE = "stands elsewhere in this document as a name"


def of_the_document(texts: Sequence[str], found: list[list[Detection]]) -> None:
    """Changes ``found`` by what only the whole document tells.

    The country that a judgment is against (the United Kingdom where there is none) tells nothing,
    nor does the deciding court's own language; a place that stands once is found again.
    """
    home = _home(texts)
    names = _people_named(texts, found)
    for text, detections in zip(texts, found, strict=True):
        detections[:] = [each for each in detections if not _says_nothing(each, text, home)]
        detections[:] = _names_known(text, detections, names)
    _add_aliases(texts, found)
    places = _named_places(texts, found) - home
    if not places:
        return
    again = regex.compile(rf"(?<![\p{{L}}-]){either(places)}(?![\p{{L}}])")
    for text, detections in zip(texts, found, strict=True):
        detections.extend(_again(again, text, detections))


def _says_nothing(each: Detection, text: str, home: frozenset[str]) -> bool:
    if each.known:
        return False
    written = text[each.start : each.end]
    if each.entity in _OF_HOME and _STATE.sub("", written) in home:
        return True
    if each.entity == "STATE_BODY" and written.endswith(" Government"):
        return written.removesuffix(" Government") in home
    if each.entity in _PERHAPS_BODIES and says_only_its_kind(written):
        return True
    if each.entity in _DAYS and _COURT_DAY.match(text, each.end):
        return True
    if each.entity not in _OF_COURT:
        return False
    if not _LETTERS.search(_JOINING.sub("", _court_language().sub("", written))):
        return True
    near = range(max(0, each.start - 60), each.start + 1)
    return any(
        hit.start() <= each.start and each.end <= hit.end()
        for hit in _court_language().finditer(text, near.start, each.end + 60)
    )


@cache
def _court_language() -> regex.Pattern[str]:
    return regex.compile(rf"(?<![\p{{L}}-]){either(entries('court_language'))}(?:'s)?(?![\p{{L}}])")


def _home(texts: Sequence[str]) -> frozenset[str]:
    names: set[str] = set()
    for text in texts:
        for hit in _respondent().finditer(text):
            names.update(_words_of(hit["of"]))
    return frozenset(names or _words_of(_DEFAULT))


def _words_of(name: str) -> tuple[str, ...]:
    return next(
        (each.lands + each.peoples for each in nations() if name in each.lands + each.peoples), ()
    )


@cache
def _respondent() -> regex.Pattern[str]:
    land = either(land for each in nations() for land in each.lands)
    people = either(_first(each) for each in nations())
    state = r"(?:the\s)?(?:(?:[Ff]ederal\s|[Dd]emocratic\s)?(?:Republic|Kingdom|Federation)\sof\s)?"
    return regex.compile(
        rf"\bagainst\s{state}(?:(?P<of>{land})\b|(?P<of>{people})\s(?:Republic|Confederation))"
        rf"|\bThe\s(?P<of>{people})\sGovernment\s\(\"the"
    )


def _first(nation: Nation) -> str:
    return nation.peoples[0]


def _add_aliases(texts: Sequence[str], found: list[list[Detection]]) -> None:
    """What a body is called for short (“the University”) is a finding wherever it stands."""
    for text, detections in zip(texts, found, strict=True):
        for each in [one for one in detections if one.entity in _BODIES]:
            alias = _ALIAS.search(text, each.end, each.end + _ALIAS_WITHIN) or _ALIAS.search(
                text, each.start, each.end
            )
            if alias is None or not _is_alias_of_a_body(alias["name"]):
                continue
            again = regex.compile(rf"(?<![\p{{L}}-]){regex.escape(alias['name'])}(?![\p{{L}}])")
            detections.extend(
                replace(each, entity="SHORT_NAME", start=hit.start(), end=hit.end())
                for hit in again.finditer(text)
            )


def _is_alias_of_a_body(name: str) -> bool:
    if name.startswith("applicant"):
        return False
    return {name, f"the {name}"}.isdisjoint(entries("court_language"))


def _people_named(texts: Sequence[str], found: Sequence[Sequence[Detection]]) -> frozenset[str]:
    return frozenset(
        part
        for text, detections in zip(texts, found, strict=True)
        for each in detections
        if each.entity in _SURE_NAMES
        for part in _LETTERS.findall(text[each.start : each.end])
        if len(part) >= _SHORTEST and part[0].isupper()
    )


def _names_known(
    text: str, detections: Sequence[Detection], names: frozenset[str]
) -> Iterator[Detection]:
    """``detections`` in which a doubtful word that is a name elsewhere is no longer doubtful."""
    for each in detections:
        written = text[each.start : each.end]
        if each.entity in _DOUBTFUL_NAMES and not names.isdisjoint(_LETTERS.findall(written)):
            yield replace(each, entity="INITIALLED_NAME", reason=_ELSEWHERE)
        else:
            yield each


def _named_places(texts: Sequence[str], found: Sequence[Sequence[Detection]]) -> frozenset[str]:
    return frozenset(
        part
        for text, detections in zip(texts, found, strict=True)
        for each in detections
        if each.entity in _PLACES
        for part in regex.split(r",\s|\s\(|\)|\sand\s", text[each.start : each.end])
        if len(part) >= _SHORTEST and part[0].isupper()
    )


def _again(
    places: regex.Pattern[str], text: str, detections: Sequence[Detection]
) -> Iterator[Detection]:
    model = next((each for each in detections if each.entity in _PLACES), None)
    held = {place for each in detections for place in range(each.start, each.end)}
    for hit in places.finditer(text):
        if model and not held.issuperset(range(hit.start(), hit.end())):
            yield replace(model, entity="PLACE_AGAIN", start=hit.start(), end=hit.end())

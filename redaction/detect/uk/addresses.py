"""Recogniser of street addresses: numbers and streets, flats and blocks, houses, estates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from redaction.detect.pattern import LIKELY, result, windows
from redaction.detect.uk.named import merged, name_before, opens
from redaction.detect.word_led import WordLed

_NONE: frozenset[str] = frozenset()
"""No words join the name of a street: "Mr Patel of Harebell Close"."""
_STRONG = (
    "Street|Road|Avenue|Lane|Crescent|Terrace|Grove|Mews|Close|Drive|Gardens|Rd|Ave|Cres|Estate"
)
_WEAK = (
    "Court|Place|Way|Walk|Rise|Hill|Row|Green|View|Mount|Square|St|Cl|Dr|House|Hall|Point|Lodge"
    "|Farm|Manor|Mill|Heights"
    "|Mansions|Buildings|Barn|Flats|Common|Bridge|Croft|Mount|Fields|Meadow|Meadows|Wood|Woods"
    "|Quay|Wharf|Chambers|Lock|Locks|Yard|Wynd|Brae|Vennel|Brow|Fold|Garth|Halt|Weir"
)
_HOUSE = (
    "Cottage|Cottages|Villa|Villas|Rectory|Vicarage|Tower|Towers|Bungalow|Caravan Park"
    "|Park|Parade|(?:Recreation|Pleasure) Grounds?|Playing Fields"
)
_HEADS = WordLed(
    rf"(?:{_STRONG}|{_WEAK}|{_HOUSE}|STREET|ROAD|AVENUE|LANE|CRESCENT|TERRACE|GROVE|CLOSE"
    rf"|ESTATE)\b(?![-'’]\w| of\b)"
)
_SMALL_HEADS = WordLed(
    r"(?:estate|flats|road|street|lane|avenue|close|crescent|footbridge|towpath|quarry|underpass"
    r"|reservoir|weir|pier|allotments|playground|marina|woods|farm|car park)\b(?![-'’]\w)"
)
_ALONE = re.compile(
    rf"(?:{_STRONG}|{_HOUSE}|STREET|ROAD|AVENUE|LANE|CRESCENT|TERRACE|GROVE|CLOSE|ESTATE)"
)
_NO_SURNAME = re.compile(
    r"Way|Walk|Rise|Row|View|Square|Bridge|House|Heights|Mansions"
    r"|Buildings|Flats|Quay|Wharf|Chambers"
)
_BUILDING_ACTS = re.compile(r" (?:has|stands)\b")
"""After a building's name that opens a sentence: "Larkspur House has a lift"."""
_GENERIC = re.compile(
    r"(?:High|Church|School|Station|Hospital|Mill|Park|Main|London|College|Police|King's"
    r"|Queen's|Victoria) (?:Street|Road|Lane|Hill|Avenue|Close)\b"
)
_WHERE = re.compile(
    r"(?:\b(?:in|on|at|of|off|to|from|near|along|under|into|outside|behind|around|by|via"
    r"|towards|address:?|the)|[,(])\s(?:the\s)?$",
    re.IGNORECASE,
)
_DOOR = re.compile(
    r"(?:(?:Flat|Apartment|Apt|Unit|Room|Plot|Caravan|Studio|Bedsit)\.?\s"
    r"(?:No\.?\s?)?\d{1,4}[A-Za-z]?,?\s)?"
    r"(?:(?:No|no|Number|number)\.?\s?)?\b\d{1,4}[A-Za-z]?(?:\s?[-/]\s?\d{1,4}[A-Za-z]?)?,?\s$"
    r"|(?:Flat|Apartment|Apt|Unit|Room|Plot|Caravan|Studio|Bedsit)\.?\s"
    r"(?:No\.?\s?)?\d{1,4}[A-Za-z]?,?\s$"
)
_TO_POSTCODE = re.compile(
    r"(?:,? [A-Z][\w'’-]{2,20}){0,4},?[ \n]{1,2}[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"
)
"""After a street: the town, perhaps, and the postcode, which are one address with it."""
_HOUSE_NAMES = (
    r"Paddocks?|Maltings|Glebe|Orchards?|Meadows?|Willows|Elms|Oaks|Beeches|Limes|Firs|Pines"
    r"|Cedars|Laurels|Hollies|Poplars|Chase"
    r"|Copse|Ridings|Spinney|Warren|Dell|Crescent|Close|Green|Grove|Avenue|Mount|Parade"
    r"|Precinct|Quadrant|Rise|Links|Leas|Mews|Croft"
    r"|Hawthorns|Rowans|Birches|Larches|Sycamores|Gables|Mill|Stables|Granary|Forge|Barn|Lodge"
    r"|Bungalow|Cottage|Drive|Street|Square"
)
_WHOLE = re.compile(
    rf"\b(?:(?:(?:Flat|Apartment|Apt|Unit|Room|Plot)\s)?\d{{1,4}}[A-Za-z]?,?\sThe\s"
    rf"(?:{_HOUSE_NAMES})\b"
    r"|(?:(?<=\bin )|(?<=\bat )|(?<=\bnear )|(?<=\bfrom )|(?<=\bto )|(?<=\w, ))"
    r"(?:Great|Little|Upper|Lower|Nether|Stoke|Much|Chipping|Steeple)\s(?!(?:Britain|Ormond|School"
    r"|Sixth|Form|House|Courts?|Tribunal|Years?|Street|Team|Site|Hall|Ward)\b)[A-Z][a-z]{3,20}\b"
    r"|River\s[A-Z][a-z]+|The\sOld\s(?:Maltings|Rectory|Vicarage|School(?:\s?[Hh]ouse)?|Mill"
    r"|Forge|Bakery|Barn|Post\sOffice|Chapel|Manor|Dairy|Stables|Police\sHouse)\b)"
)
_SMALL_ADDRESS = re.compile(
    r"(?im)(?:^|[,;:(]\s?|\b(?:at|live[sd]? (?:at|in)|living (?:at|in)|address(?: was| is)?|of"
    r"|to)\s)"
    r"(?P<address>(?:flat \d{1,3}[a-z]?,? )?\d{1,4}[a-z]?,? [a-z]{3,15} (?:street|road|avenue"
    r"|lane|crescent|terrace|grove|close|drive|rd|ave))\b"
)
_NOT_SMALL = re.compile(
    r"(?i)\b(?:miles?|metres?|yards?|days?|weeks?|years?|times|very|of|the|and|main|more|other"
    r"|busy|were|was|per)\b"
)


class StreetAddressRecognizer(EntityRecognizer):  # type: ignore[misc]
    """A number with a street, a flat or room with its block, a named street, house or estate."""

    COUNTRY_CODE = "uk"

    def __init__(self, supported_language: str = "en") -> None:
        super().__init__(
            supported_entities=["UK_STREET_ADDRESS"], supported_language=supported_language
        )

    def load(self) -> None:
        """Nothing to load."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Presidio's results; parts of one address with a comma between them are one."""
        spans = merged(sorted(_found(text)), text, ", ")
        whole = merged([(start, _with_postcode(text, end)) for start, end in spans])
        return [result(self, start, end, LIKELY) for start, end in whole]


_NUMBER_ALONE = re.compile(
    r"\b(?:at|of|to|from|in) (No\.?\s?\d{1,3}[a-z]?\b|(?:at )?Flat \d{1,3}[A-Za-z]?\b)"
)
_HOME = re.compile(
    r"\b(?:liv(?:ed?|es|ing)|resid(?:ed?|es|ing)|address|moved|home) (?:at|to|is|was|in)? ?"
    r"(?:at )?(\d{1,4}[A-Za-z]? [A-Z][\w'’-]{2,20})(?! [A-Z])"
)
"""A number and a name without a kind of street: "lived at 4 Harebell"."""
_SMALL_STREET = re.compile(
    r"\b(?:at|in|on|to|from) ([a-z]{4,15} (?:rd|ave|cres|clse|terr|st))\b(?! [A-Z])"
)


_NEAR = (
    r"(?-i:No\.? ?\d|Flat \d|The Old |River |(?:Great|Little|Upper|Lower|Nether|Stoke|Much"
    r"|Chipping|Steeple) [A-Z]|\d{1,4}[A-Za-z]?,? (?:[A-Z]|[a-z]{3,15} [a-z])|"
    r"(?:rd|ave|cres|clse|terr|st)\b)"
)


def _found(text: str) -> Iterator[tuple[int, int]]:
    for match in _HEADS.finditer(text):
        span = _street(text, match)
        if span is not None:
            yield span
    for match in _SMALL_HEADS.finditer(text):
        start = name_before(text, match.start(), _NONE)
        if (
            start is not None
            and not opens(text, start)
            and text[start : match.start()].count(" ") <= 2
        ):
            yield _with_door(text, start), match.end()
    for start, end in windows(text, "", _NEAR):
        yield from (match.span() for match in _WHOLE.finditer(text, start, end))
        for pattern in (_NUMBER_ALONE, _HOME, _SMALL_STREET):
            yield from (match.span(1) for match in pattern.finditer(text, start, end))
        for match in _SMALL_ADDRESS.finditer(text, start, end):
            if not _NOT_SMALL.search(match["address"]):
                yield match.span("address")


def _street(text: str, head: re.Match[str]) -> tuple[int, int] | None:
    start = name_before(text, head.start(), _NONE)
    if start is None:
        return _generic(text, head)
    if text[start : head.start()].count(" ") > 4:
        return None
    door = _with_door(text, start)
    where = _WHERE.search(text, max(0, start - 14), start)
    if door < start or where or _ALONE.fullmatch(head[0]) or _is_a_place(text, start, head):
        return door, head.end()
    return None


def _is_a_place(text: str, start: int, head: re.Match[str]) -> bool:
    """Whether its capitals say it: no one is called "Way" or "Wharf"."""
    if not _NO_SURNAME.fullmatch(head[0]):
        return False
    return not opens(text, start) or _BUILDING_ACTS.match(text, head.end()) is not None


def _generic(text: str, head: re.Match[str]) -> tuple[int, int] | None:
    """A name that many towns have tells only with its number: "12 High Street"."""
    start = text.rfind(" ", 0, max(0, head.start() - 1)) + 1
    if not _GENERIC.match(text, start):
        return None
    door = _with_door(text, start)
    return (door, head.end()) if door < start else None


def _with_postcode(text: str, end: int) -> int:
    after = _TO_POSTCODE.match(text, end)
    return after.end() if after else end


def _with_door(text: str, start: int) -> int:
    door = _DOOR.search(text, max(0, start - 32), start)
    return door.start() if door else start

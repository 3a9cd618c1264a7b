"""Countries, nationalities, peoples, religions, and regions that tell where someone is from."""

from __future__ import annotations

from redaction.detect.everything.lists import either, entries, nations
from redaction.detect.pattern import EXACT_CASE, LIKELY, UkPatternRecognizer

_LAND = either(land for nation in nations() for land in nation.lands)
_ADJECTIVE = either(word for nation in nations() for word in nation.peoples)
_STATE = r"(?:(?:[Ff]ederal\s|[Dd]emocratic\s)?(?:Republic|Kingdom|Federation|Principality)\sof\s)?"


class CountryRecognizer(UkPatternRecognizer):
    """A country by any of its names."""

    ENTITY = "COUNTRY"
    PATTERNS = (("country", rf"(?<![\p{{L}}-]){_STATE}{_LAND}(?![\p{{L}}])", LIKELY),)
    FLAGS = EXACT_CASE


class NationalityRecognizer(UkPatternRecognizer):
    """What is said of a country's people and things."""

    ENTITY = "NATIONALITY"
    PATTERNS = (("nationality", rf"(?<![\p{{L}}-]){_ADJECTIVE}(?![\p{{L}}])", LIKELY),)
    FLAGS = EXACT_CASE


class PersonsNationalityRecognizer(UkPatternRecognizer):
    """A nationality that is said of a person, so that it counts even at home."""

    ENTITY = "NATIONALITY_OF_PERSON"
    PATTERNS = (
        (
            "national",
            rf"(?<![\p{{L}}-])(?:{_ADJECTIVE}|{_LAND})(?:\sand\s{_ADJECTIVE})?"
            r"(?:\snationals?\b|(?=\s(?:citizens?|nationality|citizenship|origin|descent|extraction"
            r"|language|by\sbirth)\b))",
            LIKELY,
        ),
    )
    FLAGS = EXACT_CASE


class PeopleRecognizer(UkPatternRecognizer):
    """A people, a language or a religion of no one country."""

    ENTITY = "PEOPLE"
    PATTERNS = (
        ("people", rf"(?<![\p{{L}}-]){either(entries('peoples'))}(?![\p{{L}}])", LIKELY),
        (
            "colour",
            r"\b(?:[Bb]lack|[Ww]hite|[Mm]ixed-race|[Bb]rown)(?=\s(?:man|men|woman|women|people"
            r"|person|male|female|boy|girl|child|African|British)\b)(?:\s(?:wo)?m[ae]n\b)?",
            LIKELY,
        ),
    )
    FLAGS = EXACT_CASE


class RegionRecognizer(UkPatternRecognizer):
    """A region or a large city."""

    ENTITY = "REGION"
    PATTERNS = (("region", rf"(?<![\p{{L}}-]){either(entries('regions'))}(?![\p{{L}}])", LIKELY),)
    FLAGS = EXACT_CASE

"""Recognisers of what identifies without a name: ages, dates of a life, birth order, titles."""

from __future__ import annotations

from bisect import bisect_right

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from redaction.detect.dates import written_dates
from redaction.detect.pattern import EXACT_CASE, LIKELY, SURE, UkPatternRecognizer

_NUMBER = (
    r"(?:\d{1,3}(?:\s?[½¼¾]|\.5)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:[-\s](?:one|two|three|four|five"
    r"|six|seven|eight|nine))?)"
)
_CHILD = (
    r"(?:child(?:ren)?|son|daughter|brother|sister|sibling|boy|girl|twin|triplet|bab(?:y|ies))s?"
)
_ORDER = r"(?:first|second|third|fourth|fifth|sixth|seventh|eldest|oldest|youngest|middle|only)"
_NAME = r"\p{Lu}[\p{Ll}\p{M}]+(?:-\p{Lu}[\p{Ll}\p{M}]+)?"
_LIFE = r"(?:born|birth|d\.?o\.?b\.?|died|death|deceased|dod|birthday|passed away|stillborn)"


class ExactAgeRecognizer(UkPatternRecognizer):
    """An age in days, weeks or months: "aged 16 weeks", "a 7-week-old", "11 days old"."""

    ENTITY = "EXACT_AGE"
    PATTERNS = (
        (
            "aged",
            rf"\b(?:aged?|age of)\s(?:just\s|only\s|about\s)?{_NUMBER}[\s-](?:and a half\s)?"
            rf"(?:day|week|month)s?(?:\s(?:and\s)?{_NUMBER}\s(?:day|week)s?)?(?:\s(?:old"
            rf"|of age))?\b",
            LIKELY,
        ),
        (
            "old",
            rf"\b{_NUMBER}(?:\sand\sa\shalf)?[\s-](?:day|week|month)s?[\s-](?:old\b|of\sage\b)",
            LIKELY,
        ),
        (
            "years and months",
            rf"\b{_NUMBER}\syears?,?\s(?:and\s)?{_NUMBER}\smonths?(?:\s(?:old|of age))?\b",
            LIKELY,
        ),
    )  # fmt: skip


class BirthOrderRecognizer(UkPatternRecognizer):
    """The order or number of brothers and sisters: "the second of three brothers", "his twin"."""

    ENTITY = "BIRTH_ORDER"
    PATTERNS = (
        (
            "one of several",
            rf"\b{_ORDER}(?:[-\s]born)?\s(?:\w+\s)?(?:of|in)\s(?:a\sfamily\sof\s)?(?:(?:the"
            rf"|her|his|their|a)\s)?{_NUMBER}\s(?:\w+\s)?{_CHILD}\b",
            LIKELY,
        ),
        (
            "eldest of several",
            rf"\b(?:eldest|oldest|youngest)\s(?:of|in\sa\sfamily\sof)\s{_NUMBER}\b",
            LIKELY,
        ),
        (
            "order",
            rf"\b(?:her|his|their|the\s(?:mother|father|couple|family"
            rf"|parents?)'?s?)\s{_ORDER}(?:[-\s]born)?\s{_CHILD}\b",
            LIKELY,
        ),
        (
            "twins",
            r"\b(?:(?:her|his|identical|non-identical)\s(?:\w+\s)?(?:twin|triplet)s?|(?:one"
            r"|two|three|a\s(?:pair|set))\sof\s(?:the\s)?(?:twins|triplets)|(?:twin"
            r"|triplet)\s(?:brother|sister|boy|girl)s?)\b",
            LIKELY,
        ),
        (
            "count",
            rf"\b(?:with|has|had|and|have)\s{_NUMBER}\s(?:older|younger|elder|half"
            rf"|step)[-\s]?(?:brother|sister|sibling)s?\b(?:\sand\s{_NUMBER}\s(?:older|younger"
            rf"|elder|half|step)?[-\s]?(?:brother|sister|sibling)s?)?",
            LIKELY,
        ),
    )  # fmt: skip


class LifeDateRecognizer(UkPatternRecognizer):
    """An exact date that the text itself calls one of birth or death."""

    ENTITY = "UK_LIFE_DATE"
    _SCORE = SURE
    PATTERNS = (("word of birth or death", rf"\b{_LIFE}\b", LIKELY),)

    def analyze(
        self,
        text: str,
        entities: list[str],
        nlp_artifacts: NlpArtifacts | None = None,
        regex_flags: int | None = None,
    ) -> list[RecognizerResult]:
        """Dates with a year within 30 characters after such a word, in the same sentence."""
        words = super().analyze(text, entities, nlp_artifacts, regex_flags)
        ends = sorted(word.end for word in words)
        return [
            _result(self, written.start, written.end, self._SCORE)
            for written in written_dates(text)
            if written.year is not None
            and not written.american
            and _follows(text, written.start, ends)
        ]


class UkDateRecognizer(EntityRecognizer):  # type: ignore[misc]
    """Every exact day, in every written form."""

    def __init__(self, supported_language: str = "en") -> None:
        super().__init__(supported_entities=["UK_DATE"], supported_language=supported_language)

    def load(self) -> None:
        """Nothing to load."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Presidio's results, one for each date."""
        dates = written_dates(text)
        return [_result(self, day.start, day.end, LIKELY) for day in dates if not day.american]


class TitledNameRecognizer(UkPatternRecognizer):
    """Someone named with a title or rank: "Mrs Okonkwo", "PC 1234 Lyle", "Dr S Patel"."""

    ENTITY = "TITLED_NAME"
    PATTERNS = (
        (
            "title and name",
            r"\b(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Revd|Cllr|Insp|Sgt|Supt|PC|DC|PS|DS|DI|DCI|WPC|WDC|SW|HV|HHJ)\.?"
            r"|MR|MRS|MS|MISS|DR|Doctor|Professor|Reverend|Sir|Dame|Lord|Lady|Councillor|Constable|Sergeant"
            r"|Inspector|Superintendent|Midwife|Nurse|Sister|Matron|Uncle|Aunt|Auntie|Nana|Grandad|Imam|Pastor|Judge)"
            r"(?:\s\d{2,5})?\s(?:(?:[A-Z]\.?\s?){1,3}\s?)?"
            r"(?!(?:Act|Order|Team|Unit|Service|Services|Manager|Visitor|Child|Mother|Father|Social|Worker"
            r"|Practitioner|Officer|Partnership|Mr|Mrs|Ms|Miss|Dr|Justice|Chancellor|Mayor|Chief|Report|Inquiry|In|On|At|And|The|Who|Was|Is)\b)"
            r"(?!(?:January|February|March|April|May|June|July|August|September|October|November"
            r"|December)\s\d)"
            rf"(?:(?:O'|Mc|Mac|D'|Al-|El-)?{_NAME}|\p{{Lu}}{{3,}})(?:\s(?:(?:van|de|der|bin|al|el)\s)?(?:O'|Mc)?{_NAME})?",
            LIKELY,
        ),
    )  # fmt: skip
    FLAGS = EXACT_CASE


def _follows(text: str, start: int, ends: list[int]) -> bool:
    at = bisect_right(ends, start) - 1
    return at >= 0 and start - ends[at] <= 30 and not set(text[ends[at] : start]) & set("\n!?")


def _result(recogniser: EntityRecognizer, start: int, end: int, score: float) -> RecognizerResult:
    return RecognizerResult(
        entity_type=recogniser.supported_entities[0],
        start=start,
        end=end,
        score=score,
        recognition_metadata={
            RecognizerResult.RECOGNIZER_NAME_KEY: recogniser.name,
            RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: recogniser.id,
        },
    )

"""Other people's recognisers work in our engine, and ours in other people's."""

from __future__ import annotations

import spacy
from presidio_analyzer import (
    AnalyzerEngine,
    EntityRecognizer,
    Pattern,
    PatternRecognizer,
    RecognizerRegistry,
    RecognizerResult,
)
from presidio_analyzer.nlp_engine import NlpArtifacts, SpacyNlpEngine

from redaction.detect.detector import Detector
from redaction.detect.engine import recognisers
from redaction.values import ProtectedTerms, Severity


class _LongWords(EntityRecognizer):  # type: ignore[misc]
    """Reads tokens, as many recognisers do: words of twenty letters and more."""

    def __init__(self) -> None:
        super().__init__(supported_entities=["LONG_WORD"], name="LongWords")

    def load(self) -> None:
        """Nothing to load."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts
    ) -> list[RecognizerResult]:
        return [
            RecognizerResult("LONG_WORD", token.idx, token.idx + len(token), 0.9)
            for token in nlp_artifacts.tokens
            if len(token) >= 20
        ]


def test_a_recogniser_of_ones_own_is_heard() -> None:
    """A kind of finding that we have no entry for is for review, with the recogniser's name."""
    locker = PatternRecognizer(
        "LOCKER", patterns=[Pattern("locker", r"\blocker \d{3}\b", 0.9)], name="Lockers"
    )
    (found,) = Detector(ProtectedTerms(), extra=[locker]).detect(["It was kept in locker 417."])
    assert [(each.entity, each.recogniser, each.weight) for each in found] == [
        ("LOCKER", "Lockers", Severity.REVIEW)
    ]


def test_a_recogniser_that_reads_tokens_gets_them() -> None:
    """Tokens are made where someone needs them."""
    text = "The counterintuitiveness of it was noted."
    (found,) = Detector(ProtectedTerms(), extra=[_LongWords()]).detect([text])
    assert [text[each.start : each.end] for each in found if each.entity == "LONG_WORD"] == [
        "counterintuitiveness"
    ]


def test_our_recognisers_work_in_a_plain_presidio_engine() -> None:
    """Added to a registry of Presidio's own, over any spaCy pipeline, they find what they find."""

    class Blank(SpacyNlpEngine):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.nlp = {"en": spacy.blank("en")}

    registry = RecognizerRegistry(recognizers=recognisers())
    engine = AnalyzerEngine(registry=registry, nlp_engine=Blank())
    text = "Danuta Bagshaw of 12 Larch Close, pupil number A123456789012, NHS number 999 407 2617."
    kinds = {result.entity_type for result in engine.analyze(text, language="en")}
    assert {"LISTED_NAME", "UK_STREET_ADDRESS", "UK_NHS"} <= kinds


def test_our_name_recogniser_reads_the_entities_of_a_plain_presidio_engine() -> None:
    """Over a spaCy pipeline of the user's, what that calls a person is a finding of ours."""

    class Ruled(SpacyNlpEngine):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            english = spacy.blank("en")
            ruler = english.add_pipe("entity_ruler")
            ruler.add_patterns([{"label": "PERSON", "pattern": "Danuta"}])
            self.nlp = {"en": english}

    registry = RecognizerRegistry(recognizers=recognisers())
    engine = AnalyzerEngine(registry=registry, nlp_engine=Ruled())
    results = engine.analyze("Danuta came.", language="en")
    assert "MODEL_PERSON" in {result.entity_type for result in results}

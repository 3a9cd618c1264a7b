"""The tables of British identifiers beside this module, row by row.

``true-*.tsv`` give an entity and a sentence with the exact stretch between braces; ``alike-*.tsv``
give what only looks like an identifier. The held halves were measured before they were read.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry
from presidio_analyzer.context_aware_enhancers import LemmaContextAwareEnhancer
from presidio_analyzer.nlp_engine import SpacyNlpEngine
from spacy.language import Language
from spacy.tokens import Doc

from redaction.detect.detector import Detector
from redaction.detect.pattern import THRESHOLD
from redaction.detect.pipeline import BlankEnglishEngine, NearbyWordsEnhancer
from redaction.detect.uk import UK_RECOGNISERS
from redaction.values import ProtectedTerms, Severity

TABLES = Path(__file__).parent / "uk_identifiers"


def rows(kind: str) -> list[str]:
    """The rows of both halves of a table."""
    halves = ("open", "held")
    texts = ((TABLES / f"{kind}-{half}.tsv").read_text(encoding="utf-8") for half in halves)
    return [row for text in texts for row in text.splitlines()]


@pytest.fixture(scope="module")
def detector() -> Detector:
    """A detector that knows no case."""
    return Detector(ProtectedTerms())


def test_the_tables_are_as_large_as_they_must_be() -> None:
    """Three hundred of each, no row twice."""
    for kind in ("true", "alike"):
        assert len(set(rows(kind))) == len(rows(kind)) >= 300


@pytest.mark.parametrize("row", rows("true"))
def test_an_identifier_in_a_sentence_is_found_whole(detector: Detector, row: str) -> None:
    """The stretch between braces is found, as what it is."""
    entity, marked = row.split("\t")
    start, end = marked.index("{"), marked.index("}") - 1
    text = marked.replace("{", "").replace("}", "")
    (found,) = detector.detect([text])
    assert text[start:end] in [
        text[each.start : each.end] for each in found if each.entity == entity
    ]


@pytest.mark.parametrize("text", rows("alike"))
def test_what_only_looks_like_an_identifier_is_no_finding(detector: Detector, text: str) -> None:
    """Nothing beyond a note."""
    (found,) = detector.detect([text])
    assert [each for each in found if each.weight is not Severity.NOTE] == []


@pytest.mark.parametrize("kind", UK_RECOGNISERS, ids=lambda kind: kind.__name__)
def test_a_recogniser_works_by_itself_in_anyones_engine(kind: type[EntityRecognizer]) -> None:
    """Alone in a registry, each finds something of the table that is its own."""
    engine = AnalyzerEngine(
        registry=RecognizerRegistry(recognizers=[kind()]),
        nlp_engine=BlankEnglishEngine(),
        context_aware_enhancer=NearbyWordsEnhancer(),
        default_score_threshold=THRESHOLD,
    )
    entities = set(kind().supported_entities)
    own = [row.split("\t")[1] for row in rows("true") if row.split("\t")[0] in entities]
    texts = [marked.replace("{", "").replace("}", "") for marked in own]
    assert any(engine.analyze(text, language="en") for text in texts)


def small_letters(doc: Doc) -> Doc:
    """Each word's lemma is the word itself: enough for words of context."""
    for token in doc:
        token.lemma_ = token.lower_
    return doc


def test_presidios_own_enhancer_of_context_works_with_ours() -> None:
    """Its lemmas raise the score of a short registration beside "car", and say which word did."""
    nlp = SpacyNlpEngine()
    Language.component("small_letters", func=small_letters)
    english = spacy.blank("en")
    english.add_pipe("small_letters")
    nlp.nlp = {"en": english}
    engine = AnalyzerEngine(
        registry=RecognizerRegistry(recognizers=[kind() for kind in UK_RECOGNISERS]),
        nlp_engine=nlp,
        context_aware_enhancer=LemmaContextAwareEnhancer(),
    )
    found = engine.analyze("her car TIB 4417 was", language="en", return_decision_process=True)
    (plate,) = [each for each in found if each.entity_type == "UK_VEHICLE_REGISTRATION"]
    assert plate.score > THRESHOLD
    assert plate.analysis_explanation.supportive_context_word == "car"

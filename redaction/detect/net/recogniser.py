"""The net as a recogniser of Presidio's."""

from __future__ import annotations

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from redaction.detect.net.document import read
from redaction.detect.net.net import Found, held
from redaction.detect.net.runs import Run, runs
from redaction.detect.pattern import LIKELY
from redaction.values import Category

_ENTITIES = {
    Category.PLACE: "UNLISTED_PLACE",
    Category.ORG: "UNLISTED_ORGANISATION",
}
_PEOPLE = {
    Found.KNOWN: "LISTED_NAME",
    Found.USED: "NAME_BY_USE",
    Found.UNKNOWN: "UNLISTED_WORD",
}


class ClosedWorldRecognizer(EntityRecognizer):  # type: ignore[misc]
    """Any word with a capital that is not known to be safe, and names however they are written.

    Entities: LISTED_NAME (a name and nothing else), NAME_BY_USE (an ordinary word used as a name),
    UNLISTED_WORD (no word that is known), UNLISTED_PLACE and UNLISTED_ORGANISATION.
    """

    ENTITIES = (*_PEOPLE.values(), *_ENTITIES.values())

    def __init__(self, supported_language: str = "en") -> None:
        super().__init__(
            supported_entities=list(self.ENTITIES), supported_language=supported_language
        )

    def load(self) -> None:
        """Nothing to load: the lists are read when the first text is."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Presidio's results, one for each name of a person, place or body."""
        seen = read(text)
        words, safe = seen.words, seen.safe_words
        found = runs(words, held(words, safe), safe)
        results = (self._result(run, seen.span(run.start, run.end)) for run in found)
        return [result for result in results if result.entity_type in entities]

    def _result(self, run: Run, span: tuple[int, int]) -> RecognizerResult:
        return RecognizerResult(
            entity_type=_ENTITIES.get(run.category) or _PEOPLE[run.found],
            start=span[0],
            end=span[1],
            score=LIKELY,
            recognition_metadata={
                RecognizerResult.RECOGNIZER_NAME_KEY: self.name,
                RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
            },
        )

"""What the name model takes for a name, as a recogniser of Presidio's."""

from __future__ import annotations

import re
from functools import lru_cache

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from redaction.detect.net.safe import is_safe
from redaction.detect.net.vocabulary import Kind, kind
from redaction.detect.pattern import LIKELY

_ENTITIES = {
    "PERSON": "MODEL_PERSON",
    "PLACE": "MODEL_PLACE", "LOCATION": "MODEL_PLACE",
    "ORG": "MODEL_ORG", "ORGANIZATION": "MODEL_ORG",
}  # fmt: skip
"""By the labels of our engine and of Presidio's own."""

_WORD = re.compile(r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)*")


@lru_cache(maxsize=10_000)
def _is_explained(phrase: str) -> bool:
    """Whether every word is an ordinary one, if perhaps a name too: the net tells those apart."""
    words = [re.sub(r"['’]s?$", "", word).lower() for word in _WORD.findall(phrase)]
    return is_safe(phrase) or all(kind(word) in (Kind.SAFE, Kind.EITHER) for word in words)


class NameModelRecognizer(EntityRecognizer):  # type: ignore[misc]
    """The names that the engine's model found: MODEL_PERSON, MODEL_PLACE and MODEL_ORG.

    A phrase whose every word is explained ("Ofsted", "Early Help", "Swift") is not reported: a
    model that learnt from newspapers takes national bodies for names, and capitals too.
    """

    def __init__(self, supported_language: str = "en") -> None:
        super().__init__(
            supported_entities=sorted(set(_ENTITIES.values())),
            supported_language=supported_language,
        )

    def load(self) -> None:
        """Nothing to load: the model belongs to the engine."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """One result for each name; none without artifacts of an engine with a model."""
        return [
            self._result(_ENTITIES[name.label_], name.start_char, name.end_char)
            for name in (nlp_artifacts.entities if nlp_artifacts else ())
            if _ENTITIES.get(name.label_) in entities
            and not _is_explained(text[name.start_char : name.end_char])
        ]

    def _result(self, entity: str, start: int, end: int) -> RecognizerResult:
        return RecognizerResult(
            entity_type=entity,
            start=start,
            end=end,
            score=LIKELY,
            recognition_metadata={
                RecognizerResult.RECOGNIZER_NAME_KEY: self.name,
                RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
            },
        )

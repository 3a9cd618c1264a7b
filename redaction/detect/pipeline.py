"""What Presidio needs of a language pipeline: a name model, and no network."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import spacy
from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

from redaction.detect.name_model import Name, NameModel

_CHARACTERS_BEFORE = 60
_CHARACTERS_AFTER = 30
_BOOST = 0.35


class BlankEnglishEngine(NlpEngine):  # type: ignore[misc]
    """spaCy's English tokeniser alone: nothing to download, nothing learnt, no names.

    None of our recognisers reads tokens, and making them is most of the time: only with
    ``tokens``, for recognisers of other people's, are there any. Their lemmas are the small-letter
    forms.
    """

    def __init__(self, *, tokens: bool = False) -> None:
        self._tokens = tokens
        self._english: Any = None

    def load(self) -> None:
        """Make the blank pipeline."""
        self._english = spacy.blank("en")

    def is_loaded(self) -> bool:
        """Whether ``load`` was called."""
        return self._english is not None

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        """The names in ``text``, and its tokens if they were asked for."""
        doc = self._english.make_doc(text if self._tokens else "")
        return NlpArtifacts(
            entities=self.names(text),
            tokens=doc,
            tokens_indices=[token.idx for token in doc],
            lemmas=[token.lower_ for token in doc],
            nlp_engine=self,
            language=language,
        )

    def names(self, text: str) -> list[Name]:
        """The names in ``text``: none."""
        return []

    def process_batch(
        self,
        texts: Iterable[str],
        language: str,
        batch_size: int = 1,
        n_process: int = 1,
        **kwargs: object,
    ) -> Iterator[tuple[str, NlpArtifacts]]:
        """``process_text`` of each of ``texts``."""
        for text in texts:
            yield text, self.process_text(text, language)

    def is_stopword(self, word: str, language: str) -> bool:
        """Whether spaCy counts ``word`` among the stop words."""
        return bool(self._english.vocab[word].is_stop)

    def is_punct(self, word: str, language: str) -> bool:
        """Whether ``word`` is punctuation."""
        return bool(self._english.vocab[word].is_punct)

    def get_supported_entities(self) -> list[str]:
        """The labels of the names it finds."""
        return []

    def get_supported_languages(self) -> list[str]:
        """English."""
        return ["en"]


class NameModelEngine(BlankEnglishEngine):
    """Finds names with the model that ships with the project, or with another spaCy ``model``."""

    def __init__(self, model: str = "", *, tokens: bool = False) -> None:
        super().__init__(tokens=tokens)
        self._name = model
        self._model: NameModel | None = None

    def load(self) -> None:
        """Read the model; RedactionError where there is none of its name."""
        super().load()
        self._model = NameModel(self._name)

    def names(self, text: str) -> list[Name]:
        """The names in ``text`` that the net may not hold. RuntimeError before ``load``."""
        if self._model is None:
            raise RuntimeError("load() comes first, as Presidio's engine does it")
        return self._model.names(text, doubtful=True)

    def forget(self) -> None:
        """Drop what is remembered of the texts that were read before."""
        if self._model is not None:
            self._model.forget()

    def get_supported_entities(self) -> list[str]:
        """The labels of the names it finds."""
        return ["PERSON", "PLACE", "ORG"]


class NearbyWordsEnhancer(ContextAwareEnhancer):  # type: ignore[misc]
    """Raises a result's score where one of its recogniser's context words stands near it.

    Presidio's own enhancer compares lemmas, which a blank pipeline has not; this one looks at the
    letters of the 60 characters before and the 30 after, in time in proportion to the results.
    """

    def __init__(self) -> None:
        super().__init__(
            context_similarity_factor=_BOOST,
            min_score_with_context_similarity=0.0,
            context_prefix_count=0,
            context_suffix_count=0,
        )
        self._patterns: dict[str, re.Pattern[str] | None] = {}

    def enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: list[EntityRecognizer],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        """``raw_results``, scores raised in place."""
        by_id = {recogniser.id: recogniser for recogniser in recognizers}
        for result in raw_results:
            identifier = result.recognition_metadata[RecognizerResult.RECOGNIZER_IDENTIFIER_KEY]
            pattern = self._pattern(by_id.get(identifier))
            if pattern is not None and _near(text, result, pattern):
                result.score = min(result.score + _BOOST, self.MAX_SCORE)
        return raw_results

    def _pattern(self, recogniser: EntityRecognizer | None) -> re.Pattern[str] | None:
        words: Sequence[str] = getattr(recogniser, "context", None) or ()
        if recogniser is None or not words:
            return None
        if recogniser.id not in self._patterns:
            either = "|".join(re.escape(word) for word in words)
            self._patterns[recogniser.id] = re.compile(rf"\b(?:{either})\b", re.IGNORECASE)
        return self._patterns[recogniser.id]


def _near(text: str, result: RecognizerResult, pattern: re.Pattern[str]) -> bool:
    """Whether a context word stands before, after or in the result itself ("crime number 12")."""
    start, end = max(0, result.start - _CHARACTERS_BEFORE), result.end + _CHARACTERS_AFTER
    return pattern.search(text, start, end) is not None

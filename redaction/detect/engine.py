"""Presidio's engine with a registry chosen by hand; importing this takes a second or two."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from presidio_analyzer import (
    AnalyzerEngine,
    EntityRecognizer,
    RecognizerRegistry,
    RecognizerResult,
)
from presidio_analyzer.nlp_engine import NlpArtifacts

from redaction.detect.case import CaseIdentityRecognizer
from redaction.detect.details import TitledNameRecognizer
from redaction.detect.everything.recognisers import EVERYTHING_RECOGNISERS
from redaction.detect.named import NameModelRecognizer
from redaction.detect.net.recogniser import ClosedWorldRecognizer
from redaction.detect.pattern import THRESHOLD
from redaction.detect.pipeline import NameModelEngine, NearbyWordsEnhancer
from redaction.detect.uk import UK_RECOGNISERS
from redaction.values import ProtectedTerms

_OURS: tuple[type[EntityRecognizer], ...] = (
    ClosedWorldRecognizer,
    NameModelRecognizer,
    TitledNameRecognizer,
    *UK_RECOGNISERS,
)


def recognisers() -> list[EntityRecognizer]:
    """Every recogniser that knows no case; Presidio's own British ones hold less, and stay out."""
    return [kind() for kind in _OURS]


def analyser(
    terms: ProtectedTerms,
    *,
    everything: bool = False,
    model: str = "",
    extra: Sequence[EntityRecognizer] = (),
) -> AnalyzerEngine:
    """An engine that finds the identities of ``terms`` and whatever identifies anyone.

    ``everything`` adds what only a text for strangers must lose: years, money, callings, courts.
    ``model`` names an installed spaCy model that is to find names in place of the one that ships
    with the project (RedactionError where there is none); ``extra`` are the user's own recognisers.
    """
    _quieten()
    chosen = [CaseIdentityRecognizer(terms), *recognisers()]
    if everything:
        chosen += [kind() for kind in EVERYTHING_RECOGNISERS]
    return _Analyser(
        registry=RecognizerRegistry(recognizers=[*chosen, *extra]),
        nlp_engine=NameModelEngine(model, tokens=bool(extra)),
        context_aware_enhancer=NearbyWordsEnhancer(),
        default_score_threshold=THRESHOLD,
    )


class _Analyser(AnalyzerEngine):  # type: ignore[misc]
    """Presidio's engine, which asks each recogniser in turn for the context of its own results.

    None of ours has one of its own, and the enhancer looks at all results at once: asking takes
    longer than looking. A recogniser of somebody else's is asked.
    """

    def _enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: list[EntityRecognizer],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        theirs = EntityRecognizer.enhance_using_context
        if any(type(each).enhance_using_context is not theirs for each in recognizers):
            return super()._enhance_using_context(  # type: ignore[no-any-return]
                text, raw_results, nlp_artifacts, recognizers, context
            )
        return self.context_aware_enhancer.enhance_using_context(  # type: ignore[no-any-return]
            text, raw_results, nlp_artifacts, recognizers, context
        )


def _quieten() -> None:
    """Presidio logs what it looks at; nothing of a case may reach a log."""
    logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)

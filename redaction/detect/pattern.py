"""The base of our pattern recognisers, so that each is only its patterns and context words."""

from __future__ import annotations

from typing import ClassVar

import regex
from presidio_analyzer import Pattern, PatternRecognizer

ANY_CASE = regex.DOTALL | regex.MULTILINE | regex.IGNORECASE
EXACT_CASE = regex.DOTALL | regex.MULTILINE

SURE = 0.9
"""Score of a pattern that hardly ever means anything else."""
LIKELY = 0.6
"""Score of a pattern that a person must look at."""
WITH_CONTEXT = 0.2
"""Score of a pattern that counts only beside a word of the recogniser's context."""
THRESHOLD = 0.4
"""Results below this score are dropped."""


class UkPatternRecognizer(PatternRecognizer):  # type: ignore[misc]
    """A recogniser whose patterns stand in its class: ``ENTITY``, ``PATTERNS``, ``CONTEXT``."""

    COUNTRY_CODE = "uk"
    ENTITY: ClassVar[str]
    PATTERNS: ClassVar[tuple[tuple[str, str, float], ...]]
    """Name, regular expression and score of each pattern."""
    CONTEXT: ClassVar[tuple[str, ...]] = ()
    """Words near a match that raise its score."""
    FLAGS: ClassVar[int] = ANY_CASE

    def __init__(self, supported_language: str = "en") -> None:
        super().__init__(
            supported_entity=self.ENTITY,
            patterns=[Pattern(*pattern) for pattern in self.PATTERNS],
            context=list(self.CONTEXT),
            supported_language=supported_language,
            global_regex_flags=self.FLAGS,
        )

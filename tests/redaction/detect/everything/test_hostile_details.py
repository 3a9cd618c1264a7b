"""Texts that are made to keep the recognisers busy take no longer than others."""

from __future__ import annotations

from time import process_time

import pytest

from redaction.detect.everything.recognisers import EVERYTHING_RECOGNISERS

_MOST_SECONDS = 3.0
"""Each takes a tenth of a second or two; a pattern that runs away takes minutes."""


@pytest.mark.parametrize(
    "text",
    [
        "Court of " * 2_000,
        "Abcde " * 3_000,
        "A.-" * 6_000,
        "1 May, 2 " * 2_000,
        "12, " * 4_500,
        "is a a a " * 2_000,
        "no. 1/2, " * 2_000,
        "1" * 18_000,
        "EUR " * 4_500,
        "twenty-one hundred " * 1_000,
        "nationals, Abc Def and " * 800,
        "Court Ministry (" * 1_200,
    ],
    ids=lambda text: text[:12],
)
def test_no_pattern_runs_away(text: str) -> None:
    """Every recogniser of the folder looks at 18,000 hostile characters."""
    started = process_time()
    for kind in EVERYTHING_RECOGNISERS:
        recogniser = kind()
        recogniser.analyze(text, recogniser.supported_entities, None)
    assert process_time() - started < _MOST_SECONDS

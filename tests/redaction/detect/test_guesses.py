"""What is only a guess is for a person, also where a reader would not see it."""

from __future__ import annotations

import pytest

from redaction.check import Checker
from redaction.detect.detection import Certainty
from redaction.detect.entities import ENTITIES
from redaction.policy import STRICT
from redaction.values import Passage, ProtectedTerms, Severity

GUESSES = [
    entity for entity in ENTITIES if entity.startswith(("MODEL_", "UNLISTED_", "NAME_BY_USE"))
]


@pytest.mark.parametrize("entity", GUESSES)
def test_a_guess_is_never_sure(entity: str) -> None:
    """Neither the model's nor the net's."""
    assert ENTITIES[entity].certainty is Certainty.DOUBTFUL


@pytest.mark.parametrize("hidden", [False, True])
def test_an_unknown_name_blocks_no_file(hidden: bool) -> None:
    """Nobody knows whether it names anyone: the author decides, in hidden content too."""
    text = "It went to Tolwickmere and came back."
    checker = Checker(ProtectedTerms(), STRICT)
    found = checker.look([Passage(text, "comment", "word/comments.xml", hidden)])
    assert {each.severity for each in found} == {Severity.REVIEW}

"""What the net holds in one text, and what a whole document makes of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redaction.detect.detector import Detector
from redaction.detect.net.document import Text
from redaction.detect.net.net import held
from redaction.detect.net.runs import Run, runs
from redaction.detect.plain import plain
from redaction.values import Category, ProtectedTerms

Hold = Callable[[str], list[tuple[str, Category]]]
Find = Callable[..., list[list[str]]]


def net(text: str) -> tuple[str, list[Run]]:
    """``text`` in Latin letters and what the net holds in it, in order."""
    seen = Text(plain(text).text)
    words, safe = seen.words, seen.safe_words
    return words.text, sorted(runs(words, held(words, safe), safe), key=lambda run: run.start)


@pytest.fixture(scope="session")
def hold() -> Hold:
    """What the net holds in a text, with its category."""

    def holds(text: str) -> list[tuple[str, Category]]:
        latin, found = net(text)
        return [(latin[run.start : run.end], run.category) for run in found]

    return holds


@pytest.fixture(scope="session")
def find() -> Find:
    """What is found in each text of a document of strangers, people and places only, in order."""
    detector = Detector(ProtectedTerms())
    kinds = (Category.PERSON, Category.PLACE, Category.ORG)

    def finds(*texts: str) -> list[list[str]]:
        return [
            list(dict.fromkeys(text[one.start : one.end] for one in found if one.category in kinds))
            for text, found in zip(texts, detector.detect(texts), strict=True)
        ]

    return finds

"""What our recognisers see in one text, by the kind of thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redaction.detect.detector import Detector
from redaction.values import ProtectedTerms

See = Callable[[str, str], list[str]]


@pytest.fixture(scope="session")
def see() -> See:
    """The stretches of a text in which an entity of one kind is seen; no case is known."""
    detector = Detector(ProtectedTerms())

    def seen(entity: str, text: str) -> list[str]:
        (detections,) = detector.detect([text])
        return [text[one.start : one.end] for one in detections if one.entity == entity]

    return seen

"""What an author is asked about in a passage, by the document that it is in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redaction.detect.detector import Detector
from redaction.values import ProtectedTerms, Severity

Ask = Callable[[str], list[str]]


@pytest.fixture(scope="session")
def people() -> str:
    """A passage that makes a draft of its document."""
    return (
        "Seen by Mrs Okonjo, Mr Deshmukh, Ms Wojnarowska, Dr Maddocks, Kasia Brzezinska, Anil "
        "Mehta, Siobhan Gallagher, Tunde Adebayo, Gwilym Prosser, Nasreen Akhtar, Colm Brannigan, "
        "Jitka Novak. Chair: Gwilym Prosser (GP)."
    )


@pytest.fixture(scope="session")
def nobody() -> str:
    """A passage of a report that is fit to be published."""
    return (
        "Seen by Social Worker 2, Health Visitor 1, the Consultant, Teacher 3 and Police Officer 4."
    )


@pytest.fixture(scope="session")
def in_draft(people: str) -> Ask:
    """Asks about a passage of a document that names people."""
    return _asking(people)


@pytest.fixture(scope="session")
def in_report(nobody: str) -> Ask:
    """Asks about a passage of a document that names nobody."""
    return _asking(nobody)


def _asking(before: str) -> Ask:
    detector = Detector(ProtectedTerms())

    def ask(passage: str) -> list[str]:
        found = detector.detect([before, passage])[1]
        asked = [each for each in found if each.weight is not Severity.NOTE]
        return list(dict.fromkeys(passage[each.start : each.end] for each in asked))

    return ask

"""The planted Word file of the reading tests, and a way to replace every planted name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from benchmarks.planted import smallest, word
from redaction.values import Replacement

Find = Callable[[Sequence[str]], list[list[Replacement]]]


@pytest.fixture(scope="session")
def planted_word() -> tuple[bytes, dict[str, str]]:
    """A Word file with a name in every place, and which name is where."""
    planted = word.planted()
    return planted.content, planted.names


@pytest.fixture(scope="session")
def simple_word() -> Callable[[str], bytes]:
    """Makes a plain Word file with the given XML in its body."""
    return smallest.word


@pytest.fixture(scope="session")
def find_planted() -> Find:
    """Replaces every word that starts like a planted name by "Child W"."""

    def find(texts: Sequence[str]) -> list[list[Replacement]]:
        pattern = re.compile(r"zorv\w*", re.IGNORECASE)
        return [
            [Replacement(hit.start(), hit.end(), "Child W") for hit in pattern.finditer(text)]
            for text in texts
        ]

    return find

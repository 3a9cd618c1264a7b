"""Files with planted names, built and read once for the tests of reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from benchmarks.planted import every, smallest
from benchmarks.planted.names import Planted
from redaction.read import Reading, read_content

Readings = Mapping[str, tuple[Planted, Reading]]


@pytest.fixture(scope="session")
def readings() -> Readings:
    """Each planted file with its reading, by the name of its format."""
    return {
        name: (planted, read_content(planted.file, planted.content))
        for name, planted in every.planted_files().items()
    }


@pytest.fixture(scope="session")
def simple_word() -> Callable[[str], bytes]:
    """Makes a plain Word file with the given XML in its body."""
    return smallest.word


@pytest.fixture(scope="session")
def planted_word(readings: Readings) -> tuple[bytes, dict[str, str]]:
    """A Word file with a name in every place, and which name is where."""
    return readings["Word"][0].content, readings["Word"][0].names


@pytest.fixture(scope="session")
def planted_pdf(readings: Readings) -> tuple[bytes, dict[str, str]]:
    """A PDF with a name in every place, and which name is where."""
    return readings["PDF"][0].content, readings["PDF"][0].names

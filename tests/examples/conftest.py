"""The invented cases, each read once for all tests."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from casework.load import OpenCase, load_case

CASES = Path(__file__).parents[2] / "examples" / "cases"


@cache
def _opened(name: str) -> OpenCase:
    return load_case(CASES / name)


@pytest.fixture(scope="session")
def opened() -> Callable[[str], OpenCase]:
    """Opens the invented case of this name."""
    return _opened


@pytest.fixture(scope="session")
def all_opened() -> list[OpenCase]:
    """Every invented case, by reference."""
    return [_opened(folder.name) for folder in sorted(CASES.iterdir())]

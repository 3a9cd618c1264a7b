"""The planted Word file of the reading tests, and a way to replace every planted name."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import pytest

from redaction.values import Replacement

_READ = Path(__file__).parent.parent / "read"
Find = Callable[[Sequence[str]], list[list[Replacement]]]


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"anonymise_{name}", _READ / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[f"anonymise_{name}"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def word_builder() -> ModuleType:
    """The functions that write Word XML."""
    return _load("planted_word")


@pytest.fixture(scope="session")
def planted_word(word_builder: ModuleType) -> tuple[bytes, dict[str, str]]:
    """A Word file with a name in every place, and which name is where."""
    built: tuple[bytes, dict[str, str]] = _load("planted_parts").package(word_builder)
    return built


@pytest.fixture(scope="session")
def simple_word() -> Callable[[str], bytes]:
    """Makes a plain Word file with the given XML in its body."""
    build: Callable[[str], bytes] = _load("plain_word").build
    return build


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

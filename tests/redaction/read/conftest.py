"""Files with planted names, built once for the tests of reading."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from redaction.read import Reading, read_content


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        f"read_{name}", Path(__file__).parent / f"{name}.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[f"read_{name}"] = module
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
def word_reading(planted_word: tuple[bytes, dict[str, str]]) -> Reading:
    """The reading of the planted Word file."""
    return read_content("Zorvown_report.docx", planted_word[0])


@pytest.fixture(scope="session")
def simple_word(word_builder: ModuleType) -> Callable[[str], bytes]:
    """Makes a plain Word file with the given XML in its body."""
    build: Callable[[str], bytes] = _load("plain_word").build
    return build


@pytest.fixture(scope="session")
def planted_pdf(
    word_builder: ModuleType, simple_word: Callable[[str], bytes]
) -> tuple[bytes, dict[str, str]]:
    """A PDF with a name in every place, and which name is where."""
    planted, name = word_builder.names()
    attached = name("attachment in Word")
    word = simple_word(f"<w:p><w:r><w:t>{attached}</w:t></w:r></w:p>")
    content: bytes = _load("planted_pdf").build(name, word_builder.jpeg(name("EXIF")), word)
    return content, planted


@pytest.fixture(scope="session")
def pdf_reading(planted_pdf: tuple[bytes, dict[str, str]]) -> Reading:
    """The reading of the planted PDF."""
    return read_content("report.pdf", planted_pdf[0])

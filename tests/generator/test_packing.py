"""Packing Word files: like Python's own zipfile, and no part deflated twice."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.word import packing
from generator.word.packing import packed, zipped

NAMES = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)


def by_zipfile(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            package.writestr(info, content)
    return buffer.getvalue()


@given(parts=st.dictionaries(NAMES, st.binary(max_size=2000), max_size=8))
def test_a_package_is_what_zipfile_writes(parts: dict[str, bytes]) -> None:
    """To the byte, for any names and contents; and it reads back."""
    made = zipped(parts, parts, {})
    assert by_zipfile(parts) == made
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert parts == {name: package.read(name) for name in package.namelist()}


def test_a_part_that_is_known_is_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the very same object is; one that changed is deflated."""
    same, other = b"the same " * 100, b"another " * 100
    known = {"a": packed(same), "b": packed(same)}
    deflated: list[bytes] = []
    whole = packing.packed

    def counted(content: bytes) -> Any:
        deflated.append(content)
        return whole(content)

    monkeypatch.setattr(packing, "packed", counted)
    parts = {"a": same, "b": other}
    assert by_zipfile(parts) == zipped(parts, parts, known)
    assert deflated == [other]

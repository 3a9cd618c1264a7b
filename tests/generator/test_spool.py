"""The spool between checking and writing: whatever goes in comes out, and no file is left."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.making import spool as spool_module
from generator.making.spool import Spool


@given(files=st.lists(st.binary(max_size=300)))
def test_every_file_comes_out_as_it_went_in(files: list[bytes]) -> None:
    """In any order, also while others still come in."""
    with Spool(Path.cwd()) as spool:
        places = []
        for file in files:
            places.append(spool.keep(file))
            assert spool.read(places[0]) == files[0]
        assert [spool.read(place) for place in reversed(places)] == files[::-1]


def test_a_large_batch_lies_in_a_file_without_a_name(tmp_path: Path) -> None:
    """Whatever the size of the batch; nothing is left afterwards."""
    content = b"x" * (spool_module.MOST_IN_MEMORY // 3)
    with Spool(tmp_path) as spool:
        places = [spool.keep(content) for _ in range(5)]
        assert all(spool.read(place) == content for place in places)
    assert list(tmp_path.iterdir()) == []

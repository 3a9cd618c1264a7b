"""Every place of every format that can hold a name is read, and called by its name."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from benchmarks.planted.every import planted_files
from benchmarks.planted.names import Planted
from redaction.read import Reading

Readings = Mapping[str, tuple[Planted, Reading]]
FILES = planted_files()
VISIBLE = [(name, *place) for name, file in FILES.items() for place in file.visible]
HIDDEN = [(name, *place) for name, file in FILES.items() for place in file.hidden]


@pytest.mark.parametrize(("name", "place", "where"), VISIBLE)
def test_what_a_reader_sees_is_visible_and_has_its_place(
    name: str, place: str, where: str, readings: Readings
) -> None:
    """A name on the page is in a visible passage."""
    planted, reading = readings[name]
    found = _found(reading, planted.names[place], hidden=False)
    assert any(each.startswith(where) for each in found), found


@pytest.mark.parametrize(("name", "place", "where"), HIDDEN)
def test_what_a_reader_does_not_see_is_found_and_named(
    name: str, place: str, where: str, readings: Readings
) -> None:
    """A name outside the page is in a hidden passage that says what it is."""
    planted, reading = readings[name]
    found = _found(reading, planted.names[place], hidden=True)
    assert any(where in each for each in found), found


@pytest.mark.parametrize("name", FILES)
def test_the_tables_name_every_planted_place(name: str) -> None:
    """No planted place is left out of the tables."""
    planted = FILES[name]
    assert {place for place, _ in (*planted.visible, *planted.hidden)} == set(planted.names)


ELSEWHERE = [each for each in HIDDEN if not (each[0] == "PDF" and each[2].endswith(", page 1"))]
"""Hidden places that are no part of a page; a page's text has what lies under its boxes too."""


@pytest.mark.parametrize(("name", "place", "where"), ELSEWHERE)
def test_hidden_places_are_not_read_as_part_of_the_page(
    name: str, place: str, where: str, readings: Readings
) -> None:
    """No visible passage holds what a reader can't see."""
    planted, reading = readings[name]
    assert _found(reading, planted.names[place], hidden=False) == [], where


def test_the_own_name_of_the_file_is_read(readings: Readings) -> None:
    """Whoever downloads a file sees what it is called."""
    assert _found(readings["Word"][1], "Zorvown", hidden=True) == ["the file's own name"]


def _found(reading: Reading, name: str, *, hidden: bool) -> list[str]:
    return [
        passage.where
        for passage in reading.passages
        if passage.hidden is hidden and name.lower() in passage.text.lower()
    ]

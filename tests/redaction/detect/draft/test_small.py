"""Someone who writes names in small letters writes those so too that are ordinary words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Ask = Callable[[str], list[str]]


CARELESS = "kasia late again. kasia and tunde sat by the bins. siobhan took tunde home. "

SMALL = [
    ("carried in by mrs day", "mrs day"),
    ("faith and kasia were there", "faith"),
    ("her mum rose rang the police", "rose"),
    ("then will brought him, Will Prosser", "will"),
    ("asked jan to write it down", "jan"),
    ("sergeant moody came", "sergeant moody"),
    ("june is eighty one", "june"),
    ("crandle said he knew", "crandle"),
    ("Dean Akhtar is ten. only what dean said", "dean"),
]


@pytest.mark.parametrize(("words", "name"), SMALL)
def test_a_name_that_is_a_word_is_found_small(in_draft: Ask, words: str, name: str) -> None:
    """By the title, relation or verb beside it."""
    assert name in in_draft(f"{CARELESS}{words}.")


@pytest.mark.parametrize(
    "words",
    [
        "we hope he will come in june and may be early",
        "the dean of the college rang",
        "a rose in the hall",
        "mark the day on the chart",
        "miss said that all was well",
    ],
)
def test_an_ordinary_word_stays_one(in_draft: Ask, words: str) -> None:
    """After an article, as a verb, as a month."""
    found = in_draft(CARELESS + words + ".")
    assert not {"hope", "will", "june", "may", "dean", "rose", "mark", "miss said"} & set(found)


def test_a_careful_writer_is_not_asked(in_draft: Ask) -> None:
    """Who writes names with capitals means a word where there is none."""
    found = in_draft("Kasia went home. The rose by the door was cut, and faith and hope too.")
    assert not {"rose", "faith", "hope"} & set(found)

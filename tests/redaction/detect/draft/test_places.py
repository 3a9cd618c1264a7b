"""Houses, pubs and wards by the short names of a draft, and what belongs to a name beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Ask = Callable[[str], list[str]]

PLACES = [
    ("They met at the Plough. He was late.", "the Plough"),
    ("A door at the Crown and Thistle was broken.", "the Crown and Thistle"),
    ("She picks it up at Howells the Chemist daily.", "Howells the Chemist"),
    ("She took her to Mass at Our Lady of the Ford then.", "Our Lady of the Ford"),
    ("He was kept in Ysbyty Santes Non.", "Ysbyty Santes Non"),
    ("There is no home visit to 40 Dyke End, we know.", "40 Dyke End"),
    ("Call from Hodan Warsame, Flat 4. Screaming.", "Flat 4"),
    ("A complaint from Percival Bagley, no. 81. He is known.", "no. 81"),
    ("He was told by Marek of Copper Lantern Hexborough of it.", "Copper Lantern Hexborough"),
    ("The report of the officer (Marshgate PDU) was late.", "Marshgate PDU"),
    ("She stayed in Ballyknockan Reach for a week.", "Ballyknockan Reach"),
]


@pytest.mark.parametrize(("sentence", "name"), PLACES)
def test_a_place_is_asked_about_whole(in_draft: Ask, sentence: str, name: str) -> None:
    """With all that has a capital beside it and belongs to it."""
    assert any(name in each for each in in_draft(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "It was heard at the Crown Court, and at the General Medical Council.",
        "The Royal College of Paediatrics was asked.",
    ],
)
def test_national_bodies_are_no_pubs(in_report: Ask, sentence: str) -> None:
    """A published report is not asked about them."""
    assert in_report(sentence) == []

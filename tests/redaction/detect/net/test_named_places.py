"""Places and bodies are told by their last word, their saint, or what stands before them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redaction.values import Category

Hold = Callable[[str], list[tuple[str, Category]]]

PLACE, ORG, PERSON = Category.PLACE, Category.ORG, Category.PERSON

NAMED = [
    ("They lived on the Thornley Estate.", "the Thornley Estate", PLACE),
    ("She was seen in Marsh Lane.", "Marsh Lane", PLACE),
    ("The family moved to Harnmouth in spring.", "Harnmouth", PLACE),
    ("They came from Upper Marlesford.", "Upper Marlesford", PLACE),
    ("He grew up in Nether Combe.", "Nether Combe", PLACE),
    ("It happened near Sallow Lock.", "Sallow Lock", PLACE),
    ("He was at Kestrel House then.", "Kestrel House", PLACE),
    ("Found at Corn Street by a passer-by.", "Corn Street", PLACE),
    ("The bus to Brackwater was late.", "Brackwater", PLACE),
    ("Address: 14 Kettle Street", "14 Kettle Street", PLACE),
    ("He is held at HMP Fosse Park.", "HMP Fosse Park", ORG),
    ("It was heard at Harlsdon Crown Court.", "Harlsdon Crown Court", ORG),
    ("Harnmouth City Council has housing.", "Harnmouth City Council", ORG),
    ("The Brackshire Constabulary was told.", "Brackshire Constabulary", ORG),
    ("She works for the Lantern Trust.", "the Lantern Trust", ORG),
    ("They prayed at the Al-Rahma mosque.", "Al-Rahma mosque", ORG),
    ("She sang at Mount Zion Pentecostal Church.", "Mount Zion Pentecostal Church", ORG),
    ("He went to St Blaise's.", "St Blaise's", ORG),
    ("A carer at Rosemead Nursing Home.", "Rosemead Nursing Home", ORG),
    ("They met at the Copper Kettle.", "the Copper Kettle", ORG),
    ("A fight in the Rose and Anchor.", "the Rose and Anchor", ORG),
    ("booked at ings lane clinic by the midwife", "ings lane clinic", ORG),
    ("she went home to 40 wharfedale road that day", "40 wharfedale road", PLACE),
]

OF_A_KIND = """
The Family Court made the order.
The Crown Court heard the case.
The Children's Centre was closed.
He attended the Youth Offending Team.
The Emergency Duty Team was rung.
The District General Hospital admitted her.
The Local Authority owns the house.
The City Council agreed.
The Police Station was near.
The Community Centre was shut.
The Safeguarding Children Partnership met.
The Health Centre was told.
She was moved to the Maternity Ward.
The Contact Centre was used.
The Mother and Baby Unit had no bed.
The Primary Care Trust knew.
The Women's Refuge had no room.
The Magistrates' Court bailed him.
In Court he said nothing.
The Secure Unit took him.
The High Street was busy.
The Probation Service knew.
""".strip().split("\n")


@pytest.mark.parametrize(("sentence", "name", "category"), NAMED)
def test_a_named_place_or_body_is_held_whole(
    hold: Hold, sentence: str, name: str, category: Category
) -> None:
    """With its last word, its number and what says which of several it is."""
    held = [(seen.removeprefix("the "), kind) for seen, kind in hold(sentence)]
    assert (name.removeprefix("the "), category) in held


@pytest.mark.parametrize("sentence", OF_A_KIND)
def test_a_body_by_its_kind_alone_is_left(hold: Hold, sentence: str) -> None:
    """What tells only of what kind a body is names none."""
    assert hold(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    ["The mother spoke to Danielle.", "A call from Danielle came.", "He looked at Danielle."],
)
def test_a_first_name_after_a_preposition_is_a_person(hold: Hold, sentence: str) -> None:
    """ "to", "from" and "at" lead to people too."""
    assert hold(sentence) == [("Danielle", PERSON)]

"""In a document that names many people what is doubtful is asked about; in no other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redaction.detect.detector import Detector
from redaction.values import ProtectedTerms, Severity

Find = Callable[..., list[list[str]]]

PEOPLE = (
    "Seen by Mrs Okonjo, Mr Deshmukh, Ms Wojnarowska, Dr Maddocks, Kasia Brzezinska, Anil Mehta, "
    "Siobhan Gallagher, Tunde Adebayo, Gwilym Prosser, Nasreen Akhtar, Colm Brannigan, Jitka Novak."
)
NOBODY = (
    "Seen by Social Worker 2, Health Visitor 1, the Consultant, Teacher 3 and Police Officer 4."
)

DOUBTFUL = [
    ("It is said that the Tuns is empty.", "Tuns"),
    ("He was arrested in the yard of the Red Lion.", "Red Lion"),
    ("A cot came via Starter Packs on a Friday.", "Starter Packs"),
    ("It was moved to Puffin and Kestrel later.", "Puffin"),
    ("It was agreed that VC would chase the school.", "VC"),
    ("Her mother says D flew out last week.", "D"),
    ('He said that "K" had done it.', "K"),
    ("She wrote to J's sister, who rang.", "J"),
    ("then mrs b kept the drawing.", "mrs b"),
    ("It was sent on. - JMF\n", "JMF"),
    ("No answer to the letter. NB\n", "NB"),
    ("Not woken. J A-C\n", "J A-C"),
    ('Two boys came, one called "Smurf".', "Smurf"),
    ("The screen said Baba T.", "Baba T"),
    ("A comment of the author (NS) was left out.", "NS"),
    ("then wojnar rang back", "wojnar"),
    ("He was held at hmp stonecroft.", "hmp stonecroft"),
    ("The neighbour at number 29 rang.", "number 29"),
]


@pytest.mark.parametrize(("sentence", "name"), DOUBTFUL)
def test_it_is_asked_about_where_people_are_named(find: Find, sentence: str, name: str) -> None:
    """A published report names hardly anyone: there the same would be a false alarm."""
    assert name in " ".join(find(PEOPLE, sentence)[1])
    assert find(NOBODY, sentence)[1] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "A Child Protection Plan was made, and a Core Group met.",
        "The Health Visitor and the School Nurse were told.",
        "She was seen in the Emergency Department of the NHS.",
        "They wrote of Child D and of Sibling K.",
        "Child Protection (CP) was not spoken of.",
        "It is in Appendix B and in Section 47.",
    ],
)
def test_what_reports_write_with_a_capital_stays_free(find: Find, sentence: str) -> None:
    """Also in a draft full of names."""
    assert find(PEOPLE, sentence)[1] == []


@pytest.mark.parametrize("letters", ["GMcN", "JMacD"])
def test_initials_with_the_beginning_of_a_family_name_are_ones(find: Find, letters: str) -> None:
    """They mean nothing else, in any text."""
    assert find(f"{letters} closed the file.") == [[letters]]


def test_initials_in_brackets_are_someone_whose_name_is_there(find: Find) -> None:
    """Though they are an abbreviation too."""
    assert "CT" in find(PEOPLE, "Cefin Tudur, Public Protection Unit (CT), was there.")[1]


@pytest.mark.parametrize(("around", "weight"), [(PEOPLE, "review"), (NOBODY, "note")])
def test_a_day_of_the_board_is_for_review_where_people_are_named(around: str, weight: str) -> None:
    """What will be published may keep it."""
    texts = [around, "The panel met on 24 November 1997."]
    (day,) = Detector(ProtectedTerms()).detect(texts)[1]
    assert day.weight is Severity(weight)

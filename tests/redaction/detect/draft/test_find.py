"""In a document that names many people what is doubtful is asked about; in no other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redaction.detect.detector import Detector
from redaction.values import ProtectedTerms

Ask = Callable[[str], list[str]]


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
def test_it_is_asked_about_where_people_are_named(
    in_draft: Ask, in_report: Ask, sentence: str, name: str
) -> None:
    """A published report names hardly anyone: there the same would be a false alarm."""
    assert name in " ".join(in_draft(sentence))
    assert in_report(sentence) == []


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
def test_what_reports_write_with_a_capital_stays_free(in_draft: Ask, sentence: str) -> None:
    """Also in a draft full of names."""
    assert in_draft(sentence) == []


@pytest.mark.parametrize("letters", ["GMcN", "JMacD"])
def test_initials_with_the_beginning_of_a_family_name_are_ones(
    in_report: Ask, letters: str
) -> None:
    """They mean nothing else, in any text."""
    assert in_report(f"{letters} closed the file.") == [letters]


def test_initials_in_brackets_are_someone_whose_name_is_there(in_draft: Ask) -> None:
    """Though they are an abbreviation too."""
    assert "CT" in in_draft("Cefin Tudur, Public Protection Unit (CT), was there.")


def test_a_document_of_initials_names_people_too() -> None:
    """Who writes "J.B." for everyone writes "HG" for one."""
    people = "Seen by J.B., K.J., L.D., M.E., N.F., P.G., Q.H., R.I., S.J., T.K., V.L. and W.M."
    found = Detector(ProtectedTerms()).detect([people, "It was chaired by HG for once."])[1]
    assert [each.entity for each in found] == ["UNLISTED_WORD"]


def test_a_day_of_the_board_is_for_review_where_people_are_named(
    in_draft: Ask, in_report: Ask
) -> None:
    """What will be published may keep it."""
    assert in_draft("The panel met on 24 November 1997.") == ["24 November 1997"]
    assert in_report("The panel met on 24 November 1997.") == []

"""Numbers, days and houses in the short forms of a draft."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Ask = Callable[[str], list[str]]


SHORT = [
    ("Gave me the number for the form, 999 418 0187.", "999 418 0187"),
    ("Rang 101 at once (log 188-190421).", "log 188-190421"),
    ("Our ref: EGP/jb/Pt8/01", "ref: EGP/jb/Pt8/01"),
    ("He logged it (CAD 882 of 240219) and rang.", "CAD 882 of 240219"),
    ("Offered WPC Garside (4471) if she talks.", "4471"),
    ("The system number is 4410927 for him.", "4410927"),
    ("A meeting is called for 22nd.", "22nd"),
    ("It will be on the 19th.", "the 19th"),
    ("PC Lyle attends 14B Skellgate.", "14B Skellgate"),
    ("Ward: Lavender", "Lavender"),
    ("She was moved to Royal Penvarrow then.", "Royal Penvarrow"),
]


@pytest.mark.parametrize(("sentence", "number"), SHORT)
def test_a_short_form_is_asked_about_where_people_are_named(
    in_draft: Ask, sentence: str, number: str
) -> None:
    """A published report has none of them, but years of statutes and numbers of paragraphs."""
    assert any(number in each for each in in_draft(sentence))


def test_a_date_stays_one_behind_letters(in_draft: Ask) -> None:
    """Or it would be taken for a number of a record."""
    assert in_draft("Child, DOB 03/03/2008, BP 110/70.") == ["03/03/2008"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Of the 2019 cases 143 were closed.",
        "She weighed below the 9th centile.",
        "It is in paragraph 4.12 of Working Together 2018.",
        "The Children Act 1989 and section 47 apply.",
    ],
)
def test_ordinary_numbers_stay_free(in_draft: Ask, in_report: Ask, sentence: str) -> None:
    """Also in a draft."""
    assert in_draft(sentence) == []
    assert in_report(sentence) == []

"""Days of the case are told from days of the board and of the law by the words beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

See = Callable[[str, str], list[str]]

OF_THE_BOARD = [
    "Published on {3 May 2019}.",
    "The Serious Case Review was commissioned on {3 May 2015} by the Independent Chair.",
    "Terms of Reference were agreed by the Panel on {4 March 2015}.",
    "The Panel met for the first time on {4 March 2015}.",
    "It was endorsed by the Safeguarding Children Board on {4 March 2015}.",
    "The Board’s executive met on {4 March 2015}.",
    "The report was completed on {12 June 2016}.",
    "Date of report: {12 June 2016}",
    "Second edition, {12 June 2016}",
    "Version 2.1, {12 June 2016}",
    "The Children Act 2004 commenced on {15 November 2004}.",
    "The Regulations came into force on {29 June 2018}.",
    "All agencies should show by {30 September 2016} that their staff are trained.",
    "To be done by {31 March 2017}.",
    "By {31 March 2017}",
    "Signed: Independent Chair, {4 June 2018}",
    "Next review {1 April 2019}",
]

OF_THE_CASE = [
    "Care proceedings were issued on {3 May 2016}.",
    "Care proceedings commenced on {3 May 2016}.",
    "Mother signed the agreement on {3 May 2016}.",
    "The baby was due on {3 May 2016}.",
    "The adoption panel met on {3 May 2016}.",
    "The care plan was revised on {3 May 2016}.",
    "The social worker told Mother that she must leave by {3 May 2016}.",
    "By {14 March 2016} he had lost weight.",
    "A letter dated {3 May 2016} was not answered.",
    "The Panel heard what happened on {3 May 2016}.",
    "A strategy meeting was held on {3 May 2016}.",
    "The order took effect on {3 May 2016}.",
    "The review covers the time from {3 May 2016}.",
    "He was seen on {3 May 2016}.",
]


@pytest.mark.parametrize("marked", OF_THE_BOARD)
def test_a_day_of_the_board_or_the_law_is_of_the_process(see: See, marked: str) -> None:
    """It stays a note, and is no day of the case."""
    text, day = _read(marked)
    assert (see("UK_PROCESS_DATE", text), see("UK_DATE", text)) == ([day], [])


@pytest.mark.parametrize("marked", OF_THE_CASE)
def test_a_day_of_the_case_is_for_review(see: See, marked: str) -> None:
    """Words that a board uses too don’t make it one of the board’s."""
    text, day = _read(marked)
    assert (see("UK_DATE", text), see("UK_PROCESS_DATE", text)) == ([day], [])


def _read(marked: str) -> tuple[str, str]:
    before, _, rest = marked.partition("{")
    day, _, after = rest.partition("}")
    return before + day + after, day


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Absent 27/1 30/1 31/1, aunt rang.", ["27/1", "30/1", "31/1"]),
        ("Seen again on the 27th, 27/03 not brought.", ["27/03"]),
        ("Absent 27/1 and 30/1. He flew on 2/9 with her.", ["27/1", "30/1", "2/9"]),
        ("He saw 1/3 of the files, 2/3 were lost, cover was 24/7.", []),
        ("Amoxicillin for 5/7, then reviewed.", []),
        ("The notes say 3/12 old.", []),
        ("Why are 6 Feb, 20 March and 15th May apart?", ["6 Feb", "20 March", "15th May"]),
        ("Ffion, born 1 Mawrth 2006, was called.", ["1 Mawrth 2006"]),
        ("Ar 14 o Ebrill 2011 he rang.", ["14 o Ebrill 2011"]),
    ],
)
def test_days_without_a_year_or_in_welsh_are_days(see: See, text: str, days: list[str]) -> None:
    """A small fraction counts only in a text that writes other days so."""
    found = {day for stretch in see("UK_DATE", text) for day in days if day in stretch}
    assert sorted(found) == sorted(days)
    if not days:
        assert see("UK_DATE", text) == []

"""A draft says itself who is called what: initials in brackets, nicknames, senders, legends."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Ask = Callable[[str], list[str]]


DECLARED = [
    ("Chair: Bernard Cutts (BC). The form was sent on. BC will write again.", "BC"),
    ("Named nurse: Gwilym Prydderch (GP). It was noted. GP asked for a copy.", "GP"),
    ('"bash" = believed Bashir Rehmat. Later: cum down, bash is outside', "bash"),
    ('"em t" = Ellie Tunnock. Later: em t rang off', "em t"),
    ("The children had to call him crumpy. Then crumpy locked the shed.", "crumpy"),
    ("His sister, whom we call little mo, was up with mo at night.", "mo"),
    ("[18/04/2021, 22:44] Tig: cum down. later tig was gone", "tig"),
    ("GP: Aye, twice.\nAC: When?\nGP: In May.\nAC: Why?\nGP: I was rung.", "GP"),
    ("No answer. B. McA. signs as ever.", "B. McA."),
    ("It was Summer and Kasia who rang.", "Summer"),
    ("She asked for the dates: Summer 2/5/09, Kasia 17/8/12.", "Summer"),
    ('Her partner is "DV". It was said that DV was away.', "DV"),
    ("From: Winter, Hope\nSent: today", "Winter, Hope"),
]


@pytest.mark.parametrize(("text", "name"), DECLARED)
def test_what_someone_is_called_is_found_wherever_it_stands(
    in_draft: Ask, text: str, name: str
) -> None:
    """Also where the same letters mean something else elsewhere, and in small letters."""
    assert any(name in each for each in in_draft(text))


@pytest.mark.parametrize(
    "sentence",
    [
        "The GP was out, and her GP records were not there.",
        "The Health Visitor (HV) rang, and the HV records were sent.",
        "They call him names, and call her back when they can.",
        "He was known as a good father.",
    ],
)
def test_the_post_and_the_ordinary_word_stay_free(in_draft: Ask, sentence: str) -> None:
    """A determiner, or what belongs to a surgery, shows which of the two is meant."""
    assert in_draft(sentence) == []


def test_in_an_anonymised_document_nothing_of_it_is_asked(in_report: Ask) -> None:
    """Its nicknames are none, and its letters are abbreviations."""
    assert in_report("The Health Visitor (HV) said that they call him little one.") == []

"""A pattern that is tried at words alone finds what it would find everywhere."""

from __future__ import annotations

import re

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from redaction.detect.uk.phrases import Phrases
from redaction.detect.word_led import WordLed, rarely_led

PATTERNS = (
    (r"(?:Primary |Infant )?School\b(?!-\w)", 0),
    (r"\d{1,2} Mill (?:Lane|Road)", 0),
    (r"half-s|step-?s|sons?\b|gave birth|mother'?s'? day|ask\.fm", re.IGNORECASE),
    (r"(?-i:[A-Z]{1,3}\d{1,3}|[a-z]{2}\d\d)|reg|vr[mn]\b", re.IGNORECASE),
)
PIECES = st.sampled_from(
    ["Primary", "School", "school", "-", " ", " ", "\n", "'", "’", "s", "7", "12", "Mill Lane", "_",
     "Half", "half-sister", "stepson", "sons", "Gave birth", "Mothers' day", "ask.fm", "AB12",
     "ab12", "Reg", "vrm", "vrms", "é", "Ysgol", "."]
)  # fmt: skip


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
@given(st.lists(PIECES, max_size=30).map("".join))
@example("Primary School-house School")
@example("the half-sister of his step-son")
def test_it_finds_what_an_ordinary_search_finds(pattern: str, flags: int, text: str) -> None:
    """Place by place, in order, without overlap."""
    everywhere = re.compile(rf"\b(?:{pattern})", flags)
    expected = [match.span() for match in everywhere.finditer(text)]
    assert [match.span() for match in WordLed(pattern, flags).finditer(text)] == expected


def test_of_two_phrases_the_longer_is_found_whole_in_any_case() -> None:
    """And none within a word, or joined to one by a hyphen."""
    conditions = Phrases("rare_conditions.txt")
    text = "Marfan Syndrome; marfan\nsyndrome; pre-Marfan syndrome-like"
    assert [text[slice(*span)] for span in conditions.find(text)] == [
        "Marfan Syndrome",
        "marfan\nsyndrome",
    ]


def test_recognisers_that_are_made_anew_share_their_patterns() -> None:
    """Or each case that a program looks at would make the next slower."""
    assert rarely_led(r"\bbleep\s\d{4}\b", regex.IGNORECASE) is rarely_led(
        r"\bbleep\s\d{4}\b", regex.IGNORECASE
    )


@pytest.mark.parametrize("pattern", [r"bleep\s\d", r"\bthe\s\d", r"\b\(?\d", r"\b\d\d/"])
def test_a_pattern_that_much_could_begin_is_searched_for(pattern: str) -> None:
    """Also one that a sign could begin, which stands at no word's beginning."""
    assert rarely_led(pattern, 0) is None

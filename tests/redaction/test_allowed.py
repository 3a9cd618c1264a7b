"""What a board allows is found as a person writes it, and silences no term of the case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from redaction.allowed import AllowedWords
from redaction.check import Checker
from redaction.errors import RedactionError
from redaction.policy import STRICT
from redaction.values import Passage, ProtectedPerson, ProtectedTerms, Role, Severity

WORDS = {"Wool Exchange House": "the board's office", "O'Hara Trust": "a charity", "Wool": "a word"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at Wool Exchange House, then", ["Wool Exchange House"]),
        ("at WOOL  exchange\nhouse", ["WOOL  exchange\nhouse"]),
        ("Wool Exchange House's door", ["Wool Exchange House's"]),
        ("Wool Exchange House’s door", ["Wool Exchange House’s"]),
        ("at the O’Hara Trust", ["the O’Hara Trust"]),
        ("Woolley and Cromwool", []),
        ("Wool Exchange Houses", ["Wool"]),
        ("", []),
    ],
)
def test_phrases_are_found_in_any_case_spacing_and_possessive(text: str, found: list[str]) -> None:
    """The longest phrase first, whole words only."""
    places = AllowedWords(WORDS).places(text)
    assert [text[place.start : place.end] for place in places] == found


def test_a_phrase_without_a_reason_is_refused() -> None:
    """A reader of the report has only the reason to go by."""
    with pytest.raises(RedactionError, match='"Larkshire" has no reason'):
        AllowedWords({"Larkshire": " ", "Wool": "a word"})


def test_what_stands_inside_an_allowed_phrase_is_allowed() -> None:
    """The recogniser may see only a part of the board's own name."""
    allowed = {"Mrs Fennick Memorial Trust": "the board's own name"}
    checker = Checker(ProtectedTerms(), STRICT, allowed)
    inside, alone = checker.look(
        [Passage("The Mrs Fennick Memorial Trust paid.", "a", ""), Passage("Mrs Fennick", "b", "")]
    )
    assert (inside.severity, alone.severity) == (Severity.NOTE, Severity.REVIEW)
    assert inside.reasons[-1] == "allowed by the board: the board's own name"


def test_nothing_allowed_silences_a_term_of_the_case(terms: ProtectedTerms) -> None:
    """Names, nicknames, addresses, schools and numbers of the case stay blocked."""
    text = "Rhoswen Tamblyn, Iffy, 27 Quillfeather Road, Fennimore Surgery, 999 000 0018"
    every = dict.fromkeys(text.split(", "), "a slip")
    found = Checker(terms, STRICT, every).look([Passage(text, "a", "")])
    assert {each.severity for each in found} == {Severity.BLOCK}


def test_an_allowed_word_is_no_misspelling_of_a_name() -> None:
    """ "Form Label" was once taken for the misspelt name of someone of the case."""
    terms = ProtectedTerms((ProtectedPerson("child", Role.CHILD, "Temilola Lable-Formby"),))
    passage = [Passage("Rows begin with the Laable of the form.", "a", "")]
    doubtful = Checker(terms, STRICT).look(passage)
    if not doubtful:
        pytest.skip("this spelling is no longer taken for a misspelling")
    (found,) = Checker(terms, STRICT, {"Laable": "a style"}).look(passage)
    assert found.severity is Severity.NOTE


def test_allowed_words_do_not_change_between_checks(terms: ProtectedTerms) -> None:
    """An entry that nothing uses is no error and changes nothing."""
    passage = [Passage("Rhoswen was there", "a", "")]
    plain = Checker(terms, STRICT).look(passage)
    assert Checker(terms, STRICT, {"Nowhere": "a place"}).look(passage) == plain
    assert replace(plain[0], id="F1").about == "Mother"

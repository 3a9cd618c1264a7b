"""Cases nobody foresaw: odd names, odd terms, odd texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redaction.check import Checker
from redaction.detect.case import CaseIdentityRecognizer
from redaction.policy import STRICT
from redaction.values import (
    Finding,
    Identifier,
    Passage,
    ProtectedPerson,
    ProtectedTerms,
    Role,
    Severity,
)

_texts = st.text(max_size=30)
_odd = st.one_of(
    _texts, st.sampled_from(["", " ", "-", "Mr", "O'", ",", "van der", "(", "\\", "1"])
)


@settings(max_examples=150, deadline=None)
@given(_odd, _odd, _odd, st.lists(_texts, max_size=3))
def test_no_term_and_no_text_breaks_a_check(
    name: str, nickname: str, term: str, texts: list[str]
) -> None:
    """Whatever stands in a case file and in a report, a check ends with findings in place."""
    terms = ProtectedTerms(
        people=(ProtectedPerson("p", Role.CHILD, name, (nickname,)),),
        addresses=(term,),
        schools=(term,),
        gp=(name,),
        hospitals=(nickname,),
        identifiers=(Identifier("number", term), Identifier("e-mail address", f"{term}@{name}")),
    )
    recogniser = CaseIdentityRecognizer(terms)
    for text in (*texts, f"It was {name} at {term}."):
        for found in recogniser.detect(text):
            assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    ("full_name", "written"),
    [
        ("Ng Li", "Ng Li"),
        ("Jo Xu", "JO XU"),
        ("Ana van der Quill", "Ms van der Quill"),
        ("Ana van der Quill", "Quill"),
        ("Quill, Ana Bo", "Ana Quill"),
        ("Dr Ana Quill", "Ana Quill"),
        ("Abu Bakr al-Quilli", "Al Quilli"),
        ("Nóra Ní Chuillín", "Nora Ni Chuillin"),
        ("Nguyễn Thị Quỳnh", "Nguyen Thi Quynh"),
        ("Oluwaṣeun Adébáyọ̀-Quill", "oluwaseun adebayo"),
        ("D’Arcy McQuill", "DArcy MCQUILL"),
        ("May June Quill", "May June Quill"),
        ("Will Day", "Will Day"),
        ("Will Day", "Mr Day"),
        ("Madonna", "Madonna"),
        ("Kayleigh-Mae Quill", "Kayleigh Mae"),
        ("Kayleigh-Mae Quill", "Kayleighmae"),
        ("Mohammed Quill", "Mohamed Quill"),
        ("Σοφία Κουίλ", "Σοφία Κουίλ"),
        ("Оксана Квіл", "ОКСАНА"),
        ("Zażółć Gęślą", "Zazolc Gesla"),
    ],
)
def test_names_of_all_british_families_are_found(full_name: str, written: str) -> None:
    """Short, long, of several words, with particles, of other scripts, or ordinary words."""
    terms = ProtectedTerms((ProtectedPerson("p", Role.CHILD, full_name),))
    assert [
        (found.text, found.severity)
        for found in _look(Checker(terms, STRICT), f"Then {written} was seen by them.")
    ] == [(written, Severity.BLOCK)]


@pytest.mark.parametrize("written", ["5 Rosebank", "Rosebank"])
def test_a_house_by_its_name_alone_is_looked_at(written: str) -> None:
    """In a village a house’s name is an address."""
    terms = ProtectedTerms(addresses=("Rosebank, Quill Lane, Harnmouth",))
    found = _look(Checker(terms, STRICT), f"They lived at {written} then.")
    assert [each.text for each in found] == [written]


def _look(checker: Checker, text: str) -> list[Finding]:
    return checker.look([Passage(text, "body", "")])

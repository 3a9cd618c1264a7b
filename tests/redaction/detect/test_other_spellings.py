"""A first name under another of its spellings, and a name that sounds the same."""

from __future__ import annotations

import pytest

from redaction.check import Checker
from redaction.detect.people.same_name import same_names
from redaction.policy import STRICT
from redaction.values import Category, Passage, ProtectedPerson, ProtectedTerms, Role, Severity

SPELLINGS = [
    ("Katherine Quillfeather", "Kathy Quillfeather", "a short form with the surname", "block"),
    ("Katherine Quillfeather", "Quillfeather, Kate", "the surname first", "block"),
    ("Katherine Quillfeather", "Cathy", "another spelling’s short form, alone", "review"),
    ("Kathy Quillfeather", "Katherine", "the long form of a short one", "review"),
    ("Muhammad Tolwick", "Mohamed Tolwick", "a transliteration", "block"),
    ("Muhammad Tolwick", "Maxamed", "a Somali spelling, alone", "review"),
    ("Yusuf Tolwick", "Youssef", "a transliteration, alone", "review"),
    ("William Tolwick", "Bill Tolwick", "short form that is a word, with the surname", "block"),
    ("Siobhan Tolwick", "Shivaun", "spelt as it sounds", "review"),
    ("Shaun Tolwick", "SEAN", "in capitals", "review"),
    ("Małgorzata Tolwick", "Gosia", "a Polish pet name", "review"),
    ("Ana Thorncliffe", "Thornclyffe", "a surname that sounds the same", "block"),
    ("Ana Wrathall", "Rathell", "a surname that sounds the same, spelt far apart", "review"),
    ("Ana Phippard", "Fippert", "a surname written by ear", "review"),
]


@pytest.mark.parametrize(("name", "written", "reason", "severity"), SPELLINGS)
def test_another_spelling_is_found(name: str, written: str, reason: str, severity: str) -> None:
    """With the surname it is surely the person; alone it may be someone else’s: for review."""
    terms = ProtectedTerms((ProtectedPerson("mother", Role.PARENT, name),))
    found = Checker(terms, STRICT).look([Passage(f"On Monday {written} came late.", "body", "")])
    people = [each for each in found if each.category is Category.PERSON]
    assert [(each.text, each.severity) for each in people] == [(written, Severity(severity))], (
        reason
    )


ORDINARY = [
    ("William Tolwick", "They will bill us"),
    ("Richard Tolwick", "a rich and frank report"),
    ("Patricia Tolwick", "A pat on the back"),
    ("Raymond Tolwick", "A ray of hope"),
]


@pytest.mark.parametrize(("name", "text"), ORDINARY)
def test_a_short_form_that_is_a_word_is_left_alone_where_it_is_one(name: str, text: str) -> None:
    """ "Bill" and "Pat" are names only where their use says so."""
    terms = ProtectedTerms((ProtectedPerson("father", Role.PARENT, name),))
    assert Checker(terms, STRICT).look([Passage(text, "body", "")]) == []


def test_whose_own_name_it_is_goes_first() -> None:
    """ "Kate" is the aunt of that name, not Katherine, who may be called so too."""
    aunt = ProtectedPerson("aunt", Role.FAMILY, "Kate Brindle", label="Aunt")
    mother = ProtectedPerson("mother", Role.PARENT, "Katherine Quillfeather", label="Mother")
    checker = Checker(ProtectedTerms((aunt, mother)), STRICT)
    (found,) = checker.look([Passage("Then Kate came.", "body", "")])
    assert found.suggestion == "Aunt"


def test_every_name_stands_for_the_others_of_its_family() -> None:
    """What may stand for a name has that name among its own."""
    for name in ("bill", "kasia", "mohamed", "bex"):
        assert all(name in same_names(other) for other in same_names(name))
        assert name not in same_names(name)

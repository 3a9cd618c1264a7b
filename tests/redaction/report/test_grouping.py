"""Everything about one identity is told together, the gravest and most frequent first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from redaction.policy import STRICT
from redaction.report.grouping import identities
from redaction.report.strangers import one_name_each
from redaction.report.summary import summary
from redaction.report.words import found_by, plural
from redaction.values import Category, CheckResult, Finding, Severity

B, R, N = Severity.BLOCK, Severity.REVIEW, Severity.NOTE
PERSON, DATE, CODE = Category.PERSON, Category.DATE, Category.CODE


def _finding(text: str, severity: Severity, category: Category = PERSON, **more: Any) -> Finding:
    fields: dict[str, Any] = {
        "id": "F1", "category": category, "severity": severity, "text": text, "start": 0,
        "end": len(text), "where": "body", "part": "", "hidden": False, "reasons": ("why",),
        "recognisers": ("someone",), **more,
    }  # fmt: skip
    return Finding(**fields)


def _result(findings: Sequence[Finding]) -> CheckResult:
    return CheckResult("a.txt", "0" * 64, STRICT, 10, (), tuple(findings))


def test_all_forms_of_a_person_are_together() -> None:
    """Names, a date and a number of one child, whatever their severity; the gravest leads."""
    found = [
        _finding("IO", R, about="Child W"),
        _finding("Iffy", B, about="Child W"),
        _finding("9 May 2006", B, DATE, about="Child W", entity="CASE_DATE"),
        _finding("Iffy", B, about="Child W", hidden=True),
        _finding("Rhoswen", B, about="Mother"),
    ]
    child, mother = identities(_result(found))
    assert (child.title, child.severity, len(child.findings)) == ("Child W", B, 4)
    assert [(form.text, form.severity, len(form.findings)) for form in child.forms] == [
        ("Iffy", B, 2), ("9 May 2006", B, 1), ("IO", R, 1),
    ]  # fmt: skip
    assert child.kind == "name, date"
    assert mother.title == "Mother"


def test_the_gravest_is_first_then_the_most_frequent() -> None:
    """One blocked name before ten for review, those before one for review."""
    found = [
        _finding("Mrs Once", R),
        *[_finding("Mr Often", R)] * 10,
        _finding("Iffy", B, about="Child W"),
    ]
    assert [group.title for group in identities(_result(found))] == [
        "Child W", "Mr Often", "Mrs Once",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("names", "together"),
    [
        (["Mrs Fennick", "Fennick", "FENNICK’S"], 1),
        (["Jane Fennick", "Mrs Fennick", "Jane"], 1),
        (["Jane Fennick", "Tom Fennick"], 2),
        (["Dr Fennick", "Dr Okon"], 2),
        (["PC 1234 Lyle", "Lyle"], 1),
        (["Mr", "Mrs"], 2),
        (["", "..."], 2),
    ],
)
def test_strangers_are_told_together_by_name(names: list[str], together: int) -> None:
    """With or without a title, a first name, the possessive."""
    assert len(set(one_name_each(names).values())) <= together
    if together > 1 and all(names):
        assert len(set(one_name_each(names).values())) == together


def test_ten_thousand_strangers_take_no_long_time() -> None:
    """A hostile list of names with one surname is still told."""
    names = [f"Person{number} Smith" for number in range(10_000)]
    assert len(one_name_each([*names, "Smith"])) == 10_001


def test_the_summary_counts_everyone_once() -> None:
    """However often, in whatever form; a shared surname is not one more person."""
    found = [
        *[_finding("Iffy", B, about="Child W")] * 3,
        _finding("Ifeoma", B, about="Child W"),
        _finding("Rhoswen", B, about="Mother"),
        _finding("Okoye", B, about="Child W or Mother"),
        _finding("Hope", R, about="Health Visitor 1"),
        _finding("Mrs Fennick", R),
        _finding("Fennick", R),
        _finding("Mr Okon", R),
        _finding("9 May 2006", B, DATE, about="Child W", suggestion="[date of birth]"),
        *[_finding(f"{day} May 2007", N, DATE, entity="UK_DATE") for day in range(1, 15)],
        _finding("HM9 4ZZ", R, Category.PLACE, suggestion="[postcode]"),
    ]
    assert summary(_result(found)) == (
        "2 people named, 2 names not of the case, 1 person perhaps named, 1 date of birth,"
        " 1 postcode, 14 exact days"
    )


def test_the_summary_of_nothing_is_empty() -> None:
    """A clear file."""
    assert summary(_result([])) == ""


def test_notes_of_one_kind_are_told_together() -> None:
    """Fourteen exact days are one entry with fourteen forms."""
    days = [_finding(f"{day} May 2007", N, DATE, entity="UK_DATE") for day in range(1, 15)]
    (group,) = identities(_result(days))
    assert (group.title, len(group.forms)) == ("14 exact days", 14)


@pytest.mark.parametrize(
    ("number", "noun", "told"),
    [
        (1, "date of birth", "1 date of birth"),
        (2, "date of birth", "2 dates of birth"),
        (3, "address", "3 addresses"),
        (2, "surgery", "2 surgeries"),
        (2, "day", "2 days"),
        (1_200, "word", "1,200 words"),
        (2, "combination of details", "2 combinations of details"),
    ],
)
def test_plurals(number: int, noun: str, told: str) -> None:
    """The head of a noun takes the plural."""
    assert plural(number, noun) == told


@pytest.mark.parametrize(
    ("recogniser", "told"),
    [
        ("StreetAddressRecognizer", "street address"),
        ("UkTelephoneRecognizer", "telephone"),
        ("UpnRecognizer", "upn"),
        ("CaseIdentityRecognizer", "the names and other terms of the case"),
        ("a plug-in", "a plug-in"),
    ],
)
def test_recognisers_are_told_in_words(recogniser: str, told: str) -> None:
    """Those of plug-ins, too, as far as their name tells."""
    assert found_by(recogniser) == told

"""The case's dates of birth and death, numbers, addresses and organisations, however written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redaction.check import Checker
from redaction.values import Category, Finding, Passage, Severity

Look = Callable[[str], list[Finding]]
_BLOCK, _REVIEW, _NOTE = Severity.BLOCK, Severity.REVIEW, Severity.NOTE

BIRTHDAYS = [
    ("9 November 2006", "in words"),
    ("9th November 2006", "with the ordinal"),
    ("9th of November, 2006", "as it is spoken"),
    ("09 NOV 2006", "as in a stamp"),
    ("9 Nov '06", "short year with an apostrophe"),
    ("9 Nov 06", "short year"),
    ("9November2006", "run together"),
    ("9\u00a0November\u00a02006", "no-break spaces"),
    ("9\nNovember 2006", "broken over lines"),
    ("9\u200b November 2006", "zero-width space inside"),
    ("November 9, 2006", "month first"),
    ("Nov. 9th 2006", "month first, short"),
    ("ninth of November 2006", "day as a word"),
    ("9th day of November 2006", "as in a court order"),
    ("09/11/2006", "slashes"),
    ("9/11/06", "slashes, short"),
    ("9.11.06", "dots"),
    ("9-11-2006", "hyphens"),
    ("09–11–2006", "dashes"),
    ("9 / 11 / 2006", "spaced"),
    ("2006-11-09", "ISO"),
    ("2006/11/09", "year first"),
    ("20061109", "as in a file name"),
    ("09112006", "run together, day first"),
    ("０９/１１/２００６", "full-width digits"),
]

DETAILS = [
    ("999 000 0018", _BLOCK, Category.CODE, "NHS number as written in the case"),
    ("9990000018", _BLOCK, Category.CODE, "NHS number run together"),
    ("999-000-0018", _BLOCK, Category.CODE, "NHS number with hyphens"),
    ("9 9 9 0 0 0 0 0 1 8", _BLOCK, Category.CODE, "NHS number, digit by digit"),
    ("999 0000 018", _BLOCK, Category.CODE, "NHS number in other groups"),
    ("01632 960471", _BLOCK, Category.CODE, "telephone number"),
    ("(01632) 960 471", _BLOCK, Category.CODE, "telephone number with brackets"),
    ("+44 1632 960471", _BLOCK, Category.CODE, "telephone number from abroad"),
    ("+44 (0)1632 960471", _BLOCK, Category.CODE, "telephone number from abroad, both"),
    ("960471", _REVIEW, Category.CODE, "telephone number without the area"),
    ("rhos.t@post.example", _BLOCK, Category.CODE, "e-mail address"),
    ("RHOS.T@POST.EXAMPLE", _BLOCK, Category.CODE, "e-mail address in capitals"),
    ("rhos.t @ post.example", _BLOCK, Category.CODE, "e-mail address with spaces"),
    ("rhos.t[at]post.example", _BLOCK, Category.CODE, "e-mail address against robots"),
    ("rhos.t (at) post dot example", _BLOCK, Category.CODE, "e-mail address, all in words"),
    ("LL-2007/0318", _BLOCK, Category.CODE, "case number"),
    ("ll 2007 0318", _BLOCK, Category.CODE, "case number in small letters, spaced"),
    ("LL20070318", _BLOCK, Category.CODE, "case number run together"),
    ("Flat 3, 27 Quillfeather Road", _BLOCK, Category.PLACE, "address"),
    ("27 Quillfeather Rd", _BLOCK, Category.PLACE, "house number and short street"),
    ("27, Quillfeather Road", _BLOCK, Category.PLACE, "house number with a comma"),
    ("quillfeather road", _BLOCK, Category.PLACE, "street in small letters"),
    ("QUILLFEATHER ROAD", _BLOCK, Category.PLACE, "street in capitals"),
    ("Quillfeather", _REVIEW, Category.PLACE, "the street’s own name, as of an estate"),
    ("HM9 4ZZ", _BLOCK, Category.PLACE, "postcode"),
    ("hm94zz", _BLOCK, Category.PLACE, "postcode run together in small letters"),
    ("HM9  4ZZ", _BLOCK, Category.PLACE, "postcode with two spaces"),
    ("HM9", _REVIEW, Category.PLACE, "the postcode’s district"),
    ("The Tolwick Primary School", _BLOCK, Category.ORG, "school"),
    ("TOLWICK PRIMARY SCHOOL", _BLOCK, Category.ORG, "school in capitals, without The"),
    ("Tolwick Primary", _BLOCK, Category.ORG, "school, short"),
    ("Tolwick School", _BLOCK, Category.ORG, "school, with a word left out"),
    ("tolwick school", _BLOCK, Category.ORG, "the same in small letters"),
    ("Tolwick", _REVIEW, Category.ORG, "school, by its own word"),
    ("St Ebba's Infant School", _BLOCK, Category.ORG, "school with another apostrophe"),
    ("St. Ebbas Infant School", _BLOCK, Category.ORG, "school with a dot, no apostrophe"),
    ("Saint Ebba’s Infant School", _BLOCK, Category.ORG, "school with the saint in full"),
    ("St Ebba’s", _REVIEW, Category.ORG, "school by its saint"),
    ("Fennimore Surgery", _BLOCK, Category.ORG, "surgery"),
    ("Fennimore", _REVIEW, Category.ORG, "surgery by its own word"),
    ("Harnmouth General Hospital", _BLOCK, Category.ORG, "hospital"),
    ("Harnmouth General", _BLOCK, Category.ORG, "hospital, short"),
    ("harnmouth hospital", _BLOCK, Category.ORG, "hospital, with a word left out"),
    ("Little Wrens Playgroup", _BLOCK, Category.ORG, "playgroup"),
    ("Little Wrens", _REVIEW, Category.ORG, "playgroup, short"),
]

UNRELATED = [
    ("November 2006", "the month alone"),
    ("2006", "the year alone"),
    ("the second may help", "no month"),
    ("version 9.11.6", "a version"),
    ("999 000 0028", "another number, and no NHS number"),
    ("9990000", "part of a number"),
    ("1999000001825", "a longer number that holds it"),
    ("the primary school", "a kind of school"),
    ("the general hospital and a surgery", "kinds of service"),
    ("little wrens on a fence", "birds"),
    ("the infant school", "a kind of school"),
    ("tolwick", "in small letters the school’s word is left alone"),
    ("XHM94ZZ", "a longer code that holds the postcode"),
    ("a feather on the road", "words of the street’s name"),
]


@pytest.mark.parametrize(("written", "reason"), BIRTHDAYS)
def test_the_date_of_birth_is_blocked_in_every_form(look: Look, written: str, reason: str) -> None:
    """A child’s date of birth can't be published in any written form."""
    found = [each for each in look(f"Recorded on {written}, at noon") if each.severity is _BLOCK]
    assert [(written, Category.DATE)] == [(each.text, each.category) for each in found], reason
    assert found[0].suggestion == "[date of birth]"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("9 November", "the birthday without its year"),
        ("11/09/2006", "the day and month the American way round"),
        ("14th March", "the day of the death without its year"),
    ],
)
def test_a_date_that_may_be_one_of_the_childs_is_for_review(
    look: Look, written: str, reason: str
) -> None:
    """What could be the date of birth or death, as far as it is written, is looked at."""
    found = look(f"Seen again on {written} by her")
    assert [(written, _REVIEW)] == [(each.text, each.severity) for each in found], reason


@pytest.mark.parametrize(("written", "severity", "category", "reason"), DETAILS)
def test_a_detail_of_the_case_is_found_however_written(
    look: Look, written: str, severity: Severity, category: Category, reason: str
) -> None:
    """Numbers with any spacing, addresses in part, organisations whole and short."""
    found = look(f"It says {written} in the file")
    assert [(written, severity, category)] == [
        (each.text, each.severity, each.category) for each in found
    ], reason


@pytest.mark.parametrize(("text", "reason"), UNRELATED)
def test_details_that_are_not_the_cases_are_left_alone(look: Look, text: str, reason: str) -> None:
    """Another day, another number, a kind of place: nothing beyond a note."""
    found = [each for each in look(f"It says {text} in the file") if each.severity is not _NOTE]
    assert found == [], reason


@pytest.mark.parametrize("text", ["10 November 2006", "9 November 2007"])
def test_a_day_that_is_not_the_cases_is_only_for_review(look: Look, text: str) -> None:
    """The day after, or in another year: an exact day, but none of this life."""
    found = look(f"It says {text} in the file")
    assert [(each.text, each.severity) for each in found] == [(text, _REVIEW)]


@pytest.mark.parametrize(("written", "severity", "category", "reason"), DETAILS)
def test_a_detail_alone_in_its_passage_is_found(
    checker: Checker, written: str, severity: Severity, category: Category, reason: str
) -> None:
    """A table’s cell that holds nothing else, between others, hides nothing."""
    passages = [Passage(text, "cell", "") for text in ("Seen by", written, "Rhoswen", "in time")]
    found = checker.look(passages)
    assert [(each.passage, each.text, each.severity, each.category) for each in found] == [
        (1, written, severity, category),
        (2, "Rhoswen", Severity.BLOCK, Category.PERSON),
    ], reason

"""The tables of details beside this module: what a text for strangers must lose, and may keep.

``details.tsv`` gives an entity and a sentence with the exact stretch between braces;
``nothing.tsv`` gives sentences of court language that tell of no one. All names are invented.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from redaction.check import Checker
from redaction.detect.detector import Detector
from redaction.policy import EVERYTHING, GENERAL, STRICT
from redaction.values import Finding, NamingPolicy, Passage, ProtectedTerms

_HERE = Path(__file__).parent


def rows(table: str) -> list[str]:
    """The rows of a table of this folder."""
    return (_HERE / f"{table}.tsv").read_text("utf-8").splitlines()


@pytest.fixture(scope="module")
def detector() -> Detector:
    """A detector of every detail that knows no case."""
    return Detector(ProtectedTerms(), everything=True)


@pytest.mark.parametrize("row", rows("details"))
def test_a_detail_is_found_whole(detector: Detector, row: str) -> None:
    """The stretch between braces is found, as what it is."""
    entity, marked = row.split("\t")
    start, end = marked.index("{"), marked.index("}") - 1
    text = marked.replace("{", "").replace("}", "")
    (found,) = detector.detect([text])
    seen = [text[each.start : each.end] for each in found if each.entity == entity]
    assert text[start:end] in seen


@pytest.mark.parametrize("text", rows("nothing"))
def test_the_language_of_the_court_is_no_finding(detector: Detector, text: str) -> None:
    """What every judgment says tells of no one."""
    (found,) = detector.detect([text])
    assert [text[each.start : each.end] for each in found] == []


@pytest.mark.parametrize("row", rows("details"))
def test_the_ordinary_check_asks_about_none_of_these_kinds(row: str) -> None:
    """The recognisers of this folder are off under every other policy."""
    entity, marked = row.split("\t")
    text = marked.replace("{", "").replace("}", "")
    assert entity not in [each.entity for each in _findings(text, STRICT)]


def test_the_country_that_a_judgment_is_against_tells_nothing() -> None:
    """Its courts and laws are all of that country; another country's name tells of someone."""
    text = (
        "The case was lodged against the Republic of Poland. Polish law applies in Poland. "
        "Her sister is in Chile."
    )
    found = [each.text for each in _findings(text, EVERYTHING)]
    assert found == ["Chile"]


def test_a_place_that_stands_once_as_one_is_found_again() -> None:
    """ "Tarnik" alone says no more than a capital; the first sentence says what it is."""
    text = "He lives in Tarnik with his son. Near the end the lake at Tarnik froze."
    assert [each.text for each in _findings(text, EVERYTHING)].count("Tarnik") == 2


def test_the_short_name_of_a_body_is_found_wherever_it_stands() -> None:
    """What is defined in brackets is as telling as what it stands for."""
    text = 'He taught at the Tarnik University (hereinafter "the University"). The University paid.'
    assert "University" in [each.text for each in _findings(text, EVERYTHING)]


def test_every_finding_says_under_which_policy_it_counts() -> None:
    """An author learns why a year is asked about."""
    (found,) = _findings("It was over in 1987 already.", EVERYTHING)
    assert found.reasons[0] == "a year"
    assert "every detail counts" in found.reasons[1]


@cache
def _checker(policy: str) -> Checker:
    return Checker(ProtectedTerms(), GENERAL[policy])


def _findings(text: str, policy: NamingPolicy) -> list[Finding]:
    return _checker(policy.id).look([Passage(text, "text", "")])

"""Each identity planted in the careless summary is found and understood from the report alone."""

from __future__ import annotations

import io
from pathlib import Path

import lxml.html
import pytest
from lxml.html import HtmlElement
from rich.console import Console

from desk.checking import case_checker
from desk.planted import Planted, planted_identities
from redaction.report import html_report, print_report
from redaction.values import CheckResult

EXAMPLES = Path(__file__).parents[2] / "examples"
CASE = EXAMPLES / "cases" / "2007-03"
PLANTED = planted_identities(EXAMPLES / "planted.toml")
SAID = {
    "full-name": ("Child W", "the whole name of Child W"),
    "surname": ("Mother", "the whole name of Mother"),
    "nickname": ("Child W", "a nickname or other name of Child W"),
    "misspelt": ("Child W", "name of Child W"),
    "social-worker": ("Social Worker 1", "the whole name of Social Worker 1"),
    "split-name": ("Head Teacher", "the whole name of Head Teacher"),
    "birth-in-words": ("Child W", "the date of birth of Child W"),
    "birth-in-figures": ("Child W", "the date of birth of Child W"),
    "nhs-number": ("Child W", "the NHS number of Child W"),
    "school": ("School 1", "an organisation of the case"),
    "deleted": ("Father", "the whole name of Father"),
    "text-box-nickname": ("Child W", "a nickname or other name of Child W"),
    "text-box-name": ("Grandmother", "the whole name of Grandmother"),
    "hidden-text": ("Police Officer 2", "the whole name of Police Officer 2"),
    "alt-text": ("Child W", "the whole name of Child W"),
    "picture-name": ("Child W", "the surname of Child W"),
    "footer": ("Child W", "initials with the surname of Child W"),
    "footnote-address": ("an address of the case", "an address of the case"),
    "footnote-postcode": ("an address of the case", "the postcode of an address of the case"),
    "comment": ("Mother", "a first name of Mother"),
    "comment-author": ("Family Support Worker 1", "the whole name of Family Support Worker 1"),
    "change-author": ("Team Manager 1", "the whole name of Team Manager 1"),
    "title": ("Child W", "the whole name of Child W"),
    "author": ("Social Worker 1", "the whole name of Social Worker 1"),
    "last-modified-by": ("Team Manager 1", "the whole name of Team Manager 1"),
}
"""Whose it is, and which form of what: the heading and the reason of each planted identity."""
RULE = "Not allowed in “Executive Summary” (Bedfordshire LSCB 2007, §9.3 (P02))."


@pytest.fixture(scope="module")
def result() -> CheckResult:
    """The check of the careless summary."""
    checker = case_checker(CASE, "executive-summary")
    return checker.check(CASE / "received" / "executive-summary.docx")


@pytest.fixture(scope="module")
def page(result: CheckResult) -> HtmlElement:
    """Its HTML report."""
    return lxml.html.document_fromstring(html_report([result]))


@pytest.fixture(scope="module")
def printed(result: CheckResult) -> str:
    """Its report on a terminal of 80 columns, on one line."""
    console = Console(file=io.StringIO(), record=True, width=80, color_system=None)
    print_report([result], console)
    text = console.export_text()
    assert max(map(len, text.splitlines())) <= 80
    return " ".join(text.split())


def test_every_planted_identity_has_an_explanation() -> None:
    """The table below is complete."""
    assert set(SAID) == {planted.id for planted in PLANTED}


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.id)
def test_the_page_tells_whose_it_is_why_where_and_by_which_rule(
    planted: Planted, page: HtmlElement
) -> None:
    """Heading, form, reason, rule, place, part of the file, and a mark where it is hidden."""
    whose, why = SAID[planted.id]
    found = [
        each
        for each in page.findall(".//div[@class='finding']")
        if whose in _text(each.find("h4")) and _places(each, planted)
    ]
    finding = next(each for each in found if why.casefold() in _text(each).casefold())
    told = _text(finding)
    assert RULE in told
    assert "Write instead" in told
    assert "Found by looking for:" in told
    for place in _places(finding, planted):
        assert planted.text.casefold() in _text(place.find("blockquote")).casefold()


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.id)
def test_a_terminal_tells_as_much(planted: Planted, printed: str) -> None:
    """The words, whose they are and why; the rule once for all."""
    whose, why = SAID[planted.id]
    assert planted.text in printed
    assert whose in printed
    assert why in printed
    assert RULE in printed


def test_the_summary_line_says_how_much_there_is(page: HtmlElement) -> None:
    """Before any detail; an address with its postcode is one thing."""
    summary = _text(page.find(".//dd[@class='summary']"))
    assert summary.startswith("9 people named, ")
    assert {"2 dates of birth", "1 NHS number", "1 address"} <= set(summary.split(", "))


def _places(finding: HtmlElement, planted: Planted) -> list[HtmlElement]:
    return [
        place
        for place in finding.findall(".//ul[@class='places']/li")
        if planted.text.casefold() in _text(place.find("blockquote")).casefold()
        and _text(place.find(".//span[@class='part']")) == planted.part
        and (place.find(".//span[@class='hidden-tag']") is not None) == planted.hidden
        and planted.text.casefold() in _text(place.find("blockquote/mark")).casefold()
    ]


def _text(element: HtmlElement | None) -> str:
    return "" if element is None else " ".join(element.text_content().split())

"""The list of reports and its filters, over more reports than a page holds."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from publication.ledger import LedgerAction
from publication.pages.listing import Lists, lists_of
from publication.pages.view import ReportView
from publication.report_state import PublicState, ReportState

ON = date(2008, 3, 5)


class _Facts:
    kind_title = "Serious case review"

    def __init__(self, *themes: str) -> None:
        self.themes = themes


def _view(number: int, *themes: str, year: int = 2008) -> ReportView:
    on = date(year, 1, 1)
    state = ReportState(f"R{number}", PublicState.PUBLISHED, on, first_published=on)
    return ReportView(state, board=None, publication=_Facts(*themes))  # type: ignore[arg-type]


def _listed(lists: Lists, path: str) -> list[str]:
    return [view.reference for view in lists.pages[path].views]


def test_every_report_is_on_exactly_one_page_of_the_whole_list() -> None:
    """A hundred to a page, in the order given; the pages lead to each other."""
    lists = lists_of([_view(number) for number in range(250)], ON)
    path, seen = "reports/index.html", []
    while path:
        seen += _listed(lists, path)
        path = lists.pages[path].later
    assert seen == [f"R{number}" for number in range(250)]
    last = lists.pages["reports/index.page-3.html"]
    assert (last.earlier, last.later) == ("reports/index.page-2.html", "")


def test_a_filter_leaves_the_reports_that_its_count_says() -> None:
    """By year and by theme; a report without the value is not there."""
    lists = lists_of([_view(1, "Neglect"), _view(2, "neglect", "Fire", year=2009), _view(3)], ON)
    assert _listed(lists, "reports/theme-neglect.html") == ["R1", "R2"]
    assert _listed(lists, "reports/theme-fire.html") == ["R2"]
    assert _listed(lists, "reports/year-2008.html") == ["R1", "R3"]
    for page in lists.pages.values():
        assert page.choice.count == len(page.views)


def test_a_list_offers_few_themes_and_says_that_there_are_more() -> None:
    """Every list naming every theme would grow with the square of the reports."""
    views = [_view(number, f"Theme {number}", "Common") for number in range(30)]
    lists = lists_of(views, ON)
    offered = next(f for f in lists.pages["reports/index.html"].filters if f.title == "Theme")
    assert offered.of == 31
    assert len(offered.choices) == 12
    assert "Common" in [choice.title for choice in offered.choices]
    assert len(lists.themes) == 31


@pytest.fixture
def mixed(shelf: Any, build: Callable[..., Path]) -> Path:
    """A site with a report in public, one on request, one delayed."""
    shelf.publish("2006-01", date(2007, 1, 15))
    shelf.publish("2007-03", ON)
    shelf.add(LedgerAction.DELAYED, "2008-01", ON, reason="A trial has not ended.")
    return build(ON)


def test_each_filter_is_a_page_that_marks_what_is_chosen(mixed: Path) -> None:
    """Without a script: a link to each choice, ``aria-current`` on the one that is on."""
    start: Any = etree.HTML((mixed / "reports" / "index.html").read_text("utf-8"))
    links = start.xpath("//nav[@aria-label='Narrow the list']//a/@href")
    assert "status-no-longer-published.html" in links
    for link in links:
        page: Any = etree.HTML((mixed / "reports" / link).read_text("utf-8"))
        marked = page.xpath("//nav[@aria-label='Narrow the list']//a[@aria-current='page']/@href")
        assert marked == [link]


def test_what_is_no_longer_public_is_found_by_its_state_and_year_only(mixed: Path) -> None:
    """What it was about is not known to the site any more."""
    pages = [
        path.name
        for path in (mixed / "reports").glob("*.html")
        if "2006-01" in path.read_text("utf-8") and path.name != "2006-01.html"
    ]
    assert sorted(pages) == ["index.html", "status-no-longer-published.html", "year-2007.html"]


def test_repositories_read_the_facts_of_public_reports_only(mixed: Path) -> None:
    """Of any other report they get reference and status; every field is on the page about it."""
    index = json.loads((mixed / "reports.json").read_text("utf-8"))
    public, *others = index["reports"]
    assert others == [
        {"reference": "2006-01", "status": "on_request"},
        {"reference": "2008-01", "status": "delayed"},
    ]
    assert (public["reference"], public["first_published"]) == ("2007-03", "2008-03-05")
    assert public["kept_until"] == "2009-03-05"
    about = (mixed / "repositories.html").read_text("utf-8")
    assert all(f"<code>{name}</code>" in about for name in {*index, *public})

"""The pages of a check in a real browser: at phone and desk width, on paper, offline."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from redaction.report import IndexRow, html_index, html_report
from redaction.values import CheckResult, Verdict
from tests.browsing import chromium, in_a_browser

CHROMIUM = shutil.which("chromium")
pytestmark = in_a_browser
WIDTHS = (320, 360, 1280)
Open = Callable[[str, int], Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all of these tests."""
    with chromium() as launched:
        yield launched


@pytest.fixture
def pages(blocked: CheckResult, clear: CheckResult, tmp_path: Path) -> dict[str, str]:
    """A report with everything in it, one of a file without a case, and an index."""
    long = "a-very-long-name-of-a-file-without-any-space-" * 4 + ".docx"
    rows = [
        IndexRow(long, "0001-a.html", Verdict.BLOCKED, (1000, 20, 3)),
        IndexRow("clear.txt", "0002-b.html", Verdict.CLEAR, (0, 0, 0)),
        IndexRow("torn.pdf", problem="the file is broken or cut short. Ask for the file again"),
    ]
    written = {
        "report": html_report([replace(blocked, file=long), clear]),
        "bare": html_report([replace(blocked, knows_case=False)]),
        "index": html_index(rows, ("old-report.html",)),
    }
    for name, text in written.items():
        (tmp_path / f"{name}.html").write_text(text, "utf-8")
    return {name: (tmp_path / f"{name}.html").as_uri() for name in written}


@pytest.fixture
def open_page(browser: Browser, pages: dict[str, str]) -> Iterator[Open]:
    """Opens one of the pages in a window of a width; any request or message fails the test."""
    opened: list[Page] = []
    strayed: list[str] = []

    def open_one(name: str, width: int) -> Page:
        page = browser.new_page(viewport={"width": width, "height": 800})
        opened.append(page)
        page.on("request", lambda request: strayed.append(request.url))
        page.on("console", lambda message: strayed.append(message.text))
        page.goto(pages[name])
        return page

    yield open_one
    for page in opened:
        page.close()
    assert set(strayed) <= set(pages.values())


@pytest.mark.parametrize("name", ["report", "bare", "index"])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_scrolls_sideways(name: str, width: int, open_page: Open) -> None:
    """Long names of files and long words wrap."""
    page = open_page(name, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", ["report", "bare", "index"])
def test_headings_leave_no_level_out(name: str, open_page: Open) -> None:
    """A listener finds the way by headings."""
    script = "[...document.querySelectorAll('h1,h2,h3,h4,h5')].map(each => +each.tagName[1])"
    levels = open_page(name, 1280).evaluate(script)
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_index_is_a_table_to_a_listener_at_every_width(open_page: Open) -> None:
    """Its rows and cells are told as such on a phone, too, where they stand below one another."""
    for width in WIDTHS:
        page = open_page("index", width)
        assert page.get_by_role("table").count() == 1
        assert page.get_by_role("row").count() == 4
        assert page.get_by_role("rowheader").count() == 3
        assert page.get_by_role("columnheader").count() == 5


def test_on_paper_the_page_is_whole(open_page: Open) -> None:
    """Every finding and the marking are printed, dark on white."""
    page = open_page("report", 1280)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.get_by_text("Confidential").first.is_visible()
    hidden = "[...document.querySelectorAll('.finding')].filter(each => !each.checkVisibility())"
    assert page.evaluate(f"{hidden}.length") == 0
    assert page.pdf()[:5] == b"%PDF-"


def test_in_the_dark_the_page_is_dark(open_page: Open) -> None:
    """It follows the reader's choice."""
    page = open_page("report", 1280)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 31)"

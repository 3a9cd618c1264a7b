"""The pages as text: valid HTML, and small enough for a slow connection."""

from __future__ import annotations

import gzip
import posixpath
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tinyhtml5.parser import HTMLParser

from tests.site.test_pages import PAGES

LARGEST = 60_000
"""Bytes of a report's page with its style sheets, compressed, without its PDF and pictures."""


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, str]:
    """Every page of the site, by its path."""
    found = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in found}


def _parsed(text: str) -> tuple[Any, list[Any]]:
    """The document, and every fault that a browser would mend in silence."""
    parser = HTMLParser(namespace_html_elements=False)
    return parser.parse(text), parser.errors


def _document(text: str) -> Any:
    return _parsed(text)[0]


def test_a_browser_need_not_mend_any_page(pages: dict[str, str]) -> None:
    """Parsed as the HTML standard says, which counts every fault."""
    assert len(pages) >= len(PAGES)
    assert {name: _parsed(text)[1] for name, text in pages.items() if _parsed(text)[1]} == {}


def test_a_fault_would_be_seen() -> None:
    """A paragraph closed by what it can't hold, an attribute given twice."""
    assert _parsed("<!doctype html><title>x</title><p><div></div></p>")[1]
    assert _parsed('<!doctype html><title>x</title><p class="a" class="b">x</p>')[1]


def test_no_page_uses_an_id_twice_or_points_to_one_that_is_not_there(
    pages: dict[str, str],
) -> None:
    """Labels, links within the page and the skip link find what they name, and it alone."""
    for name, text in pages.items():
        elements = list(_document(text).iter("*"))
        ids = Counter(each.get("id") for each in elements if each.get("id"))
        assert [each for each, times in ids.items() if times > 1] == [], name
        named = {each.get("aria-labelledby") for each in elements}
        named |= {(each.get("href") or "")[1:] for each in elements if _within(each.get("href"))}
        assert {each for each in named if each} <= ids.keys(), name


def test_every_link_leads_to_a_file_of_the_site_and_to_an_anchor_in_it(
    pages: dict[str, str], site: Path
) -> None:
    """From our own pages, the lists and the reports: nothing but the web and mail lies outside."""
    documents = {name: list(_document(text).iter("*")) for name, text in pages.items()}
    ids = {name: {each.get("id") for each in document} for name, document in documents.items()}
    dead = []
    for name, document in documents.items():
        for href in filter(None, (each.get("href") for each in document)):
            path, _, anchor = href.partition("#")
            if "://" in path or path.startswith(("mailto:", "/")):
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
            target = target if path else name
            if not (site / target).is_file() or (anchor and anchor not in ids[target]):
                dead.append((name, href))
    assert dead == []


def _within(href: str | None) -> bool:
    return bool(href) and str(href).startswith("#")


def test_headings_begin_with_one_and_skip_no_level(pages: dict[str, str]) -> None:
    """From the first to the last of the whole page, the footer with it."""
    for name, text in pages.items():
        tags = [str(each.tag) for each in _document(text).iter("*") if isinstance(each.tag, str)]
        levels = [int(tag[1]) for tag in tags if tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
        assert (levels[0], levels.count(1)) == (1, 1), name
        assert all(after <= before + 1 for before, after in pairwise(levels)), name


def test_a_page_is_small(pages: dict[str, str], site: Path) -> None:
    """With all that it loads but pictures."""
    around = sum(
        len(gzip.compress(path.read_bytes(), mtime=0)) for path in (site / "assets").glob("*.css")
    )
    for name, text in pages.items():
        assert len(gzip.compress(text.encode(), mtime=0)) + around <= LARGEST, name


def test_every_page_of_our_own_is_looked_at_in_the_browser(pages: dict[str, str]) -> None:
    """A new page is added to the list that the tests of the browser go through."""
    assert {name for name in pages if "/" not in name} <= set(PAGES)


@pytest.mark.parametrize("name", ["404.html", "410.html"])
def test_what_is_not_there_has_its_style_wherever_the_site_lies(
    pages: dict[str, str], name: str
) -> None:
    """MkDocs gives these two absolute addresses, which lead nowhere under another path."""
    styles = [each.get("href") for each in _document(pages[name]).iter("link")]
    assert {"assets/site.css", "assets/board.css"} <= set(styles)


@pytest.mark.parametrize(
    ("name", "said", "unsaid"),
    [
        ("reports/2006-14.html", "A passage could have shown", "for at least a year"),
        ("reports/2006-11.html", "for at least a year", "taken down early"),
    ],
)
def test_a_report_that_is_gone_says_why(
    pages: dict[str, str], name: str, said: str, unsaid: str
) -> None:
    """Taken down early, with the reason that the list gives; or after its time."""
    assert said in pages[name]
    assert unsaid not in pages[name]

"""The built files: links, headers, lists for search engines, and what people typed in."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from publication.ledger import LedgerAction
from publication.pages.files import POLICY, SEARCH_POLICY

ON = date(2008, 3, 5)
LAST = date(2009, 3, 5)
GONE = date(2009, 3, 6)
ROOT = Path(__file__).parents[2]


def test_the_page_of_a_report_on_request_says_only_that_it_can_be_asked_for(
    shelf: Any, build: Callable[..., Path]
) -> None:
    """Search engines are told to forget it; lists for them do not name it."""
    shelf.publish("2007-03", ON)
    assert "2007-03.html" in (build(ON) / "sitemap.xml").read_text("utf-8")
    site = build(GONE)
    page: Any = etree.HTML((site / "reports" / "2007-03.html").read_text("utf-8"))
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not page.xpath("//link[@rel='canonical']")
    assert "ask us for a copy" in "".join(page.xpath("//h1//text()"))
    links = [link for link in page.xpath("//main//a/@href") if link.startswith("mailto:")]
    assert any("2007-03" in link for link in links)
    assert "5 March 2008" in "".join(page.xpath("//main//text()"))
    for name in ("sitemap.xml", "feed.xml"):
        content = (site / name).read_bytes()
        etree.fromstring(content)
        assert b"2007-03" not in content


def test_the_public_page_may_be_found_and_not_archived(
    shelf: Any, build: Callable[..., Path]
) -> None:
    """A search engine's own copy would outlive the report."""
    shelf.publish("2007-03", ON)
    site = build(ON)
    page: Any = etree.HTML((site / "reports" / "2007-03.html").read_text("utf-8"))
    assert page.xpath("//meta[@name='robots']/@content") == ["noarchive"]
    assert page.xpath("//link[@rel='canonical']/@href") == [
        "https://reviews.hollinmoor-board.example/reports/2007-03.html"
    ]


def test_the_headers_shut_out_scripts_frames_and_guesses(
    shelf: Any, build: Callable[..., Path]
) -> None:
    """For the web server, and in the pages themselves for servers that do not read them."""
    shelf.publish("2007-03", ON)
    site = build(ON)
    headers = (site / "_headers").read_text("utf-8")
    assert "Content-Security-Policy: default-src 'none';" in headers
    assert "frame-ancestors 'none'" in headers
    assert "X-Content-Type-Options: nosniff" in headers
    assert "Referrer-Policy: no-referrer" in headers
    for path in sorted(site.rglob("*.html")):
        page: Any = etree.HTML(path.read_text("utf-8"))
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none'")
        assert not page.xpath("//iframe|//*[@style]|//style|//*[@onclick]|//script[not(@src)]")
        if path.name == "search.html":
            assert policy == SEARCH_POLICY
        else:
            assert policy == POLICY
            assert not page.xpath("//script|//form")


def test_every_link_on_the_site_leads_somewhere(
    shelf: Any, build: Callable[..., Path], word_report: Callable[..., bytes]
) -> None:
    """Pages, anchors, pictures and files; nothing is loaded from elsewhere."""
    shelf.publish("2007-03", ON, word_report(), "report.docx")
    shelf.publish("2006-01", date(2007, 1, 15))
    site = build(date(2008, 3, 6))
    for path in sorted(site.rglob("*.html")):
        page: Any = etree.HTML(path.read_text("utf-8"))
        loaded = page.xpath("//@src|//link[not(@rel='canonical')]/@href")
        assert all("//" not in address for address in loaded)
        for address in [*page.xpath("//a/@href"), *loaded]:
            if re.match(r"https?:|mailto:", address):
                continue
            target, _, anchor = address.partition("#")
            # Error pages are served at any address, so their links begin at the root.
            base = site if target.startswith("/") else path.parent
            file = (base / target.lstrip("/")).resolve() if target else path
            assert file.is_file(), f"{path.name}: {address}"
            if anchor:
                assert f'id="{anchor}"' in file.read_text("utf-8"), f"{path.name}: {address}"


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><img src=x onerror=a()>', "{{ 7*7 }}"]
)
def test_what_stands_beside_a_report_is_text_and_not_markup(
    shelf: Any, build: Callable[..., Path], text: str
) -> None:
    """Titles and reasons come from people."""
    title = f"Learning {text} from it"
    shelf.publish("2007-03", ON, title=title)
    shelf.add(LedgerAction.DELAYED, "2008-01", ON, reason=f"Because {text} of it")
    site = build(ON)
    for path in sorted(site.rglob("*.html")):
        page: Any = etree.HTML(path.read_text("utf-8"))
        assert not page.xpath("//script[not(@src)]|//img[@onerror]")
    listed: Any = etree.HTML((site / "reports" / "index.html").read_text("utf-8"))
    shown = " ".join("".join(listed.xpath("//main//text()")).split())
    assert title in shown
    assert f"Because {text} of it" in shown
    etree.fromstring((site / "feed.xml").read_bytes())

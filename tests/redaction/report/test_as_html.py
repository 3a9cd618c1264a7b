"""The HTML report stands alone, runs nothing, shows every finding and lets no text act."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

import lxml.html
import pytest
from lxml.html import HtmlElement

from redaction.report import html_report
from redaction.values import CheckResult


@pytest.fixture(scope="module")
def page(blocked: CheckResult, clear: CheckResult) -> HtmlElement:
    """The page of both results."""
    return lxml.html.document_fromstring(html_report([blocked, clear]))


def _attributes(page: HtmlElement) -> Iterator[tuple[str, str]]:
    for element in page.iter("*"):
        yield from ((str(name), str(value)) for name, value in element.attrib.items())


def test_the_page_runs_nothing(page: HtmlElement) -> None:
    """No script, no handler, no frame, no form, whatever stood in the file."""
    for tag in ("script", "iframe", "object", "embed", "form", "img", "link", "base"):
        assert page.findall(f".//{tag}") == []
    assert not any(name.startswith("on") for name, _ in _attributes(page))


def test_the_page_fetches_nothing(page: HtmlElement, blocked: CheckResult) -> None:
    """Every reference is to the page itself, and the policy forbids the rest."""
    references = [value for name, value in _attributes(page) if name in ("href", "src", "action")]
    assert all(value.startswith("#") for value in references)
    (style,) = page.findall(".//style")
    assert re.search(r"url\(|@import|https?:", style.text or "") is None
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy
    without_text = html_report([replace(blocked, findings=(), file="a.docx")])
    assert "http:" not in without_text
    assert "https:" not in without_text


def test_the_style_is_the_one_the_policy_allows(blocked: CheckResult) -> None:
    """A browser computes the hash of the style’s exact text."""
    html = html_report([blocked])
    style = html.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in html


def test_every_finding_is_marked_once_in_its_words(page: HtmlElement, blocked: CheckResult) -> None:
    """One quotation with one mark for each finding that has text, with its id."""
    marks = [quote.findall("mark") for quote in page.findall(".//blockquote")]
    assert all(len(each) == 1 for each in marks)
    with_text = [finding for finding in blocked.findings if finding.text]
    assert len(marks) == len(with_text)
    shown = sorted(_words(each[0].text_content()) for each in marks)
    assert shown == sorted(_words(finding.text) for finding in with_text)
    ids = [each.text for each in page.xpath("//span[@class='id']")]
    assert sorted(ids) == [finding.id for finding in blocked.findings]


def test_hostile_text_stays_text(page: HtmlElement, hostile: str) -> None:
    """Tags and template marks of a checked file are shown as they are."""
    assert _words(hostile) in _words(page.text_content())
    assert "{{ 7 * 7 }}" in page.text_content()
    assert page.findall(".//b") == []


def test_the_page_is_marked_and_in_british_english(page: HtmlElement) -> None:
    """Language, title, marking, one main heading, a heading for each file."""
    assert page.get("lang") == "en-GB"
    assert "Anonymity check" in page.findtext(".//title")
    assert "Confidential" in page.find(".//p[@class='marking']").text_content()
    assert len(page.findall(".//h1")) == 1
    assert [each.text for each in page.findall(".//article//h2")] == [
        "Blocked: not fit for publication",
        "Clear",
    ]


def test_every_id_is_there_once_and_every_reference_has_its_goal(page: HtmlElement) -> None:
    """Links and labels lead somewhere."""
    ids = [value for name, value in _attributes(page) if name == "id"]
    assert len(ids) == len(set(ids))
    goals = {value.lstrip("#") for name, value in _attributes(page) if name in ("href",)}
    labels = {value for name, value in _attributes(page) if name == "aria-labelledby"}
    assert goals | labels <= set(ids)


def test_the_page_is_the_same_every_time(blocked: CheckResult) -> None:
    """The same results give the same bytes."""
    assert html_report([blocked]) == html_report([blocked])


def _words(text: str) -> str:
    """Text without control characters, which HTML has no way to hold, on one line."""
    return " ".join("".join(letter for letter in text if letter >= " ").split())

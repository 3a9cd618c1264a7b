"""Word file to tagged PDF/UA-1: mammoth makes HTML, WeasyPrint sets it. No network, no clock."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape
from typing import Any

from lxml import etree

from generator.pdf.finish import finished
from generator.pdf.numbering import Numbering, numbering
from generator.pdf.page import Page, page_of
from generator.pdf.setting import ends, set_pdf, weasyprint
from generator.pdf.story import story
from generator.pdf.style_sheet import StyleSheet, style_sheet
from generator.word.package import MAIN_PART, parse_part, read_package
from generator.word.properties import CORE_PART, LANGUAGE

GAP_TO_TEXT = 8.0
"""Points between a header or footer and the text where it is taller than its margin."""

MOST_KEPT_BYTES = 2_000_000
"""Of the parts around a document whose headers and footers are kept for the next one."""

_RUNNING = ("first_header", "header", "first_footer", "footer")
_POINTS_PER_PIXEL = 0.75


@dataclass(frozen=True)
class _Running:
    """The headers and footers by their field, with the sheet and the lists as they leave them."""

    running: dict[str, str]
    css: str
    sheet: StyleSheet
    numbers: Numbering


@dataclass(frozen=True)
class _Parts:
    """A Word file in HTML: the body and the running headers and footers by their field."""

    body: str
    running: dict[str, str]
    running_css: str
    """What the headers and footers need: the same in all documents of a template."""
    css: str
    title: str
    author: str
    created: str


def word_to_pdf(docx: bytes, *, name: str) -> bytes:
    """The PDF of the Word file ``docx``, tagged for screen readers: same input, same bytes.

    ``name`` is what messages call it. Raises ``TemplateError`` for a file that is no Word file,
    and where Pango, which sets the text, is not installed.
    """
    weasyprint()
    parts = read_package(docx, name)
    page = page_of(parts, name)
    html = _as_html(parts, page, name)
    page = _with_room(page, html)
    identifier = hashlib.sha256(docx).digest()[:16]
    return set_pdf(_whole(page, html), f"{html.css}\n{_page_css(page, html)}", identifier, name)


def _as_html(parts: Mapping[str, bytes], page: Page, name: str) -> _Parts:
    shared = tuple(one for one in parts.items() if one[0] not in (MAIN_PART, CORE_PART))
    small = sum(len(content) for _, content in shared) <= MOST_KEPT_BYTES
    around = (_running if small else _running.__wrapped__)(shared, page, name)
    sheet, numbers = around.sheet.fork(), around.numbers.fork()
    body = _html(parts, MAIN_PART, sheet, numbers, name)
    core = _core(parts, name)
    texts = (core("title"), core("creator"), core("created"))
    return _Parts(body, around.running, around.css, sheet.css(), *texts)


@lru_cache(maxsize=4)
def _running(shared: tuple[tuple[str, bytes], ...], page: Page, name: str) -> _Running:
    """The headers and footers; those of a batch of letters are often the same."""
    parts = dict(shared)
    sheet, numbers = style_sheet(parts, name), numbering(parts, name)
    running = {
        field: _html(parts, getattr(page, field), sheet, numbers, name)
        for field in _RUNNING
        if getattr(page, field) and (page.first_differs or not field.startswith("first"))
    }
    return _Running(running, sheet.css(), sheet, numbers)


def _html(parts: Mapping[str, bytes], part: str, sheet: StyleSheet, numbers: Any, name: str) -> str:
    html = finished(story(parts, part, sheet, numbers, name), sheet)
    return etree.tostring(html, encoding="unicode")


def _core(parts: Mapping[str, bytes], name: str) -> Any:
    root = parse_part(parts[CORE_PART], CORE_PART, name) if CORE_PART in parts else None

    def text(wanted: str) -> str:
        for element in root if root is not None else ():
            if etree.QName(element).localname == wanted:
                return element.text or ""
        return ""

    return text


def _with_room(page: Page, html: _Parts) -> Page:
    """The page with margins that hold its headers and footers, as Word makes them."""
    heights = _heights(page, html)
    top = page.header_edge + heights.get("header", 0) + GAP_TO_TEXT
    bottom = page.footer_edge + max(heights.get("footer", 0), heights.get("first_footer", 0))
    return replace(
        page,
        top=max(page.top, top) if "header" in heights else page.top,
        bottom=max(page.bottom, bottom + GAP_TO_TEXT),
    )


def _heights(page: Page, html: _Parts) -> dict[str, float]:
    """How tall each running header and footer is, in points."""
    if not html.running:
        return {}
    blocks = "".join(
        f'<div class="running"><div>{content}</div></div><a id="{field}"></a>'
        for field, content in html.running.items()
    )
    css = f"@page {{ size: {page.text_width}pt 5000pt; margin: 0 }} {html.running_css}"
    found = ends(f"<html><head/><body>{blocks}</body></html>", css)
    heights, above = {}, 0.0
    for field in html.running:
        heights[field], above = (found[field] - above) * _POINTS_PER_PIXEL, found[field]
    return heights


def _whole(page: Page, html: _Parts) -> str:
    running = "".join(
        f'<div class="running" style="position: running({field})">{content}</div>'
        for field, content in html.running.items()
        if field != "first_header"
    )
    first = html.running.get("first_header", "")
    letterhead = f'<div class="letterhead">{first}</div>' if first else ""
    body = html.body
    if page.columns > 1:
        css = f"columns: {page.columns}; column-gap: {page.column_gap:g}pt; column-fill: auto"
        body = f'<div style="{css}">{body}</div>'
    return (
        f'<html lang="{LANGUAGE}"><head>'
        f"<title>{escape(html.title or 'Document')}</title>"
        f'<meta name="author" content="{escape(html.author)}"/>'
        f'<meta name="dcterms.created" content="{escape(html.created)}"/>'
        f'<meta name="dcterms.modified" content="{escape(html.created)}"/>'
        f"</head><body>{running}{letterhead}{body}</body></html>"
    )


def _page_css(page: Page, html: _Parts) -> str:
    """Where the running headers and footers stand; the first page's letterhead is in the flow."""
    size = f"size: {page.width:g}pt {page.height:g}pt"
    margin = f"margin: {page.top:g}pt {page.right:g}pt {page.bottom:g}pt {page.left:g}pt"
    rules = [f"@page {{ {size}; {margin}; {_boxes(page, 'header', 'footer')} }}"]
    if page.first_differs:
        top = page.header_edge if "first_header" in html.running else page.top
        first_footer = "first_footer" if "first_footer" in html.running else ""
        rules.append(f"@page :first {{ margin-top: {top:g}pt; {_boxes(page, '', first_footer)} }}")
    return "\n".join(rules)


def _boxes(page: Page, header: str, footer: str) -> str:
    above = f"content: element({header})" if header else "content: none"
    below = f"content: element({footer})" if footer else "content: none"
    return (
        f"@top-center {{ {above}; width: 100%; vertical-align: top; "
        f"padding-top: {page.header_edge:g}pt }} "
        f"@bottom-center {{ {below}; width: 100%; vertical-align: bottom; "
        f"padding-bottom: {page.footer_edge:g}pt }}"
    )

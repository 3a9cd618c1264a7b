"""Word file to tagged PDF/UA-1: mammoth makes HTML, WeasyPrint sets it. No network, no clock."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from html import escape
from importlib import resources
from typing import Any

from lxml import etree

from generator.pdf.finish import finished
from generator.pdf.numbering import numbering
from generator.pdf.page import Page, page_of
from generator.pdf.story import story
from generator.pdf.style_sheet import StyleSheet, style_sheet
from generator.pdf.table_headers import scope_header_cells
from generator.properties import CORE_PART, LANGUAGE
from generator.word_package import MAIN_PART, parse_part, read_package
from redaction.errors import TemplateError

GAP_TO_TEXT = 8.0
"""Points between a header or footer and the text where it is taller than its margin."""

_NO_PANGO = (
    "Install Pango. Debian and Ubuntu: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0. Windows: the MSYS2 package mingw-w64-x86_64-pango. "
    "macOS: brew install pango"
)
_RUNNING = ("first_header", "header", "first_footer", "footer")
_POINTS_PER_PIXEL = 0.75


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
    weasyprint = _weasyprint()
    parts = read_package(docx, name)
    page = page_of(parts, name)
    html = _as_html(parts, page, name)
    page = _with_room(weasyprint, page, html)
    return _set(weasyprint, _whole(page, html), hashlib.sha256(docx).digest()[:16], name)


@cache
def _weasyprint() -> Any:
    try:
        import weasyprint
    except OSError as error:
        raise TemplateError.because("PDF", "the library Pango is missing", _NO_PANGO) from error
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    return weasyprint


def _as_html(parts: Mapping[str, bytes], page: Page, name: str) -> _Parts:
    sheet, numbers = style_sheet(parts, name), numbering(parts, name)
    running = {
        field: _html(parts, getattr(page, field), sheet, numbers, name)
        for field in _RUNNING
        if getattr(page, field) and (page.first_differs or not field.startswith("first"))
    }
    running_css = sheet.css()
    body = _html(parts, MAIN_PART, sheet, numbers, name)
    core = _core(parts, name)
    texts = (core("title"), core("creator"), core("created"))
    return _Parts(body, running, running_css, sheet.css(), *texts)


def _html(parts: Mapping[str, bytes], part: str, sheet: StyleSheet, numbers: Any, name: str) -> str:
    html = finished(story(parts, part, sheet, numbers, name), sheet)
    return etree.tostring(html, encoding="unicode", method="html")


def _core(parts: Mapping[str, bytes], name: str) -> Any:
    root = parse_part(parts[CORE_PART], CORE_PART, name) if CORE_PART in parts else None

    def text(wanted: str) -> str:
        for element in root if root is not None else ():
            if etree.QName(element).localname == wanted:
                return element.text or ""
        return ""

    return text


def _with_room(weasyprint: Any, page: Page, html: _Parts) -> Page:
    """The page with margins that hold its headers and footers, as Word makes them."""
    heights = _heights(weasyprint, page, html)
    top = page.header_edge + heights.get("header", 0) + GAP_TO_TEXT
    bottom = page.footer_edge + max(heights.get("footer", 0), heights.get("first_footer", 0))
    return replace(
        page,
        top=max(page.top, top) if "header" in heights else page.top,
        bottom=max(page.bottom, bottom + GAP_TO_TEXT),
    )


def _heights(weasyprint: Any, page: Page, html: _Parts) -> dict[str, float]:
    """How tall each running header and footer is, in points."""
    if not html.running:
        return {}
    blocks = "".join(
        f'<div class="running"><div>{content}</div></div><a id="{field}"></a>'
        for field, content in html.running.items()
    )
    css = f"@page {{ size: {page.text_width}pt 5000pt; margin: 0 }} {_house_css()}"
    ends = _ends(weasyprint, f"<style>{css} {html.running_css}</style>{blocks}")
    heights, above = {}, 0.0
    for field in html.running:
        heights[field], above = (ends[field] - above) * _POINTS_PER_PIXEL, ends[field]
    return heights


@lru_cache(maxsize=32)
def _ends(weasyprint: Any, html: str) -> dict[str, float]:
    """How far down each anchor of a single page is, in pixels; the same in a whole batch."""
    page = weasyprint.HTML(string=html, url_fetcher=_inline_only(weasyprint)).render().pages[0]
    return {name: place[1] for name, place in page.anchors.items()}


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
        f'<!DOCTYPE html><html lang="{LANGUAGE}"><head><meta charset="utf-8">'
        f"<title>{escape(html.title or 'Document')}</title>"
        f'<meta name="author" content="{escape(html.author)}">'
        f'<meta name="dcterms.created" content="{escape(html.created)}">'
        f'<meta name="dcterms.modified" content="{escape(html.created)}">'
        f"<style>{_house_css()}\n{html.css}\n{_page_css(page, html)}</style></head>"
        f"<body>{running}{letterhead}{body}</body></html>"
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


def _set(weasyprint: Any, html: str, identifier: bytes, name: str) -> bytes:
    try:
        written = weasyprint.HTML(string=html, url_fetcher=_inline_only(weasyprint)).write_pdf(
            finisher=scope_header_cells, pdf_variant="pdf/ua-1", pdf_identifier=identifier
        )
    except (ValueError, TypeError, AssertionError, KeyError, IndexError, OSError) as error:
        raise TemplateError.because(
            name, "the PDF could not be set", "Send the Word file, or save the PDF from Word"
        ) from error
    return bytes(written)


def _inline_only(weasyprint: Any) -> Any:
    """Fetches pictures that stand in the document itself, and nothing from anywhere else."""
    return weasyprint.urls.URLFetcher(allowed_protocols=("data",), allow_redirects=False)


@cache
def _house_css() -> str:
    return resources.files("generator").joinpath("house.css").read_text("utf-8")

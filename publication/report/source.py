"""HTML as it comes out of Word, Markdown and HTML files, before anything is made safe."""

from __future__ import annotations

import io
import re

import mammoth
import markdown
from lxml import etree, html

from publication.report.guidance import GUIDANCE_CLASS
from publication.report.guidance import STYLE as GUIDANCE_STYLE
from publication.report.tree import elements
from publication.report.word import without_hidden_text
from redaction.errors import PublicationError

_WORD_STYLES = f"""
p[style-name='{GUIDANCE_STYLE}'] => p.{GUIDANCE_CLASS}:fresh
p[style-name='Title'] => p.report-title:fresh
p[style-name='Subtitle'] => p.report-subtitle:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Form Label'] => p.form-label:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
"""

_MARKDOWN = ["tables", "footnotes", "sane_lists"]
_FRONT_MATTER = re.compile(
    r"\A(?:---|\+\+\+)[ \t]*\n.*?\n(?:---|\+\+\+|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def source_html(content: bytes, suffix: str) -> str:
    """The HTML of a file by its kind; still with everything a stranger put in.

    Raises ``PublicationError`` if the file can't be read as what its name says.
    """
    match suffix:
        case ".docx":
            return _word(content)
        case ".md":
            text = _FRONT_MATTER.sub("", _text(content))
            return _web_page(markdown.markdown(text, extensions=_MARKDOWN))
        case ".html":
            return _web_page(_text(content))
    raise PublicationError.because(
        f"report{suffix}", "is of a kind that can't become a page", "Publish the Word file"
    )


def _word(content: bytes) -> str:
    try:
        shown = io.BytesIO(without_hidden_text(content))
        converted = mammoth.convert_to_html(shown, style_map=_WORD_STYLES)
    except PublicationError:
        raise
    except Exception as error:  # mammoth lets every error of broken XML through
        raise PublicationError.because(
            "report.docx",
            "can't be read as a Word file",
            "Open it in Word, save it anew, then check and clear it again",
        ) from error
    return str(converted.value)


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise PublicationError.because(
            "report", "is not UTF-8 text", "Save it as UTF-8, then check and clear it again"
        ) from error


def _web_page(text: str) -> str:
    """The body without what a browser would not show: it must not come to light here."""
    try:
        page = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except etree.ParserError:
        return ""
    body = page.find("body")
    if body is None:
        return ""
    for element in elements(body):
        hidden = element.get("hidden") is not None or _HIDING.search(element.get("style") or "")
        if hidden and element.getparent() is not None:
            element.drop_tree()
    return etree.tostring(body, method="html", encoding="unicode")

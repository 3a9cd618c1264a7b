"""Small steps on a parsed page that the other steps share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from lxml import etree, html

from publication.residue import plain_text

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_WORDS = etree.XPath(".//text()[not(ancestor::sup[a])]")
_INLINE = re.compile(
    r"</?(?:strong|em|a|code|abbr|span|b|i|u|s|del|ins|mark|small|cite|dfn|kbd|samp|var)\b[^>]*>"
)


def elements(tree: html.HtmlElement, *tags: str) -> Iterator[html.HtmlElement]:
    """Every element of ``tree`` with one of ``tags``, in reading order, safe to change."""
    found = [item for item in tree.iter(*tags) if isinstance(item, html.HtmlElement)]
    return iter(found)


def text_of(element: html.HtmlElement) -> str:
    """The text of one element on one line."""
    return " ".join(str(element.text_content()).split())


def heading_text(heading: html.HtmlElement) -> str:
    """The words of a heading, without the marks of its footnotes."""
    pieces = _WORDS(heading)
    words = "".join(map(str, pieces)) if isinstance(pieces, list) else ""
    return " ".join(words.split())


def inner_html(tree: html.HtmlElement) -> str:
    """The HTML inside ``tree``."""
    inner = [etree.tostring(child, method="html", encoding="unicode") for child in tree]
    return escape(tree.text or "", quote=False) + "".join(inner)


def visible_text(tree: html.HtmlElement) -> str:
    """All text of ``tree`` and the descriptions of its pictures, words kept whole."""
    descriptions = " ".join(image.get("alt", "") for image in elements(tree, "img"))
    text = plain_text(_INLINE.sub("", inner_html(tree)))
    return " ".join(f"{text} {descriptions}".split())

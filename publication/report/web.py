"""A stranger's web page as its visitors see it: without what is hidden, in paragraphs."""

from __future__ import annotations

import re

from lxml import etree, html

from publication.report.faults import Faults
from publication.report.hidden import drop_hidden
from publication.report.tree import HEADINGS, elements, text_of
from redaction.errors import Problem, PublicationError

_CONTAINERS = (
    "div", "section", "article", "main", "header", "footer", "aside", "nav", "address", "center",
    "fieldset", "details", "form", "dialog", "figure", "hgroup", "search",
)  # fmt: skip
_PARAGRAPHS = ("summary", "legend", "figcaption", "label")
_BLOCKS = frozenset(
    {
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre",
        "hr", *_CONTAINERS, *_PARAGRAPHS,
    }
)  # fmt: skip
_UNSHOWABLE = {
    "svg": "drawing", "canvas": "drawing", "math": "equation", "video": "video",
    "audio": "sound", "object": "embedded file", "embed": "embedded file",
    "applet": "embedded file", "iframe": "frame", "frame": "frame", "select": "form field",
    "textarea": "form field", "button": "form field", "input": "form field",
}  # fmt: skip
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""Signs that no page shows and no tree of elements can hold."""
_REFERENCE = re.compile(r"&#(?:x([0-9a-f]{1,8})|([0-9]{1,9}));?", re.IGNORECASE)
_MOST_ATTRIBUTES = 1_000
_REMEDY = "Put a picture with a description, or text, in its place; then check and clear it again"


def web_page(text: str) -> tuple[str, list[Problem]]:
    """The body of a page without what a browser would not show: it must not come to light here.

    Also what in it can't become a page. Raises ``PublicationError`` if it is nested too deep.
    """
    body = _body(_CONTROLS.sub("", _REFERENCE.sub(_unless_control, text)))
    if body is None:
        return "", []
    drop_hidden(body)
    faults = Faults()
    for element in elements(body):
        if element.tag in HEADINGS:
            faults.heading = text_of(element)
        elif element.tag in _UNSHOWABLE and element.get("type") != "hidden":
            faults.add(_UNSHOWABLE[str(element.tag)], "can't be part of a page", _REMEDY)
    _keep_anchors(body)
    for element in elements(body, *_PARAGRAPHS):
        element.tag = "p"
    for container in [*reversed(list(elements(body, *_CONTAINERS))), body]:
        _wrap_loose_text(container)
        if container is not body:
            container.drop_tag()
    return etree.tostring(body, method="html", encoding="unicode"), faults.problems


def _body(text: str) -> html.HtmlElement | None:
    if any(map(_has_a_crowd_of_attributes, text.split("<"))):
        raise _sent_back("has more attributes in one element than a page can have")
    parser = html.HTMLParser(encoding="utf-8")
    try:
        page = html.document_fromstring(text.encode(), parser=parser)
    except etree.ParserError:
        return None
    if any("depth" in entry.message.casefold() for entry in parser.error_log):
        raise _sent_back("is nested too deep to follow")
    return page.find("body")


def _unless_control(reference: re.Match[str]) -> str:
    """A character written by its number, unless it is one of those signs."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    is_character = number < 0x110000 and not _CONTROLS.match(chr(number))
    return reference[0] if is_character else ""


def _has_a_crowd_of_attributes(element: str) -> bool:
    """The parsers compare each attribute of an element with all others."""
    inside = element.partition(">")[0]
    return inside[:1].isalpha() and (
        len(inside.split()) > _MOST_ATTRIBUTES or element.count("=") > _MOST_ATTRIBUTES
    )


def _sent_back(what: str) -> PublicationError:
    return PublicationError.because("report", what, "Make it in Word, and publish the Word file")


def _keep_anchors(body: html.HtmlElement) -> None:
    """What a link of the page leads to stays its target, whatever becomes of the element."""
    addresses = [link.get("href", "") for link in elements(body, "a")]
    targets = {address[1:] for address in addresses if re.match("#.", address)}
    for element in elements(body):
        name = element.get("id") or (element.tag == "a" and element.get("name")) or ""
        if name not in targets or element.tag in ("sup", "li"):
            continue
        if element.tag == "a":
            element.set("id", name)
        elif element is not body and element.tag not in ("table", "tr", "ul", "ol", "img", "br"):
            anchor = html.Element("a", id=name)
            anchor.tail, element.text = element.text, None
            element.insert(0, anchor)


def _wrap_loose_text(container: html.HtmlElement) -> None:
    """Text that stands in a container by itself becomes paragraphs between the blocks."""
    loose = html.Element("p")
    loose.text, container.text = container.text, None
    for child in list(container):
        if child.tag in _BLOCKS:
            if _is_something(loose):
                child.addprevious(loose)
            loose = html.Element("p")
            loose.text, child.tail = child.tail, None
        else:
            loose.append(child)
    if _is_something(loose):
        container.append(loose)


def _is_something(loose: html.HtmlElement) -> bool:
    return bool(len(loose) or (loose.text or "").strip())

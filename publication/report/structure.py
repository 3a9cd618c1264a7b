"""A page put in order, as a screen reader needs it: headings, tables, notes, anchors."""

from __future__ import annotations

import re

from lxml import html

from publication.report.headings import (
    contents_of,
    drop_empty_headings,
    false_headings,
    shift_headings,
)
from publication.report.page import Heading
from publication.report.places import Places
from publication.report.tables import box_single_cells, mark_tables
from publication.report.tree import elements, text_of
from redaction.errors import Problem

_BACK = {"↑", "↩", "↩︎"}
_NOTE = re.compile(r"in-(footnote|endnote|fn)-")


def tidy(tree: html.HtmlElement) -> None:
    """Take out what means nothing, before tables and pictures are counted."""
    for span in elements(tree, "span"):
        if not span.attrib:
            span.drop_tag()
    for paragraph in elements(tree, "p"):
        if not text_of(paragraph) and paragraph.find(".//img") is None and not _anchors(paragraph):
            paragraph.drop_tree()
    box_single_cells(tree)
    drop_empty_headings(tree)


def _anchors(element: html.HtmlElement) -> list[html.HtmlElement]:
    return [each for each in elements(element) if each.get("id")]


def arrange(tree: html.HtmlElement, where: Places) -> tuple[tuple[Heading, ...], list[Problem]]:
    """Put ``tree`` in order; the headings for the contents list, and what the author must mend."""
    _rename_anchors(tree)
    problems = [*shift_headings(tree), *false_headings(tree), *mark_tables(tree, where)]
    _mark_notes(tree)
    return contents_of(tree), problems


def _rename_anchors(tree: html.HtmlElement) -> None:
    """Anchors of the file get a prefix of their own; links that lead nowhere become text."""
    known: dict[str, str] = {}
    for element in [*tree.iter()]:
        given = element.get("id")
        if given in known:
            del element.attrib["id"]
        elif given:
            known[given] = _unused(given, known)
            element.set("id", known[given])
    for link in elements(tree, "a"):
        address = link.get("href", "")
        if address.startswith("#"):
            link.set("href", f"#{known.get(address[1:], '')}")
        if not _leads_somewhere(link, address, known):
            link.attrib.pop("href", None)
            if link.get("id") is None:
                link.drop_tag()


def _unused(given: str, known: dict[str, str]) -> str:
    name = f"in-{re.sub('[^A-Za-z0-9]+', '-', given).strip('-')}"
    return name if name not in known.values() else f"{name}-{len(known)}"


def _leads_somewhere(link: html.HtmlElement, address: str, known: dict[str, str]) -> bool:
    """Whether there is something to follow, and something to press on."""
    if not text_of(link) and link.find(".//img") is None:
        return False
    return address[1:] in known if address.startswith("#") else bool(address)


def _mark_notes(tree: html.HtmlElement) -> None:
    """Footnotes come last, under a heading, each with a way back that says so."""
    notes = [
        items
        for items in elements(tree, "ol")
        if len(items) and all(_NOTE.match(item.get("id", "")) for item in items)
    ]
    for items in notes:
        items.set("class", "notes")
        rule = items.getprevious()
        if rule is not None and rule.tag == "hr":
            rule.drop_tree()
        heading = html.Element("h2")
        kind = "Endnotes" if items[0].get("id", "").startswith("in-endnote") else "Footnotes"
        heading.text = kind if len(notes) > 1 else "Notes"
        items.addprevious(heading)
    for link in elements(tree, "a"):
        if text_of(link) in _BACK:
            link.set("aria-label", "Back to the text")

"""Headings, tables, notes and anchors of a page, as a screen reader needs them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from publication.report.tree import elements, text_of
from redaction.errors import Problem

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LABEL_CLASS = "form-label"
"""The label of a row in a form, as the board's own templates have them."""

_FIRST_LEVEL = 2
"""The page's title is the only heading of level 1."""

_BACK = {"↑", "↩", "↩︎"}


@dataclass(frozen=True)
class Heading:
    """A heading of the report: its level on the page (2 to 6), its anchor and its words."""

    level: int
    anchor: str
    text: str


def arrange(tree: html.HtmlElement) -> tuple[tuple[Heading, ...], list[Problem]]:
    """Put ``tree`` in order; the headings for the contents list, and what the author must mend."""
    _rename_anchors(tree)
    _box_single_cells(tree)
    problems = [*_shift_headings(tree), *_mark_tables(tree)]
    _mark_notes(tree)
    return _contents(tree), problems


def _shift_headings(tree: html.HtmlElement) -> Iterator[Problem]:
    """Start at level 2, whatever level the author started at."""
    headings = []
    for heading in elements(tree, *_HEADINGS):
        if text_of(heading):
            headings.append(heading)
        else:
            heading.drop_tag()
    if not headings:
        return
    shift = _FIRST_LEVEL - min(_level(heading) for heading in headings)
    before = _FIRST_LEVEL - 1
    for heading in headings:
        level = _level(heading) + shift
        if level > before + 1:
            yield Problem(
                f'heading "{text_of(heading)}"',
                f"is of level {level - shift} but the one before it is not of the level above",
                "In Word: give it the heading style one level below the heading it belongs to",
            )
        before = level
        heading.tag = f"h{min(level, 6)}"


def _contents(tree: html.HtmlElement) -> tuple[Heading, ...]:
    taken: set[str] = set()
    contents = []
    for heading in elements(tree, *_HEADINGS):
        anchor = _anchor(text_of(heading), taken)
        heading.set("id", anchor)
        contents.append(Heading(_level(heading), anchor, text_of(heading)))
    return tuple(contents)


def _anchor(text: str, taken: set[str]) -> str:
    base = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:60].strip("-")
    base = f"section-{base}" if base else "section"
    anchor, number = base, 2
    while anchor in taken:
        anchor, number = f"{base}-{number}", number + 1
    taken.add(anchor)
    return anchor


def _mark_tables(tree: html.HtmlElement) -> Iterator[Problem]:
    for number, table in enumerate(elements(tree, "table"), start=1):
        _head_labelled_rows(table)
        header = list(elements(table, "th"))
        if not any(text_of(cell) for cell in header):
            yield Problem(
                f"table {number}",
                "has no header row",
                "In Word: select its first row, then Table Layout, Repeat Header Rows",
            )
        for cell in header:
            in_head = any(parent.tag == "thead" for parent in cell.iterancestors())
            cell.set("scope", "col" if in_head else "row")
        _caption(table)
        _wrap(table, f"Table {number}")


def _head_labelled_rows(table: html.HtmlElement) -> None:
    """In a form without a header row, each label heads its row."""
    for cell in elements(table, "td"):
        first = next(iter(cell), None)
        if first is not None and first.get("class") == LABEL_CLASS:
            del first.attrib["class"]
            cell.tag = "th"


def _caption(table: html.HtmlElement) -> None:
    """A caption paragraph above the table becomes the table's own."""
    before = table.getprevious()
    if before is None or before.tag != "p" or before.get("class") != "caption":
        return
    caption = html.Element("caption")
    caption.text = text_of(before)
    before.drop_tree()
    table.insert(0, caption)


def _wrap(table: html.HtmlElement, name: str) -> None:
    """A frame in which a wide table scrolls by itself, also from the keyboard."""
    caption = table.find("caption")
    label = text_of(caption) if isinstance(caption, html.HtmlElement) else name
    frame = html.Element("div")
    frame.attrib.update({"class": "table", "role": "region", "tabindex": "0", "aria-label": label})
    _replace(table, frame)
    frame.append(table)


def _box_single_cells(tree: html.HtmlElement) -> None:
    """A table of a single cell is a box around text, not a table."""
    for table in elements(tree, "table"):
        cells = list(elements(table, "td", "th"))
        if len(cells) != 1:
            continue
        box = html.Element("div")
        box.set("class", "box")
        _replace(table, box)
        box.text = cells[0].text
        box.extend(list(cells[0]))


def _replace(old: html.HtmlElement, new: html.HtmlElement) -> None:
    parent = old.getparent()
    assert parent is not None  # noqa: S101 - only the outer div has none
    new.tail, old.tail = old.tail, None
    parent.replace(old, new)


def _rename_anchors(tree: html.HtmlElement) -> None:
    """Anchors of the file get a prefix of their own; links that lead nowhere become text."""
    known = {}
    for element in tree.iter():
        given = element.get("id")
        if given:
            known[given] = f"in-{re.sub('[^A-Za-z0-9]+', '-', given).strip('-')}"
            element.set("id", known[given])
    for link in elements(tree, "a"):
        address = link.get("href", "")
        if address.startswith("#"):
            link.set("href", f"#{known.get(address[1:], '')}")
        if address[1:] not in known and (address.startswith("#") or not address):
            link.attrib.pop("href", None)
            if link.get("id") is None:
                link.drop_tag()


def _mark_notes(tree: html.HtmlElement) -> None:
    """Footnotes come last, under a heading, each with a way back that says so."""
    notes = [
        items
        for items in elements(tree, "ol")
        if len(items)
        and all(re.match(r"in-(footnote|endnote|fn)-", item.get("id", "")) for item in items)
    ]
    for items in notes:
        items.set("class", "notes")
        rule = items.getprevious()
        if rule is not None and rule.tag == "hr":
            rule.drop_tree()
        heading = html.Element("h2")
        heading.text = "Notes"
        items.addprevious(heading)
    for link in elements(tree, "a"):
        if text_of(link) in _BACK:
            link.set("aria-label", "Back to the text")


def _level(heading: html.HtmlElement) -> int:
    return int(str(heading.tag)[1])

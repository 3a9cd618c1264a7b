"""Where in the report a table or picture is, in the words of its author."""

from __future__ import annotations

from collections import Counter

from lxml import html

from publication.report.faults import under
from publication.report.tree import HEADINGS, elements, heading_text

_NAMES = {"table": "table", "img": "picture"}
Places = dict[html.HtmlElement, str]


def places(tree: html.HtmlElement) -> Places:
    """Each table and picture with its number, and the heading that it stands under."""
    found: Places = {}
    counts: Counter[str] = Counter()
    heading = ""
    for element in elements(tree, *HEADINGS, *_NAMES):
        name = _NAMES.get(str(element.tag))
        if name is None:
            heading = heading_text(element)
        else:
            counts[name] += 1
            found[element] = under(f"{name} {counts[name]}", heading)
    return found

"""Two cuts in an XML tree: an element with its content, or an element around its content."""

from __future__ import annotations

from lxml import etree


def drop(element: etree._Element) -> None:
    """Take ``element`` and all in it out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: etree._Element) -> None:
    """Put the children of ``element`` in its place."""
    parent = element.getparent()
    if parent is not None:
        position = parent.index(element)
        parent[position : position + 1] = list(element)

"""What a walk over the text of a part hands to the walk over the marks of the same part."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree


@dataclass
class PartWalk:
    """The places of the elements that were read, the elements whose text was taken, a title.

    ``title`` is what an author calls the part ("hidden sheet Payments"); ``shown`` says that
    texts of the part that no walk took are on the page.
    """

    places: dict[etree._Element, str] = field(default_factory=dict)
    taken: set[etree._Element] = field(default_factory=set)
    title: str = ""
    shown: bool = False

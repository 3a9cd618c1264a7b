"""A report as a page: the values that come of converting it."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import html as lxml_html

from publication.report.tree import visible_text


@dataclass(frozen=True)
class Heading:
    """A heading of the report: its level on the page (2 to 6), its anchor and its words."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True)
class ReportImage:
    """A picture: the name of its file (of its content's hash), its bytes, its size in pixels."""

    name: str
    content: bytes
    width: int
    height: int


@dataclass(frozen=True)
class Report:
    """A report as a page: ``html`` has headings from ``h2`` down; pictures are named files.

    ``contents`` are its main headings with their ids, ``words`` the number of words to read.
    """

    html: str
    contents: tuple[Heading, ...]
    images: tuple[ReportImage, ...]
    words: int

    @property
    def text(self) -> str:
        """All that a reader reads."""
        return visible_text(lxml_html.fragment_fromstring(self.html, create_parent="div"))

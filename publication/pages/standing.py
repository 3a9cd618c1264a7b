"""A learning brief or leaflet as the site shows it: the values that its templates print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from publication.metadata import PublicBoard
from publication.report.page import Report
from publication.standing.facts import Standing
from publication.standing.state import StandingState


@dataclass(frozen=True)
class StandingView:
    """One standing document; ``report`` is its text, read when its page is rendered.

    ``review_page`` is the path of the page of the review that it is drawn from, if there is one.
    """

    state: StandingState
    board: PublicBoard
    facts: Standing
    review_page: str = ""
    report: Report | None = None

    @property
    def reference(self) -> str:
        """Its address on the site, without the ending."""
        return self.facts.reference

    @property
    def title(self) -> str:
        """Its title."""
        return self.facts.title

    @property
    def page(self) -> str:
        """The page's path on the site."""
        return f"{self.reference}.html"

    @property
    def pdf(self) -> str:
        """The PDF file's path on the site."""
        return f"{self.reference}.pdf"

    @property
    def list_page(self) -> str:
        """The path of the list that it is in."""
        return f"{self.facts.kind.place}.html"

    @property
    def address(self) -> str:
        """The page's permanent address."""
        return self.board.website + self.page

    @property
    def newest(self) -> date:
        """The day of the last thing that happened to it in public."""
        return self.state.newest

    @property
    def html(self) -> str:
        """Its text, the pictures found from the page."""
        html = self.report.html if self.report else ""
        for image in self.report.images if self.report else ():
            html = html.replace(f'src="{image.name}"', f'src="{self.facts.name}/{image.name}"')
        return html

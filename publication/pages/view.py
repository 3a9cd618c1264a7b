"""What the site shows on one day: the values that its templates print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import quote, urlencode

from publication.folder import slug
from publication.intact import StoredReport
from publication.metadata import PublicAction, Publication, PublicBoard
from publication.pages.listing import Lists, lists_of
from publication.pages.standing import StandingView
from publication.report.page import Report
from publication.report_state import PublicState, ReportState
from publication.standing.facts import StandingKind

_NEWEST = 5
"""Reports on the front page."""

_KILOBYTE = 1000
_MEGABYTE = 1000 * _KILOBYTE

_PROGRESS = {"not_started": "Not started", "in_progress": "Under way", "done": "Done"}


@dataclass(frozen=True)
class Answer:
    """A part of what the board says about a report, with the anchor by which it is found."""

    anchor: str
    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class ReportView:
    """One report as the site shows it: ``publication`` only while it is public.

    ``report``, its page, and ``pdf_bytes``, the size of its PDF, are read when that page is
    rendered; the lists need no more than the facts.
    """

    state: ReportState
    board: PublicBoard
    publication: Publication | None = None
    report: Report | None = None
    pdf_bytes: int = 0

    @cached_property
    def made_from(self) -> str:
        """What stands for everything that is shown of it: its state names the sha256 of its facts.

        Those have the sha256 of its page, its pictures and its PDF.
        """
        return repr(self.state)

    @property
    def reference(self) -> str:
        """The reference, which is all that is shown of a report that is not public."""
        return self.state.reference

    @property
    def slug(self) -> str:
        """The reference as it stands in addresses."""
        return slug(self.reference)

    @property
    def page(self) -> str:
        """The page's path on the site."""
        return f"reports/{self.slug}.html"

    @property
    def pdf(self) -> str:
        """The PDF file's path on the site."""
        return f"reports/{self.slug}.pdf"

    @property
    def address(self) -> str:
        """The page's permanent address."""
        return self.board.website + self.page

    @property
    def has_page(self) -> bool:
        """Whether there is a page: of the report, or of how to ask for it."""
        return self.state.state in (PublicState.PUBLISHED, PublicState.ON_REQUEST)

    @property
    def title(self) -> str:
        """The report's title while it is public, else its reference: a title can identify."""
        return self.publication.title if self.publication else f"Report {self.reference}"

    @cached_property
    def newest(self) -> date:
        """The day of the last thing that happened to the report in public."""
        return max(day for day in (self.state.since, self.state.updated) if day)

    @property
    def last_change(self) -> tuple[date, str] | None:
        """The day and the note of the newest change to the report, if it was ever changed."""
        return self.state.corrections[-1] if self.state.corrections else None

    @property
    def request_link(self) -> str:
        """A mail to the board that asks for the report."""
        subject = f"Request for report {self.reference}"
        body = (
            f"Please send me the report {self.reference}.\n\n"
            "My name:\n"
            "How I would like to get it (by e-mail, on paper, in another format):\n"
        )
        fields = urlencode({"subject": subject, "body": body}, quote_via=quote)
        return f"mailto:{self.board.email}?{fields}"

    @property
    def citation(self) -> str:
        """How to cite the report."""
        year = self.state.first_published.year if self.state.first_published else ""
        author = (self.publication.reviewer if self.publication else "") or self.board.name
        return f"{author} ({year}) {self.title} ({self.reference})."

    @property
    def reading_minutes(self) -> int:
        """Minutes that reading the report takes, at 200 words a minute."""
        return max(1, round(self.report.words / 200)) if self.report else 0

    @property
    def report_html(self) -> str:
        """The report's text, its pictures found from the page."""
        html = self.report.html if self.report else ""
        for image in self.report.images if self.report else ():
            html = html.replace(f'src="{image.name}"', f'src="{self.slug}/{image.name}"')
        return html

    @property
    def pdf_size(self) -> str:
        """The size of the PDF in words, rounded up: "84 kB", "1.3 MB"; no line breaks within."""
        if self.pdf_bytes < _MEGABYTE:
            return f"{-(-self.pdf_bytes // _KILOBYTE)}\N{NO-BREAK SPACE}kB"
        tenths = -(-self.pdf_bytes * 10 // _MEGABYTE)
        return f"{tenths // 10}.{tenths % 10}\N{NO-BREAK SPACE}MB"

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What the board has done, what changed by it, and what more it will do; none empty."""
        if self.publication is None:
            return ()
        parts = (
            ("response", "The board’s response", self.publication.response),
            ("impact", "What has changed", self.publication.impact),
            ("further-action", "What the board will do next", self.publication.further_action),
        )
        return tuple(
            Answer(anchor, heading, tuple(text.split("\n\n")))
            for anchor, heading, text in parts
            if text.strip()
        )

    def progress(self, action: PublicAction) -> str:
        """How far an action is, in words."""
        return _PROGRESS[action.status.value]


@dataclass(frozen=True)
class Site:
    """Everything the site shows on ``as_of``."""

    board: PublicBoard
    as_of: date
    views: tuple[ReportView, ...]
    search: bool = False
    """Whether there is an index that a reader's browser can search."""
    standing: tuple[StandingView, ...] = ()

    def _in(self, state: PublicState) -> list[ReportView]:
        chosen = [view for view in self.views if view.state.state is state]
        return sorted(chosen, key=lambda view: (-view.newest.toordinal(), view.reference))

    @cached_property
    def published(self) -> list[ReportView]:
        """Reports on the site, the newest first."""
        return self._in(PublicState.PUBLISHED)

    @property
    def newest(self) -> list[ReportView]:
        """The reports that the front page shows."""
        return self.published[:_NEWEST]

    @property
    def on_request(self) -> list[ReportView]:
        """Reports that were on the site."""
        return self._in(PublicState.ON_REQUEST)

    @property
    def delayed(self) -> list[ReportView]:
        """Reports whose publication waits."""
        return self._in(PublicState.DELAYED)

    @property
    def unpublished(self) -> list[ReportView]:
        """Reports that the board decided not to publish."""
        return self._in(PublicState.UNPUBLISHED)

    def _standing(self, kind: StandingKind) -> list[StandingView]:
        chosen = [view for view in self.standing if view.facts.kind is kind]
        return sorted(chosen, key=lambda view: (-view.newest.toordinal(), view.title))

    @property
    def briefs(self) -> list[StandingView]:
        """The learning briefs, the newest first."""
        return self._standing(StandingKind.LEARNING_BRIEF)

    @property
    def leaflets(self) -> list[StandingView]:
        """The leaflets, the newest first."""
        return self._standing(StandingKind.LEAFLET)

    @property
    def listed(self) -> list[ReportView]:
        """Every report in the order of the whole list."""
        return [*self.published, *self.on_request, *self.delayed, *self.unpublished]

    @cached_property
    def lists(self) -> Lists:
        """The list of reports with its filters, page by page."""
        return lists_of(self.listed, self.as_of)

    @property
    def updated(self) -> date:
        """The day of the newest change, for the feed."""
        shown: list[ReportView | StandingView] = [*self.published, *self.standing]
        return max((view.newest for view in shown), default=self.as_of)


def site_of(
    board: PublicBoard,
    as_of: date,
    states: Sequence[ReportState],
    stored: Mapping[str, StoredReport],
) -> Site:
    """The site on ``as_of``: of a report that is not public it knows no more than the state."""
    views = []
    for state in states:
        if not state.state.listed:
            continue
        if state.state is PublicState.PUBLISHED:
            views.append(ReportView(state, board, stored[state.reference].publication))
        else:
            views.append(ReportView(state, board))
    return Site(board, as_of, tuple(views))

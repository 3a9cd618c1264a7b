"""The pages of learning briefs and leaflets in a new site, with their PDFs and pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from publication.folder import slug
from publication.metadata import PublicBoard
from publication.pages.render import Page
from publication.pages.report_pages import put_files
from publication.pages.standing import StandingView
from publication.pages.view import Site
from publication.report_state import PublicState, ReportState
from publication.standing.state import StandingState, review_is_open
from publication.standing.stored import StoredStanding


def standing_views(
    board: PublicBoard,
    states: Sequence[StandingState],
    reports: Sequence[ReportState],
    stored: Mapping[str, StoredStanding],
) -> tuple[StandingView, ...]:
    """The documents that are on the site; ``stored`` are those in the folder, by reference.

    Of the review of a learning brief the page is linked while there is one.
    """
    pages = {
        each.reference: f"reports/{slug(each.reference)}.html"
        for each in reports
        if each.state in (PublicState.PUBLISHED, PublicState.ON_REQUEST)
    }
    shown = ((state, stored[state.reference].facts) for state in states if state.up)
    return tuple(
        StandingView(state, board, facts, pages.get(facts.review, ""))
        for state, facts in shown
        if review_is_open(facts.review, reports)
    )


def standing_pages(site: Site, stored: Mapping[str, StoredStanding]) -> list[Page]:
    """The page of each standing document; ``stored`` are those in the folder, by reference."""
    return [_page(view, stored[view.reference]) for view in site.standing]


def _page(view: StandingView, stored: StoredStanding) -> Page:
    made_from = repr((view.state, view.review_page))
    return Page(view.page, view.title, "standing.html", made_from, partial(_values, view, stored))


def _values(view: StandingView, stored: StoredStanding) -> dict[str, object]:
    return {"view": replace(view, report=stored.report())}


def put_standing_files(
    site: Site, stored: Mapping[str, StoredStanding], fresh: Path, old: Path
) -> None:
    """Put the PDF and the pictures of each standing document into the new site ``fresh``."""
    for view in site.standing:
        put_files(stored[view.reference], view, fresh, old)

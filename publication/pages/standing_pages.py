"""The pages of learning briefs and leaflets in a new site, with their PDFs and pictures."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from publication.folder import slug
from publication.metadata import PublicBoard
from publication.page_file import PDF
from publication.pages.render import RenderedPage, theme_of
from publication.pages.standing import StandingView
from publication.pages.view import Site
from publication.standing.state import StandingState, review_is_open
from publication.standing.stored import StoredStanding
from publication.state import PublicState, ReportState


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


def write_standing_pages(
    site: Site, stored: Mapping[str, StoredStanding], theme: Path, out: Path
) -> None:
    """Write the page, the PDF and the pictures of each standing document into ``out``.

    ``theme`` is the MkDocs project. Raises ``PublicationError`` if one can't be read, ``OSError``
    if one can't be written.
    """
    environment, nav = theme_of(theme / "mkdocs.yml", site.board.website, site.board.name)
    template = environment.get_template("standing.html")
    for view in site.standing:
        source = stored[view.reference]
        whole = replace(view, report=source.report())
        page = RenderedPage(view.title, view.page, view.address)
        target = out / view.page
        target.parent.mkdir(exist_ok=True)
        target.write_text(
            template.render(view=whole, site=site, page=page, nav=nav, base_url=".."),
            encoding="utf-8",
        )
        shutil.copyfile(source.place / PDF, out / view.pdf)
        for name in source.pictures:
            picture = target.with_suffix("") / name
            picture.parent.mkdir(exist_ok=True)
            shutil.copyfile(source.place / name, picture)

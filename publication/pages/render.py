"""Pages of reports, rendered by the theme's templates without MkDocs: thousands cost little."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment
from mkdocs.config import load_config

from publication.intact import StoredReport
from publication.page_file import PDF
from publication.pages.hooks import prepared
from publication.pages.view import ReportView, Site
from publication.state import PublicState


@dataclass(frozen=True)
class PageJob:
    """A page to be written to ``target``: of ``view``, whose report is ``stored`` if public."""

    view: ReportView
    stored: StoredReport | None
    target: Path


@dataclass(frozen=True)
class NavItem:
    """A page of the main navigation, as the theme knows it from MkDocs."""

    title: str
    url: str


@dataclass(frozen=True)
class RenderedPage:
    """The page itself, as the theme knows it from MkDocs."""

    title: str
    url: str
    canonical_url: str


def render(jobs: Sequence[PageJob], site: Site, config_file: Path) -> list[str]:
    """Write the page of each of ``jobs``; the sha256 of each, in order.

    ``site`` may be without its views: the page of a report shows no other report. Raises
    ``PublicationError`` if a page can't be read, ``OSError`` if one can't be written.
    """
    environment, nav = theme_of(config_file, site.board.website, site.board.name)
    return [_written(job, site, environment, nav) for job in jobs]


def _written(job: PageJob, site: Site, environment: Environment, nav: tuple[NavItem, ...]) -> str:
    view = _complete(job.view, job.stored) if job.stored else job.view
    public = view.state.state is PublicState.PUBLISHED
    template = environment.get_template("report.html" if public else "on-request.html")
    page = RenderedPage(view.title, view.page, view.address)
    content = template.render(view=view, site=site, page=page, nav=nav, base_url="..").encode()
    job.target.parent.mkdir(parents=True, exist_ok=True)
    job.target.write_bytes(content)
    return sha256(content).hexdigest()


def _complete(view: ReportView, stored: StoredReport) -> ReportView:
    size = (stored.place / PDF).stat().st_size
    return replace(view, report=stored.report(), pdf_bytes=size)


@cache
def theme_of(config_file: Path, website: str, name: str) -> tuple[Environment, tuple[NavItem, ...]]:
    """The theme's environment and the main navigation; made once in each process."""
    config = load_config(str(config_file), site_url=website, site_name=name)
    nav = tuple(
        NavItem(title, path.removesuffix(".md") + ".html")
        for entry in config.nav or []
        for title, path in entry.items()
    )
    return prepared(config.theme.get_env()), nav

"""The PDF of a report: tagged (PDF/UA-1), the same bytes every time, made without the network."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from weasyprint import HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse

from publication.pages.colour import LIGHT_PAGE, readable_on
from publication.pages.hooks import long_date
from publication.pages.standing import StandingView
from publication.pages.view import ReportView
from publication.report.page import Report
from publication.tagging import complete_tags

_INSIDE = "report:///"
"""The address under which a report's pictures are found; nothing else is fetched."""
_DESCRIBED = re.compile(rf'<img src="({_INSIDE}[^"]+)" alt="[^"]')
"""A picture that says something; a mere decoration is left out of the PDF."""


def report_pdf(view: ReportView, site_folder: Path) -> bytes:
    """The PDF of the published report ``view``, laid out by ``site_folder``/pdf."""
    if view.report is None:
        raise ValueError(f"report {view.reference} has no text")
    return typeset(view, view.report, "report.html", site_folder)


def typeset(view: ReportView | StandingView, report: Report, template: str, site: Path) -> bytes:
    """The PDF of ``view``, whose text is ``report``, laid out by ``site``/pdf/``template``."""
    pictures = {f"{_INSIDE}{image.name}": image.content for image in report.images}
    text = report.html
    for image in report.images:
        text = text.replace(f'src="{image.name}"', f'src="{_INSIDE}{image.name}"')
    page = (
        _templates(site)
        .get_template(template)
        .render(view=view, text=text, accent=readable_on(LIGHT_PAGE, view.board.accent_colour))
    )
    fetcher = _Pictures(pictures)
    for name in ("weasyprint", "fontTools"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    document = HTML(string=page, url_fetcher=fetcher)
    written: bytes = document.write_pdf(
        pdf_variant="pdf/ua-1",
        presentational_hints=True,  # with what number a list begins, and of what kind it is
        finisher=complete_tags,
    )
    if not set(_DESCRIBED.findall(text)) <= fetcher.fetched:
        raise ValueError(f"{view.reference}: a picture is not in its PDF")
    return written


def _templates(site_folder: Path) -> Environment:
    folders = [site_folder / "pdf", site_folder / "theme"]
    environment = Environment(
        loader=FileSystemLoader(folders), autoescape=True, undefined=StrictUndefined
    )
    environment.filters["long_date"] = long_date
    return environment


class _Pictures(URLFetcher):  # type: ignore[misc]
    """Hands out the report's own pictures and refuses everything else."""

    def __init__(self, pictures: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=("report",))
        self._pictures = pictures
        self.fetched: set[str] = set()

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        if url not in self._pictures:
            raise ValueError("only the report's own pictures may be fetched")
        self.fetched.add(url)
        return URLFetcherResponse(url, body=self._pictures[url])

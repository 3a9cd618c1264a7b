"""The pages of reports in a new site, and the files that belong to them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from publication.intact import StoredDocument, StoredReport
from publication.page_file import PDF
from publication.pages.render import Page
from publication.pages.taken_over import taken_over
from publication.pages.view import ReportView, Site


def report_pages(site: Site, stored: Mapping[str, StoredReport]) -> list[Page]:
    """The page of every report that has one: of the report, or of how to ask for it.

    ``stored`` are the reports in the folder of publications by reference.
    """
    return [_page(view, stored) for view in site.views if view.has_page]


def _page(view: ReportView, stored: Mapping[str, StoredReport]) -> Page:
    public = stored[view.reference] if view.publication else None
    template = "report.html" if public else "on-request.html"
    values = partial(_values, view, public)
    return Page(view.page, view.title, template, view.made_from, values)


def _values(view: ReportView, stored: StoredReport | None) -> dict[str, object]:
    if stored is None:
        return {"view": view}
    size = (stored.place / PDF).stat().st_size
    return {"view": replace(view, report=stored.report(), pdf_bytes=size)}


def put_report_files(
    site: Site, stored: Mapping[str, StoredReport], fresh: Path, old: Path
) -> None:
    """Put the PDFs and the pictures of the public reports into the new site ``fresh``."""
    for view in site.published:
        put_files(stored[view.reference], view, fresh, old)


class _Shown(Protocol):
    @property
    def page(self) -> str: ...

    @property
    def pdf(self) -> str: ...


def put_files(stored: StoredDocument, view: _Shown, fresh: Path, old: Path) -> None:
    """Put the PDF and the pictures of one document beside its page in ``fresh``.

    Those of the site in ``old`` are taken over if they are, byte for byte, the ones to be copied.
    """
    beside = view.page.removesuffix(".html")
    places = {PDF: view.pdf, **{name: f"{beside}/{name}" for name in stored.pictures}}
    for name, path in places.items():
        if not taken_over(path, old, fresh, stored.made[name]):
            (fresh / path).parent.mkdir(exist_ok=True)
            shutil.copyfile(stored.place / name, fresh / path)

"""The pages of the list of reports in a new site."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from publication.pages.listing import ListPage
from publication.pages.render import Page
from publication.pages.view import Site


def list_pages(site: Site) -> list[Page]:
    """Every page of the list of reports and of what it can be narrowed to."""
    return [_page(page) for page in site.lists.pages.values()]


def _page(page: ListPage) -> Page:
    around = repr(replace(page, views=()))
    made_from = "\0".join([around, *(view.made_from for view in page.views)])
    return Page(page.path, page.title, "reports.html", made_from, partial(_values, page))


def _values(page: ListPage) -> dict[str, object]:
    return {"list": page}

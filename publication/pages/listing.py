"""The list of reports and its filters: fixed pages, so that choosing needs no JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from publication.state import PublicState

if TYPE_CHECKING:
    from publication.pages.view import ReportView

PAGE_SIZE = 100
"""Reports on one page of a list: with more, a phone on a slow connection waits for it."""
_FOREMOST = 12
"""Themes that every list offers; the others are on a page of their own, lest all list all."""

_STATES = {
    PublicState.PUBLISHED: "Published",
    PublicState.ON_REQUEST: "No longer published",
    PublicState.DELAYED: "Delayed",
    PublicState.UNPUBLISHED: "Not published",
}


@dataclass(frozen=True)
class Choice:
    """One value of a filter: its first page's path on the site, and how many reports it leaves."""

    title: str
    path: str
    views: tuple[ReportView, ...]

    @property
    def count(self) -> int:
        """How many reports it leaves."""
        return len(self.views)

    @cached_property
    def changed(self) -> date | None:
        """The day of the newest change to one of them; none if there are none."""
        return max((view.newest for view in self.views), default=None)


@dataclass(frozen=True)
class Filter:
    """What the list can be narrowed by; ``more`` says whether some choices are elsewhere."""

    title: str
    choices: tuple[Choice, ...]
    more: bool = False


@dataclass(frozen=True)
class ListPage:
    """One page of a list: the ``number``-th of ``last``; ``views`` are those on this page."""

    choice: Choice
    number: int
    last: int
    views: tuple[ReportView, ...]
    filters: tuple[Filter, ...]
    everything: Choice

    @property
    def path(self) -> str:
        """The page's path on the site."""
        return _page_path(self.choice.path, self.number)

    @property
    def earlier(self) -> str:
        """The path of the page before; empty on the first."""
        return _page_path(self.choice.path, self.number - 1) if self.number > 1 else ""

    @property
    def later(self) -> str:
        """The path of the page after; empty on the last."""
        return _page_path(self.choice.path, self.number + 1) if self.number < self.last else ""

    @property
    def narrowed(self) -> bool:
        """Whether a filter is on."""
        return self.choice.path != self.everything.path

    @property
    def title(self) -> str:
        """The page's heading."""
        name = f"Reports: {self.choice.title}" if self.narrowed else "Reports"
        return f"{name} (page {self.number} of {self.last})" if self.number > 1 else name

    @property
    def groups(self) -> tuple[tuple[PublicState, list[ReportView]], ...]:
        """The reports on this page by where they stand; no group is empty."""
        sorted_in = ((s, [v for v in self.views if v.state.state is s]) for s in _STATES)
        return tuple((state, views) for state, views in sorted_in if views)


@dataclass(frozen=True)
class Lists:
    """Every page of every list, by its path, and all the themes."""

    pages: dict[str, ListPage]
    themes: tuple[Choice, ...]


def lists_of(views: Sequence[ReportView]) -> Lists:
    """The lists of ``views``, which are in the order that the whole list shows.

    What a report that is not public was about is not known here, so that only its year and its
    state can be chosen.
    """
    everything = Choice("All", "reports/index.html", tuple(views))
    states = _choices("status", views, lambda v: [_STATES[v.state.state]], list(_STATES.values()))
    years = _choices("year", views, _year)
    kinds = _choices("kind", views, lambda v: [v.publication.kind_title] if v.publication else [])
    themes = _choices("theme", views, lambda v: v.publication.themes if v.publication else [])
    foremost = sorted(themes, key=lambda c: -c.count)[:_FOREMOST]
    offered = tuple(choice for choice in themes if choice in foremost)
    filters = (
        Filter("Status", states),
        Filter("Year first published", years[::-1]),
        Filter("Kind of review", kinds),
        Filter("Theme", offered, more=len(offered) < len(themes)),
    )
    shown = tuple(item for item in filters if item.choices)
    pages: dict[str, ListPage] = {}
    for choice in (everything, *states, *years, *kinds, *themes):
        pages.update((page.path, page) for page in _pages(choice, shown, everything))
    return Lists(pages, themes)


def _pages(choice: Choice, filters: tuple[Filter, ...], everything: Choice) -> Iterable[ListPage]:
    last = max(1, -(-choice.count // PAGE_SIZE))
    for number in range(1, last + 1):
        part = choice.views[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        yield ListPage(choice, number, last, part, filters, everything)


def _choices(
    name: str,
    views: Sequence[ReportView],
    values: Callable[[ReportView], Iterable[str]],
    order: Sequence[str] = (),
) -> tuple[Choice, ...]:
    """Values that differ only in capitals and signs are one choice, as its address is one."""
    titles: dict[str, str] = {}
    chosen: dict[str, list[ReportView]] = {}
    for view in views:
        for slug, title in {_slug(title): title for title in values(view)}.items():
            titles[slug] = min(title, titles.get(slug, title))
            chosen.setdefault(slug, []).append(view)
    ranks = {title: rank for rank, title in enumerate(order)}
    slugs = sorted(titles, key=lambda slug: (ranks.get(titles[slug], 0), titles[slug].casefold()))
    return tuple(
        Choice(titles[slug], f"reports/{name}-{slug}.html", tuple(chosen[slug])) for slug in slugs
    )


def _year(view: ReportView) -> list[str]:
    first = view.state.first_published
    return [str(first.year)] if first else []


def _slug(title: str) -> str:
    return re.sub(r"\W+", "-", title.casefold()).strip("-") or "other"


def _page_path(first: str, number: int) -> str:
    # No reference has a dot in its address, so that no report can take this one.
    return first if number == 1 else f"{first.removesuffix('.html')}.page-{number}.html"

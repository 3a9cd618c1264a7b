"""The list of reports and its filters: fixed pages, so that choosing needs no JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Self

from publication.report_state import PublicState

if TYPE_CHECKING:
    from publication.pages.view import ReportView

LIST = "reports/index.html"
"""The path of the whole list on the site."""
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
    """One value of a filter: its first page's path on the site, and how many reports it leaves.

    ``changed`` is the day of the newest change to one of them; none if there are none.
    """

    title: str
    path: str
    count: int
    changed: date | None


@dataclass(frozen=True)
class Filter:
    """What the list can be narrowed by; ``of`` says how many choices there are if not all here."""

    title: str
    choices: tuple[Choice, ...]
    of: int = 0


@dataclass(frozen=True)
class ListPage:
    """One page of a list: the ``number``-th of ``last``; ``views`` are those on this page.

    ``as_of`` is the day for which the whole list tells where each report stands.
    """

    choice: Choice
    number: int
    last: int
    views: tuple[ReportView, ...]
    filters: tuple[Filter, ...]
    everything: Choice
    as_of: date | None

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


@dataclass(frozen=True)
class _Chosen:
    choice: Choice
    views: Sequence[ReportView]

    @classmethod
    def of(cls, title: str, path: str, views: Sequence[ReportView]) -> Self:
        changed = max((view.newest for view in views), default=None)
        return cls(Choice(title, path, len(views), changed), views)


def lists_of(views: Sequence[ReportView], as_of: date) -> Lists:
    """The lists of ``views``, which are in the order that the whole list shows.

    What a report that is not public was about is not known here, so that only its year and its
    state can be chosen.
    """
    everything = _Chosen.of("All", LIST, views)
    states = _choices("status", views, lambda v: [_STATES[v.state.state]], list(_STATES.values()))
    years = _choices("year", views, _year)
    kinds = _choices("kind", views, lambda v: [v.publication.kind_title] if v.publication else [])
    themes = _choices("theme", views, lambda v: v.publication.themes if v.publication else [])
    every_theme = _titles(themes)
    foremost = sorted(every_theme, key=lambda choice: -choice.count)[:_FOREMOST]
    offered = tuple(choice for choice in every_theme if choice in foremost)
    filters = (
        Filter("Status", _titles(states)),
        Filter("Year first published", _titles(years)[::-1]),
        Filter("Kind of review", _titles(kinds)),
        Filter("Theme", offered, len(themes) if len(offered) < len(themes) else 0),
    )
    shown = tuple(item for item in filters if item.choices)
    pages: dict[str, ListPage] = {}
    for chosen in (everything, *states, *years, *kinds, *themes):
        day = as_of if chosen is everything else None
        for page in _pages(chosen, shown, everything.choice, day):
            pages[page.path] = page
    return Lists(pages, every_theme)


def _titles(chosen: Iterable[_Chosen]) -> tuple[Choice, ...]:
    return tuple(each.choice for each in chosen)


def _pages(
    chosen: _Chosen, filters: tuple[Filter, ...], everything: Choice, as_of: date | None
) -> Iterable[ListPage]:
    last = max(1, -(-len(chosen.views) // PAGE_SIZE))
    for number in range(1, last + 1):
        part = tuple(chosen.views[(number - 1) * PAGE_SIZE : number * PAGE_SIZE])
        yield ListPage(chosen.choice, number, last, part, filters, everything, as_of)


def _choices(
    name: str,
    views: Sequence[ReportView],
    values: Callable[[ReportView], Iterable[str]],
    order: Sequence[str] = (),
) -> tuple[_Chosen, ...]:
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
        _Chosen.of(titles[slug], f"reports/{name}-{slug}.html", chosen[slug]) for slug in slugs
    )


def _year(view: ReportView) -> list[str]:
    first = view.state.first_published
    return [str(first.year)] if first else []


@cache
def _slug(title: str) -> str:
    return re.sub(r"\W+", "-", title.casefold()).strip("-") or "other"


def _page_path(first: str, number: int) -> str:
    # No reference has a dot in its address, so that no report can take this one.
    return first if number == 1 else f"{first.removesuffix('.html')}.page-{number}.html"

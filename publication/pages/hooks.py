"""What MkDocs calls while it renders the site; ``site/hooks.py`` only names these."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from posixpath import dirname
from typing import Any

from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.ext import Extension
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup
from mkdocs.exceptions import PluginError

from publication.pages.view import ReportView, Site


def long_date(day: date) -> str:
    """``7 March 2008``."""
    return f"{day.day} {day:%B %Y}"


class _Unindented(Extension):
    """Templates are indented for those who write them; readers need not be sent that."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return re.sub(r"^[ \t]+", "", source, flags=re.MULTILINE)


def prepared(env: Environment) -> Environment:
    """Escape everything that templates print, and let nothing be missing unseen."""
    env.autoescape = True
    env.trim_blocks = True
    env.add_extension(_Unindented)
    env.undefined = StrictUndefined
    env.filters["long_date"] = long_date
    return env


def on_env(env: Environment, config: Any, files: Any) -> Environment:
    """Prepare the theme's environment and give it the site."""
    env.globals["site"] = _site(config)
    env.globals["card"] = remembered_card()
    return prepared(env)


def remembered_card() -> Callable[[Context, ReportView], Markup]:
    """What fills the card of a report into a list: made once, though many lists show it."""
    cards: dict[tuple[str, str], Markup] = {}

    @pass_context
    def card(context: Context, view: ReportView) -> Markup:
        place = view.page, dirname(context["page"].url)  # its links begin at the list's folder
        if place not in cards:
            template = context.environment.get_template("partials/card.html")
            filled_in = template.render({**context.get_all(), "view": view})
            cards[place] = Markup(filled_in)  # noqa: S704 - the template has escaped it
        return cards[place]

    return card


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Fill the board's name and contacts into our own pages."""
    return filled(markdown, _site(config))


def filled(markdown: str, site: Site) -> str:
    """One of our own pages with the board's name and contacts in it."""
    fixed = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    fixed.filters["long_date"] = long_date
    return fixed.from_string(markdown).render(site=site, board=site.board)


def _site(config: Any) -> Site:
    site = config.extra.get("site")
    if not isinstance(site, Site):
        raise PluginError(
            "The site is built from cleared reports only: run casereview site build, "
            "which also searches the result for what may not be public"
        )
    return site

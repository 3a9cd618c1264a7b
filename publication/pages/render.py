"""Pages rendered by the theme's templates without MkDocs: thousands cost little."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment
from mkdocs.config import load_config

from publication.metadata import PublicBoard
from publication.pages.hooks import prepared, remembered_card


@dataclass(frozen=True)
class Page:
    """A page to be made at ``path`` on the site: ``template`` filled with ``values``.

    ``made_from`` stands for everything that ``values`` gives, which is asked only if the page
    has to be made, perhaps in another process.
    """

    path: str
    title: str
    template: str
    made_from: str
    values: Callable[[], dict[str, object]]


@dataclass(frozen=True)
class NavItem:
    """A page of the main navigation, as the theme knows it from MkDocs."""

    title: str
    url: str


@dataclass(frozen=True)
class _Here:
    """The page itself, as the theme knows it from MkDocs."""

    title: str
    url: str
    canonical_url: str


@dataclass(frozen=True)
class _Around:
    """What the theme knows of the site on such a page: only this, as only this is in its key."""

    board: PublicBoard


def render(pages: Sequence[Page], board: PublicBoard, config_file: Path, out: Path) -> list[str]:
    """Write each of ``pages`` into the folder ``out``; the sha256 of each, in order.

    Raises ``PublicationError`` if what it shows can't be read, ``OSError`` if one can't be written.
    """
    environment, nav = _theme_of(config_file, board.website, board.name)
    around = {"site": _Around(board), "nav": nav, "card": remembered_card()}
    digests = []
    for page in pages:
        here = {
            "page": _Here(page.title, page.path, board.website + page.path),
            "base_url": "/".join([".."] * page.path.count("/")) or ".",
        }
        template = environment.get_template(page.template)
        content = template.render(around | here | page.values()).encode()
        target = out / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        digests.append(sha256(content).hexdigest())
    return digests


@cache
def _theme_of(file: Path, website: str, name: str) -> tuple[Environment, tuple[NavItem, ...]]:
    """The theme's environment and the main navigation; made once in each process."""
    config = load_config(str(file), site_url=website, site_name=name)
    nav = tuple(
        NavItem(title, path.replace(".md", ".html"))
        for entry in config.nav or []
        for title, path in entry.items()
    )
    return prepared(config.theme.get_env()), nav

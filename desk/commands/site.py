"""``site build``: the public website, from the publications folder alone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desk.options import AsOf, PublicationsOption

DEFAULT_OUT = Path("build/site")


def add_to(app: typer.Typer) -> None:
    """Add these commands to ``app``."""
    group = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
    group.command("build")(build)
    app.add_typer(group, name="site", help="The public website: build.")


def build(
    as_of: AsOf,
    publications: PublicationsOption = Path("publications"),
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the site goes.")] = DEFAULT_OUT,
) -> None:
    """Build the website as it must be on a day; the old one stays whole if anything is wrong.

    Example: casereview site build --publications publications --out /srv/www
    """
    from publication.build import build_site

    result = build_site(publications, as_of, out)
    print(f"{out}: {result.files} files, searched: nothing in them that is not public")

"""``site build`` and ``site update``: the public website, from the publications folder alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desk.options import AsOf, PublicationsOption, now
from desk.progress import progress

if TYPE_CHECKING:
    from publication.build import BuildResult

DEFAULT_OUT = Path("build/site")
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the site goes.")]


def add_to(app: typer.Typer) -> None:
    """Add these commands to ``app``."""
    group = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
    group.command("build")(build)
    group.command("update")(update)
    app.add_typer(group, name="site", help="The public website: build, update.")


def build(
    as_of: AsOf,
    publications: PublicationsOption = Path("publications"),
    out: Out = DEFAULT_OUT,
) -> None:
    """Build the website as it must be on a day; the old one stays whole if anything is wrong.

    Example: casereview site build --publications publications --out /srv/www
    """
    from publication.build import STEPS, build_site

    with progress("Site", len(STEPS)) as said:
        result = build_site(publications, as_of, out, said)
    _say(result)


def update(
    as_of: AsOf,
    publications: PublicationsOption = Path("publications"),
    out: Out = DEFAULT_OUT,
) -> None:
    """Remove what has had its time, then rebuild the site if anything changed: for every night.

    Needs no case. What the board keeps longer stays. Run twice, the second run changes nothing.

    Example: casereview site update --publications publications --out /srv/www
    """
    from publication.build import STEPS
    from publication.update import update_site

    with progress("Site", len(STEPS)) as said:
        result = update_site(publications, out, as_of, now(), said)
    for reference in result.removed:
        print(f"{reference}: its time in public is over; its text was removed")
    if result.built is None:
        print(f"{out}: nothing changed")
    else:
        _say(result.built)


def _say(built: BuildResult) -> None:
    print(f"{built.out}: {built.files} files, searched: nothing in them that is not public")
    if built.lacks_search:
        print("Readers can't search this site: Pagefind does not run on this machine")

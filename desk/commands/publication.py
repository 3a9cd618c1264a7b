"""``publish``, ``withdraw`` and ``publications``: what the public may read, and when."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from desk.options import (
    AsOf,
    By,
    CaseOption,
    Format,
    FormatOption,
    PublicationsOption,
    day,
    now,
)

DEFAULT_FOLDER = Path("publications")
OnDay = Annotated[
    date, typer.Option("--on", parser=day, metavar="DATE", help="The day it happens.")
]


def add_to(app: typer.Typer) -> None:
    """Add these commands to ``app``."""
    app.command()(publish)
    app.command()(withdraw)
    app.command()(publications)


def publish(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The cleared file.")],
    case: CaseOption,
    on: OnDay,
    by: By,
    publications: PublicationsOption = DEFAULT_FOLDER,
    keep_until: Annotated[
        date | None,
        typer.Option(parser=day, metavar="DATE", help="Keep it up longer than the procedure asks."),
    ] = None,
    override: Annotated[
        list[str] | None,
        typer.Option(metavar="ID=REASON", help="An unmet condition that the Chair overrides."),
    ] = None,
    chair: Annotated[
        str, typer.Option(metavar="NAME", help="The Chair who overrides; needed with --override.")
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say which conditions are met.")
    ] = False,
) -> None:
    """Publish a cleared report, if every condition of the procedure is met.

    Exits with 1, and publishes nothing, where a condition is unmet.

    Example: casereview publish clean.docx --case cases/2026-01 --on 2026-11-02 --by "A. Clerk"
    """
    from desk.publishing import publish_file
    from desk.tables import print_conditions

    results, published = publish_file(
        file,
        case,
        publications,
        on=on,
        by=by,
        keep_until=keep_until,
        overrides=override or [],
        chair=chair,
        dry_run=dry_run,
        at=now(),
    )
    print_conditions(results)
    if published is not None:
        print(f"Published: {published}. Now build the site: casereview site build")
    elif not dry_run or any(not result.met and not result.override for result in results):
        raise typer.Exit(1)


def withdraw(
    reference: Annotated[str, typer.Argument(metavar="REFERENCE", help="The report's reference.")],
    on: OnDay,
    by: By,
    publications: PublicationsOption = DEFAULT_FOLDER,
    reason: Annotated[
        str, typer.Option(metavar="REASON", help="Needed before the minimum time is over.")
    ] = "",
    authority: Annotated[
        str, typer.Option(metavar="WHO", help="Who decided; needed before the minimum is over.")
    ] = "",
) -> None:
    """Take a report down: its text leaves the publications folder for good.

    Example: casereview withdraw 2026-01 --on 2027-11-03 --by "A. Clerk"
    """
    from publication.publish import withdraw as take_down

    take_down(
        publications, reference, on=on, by=by, reason=reason, authority=authority, at=now()
    )
    print(f"{reference} is withdrawn. Now build the site: casereview site build")


def publications(
    as_of: AsOf,
    publications: PublicationsOption = DEFAULT_FOLDER,
    format: FormatOption = Format.TEXT,  # noqa: A002 - the option's name
) -> None:
    """Show what is public on a day, since when and until when.

    Example: casereview publications --as-of 2027-11-03
    """
    from publication.folder import PublicationsFolder
    from publication.state import as_record, states

    rows = states(PublicationsFolder(publications).ledger.entries(), as_of)
    if format is Format.JSON:
        print(json.dumps([as_record(row) for row in rows], indent=2, ensure_ascii=False))
        return
    from desk.tables import print_publications

    print_publications(rows)

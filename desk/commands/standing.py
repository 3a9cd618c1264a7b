"""``place``, ``remove``: learning briefs and leaflets, which stay on the site without an end."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desk.options import AsOf, By, PublicationsOption, moment

DEFAULT_FOLDER = Path("publications")
Case = Annotated[
    Path | None,
    typer.Option(metavar="CASE", help="The case that a learning brief was drawn from."),
]


def add_to(app: typer.Typer) -> None:
    """Add these commands to ``app``."""
    app.command()(place)
    app.command()(remove)


def place(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The document.")],
    title: Annotated[str, typer.Option(metavar="TEXT", help="Its title in public.")],
    summary: Annotated[str, typer.Option(metavar="TEXT", help="What it says, in one sentence.")],
    as_of: AsOf,
    case: Case = None,
    board: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The board's profile, for a leaflet.")
    ] = None,
    name: Annotated[
        str, typer.Option(metavar="NAME", help="The end of its address; else from the title.")
    ] = "",
    reason: Annotated[
        str, typer.Option(metavar="REASON", help="What is new, where it replaces one that stands.")
    ] = "",
    publications: PublicationsOption = DEFAULT_FOLDER,
    by: By = "administrator",
) -> None:
    """Place a learning brief (--case) or a leaflet (--board) on the site, to stay.

    A brief needs a clearance of exactly this file. A leaflet is checked now; it names no one.

    Example: casereview place staff.docx --board boards/ours.yaml --title "For staff" --summary
    "What a review means for you"
    """
    from desk.publishing import place_standing
    from publication.standing.place import Wanted

    wanted = Wanted(title, summary, name, reason)
    entry = place_standing(file, case, board, wanted, by, publications, moment(as_of))
    print(f"{entry.reference} is {entry.action.value}. Build the site: casereview site build")


def remove(
    reference: Annotated[
        str, typer.Argument(metavar="NAME", help="As the list of publications has it.")
    ],
    reason: Annotated[str, typer.Option(metavar="REASON", help="Why; it is recorded.")],
    as_of: AsOf,
    case: Case = None,
    publications: PublicationsOption = DEFAULT_FOLDER,
    by: By = "administrator",
) -> None:
    """Take a learning brief or a leaflet off the site for good.

    Example: casereview remove leaflets/for-staff --reason "The procedure has changed"
    """
    from casework.load import load_case
    from publication.standing.place import remove as take_off

    opened = load_case(case) if case else None
    take_off(publications, reference, reason, by, moment(as_of), opened)
    print(f"{reference} is removed. Build the site: casereview site build")

"""``demo``: the whole flow on the invented case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def add_to(app: typer.Typer) -> None:
    """Add this command to ``app``."""
    app.command()(demo)


def demo(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where to put what it makes.")
    ] = Path("build/demo"),
) -> None:
    """Play the whole flow on an invented case: letters, a check, a site, a withdrawal.

    Example: casereview demo
    """
    from desk.demo import play

    play(folder)

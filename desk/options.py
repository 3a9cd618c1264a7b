"""Arguments and options that several commands share, so that they read the same everywhere."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

LONDON = ZoneInfo("Europe/London")


class Format(StrEnum):
    """How a list is printed."""

    TEXT = "text"
    JSON = "json"


class ReportFormat(StrEnum):
    """How the findings of a check are written."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    SARIF = "sarif"


def now() -> datetime:
    """The moment in London: the one place where the clock is read."""
    return datetime.now(LONDON)


def day(text: str) -> date:
    """The date that a person typed: 2008-03-07, 7/3/2008 or 7 March 2008."""
    for pattern in ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y"):
        try:
            return datetime.strptime(text.strip(), pattern).date()
        except ValueError:
            continue
    raise typer.BadParameter(f'"{text}" is not a date. Write it as 2008-03-07.')


def today() -> date:
    """Today's date in London."""
    return now().date()


def moment(as_of: date) -> datetime:
    """The present moment, or noon of ``as_of`` where a command acts as if it were another day."""
    return now() if as_of == today() else datetime.combine(as_of, time(12), LONDON)


AsOf = Annotated[
    date,
    typer.Option(
        "--as-of",
        parser=day,
        metavar="DATE",
        default_factory=lambda: today().isoformat(),  # the parser reads the default too
        show_default="today",
        help="Answer as if it were this date.",
    ),
]
CaseArgument = Annotated[
    Path, typer.Argument(metavar="CASE", help="The case folder, or its case.yaml.")
]
CaseOption = Annotated[
    Path, typer.Option("--case", metavar="CASE", help="The case folder, or its case.yaml.")
]
By = Annotated[str, typer.Option("--by", metavar="WHO", help="Who does this: recorded by name.")]
FormatOption = Annotated[Format, typer.Option("--format", help="text, or json for programs.")]
PublicationsOption = Annotated[
    Path,
    typer.Option("--publications", metavar="DIR", help="The folder of everything that is public."),
]

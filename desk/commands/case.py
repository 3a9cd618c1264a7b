"""``new``, ``validate`` and ``deadlines``: a case and what is due in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from desk.options import AsOf, CaseArgument, Format, FormatOption
from redaction.errors import CaseError

if TYPE_CHECKING:
    from casework.deadlines import Deadline


def add_to(app: typer.Typer) -> None:
    """Add these commands to ``app``."""
    app.command("new-board")(new_board)
    app.command()(new)
    app.command()(validate)
    app.command()(deadlines)


def new_board(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="Where the profile will live.")],
) -> None:
    """Start a board's profile to fill in.

    Example: casereview new-board boards/exampleton.yaml
    """
    from casework.new import new_board as start_board

    start_board(path)
    print(f"Started {path}. Fill it in, then run: casereview new cases/2026-01 --board {path}")


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the case will live.")],
    board: Annotated[Path, typer.Option(metavar="FILE", help="The board's profile.")],
) -> None:
    """Start a case folder with a case.yaml to fill in.

    Example: casereview new cases/2026-01 --board boards/harrowmere.yaml
    """
    from casework.new import new_case

    path = new_case(folder, board)
    print(f"Started {path}. Fill it in, then run: casereview validate {folder}")


def validate(case: CaseArgument) -> None:
    """Check a case file; every problem is listed at once.

    The board's profile is checked with it. Exits with 1 where something must be put right.

    Example: casereview validate cases/2026-01
    """
    from casework.load import load_case, readable

    readable(case)
    try:
        opened = load_case(case)
    except CaseError as error:
        for problem in error.problems:
            print(problem)
        count = len(error.problems)
        print(f"\n{count} problem{'s' * (count != 1)} to put right in {case}")
        raise typer.Exit(1) from None
    people = 1 + len(opened.case.family) + len(opened.case.professionals)
    print(
        f"{opened.path} is in order: case {opened.case.reference},"
        f" procedure {opened.procedure.id}, people: {people}, events: {len(opened.case.events)}"
    )
    if opened.procedure.partial:
        print(f"{opened.procedure.title}: {opened.procedure.partial}")


def deadlines(
    case: CaseArgument,
    as_of: AsOf,
    ics: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Also write a calendar that Outlook imports; the same FILE again updates it.",
        ),
    ] = None,
    format: FormatOption = Format.TEXT,  # noqa: A002 - the option's name
) -> None:
    """Show every deadline, its rule and the days left.

    Exits with 1 where something is overdue.

    Example: casereview deadlines cases/2026-01 --ics deadlines.ics
    """
    from casework.calendar_file import to_ics
    from casework.deadlines import DeadlineStatus, lapsed
    from casework.deadlines import deadlines as compute
    from casework.files import write_atomically
    from casework.load import load_case

    opened = load_case(case)
    rows = compute(opened.case, opened.procedure, as_of)
    if ics is not None:
        earlier = ics.read_text(encoding="utf-8", errors="replace") if ics.is_file() else ""
        entries = (*rows, *lapsed(opened.case, opened.procedure, as_of))
        write_atomically(ics, to_ics(entries, opened.case, opened.board, as_of, earlier))
    if format is Format.JSON:
        print(json.dumps([as_record(row) for row in rows], indent=2, ensure_ascii=False))
    else:
        from desk.tables import print_deadlines

        print_deadlines(rows, opened, as_of)
        if ics is not None:
            print(f"Calendar: {ics}")
    if any(row.status is DeadlineStatus.OVERDUE for row in rows):
        raise typer.Exit(1)


def as_record(row: Deadline) -> dict[str, Any]:
    """A deadline as ``deadlines --format json`` prints it; dates are ISO."""
    return {
        "rule": row.rule.id,
        "citation": row.rule.citation,
        "action": row.rule.action,
        "strength": row.rule.strength,
        "status": row.status,
        "due": row.due.isoformat() if row.due else None,
        "due_at": row.due_at.isoformat() if row.due_at else None,
        "earliest": row.earliest.isoformat() if row.earliest else None,
        "days_left": row.days_left,
        "met_on": row.met_on.isoformat() if row.met_on else None,
        "waiting_on": row.waiting_on,
        "agreed_by": row.waiver.agreed_by if row.waiver else "",
        "note": row.note,
    }

"""``status`` and ``record``: what is to be done today, and saying that it was done."""

from __future__ import annotations

import json
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from desk.options import AsOf, CaseArgument, Format, FormatOption, day

if TYPE_CHECKING:
    from desk.to_do import Standing, Task

MOST_LINES = 12
"""Tasks that fit on one screen, each with its command and its reason."""


def add_to(app: typer.Typer) -> None:
    """Add these commands to ``app``."""
    app.command()(status)
    app.command()(record)


def status(
    case: CaseArgument,
    as_of: AsOf,
    all_tasks: Annotated[bool, typer.Option("--all", help="Also what does not fit.")] = False,
    format: FormatOption = Format.TEXT,  # noqa: A002 - the option's name
) -> None:
    """Answer "what do I have to do today?", most urgent first.

    Each line comes with the command that does it. Exits with 1 where something is overdue.

    Example: casereview status cases/2026-01
    """
    from desk.tables import print_tasks
    from desk.to_do import Urgency, tasks

    standing = standing_of(case, as_of)
    found = tasks(standing)
    if format is Format.JSON:
        print(json.dumps([as_record(task) for task in found], indent=2, ensure_ascii=False))
    else:
        shown = found if all_tasks else found[:MOST_LINES]
        print_tasks(shown, standing, left_out=len(found) - len(shown))
    if any(task.urgency is Urgency.OVERDUE for task in found):
        raise typer.Exit(1)


def standing_of(case: Path, as_of: date) -> Standing:
    """How the case at ``case`` stands on a day. Raises ``CaseError`` for an invalid case."""
    from casework.clock import CaseOnADay
    from casework.deadlines import deadlines
    from casework.load import load_case
    from casework.model.review import EventKind
    from casework.register import Register
    from desk.to_do import Standing
    from generator.making.copies import copies_out, listing
    from generator.status import document_status

    opened = load_case(case)
    register = Register(opened.register_path)
    view = CaseOnADay.of(opened.case, opened.procedure, as_of)
    return Standing(
        path=case,
        reference=opened.case.reference,
        procedure=opened.procedure.title,
        as_of=as_of,
        limits=deadlines(opened.case, opened.procedure, as_of),
        documents=document_status(opened, register.entries(), as_of, copies_out(register)),
        copies=listing(register),
        endorsed=any(event.kind is EventKind.ENDORSED for event in view.happened),
        words=opened.procedure.words,
    )


def as_record(task: Task) -> dict[str, Any]:
    """A task as ``status --format json`` prints it; dates are ISO."""
    return {
        "urgency": task.urgency.words,
        "what": task.what,
        "due": task.due.isoformat() if task.due else None,
        "why": task.why,
        "command": task.command,
        "missing": list(task.lacking),
    }


def record(
    case: CaseArgument,
    kind: Annotated[str, typer.Argument(metavar="EVENT", help="Such as scoping_meeting.")],
    on: Annotated[date, typer.Option(parser=day, metavar="DATE", help="The day it happened.")],
    at: Annotated[str, typer.Option(metavar="TIME", help="The time of day, such as 14:30.")] = "",
    to: Annotated[
        list[str] | None,
        typer.Option(metavar="WHO", help="National bodies or agencies it went to, by their ids."),
    ] = None,
    agency: Annotated[str, typer.Option(metavar="ID", help="The agency it is about.")] = "",
    note: Annotated[str, typer.Option(metavar="TEXT", help="Anything to add.")] = "",
) -> None:
    """Record in case.yaml that something happened, or is planned.

    Everything else in the file stays as it is. To undo, delete the line that is printed.

    Example: casereview record cases/2026-01 scoping_meeting --on 2026-03-02
    """
    from casework.load import load_case
    from casework.model.review import Event
    from casework.record_event import record_event

    path = load_case(case).path
    event = Event(
        kind=_kind(kind),
        on=on,
        at=_time(at),
        to=[one for several in to or () for one in several.split(",") if one],
        agency=agency or None,
        note=note,
    )
    print(f"Added to the events in {path}:\n  {record_event(path, event)}")


def _kind(text: str) -> Any:
    from casework.model.review import EventKind
    from casework.procedure import suggestion

    known = [kind.value for kind in EventKind]
    wanted = text.strip().lower().replace("-", "_").replace(" ", "_")
    if wanted not in known:
        raise typer.BadParameter(f'"{text}" is not an event. {suggestion(wanted, known)}')
    return EventKind(wanted)


def _time(text: str) -> time | None:
    if not text:
        return None
    try:
        return time.fromisoformat(text.replace(".", ":"))
    except ValueError:
        raise typer.BadParameter(f'"{text}" is not a time. Write it as 14:30.') from None

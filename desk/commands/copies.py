"""``copies``: who holds which numbered copy of a report."""

from __future__ import annotations

from typing import Annotated

import typer

from desk.options import AsOf, By, CaseOption, moment

NUMBERED = "overview-report"
DocumentOption = Annotated[
    str, typer.Option("--document", metavar="ID", help="The document that is copied.")
]


def add_to(app: typer.Typer) -> None:
    """Add these commands to ``app``."""
    group = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
    group.command("issue")(issue)
    group.command("return")(return_copies)
    group.command("list")(list_copies)
    app.add_typer(group, name="copies", help="Numbered copies: issue, return, list.")


def issue(
    holders: Annotated[list[str], typer.Argument(metavar="HOLDER...", help="Who gets a copy.")],
    case: CaseOption,
    as_of: AsOf,
    document: DocumentOption = NUMBERED,
    by: By = "administrator",
    pdf: Annotated[bool, typer.Option("--pdf", help="Make an accessible PDF too.")] = False,
    draft: Annotated[
        bool, typer.Option("--draft", help="Make it although data is missing, gaps marked.")
    ] = False,
) -> None:
    """Number a copy of the overview report for each holder, record it, and make it.

    Example: casereview copies issue "Chief Constable" "Director of Nursing" --case cases/2026-01
    """
    from casework.load import load_case
    from casework.register import Register
    from desk.making import make_with_progress
    from generator.making.copies import issue as issue_copies
    from generator.making.make import rendered
    from generator.plan import plan

    opened = load_case(case)
    register = Register(opened.register_path)
    rendered(opened, plan(opened, [document], [], as_of)[0], draft=draft)  # no number is spent on
    copies = issue_copies(register, document, holders, by, moment(as_of))  # what can't be made
    planned = plan(opened, [document], [f"copy-{copy.number}" for copy in copies], as_of, copies)
    make_with_progress(opened, planned, register, by=by, at=moment(as_of), pdf=pdf, draft=draft)


def return_copies(
    numbers: Annotated[list[int], typer.Argument(metavar="NUMBER...", help="What came back.")],
    case: CaseOption,
    as_of: AsOf,
    document: DocumentOption = NUMBERED,
    note: Annotated[
        str, typer.Option(metavar="WHY", help="Why a copy stays out, as the Chair decided.")
    ] = "",
    by: By = "administrator",
) -> None:
    """Record that numbered copies came back.

    Example: casereview copies return 3 4 --case cases/2026-01
    """
    from casework.load import load_case
    from casework.register import Register
    from generator.making.copies import take_back

    opened = load_case(case)
    register = Register(opened.register_path)
    for number in numbers:
        record = take_back(register, document, number, by, moment(as_of), note)
        print(f"Copy {number}, {record.copy.holder}: recorded")


def list_copies(case: CaseOption) -> None:
    """Show every numbered copy, its holder and whether it came back.

    Exits with 1 while copies are still out.

    Example: casereview copies list --case cases/2026-01
    """
    from casework.load import load_case
    from casework.register import Register
    from desk.tables import print_copies
    from generator.making.copies import listing

    opened = load_case(case)
    records = listing(Register(opened.register_path))
    print_copies(records)
    if any(record.out for record in records):
        raise typer.Exit(1)

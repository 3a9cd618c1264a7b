"""``register``: the add-only record of what happened to documents."""

from __future__ import annotations

import typer

from desk.options import CaseArgument


def add_to(app: typer.Typer) -> None:
    """Add these commands to ``app``."""
    group = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
    group.command("verify")(verify)
    group.command("show")(show)
    app.add_typer(group, name="register", help="The add-only register of a case: show, verify.")


def verify(case: CaseArgument) -> None:
    """Prove that no entry of the register was changed, removed or put in between.

    Example: casereview register verify cases/2026-01
    """
    from desk.registers import register_of, verified

    register = register_of(case)
    problems = verified(register, case)
    for problem in problems:
        print(problem)
    if problems:
        raise typer.Exit(1)
    print(f"{len(register.entries())} entries, unbroken. Head: {register.head()}")


def show(case: CaseArgument) -> None:
    """Print the register, oldest entry first.

    Example: casereview register show cases/2026-01
    """
    from desk.registers import register_of, verified
    from desk.tables import print_register

    register = register_of(case)
    print_register(register.entries())
    for problem in verified(register, case):
        print(problem)

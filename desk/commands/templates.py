"""``templates``: the Word templates, ours and the board's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ID = Annotated[str, typer.Argument(metavar="ID", help="The document, such as bed-h.")]


def add_to(app: typer.Typer) -> None:
    """Add these commands to ``app``."""
    group = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
    group.command("list")(list_templates)
    group.command("text")(text)
    group.command("lint")(lint)
    app.add_typer(group, name="templates", help="The Word templates: list, text, lint.")


def list_templates() -> None:
    """List every document there is a template for.

    Example: casereview templates list
    """
    from desk.tables import print_catalogue
    from generator.catalogue import load_catalogue

    print_catalogue(load_catalogue())


def text(id: ID) -> None:  # noqa: A002 - the argument's name
    """Print a template as plain text, to read changes in a diff.

    Example: casereview templates text bed-h
    """
    from generator.catalogue import document_type
    from generator.templates import templates_folder
    from generator.text import docx_text

    print(docx_text(templates_folder() / f"{document_type(id).id}.docx"), end="")


def lint(
    id: ID,  # noqa: A002 - the argument's name
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Your own version, a Word file.")],
) -> None:
    """Say what is wrong with a board's own template.

    Paragraph by paragraph. Exits with 1 where something is wrong.

    Example: casereview templates lint bed-h our-letter.docx
    """
    from generator.catalogue import document_type
    from generator.lint import lint as find_faults

    faults = find_faults(file.read_bytes(), file.name, document_type(id))
    for fault in faults:
        print(fault)
    if faults:
        raise typer.Exit(1)
    print(f"{file} is a sound template for {id}")

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
    group.command("author")(author)
    app.add_typer(group, name="templates", help="The Word templates: list, text, lint, author.")


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


def author(
    text: Annotated[Path, typer.Argument(metavar="TEXT", help="As 'templates text' prints it.")],
    out: Annotated[Path, typer.Argument(metavar="FILE", help="The Word template to write.")],
) -> None:
    """Make a Word template in the house style from a text.

    Put it, as ID.docx, into the template folder that the board's profile names.

    Example: casereview templates author our-bed-h.txt our-templates/bed-h.docx
    """
    from casework.files import write_atomically
    from generator.authoring import HOUSE_STYLE
    from generator.authoring import author as compile_text
    from generator.templates import templates_folder

    house_style = (templates_folder() / HOUSE_STYLE).read_bytes()
    write_atomically(out, compile_text(text.read_text("utf-8"), house_style))
    print(f"{out}: now look for faults with: casereview templates lint ID {out}")

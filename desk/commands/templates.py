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
    group.command("new")(new)
    group.command("preview")(preview)
    group.command("author")(author)
    app.add_typer(
        group, name="templates", help="The Word templates: list, text, new, preview, lint, author."
    )


def list_templates() -> None:
    """List every document there is a template for.

    Example: casereview templates list
    """
    from desk.tables import print_catalogue
    from generator.catalogue import Form, load_catalogue

    print_catalogue(entry for entry in load_catalogue().values() if entry.form is Form.TEMPLATE)


def text(id: ID) -> None:  # noqa: A002 - the argument's name
    """Print a template as plain text, to read changes in a diff.

    Example: casereview templates text bed-h
    """
    from generator.authoring.text import docx_text
    from generator.catalogue import document_type
    from generator.templates import templates_folder

    print(docx_text(templates_folder() / f"{document_type(id).id}.docx"), end="")


def lint(
    id: ID,  # noqa: A002 - the argument's name
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Your own version, a Word file.")],
) -> None:
    """Say what is wrong with a board's own template.

    Paragraph by paragraph. Exits with 1 where something is wrong.

    Example: casereview templates lint bed-h our-letter.docx
    """
    from generator.authoring.lint import lint as find_faults
    from generator.catalogue import document_type

    faults = find_faults(file.read_bytes(), file.name, document_type(id))
    for fault in faults:
        print(fault)
    if faults:
        raise typer.Exit(1)
    print(f"{file} is a sound template for {id}")


def new(
    id: ID,  # noqa: A002 - the argument's name
    board: Annotated[Path, typer.Option(metavar="FILE", help="The board's profile.")],
) -> None:
    """Start a board's own version of a template from ours, to change in Word.

    It goes into the template folder that the board's profile names. From then on it is used
    instead of ours; to go back to ours, delete it.

    Example: casereview templates new bed-h --board boards/harrowmere.yaml
    """
    from casework.files import write_atomically
    from casework.load import load_board
    from generator.catalogue import document_type
    from generator.templates import own_folder, templates_folder
    from redaction.errors import TemplateError

    document, profile = document_type(id), load_board(board)
    if not profile.template_folder:
        raise TemplateError.because(
            board,
            "the profile names no template_folder",
            "Fill it in, such as template_folder: templates",
        )
    folder = own_folder(profile, board)
    target = folder / f"{document.id}.docx"
    if target.exists():
        raise TemplateError.because(target, "it is there already", "Change it in Word")
    content = (templates_folder() / target.name).read_bytes()
    folder.mkdir(parents=True, exist_ok=True)
    write_atomically(target, content)
    print(f"{target}: change it in Word, then run: casereview templates lint {id} {target}")


def preview(
    id: ID,  # noqa: A002 - the argument's name
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Your own version, a Word file.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to put it; a .pdf gives a PDF.")
    ] = None,
) -> None:
    """Fill a template with an invented case, to see what it looks like.

    Example: casereview templates preview bed-h our-letter.docx --out look.pdf
    """
    from casework.files import write_atomically
    from desk.preview import preview as fill_in
    from generator.catalogue import document_type

    target = out or Path(f"{id}-preview.docx")
    content = fill_in(document_type(id), file)
    if target.suffix.lower() == ".pdf":
        from generator.pdf import word_to_pdf

        content = word_to_pdf(content, name=target.name)
    write_atomically(target, content)
    print(target)


def author(
    text: Annotated[Path, typer.Argument(metavar="TEXT", help="As 'templates text' prints it.")],
    out: Annotated[Path, typer.Argument(metavar="FILE", help="The Word template to write.")],
) -> None:
    """Make a Word template in the house style from a text.

    Put it, as ID.docx, into the template folder that the board's profile names.

    Example: casereview templates author our-bed-h.txt our-templates/bed-h.docx
    """
    from casework.files import write_atomically
    from generator.authoring.author import HOUSE_STYLE
    from generator.authoring.author import author as compile_text
    from generator.templates import templates_folder
    from redaction.errors import TemplateError

    house_style = (templates_folder() / HOUSE_STYLE).read_bytes()
    try:
        written = text.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise TemplateError.because(
            text, "is not a text file", "Give the text that 'templates text' prints, as UTF-8"
        ) from error
    write_atomically(out, compile_text(written, house_style))
    print(f"{out}: now look for faults with: casereview templates lint ID {out}")

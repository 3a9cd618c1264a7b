"""``check``, ``terms``, ``anonymise`` and ``clear``: whom could a file identify."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desk.options import AsOf, By, CaseArgument, CaseOption, ReportFormat, moment

FILES = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...",
        help="Word, Excel, PowerPoint, PDF, e-mail, text and others, or a folder.",
    ),
]
POLICY = Annotated[
    str,
    typer.Option(
        "--as",
        metavar="POLICY",
        help="The kind of document, such as executive-summary; without it no one may be named;"
        " with everything, no detail of anyone may stay.",
    ),
]


def add_to(app: typer.Typer) -> None:
    """Add these commands to ``app``."""
    app.command()(check)
    app.command()(terms)
    app.command()(anonymise)
    app.command()(clear)


def check(
    files: FILES,
    case: Annotated[
        Path | None, typer.Option(metavar="CASE", help="Look for this case's identities.")
    ] = None,
    terms: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Look for the identities of this terms file instead."),
    ] = None,
    policy: POLICY = "",
    format: Annotated[  # noqa: A002 - the option's name
        ReportFormat, typer.Option("--format", help="text, json, html or sarif.")
    ] = ReportFormat.TEXT,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write the report here; for several files, a folder of HTML pages. Keep it safe.",
        ),
    ] = None,
) -> None:
    """Say what in a file could identify someone.

    A child, a family or a professional. Reads everything in the file, also what a reader
    doesn't see. Without a case, only what identifies anyone is found. Exits with 1 where there
    are findings to look at, with 2 where a file could not be read.

    Example: casereview check report.docx --case cases/2026-01 --as executive-summary

    Example: casereview check drafts --terms terms.json --out reports

    Example: casereview check letter.pdf --as everything
    """
    if case is not None and terms is not None:
        raise typer.BadParameter("give --case CASE or --terms FILE, not both")
    from desk.check_files import check_files
    from desk.check_reports import Reports
    from desk.checking import checker_of
    from desk.folder import listing
    from desk.progress import progress

    checker = checker_of(case, terms, policy)
    reports = Reports.wanted(format, out, files)
    listed = listing(files, out)
    with progress("checking", len(listed.files)) as advance:
        checked = check_files(checker, listed.files, reports.keep, advance)
    if code := reports.write(checked, listed.own_reports):
        raise typer.Exit(code)


def terms(
    case: CaseArgument,
    out: Annotated[Path, typer.Option(metavar="FILE", help="Where to write them, as JSON.")],
) -> None:
    """Write the protected terms alone, for an author.

    For one who must not have the case folder; ``check --terms`` takes the file.

    Example: casereview terms cases/2026-01 --out terms.json
    """
    from casework.files import write_atomically
    from casework.load import load_case
    from casework.people import protected_terms
    from redaction.pseudonyms import with_labels
    from redaction.terms import terms_json

    opened = load_case(case)
    board = opened.board
    written = terms_json(
        with_labels(protected_terms(opened)),
        opened.procedure.id,
        board.harmless_words,
        board.language_model,
    )
    write_atomically(out, written)
    print(f"{out} holds the names of a family: send it only by secure mail.")


def anonymise(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A Word file.")],
    case: CaseOption,
    out: Annotated[Path, typer.Option(metavar="FILE", help="Where to write the clean copy.")],
    policy: POLICY = "",
    keep_pictures: Annotated[
        bool,
        typer.Option("--keep-pictures", help="You looked at every picture: none shows a name."),
    ] = False,
) -> None:
    """Write a clean copy of a Word file.

    Pseudonyms stand for names, and nothing hidden is left. A picture's description stands in
    its place, because a picture can't be searched for names.

    Example: casereview anonymise report.docx --case cases/2026-01 --out clean.docx
    """
    from desk.checking import case_checker
    from redaction.anonymise import anonymise_word

    checker = case_checker(case, policy)
    outcome = anonymise_word(file, out, checker.replacements, keep_pictures=keep_pictures)
    print(f"{out}: {outcome.replacements} replacements")
    for removed in outcome.removed:
        print(f"  removed: {removed}")
    print(f"Now check the copy: casereview check {out} --case {case}")


def clear(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The exact file to be published.")],
    case: CaseOption,
    by: By,
    as_of: AsOf,
    policy: POLICY = "",
    waive: Annotated[
        list[str] | None,
        typer.Option(metavar="ID=REASON", help="Why a blocked finding may stay, by its id."),
    ] = None,
    reviewed: Annotated[
        str, typer.Option(metavar="REASON", help="Why the findings for review may all stay.")
    ] = "",
) -> None:
    """Record that a person clears exactly these bytes.

    A changed byte voids it. Findings that stay need a reason, by the ids of the latest check.

    Example: casereview clear clean.docx --case cases/2026-01 --as executive-summary --by "E. Roe"
    """
    from desk.checking import clear_file

    clearance = clear_file(file, case, policy, by, waive or [], reviewed, moment(as_of))
    print(f"{file} is cleared by {clearance.by}: sha256 {clearance.sha256}")

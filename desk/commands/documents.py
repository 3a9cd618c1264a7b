"""``documents``, ``make`` and ``sent``: the letters, forms and reports of a case."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from desk.options import AsOf, By, CaseOption, Format, FormatOption, moment

if TYPE_CHECKING:
    from generator.catalogue import DocumentType
    from generator.status import DocumentStatus


def add_to(app: typer.Typer) -> None:
    """Add these commands to ``app``."""
    app.command()(documents)
    app.command()(make)
    app.command()(sent)


def documents(
    as_of: AsOf,
    case: Annotated[
        Path | None, typer.Argument(metavar="[CASE]", help="The case folder, or its case.yaml.")
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Every document of every procedure; needs no case.")
    ] = False,
    format: FormatOption = Format.TEXT,  # noqa: A002 - the option's name
) -> None:
    """Show which documents of a case exist, are due, or lack data.

    Exits with 1 where one is overdue.

    Example: casereview documents cases/2026-01
    """
    if every and case is None:
        _whole_catalogue(format)
    elif case is not None and not every:
        _documents_of(case, as_of, format)
    else:
        raise typer.BadParameter("name a case, or add --all for every document there is")


def _whole_catalogue(format: Format) -> None:  # noqa: A002 - the option's name
    from desk.tables import print_catalogue
    from generator.catalogue import load_catalogue

    entries = list(load_catalogue().values())
    if format is Format.JSON:
        records = [catalogue_record(entry) for entry in entries]
        print(json.dumps(records, indent=2, ensure_ascii=False))
    else:
        print_catalogue(entries)


def _documents_of(case: Path, as_of: date, format: Format) -> None:  # noqa: A002
    from casework.load import load_case
    from casework.register import Register
    from desk.tables import print_documents
    from generator.making.copies import copies_out
    from generator.status import DocumentState, document_status

    opened = load_case(case)
    register = Register(opened.register_path)
    rows = document_status(opened, register.entries(), as_of, copies_out(register))
    if format is Format.JSON:
        words = opened.procedure.words
        print(json.dumps([as_record(row, words) for row in rows], indent=2, ensure_ascii=False))
    else:
        print_documents(rows, opened, as_of)
    if any(row.state is DocumentState.OVERDUE for row in rows):
        raise typer.Exit(1)


def catalogue_record(entry: DocumentType) -> dict[str, Any]:
    """A document as ``documents --all --format json`` prints it."""
    from casework.procedure_file import load_procedure

    return {
        "id": entry.id,
        "title": entry.titled(load_procedure(entry.procedures[0]).words),
        "kind": entry.kind,
        "procedures": entry.procedures,
        "source": entry.source,
        "form": entry.form,
        "recipients": entry.recipients,
        "trigger": entry.trigger,
        "rule": ", ".join(entry.rules),
        "part_of": entry.part_of,
        "reason": entry.reason,
    }


def as_record(row: DocumentStatus, words: Mapping[str, str]) -> dict[str, Any]:
    """A document's standing as ``documents --format json`` prints it; dates are ISO."""
    return {
        "id": row.document.id,
        "title": row.document.titled(words),
        "state": row.state,
        "recipients": [recipient.id for recipient in row.recipients],
        "made_for": list(row.made_for),
        "last_made": row.last_made.isoformat() if row.last_made else None,
        "due": row.due.isoformat() if row.due else None,
        "rule": ", ".join(row.document.rules),
        "citation": row.rule_citation,
        "missing": [
            {"field": field.path, "label": field.label, "file": field.file, "place": field.place}
            for field in row.missing
        ],
    }


def make(
    case: CaseOption,
    as_of: AsOf,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID...]", help="Documents, such as bed-h.")
    ] = None,
    all_due: Annotated[
        bool, typer.Option("--all-due", help="Everything that is due now, for everyone.")
    ] = False,
    to: Annotated[
        list[str] | None,
        typer.Option(metavar="WHO", help="Only for this recipient (agency, person or name)."),
    ] = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="Make an accessible PDF too.")] = False,
    draft: Annotated[
        bool, typer.Option("--draft", help="Make it although data is missing, gaps marked.")
    ] = False,
    other_procedure: Annotated[
        bool,
        typer.Option(
            "--other-procedure", help="Yes, a document of another procedure or kind of review."
        ),
    ] = False,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Instead of the case's documents folder.")
    ] = None,
    by: By = "administrator",
) -> None:
    """Make documents as Word files, one for each recipient.

    What is missing in the case is listed before anything is written. With --all-due, everything
    due now goes into one folder, laid out by recipient, with a covering list; what was made
    before is made again only if its data changed.

    Example: casereview make bed-h bed-k --case cases/2026-01 --pdf
    """
    from casework.load import load_case
    from casework.register import Register
    from desk.making import make_all_due, make_with_progress
    from generator.making.copies import copies_out
    from generator.plan import plan

    if bool(ids) == all_due or (all_due and (to or draft)):
        raise typer.BadParameter(
            "name documents, or give --all-due alone: it makes final documents for everyone"
        )
    opened = load_case(case)
    register = Register(opened.register_path)
    if all_due:
        incomplete = make_all_due(
            opened, register, as_of, by=by, at=moment(as_of), pdf=pdf, out=out
        )
        raise typer.Exit(1 if incomplete else 0)
    copies = copies_out(register)
    planned = plan(opened, ids or [], to or [], as_of, copies, other_procedure=other_procedure)
    make_with_progress(
        opened, planned, register, by=by, at=moment(as_of), pdf=pdf, draft=draft, out=out
    )


def sent(
    files: Annotated[
        list[str],
        typer.Argument(metavar="ID|FILE...", help="Documents made here, by their ids or files."),
    ],
    case: CaseOption,
    as_of: AsOf,
    to: Annotated[
        str, typer.Option(metavar="WHO", help="To whom, if not the recipient it was made for.")
    ] = "",
    by: By = "administrator",
) -> None:
    """Record that documents were sent.

    An id, such as bed-h, means all of it that is made and not yet sent. A letter that was
    finished in Word is recorded as it is; a draft with gaps can't be.

    Example: casereview sent bed-h --case cases/2026-01
    """
    from casework.load import load_case
    from casework.register import Register
    from generator.catalogue import load_catalogue
    from generator.making.sending import record_sent
    from generator.making.unsent import unsent_files

    opened = load_case(case)
    register = Register(opened.register_path)
    named: list[Path] = []
    for one in files:
        by_id = one in load_catalogue()
        named += unsent_files(register, opened.documents_folder, one) if by_id else [Path(one)]
    for entry in record_sent(register, named, to, by, moment(as_of)):
        edited = ", edited after it was made" if entry.details["edited"] else ""
        name = entry.details["file"]
        print(f"{name}: recorded as sent{edited}, register entry {entry.number}")

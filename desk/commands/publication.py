"""``publish``, ``correct``, ``withdraw``, ``publications`` and more: what is public when."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from desk.options import (
    AsOf,
    By,
    CaseOption,
    Format,
    FormatOption,
    PublicationsOption,
    day,
    moment,
)

DEFAULT_FOLDER = Path("publications")
ReportFile = Annotated[Path, typer.Argument(metavar="FILE", help="The cleared file.")]
KeepUntil = Annotated[
    date | None,
    typer.Option(parser=day, metavar="DATE", help="Keep it up longer than the procedure asks."),
]
Overrides = Annotated[
    list[str] | None,
    typer.Option("--override", metavar="ID=REASON", help="A condition that the Chair overrides."),
]
Chair = Annotated[
    str, typer.Option(metavar="NAME", help="The Chair who overrides; needed with --override.")
]
PublicReason = Annotated[
    str, typer.Option("--reason", metavar="REASON", help="Why; the public can read it.")
]
Order = Annotated[
    str, typer.Option("--reason", metavar="REASON", help="The order, in words that name no one.")
]
Court = Annotated[str, typer.Option("--authority", metavar="WHO", help="The court that says so.")]


class Holding(StrEnum):
    """Why a report is not public."""

    DELAYED = "delayed"
    UNPUBLISHED = "unpublished"


def add_to(app: typer.Typer) -> None:
    """Add these commands to ``app``."""
    app.command()(publish)
    app.command()(correct)
    app.command("hold-back")(hold_back)
    app.command()(withdraw)
    app.command()(suspend)
    app.command()(lift)
    app.command()(publications)
    app.command()(mend)


def publish(
    file: ReportFile,
    case: CaseOption,
    as_of: AsOf,
    on: Annotated[
        date | None,
        typer.Option(parser=day, metavar="DATE", help="The day of publication; else today."),
    ] = None,
    publications: PublicationsOption = DEFAULT_FOLDER,
    keep_until: KeepUntil = None,
    override: Overrides = None,
    chair: Chair = "",
    by: By = "administrator",
    again: Annotated[
        str, typer.Option(metavar="REASON", help="Why a report that was withdrawn comes back.")
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what is met and what is missing.")
    ] = False,
) -> None:
    """Publish a cleared report, if every condition is met.

    Exits with 1, and publishes nothing, where a condition is unmet or the file can't become a
    page; it says what is missing, also of a file that nobody has cleared yet.

    A withdrawn report comes back the same way, with --again: its text was removed, so the file and
    every condition are looked at anew, and its time in public begins anew.

    Example: casereview publish clean.docx --case cases/2026-01 --on 2026-11-02
    """
    from casework.load import load_case
    from desk.publishing import overrides_from, publish_if_met
    from desk.tables import print_conditions, print_faults, written

    opened = load_case(case)
    overrides = overrides_from(override or [], chair)
    folder = None if dry_run else publications
    found = publish_if_met(
        opened, file, folder, on or as_of, by, overrides, keep_until, moment(as_of), again
    )
    print_conditions(found.conditions)
    print_faults(found.faults)
    if found.hindered:
        raise typer.Exit(1)
    if not dry_run:
        day = on or as_of
        event = "improvement_information_published" if found.in_place_of_report else "published"
        print(f"{opened.case.reference} is public from {written(day)}. Build the site on that day:")
        print(f"casereview site build. Then: casereview record {case} {event} --on {day}")


def correct(
    file: ReportFile,
    case: CaseOption,
    reason: PublicReason,
    as_of: AsOf,
    publications: PublicationsOption = DEFAULT_FOLDER,
    keep_until: KeepUntil = None,
    override: Overrides = None,
    chair: Chair = "",
    by: By = "administrator",
) -> None:
    """Replace a published report by a corrected one.

    Its time in public neither starts again nor gets shorter.

    Example: casereview correct clean-2.docx --case cases/2026-01 --reason "A date was wrong"
    """
    from casework.load import load_case
    from casework.register import Register
    from desk.publishing import overrides_from
    from publication.publish import correct as correct_report

    opened = load_case(case)
    correct_report(
        opened,
        file,
        reason,
        by,
        Register(opened.register_path),
        publications,
        overrides_from(override or [], chair),
        moment(as_of),
        keep_until,
    )
    print(f"{opened.case.reference} is corrected. Build the site: casereview site build")


def hold_back(
    case: CaseOption,
    holding: Annotated[Holding, typer.Option("--as", help="delayed, or unpublished for good.")],
    reason: PublicReason,
    as_of: AsOf,
    publications: PublicationsOption = DEFAULT_FOLDER,
    override: Overrides = None,
    chair: Chair = "",
    by: By = "administrator",
) -> None:
    """Say why a report is delayed or will not be public.

    Exits with 1, and records nothing, where the procedure asks for something first, such as the
    reasons to the national bodies.

    Example: casereview hold-back --case cases/2026-01 --as delayed --reason "A trial is not over"
    """
    from casework.load import load_case
    from casework.procedure import Holding as Why
    from desk.publishing import hold_back_if_met, overrides_from
    from desk.tables import print_conditions
    from publication.gate import unmet

    opened = load_case(case)
    overrides = overrides_from(override or [], chair)
    results = hold_back_if_met(
        opened, publications, Why(holding.value), reason, by, overrides, moment(as_of)
    )
    if results:
        print_conditions(results)
    if unmet(results):
        raise typer.Exit(1)
    print(f"{opened.case.reference} is {holding.value}. Build the site: casereview site build")


def withdraw(
    case: CaseOption,
    as_of: AsOf,
    publications: PublicationsOption = DEFAULT_FOLDER,
    reason: Annotated[
        str, typer.Option(metavar="REASON", help="Needed before the minimum time is over.")
    ] = "",
    authority: Annotated[
        str, typer.Option(metavar="WHO", help="Who agreed; needed before the minimum is over.")
    ] = "",
    by: By = "administrator",
) -> None:
    """Take a report down for good.

    Its text leaves the publications folder; its reference and dates stay. Should it come back,
    publish it --again. Under a court's order that may end, suspend it instead.

    Example: casereview withdraw --case cases/2026-01
    """
    from casework.load import load_case
    from casework.people import protected_terms
    from casework.register import Register
    from publication.publish import withdraw as take_down

    opened = load_case(case)
    take_down(
        publications,
        opened.case.reference,
        by,
        Register(opened.register_path),
        moment(as_of),
        reason,
        authority,
        protected_terms(opened),
    )
    print(f"{opened.case.reference} is withdrawn. Build the site: casereview site build")


def suspend(
    case: CaseOption,
    reason: Order,
    authority: Court,
    as_of: AsOf,
    publications: PublicationsOption = DEFAULT_FOLDER,
    by: By = "administrator",
) -> None:
    """Take a report off the site under a court's order, for as long as the order lasts.

    The days off the site are added to the report's time in public.

    Example: casereview suspend --case cases/2026-01 --reason "Interim order" --authority "High
    Court"
    """
    from publication.publish import suspend as take_off

    reference = _by_order(take_off, case, reason, authority, as_of, publications, by)
    print(f"{reference} is suspended. Build the site now: casereview site build")


def lift(
    case: CaseOption,
    reason: Order,
    authority: Court,
    as_of: AsOf,
    publications: PublicationsOption = DEFAULT_FOLDER,
    by: By = "administrator",
) -> None:
    """Put a suspended report back on the site, once the court's order is over.

    Example: casereview lift --case cases/2026-01 --reason "Order ended" --authority "High Court"
    """
    from publication.publish import lift as put_back

    reference = _by_order(put_back, case, reason, authority, as_of, publications, by)
    print(f"{reference} may be on the site again. Build it: casereview site build")


def _by_order(
    act: Callable[..., object],
    case: Path,
    reason: str,
    authority: str,
    as_of: date,
    publications: Path,
    by: str,
) -> str:
    """Do what a court has ordered with the report of ``case``; its reference."""
    from casework.load import load_case
    from casework.people import protected_terms
    from casework.register import Register

    opened = load_case(case)
    reference, register = opened.case.reference, Register(opened.register_path)
    terms = protected_terms(opened)
    act(publications, reference, reason, authority, by, register, moment(as_of), terms)
    return reference


def publications(
    as_of: AsOf,
    publications: PublicationsOption = DEFAULT_FOLDER,
    format: FormatOption = Format.TEXT,  # noqa: A002 - the option's name
    ics: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the days as a calendar too.")
    ] = None,
) -> None:
    """Show what is public on a day, until when, and what changes on which day to come.

    Reports, and information on improvements in place of one; learning briefs and leaflets, which
    stay without an end.

    Example: casereview publications --as-of 2027-11-03 --ics publications.ics
    """
    from casework.files import write_atomically
    from desk.publication_records import as_records
    from desk.tables import print_coming_days, print_publications, print_standing
    from publication.coming import coming_days, to_ics
    from publication.folder import PublicationsFolder
    from publication.listed import Listing

    folder = PublicationsFolder(publications)
    board = folder.board()  # says clearly where this is no folder of publications
    listing = Listing.read(folder, as_of)
    rows = [report.state for report in listing.reports]
    if ics is not None:
        earlier = ics.read_text(encoding="utf-8", errors="replace") if ics.is_file() else ""
        write_atomically(ics, to_ics(rows, board, as_of, earlier))
    if format is Format.JSON:
        print(json.dumps(as_records(listing, as_of), indent=2, ensure_ascii=False))
    else:
        print_publications(listing.reports)
        print_coming_days(coming_days(rows, as_of))
        print_standing(listing.standing)


def mend(
    publications: PublicationsOption = DEFAULT_FOLDER,
    case: Annotated[
        list[Path] | None,
        typer.Option(metavar="CASE", help="A case whose register knows the ledger; repeatable."),
    ] = None,
    site: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The site that was last built from it.")
    ] = None,
) -> None:
    """Take a line of the ledger off that a power cut tore in the middle.

    Refuses if a register or the site says that the line was complete. The torn bytes are kept
    beside the folder of publications.

    Example: casereview mend --publications publications --case cases/2026-01 --site /srv/www
    """
    from desk.anchors import anchors_in
    from publication.mend import mend_ledger

    mended = mend_ledger(publications, anchors_in(case or [], site))
    if mended.kept is None:
        print(f"The ledger is whole; its lines: {mended.lines}")
    else:
        print(f"The ledger is whole again; its lines: {mended.lines}. Repeat what was done last.")
        print(f"The torn bytes are in {mended.kept}")

"""The whole flow on the invented case: letters, a check, a publication, and its end."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path

from casework.clearance import record_clearance
from casework.deadlines import DeadlineStatus, deadlines
from casework.files import write_atomically
from casework.load import OpenCase, load_case
from casework.register import EntryKind, Register
from desk.checking import checker_for
from desk.examples_folder import examples_folder
from desk.options import LONDON
from desk.planted import finding_of, planted_identities
from desk.publishing import publications_folder
from desk.tables import console, print_planted, written
from generator.making.copies import issue
from generator.making.make import MadeDocument, make
from generator.plan import plan
from publication.build import build_site
from publication.folder import PublicationsFolder
from publication.publish import outlook, publish
from publication.state import state_of
from redaction.anonymise import anonymise_word
from redaction.errors import CaseError
from redaction.report import html_report
from redaction.values import CheckResult, Verdict

MARK = ".made-by-casereview-demo"
POLICY = "executive-summary"
HALFWAY = date(2007, 6, 20)
CLEARED_ON = date(2008, 2, 26)
NUMBERED = "overview-report"
COPIES_ON = date(2007, 8, 1)
MADE_ON = {
    date(2007, 4, 20): ["bed-h"],
    date(2007, 4, 27): ["bed-i", "bed-j"],
    date(2007, 5, 10): ["tor-scr", "bed-k", "samr"],
    COPIES_ON: [NUMBERED, "exec-summary"],
}
NOTIFIED_ON = date(2016, 5, 12)
HOLDERS = ("Chair of the board", "Chief Constable", "Director of Children's Services")
CLERK = "Priya Nambiar, Board Administrator"
AUTHOR = "Dr Miriam Aldous, Independent Reviewer"


def play(folder: Path) -> None:
    """Play the flow into ``folder`` and tell it as a short story with paths.

    Raises CaseError where the folder holds something else, or an outcome is not as it must be.
    """
    _fresh(folder)
    tell = console().print
    tell("[bold]casereview: an invented case, from its first letter to the end of its report[/]")
    tell("Nobody and no place in it is real.\n")
    opened = load_case(folder / "cases" / "2007-03")
    register = Register(opened.register_path)
    _deadlines(opened)
    _documents(opened, register)
    _notification(load_case(folder / "cases" / "2016-05"))
    summary = opened.received_folder / "executive-summary.docx"
    _blocked_summary(opened, summary, folder)
    clean = _clean_copy(opened, register, summary, folder)
    day = opened.case.publication.planned
    assert day is not None  # noqa: S101 - the example says when
    publications = _published(opened, register, clean, day, folder)
    _sites(publications, opened.case.reference, day, folder)
    _register(opened, register)


def _step(number: int, title: str) -> None:
    console().print(f"\n[bold]{number}  {title}[/]")


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10), LONDON)


def _fresh(folder: Path) -> None:
    """Lay the examples into an empty folder; only a folder of an earlier demo is replaced."""
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise CaseError.because(
            folder, "holds something that is not a demo", "Name an empty folder, or a new one"
        )
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    write_atomically(folder / MARK, "")
    for name in ("boards", "cases"):
        shutil.copytree(examples_folder() / name, folder / name)


def _deadlines(opened: OpenCase) -> None:
    _step(1, f"The case: {opened.folder}")
    rows = deadlines(opened.case, opened.procedure, HALFWAY)
    counted = {status: sum(row.status is status for row in rows) for status in DeadlineStatus}
    found = [f"{count} {status.replace('_', ' ')}" for status, count in counted.items() if count]
    people = 1 + len(opened.case.family) + len(opened.case.professionals)
    console().print(
        f"   {people} people, {len(opened.case.events)} events; the files are in order."
    )
    console().print(f"   Its deadlines on {written(HALFWAY)}: {', '.join(found)}.")
    console().print(f"   → casereview deadlines {opened.folder} --as-of {HALFWAY}")


def _documents(opened: OpenCase, register: Register) -> None:
    _step(2, "Letters, terms of reference and report formats, as Word files and accessible PDFs")
    made: list[MadeDocument] = []
    for day, ids in MADE_ON.items():
        numbered = day == COPIES_ON
        copies = issue(register, NUMBERED, HOLDERS, CLERK, _at(day)) if numbered else ()
        planned = plan(opened, ids, [], day, copies)
        made += make(opened, planned, register=register, by=CLERK, at=_at(day), pdf=True)
    _tell_made(opened, made)
    console().print(f"   All in {opened.documents_folder}")


def _notification(opened: OpenCase) -> None:
    planned = plan(opened, ["bnes-app1"], [], NOTIFIED_ON)
    register = Register(opened.register_path)
    made = make(opened, planned, register=register, by=CLERK, at=_at(NOTIFIED_ON), pdf=True)
    _tell_made(opened, made)
    console().print(f"   In {opened.documents_folder}: another board, another procedure")


def _tell_made(opened: OpenCase, made: Sequence[MadeDocument]) -> None:
    counted: dict[str, int] = {}
    for document in made:
        title = document.planned.document.titled(opened.procedure.words)
        counted[title] = counted.get(title, 0) + 1
    for title, count in counted.items():
        console().print(f"   {count:2} × {title}")


def _blocked_summary(opened: OpenCase, summary: Path, folder: Path) -> None:
    _step(3, f"The executive summary, as its author sent it: {summary}")
    result = checker_for(opened, POLICY).check(summary)
    planted = planted_identities(examples_folder() / "planted.toml")
    print_planted([(one, finding_of(one, result)) for one in planted])
    missed = [one.id for one in planted if finding_of(one, result) is None]
    _expect(not missed, summary, f"planted and not found: {', '.join(missed)}")
    _expect(result.verdict is Verdict.BLOCKED, summary, "was not blocked")
    report = folder / "check-of-the-summary.html"
    write_atomically(report, html_report([result]))
    console().print(f"   [bold red]Blocked[/]: {len(result.findings)} findings, each in {report}")


def _clean_copy(opened: OpenCase, register: Register, summary: Path, folder: Path) -> Path:
    clean = folder / "executive-summary-anonymised.docx"
    _step(4, f"Its anonymised copy: {clean}")
    checker = checker_for(opened, POLICY)
    outcome = anonymise_word(summary, clean, checker.replacements)
    console().print(
        f"   {outcome.replacements} replacements; removed: {', '.join(outcome.removed)}"
    )
    result = checker.check(clean)
    _expect(result.verdict is Verdict.CLEAR, clean, "did not check clear")
    console().print("   Checked again: [bold green]clear[/]")
    _clear(opened, register, result)
    return clean


def _clear(opened: OpenCase, register: Register, result: CheckResult) -> None:
    at = _at(CLEARED_ON)
    details = {"sha256": result.sha256, "policy": POLICY, "verdict": result.verdict.value}
    register.record(EntryKind.CHECKED, result.file, details, AUTHOR, at)
    clearance = record_clearance(register, result, AUTHOR, {}, at, opened.procedure.id)
    console().print(f"   Cleared by {clearance.by}: sha256 {clearance.sha256[:16]}…")


def _published(opened: OpenCase, register: Register, clean: Path, day: date, folder: Path) -> Path:
    _step(5, f"The gate, for publication on {written(day)}")
    results = outlook(opened, clean, day, register, {}).conditions
    for result in results:
        mark = "[green]met[/]  " if result.met else "[red]unmet[/]"
        console().print(f"   {mark} {result.condition.requirement}", soft_wrap=True)
    publications = publications_folder(folder / "publications", opened.board)
    publish(opened, clean, day, CLERK, register, publications, {}, _at(CLEARED_ON))
    console().print(f"   Published, recorded in {publications / 'ledger.jsonl'}")
    return publications


def _sites(publications: Path, reference: str, day: date, folder: Path) -> None:
    _step(6, "The public site, on the day of publication and twelve months and a day later")
    state = state_of(PublicationsFolder(publications).ledger.entries(), reference, day)
    assert state is not None  # noqa: S101 - it has just been published
    assert state.earliest_withdrawal is not None  # noqa: S101
    for shown, name in ((day, "published"), (state.earliest_withdrawal, "afterwards")):
        out = folder / f"site-{name}"
        result = build_site(publications, shown, out)
        console().print(f"   {written(shown)}: {out / 'index.html'} ({result.files} files)")
    console().print("   Every file of the second was searched: not one sentence of the report.")


def _register(opened: OpenCase, register: Register) -> None:
    _step(7, f"The register: {opened.register_path}")
    problems = register.verify()
    _expect(not problems, opened.register_path, "the register does not verify")
    console().print(f"   {len(register.entries())} entries, unbroken")
    console().print("\nNow try: casereview --help")


def _expect(true: bool, place: Path, otherwise: str) -> None:
    if not true:
        raise CaseError.because(place, otherwise, "This is a fault of casereview: please report it")

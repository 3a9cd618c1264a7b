"""How lists look on a terminal; plain lines where the output is not a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

if TYPE_CHECKING:
    from casework.deadlines import Deadline
    from casework.load import OpenCase
    from casework.procedure import Procedure
    from casework.register import Entry
    from desk.planted import Planted
    from desk.to_do import Standing, Task
    from generator.catalogue import DocumentType
    from generator.making.changes import Change
    from generator.making.copies import CopyRecord
    from generator.plan import PlannedDocument
    from generator.status import DocumentStatus
    from publication.coming import ReportDay
    from publication.gate import ConditionResult
    from publication.listed import ListedReport, ListedStanding
    from redaction.errors import Problem
    from redaction.values import Finding

NARROW = 120
"""Columns to assume where the output is not a terminal."""


_NEVER_BROKEN = ("By", "Due", "Rule", "Standing")
"""Columns whose cells stay on one line."""


def console() -> Console:
    """The console for results; wide enough to be read where it is captured."""
    plain = Console()
    return plain if plain.is_terminal else Console(width=NARROW)


def written(day: date | None) -> str:
    """A date as people write it: "Fri 7 Mar 2008"."""
    return f"{day:%a} {day.day} {day:%b %Y}" if day else "–"


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, show_edge=False, header_style="bold")
    for column in columns:
        table.add_column(
            column, overflow="fold", no_wrap=column in ("By", "Due", "Rule", "Standing")
        )
    return table


def _print(table: Table) -> None:
    console().print(table)


def _heading(opened: OpenCase, as_of: date) -> None:
    title = f"Case {opened.case.reference}, {opened.procedure.title}, on {written(as_of)}"
    console().print(f"[bold]{escape(title)}[/]\n")


def print_deadlines(rows: Sequence[Deadline], opened: OpenCase, as_of: date) -> None:
    """Print each deadline with its rule, its citation and the days left."""
    _heading(opened, as_of)
    table = _table("Due", "Standing", "Rule", "What", "Source")
    for row in rows:
        what = "\n".join([escape(row.rule.action), *(f"[dim]{escape(n)}[/]" for n in _notes(row))])
        table.add_row(_due(row), _standing(row), row.rule.id, what, escape(row.rule.citation))
    _print(table)
    if opened.procedure.partial:
        console().print(f"\n[bold]{escape(opened.procedure.partial)}[/]")


def _notes(row: Deadline) -> list[str]:
    """What must be known of a deadline; how its source was read, only while it is open."""
    waiting = f"Waiting for {row.waiting_on}." if row.waiting_on else ""
    agreed = f"Agreed by {row.waiver.agreed_by}: {row.waiver.reason}" if row.waiver else ""
    reading = row.rule.note if row.status.value in ("due", "overdue") else ""
    return [note for note in (waiting, agreed, row.note, reading) if note]


def _due(row: Deadline) -> str:
    if row.due_at is not None:
        return f"{written(row.due_at.date())} {row.due_at:%H:%M}"
    return written(row.due or row.earliest)


def _standing(row: Deadline) -> str:
    status = row.status.value
    if status == "overdue" and row.days_left is not None:
        return f"[bold red]overdue by {_days(-row.days_left)}[/]"
    if status in ("due", "running") and row.days_left is not None:
        return f"[yellow]{_days(row.days_left)} left[/]"
    if status in ("met", "met_late"):
        met = "[yellow]met late[/]" if status == "met_late" else "[green]met[/]"
        return f"{met} {written(row.met_on)}" if row.met_on else met
    return f"[dim]{status}[/]"


def _days(count: int) -> str:
    return f"{count} day{'' if count == 1 else 's'}"


_URGENCY_STYLES = {"overdue": "bold red", "today": "bold yellow", "soon": "yellow"}


def print_tasks(rows: Sequence[Task], standing: Standing, left_out: int) -> None:
    """Print what is to be done, most urgent first, each with its reason and its command."""
    title = f"Case {standing.reference}, {standing.procedure}, on {written(standing.as_of)}"
    console().print(f"[bold]{escape(title)}[/]\n")
    table = _table("When", "By", "What to do, why, and the command that does it")
    for row in rows:
        style = _URGENCY_STYLES.get(row.urgency.words, "dim")
        lacking = f"First fill in: {'; '.join(row.lacking)}" if row.lacking else ""
        table.add_row(
            f"[{style}]{row.urgency.words}[/]",
            written(row.due),
            f"[bold]{escape(row.what)}[/]\n[dim]{escape(row.why)}[/]"
            + (f"\n[yellow]{escape(lacking)}[/]" if lacking else "")
            + f"\n[cyan]{escape(row.command)}[/]",
        )
    if rows:
        _print(table)
    else:
        console().print(
            "Nothing to do. When something happens, say so: "
            f"casereview record {escape(standing.case)} EVENT --on DATE\n"
            "Which event each document waits for: "
            f"casereview documents {escape(standing.case)}"
        )
    if left_out:
        console().print(f"\n{left_out} more, less urgent: add --all")


_STATE_STYLES = {"overdue": "bold red", "due": "yellow", "partly made": "yellow", "sent": "green"}


def print_documents(rows: Sequence[DocumentStatus], opened: OpenCase, as_of: date) -> None:
    """Print what exists, what is due and what data is missing."""
    _heading(opened, as_of)
    table = _table("Document", "Title", "State", "Made for", "Due", "Missing in the case")
    for row in rows:
        style = _STATE_STYLES.get(row.state.value, "")
        table.add_row(
            row.document.id,
            escape(row.document.titled(opened.procedure.words)),
            f"[{style}]{row.state.value}[/]" if style else _state(row),
            f"{len(row.made_for)} of {len(row.recipients)}",
            written(row.due),
            escape("\n".join(row.lacking)),
        )
    _print(table)


def _state(row: DocumentStatus) -> str:
    """The state; for what is not wanted yet, with the event to record that asks for it."""
    waits = row.state.value == "not yet" and row.document.trigger
    return f"{row.state.value}: after {row.document.trigger}" if waits else row.state.value


def tell_all_due(
    since: Sequence[tuple[PlannedDocument, Change]],
    incomplete: Sequence[DocumentStatus],
    changed_after_sending: Sequence[tuple[PlannedDocument, Change]],
) -> None:
    """Say what was made, what changed, what was left alone and what lacks data."""
    count = Counter(change.kind.value for _, change in since)
    made = ", ".join(f"{number} {kind}" for kind, number in count.items())
    console().print(f"\n{made or 'Nothing is due'}")
    for planned, change in since:
        if change.kind.value == "changed":
            console().print(f"Made again: {_whose(planned)}. Changed: {escape(change.described())}")
    for planned, change in changed_after_sending:
        console().print(
            f"[yellow]Changed since it was sent:[/] {_whose(planned)}."
            f" Changed: {escape(change.described())}"
        )
    for row in incomplete:
        what = "; ".join(row.lacking)
        console().print(f"[yellow]Not made, data is missing:[/] {row.document.id}: {escape(what)}")


def _whose(planned: PlannedDocument) -> str:
    to = f" to {planned.recipient.id}" if planned.recipient.id else ""
    return escape(f"{planned.document.id}{to}")


def print_copies(records: Sequence[CopyRecord]) -> None:
    """Print every numbered copy, its holder and whether it came back."""
    table = _table("Document", "Copy", "Holder", "Issued", "Returned")
    for record in records:
        copy = record.copy
        returned = "[bold]still out[/]" if record.out else written(record.returned)
        note = f"\n{escape(record.note)}" if record.note else ""
        issued = written(record.issued)
        table.add_row(copy.document, str(copy.number), escape(copy.holder), issued, returned + note)
    _print(table)


def print_register(entries: Iterable[Entry]) -> None:
    """Print the register, oldest entry first."""
    table = _table("No.", "When", "What", "Of", "By")
    for entry in entries:
        when = f"{entry.at:%Y-%m-%d %H:%M}"
        what = entry.kind.value.replace("_", " ")
        table.add_row(str(entry.number), when, what, escape(entry.subject), escape(entry.by))
    _print(table)


def print_conditions(results: Sequence[ConditionResult]) -> None:
    """Print each condition of publication with its citation; the unmet last, with the remedy."""
    table = _table("", "Rule", "Condition and source")
    for result in sorted(results, key=lambda each: not each.met):
        condition = result.condition
        lines = [f"{escape(condition.requirement)} [dim]({escape(condition.citation)})[/]"]
        if result.met:
            mark = "[green]met[/]"
            lines.append(escape(result.explanation))
        elif result.override:
            mark = "[yellow]overridden[/]"
            lines.append(f"by {escape(result.override.by)}: {escape(result.override.reason)}")
        else:
            mark = "[bold red]unmet[/]"
            lines.append(escape(result.explanation))
            lines.append(f"[bold]→ {escape(condition.remedy)}[/]")
        table.add_row(mark, condition.id, "\n".join(lines))
    _print(table)


def print_faults(faults: Sequence[Problem]) -> None:
    """Print what keeps a file from becoming a page, by place, with what to do; or nothing."""
    if not faults:
        return
    table = _table("Where in the file", "Why it can't become a page")
    for fault in faults:
        remedy = f"\n[bold]→ {escape(fault.remedy)}[/]" if fault.remedy else ""
        table.add_row(escape(fault.place), f"{escape(fault.what)}{remedy}")
    _print(table)


def print_publications(reports: Sequence[ListedReport]) -> None:
    """Print the state of every report on the day that was asked for."""
    table = _table("Reference", "Kind", "State", "Since", "Published", "Stays up through", "Title")
    for report in reports:
        row = report.state
        state = row.state.value.replace("_", " ")
        table.add_row(
            escape(row.reference),
            report.kind.words,
            escape(f"{state}: {row.reason}" if row.reason else state),
            written(row.since),
            written(row.published),
            written(row.last_day),
            escape(report.title),
        )
    _print(table)


def print_coming_days(days: Sequence[ReportDay]) -> None:
    """Print what changes for which report on which day; nothing where nothing is to come."""
    if not days:
        return
    table = _table("Day", "Reference", "What changes", "Source")
    for each in days:
        row = (written(each.on), each.reference, each.change.value, each.citation)
        table.add_row(*map(escape, row))
    _print(table)


def print_standing(rows: Sequence[ListedStanding]) -> None:
    """Print the learning briefs and leaflets; nothing where there was never one."""
    if not rows:
        return
    table = _table(
        "Stands without an end", "Kind", "State", "Placed", "Replaced", "Removed", "Title"
    )
    for row in rows:
        state = row.status.value.replace("_", " ")
        days = (row.state.since, row.state.updated, row.state.removed)
        table.add_row(
            escape(row.state.reference),
            row.kind.words,
            escape(f"{state}: {row.state.reason}" if row.state.reason else state),
            *map(written, days),
            escape(row.title),
        )
    _print(table)


def print_planted(rows: Sequence[tuple[Planted, Finding | None]]) -> None:
    """Print each planted identity and where the check found it."""
    table = _table("Planted", "Text", "Found in")
    for planted, finding in rows:
        found = escape(finding.where) if finding else "[bold red]not found[/]"
        if finding and finding.hidden:
            found += " [dim](hidden)[/]"
        table.add_row(escape(planted.what), escape(planted.text), found)
    console().print(Padding(table, (0, 0, 0, 3)))


def print_catalogue(entries: Iterable[DocumentType]) -> None:
    """Print documents as the procedures have them, whatever the case."""
    from casework.procedure_file import load_procedure

    table = _table("Document", "Title", "Form", "Procedures", "Source")
    for entry in entries:
        form = f"part of {entry.part_of}" if entry.part_of else entry.form.value
        procedures = ", ".join(entry.procedures)
        title = entry.titled(load_procedure(entry.procedures[0]).words)
        table.add_row(entry.id, escape(title), form, procedures, escape(entry.source))
    _print(table)


def print_procedures(procedures: Iterable[Procedure]) -> None:
    """Print every procedure there is."""
    table = _table("Procedure", "Title", "Time limits", "Source")
    for found in procedures:
        table.add_row(found.id, escape(found.title), str(len(found.rules)), escape(found.source))
    _print(table)


def print_rules(procedure: Procedure) -> None:
    """Print a procedure's time limits, then where its source contradicts itself."""
    from casework.limits import limit_sentence

    console().print(f"[bold]{escape(procedure.title)}[/]\n{escape(procedure.source)}\n")
    if procedure.partial:
        console().print(f"[bold]{escape(procedure.partial)}[/]\n")
    table = _table("Rule", "What", "When", "Source")
    for rule in procedure.rules:
        what = escape(rule.action) + (f"\n[dim]{escape(rule.note)}[/]" if rule.note else "")
        table.add_row(rule.id, what, escape(limit_sentence(rule)), escape(rule.citation))
    _print(table)
    if not procedure.conflicts:
        return
    console().print("\n[bold]Where the source contradicts itself or another[/]\n")
    readings = _table("", "What it says", "What is done here", "Source")
    for each in procedure.conflicts:
        readings.add_row(each.id, escape(each.text), escape(each.choice), escape(each.citation))
    _print(readings)

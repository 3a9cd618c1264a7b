"""Writes what a check found: to the terminal, to a file, or to a folder with a page for each."""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from casework.files import write_atomically
from desk.check_files import Checked, Keep
from desk.options import ReportFormat
from desk.tables import console
from redaction.errors import Problem, RedactionError
from redaction.report import (
    IndexRow,
    html_index,
    html_report,
    json_report,
    print_report,
    sarif_report,
)
from redaction.report.grouping import counts
from redaction.values import CheckResult, Severity, Verdict

INDEX = "index.html"
_SEVERITIES = (Severity.BLOCK, Severity.REVIEW, Severity.NOTE)
_VERDICTS = {Verdict.BLOCKED: "✗ blocked", Verdict.REVIEW: "? for review", Verdict.CLEAR: "✓ clear"}
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 60


@dataclass(frozen=True)
class Reports:
    """Which reports of a check are wanted: the form, and where to.

    ``out`` is a folder of pages where ``folder`` says so, else a file, or None for the terminal.
    ``many`` says that there may be several files: a summary is wanted, and JSON is an array.
    """

    form: ReportFormat
    out: Path | None
    many: bool
    folder: bool

    @classmethod
    def wanted(cls, form: ReportFormat, out: Path | None, paths: Sequence[Path]) -> Reports:
        """What the arguments of a check ask for: ``out`` is a folder if it is one or has no ending.

        Raises RedactionError where ``out`` is a folder that reports must not be written to.
        """
        many = len(paths) > 1 or paths[0].is_dir()
        folder = out is not None and (out.is_dir() or (many and not out.suffix))
        if out is not None and folder:
            check_report_folder(out)
        return cls(form, out, many, folder)

    @property
    def keep(self) -> Keep:
        """What of each file the reports need."""
        if self.folder:
            return Keep.PAGE
        whole = self.form in (ReportFormat.HTML, ReportFormat.SARIF)
        return Keep.PASSAGES if whole else Keep.FINDINGS

    def write(self, checked: Sequence[Checked], left_out: Sequence[str]) -> int:
        """Write or print them, and return the exit code: 2 not all read, 1 findings, 0 neither.

        Raises RedactionError where the one file that was asked for could not be read.
        """
        results = [each.result for each in checked if each.result is not None]
        if not self.many and not results:
            raise RedactionError(checked[0].problems)
        text = self.form is ReportFormat.TEXT
        if self.out is not None and self.folder:
            write_report_folder(checked, left_out, self.out)
        else:
            # On a terminal the summary tells enough of what is clear.
            shown = [each for each in results if each.findings or not (self.many and text)]
            write_report(shown, self.form, self.out, array=self.many)
        if self.many and (text or self.out is not None):
            print_overview(checked, left_out)
        print_problems(checked)
        if len(results) < len(checked):
            return 2
        return int(any(each.verdict is not Verdict.CLEAR for each in results))


def write_report(
    results: Sequence[CheckResult], form: ReportFormat, out: Path | None, *, array: bool
) -> None:
    """Print the report in ``form``, or write it to ``out``; JSON as an array on request."""
    if form is ReportFormat.TEXT and out is None:
        print_report(results, console())
        return
    text = _written(results, form, array=array)
    if out is None:
        print(text)
        return
    write_atomically(out, text)
    print(f"{out} repeats what identifies people: keep it with the case.")


def _written(results: Sequence[CheckResult], form: ReportFormat, *, array: bool) -> str:
    if form is ReportFormat.JSON:
        return json_report(results, array=array)
    if form is ReportFormat.SARIF:
        return sarif_report(results)
    if form is ReportFormat.HTML:
        return html_report(results)
    sheet = StringIO()
    print_report(results, Console(file=sheet, width=100))
    return sheet.getvalue()


def check_report_folder(out: Path) -> None:
    """Raises RedactionError where ``out`` is no place for a folder of reports.

    It must not be there, be empty, or hold our reports and nothing that could be lost.
    """
    if not out.parent.is_dir():
        raise RedactionError.because(out.parent, "is not there", "Make the folder first")
    if not out.exists():
        return
    names = {each.name for each in out.iterdir()} if out.is_dir() else {""}
    if names and (INDEX not in names or not all(_is_report(name) for name in names)):
        raise RedactionError.because(
            out, "holds something other than reports of a check", "Name an empty folder"
        )


def write_report_folder(checked: Sequence[Checked], left_out: Sequence[str], out: Path) -> None:
    """A page for each file, and ``index.html``, in ``out``: all of them or, on failure, none."""
    fresh = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        rows = []
        for number, each in enumerate(checked, start=1):
            row = _row(each, number)
            if row.link:
                (fresh / row.link).write_text(each.page, "utf-8", "replace")
            rows.append(row)
        (fresh / INDEX).write_text(html_index(rows, left_out), "utf-8", "replace")
        if out.exists():
            shutil.rmtree(out)
        fresh.rename(out)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    print(f"{out / INDEX} leads to every report. They repeat what identifies people: keep safe.")


def _is_report(name: str) -> bool:
    return name == INDEX or re.fullmatch(r"\d{4,}-[a-z0-9-]*\.html", name) is not None


def _row(checked: Checked, number: int) -> IndexRow:
    name, result = checked.listed.name, checked.result
    if result is None:
        return IndexRow(name, problem="; ".join(map(_why, checked.problems)))
    slug = _NOT_IN_A_NAME.sub("-", name.casefold()).strip("-")[:_LONGEST_NAME]
    found = counts(result)
    return IndexRow(
        name, f"{number:04}-{slug}.html", result.verdict, tuple(found[each] for each in _SEVERITIES)
    )


def _why(problem: Problem) -> str:
    return str(replace(problem, place=""))


def print_overview(checked: Sequence[Checked], left_out: Sequence[str]) -> None:
    """One line for each file with its verdict and its numbers of findings, and the sum."""
    table = Table(box=None, pad_edge=False, show_edge=False, header_style="bold")
    table.add_column("File", overflow="fold")
    table.add_column("Verdict", no_wrap=True)
    for heading in ("Blocked", "For review", "To note"):
        table.add_column(heading, justify="right", no_wrap=True)
    for each in checked:
        table.add_row(*map(Text, _cells(each)))
    console().print(table)
    print(", ".join(_sums(checked)))
    if left_out:
        print(f"Reports of our own, not checked: {', '.join(left_out)}")


def print_problems(checked: Sequence[Checked]) -> None:
    """A line on standard error for each file that could not be checked."""
    for each in checked:
        for problem in each.problems:
            print(f"casereview: {problem}", file=sys.stderr)


def _cells(checked: Checked) -> tuple[str, ...]:
    name = "".join(letter if letter.isprintable() else " " for letter in checked.listed.name)
    if checked.result is None:
        return name, "✗ not checked", "–", "–", "–"
    found = counts(checked.result)
    return name, _VERDICTS[checked.result.verdict], *(str(found[each]) for each in _SEVERITIES)


def _sums(checked: Sequence[Checked]) -> Iterator[str]:
    yield f"{len(checked)} file{'' if len(checked) == 1 else 's'}"
    for verdict in Verdict:
        number = sum(each.result is not None and each.result.verdict is verdict for each in checked)
        if number:
            yield f"{number} {_VERDICTS[verdict][2:]}"
    if missed := sum(each.result is None for each in checked):
        yield f"{missed} not checked"

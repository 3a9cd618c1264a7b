"""What the check commands do between their arguments and ``redaction``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from casework.clearance import REVIEW, Clearance, record_clearance
from casework.files import write_atomically
from casework.load import OpenCase, load_case
from casework.people import protected_terms
from casework.procedure import Procedure
from casework.procedure_file import load_procedure, procedure_ids
from casework.register import EntryKind, Register
from desk.options import ReportFormat
from generator.catalogue import load_catalogue
from redaction.check import Checker
from redaction.errors import RedactionError
from redaction.policy import STRICT
from redaction.pseudonyms import with_labels
from redaction.values import CheckResult, NamingPolicy


def policy_of(procedure: Procedure | None, name: str) -> NamingPolicy:
    """The naming policy called ``name``, or of the document of that id; else the strict one.

    Where the procedure is not known, as in a bare terms file, ``name`` only says what kind of
    document it is, and no one may be named. Raises RedactionError for a name that is unknown.
    """
    if not name or name == STRICT.id:
        return STRICT
    known = [procedure] if procedure else [load_procedure(each) for each in procedure_ids()]
    policies = {policy.id: policy for each in known for policy in each.policies}
    if name not in policies and name in (catalogue := load_catalogue()):
        name = catalogue[name].policy
    if name not in policies:
        ids = ", ".join([STRICT.id, *sorted(policies)])
        what = f'there is no naming policy "{name}"'
        raise RedactionError.because("--as", what, f"Known: {ids}")
    found = policies[name]
    return found if procedure else replace(STRICT, id=found.id, title=found.title)


def checker_for(opened: OpenCase, policy: str) -> Checker:
    """A checker of the identities of an open case."""
    terms = with_labels(protected_terms(opened))
    return Checker(terms, policy_of(opened.procedure, policy), opened.board.harmless_words)


def case_checker(case: Path, policy: str) -> Checker:
    """A checker of the identities of a case."""
    return checker_for(load_case(case), policy)


def terms_checker(path: Path, policy: str) -> Checker:
    """A checker of the identities of a terms file, for an author without the case folder."""
    from redaction.terms import load_terms

    file = load_terms(path)
    procedure = load_procedure(file.procedure) if file.procedure else None
    return Checker(with_labels(file.terms), policy_of(procedure, policy))


def write_report(results: Sequence[CheckResult], form: ReportFormat, out: Path | None) -> None:
    """Print the report, or write it to ``out``."""
    from redaction.report import html_report, json_report, print_report

    if form is ReportFormat.TEXT and out is None:
        from desk.tables import console

        print_report(results, console())
        return
    if form is ReportFormat.TEXT:
        text = _captured(results)
    else:
        text = json_report(results) if form is ReportFormat.JSON else html_report(results)
    if out is None:
        print(text)
        return
    write_atomically(out, text)
    print(f"{out} repeats what identifies people: keep it with the case.")


def _captured(results: Sequence[CheckResult]) -> str:
    from io import StringIO

    from rich.console import Console

    from redaction.report import print_report

    sheet = StringIO()
    print_report(results, Console(file=sheet, width=100))
    return sheet.getvalue()


def clear_file(
    file: Path,
    case: Path,
    policy: str,
    by: str,
    waive: Sequence[str],
    reviewed: str,
    at: datetime,
) -> Clearance:
    """Check ``file`` and record its clearance in the case's register.

    Raises CaseError where a finding that needs a reason has none.
    """
    opened = load_case(case)
    result = checker_for(opened, policy).check(file)
    register = Register(opened.register_path)
    register.record(
        EntryKind.CHECKED,
        file.name,
        {"sha256": result.sha256, "policy": result.policy.id, "verdict": result.verdict},
        by,
        at,
    )
    reasons = reasons_from(waive, "--waive")
    if reviewed:
        reasons[REVIEW] = reviewed
    return record_clearance(register, result, by, reasons, at, opened.procedure.id)


def reasons_from(pairs: Sequence[str], option: str) -> dict[str, str]:
    """``["F3=why"]`` as ``{"F3": "why"}``; raises RedactionError for one without a reason."""
    reasons = {}
    for pair in pairs:
        name, _, reason = pair.partition("=")
        if not reason.strip():
            raise RedactionError.because(
                option, f'"{pair}" gives no reason', f'Write it as {option} {name or "ID"}="why"'
            )
        reasons[name.strip()] = reason.strip()
    return reasons

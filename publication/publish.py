"""Putting a cleared report before the public, correcting it, and taking it down."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from casework.clearance import find_clearance
from casework.load import OpenCase
from casework.register import EntryKind, Register
from publication.folder import PublicationsFolder
from publication.gate import ConditionResult, Override, evaluate, unmet
from publication.intact import StoredReport
from publication.ledger import AroundWriting, LedgerAction, LedgerEntry
from publication.package import Package, packaged
from publication.ready import (
    ReadyReport,
    cleared_as,
    identifying_places,
    main_sections,
    report_content,
)
from publication.recover import recover
from publication.residue import Fingerprints
from publication.state import ReportState, published_state, state_of, states
from redaction.errors import Problem, PublicationError
from redaction.policy import STRICT
from redaction.values import ProtectedTerms

_ORDERS = (LedgerAction.SUSPENDED, LedgerAction.LIFTED)
"""What a court's order does; the report's text stays in the folder."""


@dataclass(frozen=True)
class Outlook:
    """What publishing a file would meet: every condition, and what keeps it from being a page."""

    conditions: tuple[ConditionResult, ...]
    faults: tuple[Problem, ...] = ()
    in_place_of_report: bool = False
    """Whether the file was cleared as what is public where the report itself is not."""

    @property
    def hindered(self) -> bool:
        """Whether anything has to be done first."""
        return bool(unmet(self.conditions) or self.faults)


def outlook(
    open_case: OpenCase,
    file: Path,
    on: date,
    register: Register,
    overrides: Mapping[str, Override],
) -> Outlook:
    """Everything that bears on publishing ``file`` ``on`` a day; nothing is changed.

    Raises ``PublicationError`` if the file can't be read or if an override is not possible.
    """
    content = report_content(file)
    clearance = find_clearance(register, hashlib.sha256(content).hexdigest())
    sections, faults = main_sections(content, file.suffix)
    results = evaluate(open_case, clearance, on, overrides, sections)
    instead = clearance is not None and cleared_as(open_case, clearance).in_place_of_report
    return Outlook(results, tuple(faults), instead)


def publish(
    open_case: OpenCase,
    file: Path,
    on: date,
    by: str,
    register: Register,
    publications: Path,
    overrides: Mapping[str, Override],
    at: datetime,
    keep_until: date | None = None,
    again: str = "",
) -> LedgerEntry:
    """Publish the cleared report ``file`` ``on`` a day: today's or a later one.

    Copies exactly the cleared bytes into the folder ``publications``, writes the public facts
    beside them, and records it in the ledger and the register. ``overrides`` are by the id of
    the condition. ``keep_until`` is a last day that the board chose, later than the procedure's.
    ``again`` is why a report that was taken down is published once more.
    Raises ``PublicationError`` with every unmet condition, every fault of the report as a page,
    and every place in the public facts where someone could be known; then nothing has changed.
    """
    if on < at.date():
        raise PublicationError.because(
            "day of publication",
            f"{on} is past; it would cut the report's time in public short",
            "Choose today or a later day",
        )
    ready = ReadyReport.of(open_case, file, on, register, overrides)
    folder = as_remembered(publications, register)
    reference = open_case.case.reference
    before = state_of(folder.ledger.entries(), reference, at.date())
    _refuse_silent_return(before, reference, again)
    state = published_state(
        reference,
        on,
        ready.publication.retention_months,
        ready.publication.retention_citation,
        keep_until,
        before,
    )
    package = packaged(ready.publication, ready.content, folder.board(), state)
    entry = folder.ledger.append(
        LedgerAction.PUBLISHED,
        reference,
        on=on,
        recorded=at,
        by=by,
        around_writing=_placed(folder, package),
        reason=again,
        keep_until=keep_until,
        **package.details(),
    )
    _record_overrides(register, ready, by, at)
    record_entry(register, EntryKind.PUBLISHED, entry)
    return entry


def correct(
    open_case: OpenCase,
    file: Path,
    reason: str,
    by: str,
    register: Register,
    publications: Path,
    overrides: Mapping[str, Override],
    at: datetime,
    keep_until: date | None = None,
) -> LedgerEntry:
    """Replace a published report, or what stands beside it, from the case as it is now.

    ``reason`` is printed on the report's page. The day of publication and the 12 months stay as
    they are; ``keep_until`` can make them longer. Raises as ``publish`` does.
    """
    folder = as_remembered(publications, register)
    reference = open_case.case.reference
    current = state_of(folder.ledger.entries(), reference, at.date())
    if current is None or not current.text_kept:
        raise PublicationError.because(
            f"report {reference}", "is not published", "Publish it instead"
        )
    published = folder.publication(reference).published
    ready = ReadyReport.of(open_case, file, published, register, overrides, reason)
    state = replace(current, updated=at.date())
    package = packaged(ready.publication, ready.content, folder.board(), state)
    details = package.details()
    entry = folder.ledger.append(
        LedgerAction.CORRECTED,
        reference,
        on=at.date(),
        recorded=at,
        by=by,
        around_writing=_placed(folder, package),
        reason=reason,
        keep_until=keep_until,
        sha256=details["sha256"],
        metadata_sha256=details["metadata_sha256"],
    )
    _record_overrides(register, ready, by, at)
    record_entry(register, EntryKind.PUBLISHED, entry)
    return entry


def withdraw(
    publications: Path,
    reference: str,
    by: str,
    register: Register,
    at: datetime,
    reason: str = "",
    authority: str = "",
    terms: ProtectedTerms | None = None,
) -> LedgerEntry:
    """Take a report down today and remove its text from the folder of publications.

    Its reference, its dates and keyed hashes of its text remain. Before the end of its time in
    public both ``reason`` and ``authority`` (who agreed) are needed. ``terms`` are the case's
    protected terms, with which the reason is checked. Raises ``PublicationError``.
    """
    return _recorded(
        publications, LedgerAction.WITHDRAWN, reference, by, register, at, reason, authority, terms
    )


def hold_back(
    publications: Path,
    action: LedgerAction,
    reference: str,
    reason: str,
    by: str,
    register: Register,
    at: datetime,
    terms: ProtectedTerms | None = None,
) -> LedgerEntry:
    """Record that a report is ``delayed`` or will stay ``unpublished``, with the public reason.

    A report that was scheduled is taken out of the folder of publications. ``terms`` are the
    case's protected terms, with which the reason is checked. Raises ``PublicationError``.
    """
    if action not in (LedgerAction.DELAYED, LedgerAction.UNPUBLISHED):
        raise PublicationError.because(action.value, "does not hold a report back")
    return _recorded(publications, action, reference, by, register, at, reason, "", terms)


def suspend(
    publications: Path,
    reference: str,
    reason: str,
    authority: str,
    by: str,
    register: Register,
    at: datetime,
    terms: ProtectedTerms | None = None,
) -> LedgerEntry:
    """Take a report off the site today under the order of a court, until the order is lifted.

    Its text stays in the folder of publications, and every build searches the site for it: until
    the lifting it is withheld like a scheduled report. The days off the site are added to its
    time in public. ``authority`` is the court. ``terms`` are the case's protected terms, with
    which both texts are checked. Raises ``PublicationError``.
    """
    return _recorded(
        publications, LedgerAction.SUSPENDED, reference, by, register, at, reason, authority, terms
    )


def lift(
    publications: Path,
    reference: str,
    reason: str,
    authority: str,
    by: str,
    register: Register,
    at: datetime,
    terms: ProtectedTerms | None = None,
) -> LedgerEntry:
    """Put a suspended report back on the site from today; see ``suspend``."""
    return _recorded(
        publications, LedgerAction.LIFTED, reference, by, register, at, reason, authority, terms
    )


def _refuse_silent_return(before: ReportState | None, reference: str, again: str) -> None:
    if before is not None and before.withdrawn and not again.strip():
        raise PublicationError.because(
            f"report {reference}",
            f"was taken down on {before.withdrawn}",
            "To bring it back, say why (--again); its time in public begins anew",
        )


def text_fingerprints(folder: PublicationsFolder, reference: str) -> Fingerprints:
    """Fingerprints of a report whose text is in the folder. Raises ``PublicationError``."""
    stored = StoredReport(folder.publication(reference), folder.report_folder(reference))
    return stored.fingerprints(folder.key())


def _refuse_identifying(reason: str, authority: str, terms: ProtectedTerms | None) -> None:
    if terms is not None and identifying_places([reason, authority], terms, STRICT):
        raise PublicationError.because(
            "reason and authority", "could identify someone", "Name offices, not people"
        )


def _placed(folder: PublicationsFolder, package: Package) -> AroundWriting:
    @contextmanager
    def placed(entries: Sequence[LedgerEntry]) -> Iterator[None]:
        states(entries, entries[-1].on)
        reference = package.publication.reference
        there = folder.report_folder(reference).exists()
        replaced = text_fingerprints(folder, reference) if there else None
        with folder.placed(package.publication, package.files, replaced):
            yield

    return placed


def purged(folder: PublicationsFolder, reference: str, leaves: bool) -> AroundWriting:
    """Removes the report's text, if it ``leaves`` now, together with the writing of the line."""

    @contextmanager
    def removed(entries: Sequence[LedgerEntry]) -> Iterator[None]:
        states(entries, entries[-1].on)
        with (
            folder.purged(reference, text_fingerprints(folder, reference))
            if leaves
            else nullcontext()
        ):
            yield

    return removed


def _recorded(
    publications: Path,
    action: LedgerAction,
    reference: str,
    by: str,
    register: Register,
    at: datetime,
    reason: str,
    authority: str,
    terms: ProtectedTerms | None,
) -> LedgerEntry:
    _refuse_identifying(reason, authority, terms)
    folder = as_remembered(publications, register)
    before = state_of(folder.ledger.entries(), reference, at.date())
    leaves = before is not None and before.text_kept and action not in _ORDERS
    entry = folder.ledger.append(
        action,
        reference,
        on=at.date(),
        recorded=at,
        by=by,
        around_writing=purged(folder, reference, leaves),
        reason=reason,
        authority=authority,
    )
    back = action is LedgerAction.LIFTED
    record_entry(register, EntryKind.PUBLISHED if back else EntryKind.WITHDRAWN, entry)
    return entry


def remembered(register: Register) -> dict[int, str]:
    """The hashes of the ledger's lines that ``register`` holds, by number."""
    entries = [*register.entries(EntryKind.PUBLISHED), *register.entries(EntryKind.WITHDRAWN)]
    return {entry.details["ledger_number"]: entry.details["ledger_head"] for entry in entries}


def as_remembered(publications: Path, register: Register) -> PublicationsFolder:
    """The folder, if its ledger still holds every line that the register remembers."""
    folder = PublicationsFolder(publications)
    problems = folder.ledger.verify(remembered(register))
    if problems:
        raise PublicationError(problems)
    return in_order(publications)


def in_order(publications: Path) -> PublicationsFolder:
    """The folder, with whatever a killed program left in it undone or finished.

    Raises ``PublicationError`` if it is no folder of publications, or as ``recover`` does.
    """
    folder = PublicationsFolder(publications)
    folder.board()  # says clearly where this is no folder of publications
    recover(folder)
    return folder


def record_entry(register: Register, kind: EntryKind, entry: LedgerEntry) -> None:
    """Anchor the ledger's head in the register."""
    details = {
        "action": entry.action.value,
        "on": entry.on.isoformat(),
        "sha256": entry.sha256,
        "ledger_number": entry.number,
        "ledger_head": entry.hash,
    }
    register.record(kind, entry.reference, details, entry.by, entry.recorded)


def _record_overrides(register: Register, ready: ReadyReport, by: str, at: datetime) -> None:
    for result in ready.results:
        if result.override is not None:
            details = {
                "condition": result.condition.id,
                "authority": result.override.by,
                "reason": result.override.reason,
            }
            register.record(EntryKind.OVERRIDDEN, ready.publication.reference, details, by, at)

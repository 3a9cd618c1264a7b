"""Putting a cleared report before the public, and correcting it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from casework.clearance import find_clearance
from casework.load import OpenCase
from casework.register import EntryKind, Register
from publication.anchored import as_remembered, record_entry
from publication.folder import PublicationsFolder
from publication.gate import ConditionResult, Override, evaluate, unmet
from publication.ledger import AroundWriting, LedgerAction, LedgerEntry
from publication.package import Package, packaged
from publication.ready import (
    ReadyReport,
    cleared_as,
    main_sections,
    report_content,
)
from publication.report_state import ReportState
from publication.state import published_state, state_of, states
from publication.withhold import text_fingerprints
from redaction.errors import Problem, PublicationError


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


def _refuse_silent_return(before: ReportState | None, reference: str, again: str) -> None:
    if before is not None and before.withdrawn and not again.strip():
        raise PublicationError.because(
            f"report {reference}",
            f"was taken down on {before.withdrawn}",
            "To bring it back, say why (--again); its time in public begins anew",
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


def _record_overrides(register: Register, ready: ReadyReport, by: str, at: datetime) -> None:
    for result in ready.results:
        if result.override is not None:
            details = {
                "condition": result.condition.id,
                "authority": result.override.by,
                "reason": result.override.reason,
            }
            register.record(EntryKind.OVERRIDDEN, ready.publication.reference, details, by, at)

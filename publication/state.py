"""What is public on a given day: a pure function of the ledger and the date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from publication.contradictions import require_possible
from publication.ledger import LedgerAction, LedgerEntry
from publication.report_state import PublicState, ReportState, last_day_of_retention


def states(entries: Sequence[LedgerEntry], as_of: date) -> tuple[ReportState, ...]:
    """Every report's state on ``as_of``, in the order in which each first came up.

    Raises ``PublicationError`` if the entries contradict each other: a report published twice,
    a report taken down that was not up, or early without reason and authority.
    """
    histories: dict[str, list[LedgerEntry]] = {}
    for entry in entries:
        if entry.action.of_standing:
            continue
        histories.setdefault(entry.reference, []).append(entry)
    return tuple(_state(history, as_of) for history in histories.values())


def state_of(entries: Sequence[LedgerEntry], reference: str, as_of: date) -> ReportState | None:
    """The state of one report on ``as_of``; ``None`` if the ledger does not know it."""
    found = [state for state in states(entries, as_of) if state.reference == reference]
    return found[0] if found else None


def _state(history: Sequence[LedgerEntry], as_of: date) -> ReportState:
    recorded: ReportState | None = None
    shown: ReportState | None = None
    for entry in history:
        require_possible(recorded, entry)
        before, recorded = recorded, _after(recorded, entry)
        if entry.on <= as_of and not _waits(recorded, entry, as_of):
            shown = recorded if shown is before else _after(shown, entry)
    assert recorded is not None  # noqa: S101 - a history has at least one entry
    if shown is None:
        shown = replace(recorded, state=PublicState.SCHEDULED)
    if shown.state is PublicState.SUSPENDED:
        shown = _longer(shown, as_of)
    if shown.state is PublicState.PUBLISHED and shown.last_day and as_of > shown.last_day:
        day_after = shown.last_day + timedelta(days=1)
        shown = replace(shown, state=PublicState.ON_REQUEST, since=day_after)
    if shown is recorded:
        return shown
    return replace(
        shown,
        sha256=recorded.sha256,
        metadata_sha256=recorded.metadata_sha256,
        text_kept=recorded.text_kept,
    )


def _waits(recorded: ReportState, entry: LedgerEntry, as_of: date) -> bool:
    """Whether ``entry`` corrects what will be published only after ``as_of``."""
    scheduled = recorded.published is not None and recorded.published > as_of
    return scheduled and entry.action is LedgerAction.CORRECTED


def _after(before: ReportState | None, entry: LedgerEntry) -> ReportState:
    """The state that ``entry`` leads to, on the day it takes effect."""
    match entry.action:
        case LedgerAction.PUBLISHED:
            return _published(before, entry)
        case LedgerAction.CORRECTED if before is not None:
            return _corrected(before, entry)
        case LedgerAction.WITHDRAWN if before is not None:
            return _withdrawn(before, entry)
        case LedgerAction.SUSPENDED if before is not None:
            return replace(before, state=PublicState.SUSPENDED, since=entry.on, reason=entry.reason)
        case LedgerAction.LIFTED if before is not None:
            lifted = _longer(before, entry.on)
            return replace(lifted, state=PublicState.PUBLISHED, since=entry.on, reason="")
    return ReportState(
        entry.reference, PublicState(entry.action.value), since=entry.on, reason=entry.reason
    )


def published_state(
    reference: str,
    on: date,
    months: int,
    citation: str,
    keep_until: date | None = None,
    before: ReportState | None = None,
) -> ReportState:
    """The state of a report that is published ``on`` a day for ``months`` months at least.

    ``before`` is its state until then, ``keep_until`` a later last day that the board chose.
    """
    floor = last_day_of_retention(on, months)
    earlier = before.first_published if before else None
    return ReportState(
        reference,
        PublicState.PUBLISHED,
        since=on,
        refusal=_refusal(before) if before else "",
        first_published=earlier or on,
        published=on,
        floor=floor,
        last_day=max(floor, keep_until or floor),
        retention_months=months,
        citation=citation,
    )


def _refusal(before: ReportState) -> str:
    return before.reason if before.state is PublicState.UNPUBLISHED else before.refusal


def _published(before: ReportState | None, entry: LedgerEntry) -> ReportState:
    return replace(
        published_state(
            entry.reference,
            entry.on,
            entry.retention_months or 0,
            entry.citation,
            entry.keep_until,
            before,
        ),
        sha256=entry.sha256,
        metadata_sha256=entry.metadata_sha256,
        text_kept=True,
    )


def _corrected(before: ReportState, entry: LedgerEntry) -> ReportState:
    last_days = [day for day in (before.last_day, entry.keep_until) if day]
    return replace(
        before,
        updated=entry.on,
        last_day=max(last_days),
        sha256=entry.sha256,
        metadata_sha256=entry.metadata_sha256,
        corrections=(*before.corrections, (entry.on, entry.reason)),
    )


def _withdrawn(before: ReportState, entry: LedgerEntry) -> ReportState:
    """Off the site from ``entry`` on, or from when it left: its time was over, or suspended."""
    gone = [entry.on]
    if before.last_day:
        gone.append(before.last_day + timedelta(days=1))
    if before.state is PublicState.SUSPENDED:
        gone.append(before.since)
    since = min(gone)
    return replace(
        before,
        state=PublicState.ON_REQUEST,
        since=since,
        reason=entry.reason,
        withdrawn=entry.on,
        last_day=since - timedelta(days=1),
        text_kept=False,
    )


def _longer(suspended: ReportState, lifted: date) -> ReportState:
    """``suspended`` with the days that it was off the site added, if its floor was not over."""
    if suspended.floor is None or suspended.since > suspended.floor:
        return suspended
    floor = suspended.floor + (lifted - suspended.since)
    return replace(suspended, floor=floor, last_day=max(floor, suspended.last_day or floor))

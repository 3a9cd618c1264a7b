"""What can't follow in a report's history: a report published twice, or gone before its time."""

from __future__ import annotations

from datetime import date

from publication.ledger import LedgerAction, LedgerEntry
from publication.report_state import PublicState, ReportState, last_day_of_retention
from redaction.errors import PublicationError


def require_possible(before: ReportState | None, entry: LedgerEntry) -> None:
    """Raise ``PublicationError`` if ``entry`` can't follow what was recorded before it."""
    problem = _contradiction(before, entry)
    if problem:
        raise PublicationError.because(
            f"report {entry.reference}, ledger entry {entry.number}", *problem
        )


def _contradiction(before: ReportState | None, entry: LedgerEntry) -> tuple[str, str] | None:
    up = before is not None and before.text_kept
    match entry.action:
        case LedgerAction.PUBLISHED:
            return _wrong_publication(before, up, entry)
        case LedgerAction.CORRECTED if not up:
            return "corrects a report that is not published", "Publish the report instead"
        case LedgerAction.CORRECTED if before and _over(before, entry.on):
            return (
                f"corrects a report whose time in public ended on {before.last_day}",
                "Withdraw it; then it can be published anew",
            )
        case LedgerAction.WITHDRAWN:
            return _wrong_withdrawal(before, entry)
        case LedgerAction.DELAYED | LedgerAction.UNPUBLISHED:
            return _wrong_refusal(before, entry)
        case LedgerAction.SUSPENDED:
            return _wrong_suspension(before, entry)
        case LedgerAction.LIFTED:
            return _wrong_lifting(before, entry)
    return None


def _over(before: ReportState, on: date) -> bool:
    """Whether the report's time in public has ended before ``on``; suspended, it waits."""
    if before.state is PublicState.SUSPENDED or before.last_day is None:
        return False
    return on > before.last_day


def _wrong_suspension(before: ReportState | None, entry: LedgerEntry) -> tuple[str, str] | None:
    if before is None or before.state is not PublicState.PUBLISHED or _over(before, entry.on):
        return "suspends a report that is not on the site", "Look at the list of publications"
    if entry.on < before.since:
        return (
            f"suspends a report before it is on the site, {before.since}",
            "Record that its publication is delayed",
        )
    if not (entry.reason.strip() and entry.authority.strip()):
        return "suspends a report without reason and authority", "Name the order and the court"
    return None


def _wrong_lifting(before: ReportState | None, entry: LedgerEntry) -> tuple[str, str] | None:
    if before is None or before.state is not PublicState.SUSPENDED:
        return "lifts a suspension that there is not", "Look at the list of publications"
    if entry.on < before.since:
        return f"lifts a suspension before it began, {before.since}", "Choose a later day"
    if not (entry.reason.strip() and entry.authority.strip()):
        return "lifts a suspension without reason and authority", "Name the order and the court"
    return None


def _wrong_publication(
    before: ReportState | None, up: bool, entry: LedgerEntry
) -> tuple[str, str] | None:
    if up:
        return (
            "publishes a report that is published or scheduled already",
            "To replace the file, correct the report; to change the day, delay it first",
        )
    if before is not None and before.withdrawn and entry.on < before.withdrawn:
        return (
            f"publishes a report on a day before it was taken down, {before.withdrawn}",
            "Choose that day or a later one",
        )
    if entry.retention_months is None:
        return "does not say how long the report stays up", "Publish it under a procedure"
    floor = last_day_of_retention(entry.on, entry.retention_months)
    if entry.keep_until and entry.keep_until < floor:
        return (
            f"keeps the report until {entry.keep_until}, which is before {floor}",
            f"{entry.citation}: keep it until {floor} or later",
        )
    return None


def _wrong_withdrawal(before: ReportState | None, entry: LedgerEntry) -> tuple[str, str] | None:
    if before is None or not before.text_kept:
        return "withdraws a report that is not published", "Look at the list of publications"
    if before.published and entry.on < before.published:
        return (
            f"withdraws a report before its publication on {before.published}",
            "Record that its publication is delayed, or that it won't be published",
        )
    if entry.on < before.since:
        return f"withdraws a report before its last change on {before.since}", "Choose a later day"
    left = before.since if before.state is PublicState.SUSPENDED else entry.on
    early = before.floor is not None and left <= before.floor
    if early and not (entry.reason.strip() and entry.authority.strip()):
        return (
            f"takes the report down before {before.earliest_withdrawal}, without a reason and "
            "the authority for it",
            f"{before.citation}: give the reason and who agreed to it, or wait until then",
        )
    return None


def _wrong_refusal(before: ReportState | None, entry: LedgerEntry) -> tuple[str, str] | None:
    if not entry.reason.strip():
        return "gives no reason", "Give the reason in words that the public may read"
    was_public = before is not None and before.published is not None
    if was_public and before and before.published and entry.on >= before.published:
        return "holds back a report that was public already", "Withdraw the report instead"
    return None

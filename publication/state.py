"""What is public on a given day: a pure function of the ledger and the date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from casework.working_days import first_day_after_months
from publication.ledger import LedgerAction, LedgerEntry
from redaction.errors import PublicationError


class PublicState(StrEnum):
    """Where a report stands on one day."""

    SCHEDULED = "scheduled"
    """It will be published on a later day; nobody may know of it yet."""
    PUBLISHED = "published"
    """It is on the site."""
    ON_REQUEST = "on_request"
    """It was on the site; the board sends it to whoever asks."""
    UNPUBLISHED = "unpublished"
    """The board decided not to publish it."""
    DELAYED = "delayed"
    """Its publication waits."""
    SUSPENDED = "suspended"
    """A court's order keeps it off the site for now."""

    @property
    def listed(self) -> bool:
        """Whether the public list of reports shows it.

        Of a suspended report the site says nothing: an order may forbid even its mention.
        """
        return self not in (PublicState.SCHEDULED, PublicState.SUSPENDED)


@dataclass(frozen=True)
class ReportState:
    """One report on one day.

    ``last_day`` is the last day on which the report is on the site, ``floor`` the last day on
    which the procedure wants it there; the two differ where the board keeps it longer or took
    it down early. While a report is suspended, both are as if the order were lifted on the day
    asked for: a day off the site is no day in public, so each moves the floor by one. No
    procedure says whether its months run on under an order; this is the stricter reading.
    ``refusal`` is why the board decided not to publish the report, where something was published
    after that. ``sha256`` and ``metadata_sha256`` are of what is, or was last, published.
    ``text_kept`` says whether the report's text is still in the folder of publications.
    """

    reference: str
    state: PublicState
    since: date
    reason: str = ""
    refusal: str = ""
    first_published: date | None = None
    published: date | None = None
    updated: date | None = None
    floor: date | None = None
    last_day: date | None = None
    withdrawn: date | None = None
    retention_months: int | None = None
    citation: str = ""
    sha256: str = ""
    metadata_sha256: str = ""
    text_kept: bool = False
    corrections: tuple[tuple[date, str], ...] = ()

    @property
    def early(self) -> bool:
        """Whether the report came down before the procedure lets it, for the ``reason`` given."""
        if self.state is not PublicState.ON_REQUEST or self.floor is None or self.last_day is None:
            return False
        return self.last_day < self.floor

    @property
    def earliest_withdrawal(self) -> date | None:
        """The first day on which the report may come down without a special authority."""
        return None if self.floor is None else self.floor + timedelta(days=1)

    @property
    def time_is_over(self) -> bool:
        """Whether its text is to be removed, as nobody has yet: it was up as long as it had to be.

        The text of a report that was taken down and will be published again waits for its day.
        """
        return self.state is PublicState.ON_REQUEST and self.text_kept and self.withdrawn is None


def last_day_of_retention(published: date, months: int) -> date:
    """The last day on which a report stays up that must be public for ``months`` months.

    The day of publication is not counted; where the last month has no such day, it is that
    month's last day. 29 February 2024 and 12 months: 28 February 2025.
    """
    return first_day_after_months(published, months) - timedelta(days=1)


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
        _check(recorded, entry)
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


def _check(before: ReportState | None, entry: LedgerEntry) -> None:
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

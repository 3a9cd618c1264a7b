"""What stands on the site on a given day: a pure function of the ledger and the date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from publication.ledger import LedgerAction, LedgerEntry
from publication.state import PublicState, ReportState
from redaction.errors import PublicationError

_OPEN = (PublicState.PUBLISHED, PublicState.ON_REQUEST, PublicState.UNPUBLISHED)
"""The states of a review on which the board has decided in public, and no court forbids more."""


@dataclass(frozen=True)
class StandingState:
    """One standing document on one day.

    ``up`` says whether it is placed on that day, ``reason`` why it was removed. ``sha256`` and
    ``metadata_sha256`` are of what was last placed, and ``text_kept`` says whether that is still
    in the folder of publications.
    """

    reference: str
    up: bool
    since: date
    updated: date | None = None
    changes: tuple[tuple[date, str], ...] = ()
    removed: date | None = None
    reason: str = ""
    sha256: str = ""
    metadata_sha256: str = ""
    text_kept: bool = True

    @property
    def newest(self) -> date:
        """The day of the last thing that happened to it in public."""
        return self.updated or self.since


def standing_states(entries: Sequence[LedgerEntry], as_of: date) -> tuple[StandingState, ...]:
    """Every standing document on ``as_of``, in the order in which each first came up.

    Raises ``PublicationError`` if the entries contradict each other.
    """
    histories: dict[str, list[LedgerEntry]] = {}
    for entry in entries:
        if entry.action.of_standing:
            histories.setdefault(entry.reference, []).append(entry)
    return tuple(_state(history, as_of) for history in histories.values())


def standing_state_of(
    entries: Sequence[LedgerEntry], reference: str, as_of: date
) -> StandingState | None:
    """One standing document on ``as_of``; ``None`` if the ledger does not know it."""
    found = [state for state in standing_states(entries, as_of) if state.reference == reference]
    return found[0] if found else None


def review_is_open(review: str, reports: Sequence[ReportState]) -> bool:
    """Whether a learning brief of ``review`` may be public beside the states of the ``reports``.

    Its report is or was published, or the board decided in public not to publish it. While a
    court suspends the report, or its publication waits, the brief is off the site as well.
    """
    states: Mapping[str, PublicState] = {each.reference: each.state for each in reports}
    return not review or states.get(review) in _OPEN


def _state(history: Sequence[LedgerEntry], as_of: date) -> StandingState:
    recorded: StandingState | None = None
    shown: StandingState | None = None
    for entry in history:
        _check(recorded, entry)
        recorded = _after(recorded, entry)
        if entry.on <= as_of:
            shown = _after(shown, entry)
    assert recorded is not None  # noqa: S101 - a history has at least one entry
    return replace(
        shown or replace(recorded, up=False),
        sha256=recorded.sha256,
        metadata_sha256=recorded.metadata_sha256,
        text_kept=recorded.text_kept,
    )


def _after(before: StandingState | None, entry: LedgerEntry) -> StandingState:
    """The state that ``entry`` leads to, on the day it takes effect."""
    if before is None or entry.action is LedgerAction.PLACED:
        placed = StandingState(entry.reference, up=True, since=entry.on)
        return _with_hashes(placed, entry)
    if entry.action is LedgerAction.REMOVED:
        return replace(before, up=False, removed=entry.on, reason=entry.reason, text_kept=False)
    changes = (*before.changes, (entry.on, entry.reason))
    return _with_hashes(replace(before, updated=entry.on, changes=changes), entry)


def _with_hashes(state: StandingState, entry: LedgerEntry) -> StandingState:
    return replace(state, sha256=entry.sha256, metadata_sha256=entry.metadata_sha256)


def _check(before: StandingState | None, entry: LedgerEntry) -> None:
    """Raise ``PublicationError`` if ``entry`` can't follow what was recorded before it."""
    problem = _contradiction(before, entry)
    if problem:
        raise PublicationError.because(f"{entry.reference}, ledger entry {entry.number}", *problem)


def _contradiction(before: StandingState | None, entry: LedgerEntry) -> tuple[str, str] | None:
    up = before is not None and before.up
    placed = entry.action is LedgerAction.PLACED
    if placed and up:
        return "is on the site already", "To replace it, say what is new (--reason)"
    if not placed and not up:
        return "is not on the site", "Look at the list of publications"
    if not placed and not entry.reason.strip():
        return "is changed or removed without a reason", "Say why (--reason)"
    last = before and (before.removed or before.newest)
    if last and entry.on < last:
        return f"is changed before its last change on {last}", "Choose a later day"
    return None

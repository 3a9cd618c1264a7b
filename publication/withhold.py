"""A report held back, withdrawn, suspended by a court, or on the site again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import datetime
from pathlib import Path

from casework.register import EntryKind, Register
from publication.anchored import as_remembered, record_entry
from publication.folder import PublicationsFolder
from publication.intact import StoredReport
from publication.ledger import AroundWriting, LedgerAction, LedgerEntry
from publication.ready import identifying_places
from publication.residue import Fingerprints
from publication.state import state_of, states
from redaction.errors import PublicationError
from redaction.policy import STRICT
from redaction.values import ProtectedTerms

_ORDERS = (LedgerAction.SUSPENDED, LedgerAction.LIFTED)
"""What a court's order does; the report's text stays in the folder."""


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


def text_fingerprints(folder: PublicationsFolder, reference: str) -> Fingerprints:
    """Fingerprints of a report whose text is in the folder. Raises ``PublicationError``."""
    stored = StoredReport(folder.publication(reference), folder.report_folder(reference))
    return stored.fingerprints(folder.key())


def _refuse_identifying(reason: str, authority: str, terms: ProtectedTerms | None) -> None:
    if terms is not None and identifying_places([reason, authority], terms, STRICT):
        raise PublicationError.because(
            "reason and authority", "could identify someone", "Name offices, not people"
        )

"""The site brought up to date: what a nightly job does, on a machine that has never seen a case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from publication.build import BuildResult, Said, build_site
from publication.build_info import BuildInfo, site_anchors
from publication.folder import PublicationsFolder
from publication.intact import stored_reports
from publication.ledger import LedgerAction, LedgerEntry, locked
from publication.recover import recover
from publication.report_state import ReportState
from publication.sources import sources_digest
from publication.standing.state import StandingState, standing_states
from publication.standing.stored import stored_standing
from publication.state import states
from publication.withhold import purged
from redaction.errors import PublicationError

JOB = "nightly job"
"""Who the ledger says removed a text whose time was over."""


@dataclass(frozen=True)
class Update:
    """The references of the reports whose text was removed; the new site, if one was needed."""

    removed: tuple[str, ...]
    built: BuildResult | None


def update_site(
    publications: Path, out: Path, as_of: date, at: datetime, said: Said = lambda step: None
) -> Update:
    """Remove the texts whose time is over on ``as_of``, and build the site if anything changed.

    Each removal is a line of the ledger with the rule's citation; fingerprints are kept. A
    suspended report, and one that the board keeps longer, stays. The ledger's new head is
    anchored in the site built here; a case's register, which this machine lacks, takes it in with
    its next entry, since every line names the hash of the one before. ``at`` is the present
    moment: ``as_of`` may not be later, for what is removed can't be brought back. A second update
    at the same time waits for the first. ``said`` is told each step of building. Raises
    ``PublicationError``; the old site then stays.
    """
    if as_of > at.date():
        raise PublicationError.because(
            "day of the update",
            f"{as_of} is still to come; texts would be removed before their time",
            "Choose today; to see a later day's site, build it with: casereview site build",
        )
    folder = PublicationsFolder(publications)
    folder.board()  # says clearly where this is no folder of publications
    with locked(folder.reports):
        there = BuildInfo.read(out)
        _verify(folder, out, as_of)
        removed = _remove_ended(folder, as_of, at)
        if _is_current(folder, there, as_of):
            return Update(removed, None)
        return Update(removed, build_site(publications, as_of, out, said))


def _verify(folder: PublicationsFolder, out: Path, as_of: date) -> None:
    """Raise ``PublicationError`` unless the folder is as the ledger and the old site say."""
    entries = folder.ledger.proved(site_anchors(out))
    recover(folder)
    stored_reports(folder, states(entries, as_of))
    stored_standing(folder, standing_states(entries, as_of))


def _remove_ended(folder: PublicationsFolder, as_of: date, at: datetime) -> tuple[str, ...]:
    ended = [state for state in states(folder.ledger.entries(), as_of) if state.time_is_over]
    for state in ended:
        folder.ledger.append(
            LedgerAction.WITHDRAWN,
            state.reference,
            on=as_of,
            recorded=at,
            by=JOB,
            around_writing=purged(folder, state.reference, leaves=True),
            citation=state.citation,
        )
    return tuple(state.reference for state in ended)


def _is_current(folder: PublicationsFolder, there: BuildInfo | None, as_of: date) -> bool:
    """Whether the site that is there is the one that would be built on ``as_of``."""
    entries = folder.ledger.entries()
    head = entries[-1].hash if entries else ""
    if there is None or (there.ledger_head, there.sources) != (head, sources_digest(folder)):
        return False
    return _shown(entries, there.as_of) == _shown(entries, as_of)


def _shown(entries: Sequence[LedgerEntry], day: date) -> list[ReportState | StandingState]:
    """What the public sees on a ``day``: of a report that is not listed, nothing."""
    listed = [state for state in states(entries, day) if state.state.listed]
    return [*listed, *(state for state in standing_states(entries, day) if state.up)]

"""What the office's list of publications shows: reports, and what stays beside them, by title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from publication.folder import PublicationsFolder
from publication.metadata import FACTS, Publication, parsed
from publication.standing.facts import FACTS as STANDING_FACTS
from publication.standing.facts import Standing, StandingKind
from publication.standing.state import StandingState, review_is_open, standing_states
from publication.standing.stored import standing_folder
from publication.state import ReportState, states

_Facts = TypeVar("_Facts", bound=BaseModel)


class ListedKind(StrEnum):
    """What kind of document an entry of the list is."""

    REPORT = "report"
    """A report; also one whose text was removed, whatever was public in its place."""
    IMPROVEMENT_INFORMATION = "improvement-information"
    """What should improve, public in place of a report."""
    LEARNING_BRIEF = StandingKind.LEARNING_BRIEF.value
    """What was learnt from a review, in short."""
    LEAFLET = StandingKind.LEAFLET.value
    """The board's own words about reviews."""

    @property
    def words(self) -> str:
        """The kind in words: "Learning brief"."""
        return self.value.replace("-", " ").capitalize()


class StandingStatus(StrEnum):
    """Where a standing document is on one day."""

    SCHEDULED = "scheduled"
    """It was placed on a later day."""
    PLACED = "placed"
    """It is on the site."""
    WAITS = "waits_for_review"
    """It is off the site while a court suspends the report of its review, or that is delayed."""
    REMOVED = "removed"
    """It was taken off the site."""


@dataclass(frozen=True)
class ListedReport:
    """A report on one day; the title is empty once its text is removed."""

    state: ReportState
    kind: ListedKind
    title: str


@dataclass(frozen=True)
class ListedStanding:
    """A learning brief or leaflet on one day; the title is empty once its text is removed."""

    state: StandingState
    kind: ListedKind
    title: str
    status: StandingStatus


@dataclass(frozen=True)
class Listing:
    """Everything that the ledger knows, on one day."""

    reports: tuple[ListedReport, ...]
    standing: tuple[ListedStanding, ...]

    @classmethod
    def read(cls, folder: PublicationsFolder, as_of: date) -> Listing:
        """What the ledger says, with the titles that the folder holds.

        Raises ``PublicationError`` if the ledger is not intact or contradicts itself.
        """
        entries = folder.ledger.entries()
        reports = states(entries, as_of)
        standing = standing_states(entries, as_of)
        return cls(
            tuple(_report(folder, state) for state in reports),
            tuple(_standing(folder, state, reports, as_of) for state in standing),
        )


def _report(folder: PublicationsFolder, state: ReportState) -> ListedReport:
    path = folder.report_folder(state.reference) / FACTS
    facts = _facts(Publication, path, state.metadata_sha256)
    instead = facts is not None and facts.in_place_of_report
    kind = ListedKind.IMPROVEMENT_INFORMATION if instead else ListedKind.REPORT
    return ListedReport(state, kind, facts.title if facts else "")


def _standing(
    folder: PublicationsFolder, state: StandingState, reports: Sequence[ReportState], as_of: date
) -> ListedStanding:
    path = standing_folder(folder, state.reference) / STANDING_FACTS
    facts = _facts(Standing, path, state.metadata_sha256)
    kind = ListedKind(StandingKind.of(state.reference).value)
    status = _status(state, facts.review if facts else "", reports, as_of)
    return ListedStanding(state, kind, facts.title if facts else "", status)


def _status(
    state: StandingState, review: str, reports: Sequence[ReportState], as_of: date
) -> StandingStatus:
    if not state.up:
        gone = state.removed and state.removed <= as_of
        return StandingStatus.REMOVED if gone else StandingStatus.SCHEDULED
    return StandingStatus.PLACED if review_is_open(review, reports) else StandingStatus.WAITS


def _facts(model: type[_Facts], path: Path, digest: str) -> _Facts | None:
    """The public facts in ``path``, if they are there and are those that the ledger names.

    A list must be readable also while the folder is not as it should be; building the site says
    what is wrong with it.
    """
    content = path.read_bytes() if path.is_file() else b""
    return parsed(model, content, path) if sha256(content).hexdigest() == digest else None

"""Placing a learning brief or a leaflet on the site, replacing it, and removing it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from casework.load import OpenCase
from casework.people import protected_terms
from casework.register import EntryKind, Register
from publication.folder import PublicationsFolder, placed_whole, purged_whole
from publication.ledger import AroundWriting, LedgerAction, LedgerEntry
from publication.publish import as_remembered, in_order, record_entry
from publication.ready import identifying_places, report_content
from publication.standing.facts import Standing, StandingKind
from publication.standing.package import StandingPackage, standing_package
from publication.standing.ready import (
    brief_problems,
    leaflet_problems,
    report_itself,
    standing_facts,
)
from publication.standing.state import StandingState, standing_state_of, standing_states
from publication.standing.stored import (
    StoredStanding,
    fingerprints_file,
    read_standing,
    standing_folder,
)
from publication.state import states
from redaction.check import Checker
from redaction.errors import PublicationError
from redaction.policy import STRICT
from redaction.values import ProtectedTerms


@dataclass(frozen=True)
class Wanted:
    """What is said in public about a document to be placed.

    ``name`` is the end of its address, else the title gives it. ``reason`` is what is new in it,
    if it replaces one that stands.
    """

    title: str
    summary: str
    name: str = ""
    reason: str = ""


def place_brief(
    open_case: OpenCase,
    file: Path,
    wanted: Wanted,
    by: str,
    register: Register,
    publications: Path,
    at: datetime,
) -> LedgerEntry:
    """Place the cleared learning brief ``file`` of a review on the site from today.

    Raises ``PublicationError`` unless exactly these bytes were cleared as a public document, the
    board has decided in public about the review's report, and the file can become a page; then
    nothing has changed.
    """
    content = report_content(file)
    review = open_case.case.reference
    kind = StandingKind.LEARNING_BRIEF
    facts = standing_facts(kind, wanted.title, wanted.summary, wanted.name, review, file, content)
    folder = as_remembered(publications, register)
    reports = states(folder.ledger.entries(), at.date())
    texts = [*facts.texts(), facts.name, wanted.reason]
    problems = [
        *brief_problems(open_case, facts, register, reports, texts, at.date()),
        *report_itself(facts, reports),
    ]
    if problems:
        raise PublicationError(problems)
    entry = _placed(folder, facts, content, file.suffix, wanted.reason, by, at)
    record_entry(register, EntryKind.PUBLISHED, entry)
    return entry


def place_leaflet(
    checker: Checker, file: Path, wanted: Wanted, by: str, publications: Path, at: datetime
) -> LedgerEntry:
    """Place the board's leaflet ``file`` on the site from today.

    Raises ``PublicationError`` with everything that ``checker`` finds in it that may identify
    someone, and whatever keeps it from becoming a page; then nothing has changed.
    """
    content = report_content(file)
    kind = StandingKind.LEAFLET
    facts = standing_facts(kind, wanted.title, wanted.summary, wanted.name, "", file, content)
    folder = in_order(publications)
    reports = states(folder.ledger.entries(), at.date())
    texts = [*facts.texts(), facts.name, wanted.reason]
    problems = [*leaflet_problems(file, checker, texts), *report_itself(facts, reports)]
    if problems:
        raise PublicationError(problems)
    return _placed(folder, facts, content, file.suffix, wanted.reason, by, at)


def remove(
    publications: Path,
    reference: str,
    reason: str,
    by: str,
    at: datetime,
    open_case: OpenCase | None = None,
) -> LedgerEntry:
    """Take a standing document off the site today and remove its text; its fingerprints stay.

    A learning brief needs the case that it was drawn from, whose register takes note of it.
    Raises ``PublicationError``.
    """
    register = Register(open_case.register_path) if open_case else None
    folder = as_remembered(publications, register) if register else in_order(publications)
    state = standing_state_of(folder.ledger.entries(), reference, at.date())
    if state is None or not state.text_kept:
        raise PublicationError.because(
            reference, "is not on the site", "Look at the list of publications"
        )
    stored = read_standing(folder, state)
    review = open_case.case.reference if open_case else ""
    if review != stored.facts.review:
        wanted = (
            f"Name it: --case, for {stored.facts.review}" if stored.facts.review else "Leave it out"
        )
        raise PublicationError.because(reference, "is not of this case", wanted)
    terms = protected_terms(open_case) if open_case else ProtectedTerms()
    if identifying_places([reason], terms, STRICT):
        raise PublicationError.because(
            "reason", "could identify someone", "Name offices, not people"
        )
    entry = folder.ledger.append(
        LedgerAction.REMOVED,
        reference,
        on=at.date(),
        recorded=at,
        by=by,
        around_writing=_purging(folder, stored),
        reason=reason,
    )
    if register:
        record_entry(register, EntryKind.WITHDRAWN, entry)
    return entry


def _placed(
    folder: PublicationsFolder,
    facts: Standing,
    content: bytes,
    suffix: str,
    reason: str,
    by: str,
    at: datetime,
) -> LedgerEntry:
    """Write the document and its line; with a ``reason`` it replaces the one that stands."""
    before = standing_state_of(folder.ledger.entries(), facts.reference, at.date())
    up = before is not None and before.up
    if up and not reason.strip():
        raise PublicationError.because(
            facts.reference,
            "is on the site already",
            "To replace it, say what is new (--reason); or give this one another name (--name)",
        )
    state = StandingState(facts.reference, up=True, since=at.date())
    if up and before is not None:
        state = StandingState(facts.reference, up=True, since=before.since, updated=at.date())
    package = standing_package(facts, content, suffix, folder.board(), state)
    return folder.ledger.append(
        LedgerAction.REPLACED if up else LedgerAction.PLACED,
        facts.reference,
        on=at.date(),
        recorded=at,
        by=by,
        around_writing=_placing(folder, package),
        reason=reason,
        **package.details(),
    )


def _placing(folder: PublicationsFolder, package: StandingPackage) -> AroundWriting:
    @contextmanager
    def placing(entries: Sequence[LedgerEntry]) -> Iterator[None]:
        standing_states(entries, entries[-1].on)
        reference = package.facts.reference
        path, target = fingerprints_file(folder, reference), standing_folder(folder, reference)
        there = StoredStanding.at(target) if target.exists() else None
        replaced = there.fingerprints(folder.key()) if there else None
        with placed_whole(target, package.files, path, replaced):
            yield

    return placing


def _purging(folder: PublicationsFolder, stored: StoredStanding) -> AroundWriting:
    @contextmanager
    def purging(entries: Sequence[LedgerEntry]) -> Iterator[None]:
        standing_states(entries, entries[-1].on)
        path = fingerprints_file(folder, stored.facts.reference)
        with purged_whole(stored.place, path, stored.fingerprints(folder.key())):
            yield

    return purging

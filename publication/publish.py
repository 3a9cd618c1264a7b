"""Putting a cleared report before the public, correcting it, and taking it down."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from casework.clearance import Clearance, find_clearance
from casework.load import OpenCase
from casework.people import protected_terms
from casework.register import EntryKind, Register
from publication.folder import FORMATS, PublicationsFolder
from publication.gate import ConditionResult, Override, evaluate, unmet
from publication.intact import StoredReport
from publication.ledger import AroundWriting, LedgerAction, LedgerEntry
from publication.metadata import Publication, publication_of
from publication.report import convert
from publication.residue import Fingerprints
from publication.state import state_of, states
from redaction.check import Checker
from redaction.errors import Problem, PublicationError
from redaction.policy import STRICT
from redaction.values import NamingPolicy, Passage, ProtectedTerms, Severity


def conditions(
    open_case: OpenCase,
    file: Path,
    on: date,
    register: Register,
    overrides: Mapping[str, Override],
) -> tuple[ConditionResult, ...]:
    """Every condition for publishing ``file`` ``on`` a day, met or not; nothing is changed.

    Raises ``PublicationError`` if the file can't be read, or an override is not possible.
    """
    content = _content(file)
    clearance = find_clearance(register, hashlib.sha256(content).hexdigest())
    sections, _ = _sections(content, file.suffix)
    return evaluate(open_case, clearance, on, overrides, sections)


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
) -> LedgerEntry:
    """Publish the cleared report ``file`` ``on`` a day: today's or a later one.

    Copies exactly the cleared bytes into the folder ``publications``, writes the public facts
    beside them, and records it in the ledger and the register. ``overrides`` are by the id of
    the condition. ``keep_until`` is a last day that the board chose, later than the procedure's.
    Raises ``PublicationError`` with every unmet condition, every fault of the report as a page,
    and every place in the public facts where someone could be known; then nothing has changed.
    """
    if on < at.date():
        raise PublicationError.because(
            "day of publication",
            f"{on} is past; it would cut the report's time in public short",
            "Choose today or a later day",
        )
    ready = _Ready.of(open_case, file, on, register, overrides)
    folder = PublicationsFolder(publications)
    entry = folder.ledger.append(
        LedgerAction.PUBLISHED,
        open_case.case.reference,
        on=on,
        recorded=at,
        by=by,
        around_writing=_placed(folder, ready),
        keep_until=keep_until,
        **ready.details(),
    )
    _record_overrides(register, ready, by, at)
    _record(register, EntryKind.PUBLISHED, entry)
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
    folder = PublicationsFolder(publications)
    reference = open_case.case.reference
    current = state_of(folder.ledger.entries(), reference, at.date())
    if current is None or not current.text_kept:
        raise PublicationError.because(
            f"report {reference}", "is not published", "Publish it instead"
        )
    published = folder.publication(reference).published
    ready = _Ready.of(open_case, file, published, register, overrides, reason)
    details = ready.details()
    entry = folder.ledger.append(
        LedgerAction.CORRECTED,
        reference,
        on=at.date(),
        recorded=at,
        by=by,
        around_writing=_placed(folder, ready),
        reason=reason,
        keep_until=keep_until,
        sha256=details["sha256"],
        metadata_sha256=details["metadata_sha256"],
    )
    _record_overrides(register, ready, by, at)
    _record(register, EntryKind.PUBLISHED, entry)
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
    return _take_away(
        PublicationsFolder(publications), LedgerAction.WITHDRAWN, reference, by, register, at,
        reason, authority, terms,
    )  # fmt: skip


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
    return _take_away(
        PublicationsFolder(publications), action, reference, by, register, at, reason, "", terms
    )


def identifying_places(
    texts: Sequence[str], terms: ProtectedTerms, policy: NamingPolicy
) -> tuple[int, ...]:
    """The positions of those of ``texts`` in which a check finds what must not be public."""
    passages = [Passage(text, f"text {number}", "") for number, text in enumerate(texts, start=1)]
    found = Checker(terms, policy).look(passages)
    blocked = {finding.passage for finding in found if finding.severity is Severity.BLOCK}
    return tuple(sorted(blocked))


def text_fingerprints(folder: PublicationsFolder, reference: str) -> Fingerprints:
    """Fingerprints of a report whose text is in the folder. Raises ``PublicationError``."""
    publication = folder.publication(reference)
    content = (folder.report_folder(reference) / publication.file).read_bytes()
    stored = StoredReport(publication, content)
    return stored.fingerprints(convert(content, stored.suffix), folder.key())


@dataclass(frozen=True)
class _Ready:
    """A report that may be published: its public facts and its bytes."""

    publication: Publication
    content: bytes
    results: tuple[ConditionResult, ...]

    @classmethod
    def of(
        cls,
        open_case: OpenCase,
        file: Path,
        on: date,
        register: Register,
        overrides: Mapping[str, Override],
        reason: str = "",
    ) -> _Ready:
        """Raises ``PublicationError`` unless everything that publication needs is there."""
        content = _content(file)
        clearance = find_clearance(register, hashlib.sha256(content).hexdigest())
        if clearance is None:
            problems = [_problem(each) for each in unmet(evaluate(open_case, None, on, overrides))]
            raise PublicationError(problems or [_uncleared(file)])
        sections, faults = _sections(content, file.suffix)
        results = evaluate(open_case, clearance, on, overrides, sections)
        problems = [*map(_problem, unmet(results)), *faults]
        policy = _policy(open_case, clearance)
        try:
            publication = publication_of(open_case, policy, file, content, on)
        except PublicationError as error:
            raise PublicationError([*problems, *error.problems]) from error
        problems += _identifying(open_case, publication, policy, reason)
        if problems:
            raise PublicationError(problems)
        return cls(publication, content, results)

    def details(self) -> dict[str, object]:
        """What the ledger says about it."""
        return {
            "sha256": self.publication.sha256,
            "metadata_sha256": hashlib.sha256(self.publication.to_json().encode()).hexdigest(),
            "retention_months": self.publication.retention_months,
            "citation": self.publication.retention_citation,
        }


def _content(file: Path) -> bytes:
    if file.suffix.lower() not in FORMATS:
        raise PublicationError.because(
            file, f"is not {', '.join(FORMATS)}", "Publish the report's Word file"
        )
    try:
        return file.read_bytes()
    except OSError as error:
        raise PublicationError.because(
            file, "can't be read", "Check its name and that it is not open elsewhere"
        ) from error


def _sections(content: bytes, suffix: str) -> tuple[list[str] | None, Sequence[Problem]]:
    """The headings of the report, or what keeps it from becoming a page."""
    try:
        report = convert(content, suffix)
    except PublicationError as error:
        return None, error.problems
    return [heading.text for heading in report.contents], ()


def _uncleared(file: Path) -> Problem:
    return Problem(
        str(file),
        "nobody has cleared exactly these bytes",
        "Check the file, then have it cleared; every change of the file needs this anew",
    )


def _problem(result: ConditionResult) -> Problem:
    condition = result.condition
    what = f"{condition.requirement}: {result.explanation}"
    return Problem(f"{condition.id} ({condition.citation})", what, condition.remedy)


def _policy(open_case: OpenCase, clearance: Clearance) -> NamingPolicy:
    found = [item for item in open_case.procedure.policies if item.id == clearance.policy]
    return found[0] if found else STRICT


def _identifying(
    open_case: OpenCase, publication: Publication, policy: NamingPolicy, reason: str
) -> list[Problem]:
    texts = [*publication.texts(), publication.reference, *([reason] if reason else [])]
    places = identifying_places(texts, protected_terms(open_case), policy)
    return [
        Problem(
            "public page",
            f'what the case file says in "{_place(publication, texts[place])}" could identify '
            "someone",
            "Put it in words that name no one, then publish again",
        )
        for place in places
    ]


def _place(publication: Publication, text: str) -> str:
    """Where in the case file ``text`` stands, without repeating it."""
    for recommendation in publication.recommendations:
        if text in (recommendation.number, recommendation.text, recommendation.agency):
            return "recommendations"
        for action in recommendation.actions:
            if text in (action.what, action.who, action.outcome, action.progress):
                return f"recommendation {recommendation.number}, actions"
    places = {
        publication.title: "publication.title",
        publication.response: "publication.response",
        publication.child_label: "pseudonyms",
        publication.reference: "reference",
        publication.reviewer: "reviewer",
    }
    if text in publication.themes:
        return "publication.themes"
    return places.get(text, "key_issues" if text in publication.key_issues else "reason")


def _placed(folder: PublicationsFolder, ready: _Ready) -> AroundWriting:
    @contextmanager
    def placed(entries: Sequence[LedgerEntry]) -> Iterator[None]:
        states(entries, entries[-1].on)
        with folder.placed(ready.publication, ready.content):
            yield

    return placed


def _purged(folder: PublicationsFolder, reference: str, kept: bool) -> AroundWriting:
    @contextmanager
    def purged(entries: Sequence[LedgerEntry]) -> Iterator[None]:
        states(entries, entries[-1].on)
        with (
            folder.purged(reference, text_fingerprints(folder, reference))
            if kept
            else nullcontext()
        ):
            yield

    return purged


def _take_away(
    folder: PublicationsFolder,
    action: LedgerAction,
    reference: str,
    by: str,
    register: Register,
    at: datetime,
    reason: str,
    authority: str,
    terms: ProtectedTerms | None,
) -> LedgerEntry:
    if terms is not None and identifying_places([reason, authority], terms, STRICT):
        raise PublicationError.because(
            "reason and authority", "could identify someone", "Name offices, not people"
        )
    before = state_of(folder.ledger.entries(), reference, at.date())
    kept = before is not None and before.text_kept
    entry = folder.ledger.append(
        action,
        reference,
        on=at.date(),
        recorded=at,
        by=by,
        around_writing=_purged(folder, reference, kept),
        reason=reason,
        authority=authority,
    )
    _record(register, EntryKind.WITHDRAWN, entry)
    return entry


def _record(register: Register, kind: EntryKind, entry: LedgerEntry) -> None:
    """Anchor the ledger's head in the register."""
    details = {
        "action": entry.action.value,
        "on": entry.on.isoformat(),
        "sha256": entry.sha256,
        "ledger_number": entry.number,
        "ledger_head": entry.hash,
    }
    register.record(kind, entry.reference, details, entry.by, entry.recorded)


def _record_overrides(register: Register, ready: _Ready, by: str, at: datetime) -> None:
    for result in ready.results:
        if result.override is not None:
            details = {
                "condition": result.condition.id,
                "authority": result.override.by,
                "reason": result.override.reason,
            }
            register.record(EntryKind.OVERRIDDEN, ready.publication.reference, details, by, at)

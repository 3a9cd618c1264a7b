"""What has happened in a case, and what is planned, gathered from every part of the case file.

Dates that the file keeps elsewhere than under ``events`` (the child's date of death, the date of
the decision, an agency's secured files, the end of proceedings, the planned publication) count
as events where no event of that kind is recorded, so that nobody has to enter a date twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time

from casework.model.case import Case
from casework.model.review import EventKind, Proceeding, ProceedingKind
from casework.procedure import TimeRule

COURT_PROCEEDINGS = (ProceedingKind.CRIMINAL, ProceedingKind.INQUEST, ProceedingKind.CARE)
"""The kinds of proceedings before a court or a coroner."""

_PER_AGENCY = (
    EventKind.CHIEF_OFFICERS_NOTIFIED,
    EventKind.FILES_SECURED,
    EventKind.SAMR_RECEIVED,
    EventKind.INFORMATION_RECEIVED,
)


@dataclass(frozen=True)
class Happening:
    """Something that happened on a day, or will, where that day is still to come.

    ``planned`` marks an intention: it has not happened when its day has come.
    """

    kind: EventKind
    on: date
    at: time | None = None
    agency: str | None = None
    to: tuple[str, ...] = ()
    planned: bool = False

    def has_come(self, as_of: date) -> bool:
        """Whether it has happened by the end of ``as_of``."""
        return self.on <= as_of and not self.planned

    @property
    def moment(self) -> tuple[date, time]:
        """What happenings are ordered by; one without a time counts as the day's end."""
        return self.on, self.at or time.max


@dataclass(frozen=True)
class Fulfilment:
    """Whether and when a rule was met; ``missing`` names those for whom it was not."""

    done: bool
    last: Happening | None = None
    missing: tuple[str, ...] = ()


def happenings(case: Case) -> tuple[Happening, ...]:
    """Everything in ``case`` that has a kind of event and a day, in order of time."""
    recorded = [
        Happening(event.kind, event.on, event.at, event.agency, tuple(event.to))
        for event in case.events
        if event.kind is not EventKind.PROCEEDINGS_ENDED
    ]
    kinds = {happening.kind for happening in recorded}
    elsewhere = [found for found in _dates_elsewhere(case) if found.kind not in kinds]
    return tuple(
        sorted(
            [*recorded, *elsewhere, *_agency_dates(case, recorded), *_end_of_proceedings(case)],
            key=lambda happening: happening.moment,
        )
    )


def _dates_elsewhere(case: Case) -> Iterator[Happening]:
    for kind, day in (
        (EventKind.INCIDENT, case.child.date_of_death),
        (EventKind.REFERRAL_RECEIVED, case.referral.date_of_referral),
        (EventKind.NOTIFICATION, case.referral.date_of_notification),
        (EventKind.DECISION, case.decision.on if case.decision else None),
        (EventKind.PUBLISHED, case.publication.planned),
    ):
        if day:
            yield Happening(kind, day, planned=kind is EventKind.PUBLISHED)


def _agency_dates(case: Case, recorded: Collection[Happening]) -> Iterator[Happening]:
    known = {(happening.kind, happening.agency) for happening in recorded}
    for involved in case.agencies:
        for kind, day in (
            (EventKind.FILES_SECURED, involved.files_secured),
            (EventKind.SAMR_RECEIVED, involved.samr_received),
        ):
            if day and not {(kind, involved.agency), (kind, None)} & known:
                yield Happening(kind, day, agency=involved.agency)


def _end_of_proceedings(case: Case) -> Iterator[Happening]:
    """The day the last of them ended; the list of proceedings, if there is one, decides."""
    listed = related_proceedings(case, COURT_PROCEEDINGS)
    ends = [proceeding.concluded for proceeding in listed]
    if not listed:
        ends = [event.on for event in case.events if event.kind is EventKind.PROCEEDINGS_ENDED]
    days = [day for day in ends if day]
    if days and len(days) == len(ends):
        yield Happening(EventKind.PROCEEDINGS_ENDED, max(days))


def related_proceedings(case: Case, kinds: Collection[ProceedingKind]) -> tuple[Proceeding, ...]:
    """The proceedings of these kinds, and any other that is said to restrict publication.

    Court orders are not among them: they are conditions of their own.
    """
    return tuple(
        proceeding
        for proceeding in case.proceedings
        if proceeding.kind is not ProceedingKind.COURT_ORDER
        and (proceeding.kind in kinds or proceeding.restricts_publication)
    )


def first(known: Iterable[Happening], kind: EventKind) -> Happening | None:
    """The earliest happening of ``kind``: of a meeting held twice, the first counts."""
    matching = (happening for happening in known if happening.kind is kind)
    return min(matching, key=lambda happening: happening.moment, default=None)


def field_value(case: Case, dotted: str) -> object:
    """The value of a field of the case, by its dotted path (``referral.date_of_referral``)."""
    value: object = case
    for name in dotted.split("."):
        value = getattr(value, name)
    return value


def fulfilment(rule: TimeRule, case: Case, happened: Collection[Happening]) -> Fulfilment:
    """How far ``rule`` is met by what ``happened``.

    Where the rule names national bodies, each must be named in the ``to`` of an event. An event
    that every agency owes must be there for each agency involved, unless one without an agency
    speaks for all. The last part decides when the rule was met.
    """
    if rule.fixes:
        empty = tuple(name for name in rule.fixes if not field_value(case, name))
        return Fulfilment(done=not empty, missing=tuple(_plain(name) for name in empty))
    parts = dict(_parts(rule, case, happened))
    missing = tuple(name for name, part in parts.items() if part is None)
    there = [part for part in parts.values() if part]
    last = max(there, key=lambda part: part.moment, default=None)
    return Fulfilment(done=not missing and bool(there), last=last, missing=missing)


def _parts(
    rule: TimeRule, case: Case, happened: Collection[Happening]
) -> Iterator[tuple[str, Happening | None]]:
    for kind in rule.met_with:
        yield _plain(kind), first(happened, kind)
    if rule.met_by is None:
        return
    events = [happening for happening in happened if happening.kind is rule.met_by]
    agencies = [involved.agency for involved in case.agencies if involved.involved]
    if rule.bodies:
        for body in rule.bodies:
            yield body, first((event for event in events if body in event.to), rule.met_by)
    elif rule.met_by in _PER_AGENCY and agencies and all(event.agency for event in events):
        for agency in agencies:
            own = (event for event in events if event.agency == agency)
            yield agency, first(own, rule.met_by)
    else:
        yield _plain(rule.met_by), first(events, rule.met_by)


def _plain(name: str) -> str:
    """``terms_of_reference.schedule.reports_due`` in plain words: "reports due"."""
    return name.rpartition(".")[2].replace("_", " ")

"""What has happened in a case, and what is planned, gathered from every part of the case file.

Dates that the file keeps elsewhere than under ``events`` (the child's date of death, the date of
the decision, an agency's secured files, the end of proceedings, the planned publication) count
as events where no event of that kind is recorded, so that nobody has to enter a date twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Protocol

from casework.kinds import ActionStatus
from casework.model.case import Case
from casework.model.event_kind import EventKind
from casework.model.review import Action, Proceeding, ProceedingKind

COURT_PROCEEDINGS = (ProceedingKind.CRIMINAL, ProceedingKind.INQUEST, ProceedingKind.CARE)
"""The kinds of proceedings before a court or a coroner."""

_PER_AGENCY = (
    EventKind.AGENCY_CONFIRMED_INVOLVEMENT,
    EventKind.AGENCY_DRAFT_READY,
    EventKind.CHIEF_OFFICERS_NOTIFIED,
    EventKind.CHRONOLOGY_RECEIVED,
    EventKind.FEEDBACK_CONFIRMED,
    EventKind.FILES_SECURED,
    EventKind.INFORMATION_RECEIVED,
    EventKind.INITIAL_REPORT_RECEIVED,
    EventKind.SAMR_COUNTERSIGNED,
    EventKind.SAMR_RECEIVED,
)
"""What each agency does for itself."""


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


class Fulfillable(Protocol):
    """What can be met by events and fields of a case: a time rule, an item of a checklist."""

    @property
    def met_by(self) -> EventKind | None:
        """The event that meets it."""

    @property
    def met_with(self) -> tuple[EventKind, ...]:
        """Further events that it takes."""

    @property
    def fixes(self) -> tuple[str, ...]:
        """The fields of the case that must be filled in."""

    @property
    def bodies(self) -> tuple[str, ...]:
        """The bodies each of which must have got it."""

    @property
    def counts_as(self) -> Mapping[EventKind, tuple[EventKind, ...]]:
        """Events that stand for others."""


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
        (EventKind.PROCEEDINGS_BEGAN, _first_proceedings(case)),
        (EventKind.TERMS_OF_REFERENCE_AGREED, case.terms_of_reference.agreed),
        (EventKind.PUBLISHED, case.publication.planned),
    ):
        if day:
            yield Happening(kind, day, planned=kind is EventKind.PUBLISHED)


def _first_proceedings(case: Case) -> date | None:
    listed = (each for each in case.proceedings if each.kind is not ProceedingKind.COURT_ORDER)
    return min((each.started for each in listed if each.started), default=None)


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


def counted(
    counts_as: Mapping[EventKind, tuple[EventKind, ...]], known: Iterable[Happening]
) -> tuple[Happening, ...]:
    """``known``, each also as whatever it stands for, in order of time."""
    found = list(known)
    stand_ins = [
        replace(each, kind=kind) for each in found for kind in counts_as.get(each.kind, ())
    ]
    return tuple(sorted([*found, *stand_ins], key=lambda happening: happening.moment))


def _field_values(case: Case, dotted: str) -> list[object]:
    """The value of a field of the case, by its dotted path (``referral.date_of_referral``).

    A path that leads through lists gives the value of every entry; one that leads through
    something that is not there gives none.
    """
    values: list[object] = [case]
    for name in dotted.split("."):
        inner = [getattr(value, name) for value in values if value is not None]
        values = [each for held in inner for each in (held if isinstance(held, list) else [held])]
    return values


def is_filled_in(case: Case, dotted: str) -> bool:
    """Whether a field of the case, and every entry of it where it leads through lists, is there."""
    values = _field_values(case, dotted)
    return bool(values) and all(values)


def days_set(case: Case, dotted: str, *, of_done: bool = False) -> tuple[date, ...]:
    """The days that a field of the case holds, by its dotted path, in order.

    A path that leads through lists gives the day of every entry. Actions that are done are left
    out, for their day has no more to say; ``of_done`` gives the days of just these.
    """
    values: list[object] = [case]
    for name in dotted.split("."):
        inner = [getattr(value, name) for value in values]
        values = [each for held in inner for each in (held if isinstance(held, list) else [held])]
        values = [
            value
            for value in values
            if not isinstance(value, Action) or (value.status is ActionStatus.DONE) is of_done
        ]
    return tuple(sorted(value for value in values if isinstance(value, date)))


def fulfilment(step: Fulfillable, case: Case, happened: Iterable[Happening]) -> Fulfilment:
    """How far ``step`` is met by what ``happened``.

    Where it names bodies, each must be named in the ``to`` of an event. An event that every
    agency owes must be there for each agency involved, unless one without an agency speaks for
    all. The last part decides when it was met.
    """
    empty = tuple(name for name in step.fixes if not is_filled_in(case, name))
    if step.met_by is None and not step.met_with:
        return Fulfilment(done=bool(step.fixes) and not empty, missing=_all_plain(empty))
    parts = dict(_parts(step, case, counted(step.counts_as, happened)))
    missing = (*_all_plain(empty), *(name for name, part in parts.items() if part is None))
    there = [part for part in parts.values() if part]
    last = max(there, key=lambda part: part.moment, default=None)
    return Fulfilment(done=not missing and bool(there), last=last, missing=missing)


def _parts(
    step: Fulfillable, case: Case, happened: Collection[Happening]
) -> Iterator[tuple[str, Happening | None]]:
    for kind in step.met_with:
        yield _plain(kind), first(happened, kind)
    if step.met_by is None:
        return
    events = [happening for happening in happened if happening.kind is step.met_by]
    agencies = [involved.agency for involved in case.agencies if involved.involved]
    if step.bodies:
        for body in step.bodies:
            yield body, first((event for event in events if body in event.to), step.met_by)
    elif step.met_by in _PER_AGENCY and agencies and all(event.agency for event in events):
        for agency in agencies:
            own = (event for event in events if event.agency == agency)
            yield agency, first(own, step.met_by)
    else:
        yield _plain(step.met_by), first(events, step.met_by)


def _all_plain(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(_plain(name) for name in names)


def _plain(name: str) -> str:
    """``terms_of_reference.schedule.reports_due`` in plain words: "reports due"."""
    return name.rpartition(".")[2].replace("_", " ")

"""From when a time rule counts in one case, and what its limit comes to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from casework.event_words import EVENT_WORDS
from casework.happenings import (
    COURT_PROCEEDINGS,
    Happening,
    field_value,
    first,
    happenings,
    related_proceedings,
)
from casework.limits import first_day, last_day
from casework.model.case import Case, ReviewKind
from casework.model.review import EventKind, Outcome, Waiver
from casework.procedure import Direction, Procedure, Strength, TimeRule, Unit
from casework.working_days import add_hours, london

_KIND_DECIDED: dict[Outcome, ReviewKind] = {
    Outcome.SERIOUS_CASE_REVIEW: ReviewKind.SERIOUS_CASE_REVIEW,
    Outcome.INTERAGENCY_MANAGEMENT_REVIEW: ReviewKind.INTERAGENCY_MANAGEMENT_REVIEW,
    Outcome.NEAR_MISS_REVIEW: ReviewKind.NEAR_MISS_REVIEW,
}


@dataclass(frozen=True)
class Clock:
    """What a rule counts from, and what it comes to in this case.

    ``happened`` says that the start is not only planned. ``due`` is the last day, ``due_at`` the
    last moment of a limit in hours, ``earliest`` the early end of a range. ``waiver`` is the
    agreed change of the limit that is in force.
    """

    start: date | None
    happened: bool
    due: date | None = None
    due_at: datetime | None = None
    earliest: date | None = None
    waiver: Waiver | None = None
    notes: tuple[str, ...] = ()

    def is_late(self, last: Happening | None) -> bool:
        """Whether what happened ``last`` came after the limit, by the day if no time is known."""
        if last is None or self.due is None:
            return False
        if self.due_at and last.at:
            return london(last.on, last.at) > self.due_at
        return last.on > self.due


@dataclass(frozen=True)
class CaseOnADay:
    """A case under its procedure, as it is known on the day ``as_of``."""

    case: Case
    procedure: Procedure
    as_of: date
    known: tuple[Happening, ...]
    """What has happened and what is planned, in order of time."""

    @classmethod
    def of(cls, case: Case, procedure: Procedure, as_of: date) -> CaseOnADay:
        """The view of ``case`` on ``as_of``."""
        return cls(case, procedure, as_of, happenings(case))

    @property
    def happened(self) -> tuple[Happening, ...]:
        """What has happened by the end of the day."""
        return tuple(each for each in self.known if each.has_come(self.as_of))

    def bears_on(self, rule: TimeRule) -> bool:
        """Whether ``rule`` is for this kind of review, and for a case with such proceedings."""
        if rule.start is EventKind.PROCEEDINGS_ENDED and not (
            related_proceedings(self.case, COURT_PROCEEDINGS) or first(self.known, rule.start)
        ):
            return False
        return not rule.kinds or self.review_kind() in rule.kinds

    def review_kind(self) -> ReviewKind | None:
        """The kind of review the chair decided on; until then, the kind the case is meant for.

        None where the chair decided on no further action.
        """
        decision = self.case.decision
        if decision is None or decision.on > self.as_of:
            return self.case.kind
        if decision.outcome is Outcome.NO_FURTHER_ACTION:
            return None
        return _KIND_DECIDED.get(decision.outcome, self.case.kind)

    def start(self, rule: TimeRule) -> Happening | date | None:
        """The event or day from which ``rule`` counts, be it past or planned."""
        if rule.start_on:
            return rule.start_on
        if rule.start_rule:
            earlier = self.procedure.rule(rule.start_rule)
            start = _day(self.start(earlier))
            return last_day(earlier, start) if start else None
        if rule.start is None:
            return None
        events = [first(self.known, kind) for kind in (rule.start, *rule.start_with)]
        there = [event for event in events if event]
        if len(there) < len(events):
            return None
        return max(there, key=lambda event: event.moment)

    def origin(self, rule: TimeRule) -> TimeRule:
        """The rule whose event ``rule`` goes back to, where it counts from another rule's end."""
        return self.origin(self.procedure.rule(rule.start_rule)) if rule.start_rule else rule

    def clock(self, rule: TimeRule) -> Clock:
        """From when ``rule`` counts here, and what it comes to.

        Nothing counts forward from a day that is still to come.
        """
        start = self.start(rule)
        day = _day(start)
        happened = self._has_come(self.start(self.origin(rule)))
        clock = Clock(day, happened)
        if day and (happened or rule.direction is not Direction.AFTER):
            clock = replace(clock, due=last_day(rule, day), earliest=first_day(rule, day))
            if rule.unit is Unit.HOURS and isinstance(start, Happening):
                clock = _in_hours(rule, start, clock)
        return self._waived(rule, self._fixed(rule, clock))

    def _has_come(self, start: Happening | date | None) -> bool:
        if isinstance(start, Happening):
            return start.has_come(self.as_of)
        return start is not None and start <= self.as_of

    def _fixed(self, rule: TimeRule, clock: Clock) -> Clock:
        """``clock`` with the date that a meeting or a form fixed, where there is one."""
        fixed = field_value(self.case, rule.set_in) if rule.set_in else None
        if not isinstance(fixed, date):
            return clock
        early = clock.earliest is not None and fixed < clock.earliest
        outside = early or (clock.due is not None and fixed > clock.due)
        note = ("The date fixed lies outside the range that the source allows.",)
        return replace(
            clock, due=fixed, earliest=None, notes=clock.notes + (note if outside else ())
        )

    def _waived(self, rule: TimeRule, clock: Clock) -> Clock:
        """``clock`` with the change of the limit that was agreed, where someone may agree one."""
        agreed = [w for w in self.case.waivers if w.rule == rule.id and w.on <= self.as_of]
        if not agreed:
            return clock
        if not (rule.waiver or rule.strength is Strength.NORM):
            note = "A change of this limit is recorded, but the procedure lets no one change it."
            return replace(clock, notes=(*clock.notes, note))
        waiver = max(agreed, key=lambda waiver: waiver.on)
        return replace(clock, due=waiver.new_date, due_at=None, waiver=waiver)

    def waiting_for(self, rule: TimeRule) -> str:
        """What ``rule`` waits for, in words that fit after "waiting for"."""
        origin = self.origin(rule)
        kinds = [kind for kind in (origin.start, *origin.start_with) if kind]
        lacking = [kind for kind in kinds if not first(self.happened, kind)]
        if rule.set_in and not lacking:
            return "the date to be set"
        return " and ".join(self._planned(kind) for kind in lacking)

    def _planned(self, kind: EventKind) -> str:
        planned = first(self.known, kind)
        when = f", planned for {planned.on.day} {planned.on:%B %Y}" if planned else ""
        return EVENT_WORDS[kind] + when


def _day(start: Happening | date | None) -> date | None:
    return start.on if isinstance(start, Happening) else start


def _in_hours(rule: TimeRule, start: Happening, clock: Clock) -> Clock:
    if start.at is None:
        note = "The time of day it counts from is not recorded; counted to the end of the day."
        return replace(clock, notes=(*clock.notes, note))
    moment = add_hours(london(start.on, start.at), rule.quantity)
    return replace(clock, due=moment.date(), due_at=moment)

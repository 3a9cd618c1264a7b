"""From when a time rule counts in one case, and what its limit comes to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from casework.event_words import EVENT_WORDS
from casework.happenings import (
    COURT_PROCEEDINGS,
    Fulfilment,
    Happening,
    counted,
    days_set,
    first,
    fulfilment,
    happenings,
    is_filled_in,
    related_proceedings,
)
from casework.kinds import ReviewKind
from casework.limits import first_day, last_day
from casework.model.case import Case
from casework.model.event_kind import EventKind
from casework.model.review import Outcome, Waiver
from casework.procedure import Direction, Procedure, Strength, TimeRule, Unit
from casework.working_days import add_hours, london

KIND_DECIDED: dict[Outcome, ReviewKind] = {
    Outcome.SERIOUS_CASE_REVIEW: ReviewKind.SERIOUS_CASE_REVIEW,
    Outcome.INTERAGENCY_MANAGEMENT_REVIEW: ReviewKind.INTERAGENCY_MANAGEMENT_REVIEW,
    Outcome.NEAR_MISS_REVIEW: ReviewKind.NEAR_MISS_REVIEW,
    Outcome.MULTI_AGENCY_REVIEW: ReviewKind.MULTI_AGENCY_REVIEW,
    Outcome.OTHER_REVIEW: ReviewKind.MULTI_AGENCY_REVIEW,
    Outcome.LOCAL_CHILD_SAFEGUARDING_PRACTICE_REVIEW: (
        ReviewKind.LOCAL_CHILD_SAFEGUARDING_PRACTICE_REVIEW
    ),
}
"""The kind of review that each outcome leads to; no further action leads to none."""


@dataclass(frozen=True)
class Clock:
    """What a rule counts from, and what it comes to in this case.

    ``happened`` says that the start is not only planned. ``due`` is the last day, ``due_at`` the
    last moment of a limit in hours, ``earliest`` the early end of a range. ``waiver`` is the
    agreed change of the limit that is in force; ``excused`` says that another rule, now met, took
    the last day away.
    """

    start: date | None
    happened: bool
    due: date | None = None
    due_at: datetime | None = None
    earliest: date | None = None
    waiver: Waiver | None = None
    excused: bool = False
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

    def counted(self, rule: TimeRule) -> tuple[Happening, ...]:
        """What has happened, each also as whatever it stands for under ``rule``."""
        return counted(rule.counts_as, self.happened)

    def bears_on(self, rule: TimeRule) -> bool:
        """Whether ``rule`` arises in this case: its kind of review, its facts, its proceedings."""
        if rule.start is EventKind.PROCEEDINGS_ENDED and not (
            related_proceedings(self.case, COURT_PROCEEDINGS) or first(self.known, rule.start)
        ):
            return False
        if rule.arises_with and not any(first(self.known, kind) for kind in rule.arises_with):
            return False
        if not all(is_filled_in(self.case, name) for name in rule.where) or self._ended(rule):
            return False
        return not rule.kinds or self.review_kind() in rule.kinds

    def _ended(self, rule: TimeRule) -> bool:
        """Whether something ended ``rule``, and what it counts from did not come up after it."""
        endings = [each for each in self.happened if each.kind in rule.unless]
        if not endings:
            return False
        ending = max(each.on for each in endings)
        known = counted(rule.counts_as, self.known)
        return not any(each.kind is rule.start and each.on > ending for each in known)

    def review_kind(self) -> ReviewKind | None:
        """The kind of review the chair decided on; until then, the kind the case is meant for.

        None where the chair decided on no further action.
        """
        decision = self.case.decision
        if decision is None or decision.on > self.as_of:
            return self.case.kind
        return KIND_DECIDED.get(decision.outcome)

    def met(self, rule: TimeRule) -> Fulfilment:
        """How far ``rule`` is met by what has happened."""
        return fulfilment(rule, self.case, self.happened)

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
        known = counted(rule.counts_as, self.known)
        events = [first(known, kind) for kind in (rule.start, *rule.start_with)]
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
        return self._waived(rule, self._excused(rule, self._fixed(rule, clock)))

    def _has_come(self, start: Happening | date | None) -> bool:
        if isinstance(start, Happening):
            return start.has_come(self.as_of)
        return start is not None and start <= self.as_of

    def _fixed(self, rule: TimeRule, clock: Clock) -> Clock:
        """``clock`` with the date that a meeting or a form fixed; of several, the next."""
        days = days_set(self.case, rule.set_in) if rule.set_in else ()
        if not days:
            return clock
        fixed = days[0]
        early = clock.earliest is not None and fixed < clock.earliest
        outside = early or (clock.due is not None and fixed > clock.due)
        note = ("The date fixed lies outside the range that the source allows.",)
        return replace(
            clock, due=fixed, earliest=None, notes=clock.notes + (note if outside else ())
        )

    def _excused(self, rule: TimeRule, clock: Clock) -> Clock:
        """``clock`` without its last day, where the rule that excuses from it is met."""
        if not rule.excused_by:
            return clock
        done = self.met(self.procedure.rule(rule.excused_by))
        if not (done.done and done.last):
            return clock
        notes = [f"Excused by rule {rule.excused_by}, met on {_written(done.last.on)}."]
        if clock.due and done.last.on > clock.due:
            notes.append("That was after the limit had passed.")
        return replace(clock, due=None, excused=True, notes=(*clock.notes, *notes))

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
        happened = self.counted(origin)
        kinds = [kind for kind in (origin.start, *origin.start_with) if kind]
        lacking = [kind for kind in kinds if not first(happened, kind)]
        if rule.set_in and not lacking:
            all_done = rule.met_by and days_set(self.case, rule.set_in, of_done=True)
            return EVENT_WORDS[rule.met_by] if all_done and rule.met_by else "the date to be set"
        return " and ".join(self._planned(kind) for kind in lacking)

    def _planned(self, kind: EventKind) -> str:
        planned = first(self.known, kind)
        when = f", planned for {_written(planned.on)}" if planned else ""
        return EVENT_WORDS[kind] + when


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _day(start: Happening | date | None) -> date | None:
    return start.on if isinstance(start, Happening) else start


def _in_hours(rule: TimeRule, start: Happening, clock: Clock) -> Clock:
    if start.at is None:
        note = "The time of day it counts from is not recorded; counted to the end of the day."
        return replace(clock, notes=(*clock.notes, note))
    moment = add_hours(london(start.on, start.at), rule.quantity)
    return replace(clock, due=moment.date(), due_at=moment)

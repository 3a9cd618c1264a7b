"""What is due in a case, by when, and by which rule of which document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from casework.clock import CaseOnADay, Clock
from casework.happenings import Fulfilment, first
from casework.limits import first_day_free
from casework.model.case import Case
from casework.model.review import Waiver
from casework.procedure import Direction, Procedure, Strength, TimeRule


class DeadlineStatus(StrEnum):
    """How a deadline stands on a given day."""

    MET = "met"
    """Done in time, or a minimum period or embargo that is over."""
    MET_LATE = "met_late"
    """Done, but after the last day."""
    DUE = "due"
    """Still to be done; where the source gives no last day, simply to be done."""
    OVERDUE = "overdue"
    """The last day is past, or the rule was broken."""
    WAITING = "waiting"
    """What it counts from has not happened yet."""
    WAIVED = "waived"
    """Another limit was agreed by someone who may, and has not passed; or reasons were given."""
    RUNNING = "running"
    """A minimum period that is not over, or a duty that recurs and was done at least once."""
    LAPSED = "lapsed"
    """It applied until something was decided that ended it."""

    @property
    def open(self) -> bool:
        """Whether someone still has to act, or to hold still."""
        return self not in (DeadlineStatus.MET, DeadlineStatus.MET_LATE, DeadlineStatus.LAPSED)


@dataclass(frozen=True)
class Deadline:
    """One time rule, applied to one case on one day.

    ``due`` is the last day (a waiver's new date where one was agreed); ``due_at`` the moment,
    where the rule counts hours and the time is known. ``earliest`` is the first day: of a range,
    of a publication held back, or of taking a report down. ``days_left`` is negative when
    overdue. ``waiting_on`` says in words what the rule counts from. ``note`` is about this case;
    what is to say about the rule itself is in ``rule.note``.
    """

    rule: TimeRule
    status: DeadlineStatus
    due: date | None = None
    earliest: date | None = None
    due_at: datetime | None = None
    days_left: int | None = None
    met_on: date | None = None
    waiting_on: str = ""
    waiver: Waiver | None = None
    note: str = ""


def deadlines(case: Case, procedure: Procedure, as_of: date) -> tuple[Deadline, ...]:
    """Every deadline of ``case`` under ``procedure`` as it stands on ``as_of``.

    The earliest event of a kind is the one that starts a clock. Events dated after ``as_of``
    have not happened: nothing counts forward from them, but "before" is counted back from them,
    and from the planned day of publication. Rules for another kind of review, those for a review
    that was decided against, and those on proceedings where there are none, are left out.
    Sorted by due date, those without one last, then by rule id.
    """
    view = CaseOnADay.of(case, procedure, as_of)
    found = (_deadline(view, rule) for rule in procedure.rules if view.bears_on(rule))
    return tuple(sorted(found, key=lambda each: (each.due or date.max, each.rule.id)))


def lapsed(case: Case, procedure: Procedure, as_of: date) -> tuple[Deadline, ...]:
    """The deadlines that had a last day until something that happened by ``as_of`` ended them.

    Such as those of a serious case review, from the day on which the chair decided against one.
    Whoever wrote them into a calendar must take them out again.
    """
    view = CaseOnADay.of(case, procedure, as_of)
    turns = sorted({each.on for each in view.happened}, reverse=True)
    earlier = [replace(view, as_of=turn - timedelta(days=1)) for turn in turns]
    found = []
    for rule in procedure.rules:
        if view.bears_on(rule):
            continue
        before = next((each for each in earlier if each.bears_on(rule)), None)
        if before is None or before.met(rule).done:
            continue
        if due := before.clock(rule).due:
            found.append(Deadline(rule, DeadlineStatus.LAPSED, due=due))
    return tuple(found)


def _deadline(view: CaseOnADay, rule: TimeRule) -> Deadline:
    clock = view.clock(rule)
    done = view.met(rule)
    if rule.until:
        return _recurring(view, rule, clock, done)
    if rule.direction is Direction.AT_LEAST:
        return _minimum_period(view, rule, clock, done)
    if rule.strength is Strength.EMBARGO and rule.direction is Direction.AFTER:
        return _embargo(view, rule, clock, done)
    return _limit(view, rule, clock, done)


def _limit(view: CaseOnADay, rule: TimeRule, clock: Clock, done: Fulfilment) -> Deadline:
    counted = clock.due is not None or (clock.happened and rule.strength is not Strength.SET)
    if done.done and (counted or rule.direction is Direction.AFTER):
        return _met(view, rule, clock, done)
    if not (counted or clock.waiver or clock.excused):
        return _waiting(view, rule, clock)
    status = DeadlineStatus.WAIVED if clock.waiver or clock.excused else DeadlineStatus.DUE
    if clock.due and view.as_of > clock.due:
        status = DeadlineStatus.OVERDUE
    return _made(view, rule, status, clock, *_half_done(view, rule, done))


def _met(view: CaseOnADay, rule: TimeRule, clock: Clock, done: Fulfilment) -> Deadline:
    status = DeadlineStatus.MET_LATE if clock.is_late(done.last) else DeadlineStatus.MET
    made = _made(view, rule, status, clock, *_how_met(rule, clock, done))
    return replace(made, met_on=done.last.on if done.last else None)


def _how_met(rule: TimeRule, clock: Clock, done: Fulfilment) -> tuple[str, ...]:
    last = done.last
    if not (clock.happened or clock.due):
        return ("Done; the day it counts from is not recorded.",)
    if last is None:
        return ()
    if clock.due_at and last.at is None and last.on == clock.due_at.date():
        return ("The time it was done is not recorded; judged by the day.",)
    forwards = rule.strength is Strength.ORDER and rule.direction is Direction.AFTER
    if forwards and clock.start and last.on < clock.start:
        return ("Done earlier than the procedure's order has it.",)
    return ()


def _minimum_period(view: CaseOnADay, rule: TimeRule, clock: Clock, done: Fulfilment) -> Deadline:
    free = first_day_free(rule, clock.start) if clock.start else None
    clock = replace(clock, earliest=free)
    if not clock.happened or free is None:
        return _waiting(view, rule, clock)
    if done.last and done.last.on < free:
        early = "It ended before the minimum period was over."
        made = _made(view, rule, DeadlineStatus.OVERDUE, clock, early)
        return replace(made, met_on=done.last.on)
    if view.as_of < free:
        made = _made(view, rule, DeadlineStatus.RUNNING, clock)
        return replace(made, days_left=(free - view.as_of).days)
    return replace(_made(view, rule, DeadlineStatus.MET, clock), met_on=free)


def _embargo(view: CaseOnADay, rule: TimeRule, clock: Clock, done: Fulfilment) -> Deadline:
    over = clock.start if clock.happened else None
    clock = replace(clock, earliest=clock.start)
    if done.last and (over is None or done.last.on < over):
        early = "It was done before the day from which it was allowed."
        return _made(view, rule, DeadlineStatus.OVERDUE, clock, early)
    if over is None:
        return _waiting(view, rule, clock)
    return replace(_made(view, rule, DeadlineStatus.MET, clock), met_on=over)


def _recurring(view: CaseOnADay, rule: TimeRule, clock: Clock, done: Fulfilment) -> Deadline:
    """A duty that recurs: it is met when what it lasts until has come, if it was ever done."""
    if not clock.happened:
        return _waiting(view, rule, clock)
    times = [each.on for each in view.counted(rule) if each.kind is rule.met_by]
    over = first(view.happened, rule.until) if rule.until else None
    if over and not done.done:
        return _made(view, rule, DeadlineStatus.OVERDUE, clock, "It was never done.")
    if not times:
        return _made(view, rule, DeadlineStatus.DUE, clock)
    last = f"Done {len(times)} times" if len(times) > 1 else "Done once"
    note = f"{last}, last on {times[-1].day} {times[-1]:%B %Y}."
    if over:
        return replace(_made(view, rule, DeadlineStatus.MET, clock, note), met_on=over.on)
    return _made(view, rule, DeadlineStatus.RUNNING, clock, note)


def _waiting(view: CaseOnADay, rule: TimeRule, clock: Clock) -> Deadline:
    made = _made(view, rule, DeadlineStatus.WAITING, clock)
    return replace(made, waiting_on=view.waiting_for(rule))


def _half_done(view: CaseOnADay, rule: TimeRule, done: Fulfilment) -> tuple[str, ...]:
    parts = (rule.met_by, *rule.met_with)
    begun = rule.fixes or any(each.kind in parts for each in view.counted(rule))
    if not (begun and done.missing):
        return ()
    names = [view.procedure.bodies.get(name, name) for name in done.missing]
    return (f"Still missing: {', '.join(names)}.",)


def _made(
    view: CaseOnADay, rule: TimeRule, status: DeadlineStatus, clock: Clock, *notes: str
) -> Deadline:
    return Deadline(
        rule=rule,
        status=status,
        due=clock.due,
        earliest=clock.earliest,
        due_at=clock.due_at,
        days_left=(clock.due - view.as_of).days if clock.due and status.open else None,
        waiver=clock.waiver,
        note=" ".join((*clock.notes, *notes)),
    )

"""What a time rule comes to: its last day from a given start, and the limit in words."""

from __future__ import annotations

from datetime import date, timedelta

from casework.event_words import EVENT_WORDS
from casework.months import add_months, first_day_after_months
from casework.procedure import Direction, TimeRule, Unit
from casework.working_days import add_working_days

_HOURS_A_DAY = 24
_DAYS_A_WEEK = 7

_UNIT_WORDS = {
    Unit.HOURS: "hour",
    Unit.WORKING_DAYS: "working day",
    Unit.DAYS: "day",
    Unit.WEEKS: "week",
    Unit.MONTHS: "month",
}


def last_day(rule: TimeRule, start: date) -> date | None:
    """The last day on which ``rule``, counted from ``start``, can be met; None where it has none.

    ``start`` is day 0. Limits in calendar days, weeks and months end on the day they end on, be
    it a Sunday: the sources extend none. Hours give the day on which they end at the latest.
    "Before" with no quantity means the day before at the latest, since the order of two things
    on one day can't be known. A minimum period has an end but no last day: see first_day_free.
    """
    if rule.direction is Direction.AT_LEAST:
        return None
    if rule.unit is Unit.NONE:
        return start - timedelta(days=1) if rule.direction is Direction.BEFORE else None
    sign = -1 if rule.direction is Direction.BEFORE else 1
    return _shifted(start, sign * rule.quantity, rule.unit)


def first_day(rule: TimeRule, start: date) -> date | None:
    """The early end of a range such as "four to six weeks"; None where the rule is no range."""
    if rule.quantity_min is None:
        return None
    return _shifted(start, rule.quantity_min, rule.unit)


def first_day_free(rule: TimeRule, start: date) -> date:
    """The first day after the minimum period that ``rule`` sets from ``start`` is over."""
    if rule.unit is Unit.MONTHS:
        return first_day_after_months(start, rule.quantity)
    return _shifted(start, rule.quantity, rule.unit) + timedelta(days=1)


def _shifted(start: date, quantity: int, unit: Unit) -> date:
    match unit:
        case Unit.WORKING_DAYS:
            return add_working_days(start, quantity)
        case Unit.MONTHS:
            return add_months(start, quantity)
        case Unit.WEEKS:
            return start + timedelta(days=quantity * _DAYS_A_WEEK)
        case Unit.HOURS:
            return start + timedelta(days=-(-quantity // _HOURS_A_DAY))
        case _:
            return start + timedelta(days=quantity)


def limit_words(rule: TimeRule) -> str:
    """The limit as a person says it: "within 5 working days", "at least 7 working days before"."""
    count = _count(rule)
    match rule.direction, rule.unit:
        case _, Unit.AT_ONCE:
            return "at once"
        case Direction.BEFORE, Unit.NONE:
            return "before"
        case Direction.AFTER, Unit.NONE:
            return "on the date set" if rule.set_in else "after"
        case Direction.BEFORE, _:
            return f"at least {count} before"
        case Direction.AT_LEAST, _:
            return f"for at least {count}"
        case _:
            return f"within {count}"


def limit_sentence(rule: TimeRule) -> str:
    """The limit with what it counts from: "within 2 working days of the referral to …"."""
    words = limit_words(rule)
    if rule.start is None or words == "on the date set":
        return words
    joint = {Direction.BEFORE: "", Direction.AT_LEAST: " from"}.get(rule.direction, " of")
    joint = "" if words == "after" else joint
    return f"{words}{' after' if words == 'at once' else joint} {EVENT_WORDS[rule.start]}"


def _count(rule: TimeRule) -> str:
    if rule.unit not in _UNIT_WORDS:
        return ""
    number = str(rule.quantity)
    if rule.quantity_min is not None:
        number = f"{rule.quantity_min} to {rule.quantity}"
    plural = "" if rule.quantity == 1 else "s"
    return f"{number} {_UNIT_WORDS[rule.unit]}{plural}"

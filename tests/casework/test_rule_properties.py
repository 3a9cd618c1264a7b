"""What holds for every time rule of every procedure, whatever the day it counts from."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.limits import first_day, first_day_free, last_day
from casework.procedure import Direction, TimeRule, Unit
from casework.procedure_file import load_procedure, procedure_ids
from casework.working_days import (
    LONDON,
    add_hours,
    add_working_days,
    bank_holidays,
    is_working_day,
    london,
)

RULES = [rule for name in procedure_ids() for rule in load_procedure(name).rules]
DAYS = st.dates(date(1998, 1, 1), date(2045, 12, 31))


def of(*units: Unit, direction: Direction | None = None) -> st.SearchStrategy[TimeRule]:
    return st.sampled_from(
        [r for r in RULES if r.unit in units and direction in (None, r.direction)]
    )


@given(of(Unit.WORKING_DAYS), DAYS)
def test_no_limit_in_working_days_ends_on_a_weekend_or_bank_holiday(
    rule: TimeRule, start: date
) -> None:
    end = last_day(rule, start)
    assert end is not None
    assert end.weekday() < 5
    assert end not in bank_holidays(end.year)


@given(of(Unit.WORKING_DAYS), DAYS.filter(is_working_day))
def test_counting_the_limit_back_leads_to_the_day_it_counts_from(
    rule: TimeRule, start: date
) -> None:
    end = last_day(rule, start)
    assert end is not None
    sign = 1 if rule.direction is Direction.BEFORE else -1
    assert add_working_days(end, sign * rule.quantity) == start


@given(of(Unit.WORKING_DAYS), DAYS)
def test_a_limit_in_working_days_has_exactly_so_many_of_them(rule: TimeRule, start: date) -> None:
    """Day 0 is not counted, the last day is; counted back, the day of publication is not."""
    end = last_day(rule, start)
    assert end is not None
    first, last = sorted((start, end))
    between = (first + timedelta(days=n) for n in range(1, (last - first).days))
    counted = [day for day in between if is_working_day(day)] + [end]
    assert len(counted) == rule.quantity


@given(of(Unit.MONTHS, direction=Direction.AFTER), DAYS)
def test_a_limit_in_months_ends_on_the_day_or_the_last_of_the_month(
    rule: TimeRule, start: date
) -> None:
    end = last_day(rule, start)
    assert end is not None
    assert (end.year - start.year) * 12 + end.month - start.month == rule.quantity
    assert end.day == start.day or (end.day < start.day and (end + timedelta(days=1)).day == 1)


@given(of(Unit.MONTHS, direction=Direction.AT_LEAST), DAYS)
def test_a_report_is_never_free_before_its_anniversary_is_over(rule: TimeRule, start: date) -> None:
    free = first_day_free(rule, start)
    years = rule.quantity // 12
    same_day = start.month, min(start.day, 28) if start.month == 2 else start.day
    assert free > date(start.year + years, *same_day)
    assert (free - start).days >= 365 * years


@given(of(Unit.HOURS), DAYS, st.integers(0, 23), st.integers(0, 59))
def test_a_limit_in_hours_ends_by_the_clock_on_that_day_or_the_next(
    rule: TimeRule, start: date, hour: int, minute: int
) -> None:
    """The day that is shown where no time is known is never before the moment itself."""
    moment = london(start, datetime(2000, 1, 1, hour, minute).time())
    end = add_hours(moment, rule.quantity)
    assert end.timestamp() - moment.timestamp() == pytest.approx(rule.quantity * 3600)
    latest = last_day(rule, start)
    assert latest is not None
    assert end.date() <= latest + timedelta(days=1)
    if start.month in (1, 2, 6, 7, 8, 12):  # no change of the clocks near
        assert end.date() == latest


@pytest.mark.parametrize("year", range(2007, 2027))
def test_twenty_four_hours_over_each_change_of_the_clocks(year: int) -> None:
    """The clocks go forward on the last Sunday of March, back on that of October, at 1:00 UTC."""
    for month, shift in ((3, 1), (10, -1)):
        last = date(year, month, 31)
        sunday = last - timedelta(days=(last.weekday() + 1) % 7)
        noon = london(sunday - timedelta(days=1), datetime(2000, 1, 1, 12).time())
        end = add_hours(noon, 24)
        assert (end.date(), end.hour, end.tzinfo) == (sunday, 12 + shift, LONDON)


@given(st.sampled_from(RULES), st.lists(DAYS, min_size=2, max_size=6))
def test_a_later_start_never_ends_earlier_and_a_range_begins_before_it_ends(
    rule: TimeRule, starts: list[date]
) -> None:
    for one, other in pairwise(sorted(starts)):
        first, second = last_day(rule, one), last_day(rule, other)
        if first and second:
            assert first <= second
        early = first_day(rule, one)
        assert early is None or (first is not None and one < early < first)

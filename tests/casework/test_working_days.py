"""Working days, months and hours: tables with the weekday written out, and properties."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.months import add_months, first_day_after_months
from casework.working_days import add_hours, add_working_days, bank_holidays, is_working_day, london

DAYS = st.dates(date(1995, 1, 1), date(2060, 12, 31))
NUMBERS = st.integers(0, 60)


def day(text: str) -> date:
    """The date of "Friday 7 March 2008"; the weekday must be right."""
    found = datetime.strptime(text, "%A %d %B %Y").date()
    assert f"{found:%A}" == text.split()[0], text
    return found


@pytest.mark.parametrize(
    ("holiday", "why"),
    [
        ("Friday 6 April 2007", "Good Friday"),
        ("Monday 9 April 2007", "Easter Monday"),
        ("Monday 7 May 2007", "early May bank holiday"),
        ("Monday 27 August 2007", "summer bank holiday"),
        ("Tuesday 25 December 2007", "Christmas Day"),
        ("Friday 29 April 2011", "royal wedding"),
        ("Tuesday 27 December 2011", "substitute for Christmas Day on a Sunday"),
        ("Monday 4 June 2012", "spring bank holiday moved to June"),
        ("Tuesday 5 June 2012", "Diamond Jubilee"),
        ("Monday 28 December 2015", "substitute for Boxing Day on a Saturday"),
        ("Friday 8 May 2020", "early May bank holiday moved to VE Day"),
        ("Thursday 2 June 2022", "spring bank holiday moved to June"),
        ("Friday 3 June 2022", "Platinum Jubilee"),
        ("Monday 19 September 2022", "state funeral"),
        ("Monday 8 May 2023", "coronation"),
        ("Saturday 8 March 2008", "a Saturday"),
        ("Sunday 9 March 2008", "a Sunday"),
    ],
)
def test_no_one_works_on_bank_holidays_and_weekends(holiday: str, why: str) -> None:
    assert not is_working_day(day(holiday)), why


@pytest.mark.parametrize(
    ("working", "why"),
    [
        ("Monday 28 May 2012", "the spring bank holiday was moved away from it"),
        ("Monday 4 May 2020", "the early May bank holiday was moved away from it"),
        ("Monday 30 May 2022", "the spring bank holiday was moved away from it"),
        ("Thursday 5 April 2007", "the day before Good Friday"),
        ("Monday 6 August 2007", "a bank holiday in Scotland only"),
        ("Monday 17 March 2008", "a bank holiday in Northern Ireland only"),
    ],
)
def test_days_on_which_england_and_wales_work(working: str, why: str) -> None:
    assert is_working_day(day(working)), why


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [
        ("Friday 7 March 2008", 1, "Monday 10 March 2008"),
        ("Saturday 8 March 2008", 1, "Monday 10 March 2008"),
        ("Friday 7 March 2008", 5, "Friday 14 March 2008"),
        ("Thursday 5 April 2007", 2, "Wednesday 11 April 2007"),
        ("Wednesday 21 December 2016", 5, "Friday 30 December 2016"),
        ("Thursday 28 April 2011", 2, "Wednesday 4 May 2011"),
        ("Friday 14 March 2008", -7, "Wednesday 5 March 2008"),
        ("Friday 6 May 2016", -7, "Tuesday 26 April 2016"),
        ("Tuesday 10 April 2007", -1, "Thursday 5 April 2007"),
        ("Sunday 9 March 2008", -1, "Friday 7 March 2008"),
        ("Sunday 9 March 2008", 0, "Sunday 9 March 2008"),
    ],
)
def test_working_days_are_counted_without_day_zero(start: str, number: int, end: str) -> None:
    assert add_working_days(day(start), number) == day(end)


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [
        ("Wednesday 31 January 2007", 1, "Wednesday 28 February 2007"),
        ("Thursday 31 January 2008", 1, "Friday 29 February 2008"),
        ("Friday 31 August 2007", 6, "Friday 29 February 2008"),
        ("Thursday 29 February 2024", 12, "Friday 28 February 2025"),
        ("Monday 31 December 2007", 2, "Friday 29 February 2008"),
        ("Saturday 31 March 2007", -1, "Wednesday 28 February 2007"),
        ("Monday 15 January 2007", -1, "Friday 15 December 2006"),
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_the_month(
    start: str, number: int, end: str
) -> None:
    assert add_months(day(start), number) == day(end)


@pytest.mark.parametrize(
    ("published", "free"),
    [
        ("Thursday 29 February 2024", "Saturday 1 March 2025"),
        ("Wednesday 28 February 2024", "Saturday 1 March 2025"),
        ("Tuesday 15 March 2016", "Thursday 16 March 2017"),
        ("Saturday 31 December 2016", "Monday 1 January 2018"),
    ],
)
def test_twelve_months_are_over_on_the_day_after_them(published: str, free: str) -> None:
    assert first_day_after_months(day(published), 12) == day(free)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (datetime(2007, 3, 24, 16, 0), "2007-03-25 17:00 BST"),
        (datetime(2007, 10, 27, 16, 0), "2007-10-28 15:00 GMT"),
        (datetime(2007, 7, 2, 9, 30), "2007-07-03 09:30 BST"),
    ],
)
def test_twenty_four_hours_pass_though_the_clocks_change(start: datetime, end: str) -> None:
    found = add_hours(london(start.date(), start.time()), 24)
    assert f"{found:%Y-%m-%d %H:%M %Z}" == end


@given(DAYS, NUMBERS.filter(bool), st.sampled_from([1, -1]))
def test_counting_never_ends_on_a_weekend_or_bank_holiday(
    start: date, number: int, sign: int
) -> None:
    end = add_working_days(start, sign * number)
    assert end.weekday() < 5
    assert end not in bank_holidays(end.year)


@given(DAYS.filter(is_working_day), NUMBERS)
def test_counting_back_undoes_counting_forward_on_working_days(start: date, number: int) -> None:
    assert add_working_days(add_working_days(start, number), -number) == start


@given(DAYS, DAYS, st.integers(-60, 60))
def test_a_later_start_never_ends_earlier(one: date, other: date, number: int) -> None:
    early, late = sorted((one, other))
    assert add_working_days(early, number) <= add_working_days(late, number)
    assert add_months(early, number) <= add_months(late, number)
    assert first_day_after_months(early, number) <= first_day_after_months(late, number)


@given(DAYS, st.integers(0, 120))
def test_months_are_never_overrun_and_end_on_the_day_or_the_month_end(
    start: date, number: int
) -> None:
    end = add_months(start, number)
    assert (end.year - start.year) * 12 + end.month - start.month == number
    assert end.day == start.day or (end + timedelta(days=1)).day == 1


@given(DAYS, st.times(), st.integers(0, 200))
def test_hours_are_hours_that_pass(start: date, at: time, number: int) -> None:
    moment = london(start, at.replace(fold=0, tzinfo=None))
    passed = add_hours(moment, number).timestamp() - moment.timestamp()
    assert passed == pytest.approx(number * 3600)


def test_the_bank_holidays_of_england_are_those_of_wales() -> None:
    """One calendar is enough: the two never differ in the years of any case."""
    for year in range(2000, 2031):
        assert bank_holidays(year) == frozenset(
            holidays.country_holidays("GB", subdiv="WLS", years=year)
        )

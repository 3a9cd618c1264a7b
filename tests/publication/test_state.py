"""What is public on a day, for every day there is."""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from publication.ledger import START, LedgerAction, LedgerEntry
from publication.report_state import PublicState, ReportState, last_day_of_retention
from publication.state import state_of, states
from redaction.errors import PublicationError

DAY = timedelta(days=1)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
MONTH_ENDS = st.builds(
    lambda year, month: date(year, month, calendar.monthrange(year, month)[1]),
    st.integers(1990, 2090),
    st.integers(1, 12),
)
PUBLICATION_DAYS = DAYS | MONTH_ENDS
MONTHS = st.sampled_from([1, 6, 12, 13, 24, 60])


class History:
    """A ledger's entries, without the file."""

    def __init__(self) -> None:
        self.entries: list[LedgerEntry] = []

    def add(self, action: str, on: date, reference: str = "2007-03", **details: Any) -> History:
        fields: dict[str, Any] = {
            "number": len(self.entries) + 1,
            "action": LedgerAction(action),
            "reference": reference,
            "on": on,
            "recorded": datetime(2008, 2, 26, 10, tzinfo=UTC),
            "by": "The board’s office",
            "previous": START,
            "hash": START,
            **details,
        }
        if action == "published":
            fields = {"retention_months": 12, "citation": "§8.1", "sha256": "a" * 64} | fields
        self.entries.append(LedgerEntry(**fields))
        return self

    def at(self, day: date, reference: str = "2007-03") -> ReportState:
        found = state_of(self.entries, reference, day)
        assert found is not None
        return found


def published(on: date, **details: Any) -> History:
    return History().add("published", on, **details)


def same_day_later(start: date, months: int) -> date:
    """The calendar's own answer: the same day of the month, or the month's last."""
    year, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + year, month + 1
    return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


@given(on=PUBLICATION_DAYS, months=MONTHS)
@example(on=date(2024, 2, 29), months=12)
@example(on=date(2023, 2, 28), months=12)
@example(on=date(2008, 8, 31), months=6)
def test_a_report_stays_for_its_months_and_goes_the_day_after(on: date, months: int) -> None:
    """Never a day early, never a day late; the day of publication is not counted."""
    last = same_day_later(on, months)
    assert last_day_of_retention(on, months) == last
    history = published(on, retention_months=months)
    assert history.at(on - DAY).state is PublicState.SCHEDULED
    for day in (on, on + DAY, last - DAY, last):
        assert history.at(max(day, on)).state is PublicState.PUBLISHED
    after = history.at(last + DAY)
    assert (after.state, after.since) == (PublicState.ON_REQUEST, last + DAY)
    assert after.earliest_withdrawal == last + DAY
    assert history.at(last + DAY * 4000).state is PublicState.ON_REQUEST


@given(on=PUBLICATION_DAYS, months=st.integers(1, 60))
def test_twelve_months_are_at_least_every_day_of_twelve_months(on: date, months: int) -> None:
    """Publishing a day later never lets a report go earlier, and none goes before 28 days each."""
    assert last_day_of_retention(on, months) <= last_day_of_retention(on + DAY, months)
    assert last_day_of_retention(on, months) - on >= timedelta(days=28 * months)


@given(
    on=PUBLICATION_DAYS, later=st.lists(st.integers(0, 365), max_size=4), day=st.integers(0, 900)
)
def test_a_correction_neither_restarts_nor_shortens_the_time(
    on: date, later: list[int], day: int
) -> None:
    """Whatever is corrected however often, the last day is the one of the first publication."""
    history = published(on)
    uncorrected = history.at(on + DAY * day)
    last = uncorrected.last_day
    for number, days in enumerate(sorted(later)):
        history.add("corrected", min(on + DAY * days, last or on), reason=f"Reason {number}")
    state = history.at(on + DAY * day)
    assert (state.state, state.floor, state.last_day) == (uncorrected.state, last, last)
    assert state.first_published == on


@given(on=PUBLICATION_DAYS, longer=st.integers(0, 4000), at_correction=st.booleans())
def test_a_longer_time_that_the_board_chose_is_kept(
    on: date, longer: int, at_correction: bool
) -> None:
    """``keep_until`` moves the last day, and not the floor under a withdrawal."""
    floor = same_day_later(on, 12)
    until = floor + DAY * longer
    history = published(on, keep_until=None if at_correction else until)
    if at_correction:
        history.add("corrected", on, reason="Kept longer", keep_until=until)
    assert history.at(until).state is PublicState.PUBLISHED
    assert history.at(until + DAY).state is PublicState.ON_REQUEST
    assert history.at(on).floor == floor
    if longer:
        withdrawn = history.add("withdrawn", floor + DAY)
        assert withdrawn.at(floor + DAY).state is PublicState.ON_REQUEST


@given(on=PUBLICATION_DAYS, days=st.integers(0, 800))
def test_a_correction_can_not_shorten_a_longer_time(on: date, days: int) -> None:
    """A ``keep_until`` earlier than the present one changes nothing."""
    until = same_day_later(on, 12) + DAY * 800
    history = published(on, keep_until=until)
    history.add("corrected", on, reason="Shorter", keep_until=on + DAY * days)
    assert history.at(on).last_day == until


@given(on=PUBLICATION_DAYS, days=st.integers(0, 900))
def test_an_early_withdrawal_needs_reason_and_authority(on: date, days: int) -> None:
    """Up to and including the last day both are needed, on the day after neither."""
    day = on + DAY * days
    early = day <= same_day_later(on, 12)
    for details in ({}, {"reason": "A court asked"}, {"authority": "Chair"}, {"reason": " "}):
        if early:
            with pytest.raises(PublicationError, match=r"§8\.1"):
                published(on).add("withdrawn", day, **details).at(day)
        else:
            state = published(on).add("withdrawn", day, **details).at(day)
            assert (state.state, state.text_kept) == (PublicState.ON_REQUEST, False)
    taken = published(on).add("withdrawn", day, reason="A court asked", authority="Chair")
    assert taken.at(day).state is PublicState.ON_REQUEST
    assert taken.at(on).text_kept is False


@given(on=PUBLICATION_DAYS, offsets=st.lists(st.integers(-30, 1200), min_size=2, max_size=6))
def test_time_leads_from_scheduled_to_published_to_on_request_only(
    on: date, offsets: list[int]
) -> None:
    """No day brings a report back."""
    order = [PublicState.SCHEDULED, PublicState.PUBLISHED, PublicState.ON_REQUEST]
    history = published(on)
    seen = [order.index(history.at(on + DAY * days).state) for days in sorted(offsets)]
    assert all(before <= after for before, after in pairwise(seen))


def test_reports_do_not_touch_each_other() -> None:
    """Each has the history of its own entries, listed in the order they first came up."""
    history = published(date(2008, 3, 5)).add("published", date(2008, 6, 1), "2007-05")
    history.add("withdrawn", date(2008, 7, 1), reason="Order", authority="Chair")
    now = states(history.entries, date(2008, 7, 1))
    assert [(state.reference, state.state.value) for state in now] == [
        ("2007-03", "on_request"),
        ("2007-05", "published"),
    ]


def test_a_correction_shows_from_its_own_day() -> None:
    """With its reason, in the list of changes."""
    history = published(date(2008, 3, 5)).add(
        "corrected", date(2008, 4, 1), reason="A date was wrong", sha256="b" * 64
    )
    assert history.at(date(2008, 3, 31)).corrections == ()
    shown = history.at(date(2008, 4, 1))
    assert shown.corrections == ((date(2008, 4, 1), "A date was wrong"),)
    assert (shown.updated, shown.since) == (date(2008, 4, 1), date(2008, 3, 5))
    assert history.at(date(2008, 3, 31)).sha256 == "b" * 64  # the only bytes that are left


def test_a_report_published_again_runs_anew_and_keeps_its_first_day() -> None:
    """A second publication is a new twelve months."""
    history = published(date(2008, 3, 5)).add("withdrawn", date(2009, 3, 6))
    history.add("published", date(2010, 1, 1))
    again = history.at(date(2010, 1, 1))
    assert (again.state, again.first_published) == (PublicState.PUBLISHED, date(2008, 3, 5))
    assert again.last_day == date(2011, 1, 1)


@pytest.mark.parametrize("action", ["delayed", "unpublished"])
def test_a_report_that_is_held_back_shows_since_when_and_why(action: str) -> None:
    """Before its day it may still be held back; then its text is gone."""
    history = published(date(2008, 3, 5)).add(action, date(2008, 3, 1), reason="A trial is on")
    state = history.at(date(2008, 3, 5))
    assert (state.state.value, state.since, state.reason) == (
        action,
        date(2008, 3, 1),
        "A trial is on",
    )
    assert not state.text_kept


Step = tuple[str, date, dict[str, Any]]
UP: Step = ("published", date(2008, 3, 5), {})
DOWN: Step = ("withdrawn", date(2009, 3, 6), {})


@pytest.mark.parametrize(
    ("steps", "says"),
    [
        ([UP, UP], "published or scheduled already"),
        ([("published", date(2008, 3, 5), {"retention_months": None})], "how long"),
        ([("published", date(2008, 3, 5), {"keep_until": date(2009, 3, 4)})], "2009-03-05"),
        ([DOWN], "not published"),
        ([UP, DOWN, DOWN], "not published"),
        ([UP, ("withdrawn", date(2008, 3, 4), {"reason": "x", "authority": "y"})], "before"),
        ([("corrected", date(2008, 3, 5), {"reason": "x"})], "not published"),
        ([UP, DOWN, ("corrected", date(2009, 3, 7), {"reason": "x"})], "not published"),
        (
            [UP, ("corrected", date(2009, 3, 6), {"reason": "x", "keep_until": date(2010, 1, 1)})],
            "ended on 2009-03-05",
        ),
        ([("delayed", date(2008, 3, 5), {"reason": " "})], "no reason"),
        ([("unpublished", date(2008, 3, 5), {})], "no reason"),
        ([UP, ("delayed", date(2008, 3, 5), {"reason": "x"})], "public already"),
        ([UP, DOWN, ("unpublished", date(2009, 4, 1), {"reason": "x"})], "public already"),
    ],
)
def test_a_history_that_contradicts_itself_is_an_error(steps: list[Step], says: str) -> None:
    """With the report, the entry and what to do instead."""
    history = History()
    for action, on, details in steps:
        history.add(action, on, **details)
    with pytest.raises(PublicationError, match=says) as caught:
        states(history.entries, date(2012, 1, 1))
    (problem,) = caught.value.problems
    assert problem.place == f"report 2007-03, ledger entry {len(steps)}"
    assert problem.remedy


def test_a_report_nobody_knows_has_no_state() -> None:
    """The ledger says nothing of it."""
    assert state_of(published(date(2008, 3, 5)).entries, "2030-01", date(2030, 1, 1)) is None


@pytest.mark.parametrize("before", ["delayed", "unpublished"])
def test_a_correction_before_the_day_of_publication_shows_on_that_day_only(before: str) -> None:
    """Until then the report is held back as it was, and nothing of the correction is told."""
    history = History().add(before, date(2008, 2, 1), reason="A trial")
    history.add("published", date(2008, 4, 1)).add("corrected", date(2008, 3, 1), reason="A date")
    waiting = history.at(date(2008, 3, 20))
    assert (waiting.state, waiting.reason) == (PublicState(before), "A trial")
    assert (waiting.updated, waiting.corrections) == (None, ())
    assert history.at(date(2008, 4, 1)).corrections == ((date(2008, 3, 1), "A date"),)

"""A court's order takes a report off the site; what it was off is added to its time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publication.ledger import START, LedgerAction, LedgerEntry
from publication.report_state import PublicState, ReportState, last_day_of_retention
from publication.state import state_of
from publication.withhold import lift, suspend
from redaction.errors import PublicationError

DAY = timedelta(days=1)
ORDER = {"reason": "Interim order", "authority": "The court"}
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31)) | st.just(date(2024, 2, 29))


def entries_of(*steps: tuple[str, date, dict[str, Any]]) -> list[LedgerEntry]:
    """A ledger's entries, without the file."""
    return [
        LedgerEntry.model_validate(
            {
                "number": number,
                "action": LedgerAction(action),
                "reference": "2007-03",
                "on": on,
                "recorded": datetime(2008, 2, 26, 10, tzinfo=UTC),
                "by": "The board’s office",
                "previous": START,
                "hash": START,
                **({"retention_months": 12, "citation": "§8.1"} if action == "published" else {}),
                **details,
            }
        )
        for number, (action, on, details) in enumerate(steps, start=1)
    ]


def at(entries: list[LedgerEntry], day: date) -> ReportState:
    found = state_of(entries, "2007-03", day)
    assert found is not None
    return found


@given(on=DAYS, gaps=st.lists(st.tuples(st.integers(0, 90), st.integers(0, 400)), max_size=3))
def test_a_report_is_up_for_all_its_days_however_often_it_is_suspended(
    on: date, gaps: list[tuple[int, int]]
) -> None:
    """The days on the site, through the floor, are the procedure's; not one is lost."""
    steps: list[tuple[str, date, dict[str, Any]]] = [("published", on, {})]
    day = on
    for up, down in gaps:
        day += DAY * up
        steps += [("suspended", day, ORDER), ("lifted", day + DAY * down, ORDER)]
        day += DAY * down
    entries = entries_of(*steps)
    off = sum(down for _, down in gaps)
    unsuspended = last_day_of_retention(on, 12)
    floor = at(entries, day).floor
    assert floor == unsuspended + DAY * off
    assert at(entries, floor).state is PublicState.PUBLISHED
    assert at(entries, floor + DAY).state is PublicState.ON_REQUEST
    span = range((floor - on).days + 1)
    up_days = sum(at(entries, on + DAY * n).state is PublicState.PUBLISHED for n in span)
    assert up_days == (unsuspended - on).days + 1


@given(on=DAYS, after=st.integers(0, 365), days=st.integers(0, 3000))
def test_a_suspended_report_waits_for_however_long(on: date, after: int, days: int) -> None:
    """Its text is kept, and its time does not run out while it is off the site."""
    start = on + DAY * after
    entries = entries_of(("published", on, {}), ("suspended", start, ORDER))
    state = at(entries, start + DAY * days)
    assert (state.state, state.text_kept) == (PublicState.SUSPENDED, True)
    assert state.floor == last_day_of_retention(on, 12) + DAY * days
    assert not state.state.listed


def test_a_longer_time_of_the_boards_choice_is_not_made_longer() -> None:
    """What the board chose beyond the floor is its own: only the floor moves."""
    chosen = {"keep_until": date(2010, 1, 1)}
    steps = (
        ("published", date(2008, 3, 5), chosen),
        ("suspended", date(2009, 5, 1), ORDER),
        ("lifted", date(2009, 7, 1), ORDER),
    )
    state = at(entries_of(*steps), date(2009, 7, 1))
    assert (state.floor, state.last_day) == (date(2009, 3, 5), date(2010, 1, 1))


UP: tuple[str, date, dict[str, Any]] = ("published", date(2008, 3, 5), {})
OFF = ("suspended", date(2008, 6, 2), ORDER)


@pytest.mark.parametrize(
    ("steps", "says"),
    [
        ([OFF], "not on the site"),
        ([UP, OFF, OFF], "not on the site"),
        ([UP, ("suspended", date(2009, 3, 6), ORDER)], "not on the site"),
        ([UP, ("suspended", date(2008, 3, 4), ORDER)], "before it is on the site"),
        ([UP, ("suspended", date(2008, 6, 2), {"reason": "x"})], "reason and authority"),
        ([UP, ("lifted", date(2008, 6, 2), ORDER)], "there is not"),
        ([UP, OFF, ("lifted", date(2008, 6, 1), ORDER)], "before it began"),
        ([UP, OFF, ("lifted", date(2008, 7, 1), {"authority": "x"})], "reason and authority"),
        ([UP, OFF, ("withdrawn", date(2008, 6, 1), ORDER)], "before its last change"),
        ([UP, OFF, ("withdrawn", date(2012, 1, 1), {})], "without a reason"),
        ([UP, OFF, UP], "already"),
    ],
)
def test_a_suspension_that_contradicts_what_was_before_is_an_error(
    steps: list[tuple[str, date, dict[str, Any]]], says: str
) -> None:
    """Also years of suspension do not use up the time in public."""
    with pytest.raises(PublicationError, match=says):
        at(entries_of(*steps), date(2015, 1, 1))


def test_a_suspended_report_may_be_withdrawn_with_reason_and_authority() -> None:
    """It left the site on the day it was suspended."""
    state = at(entries_of(UP, OFF, ("withdrawn", date(2009, 1, 5), ORDER)), date(2009, 1, 5))
    assert state.state is PublicState.ON_REQUEST
    assert (state.since, state.last_day) == (date(2008, 6, 2), date(2008, 6, 1))
    assert not state.text_kept


REPORT = b"""# Child W: executive summary

## The review process and the organisations

Six agencies took part. The panel met seven times between April and August.

## The circumstances that led to the review

Child W needed medicine every day, and over two years most appointments were missed.

## Key issues

Each service recorded the missed appointment and closed its file.

## Recommendations

Treat a missed appointment as a child who was not brought.
"""


def test_under_an_order_nothing_of_the_report_is_on_the_site(office: Any, tmp_path: Any) -> None:
    """At the lifting it is back; each step is anchored in the register."""
    from publication.build import build_site

    office.publish(office.clear(REPORT), date(2008, 3, 5))
    for day, there in (
        (date(2008, 4, 1), True),
        (date(2008, 6, 2), False),
        (date(2008, 9, 1), True),
    ):
        moment = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
        step = {date(2008, 6, 2): suspend, date(2008, 9, 1): lift}.get(day)
        if step:
            step(
                office.publications, "2007-03", "Interim order", "The court", "Office",
                office.register, moment,
            )  # fmt: skip
        built = build_site(office.publications, day, tmp_path / "site")
        text = " ".join(
            " ".join(path.read_text("utf-8").split()) for path in built.out.rglob("*.*ml")
        )
        assert ("over two years most appointments were missed" in text) is there
    heads = [entry.details.get("ledger_head") for entry in office.register.entries()]
    assert heads[-1] == office.folder.ledger.head()

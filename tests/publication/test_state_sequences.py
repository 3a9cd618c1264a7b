"""Random sequences of what an office may do, over years: what the public is owed always holds."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from publication.ledger import LedgerAction, LedgerEntry, chained
from publication.report_state import PublicState, ReportState
from publication.state import states
from redaction.errors import PublicationError

DAY = timedelta(days=1)
MONTHS = 12
REFERENCES = ("2007-03", "2007-04")
ODD_DAYS = [
    date(2008, 2, 29), date(2012, 2, 29), date(2008, 2, 28), date(2009, 2, 28), date(2008, 1, 31),
    date(2008, 3, 30), date(2008, 8, 31), date(2008, 10, 26), date(2008, 12, 31), date(2011, 3, 1),
]  # fmt: skip
STARTS = st.sampled_from(ODD_DAYS) | st.dates(date(2008, 1, 1), date(2012, 12, 31))
STEPS = st.sampled_from([0, 1, 27, 28, 29, 30, 31, 59, 364, 365, 366, 367]) | st.integers(0, 800)
ORDER = {"reason": "An order", "authority": "The court"}
TEXT_KEPT = (PublicState.SCHEDULED, PublicState.PUBLISHED, PublicState.SUSPENDED)
"""States that say that the text is in the folder; another one waits to be published (again)."""


def a_year_later(start: date) -> date:
    """The calendar's own answer."""
    last = calendar.monthrange(start.year + 1, start.month)[1]
    return date(start.year + 1, start.month, min(start.day, last))


@dataclass
class Told:
    """What the test itself remembers of a report that is up, or will be: not by the ledger."""

    published: date
    owed: date
    off_since: date | None = None

    def floor(self, as_of: date) -> date:
        """The last day that the public is owed, if an order is lifted on ``as_of`` at latest."""
        off = as_of - self.off_since if self.off_since and self.off_since <= self.owed else 0 * DAY
        return self.owed + max(off, 0 * DAY)


class Office(RuleBasedStateMachine):
    """Every rule tries its action on today's date; what the ledger's rules refuse, changes nothing.

    ``told`` says independently which actions may be refused and what is owed.
    """

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[LedgerEntry] = []
        self.told: dict[str, Told] = {}
        self.today = date(2008, 1, 1)

    @initialize(start=STARTS)
    def begin(self, start: date) -> None:
        self.today = start

    def act(self, action: LedgerAction, reference: str, on: date, **more: Any) -> bool:
        """Whether the ledger took it in."""
        recorded = datetime.combine(self.today, time(12), UTC)
        entry = chained(
            self.entries[-1] if self.entries else None,
            action=action, reference=reference, on=on, recorded=recorded, by="Office", **more,
        )  # fmt: skip
        try:
            states([*self.entries, entry], on)
        except PublicationError:
            return False
        self.entries.append(entry)
        return True

    def now(self, reference: str, day: date | None = None) -> ReportState | None:
        found = [s for s in states(self.entries, day or self.today) if s.reference == reference]
        return found[0] if found else None

    @rule(days=STEPS)
    def time_passes(self, days: int) -> None:
        self.today += timedelta(days=days)
        self.night()

    @rule(reference=st.sampled_from(REFERENCES), ahead=STEPS, longer=st.none() | STEPS)
    def publish(self, reference: str, ahead: int, longer: int | None) -> None:
        on = self.today + timedelta(days=ahead)
        owed = a_year_later(on)
        keep = None if longer is None else owed + timedelta(days=longer)
        taken = self.act(
            LedgerAction.PUBLISHED, reference, on,
            retention_months=MONTHS, citation="A rule", keep_until=keep,
        )  # fmt: skip
        assert taken is (reference not in self.told)
        if taken:
            self.told[reference] = Told(on, owed)

    @rule(reference=st.sampled_from(REFERENCES))
    def correct(self, reference: str) -> None:
        later = max(self.today, self.told[reference].published) if reference in self.told else None
        before = self.now(reference, later)
        if self.act(LedgerAction.CORRECTED, reference, self.today, reason="A date"):
            after = self.now(reference, later)
            assert before is not None
            assert after is not None
            assert (before.floor, before.last_day) == (after.floor, after.last_day)
            assert before.published == after.published
        else:
            assert reference not in self.told

    @rule(reference=st.sampled_from(REFERENCES), days=st.integers(0, 40))
    def correct_and_keep_longer(self, reference: str, days: int) -> None:
        later = max(self.today, self.told[reference].published) if reference in self.told else None
        before = self.now(reference, later)
        keep = self.today + timedelta(days=days)
        if self.act(LedgerAction.CORRECTED, reference, self.today, reason="x", keep_until=keep):
            after = self.now(reference, later)
            assert before is not None and before.last_day  # noqa: PT018
            assert after is not None and after.last_day  # noqa: PT018
            assert after.last_day >= max(before.last_day, keep)

    @rule(reference=st.sampled_from(REFERENCES), order=st.booleans())
    def withdraw(self, reference: str, order: bool) -> None:
        told = self.told.get(reference)
        more = ORDER if order else {}
        if self.act(LedgerAction.WITHDRAWN, reference, self.today, **more):
            assert told is not None
            assert order or (told.off_since or self.today) > told.owed
            del self.told[reference]

    @rule(reference=st.sampled_from(REFERENCES), order=st.booleans())
    def suspend(self, reference: str, order: bool) -> None:
        told = self.told.get(reference)
        if self.act(LedgerAction.SUSPENDED, reference, self.today, **(ORDER if order else {})):
            assert order
            assert told is not None
            assert told.off_since is None
            assert told.published <= self.today
            told.off_since = self.today

    @rule(reference=st.sampled_from(REFERENCES), order=st.booleans())
    def lift(self, reference: str, order: bool) -> None:
        told = self.told.get(reference)
        taken = self.act(LedgerAction.LIFTED, reference, self.today, **(ORDER if order else {}))
        assert taken is (order and told is not None and told.off_since is not None)
        if taken and told:
            told.owed, told.off_since = told.floor(self.today), None

    @rule(
        reference=st.sampled_from(REFERENCES),
        action=st.sampled_from([LedgerAction.DELAYED, LedgerAction.UNPUBLISHED]),
    )
    def hold_back(self, reference: str, action: LedgerAction) -> None:
        told = self.told.get(reference)
        if self.act(action, reference, self.today, reason="A trial"):
            assert told is None or self.today < told.published
            self.told.pop(reference, None)

    def night(self) -> None:
        """The nightly job: what is over goes, and no one is asked."""
        for state in states(self.entries, self.today):
            if state.time_is_over:
                assert self.act(LedgerAction.WITHDRAWN, state.reference, self.today)
                assert self.today > self.told.pop(state.reference).owed

    @invariant()
    def the_public_has_what_it_is_owed(self) -> None:
        """Up from its day until the floor at least, off under an order, and its text kept."""
        for state in states(self.entries, self.today):
            told = self.told.get(state.reference)
            assert state.text_kept is (told is not None)
            if told is None:
                assert state.state not in TEXT_KEPT
            elif self.today < told.published:
                assert state.state not in (PublicState.PUBLISHED, PublicState.SUSPENDED)
            else:
                expected = PublicState.SUSPENDED if told.off_since else PublicState.PUBLISHED
                assert state.state is expected
                assert state.floor == told.floor(self.today)
                assert state.last_day is not None
                assert state.last_day >= state.floor

    @invariant()
    def the_days_to_come_follow_from_the_ledger_alone(self) -> None:
        """Once up, a report stays until its last day and, left alone, never comes back."""
        for reference, told in self.told.items():
            if told.off_since or self.today < told.published:
                continue
            state = self.now(reference)
            assert state is not None and state.last_day is not None  # noqa: PT018
            for day in (told.published, told.owed, state.last_day, state.last_day + DAY):
                if day < self.today:
                    continue
                (then,) = (s for s in states(self.entries, day) if s.reference == reference)
                gone = day > state.last_day
                assert then.state is (PublicState.ON_REQUEST if gone else PublicState.PUBLISHED)

    @invariant()
    def states_are_pure_and_look_at_no_other_report(self) -> None:
        """The same ledger and day give the same; another report's lines change nothing."""
        whole = states(self.entries, self.today)
        assert states(tuple(self.entries), self.today) == whole
        for state in whole:
            own = [entry for entry in self.entries if entry.reference == state.reference]
            assert states(own, self.today) == (state,)

    @invariant()
    def what_was_shown_on_a_past_day_is_not_rewritten(self) -> None:
        """The dates of the past stand, whatever was recorded since."""
        for day in {entry.on for entry in self.entries if entry.on <= self.today}:
            until = [entry for entry in self.entries if entry.recorded.date() <= day]
            earlier = {each.reference: each.state for each in states(until, day)}
            for state in states(self.entries, day):
                assert state.state is earlier.get(state.reference, state.state)


Office.TestCase.settings = settings(
    max_examples=40,
    stateful_step_count=20,
    deadline=None,
    print_blob=True,
)
TestOffice = Office.TestCase

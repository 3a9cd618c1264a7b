"""How a deadline stands: met, late, due, overdue, waiting, waived, running."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.deadlines import Deadline, DeadlineStatus, deadlines
from casework.limits import last_day, limit_sentence
from casework.model.case import Case
from casework.model.review import EventKind
from casework.procedure import Direction, Procedure, Strength, TimeRule, Unit
from casework.procedure_file import load_procedure

BEDFORDSHIRE = load_procedure("bedfordshire-2007")
BNES = load_procedure("bnes-2016")

REFERRED = {"kind": "referral_received", "on": "2007-03-01"}  # a Thursday
DECIDED = {"kind": "decision", "on": "2007-04-20", "at": "11:30"}  # a Friday
PUBLISHED = {"kind": "published", "on": "2016-05-06"}  # a Friday; seven working days: 26 April
BODIES = ["ofsted", "dfe", "national-panel"]


def case(*events: dict[str, Any], **fields: Any) -> Case:
    child = {"first_name": "Zebedee", "surname": "Quillfeather"}
    base = {"reference": "2007-99", "board": "board.yaml", "child": child}
    return Case.model_validate_json(json.dumps({**base, "events": list(events), **fields}))


def found(
    rule: str, as_of: str, *events: dict[str, Any], procedure: Procedure = BEDFORDSHIRE, **more: Any
) -> Deadline:
    every = deadlines(case(*events, **more), procedure, date.fromisoformat(as_of))
    return next(deadline for deadline in every if deadline.rule.id == rule)


def consulted(on: str) -> dict[str, Any]:
    return {"kind": "consulted", "on": on}


@pytest.mark.parametrize(
    ("as_of", "events", "status", "days_left"),
    [
        ("2007-03-01", [], "waiting", None),
        ("2007-03-01", [REFERRED], "due", 4),
        ("2007-03-05", [REFERRED], "due", 0),
        ("2007-03-06", [REFERRED], "overdue", -1),
        ("2007-03-06", [REFERRED, consulted("2007-03-05")], "met", None),
        ("2007-03-06", [REFERRED, consulted("2007-03-06")], "met_late", None),
        ("2007-03-05", [REFERRED, consulted("2007-03-06")], "due", 0),
        ("2007-02-28", [REFERRED], "waiting", None),
        ("2007-03-06", [REFERRED, consulted("2007-03-05"), consulted("2007-03-09")], "met", None),
    ],
)
def test_two_working_days_from_a_thursday_end_on_monday(
    as_of: str, events: list[dict[str, Any]], status: str, days_left: int | None
) -> None:
    deadline = found("T01", as_of, *events)
    assert (deadline.status, deadline.days_left) == (status, days_left)


def test_what_is_waited_for_is_said_in_words_with_its_planned_date() -> None:
    assert found("T07", "2007-05-01").waiting_on == "the scoping meeting"
    planned = {"kind": "scoping_meeting", "on": "2007-05-08"}
    waiting = found("T07", "2007-05-01", planned)
    assert waiting.waiting_on == "the scoping meeting, planned for 8 May 2007"
    assert waiting.due is None


def test_the_first_of_two_meetings_starts_the_clock() -> None:
    later = {"kind": "referral_received", "on": "2007-03-12"}
    assert found("T01", "2007-03-01", later, REFERRED).due == date(2007, 3, 5)


def test_dates_elsewhere_in_the_case_file_count_as_events() -> None:
    referral = {"date_of_referral": "2007-03-01"}
    assert found("T01", "2007-03-02", referral=referral).due == date(2007, 3, 5)
    child = {"first_name": "Zebedee", "surname": "Quillfeather", "date_of_death": "2007-02-27"}
    assert found("T16", "2007-03-02", child=child).due == date(2007, 2, 27)
    plan = {"planned": "2016-05-06"}
    planned = found("T35", "2016-04-01", procedure=BNES, publication=plan)
    assert (planned.status, planned.due) == (DeadlineStatus.DUE, date(2016, 4, 26))


def test_a_planned_day_that_passes_is_no_publication() -> None:
    plan = {"planned": "2016-05-06"}
    deadline = found("T33", "2016-06-01", procedure=BNES, publication=plan)
    assert deadline.status is DeadlineStatus.WAITING
    assert deadline.waiting_on == "a date of publication, planned for 6 May 2016"


# ------------------------------------------------------------------- twenty-four hours


@pytest.mark.parametrize(
    ("told", "status", "remark"),
    [
        ({"on": "2007-04-20", "at": "18:00"}, "met", ""),
        ({"on": "2007-04-21", "at": "11:30"}, "met", ""),
        ({"on": "2007-04-21", "at": "11:31"}, "met_late", ""),
        ({"on": "2007-04-21"}, "met", "judged by the day"),
        ({"on": "2007-04-22"}, "met_late", ""),
    ],
)
def test_chief_officers_are_told_within_24_hours_by_the_clock(
    told: dict[str, Any], status: str, remark: str
) -> None:
    events = [DECIDED, {"kind": "chief_officers_notified", **told}]
    deadline = found("T04", "2007-05-01", *events)
    assert f"{deadline.due_at}" == "2007-04-21 11:30:00+01:00"
    assert deadline.status == status
    assert remark in deadline.note


def test_without_a_time_the_24_hours_end_with_the_next_day_and_say_so() -> None:
    deadline = found("T04", "2007-04-21", {"kind": "decision", "on": "2007-04-20"})
    assert (deadline.due, deadline.due_at) == (date(2007, 4, 21), None)
    assert "time of day" in deadline.note


# ------------------------------------------------------------------- bodies and agencies


def sent(on: str, *to: str) -> dict[str, Any]:
    return {"kind": "advance_copy_sent", "on": on, "to": list(to)}


@pytest.mark.parametrize(
    ("events", "status", "missing"),
    [
        ([sent("2016-04-26", *BODIES)], "met", ""),
        ([sent("2016-04-27", *BODIES)], "met_late", ""),
        ([sent("2016-04-20", "ofsted", "dfe"), sent("2016-04-26", "national-panel")], "met", ""),
        ([sent("2016-04-20", "ofsted", "dfe")], "overdue", "National Panel of Independent Exp"),
        ([sent("2016-04-20")], "overdue", "Ofsted, Department for Education"),
    ],
)
def test_an_advance_copy_counts_when_every_body_has_it(
    events: list[dict[str, Any]], status: str, missing: str
) -> None:
    deadline = found("T35", "2016-05-06", PUBLISHED, *events, procedure=BNES)
    assert deadline.status == status
    assert missing in deadline.note


def test_a_copy_sent_before_any_publication_is_planned_meets_nothing_yet() -> None:
    deadline = found("T35", "2016-04-26", sent("2016-04-26", *BODIES), procedure=BNES)
    assert deadline.status is DeadlineStatus.WAITING
    assert deadline.waiting_on == "a date of publication"


@pytest.mark.parametrize(
    ("agencies", "status"),
    [
        ([("police", "2007-04-20"), ("health", "2007-04-20")], "met"),
        ([("police", "2007-04-20"), ("health", "2007-04-23")], "met_late"),
        ([("police", "2007-04-20"), ("health", None)], "overdue"),
    ],
)
def test_records_are_secured_when_every_agency_involved_has_secured_them(
    agencies: list[tuple[str, str | None]], status: str
) -> None:
    involved = [{"agency": name, "files_secured": on} for name, on in agencies]
    bystander = {"agency": "library", "involved": False}
    deadline = found("T05", "2007-05-01", DECIDED, agencies=[*involved, bystander])
    assert deadline.status == status


def test_one_event_without_an_agency_speaks_for_all() -> None:
    secured = {"kind": "files_secured", "on": "2007-04-20"}
    agencies = [{"agency": "police"}, {"agency": "health"}]
    assert found("T05", "2007-05-01", DECIDED, secured, agencies=agencies).status == "met"


def test_the_dates_of_the_scoping_meeting_must_all_be_fixed() -> None:
    meeting = {"kind": "scoping_meeting", "on": "2007-05-08"}
    dates = {"reports_due": "2007-06-19", "presentation": "2007-07-03"}
    half = found("T09", "2007-05-09", meeting, terms_of_reference={"schedule": dates})
    assert half.status is DeadlineStatus.OVERDUE
    assert half.note == "Still missing: submission to board, delay action."
    rest = {"submission_to_board": "2007-08-22", "delay_action": "Tell the Chair at once."}
    whole = found("T09", "2007-05-09", meeting, terms_of_reference={"schedule": dates | rest})
    assert whole.status is DeadlineStatus.MET


# ------------------------------------------------------------------- waivers and periods


def waiver(rule: str, new_date: str | None = None) -> dict[str, Any]:
    agreed = {"rule": rule, "agreed_by": "CSCI", "on": "2007-03-20", "reason": "complexity"}
    return agreed | ({"new_date": new_date} if new_date else {})


@pytest.mark.parametrize(
    ("as_of", "status", "due"),
    [
        ("2007-03-19", "due", date(2007, 8, 1)),
        ("2007-03-20", "waived", date(2007, 10, 1)),
        ("2007-10-02", "overdue", date(2007, 10, 1)),
    ],
)
def test_an_agreed_new_date_takes_the_place_of_the_limit(
    as_of: str, status: str, due: date
) -> None:
    deadline = found("T06", as_of, REFERRED, waivers=[waiver("T06", "2007-10-01")])
    assert (deadline.status, deadline.due) == (status, due)


def test_a_waiver_says_with_whose_agreement() -> None:
    deadline = found("T06", "2007-04-01", REFERRED, waivers=[waiver("T06", "2007-10-01")])
    assert deadline.waiver is not None
    assert deadline.waiver.agreed_by == "CSCI"


def test_a_completed_review_is_judged_by_the_agreed_date() -> None:
    done = {"kind": "completed", "on": "2007-09-20"}
    agreed = [waiver("T06", "2007-10-01")]
    assert found("T06", "2007-12-01", REFERRED, done, waivers=agreed).status == "met"
    assert found("T06", "2007-12-01", REFERRED, done).status == "met_late"


def test_a_limit_that_no_one_may_change_stands_and_says_so() -> None:
    deadline = found("T01", "2007-04-01", REFERRED, waivers=[waiver("T01", "2007-10-01")])
    assert (deadline.status, deadline.due) == (DeadlineStatus.OVERDUE, date(2007, 3, 5))
    assert "lets no one change it" in deadline.note


def test_the_chair_may_leave_the_copies_where_they_are() -> None:
    endorsed = {"kind": "endorsed", "on": "2007-03-15"}
    deadline = found("T18", "2007-12-01", endorsed, waivers=[waiver("T18")])
    assert (deadline.status, deadline.due) == (DeadlineStatus.WAIVED, None)


def test_a_report_taken_down_early_breaks_the_rule() -> None:
    withdrawn = {"kind": "withdrawn", "on": "2016-12-01"}
    deadline = found("T33", "2018-01-01", PUBLISHED, withdrawn, procedure=BNES)
    assert deadline.status is DeadlineStatus.OVERDUE
    assert "before the minimum period was over" in deadline.note


def test_publication_during_proceedings_breaks_the_embargo() -> None:
    trial = {"kind": "criminal", "description": "trial"}
    deadline = found("T40", "2016-06-01", PUBLISHED, procedure=BNES, proceedings=[trial])
    assert deadline.status is DeadlineStatus.OVERDUE


# ------------------------------------------------------------------- which rules apply


def ids(as_of: str, **fields: Any) -> set[str]:
    every = deadlines(case(REFERRED, **fields), BEDFORDSHIRE, date.fromisoformat(as_of))
    return {deadline.rule.id for deadline in every}


def decision(outcome: str) -> dict[str, Any]:
    return {"outcome": outcome, "reasons": "as minuted", "by": "The Chair", "on": "2007-04-20"}


@pytest.mark.parametrize(
    ("outcome", "applies", "left_out"),
    [
        ("serious_case_review", {"T01", "T04", "T06"}, {"T15"}),
        ("interagency_management_review", {"T01", "T15"}, {"T04", "T06"}),
        ("no_further_action", {"T01", "T02", "T03", "T16"}, {"T04", "T06", "T15"}),
    ],
)
def test_only_rules_for_the_review_that_was_decided_on_apply(
    outcome: str, applies: set[str], left_out: set[str]
) -> None:
    listed = ids("2007-04-21", decision=decision(outcome))
    assert applies <= listed
    assert not left_out & listed
    assert "T06" in ids("2007-04-19", decision=decision(outcome)), "not yet decided"


def test_rules_on_proceedings_are_left_out_where_there_are_none() -> None:
    assert "T12" not in ids("2007-04-21")
    care = {"kind": "care", "description": "care proceedings"}
    assert "T12" in ids("2007-04-21", proceedings=[care])


# ------------------------------------------------------------------- general properties

MOMENTS = st.dates(date(2006, 1, 1), date(2009, 12, 31))
EVENTS = st.lists(st.tuples(st.sampled_from([kind.value for kind in EventKind]), MOMENTS))


@given(MOMENTS, EVENTS)
def test_deadlines_are_sorted_cited_and_consistent(
    as_of: date, events: list[tuple[str, date]]
) -> None:
    listed = [{"kind": kind, "on": on.isoformat()} for kind, on in events]
    for procedure in (BEDFORDSHIRE, BNES):
        every = deadlines(case(*listed), procedure, as_of)
        order = [(each.due or date.max, each.rule.id) for each in every]
        assert order == sorted(order)
        for each in every:
            assert each.rule.citation
            assert (each.status is DeadlineStatus.WAITING) == bool(each.waiting_on)
            assert each.met_on is None or each.met_on <= as_of
            if each.status is DeadlineStatus.OVERDUE and each.days_left is not None:
                assert each.days_left < 0
            if each.status is DeadlineStatus.DUE and each.due:
                assert each.due >= as_of


@given(st.sampled_from([r for p in (BEDFORDSHIRE, BNES) for r in p.rules]), MOMENTS, MOMENTS)
def test_a_later_start_never_gives_an_earlier_last_day(
    rule: TimeRule, one: date, other: date
) -> None:
    early, late = sorted((one, other))
    first, second = last_day(rule, early), last_day(rule, late)
    assert (first is None) == (second is None)
    if first and second:
        assert first <= second
        assert (first <= early) if rule.direction is Direction.BEFORE else (first >= early)


def test_a_transition_counts_from_a_calendar_date() -> None:
    """Fifteen months from 29 June 2018 end on 29 September 2019 (safeguarding partners)."""
    rule = TimeRule(
        id="T58",
        citation="B&NES 2019, §1.2",
        action="Move to safeguarding partners",
        direction=Direction.AFTER,
        unit=Unit.MONTHS,
        quantity=15,
        strength=Strength.HARD,
        start_on=date(2018, 6, 29),
    )
    procedure = Procedure(
        **{field: getattr(BNES, field) for field in BNES.__dataclass_fields__ if field != "rules"},
        rules=(rule,),
    )
    (deadline,) = deadlines(case(), procedure, date(2018, 6, 29) + timedelta(days=1))
    assert (deadline.due, deadline.status) == (date(2019, 9, 29), DeadlineStatus.DUE)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("T01", "within 2 working days of the referral to the board's chair"),
        ("T04", "within 24 hours of the chair's decision"),
        ("T05", "at once after the chair's decision"),
        ("T07", "within 4 to 6 weeks of the scoping meeting"),
        ("T11", "before a date of publication"),
        ("T33", "for at least 12 months from a date of publication"),
        ("T34", "at least 1 week before a date of publication"),
        ("T38", "on the date set"),
    ],
)
def test_limits_read_as_people_say_them(rule: str, words: str) -> None:
    found_rule = next(r for p in (BEDFORDSHIRE, BNES) for r in p.rules if r.id == rule)
    assert limit_sentence(found_rule) == words

"""The tracks that leave the usual road: transition, delay, no publication, improvements only."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from casework.deadlines import Deadline, DeadlineStatus, deadlines, lapsed
from casework.model.case import Case
from casework.model.review import Outcome
from casework.procedure_file import load_procedure

OPTION_A = "bnes-2019-wt2015"
OPTION_B = "bnes-2019-wt2018"
LCSPR = "local_child_safeguarding_practice_review"
PARTNERS = ["national-panel", "secretary-of-state"]


def event(kind: str, on: str, *to: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "on": on, "to": list(to), **more}


def case(*events: dict[str, Any], **fields: Any) -> Case:
    child = {"first_name": "Zebedee", "surname": "Quillfeather"}
    base = {"reference": "2019-99", "board": "board.yaml", "child": child}
    return Case.model_validate_json(json.dumps({**base, "events": list(events), **fields}))


def listed(procedure: str, as_of: str, *events: dict[str, Any], **more: Any) -> dict[str, Deadline]:
    """Every deadline by its rule; a local review where the procedure is option B."""
    fields = {"kind": LCSPR, **more} if procedure == OPTION_B else more
    found = deadlines(case(*events, **fields), load_procedure(procedure), date.fromisoformat(as_of))
    return {each.rule.id: each for each in found}


def standing(found: dict[str, Deadline], *rules: str) -> list[str]:
    return [found[rule].status.value if rule in found else "not listed" for rule in rules]


# ------------------------------------------------------------------- the grace period

BEGAN = event("new_arrangements_began", "2019-09-02")  # a Monday
DECIDED = event("decision", "2019-03-04")
COMPLETED = event("completed", "2020-05-01")


def test_a_review_published_in_the_grace_period_need_not_be_handed_over() -> None:
    """Begun under the board, finished in the 12 additional months."""
    before = listed(OPTION_A, "2020-03-02", DECIDED, BEGAN)
    assert standing(before, "T57", "T57-transfer") == ["due", "due"]
    assert before["T57"].due == before["T57-transfer"].due == date(2020, 9, 2)
    done = listed(
        OPTION_A, "2020-09-03", DECIDED, BEGAN, COMPLETED, event("published", "2020-06-01")
    )
    assert standing(done, "T57", "T57-decision", "T57-transfer") == ["met", "met", "not listed"]


@pytest.mark.parametrize(
    ("to", "status", "missing"),
    [
        (["safeguarding-partners", "national-panel", "dfe"], "met", ""),
        (["safeguarding-partners", "national-panel"], "overdue", "Department for Education"),
    ],
)
def test_an_unfinished_review_goes_to_partners_panel_and_department(
    to: list[str], status: str, missing: str
) -> None:
    handed_over = event("transferred", "2020-09-02", *to)
    found = listed(OPTION_A, "2020-09-03", DECIDED, BEGAN, handed_over)
    assert standing(found, "T57", "T57-transfer") == ["met", status]
    assert missing in found["T57-transfer"].note


def test_an_unfinished_review_that_was_not_handed_over_is_overdue() -> None:
    found = listed(OPTION_A, "2020-09-03", DECIDED, BEGAN, COMPLETED)
    assert standing(found, "T57", "T57-transfer") == ["overdue", "overdue"]
    assert found["T57"].note == "Still missing: published."


def test_a_complete_report_that_is_not_to_be_published_is_handed_over_too() -> None:
    against = event("non_publication_decided", "2020-05-11")
    found = listed(OPTION_A, "2020-06-01", DECIDED, BEGAN, COMPLETED, against)
    assert standing(found, "T57", "T57-transfer", "T67") == ["due", "due", "not listed"]


@pytest.mark.parametrize(
    ("events", "status"),
    [
        ([DECIDED], "met"),
        ([event("decision", "2019-09-02")], "met_late"),
        ([], "overdue"),
        ([event("undecided_incidents_passed_on", "2019-09-01")], "met"),
    ],
)
def test_no_review_is_begun_in_the_grace_period(events: list[dict[str, Any]], status: str) -> None:
    """What is not decided by then goes to the safeguarding partners."""
    assert standing(listed(OPTION_A, "2019-10-01", BEGAN, *events), "T57-decision") == [status]


def test_before_the_change_only_the_grace_period_itself_is_waited_for() -> None:
    found = listed(OPTION_A, "2019-04-01", DECIDED)
    assert found["T57"].waiting_on == "the start of the safeguarding partners' arrangements"
    assert standing(found, "T57-decision", "T57-transfer", "T57-learning") == ["not listed"] * 3
    assert (found["T58"].status, found["T58"].due) == (DeadlineStatus.DUE, date(2019, 9, 29))


def test_learning_goes_to_the_partners_too() -> None:
    passed = event("learning_passed_on", "2019-09-10")
    assert standing(listed(OPTION_A, "2019-10-01", DECIDED, BEGAN), "T57-learning") == ["due"]
    found = listed(OPTION_A, "2019-10-01", DECIDED, BEGAN, passed)
    assert standing(found, "T57-learning", "T58") == ["met", "met"]


# ------------------------------------------------------------------- delay

INITIATED = event("decision", "2020-01-13")
TRIAL = {"kind": "criminal", "description": "trial", "started": "2020-03-02"}
DELAYED = event("publication_delayed", "2020-06-15")
NOTICE = event("delay_notice_sent", "2020-06-22", *PARTNERS)


@pytest.mark.parametrize(
    ("as_of", "events", "statuses"),
    [
        ("2020-06-01", [], ["due", "waiting"]),
        ("2020-06-16", [DELAYED], ["due", "due"]),
        ("2020-07-14", [DELAYED], ["overdue", "due"]),
        ("2020-07-14", [DELAYED, NOTICE], ["waived", "met"]),
        (
            "2020-07-14",
            [DELAYED, event("delay_notice_sent", "2020-06-22", "national-panel")],
            ["overdue", "due"],
        ),
    ],
)
def test_reasons_given_for_a_delay_take_the_last_day_away(
    as_of: str, events: list[dict[str, Any]], statuses: list[str]
) -> None:
    """T67 holds until the Panel and the Secretary of State know why proceedings delay it (T68)."""
    found = listed(OPTION_B, as_of, INITIATED, *events, proceedings=[TRIAL])
    assert standing(found, "T67", "T68") == statuses


def test_the_excuse_names_its_rule_and_day_and_says_when_it_came_too_late() -> None:
    early = listed(OPTION_B, "2020-08-01", INITIATED, DELAYED, NOTICE)["T67"]
    assert (early.due, early.note) == (None, "Excused by rule T68, met on 22 June 2020.")
    late_notice = event("delay_notice_sent", "2020-07-20", *PARTNERS)
    late = listed(OPTION_B, "2020-08-01", INITIATED, DELAYED, late_notice)["T67"]
    assert late.note.endswith("That was after the limit had passed.")


def test_a_new_date_agreed_with_the_reasons_is_the_deadline_again() -> None:
    agreed = {
        "rule": "T67",
        "agreed_by": "the safeguarding partners",
        "on": "2020-06-22",
        "reason": "trial",
        "new_date": "2020-12-01",
    }
    found = listed(OPTION_B, "2020-08-01", INITIATED, DELAYED, NOTICE, waivers=[agreed])["T67"]
    assert (found.status, found.due) == (DeadlineStatus.WAIVED, date(2020, 12, 1))


def test_without_proceedings_no_one_is_asked_for_reasons() -> None:
    assert standing(listed(OPTION_B, "2020-08-01", INITIATED), "T68") == ["not listed"]


# ------------------------------------------------------------------- no publication

NOT_TO = event("non_publication_decided", "2020-06-01")
BODIES = ["national-panel", "secretary-of-state", "ofsted"]


@pytest.mark.parametrize(
    ("procedure", "rules"),
    [
        ("bnes-2016", ["T33", "T34", "T35"]),
        (OPTION_A, ["T55", "T56", "T66", "T67"]),
    ],
)
def test_nothing_waits_for_a_publication_that_was_decided_against(
    procedure: str, rules: list[str]
) -> None:
    assert "not listed" not in standing(listed(procedure, "2020-05-01", DECIDED), *rules)
    found = listed(procedure, "2020-06-02", DECIDED, NOT_TO)
    assert standing(found, *rules) == ["not listed"] * len(rules)


def test_a_decision_that_was_changed_brings_the_rules_back() -> None:
    """The national panel challenged it, and the report is to be published after all."""
    later = event("published", "2020-09-01")
    found = listed("bnes-2016", "2020-07-01", DECIDED, NOT_TO, later)
    assert standing(found, "T33", "T35") == ["waiting", "due"]
    assert found["T35"].due == date(2020, 8, 20)  # Thu; Mon 31 August is a bank holiday


def test_improvement_information_stands_for_the_report_that_is_not_published() -> None:
    """T65, T66 and T67 count it as the publication, and its copy as the advance copy."""
    sent = event("improvement_information_sent", "2020-06-03", *BODIES)
    published = event("improvement_information_published", "2020-06-12")  # a Friday
    done = event("completed", "2020-05-29")
    found = listed(OPTION_B, "2020-07-01", INITIATED, done, NOT_TO, sent, published)
    assert standing(found, "T65", "T66", "T67") == ["running", "met", "met"]
    assert found["T66"].due == date(2020, 6, 3)  # Wed, seven working days before
    assert found["T65"].earliest == date(2021, 6, 13)
    withdrawn = event("improvement_information_withdrawn", "2021-06-12")
    early = listed(OPTION_B, "2021-07-01", INITIATED, sent, published, withdrawn)
    assert standing(early, "T65") == ["overdue"]


def test_improvement_information_sent_late_or_to_too_few_is_seen() -> None:
    published = event("improvement_information_published", "2020-06-12")
    late = event("improvement_information_sent", "2020-06-04", *BODIES)
    assert standing(listed(OPTION_B, "2020-07-01", INITIATED, published, late), "T66") == [
        "met_late"
    ]
    few = event("improvement_information_sent", "2020-06-03", "national-panel")
    found = listed(OPTION_B, "2020-07-01", INITIATED, published, few)["T66"]
    assert found.status is DeadlineStatus.OVERDUE
    assert found.note == "Still missing: Secretary of State for Education, Ofsted."


def test_until_it_is_published_the_improvement_information_is_waited_for() -> None:
    """Deciding against the report does not end the duty to publish what should improve."""
    found = listed(OPTION_B, "2020-06-02", INITIATED, NOT_TO)
    assert standing(found, "T66", "T67") == ["waiting", "due"]


# ------------------------------------------------------------------- duties that recur


@pytest.mark.parametrize(
    ("events", "status", "note"),
    [
        ([], "due", ""),
        ([event("progress_checked", "2020-02-10")], "running", "Done once, last on 10 February"),
        (
            [event("progress_checked", "2020-02-10"), event("reviewer_asked", "2020-03-09")],
            "running",
            "Done 2 times, last on 9 March 2020",
        ),
        ([event("reviewer_asked", "2020-03-09")], "running", "last on 9 March 2020"),
        (
            [event("progress_checked", "2020-02-10"), event("completed", "2020-06-01")],
            "met",
            "Done once",
        ),
        ([event("completed", "2020-06-01")], "overdue", "It was never done."),
    ],
)
def test_a_duty_at_regular_intervals_runs_until_the_review_is_complete(
    events: list[dict[str, Any]], status: str, note: str
) -> None:
    """T69: the partners check time and quality; a written request to the reviewer is a check."""
    found = listed(OPTION_B, "2020-07-01", INITIATED, *events)["T69"]
    assert found.status == status
    assert note in found.note


# ------------------------------------------------------------------- other facts of the case


def test_the_death_of_a_looked_after_child_is_told_of_and_no_other() -> None:
    """T61, whether abuse is suspected or not."""
    child = {"first_name": "Zebedee", "surname": "Quillfeather", "date_of_death": "2020-01-06"}
    assert "T61" not in listed(OPTION_B, "2020-02-01", child=child)
    in_care = {**child, "looked_after": True}
    assert standing(listed(OPTION_B, "2020-02-01", child=in_care), "T61") == ["due"]
    told = event("looked_after_death_notified", "2020-01-07", "secretary-of-state", "ofsted")
    assert standing(listed(OPTION_B, "2020-02-01", told, child=in_care), "T61") == ["met"]


def actions(*statuses: str) -> list[dict[str, Any]]:
    days = ("2011-06-30", "2011-09-30")
    planned = [
        {"what": "Train", "who": "The board", "by_when": on, "status": status}
        for on, status in zip(days, statuses, strict=True)
    ]
    return [{"number": "1", "text": "Train staff.", "actions": planned}]


@pytest.mark.parametrize(
    ("statuses", "status", "due"),
    [
        (("not_started", "not_started"), "overdue", date(2011, 6, 30)),
        (("done", "in_progress"), "due", date(2011, 9, 30)),
        (("done", "done"), "waiting", None),
    ],
)
def test_recommendations_are_due_each_in_its_own_time(
    statuses: tuple[str, str], status: str, due: date | None
) -> None:
    """T22: the earliest day of an action that is not done."""
    adopted = event("endorsed", "2011-04-04")
    found = listed("leaflet-2010", "2011-08-01", adopted, recommendations=actions(*statuses))
    assert (found["T22"].status, found["T22"].due) == (status, due)


def test_when_every_action_is_done_the_progress_report_is_waited_for() -> None:
    adopted = event("endorsed", "2011-04-04")
    done = actions("done", "done")
    found = listed("leaflet-2010", "2011-10-03", adopted, recommendations=done)["T22"]
    assert found.waiting_on == "the progress report to the board"
    told = [event("actions_completed", "2011-09-29"), event("progress_report", "2011-10-03")]
    met = listed("leaflet-2010", "2011-10-03", adopted, *told, recommendations=done)
    assert standing(met, "T22") == ["met"]


def test_asking_for_updates_meets_the_six_months_and_an_update_shows_that_it_was_asked() -> None:
    """T13."""
    meeting = event("operations_board", "2007-10-03")
    for kind in ("updates_requested", "update_received"):
        found = listed("bedfordshire-2007", "2008-05-01", meeting, event(kind, "2008-03-28"))
        assert standing(found, "T13") == ["met"]


@pytest.mark.parametrize(
    ("outcome", "procedure", "rules"),
    [
        (LCSPR, OPTION_B, {"T64", "T65", "T66", "T67", "T69", "T70"}),
        ("multi_agency_review", "bnes-2016", {"T39"}),
        ("other_review", "bnes-2016", {"T39"}),
        ("no_further_action", "bnes-2016", set()),
    ],
)
def test_the_outcome_decides_which_rules_apply(
    outcome: str, procedure: str, rules: set[str]
) -> None:
    decision = {"outcome": outcome, "reasons": "as minuted", "by": "The Chair", "on": "2020-01-13"}
    found = listed(procedure, "2020-02-01", decision=decision)
    assert {rule for rule, each in found.items() if each.rule.kinds} == rules


def test_every_outcome_leads_to_a_kind_of_review_or_to_none() -> None:
    for outcome in Outcome:
        decision = {"outcome": outcome, "reasons": "minuted", "by": "Chair", "on": "2020-01-13"}
        listed(OPTION_B, "2020-02-01", decision=decision)


# ------------------------------------------------------------------- what lapsed


def test_what_the_decision_ended_is_named_once_more_with_its_last_day() -> None:
    """T06 had a last day from the referral on; the chair decided on no review."""
    referred = event("referral_received", "2007-03-01")
    decision = {
        "outcome": "no_further_action",
        "reasons": "as minuted",
        "by": "The Chair",
        "on": "2007-03-20",
    }
    found = case(referred, decision=decision)
    bedfordshire = load_procedure("bedfordshire-2007")
    assert lapsed(found, bedfordshire, date(2007, 3, 19)) == ()
    (gone,) = lapsed(found, bedfordshire, date(2007, 3, 20))
    assert (gone.rule.id, gone.status, gone.due) == (
        "T06",
        DeadlineStatus.LAPSED,
        date(2007, 8, 1),
    )
    assert not gone.status.open


def test_what_was_met_before_it_ended_has_not_lapsed() -> None:
    plan = event("published", "2020-05-29")
    sent = event("advance_copy_sent", "2020-05-01", "ofsted", "dfe", "national-panel")
    bnes = load_procedure("bnes-2016")
    assert {each.rule.id for each in lapsed(case(plan, NOT_TO), bnes, date(2020, 6, 1))} == {
        "T34",
        "T35",
    }
    assert lapsed(case(plan, sent, NOT_TO), bnes, date(2020, 6, 1)) == ()

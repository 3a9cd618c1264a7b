"""Every time rule of the sources worked out by hand, the weekdays written out.

A row says the arithmetic in full, so that it can be checked with a wall calendar alone; the
limit in it must be the limit of the procedure's file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from casework.deadlines import Deadline, DeadlineStatus, deadlines
from casework.model.case import Case
from casework.procedure import Direction, TimeRule, Unit
from casework.procedure_file import load_procedure, procedure_ids

LONG_AFTER = date(2030, 1, 1)

WORKED = """
# Bedfordshire 2007. Easter: Fri 6 and Mon 9 Apr 2007; early May: Mon 7 May 2007.
T01 bedfordshire-2007 referral_received: Fri 30 Mar 2007 + 2 wd = Tue 3 Apr 2007
T01 bedfordshire-2007 referral_received: Thu 5 Apr 2007 + 2 wd = Wed 11 Apr 2007
T01 bedfordshire-2007 referral_received: Sat 22 Dec 2007 + 2 wd = Thu 27 Dec 2007
T02 bedfordshire-2007 referral_received: Thu 1 Mar 2007 + 28 d = Thu 29 Mar 2007
T02 bedfordshire-2007 referral_received: Fri 1 Feb 2008 + 28 d = Fri 29 Feb 2008
T03 bedfordshire-2007 referral_received: Wed 31 Jan 2007 + 1 mo = Wed 28 Feb 2007
T03 bedfordshire-2007 referral_received: Thu 31 Jan 2008 + 1 mo = Fri 29 Feb 2008
T04 bedfordshire-2007 decision: Fri 20 Apr 2007 11:30 + 24 h = Sat 21 Apr 2007 11:30
T04 bedfordshire-2007 decision: Sat 24 Mar 2007 16:00 + 24 h = Sun 25 Mar 2007 17:00
T04 bedfordshire-2007 decision: Sat 27 Oct 2007 16:00 + 24 h = Sun 28 Oct 2007 15:00
T05 bedfordshire-2007 decision: Fri 20 Apr 2007 at once = Fri 20 Apr 2007
T06 bedfordshire-2007 referral_received: Wed 31 Jan 2007 + 4 mo = Thu 28 Jun 2007
T07 bedfordshire-2007 scoping_meeting: Tue 3 Apr 2007 + 6 w = Tue 15 May 2007
T08 bedfordshire-2007 scoping_meeting: Tue 8 May 2007 then = no last day
T09 bedfordshire-2007 scoping_meeting: Tue 8 May 2007 at once = Tue 8 May 2007
T10 bedfordshire-2007 presentation_meeting: Tue 3 Jul 2007 at once = Tue 3 Jul 2007
T11 bedfordshire-2007 published: Mon 3 Mar 2008 before = Sun 2 Mar 2008
T12 bedfordshire-2007 proceedings_ended: Thu 24 Jan 2008 then = no last day
T13 bedfordshire-2007 operations_board: Fri 31 Aug 2007 + 6 mo = Fri 29 Feb 2008
T14 bedfordshire-2007 operations_board: Fri 31 Aug 2007 + 9 mo = Sat 31 May 2008
T15 bedfordshire-2007 decision: Fri 20 Apr 2007 set = Fri 29 Jun 2007
T16 bedfordshire-2007 incident: Thu 22 Mar 2007 at once = Thu 22 Mar 2007
T17 bedfordshire-2007 board_meeting: Wed 1 Aug 2007 before = Tue 31 Jul 2007
T18 bedfordshire-2007 endorsed: Wed 22 Aug 2007 then = no last day
T19 bedfordshire-2007 endorsed, action_plan_agreed: Tue 11 Sep 2007 then = no last day
# The two leaflets of 2010.
T20 bolton-2010 decision: Mon 4 Oct 2010 at once = Mon 4 Oct 2010
T21 bolton-2010 decision: Tue 31 Aug 2010 + 6 mo = Mon 28 Feb 2011
T21 leaflet-2010 decision: Wed 31 Aug 2011 + 6 mo = Wed 29 Feb 2012
T22 leaflet-2010 endorsed: Mon 4 Apr 2011 set = Fri 30 Sep 2011
# B&NES 2016. Easter: Fri 25 and Mon 28 Mar 2016; early May: Mon 2 May;
# Christmas: Mon 26 and Tue 27 Dec 2016.
T30 bnes-2016 aware: Thu 24 Mar 2016 + 5 wd = Mon 4 Apr 2016
T31 bnes-2016 notification: Sun 31 Jan 2016 + 1 mo = Mon 29 Feb 2016
T32 bnes-2016 decision: Wed 21 Dec 2016 + 5 wd = Fri 30 Dec 2016
T33 bnes-2016 published: Mon 29 Feb 2016 at least 12 mo = Wed 1 Mar 2017
T34 bnes-2016 published: Fri 6 May 2016 - 1 w = Fri 29 Apr 2016
T35 bnes-2016 published: Fri 6 May 2016 - 7 wd = Tue 26 Apr 2016
T36 bnes-2016 decision: Wed 31 Aug 2016 + 6 mo = Tue 28 Feb 2017
T37 bnes-2016 decision: Wed 31 Aug 2016 + 5 mo = Tue 31 Jan 2017
T38 bnes-2016 information_requested: Thu 14 Apr 2016 set = Mon 9 May 2016
T39 bnes-2016 decision: Wed 31 Aug 2016 then = no last day
T40 bnes-2016 proceedings_ended: Fri 9 May 2008 then = no last day
# B&NES 2019, option A. Easter: Fri 19 and Mon 22 Apr 2019; Mon 6 and Mon 27 May 2019.
T50 bnes-2019-wt2015 aware: Thu 18 Apr 2019 + 5 wd = Mon 29 Apr 2019
T51 bnes-2019-wt2015 aware: Thu 18 Apr 2019 + 15 wd = Tue 14 May 2019
T52 bnes-2019-wt2015 information_requested: Fri 3 May 2019 + 5 wd = Mon 13 May 2019
T53 bnes-2019-wt2015 notification: Fri 21 Dec 2018 + 15 wd = Wed 16 Jan 2019
T54 bnes-2019-wt2015 decision: Fri 24 May 2019 + 5 wd = Mon 3 Jun 2019
T55 bnes-2019-wt2015 published: Thu 28 Feb 2019 at least 12 mo = Sat 29 Feb 2020
T56 bnes-2019-wt2015 published: Thu 2 May 2019 - 1 w = Thu 25 Apr 2019
T57 bnes-2019-wt2015 new_arrangements_began: Thu 29 Aug 2019 + 12 mo = Sat 29 Aug 2020
T57-decision bnes-2019-wt2015 new_arrangements_began: Mon 2 Sep 2019 before = Sun 1 Sep 2019
T57-learning bnes-2019-wt2015 new_arrangements_began: Mon 2 Sep 2019 then = no last day
T57-transfer bnes-2019-wt2015 new_arrangements_began: Thu 29 Aug 2019 at once = Sat 29 Aug 2020
T58 bnes-2019-wt2015 -: Fri 29 Jun 2018 + 15 mo = Sun 29 Sep 2019
T66 bnes-2019-wt2015 published: Tue 30 Apr 2019 - 7 wd = Wed 17 Apr 2019
T67 bnes-2019-wt2015 decision: Fri 31 Aug 2018 + 6 mo = Thu 28 Feb 2019
T68 bnes-2019-wt2015 publication_delayed: Mon 4 Feb 2019 then = no last day
# B&NES 2019, option B. Christmas: Wed 25, Thu 26 Dec 2019, Wed 1 Jan 2020; Fri 8 May 2020.
T51 bnes-2019-wt2018 aware: Fri 13 Dec 2019 + 15 wd = Wed 8 Jan 2020
T60 bnes-2019-wt2018 aware: Mon 23 Dec 2019 + 5 wd = Thu 2 Jan 2020
T61 bnes-2019-wt2018 incident: Mon 23 Dec 2019 then = no last day
T63 bnes-2019-wt2018 rapid_review_completed: Fri 10 Jan 2020 then = no last day
T64 bnes-2019-wt2018 decision: Mon 13 Jan 2020 then = no last day
T65 bnes-2019-wt2018 published: Sat 29 Feb 2020 at least 12 mo = Mon 1 Mar 2021
T66 bnes-2019-wt2018 published: Mon 18 May 2020 - 7 wd = Wed 6 May 2020
T67 bnes-2019-wt2018 decision: Sat 29 Feb 2020 + 6 mo = Sat 29 Aug 2020
T68 bnes-2019-wt2018 publication_delayed: Mon 1 Jun 2020 then = no last day
T69 bnes-2019-wt2018 decision: Mon 13 Jan 2020 then = no last day
T70 bnes-2019-wt2018 completed: Mon 13 Jul 2020 then = no last day
# Working Together 2023. Spring: Mon 27 May 2024; summer: Mon 26 Aug 2024.
T80 wt2023 aware: Fri 24 May 2024 + 5 wd = Mon 3 Jun 2024
T80-rapid-review wt2023 aware, notification: Fri 9 Aug 2024 + 15 wd = Mon 2 Sep 2024
"""

ROW = re.compile(
    r"(?P<rule>\S+) (?P<procedure>\S+) (?P<events>[^:]+): (?P<start>\w{3} \d+ \w{3} \d{4})"
    r"(?: (?P<at>\d\d:\d\d))? (?P<limit>.+) = (?P<end>.+)"
)
UNITS = {
    "wd": Unit.WORKING_DAYS,
    "d": Unit.DAYS,
    "w": Unit.WEEKS,
    "mo": Unit.MONTHS,
    "h": Unit.HOURS,
}
SIGNS = {"+": Direction.AFTER, "-": Direction.BEFORE, "at least": Direction.AT_LEAST}


def ended(start: date) -> dict[str, Any]:
    return {"proceedings": [{"kind": "inquest", "description": "inquest", "concluded": start}]}


def to_be_done_by(*days: date) -> list[dict[str, Any]]:
    actions = [{"what": "Train", "who": "The board", "by_when": on} for on in days]
    return [{"number": "1", "text": "Train staff.", "actions": actions}]


def in_care(start: date) -> dict[str, Any]:
    return {"child": {**CHILD, "looked_after": True, "date_of_death": start}}


CHILD = {"first_name": "Zebedee", "surname": "Quillfeather"}
FACTS: dict[str, Callable[[date], dict[str, Any]]] = {
    "T12": ended,
    "T15": lambda _: {
        "kind": "interagency_management_review",
        "terms_of_reference": {"schedule": {"submission_to_board": date(2007, 6, 29)}},
    },
    "T22": lambda _: {"recommendations": to_be_done_by(date(2011, 12, 30), date(2011, 9, 30))},
    "T38": lambda _: {"referral": {"information_required_by": date(2016, 5, 9)}},
    "T40": ended,
    "T61": in_care,
}
"""What a case must hold, beside the events, for the rule to be worked out."""

LOCAL = {"kind": "local_child_safeguarding_practice_review"}
KINDS = {"bnes-2019-wt2018": LOCAL, "wt2023": LOCAL}
"""The kind of review, where it is no serious case review."""

rows = [line for line in WORKED.splitlines() if line.strip() and not line.startswith("#")]


def day(text: str) -> date:
    """The date of "Fri 7 Mar 2008"; the weekday must be right."""
    found = datetime.strptime(text, "%a %d %b %Y").date()
    assert f"{found:%a}" == text.split()[0], text
    return found


def case_of(row: re.Match[str]) -> Case:
    """A case in which the rule's events happened; of two, the first a week before the last."""
    start = day(row["start"])
    facts = FACTS[row["rule"]](start) if row["rule"] in FACTS else {}
    named = [kind for kind in row["events"].split(", ") if kind not in ("-", "proceedings_ended")]
    events = [
        {"kind": kind, "on": start - timedelta(weeks=weeks), "at": row["at"]}
        for weeks, kind in enumerate(reversed(named))
    ]
    base = {"reference": "2007-99", "board": "board.yaml", "child": CHILD, "events": events}
    return Case.model_validate({**base, **KINDS.get(row["procedure"], {}), **facts})


def worked_out(row: re.Match[str]) -> Deadline:
    procedure = load_procedure(row["procedure"])
    every = deadlines(case_of(row), procedure, LONG_AFTER)
    return next(each for each in every if each.rule.id == row["rule"])


def parsed(line: str) -> re.Match[str]:
    found = ROW.fullmatch(line)
    assert found, line
    return found


@pytest.mark.parametrize("line", rows)
def test_each_limit_comes_to_the_day_that_was_worked_out_by_hand(line: str) -> None:
    row = parsed(line)
    deadline = worked_out(row)
    if row["end"] == "no last day":
        assert deadline.due is None
        assert deadline.status is not DeadlineStatus.WAITING
    elif row["limit"].startswith("at least"):
        assert deadline.earliest == day(row["end"])
        assert deadline.status is DeadlineStatus.MET
    elif row["at"]:
        assert deadline.due_at is not None
        written = f"{deadline.due_at:%a} {deadline.due_at.day} {deadline.due_at:%b %Y %H:%M}"
        assert written == row["end"]
    else:
        assert (deadline.due, deadline.status) == (day(row["end"]), DeadlineStatus.OVERDUE)


@pytest.mark.parametrize("line", rows)
def test_the_limit_in_the_example_is_that_of_the_procedures_file(line: str) -> None:
    row = parsed(line)
    rule = load_procedure(row["procedure"]).rule(row["rule"])
    assert row["limit"] == in_short(rule)
    if row["rule"] not in ("T06", "T57-transfer", "T58"):  # these count from a rule or a date
        assert row["events"].split(", ") == [str(rule.start), *map(str, rule.start_with)]


def in_short(rule: TimeRule) -> str:
    """The limit as the table writes it: "+ 5 wd"."""
    if rule.unit is Unit.AT_ONCE:
        return "at once"
    if rule.unit is Unit.NONE:
        before = "before" if rule.direction is Direction.BEFORE else "then"
        return "set" if rule.strength == "set" else before
    sign = next(sign for sign, direction in SIGNS.items() if direction is rule.direction)
    unit = next(short for short, unit in UNITS.items() if unit is rule.unit)
    return f"{sign} {rule.quantity} {unit}"


def test_every_time_rule_of_every_procedure_is_worked_out() -> None:
    """A rule added to a procedure needs its example here."""
    found = {(row["procedure"], row["rule"]) for row in map(parsed, rows)}
    wanted = {(name, rule.id) for name in procedure_ids() for rule in load_procedure(name).rules}
    assert found == wanted

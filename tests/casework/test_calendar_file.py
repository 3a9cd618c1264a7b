"""The calendar of deadlines: valid for Outlook, stable, and silent about people."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.calendar_file import to_ics
from casework.deadlines import Deadline, deadlines
from casework.model.board import Board
from casework.model.case import Case
from casework.procedure_file import load_procedure

AS_OF = date(2007, 5, 1)

EVENTS = [
    {"kind": "referral_received", "on": date(2007, 4, 26), "note": "rung by Ottoline Brambleby"},
    {"kind": "decision", "on": date(2007, 4, 30), "at": "11:30"},
    {"kind": "files_secured", "on": date(2007, 4, 30)},
    {"kind": "other_children_considered", "on": date(2007, 4, 26)},
]


def board() -> Board:
    officer = {"name": "Ottoline Brambleby", "post": "Administrator"}
    return Board.model_validate(
        {
            "name": "Larkshire Safeguarding Children Board",
            "short_name": "LSCB",
            "area": "Larkshire",
            "procedure": "bedfordshire-2007",
            "address": ["1 Example Street"],
            "email": "board@larkshire.example",
            "chair": officer,
            "business_manager": officer,
            "administrator": officer,
        }
    )


def case(reference: str = "2007-99", **fields: Any) -> Case:
    child = {"first_name": "Zebedee", "surname": "Quillfeather"}
    base = {"reference": reference, "board": "board.yaml", "child": child, "events": EVENTS}
    return Case.model_validate({**base, **fields})


def listed(found: Case) -> tuple[Deadline, ...]:
    return deadlines(found, load_procedure("bedfordshire-2007"), AS_OF)


def calendar(found: Case, as_of: date = AS_OF) -> str:
    return to_ics(listed(found), found, board(), as_of)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_open_deadlines_are_all_day_events_with_a_reminder_the_day_before() -> None:
    lines = unfolded(calendar(case()))
    start = lines.index("BEGIN:VEVENT")
    event = lines[start : lines.index("END:VEVENT") + 1]
    uid = event.pop(1)
    assert re.fullmatch(r"UID:[0-9a-f]{24}@casereview\.invalid", uid)
    summary = "2007-99: The Chair consults the members of the review panel"
    assert event == [
        "BEGIN:VEVENT",
        "DTSTAMP:20070501T000000Z",
        "DTSTART;VALUE=DATE:20070430",
        "DTEND;VALUE=DATE:20070501",
        f"SUMMARY:{summary} about the need for a review",
        "DESCRIPTION:Rule T01\\, Bedfordshire LSCB 2007\\, §5.3",
        "CLASS:CONFIDENTIAL",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P1D",
        f"DESCRIPTION:{summary} about the need for a review",
        "END:VALARM",
        "END:VEVENT",
    ]


def test_met_and_waiting_deadlines_are_not_in_the_calendar() -> None:
    text = "".join(unfolded(calendar(case())))
    rules = set(re.findall(r"Rule (T\d\d)", text))
    assert rules == {"T01", "T03", "T04", "T06"}


def test_a_limit_in_hours_says_its_time_of_day() -> None:
    assert "(by 11:30)" in "".join(unfolded(calendar(case())))


def test_a_minimum_period_is_there_with_the_first_day_after_it() -> None:
    found = case(events=[{"kind": "published", "on": date(2016, 2, 29)}])
    bnes = load_procedure("bnes-2016")
    rows = [each for each in deadlines(found, bnes, date(2016, 3, 1)) if each.rule.id == "T33"]
    lines = unfolded(to_ics(rows, found, board(), date(2016, 3, 1)))
    assert "DTSTART;VALUE=DATE:20170301" in lines


def test_what_waits_for_a_planned_day_is_no_entry_yet() -> None:
    """T12: the trial is expected to end in January; until it has, there is nothing to do."""
    trial = {"kind": "criminal", "description": "trial", "concluded": date(2008, 1, 24)}
    text = "".join(unfolded(calendar(case(proceedings=[trial]))))
    assert "Rule T12" not in text


def test_the_calendar_names_no_one() -> None:
    text = "".join(unfolded(calendar(case())))
    for name in ("Zebedee", "Quillfeather", "Ottoline", "Brambleby"):
        assert name not in text


def test_an_event_keeps_its_uid_when_its_date_moves() -> None:
    moved = [{**EVENTS[0], "on": date(2007, 4, 27)}, *EVENTS[1:]]
    one, other = calendar(case()), calendar(case(events=moved))
    assert one != other
    assert re.findall(r"UID:.*", one) == re.findall(r"UID:.*", other)
    assert re.findall(r"UID:.*", one) != re.findall(r"UID:.*", calendar(case("2007-98")))


def test_the_same_case_on_the_same_day_gives_the_same_bytes() -> None:
    assert calendar(case()) == calendar(case())


@pytest.mark.parametrize(
    ("reference", "written"),
    [("A;B,C\\D", r"A\;B\,C\\D"), ("one\nBEGIN:VEVENT", "one BEGIN:VEVENT")],
)
def test_a_reference_can_not_break_out_of_its_line(reference: str, written: str) -> None:
    lines = unfolded(calendar(case(reference)))
    assert any(line.startswith(f"SUMMARY:{written}: ") for line in lines)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"]), min_size=1, max_size=120))
def test_no_line_is_longer_than_75_octets_and_none_is_cut_inside_a_character(
    reference: str,
) -> None:
    if not reference.strip():
        return
    text = calendar(case(reference))
    assert text.endswith("END:VCALENDAR\r\n")
    for line in text.split("\r\n"):
        assert len(line.encode()) <= 75
        assert "\n" not in line

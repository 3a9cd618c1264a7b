"""The calendar of deadlines: valid for Outlook, stable, and silent about people."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.calendar_file import to_ics
from casework.deadlines import Deadline, deadlines, lapsed
from casework.model.board import Board
from casework.model.case import Case
from casework.model.event_kind import EventKind
from casework.procedure_file import load_procedure, procedure_ids

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


def listed(found: Case, as_of: date = AS_OF) -> tuple[Deadline, ...]:
    return deadlines(found, load_procedure("bedfordshire-2007"), as_of)


def calendar(found: Case, as_of: date = AS_OF) -> str:
    return to_ics(listed(found, as_of), found, board(), as_of)


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
        "LAST-MODIFIED:20070501T000000Z",
        "SEQUENCE:267700",
        'ORGANIZER;CN="LSCB":mailto:board@larkshire.example',
        "DTSTART;VALUE=DATE:20070430",
        "DTEND;VALUE=DATE:20070501",
        f"SUMMARY:{summary} about the need for a review",
        "DESCRIPTION:Rule T01\\, Bedfordshire LSCB 2007\\, §5.3",
        "CLASS:CONFIDENTIAL",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "STATUS:CONFIRMED",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P1D",
        f"DESCRIPTION:{summary} about the need for a review",
        "END:VALARM",
        "END:VEVENT",
    ]


def titles(text: str) -> dict[str, str]:
    """The title of each entry by its rule."""
    found = re.findall(
        r"SUMMARY:2007-99: (.*)\nDESCRIPTION:Rule (T\d\d)", "\n".join(unfolded(text))
    )
    return {rule: title for title, rule in found}


def test_what_has_no_day_is_not_in_the_calendar() -> None:
    assert set(titles(calendar(case()))) == {"T01", "T02", "T03", "T04", "T05", "T06"}


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


def by_uid(text: str) -> dict[str, str]:
    """Each entry's lines by its UID."""
    blocks = re.findall(r"BEGIN:VEVENT\n(.*?)END:VEVENT", "\n".join(unfolded(text)), re.DOTALL)
    return {block.splitlines()[0]: block for block in blocks}


def test_an_event_keeps_its_uid_when_its_date_moves() -> None:
    moved = [{**EVENTS[0], "on": date(2007, 4, 27)}, *EVENTS[1:]]
    one, other = by_uid(calendar(case())), by_uid(calendar(case(events=moved)))
    assert one != other
    assert set(one) == set(other)
    assert not set(one) & set(by_uid(calendar(case("2007-98"))))


# ------------------------------------------------------------------- imported again


def sequences(text: str) -> dict[str, int]:
    return {
        uid: int(re.findall(r"SEQUENCE:(\d+)", block)[0]) for uid, block in by_uid(text).items()
    }


def test_what_is_done_is_brought_up_to_date_and_reminds_no_one() -> None:
    consulted = {"kind": "consulted", "on": date(2007, 4, 30)}
    before = calendar(case())
    after = calendar(case(events=[*EVENTS, consulted]), date(2007, 5, 2))
    assert titles(before)["T01"].startswith("The Chair consults")
    assert titles(after)["T01"].startswith("Done: The Chair consults")
    uid, block = next((u, b) for u, b in by_uid(after).items() if "Done: The Chair" in b)
    assert "BEGIN:VALARM" not in block
    assert sequences(after)[uid] > sequences(before)[uid]


def test_what_the_decision_ended_says_that_it_no_longer_applies() -> None:
    """Even in another file: T06 had a day until the chair decided on no review."""
    decision = {"outcome": "no_further_action", "reasons": "r", "by": "c", "on": date(2007, 4, 30)}
    found = case(events=[EVENTS[0]], decision=decision)
    bedfordshire = load_procedure("bedfordshire-2007")
    gone = lapsed(found, bedfordshire, AS_OF)
    text = to_ics((*deadlines(found, bedfordshire, AS_OF), *gone), found, board(), AS_OF)
    assert titles(text)["T06"] == "No longer applies: Complete the review"
    (block,) = [block for block in by_uid(text).values() if "Rule T06" in block]
    assert "STATUS:CANCELLED" in block
    assert "BEGIN:VALARM" not in block


def test_what_lost_its_day_is_taken_back_when_the_same_file_is_written_again() -> None:
    """The board took back its planned day of publication: T11 has no day any more."""
    planned = case(publication={"planned": date(2008, 3, 5)})
    first = to_ics(listed(planned), planned, board(), AS_OF)
    later = date(2007, 5, 2)
    second = to_ics(listed(case()), case(), board(), later, first)
    assert titles(first)["T11"].startswith("The national bodies have")
    assert titles(second)["T11"].startswith("No longer applies: The national bodies have")
    (uid,) = [uid for uid, block in by_uid(second).items() if "Rule T11" in block]
    assert sequences(second)[uid] > sequences(first)[uid]
    third = to_ics(listed(case()), case(), board(), date(2007, 5, 3), second)
    assert by_uid(third)[uid] == by_uid(second)[uid], "taken back once is enough"


def test_what_did_not_change_stays_as_it_was() -> None:
    """Written again a week later into the same file, the calendar is the same to the byte."""
    first = calendar(case())
    rows = deadlines(case(), load_procedure("bedfordshire-2007"), date(2007, 5, 8))
    assert to_ics(rows, case(), board(), date(2007, 5, 8), first) == first
    assert calendar(case(), date(2007, 5, 8)) != first


def test_two_changes_on_one_day_have_two_numbers() -> None:
    moved = case(events=[{**EVENTS[0], "on": date(2007, 4, 27)}, *EVENTS[1:]])
    first = calendar(case())
    second = to_ics(listed(moved), moved, board(), AS_OF, first)
    third = to_ics(listed(case()), case(), board(), AS_OF, second)
    uid = next(uid for uid, block in by_uid(first).items() if "Rule T03" in block)
    numbers = [sequences(text)[uid] for text in (first, second, third)]
    assert numbers == [267700, 267701, 267702]
    fourth = calendar(case(), date(2007, 5, 2))
    assert sequences(fourth)[uid] > numbers[-1], "the next day outranks them all"


def test_another_cases_calendar_in_the_same_file_is_not_taken_back() -> None:
    other = to_ics(listed(case("2007-98")), case("2007-98"), board(), AS_OF)
    assert to_ics(listed(case()), case(), board(), AS_OF, other) == calendar(case())


@pytest.mark.parametrize(
    "earlier",
    [
        "no calendar at all",
        "BEGIN:VEVENT\nBEGIN:VEVENT\nEND:VEVENT\n",
        "BEGIN:VEVENT\nUID:x\nSEQUENCE:99999999999999999999\nEND:VEVENT\n",
        "BEGIN:VEVENT\nUID:x\nSEQUENCE:²\nEND:VEVENT\n",
        "END:VEVENT\nBEGIN:VEVENT\nUID:x",
    ],
)
def test_an_earlier_file_that_can_not_be_read_changes_nothing(earlier: str) -> None:
    assert to_ics(listed(case()), case(), board(), AS_OF, earlier) == calendar(case())


# ------------------------------------------------------------------- the file itself


def parsed(text: str) -> icalendar.Calendar:
    found = icalendar.Calendar.from_ical(text)
    assert isinstance(found, icalendar.Calendar)
    return found


def test_a_library_of_the_standard_reads_every_entry_and_finds_no_fault() -> None:
    found = parsed(calendar(case(publication={"planned": date(2008, 3, 5)})))
    assert (found["METHOD"], found["VERSION"]) == ("PUBLISH", "2.0")
    assert found.errors == []
    events = found.walk("VEVENT")
    assert len(events) == 7
    for event in events:
        assert event.errors == []
        for name in ("UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "ORGANIZER", "SUMMARY"):
            assert name in event, name
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        assert (end - start).days == 1
        assert isinstance(event.decoded("DTSTAMP"), datetime)
        for alarm in event.walk("VALARM"):
            assert alarm.decoded("TRIGGER") == timedelta(days=-1)


def test_the_library_reads_back_the_text_that_was_written() -> None:
    reference = "A;B,C\\D – “é”"
    events = parsed(calendar(case(reference))).walk("VEVENT")
    assert {str(event["SUMMARY"]).split(": ")[0] for event in events} == {reference}


@pytest.mark.parametrize("name", procedure_ids())
def test_every_procedure_gives_a_calendar_that_reads_back(name: str) -> None:
    """An event of every kind: whatever has a day is written, and is valid."""
    procedure = load_procedure(name)
    every = [{"kind": kind.value, "on": date(2019, 5, 7)} for kind in EventKind]
    found = case(events=every)
    for as_of in (date(2019, 5, 6), date(2019, 5, 7), date(2031, 1, 1)):
        rows = deadlines(found, procedure, as_of)
        events = parsed(to_ics(rows, found, board(), as_of)).walk("VEVENT")
        assert len({str(event["UID"]) for event in events}) == len(events)
        assert all(not event.errors for event in events)


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

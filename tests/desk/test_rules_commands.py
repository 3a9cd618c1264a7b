"""``rules``, what a stub says of itself, calendars written again, and ``hold-back``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from casework.procedure_file import procedure_ids


def under(case: Path, procedure: str) -> Path:
    """The case, moved to another procedure; what only the old one knows is taken out."""
    path = case / "case.yaml"
    child = "child:\n  first_name: Zebedee\n  surname: Quillfeather\n"
    path.write_text(
        f"reference: 2020-07\nboard: ../../boards/larkshire.yaml\nprocedure: {procedure}\n"
        f"kind: local_child_safeguarding_practice_review\n{child}",
        "utf-8",
    )
    return case


def add_events(case: Path, *lines: str) -> None:
    path = case / "case.yaml"
    text = path.read_text("utf-8")
    heading = "" if "\nevents:" in text else "events:\n"
    path.write_text(text + heading + "".join(f"  - {{{line}}}\n" for line in lines), "utf-8")


def test_rules_lists_every_procedure(run: Any) -> None:
    outcome = run("rules")
    assert outcome.code == 0
    assert all(name in outcome.out for name in procedure_ids())


def test_rules_of_one_procedure_come_with_their_sources_and_readings(run: Any) -> None:
    """Conflict 2: the stricter of two limits, both named."""
    outcome = run("rules", "bnes-2016", "--format", "json")
    (found,) = json.loads(outcome.out)
    rule = next(each for each in found["rules"] if each["id"] == "T35")
    assert rule["limit"] == "at least 7 working days before a date of publication"
    assert "T34" in rule["note"]
    assert "The stricter, seven working days" in found["conflicts"][0]["choice"]
    assert "seven working days" in " ".join(run("rules", "bnes-2016").out.split())


def test_an_unknown_procedure_is_answered_with_the_nearest(run: Any) -> None:
    outcome = run("rules", "bnes-2017")
    assert outcome.code == 2
    assert "Did you mean" in outcome.err


def test_a_stub_says_so_wherever_it_is_used(run: Any, case: Path) -> None:
    under(case, "wt2023")
    add_events(case, "kind: aware, on: 2024-05-24")
    for command in (["validate", case], ["deadlines", case, "--as-of", "2024-05-28"]):
        outcome = run(*command)
        assert outcome.code == 0
        assert "not a whole procedure" in " ".join(outcome.out.split())
    assert "not a whole procedure" not in run("rules", "bnes-2016").out


def test_a_whole_procedure_says_nothing_of_the_kind(run: Any, case: Path) -> None:
    assert "not a whole procedure" not in run("validate", case).out


def test_a_calendar_written_again_is_the_same_until_something_changes(
    run: Any, case: Path, tmp_path: Path
) -> None:
    """Then what is done says so under its old UID, with a higher number."""
    under(case, "bnes-2019-wt2018")
    add_events(case, "kind: aware, on: 2020-01-06")
    ics = tmp_path / "deadlines.ics"
    run("deadlines", case, "--as-of", "2020-01-07", "--ics", ics)
    first = ics.read_bytes()
    run("deadlines", case, "--as-of", "2020-01-08", "--ics", ics)
    assert ics.read_bytes() == first
    add_events(case, "kind: notification, on: 2020-01-08, to: [national-panel]")
    run("deadlines", case, "--as-of", "2020-01-08", "--ics", ics)
    second = ics.read_bytes()
    assert b"Done: The local authority notifies" in second
    assert second.count(b"BEGIN:VEVENT") == first.count(b"BEGIN:VEVENT")
    assert b"\n" not in second.replace(b"\r\n", b"")


@pytest.mark.parametrize(
    ("events", "extra", "code"),
    [
        ([], [], 1),
        (["kind: delay_notice_sent, on: 2020-06-22, to: [national-panel]"], [], 1),
        (
            ["kind: delay_notice_sent, on: 2020-06-22, to: [national-panel, secretary-of-state]"],
            [],
            0,
        ),
        ([], ["--override", "T68=told by telephone", "--chair", "The Chair"], 0),
    ],
)
def test_a_report_is_delayed_when_those_who_must_know_have_the_reasons(
    run: Any, case: Path, tmp_path: Path, events: list[str], extra: list[str], code: int
) -> None:
    """Exit code 1, and nothing recorded, where the procedure asks for the notice first."""
    under(case, "bnes-2019-wt2018")
    if events:
        add_events(case, *events)
    folder = tmp_path / "publications"
    outcome = run(
        *("hold-back", "--case", case, "--as", "delayed", "--reason", "A trial is not over."),
        *("--publications", folder, "--as-of", "2020-07-01", *extra),
    )
    assert outcome.code == code
    assert ("is delayed" in outcome.out) is (code == 0)
    assert folder.exists() is (code == 0)


def test_a_procedure_that_asks_for_nothing_lets_a_report_be_held_back(
    run: Any, case: Path, tmp_path: Path
) -> None:
    outcome = run(
        *("hold-back", "--case", case, "--as", "delayed", "--reason", "A trial is not over."),
        *("--publications", tmp_path / "publications", "--as-of", "2008-01-02"),
    )
    assert outcome.code == 0

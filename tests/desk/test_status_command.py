"""``status`` and ``record``: what is to be done today, and saying that it was done."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from casework.load import load_case
from desk.commands.status import MOST_LINES

Run = Callable[..., Any]
MAY = "2007-05-20"


def test_the_most_urgent_comes_first_with_its_command(run: Run, case: Path) -> None:
    """Overdue before today before soon; each line can be run as it stands."""
    outcome = run("status", case, "--as-of", "2007-07-20", "--format", "json")
    tasks = json.loads(outcome.out)
    order = ["overdue", "today", "soon", "open", "later"]
    places = [order.index(task["urgency"]) for task in tasks]
    assert places == sorted(places)
    assert all(task["command"].startswith(("casereview ", "fill in ")) for task in tasks)


def test_every_command_that_is_shown_is_one_that_exists(run: Run, case: Path) -> None:
    """Its name answers to --help."""
    tasks = json.loads(run("status", case, "--as-of", MAY, "--format", "json").out)
    names = {task["command"].split()[1] for task in tasks if task["command"].startswith("case")}
    assert names
    for name in names:
        assert run(name, "--help").code == 0


def test_one_screen_holds_it_and_says_what_is_left_out(run: Run, case: Path) -> None:
    """The rest is one option away."""
    short = run("status", case, "--as-of", "2007-09-01")
    whole = run("status", case, "--as-of", "2007-09-01", "--all")
    left_out = re.search(r"(\d+) more, less urgent", short.out)
    shown = short.out.count("casereview ")
    assert shown <= MOST_LINES
    if left_out:
        assert whole.out.count("casereview ") == shown + int(left_out[1])


def test_something_overdue_exits_with_one(run: Run, case: Path) -> None:
    """So that a nightly job can say so."""
    text = (case / "case.yaml").read_text("utf-8")
    kept = [line for line in text.splitlines() if "chief_officers_notified" not in line]
    (case / "case.yaml").write_text("\n".join(kept) + "\n", "utf-8")
    outcome = run("status", case, "--as-of", MAY)
    assert outcome.code == 1
    assert "overdue" in outcome.out
    assert "casereview make bed-h" in outcome.out


def test_what_was_recorded_is_no_task_any_more(run: Run, case: Path) -> None:
    """The command of a task, run, takes it off the list."""
    tasks = json.loads(run("status", case, "--as-of", MAY, "--format", "json").out)
    task = next(one for one in tasks if " record " in one["command"])
    assert run(*task["command"].split()[1:]).code == 0
    left = json.loads(run("status", case, "--as-of", MAY, "--format", "json").out)
    assert task["what"] not in [one["what"] for one in left]


def test_a_document_made_and_not_sent_is_to_be_sent(run: Run, case: Path) -> None:
    """Making is half of it."""
    assert run("make", "bed-k", "--case", case, "--as-of", MAY).code == 0
    tasks = json.loads(run("status", case, "--as-of", MAY, "--format", "json").out)
    (task,) = [one for one in tasks if "bed-k" in one["command"]]
    assert task["command"].startswith("casereview sent ")


@pytest.mark.parametrize("how", [["bed-k"], ["--all-due"]])
def test_the_command_to_send_finds_the_files_where_they_were_made(
    run: Run, case: Path, how: list[str]
) -> None:
    """Each kind of making has folders of its own; the task's command works after both."""
    run("make", *how, "--case", case, "--as-of", MAY)
    tasks = json.loads(run("status", case, "--as-of", MAY, "--format", "json").out)
    (task,) = [one for one in tasks if " sent bed-k " in one["command"]]
    outcome = run(*task["command"].split()[1:])
    assert outcome.code == 0, outcome.err
    assert outcome.out.count("recorded as sent") == 6
    left = json.loads(run("status", case, "--as-of", MAY, "--format", "json").out)
    assert not [one for one in left if "bed-k" in one["command"]]
    again = run(*task["command"].split()[1:])
    assert (again.code, "nothing is made that is not recorded as sent" in again.err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["decsion", "--on", "2007-06-01"], 'Did you mean "decision"?'),
        (["decision", "--on", "June"], "is not a date"),
        (["decision", "--on", "2007-06-01", "--at", "noon"], "is not a time"),
        (["submitted", "--on", "2007-06-01", "--to", "ofsed"], "ofsed"),
    ],
)
def test_what_cant_be_recorded_is_said_and_changes_nothing(
    run: Run, case: Path, arguments: list[str], says: str
) -> None:
    """One clear error, with what to do."""
    before = (case / "case.yaml").read_bytes()
    outcome = run("record", case, *arguments)
    assert outcome.code == 2
    assert says in outcome.err
    assert (case / "case.yaml").read_bytes() == before


def test_several_bodies_are_recorded_at_once(run: Run, case: Path) -> None:
    """As the task's command writes them."""
    assert run("record", case, "submitted", "--on", "4/2/2008", "--to", "csci,dfes,sha").code == 0
    event = load_case(case).case.events[-1]
    assert (date(2008, 2, 4), ["csci", "dfes", "sha"]) == (event.on, event.to)


def test_copies_are_numbered_before_the_letters_that_go_with_them(run: Run, case: Path) -> None:
    """The draft came on 25 July 2007; the command that is shown takes the hint away."""

    def shown(day: str) -> list[dict[str, Any]]:
        outcome = run("status", case, "--as-of", day, "--format", "json")
        return [task for task in json.loads(outcome.out) if "copies issue" in task["command"]]

    assert shown("2007-07-20") == []
    (task,) = shown("2007-07-26")
    assert "fairness" in task["what"]
    assert run(*shlex.split(task["command"])[1:], "--as-of", "2007-07-26").code == 0
    assert shown("2007-07-26") == []


def test_a_case_without_events_says_how_to_go_on(run: Run, home: Path) -> None:
    """Nobody who starts stands before an empty screen."""
    new = home / "cases" / "2008-09"
    assert run("new", new, "--board", home / "boards" / "larkshire.yaml").code == 0
    text = (new / "case.yaml").read_text("utf-8")
    named = text.replace("first_name:  ", "first_name: Ivo  ", 1)
    named = named.replace("surname:  ", "surname: Quist  ", 1)
    (new / "case.yaml").write_text(named, "utf-8")
    outcome = run("status", new, "--as-of", "2008-03-03")
    assert outcome.code == 0
    assert "Nothing to do. When something happens, say so: casereview record" in outcome.out


def test_an_event_about_someone_asks_who_it_is(run: Run, case: Path) -> None:
    """A report was asked for, and the case file names nobody who did."""
    path = case / "case.yaml"
    text = path.read_text("utf-8")
    path.write_text(_without(text, "report_requests"), "utf-8")
    outcome = run("status", case, "--as-of", "2009-05-13", "--all")
    assert "Say for whom: Reply to a request" in outcome.out
    assert "fill in report_requests in" in outcome.out


def _without(text: str, key: str) -> str:
    """The case file without one of its sections."""
    return re.sub(rf"(?m)^{key}:.*\n(?:[ #-].*\n)*", "", text)

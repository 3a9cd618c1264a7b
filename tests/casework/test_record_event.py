"""Recording an event in a case file: the file keeps all else, and stays valid."""

from __future__ import annotations

import shutil
from datetime import date, time
from pathlib import Path

import pytest

from casework.load import load_case
from casework.model.review import Event, EventKind
from casework.record_event import record_event
from redaction.errors import CaseError

EXAMPLES = Path(__file__).parents[2] / "examples"
DEBRIEFING = Event(kind=EventKind.DEBRIEFING, on=date(2008, 6, 3))


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A copy of the complete invented case."""
    for name in ("boards", "cases"):
        shutil.copytree(EXAMPLES / name, tmp_path / name)
    return tmp_path / "cases" / "2007-03" / "case.yaml"


@pytest.mark.parametrize(
    "event",
    [
        DEBRIEFING,
        Event(kind=EventKind.CONSULTED, on=date(2007, 4, 2), at=time(14, 30)),
        Event(kind=EventKind.SUBMITTED, on=date(2008, 2, 4), to=["csci", "sha"]),
        Event(kind=EventKind.FILES_SECURED, on=date(2007, 4, 23), agency="police"),
        Event(kind=EventKind.ENDORSED, on=date(2008, 1, 9), note='Said: "yes", # all {of} it'),
    ],
)
def test_an_event_is_added_and_all_else_stays(case: Path, event: Event) -> None:
    """Only one line is new; notes and blank lines stay."""
    before = case.read_text("utf-8")
    known = load_case(case).case.events
    line = record_event(case, event)
    after = case.read_text("utf-8")
    assert [*known, event] == load_case(case).case.events
    assert before == after.replace(f"  {line}\n", "", 1)


@pytest.mark.parametrize("written", ["events:\n", "events: []\n", ""])
def test_the_first_event_finds_its_place(case: Path, written: str) -> None:
    """The list may be blank, empty or not there at all."""
    text = case.read_text("utf-8")
    start = text.index("events:\n")
    end = text.index("\n\n", start) + 1
    case.write_text(text[:start] + written + text[end:], "utf-8")
    record_event(case, DEBRIEFING)
    assert load_case(case).case.events == [DEBRIEFING]


def test_windows_line_ends_stay(case: Path) -> None:
    """Notepad's file remains Notepad's file."""
    case.write_bytes(case.read_bytes().replace(b"\n", b"\r\n"))
    record_event(case, DEBRIEFING)
    assert b"\n" not in case.read_bytes().replace(b"\r\n", b"")


@pytest.mark.parametrize(
    ("event", "says"),
    [
        (Event(kind=EventKind.SUBMITTED, on=date(2008, 2, 4), to=["ofsed"]), "ofsed"),
        (Event(kind=EventKind.FILES_SECURED, on=date(2008, 2, 4), agency="polis"), "polis"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_changes(
    case: Path, event: Event, says: str
) -> None:
    """The problem names the case file, not the trial copy."""
    before = case.read_bytes()
    with pytest.raises(CaseError) as caught:
        record_event(case, event)
    assert says in str(caught.value)
    assert ".part" not in str(caught.value)
    assert case.read_bytes() == before
    assert [path.name for path in case.parent.glob(".*")] == []


def test_the_same_event_is_not_recorded_twice(case: Path) -> None:
    """A command that was run again does no harm."""
    record_event(case, DEBRIEFING)
    with pytest.raises(CaseError, match="already"):
        record_event(case, DEBRIEFING)

"""Putting a report before the public, correcting it, taking it down: all of it or nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from casework.register import EntryKind, Register
from publication.gate import unmet
from publication.ledger import Ledger, LedgerAction
from publication.publish import correct, outlook
from publication.report_state import PublicState
from publication.residue import fingerprints
from publication.state import state_of
from publication.withhold import hold_back, text_fingerprints, withdraw
from redaction.errors import CaseError, CasereviewError, PublicationError

ON = date(2008, 3, 5)
AT = datetime(2008, 6, 2, 10, tzinfo=UTC)
AFTER = datetime(2009, 3, 6, 10, tzinfo=UTC)
REFERENCE = "2007-03"

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
CORRECTED = REPORT.replace(b"seven times", b"eight times")


def snapshot(office: Any, tree: Callable[[Path], dict[str, bytes]]) -> tuple[object, ...]:
    names = sorted(path.name for path in office.publications.rglob("*"))
    return names, tree(office.publications), office.register.entries()


def changed(office: Any, **fields: Any) -> Any:
    """The open case with other fields."""
    return replace(office.open_case, case=office.open_case.case.model_copy(update=fields))


def takedown(office: Any, at: datetime = AFTER, **more: Any) -> Any:
    return withdraw(office.publications, REFERENCE, "Office", office.register, at, **more)


def correction(office: Any, file: Path, at: datetime = AT, **more: Any) -> Any:
    reason = more.pop("reason", "The number of meetings was wrong.")
    opened = more.pop("open_case", office.open_case)
    return correct(
        opened, file, reason, "Office", office.register, office.publications, {}, at, **more
    )


def test_exactly_the_cleared_bytes_are_published(office: Any) -> None:
    """With their hash in the ledger, and the ledger's head in the register."""
    entry = office.publish(office.clear(REPORT), ON)
    stored = office.folder.report_folder(REFERENCE)
    assert (stored / "report.md").read_bytes() == REPORT
    assert entry.sha256 == hashlib.sha256(REPORT).hexdigest()
    facts = (stored / "publication.json").read_bytes()
    assert entry.metadata_sha256 == hashlib.sha256(facts).hexdigest()
    (recorded,) = office.register.entries(EntryKind.PUBLISHED)
    assert recorded.details["ledger_head"] == office.folder.ledger.head() == entry.hash
    state = state_of(office.folder.ledger.entries(), REFERENCE, ON)
    assert state is not None
    assert (state.state, state.last_day) == (PublicState.PUBLISHED, date(2009, 3, 5))


def test_a_report_that_nobody_cleared_is_refused(office: Any, tree: Any) -> None:
    """And nothing is written."""
    before = snapshot(office, tree)
    with pytest.raises(PublicationError):
        office.publish(office.write(REPORT), ON)
    assert snapshot(office, tree) == before


@pytest.mark.parametrize("change", [b"\n", b" ", b"One more word."])
def test_one_more_byte_voids_the_clearance(office: Any, change: bytes) -> None:
    """What was cleared is these bytes and no others."""
    office.clear(REPORT)
    with pytest.raises(PublicationError):
        office.publish(office.write(REPORT + change, "changed.md"), ON)


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"key_issues": ["Nobody asked {name} how she was."]}, "key_issues"),
        ({"publication": {"response": "We are sorry, {name}."}}, "publication.response"),
        ({"publication": {"impact": "Since {name} died, more is asked."}}, "publication.impact"),
        ({"publication": {"further_action": "For {name}."}}, "publication.further_action"),
        ({"publication": {"themes": ["{name}"]}}, "publication.themes"),
        ({"recommendations": "Listen to {name}."}, "recommendations"),
    ],
    ids=["key issue", "response", "impact", "further action", "theme", "recommendation"],
)
def test_public_facts_that_name_the_child_are_refused(
    office: Any, tree: Any, fields: dict[str, Any], place: str
) -> None:
    """With the field, and without repeating the name."""
    case = office.open_case.case
    name = f"{case.child.first_name} {case.child.surname}"
    fresh: dict[str, Any] = {}
    for field, value in fields.items():
        if field == "recommendations":
            first = case.recommendations[0].model_copy(update={"text": value.format(name=name)})
            fresh[field] = [first, *case.recommendations[1:]]
        elif field == "publication":
            filled = json.loads(json.dumps(value).replace("{name}", name))
            fresh[field] = case.publication.model_copy(update=filled)
        else:
            fresh[field] = [text.format(name=name) for text in value]
    file, before = office.clear(REPORT), None
    before = snapshot(office, tree)
    with pytest.raises(PublicationError) as caught:
        office.publish(file, ON, open_case=changed(office, **fresh))
    assert place in str(caught.value)
    for part in (case.child.first_name, case.child.surname):
        assert part not in str(caught.value)
    assert snapshot(office, tree) == before


def test_a_day_in_the_past_is_refused(office: Any) -> None:
    """It would cut the report's time in public short."""
    at = datetime(2008, 3, 6, 9, tzinfo=UTC)
    with pytest.raises(PublicationError, match="past"):
        office.publish(office.clear(REPORT), ON, at=at)


def test_a_second_publication_of_the_same_report_changes_nothing(office: Any, tree: Any) -> None:
    """A command that is run twice by mistake is refused the second time."""
    file = office.clear(REPORT)
    office.publish(file, ON)
    before = snapshot(office, tree)
    with pytest.raises(PublicationError, match="already"):
        office.publish(file, ON)
    assert snapshot(office, tree) == before


def test_a_report_that_can_not_become_a_page_is_refused(office: Any, tree: Any) -> None:
    """Every fault of the page is told, though the words are cleared."""
    table = b"\n<table><tr><td>a</td><td>b</td></tr></table>\n\n### Deep\n\n##### Deeper\n"
    file = office.clear(REPORT + table)
    before = snapshot(office, tree)
    with pytest.raises(PublicationError) as caught:
        office.publish(file, ON)
    places = {problem.place for problem in caught.value.problems}
    assert {'table 1, under heading "Recommendations"', 'heading "Deeper"'} <= places
    assert snapshot(office, tree) == before


@pytest.mark.parametrize("name", ["report.pdf", "report", "report.doc"])
def test_a_file_of_another_kind_is_refused(office: Any, name: str) -> None:
    """A report is published from its Word, Markdown or HTML file."""
    with pytest.raises(PublicationError, match=r"is not \.docx"):
        office.publish(office.write(REPORT, name), ON)


def test_a_file_that_is_not_there_is_one_clear_error(office: Any) -> None:
    """No traceback."""
    with pytest.raises(PublicationError, match="can't be read"):
        outlook(office.open_case, Path("nowhere.md"), ON, office.register, {})


def test_looking_at_the_conditions_changes_nothing(office: Any, tree: Any) -> None:
    """They are told for any day."""
    file = office.clear(REPORT)
    before = snapshot(office, tree)
    assert outlook(office.open_case, file, ON, office.register, {}).conditions
    assert snapshot(office, tree) == before


@pytest.mark.parametrize("cleared", [True, False])
def test_what_keeps_a_file_from_being_a_page_is_told_with_every_condition(
    office: Any, cleared: bool
) -> None:
    """Cleared or not, the author and the office learn of all that is to be done at once."""
    content = REPORT + b"\n\n#### Too deep\n\nA heading was left out.\n"
    file = office.clear(content) if cleared else office.write(content)
    found = outlook(office.open_case, file, ON, office.register, {})
    assert found.hindered
    assert len(found.faults) == 1
    assert found.conditions
    assert bool(unmet(found.conditions)) is not cleared
    with pytest.raises(PublicationError) as refused:
        office.publish(file, ON)
    assert set(found.faults) <= set(refused.value.problems)


def _no_room(*_: object) -> None:
    raise CaseError.because("ledger.jsonl", "can't be written: no space left on device")


@pytest.mark.parametrize("action", ["publish", "correct", "withdraw", "delay"])
@pytest.mark.parametrize("failing", ["publication.ledger", "publication.folder"])
def test_a_failure_in_the_middle_leaves_everything_as_it_was(
    office: Any, tree: Any, monkeypatch: pytest.MonkeyPatch, action: str, failing: str
) -> None:
    """Full disk or lost network drive: folder, ledger and register agree before and after."""
    file = office.clear(REPORT)
    better = office.clear(CORRECTED, "better.md")
    if action != "publish":
        office.publish(file, ON)
    steps: dict[str, Callable[[], object]] = {
        "publish": lambda: office.publish(file, ON),
        "correct": lambda: correction(office, better),
        "withdraw": lambda: takedown(office),
        "delay": lambda: hold_back(
            office.publications, LedgerAction.DELAYED, REFERENCE, "A trial is on.", "Office",
            office.register, datetime(2008, 3, 1, 9, tzinfo=UTC),
        ),
    }  # fmt: skip
    before = snapshot(office, tree)
    with monkeypatch.context() as patched:
        patched.setattr(f"{failing}.write_atomically", _no_room)
        with pytest.raises(CasereviewError, match="no space"):
            steps[action]()
    assert snapshot(office, tree) == before
    steps[action]()
    assert len(office.folder.ledger.entries()) == (1 if action == "publish" else 2)


def test_a_correction_replaces_the_bytes_and_not_the_time(office: Any) -> None:
    """Its reason is public, its old text is gone from the folder."""
    office.publish(office.clear(REPORT), ON)
    correction(office, office.clear(CORRECTED, "better.md"))
    stored = office.folder.report_folder(REFERENCE) / "report.md"
    assert stored.read_bytes() == CORRECTED
    state = state_of(office.folder.ledger.entries(), REFERENCE, AT.date())
    assert state is not None
    assert state.last_day == date(2009, 3, 5)
    assert state.corrections == ((AT.date(), "The number of meetings was wrong."),)


@pytest.mark.parametrize(
    ("file", "reason", "says"),
    [
        ("uncleared", "A number was wrong.", "clear"),
        ("cleared", "{name} was spelt wrong.", "could identify"),
    ],
)
def test_a_correction_is_held_to_the_same_rules(
    office: Any, tree: Any, file: str, reason: str, says: str
) -> None:
    """Cleared bytes, and a reason that names no one."""
    office.publish(office.clear(REPORT), ON)
    make = office.clear if file == "cleared" else office.write
    path = make(CORRECTED, "better.md")
    child = office.open_case.case.child
    before = snapshot(office, tree)
    with pytest.raises(PublicationError, match=says) as caught:
        correction(office, path, reason=reason.format(name=f"{child.first_name} {child.surname}"))
    assert child.surname not in str(caught.value)
    assert snapshot(office, tree) == before


def test_what_is_not_published_can_not_be_corrected(office: Any) -> None:
    """Nor what was taken down."""
    file = office.clear(REPORT)
    with pytest.raises(PublicationError, match="not published"):
        correction(office, file)
    office.publish(file, ON)
    takedown(office)
    with pytest.raises(PublicationError, match="not published"):
        correction(office, file, AFTER)


def test_a_withdrawal_removes_the_text_and_keeps_keyed_hashes(office: Any, tree: Any) -> None:
    """No run of words is left in the folder; with the key a forgotten copy is still found."""
    office.publish(office.clear(REPORT), ON)
    title = office.folder.publication(REFERENCE).title
    takedown(office)
    files = tree(office.publications)
    assert sorted(files) == [
        "board.json", "fingerprints/2007-03.json", "fingerprints/key", "ledger.jsonl",
    ]  # fmt: skip
    left = squeezed(b" ".join(files.values()).decode())
    for line in [*REPORT.decode().splitlines(), title]:
        if len(line.split()) >= 3:
            assert squeezed(line) not in left
    (marks,) = office.folder.fingerprints()
    assert len(marks.window_values()) > 30
    assert hashlib.sha256(REPORT).hexdigest() in marks.files
    other = fingerprints(REFERENCE, [REPORT.decode()], [title], [], bytes(32))
    assert not {value for _, value in marks.phrases} & {value for _, value in other.phrases}
    assert not set(marks.window_values()) & set(other.window_values()), "the values are keyed"


def test_a_correction_keeps_keyed_hashes_of_what_it_replaced(office: Any) -> None:
    """So that a forgotten copy of the old version is found; a withdrawal adds the new one."""
    file = office.clear(REPORT)
    office.publish(file, ON)
    old = text_fingerprints(office.folder, REFERENCE)
    correction(office, office.clear(REPORT.replace(b"seven times", b"eight times")))
    new = text_fingerprints(office.folder, REFERENCE)
    assert office.folder.fingerprints() == (old,)
    takedown(office)
    assert office.folder.fingerprints() == (old.joined(new),)
    assert set(old.joined(new).values()) == {*old.values(), *new.values()}


def squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


@pytest.mark.parametrize(
    "given", [{}, {"reason": "A court asked."}, {"authority": "Chair of the board"}]
)
def test_an_early_withdrawal_without_reason_and_authority_changes_nothing(
    office: Any, tree: Any, given: dict[str, str]
) -> None:
    """Twelve months are a floor."""
    office.publish(office.clear(REPORT), ON)
    before = snapshot(office, tree)
    with pytest.raises(PublicationError, match="2009-03-06"):
        takedown(office, AT, **given)
    assert snapshot(office, tree) == before


def test_a_reason_that_names_someone_is_not_written_down(office: Any, tree: Any) -> None:
    """The ledger is public."""
    from casework.people import protected_terms

    office.publish(office.clear(REPORT), ON)
    child = office.open_case.case.child
    before = snapshot(office, tree)
    with pytest.raises(PublicationError, match="could identify") as caught:
        takedown(
            office,
            reason=f"{child.first_name} {child.surname}'s aunt asked.",
            authority="Chair",
            terms=protected_terms(office.open_case),
        )
    assert child.surname not in str(caught.value)
    assert snapshot(office, tree) == before


@pytest.mark.parametrize("times", [1, 2])
def test_a_report_that_is_not_up_can_not_be_withdrawn(office: Any, times: int) -> None:
    """Also not a second time."""
    if times == 2:
        office.publish(office.clear(REPORT), ON)
        takedown(office)
    with pytest.raises(PublicationError, match="not published"):
        takedown(office)


def test_a_report_can_be_published_again_after_it_was_taken_down(office: Any) -> None:
    """With a reason, for a new twelve months; never in silence."""
    file = office.clear(REPORT)
    office.publish(file, ON)
    takedown(office)
    with pytest.raises(PublicationError, match="was taken down"):
        office.publish(file, date(2009, 6, 1))
    office.publish(file, date(2009, 6, 1), again="A court asked for it to be shown again")
    state = state_of(office.folder.ledger.entries(), REFERENCE, date(2009, 6, 1))
    assert state is not None
    assert (state.first_published, state.last_day) == (ON, date(2010, 6, 1))


def test_holding_a_scheduled_report_back_takes_its_text_out(office: Any) -> None:
    """The public learns that it waits, and why."""
    office.publish(office.clear(REPORT), ON)
    at = datetime(2008, 3, 1, 9, tzinfo=UTC)
    hold_back(
        office.publications, LedgerAction.DELAYED, REFERENCE, "A trial is on.", "Office",
        office.register, at,
    )  # fmt: skip
    assert not office.folder.report_folder(REFERENCE).exists()
    state = state_of(office.folder.ledger.entries(), REFERENCE, ON)
    assert state is not None
    assert (state.state, state.reason) == (PublicState.DELAYED, "A trial is on.")
    with pytest.raises(PublicationError, match="does not hold"):
        hold_back(
            office.publications, LedgerAction.CORRECTED, REFERENCE, "x", "Office",
            office.register, at,
        )  # fmt: skip


def test_every_step_is_anchored_in_the_register(office: Any) -> None:
    """So that a ledger cut short or written anew shows."""
    office.publish(office.clear(REPORT), ON)
    correction(office, office.clear(CORRECTED, "better.md"))
    takedown(office)
    register: Register = office.register
    anchors = {
        entry.details["ledger_number"]: entry.details["ledger_head"]
        for entry in register.entries()
        if "ledger_head" in entry.details
    }
    ledger: Ledger = office.folder.ledger
    assert sorted(anchors) == [1, 2, 3]
    assert ledger.verify(anchors) == ()
    lines = ledger.path.read_text("utf-8").splitlines(keepends=True)
    ledger.path.write_text("".join(lines[:2]), "utf-8")
    assert ledger.verify() == ()
    assert ledger.verify(anchors)
    with pytest.raises(PublicationError, match="line 3"):
        takedown(office)

"""Making again: nothing twice, what changed is named, and what a stopped run left is put right."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from casework.register import Register
from generator.making.changes import ChangeKind
from generator.making.make import MadeDocument, changes, make
from generator.making.unrecorded import NAME, Unrecorded
from generator.plan import plan
from redaction.errors import CaseError

DAY, NEXT_DAY = date(2008, 3, 7), date(2008, 3, 8)
TEXT = "{{ document.date }}: {{ recipient.salutation }}, {{ child.full_name }}, {{ child.school }}"
RENAMED = {"first_name": "Ann", "surname": "Fen", "date_of_birth": date(2001, 2, 28)}

pytestmark = pytest.mark.usefixtures("letter_h")


@pytest.fixture
def letter(word: Callable[..., bytes]) -> bytes:
    """The board's own letter H: one file, because python-docx writes the time into each."""
    return word(TEXT)


@pytest.fixture
def with_letter(own_templates: Callable[..., Any], letter: bytes) -> Any:
    """The invented case of a board with its own letter H."""
    return own_templates({"bed-h": letter})


@pytest.fixture
def run(register: Register, at: datetime) -> Callable[..., tuple[MadeDocument, ...]]:
    def run_make(open_case: Any, *to: str, **options: Any) -> tuple[MadeDocument, ...]:
        planned = plan(open_case, ["bed-h"], list(to), options.pop("as_of", DAY))
        return make(open_case, planned, register=register, by="Mei Larkspur", at=at, **options)

    return run_make


@pytest.fixture
def what_changed(register: Register) -> Callable[..., Any]:
    """The change of the police's letter since it was last made."""

    def compare(open_case: Any, as_of: date = NEXT_DAY, **options: Any) -> Any:
        planned = plan(open_case, ["bed-h"], ["police"], as_of)
        return changes(open_case, planned, register.entries(), **options)[0]

    return compare


@pytest.fixture
def run_and_stop(run: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Make, and be stopped when the first document is written and not yet recorded."""

    def stopped(*_: Any) -> None:
        raise KeyboardInterrupt

    def run_until_recording(*arguments: Any, **options: Any) -> None:
        with monkeypatch.context() as patched:
            patched.setattr(Register, "record", stopped)
            with pytest.raises(KeyboardInterrupt):
                run(*arguments, **options)

    return run_until_recording


def state_of(folder: Path) -> dict[str, tuple[int, str]]:
    """Every file below the folder: when it was written, and its hash."""
    return {
        str(path.relative_to(folder)): (
            path.stat().st_mtime_ns,
            hashlib.sha256(path.read_bytes()).hexdigest(),
        )
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("pdf", [False, True])
def test_what_is_there_is_neither_written_nor_recorded_again(
    with_letter: Any, run: Any, register: Register, pdf: bool
) -> None:
    """The second run touches no file and adds nothing to the register."""
    first = run(with_letter, pdf=pdf)
    before, head = state_of(with_letter.documents_folder), register.head()
    again = run(with_letter, pdf=pdf)
    assert [made.unchanged for made in first + again] == [False, False, True, True]
    assert (before, head) == (state_of(with_letter.documents_folder), register.head())
    assert [(made.path, made.sha256, made.pdf_path, made.pdf_sha256) for made in first] == [
        (made.path, made.sha256, made.pdf_path, made.pdf_sha256) for made in again
    ]


def test_a_pdf_that_is_wanted_later_leaves_the_word_file_alone(
    with_letter: Any, run: Any, register: Register
) -> None:
    """Only the PDF is written; the register then knows both."""
    word = run(with_letter, "police")[0]
    written = word.path.stat().st_mtime_ns
    made = run(with_letter, "police", pdf=True)[0]
    assert not made.unchanged
    assert written == word.path.stat().st_mtime_ns
    assert [entry.details["pdf_sha256"] for entry in register.entries()] == ["", made.pdf_sha256]
    assert run(with_letter, "police", pdf=True)[0].unchanged


def test_only_what_changed_is_made_anew(
    own_templates: Any, with_letter: Any, word: Any, run: Any, register: Register
) -> None:
    """The template now greets the police only: the school's letter is as it was."""
    template = TEXT + "{% if recipient.organisation_id == 'police' %} PS{% endif %}"
    run(with_letter)
    made = run(own_templates({"bed-h": word(template)}))
    assert [(one.planned.recipient.id, one.unchanged) for one in made] == [
        ("school", True),
        ("police", False),
    ]
    assert len(register.entries()) == 3


def test_a_document_that_was_deleted_is_made_again(with_letter: Any, run: Any) -> None:
    """The register knows it, the folder doesn't."""
    made = run(with_letter, "police")[0]
    made.path.unlink()
    assert not run(with_letter, "police")[0].unchanged
    assert made.path.exists()


def test_a_letter_of_another_day_is_no_change(
    with_letter: Any, run: Any, what_changed: Any
) -> None:
    """Only its date differs; and a letter that was never made is new."""
    assert what_changed(with_letter).kind is ChangeKind.NEW
    run(with_letter, "school")
    assert what_changed(with_letter).kind is ChangeKind.NEW
    run(with_letter, "police")
    change = what_changed(with_letter)
    assert (change.kind, change.fields, change.described()) == (ChangeKind.UNCHANGED, (), "")
    assert change.last is not None
    assert change.last.details["file"] == "2008-03-07-bed-h-police.docx"


@pytest.mark.parametrize(
    ("case", "fields", "words"),
    [
        ({"child": RENAMED}, ("child.full_name",), "child’s name"),
        (
            {"child": RENAMED | {"school": "Sedge Infants"}},
            ("child.full_name", "child.school"),
            "child’s name; child’s school",
        ),
        ({"family": []}, (), ""),
        ({"board": {"accent_colour": "#1d5c4a"}}, ("letterhead",), "letterhead"),
    ],
    ids=["name", "name and school", "not printed", "colour"],
)
def test_what_changed_is_named(
    with_letter: Any,
    own_templates: Any,
    letter: bytes,
    run: Any,
    what_changed: Any,
    case: dict[str, Any],
    fields: tuple[str, ...],
    words: str,
) -> None:
    """By the paths of the fields that the letter prints, and in words."""
    run(with_letter, "police")
    change = what_changed(own_templates({"bed-h": letter}, **case))
    assert (change.fields, change.described()) == (fields, words)
    assert (change.kind is ChangeKind.CHANGED) == bool(fields)


def test_another_template_is_a_change(
    with_letter: Any, own_templates: Any, word: Any, run: Any, what_changed: Any
) -> None:
    """The board edited its letter."""
    run(with_letter, "police")
    change = what_changed(own_templates({"bed-h": word(TEXT, "Yours")}))
    assert (change.kind, change.fields) == (ChangeKind.CHANGED, ("template",))


def test_a_list_that_grew_is_a_change(
    own_templates: Any, word: Any, run: Any, what_changed: Any
) -> None:
    """The register knows a list by what its members print."""
    text = "{{ child.full_name }}{% for one in siblings %}{{ one.full_name }}{% endfor %}"
    template = word(text)
    run(own_templates({"bed-h": template}), "police")
    brother = {"id": "bo", "first_name": "Bo", "surname": "Fen", "relation": "brother"}
    family = [{**brother, "role": "sibling"}]
    change = what_changed(own_templates({"bed-h": template}, family=family))
    assert change.fields == ("siblings.full_name",)


def test_drafts_are_compared_with_drafts(with_letter: Any, run: Any, what_changed: Any) -> None:
    """A draft that was made is not the letter, nor the other way round."""
    run(with_letter, "police", draft=True)
    assert what_changed(with_letter).kind is ChangeKind.NEW
    assert what_changed(with_letter, draft=True).kind is ChangeKind.UNCHANGED


def test_the_register_holds_no_value_of_a_field(with_letter: Any, run: Any) -> None:
    """Digests only: the child's name is not in the register's file."""
    made = run(with_letter, "police")[0]
    register = with_letter.board_path.parent / "register.db"
    assert b"Adeyemi" not in register.read_bytes()
    assert made.sha256.encode() in register.read_bytes()


def test_a_run_that_was_stopped_does_not_block_the_next_one(
    with_letter: Any, own_templates: Any, letter: bytes, run: Any, run_and_stop: Any
) -> None:
    """It wrote a letter and could not record it; then the case changed."""

    run_and_stop(with_letter, "police", pdf=True)
    assert (with_letter.documents_folder / NAME).exists()
    with_new_name = own_templates({"bed-h": letter}, child=RENAMED)
    assert not run(with_new_name, "police")[0].unchanged
    assert not (with_letter.documents_folder / NAME).exists()


def test_the_pdf_of_a_stopped_run_does_not_stay_with_another_word_file(
    with_letter: Any, own_templates: Any, letter: bytes, run: Any, run_and_stop: Any
) -> None:
    """It was stopped between the new PDF and its Word file; then the change was taken back."""
    made = run(with_letter, "police", pdf=True)[0]
    word = made.path.read_bytes()
    run_and_stop(own_templates({"bed-h": letter}, child=RENAMED), "police", pdf=True)
    made.path.write_bytes(word)
    run(own_templates({"bed-h": letter}), "police")
    assert made.path.read_bytes() == word
    assert not made.pdf_path.exists()


def test_what_a_stopped_run_left_is_remembered_until_it_is_made_again(
    with_letter: Any, own_templates: Any, letter: bytes, run: Any, run_and_stop: Any
) -> None:
    """Another recipient's letter in between changes nothing."""

    run_and_stop(with_letter, "police")
    run(with_letter, "school")
    assert Unrecorded(with_letter.documents_folder).earlier
    run(own_templates({"bed-h": letter}, child=RENAMED), "police")
    assert not (with_letter.documents_folder / NAME).exists()


def test_the_note_of_a_stopped_run_protects_nothing_that_someone_wrote(
    with_letter: Any, run: Any, run_and_stop: Any
) -> None:
    """A letter that was edited after the run was stopped is still somebody's work."""

    run_and_stop(with_letter, "police")
    path = next(with_letter.documents_folder.glob("*/*.docx"))
    path.write_bytes(b"edited")
    with pytest.raises(CaseError, match="someone changed this file"):
        run(with_letter, "police")


def test_temporary_files_of_a_killed_run_are_cleared(with_letter: Any, run: Any) -> None:
    """And nothing else that begins with a dot."""
    folder = run(with_letter, "police")[0].path.parent
    (folder / ".2008-03-07-bed-h-police.docx.0a1b2c3d.part").write_bytes(b"half")
    (folder / ".mine.part").write_bytes(b"keep")
    run(with_letter, "police")
    assert sorted(path.name for path in folder.iterdir() if path.name[0] == ".") == [".mine.part"]

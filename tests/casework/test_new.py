"""Starting a case: a folder to work in, and a case file that says itself what to fill in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from casework.load import load_case
from casework.model.base import Record
from casework.model.case import Case
from casework.new import new_case
from casework.procedure_file import load_procedure, procedure_ids
from casework.schema import case_schema
from redaction.errors import CaseError


@pytest.fixture
def board(write_case: Callable[..., Path], tmp_path: Path) -> Path:
    """An invented board's profile."""
    write_case()
    return tmp_path / "boards" / "fenmarket.yaml"


def test_a_new_case_has_its_folders_file_and_schema(board: Path, tmp_path: Path) -> None:
    """The layout of a case, and nothing else."""
    path = new_case(tmp_path / "cases" / "2026-01", board)
    assert path == tmp_path / "cases" / "2026-01" / "case.yaml"
    assert sorted(each.name for each in path.parent.iterdir()) == [
        "case.schema.json",
        "case.yaml",
        "chronologies",
        "documents",
        "received",
    ]
    first, *_ = path.read_text().splitlines()
    assert first == "# yaml-language-server: $schema=case.schema.json"
    assert path.with_name("case.schema.json").read_text() == case_schema()


def test_a_new_case_asks_for_the_childs_name_and_nothing_else(board: Path, tmp_path: Path) -> None:
    """Everything else may be filled in as it becomes known."""
    path = new_case(tmp_path / "2026-01", board)
    with pytest.raises(CaseError) as caught:
        load_case(path)
    assert [problem.place.split(", ")[0] for problem in caught.value.problems] == [
        "case.yaml: child.first_name",
        "case.yaml: child.surname",
    ]
    path.write_text(
        path.read_text()
        .replace("  first_name:  ", "  first_name: Ivy", 1)
        .replace("  surname:  ", "  surname: Thorne", 1)
    )
    opened = load_case(path)
    assert opened.case.reference == "2026-01"
    assert opened.board_path.samefile(board)


@pytest.mark.parametrize("procedure", procedure_ids())
def test_every_example_in_the_file_works_once_its_sign_is_taken_away(
    board: Path, tmp_path: Path, procedure: str
) -> None:
    """With the # and the space taken away as the file says, only blanks are left to fill in."""
    board.write_text(board.read_text().replace("bedfordshire-2007", procedure))
    path = new_case(tmp_path / "2026-01", board)
    how_to, facts = path.read_text().split("\nreference:")
    # Exactly five spaces begin the second line of a note, never an example.
    example = re.compile(r"^( *)# (?!    \w)( *(?:- )?[a-z_0-9-]+:(?: .*)?)$", re.MULTILINE)
    path.write_text(how_to + "\nreference:" + example.sub(r"\1\2", facts))
    with pytest.raises(CaseError) as caught:
        load_case(path)
    problems = [str(problem) for problem in caught.value.problems]
    assert len(problems) > 15
    assert [
        each for each in problems if "is needed and not filled in. Fill it in" not in each
    ] == []


def fields_of(part: type[Record]) -> Iterator[str]:
    """The name of every field of ``part``, and of the parts that it holds."""
    inner: list[Any] = []
    for name, field in part.model_fields.items():
        yield name
        inner.append(field.annotation)
    while inner:
        kind = inner.pop()
        inner += get_args(kind)
        if isinstance(kind, type) and issubclass(kind, Record):
            yield from fields_of(kind)


def test_every_field_that_a_case_can_have_stands_in_the_file(board: Path, tmp_path: Path) -> None:
    """So that nobody has to know the model to find where something goes."""
    text = new_case(tmp_path / "2026-01", board).read_text()
    named = set(re.findall(r"\b([a-z_0-9]+):", text))
    assert sorted(set(fields_of(Case)) - named) == []


@pytest.mark.parametrize("procedure", procedure_ids())
def test_what_terms_of_reference_must_settle_is_listed(
    board: Path, tmp_path: Path, procedure: str
) -> None:
    """Questions, timetable, and the items of an interagency or a joint review."""
    board.write_text(board.read_text().replace("bedfordshire-2007", procedure))
    text = new_case(tmp_path / "2026-01", board).read_text()
    found = load_procedure(procedure)
    items = (
        *found.scoping_questions, *found.scheduling_items, *found.imr_items, *found.joint_items
    )  # fmt: skip
    assert [item.id for item in items if f"#   {item.id} – " not in text] == []


@pytest.mark.parametrize("procedure", procedure_ids())
def test_the_kinds_of_event_that_the_procedure_asks_about_are_listed(
    board: Path, tmp_path: Path, procedure: str
) -> None:
    """Those, and not the kinds of every procedure."""
    board.write_text(board.read_text().replace("bedfordshire-2007", procedure))
    text = new_case(tmp_path / "2026-01", board).read_text()
    notes = text.split("asks about (case.schema.json has them all):")[1].split("events:")[0]
    listed = set(re.findall(r"[a-z_]+", notes))
    assert listed == {kind.value for kind in load_procedure(procedure).event_kinds}


@pytest.mark.parametrize(
    ("procedure", "kind", "outcomes"),
    [
        (
            "bedfordshire-2007",
            "serious_case_review",
            ["interagency_management_review", "near_miss_review", "no_further_action"],
        ),
        (
            "bnes-2019-wt2018",
            "local_child_safeguarding_practice_review",
            ["multi_agency_review", "other_review", "no_further_action"],
        ),
    ],
)
def test_a_new_case_is_of_the_kind_that_its_procedure_holds(
    board: Path, tmp_path: Path, procedure: str, kind: str, outcomes: list[str]
) -> None:
    """Bedfordshire's four outcomes (§4); no serious case review under Working Together 2018."""
    board.write_text(board.read_text().replace("bedfordshire-2007", procedure))
    text = new_case(tmp_path / "2026-01", board).read_text()
    assert f"\nkind: {kind}\n" in text
    listed = text.split("The chair's decision. Outcomes:")[1].split("# decision:")[0]
    assert sorted(re.findall(r"[a-z_]+", listed)) == sorted([kind, *outcomes])


def test_an_existing_case_is_never_overwritten(board: Path, tmp_path: Path) -> None:
    """Starting a case twice is an error that leaves the first as it was."""
    path = new_case(tmp_path / "2026-01", board)
    path.write_text("mine")
    with pytest.raises(CaseError, match="is there already"):
        new_case(tmp_path / "2026-01", board)
    assert path.read_text() == "mine"


def test_what_is_in_the_folder_already_stays(board: Path, tmp_path: Path) -> None:
    """A folder in which chronologies were collected becomes the case's folder."""
    kept = tmp_path / "2026-01" / "chronologies" / "police.docx"
    kept.parent.mkdir(parents=True)
    kept.write_text("x")
    new_case(tmp_path / "2026-01", board)
    assert kept.read_text() == "x"


def test_a_wrong_board_or_place_writes_nothing(board: Path, tmp_path: Path) -> None:
    """The board's problems, or a file in the folder's place, are told first."""
    with pytest.raises(CaseError, match="is not there"):
        new_case(tmp_path / "2026-01", tmp_path / "nowhere.yaml")
    assert not (tmp_path / "2026-01").exists()
    (tmp_path / "file").write_text("x")
    with pytest.raises(CaseError, match="can't be made into a case's folder"):
        new_case(tmp_path / "file", board)


def test_any_folder_name_can_be_a_reference(board: Path, tmp_path: Path) -> None:
    """Quotes, colons, marks and letters of a folder's name stay what they are."""
    name = 'Cäse: "one" # @BOARD@'
    path = new_case(tmp_path / name, board)
    path.write_text(
        path.read_text()
        .replace("  first_name:  ", "  first_name: Ivy", 1)
        .replace("  surname:  ", "  surname: Thorne", 1)
    )
    assert load_case(path).case.reference == name

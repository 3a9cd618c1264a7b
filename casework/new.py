"""Starts a case or a board's profile: files that say themselves how to fill them in."""

from __future__ import annotations

import json
import os
import textwrap
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from casework.clock import KIND_DECIDED
from casework.files import write_atomically
from casework.load import CASE_FILE, load_board
from casework.model.board import AgencyKind, Board
from casework.model.meetings import MeetingKind
from casework.model.review import Outcome, ProceedingKind
from casework.procedure import Procedure
from casework.procedure_file import load_procedure, procedure_ids
from casework.schema import board_schema, case_schema
from redaction.errors import CaseError

SCHEMA_FILE = "case.schema.json"
BOARD_SCHEMA_FILE = "board.schema.json"
FOLDERS = ("chronologies", "documents", "received")

_SKELETON = Path(__file__).with_name("case_skeleton.yaml")
_BOARD_SKELETON = Path(__file__).with_name("board_skeleton.yaml")
_WIDTH = 100


def new_case(folder: Path, board_path: Path) -> Path:
    """Start a case in ``folder`` for the board at ``board_path``; return its ``case.yaml``.

    The folder may exist, but must hold no case. The folder's name becomes the case's reference.
    Raises ``CaseError`` for a folder that holds a case or can't be made, and with every problem
    of the board's profile; nothing is written then.
    """
    board = load_board(board_path)
    procedure = load_procedure(board.procedure)
    case_path = folder / CASE_FILE
    if os.path.lexists(case_path):
        raise CaseError.because(case_path, "is there already", "Choose another folder")
    try:
        for name in FOLDERS:
            (folder / name).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CaseError.because(
            folder, "can't be made into a case's folder", "Choose another place"
        ) from error
    write_atomically(folder / SCHEMA_FILE, case_schema())
    write_atomically(case_path, _skeleton(folder, board_path, board, procedure))
    return case_path


def new_board(path: Path) -> Path:
    """Start a board's profile at ``path``, with its schema beside it, and return ``path``.

    Raises ``CaseError`` for a file that is there already, or a folder that can't be made.
    """
    if os.path.lexists(path):
        raise CaseError.because(path, "is there already", "Choose another name")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CaseError.because(path.parent, "can't be made", "Choose another place") from error
    procedures = {name: load_procedure(name).title for name in procedure_ids()}
    filled = {"@PROCEDURES@": _notes(procedures), "@KINDS@": _choices(AgencyKind)}
    write_atomically(path.parent / BOARD_SCHEMA_FILE, board_schema())
    write_atomically(path, _filled(_BOARD_SKELETON, filled))
    return path


def _skeleton(folder: Path, board_path: Path, board: Board, procedure: Procedure) -> str:
    agencies = {agency.id: agency.name for agency in board.agencies}
    criteria = {criterion.id: criterion.text for criterion in procedure.criteria}
    questions = {question.id: question.text for question in procedure.scoping_questions}
    items = (*procedure.scheduling_items, *procedure.imr_items, *procedure.joint_items)
    bodies = [body.id for body in board.national_bodies] or [*procedure.national_bodies]
    filled = {
        "@REFERENCE@": json.dumps(folder.resolve().name, ensure_ascii=False),
        "@BOARD@": json.dumps(_path_from(folder, board_path), ensure_ascii=False),
        "@KIND@": procedure.kinds[0],
        "@OTHER_KINDS@": _choices(procedure.kinds[1:]),
        "@AGENCIES@": _notes(agencies),
        "@AGENCY@": next(iter(agencies), ""),
        "@EVENTS@": _choices(procedure.event_kinds),
        "@PROCEEDINGS@": _choices(ProceedingKind),
        "@OUTCOMES@": _choices(_outcomes(procedure)),
        "@BODY@": next(iter(bodies), ""),
        "@CRITERIA@": _notes(criteria),
        "@CRITERION@": next(iter(criteria), ""),
        "@QUESTIONS@": _notes(questions),
        "@QUESTION@": next(iter(questions), ""),
        "@ITEMS@": _notes({item.id: item.text for item in items}),
        "@MEETINGS@": _choices(MeetingKind),
        "@RULE@": next((rule.id for rule in procedure.rules), ""),
    }
    return _filled(_SKELETON, filled)


def _outcomes(procedure: Procedure) -> list[Outcome]:
    """The outcomes that lead to a review of this procedure, and no further action."""
    none = Outcome.NO_FURTHER_ACTION
    return [each for each in Outcome if each is none or KIND_DECIDED[each] in procedure.kinds]


def _filled(skeleton: Path, filled: dict[str, str]) -> str:
    lines = []
    for line in skeleton.read_text(encoding="utf-8").splitlines():
        for mark in filled.keys() & _marks(line):
            line = line.replace(mark, filled[mark])
        lines.append(line.rstrip())
    return "\n".join(lines) + "\n"


def _marks(line: str) -> set[str]:
    return {f"@{part}@" for part in line.split("@")[1::2]}


def _notes(entries: dict[str, str]) -> str:
    """A note for each entry: its id, then what it means."""
    return (
        "\n".join(_wrapped(f"{id_} – {meaning}") for id_, meaning in entries.items()) or "# (none)"
    )


def _choices(kinds: Iterable[StrEnum]) -> str:
    return _wrapped(", ".join(kinds))


def _wrapped(text: str) -> str:
    return textwrap.fill(
        " ".join(text.split()),
        width=_WIDTH,
        initial_indent="#   ",
        subsequent_indent="#     ",
        break_on_hyphens=False,
    )


def _path_from(folder: Path, board_path: Path) -> str:
    """The board's profile as seen from the case's folder, with forward slashes."""
    try:
        relative = os.path.relpath(board_path.resolve(), folder.resolve())
    except ValueError:  # on Windows, another drive
        return board_path.resolve().as_posix()
    return Path(relative).as_posix()

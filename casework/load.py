"""Reads a case and its board from their YAML files, and reports everything wrong at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from casework.cross_checks import board_flaws, case_flaws
from casework.model.board import Board
from casework.model.case import Case
from casework.procedure import Procedure
from casework.procedure_file import load_procedure
from casework.yaml_problems import model_flaws, shortened
from casework.yaml_tree import Flaw, Location, YamlTree, read_yaml
from redaction.errors import CaseError, Problem, ProcedureError

CASE_FILE = "case.yaml"
REGISTER_FILE = "register.db"


@dataclass(frozen=True)
class OpenCase:
    """A case as read from its folder, with its board's profile and its procedure."""

    folder: Path
    path: Path
    """The case file itself."""
    case: Case
    board: Board
    board_path: Path
    procedure: Procedure

    @property
    def documents_folder(self) -> Path:
        """What was made for the case."""
        return self.folder / "documents"

    @property
    def received_folder(self) -> Path:
        """Reports as their authors sent them."""
        return self.folder / "received"

    @property
    def register_path(self) -> Path:
        """What happened to the case's documents."""
        return self.folder / REGISTER_FILE


def readable(path: Path) -> None:
    """Raise ``CaseError`` unless ``path`` is a case whose file is there and reads as YAML.

    A file that is readable may still be an invalid case; only ``load_case`` says so.
    """
    read_yaml(_case_path(path))


def load_case(path: Path) -> OpenCase:
    """The case at ``path``, a case folder or its ``case.yaml``, with its board and procedure.

    Raises ``CaseError`` with every problem of the case file and the board's profile, each named
    by its file, its place in the file and its line.
    """
    case_path = _case_path(path)
    tree = read_yaml(case_path)
    board_path, board_tree, problems = _board_of(case_path, tree)
    procedure, procedure_problems = _procedure_of(case_path, tree, board_path, board_tree)
    flaws = [*tree.flaws, *model_flaws(Case, tree), *case_flaws(tree, board_tree, procedure)]
    problems = [*_placed(case_path.name, tree, flaws), *procedure_problems, *problems]
    if problems or board_tree is None or procedure is None:
        raise CaseError(problems)
    return OpenCase(
        folder=case_path.parent,
        path=case_path,
        case=Case.model_validate(tree.values),
        board=Board.model_validate(board_tree.values),
        board_path=board_path,
        procedure=procedure,
    )


def load_board(path: Path) -> Board:
    """The board's profile at ``path``. Raises ``CaseError`` with every problem of the file."""
    tree = read_yaml(path)
    _, procedure_problems = _named_procedure(path.name, tree)
    problems = [*_board_problems(path.name, tree), *procedure_problems]
    if problems:
        raise CaseError(problems)
    return Board.model_validate(tree.values)


def _case_path(path: Path) -> Path:
    if not path.is_dir():
        return path
    if not (path / CASE_FILE).is_file():
        raise CaseError.because(
            path, f"holds no {CASE_FILE}", 'Check the folder, or start a case with "casereview new"'
        )
    return path / CASE_FILE


def _board_of(case_path: Path, case: YamlTree) -> tuple[Path, YamlTree | None, list[Problem]]:
    """The board's path and values, and what is wrong with them."""
    written = case.values.get("board")
    if not isinstance(written, str) or not written.strip():
        return case_path, None, []  # the model reports that the field is missing
    path = case_path.parent / written.strip()
    try:
        tree = read_yaml(path)
    except CaseError as error:
        place = _place(case_path.name, ("board",), case.line(("board",)))
        return path, None, [_in_board(place, written, problem) for problem in error.problems]
    return path, tree, _board_problems(path.name, tree)


def _in_board(place: str, written: str, problem: Problem) -> Problem:
    return Problem(
        place, f"the board's profile {shortened(written)} {problem.what}", problem.remedy
    )


def _board_problems(name: str, tree: YamlTree) -> list[Problem]:
    return _placed(name, tree, [*tree.flaws, *model_flaws(Board, tree), *board_flaws(tree)])


def _procedure_of(
    case_path: Path, case: YamlTree, board_path: Path, board: YamlTree | None
) -> tuple[Procedure | None, list[Problem]]:
    """The case's own procedure, or else the board's."""
    if "procedure" in case.values or board is None:
        return _named_procedure(case_path.name, case)
    return _named_procedure(board_path.name, board)


def _named_procedure(name: str, tree: YamlTree) -> tuple[Procedure | None, list[Problem]]:
    written = tree.values.get("procedure")
    if not isinstance(written, str):
        return None, []  # the model reports that the field is missing
    try:
        return load_procedure(written), []
    except ProcedureError as error:
        place = _place(name, ("procedure",), tree.line(("procedure",)))
        return None, [Problem(place, each.what, each.remedy) for each in error.problems]


def _placed(name: str, tree: YamlTree, flaws: Iterable[Flaw]) -> list[Problem]:
    """The flaws as problems, in the order of the file's lines."""
    lined = [(flaw.line or tree.line(flaw.location), flaw) for flaw in flaws]
    return [
        Problem(_place(name, flaw.location, line), flaw.what, flaw.remedy)
        for line, flaw in sorted(lined, key=lambda each: each[0] or 0)
    ]


def _place(name: str, location: Location, line: int | None) -> str:
    """Such as "case.yaml: family[item 2].surname, line 31"; items count from 1."""
    path = ""
    for part in location:
        path += f"[item {part + 1}]" if isinstance(part, int) else f".{shortened(part)}"
    where = ", ".join(filter(None, (path.removeprefix("."), f"line {line}" if line else "")))
    return f"{name}: {where}" if where else name

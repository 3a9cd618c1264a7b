"""Reads a board procedure from its TOML file, strictly; every fault of the file is reported."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from casework.kinds import ReviewKind
from casework.model.base import Id, Text
from casework.procedure import (
    ChecklistItem,
    Condition,
    Conflict,
    Criterion,
    GlossaryTerm,
    Procedure,
    Retention,
    ScopingItem,
    TimeRule,
    Withholding,
    suggestion,
)
from casework.procedure_checks import content_problems
from redaction.errors import Problem, ProcedureError
from redaction.values import NamingPolicy

PROCEDURES_FOLDER = Path(__file__).parent / "procedures"
"""Where the procedures that come with the program are kept, one TOML file each."""


class _ProcedureFile(BaseModel):
    """The shape of one ``procedures/*.toml``; the table names are singular, one per entry."""

    model_config = ConfigDict(extra="forbid")

    id: Id
    title: Text
    regime: Text
    kinds: list[ReviewKind] = Field(min_length=1)
    source: Text
    partial: str = ""
    words: dict[str, Text]
    national_bodies: dict[Id, Text] = {}
    other_bodies: dict[Id, Text] = {}
    retention: Retention
    rule: list[TimeRule] = Field(min_length=1)
    policy: list[NamingPolicy] = []
    condition: list[Condition] = Field(min_length=1)
    withholding: list[Withholding] = []
    criterion: list[Criterion] = []
    scoping_question: list[ScopingItem] = []
    scheduling_item: list[ScopingItem] = []
    imr_item: list[ScopingItem] = []
    joint_item: list[ScopingItem] = []
    checklist_item: list[ChecklistItem] = []
    glossary_term: list[GlossaryTerm] = []
    conflict: list[Conflict] = []


def procedure_ids() -> tuple[str, ...]:
    """The ids of the procedures that come with the program, sorted."""
    return tuple(sorted(path.stem for path in PROCEDURES_FOLDER.glob("*.toml")))


@cache
def load_procedure(procedure_id: str) -> Procedure:
    """The procedure ``procedure_id``, read once.

    Raises ProcedureError where the id is unknown (with the nearest known one) or where its file
    is wrong (with every problem found).
    """
    known = procedure_ids()
    if procedure_id not in known:
        raise ProcedureError.because(
            "procedure", f'"{procedure_id}" is not known', suggestion(procedure_id, known)
        )
    return read_procedure(PROCEDURES_FOLDER / f"{procedure_id}.toml")


def read_procedure(path: Path) -> Procedure:
    """The procedure in the file ``path``; raises ProcedureError with every problem found."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ProcedureError.because(path.name, "can't be read", "Restore the file.") from error
    except tomllib.TOMLDecodeError as error:
        raise ProcedureError.because(path.name, f"is not valid TOML: {error}") from error
    try:
        found = _ProcedureFile.model_validate(content)
    except ValidationError as error:
        raise ProcedureError(_shape_problems(path.name, content, error)) from error
    procedure = _procedure(found)
    problems = tuple(content_problems(path, procedure))
    if problems:
        raise ProcedureError(problems)
    return procedure


def _procedure(found: _ProcedureFile) -> Procedure:
    return Procedure(
        id=found.id,
        title=found.title,
        regime=found.regime,
        kinds=tuple(found.kinds),
        source=found.source,
        partial=found.partial,
        words=dict(found.words),
        rules=tuple(found.rule),
        policies=tuple(found.policy),
        conditions=tuple(found.condition),
        withholding=tuple(found.withholding),
        retention=found.retention,
        criteria=tuple(found.criterion),
        scoping_questions=tuple(found.scoping_question),
        scheduling_items=tuple(found.scheduling_item),
        imr_items=tuple(found.imr_item),
        joint_items=tuple(found.joint_item),
        checklist=tuple(found.checklist_item),
        glossary=tuple(found.glossary_term),
        conflicts=tuple(found.conflict),
        national_bodies=dict(found.national_bodies),
        other_bodies=dict(found.other_bodies),
    )


def _shape_problems(
    name: str, content: dict[str, object], error: ValidationError
) -> Iterator[Problem]:
    for fault in error.errors(include_url=False):
        place = f"{name}: {_place(content, fault['loc'])}"
        if fault["type"] in ("unexpected_keyword_argument", "extra_forbidden"):
            yield Problem(place, "is not a field that a procedure has")
        elif fault["type"] == "enum":
            known = re.findall(r"'([^']+)'", fault["ctx"]["expected"])
            yield Problem(
                place, f'"{fault["input"]}" is not known', suggestion(str(fault["input"]), known)
            )
        else:
            yield Problem(place, fault["msg"])


def _place(content: object, location: tuple[int | str, ...]) -> str:
    """``location`` in words a person can follow: list entries by their id where they have one."""
    words: list[str] = []
    for step in location:
        content = _step(content, step)
        entry = content.get("id") if isinstance(content, dict) and isinstance(step, int) else None
        words.append(f"number {step + 1}" if isinstance(step, int) else str(step))
        if entry:
            words[-1] = str(entry)
    return ", ".join(words)


def _step(content: object, step: int | str) -> object:
    if isinstance(content, dict):
        return content.get(step)
    if isinstance(content, list) and isinstance(step, int):
        return content[step]
    return None

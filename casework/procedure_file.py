"""Reads a board procedure from its TOML file, strictly; every fault of the file is reported."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from casework.model.base import Id, Text
from casework.model.case import Case
from casework.procedure import (
    Condition,
    Criterion,
    Procedure,
    Retention,
    ScopingItem,
    TimeRule,
    suggestion,
)
from redaction.errors import Problem, ProcedureError
from redaction.values import NamingPolicy

PROCEDURES_FOLDER = Path(__file__).parent / "procedures"
"""Where the procedures that come with the program are kept, one TOML file each."""

WORDS = (
    "review",
    "review_short",
    "board",
    "board_short",
    "panel",
    "panel_short",
    "panel_chair",
    "agency_report",
    "agency_report_short",
    "overview_report",
    "executive_summary",
    "national_body",
    "national_body_short",
    "national_bodies",
    "statutory_guidance",
)
"""The vocabulary that every procedure gives and every template may use."""


class _ProcedureFile(BaseModel):
    """The shape of one ``procedures/*.toml``; the table names are singular, one per entry."""

    model_config = ConfigDict(extra="forbid")

    id: Id
    title: Text
    regime: Text
    source: Text
    words: dict[str, Text]
    national_bodies: dict[Id, Text] = {}
    retention: Retention
    rule: list[TimeRule] = Field(min_length=1)
    policy: list[NamingPolicy] = Field(min_length=1)
    condition: list[Condition] = Field(min_length=1)
    criterion: list[Criterion] = []
    scoping_question: list[ScopingItem] = []
    scheduling_item: list[ScopingItem] = []


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
    problems = tuple(_content_problems(path, found))
    if problems:
        raise ProcedureError(problems)
    return _procedure(found)


def _procedure(found: _ProcedureFile) -> Procedure:
    return Procedure(
        id=found.id,
        title=found.title,
        regime=found.regime,
        source=found.source,
        words=dict(found.words),
        rules=tuple(found.rule),
        policies=tuple(found.policy),
        conditions=tuple(found.condition),
        retention=found.retention,
        criteria=tuple(found.criterion),
        scoping_questions=tuple(found.scoping_question),
        scheduling_items=tuple(found.scheduling_item),
        national_bodies=dict(found.national_bodies),
    )


def _shape_problems(
    name: str, content: dict[str, object], error: ValidationError
) -> Iterator[Problem]:
    for fault in error.errors(include_url=False):
        unknown = fault["type"] in ("unexpected_keyword_argument", "extra_forbidden")
        what = "is not a field that a procedure has" if unknown else fault["msg"]
        yield Problem(f"{name}: {_place(content, fault['loc'])}", what)


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


def _content_problems(path: Path, found: _ProcedureFile) -> Iterator[Problem]:
    if found.id != path.stem:
        yield Problem(path.name, f'has the id "{found.id}"', "The id is the name of the file.")
    yield from _word_problems(path.name, found.words)
    for table in ("rule", "policy", "condition", "criterion", "scoping_question"):
        yield from _entry_problems(path.name, table, getattr(found, table))
    yield from _entry_problems(path.name, "scheduling_item", found.scheduling_item)
    rules = {rule.id: rule for rule in found.rule}
    for rule in found.rule:
        yield from _rule_problems(f"{path.name}: rule, {rule.id}", rule, rules, found)
    for condition in found.condition:
        wanted = condition.parameters.get("rule")
        if wanted is not None and wanted not in rules:
            place = f"{path.name}: condition, {condition.id}"
            yield Problem(place, f'there is no rule "{wanted}"')


def _word_problems(name: str, words: dict[str, str]) -> Iterator[Problem]:
    for missing in sorted(set(WORDS) - set(words)):
        yield Problem(f"{name}: words", f'"{missing}" is missing')
    for extra in sorted(set(words) - set(WORDS)):
        yield Problem(f"{name}: words", f'"{extra}" is not known', suggestion(extra, WORDS))


_TEXTS = ("id", "citation", "action", "requirement", "remedy", "text", "title", "group", "test")


def _entry_problems(name: str, table: str, entries: Iterable[object]) -> Iterator[Problem]:
    ids = Counter(getattr(entry, "id", "") for entry in entries)
    for entry_id, times in ids.items():
        if times > 1:
            yield Problem(f"{name}: {table}, {entry_id}", f"is there {times} times")
    for entry in entries:
        for text in _TEXTS:
            if not str(getattr(entry, text, "given")).strip():
                yield Problem(f"{name}: {table}, {getattr(entry, 'id', '')}", f"{text} is empty")


def _rule_problems(
    place: str, rule: TimeRule, rules: dict[str, TimeRule], found: _ProcedureFile
) -> Iterator[Problem]:
    if not (rule.start or rule.start_rule or rule.start_on or rule.set_in):
        yield Problem(place, "has nothing to count from", "Give start, start_rule or set_in.")
    if rule.start_rule and rule.start_rule not in rules:
        yield Problem(place, f'start_rule: there is no rule "{rule.start_rule}"')
    if _goes_in_a_circle(rule, rules):
        yield Problem(place, "start_rule leads back to this rule", "Name the first event instead.")
    if (rule.quantity > 0) != rule.unit.counts:
        yield Problem(place, f"a quantity of {rule.quantity} does not fit {rule.unit}")
    if rule.quantity_min is not None and not 0 < rule.quantity_min < rule.quantity:
        yield Problem(place, "quantity_min must be less than quantity and more than 0")
    if not (rule.met_by or rule.fixes):
        yield Problem(place, "nothing would meet it", "Give met_by or fixes.")
    for body in sorted(set(rule.bodies) - set(found.national_bodies)):
        yield Problem(place, f'"{body}" is not one of the national bodies')
    for field in (*rule.fixes, *([rule.set_in] if rule.set_in else [])):
        if not _is_case_field(field):
            yield Problem(place, f'a case has no field "{field}"')


def _goes_in_a_circle(rule: TimeRule, rules: dict[str, TimeRule]) -> bool:
    seen: set[str] = set()
    while rule.start_rule in rules and rule.id not in seen:
        seen.add(rule.id)
        rule = rules[rule.start_rule]
    return rule.id in seen


def _is_case_field(dotted: str) -> bool:
    model: type[BaseModel] | None = Case
    for name in dotted.split("."):
        if model is None or name not in model.model_fields:
            return False
        kind = model.model_fields[name].annotation
        model = kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None
    return True

"""Whether the entries of a procedure fit together: references, quantities, words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from pydantic import BaseModel

from casework.model.case import Case
from casework.procedure import ChecklistItem, Procedure, TimeRule, Unit, suggestion
from redaction.errors import Problem

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
    "agency_author",
    "overview_report",
    "executive_summary",
    "public_report",
    "reviewer",
    "chair",
    "other_review",
    "referral_form",
    "information_form",
    "national_body",
    "national_body_short",
    "national_bodies",
    "statutory_guidance",
)
"""The vocabulary that every procedure gives and every template may use."""

_TEXTS = (
    *("id", "citation", "action", "requirement", "remedy", "text", "title", "test"),
    *("term", "meaning", "choice"),
)


def content_problems(path: Path, procedure: Procedure) -> Iterator[Problem]:
    """Everything in ``procedure``, read from the file ``path``, that does not fit."""
    name = path.name
    if procedure.id != path.stem:
        yield Problem(name, f'has the id "{procedure.id}"', "The id is the name of the file.")
    if not (procedure.policies or procedure.partial):
        yield Problem(name, "has no naming policy", "Give them, or say in partial what is missing.")
    yield from _word_problems(name, procedure.words)
    for table, entries in _tables(procedure).items():
        yield from _entry_problems(name, table, entries)
    rules = {rule.id: rule for rule in procedure.rules}
    for rule in procedure.rules:
        yield from _rule_problems(f"{name}: rule, {rule.id}", rule, rules, procedure)
        yield from _reference_problems(f"{name}: rule, {rule.id}", rule, procedure)
    for item in procedure.checklist:
        yield from _reference_problems(f"{name}: checklist_item, {item.id}", item, procedure)
    for condition in (*procedure.conditions, *procedure.withholding):
        wanted = condition.parameters.get("rule")
        if wanted is not None and wanted not in rules:
            place = f"{name}: condition, {condition.id}"
            yield Problem(place, f'there is no rule "{wanted}"')
    yield from _conflict_problems(name, procedure)


def _tables(procedure: Procedure) -> dict[str, tuple[object, ...]]:
    return {
        "rule": procedure.rules,
        "policy": procedure.policies,
        "condition": procedure.conditions,
        "withholding": procedure.withholding,
        "criterion": procedure.criteria,
        "scoping_question": procedure.scoping_questions,
        "scheduling_item": procedure.scheduling_items,
        "imr_item": procedure.imr_items,
        "joint_item": procedure.joint_items,
        "checklist_item": procedure.checklist,
        "glossary_term": procedure.glossary,
        "conflict": procedure.conflicts,
    }


def _word_problems(name: str, words: dict[str, str]) -> Iterator[Problem]:
    for missing in sorted(set(WORDS) - set(words)):
        yield Problem(f"{name}: words", f'"{missing}" is missing')
    for extra in sorted(set(words) - set(WORDS)):
        yield Problem(f"{name}: words", f'"{extra}" is not known', suggestion(extra, WORDS))


def _entry_problems(name: str, table: str, entries: Iterable[object]) -> Iterator[Problem]:
    names = [(entry, getattr(entry, "id", "") or getattr(entry, "term", "")) for entry in entries]
    for entry_id, times in Counter(entry_id for _, entry_id in names).items():
        if times > 1:
            yield Problem(f"{name}: {table}, {entry_id}", f"is there {times} times")
    for entry, entry_id in names:
        for text in _TEXTS:
            if not str(getattr(entry, text, "given")).strip():
                yield Problem(f"{name}: {table}, {entry_id}", f"{text} is empty")


def _rule_problems(
    place: str, rule: TimeRule, rules: dict[str, TimeRule], procedure: Procedure
) -> Iterator[Problem]:
    if not (rule.start or rule.start_rule or rule.start_on or rule.set_in):
        yield Problem(place, "has nothing to count from", "Give start, start_rule or set_in.")
    for field, wanted in (("start_rule", rule.start_rule), ("excused_by", rule.excused_by)):
        if wanted and wanted not in rules:
            yield Problem(place, f'{field}: there is no rule "{wanted}"')
    if _goes_in_a_circle(rule, rules):
        yield Problem(place, "start_rule leads back to this rule", "Name the first event instead.")
    if (rule.quantity > 0) != rule.unit.counts:
        yield Problem(place, f"a quantity of {rule.quantity} does not fit {rule.unit}")
    if rule.quantity_min is not None and not 0 < rule.quantity_min < rule.quantity:
        yield Problem(place, "quantity_min must be less than quantity and more than 0")
    if not (rule.met_by or rule.fixes):
        yield Problem(place, "nothing would meet it", "Give met_by or fixes.")
    if rule.until and rule.unit is not Unit.NONE:
        yield Problem(place, "a duty that recurs has no single last day", 'Give unit = "none".')
    for kind in sorted(set(rule.kinds) - set(procedure.kinds)):
        yield Problem(place, f"{kind} is not one of the kinds of review of this procedure")


def _reference_problems(
    place: str, entry: TimeRule | ChecklistItem, procedure: Procedure
) -> Iterator[Problem]:
    for body in sorted(set(entry.bodies) - set(procedure.bodies)):
        yield Problem(place, f'"{body}" is not one of the bodies of this procedure')
    fields = list(entry.fixes)
    if isinstance(entry, TimeRule):
        fields += [*entry.where, *([entry.set_in] if entry.set_in else [])]
    for field in fields:
        if not _is_case_field(field):
            yield Problem(place, f'a case has no field "{field}"')


def _conflict_problems(name: str, procedure: Procedure) -> Iterator[Problem]:
    known = {
        each.id
        for entries in (procedure.rules, procedure.policies, procedure.conditions)
        for each in entries
    }
    for conflict in procedure.conflicts:
        for wanted in sorted(set(conflict.about) - known):
            place = f"{name}: conflict, {conflict.id}"
            yield Problem(place, f'there is no rule, policy or condition "{wanted}"')


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
        model = _record_in(model.model_fields[name].annotation)
    return True


def _record_in(kind: object) -> type[BaseModel] | None:
    """The record that a field holds, itself, in a list, or where it may be left out."""
    for each in (kind, *get_args(kind)):
        if isinstance(each, type) and issubclass(each, BaseModel):
            return each
    return None

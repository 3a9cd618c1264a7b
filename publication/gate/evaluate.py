"""Tests every condition of the procedure and applies the overrides that a person answers for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casework.clearance import Clearance
from casework.load import OpenCase
from casework.procedure import Condition, Holding, suggestion
from publication.gate import document_tests, event_tests
from publication.gate.evidence import Evidence, Found, Parameters, texts_parameter
from redaction.errors import Problem, PublicationError

TESTS: dict[str, Callable[[Evidence, Parameters], Found]] = {
    test.__name__: test
    for test in (
        document_tests.actions_planned,
        document_tests.cleared,
        document_tests.public_policy,
        document_tests.recommendations_present,
        document_tests.response_present,
        document_tests.reviewer_named,
        document_tests.sections_present,
        document_tests.title_names_no_one,
        event_tests.bodies_told,
        event_tests.decided_on_or_after,
        event_tests.event_happened,
        event_tests.event_while_proceedings,
        event_tests.followed_by,
        event_tests.institution_agreed,
        event_tests.no_court_order,
        event_tests.not_before_reached,
        event_tests.not_happened,
        event_tests.notice_given,
        event_tests.partner_boards_agreed,
        event_tests.proceedings_concluded,
    )
}
"""The tests that a procedure's conditions may name."""


@dataclass(frozen=True)
class Override:
    """Someone's decision to publish although a condition is not met: who, and why."""

    by: str
    reason: str


@dataclass(frozen=True)
class ConditionResult:
    """One condition, whether it is met, and what was found.

    ``override`` is there only where the condition is not met and someone set it aside; such a
    condition holds nothing back. ``explanation`` repeats no protected term.
    """

    condition: Condition
    met: bool
    explanation: str
    override: Override | None = None


def evaluate(
    open_case: OpenCase,
    clearance: Clearance | None,
    on: date,
    overrides: Mapping[str, Override],
    sections: Sequence[str] | None = None,
) -> tuple[ConditionResult, ...]:
    """Every publication condition of the case's procedure, tested for publication ``on`` a day.

    ``clearance`` is that of the exact bytes to be published, ``sections`` their headings.
    ``overrides`` are by the id of the condition. Raises PublicationError with every fault of the
    overrides: an unknown condition, no name or reason, or one that no one may set aside.
    """
    evidence = Evidence(open_case, clearance, on, sections)
    return _evaluated(open_case.procedure.conditions, evidence, overrides)


def evaluate_holding(
    open_case: OpenCase, holding: Holding, on: date, overrides: Mapping[str, Override]
) -> tuple[ConditionResult, ...]:
    """Every condition on holding the report back for the reason ``holding``, tested ``on`` a day.

    Raises PublicationError as ``evaluate`` does.
    """
    asked = [each for each in open_case.procedure.withholding if each.holding is holding]
    return _evaluated(asked, Evidence(open_case, None, on), overrides)


def _evaluated(
    conditions: Sequence[Condition], evidence: Evidence, overrides: Mapping[str, Override]
) -> tuple[ConditionResult, ...]:
    problems = tuple(_override_problems(conditions, overrides))
    if problems:
        raise PublicationError(problems)
    return tuple(_result(each, evidence, overrides.get(each.id)) for each in conditions)


def unmet(results: Iterable[ConditionResult]) -> tuple[ConditionResult, ...]:
    """Those that hold publication back: neither met nor set aside by someone who may."""
    return tuple(result for result in results if not result.met and result.override is None)


def _result(condition: Condition, evidence: Evidence, override: Override | None) -> ConditionResult:
    found = _found(condition, evidence)
    used = None if found.met else override
    return ConditionResult(condition, found.met, found.explanation, used)


def _found(condition: Condition, evidence: Evidence) -> Found:
    policies = texts_parameter(condition.parameters, "policies")
    if policies and evidence.clearance and evidence.clearance.policy not in policies:
        return Found(True, "This is not asked of this kind of document.")
    test = TESTS.get(condition.test)
    if test is None:
        raise PublicationError.because(
            f"procedure {evidence.procedure.id}, condition {condition.id}",
            f'names an unknown test "{condition.test}"',
            suggestion(condition.test, list(TESTS)),
        )
    return test(evidence, condition.parameters)


def _override_problems(
    conditions: Sequence[Condition], overrides: Mapping[str, Override]
) -> Iterator[Problem]:
    by_id = {condition.id: condition for condition in conditions}
    for name, override in overrides.items():
        place = f"override {name}"
        condition = by_id.get(name)
        if condition is None:
            remedy = suggestion(name, list(by_id)) if by_id else "There is none to set aside."
            yield Problem(place, "is no condition", remedy)
        elif not condition.overridable:
            yield Problem(place, "no one may set this condition aside", condition.remedy)
        if not override.by.strip() or not override.reason.strip():
            yield Problem(place, "lacks who decides, or why", "Give a name and a reason.")

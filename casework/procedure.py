"""A board's procedure as data: time rules, naming policies, publication conditions, vocabulary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from casework.kinds import ReviewKind
from casework.model.event_kind import EventKind
from redaction.errors import ProcedureError
from redaction.values import NamingPolicy


class Unit(StrEnum):
    """What a time limit is counted in."""

    HOURS = "hours"
    """Clock hours; needs a time of day."""
    WORKING_DAYS = "working_days"
    """Monday to Friday less the bank holidays of England and Wales."""
    DAYS = "days"
    """Calendar days."""
    WEEKS = "weeks"
    """Calendar weeks of seven days."""
    MONTHS = "months"
    """Calendar months: the same day number, else the last day of the month."""
    AT_ONCE = "at_once"
    """Immediately, or at the same meeting: due on the day of the start itself."""
    NONE = "none"
    """No quantity: "as soon as practicable", or only an order of events; has no last day."""

    @property
    def counts(self) -> bool:
        """Whether the unit goes with a quantity."""
        return self not in (Unit.AT_ONCE, Unit.NONE)


class Direction(StrEnum):
    """Which way a time limit runs from its start."""

    AFTER = "after"
    """Due at the latest so long after the start."""
    BEFORE = "before"
    """Due at the latest so long before the start."""
    AT_LEAST = "at_least"
    """Must last at least so long after the start."""


class Strength(StrEnum):
    """How binding the source's wording is."""

    HARD = "hard"
    """A limit in the text."""
    NORM = "norm"
    """Normally, or an aim."""
    ORDER = "order"
    """A sequence with no number."""
    SET = "set"
    """A date that the board itself sets, on the form or in the terms of reference."""
    EMBARGO = "embargo"
    """Nothing may be public before it."""


@dataclass(frozen=True)
class TimeRule:
    """One time limit of a procedure.

    ``quantity`` is in ``unit``; ``quantity_min`` is the shorter end where the source gives a
    range. ``start`` is the event it counts from; ``start_rule`` the rule whose end it counts from
    instead. ``met_by`` is the event that meets it. ``set_in`` names the field of the case that
    holds the exact date where a meeting fixes it.
    """

    id: str
    citation: str
    action: str
    direction: Direction
    unit: Unit
    strength: Strength
    start: EventKind | None = None
    quantity: int = 0
    quantity_min: int | None = None
    start_rule: str = ""
    met_by: EventKind | None = None
    set_in: str = ""
    start_on: date | None = None
    """A calendar date that the source itself counts from, instead of an event (a transition)."""
    start_with: tuple[EventKind, ...] = ()
    """Further events that must have happened too: the clock starts with the last of them."""
    met_with: tuple[EventKind, ...] = ()
    """Further events that must have happened too before the rule is met."""
    fixes: tuple[str, ...] = ()
    """The fields of the case that must be filled in for the rule to be met."""
    bodies: tuple[str, ...] = ()
    """The national bodies each of which must have got it, by their ids in the procedure."""
    kinds: tuple[ReviewKind, ...] = ()
    """The kinds of review the rule is for; empty where it is for every kind."""
    counts_as: dict[EventKind, tuple[EventKind, ...]] = field(default_factory=dict)
    """Events that, for this rule, stand for others: improvement information for the report."""
    arises_with: tuple[EventKind, ...] = ()
    """Events one of which must be known for the rule to arise at all."""
    where: tuple[str, ...] = ()
    """The fields of the case that must be filled in, or true, for the rule to arise."""
    unless: tuple[EventKind, ...] = ()
    """Events any of which ends the rule, unless what it counts from comes up after it again."""
    until: EventKind | None = None
    """The event up to which a duty recurs at intervals; ``met_by`` is one of its times."""
    excused_by: str = ""
    """The rule whose fulfilment takes this one's last day away: reasons given for a delay."""
    waiver: str = ""
    """Who may agree to another limit, in the source's terms; empty where no one may."""
    note: str = ""
    """A conflict inside the sources, or how an unclear wording was read."""


@dataclass(frozen=True)
class Criterion:
    """A criterion for holding a review; ``group`` says how it combines with the others.

    Groups: ``always`` (any one of them is enough), ``all-of`` (each is needed, together with one
    of ``one-of``), ``one-of``, and ``guide`` (a question that helps to decide). Under Working
    Together 2018 the choice of review has ``local-criterion``, ``local-circumstance``,
    ``national-criterion`` and ``national-circumstance``: all of them are weighed.
    """

    id: str
    citation: str
    text: str
    group: str


@dataclass(frozen=True)
class ScopingItem:
    """A question, or an item, that terms of reference must answer.

    ``group`` says where it belongs, in a list that the source divides.
    """

    id: str
    citation: str
    text: str
    group: str = ""


@dataclass(frozen=True)
class ChecklistItem:
    """A step of the procedure's checklist, which ticks itself as a time rule is met.

    ``met_by``, ``met_with``, ``fixes``, ``bodies`` and ``counts_as`` mean what they mean in a
    TimeRule. An item with none of them is a judgement that only a person can tick.
    """

    id: str
    citation: str
    group: str
    text: str
    met_by: EventKind | None = None
    met_with: tuple[EventKind, ...] = ()
    fixes: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    counts_as: dict[EventKind, tuple[EventKind, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class GlossaryTerm:
    """A term of the procedure, as its document uses it, and what it means."""

    term: str
    meaning: str
    citation: str


@dataclass(frozen=True)
class Conflict:
    """Where the source contradicts itself or another: what it says, and what is done here.

    ``about`` names the time rules, policies and conditions that it concerns.
    """

    id: str
    citation: str
    text: str
    choice: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class Condition:
    """A condition on publication: what must be true, how it is tested, and who may override it.

    ``test`` names one of the tests that ``publication.gate`` knows; ``parameters`` are its data.
    """

    id: str
    citation: str
    requirement: str
    test: str
    remedy: str
    parameters: dict[str, object] = field(default_factory=dict)
    overridable: bool = True

    @property
    def event_kinds(self) -> frozenset[EventKind]:
        """The kinds of event that its parameters name."""
        named: set[str] = set()
        for value in self.parameters.values():
            named.update(map(str, value if isinstance(value, list) else [value]))
        return frozenset(kind for kind in EventKind if kind.value in named)


class Holding(StrEnum):
    """Why a report is not public."""

    DELAYED = "delayed"
    """Its publication waits."""
    UNPUBLISHED = "unpublished"
    """It was decided not to publish it."""


@dataclass(frozen=True)
class Withholding(Condition):
    """A condition on holding a report back for the reason ``holding``, tested as a Condition."""

    holding: Holding = Holding.UNPUBLISHED


@dataclass(frozen=True)
class Retention:
    """How long a published report stays up: at least ``months`` calendar months."""

    months: int
    citation: str
    note: str = ""


@dataclass(frozen=True)
class Procedure:
    """A board procedure in one version. ``words`` is its vocabulary, used by the templates.

    ``kinds`` are the kinds of review that it knows, the usual one first.
    ``national_bodies`` and ``other_bodies`` are those that an event may have gone to, by id.
    ``partial`` says what is missing where the file holds only a part of the procedure.
    """

    id: str
    title: str
    regime: str
    kinds: tuple[ReviewKind, ...]
    source: str
    words: dict[str, str]
    rules: tuple[TimeRule, ...]
    policies: tuple[NamingPolicy, ...]
    conditions: tuple[Condition, ...]
    retention: Retention
    criteria: tuple[Criterion, ...] = ()
    scoping_questions: tuple[ScopingItem, ...] = ()
    scheduling_items: tuple[ScopingItem, ...] = ()
    national_bodies: dict[str, str] = field(default_factory=dict)
    other_bodies: dict[str, str] = field(default_factory=dict)
    withholding: tuple[Withholding, ...] = ()
    imr_items: tuple[ScopingItem, ...] = ()
    """What the terms of reference of an interagency management review must settle."""
    joint_items: tuple[ScopingItem, ...] = ()
    """What the terms of reference of a review by two boards must settle, in three groups."""
    checklist: tuple[ChecklistItem, ...] = ()
    glossary: tuple[GlossaryTerm, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    partial: str = ""

    @property
    def bodies(self) -> dict[str, str]:
        """Every body that an event may have gone to, by id."""
        return {**self.national_bodies, **self.other_bodies}

    @property
    def event_kinds(self) -> tuple[EventKind, ...]:
        """The kinds of event that it asks about anywhere, in EventKind's order."""
        used: set[EventKind | None] = set()
        steps: list[TimeRule | ChecklistItem] = [*self.rules, *self.checklist]
        for step in steps:
            used.update((step.met_by, *step.met_with, *step.counts_as))
        for rule in self.rules:
            used.update((rule.start, rule.until, *rule.start_with, *rule.arises_with, *rule.unless))
        for condition in (*self.conditions, *self.withholding):
            used.update(condition.event_kinds)
        return tuple(kind for kind in EventKind if kind in used)

    def rule(self, rule_id: str) -> TimeRule:
        """The time rule ``rule_id``; raises ProcedureError with the nearest id where unknown."""
        return _named(self.rules, rule_id, self.id, "time rule")

    def policy(self, policy_id: str) -> NamingPolicy:
        """The naming policy ``policy_id``; raises ProcedureError with the nearest id."""
        return _named(self.policies, policy_id, self.id, "naming policy")

    def condition(self, condition_id: str) -> Condition:
        """The publication condition ``condition_id``; raises ProcedureError with the nearest."""
        return _named(self.conditions, condition_id, self.id, "publication condition")


_Item = TypeVar("_Item", TimeRule, NamingPolicy, Condition)


def _named(items: tuple[_Item, ...], item_id: str, procedure: str, noun: str) -> _Item:
    for item in items:
        if item.id == item_id:
            return item
    known = [item.id for item in items]
    raise ProcedureError.because(
        f"procedure {procedure}",
        f'has no {noun} "{item_id}"',
        suggestion(item_id, known) if known else "The file of this procedure holds none.",
    )


def suggestion(wanted: str, known: Sequence[str]) -> str:
    """What to try instead of ``wanted``: the nearest of ``known``, or all of them."""
    near = get_close_matches(wanted, known, n=1)
    return f'Did you mean "{near[0]}"?' if near else f"Known: {', '.join(sorted(known))}."

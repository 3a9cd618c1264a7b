"""A board's procedure as data: time rules, naming policies, publication conditions, vocabulary."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from casework.model.review import EventKind
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
    NONE = "none"
    """No quantity: at once, at the same meeting, or only an order of events."""


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
    start: EventKind | None
    direction: Direction
    unit: Unit
    strength: Strength
    quantity: int = 0
    quantity_min: int | None = None
    start_rule: str = ""
    met_by: EventKind | None = None
    set_in: str = ""
    waiver: str = ""
    """Who may agree to another limit, in the source's terms; empty where no one may."""
    note: str = ""
    """A conflict inside the sources, or how an unclear wording was read."""


@dataclass(frozen=True)
class Criterion:
    """A criterion for holding a review; ``group`` says how it combines with the others."""

    id: str
    citation: str
    text: str
    group: str


@dataclass(frozen=True)
class ScopingItem:
    """A question, or a scheduling item, that the terms of reference must answer."""

    id: str
    citation: str
    text: str


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


@dataclass(frozen=True)
class Retention:
    """How long a published report stays up: at least ``months`` calendar months."""

    months: int
    citation: str
    note: str = ""


@dataclass(frozen=True)
class Procedure:
    """A board procedure in one version. ``words`` is its vocabulary, used by the templates."""

    id: str
    title: str
    regime: str
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

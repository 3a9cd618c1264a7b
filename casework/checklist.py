"""The checklist of a procedure, ticked from what has happened in a case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casework.clock import CaseOnADay
from casework.happenings import fulfilment
from casework.model.case import Case
from casework.procedure import ChecklistItem, Procedure


class Tick(StrEnum):
    """How one item of a checklist stands."""

    DONE = "done"
    """The case file shows that it was done."""
    OPEN = "open"
    """The case file does not show it, or only a part of it."""
    BY_HAND = "by_hand"
    """A judgement that no event can show: a person ticks it."""


@dataclass(frozen=True)
class TickedItem:
    """One item with its tick; ``on`` is the day it was done, ``missing`` what is still lacking."""

    item: ChecklistItem
    tick: Tick
    on: date | None = None
    missing: tuple[str, ...] = ()


def ticked(case: Case, procedure: Procedure, as_of: date) -> tuple[TickedItem, ...]:
    """Every item of the procedure's checklist, in its order, as it stands on ``as_of``."""
    view = CaseOnADay.of(case, procedure, as_of)
    return tuple(_ticked(view, item) for item in procedure.checklist)


def _ticked(view: CaseOnADay, item: ChecklistItem) -> TickedItem:
    if not (item.met_by or item.met_with or item.fixes):
        return TickedItem(item, Tick.BY_HAND)
    done = fulfilment(item, view.case, view.happened)
    if done.done:
        return TickedItem(item, Tick.DONE, on=done.last.on if done.last else None)
    return TickedItem(item, Tick.OPEN, missing=tuple(_names(view, done.missing)))


def _names(view: CaseOnADay, missing: tuple[str, ...]) -> Iterator[str]:
    for name in missing:
        yield view.procedure.bodies.get(name, name)

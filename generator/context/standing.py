"""What a procedure says whatever the case: its glossary, and its checklist as the case ticks it."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from casework.checklist import Tick, TickedItem, ticked
from generator.context.paper_fields import ChecklistGroupFields, ChecklistItemFields, TermFields
from generator.context.people import NOT_TICKED, TICKED
from generator.context.printed import DateText

if TYPE_CHECKING:
    from casework.model import Case
    from casework.procedure import Procedure


def glossary(procedure: Procedure) -> tuple[TermFields, ...]:
    """The terms of the procedure, in its order."""
    return tuple(TermFields(term.term, term.meaning, term.citation) for term in procedure.glossary)


def checklist(case: Case, procedure: Procedure, as_of: date) -> tuple[ChecklistGroupFields, ...]:
    """The procedure's checklist, ticked by what has happened in the case by ``as_of``."""
    steps = ticked(case, procedure, as_of)
    return tuple(
        ChecklistGroupFields(group, tuple(map(_item, members)))
        for group, members in groupby(steps, key=lambda step: step.item.group)
    )


def _item(step: TickedItem) -> ChecklistItemFields:
    return ChecklistItemFields(
        id=step.item.id,
        text=step.item.text,
        citation=step.item.citation,
        ticked=TICKED if step.tick is Tick.DONE else NOT_TICKED,
        on=DateText(step.on),
    )

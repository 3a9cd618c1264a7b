"""What a procedure says whatever the case: its glossary, and its checklist as the case ticks it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.context.paper_fields import ChecklistGroupFields, TermFields

if TYPE_CHECKING:
    from casework.model import Case
    from casework.procedure import Procedure


def glossary(procedure: Procedure) -> tuple[TermFields, ...]:
    """The terms of the procedure, in its order."""
    return tuple(
        TermFields(term.term, term.meaning, term.citation)
        for term in getattr(procedure, "glossary", ())
    )


def checklist(case: Case, procedure: Procedure, as_of: date) -> tuple[ChecklistGroupFields, ...]:
    """The procedure's checklist, ticked by what has happened in the case by ``as_of``."""
    return ()

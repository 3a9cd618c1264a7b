"""Flow charts and the timeline in the template context: the same in words as their pictures."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.charts import chart_file, in_words, milestones
from generator.context.chart_fields import (
    ChartFields,
    ChartStepFields,
    MilestoneFields,
    TimelineFields,
)
from generator.context.printed import DateText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casework.deadlines import Deadline
    from casework.model import Case
    from casework.procedure import Procedure

NO_CHART = ChartFields()
"""Stands in documents that are no flow chart."""


def chart(document_id: str, procedure: Procedure) -> ChartFields:
    """The flow chart that ``document_id`` is, step by step in the procedure's words."""
    if document_id not in chart_file.chart_ids():
        return NO_CHART
    found = chart_file.load_chart(document_id, procedure.id)
    steps = tuple(
        ChartStepFields(str(step.number), step.text, step.actor, step.onward)
        for step in in_words.in_words(found)
    )
    return ChartFields(found.title, found.citation, found.note, in_words.limits(found), steps)


def timeline(
    case: Case, procedure: Procedure, limits: Sequence[Deadline], as_of: date
) -> TimelineFields:
    """The milestones of the review as they stand on ``as_of``; ``limits`` are its deadlines."""
    found = milestones.milestones(case, procedure, limits, as_of)
    dated = tuple(
        MilestoneFields(
            str(number), DateText(one.on), one.what, milestones.how_it_stands(one), one.rule
        )
        for number, one in enumerate(found.dated, start=1)
    )
    return TimelineFields(dated, found.undated)

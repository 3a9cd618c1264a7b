"""The milestones of a review in the order of their days: time limits, and what was planned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casework.deadlines import Deadline, DeadlineStatus
from casework.model.case import Case
from casework.model.review import EventKind
from casework.procedure import Procedure
from generator.context.printed import DateText, sentence

PLANNED_IN = "terms of reference"
PUBLICATION_IN = "publication plan"


class Standing(StrEnum):
    """How a milestone stands on a day; each has a mark and a word of its own."""

    DONE = "done"
    """Done in time, or a period that is over."""
    LATE = "done late"
    """Done after the last day."""
    DUE = "due"
    """Still to be done, and there is time."""
    OVERDUE = "overdue"
    """The last day is past."""
    AGREED = "new day agreed"
    """Another day was agreed by someone who may."""
    RUNNING = "runs until then"
    """A minimum period that is not over."""


@dataclass(frozen=True)
class Milestone:
    """One milestone: its day, what it is, how it stands, and where it comes from."""

    on: date
    what: str
    standing: Standing
    limit: date | None
    """The last day, where it was done on another."""
    rule: str
    """The rule with its paragraph ("T04, §5.3"), or where the day was planned."""


@dataclass(frozen=True)
class Milestones:
    """Everything dated, in order, and in words what has no day yet."""

    dated: tuple[Milestone, ...]
    undated: tuple[str, ...]


_STANDINGS = {
    DeadlineStatus.MET: Standing.DONE,
    DeadlineStatus.MET_LATE: Standing.LATE,
    DeadlineStatus.DUE: Standing.DUE,
    DeadlineStatus.OVERDUE: Standing.OVERDUE,
    DeadlineStatus.WAITING: Standing.DUE,
    DeadlineStatus.WAIVED: Standing.AGREED,
    DeadlineStatus.RUNNING: Standing.RUNNING,
}
"""A limit that stands in another way bears on the review no longer, and is left out."""
_PLANNED = (
    ("briefing_meeting", (EventKind.BRIEFING_MEETING,), "briefing meeting for the authors"),
    ("reports_due", (EventKind.SAMR_RECEIVED,), "last day for each {agency_report}"),
    ("presentation", (EventKind.PRESENTATION_MEETING,), "presentation of each {agency_report}"),
    ("overview_due", (EventKind.DRAFT_RECEIVED,), "{overview_report} with the panel"),
    ("submission_to_board", (EventKind.BOARD_MEETING,), "{overview_report} submitted to the board"),
    (
        "submission_to_national_body",
        (EventKind.SUBMITTED, EventKind.ADVANCE_COPY_SENT, EventKind.IMPROVEMENT_INFORMATION_SENT),
        "reports submitted to the {national_body_short}",
    ),
)
"""Fields of the schedule in the terms of reference, the events that meet them, and their words.

Which of the events a procedure has, differs: since 2015 reports go out as advance copies."""


def milestones(
    case: Case, procedure: Procedure, limits: Sequence[Deadline], as_of: date
) -> Milestones:
    """The milestones of ``case`` as they stand on ``as_of``; ``limits`` are its deadlines then."""
    bearing = [limit for limit in limits if limit.status in _STANDINGS]
    dated = [one for one in map(_of_deadline, bearing) if one]
    undated = [_undated(one) for one in bearing if _of_deadline(one) is None]
    dated += _planned(case, procedure, as_of)
    return Milestones(
        tuple(sorted(dated, key=lambda one: (one.on, one.rule, one.what))), tuple(undated)
    )


def _of_deadline(deadline: Deadline) -> Milestone | None:
    standing = _STANDINGS[deadline.status]
    over = standing in (Standing.DONE, Standing.LATE)
    last = deadline.due or (deadline.earliest if standing is Standing.RUNNING else None)
    on = deadline.met_on or last if over else last
    if on is None:
        return None
    citation = deadline.rule.citation.split(";")[0]
    place = citation.partition(", ")[2] or citation
    limit = last if over and last != on else None
    return Milestone(on, deadline.rule.action, standing, limit, f"{deadline.rule.id}, {place}")


def _undated(deadline: Deadline) -> str:
    why = f"waits for {deadline.waiting_on}" if deadline.waiting_on else "no day is set"
    if deadline.status in (DeadlineStatus.MET, DeadlineStatus.MET_LATE):
        why = "done"
    return f"{deadline.rule.action} ({deadline.rule.id}: {why})"


def _planned(case: Case, procedure: Procedure, as_of: date) -> Iterator[Milestone]:
    """What the scoping meeting planned and no rule already counts, and the publication."""
    counted = {rule.set_in.rpartition(".")[2] for rule in procedure.rules if rule.set_in}
    for field, kinds, words in _PLANNED:
        on = getattr(case.terms_of_reference.schedule, field)
        if on and field not in counted:
            what = sentence(words.format_map(procedure.words))
            yield _plan(case, kinds, on, what, PLANNED_IN, as_of)
    if case.publication.planned:
        planned, what = case.publication.planned, "Publication"
        yield _plan(case, (EventKind.PUBLISHED,), planned, what, PUBLICATION_IN, as_of)


def _plan(
    case: Case, kinds: Sequence[EventKind], on: date, what: str, source: str, as_of: date
) -> Milestone:
    done = [event.on for event in case.events if event.kind in kinds and event.on <= as_of]
    if not done:
        return Milestone(on, what, Standing.OVERDUE if on < as_of else Standing.DUE, None, source)
    last = max(done)
    standing = Standing.LATE if last > on else Standing.DONE
    return Milestone(last, what, standing, on if last != on else None, source)


def how_it_stands(milestone: Milestone) -> str:
    """The standing in words, with the limit where it differs: "Done late (limit 19 June 2007)"."""
    if milestone.limit is None:
        return sentence(milestone.standing)
    return f"{sentence(milestone.standing)} (limit {DateText(milestone.limit)})"

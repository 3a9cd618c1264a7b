"""What the office has to do today in a case: most urgent first, each with the command for it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from casework.deadlines import Deadline, DeadlineStatus
from casework.limits import limit_sentence
from casework.model.review import EventKind
from generator.addressees import NAMED_IN
from generator.status import DocumentState

if TYPE_CHECKING:
    from generator.making.copies import CopyRecord
    from generator.status import DocumentStatus

_SPECIAL = set('"$`\\!%')
"""Signs that a shell reads in double quotes."""
SOON_DAYS = 14
"""Calendar days ahead that an office looks when it plans its week and the next."""


class Urgency(IntEnum):
    """How soon a task is to be done; the lower, the sooner."""

    OVERDUE = 0
    """The last day is past."""
    TODAY = 1
    """Today is the last day."""
    SOON = 2
    """The last day comes within ``SOON_DAYS``."""
    OPEN = 3
    """To be done; the sources give no last day."""
    LATER = 4
    """The last day is further off."""

    @property
    def words(self) -> str:
        """As a list of tasks says it."""
        return self.name.lower()


@dataclass(frozen=True)
class Task:
    """One thing to do. ``why`` is the rule with its source; ``lacking`` the data that it needs."""

    urgency: Urgency
    what: str
    command: str
    due: date | None = None
    why: str = ""
    lacking: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[int, date, str]:
        """Most urgent first, then by the last day."""
        return self.urgency, self.due or date.max, self.what


@dataclass(frozen=True)
class Standing:
    """How a case stands on a day, from which its tasks follow."""

    path: Path
    """The case as the person typed it, for the commands."""
    reference: str
    procedure: str
    """The procedure's title."""
    as_of: date
    limits: Sequence[Deadline]
    documents: Sequence[DocumentStatus]
    copies: Sequence[CopyRecord]
    endorsed: bool
    """Whether the board endorsed the reports, so that numbered copies come back."""
    words: Mapping[str, str]
    """The vocabulary of the case's procedure."""

    @property
    def case(self) -> str:
        """The case's path as a shell takes it."""
        return shlex.quote(str(self.path))

    def title(self, row: DocumentStatus) -> str:
        """The document's title in the procedure's words."""
        return row.document.titled(self.words)

    @property
    def copies_out(self) -> list[CopyRecord]:
        """The numbered copies that are with their holders."""
        return [record for record in self.copies if record.out]

    def urgency(self, due: date | None) -> Urgency:
        """How soon something with this last day is to be done."""
        if due is None:
            return Urgency.OPEN
        left = (due - self.as_of).days
        if left < 0:
            return Urgency.OVERDUE
        if left == 0:
            return Urgency.TODAY
        return Urgency.SOON if left <= SOON_DAYS else Urgency.LATER

    def task(
        self, row: DocumentStatus, *, what: str, command: str, lacking: tuple[str, ...] = ()
    ) -> Task:
        """A task with the last day and the source of the document it is about."""
        why = row.rule_citation or row.document.source
        return Task(self.urgency(row.due), what, command, row.due, why, lacking)


def tasks(standing: Standing) -> tuple[Task, ...]:
    """Everything to do, most urgent first."""
    found = (
        *_addressees_to_name(standing),
        *_copies_to_issue(standing),
        *_documents_to_make(standing),
        *_documents_to_send(standing),
        *_limits_to_meet(standing),
        *_copies_to_collect(standing),
    )
    return tuple(sorted(found, key=lambda task: task.order))


def _addressees_to_name(standing: Standing) -> Iterator[Task]:
    for row in standing.documents:
        if row.state is not DocumentState.FOR_WHOM:
            continue
        yield standing.task(
            row,
            what=f"Say for whom: {standing.title(row)}",
            command=f"fill in {NAMED_IN[row.document.recipients]} in {standing.path}/case.yaml",
        )


def _copies_to_issue(standing: Standing) -> Iterator[Task]:
    """The numbered copies that go with a letter come before it: the letter says their numbers."""
    known = {row.document.id for row in standing.documents}
    for row in standing.documents:
        copied = row.document.copies_of
        if not row.state.wanted or copied not in known:
            continue
        out = [record.copy for record in standing.copies_out if record.copy.document == copied]
        without = [one for one in row.to_make if not any(map(one.holds, out))]
        if without:
            names = " ".join(_in_quotes(one.organisation or one.name) for one in without)
            yield standing.task(
                row,
                what=f"First, a numbered copy for each who gets it: {standing.title(row)}",
                command=f"casereview copies issue {names} --case {standing.case}",
            )


def _in_quotes(name: str) -> str:
    """A name as a person types it into a shell, with an apostrophe where it has one."""
    return shlex.quote(name) if _SPECIAL & set(name) else f'"{name}"'


def _documents_to_make(standing: Standing) -> Iterator[Task]:
    for row in standing.documents:
        if not row.state.wanted:
            continue
        number = len(row.to_make)
        title = standing.title(row) + (f" (for {number} recipients)" if number > 1 else "")
        yield standing.task(
            row,
            what=f"Make: {title}",
            command=f"casereview make {row.document.id} --case {standing.case}",
            lacking=row.lacking,
        )


def _documents_to_send(standing: Standing) -> Iterator[Task]:
    for row in standing.documents:
        if not row.to_send:
            continue
        yield standing.task(
            row,
            what=f"Send, and say so: {standing.title(row)} ({len(row.to_send)} to send)",
            command=f"casereview sent {row.document.id} --case {standing.case}",
        )


def _limits_to_meet(standing: Standing) -> Iterator[Task]:
    """The open limits for which no document is to be made first."""
    served = {rule for row in standing.documents if row.state.wanted for rule in row.document.rules}
    for limit in standing.limits:
        if limit.status not in (DeadlineStatus.DUE, DeadlineStatus.OVERDUE, DeadlineStatus.WAIVED):
            continue
        if limit.rule.id in served or _waits_for_copies(standing, limit):
            continue
        yield Task(
            urgency=standing.urgency(limit.due),
            what=limit.rule.action,
            command=_recording(standing, limit),
            due=limit.due,
            why=f"{limit.rule.id}, {limit.rule.citation}: {limit_sentence(limit.rule)}",
        )


def _recording(standing: Standing, limit: Deadline) -> str:
    """The command that says that a limit was met."""
    kind = limit.rule.met_by
    if kind is None:
        fields = ", ".join(limit.rule.fixes)
        return f"fill in {fields} in {standing.path}/case.yaml"
    bodies = f" --to {','.join(limit.rule.bodies)}" if limit.rule.bodies else ""
    return f"casereview record {standing.case} {kind.value} --on {standing.as_of}{bodies}"


def _waits_for_copies(standing: Standing, limit: Deadline) -> bool:
    return limit.rule.met_by is EventKind.COPIES_COLLECTED and bool(standing.copies_out)


def _copies_to_collect(standing: Standing) -> Iterator[Task]:
    out = standing.copies_out
    if not out or not standing.endorsed:
        return
    numbers = " ".join(str(record.copy.number) for record in out)
    yield Task(
        urgency=Urgency.OPEN,
        what=f"Collect the numbered copies that are out: {len(out)}",
        command=f"casereview copies return {numbers} --case {standing.case}",
        why="the board has endorsed the reports",
    )

"""The invented cases played along their own dates: every document that they call for is made.

A document is called for once what it answers to has happened, or, where that is too early, when
its limit comes near; where it answers to nothing, on the case's last day; never after another
decision than the one it is for.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from casework.clock import CaseOnADay
from casework.deadlines import deadlines
from casework.load import OpenCase
from casework.procedure_file import load_procedure
from generator.catalogue import DocumentType, Form, load_catalogue
from generator.making.make import rendered
from generator.plan import PlannedDocument, planned_for
from generator.recipient import NumberedCopy
from generator.recipients import recipients_of
from generator.status import NEAR_DAYS, documents_of
from redaction.errors import TemplateError

NAMES = sorted(path.name for path in (Path(__file__).parents[2] / "examples/cases").iterdir())
SIX = {
    "bedfordshire-2007": "2007-03",
    "leaflet-2010": "2010-02",
    "bolton-2010": "2010-11",
    "bnes-2016": "2016-05",
    "bnes-2019-wt2015": "2018-11",
    "bnes-2019-wt2018": "2019-12",
}
NUMBERED = "overview-report"
LEFTOVERS = re.compile(r"\{\{|\{%|%\}|\bGapRecord\b")
NOT_SHOWN = {
    # No case of this procedure ends without any review, has a second board, an expert, a trial
    # that is still open on its last day, or withholds its report: cases of others show that.
    "bedfordshire-2007": {"nfa-letter"},
    "leaflet-2010": {"nfa-letter", "non-publication", "oic-notice", "specialist-report"},
    "bolton-2010": {
        "cross-border-notice", "multi-agency-participants", "nfa-letter", "non-publication",
        "not-met-report", "oic-notice",
    },
    "bnes-2016": {
        "cross-border-notice", "csp-share", "nfa-letter", "non-publication", "oic-notice",
        "parallel-review-liaison", "specialist-report",
    },
    "bnes-2019-wt2015": {
        "cross-border-notice", "improvement-info", "multi-agency-participants",
        "multi-agency-report", "nfa-letter", "notify-decision-no-scr",
    },
    "bnes-2019-wt2018": {
        "csp-share", "notify-final-outcome", "oic-notice", "panel-further-info",
        "specialist-report",
    },
}  # fmt: skip


def last_day(case: OpenCase) -> date:
    """The day of the case's last event."""
    return max(event.on for event in case.case.events)


def day_of(view: CaseOnADay, document: DocumentType) -> date | None:
    """The day on which the case calls for the document; none where it never does."""
    decision = view.case.decision
    if document.outcomes and (decision is None or decision.outcome not in document.outcomes):
        return None
    if document.trigger:
        day = min((h.on for h in view.happened if h.kind is document.trigger), default=None)
        return max(day, near(view, document, day)) if day and document.near_limit else day
    rules = document.rules_of(view.procedure)
    return view.as_of if not rules or any(map(view.bears_on, rules)) else None


def near(view: CaseOnADay, document: DocumentType, day: date) -> date:
    """The day on which the first limit of the document comes near; ``day`` where it has none."""
    rows = deadlines(view.case, view.procedure, view.as_of)
    limits = [row.due for row in rows if row.due and row.rule.id in document.rules]
    return min(limits) - timedelta(days=NEAR_DAYS) if limits else day


def copies_of(case: OpenCase) -> tuple[NumberedCopy, ...]:
    """A numbered copy of the report for the chair, and one for the first chief officer."""
    holders = (case.board.chair.post, case.board.agencies[0].chief_officer.post)
    return tuple(NumberedCopy(NUMBERED, n, 2, holder) for n, holder in enumerate(holders, 1))


def called_for(case: OpenCase) -> Iterator[PlannedDocument]:
    """Every document that the case calls for, on its day, for each recipient and layout."""
    view = CaseOnADay.of(case.case, case.procedure, last_day(case))
    copies = copies_of(case)
    for document in documents_of(view):
        if day := day_of(view, document):
            yield from planned_for(document, recipients_of(document, case, copies), day, copies)


@pytest.mark.parametrize("name", NAMES)
def test_every_document_that_a_case_calls_for_is_made_with_nothing_missing(
    name: str, opened: Callable[[str], OpenCase]
) -> None:
    """From the referral to the last letter, each for everyone it is for."""
    case, problems = opened(name), []
    for planned in called_for(case):
        try:
            made = rendered(case, planned)
        except TemplateError as error:
            problems += [str(problem) for problem in error.problems]
            continue
        body = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode()
        problems += [f"{planned.file_name}: {left}" for left in LEFTOVERS.findall(body)]
    assert problems == []


def test_every_document_of_the_catalogue_is_called_for_by_some_case(
    all_opened: list[OpenCase],
) -> None:
    """No template is without a case that shows it filled in, in each of its layouts."""
    shown = {planned.template for case in all_opened for planned in called_for(case)}
    templates = [each for each in load_catalogue().values() if each.form is Form.TEMPLATE]
    wanted = {each.id for each in templates}
    wanted |= {f"{each.id}.{layout}" for each in templates for layout in each.layouts[1:]}
    assert wanted - shown == set()


@pytest.mark.parametrize("procedure", SIX)
def test_the_cases_of_a_procedure_call_for_all_its_documents_but_those_named(
    procedure: str, all_opened: list[OpenCase]
) -> None:
    """What no case of the procedure shows is known, and shown by another's."""
    known = set(load_procedure(procedure).kinds)
    wanted = {
        document.id
        for document in load_catalogue().values()
        if document.form is Form.TEMPLATE
        and procedure in document.procedures
        and (not document.kinds or known & set(document.kinds))
    }
    own = [case for case in all_opened if case.procedure.id == procedure]
    shown = {planned.document.id for case in own for planned in called_for(case)}
    assert wanted - shown == NOT_SHOWN[procedure]


@pytest.mark.parametrize(("procedure", "name"), SIX.items())
def test_each_procedure_has_its_whole_case(
    procedure: str, name: str, opened: Callable[[str], OpenCase]
) -> None:
    """It runs under that procedure, and calls for most of what the procedure has."""
    case = opened(name)
    assert case.procedure.id == procedure
    assert len({planned.document.id for planned in called_for(case)}) >= 50

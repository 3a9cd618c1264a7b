"""Where a report is not published, what should improve is public instead, and says so."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from casework.clearance import REVIEW, record_clearance
from casework.load import load_case
from casework.procedure_file import load_procedure
from casework.register import Register
from publication.from_case import publication_of
from publication.ledger import LedgerAction
from publication.publish import outlook
from redaction.check import Checker
from redaction.values import ProtectedTerms

EXAMPLES = Path(__file__).parents[2] / "examples"

REFUSED = date(2008, 1, 7)
ON = date(2008, 3, 5)
WHY = "Whatever we left out, the family would be known by the rest."


def _listed(parameter: object) -> set[str]:
    assert isinstance(parameter, list | tuple)
    return set(map(str, parameter))


def test_only_the_document_that_a_refusal_does_not_touch_stands_in_for_the_report() -> None:
    """Working Together 2018: information on improvements, as the action plan."""
    procedure = load_procedure("bnes-2019-wt2018")
    may_be_public = _listed(procedure.condition("P33").parameters["documents"])
    refused = _listed(procedure.condition("P33-inappropriate").parameters["policies"])
    instead = {policy.id for policy in procedure.policies if policy.in_place_of_report}
    assert instead == may_be_public - refused == {"action-plan"}


@pytest.mark.parametrize("instead", [True, False])
def test_the_page_and_the_list_say_why_there_is_no_report(
    shelf: Any, build: Callable[..., Path], instead: bool
) -> None:
    """A report that was published after all, the decision undone, is not said to be missing."""
    shelf.add(LedgerAction.UNPUBLISHED, "2007-03", REFUSED, WHY)
    shelf.publish("2007-03", ON, in_place_of_report=instead)
    site = build(ON)
    for name in ("reports/2007-03.html", "reports/index.html", "index.html"):
        assert (WHY in (site / name).read_text("utf-8")) is instead, name
    assert (
        "what should improve" in (site / "reports/2007-03.html").read_text("utf-8") or not instead
    )
    index = json.loads((site / "reports.json").read_text("utf-8"))
    assert index["reports"][0]["in_place_of_report"] is instead


def test_until_then_the_list_gives_the_reason(shelf: Any, build: Callable[..., Path]) -> None:
    """Under "Not published"; and what was written instead is on request after its time."""
    shelf.add(LedgerAction.UNPUBLISHED, "2007-03", REFUSED, WHY)
    assert WHY in (build(REFUSED) / "reports" / "index.html").read_text("utf-8")
    shelf.publish("2007-03", ON, in_place_of_report=True)
    after = build(date(2009, 3, 6))
    assert "2007-03" in (after / "reports/status-no-longer-published.html").read_text("utf-8")


def test_what_the_clearance_was_for_decides(office: Any) -> None:
    """The public facts take it from the naming policy under which the file was cleared."""
    opened = office.open_case
    for policy in opened.procedure.policies:
        facts = publication_of(opened, policy, Path("report.md"), b"# A report", ON)
        assert facts.in_place_of_report is policy.in_place_of_report


@pytest.mark.parametrize("policy", ["action-plan", "lcspr-report"])
def test_the_outlook_knows_what_the_file_was_cleared_as(tmp_path: Path, policy: str) -> None:
    """So that the office is told which event to record."""
    shutil.copytree(EXAMPLES, tmp_path, dirs_exist_ok=True)
    opened = load_case(tmp_path / "cases" / "2020-02")
    file = tmp_path / "plan.md"
    file.write_text("# What should improve\n\nWinona Castlemaine led the review.\n", "utf-8")
    register = Register(tmp_path / "register.db")
    checked = Checker(ProtectedTerms(), opened.procedure.policy(policy)).check(file)
    at = datetime(2020, 7, 28, 10, tzinfo=UTC)
    record_clearance(register, checked, "E. Author", {REVIEW: "seen"}, at, opened.procedure.id)
    found = outlook(opened, file, date(2020, 8, 5), register, {})
    assert found.in_place_of_report is (policy == "action-plan")

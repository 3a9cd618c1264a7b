"""The checklist ticks itself from what the case file shows, and leaves judgement to people."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from casework.checklist import Tick, TickedItem, ticked
from casework.model.case import Case
from casework.model.event_kind import EventKind
from casework.procedure_file import load_procedure, procedure_ids


def case(*events: dict[str, Any], **fields: Any) -> Case:
    child = {"first_name": "Zebedee", "surname": "Quillfeather"}
    base = {"reference": "2016-99", "board": "board.yaml", "child": child}
    return Case.model_validate_json(json.dumps({**base, "events": list(events), **fields}))


def item(procedure: str, name: str, found: Case, as_of: str = "2030-01-01") -> TickedItem:
    every = ticked(found, load_procedure(procedure), date.fromisoformat(as_of))
    return next(each for each in every if each.item.id == name)


def told(on: str, *to: str) -> dict[str, Any]:
    return {"kind": "national_bodies_notified", "on": on, "to": list(to)}


@pytest.mark.parametrize(
    ("events", "as_of", "tick", "missing"),
    [
        ([], "2016-06-01", Tick.OPEN, ("Ofsted", "Department for Education")),
        (
            [told("2016-05-04", "ofsted", "dfe")],
            "2016-06-01",
            Tick.OPEN,
            ("National Panel of Independent Experts",),
        ),
        ([told("2016-05-04", "ofsted", "dfe", "national-panel")], "2016-05-03", Tick.OPEN, None),
        ([told("2016-05-04", "ofsted", "dfe", "national-panel")], "2016-05-04", Tick.DONE, ()),
    ],
)
def test_an_item_is_ticked_when_every_body_has_been_told(
    events: list[dict[str, Any]], as_of: str, tick: Tick, missing: tuple[str, ...] | None
) -> None:
    found = item("bnes-2016", "told", case(*events), as_of)
    assert found.tick is tick
    if missing is not None:
        assert found.missing[: len(missing)] == missing
    assert found.on == (date(2016, 5, 4) if tick is Tick.DONE else None)


def test_a_field_of_the_case_ticks_an_item_too() -> None:
    reviewer = {"name": "Tamsin Oyelaran-Pike", "independence": "never worked here"}
    assert item("bnes-2016", "independent", case()).tick is Tick.OPEN
    assert item("bnes-2016", "independent", case(reviewer=reviewer)).tick is Tick.DONE


@pytest.mark.parametrize(
    ("criteria", "tick"),
    [([], Tick.OPEN), (["All staff trained", ""], Tick.OPEN), (["All", "Half"], Tick.DONE)],
)
def test_every_action_must_have_its_criteria_of_success(criteria: list[str], tick: Tick) -> None:
    planned = [
        {"what": "Train", "who": "The board", "by_when": "2017-01-31", "success_criteria": each}
        for each in criteria
    ]
    found = case(recommendations=[{"number": "1", "text": "Train staff.", "actions": planned}])
    assert item("bnes-2016", "success", found).tick is tick


def test_each_agency_must_have_done_its_part() -> None:
    involved = [
        {"agency": "police", "files_secured": "2007-04-20"},
        {"agency": "health", "files_secured": None},
    ]
    assert item("bedfordshire-2007", "records", case(agencies=involved)).missing == ("health",)


def test_a_judgement_is_left_to_a_person() -> None:
    found = item("bnes-2016", "no-harm", case())
    assert (found.tick, found.on) == (Tick.BY_HAND, None)


def test_improvement_information_ticks_publication() -> None:
    published = {"kind": "improvement_information_published", "on": "2020-06-12"}
    assert item("bnes-2019-wt2018", "published", case(published)).on == date(2020, 6, 12)


@pytest.mark.parametrize("name", procedure_ids())
def test_a_case_in_which_all_happened_leaves_only_fields_and_judgements_open(name: str) -> None:
    """No item waits for an event that no one can record."""
    procedure = load_procedure(name)
    bodies = list(procedure.bodies)
    events = [{"kind": kind.value, "on": "2019-05-07", "to": bodies} for kind in EventKind]
    for each in ticked(case(*events), procedure, date(2019, 5, 7)):
        assert each.tick is not Tick.OPEN or each.item.fixes, each

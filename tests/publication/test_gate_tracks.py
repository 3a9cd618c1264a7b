"""The gate under the later procedures: what each asks for, to publish and to hold back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from casework.clearance import Clearance
from casework.load import OpenCase
from casework.model.board import Board
from casework.model.case import Case
from casework.procedure import Holding
from casework.procedure_file import load_procedure
from generator.authoring.blocks import show_blocks
from generator.authoring.text import read_form, word_parts
from generator.templates import templates_folder
from publication.gate import ConditionResult, Override, evaluate, evaluate_holding, unmet
from redaction.errors import PublicationError

Fields = dict[str, Any]
Change = Callable[[Fields], None]

LEAFLET, BOLTON, BNES = "leaflet-2010", "bolton-2010", "bnes-2016"
OPTION_A, OPTION_B = "bnes-2019-wt2015", "bnes-2019-wt2018"
PARTNERS = ("national-panel", "secretary-of-state")


@dataclass(frozen=True)
class Scene:
    """When a report of a procedure goes out, as what, with which headings, sent to whom before."""

    on: date
    policy: str
    headings: tuple[str, ...]
    decided: str
    sent: str = ""
    to: tuple[str, ...] = ()


SCENES = {
    LEAFLET: Scene(date(2011, 5, 3), "executive-summary", ("Recommendations",), "2010-07-05"),
    BOLTON: Scene(date(2011, 5, 3), "overview-report", (), "2010-07-05"),
    OPTION_A: Scene(
        date(2019, 4, 30),
        "scr-report",
        ("What happened", "Why it happened", "What must change"),
        "2018-11-05",
        "2019-04-17",
        (*PARTNERS, "ofsted"),
    ),
    OPTION_B: Scene(
        date(2020, 5, 18),
        "lcspr-report",
        ("Recommended improvements", "Analysis: why it happened"),
        "2019-12-02",
        "2020-05-06",
        (*PARTNERS, "ofsted"),
    ),
}


def event(kind: str, on: str, *to: str) -> Fields:
    return {"kind": kind, "on": on, "to": list(to)}


def complete(procedure: str) -> Fields:
    """The fields of a case that meets every condition of ``procedure``."""
    scene = SCENES[procedure]
    early = f"{scene.on.year}-03-04"
    events = [
        event("decision", scene.decided),
        event("endorsed", early),
        event("family_told_of_publication", early),
        event("media_strategy_agreed", early),
        event("workers_commented", early),
        *([event("advance_copy_sent", scene.sent, *scene.to)] if scene.sent else []),
    ]
    action = {"what": "Train staff", "who": "All agencies", "by_when": "2021-01-29"}
    return {
        "reference": "2019-99",
        "board": "board.yaml",
        "child": {"first_name": "Zebedee", "surname": "Quillfeather"},
        "reviewer": {"name": "Tamsin Oyelaran-Pike"},
        "recommendations": [{"number": "1", "text": "Train staff.", "actions": [action]}],
        "events": events,
        "publication": {"title": "Child W: a review", "response": "Staff have been trained."},
    }


def opened(procedure: str, fields: Fields) -> OpenCase:
    officer = {"name": "Ottoline Brambleby", "post": "Chair"}
    board = {
        "name": "Larkshire Safeguarding Partnership",
        "short_name": "LSP",
        "area": "Larkshire",
        "procedure": procedure,
        "address": ["1 Example Street"],
        "email": "board@larkshire.example",
        "chair": officer,
        "business_manager": officer,
        "administrator": officer,
    }
    return OpenCase(
        folder=Path("case"),
        path=Path("case/case.yaml"),
        case=Case.model_validate_json(json.dumps(fields)),
        board=Board.model_validate(board),
        board_path=Path("case/board.yaml"),
        procedure=load_procedure(procedure),
    )


def evaluated(procedure: str, fields: Fields, policy: str = "") -> tuple[ConditionResult, ...]:
    scene = SCENES[procedure]
    signed = Clearance("0" * 64, "r.docx", policy or scene.policy, "Author", scene.on, (), "")
    return evaluate(opened(procedure, fields), signed, scene.on, {}, list(scene.headings))


def failing(results: tuple[ConditionResult, ...]) -> list[str]:
    return [result.condition.id for result in unmet(results)]


def without(kind: str) -> Change:
    def change(fields: Fields) -> None:
        fields["events"] = [each for each in fields["events"] if each["kind"] != kind]

    return change


def moved(kind: str, on: str, *to: str) -> Change:
    def change(fields: Fields) -> None:
        without(kind)(fields)
        fields["events"].append(event(kind, on, *to))

    return change


def put(name: str, value: Any) -> Change:
    def change(fields: Fields) -> None:
        fields[name] = value

    return change


def both(*changes: Change) -> Change:
    def change(fields: Fields) -> None:
        for each in changes:
            each(fields)

    return change


INQUEST = [{"kind": "inquest", "description": "as listed"}]
ORDER = [{"kind": "court_order", "description": "as listed"}]


@pytest.mark.parametrize("procedure", SCENES)
def test_a_case_that_meets_every_condition_may_be_published(procedure: str) -> None:
    results = evaluated(procedure, complete(procedure))
    assert [(r.condition.id, r.explanation) for r in results if not r.met] == []
    assert len(results) == len(load_procedure(procedure).conditions)


@pytest.mark.parametrize(
    ("procedure", "change", "conditions"),
    [
        (LEAFLET, without("endorsed"), ["P19-actions", "approved"]),
        (LEAFLET, put("recommendations", []), ["P19-recommendations", "P19-actions"]),
        (LEAFLET, without("family_told_of_publication"), ["family"]),
        (LEAFLET, without("media_strategy_agreed"), ["media"]),
        (BOLTON, without("media_strategy_agreed"), ["media"]),
        (OPTION_A, without("media_strategy_agreed"), ["media"]),
        (OPTION_B, without("media_strategy_agreed"), ["media"]),
        (LEAFLET, put("partner_boards", ["fenshire"]), ["joint"]),
        (BOLTON, put("partner_boards", ["fenshire"]), ["joint"]),
        (OPTION_A, put("partner_boards", ["fenshire"]), ["joint"]),
        (OPTION_B, put("partner_boards", ["fenshire"]), ["joint"]),
        (LEAFLET, put("proceedings", INQUEST), ["proceedings"]),
        (LEAFLET, put("proceedings", ORDER), ["court-order"]),
        (BOLTON, without("workers_commented"), ["P24"]),
        (BOLTON, put("recommendations", []), ["P23-recommendations"]),
        (BOLTON, moved("decision", "2010-06-09"), ["P25"]),
        (BOLTON, moved("decision", "2010-06-10"), []),
        (BOLTON, without("decision"), ["P25"]),
        (OPTION_A, without("advance_copy_sent"), ["T56", "T66"]),
        (OPTION_A, moved("advance_copy_sent", "2019-04-18", *PARTNERS, "ofsted"), ["T66"]),
        (OPTION_A, moved("advance_copy_sent", "2019-04-17", "national-panel"), ["T66"]),
        (OPTION_A, moved("non_publication_proposed", "2019-02-04", "national-panel"), ["P30"]),
        (
            OPTION_A,
            both(
                moved("non_publication_proposed", "2019-02-04", "national-panel"),
                moved("final_outcome_notified", "2019-03-04", "ofsted", "dfe", "national-panel"),
            ),
            [],
        ),
        (OPTION_A, moved("publication_delayed", "2019-02-04"), ["T68"]),
        (
            OPTION_A,
            both(
                moved("publication_delayed", "2019-02-04"),
                moved("delay_notice_sent", "2019-02-11", *PARTNERS),
            ),
            [],
        ),
        (OPTION_A, put("proceedings", INQUEST), ["P31"]),
        (OPTION_B, put("reviewer", None), ["P34"]),
        (OPTION_B, moved("advance_copy_sent", "2020-05-07", *PARTNERS, "ofsted"), ["T66"]),
        (OPTION_B, moved("advance_copy_sent", "2020-05-06", *PARTNERS), ["T66"]),
        (OPTION_B, put("recommendations", []), ["P33-recommendations", "P33-actions"]),
        (OPTION_B, put("proceedings", INQUEST), ["proceedings"]),
        (OPTION_B, put("proceedings", ORDER), ["P35-court-order"]),
        (OPTION_B, moved("publication_delayed", "2020-03-02"), ["T68"]),
        (OPTION_B, moved("non_publication_proposed", "2020-03-02", *PARTNERS), ["P36-regard"]),
        (OPTION_B, without("endorsed"), ["approved"]),
    ],
)
def test_each_thing_that_lacks_holds_publication_back(
    procedure: str, change: Change, conditions: list[str]
) -> None:
    fields = complete(procedure)
    change(fields)
    assert failing(evaluated(procedure, fields)) == conditions


@pytest.mark.parametrize(
    ("procedure", "on", "sent", "late", "days"),
    [
        (OPTION_B, "2020-05-18", "2020-05-06", [], "a Monday, a bank holiday (8 May) between"),
        (OPTION_B, "2020-05-18", "2020-05-07", ["T66"], "the same, a day late"),
        (OPTION_B, "2020-04-20", "2020-04-07", [], "a Monday, Easter between"),
        (OPTION_B, "2020-04-20", "2020-04-08", ["T66"], "the same, a day late"),
        (OPTION_B, "2020-04-14", "2020-04-01", [], "the Tuesday after Easter"),
        (OPTION_B, "2020-04-14", "2020-04-02", ["T66"], "the same, a day late"),
        (OPTION_B, "2020-07-15", "2020-07-06", [], "a Wednesday, no holiday"),
        (OPTION_B, "2020-07-15", "2020-07-07", ["T66"], "the same, a day late"),
        (BNES, "2016-05-06", "2016-04-26", [], "the seven working days of App 7 are kept"),
        (BNES, "2016-05-06", "2016-04-29", ["T35"], "one week of section 8.5 is not enough"),
        (BNES, "2016-05-06", "2016-04-30", ["T34", "T35"], "not even one week"),
        (OPTION_A, "2019-04-30", "2019-04-17", [], "a Tuesday, Easter between"),
        (OPTION_A, "2019-04-30", "2019-04-18", ["T66"], "one week of section 8A is not enough"),
        (OPTION_A, "2019-04-30", "2019-04-24", ["T56", "T66"], "not even one week"),
    ],
)
def test_advance_copies_by_the_last_day_and_of_two_rules_the_stricter(
    procedure: str, on: str, sent: str, late: list[str], days: str
) -> None:
    copies = [event("advance_copy_sent", sent, *PARTNERS, "ofsted", "dfe")]
    fields = complete(OPTION_B) | {"events": copies}
    signed = Clearance("0" * 64, "r.docx", "", "Author", date(2016, 1, 4), (), "")
    found = evaluate(opened(procedure, fields), signed, date.fromisoformat(on), {}, [])
    notices = [each for each in found if each.condition.test == "notice_given"]
    assert failing(tuple(notices)) == late, days
    assert all(each.explanation.startswith("Too late") for each in unmet(notices))


def test_the_day_that_a_late_copy_allows_is_named_and_enough() -> None:
    fields = complete(OPTION_B)
    moved("advance_copy_sent", "2020-05-07", *PARTNERS, "ofsted")(fields)
    found = {each.condition.id: each.explanation for each in evaluated(OPTION_B, fields)}
    assert found["T66"] == (
        "Too late: the last was on Thursday 7 May 2020; the latest day is Wednesday 6 May 2020 "
        "(at least 7 working days before publication on Monday 18 May 2020). "
        "Publish on Tuesday 19 May 2020 or later."
    )


def test_the_form_of_a_local_review_has_all_the_parts() -> None:
    form = word_parts((templates_folder() / "lcspr-report.docx").read_bytes(), "lcspr-report")
    text = show_blocks(read_form(form, "lcspr-report").blocks)
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    signed = Clearance("0" * 64, "r.docx", "lcspr-report", "Author", date(2020, 5, 4), (), "")
    case = opened(OPTION_B, complete(OPTION_B))
    assert failing(evaluate(case, signed, SCENES[OPTION_B].on, {}, headings)) == []


def test_of_an_older_review_the_executive_summary_may_go_out() -> None:
    """Overview reports are public for reviews begun on or after 10 June 2010 (P25)."""
    fields = complete(BOLTON)
    moved("decision", "2010-06-09")(fields)
    assert failing(evaluated(BOLTON, fields, "executive-summary")) == []


# ------------------------------------------------------------------- improvements only


def improvements_only() -> Fields:
    """The partners decided against the report, told why, and send out what should improve."""
    fields = complete(OPTION_B)
    without("advance_copy_sent")(fields)
    fields["events"] += [
        event("non_publication_proposed", "2020-03-02", *PARTNERS),
        event("national_body_advised", "2020-03-23"),
        event("non_publication_decided", "2020-03-30"),
        event("improvement_information_sent", "2020-05-06", *PARTNERS, "ofsted"),
    ]
    return fields


def test_what_should_improve_goes_out_in_place_of_the_report() -> None:
    assert failing(evaluated(OPTION_B, improvements_only(), "action-plan")) == []


def test_a_report_that_was_decided_against_does_not_go_out() -> None:
    found = evaluated(OPTION_B, improvements_only())
    assert failing(found) == ["P33-inappropriate"]
    explanation = next(r.explanation for r in found if r.condition.id == "P33-inappropriate")
    assert explanation == "On record: the decision not to publish the report, Monday 30 March 2020."


def test_unless_the_decision_was_changed_after_a_challenge() -> None:
    fields = improvements_only()
    fields["events"].append(event("final_outcome_notified", "2020-04-20", *PARTNERS))
    assert failing(evaluated(OPTION_B, fields)) == []


@pytest.mark.parametrize(
    ("change", "conditions"),
    [
        (moved("improvement_information_sent", "2020-05-07", *PARTNERS, "ofsted"), ["T66"]),
        (without("improvement_information_sent"), ["T66"]),
        (moved("non_publication_proposed", "2020-03-02", "national-panel"), ["P36"]),
        (without("non_publication_proposed"), ["P36"]),
        (without("national_body_advised"), ["P36-regard"]),
    ],
)
def test_the_improvements_have_conditions_of_their_own(
    change: Change, conditions: list[str]
) -> None:
    fields = improvements_only()
    change(fields)
    assert failing(evaluated(OPTION_B, fields, "action-plan")) == conditions


# ------------------------------------------------------------------- holding a report back


def held(
    procedure: str, holding: Holding, *events: Fields, overrides: dict[str, Override] | None = None
) -> tuple[ConditionResult, ...]:
    child = {"first_name": "Zebedee", "surname": "Quillfeather"}
    fields = {"reference": "2019-99", "board": "board.yaml", "child": child, "events": [*events]}
    return evaluate_holding(opened(procedure, fields), holding, date(2020, 6, 1), overrides or {})


TOLD = "non_publication_proposed"
ADVISED = event("national_body_advised", "2020-03-23")
INSTEAD = event("improvement_information_sent", "2020-05-06", *PARTNERS, "ofsted")


@pytest.mark.parametrize(
    ("procedure", "events", "conditions"),
    [
        ("bedfordshire-2007", [], ["P10"]),
        ("bedfordshire-2007", [event("non_publication_decided", "2020-03-30")], []),
        (LEAFLET, [], ["P18", "P25"]),
        (
            LEAFLET,
            [
                event("non_publication_agreed", "2020-03-02", "dcsf", "ofsted"),
                event("non_publication_decided", "2020-03-30"),
            ],
            [],
        ),
        (LEAFLET, [event("non_publication_agreed", "2020-03-02", "ofsted")], ["P18", "P25"]),
        (BOLTON, [event("non_publication_decided", "2020-03-30")], []),
        (BNES, [], ["P30-told", "P30-advice"]),
        (BNES, [event(TOLD, "2020-03-02", "national-panel", "dfe"), ADVISED], []),
        (BNES, [event(TOLD, "2020-03-02", "national-panel"), ADVISED], ["P30-told"]),
        (
            BNES,
            [
                event(TOLD, "2020-03-02", "national-panel", "dfe"),
                ADVISED,
                event("decision_challenged", "2020-04-06"),
            ],
            ["P30-challenge"],
        ),
        (OPTION_A, [event(TOLD, "2020-03-02", "national-panel"), ADVISED], ["P36"]),
        (OPTION_A, [event(TOLD, "2020-03-02", *PARTNERS), ADVISED], []),
        (
            OPTION_A,
            [
                event(TOLD, "2020-03-02", *PARTNERS),
                ADVISED,
                event("decision_challenged", "2020-04-06"),
                event("final_outcome_notified", "2020-04-20", "ofsted", "national-panel"),
            ],
            ["P30-challenge"],
        ),
        (OPTION_B, [event(TOLD, "2020-03-02", *PARTNERS), INSTEAD], ["P36-regard"]),
        (OPTION_B, [event(TOLD, "2020-03-02", *PARTNERS), ADVISED], ["P33-improvements"]),
        (OPTION_B, [event(TOLD, "2020-03-02", *PARTNERS), ADVISED, INSTEAD], []),
    ],
)
def test_not_publishing_has_its_conditions_too(
    procedure: str, events: list[Fields], conditions: list[str]
) -> None:
    assert failing(held(procedure, Holding.UNPUBLISHED, *events)) == conditions


@pytest.mark.parametrize(
    ("procedure", "events", "conditions"),
    [
        (BNES, [], ["P31-learning"]),
        (BNES, [event("interim_learning_shared", "2020-03-02")], []),
        (OPTION_B, [event("delay_notice_sent", "2020-03-02", "national-panel")], ["T68"]),
        (OPTION_B, [event("delay_notice_sent", "2020-03-02", *PARTNERS)], []),
        (BOLTON, [], []),
    ],
)
def test_a_delay_is_told_where_the_procedure_asks_for_it(
    procedure: str, events: list[Fields], conditions: list[str]
) -> None:
    assert failing(held(procedure, Holding.DELAYED, *events)) == conditions


def test_the_chair_may_override_with_a_reason_and_only_what_is_there() -> None:
    agreed = Override("The Chair", "The Panel was told by telephone.")
    assert failing(held(OPTION_B, Holding.DELAYED, overrides={"T68": agreed})) == []
    with pytest.raises(PublicationError, match="is no condition"):
        held(OPTION_B, Holding.DELAYED, overrides={"P36": agreed})
    with pytest.raises(PublicationError, match="There is none to set aside"):
        held("bedfordshire-2007", Holding.DELAYED, overrides={"P36": agreed})


@pytest.mark.parametrize("policy", ["lcspr-report", "executive-summary", "leaflets", "public"])
def test_nothing_goes_out_under_the_stub(policy: str) -> None:
    fields = complete(OPTION_B)
    signed = Clearance("0" * 64, "r.docx", policy, "Author", date(2024, 6, 3), (), "")
    found = evaluate(opened("wt2023", fields), signed, date(2024, 6, 3), {}, [])
    assert failing(found) == ["partial"]
    agreed = Override("The Chair", "a reason")
    with pytest.raises(PublicationError, match="no one may set this condition aside"):
        evaluate(opened("wt2023", fields), signed, date(2024, 6, 3), {"partial": agreed}, [])

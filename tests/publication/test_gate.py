"""The gate: every condition of the procedure, tested on a case that meets them all but one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from casework.clearance import Clearance
from casework.load import OpenCase
from casework.model.board import Board
from casework.model.case import Case
from casework.procedure_file import load_procedure, procedure_ids
from generator.authoring.blocks import show_blocks
from generator.authoring.text import read_form, word_parts
from generator.templates import templates_folder
from publication.gate import ConditionResult, Override, evaluate, unmet
from publication.gate.evaluate import TESTS
from publication.ready import main_sections
from redaction.errors import PublicationError

Fields = dict[str, Any]

ON = {"bedfordshire-2007": date(2008, 3, 5), "bnes-2016": date(2016, 5, 6)}
POLICY = {"bedfordshire-2007": "executive-summary", "bnes-2016": "scr-report"}
HEADINGS = {
    "bedfordshire-2007": [
        "1. The review process and the organisations",
        "2. Circumstances that led to the review",
        "3. Key issues",
        "4. Recommendations and action plan",
    ],
    "bnes-2016": ["What happened", "Why it happened: our analysis", "Recommendations"],
}


def event(kind: str, on: str, *to: str) -> Fields:
    return {"kind": kind, "on": on, "to": list(to)}


def complete(procedure: str) -> Fields:
    """The fields of a case that meets every condition of ``procedure``."""
    year = ON[procedure].year
    events = [
        event("endorsed", f"{year - 1}-08-22"),
        event("action_plan_agreed", f"{year - 1}-09-11"),
        event("media_strategy_agreed", f"{year}-02-05"),
        event("family_told_of_publication", f"{year}-02-19"),
        event("submitted", f"{year - 1}-09-20", "csci", "dfes", "sha"),
        event("departments_briefed", f"{year - 1}-09-28", "dfes"),
        event("advance_copy_sent", f"{year}-04-26", "ofsted", "dfe", "national-panel"),
    ]
    action = {"what": "Train staff", "who": "The board", "by_when": "2017-01-31"}
    return {
        "reference": f"{year - 1}-99",
        "board": "board.yaml",
        "child": {
            "first_name": "Zebedee",
            "surname": "Quillfeather",
            "address": ["3 Invented Lane", "Larkmarket"],
        },
        "family": [
            {
                "id": "mother",
                "first_name": "Adaeze",
                "surname": "Quillfeather",
                "relation": "mother",
                "known_as": ["Ada"],
            }
        ],
        "recommendations": [{"number": "1", "text": "Train staff.", "actions": [action]}],
        "events": events,
        "publication": {
            "title": "Child W: a review of how agencies worked together",
            "response": "Staff have been trained.",
        },
    }


def opened(procedure: str, fields: Fields) -> OpenCase:
    officer = {"name": "Ottoline Brambleby", "post": "Chair"}
    board = {
        "name": "Larkshire Safeguarding Children Board",
        "short_name": "LSCB",
        "area": "Larkshire",
        "procedure": procedure,
        "address": ["1 Example Street"],
        "email": "board@larkshire.example",
        "chair": officer,
        "business_manager": officer,
        "administrator": officer,
    }
    folder = Path("case")
    return OpenCase(
        folder=folder,
        path=folder / "case.yaml",
        case=Case.model_validate_json(json.dumps(fields)),
        board=Board.model_validate(board),
        board_path=folder / "board.yaml",
        procedure=load_procedure(procedure),
    )


def clearance(policy: str, on: date = date(2008, 2, 1), procedure: str = "") -> Clearance:
    return Clearance("0" * 64, "report.docx", policy, "The author", on, (), procedure)


def evaluated(
    procedure: str, fields: Fields, *, cleared: str | None = "", **more: Any
) -> tuple[ConditionResult, ...]:
    signed = None if cleared is None else clearance(cleared or POLICY[procedure], date(2008, 2, 1))
    arguments: Fields = {"overrides": {}, "sections": HEADINGS[procedure], **more}
    return evaluate(opened(procedure, fields), signed, ON[procedure], **arguments)


def failing(results: tuple[ConditionResult, ...]) -> list[str]:
    return [result.condition.id for result in unmet(results)]


@pytest.mark.parametrize("procedure", ["bedfordshire-2007", "bnes-2016"])
def test_a_case_that_meets_every_condition_may_be_published(procedure: str) -> None:
    results = evaluated(procedure, complete(procedure))
    assert [(r.condition.id, r.explanation) for r in results if not r.met] == []
    assert len(results) == len(load_procedure(procedure).conditions)


def without(kind: str) -> Callable[[Fields], None]:
    def change(fields: Fields) -> None:
        fields["events"] = [each for each in fields["events"] if each["kind"] != kind]

    return change


def moved(kind: str, on: str, *to: str) -> Callable[[Fields], None]:
    def change(fields: Fields) -> None:
        without(kind)(fields)
        fields["events"].append(event(kind, on, *to))

    return change


def put(path: str, value: Any) -> Callable[[Fields], None]:
    def change(fields: Fields) -> None:
        *parents, last = path.split(".")
        target = fields
        for name in parents:
            target = target.setdefault(name, {})
        target[last] = value

    return change


def proceeding(kind: str, concluded: str | None = None, **more: Any) -> list[Fields]:
    return [{"kind": kind, "description": "as listed", "concluded": concluded, **more}]


BED = "bedfordshire-2007"
BNES = "bnes-2016"


@pytest.mark.parametrize(
    ("procedure", "change", "conditions"),
    [
        (BED, without("endorsed"), ["P10"]),
        (BED, moved("endorsed", "2008-03-06"), ["P10"]),
        (BED, without("media_strategy_agreed"), ["P15-media"]),
        (BED, without("family_told_of_publication"), ["P15-family"]),
        (BED, without("action_plan_agreed"), ["P04"]),
        (BED, without("departments_briefed"), ["P05"]),
        (BED, moved("submitted", "2007-09-20", "csci", "dfes"), ["P05"]),
        (BED, moved("submitted", "2008-03-05", "csci", "dfes", "sha"), ["P05"]),
        (BED, put("recommendations", []), ["P03-recommendations", "P04"]),
        (BED, put("recommendations", [{"number": "1", "text": "Train."}]), ["P04"]),
        (BED, put("proceedings", proceeding("inquest")), ["P06"]),
        (BED, put("proceedings", proceeding("care", "2008-03-06")), ["P06"]),
        (BED, put("proceedings", proceeding("care", "2008-03-05")), []),
        (BED, put("proceedings", proceeding("criminal")), ["P06", "P11"]),
        (BED, put("proceedings", proceeding("nhs_incident")), []),
        (
            BED,
            put("proceedings", proceeding("nhs_incident", restricts_publication=True)),
            ["P06"],
        ),
        (BED, put("proceedings", proceeding("court_order")), ["court-order"]),
        (BED, put("proceedings", proceeding("court_order", "2008-03-01")), []),
        (BED, put("publication.not_before", "2008-03-06"), ["not-before"]),
        (BED, put("publication.not_before", "2008-03-05"), []),
        (BED, put("partner_boards", ["fenshire-lscb"]), ["P16"]),
        (BNES, without("advance_copy_sent"), ["T34", "T35"]),
        (
            BNES,
            moved("advance_copy_sent", "2016-04-27", "ofsted", "dfe", "national-panel"),
            ["T35"],
        ),
        (BNES, moved("advance_copy_sent", "2016-04-26", "national-panel"), ["T35"]),
        (BNES, moved("advance_copy_sent", "2016-04-26", "ofsted", "dfe"), ["T34", "T35"]),
        (BNES, put("publication.response", " "), ["P29"]),
        (BNES, put("recommendations", []), ["P28-recommendations"]),
        (BNES, moved("non_publication_proposed", "2016-03-01", "national-panel"), ["P30"]),
        (BNES, without("endorsed"), ["approved"]),
        (BNES, put("proceedings", proceeding("inquest")), ["P31"]),
        (BNES, put("proceedings", proceeding("court_order")), ["P27-court-order"]),
        (BNES, without("family_told_of_publication"), ["P27-impact"]),
        (BNES, without("media_strategy_agreed"), ["media"]),
        (BNES, put("partner_boards", ["fenshire-lscb"]), ["joint"]),
    ],
)
def test_each_thing_that_lacks_holds_publication_back(
    procedure: str, change: Callable[[Fields], None], conditions: list[str]
) -> None:
    fields = complete(procedure)
    change(fields)
    assert failing(evaluated(procedure, fields)) == conditions


@pytest.mark.parametrize(
    ("title", "safe"),
    [
        ("Child W: executive summary", True),
        ("", False),
        ("  ", False),
        ("The life of Zebedee", False),
        ("The QUILLFEATHER review", False),
        ("A review for Ada’s sake", False),
        ("Child W of Larkmarket", False),
        ("Child W and the adamant agencies", True),
    ],
)
def test_the_title_names_no_one_and_no_place(title: str, safe: bool) -> None:
    fields = complete(BED)
    fields["publication"]["title"] = title
    assert failing(evaluated(BED, fields)) == ([] if safe else ["title"])


@pytest.mark.parametrize(
    ("cleared", "conditions"),
    [
        (None, ["P01", "P02"]),
        ("overview-report", ["P01"]),
        ("samr", ["P01"]),
        ("leaflets", ["P01"]),
        ("public", ["P01"]),
        ("action-plan", []),
    ],
)
def test_only_a_cleared_file_of_a_public_kind_goes_out(
    cleared: str | None, conditions: list[str]
) -> None:
    assert failing(evaluated(BED, complete(BED), cleared=cleared)) == conditions


def test_a_clearance_from_after_the_day_of_publication_is_none_yet() -> None:
    later = clearance("executive-summary", date(2008, 3, 6))
    results = evaluate(opened(BED, complete(BED)), later, ON[BED], {}, HEADINGS[BED])
    assert failing(results) == ["P02"]


def test_a_clearance_under_another_procedure_does_not_count() -> None:
    other = clearance("executive-summary", procedure="bnes-2016")
    results = evaluate(opened(BED, complete(BED)), other, ON[BED], {}, HEADINGS[BED])
    assert failing(results) == ["P01"]


@pytest.mark.parametrize(
    ("sections", "met"),
    [
        (None, False),
        ([], False),
        (HEADINGS[BED], True),
        (HEADINGS[BED][:3], False),
        (["PROCESS", "Background", "Findings", "Our recommendation"], True),
    ],
)
def test_the_executive_summary_has_its_four_parts(sections: list[str] | None, met: bool) -> None:
    results = evaluated(BED, complete(BED), sections=sections)
    assert failing(results) == ([] if met else ["P03"])


@pytest.mark.parametrize(
    ("procedure", "template"), [(BED, "exec-summary"), (BNES, "overview-wt2015")]
)
def test_what_our_own_template_makes_has_all_the_parts(procedure: str, template: str) -> None:
    text = show_blocks(
        read_form(
            word_parts((templates_folder() / f"{template}.docx").read_bytes(), template), template
        ).blocks
    )
    headings = re.findall(r"^# (.*)$", text, re.MULTILINE)
    results = evaluated(procedure, complete(procedure), sections=headings)
    assert failing(results) == []


def test_headings_are_read_from_a_report_that_can_not_be_a_page_yet() -> None:
    """A skipped level keeps it from being a page; its parts are there all the same."""
    report = b"# Recommended improvements\n\n# Analysis: why it happened\n\n### Deep\n"
    sections, faults = main_sections(report, ".md")
    assert faults
    assert sections == ["Recommended improvements", "Analysis: why it happened", "Deep"]


def test_the_parts_of_an_executive_summary_are_not_asked_of_an_action_plan() -> None:
    assert failing(evaluated(BED, complete(BED), cleared="action-plan", sections=None)) == []


def test_a_notice_says_its_last_day_and_who_lacks_it() -> None:
    fields = complete(BNES)
    moved("advance_copy_sent", "2016-04-27", "ofsted", "dfe", "national-panel")(fields)
    found = {r.condition.id: r.explanation for r in evaluated(BNES, fields)}
    assert found["T35"] == (
        "Too late: the last was on Wednesday 27 April 2016; the latest day is Tuesday 26 April "
        "2016 (at least 7 working days before publication on Friday 6 May 2016). Publish on "
        "Saturday 7 May 2016 or later."
    )
    moved("advance_copy_sent", "2016-04-26", "ofsted")(fields)
    found = {r.condition.id: r.explanation for r in evaluated(BNES, fields)}
    assert found["T35"] == (
        "Not on record: Department for Education, National Panel of Independent Experts; the "
        "latest day is Tuesday 26 April 2016 (at least 7 working days before publication on "
        "Friday 6 May 2016)."
    )


def test_partner_boards_must_each_have_agreed() -> None:
    fields = complete(BED) | {"partner_boards": ["fenshire-lscb"]}
    fields["events"].append(event("endorsed", "2007-08-22", "fenshire-lscb"))
    assert failing(evaluated(BED, fields)) == ["P16"]
    fields["events"].append(event("media_strategy_agreed", "2008-02-05", "fenshire-lscb"))
    assert failing(evaluated(BED, fields)) == []


def test_an_institution_under_criminal_investigation_needs_the_investigators_agreement() -> None:
    fields = complete(BED) | {"proceedings": proceeding("criminal")}
    fields["child"]["regulated_setting"] = "a nursery"
    assert failing(evaluated(BED, fields)) == ["P06", "P11", "P17"]
    fields["events"].append(event("embargo_lifted", "2008-02-05"))
    fields["events"].append(event("officer_in_case_told", "2008-02-05"))
    assert failing(evaluated(BED, fields)) == ["P06"]


def test_a_final_decision_told_to_all_closes_the_question_of_not_publishing() -> None:
    fields = complete(BNES)
    fields["events"] += [
        event("non_publication_proposed", "2016-03-01", "national-panel"),
        event("national_bodies_notified", "2016-02-01", "ofsted", "dfe", "national-panel"),
        event("national_bodies_notified", "2016-04-01", "ofsted", "dfe"),
    ]
    assert failing(evaluated(BNES, fields)) == ["P30"]
    fields["events"].append(event("national_bodies_notified", "2016-04-02", "national-panel"))
    assert failing(evaluated(BNES, fields)) == []


# ------------------------------------------------------------------- overrides

AGREED = Override(by="The Chair", reason="The trial is about another matter.")


def test_an_override_with_name_and_reason_sets_an_unmet_condition_aside() -> None:
    fields = complete(BED) | {"proceedings": proceeding("inquest")}
    results = evaluated(BED, fields, overrides={"P06": AGREED, "P10": AGREED})
    assert failing(results) == []
    found = {result.condition.id: result for result in results}
    assert (found["P06"].met, found["P06"].override) == (False, AGREED)
    assert (found["P10"].met, found["P10"].override) == (True, None), "it was met anyway"


@pytest.mark.parametrize(
    ("condition", "override", "message"),
    [
        ("P02", AGREED, "no one may set this condition aside"),
        ("P01", AGREED, "no one may set this condition aside"),
        ("court-order", AGREED, "no one may set this condition aside"),
        ("title", AGREED, "no one may set this condition aside"),
        ("P6", AGREED, "is no condition"),
        ("P06", Override("", "a reason"), "lacks who decides, or why"),
        ("P06", Override("The Chair", " "), "lacks who decides, or why"),
    ],
)
def test_an_override_that_may_not_be_is_refused(
    condition: str, override: Override, message: str
) -> None:
    with pytest.raises(PublicationError, match=message):
        evaluated(BED, complete(BED), overrides={condition: override})


def test_all_faults_of_overrides_are_named_at_once() -> None:
    overrides = {"P02": AGREED, "P99": AGREED, "P06": Override("", "")}
    with pytest.raises(PublicationError) as raised:
        evaluated(BED, complete(BED), overrides=overrides)
    assert len(raised.value.problems) == 3


# ------------------------------------------------------------------- the procedures and the gate


def test_every_test_that_a_procedure_names_is_known_and_every_test_is_named() -> None:
    procedures = [load_procedure(name) for name in procedure_ids()]
    named = {each.test for found in procedures for each in (*found.conditions, *found.withholding)}
    assert named == set(TESTS)


@pytest.mark.parametrize("procedure", ["bedfordshire-2007", "bnes-2016"])
def test_an_empty_case_is_answered_with_a_sentence_for_every_condition(procedure: str) -> None:
    child = {"first_name": "Zebedee", "surname": "Quillfeather"}
    fields = {"reference": "2007-99", "board": "board.yaml", "child": child}
    results = evaluated(procedure, fields, cleared=None, sections=None)
    assert all(result.explanation.endswith(".") for result in results)
    assert {"cleared", "public_policy"} <= {r.condition.test for r in unmet(results)}


@pytest.mark.parametrize("title", ["Zebedee", "Larkmarket", "Adaeze Quillfeather"])
def test_no_explanation_repeats_a_protected_name(title: str) -> None:
    fields = complete(BED) | {
        "proceedings": [
            *proceeding("criminal"),
            {"kind": "court_order", "description": "order about Zebedee Quillfeather"},
        ]
    }
    fields["publication"]["title"] = title
    text = " ".join(result.explanation for result in evaluated(BED, fields))
    for name in ("Zebedee", "Quillfeather", "Adaeze", "Larkmarket"):
        assert name not in text

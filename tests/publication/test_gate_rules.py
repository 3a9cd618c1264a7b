"""Every rule of the sources on naming and publication is served somewhere; none is forgotten."""

from __future__ import annotations

import re
from importlib.util import find_spec

import pytest

from casework.procedure import Condition
from casework.procedure_file import load_procedure, procedure_ids

BED, LEAFLET, BOLTON = "bedfordshire-2007", "leaflet-2010", "bolton-2010"
BNES, OPTION_A, OPTION_B = "bnes-2016", "bnes-2019-wt2015", "bnes-2019-wt2018"

CONDITIONS: dict[str, dict[str, str]] = {
    "P01": {BED: "P01"},
    "P02": {BED: "P02 title"},
    "P03": {BED: "P03 P03-recommendations"},
    "P04": {BED: "P04"},
    "P05": {BED: "P05"},
    "P06": {BED: "P06", BOLTON: "proceedings", LEAFLET: "proceedings"},
    "P10": {BED: "P10 hold:P10"},
    "P11": {BED: "P11"},
    "P12": {BED: "P01"},
    "P13": {BED: "P01"},
    "P15": {
        BED: "P15-family P15-media",
        LEAFLET: "family media",
        BOLTON: "family media",
        OPTION_A: "media",
        OPTION_B: "media",
    },
    "P16": {
        BED: "P16",
        LEAFLET: "joint",
        BOLTON: "joint",
        BNES: "joint",
        OPTION_A: "joint",
        OPTION_B: "joint",
    },
    "P17": {BED: "P17"},
    "P18": {LEAFLET: "P18 hold:P18"},
    "P19": {LEAFLET: "P19 P19-recommendations"},
    "P21": {BOLTON: "P23"},
    "P22": {BOLTON: "P22 title", LEAFLET: "P22 title"},
    "P23": {BOLTON: "P23"},
    "P24": {BOLTON: "P24"},
    "P25": {BOLTON: "P25 hold:P25", LEAFLET: "P25 hold:P25"},
    "P26": {BNES: "P26", OPTION_A: "P26"},
    "P27": {
        BNES: "P27 P27-court-order P27-impact title",
        OPTION_A: "P27 P27-court-order P27-impact title",
    },
    "P28": {BNES: "P28 P28-recommendations", OPTION_A: "P28 P28-recommendations"},
    "P29": {BNES: "P29", OPTION_A: "P29"},
    "P30": {
        BNES: "P30 hold:P30-advice hold:P30-challenge hold:P30-told",
        OPTION_A: "P30 hold:P30-advice hold:P30-challenge hold:P30-told",
    },
    "P31": {BNES: "P31 hold:P31-learning", OPTION_A: "P31"},
    "P33": {
        OPTION_B: "P33 P33-actions P33-contents P33-inappropriate P33-recommendations"
        " hold:P33-improvements",
    },
    "P34": {OPTION_B: "P34"},
    "P35": {OPTION_B: "P35 P35-court-order P35-impact title"},
    "P36": {
        OPTION_A: "hold:P30-advice hold:P36",
        OPTION_B: "P36 P36-regard hold:P36 hold:P36-regard",
    },
    "P38": {
        BED: "P02",
        LEAFLET: "P22",
        BOLTON: "P22",
        BNES: "P27",
        OPTION_A: "P27",
        OPTION_B: "P35",
    },
}
"""Which conditions serve a rule, by procedure; "hold:" marks one on holding a report back."""

ELSEWHERE: dict[str, tuple[str, str, str]] = {
    "P07": (BED, "checklist", "numbered"),
    "P08": (BED, "checklist", "archived"),
    "P09": (BED, "checklist", "amended"),
    "P14": (BED, "checklist", "contract"),
    "P20": (LEAFLET, "checklist", "feedback"),
    "P32": (BNES, "policies", "referral-and-letters"),
    "P37": (OPTION_B, "policies", "lcspr-report"),
}
"""Rules that bear on no publication of a report, or on its wording, and what serves them."""


def cited(citation: str) -> set[str]:
    return set(re.findall(r"\bP\d\d\b", citation))


def asked(procedure_id: str) -> list[tuple[str, Condition]]:
    """Every condition of a procedure with its name here."""
    procedure = load_procedure(procedure_id)
    holding = ((f"hold:{each.id}", each) for each in procedure.withholding)
    return [*((each.id, each) for each in procedure.conditions), *holding]


def test_each_of_the_38_rules_is_served_by_conditions_or_by_another_part() -> None:
    wanted = {f"P{number:02}" for number in range(1, 39)}
    assert wanted == set(CONDITIONS) | set(ELSEWHERE)
    assert not set(CONDITIONS) & set(ELSEWHERE)


@pytest.mark.parametrize("rule", CONDITIONS)
def test_a_rule_is_cited_by_just_the_conditions_that_serve_it(rule: str) -> None:
    found = {
        procedure: " ".join(
            sorted(name for name, each in asked(procedure) if rule in cited(each.citation))
        )
        for procedure in procedure_ids()
    }
    assert {name: ids for name, ids in found.items() if ids} == CONDITIONS[rule]


@pytest.mark.parametrize("rule", ELSEWHERE)
def test_what_serves_a_rule_elsewhere_is_there_and_cites_it(rule: str) -> None:
    procedure, table, wanted = ELSEWHERE[rule]
    entries = {each.id: each for each in getattr(load_procedure(procedure), table)}
    assert rule in cited(entries[wanted].citation)


def test_what_could_be_joined_up_is_looked_for_when_a_file_is_checked() -> None:
    """P37 and P38 are checks of the file, before anyone can clear it."""
    assert find_spec("redaction.detect.jigsaw")


EVERYWHERE = {
    "cleared": False,
    "public_policy": False,
    "no_court_order": False,
    "title_names_no_one": False,
    "proceedings_concluded": True,
    "not_before_reached": True,
    "partner_boards_agreed": True,
    "recommendations_present": True,
}
"""What every whole procedure asks for, and whether the Chair may set it aside."""
EVENTS_EVERYWHERE = {"endorsed", "family_told_of_publication", "media_strategy_agreed"}


@pytest.mark.parametrize("procedure", [BED, LEAFLET, BOLTON, BNES, OPTION_A, OPTION_B])
def test_every_procedure_asks_for_what_no_publication_goes_without(procedure: str) -> None:
    conditions = load_procedure(procedure).conditions
    tests = {each.test: each.overridable for each in conditions}
    assert EVERYWHERE.items() <= tests.items()
    events = {each.parameters.get("event") for each in conditions if each.test == "event_happened"}
    assert events >= EVENTS_EVERYWHERE


@pytest.mark.parametrize("procedure", procedure_ids())
def test_clearance_and_court_orders_are_set_aside_by_no_one(procedure: str) -> None:
    fixed = {"cleared", "no_court_order", "public_policy", "title_names_no_one"}
    conditions = load_procedure(procedure).conditions
    assert [each.id for each in conditions if (each.test in fixed) is each.overridable] == []


@pytest.mark.parametrize("procedure", procedure_ids())
def test_every_condition_says_in_sentences_what_to_do(procedure: str) -> None:
    for name, each in asked(procedure):
        assert re.match(r"[A-Z].*\.$", each.remedy), name
        assert not each.requirement.endswith("."), name

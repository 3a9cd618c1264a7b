"""The procedures hold every rule of the sources, and agree with each other."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from casework.event_words import EVENT_WORDS
from casework.model.event_kind import EventKind
from casework.procedure import Procedure
from casework.procedure_checks import WORDS
from casework.procedure_file import load_procedure, procedure_ids
from redaction.values import Role, Treatment

ALL = [load_procedure(name) for name in procedure_ids()]
WHOLE = [procedure for procedure in ALL if not procedure.partial]
each_procedure = pytest.mark.parametrize("procedure", ALL, ids=lambda procedure: procedure.id)
each_whole_procedure = pytest.mark.parametrize(
    "procedure", WHOLE, ids=lambda procedure: procedure.id
)

TIME_RULES = {
    "bedfordshire-2007": [f"T{number:02}" for number in range(1, 20)],
    "leaflet-2010": ["T21", "T22"],
    "bolton-2010": ["T20", "T21"],
    "bnes-2016": [f"T{number}" for number in range(30, 41)],
    # Appendix 4 binds the board too, through section 7A: hence T66 to T68.
    "bnes-2019-wt2015": [*(f"T{number}" for number in range(50, 59)), "T66", "T67", "T68"],
    # The rapid review's 15 working days (T51) stand in section 3A only.
    "bnes-2019-wt2018": ["T51", "T60", "T61", *(f"T{number}" for number in range(63, 71))],
    "wt2023": ["T80"],
}
"""Every time rule of the sources, by the procedure that has it."""

NAMING_RULES = {f"P{number:02}" for number in range(1, 39)}
"""Every rule of the sources on naming, anonymity and publication."""

DOCUMENTS = (
    "Bedfordshire LSCB 2007",
    "Leaflet for professionals 2010",
    "Bolton leaflet for workers 2010",
    "Hansard, House of Commons, 23 February 2010",
    "B&NES LSCB 2016",
    "B&NES LSCB 2019",
    "Working Together 2023",
)


def numbered(rule_id: str) -> str:
    """The rule of the source that an entry is of: T57 for "T57-transfer"."""
    return rule_id.split("-")[0]


def entries(procedure: Procedure) -> list[Any]:
    """Everything in a procedure that has a citation."""
    groups = (
        procedure.rules,
        procedure.policies,
        procedure.conditions,
        procedure.withholding,
        procedure.criteria,
        procedure.scoping_questions,
        procedure.scheduling_items,
        procedure.imr_items,
        procedure.joint_items,
        procedure.checklist,
        procedure.glossary,
        procedure.conflicts,
    )
    return [procedure.retention, *(each for group in groups for each in group)]


def test_the_procedures_are_known_by_the_names_of_their_files() -> None:
    assert set(procedure_ids()) == set(TIME_RULES)


@each_procedure
def test_every_time_rule_of_the_source_is_there_and_no_other(procedure: Procedure) -> None:
    found = sorted({numbered(rule.id) for rule in procedure.rules})
    assert found == sorted(TIME_RULES[procedure.id])


def test_all_53_time_rules_are_in_some_procedure() -> None:
    wanted = {
        *(f"T{number:02}" for number in (*range(1, 23), *range(30, 41), *range(50, 59))),
        *("T60", "T61", "T63", "T64", "T65", "T66", "T67", "T68", "T69", "T70", "T80"),
    }
    found = {numbered(rule.id) for procedure in ALL for rule in procedure.rules}
    assert len(wanted) == 53
    assert found == wanted


STRENGTHS = {
    "hard": "T01 T02 T03 T04 T05 T06 T07 T13 T14 T16 T18 T20 T21 T30 T32 T33 T34 T35 T50 T51 T52"
    " T54 T55 T56 T57 T58 T60 T65 T66 T67 T69 T80",
    "norm": "T31 T36 T37 T53",
    "order": "T08 T09 T10 T17 T19 T39 T61 T63 T64 T68 T70",
    "set": "T15 T22 T38",
    "embargo": "T11 T12 T40",
}
"""How binding each limit is in its source."""


def test_every_limit_is_as_binding_as_its_source_makes_it() -> None:
    wanted = {rule: strength for strength, rules in STRENGTHS.items() for rule in rules.split()}
    found = {rule.id: rule.strength.value for p in ALL for rule in p.rules if "-" not in rule.id}
    assert found == wanted


@pytest.mark.parametrize(
    ("rule", "waived_by"),
    [("T06", "CSCI"), ("T18", "LSCB Chair"), ("T67", "the safeguarding partners")],
)
def test_who_may_agree_to_another_limit(rule: str, waived_by: str) -> None:
    found = [each.waiver for p in ALL for each in p.rules if each.id == rule]
    assert waived_by in found[-1]
    others = {each.id for p in ALL for each in p.rules if each.waiver} - {"T06", "T18", "T67"}
    assert not others


def test_every_rule_on_naming_and_publication_is_cited_somewhere() -> None:
    """Each of the 38 is in a policy, a condition or a rule, by its number: none is left out."""
    texts = []
    for p in ALL:
        cited: list[Any] = [p.retention, *p.policies, *p.conditions, *p.withholding, *p.rules]
        texts += [f"{each.citation} {getattr(each, 'note', '')}" for each in cited]
    found = {name for text in texts for name in re.findall(r"\bP\d\d\b", text)}
    assert found == NAMING_RULES


@pytest.mark.parametrize(
    ("procedure", "wanted"),
    [
        (
            "bedfordshire-2007",
            ["P01", "P02", "P03", "P04", "P05", "P06", "P10", "P11", "P15", "P16", "P17"],
        ),
        ("leaflet-2010", ["P18", "P19", "P22", "P25"]),
        ("bolton-2010", ["P22", "P23", "P24", "P25"]),
        ("bnes-2016", ["P26", "P27", "P28", "P29", "P30", "P31", "T34", "T35"]),
        (
            "bnes-2019-wt2015",
            ["P26", "P27", "P28", "P29", "P30", "P31", "T56", "T66", "T68"],
        ),
        ("bnes-2019-wt2018", ["P33", "P34", "P35", "P36", "T66", "T68"]),
        ("wt2023", []),
    ],
)
def test_every_rule_on_publication_has_its_condition(procedure: str, wanted: list[str]) -> None:
    conditions = load_procedure(procedure).conditions
    found = {
        match.group() for condition in conditions if (match := re.match(r"[PT]\d\d", condition.id))
    }
    assert found == set(wanted)


def test_only_clearance_court_orders_and_the_title_can_not_be_set_aside() -> None:
    for procedure in WHOLE:
        fixed = {each.test for each in procedure.conditions if not each.overridable}
        assert fixed == {"public_policy", "cleared", "no_court_order", "title_names_no_one"}


@each_procedure
def test_the_vocabulary_has_the_same_words_in_every_procedure(procedure: Procedure) -> None:
    assert tuple(procedure.words) == WORDS


@each_procedure
def test_every_entry_says_which_document_it_comes_from(procedure: Procedure) -> None:
    for entry in entries(procedure):
        assert any(document in entry.citation for document in DOCUMENTS), entry


@each_procedure
def test_every_naming_policy_speaks_of_every_role(procedure: Procedure) -> None:
    for policy in procedure.policies:
        assert set(policy.treatments) == set(Role), policy.id


@each_whole_procedure
def test_nothing_public_names_a_child_a_family_or_a_professional(procedure: Procedure) -> None:
    hidden = set(Role) - {Role.PANEL, Role.REVIEWER}
    public = [policy for policy in procedure.policies if policy.public]
    assert "executive-summary" in {policy.id for policy in public}
    for policy in public:
        assert not [role for role in hidden if policy.permits(role)], policy.id
        assert policy.treatment(Role.CHILD) is Treatment.PSEUDONYM


def test_the_2007_overview_report_names_the_family_but_no_professional() -> None:
    policy = load_procedure("bedfordshire-2007").policy("overview-report")
    assert not policy.public
    assert policy.permits(Role.CHILD)
    assert policy.permits(Role.PARENT)
    assert not policy.permits(Role.PROFESSIONAL)


@each_whole_procedure
def test_the_terms_of_reference_have_thirteen_questions_and_six_items(
    procedure: Procedure,
) -> None:
    questions = [item.id for item in procedure.scoping_questions]
    assert questions == [f"q{number}" for number in range(1, 14)]
    assert [item.id for item in procedure.scheduling_items] == [f"s{n}" for n in range(1, 7)]


@pytest.mark.parametrize(
    ("procedure", "groups"),
    [
        ("bedfordshire-2007", {"always": 1, "all-of": 1, "one-of": 5, "guide": 9}),
        ("leaflet-2010", {"always": 1, "one-of": 5}),
        ("bolton-2010", {"always": 1, "one-of": 5}),
        ("bnes-2016", {"all-of": 1, "one-of": 2, "always": 3}),
        ("bnes-2019-wt2015", {"all-of": 1, "one-of": 2, "always": 3}),
        (
            "bnes-2019-wt2018",
            {
                "all-of": 1,
                "one-of": 2,
                "local-criterion": 4,
                "local-circumstance": 4,
                "national-criterion": 3,
                "national-circumstance": 4,
            },
        ),
        ("wt2023", {}),
    ],
)
def test_the_criteria_are_those_of_the_regime(procedure: str, groups: dict[str, int]) -> None:
    criteria = load_procedure(procedure).criteria
    assert Counter(each.group for each in criteria) == groups


def test_only_the_leaflets_of_2010_know_of_a_parent_with_a_mental_illness() -> None:
    having = {p.id for p in ALL if "parent-mental-illness" in {each.id for each in p.criteria}}
    assert having == {"leaflet-2010", "bolton-2010"}


MATRIX = {
    # document: (child and family, professionals, panel, reviewer, public), by procedure
    ("referral-and-letters", "*"): ("named", "named", "named", "named", False),
    ("chronology", "bedfordshire-2007"): ("named", "initials", "named", "named", False),
    ("chronology", "leaflet-2010"): ("pseudonym", "role_only", "named", "named", False),
    ("chronology", "bolton-2010"): ("pseudonym", "role_only", "named", "named", False),
    ("samr", "bedfordshire-2007"): ("named", "initials", "named", "named", False),
    ("samr", "leaflet-2010"): ("pseudonym", "role_only", "named", "named", False),
    ("samr", "bolton-2010"): ("pseudonym", "role_only", "named", "named", False),
    ("overview-report", "bedfordshire-2007"): ("named", "role_only", "named", "named", False),
    ("overview-report", "leaflet-2010"): ("pseudonym", "role_only", "named", "named", True),
    ("overview-report", "bolton-2010"): ("pseudonym", "role_only", "named", "named", True),
    ("scr-report", "bnes-2016"): ("pseudonym", "role_only", "role_only", "named", True),
    ("scr-report", "bnes-2019-wt2015"): ("pseudonym", "role_only", "role_only", "named", True),
    ("lcspr-report", "bnes-2019-wt2018"): (
        "pseudonym",
        "role_only",
        "role_only",
        "required",
        True,
    ),
    ("staff-id-list", "*"): ("named", "named", "named", "named", False),
    ("leaflets", "*"): ("pseudonym", "role_only", "role_only", "role_only", True),
}
"""The naming matrix of the sources, as far as it has one row for all of a procedure."""


@pytest.mark.parametrize(("document", "name"), MATRIX)
def test_the_naming_matrix_of_the_sources(document: str, name: str) -> None:
    wanted = MATRIX[document, name]
    for procedure in WHOLE if name == "*" else [load_procedure(name)]:
        policy = procedure.policy(document)
        roles = (Role.CHILD, Role.PROFESSIONAL, Role.PANEL, Role.REVIEWER)
        assert (*(policy.treatment(role) for role in roles), policy.public) == wanted, procedure.id


def test_whatever_a_local_review_publishes_names_its_reviewer() -> None:
    """P34, also of improvement information; no other procedure wants anyone named."""
    for procedure in WHOLE:
        case_papers = [p for p in procedure.policies if p.public and p.id != "leaflets"]
        required = [p.treatment(Role.REVIEWER) is Treatment.REQUIRED for p in case_papers]
        assert set(required) == {procedure.id == "bnes-2019-wt2018"}, procedure.id


def test_every_document_of_the_matrix_has_a_policy_under_every_procedure_that_has_it() -> None:
    everywhere = {"referral-and-letters", "chronology", "samr", "executive-summary"}
    everywhere |= {"action-plan", "staff-id-list", "leaflets"}
    reports = {
        "bedfordshire-2007": "overview-report",
        "leaflet-2010": "overview-report",
        "bolton-2010": "overview-report",
        "bnes-2016": "scr-report",
        "bnes-2019-wt2015": "scr-report",
        "bnes-2019-wt2018": "lcspr-report",
    }
    for procedure in WHOLE:
        found = {policy.id for policy in procedure.policies}
        assert found == everywhere | {reports[procedure.id]}, procedure.id


def test_the_terms_of_an_interagency_review_and_of_a_joint_one_are_bedfordshires() -> None:
    bedfordshire = load_procedure("bedfordshire-2007")
    assert len(bedfordshire.imr_items) == 7
    groups = Counter(item.group for item in bedfordshire.joint_items)
    assert groups == {"must": 6, "also": 4, "end": 7}
    assert not [p.id for p in ALL if p is not bedfordshire and (p.imr_items or p.joint_items)]


@each_whole_procedure
def test_every_procedure_has_a_checklist_and_a_glossary(procedure: Procedure) -> None:
    assert len(procedure.checklist) > 15
    assert {item.id for item in procedure.checklist} >= {"published"}
    terms = {term.term for term in procedure.glossary}
    assert len(terms) > 5


def test_the_three_spellings_of_one_panel_are_one_term() -> None:
    terms = {each.term: each.meaning for each in load_procedure("bedfordshire-2007").glossary}
    assert "one body" in terms["SCRP, SCRCP, SCRIP"]
    assert terms["IMR"].startswith("Interagency management review")


def test_the_nine_conflicts_of_the_sources_are_recorded_with_a_choice() -> None:
    found = {each.id for procedure in ALL for each in procedure.conflicts}
    assert found >= {f"C{number}" for number in range(1, 10)}
    assert all(each.choice for procedure in ALL for each in procedure.conflicts)


def test_the_stub_says_that_it_is_none_and_lets_nothing_out() -> None:
    stub = load_procedure("wt2023")
    assert "not a whole procedure" in stub.partial
    assert not stub.policies
    assert [condition.parameters for condition in stub.conditions] == [{"documents": []}]
    assert [p.id for p in ALL if p.partial] == ["wt2023"]


@each_procedure
def test_the_words_fit_after_the(procedure: Procedure) -> None:
    articles = ("the ", "a ", "an ")
    for name, word in procedure.words.items():
        assert name == "national_bodies" or not word.lower().startswith(articles), name
        assert word.strip(" .") == word


@each_procedure
def test_reports_stay_up_for_twelve_months_under_every_procedure(procedure: Procedure) -> None:
    assert procedure.retention.months == 12


@pytest.mark.parametrize(
    ("rule", "other"),
    [
        ("T02", "T03"),
        ("T03", "T02"),
        ("T34", "T35"),
        ("T35", "T34"),
        ("T31", "T53"),
        ("T53", "T31"),
        ("T56", "T66"),
        ("T66", "T56"),
    ],
)
def test_where_the_source_contradicts_itself_each_rule_names_the_other(
    rule: str, other: str
) -> None:
    found = next(each for p in ALL for each in p.rules if each.id == rule)
    assert other in found.note


def test_every_kind_of_event_has_words_for_it() -> None:
    assert set(EVENT_WORDS) == set(EventKind)

"""The procedure files are complete, agree with each other, and are read strictly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casework.event_words import EVENT_WORDS
from casework.model.review import EventKind
from casework.procedure import Procedure
from casework.procedure_file import (
    PROCEDURES_FOLDER,
    WORDS,
    load_procedure,
    procedure_ids,
    read_procedure,
)
from redaction.errors import ProcedureError
from redaction.values import Role, Treatment

BEDFORDSHIRE = [f"T{number:02}" for number in range(1, 20)]
BNES = [f"T{number}" for number in range(30, 41)]

BOTH = [load_procedure("bedfordshire-2007"), load_procedure("bnes-2016")]
each_procedure = pytest.mark.parametrize("procedure", BOTH, ids=lambda procedure: procedure.id)


def test_the_procedures_are_known_by_the_names_of_their_files() -> None:
    assert {"bedfordshire-2007", "bnes-2016"} <= set(procedure_ids())


@pytest.mark.parametrize(
    ("procedure", "ids"),
    [("bedfordshire-2007", BEDFORDSHIRE), ("bnes-2016", BNES)],
)
def test_every_time_rule_of_the_source_is_there_and_no_other(
    procedure: str, ids: list[str]
) -> None:
    assert [rule.id for rule in load_procedure(procedure).rules] == ids


@pytest.mark.parametrize(
    ("procedure", "wanted"),
    [
        (
            "bedfordshire-2007",
            ["P01", "P02", "P03", "P04", "P05", "P06", "P10", "P11", "P15", "P16", "P17"],
        ),
        ("bnes-2016", ["P26", "P27", "P28", "P29", "P30", "P31", "T34", "T35"]),
    ],
)
def test_every_rule_on_publication_has_its_condition(procedure: str, wanted: list[str]) -> None:
    conditions = load_procedure(procedure).conditions
    numbered = {
        match.group() for condition in conditions if (match := re.match(r"[PT]\d\d", condition.id))
    }
    assert numbered == set(wanted)


def test_only_clearance_court_orders_and_the_title_can_not_be_set_aside() -> None:
    for procedure in BOTH:
        fixed = {each.test for each in procedure.conditions if not each.overridable}
        assert fixed == {"public_policy", "cleared", "no_court_order", "title_names_no_one"}


@each_procedure
def test_the_vocabulary_has_the_same_words_in_every_procedure(procedure: Procedure) -> None:
    assert tuple(procedure.words) == WORDS


@each_procedure
def test_every_entry_says_which_document_it_comes_from(procedure: Procedure) -> None:
    entries = (
        procedure.rules,
        procedure.policies,
        procedure.conditions,
        procedure.criteria,
        procedure.scoping_questions,
        procedure.scheduling_items,
    )
    citations = [each.citation for group in entries for each in group]
    for citation in [*citations, procedure.retention.citation]:
        assert "Bedfordshire LSCB 2007" in citation or "B&NES LSCB 2016" in citation


@each_procedure
def test_every_naming_policy_speaks_of_every_role(procedure: Procedure) -> None:
    for policy in procedure.policies:
        assert set(policy.treatments) == set(Role), policy.id


@each_procedure
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


@each_procedure
def test_the_terms_of_reference_have_thirteen_questions_and_six_items(
    procedure: Procedure,
) -> None:
    questions = [item.id for item in procedure.scoping_questions]
    assert questions == [f"q{number}" for number in range(1, 14)]
    assert [item.id for item in procedure.scheduling_items] == [f"s{n}" for n in range(1, 7)]


def test_bedfordshire_has_nine_guiding_questions() -> None:
    criteria = load_procedure("bedfordshire-2007").criteria
    assert len([each for each in criteria if each.group == "guide"]) == 9
    assert {each.group for each in criteria} == {"always", "all-of", "one-of", "guide"}


@each_procedure
def test_reports_stay_up_for_twelve_months_under_every_procedure(procedure: Procedure) -> None:
    assert procedure.retention.months == 12


@pytest.mark.parametrize(
    ("rule", "other"), [("T02", "T03"), ("T03", "T02"), ("T34", "T35"), ("T35", "T34")]
)
def test_where_the_source_contradicts_itself_each_rule_names_the_other(
    rule: str, other: str
) -> None:
    found = next(each for p in BOTH for each in p.rules if each.id == rule)
    assert other in found.note


def test_every_kind_of_event_has_words_for_it() -> None:
    assert set(EVENT_WORDS) == set(EventKind)


def test_an_unknown_procedure_is_answered_with_the_nearest_known_one() -> None:
    with pytest.raises(ProcedureError, match='Did you mean "bedfordshire-2007"'):
        load_procedure("bedfordshire-2006")


def test_an_unknown_policy_is_answered_with_the_nearest_known_one() -> None:
    with pytest.raises(ProcedureError, match='Did you mean "executive-summary"'):
        load_procedure("bnes-2016").policy("executive-sumary")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('id = "T01"', 'id = "T02"', "rule, T02: is there 2 times"),
        ('unit = "working_days"', 'unit = "moons"', "rule, T01, unit"),
        ('met_by = "consulted"', 'met_bye = "consulted"', "met_bye: is not a field"),
        ('start_rule = "T03"', 'start_rule = "T06"', "leads back to this rule"),
        ('start_rule = "T03"', 'start_rule = "T99"', 'there is no rule "T99"'),
        ('"csci", "dfes", "sha"', '"csci", "nhs"', '"nhs" is not one of the national bodies'),
        ("schedule.overview_due", "schedule.overview", "a case has no field"),
        ("quantity_min = 4", "quantity_min = 9", "quantity_min must be less"),
        ("quantity = 28\n", "", "a quantity of 0 does not fit days"),
        ('met_by = "consulted"\n', "", "nothing would meet it"),
        ('review_short = "SCR"', 'review_brief = "SCR"', '"review_short" is missing'),
        ('review_short = "SCR"', 'review_brief = "SCR"', '"review_brief" is not known'),
        ('child = "named"', 'child = "anonymous"', "policy, referral-and-letters"),
        ("months = 12", 'months = "many"', "retention, months"),
        ('rule = "T11"', 'rule = "T77"', 'condition, P05: there is no rule "T77"'),
        ('requirement = "', 'requirement = ""\nx = "', "is not a field"),
        ('id = "bedfordshire-2007"', 'id = "bedfordshire"', "The id is the name of the file"),
        ("[words]", "[words", "is not valid TOML"),
    ],
)
def test_each_fault_of_a_file_is_named_with_its_place(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    text = (PROCEDURES_FOLDER / "bedfordshire-2007.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "bedfordshire-2007.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ProcedureError) as raised:
        read_procedure(path)
    assert message in str(raised.value)


def test_all_faults_of_a_file_are_named_at_once(tmp_path: Path) -> None:
    text = (PROCEDURES_FOLDER / "bnes-2016.toml").read_text(encoding="utf-8")
    path = tmp_path / "bnes-2016.toml"
    path.write_text(text.replace('"working_days"', '"moons"'), encoding="utf-8")
    with pytest.raises(ProcedureError) as raised:
        read_procedure(path)
    assert len(raised.value.problems) == 3


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"id = 3\n[[rule]]\n", b"rule = 1"])
def test_a_broken_file_is_one_clear_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bnes-2016.toml"
    path.write_bytes(content)
    with pytest.raises(ProcedureError):
        read_procedure(path)

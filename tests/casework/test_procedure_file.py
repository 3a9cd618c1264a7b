"""The procedure files are read strictly, and every fault of one is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.procedure_file import PROCEDURES_FOLDER, load_procedure, read_procedure
from redaction.errors import ProcedureError


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
        ('"csci", "dfes", "sha"', '"csci", "nhs"', '"nhs" is not one of the bodies'),
        ("schedule.overview_due", "schedule.overview", "a case has no field"),
        ("quantity_min = 4", "quantity_min = 9", "quantity_min must be less"),
        ("quantity = 28\n", "", "a quantity of 0 does not fit days"),
        ('met_by = "consulted"\n', "", "nothing would meet it"),
        ('review_short = "SCR"', 'review_brief = "SCR"', '"review_short" is missing'),
        ('review_short = "SCR"', 'review_brief = "SCR"', '"review_brief" is not known'),
        ('child = "named"', 'child = "anonymous"', "policy, referral-and-letters"),
        ("months = 12", 'months = "many"', "retention, months"),
        ('rule = "T11"', 'rule = "T77"', 'condition, P05: there is no rule "T77"'),
        ('about = ["T02", "T03"]', 'about = ["T77"]', "conflict, C1: there is no rule, policy"),
        ('id = "scoped"', 'id = "contract"', "checklist_item, contract: is there 2 times"),
        ('fixes = ["panel"]', 'fixes = ["pannel"]', "checklist_item, panel: a case has no field"),
        ('term = "SAMR"', 'term = " "', "glossary_term,  : term is empty"),
        ("update_received = ", "update_recieved = ", 'Did you mean "update_received"'),
        ('met_by = "consulted"', 'met_by = "consultd"', 'Did you mean "consulted"'),
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

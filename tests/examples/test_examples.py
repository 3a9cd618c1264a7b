"""The invented boards and cases: complete, invented, and planted as they say."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from casework.load import load_case
from casework.schema import board_schema, case_schema
from desk.checking import case_checker
from desk.planted import Planted, finding_of, planted_identities
from redaction.read import read_file
from redaction.values import CheckResult, Verdict

EXAMPLES = Path(__file__).parents[2] / "examples"
CASE = EXAMPLES / "cases" / "2007-03"
SUMMARY = CASE / "received" / "executive-summary.docx"
PLANTED = planted_identities(EXAMPLES / "planted.toml")
TELEPHONE = re.compile(r"\b0\d{2,4} \d{3,4} ?\d{3,4}\b")
INVENTED_TELEPHONES = re.compile(r"01632 960\d{3}|020 7946 0\d{3}|07700 900\d{3}")
MAILBOX = re.compile(r"[\w.+-]+@[\w.-]+\w")


@pytest.fixture(scope="module")
def result() -> CheckResult:
    """The check of the careless summary."""
    return case_checker(CASE, "executive-summary").check(SUMMARY)


def test_the_case_holds_what_a_real_one_would() -> None:
    """A child, two siblings, parents, a grandparent, eleven professionals of six agencies."""
    case = load_case(CASE).case
    roles = sorted(member.role for member in case.family)
    assert roles == ["other_victim", "parent", "parent", "relative", "sibling", "sibling"]
    assert len(case.professionals) == 11
    assert len({worker.agency for worker in case.professionals}) == 6
    suffixes = sorted((CASE / "chronologies" / each.file).suffix for each in case.chronologies)
    assert suffixes == [".docx", ".docx", ".xlsx", ".xlsx"]
    assert all((CASE / "chronologies" / each.file).is_file() for each in case.chronologies)


@pytest.mark.parametrize("name", ["2007-03", "2016-05"])
def test_every_nhs_number_has_its_check_digit(name: str) -> None:
    """Numbers that look real where it matters, in the range that is never given out."""
    case = load_case(EXAMPLES / "cases" / name).case
    numbers = [
        each.value.replace(" ", "")
        for person in (case.child, *case.family)
        for each in person.identifiers
        if each.type == "NHS number"
    ]
    assert numbers
    for number in numbers:
        weighted = sum(int(digit) * (10 - at) for at, digit in enumerate(number[:9]))
        assert number.startswith("999")
        assert (11 - weighted % 11) % 11 == int(number[9])


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.id)
def test_each_planted_identity_stands_there_and_is_found(
    planted: Planted, result: CheckResult
) -> None:
    """It is in its part of the file, and the check blocks it there."""
    texts = [
        passage.text for passage in read_file(SUMMARY).passages if passage.part == planted.part
    ]
    assert any(planted.text in text for text in texts)
    finding = finding_of(planted, result)
    assert finding is not None
    assert finding.severity == "block"


def test_the_careless_summary_is_blocked(result: CheckResult) -> None:
    """It can't be published as it came."""
    assert result.verdict is Verdict.BLOCKED


def test_only_invented_telephones_and_mailboxes_occur() -> None:
    """Numbers reserved for drama, and a domain that no one can own."""
    readable = (path for path in EXAMPLES.rglob("*") if path.suffix in {".yaml", ".toml", ".md"})
    texts = [path.read_text("utf-8") for path in readable]
    for path in (*EXAMPLES.rglob("*.docx"), *EXAMPLES.rglob("*.xlsx")):
        with zipfile.ZipFile(path) as package:
            parts = [name for name in package.namelist() if name.endswith(".xml")]
            texts += [re.sub(r"<[^>]+>", " ", package.read(name).decode()) for name in parts]
    for text in texts:
        wrong = [found for found in TELEPHONE.findall(text) if not INVENTED_TELEPHONES.match(found)]
        assert wrong == []
        assert [box for box in MAILBOX.findall(text) if not box.endswith(".example")] == []


@pytest.mark.parametrize("name", ["case", "board"])
def test_the_schemas_that_editors_use_are_those_of_the_model(name: str) -> None:
    """An editor completes exactly the fields that the program knows."""
    written = {"case": case_schema(), "board": board_schema()}[name]
    assert (EXAMPLES / f"{name}.schema.json").read_text("utf-8") == written


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.yaml")), ids=lambda path: path.stem)
def test_every_example_names_its_schema_in_its_first_line(path: Path) -> None:
    """So that an editor finds it."""
    first = path.read_text("utf-8").splitlines()[0]
    reference = first.removeprefix("# yaml-language-server: $schema=")
    assert (path.parent / reference).is_file()

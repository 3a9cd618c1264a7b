"""The invented boards and cases: complete, invented, and planted as they say."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from casework.load import OpenCase, load_case
from casework.model import EventKind
from casework.people import protected_terms
from casework.schema import board_schema, case_schema
from casework.working_days import is_working_day
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
POSTCODE = re.compile(r"\b([A-Z]{1,2})\d[\dA-Z]? \d[A-Z]{2}\b")
INVENTED_AREAS = {"HM", "JQ", "QV", "QX", "XJ", "ZV", "ZZ"}
AT_ANY_HOUR = {EventKind.INCIDENT, EventKind.AWARE, EventKind.OTHER_CHILDREN_CONSIDERED}
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


def test_every_nhs_number_has_its_check_digit(all_opened: list[OpenCase]) -> None:
    """Numbers that look real where it matters, in the range that is never given out."""
    numbers = [
        each.value.replace(" ", "")
        for opened in all_opened
        for person in (opened.case.child, *opened.case.family)
        for each in person.identifiers
        if each.type == "NHS number"
    ]
    assert len(numbers) == len(set(numbers)) >= 10
    for number in numbers:
        weighted = sum(int(digit) * (10 - at) for at, digit in enumerate(number[:9]))
        assert number.startswith("999")
        assert (11 - weighted % 11) % 11 == int(number[9])


def test_events_stand_in_order_and_on_days_on_which_the_office_works(
    all_opened: list[OpenCase],
) -> None:
    """Only what happened to the child, and what was done at once, knows no weekend."""
    for opened in all_opened:
        days = [event.on for event in opened.case.events]
        assert days == sorted(days)
        office = [event for event in opened.case.events if event.kind not in AT_ANY_HOUR]
        assert [event for event in office if not is_working_day(event.on)] == []


def test_everyone_has_a_label_that_gives_nothing_away(all_opened: list[OpenCase]) -> None:
    """No one is without one, and no child's label is one of the child's initials."""
    for opened in all_opened:
        case = opened.case
        labels = {pseudonym.person: pseudonym.label for pseudonym in case.pseudonyms}
        people = {case.child.id, *(each.id for each in case.family)}
        people |= {each.id for each in case.professionals}
        assert people - set(labels) == set()
        child = case.child
        names = (child.full_name, *child.other_names, *child.known_as)
        initials = {part[0] for name in names for part in re.split(r"[ -]", name)}
        assert labels[child.id].split()[-1] not in initials


def test_what_anyone_may_read_of_a_case_names_no_one(all_opened: list[OpenCase]) -> None:
    """Findings, learning, actions and their response hold no name of the case."""
    for opened in all_opened:
        case = opened.case
        public = [case.family_contribution, *case.key_issues, case.publication.title]
        public += [case.publication.impact, case.publication.further_action]
        public += [case.publication.response, *case.publication.improvements]
        public += [part for point in case.learning for part in (point.point, point.action)]
        for made in case.recommendations:
            public += [made.text, *(f"{each.what} {each.progress}" for each in made.actions)]
        terms = protected_terms(opened)
        names = {part for person in terms.people for part in person.full_name.split()}
        names |= {*terms.schools, *terms.gp, *terms.hospitals, *terms.other_organisations}
        text = " ".join(public)
        assert [name for name in names if re.search(rf"\b{re.escape(name)}\b", text)] == []


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


def test_only_invented_telephones_postcodes_and_mailboxes_occur() -> None:
    """Numbers reserved for drama, areas without post, and a domain that no one can own."""
    readable = (path for path in EXAMPLES.rglob("*") if path.suffix in {".yaml", ".toml", ".md"})
    texts = [path.read_text("utf-8") for path in readable]
    for path in (*EXAMPLES.rglob("*.docx"), *EXAMPLES.rglob("*.xlsx")):
        with zipfile.ZipFile(path) as package:
            parts = [name for name in package.namelist() if name.endswith(".xml")]
            texts += [re.sub(r"<[^>]+>", " ", package.read(name).decode()) for name in parts]
    for text in texts:
        wrong = [found for found in TELEPHONE.findall(text) if not INVENTED_TELEPHONES.match(found)]
        assert wrong == []
        assert set(POSTCODE.findall(text)) <= INVENTED_AREAS
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

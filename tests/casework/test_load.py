"""Loading a case: what a good file gives, and that every problem is reported at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from casework.load import load_board, load_case, readable
from redaction.errors import CaseError

WriteCase = Callable[..., Path]

REFERENCE = "reference: 2007-09"
"""The first line of the case, before which a test may put more."""


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(CaseError) as caught:
        load_case(folder)
    return [str(problem) for problem in caught.value.problems]


def test_a_case_opens_by_its_folder_or_its_file(write_case: WriteCase) -> None:
    """The folder and its case.yaml give the same open case, with board and procedure."""
    folder = write_case()
    opened = load_case(folder)
    assert opened == load_case(folder / "case.yaml")
    assert opened.case.child.date_of_birth == date(2006, 11, 9)
    assert opened.board.short_name == "Fenmarket LSCB"
    assert opened.procedure.id == "bedfordshire-2007"
    assert opened.register_path == folder / "register.db"
    assert opened.documents_folder == folder / "documents"
    assert opened.received_folder == folder / "received"


def test_values_stay_as_typed(write_case: WriteCase) -> None:
    """Numbers keep leading noughts, and a surname Null or a name No stays a name."""
    folder = write_case(
        ("surname: Thorne", "surname: Null\n    telephone: 01632960100"),
        ("surname: Mbeki-Thorne", "surname: No\n  gender:\n  address: [0x10, 1_000]"),
    )
    case = load_case(folder).case
    assert case.family[0].surname == "Null"
    assert case.family[0].telephone == "01632960100"
    assert case.child.surname == "No"
    assert case.child.address == ["0x10", "1_000"]
    assert case.child.gender == ""


def test_the_case_procedure_goes_before_the_board_procedure(write_case: WriteCase) -> None:
    """A case that names a procedure runs under it."""
    folder = write_case((REFERENCE, "procedure: bnes-2016\n" + REFERENCE))
    assert load_case(folder).procedure.id == "bnes-2016"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "date_of_birth: 2006-11-09",
            "date_of_birth: 31/02/2007",
            'case.yaml: child.date_of_birth, line 6: "31/02/2007" is not a date. '
            "Write it as 2007-02-28 if the month's last day is meant",
        ),
        (
            "date_of_death: 2007-03-07",
            "date_of_death: 9/11/2006",
            'case.yaml: child.date_of_death, line 7: "9/11/2006" is not a date. '
            "Write it as 2006-11-09",
        ),
        (
            "on: 2007-03-08",
            'on: "9th November 2006"',
            'case.yaml: events[item 1].on, line 19: "9th November 2006" is not a date. '
            "Write it as 2006-11-09",
        ),
        (
            "on: 2007-03-08",
            "on: 1163030400",
            'case.yaml: events[item 1].on, line 19: "1163030400" is not a date. '
            "Write the year, the month and the day, such as 2006-11-09",
        ),
        (
            "on: 2007-03-08",
            "on: 2007-03-08, at: 2.30pm",
            'case.yaml: events[item 1].at, line 19: "2.30pm" is not a time of day. '
            "Write it as 14:30",
        ),
        (
            "role: parent",
            "roll: parent",
            'case.yaml: family[item 1].roll, line 11: there is no field called "roll" here. '
            'Perhaps "role" was meant',
        ),
        (
            "role: parent",
            "role: Parents",
            'case.yaml: family[item 1].role, line 11: "Parents" is not one of the choices. '
            'Perhaps "parent" was meant',
        ),
        (
            "    relation: mother\n",
            "",
            "case.yaml: family[item 1].relation, line 9: is needed and not filled in. "
            'Add a line "relation: …"',
        ),
        (
            "  first_name: Ivy",
            "  first_name:",
            "case.yaml: child.first_name, line 4: is needed and not filled in. Fill it in",
        ),
        (
            "id: mother",
            "id: Ivy's Mum",
            "case.yaml: family[item 1].id, line 9: \"Ivy's Mum\" can't be used here. "
            "Use small letters, digits and hyphens only, such as ivy-s-mum",
        ),
        (
            "role: parent",
            "role: parent\n    write_to: perhaps",
            'case.yaml: family[item 1].write_to, line 12: "perhaps" is neither yes nor no. '
            "Write yes or no",
        ),
        (
            "role: parent",
            "role: parent\n    address: 1 Example Street",
            "case.yaml: family[item 1].address, line 12: should be a list. "
            'Write each entry on a line of its own that begins with "- "',
        ),
        (
            "role: parent",
            "role: parent\n    known_as: [Sersh, ~]",
            "case.yaml: family[item 1].known_as[item 2], line 12: is blank. "
            "Fill it in, or delete the line",
        ),
        (
            "role: parent",
            "role: parent\n    gender: [woman]",
            "case.yaml: family[item 1].gender, line 12: should be one piece of text. "
            "Write the text on the line, after the field's name",
        ),
        (
            "terms_of_reference:",
            "terms_of_reference:\n  version: two",
            'case.yaml: terms_of_reference.version, line 21: "two" is not a whole number. '
            "Write digits only, such as 2",
        ),
        (
            "terms_of_reference:",
            "terms_of_reference:\n  version: 0",
            'case.yaml: terms_of_reference.version, line 21: "0" is too small. Write 1 or more',
        ),
    ],
)
def test_a_wrong_value_is_named_with_place_line_and_remedy(
    write_case: WriteCase, old: str, new: str, expected: str
) -> None:
    """One wrong value gives one problem, in an administrator's words."""
    assert problems_of(write_case((old, new))) == [expected]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("agency: health}", "agency: helth}", '"helth" is not an agency of the board. Perhaps'),
        ("agency: police}", "agency: fire}", '"fire" is not an agency of the board'),
        ("agency: police}", "to: [csci, ofsted]}", 'to[item 2], line 19: "ofsted" is not a nation'),
        (
            REFERENCE,
            "recommendations: [{number: 1, text: x, actions: [{what: x, who: y, agency: polis,"
            " by_when: 2008-01-01}]}]\n" + REFERENCE,
            '"polis" is not an agency of the board',
        ),
        (
            REFERENCE,
            "national_requests: [{body: csi, on: 2008-01-01, about: x}]\n" + REFERENCE,
            '"csi" is not a national body of the procedure',
        ),
        (
            REFERENCE,
            "cross_border: {board: fenshire}\n" + REFERENCE,
            '"fenshire" is not a neighbouring board',
        ),
        ("agency: police}", "person: father}", '"father" is not the id of a person in this file'),
        ("person: child", "person: kid", 'pseudonyms[item 1].person, line 17: "kid" is not the id'),
        (
            "pseudonyms:",
            "pseudonyms:\n  - {person: mother, label: Child W}",
            '"Child W" stands on line 17 already. Give each person a label of their own',
        ),
        ("id: health-visitor", "id: mother", '"mother" stands on line 9 already'),
        ("id: health-visitor", "id: child", '"child" is the id of the child'),
        ("date_of_death: 2007-03-07", "date_of_death: 2006-03-07", "is before date_of_birth"),
        ("period_to: 2007-03-07", "period_to: 2005-03-07", "is before period_from"),
        (
            REFERENCE,
            "agencies: [{agency: gp}]\n" + REFERENCE,
            '"gp" is not an agency',
        ),
        (
            REFERENCE,
            "chronologies: [{agency: gp, file: a.docx}]\n" + REFERENCE,
            '"gp" is not an agency',
        ),
        (
            REFERENCE,
            "chronologies: [{agency: police, file: ../../a.docx}]\n" + REFERENCE,
            '"../../a.docx" is not in the case',
        ),
        (
            REFERENCE,
            "recommendations: [{number: 1, text: Talk, agency: gp}]\n" + REFERENCE,
            '"gp" is not an agency',
        ),
        (
            REFERENCE,
            "criteria: [{criterion: boredom, met: no, evidence: None}]\n" + REFERENCE,
            '"boredom" is not a criterion of this procedure',
        ),
        (
            REFERENCE,
            "waivers: [{rule: T0, agreed_by: Chair, on: 2007-05-01, reason: Court}]\n" + REFERENCE,
            '"T0" is not a time limit of this procedure. Perhaps "T0',
        ),
        (
            "terms_of_reference:",
            "terms_of_reference:\n  answers: {q99: Yes}",
            '"q99" is not a question of the terms of reference of this procedure',
        ),
        (
            REFERENCE,
            "procedure: bedfordshire\n" + REFERENCE,
            '"bedfordshire" is not known',
        ),
    ],
)
def test_parts_that_do_not_fit_together_are_named(
    write_case: WriteCase, old: str, new: str, expected: str
) -> None:
    """A reference to nothing, a repeat or a reversed period is one problem."""
    (problem,) = problems_of(write_case((old, new)))
    assert expected in problem


def test_an_event_may_have_gone_to_a_partner_board(write_case: WriteCase) -> None:
    """A joint review is endorsed by both boards, each named in an event's ``to``."""
    folder = write_case(
        ("reference: 2007-09", "reference: 2007-09\npartner_boards: [fenshire-lscb]"),
        (
            "{kind: aware, on: 2007-03-08, agency: police}",
            "{kind: endorsed, on: 2007-08-22, to: [fenshire-lscb]}",
        ),
    )
    assert load_case(folder).case.events[0].to == ["fenshire-lscb"]


@pytest.mark.parametrize(
    ("added", "procedure", "problem"),
    [
        ("", "bnes-2019-wt2018", "kind: Bath and North East Somerset procedures 2019"),
        ("kind: near_miss_review", "bnes-2016", "Process, 2016 knows no near miss review"),
        (
            'decision: {outcome: multi_agency_review, reasons: r, by: c, on: "2007-04-20"}',
            "bedfordshire-2007",
            "decision.outcome, line 2: Bedfordshire Serious Case Review Process, 2007 knows no",
        ),
        ("kind: local_child_safeguarding_practice_review", "bnes-2019-wt2018", ""),
        (
            'decision: {outcome: other_review, reasons: r, by: c, on: "2007-04-20"}',
            "bedfordshire-2007",
            "",
        ),
        ("kind: multi_agency_review", "wt2023", ""),
    ],
)
def test_a_review_that_the_procedure_does_not_know_is_a_problem(
    write_case: WriteCase, added: str, procedure: str, problem: str
) -> None:
    """Else none of its rules would apply, and no one would notice."""
    folder = write_case(
        ("reference: 2007-09", f"reference: 2007-09\n{added}"),
        board=(("procedure: bedfordshire-2007", f"procedure: {procedure}"),),
    )
    if not problem:
        assert load_case(folder).procedure.id == procedure
        return
    with pytest.raises(CaseError) as caught:
        load_case(folder)
    (found,) = caught.value.problems
    assert problem in str(found)


def test_every_problem_of_case_and_board_comes_at_once(write_case: WriteCase) -> None:
    """Wrong form, wrong values, wrong references and the board's problems: one list, by line."""
    folder = write_case(
        ("surname: Thorne", "surname: Thorne\n    surname: Thorn"),
        ("  first_name: Ivy\n", ""),
        ("agency: health}", "agency: helth}"),
        ("period_from: 2006-11-09", "period_from: soon"),
        board=(
            ("email: office@fenmarket-lscb.example\n", "emial: x\n"),
            ("id: health", "id: police"),
        ),
    )
    found = problems_of(folder)
    assert [problem.split(":")[0] for problem in found] == ["case.yaml"] * 4 + [
        "fenmarket.yaml"
    ] * 3
    for expected in (
        "child.first_name, line 3: is needed",
        "surname, line 13: is given twice, on lines 12 and 13",
        '"helth" is not an agency',
        'period_from, line 21: "soon" is not a date',
        'emial, line 6: there is no field called "emial" here. Perhaps "email" was meant',
        'agencies[item 2].id, line 15: "police" stands on line 11 already',
    ):
        assert any(expected in problem for problem in found), expected


def test_a_missing_board_is_reported_beside_the_rest(write_case: WriteCase) -> None:
    """The field that names the board is the place of the problem."""
    folder = write_case(("boards/fenmarket", "boards/fen"), ("on: 2007-03-08", "on: then"))
    first, second = problems_of(folder)
    assert "case.yaml: events[item 1].on" in first
    assert "case.yaml: board, line 2: the board's profile ../boards/fen.yaml is not there" in second


def test_a_problem_never_repeats_pages_of_text(write_case: WriteCase) -> None:
    """What a field holds, or is called, is cut short in messages."""
    folder = write_case(
        ("boards/fenmarket", "boards/" + "x" * 9000), ("role: parent", f"r{'o' * 900}le: parent")
    )
    assert max(len(problem) for problem in problems_of(folder)) < 600


def test_the_board_profile_alone_reports_its_problems(tmp_path: Path) -> None:
    """load_board names file, field and line, and an unknown procedure."""
    path = tmp_path / "board.yaml"
    path.write_text("name: X\nprocedure: bnes\naccent_colour: blue\n", encoding="utf-8")
    with pytest.raises(CaseError) as caught:
        load_board(path)
    text = str(caught.value)
    assert 'board.yaml: accent_colour, line 3: "blue" is not a colour' in text
    assert 'board.yaml: procedure, line 2: "bnes" is not known' in text
    assert 'board.yaml: chair: is needed and not filled in. Add a line "chair: …"' in text


def test_a_folder_without_a_case_says_so(tmp_path: Path) -> None:
    """A wrong folder is one clear problem."""
    with pytest.raises(CaseError, match=r"holds no case\.yaml"):
        load_case(tmp_path)
    with pytest.raises(CaseError, match="is not there"):
        load_case(tmp_path / "nowhere")


def test_an_invalid_case_is_readable_and_a_missing_or_broken_one_is_not(
    write_case: WriteCase, tmp_path: Path
) -> None:
    """So that a front door can tell a wrong case from a wrong path."""
    folder = write_case(("  first_name: Ivy", "  frist_name: Ivy"))
    readable(folder)
    with pytest.raises(CaseError):
        readable(tmp_path)
    for content in (b"PK\0\0", b"", b"child: 'never closed"):
        (folder / "case.yaml").write_bytes(content)
        with pytest.raises(CaseError):
            readable(folder)

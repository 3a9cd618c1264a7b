"""What a naming policy makes of what was found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from redaction.allowed import AllowedWords
from redaction.check import Checker
from redaction.decide import findings, judge, numbered
from redaction.detect.detection import Certainty, Detection
from redaction.policy import STRICT
from redaction.values import (
    Category,
    Finding,
    NamingPolicy,
    Passage,
    ProtectedTerms,
    Role,
    Severity,
    Treatment,
)

_BODY = Passage("He met Dr Rhoswen Tamblyn there", "body", "document.xml")


def _person(start: int, end: int, **fields: object) -> Detection:
    known: dict[str, object] = {
        "entity": "CASE_PERSON",
        "category": Category.PERSON,
        "weight": Severity.BLOCK,
        "recogniser": "names",
        "reason": "a surname of a parent",
        "suggestion": "Mother",
        "roles": (Role.PARENT,),
    }
    return Detection(start=start, end=end, **{**known, **fields})  # type: ignore[arg-type]


def _policy(public: bool = True, **treatments: Treatment) -> NamingPolicy:
    roles = {Role(role): treatment for role, treatment in treatments.items()}
    return NamingPolicy("report", "overview report", "para 8.3", public, roles)


@pytest.mark.parametrize(
    ("treatment", "severity"),
    [
        (Treatment.NAMED, Severity.NOTE),
        (Treatment.REQUIRED, Severity.NOTE),
        (Treatment.PSEUDONYM, Severity.BLOCK),
        (Treatment.INITIALS, Severity.BLOCK),
        (Treatment.ROLE_ONLY, Severity.BLOCK),
    ],
)
def test_a_name_is_blocked_unless_its_role_may_be_named(
    treatment: Treatment, severity: Severity
) -> None:
    """The reason says which policy, with its citation, in either case."""
    judged = judge(_person(7, 25), _policy(parent=treatment), hidden=False)
    assert judged.severity is severity
    assert "“overview report” (para 8.3)" in "; ".join(judged.reasons)


def test_a_role_that_a_policy_does_not_mention_may_not_be_named() -> None:
    """What a policy is silent about is not allowed."""
    assert judge(_person(7, 25), _policy(), hidden=False).severity is Severity.BLOCK


def test_a_name_that_may_be_two_peoples_needs_permission_for_both() -> None:
    """A surname of a named reviewer and of a parent is blocked."""
    shared = _person(7, 25, roles=(Role.REVIEWER, Role.PARENT))
    policy = _policy(reviewer=Treatment.NAMED)
    assert judge(shared, policy, hidden=False).severity is Severity.BLOCK


def test_initials_are_allowed_where_the_policy_asks_for_initials(
    terms: ProtectedTerms, reviewer_named: NamingPolicy
) -> None:
    """Initials of a professional stay; the whole name is blocked."""
    checker = Checker(terms, reviewer_named)
    text = "Seen by P.Z. on Monday, then by Parveen Zaidan."
    found = checker.look([Passage(text, "body", "")])
    assert [(each.text, each.severity) for each in found] == [
        ("P.Z", Severity.NOTE),
        ("Parveen Zaidan", Severity.BLOCK),
    ]


@pytest.mark.parametrize(
    ("category", "certainty", "weight", "severity"),
    [
        (Category.CODE, Certainty.SURE, Severity.REVIEW, Severity.BLOCK),
        (Category.PERSON, Certainty.SURE, Severity.REVIEW, Severity.BLOCK),
        (Category.PERSON, Certainty.DOUBTFUL, Severity.REVIEW, Severity.REVIEW),
        (Category.ORG, Certainty.SURE, Severity.REVIEW, Severity.REVIEW),
        (Category.DATE, Certainty.SURE, Severity.NOTE, Severity.NOTE),
    ],
)
def test_what_a_reader_would_not_see_is_judged_harder(
    category: Category, certainty: Certainty, weight: Severity, severity: Severity
) -> None:
    """Identities in hidden content are blocked, whoever they belong to."""
    stranger = _person(7, 25, category=category, certainty=certainty, weight=weight, roles=())
    judged = judge(stranger, STRICT, hidden=True)
    assert judged.severity is severity
    assert ("anyone who opens the file" in "; ".join(judged.reasons)) is (
        severity is not Severity.NOTE
    )


def test_overlapping_detections_become_one_finding() -> None:
    """The most serious leads; the whole stretch and all recognisers are kept."""
    doctor = _person(
        7, 17, entity="TITLED_NAME", weight=Severity.REVIEW, recogniser="titles",
        reason="someone named with a title", suggestion="[name]", roles=(),
    )  # fmt: skip
    (found,) = findings([_BODY], [[doctor, _person(10, 25)]], STRICT, AllowedWords({}))
    assert (found.text, found.start, found.end) == ("Dr Rhoswen Tamblyn", 7, 25)
    assert (found.severity, found.suggestion) == (Severity.BLOCK, "Mother")
    assert found.recognisers == ("names", "titles")
    assert all("title" not in reason for reason in found.reasons)


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("Mr Fanshawe", True),
        ("Dr Fanshawe's", True),
        ("Mrs Fennick", False),
        ("Mr Fanshawe-Fennick", False),
    ],
)
def test_a_title_before_someone_who_may_be_named_makes_no_stranger(text: str, stays: bool) -> None:
    """The reviewer with a title is still the reviewer; with another name, someone else."""
    reviewer = "Fanshawe" in text
    start = text.index("F")
    known = [_person(start, start + 8, roles=(Role.REVIEWER,))] if reviewer else []
    stranger = _person(0, len(text), roles=(), weight=Severity.REVIEW)
    policy = _policy(reviewer=Treatment.NAMED)
    (found,) = findings([Passage(text, "a", "")], [[stranger, *known]], policy, AllowedWords({}))
    assert (found.severity is Severity.NOTE) is stays


def test_detections_side_by_side_stay_two_findings() -> None:
    """Two names that only touch are two."""
    found = findings([_BODY], [[_person(10, 17), _person(17, 25)]], STRICT, AllowedWords({}))
    assert [(each.start, each.end) for each in found] == [(10, 17), (17, 25)]


def test_a_word_the_board_allows_is_a_note_with_its_reason() -> None:
    """The board’s own words silence a doubt, in any case and spacing."""
    stranger = _person(7, 25, roles=(), weight=Severity.REVIEW)
    allowed = {"dr  rhoswen TAMBLYN": "a public figure"}
    (found,) = findings([_BODY], [[stranger]], STRICT, AllowedWords(allowed))
    assert found.severity is Severity.NOTE
    assert found.reasons[-1] == "allowed by the board: a public figure"


def test_no_allowed_word_silences_a_protected_term() -> None:
    """A name of the case stays blocked whatever the board allows."""
    allowed = {"Dr Rhoswen Tamblyn": "a slip"}
    (found,) = findings([_BODY], [[_person(7, 25)]], STRICT, AllowedWords(allowed))
    assert found.severity is Severity.BLOCK


def test_findings_are_numbered_by_severity_then_place() -> None:
    """F1 is the first of the most serious."""
    plain = Finding("", Category.PERSON, Severity.NOTE, "a", 0, 1, "body", "", False, (), ())
    rows = [
        (Severity.NOTE, 0, 0),
        (Severity.BLOCK, 1, 9),
        (Severity.REVIEW, 0, 5),
        (Severity.BLOCK, 1, 2),
        (Severity.BLOCK, 0, 7),
    ]
    made = [_at(plain, *row) for row in rows]
    assert [
        (each.id, each.severity.value, each.passage, each.start) for each in numbered(made)
    ] == [
        ("F1", "block", 0, 7),
        ("F2", "block", 1, 2),
        ("F3", "block", 1, 9),
        ("F4", "review", 0, 5),
        ("F5", "note", 0, 0),
    ]


def _at(finding: Finding, severity: Severity, passage: int, start: int) -> Finding:
    return replace(finding, severity=severity, passage=passage, start=start, end=start + 1)


def test_a_finding_in_a_long_text_tells_its_line() -> None:
    """An author finds line 3 of a text file; a paragraph has no lines to count."""
    text = "one\r\ntwo\nRhoswen"
    where = [Passage(text, "text", ""), Passage("Rhoswen", "body, paragraph 1", "")]
    seen = [[_person(text.index("R"), len(text))], [_person(0, 7)]]
    assert [each.line for each in findings(where, seen, STRICT, AllowedWords({}))] == [3, 0]

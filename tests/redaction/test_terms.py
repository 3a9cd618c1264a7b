"""The file of protected terms: written, read back, and refused with every fault told."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redaction.errors import RedactionError
from redaction.terms import MOST_BYTES, TermsFile, load_terms, terms_json
from redaction.values import Identifier, ProtectedPerson, ProtectedTerms, Role

_texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
_days = st.none() | st.dates()
_people = st.builds(
    ProtectedPerson,
    id=_texts,
    role=st.sampled_from(Role),
    full_name=_texts,
    known_as=st.lists(_texts, max_size=2).map(tuple),
    date_of_birth=_days,
    date_of_death=_days,
    label=_texts,
)
_names = st.lists(_texts, max_size=2).map(tuple)
_terms = st.builds(
    ProtectedTerms,
    people=st.lists(_people, max_size=3).map(tuple),
    addresses=_names,
    schools=_names,
    gp=_names,
    hospitals=_names,
    other_organisations=_names,
    identifiers=st.lists(st.builds(Identifier, _texts, _texts, _texts), max_size=2).map(tuple),
)


def _file(folder: Path, content: object) -> Path:
    path = folder / "terms.json"
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text, encoding="utf-8")
    return path


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(terms=_terms, procedure=st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_what_is_written_is_read_back(
    tmp_path: Path, terms: ProtectedTerms, procedure: str
) -> None:
    """Everything survives: accents, quotes, control characters, missing dates."""
    path = _file(tmp_path, terms_json(terms, procedure))
    assert load_terms(path) == TermsFile(terms, procedure)


def test_the_file_has_the_keys_that_others_rely_on(terms: ProtectedTerms) -> None:
    """Names, order and dates as the contract says."""
    written = json.loads(terms_json(terms, "bnes-2016"))
    assert list(written) == [
        "procedure", "people", "addresses", "schools", "gp", "hospitals",
        "other_organisations", "identifiers",
    ]  # fmt: skip
    assert list(written["people"][0])[:5] == [
        "id", "role", "full_name", "known_as", "date_of_birth",
    ]  # fmt: skip
    assert [each["date_of_birth"] for each in written["people"][:2]] == ["2006-11-09", None]
    assert list(written["identifiers"][0]) == ["type", "value", "person"]


def test_every_key_may_be_missing(tmp_path: Path) -> None:
    """An empty object protects nothing; a person needs no more than a name."""
    assert load_terms(_file(tmp_path, {})) == TermsFile(ProtectedTerms())
    (person,) = load_terms(_file(tmp_path, {"people": [{"full_name": "Ama Quill"}]})).terms.people
    assert person == ProtectedPerson("person-1", Role.FAMILY, "Ama Quill")


def test_null_says_no_more_than_a_missing_key(tmp_path: Path) -> None:
    """As other programs write what they don't know."""
    path = tmp_path / "terms.json"
    path.write_text(
        '{"people": [{"full_name": "Oona Lark", "role": null, "known_as": null}], "gp": null,'
        ' "identifiers": [{"type": null, "value": "AB 1", "person": null}]}'
    )
    terms = load_terms(path).terms
    assert [person.full_name for person in terms.people] == ["Oona Lark"]
    assert [each.value for each in terms.identifiers] == ["AB 1"]


def test_further_keys_are_ignored(tmp_path: Path) -> None:
    """A file of another program may say more than we read."""
    more = {"version": 3, "people": [{"full_name": "Ama Quill", "shoe_size": 4}], "notes": {"a": 1}}
    assert [each.full_name for each in load_terms(_file(tmp_path, more)).terms.people] == [
        "Ama Quill"
    ]


@pytest.mark.parametrize(
    ("word", "role", "label"),
    [
        ("child", Role.CHILD, ""),
        ("professional", Role.PROFESSIONAL, ""),
        ("other_victim", Role.OTHER_VICTIM, ""),
        ("OTHER VICTIM", Role.OTHER_VICTIM, ""),
        ("mother", Role.PARENT, "Mother"),
        ("Father", Role.PARENT, "Father"),
        ("step-father", Role.PARENT, "Step-father"),
        ("half-sister", Role.SIBLING, "Half-sister"),
        ("maternal grandmother", Role.FAMILY, "Maternal Grandmother"),
        ("mother's partner", Role.PARENT, "Mother's Partner"),
        ("subject child", Role.CHILD, "Subject Child"),
        ("social worker", Role.PROFESSIONAL, "Social Worker"),
        ("social_worker", Role.PROFESSIONAL, "Social Worker"),
        ("health visitor", Role.PROFESSIONAL, "Health Visitor"),
        ("police officer", Role.PROFESSIONAL, "Police Officer"),
        ("GP", Role.PROFESSIONAL, "GP"),
        ("chief officer", Role.PANEL, "Chief Officer"),
        ("panel chair", Role.PANEL, "Panel Chair"),
        ("independent author", Role.REVIEWER, "Independent Author"),
        ("", Role.FAMILY, ""),
    ],
)
def test_a_role_may_be_told_in_free_words(
    tmp_path: Path, word: str, role: Role, label: str
) -> None:
    """Plain words for roles are understood and can stand for the person."""
    path = _file(tmp_path, {"people": [{"full_name": "Ama Quill", "role": word}]})
    (person,) = load_terms(path).terms.people
    assert (person.role, person.label) == (role, label)


def test_two_people_of_the_same_words_get_numbers(tmp_path: Path) -> None:
    """Two social workers are not the same one."""
    people = [{"full_name": f"Ama {name}", "role": "social worker"} for name in ("Quill", "Reed")]
    loaded = load_terms(_file(tmp_path, {"people": people})).terms.people
    assert [each.label for each in loaded] == ["Social Worker 1", "Social Worker 2"]


def test_every_fault_is_told_with_its_place_and_without_its_value(tmp_path: Path) -> None:
    """Wrong types anywhere: one error lists each place; none of it repeats what stands there."""
    path = _file(
        tmp_path,
        {
            "people": [
                {"full_name": ["Secretname"]},
                {"full_name": "Ama", "date_of_birth": "31/02/2007"},
                {"role": "mother"},
                "Secretname",
            ],
            "addresses": "12 Secretname Road",
            "schools": [{"name": "Secretname"}],
            "identifiers": [{"value": ""}],
        },
    )
    with pytest.raises(RedactionError) as raised:
        load_terms(path)
    places = [problem.place for problem in raised.value.problems]
    assert places == [
        "terms.json, people.0.full_name",
        "terms.json, people.1.date_of_birth",
        "terms.json, people.2.full_name",
        "terms.json, people.3",
        "terms.json, addresses",
        "terms.json, schools.0",
        "terms.json, identifiers.0.value",
    ]
    assert all(problem.remedy for problem in raised.value.problems)
    for secret in ("Secretname", "31/02", "Ama"):
        assert secret not in str(raised.value)


@pytest.mark.parametrize(
    "content",
    ["", "not json", '{"people": ', "[]", "null", '"text"', "[" * 100_000, '{"people": {"a": 1}}'],
    ids=["empty", "prose", "cut off", "list", "null", "string", "deep", "wrong shape"],
)
def test_what_is_no_terms_file_is_one_clear_error(tmp_path: Path, content: str) -> None:
    """No traceback, whatever the file holds."""
    with pytest.raises(RedactionError, match=r"terms\.json"):
        load_terms(_file(tmp_path, content))


def test_bytes_that_are_no_text_are_one_clear_error(tmp_path: Path) -> None:
    """A Word file given by mistake."""
    path = tmp_path / "terms.json"
    path.write_bytes(b"PK\x03\x04\xff\xfe\x00")
    with pytest.raises(RedactionError, match="is not JSON"):
        load_terms(path)


def test_a_missing_and_a_huge_file_are_clear_errors(tmp_path: Path) -> None:
    """Neither is read."""
    with pytest.raises(RedactionError, match="can't be read"):
        load_terms(tmp_path / "absent.json")
    with pytest.raises(RedactionError, match="can't be read"):
        load_terms(tmp_path)
    with pytest.raises(RedactionError, match="too large"):
        load_terms(_file(tmp_path, " " * (MOST_BYTES + 1)))


def test_a_date_is_a_date(tmp_path: Path) -> None:
    """ISO dates only; null is no date."""
    people = [{"full_name": "Ama", "date_of_birth": "2006-11-09", "date_of_death": None}]
    (person,) = load_terms(_file(tmp_path, {"people": people})).terms.people
    assert (person.date_of_birth, person.date_of_death) == (date(2006, 11, 9), None)

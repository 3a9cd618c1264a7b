"""Who and what is protected: everyone and everything of the case that identifies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from casework.load import load_case
from casework.people import REFERRER_ID, protected_terms
from redaction.values import Identifier, ProtectedPerson, ProtectedTerms, Role

CHILD = """  surname: Mbeki-Thorne
  other_names: [Rose, Ann]
  former_names: [Ivy Lovage]
  known_as: [Vee]
  address: [3 Sedge Row, Fenmarket, ZZ1 2ZZ]
  previous_addresses: [[8 Eel Walk, Fenmarket], [3 Sedge Row, Fenmarket, ZZ1 2ZZ]]
  school: Reedbed Nursery
  gp: Sluice Road Surgery
  hospital: Fen Infirmary
  regulated_setting: Little Otters
  telephone: 07700 900123
  identifiers: [{type: NHS number, value: 999 000 0018}]"""
FAMILY = """    surname: Thorne
    school: Reedbed Nursery
    date_of_birth: 1980-02-29
  - {id: brother, relation: brother, role: sibling, first_name: Kit, surname: Thorne}
  - {id: nan, relation: grandmother, first_name: Efua, surname: Mbeki}
  - {id: friend, relation: friend, role: other_victim, first_name: Marek, surname: Vane}"""
REVIEW = """reference: 2007-09
referral:
  name: Mrs. Delia Okpara, Ward Sister
  address: [Fen Infirmary, Fenmarket]
  telephone: 01632 960111
  email: d.okpara@fen-infirmary.example
reviewer: {name: Professor Hamza Quill}
link_person: {name: Beatriz Lamb, post: Administrator}
panel:
  - {name: Detective Superintendent Rhys Kaur, post: Superintendent, organisation: Police}
  - {name: Winifred Achebe, post: Chair, organisation: Board}
agencies:
  - {agency: police, samr_author: "Yusuf Pike, Review Officer", contact: "Duty Desk, 01632 960120"}
  - {agency: health, samr_author: Ngozi Partridge, contact: "Tamsin Abara, 01632 960130"}
chronologies:
  - {agency: police, file: police.docx, completed_by: Yusuf Pike}"""


@pytest.fixture
def terms(write_case: Callable[..., Path]) -> ProtectedTerms:
    """The protected terms of a case in which every source of terms is filled in."""
    folder = write_case(
        ("  surname: Mbeki-Thorne", CHILD),
        ("    surname: Thorne", FAMILY),
        ("reference: 2007-09", REVIEW),
        ("name: Ngozi Partridge,", "name: Dr Ngozi Partridge, initials: NP, known_as: [Zi],"),
    )
    return protected_terms(load_case(folder))


def test_the_child_is_protected_by_every_form_of_the_name(terms: ProtectedTerms) -> None:
    """First, other, former and known names, dates and the label."""
    assert terms.people[0] == ProtectedPerson(
        id="child",
        role=Role.CHILD,
        full_name="Ivy Mbeki-Thorne",
        known_as=("Ivy Rose Ann Mbeki-Thorne", "Rose", "Ann", "Ivy Lovage", "Vee"),
        date_of_birth=date(2006, 11, 9),
        date_of_death=date(2007, 3, 7),
        label="Child W",
    )


def test_everyone_is_there_once_in_the_role_that_protects_most(terms: ProtectedTerms) -> None:
    """Titles and posts are no part of a name; a team is no person."""
    assert [(person.id, person.role.value, person.full_name) for person in terms.people[1:]] == [
        ("mother", "parent", "Saoirse Thorne"),
        ("brother", "sibling", "Kit Thorne"),
        ("nan", "family", "Efua Mbeki"),
        ("friend", "other_victim", "Marek Vane"),
        ("health-visitor", "professional", "Ngozi Partridge"),
        (REFERRER_ID, "referrer", "Delia Okpara"),
        ("case/reviewer", "reviewer", "Hamza Quill"),
        ("police/samr-author", "panel", "Yusuf Pike"),
        ("case/panel-1", "panel", "Rhys Kaur"),
        ("case/panel-2", "panel", "Winifred Achebe"),
        ("case/link-person", "panel", "Beatriz Lamb"),
        ("board/business-manager", "panel", "Tariq Lindqvist"),
        ("board/administrator", "panel", "Bronwen Mistry"),
        ("police/chief-officer", "panel", "Oluwaseun Hart"),
        ("health/chief-officer", "panel", "Agnieszka Rowe"),
        ("health/contact", "professional", "Tamsin Abara"),
    ]


def test_a_professionals_initials_alone_are_no_term(terms: ProtectedTerms) -> None:
    """Two letters would be found everywhere."""
    (professional,) = (person for person in terms.people if person.id == "health-visitor")
    assert professional.known_as == ("Zi",)
    assert not any(
        len(name) < 3 for person in terms.people for name in person.known_as if name != "Zi"
    )


def test_places_and_identifiers_are_protected(terms: ProtectedTerms) -> None:
    """Each once; each number with its person."""
    assert terms.addresses == (
        "3 Sedge Row, Fenmarket, ZZ1 2ZZ",
        "8 Eel Walk, Fenmarket",
        "Fen Infirmary, Fenmarket",
    )
    assert terms.schools == ("Reedbed Nursery",)
    assert terms.gp == ("Sluice Road Surgery",)
    assert terms.hospitals == ("Fen Infirmary",)
    assert terms.other_organisations == ("Little Otters",)
    assert terms.identifiers == (
        Identifier("NHS number", "999 000 0018", "child"),
        Identifier("telephone number", "07700 900123", "child"),
        Identifier("telephone number", "01632 960111", REFERRER_ID),
        Identifier("e-mail address", "d.okpara@fen-infirmary.example", REFERRER_ID),
    )


def test_an_address_that_the_board_publishes_is_not_protected(
    write_case: Callable[..., Path],
) -> None:
    """The referrer may work in the board's own office."""
    folder = write_case(
        (
            "reference: 2007-09",
            "reference: 2007-09\nreferral: {address: [Old Granary, Fenmarket, ZZ1 1ZZ]}",
        )
    )
    assert protected_terms(load_case(folder)).addresses == ()


def test_a_case_with_little_in_it_has_little_to_protect(write_case: Callable[..., Path]) -> None:
    """No empty terms, which would be found everywhere."""
    terms = protected_terms(load_case(write_case()))
    assert "" not in (*terms.addresses, *terms.schools, *terms.gp, *terms.hospitals)
    assert terms.identifiers == ()
    assert all(person.full_name for person in terms.people)


def test_those_who_come_to_a_case_later_are_protected_too(write_case: Callable[..., Path]) -> None:
    """Experts, interviewers, those who ask for a report, contacts in court cases."""
    later = """
specialist_reports: [{id: bones, expert: Ottoline Fenwright, question: How old are they?}]
report_requests: [{id: r1, name: Barnaby Oxlip, address: [1 Elm Row, Fenby], on: 2009-05-01, report: Child W}]
proceedings: [{kind: criminal, description: Trial, contact: "Ignatius Plover, 01632 960999"}]
"""  # noqa: E501 - one record a line
    folder = write_case(("reference: 2007-09\n", f"reference: 2007-09\n{later}"))
    terms = protected_terms(load_case(folder))
    names = {person.full_name for person in terms.people}
    assert {"Ottoline Fenwright", "Barnaby Oxlip", "Ignatius Plover"} <= names
    assert "1 Elm Row, Fenby" in terms.addresses

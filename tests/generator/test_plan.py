"""Who gets which document."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.catalogue import DocumentType, Recipients
from generator.plan import plan
from generator.recipient import NumberedCopy, salutation
from redaction.errors import TemplateError

DAY = date(2008, 3, 7)


def document(recipients: Recipients, **changes: Any) -> DocumentType:
    return DocumentType.model_validate(
        {
            "id": f"doc-{recipients.value.replace('_', '-')}",
            "title": "A document",
            "kind": "letter",
            "procedures": ["bedfordshire-2007"],
            "source": "invented",
            "sender": "Chair",
            "recipients": recipients,
        }
        | changes
    )


@pytest.fixture
def catalogue(use_catalogue: Callable[..., dict[str, DocumentType]]) -> None:
    """One document for each kind of recipients, and one of another procedure."""
    elsewhere = document(Recipients.ONE, id="elsewhere", procedures=["bnes-2016"])
    use_catalogue(*map(document, Recipients), elsewhere)


@pytest.mark.parametrize(
    ("document_id", "expected"),
    [
        ("doc-one", [""]),
        ("doc-chair", [""]),
        ("doc-chief-officers", ["school", "police"]),
        ("doc-agencies", ["school", "police"]),
        ("doc-family", ["mother"]),
        ("doc-other-victims", ["friend"]),
        ("doc-copy-holders", [""]),
    ],
)
@pytest.mark.usefixtures("catalogue")
def test_one_document_for_each_of_its_recipients(
    open_case: Any, document_id: str, expected: list[str]
) -> None:
    """Agencies involved, people to whom the panel decided to write, or just one."""
    planned = plan(open_case, [document_id], [], DAY)
    assert expected == [one.recipient.id for one in planned]


EVERYONE: dict[str, Any] = {
    "panel": [
        {"name": "Ada Fen", "post": "Nurse", "organisation": "PCT"},
        {"name": "Bo Reed", "post": "Head", "organisation": "School", "withdrew": DAY},
    ],
    "reviewer": {"name": "Dr Sedge"},
    "referral": {"name": "Cy Rush"},
    "professionals": [
        {"id": "nurse", "name": "Di Moss", "post": "Nurse", "agency": "school", "write_to": True},
        {"id": "teacher", "name": "Ed Vole", "post": "Teacher", "agency": "school",
         "interview": {"on": DAY, "author": "Jo Vale"}},
    ],
    "proceedings": [
        {"kind": "criminal", "description": "Trial", "id": "trial"},
        {"kind": "criminal", "description": "Old trial", "concluded": DAY},
        {"kind": "inquest", "description": "Inquest"},
        {"kind": "domestic_homicide_review", "description": "DHR", "id": "dhr"},
        {"kind": "nhs_incident", "description": "Hospital"},
        {"kind": "court_order", "description": "Order"},
    ],
    "report_requests": [{"id": "asker", "name": "Flo Gill", "on": DAY, "report": "Child W"}],
    "specialist_reports": [{"id": "bones", "expert": "Dr Quill", "question": "How old?"}],
    "cross_border": {"board": "fenshire"},
    "transfer": {"to": "Safeguarding partners", "state": "Drafted"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("recipients", "expected"),
    [
        (Recipients.AGENCIES_ASKED, ["school", "police", "housing"]),
        (Recipients.BOARD_MEMBERS, ["police", "school", "housing"]),
        (Recipients.PANEL_MEMBERS, ["panel-1"]),
        (Recipients.REFERRER, [""]),
        (Recipients.REVIEWER, [""]),
        (Recipients.PRACTITIONERS, ["nurse"]),
        (Recipients.INTERVIEWEES, ["teacher"]),
        (Recipients.NATIONAL_BODIES, ["csci", "dfes", "sha"]),
        (Recipients.OTHER_BOARD, ["fenshire"]),
        (Recipients.COURTS, ["trial", "proceeding-2", "proceeding-3"]),
        (Recipients.PARALLEL_REVIEWS, ["dhr", "proceeding-5"]),
        (Recipients.HOMICIDE_REVIEWS, ["dhr"]),
        (Recipients.INVESTIGATORS, ["trial"]),
        (Recipients.REQUESTERS, ["asker"]),
        (Recipients.SPECIALISTS, ["bones"]),
        (Recipients.SUCCESSORS, [""]),
    ],
)
@pytest.mark.usefixtures("catalogue")
def test_each_kind_of_recipient_is_found_in_the_case(
    make_case: Any, recipients: Recipients, expected: list[str]
) -> None:
    """Those who withdrew, whose trial is over, or who are not concerned get nothing."""
    chair = {"name": "Gus Fern", "post": "Chair"}
    board = {"neighbouring_boards": [{"id": "fenshire", "name": "Fenshire", "chair": chair}]}
    document_id = f"doc-{recipients.value.replace('_', '-')}"
    planned = plan(make_case(board=board, **EVERYONE), [document_id], [], DAY)
    assert expected == [one.recipient.id for one in planned]


NEEDS_MORE = [kind for kind in Recipients if kind not in (
    Recipients.ONE, Recipients.CHAIR, Recipients.CHIEF_OFFICERS, Recipients.AGENCIES,
    Recipients.AGENCIES_ASKED, Recipients.BOARD_MEMBERS, Recipients.FAMILY,
    Recipients.OTHER_VICTIMS, Recipients.NATIONAL_BODIES, Recipients.COPY_HOLDERS,
)]  # fmt: skip


@pytest.mark.parametrize("recipients", NEEDS_MORE)
@pytest.mark.usefixtures("catalogue")
def test_where_there_is_no_one_the_case_is_said_to_lack_it(
    open_case: Any, recipients: Recipients
) -> None:
    """With the field of the case that would say who."""
    with pytest.raises(TemplateError, match="no one to make it out to: "):
        plan(open_case, [f"doc-{recipients.value.replace('_', '-')}"], [], DAY)


@pytest.mark.usefixtures("catalogue")
def test_an_amended_report_is_a_document_of_its_own(make_case: Any) -> None:
    """With its identifier, beside the report itself."""
    amended = {"document": "doc-one", "identifier": "training-1", "use": "Training",
               "changes": "Names", "approved_by": "Chair", "on": DAY}  # fmt: skip
    planned = plan(make_case(amended_reports=[amended]), ["doc-one"], [], DAY)
    assert [one.recipient.id for one in planned] == ["", "amended-training-1"]


@pytest.mark.usefixtures("catalogue")
def test_a_document_of_another_procedure_is_made_only_when_that_is_said(open_case: Any) -> None:
    """The case's own words stand in it then."""
    with pytest.raises(TemplateError, match="--other-procedure"):
        plan(open_case, ["elsewhere"], [], DAY)
    assert plan(open_case, ["elsewhere"], [], DAY, other_procedure=True)


@pytest.mark.usefixtures("catalogue")
def test_each_numbered_copy_is_a_document(open_case: Any) -> None:
    """Copies of other documents don't count."""
    copies = [
        NumberedCopy("doc-copy-holders", 2, 2, "Bo Reed"),
        NumberedCopy("doc-copy-holders", 1, 2, "Ada Fen"),
        NumberedCopy("other", 1, 1, "Cy Sedge"),
    ]
    planned = plan(open_case, ["doc-copy-holders"], [], DAY, copies)
    assert [one.recipient.id for one in planned] == ["copy-1", "copy-2"]
    assert planned[0].recipient.copy.label == "Copy 1 of 2"  # type: ignore[union-attr]


@pytest.mark.usefixtures("catalogue")
def test_file_names_sort_and_name_no_one(open_case: Any) -> None:
    """Catalogue id, day, and the recipient's id: never a child's name."""
    names = [one.file_name for one in plan(open_case, ["doc-one", "doc-family"], [], DAY)]
    assert names == [
        "doc-one/2008-03-07-doc-one.docx",
        "doc-family/2008-03-07-doc-family-mother.docx",
    ]


@pytest.mark.parametrize("to", ["police", "Fenwater Police", "amara okafor", " POLICE "])
@pytest.mark.usefixtures("catalogue")
def test_to_takes_an_id_a_name_or_an_organisation(open_case: Any, to: str) -> None:
    """However an administrator says it."""
    planned = plan(open_case, ["doc-chief-officers"], [to], DAY)
    assert [one.recipient.id for one in planned] == ["police"]


@pytest.mark.parametrize(
    ("ids", "to", "says"),
    [
        (["doc-on"], [], "Did you mean doc-one"),
        (["bed-zz-nothing"], [], "there is no document"),
        (["elsewhere"], [], "not part of the procedure"),
        (["doc-chief-officers"], ["polce"], "Did you mean police?"),
        (["doc-chief-officers"], ["nobody-at-all"], "Possible: school, police"),
        (["doc-one"], ["police"], "addressed to"),
        (["doc-chief-officers", "doc-one"], ["police"], "doc-one: it is not addressed"),
    ],
)
@pytest.mark.usefixtures("catalogue")
def test_what_cant_be_planned_is_said_with_the_nearest(
    open_case: Any, ids: list[str], to: list[str], says: str
) -> None:
    """Unknown documents and people, and documents of another procedure."""
    with pytest.raises(TemplateError, match=says):
        plan(open_case, ids, to, DAY)


@pytest.mark.usefixtures("catalogue")
def test_a_document_for_no_one_is_refused(make_case: Callable[..., Any]) -> None:
    """A letter to the family needs someone to whom the panel decided to write."""
    with pytest.raises(TemplateError, match="write_to: true"):
        plan(make_case(family=[]), ["doc-family"], [], DAY)


@pytest.mark.usefixtures("catalogue")
def test_every_problem_of_a_plan_is_listed_at_once(open_case: Any) -> None:
    """Two unknown documents are two problems."""
    with pytest.raises(TemplateError) as caught:
        plan(open_case, ["nothing", "elsewhere"], [], DAY)
    assert len(caught.value.problems) == 2


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [
        ("Amara Okafor", "Ms", "Dear Ms Okafor"),
        ("Dewi Harrow-Singh", "", "Dear Dewi Harrow-Singh"),
        ("Dr Ann Fell", "Dr", "Dear Dr Fell"),
        ("Dr Ann Fell-Ward", "", "Dear Dr Fell-Ward"),
        ("Detective Chief Inspector Ivo Kestle", "", "Dear Detective Chief Inspector Kestle"),
        ("Reverend", "", "Dear Reverend"),
    ],
)
def test_salutations(name: str, title: str, expected: str) -> None:
    """A title or rank comes from the name if need be; without one no one's title is guessed."""
    assert expected == salutation(name, title)


@pytest.mark.parametrize(
    ("role", "title", "expected"),
    [
        ("parent", "Ms", "Dear Ms Thrale-Vey"),
        ("parent", "", "Dear Orrin Thrale-Vey"),
        ("sibling", "", "Dear Orrin"),
        ("sibling", "Mr", "Dear Mr Thrale-Vey"),
    ],
)
@pytest.mark.usefixtures("catalogue")
def test_how_members_of_the_family_are_addressed(
    make_case: Any, role: str, title: str, expected: str
) -> None:
    """Grown-ups by title and surname where it is known; brothers and sisters by first name."""
    person: dict[str, Any] = {"id": "one", "relation": "relative", "first_name": "Orrin"}
    person |= {"surname": "Thrale-Vey"}
    person |= {"role": role, "title": title, "address": ["1 Ham Row"], "write_to": True}
    (planned,) = plan(make_case(family=[person]), ["doc-family"], [], DAY)
    assert expected == planned.recipient.salutation

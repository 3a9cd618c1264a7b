"""Who gets which document."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.catalogue import DocumentType, Recipients
from generator.plan import plan
from generator.recipients import NumberedCopy, salutation
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
    ],
)
def test_salutations(name: str, title: str, expected: str) -> None:
    """Without a title no one's title is guessed."""
    assert expected == salutation(name, title)

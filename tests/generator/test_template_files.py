"""The Word templates themselves: complete, sound, and as their golden texts have them."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from casework.load import load_case
from generator.authoring import author
from generator.catalogue import load_catalogue
from generator.context import context_for
from generator.controls import read_controls
from generator.fill import fill
from generator.lint import fields_used, lint
from generator.missing import missing_fields
from generator.plan import plan
from generator.recipients import NumberedCopy
from generator.templates import templates_folder
from generator.text import docx_text

TEMPLATES = templates_folder()
GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = Path(__file__).parents[2] / "examples" / "cases"
HOUSE_STYLE = "house-style"
IDS = sorted(load_catalogue())

APP_1_LABELS = """
Child’s first name|Surname|Other names known|Date of birth|Date of death (as appropriate)|Ethnicity
Religion|Address|Previous address (if known)|Parent/Carer
Name of sibling/s and their date of birth/s
Date of referral to LSCB|Your name|Your role|Organisation|Tel. no.|Email|Date of notification
Any linked cases|Signature|Date received by SCR sub-group Chair|Date discussed
Brief overview of issues for the LSCB Chair|Recommendation|Details of different review
Sub-group Chair: signed|Sub-group Chair: date|LSCB Chair’s comments|LSCB Chair: signed
LSCB Chair: date|Case outline|SCR criteria|Agencies known to be involved|For office use
Fits the criteria|Does not fit the criteria|a different review is recommended
"""
"""B&NES LSCB 2016, App 1; the agencies of section 3 come from the case."""


def template(document_id: str) -> Path:
    return TEMPLATES / f"{document_id}.docx"


def test_every_document_has_a_template_and_every_template_a_document() -> None:
    """None can be forgotten, and none lies about unused."""
    assert {path.stem for path in TEMPLATES.glob("*.docx")} == {*IDS, HOUSE_STYLE}


@pytest.mark.parametrize("document_id", IDS)
def test_a_template_is_sound_and_uses_exactly_its_declared_fields(document_id: str) -> None:
    """What the catalogue says a letter needs is what the letter prints."""
    document = load_catalogue()[document_id]
    content = template(document_id).read_bytes()
    assert lint(content, f"{document_id}.docx", document) == ()
    declared = {*document.fields, *document.optional_fields}
    assert fields_used(content, f"{document_id}.docx") == declared


@pytest.mark.parametrize("document_id", IDS)
def test_a_template_reads_as_its_golden_text(document_id: str) -> None:
    """A change of wording shows in a diff."""
    text = docx_text(template(document_id))
    golden = GOLDEN / f"{document_id}.txt"
    if os.environ.get("CASEREVIEW_UPDATE_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


@pytest.mark.parametrize("document_id", IDS)
def test_a_template_is_what_its_text_makes_in_the_house_style(document_id: str) -> None:
    """Text and Word file say the same, and the look comes from one file."""
    house_style = template(HOUSE_STYLE).read_bytes()
    assert (
        author(docx_text(template(document_id)), house_style) == template(document_id).read_bytes()
    )


def test_the_notification_form_has_every_label() -> None:
    """No label of the procedure's form is left out."""
    text = docx_text(template("bnes-app1"))
    labels = [label for line in APP_1_LABELS.split("\n") for label in line.split("|") if label]
    assert [label for label in labels if label not in text] == []


def test_the_notification_form_is_read_back_as_the_case_filled_it() -> None:
    """Every field under an id of its own; what a person still has to fill in is empty."""
    opened = load_case(EXAMPLES / "2016-05")
    day = date(2016, 5, 12)
    names = context_for(opened, plan(opened, ["bnes-app1"], [], day)[0]).names()
    made = fill(template("bnes-app1").read_bytes(), names, name="bnes-app1.docx", as_of=day)
    read = read_controls(made)
    assert not any("#" in control_id for control_id in read)
    case = opened.case
    assert read["child.first_name"] == case.child.first_name
    assert read["child.date_of_birth"] == "19 January 2016"
    assert read["child.date_of_death"] == ""
    assert read["siblings"] == "Maja Wieczorek-Dunne, 28 April 2013"
    assert read["parents"].split("\n") == ["Agnieszka Wieczorek (mother)", "Oisín Dunne (father)"]
    assert read["referral.outline"] == case.referral.outline
    assert (read["agency.police.involved"], read["agency.education.involved"]) == ("☒", "☐")
    office = {value for control_id, value in read.items() if control_id.startswith("office.")}
    assert office == {"", "☐"}


@pytest.mark.parametrize("document_id", ["bed-h", "bed-i", "bed-j", "bed-k"])
def test_no_letter_names_the_child_outside_the_fields(document_id: str) -> None:
    """Templates hold no person of any case."""
    text = docx_text(template(document_id))
    assert "Temilola" not in text
    assert "{{" in text


def test_every_document_of_a_procedure_can_be_made_from_its_example() -> None:
    """The invented cases lack nothing that any document needs."""
    made = set()
    for folder in ("2007-03", "2016-05"):
        opened = load_case(EXAMPLES / folder)
        copies = [NumberedCopy("overview-report", 1, 1, "Chief Constable")]
        for document in load_catalogue().values():
            ready = folder == "2007-03" or document.id == "bnes-app1"
            if opened.procedure.id not in document.procedures or not ready:
                continue
            for planned in plan(opened, [document.id], [], date(2007, 5, 10), copies):
                assert missing_fields(planned, context_for(opened, planned)) == ()
                made.add(document.id)
    assert made == set(IDS)


def test_the_terms_of_reference_print_every_question_and_item() -> None:
    """Thirteen scoping questions and six scheduling items, each with its answer."""
    opened = load_case(EXAMPLES / "2007-03")
    planned = plan(opened, ["tor-scr"], [], date(2007, 5, 10))[0]
    names = context_for(opened, planned).terms
    assert [question.number for question in names.questions] == [str(n) for n in range(1, 14)]
    assert [item.number for item in names.items] == [str(n) for n in range(1, 7)]
    assert all(each.answer for each in (*names.questions, *names.items))

"""The Word templates themselves: complete, sound, and as their golden texts have them."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from casework.load import load_case
from casework.procedure_file import load_procedure
from generator.authoring.author import author
from generator.authoring.lint import fields_used, lint
from generator.authoring.text import docx_text
from generator.catalogue import DocumentType, Form, load_catalogue
from generator.context import context_for
from generator.controls import read_controls
from generator.filling.fill import fill
from generator.plan import plan
from generator.templates import templates_folder

TEMPLATES = templates_folder()
GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = Path(__file__).parents[2] / "examples" / "cases"
HOUSE_STYLE = "house-style"
CATALOGUE = load_catalogue()
WITH_TEMPLATE = {entry.id: entry for entry in CATALOGUE.values() if entry.form is Form.TEMPLATE}
NAMES = sorted(
    f"{entry.id}.{layout}" if layout else entry.id
    for entry in WITH_TEMPLATE.values()
    for layout in ("", *entry.layouts[1:])
)
"""The templates by file name, without ending: further layouts of a document have files too."""

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


def template(name: str) -> Path:
    return TEMPLATES / f"{name}.docx"


def test_the_catalogue_holds_every_document_of_the_procedures() -> None:
    """Compared in both directions with the list of what the source documents ask for."""
    listed = (GOLDEN.parent / "documents_of_the_sources.txt").read_text("utf-8").split()
    assert set(listed) == set(CATALOGUE)


def test_every_document_has_a_template_and_every_template_a_document() -> None:
    """None can be forgotten, and none lies about unused."""
    files = {path.name.removesuffix(".docx") for path in TEMPLATES.glob("*.docx")}
    assert files == {*NAMES, HOUSE_STYLE}


@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=lambda entry: entry.id)
def test_what_has_no_template_says_where_it_is(entry: DocumentType) -> None:
    """A part names its whole, which has a template; anything else gives the reason."""
    if entry.form is Form.PART:
        assert entry.part_of in WITH_TEMPLATE
    elif entry.form is not Form.TEMPLATE:
        assert entry.reason
        assert not entry.fields


@pytest.mark.parametrize("name", NAMES)
def test_a_template_is_sound(name: str) -> None:
    """No fault that lint would name."""
    document = CATALOGUE[name.partition(".")[0]]
    assert lint(template(name).read_bytes(), f"{name}.docx", document) == ()


@pytest.mark.parametrize("entry", WITH_TEMPLATE.values(), ids=lambda entry: entry.id)
def test_the_catalogue_declares_the_fields_that_its_template_uses(entry: DocumentType) -> None:
    """Exactly those: what it says a letter needs is what the letter prints, in any layout."""
    names = [entry.id, *(f"{entry.id}.{layout}" for layout in entry.layouts[1:])]
    used = {use for name in names for use in fields_used(template(name).read_bytes(), name)}
    assert used == {*entry.fields, *entry.optional_fields}


@pytest.mark.parametrize("name", NAMES)
def test_a_template_reads_as_its_golden_text(name: str) -> None:
    """A change of wording shows in a diff."""
    text = docx_text(template(name))
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("CASEREVIEW_UPDATE_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def test_there_is_no_golden_text_without_a_template() -> None:
    """What was taken out is gone whole."""
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_template_is_what_its_text_makes_in_the_house_style(name: str) -> None:
    """Text and Word file say the same, and the look comes from one file."""
    house_style = template(HOUSE_STYLE).read_bytes()
    assert author(docx_text(template(name)), house_style) == template(name).read_bytes()


@pytest.mark.parametrize("entry", WITH_TEMPLATE.values(), ids=lambda entry: entry.id)
def test_a_title_is_written_in_every_procedures_words(entry: DocumentType) -> None:
    """No brace is left, whatever the procedure calls things."""
    for procedure in entry.procedures:
        assert "{" not in entry.titled(load_procedure(procedure).words)


def test_the_notification_form_has_every_label() -> None:
    """No label of the procedure's form is left out."""
    text = docx_text(template("bnes-app1"))
    labels = [label for line in APP_1_LABELS.split("\n") for label in line.split("|") if label]
    assert [label for label in labels if label not in text] == []


def test_the_notification_form_is_read_back_as_the_case_filled_it() -> None:
    """Every field under an id of its own; the office's part as the case stands; no signature."""
    opened = load_case(EXAMPLES / "2016-05")
    day = date(2016, 6, 9)
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
    assert read["office.date_discussed"] == "1 June 2016"
    assert read["office.recommendation.scr"] == "☒"
    assert read["office.recommendation.no_scr"] == "☐"
    assert case.decision is not None
    assert read["office.chair.comments"] == case.decision.reasons
    unsigned = ("office.date_received", "office.sub_group_chair.signed", "office.chair.signed")
    assert {read[control_id] for control_id in unsigned} == {""}


@pytest.mark.parametrize("document_id", ["bed-h", "bed-i", "bed-j", "bed-k"])
def test_no_letter_names_the_child_outside_the_fields(document_id: str) -> None:
    """Templates hold no person of any case."""
    text = docx_text(template(document_id))
    assert "Temilola" not in text
    assert "{{" in text


def test_the_terms_of_reference_print_every_question_and_item() -> None:
    """Thirteen scoping questions and six scheduling items, each with its answer."""
    opened = load_case(EXAMPLES / "2007-03")
    planned = plan(opened, ["tor-scr"], [], date(2007, 5, 10))[0]
    names = context_for(opened, planned).terms
    assert [question.number for question in names.questions] == [str(n) for n in range(1, 14)]
    assert [item.number for item in names.items] == [str(n) for n in range(1, 7)]
    assert all(each.answer for each in (*names.questions, *names.items))

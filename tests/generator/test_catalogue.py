"""The catalogue's file and the finding of templates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casework.procedure_file import load_procedure
from generator import catalogue as catalogue_module
from generator import templates as templates_module
from generator.authoring.fields_used import all_fields
from generator.catalogue import document_type, load_catalogue
from generator.templates import find_template
from redaction.errors import TemplateError

ENTRIES = list(load_catalogue().values())


@pytest.mark.parametrize("document", ENTRIES, ids=lambda document: document.id)
def test_every_entry_agrees_with_its_procedures(document: Any) -> None:
    """Its rule and its naming policy exist in one of the procedures that have it."""
    procedures = [load_procedure(name) for name in document.procedures]
    rules = {rule.id for procedure in procedures for rule in procedure.rules}
    policies = {policy.id for procedure in procedures for policy in procedure.policies}
    assert set(document.rules) <= rules
    assert not document.policy or document.policy in policies


@pytest.mark.parametrize("document", ENTRIES, ids=lambda document: document.id)
def test_every_declared_field_exists(document: Any) -> None:
    """A field, a list that holds fields, or a key of a mapping."""
    known = set(all_fields())
    for path in (*document.fields, *document.optional_fields):
        owner = path.partition(".")[0]
        below = any(one.startswith(f"{path}.") for one in known)
        assert path in known or below or f"{owner}.*" in known, path


@pytest.fixture
def file_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A catalogue file with this text, loaded afresh."""

    def load(text: str) -> Any:
        (tmp_path / "catalogue.toml").write_text(text, "utf-8")
        monkeypatch.setattr(catalogue_module, "templates_folder", lambda: tmp_path)
        load_catalogue.cache_clear()
        try:
            return load_catalogue()
        finally:
            load_catalogue.cache_clear()

    return load


GOOD = """
[[document]]
id = "a"
title = "A"
kind = "letter"
procedures = ["bedfordshire-2007"]
source = "x"
sender = "y"
"""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[document", "catalogue.toml"),
        (GOOD.replace('"letter"', '"poem"'), "document.0.kind"),
        (GOOD + "colour = 1", "document.0.colour"),
        (GOOD + 'fields = ["a", "a"]', "listed twice"),
        (GOOD * 2, "same id"),
        (GOOD.replace('["bedfordshire-2007"]', "[]"), "document.0.procedures"),
    ],
)
def test_a_faulty_catalogue_is_said(file_with: Any, text: str, says: str) -> None:
    """With the entry and the key."""
    with pytest.raises(TemplateError, match=says):
        file_with(text)


def test_an_unknown_document_names_the_nearest() -> None:
    """Letters are easily mistaken."""
    with pytest.raises(TemplateError, match="Did you mean bed-h"):
        document_type("BED_H")


def test_the_boards_own_template_comes_first(
    own_templates: Callable[..., Any], word: Callable[..., bytes]
) -> None:
    """The same id in the board's folder overrides ours."""
    own = word("ours")
    open_case = own_templates({"bed-h": own})
    found = find_template("bed-h", open_case.board, open_case.board_path)
    assert (own, True) == (found.content, found.own)


def test_a_document_without_a_template_says_what_to_do(open_case: Any) -> None:
    """The name of the file that is wanted."""
    with pytest.raises(TemplateError, match=r"no-such-document\.docx"):
        find_template("no-such-document", open_case.board, open_case.board_path)


def test_an_enormous_template_is_not_even_read(
    own_templates: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The size is looked at first."""
    monkeypatch.setattr(templates_module, "MOST_BYTES", 10)
    open_case = own_templates({"bed-h": b"x" * 11})
    with pytest.raises(TemplateError, match="larger than"):
        find_template("bed-h", open_case.board, open_case.board_path)


@pytest.mark.parametrize(
    ("procedure", "expected"),
    [
        ("bedfordshire-2007", "Bedfordshire LSCB 2007, §5.3"),
        ("bnes-2016", "B&NES LSCB 2016, §4.5 and App 1"),
        ("bnes-2019-wt2018", "B&NES LSCB 2019, §4A 4.5"),
    ],
)
def test_a_source_is_told_from_the_procedures_own_papers(procedure: str, expected: str) -> None:
    """The office of one board is not sent to another board's procedure."""
    document = load_catalogue()["panel-recommendation"]
    assert document.source_in(load_procedure(procedure)) == expected

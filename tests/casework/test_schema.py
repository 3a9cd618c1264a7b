"""The JSON Schemas: what loads is valid by them, and an editor gets descriptions from them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from pydantic import BaseModel
from ruamel.yaml import YAML

from casework.model import Board, Case
from casework.schema import board_schema, case_schema
from casework.yaml_problems import SENTENCES

LEAVES = {
    "date": ("date_parsing", "date_type", "date_from_datetime_parsing"),
    "time": ("time_parsing", "time_type"),
    "string": ("string_type", "string_unicode"),
    "boolean": ("bool_parsing", "bool_type"),
    "integer": ("int_parsing", "int_type", "int_parsing_size", "int_from_float"),
    "array": ("list_type",),
    "object": ("model_type", "dict_type"),
    "enum": ("enum",),
    "pattern": ("string_pattern_mismatch",),
    "minLength": ("string_too_short",),
    "minItems": ("too_short",),
    "minimum": ("greater_than_equal",),
    "patternProperties": ("string_pattern_mismatch",),
}
"""What a schema may ask for, and the errors pydantic gives where it is not so."""
SILENT = {"type", "title", "description", "default", "properties", "required", "items", "anyOf"} | {
    "$ref",
    "$defs",
    "format",
    "additionalProperties",
    "propertyNames",
    "examples",
}


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema within a schema."""
    if isinstance(schema, list):
        for each in schema:
            yield from parts(each)
    elif isinstance(schema, dict):
        yield schema
        for key, value in schema.items():
            if key in ("properties", "patternProperties", "$defs"):
                for named in value.values():
                    yield from parts(named)
            elif key != "default":
                yield from parts(value)


@pytest.mark.parametrize("schema", [case_schema, board_schema])
def test_a_schema_is_valid_and_always_the_same(schema: Callable[[], str]) -> None:
    """Valid by the standard it names, the same bytes each time, and no code marks in it."""
    jsonschema.Draft202012Validator.check_schema(json.loads(schema()))
    assert schema() == schema()
    assert "``" not in schema()


def test_fields_carry_the_models_docstrings() -> None:
    """An editor shows what a field means."""
    schema = json.loads(case_schema())
    board = schema["properties"]["board"]
    assert board["description"] == "Path of the board's profile, relative to the case file."
    assert "title" in schema["$defs"]["FamilyMember"]["properties"]


def test_a_case_that_loads_is_valid_by_the_schema(write_case: Callable[..., Path]) -> None:
    """Blank fields, plain numbers and yes or no are fine in an editor too."""
    folder = write_case(
        ("surname: Thorne", "surname: Thorne\n    telephone: 1632\n    gender:\n    write_to: yes"),
        ("reference: 2007-09", "reference: 2007\nkind:\nreviewer:\nkey_issues:"),
    )
    case = YAML(typ="safe", pure=True).load(folder / "case.yaml")
    for event in case["events"]:
        event["on"] = str(event["on"])
    text = json.loads(json.dumps(case, default=str))
    jsonschema.validate(text, json.loads(case_schema()))


@pytest.mark.parametrize(
    "change",
    [{"refrence": "x"}, {"kind": "murder"}, {"child": {"first_name": "Ivy"}}, {"family": "none"}],
)
def test_the_schema_refuses_what_does_not_load(change: dict[str, Any]) -> None:
    """Unknown fields, unknown choices, missing and misshapen parts."""
    case = {"reference": "1", "board": "b.yaml", "child": {"first_name": "Ivy", "surname": "X"}}
    schema = json.loads(case_schema())
    jsonschema.validate(case, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**case, **change}, schema)


@pytest.mark.parametrize("model", [Case, Board])
def test_every_error_the_models_can_give_has_its_sentence(model: type[BaseModel]) -> None:
    """The table of sentences is whole: a new kind of field needs a new sentence."""
    wanted = set()
    for part in parts(model.model_json_schema()):
        wanted |= {name for name in (part.get("type"), part.get("format")) if name}
        wanted |= part.keys() - SILENT
    errors = [error for name in wanted - {"null"} for error in LEAVES[name]]
    assert set(errors) <= SENTENCES.keys()
